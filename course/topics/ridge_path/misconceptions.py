# %% [markdown]
# Wrong answers that people give, one to a cell: first the message, then the code as it would stand in the answer.
# A `probe` is a further visible call that tells two of them apart.

# %% wrong="ridge_lambda_in_every_entry"
# λ was added to every entry of the matrix. Look at the identity in the formula: which entries does it leave alone?
def ridge(X, y, lam):
    return np.linalg.solve(X.T @ X + lam, X.T @ y)

# %% wrong="ridge_without_lambda"
# This is least squares: λ does not occur. Where d > n the matrix has no inverse. Where does the penalty enter?
def ridge(X, y, lam):
    return np.linalg.solve(X.T @ X, X.T @ y)

# %% wrong="ridge_least_squares_of_minimum_norm"
# This is least squares of minimum norm: λ does not occur. What does the gradient of the penalty add to the equation?
def ridge(X, y, lam):
    return np.linalg.pinv(X) @ y

# %% wrong="ridge_lambda_subtracted"
# λ is subtracted, so the weights grow with it. Which sign has the gradient of the penalty when it stands on the left with XᵀX?
def ridge(X, y, lam):
    return np.linalg.solve(X.T @ X - lam * np.eye(X.shape[1]), X.T @ y)

# %% wrong="ridge_lambda_squared"
# λ enters as its square. Where in the objective is there a square, and is it on λ? If you put more rows below X, remember that least squares squares their entries.
def ridge(X, y, lam):
    return np.linalg.solve(X.T @ X + lam**2 * np.eye(X.shape[1]), X.T @ y)

# %% wrong="ridge_twice_lambda"
# The penalty counts twice. Both parts of the objective have a factor ½: what is the derivative of ½λw²?
def ridge(X, y, lam):
    return np.linalg.solve(X.T @ X + 2 * lam * np.eye(X.shape[1]), X.T @ y)

# %% wrong="ridge_half_lambda"
# The penalty counts half. The factor ½ of the objective is gone after differentiation: did it go in both parts?
def ridge(X, y, lam):
    return np.linalg.solve(X.T @ X + lam / 2 * np.eye(X.shape[1]), X.T @ y)

# %% wrong="ridge_of_the_mean_loss"
# The penalty is multiplied by the number of examples. That belongs to a mean loss; here the squared loss is a sum.
def ridge(X, y, lam):
    return np.linalg.solve(X.T @ X + len(X) * lam * np.eye(X.shape[1]), X.T @ y)

# %% wrong="ridge_lambda_shared_among_the_examples"
# λ is divided by the number of examples. The squared loss is a sum over examples, and nothing in the objective is a mean.
def ridge(X, y, lam):
    return np.linalg.solve(X.T @ X + lam / len(X) * np.eye(X.shape[1]), X.T @ y)

# %% wrong="ridge_eye_of_the_examples"
# The identity has one row for each example. It is added to XᵀX: what shape has that?
def ridge(X, y, lam):
    return np.linalg.solve(X.T @ X + lam * np.eye(X.shape[0]), X.T @ y)

# %% wrong="ridge_matrix_of_the_examples"
# X times its transpose compares examples with each other, shape (n, n). There is an unknown for each feature: which product has shape (d, d)?
def ridge(X, y, lam):
    return np.linalg.solve(X @ X.T + lam * np.eye(len(X)), X.T @ y)

# %% wrong="ridge_in_the_space_of_the_examples"
# This solves for one number for each example, and stops there. The weights have one number for each feature.
def ridge(X, y, lam):
    return np.linalg.solve(X @ X.T + lam * np.eye(len(X)), y)

# %% wrong="ridge_with_targets_untransformed"
# The right side is y itself, where the equation has a product. Which shape must it have to go with a (d, d) matrix?
def ridge(X, y, lam):
    return np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), y)

# %% wrong="ridge_on_x_itself"
# λ is added to the diagonal of X. The equation has it on the diagonal of another matrix.
def ridge(X, y, lam):
    return np.linalg.lstsq(X + lam * np.eye(*X.shape), y, rcond=None)[0]

# %% wrong="ridge_least_squares_divided"
# Least squares was solved first, and its weights were all divided by 1 + λ. That is right for X = I only. For other X, what stands in the matrix?
def ridge(X, y, lam):
    return np.linalg.pinv(X) @ y / (1 + lam)

# %% wrong="ridge_entry_by_entry"
# The inverse was multiplied with `*`, entry by entry, so a matrix comes back. Which operator sums over the features?
def ridge(X, y, lam):
    return np.linalg.inv(X.T @ X + lam * np.eye(X.shape[1])) * (X.T @ y)

# %% wrong="ridge_by_division"
# A matrix cannot be divided by: `/` works entry by entry. What does NumPy offer to solve an equation?
def ridge(X, y, lam):
    return (X.T @ y) / (X.T @ X + lam * np.eye(X.shape[1]))

# %% wrong="ridge_each_feature_alone"
# Each weight is computed as if its feature were the only one. Where features overlap, the entries off the diagonal of XᵀX matter, too.
def ridge(X, y, lam):
    return (X.T @ y) / (np.sum(X**2, axis=0) + lam)

# %% wrong="ridge_as_a_column"
# The numbers are right, but they stand in a column of shape (d, 1). The weights are a vector with a single axis.
def ridge(X, y, lam):
    return np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y[:, None])

# %% wrong="ridge_centres_first"
# The means were subtracted first, as if there were an intercept. Here there is none: the prediction is X·w.
def ridge(X, y, lam):
    C = X - X.mean(axis=0)
    return np.linalg.lstsq(
        np.vstack([C, np.sqrt(lam) * np.eye(X.shape[1])]),
        np.append(y - y.mean(), np.zeros(X.shape[1])),
        rcond=None,
    )[0]

# %% wrong="ridge_spares_the_first_weight"
# The first weight carries no penalty. That is for an intercept; here every weight belongs to a feature.
def ridge(X, y, lam):
    penalty = lam * np.eye(X.shape[1])
    penalty[0, 0] = 0
    return np.linalg.lstsq(X.T @ X + penalty, X.T @ y, rcond=None)[0]

# %% wrong="ridge_spares_the_last_weight"
# The last weight carries no penalty. That is for an intercept; here every weight belongs to a feature.
def ridge(X, y, lam):
    penalty = lam * np.eye(X.shape[1])
    penalty[-1, -1] = 0
    return np.linalg.lstsq(X.T @ X + penalty, X.T @ y, rcond=None)[0]

# %% wrong="ridge_returns_the_predictions"
# These are the predictions at the examples, X·w. The weights themselves are asked for.
def ridge(X, y, lam):
    return X @ np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)

# %% wrong="ridge_of_the_worked_example"
# The sums are made of `x` from the worked example, whatever X is. Which names have the arguments here?
def ridge(X, y, lam):
    return np.array([(x @ X[:, 0]) / (x @ x + lam)])

# %% wrong="ridge_changes_the_targets"
# Your function writes into the targets that were handed in. Whoever calls it still needs them.
def ridge(X, y, lam):
    w = np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)
    y -= X @ w
    return w

# %% probe="ridge_of_features_that_cannot_be_written"
X = np.array([[3.0, 0.0], [0.0, 1.0]])
X.flags.writeable = False
ridge(X, np.array([10.0, 4.0]), 1.0)

# %% wrong="ridge_by_the_matrix_of_the_examples"
# This solves with X·Xᵀ, which has a row for each example. For λ > 0 that is ridge, too; for λ = 0 and n > d this matrix has no inverse. Which other matrix has one?
def ridge(X, y, lam):
    return X.T @ np.linalg.solve(X @ X.T + lam * np.eye(len(y)), y)

# %% wrong="ridge_without_return"
# Nothing comes back. Computing the weights is not enough: how does a function hand over its result?
def ridge(X, y, lam):
    w = np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)

# %% wrong="ridge_identity_multiplied"
# The weights grow with λ. Should a penalty on large weights make them larger?
def ridge_identity(y, lam):
    return y * (1 + lam)

# %% wrong="ridge_identity_without_parentheses"
# Python divides first and adds then, so λ is added to every weight. What must be computed first?
def ridge_identity(y, lam):
    return y / 1 + lam

# %% wrong="ridge_identity_divided_by_lambda"
# The targets are divided by λ. What would that be for λ = 0, where nothing should shrink?
def ridge_identity(y, lam):
    with np.errstate(divide="ignore", invalid="ignore"):
        return y / np.float64(lam)

# %% wrong="ridge_identity_lambda_squared"
# λ enters as its square. Where in the objective is there a square, and is it on λ?
def ridge_identity(y, lam):
    return y / (1 + lam**2)

# %% wrong="ridge_identity_twice_lambda"
# The penalty counts twice. Both parts of the objective have a factor ½: what is the derivative of ½λw²?
def ridge_identity(y, lam):
    return y / (1 + 2 * lam)

# %% wrong="ridge_identity_half_lambda"
# The penalty counts half. The factor ½ is gone after differentiation: did it go in both parts?
def ridge_identity(y, lam):
    return y / (1 + lam / 2)

# %% wrong="ridge_identity_lambda_subtracted"
# λ is subtracted from every target. A negative target becomes larger in size by that: how does ridge treat the sign?
def ridge_identity(y, lam):
    return y - lam

# %% wrong="ridge_identity_soft_threshold"
# Every target loses the same amount, and small ones become 0. That is the answer for a penalty on |w|, the lasso. Here the penalty has w².
def ridge_identity(y, lam):
    return np.sign(y) * np.maximum(np.abs(y) - lam, 0.0)

# %% wrong="ridge_identity_first_order"
# The factor 1 − λ is nearly right for a small λ. What does it do for a λ above 1?
def ridge_identity(y, lam):
    return y * (1 - lam)

# %% wrong="ridge_identity_squared_factor"
# The weights are divided by 1 + λ twice. How often does the factor stand in the formula?
def ridge_identity(y, lam):
    return y / (1 + lam) ** 2

# %% wrong="ridge_identity_square_root"
# The weights are divided by the root of 1 + λ. Set the derivative of the objective to 0 for one weight: is there a root in it?
def ridge_identity(y, lam):
    return y / np.sqrt(1 + lam)

# %% wrong="ridge_identity_exponential"
# The weights fall like an exponential of λ. Set the derivative of the objective to 0 for one weight: which function of λ comes out?
def ridge_identity(y, lam):
    return y * np.exp(-lam)

# %% wrong="ridge_identity_what_is_lost"
# This is the part that the penalty takes away. The part that is left is asked for.
def ridge_identity(y, lam):
    return y * lam / (1 + lam)

# %% wrong="ridge_identity_as_a_matrix"
# A matrix comes back, with the weights on its diagonal. One number for each target is enough: what shape has w?
def ridge_identity(y, lam):
    return np.eye(len(y)) * y / (1 + lam)

# %% wrong="ridge_identity_counts_the_targets"
# The number of targets stands in the denominator. Each weight has a small problem of its own, whatever the others are.
def ridge_identity(y, lam):
    return y / (len(y) + lam)

# %% wrong="ridge_identity_lambda_for_each_target"
# λ is multiplied by the number of targets. Each weight has a small problem of its own, whatever the others are.
def ridge_identity(y, lam):
    return y / (1 + len(y) * lam)

# %% wrong="ridge_identity_added_to_every_entry"
# λ was added to every entry of the identity matrix. The formula adds it to the diagonal.
def ridge_identity(y, lam):
    return np.linalg.solve(np.eye(len(y)) + lam, y)

# %% wrong="ridge_identity_inverted"
# The quotient stands on its head. Which of the two is divided by the other?
def ridge_identity(y, lam):
    return (1 + lam) / y

# %% wrong="ridge_identity_in_place"
# The weights are right, but the targets that were handed in have changed. Does `/=` make a new array?
def ridge_identity(y, lam):
    y /= 1 + lam
    return y

# %% wrong="ridge_identity_of_the_length"
# This is one number. Every target keeps a weight of its own.
def ridge_identity(y, lam):
    return float(np.sum(y) / (1 + lam))

# %% wrong="shrinkage_path_sorted"
# The rows are right, but in the order of growing λ. Which order has `lams` as it was handed in?
def shrinkage_path(X, y, lams):
    return np.array([ridge(X, y, value) for value in sorted(lams)])

# %% wrong="shrinkage_path_sorted_downwards"
# The rows are right, but in the order of falling λ. Which order has `lams` as it was handed in?
def shrinkage_path(X, y, lams):
    return np.array([ridge(X, y, value) for value in sorted(lams, reverse=True)])

# %% wrong="shrinkage_path_transposed"
# There is a column for each λ. A row is asked for: the shape is (len(lams), d).
def shrinkage_path(X, y, lams):
    return np.array([ridge(X, y, value) for value in lams]).T

# %% wrong="shrinkage_path_as_a_list"
# The rows are right, but they are a list of arrays. How does NumPy make one array of them?
def shrinkage_path(X, y, lams):
    return [ridge(X, y, value) for value in lams]

# %% wrong="shrinkage_path_flat"
# All weights stand in one long vector. Each λ has a row: the shape is (len(lams), d).
def shrinkage_path(X, y, lams):
    return np.concatenate([ridge(X, y, value) for value in lams])

# %% wrong="shrinkage_path_of_the_last_lambda"
# Only the weights of the last λ come back. What happens to the others when the loop goes on?
def shrinkage_path(X, y, lams):
    for value in lams:
        w = ridge(X, y, value)
    return w

# %% wrong="shrinkage_path_returns_in_the_loop"
# Only the weights of the first λ come back. When does the loop meet its return?
def shrinkage_path(X, y, lams):
    for value in lams:
        return ridge(X, y, value)

# %% wrong="shrinkage_path_last_row_everywhere"
# Every row is that of the last λ: it was computed once, after the loop, or overwritten in it. Which row does each step of the loop fill?
def shrinkage_path(X, y, lams):
    path = np.zeros((len(lams), X.shape[1]))
    for value in lams:
        path[:] = ridge(X, y, value)
    return path

# %% wrong="shrinkage_path_with_one_lambda_for_all"
# Every row is the same, made with `lam`, a number left over from the worked example. What is the loop's own name for λ?
def shrinkage_path(X, y, lams):
    return np.array([ridge(X, y, lam) for value in lams])

# %% wrong="shrinkage_path_of_the_index"
# The position in the list was used as λ: 0, 1, 2 and so on. Which value stands at that position?
def shrinkage_path(X, y, lams):
    return np.array([ridge(X, y, l + 0.0) if l else np.linalg.pinv(X) @ y for l in range(len(lams))])

# %% wrong="shrinkage_path_of_predictions"
# The rows are predictions at the examples. The weights themselves are asked for.
def shrinkage_path(X, y, lams):
    return np.array([X @ ridge(X, y, value) for value in lams])

# %% wrong="shrinkage_path_of_lengths"
# There is one number for each λ, the length of its weights. The weights themselves are asked for.
def shrinkage_path(X, y, lams):
    return np.array([np.linalg.norm(ridge(X, y, value)) for value in lams])

# %% wrong="shrinkage_path_for_the_identity"
# Least squares is divided by 1 + λ, as if X were the identity. Which function of yours works for any X?
def shrinkage_path(X, y, lams):
    return np.array([np.linalg.pinv(X) @ y / (1 + value) for value in lams])

# %% wrong="shrinkage_path_shrinks_the_row_before"
# Each λ starts from the weights of the λ before, and they are shrunk again. Every row is an answer to the targets as they were given.
def shrinkage_path(X, y, lams):
    path, targets = [], y
    for value in lams:
        path.append(ridge(X, targets, value))
        targets = X @ path[-1]
    return np.array(path)

# %% wrong="shrinkage_path_adds_the_lambdas"
# Each row uses the sum of all λ up to there. A row belongs to one λ.
def shrinkage_path(X, y, lams):
    return np.array([ridge(X, y, value) for value in np.cumsum(lams)])

# %% wrong="shrinkage_path_without_the_last"
# The last λ has no row. How far does the loop go?
def shrinkage_path(X, y, lams):
    return np.array([ridge(X, y, lams[l]) for l in range(len(lams) - 1)])

# %% wrong="shrinkage_path_with_least_squares_first"
# There is one row more than `lams` has values: least squares was put in front. Rows belong to the given values only.
def shrinkage_path(X, y, lams):
    return np.array([np.linalg.pinv(X) @ y] + [ridge(X, y, value) for value in lams])

# %% wrong="shrinkage_path_with_lambda_in_front"
# The first column holds λ itself. The columns are the weights alone: the shape is (len(lams), d).
def shrinkage_path(X, y, lams):
    return np.array([np.append(value, ridge(X, y, value)) for value in lams])

# %% wrong="shrinkage_path_sorts_in_place"
# The values of λ that were handed in have been sorted. Whoever calls still needs them in their order, and so do the rows.
def shrinkage_path(X, y, lams):
    lams.sort()
    return np.array([ridge(X, y, value) for value in lams])

# %% wrong="shrinkage_path_with_one_ridge_for_all"
# `ridge` was called once with all values of λ. It takes a single one: how often must it be called?
def shrinkage_path(X, y, lams):
    return ridge(X, y, lams)

# %% wrong="shrinkage_path_empties_the_list"
# The rows are right, but the list that was handed in is empty afterwards. Read its values without taking them out.
def shrinkage_path(X, y, lams):
    if isinstance(lams, list):
        path = []
        while lams:
            path.append(ridge(X, y, lams.pop(0)))
        return np.array(path)
    return np.array([ridge(X, y, value) for value in lams])

# %% wrong="shrinkage_factors_without_squares"
# The singular values are not squared. Which matrix has λ added to its diagonal, X or XᵀX, and what are its eigenvalues?
def shrinkage_factors(X, lam):
    s = np.linalg.svd(X, compute_uv=False)
    return s / (s + lam)

# %% wrong="shrinkage_factors_square_below_only"
# The square stands in the denominator only. This is the factor from targets to weights; what is the share of what least squares finds?
def shrinkage_factors(X, lam):
    s = np.linalg.svd(X, compute_uv=False)
    return s / (s**2 + lam)

# %% wrong="shrinkage_factors_square_above_only"
# The square stands above only. For λ = 0 everything is kept: what must the quotient be then?
def shrinkage_factors(X, lam):
    s = np.linalg.svd(X, compute_uv=False)
    return s**2 / (s + lam)

# %% wrong="shrinkage_factors_what_is_lost"
# These are the shares that the penalty takes away. The shares that are kept are asked for.
def shrinkage_factors(X, lam):
    s = np.linalg.svd(X, compute_uv=False)
    return lam / (s**2 + lam)

# %% wrong="shrinkage_factors_one_above"
# A 1 stands above the line. For λ = 0 everything is kept: what must the quotient be then?
def shrinkage_factors(X, lam):
    s = np.linalg.svd(X, compute_uv=False)
    return 1 / (s**2 + lam)

# %% wrong="shrinkage_factors_lambda_squared"
# λ enters as its square. The equation of ridge adds λ to XᵀX as it is.
def shrinkage_factors(X, lam):
    s = np.linalg.svd(X, compute_uv=False)
    return s**2 / (s**2 + lam**2)

# %% wrong="shrinkage_factors_smallest_first"
# The factors are right, but the smallest comes first. Which function sorts upwards, and what turns its result round?
def shrinkage_factors(X, lam):
    s = np.linalg.svd(X, compute_uv=False)
    return (s**2 / (s**2 + lam))[::-1]

# %% wrong="shrinkage_factors_squared_twice"
# The squares are squared again: the singular values of XᵀX are already the squares of those of X.
def shrinkage_factors(X, lam):
    s = np.linalg.svd(X.T @ X, compute_uv=False)[: min(X.shape)]
    return s**2 / (s**2 + lam)

# %% wrong="shrinkage_factors_of_every_feature"
# There is a factor for each feature, also where d > n. X has only min(n, d) singular values.
def shrinkage_factors(X, lam):
    values = np.abs(np.linalg.eigvalsh(X.T @ X))[::-1]
    return values / (values + lam)

# %% wrong="shrinkage_factors_of_every_example"
# There is a factor for each example, also where n > d. X has only min(n, d) singular values.
def shrinkage_factors(X, lam):
    values = np.abs(np.linalg.eigvalsh(X @ X.T))[::-1]
    return values / (values + lam)

# %% wrong="shrinkage_factors_of_the_columns"
# The squared lengths of the columns stand where the squared singular values belong. They agree only where the columns are at right angles.
def shrinkage_factors(X, lam):
    squares = np.sort(np.sum(X**2, axis=0))[::-1][: min(X.shape)]
    return squares / (squares + lam)

# %% wrong="shrinkage_factors_in_the_order_of_the_columns"
# These are the squared lengths of the columns, in the order of the columns. The formula has singular values, largest first.
def shrinkage_factors(X, lam):
    squares = np.sum(X**2, axis=0)
    return squares / (squares + lam)

# %% wrong="shrinkage_factors_of_centred_features"
# The features were centred first. There is no intercept here: the singular values are those of X as it is.
def shrinkage_factors(X, lam):
    s = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)
    return s**2 / (s**2 + lam)

# %% wrong="shrinkage_factors_twice_lambda"
# The penalty counts twice. Both parts of the objective have a factor ½, so it cancels.
def shrinkage_factors(X, lam):
    s = np.linalg.svd(X, compute_uv=False)
    return s**2 / (s**2 + 2 * lam)

# %% wrong="shrinkage_factors_of_the_mean_loss"
# The penalty is multiplied by the number of examples. That belongs to a mean loss; here the squared loss is a sum.
def shrinkage_factors(X, lam):
    s = np.linalg.svd(X, compute_uv=False)
    return s**2 / (s**2 + len(X) * lam)

# %% wrong="shrinkage_factors_squared"
# The factors themselves are squared. Ridge shrinks each direction once.
def shrinkage_factors(X, lam):
    s = np.linalg.svd(X, compute_uv=False)
    return (s**2 / (s**2 + lam)) ** 2

# %% wrong="shrinkage_factors_of_the_total"
# Every direction is compared with the sum of all squares. Each has its own square in the denominator.
def shrinkage_factors(X, lam):
    s = np.linalg.svd(X, compute_uv=False)
    return s**2 / (np.sum(s**2) + lam)

# %% wrong="shrinkage_factors_are_singular_values"
# These are the singular values. The formula makes a share of each.
def shrinkage_factors(X, lam):
    return np.linalg.svd(X, compute_uv=False)

# %% wrong="shrinkage_factors_without_parentheses"
# Python divides before it adds: λ is added to the quotient. What stands in the denominator?
def shrinkage_factors(X, lam):
    s = np.linalg.svd(X, compute_uv=False)
    return s**2 / (s**2) + lam

# %% wrong="shrinkage_factors_without_parentheses_where_a_value_is_exactly_zero"
# Python divides before it adds: λ is added to the quotient. What stands in the denominator?
def shrinkage_factors(X, lam):
    s = np.linalg.svd(X, compute_uv=False)
    s = np.where(s < 1e-12, 0.0, s)  # some machines leave 1e-17 here, others 0
    return s**2 / (s**2) + lam

# %% wrong="shrinkage_factors_added_up"
# The factors are added up. Each direction keeps its own; their sum is the next exercise.
def shrinkage_factors(X, lam):
    s = np.linalg.svd(X, compute_uv=False)
    return np.sum(s**2 / (s**2 + lam))

# %% wrong="shrinkage_factors_as_a_matrix"
# The factors stand on the diagonal of a matrix. A vector is asked for, shape (min(n, d),).
def shrinkage_factors(X, lam):
    s = np.linalg.svd(X, compute_uv=False)
    return np.diag(s**2 / (s**2 + lam))

# %% wrong="shrinkage_factors_without_zeros"
# A direction that X does not see is left out. It has a factor, too: 0.
def shrinkage_factors(X, lam):
    s = np.linalg.svd(X, compute_uv=False)
    s = s[s > 1e-10]
    return s**2 / (s**2 + lam)

# %% wrong="shrinkage_factors_as_a_list"
# The factors are right, but they stand in a list. How does NumPy make an array of it?
def shrinkage_factors(X, lam):
    return [float(s**2 / (s**2 + lam)) for s in np.linalg.svd(X, compute_uv=False)]

# %% wrong="effective_degrees_of_freedom_mean"
# This is the mean of the factors. Two features that are kept whole count 2: what makes 2 of them?
def effective_degrees_of_freedom(X, lam):
    return float(np.mean(shrinkage_factors(X, lam)))

# %% wrong="effective_degrees_of_freedom_product"
# The factors are multiplied. One direction that is lost would then leave nothing of the others.
def effective_degrees_of_freedom(X, lam):
    return float(np.prod(shrinkage_factors(X, lam)))

# %% wrong="effective_degrees_of_freedom_sums_first"
# The squares are added up before the division. Each direction has its own quotient: which comes first, the sum or the quotient?
def effective_degrees_of_freedom(X, lam):
    total = np.sum(np.linalg.svd(X, compute_uv=False) ** 2)
    return float(total / (total + lam))

# %% wrong="effective_degrees_of_freedom_sums_both_parts"
# Numerators and denominators are added up separately. A sum of quotients is not the quotient of the sums.
def effective_degrees_of_freedom(X, lam):
    s = np.linalg.svd(X, compute_uv=False)
    return float(np.sum(s**2) / np.sum(s**2 + lam))

# %% wrong="effective_degrees_of_freedom_of_squared_factors"
# The factors are squared before they are added. How does the formula have them?
def effective_degrees_of_freedom(X, lam):
    return float(np.sum(shrinkage_factors(X, lam) ** 2))

# %% wrong="effective_degrees_of_freedom_with_an_intercept"
# One degree of freedom was added, as if for an intercept. There is none here.
def effective_degrees_of_freedom(X, lam):
    return float(np.sum(shrinkage_factors(X, lam)) + 1)

# %% wrong="effective_degrees_of_freedom_of_the_residuals"
# This is what is left of n: the degrees of freedom of the residuals. Those of the model are asked for.
def effective_degrees_of_freedom(X, lam):
    return float(len(X) - np.sum(shrinkage_factors(X, lam)))

# %% wrong="effective_degrees_of_freedom_what_is_lost"
# This is what the penalty takes of the d features. What is left is asked for.
def effective_degrees_of_freedom(X, lam):
    return float(X.shape[1] - np.sum(shrinkage_factors(X, lam)))

# %% wrong="effective_degrees_of_freedom_number_of_features"
# This is the number of features. λ takes a part of each direction: which numbers say how much is left?
def effective_degrees_of_freedom(X, lam):
    return float(X.shape[1])

# %% wrong="effective_degrees_of_freedom_rank"
# This is the rank, right for λ = 0 only. λ takes a part of each direction: which numbers say how much is left?
def effective_degrees_of_freedom(X, lam):
    return float(np.linalg.matrix_rank(X))

# %% wrong="effective_degrees_of_freedom_counted"
# Directions above λ are counted whole, the others not at all. Ridge keeps a share of each.
def effective_degrees_of_freedom(X, lam):
    return float(np.sum(np.linalg.svd(X, compute_uv=False) ** 2 > lam))

# %% wrong="effective_degrees_of_freedom_rounded"
# The sum is rounded to a whole number. Degrees of freedom are not whole here: shares were added.
def effective_degrees_of_freedom(X, lam):
    return int(np.round(np.sum(shrinkage_factors(X, lam))))

# %% probe="effective_degrees_of_freedom_of_two_equal_directions"
effective_degrees_of_freedom(np.array([[1.0, 0.0], [0.0, 1.0]]), 2.0)

# %% wrong="effective_degrees_of_freedom_without_squares"
# The singular values are not squared. `shrinkage_factors` has the right shares already.
def effective_degrees_of_freedom(X, lam):
    s = np.linalg.svd(X, compute_uv=False)
    return float(np.sum(s / (s + lam)))

# %% wrong="effective_degrees_of_freedom_largest"
# Only the largest factor comes back. What happens to the others?
def effective_degrees_of_freedom(X, lam):
    return float(shrinkage_factors(X, lam)[0])

# %% wrong="effective_degrees_of_freedom_each_factor"
# There is one number for each direction. One number is asked for.
def effective_degrees_of_freedom(X, lam):
    return shrinkage_factors(X, lam)

# %% wrong="effective_degrees_of_freedom_running"
# These are the sums so far, one for each direction. Only the last of them is asked for.
def effective_degrees_of_freedom(X, lam):
    return np.cumsum(shrinkage_factors(X, lam))

# %% wrong="effective_degrees_of_freedom_of_the_inverse"
# This is the trace of the inverse alone. Which matrix must be multiplied with it, so that λ = 0 gives the number of features?
def effective_degrees_of_freedom(X, lam):
    return float(np.trace(np.linalg.pinv(X.T @ X + lam * np.eye(X.shape[1]))))

# %% wrong="effective_degrees_of_freedom_of_centred_features"
# The features were centred first. There is no intercept here: the singular values are those of X as it is.
def effective_degrees_of_freedom(X, lam):
    return float(np.sum(shrinkage_factors(X - X.mean(axis=0), lam)))

# %% wrong="effective_degrees_of_freedom_with_one_lambda_for_all"
# Every call uses the same strength, a number that stands in the function. Which argument carries it?
def effective_degrees_of_freedom(X, lam):
    return float(np.sum(shrinkage_factors(X, 1.0)))

# %% wrong="ridge_with_intercept_penalised"
# The intercept is one more weight here, and it is penalised with the others. Add 100 to every target: what should b do?
def ridge_with_intercept(X, y, lam):
    both = ridge(np.column_stack([X, np.ones(len(X))]), y, lam)
    return both[:-1], float(both[-1])

# %% wrong="ridge_with_intercept_mean_of_the_targets"
# The intercept is the mean of the targets. That would be right if the features were centred when one predicts. They are not: what do their means add?
def ridge_with_intercept(X, y, lam):
    w = ridge(X - X.mean(axis=0), y - y.mean(), lam)
    return w, float(y.mean())

# %% wrong="ridge_with_intercept_without_centring"
# The weights are fitted as if there were no intercept, and b is found afterwards. b is right for these w; but w must know that b will be free.
def ridge_with_intercept(X, y, lam):
    w = ridge(X, y, lam)
    return w, float(np.mean(y - X @ w))

# %% wrong="ridge_with_intercept_centres_the_targets_only"
# The targets are centred, the features are not. The best b depends on the means of both.
def ridge_with_intercept(X, y, lam):
    w = ridge(X, y - y.mean(), lam)
    return w, float(y.mean() - X.mean(axis=0) @ w)

# %% wrong="ridge_with_intercept_targets_centred_and_mean"
# The targets are centred, the features are not, and b is the mean of the targets. What do the means of the features change in w and in b?
def ridge_with_intercept(X, y, lam):
    w = ridge(X, y - y.mean(), lam)
    return w, float(y.mean())

# %% wrong="ridge_with_intercept_sign_of_b"
# The sign of b is turned round. With w = 0, should b be the mean of the targets or minus that?
def ridge_with_intercept(X, y, lam):
    w = ridge(X - X.mean(axis=0), y - y.mean(), lam)
    return w, float(X.mean(axis=0) @ w - y.mean())

# %% wrong="ridge_with_intercept_adds_the_means"
# The two parts of b are added. The line goes through the point of the means: solve that for b.
def ridge_with_intercept(X, y, lam):
    w = ridge(X - X.mean(axis=0), y - y.mean(), lam)
    return w, float(y.mean() + X.mean(axis=0) @ w)

# %% wrong="ridge_with_intercept_is_zero"
# The intercept is 0. Centring took the means away; where do they come back?
def ridge_with_intercept(X, y, lam):
    return ridge(X - X.mean(axis=0), y - y.mean(), lam), 0.0

# %% wrong="ridge_with_intercept_ignored"
# The weights are fitted without an intercept, and 0 stands for it. Which numbers does a free b take up?
def ridge_with_intercept(X, y, lam):
    return ridge(X, y, lam), 0.0

# %% wrong="ridge_with_intercept_means_of_the_examples"
# The means run over the features of each example. Which axis gives one mean for each feature?
def ridge_with_intercept(X, y, lam):
    x_mean = X.mean(axis=1)
    w = ridge(X - x_mean[:, None], y - y.mean(), lam)
    return w, float(y.mean() - X.mean(axis=0) @ w)

# %% wrong="ridge_with_intercept_mean_of_all_entries"
# One mean of all entries of X was subtracted. Each feature has its own.
def ridge_with_intercept(X, y, lam):
    w = ridge(X - X.mean(), y - y.mean(), lam)
    return w, float(y.mean() - X.mean(axis=0) @ w)

# %% wrong="ridge_with_intercept_one_mean_in_both"
# One mean of all entries of X was used in both places. Each feature has its own.
def ridge_with_intercept(X, y, lam):
    w = ridge(X - X.mean(), y - y.mean(), lam)
    return w, float(y.mean() - np.sum(X.mean() * w))

# %% wrong="ridge_with_intercept_standardizes"
# The features were divided by their spread, and the weights belong to those scaled features. Centring is enough here.
def ridge_with_intercept(X, y, lam):
    spread = np.where(X.std(axis=0) > 0, X.std(axis=0), 1.0)
    w = ridge((X - X.mean(axis=0)) / spread, y - y.mean(), lam)
    return w, float(y.mean() - X.mean(axis=0) @ w)

# %% wrong="ridge_with_intercept_standardizes_and_scales_back"
# The features were divided by their spread, and the weights scaled back. So each weight is penalised in its own unit; the objective penalises w itself.
def ridge_with_intercept(X, y, lam):
    spread = np.where(X.std(axis=0) > 0, X.std(axis=0), 1.0)
    w = ridge((X - X.mean(axis=0)) / spread, y - y.mean(), lam) / spread
    return w, float(y.mean() - X.mean(axis=0) @ w)

# %% wrong="ridge_with_intercept_spares_the_wrong_entry"
# The column of ones is the last, but the first entry on the diagonal was spared. Which weight must be free?
def ridge_with_intercept(X, y, lam):
    A = np.column_stack([X, np.ones(len(X))])
    penalty = lam * np.eye(A.shape[1])
    penalty[0, 0] = 0.0
    both = np.linalg.lstsq(A.T @ A + penalty, A.T @ y, rcond=None)[0]
    return both[:-1], float(both[-1])

# %% wrong="ridge_with_intercept_first_and_last"
# The ones are the first column, and the last number was taken for b. In which order do the weights come back?
def ridge_with_intercept(X, y, lam):
    A = np.column_stack([np.ones(len(X)), X])
    penalty = lam * np.eye(A.shape[1])
    penalty[0, 0] = 0.0
    both = np.linalg.lstsq(A.T @ A + penalty, A.T @ y, rcond=None)[0]
    return both[:-1], float(both[-1])

# %% wrong="ridge_with_intercept_pair_swapped"
# The pair is swapped. The weights come first, then the intercept.
def ridge_with_intercept(X, y, lam):
    w = ridge(X - X.mean(axis=0), y - y.mean(), lam)
    return float(y.mean() - X.mean(axis=0) @ w), w

# %% wrong="ridge_with_intercept_one_vector"
# Weights and intercept stand in one vector. A pair is asked for: the weights, and a number.
def ridge_with_intercept(X, y, lam):
    w = ridge(X - X.mean(axis=0), y - y.mean(), lam)
    return np.append(w, y.mean() - X.mean(axis=0) @ w)

# %% wrong="ridge_with_intercept_weights_only"
# Only the weights come back. The pair has a second part.
def ridge_with_intercept(X, y, lam):
    return ridge(X - X.mean(axis=0), y - y.mean(), lam)

# %% wrong="ridge_with_intercept_for_each_example"
# There is an intercept for each example. One number serves all of them: which mean makes it?
def ridge_with_intercept(X, y, lam):
    w = ridge(X - X.mean(axis=0), y - y.mean(), lam)
    return w, y - X @ w

# %% wrong="ridge_with_intercept_for_each_feature"
# There is an intercept for each feature: the products of weights and means were not added up.
def ridge_with_intercept(X, y, lam):
    w = ridge(X - X.mean(axis=0), y - y.mean(), lam)
    return w, y.mean() - X.mean(axis=0) * w

# %% wrong="ridge_with_intercept_as_an_array"
# The intercept is an array with one entry. A single number is asked for.
def ridge_with_intercept(X, y, lam):
    w = ridge(X - X.mean(axis=0), y - y.mean(), lam)
    return w, np.array([y.mean() - X.mean(axis=0) @ w])

# %% wrong="ridge_with_intercept_medians"
# The medians were subtracted. Which number, taken from the targets, makes the sum of the errors 0?
def ridge_with_intercept(X, y, lam):
    x_middle, y_middle = np.median(X, axis=0), np.median(y)
    w = ridge(X - x_middle, y - y_middle, lam)
    return w, float(y_middle - x_middle @ w)

# %% probe="ridge_with_intercept_skewed"
ridge_with_intercept(np.array([[0.0, 1.0], [0.0, 0.0], [6.0, 2.0]]), np.array([1.0, 2.0, 9.0]), 3.0)

# %% wrong="ridge_with_intercept_without_penalty"
# This is least squares with an intercept: λ does not occur. What does the penalty add to the equation for w?
def ridge_with_intercept(X, y, lam):
    both = np.linalg.lstsq(np.column_stack([X, np.ones(len(y))]), y, rcond=None)[0]
    return both[:-1], float(both[-1])

# %% wrong="ridge_with_intercept_split_at_the_wrong_end"
# The column of ones is the last, but the first entry came back as the intercept. At which end of the solution does it stand?
def ridge_with_intercept(X, y, lam):
    A = np.column_stack([X, np.ones(len(y))])
    penalty = lam * np.eye(A.shape[1])
    penalty[-1, -1] = 0.0
    both = np.linalg.solve(A.T @ A + penalty, A.T @ y)
    return both[1:], float(both[0])

# %% wrong="ridge_with_intercept_centres_in_place"
# The pair may be right, but an array that was handed in has changed. Does `-=` make a new one?
def ridge_with_intercept(X, y, lam):
    x_mean = X.mean(axis=0)
    X -= x_mean
    w = ridge(X, y - y.mean(), lam)
    return w, float(y.mean() - x_mean @ w)

# %% wrong="choose_lambda_by_the_training_error"
# The errors are those of the training data. They always prefer the least λ: which examples took no part in the fit?
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    down = sorted(lams, reverse=True)
    errors = [np.mean((X_train @ ridge(X_train, y_train, v) - y_train) ** 2) for v in down]
    return float(down[int(np.argmin(errors))])

# %% wrong="choose_lambda_fits_the_validation_data"
# The weights are fitted to the validation data and measured on the same. Which two arrays is the fit for?
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    down = sorted(lams, reverse=True)
    errors = [np.mean((X_val @ ridge(X_val, y_val, v) - y_val) ** 2) for v in down]
    return float(down[int(np.argmin(errors))])

# %% wrong="choose_lambda_fits_all_data"
# The fit has seen the validation data, too, together with the training data. Then they cannot judge any more.
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    X, y = np.vstack([X_train, X_val]), np.append(y_train, y_val)
    down = sorted(lams, reverse=True)
    errors = [np.mean((X_val @ ridge(X, y, v) - y_val) ** 2) for v in down]
    return float(down[int(np.argmin(errors))])

# %% wrong="choose_lambda_with_the_sets_swapped"
# The weights are fitted to the validation data and measured on the training data. Which set is for the fit?
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    down = sorted(lams, reverse=True)
    errors = [np.mean((X_train @ ridge(X_val, y_val, v) - y_train) ** 2) for v in down]
    return float(down[int(np.argmin(errors))])

# %% wrong="choose_lambda_with_the_penalty"
# The penalty was added to the validation error. It belongs in the fit; the comparison is of predictions only.
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    best, least = None, np.inf
    for v in sorted(lams, reverse=True):
        w = ridge(X_train, y_train, v)
        error = np.mean((X_val @ w - y_val) ** 2) + v * np.sum(w**2)
        if error < least:
            best, least = float(v), error
    return best

# %% wrong="choose_lambda_by_absolute_errors"
# The absolute errors are compared. The formula squares them: one large error then counts more than several small ones.
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    down = sorted(lams, reverse=True)
    errors = [np.mean(np.abs(X_val @ ridge(X_train, y_train, v) - y_val)) for v in down]
    return float(down[int(np.argmin(errors))])

# %% wrong="choose_lambda_by_the_largest_error"
# The largest single error decides. The formula takes the mean of the squares.
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    down = sorted(lams, reverse=True)
    errors = [np.max(np.abs(X_val @ ridge(X_train, y_train, v) - y_val)) for v in down]
    return float(down[int(np.argmin(errors))])

# %% probe="choose_lambda_of_one_outlier"
choose_lambda(
    np.array([[1.0], [1.0]]), np.array([3.0, 5.0]),
    np.array([[1.0], [1.0], [1.0], [1.0]]), np.array([2.0, 2.0, 2.0, 4.5]), [0.0, 2.0, 0.5],
)

# %% probe="choose_lambda_of_two_features"
choose_lambda(
    np.array([[0.0, -2.0], [1.0, 2.0], [1.0, 2.0]]), np.array([3.0, -2.0, 6.0]),
    np.array([[2.0, -2.0], [0.0, 2.0], [-1.0, 3.0]]), np.array([5.0, 5.0, 2.0]),
    [1.0, 30.0, 3.0, 0.1, 10.0],
)

# %% probe="choose_lambda_of_two_more_features"
choose_lambda(
    np.array([[0.0, -2.0], [-1.0, -1.0], [-1.0, -1.0]]), np.array([3.0, 3.0, -3.0]),
    np.array([[-2.0, -1.0], [2.0, 3.0], [0.0, -1.0]]), np.array([2.0, -3.0, 6.0]),
    [1.0, 30.0, 3.0, 0.1, 10.0],
)

# %% wrong="choose_lambda_by_signed_errors"
# The errors are averaged with their signs, so that large ones of both signs cancel. What does the formula do before it takes the mean?
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    down = sorted(lams, reverse=True)
    errors = [np.abs(np.mean(X_val @ ridge(X_train, y_train, v) - y_val)) for v in down]
    return float(down[int(np.argmin(errors))])

# %% wrong="choose_lambda_least_signed_error"
# The errors have no squares, so the most negative one wins. What does the formula do before it takes the mean?
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    down = sorted(lams, reverse=True)
    errors = [np.mean(X_val @ ridge(X_train, y_train, v) - y_val) for v in down]
    return float(down[int(np.argmin(errors))])

# %% wrong="choose_lambda_largest_error"
# The λ with the largest error is chosen. Which is the best?
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    down = sorted(lams, reverse=True)
    errors = [np.mean((X_val @ ridge(X_train, y_train, v) - y_val) ** 2) for v in down]
    return float(down[int(np.argmax(errors))])

# %% wrong="choose_lambda_first_of_equals"
# Of equal errors the first in the list wins. The largest λ should: what decides where `argmin` finds the same value twice?
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    errors = [np.mean((X_val @ ridge(X_train, y_train, v) - y_val) ** 2) for v in lams]
    return float(lams[int(np.argmin(errors))])

# %% wrong="choose_lambda_last_of_equals"
# Of equal errors the last in the list wins. The largest λ should, and the list has any order.
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    best, least = None, np.inf
    for v in lams:
        error = np.mean((X_val @ ridge(X_train, y_train, v) - y_val) ** 2)
        if error <= least:
            best, least = float(v), error
    return best

# %% wrong="choose_lambda_smallest_of_equals"
# Of equal errors the smallest λ wins. The largest should.
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    up = sorted(lams)
    errors = [np.mean((X_val @ ridge(X_train, y_train, v) - y_val) ** 2) for v in up]
    return float(up[int(np.argmin(errors))])

# %% probe="choose_lambda_of_equals_in_two_orders"
(
    choose_lambda(np.eye(2), np.zeros(2), np.eye(2), np.ones(2), [8.0, 2.0, 4.0]),
    choose_lambda(np.eye(2), np.zeros(2), np.eye(2), np.ones(2), [4.0, 2.0, 8.0]),
)

# %% wrong="choose_lambda_always_the_smallest"
# The smallest λ is chosen, whatever the validation errors. What is to be compared?
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    return float(min(lams))

# %% wrong="choose_lambda_stops_at_the_first_rise"
# The search ends where the error rises for the first time. The list has any order: can a smaller error not come later?
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    best, last = None, np.inf
    for v in lams:
        error = np.mean((X_val @ ridge(X_train, y_train, v) - y_val) ** 2)
        if error > last:
            break
        best, last = float(v), error
    return best

# %% probe="choose_lambda_beyond_a_worse_one"
choose_lambda(
    np.array([[1.0], [1.0]]), np.array([3.0, 5.0]),
    np.array([[1.0]]), np.array([1.0]), [2.0, 0.0, 6.0],
)

# %% probe="choose_lambda_for_targets_of_zero"
choose_lambda(
    np.array([[1.0], [1.0]]), np.array([3.0, 5.0]),
    np.array([[1.0]]), np.array([0.0]), [2.0, 6.0, 0.0],
)

# %% wrong="choose_lambda_of_nearly_equal_ones_the_largest"
# Errors that are nearly equal were taken for equal, and the largest λ won. Only exactly equal ones are: the least error decides, however little less it is.
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    errors = [np.mean((X_val @ ridge(X_train, y_train, v) - y_val) ** 2) for v in lams]
    return float(max(v for v, error in zip(lams, errors) if np.isclose(error, min(errors))))

# %% probe="choose_lambda_in_a_very_small_unit"
choose_lambda(
    np.array([[1.0], [1.0]]), np.array([3.0, 5.0]) * 2.0**-20,
    np.array([[1.0]]), np.array([2.0]) * 2.0**-20, [0.0, 2.0, 6.0],
)

# %% wrong="choose_lambda_of_the_sorted_position"
# The errors belong to the sorted values of λ, but the position is looked up in the list as it was handed in. To which order does the position belong?
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    errors = [
        np.mean((X_val @ ridge(X_train, y_train, v) - y_val) ** 2) for v in sorted(lams, reverse=True)
    ]
    return float(lams[int(np.argmin(errors))])

# %% wrong="choose_lambda_position"
# This is the position of the best λ. The value at this position is asked for.
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    errors = [np.mean((X_val @ ridge(X_train, y_train, v) - y_val) ** 2) for v in lams]
    return int(np.argmin(errors))

# %% wrong="choose_lambda_error_itself"
# This is the least error. Which λ has it?
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    return float(min(np.mean((X_val @ ridge(X_train, y_train, v) - y_val) ** 2) for v in lams))

# %% wrong="choose_lambda_weights"
# These are the best weights. The λ that made them is asked for.
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    down = sorted(lams, reverse=True)
    errors = [np.mean((X_val @ ridge(X_train, y_train, v) - y_val) ** 2) for v in down]
    return ridge(X_train, y_train, down[int(np.argmin(errors))])

# %% wrong="choose_lambda_pair"
# A pair comes back. One number is asked for, the λ.
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    down = sorted(lams, reverse=True)
    errors = [np.mean((X_val @ ridge(X_train, y_train, v) - y_val) ** 2) for v in down]
    return float(down[int(np.argmin(errors))]), float(min(errors))

# %% wrong="choose_lambda_by_the_shortest_weights"
# The largest λ is chosen, whatever the errors; it has the shortest weights. What is to be compared?
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    return float(max(lams))

# %% wrong="choose_lambda_with_an_intercept"
# An intercept was fitted as well. There is none here: the prediction is X·w.
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    down = sorted(lams, reverse=True)
    errors = []
    for v in down:
        w = np.linalg.lstsq(
            np.vstack([X_train - X_train.mean(axis=0), np.sqrt(v) * np.eye(X_train.shape[1])]),
            np.append(y_train - y_train.mean(), np.zeros(X_train.shape[1])),
            rcond=None,
        )[0]
        b = y_train.mean() - X_train.mean(axis=0) @ w
        errors.append(np.mean((X_val @ w + b - y_val) ** 2))
    return float(down[int(np.argmin(errors))])

# %% wrong="choose_lambda_returns_in_the_loop"
# Only the first λ is tried. When does the loop meet its return?
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    best, least = None, np.inf
    for v in lams:
        error = np.mean((X_val @ ridge(X_train, y_train, v) - y_val) ** 2)
        if error < least:
            best, least = float(v), error
        return best

# %% wrong="choose_lambda_forgets_the_least_error"
# The best error so far is never kept, so every λ beats it and the last one stays. What must be remembered beside the best λ?
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    best, least = None, np.inf
    for v in lams:
        error = np.mean((X_val @ ridge(X_train, y_train, v) - y_val) ** 2)
        if error < least:
            best = float(v)
    return best

# %% wrong="choose_lambda_sorts_in_place"
# The choice is right, but the values of λ that were handed in have been sorted. Which function makes a sorted copy?
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    lams.sort()
    best, least = None, np.inf
    for v in lams[::-1]:
        error = np.mean((X_val @ ridge(X_train, y_train, v) - y_val) ** 2)
        if error < least:
            best, least = float(v), error
    return best
