# %% [markdown]
# Wrong answers that people give, one to a cell: first the message, then the code as it would stand in the answer.
# A `probe` is a further visible call that tells two of them apart.

# %% wrong="residuals_sign"
# The sign is turned round. Where the truth lies above the prediction, should the residual be positive or negative?
def residuals(X, w, b, y):
    return X @ w + b - y

# %% wrong="residuals_bracket_lost"
# The bias has the wrong sign. All of the prediction is to be subtracted, its bias as well.
def residuals(X, w, b, y):
    return y - X @ w + b

# %% wrong="residuals_without_bias"
# The prediction is made without the bias. What does the model predict when all features are 0?
def residuals(X, w, b, y):
    return y - X @ w

# %% wrong="residuals_are_predictions"
# These are the predictions. How far are they from the targets?
def residuals(X, w, b, y):
    return X @ w + b

# %% wrong="residuals_one_prediction_for_all"
# The products of all examples are added up together, so one prediction serves everyone. Along which axis does the sum run?
def residuals(X, w, b, y):
    return y - (np.sum(X * w) + b)

# %% wrong="residuals_squared"
# The misses are squared already. A residual keeps its sign and its unit.
def residuals(X, w, b, y):
    return (y - (X @ w + b)) ** 2

# %% wrong="residuals_absolute"
# The sign is gone. A residual says whether the truth lies above or below the prediction.
def residuals(X, w, b, y):
    return np.abs(y - (X @ w + b))

# %% wrong="residuals_averaged"
# One number comes back. Every example has a residual of its own.
def residuals(X, w, b, y):
    return np.mean(y - (X @ w + b))

# %% wrong="residuals_as_a_table"
# An array of shape (n, n) comes back: a column was subtracted from a vector, every target from every prediction. Which shape should the predictions have?
def residuals(X, w, b, y):
    return y - (X @ w.reshape(-1, 1) + b)

# %% wrong="residuals_as_a_column"
# The numbers are right, but they stand in a column, shape (n, 1). A vector of shape (n,) is asked for.
def residuals(X, w, b, y):
    return (y - (X @ w + b)).reshape(-1, 1)

# %% wrong="residuals_bias_for_each_feature"
# The bias is added to every feature before the weights come in. How often does the formula add it, and where?
def residuals(X, w, b, y):
    return y - (X + b) @ w

# %% wrong="residuals_of_a_new_fit"
# The weights and the bias that were handed in are not used: the model is fitted again. Which model is to be judged?
def residuals(X, w, b, y):
    A = np.column_stack([X, np.ones(len(X))])
    return y - A @ np.linalg.lstsq(A, y)[0]

# %% wrong="residuals_divided_by_n"
# Each residual is divided by the number of examples. The mean comes later, in the rmse.
def residuals(X, w, b, y):
    return (y - (X @ w + b)) / len(y)

# %% wrong="residuals_products_not_added"
# The products of features and weights are not added up. The prediction of an example is one number.
def residuals(X, w, b, y):
    return y[:, None] - (X * w + b)

# %% wrong="residuals_in_place"
# The residuals are right, but the targets that were handed in have changed. Does `-=` make a new array?
def residuals(X, w, b, y):
    y -= X @ w + b
    return y

# %% wrong="residuals_without_return"
# Nothing comes back. Computing or printing is not enough: how does a function hand over its result?
def residuals(X, w, b, y):
    r = y - (X @ w + b)

# %% wrong="residuals_of_the_worked_example"
# `missed` comes from the worked example: these are the four chicks, whatever the arguments are.
def residuals(X, w, b, y):
    return missed

# %% wrong="rmse_without_root"
# This is the mean squared error. Its unit is the square of the unit of y: which step brings it back?
def rmse(y, y_hat):
    return float(np.mean((y - y_hat) ** 2))

# %% wrong="rmse_of_the_sum"
# The squares are added up, not averaged. With more examples of the same kind the result would grow.
def rmse(y, y_hat):
    return float(np.sqrt(np.sum((y - y_hat) ** 2)))

# %% wrong="rmse_of_absolute_misses"
# This is the mean absolute error: each miss counts by its size alone. In the formula, is the root taken of each square or of their mean?
def rmse(y, y_hat):
    return float(np.mean(np.abs(y - y_hat)))

# %% wrong="rmse_without_squares"
# The misses are averaged with their signs, so they cancel. What has to be done to each before the mean?
def rmse(y, y_hat):
    return float(np.sqrt(np.abs(np.mean(y - y_hat))))

# %% wrong="rmse_square_after_the_mean"
# The mean is taken first and squared afterwards, so misses in both directions cancel. Which of the two comes first in the formula?
def rmse(y, y_hat):
    return float(np.sqrt(np.mean(y - y_hat) ** 2))

# %% wrong="rmse_signed_mean"
# This is the mean of the misses, with their signs. Too high and too low cancel: what keeps them from doing so?
def rmse(y, y_hat):
    return float(np.mean(y - y_hat))

# %% wrong="rmse_standard_deviation"
# The standard deviation takes the mean of the residuals away first. What would it say of predictions that are 3 too high everywhere?
def rmse(y, y_hat):
    return float(np.std(y - y_hat))

# %% wrong="rmse_root_before_the_mean"
# The sum is divided by n outside the root. Does the mean come before the root or after it?
def rmse(y, y_hat):
    return float(np.sqrt(np.sum((y - y_hat) ** 2)) / len(y))

# %% wrong="rmse_divided_by_n_minus_one"
# You divided by n − 1. That belongs to the variance of a sample; here the formula has a plain mean.
def rmse(y, y_hat):
    return float(np.sqrt(np.sum((y - y_hat) ** 2) / max(len(y) - 1, 1)))

# %% wrong="rmse_relative"
# The misses are divided by the targets. The rmse keeps the unit of y.
def rmse(y, y_hat):
    return float(np.sqrt(np.mean(((y - y_hat) / np.where(y == 0, 1, y)) ** 2)))

# %% wrong="rmse_half"
# There is a factor ½ too much. It belongs to the squared loss of `least_squares`; this formula has none.
def rmse(y, y_hat):
    return float(np.sqrt(np.mean((y - y_hat) ** 2) / 2))

# %% wrong="rmse_of_squares"
# The targets and the predictions are squared one by one before they are subtracted. What is to be squared?
def rmse(y, y_hat):
    return float(np.sqrt(np.mean(np.abs(y**2 - y_hat**2))))

# %% wrong="rmse_root_of_each"
# There is a number for each example, the miss without its sign. The rmse is one number: where is the mean?
def rmse(y, y_hat):
    return np.sqrt((y - y_hat) ** 2)

# %% wrong="rmse_without_return"
# Nothing comes back. How does a function hand over its result?
def rmse(y, y_hat):
    np.sqrt(np.mean((y - y_hat) ** 2))

# %% wrong="rmse_in_place"
# The number is right, but the targets that were handed in have changed. Does `-=` make a new array?
def rmse(y, y_hat):
    y -= y_hat
    return float(np.sqrt(np.mean(y**2)))

# %% wrong="r_squared_by_correlation"
# This is the square of the correlation. Predictions that are too high everywhere would count as perfect: what does the formula compare them with?
def r_squared(y, y_hat):
    if np.all(y == y[0]):
        raise ValueError("all targets are equal")
    return float(np.corrcoef(y, y_hat)[0, 1] ** 2)

# %% wrong="r_squared_by_correlation_unguarded"
# This is the square of the correlation, which does not see predictions that are too high everywhere; and equal targets give no error. What does the formula compare the predictions with?
def r_squared(y, y_hat):
    return float(np.corrcoef(y, y_hat)[0, 1] ** 2)

# %% wrong="r_squared_unguarded"
# Where R² has a meaning this is right. For equal targets the denominator is 0: what should happen before the division?
def r_squared(y, y_hat):
    return float(1 - np.sum((y - y_hat) ** 2) / np.sum((y - np.mean(y)) ** 2))

# %% wrong="r_squared_zero_for_a_constant"
# Equal targets get an R² of 0 here. No number would be right for them: what is to be raised?
def r_squared(y, y_hat):
    around = np.sum((y - np.mean(y)) ** 2)
    if around == 0:
        return 0.0
    return float(1 - np.sum((y - y_hat) ** 2) / around)

# %% wrong="r_squared_nan_for_a_constant"
# Equal targets get NaN here, and a report would carry it on without a word. What is to be raised?
def r_squared(y, y_hat):
    around = np.sum((y - np.mean(y)) ** 2)
    if around == 0:
        return float("nan")
    return float(1 - np.sum((y - y_hat) ** 2) / around)

# %% wrong="r_squared_another_error"
# Equal targets do raise an error, but of another kind. Which one does the docstring name?
def r_squared(y, y_hat):
    around = float(np.sum((y - np.mean(y)) ** 2))
    if around == 0:
        raise ZeroDivisionError("division by zero")
    return float(1 - np.sum((y - y_hat) ** 2) / around)

# %% wrong="r_squared_unexplained"
# This is the share that the model leaves over. What is the share that it explains?
def r_squared(y, y_hat):
    around = np.sum((y - np.mean(y)) ** 2)
    if around == 0:
        raise ValueError("all targets are equal")
    return float(np.sum((y - y_hat) ** 2) / around)

# %% wrong="r_squared_unexplained_unguarded"
# This is the share that the model leaves over: what is the share that it explains? And what should equal targets do?
def r_squared(y, y_hat):
    return float(np.sum((y - y_hat) ** 2) / np.sum((y - np.mean(y)) ** 2))

# %% wrong="r_squared_explained_spread"
# On top stands how far the predictions are from the mean. They may be far from it on the wrong side: what are the predictions to be compared with?
def r_squared(y, y_hat):
    around = np.sum((y - np.mean(y)) ** 2)
    if around == 0:
        raise ValueError("all targets are equal")
    return float(np.sum((y_hat - np.mean(y)) ** 2) / around)

# %% wrong="r_squared_variance_of_residuals"
# The variance takes the mean of the residuals away first, so predictions that are too high everywhere seem right. Which sum stands on top in the formula?
def r_squared(y, y_hat):
    if np.var(y) == 0:
        raise ValueError("all targets are equal")
    return float(1 - np.var(y - y_hat) / np.var(y))

# %% wrong="r_squared_error_returned"
# The error comes back as a value, and nothing stops. Which word lets it stop whoever called?
def r_squared(y, y_hat):
    around = np.sum((y - np.mean(y)) ** 2)
    if around == 0:
        return ValueError("all targets are equal")
    return float(1 - np.sum((y - y_hat) ** 2) / around)

# %% wrong="r_squared_sign"
# The quotient and the 1 have changed places, so a perfect model has 0 and a bad one is rewarded. What is subtracted from what?
def r_squared(y, y_hat):
    around = np.sum((y - np.mean(y)) ** 2)
    if around == 0:
        raise ValueError("all targets are equal")
    return float(np.sum((y - y_hat) ** 2) / around - 1)

# %% wrong="r_squared_around_zero"
# The denominator is the sum of the squared targets. The rival predicts their mean, not 0.
def r_squared(y, y_hat):
    if np.all(y == y[0]):
        raise ValueError("all targets are equal")
    return float(1 - np.sum((y - y_hat) ** 2) / np.sum(y**2))

# %% wrong="r_squared_around_the_mean_of_predictions"
# The denominator uses the mean of the predictions. What would the rival predict, who knows only the targets?
def r_squared(y, y_hat):
    if np.all(y == y[0]):
        raise ValueError("all targets are equal")
    return float(1 - np.sum((y - y_hat) ** 2) / np.sum((y - np.mean(y_hat)) ** 2))

# %% wrong="r_squared_spread_of_predictions"
# The denominator is the spread of the predictions. Whose variation is to be explained?
def r_squared(y, y_hat):
    if np.all(y == y[0]):
        raise ValueError("all targets are equal")
    around = np.sum((y_hat - np.mean(y_hat)) ** 2)
    return float(1 - np.sum((y - y_hat) ** 2) / around)

# %% wrong="r_squared_without_negatives"
# A negative R² has been lifted to 0. Then a model that is worse than the mean looks like the mean: is that forbidden by the formula?
def r_squared(y, y_hat):
    around = np.sum((y - np.mean(y)) ** 2)
    if around == 0:
        raise ValueError("all targets are equal")
    return float(max(0.0, 1 - np.sum((y - y_hat) ** 2) / around))

# %% wrong="r_squared_nearly_constant"
# Targets that are only close to each other are refused as well. When is the denominator really 0?
def r_squared(y, y_hat):
    if np.allclose(y, y[0]):
        raise ValueError("all targets are equal")
    return float(1 - np.sum((y - y_hat) ** 2) / np.sum((y - np.mean(y)) ** 2))

# %% wrong="r_squared_mean_over_sum"
# On top stands a mean, below it a sum. Both are to be the same.
def r_squared(y, y_hat):
    around = np.sum((y - np.mean(y)) ** 2)
    if around == 0:
        raise ValueError("all targets are equal")
    return float(1 - np.mean((y - y_hat) ** 2) / around)

# %% wrong="r_squared_constant_predictions_refused"
# Equal predictions are refused, and equal targets are not. Which of the two makes the denominator 0?
def r_squared(y, y_hat):
    if np.all(y_hat == y_hat[0]):
        raise ValueError("all predictions are equal")
    return float(1 - np.sum((y - y_hat) ** 2) / np.sum((y - np.mean(y)) ** 2))

# %% probe="r_squared_of_equal_predictions"
r_squared(np.array([1.0, 2.0, 6.0]), np.array([2.0, 2.0, 2.0]))

# %% wrong="r_squared_by_standard_deviations"
# The two sums are under a root here. The formula compares squares.
def r_squared(y, y_hat):
    if np.std(y) == 0:
        raise ValueError("all targets are equal")
    return float(1 - np.sqrt(np.mean((y - y_hat) ** 2)) / np.std(y))

# %% wrong="r_squared_in_place"
# The number is right, but the targets that were handed in have changed. Does `-=` make a new array?
def r_squared(y, y_hat):
    left = np.sum((y - y_hat) ** 2)
    y -= np.mean(y)
    if np.sum(y**2) == 0:
        raise ValueError("all targets are equal")
    return float(1 - left / np.sum(y**2))

# %% wrong="leverage_by_the_inverse"
# Where the columns are independent this is right. Elsewhere the inverse does not exist: what always exists?
def leverage(X):
    return np.diag(X @ np.linalg.inv(X.T @ X) @ X.T).copy()

# %% wrong="leverage_by_qr"
# As many directions are counted as X has columns, also where the rank is smaller. Some of them stand for nothing in X: how can they be told?
def leverage(X):
    Q = np.linalg.qr(X)[0]
    return np.sum(Q**2, axis=1)

# %% wrong="leverage_default_cut"
# For most X this is right. But singular values far below 1e-10 of the largest still count here: where does NumPy's function cut if nothing is said?
def leverage(X):
    return np.diag(X @ np.linalg.pinv(X)).copy()

# %% wrong="leverage_by_the_squared_matrix"
# XᵀX has the squares of the singular values, so a direction that is short, but counts, is lost in it. Which matrix has the singular values of X itself?
def leverage(X):
    return np.diag(X @ np.linalg.pinv(X.T @ X) @ X.T).copy()

# %% probe="leverage_of_a_short_direction"
leverage(np.array([[0.0, 0.0], [4.0, 0.0], [0.0, 4e-9]]))

# %% wrong="leverage_absolute_cut"
# Singular values are compared with 1e-10 itself. In another unit of X the rank would be another: what is to be compared with what?
def leverage(X):
    U, sigma, _ = np.linalg.svd(X, full_matrices=False)
    return np.sum(U[:, sigma > 1e-10] ** 2, axis=1)

# %% probe="leverage_in_a_small_unit"
leverage(np.array([[3e-12], [4e-12]]))

# %% wrong="leverage_whole_matrix"
# All of H comes back, shape (n, n). Which of its entries say how much an example's own target counts?
def leverage(X):
    return X @ np.linalg.pinv(X, rcond=1e-10)

# %% wrong="leverage_of_features"
# This is the diagonal of X⁺X, one number for each feature. The order of the two factors decides whether examples or features come out.
def leverage(X):
    return np.diag(np.linalg.pinv(X, rcond=1e-10) @ X).copy()

# %% wrong="leverage_sums_of_rows"
# These are the sums of the rows of H. Which single entry of row i belongs to example i itself?
def leverage(X):
    return np.sum(X @ np.linalg.pinv(X, rcond=1e-10), axis=1)

# %% wrong="leverage_squared_lengths"
# This is the squared length of every row of X. Leverage has no unit and is at most 1: what relates an example to the others?
def leverage(X):
    return np.sum(X**2, axis=1)

# %% wrong="leverage_lengths_over_the_total"
# The squared length of each row is compared with all of them together. That treats all directions alike, and is right for one feature only.
def leverage(X):
    return np.sum(X**2, axis=1) / np.sum(X**2)

# %% wrong="leverage_with_a_column_of_ones"
# A column of ones was added to X. The function takes X as it is; who wants an intercept hands the ones over.
def leverage(X):
    A = np.column_stack([X, np.ones(len(X))])
    return np.diag(A @ np.linalg.pinv(A, rcond=1e-10)).copy()

# %% wrong="leverage_of_centred_features"
# The mean of each column was subtracted first. The function takes X as it is.
def leverage(X):
    A = X - X.mean(axis=0)
    return np.diag(A @ np.linalg.pinv(A, rcond=1e-10)).copy()

# %% wrong="leverage_trace"
# One number comes back, the sum of the diagonal, which is the rank. Every example has a leverage of its own.
def leverage(X):
    return float(np.trace(X @ np.linalg.pinv(X, rcond=1e-10)))

# %% wrong="leverage_largest_only"
# Only the largest leverage comes back. Every example has one of its own.
def leverage(X):
    return float(np.max(np.diag(X @ np.linalg.pinv(X, rcond=1e-10))))

# %% wrong="leverage_roots"
# These are the lengths of the rows of U. Their squares are asked for: the leverages should add up to the rank.
def leverage(X):
    return np.sqrt(np.diag(X @ np.linalg.pinv(X, rcond=1e-10)))

# %% wrong="leverage_left_for_others"
# This is what is left for the others, 1 minus the leverage. What is the weight of an example's own target?
def leverage(X):
    return 1 - np.diag(X @ np.linalg.pinv(X, rcond=1e-10))

# %% wrong="leverage_one_for_everyone"
# Every example has leverage 1. That would be so if X had an inverse, or if its U had n columns that count. How many directions does X really have?
def leverage(X):
    return np.ones(len(X))

# %% wrong="variance_inflation_without_intercept"
# The regressions have no intercept, so features far from 0 seem to predict each other. What has to be beside the other columns?
def variance_inflation(X):
    factors = []
    for j in range(X.shape[1]):
        A = np.delete(X, j, axis=1)
        R2 = r_squared(X[:, j], A @ np.linalg.lstsq(A, X[:, j])[0])
        factors.append(np.inf if R2 > 1 - 1e-12 else 1 / (1 - R2))
    return np.array(factors)

# %% wrong="variance_inflation_of_uncentred_features"
# The R² here compares with 0 and not with the mean, so features far from 0 seem to explain each other. Which R² has the formula?
def variance_inflation(X):
    factors = []
    for j in range(X.shape[1]):
        A, x = np.delete(X, j, axis=1), X[:, j]
        R2 = 1 - np.sum((x - A @ np.linalg.lstsq(A, x)[0]) ** 2) / np.sum(x**2)
        factors.append(np.inf if R2 > 1 - 1e-12 else 1 / (1 - R2))
    return np.array(factors)

# %% wrong="variance_inflation_with_itself"
# Each column is regressed on all columns, itself among them, so everything is explained. Which columns are the others?
def variance_inflation(X):
    factors = []
    for j in range(X.shape[1]):
        A = np.column_stack([X, np.ones(len(X))])
        R2 = r_squared(X[:, j], A @ np.linalg.lstsq(A, X[:, j])[0])
        factors.append(np.inf if R2 > 1 - 1e-12 else 1 / (1 - R2))
    return np.array(factors)

# %% wrong="variance_inflation_is_r_squared"
# These are the R² of the regressions. How does a factor come out of each?
def variance_inflation(X):
    factors = []
    for j in range(X.shape[1]):
        A = np.column_stack([np.delete(X, j, axis=1), np.ones(len(X))])
        factors.append(r_squared(X[:, j], A @ np.linalg.lstsq(A, X[:, j], rcond=1e-10)[0]))
    return np.array(factors)

# %% wrong="variance_inflation_inverted"
# This is 1 − R², which is called the tolerance. It shrinks where the variance grows: what does the formula do with it?
def variance_inflation(X):
    factors = []
    for j in range(X.shape[1]):
        A = np.column_stack([np.delete(X, j, axis=1), np.ones(len(X))])
        factors.append(1 - r_squared(X[:, j], A @ np.linalg.lstsq(A, X[:, j], rcond=1e-10)[0]))
    return np.array(factors)

# %% wrong="variance_inflation_one_over_r_squared"
# The denominator is R². Unrelated features would get an infinite factor: what belongs below the line?
def variance_inflation(X):
    factors = []
    for j in range(X.shape[1]):
        A = np.column_stack([np.delete(X, j, axis=1), np.ones(len(X))])
        R2 = r_squared(X[:, j], A @ np.linalg.lstsq(A, X[:, j], rcond=1e-10)[0])
        factors.append(np.inf if R2 < 1e-12 else 1 / R2)
    return np.array(factors)

# %% wrong="variance_inflation_root"
# This is the root of the factor: it inflates the standard error of a weight. The factor itself is that of the variance.
def variance_inflation(X):
    factors = []
    for j in range(X.shape[1]):
        A = np.column_stack([np.delete(X, j, axis=1), np.ones(len(X))])
        R2 = r_squared(X[:, j], A @ np.linalg.lstsq(A, X[:, j], rcond=1e-10)[0])
        factors.append(np.inf if R2 > 1 - 1e-12 else np.sqrt(1 / (1 - R2)))
    return np.array(factors)

# %% wrong="variance_inflation_r_not_squared"
# The R² is squared once more, or the correlation stands where its square belongs. Compute the factor of two features by hand from their correlation.
def variance_inflation(X):
    factors = []
    for j in range(X.shape[1]):
        A = np.column_stack([np.delete(X, j, axis=1), np.ones(len(X))])
        R2 = r_squared(X[:, j], A @ np.linalg.lstsq(A, X[:, j], rcond=1e-10)[0])
        factors.append(np.inf if R2 > 1 - 1e-12 else 1 / (1 - R2**2))
    return np.array(factors)

# %% wrong="variance_inflation_by_the_inverse"
# Where the inverse of the correlations exists this is right. Where a feature repeats others it does not: what should come back for exact combinations, and what for the rest?
def variance_inflation(X):
    return np.diag(np.linalg.inv(np.atleast_2d(np.corrcoef(X.T)))).copy()

# %% wrong="variance_inflation_by_the_pseudo_inverse"
# The pseudo-inverse hides the features that repeat each other: they get a small factor instead of an infinite one.
def variance_inflation(X):
    return np.diag(np.linalg.pinv(np.atleast_2d(np.corrcoef(X.T)))).copy()

# %% wrong="variance_inflation_by_covariances"
# This inverts the covariances. They carry the units of the features; which matrix has none?
def variance_inflation(X):
    C = np.atleast_2d(np.cov(X.T))
    factors = np.full(len(C), np.inf)
    if np.linalg.matrix_rank(C) == len(C):
        factors = np.diag(np.linalg.inv(C)).copy()
    return factors

# %% wrong="variance_inflation_by_pairs"
# Each feature is compared with one other at a time. A sum of two others shows only if both are there together.
def variance_inflation(X):
    R = np.atleast_2d(np.corrcoef(X.T)) ** 2
    np.fill_diagonal(R, 0.0)
    largest = R.max(axis=1)
    return np.where(largest > 1 - 1e-12, np.inf, 1 / np.maximum(1 - largest, 1e-12))

# %% wrong="variance_inflation_infinite_too_early"
# Features that are nearly explained are infinite here. Large factors are finite: where exactly does the docstring put the limit?
def variance_inflation(X):
    factors = []
    for j in range(X.shape[1]):
        A = np.column_stack([np.delete(X, j, axis=1), np.ones(len(X))])
        R2 = r_squared(X[:, j], A @ np.linalg.lstsq(A, X[:, j], rcond=1e-10)[0])
        factors.append(np.inf if R2 > 0.999 else 1 / (1 - R2))
    return np.array(factors)

# %% probe="variance_inflation_of_nearly_equal_columns"
variance_inflation(np.array([[64.0, 65.0], [64.0, 63.0], [-64.0, -63.0], [-64.0, -65.0]]))

# %% wrong="variance_inflation_infinite_at_one_only"
# Rounding leaves an R² just below 1, or not quite, and then a huge number comes instead of `inf`. Where does the docstring put the limit?
def variance_inflation(X):
    factors = []
    for j in range(X.shape[1]):
        A = np.column_stack([np.delete(X, j, axis=1), np.ones(len(X))])
        left = X[:, j] - A @ np.linalg.lstsq(A, X[:, j], rcond=1e-10)[0]
        share = max(np.sum(left**2) / np.sum((X[:, j] - X[:, j].mean()) ** 2), 1e-15)
        factors.append(1 / share)
    return np.array(factors)

# %% wrong="variance_inflation_of_rows"
# The rows were taken for the features. A row is an example, a column is a feature.
def variance_inflation(X):
    X = X.T
    factors = []
    for j in range(X.shape[1]):
        A = np.column_stack([np.delete(X, j, axis=1), np.ones(len(X))])
        around = np.sum((X[:, j] - X[:, j].mean()) ** 2)
        left = np.sum((X[:, j] - A @ np.linalg.lstsq(A, X[:, j], rcond=1e-10)[0]) ** 2)
        factors.append(np.inf if left <= 1e-12 * max(around, 1.0) else around / left)
    return np.array(factors)

# %% wrong="variance_inflation_largest_only"
# Only the largest factor comes back. Every feature has one of its own.
def variance_inflation(X):
    factors = []
    for j in range(X.shape[1]):
        A = np.column_stack([np.delete(X, j, axis=1), np.ones(len(X))])
        R2 = r_squared(X[:, j], A @ np.linalg.lstsq(A, X[:, j], rcond=1e-10)[0])
        factors.append(np.inf if R2 > 1 - 1e-12 else 1 / (1 - R2))
    return max(factors)

# %% wrong="variance_inflation_of_earlier_features"
# Each column is regressed on the columns before it only. The others are those after it as well.
def variance_inflation(X):
    factors = []
    for j in range(X.shape[1]):
        A = np.column_stack([X[:, :j], np.ones(len(X))])
        R2 = r_squared(X[:, j], A @ np.linalg.lstsq(A, X[:, j], rcond=1e-10)[0])
        factors.append(np.inf if R2 > 1 - 1e-12 else 1 / (1 - R2))
    return np.array(factors)

# %% wrong="variance_inflation_by_the_normal_equations"
# Where the other columns are independent this is right. Where two of them are equal, the normal equations have no unique solution: which solver copes with that?
def variance_inflation(X):
    factors = []
    for j in range(X.shape[1]):
        A = np.column_stack([np.delete(X, j, axis=1), np.ones(len(X))])
        fitted = A @ (np.linalg.inv(A.T @ A) @ A.T @ X[:, j])
        R2 = r_squared(X[:, j], fitted)
        factors.append(np.inf if R2 > 1 - 1e-12 else 1 / (1 - R2))
    return np.array(factors)

# %% wrong="variance_inflation_centres_in_place"
# The factors are right, but the features that were handed in have changed. Does `-=` make a new array?
def variance_inflation(X):
    X -= X.mean(axis=0)
    factors = []
    for j in range(X.shape[1]):
        A = np.column_stack([np.delete(X, j, axis=1), np.ones(len(X))])
        R2 = r_squared(X[:, j], A @ np.linalg.lstsq(A, X[:, j], rcond=1e-10)[0])
        factors.append(np.inf if R2 > 1 - 1e-12 else 1 / (1 - R2))
    return np.array(factors)

# %% wrong="gradient_check_forward_differences"
# The differences look to one side only. Where f bends strongly, a right gradient seems wrong: on which two sides of w is f to be measured?
def gradient_check(f, gradient, w, eps=1e-6):
    measured = np.array([(f(w + eps * e) - f(w)) / eps for e in np.eye(len(w))])
    g = gradient(w)
    return float(np.max(np.abs(g - measured) / np.maximum(1e-12, np.abs(g) + np.abs(measured))))

# %% wrong="gradient_check_backward_differences"
# The differences look back to one side only. Where f bends strongly, a right gradient seems wrong: on which two sides of w is f to be measured?
def gradient_check(f, gradient, w, eps=1e-6):
    measured = np.array([(f(w) - f(w - eps * e)) / eps for e in np.eye(len(w))])
    g = gradient(w)
    return float(np.max(np.abs(g - measured) / np.maximum(1e-12, np.abs(g) + np.abs(measured))))

# %% wrong="gradient_check_divided_by_eps"
# The measured slopes are twice too large: how far apart are the two places where f is measured?
def gradient_check(f, gradient, w, eps=1e-6):
    measured = np.array([(f(w + eps * e) - f(w - eps * e)) / eps for e in np.eye(len(w))])
    g = gradient(w)
    return float(np.max(np.abs(g - measured) / np.maximum(1e-12, np.abs(g) + np.abs(measured))))

# %% wrong="gradient_check_divided_without_bracket"
# Without a bracket, `/ 2 * eps` divides by 2 and then multiplies by eps. What should be below the line?
def gradient_check(f, gradient, w, eps=1e-6):
    measured = np.array([(f(w + eps * e) - f(w - eps * e)) / 2 * eps for e in np.eye(len(w))])
    g = gradient(w)
    return float(np.max(np.abs(g - measured) / np.maximum(1e-12, np.abs(g) + np.abs(measured))))

# %% wrong="gradient_check_absolute"
# The differences are not divided by the size of the gradients. A miss of 0.001 is much or little: compared with what?
def gradient_check(f, gradient, w, eps=1e-6):
    measured = np.array([(f(w + eps * e) - f(w - eps * e)) / (2 * eps) for e in np.eye(len(w))])
    return float(np.max(np.abs(gradient(w) - measured)))

# %% wrong="gradient_check_of_lengths"
# The lengths of whole vectors are compared. One wrong coordinate among many large ones disappears in them: which operation finds the worst one?
def gradient_check(f, gradient, w, eps=1e-6):
    measured = np.array([(f(w + eps * e) - f(w - eps * e)) / (2 * eps) for e in np.eye(len(w))])
    g = gradient(w)
    size = np.linalg.norm(g) + np.linalg.norm(measured)
    return float(np.linalg.norm(g - measured) / max(1e-12, size))

# %% wrong="gradient_check_mean"
# The quotients are averaged. One wrong coordinate among a thousand right ones would hardly be seen.
def gradient_check(f, gradient, w, eps=1e-6):
    measured = np.array([(f(w + eps * e) - f(w - eps * e)) / (2 * eps) for e in np.eye(len(w))])
    g = gradient(w)
    return float(np.mean(np.abs(g - measured) / np.maximum(1e-12, np.abs(g) + np.abs(measured))))

# %% wrong="gradient_check_sum"
# The quotients are added up. With many coordinates the sum grows even where each is small: which one is asked for?
def gradient_check(f, gradient, w, eps=1e-6):
    measured = np.array([(f(w + eps * e) - f(w - eps * e)) / (2 * eps) for e in np.eye(len(w))])
    g = gradient(w)
    return float(np.sum(np.abs(g - measured) / np.maximum(1e-12, np.abs(g) + np.abs(measured))))

# %% probe="gradient_check_of_two_wrong_coordinates"
gradient_check(lambda w: 2 * w[0] + 4 * w[1] + w[2], lambda w: np.array([6.0, 5.0, 1.0]), np.array([1.0, 0.5, 2.0]))

# %% wrong="gradient_check_relative_to_measured"
# Only the measured gradient stands in the denominator. What is the other part of the sum?
def gradient_check(f, gradient, w, eps=1e-6):
    measured = np.array([(f(w + eps * e) - f(w - eps * e)) / (2 * eps) for e in np.eye(len(w))])
    return float(np.max(np.abs(gradient(w) - measured) / np.maximum(1e-12, np.abs(measured))))

# %% wrong="gradient_check_relative_to_given"
# Only the gradient by the formula stands in the denominator. What is the other part of the sum?
def gradient_check(f, gradient, w, eps=1e-6):
    measured = np.array([(f(w + eps * e) - f(w - eps * e)) / (2 * eps) for e in np.eye(len(w))])
    g = gradient(w)
    return float(np.max(np.abs(g - measured) / np.maximum(1e-12, np.abs(g))))

# %% wrong="gradient_check_relative_to_the_larger"
# The denominator is the larger of the two sizes. The formula has their sum.
def gradient_check(f, gradient, w, eps=1e-6):
    measured = np.array([(f(w + eps * e) - f(w - eps * e)) / (2 * eps) for e in np.eye(len(w))])
    g = gradient(w)
    size = np.maximum(np.abs(g), np.abs(measured))
    return float(np.max(np.abs(g - measured) / np.maximum(1e-12, size)))

# %% wrong="gradient_check_bars_around_the_sum"
# The bars stand around the sum of the two. Opposite signs cancel there, and the quotient explodes: what gets bars of its own?
def gradient_check(f, gradient, w, eps=1e-6):
    measured = np.array([(f(w + eps * e) - f(w - eps * e)) / (2 * eps) for e in np.eye(len(w))])
    g = gradient(w)
    return float(np.max(np.abs(g - measured) / np.maximum(1e-12, np.abs(g + measured))))

# %% wrong="gradient_check_without_bars_above"
# The difference keeps its sign, so a gradient that is too small seems better than a right one. What stands around the difference in the formula?
def gradient_check(f, gradient, w, eps=1e-6):
    measured = np.array([(f(w + eps * e) - f(w - eps * e)) / (2 * eps) for e in np.eye(len(w))])
    g = gradient(w)
    return float(np.max((g - measured) / np.maximum(1e-12, np.abs(g) + np.abs(measured))))

# %% wrong="gradient_check_floor_of_one"
# The denominator is at least 1 here, so small gradients may be as wrong as they like. How small is the number in the formula?
def gradient_check(f, gradient, w, eps=1e-6):
    measured = np.array([(f(w + eps * e) - f(w - eps * e)) / (2 * eps) for e in np.eye(len(w))])
    g = gradient(w)
    return float(np.max(np.abs(g - measured) / np.maximum(1.0, np.abs(g) + np.abs(measured))))

# %% probe="gradient_check_of_small_gradients"
gradient_check(lambda w: 0.125 * w[0], lambda w: np.array([0.25]), np.array([1.0]))

# %% wrong="gradient_check_smallest"
# The smallest quotient comes back: one right coordinate would excuse all wrong ones.
def gradient_check(f, gradient, w, eps=1e-6):
    measured = np.array([(f(w + eps * e) - f(w - eps * e)) / (2 * eps) for e in np.eye(len(w))])
    g = gradient(w)
    return float(np.min(np.abs(g - measured) / np.maximum(1e-12, np.abs(g) + np.abs(measured))))

# %% wrong="gradient_check_differences_turned_round"
# The two measurements are subtracted the wrong way round, so a right gradient seems to have the opposite sign. Which one comes first?
def gradient_check(f, gradient, w, eps=1e-6):
    measured = np.array([(f(w - eps * e) - f(w + eps * e)) / (2 * eps) for e in np.eye(len(w))])
    g = gradient(w)
    return float(np.max(np.abs(g - measured) / np.maximum(1e-12, np.abs(g) + np.abs(measured))))

# %% wrong="gradient_check_all_coordinates_at_once"
# All coordinates take the step together, so the sum of all slopes is measured. How does one coordinate move alone?
def gradient_check(f, gradient, w, eps=1e-6):
    measured = (f(w + eps) - f(w - eps)) / (2 * eps)
    g = gradient(w)
    return float(np.max(np.abs(g - measured) / np.maximum(1e-12, np.abs(g) + np.abs(measured))))

# %% wrong="gradient_check_steps_that_stay"
# The steps pile up: when the second coordinate moves, the first one has not gone back. Where does a fresh step begin?
def gradient_check(f, gradient, w, eps=1e-6):
    step, measured = np.zeros(len(w)), np.zeros(len(w))
    for j in range(len(w)):
        step[j] = eps
        measured[j] = (f(w + step) - f(w - step)) / (2 * eps)
    g = gradient(w)
    return float(np.max(np.abs(g - measured) / np.maximum(1e-12, np.abs(g) + np.abs(measured))))

# %% wrong="gradient_check_own_eps"
# The step is always 1e-6, whatever eps says. What is the last argument for?
def gradient_check(f, gradient, w, eps=1e-6):
    h = 1e-6
    measured = np.array([(f(w + h * e) - f(w - h * e)) / (2 * h) for e in np.eye(len(w))])
    g = gradient(w)
    return float(np.max(np.abs(g - measured) / np.maximum(1e-12, np.abs(g) + np.abs(measured))))

# %% wrong="gradient_check_gradient_not_called"
# `gradient` is a function. What does it need to become the array of slopes at w?
def gradient_check(f, gradient, w, eps=1e-6):
    measured = np.array([(f(w + eps * e) - f(w - eps * e)) / (2 * eps) for e in np.eye(len(w))])
    return float(np.max(np.abs(gradient - measured) / np.maximum(1e-12, np.abs(measured))))

# %% wrong="gradient_check_first_coordinate_only"
# Only the first coordinate is compared. Where does the `return` stand, and which coordinates are there?
def gradient_check(f, gradient, w, eps=1e-6):
    for j in range(len(w)):
        e = np.eye(len(w))[j]
        measured = (f(w + eps * e) - f(w - eps * e)) / (2 * eps)
        g = gradient(w)[j]
        return float(abs(g - measured) / max(1e-12, abs(g) + abs(measured)))

# %% wrong="gradient_check_quotient_for_each"
# A quotient for each coordinate comes back. One number is asked for: the worst.
def gradient_check(f, gradient, w, eps=1e-6):
    measured = np.array([(f(w + eps * e) - f(w - eps * e)) / (2 * eps) for e in np.eye(len(w))])
    g = gradient(w)
    return np.abs(g - measured) / np.maximum(1e-12, np.abs(g) + np.abs(measured))

# %% wrong="gradient_check_verdict_only"
# True or False comes back. The number itself is asked for; whoever calls the function compares it.
def gradient_check(f, gradient, w, eps=1e-6):
    measured = np.array([(f(w + eps * e) - f(w - eps * e)) / (2 * eps) for e in np.eye(len(w))])
    g = gradient(w)
    return bool(np.max(np.abs(g - measured) / np.maximum(1e-12, np.abs(g) + np.abs(measured))) < 1e-6)

# %% wrong="gradient_check_steps_in_place"
# The number is nearly right, but w has changed when the function ends. Step in a copy.
def gradient_check(f, gradient, w, eps=1e-6):
    measured = np.zeros(len(w))
    for j in range(len(w)):
        w[j] += eps
        above = f(w)
        w[j] -= 2 * eps
        measured[j] = (above - f(w)) / (2 * eps)
    g = gradient(w)
    return float(np.max(np.abs(g - measured) / np.maximum(1e-12, np.abs(g) + np.abs(measured))))

# %% wrong="diagnose_test_error_of_the_training_set"
# Both errors are those of the training set. Which examples has the model not seen?
def diagnose(X_train, y_train, X_test, y_test, w, b):
    return {"train_rmse": rmse(y_train, X_train @ w + b), "test_rmse": rmse(y_train, X_train @ w + b),
            "condition_number": condition_number(X_train), "max_leverage": float(np.max(leverage(X_train)))}

# %% wrong="diagnose_errors_swapped"
# The two errors have changed places. Which one belongs to the examples that the model was fitted to?
def diagnose(X_train, y_train, X_test, y_test, w, b):
    return {"train_rmse": rmse(y_test, X_test @ w + b), "test_rmse": rmse(y_train, X_train @ w + b),
            "condition_number": condition_number(X_train), "max_leverage": float(np.max(leverage(X_train)))}

# %% wrong="diagnose_fits_again"
# The model is fitted again here. The weights that were handed in are those to be judged.
def diagnose(X_train, y_train, X_test, y_test, w, b):
    A = np.column_stack([X_train, np.ones(len(X_train))])
    fitted = np.linalg.lstsq(A, y_train)[0]
    w, b = fitted[:-1], fitted[-1]
    return {"train_rmse": rmse(y_train, X_train @ w + b), "test_rmse": rmse(y_test, X_test @ w + b),
            "condition_number": condition_number(X_train), "max_leverage": float(np.max(leverage(X_train)))}

# %% wrong="diagnose_without_bias"
# The predictions are made without the bias. What does the model predict when all features are 0?
def diagnose(X_train, y_train, X_test, y_test, w, b):
    return {"train_rmse": rmse(y_train, X_train @ w), "test_rmse": rmse(y_test, X_test @ w),
            "condition_number": condition_number(X_train), "max_leverage": float(np.max(leverage(X_train)))}

# %% wrong="diagnose_features_of_the_test_set"
# Condition number and leverage are those of the test set. Which examples had a say in the fit?
def diagnose(X_train, y_train, X_test, y_test, w, b):
    return {"train_rmse": rmse(y_train, X_train @ w + b), "test_rmse": rmse(y_test, X_test @ w + b),
            "condition_number": condition_number(X_test), "max_leverage": float(np.max(leverage(X_test)))}

# %% wrong="diagnose_condition_of_the_test_set"
# The condition number is that of the test set. Which features was the model fitted to?
def diagnose(X_train, y_train, X_test, y_test, w, b):
    return {"train_rmse": rmse(y_train, X_train @ w + b), "test_rmse": rmse(y_test, X_test @ w + b),
            "condition_number": condition_number(X_test), "max_leverage": float(np.max(leverage(X_train)))}

# %% wrong="diagnose_leverage_of_the_test_set"
# The leverage is that of the test set. Which examples could bend the fit?
def diagnose(X_train, y_train, X_test, y_test, w, b):
    return {"train_rmse": rmse(y_train, X_train @ w + b), "test_rmse": rmse(y_test, X_test @ w + b),
            "condition_number": condition_number(X_train), "max_leverage": float(np.max(leverage(X_test)))}

# %% wrong="diagnose_mean_leverage"
# This is the mean leverage, which is the rank over n and the same for every data set of this size. Which one tells an example that decides alone?
def diagnose(X_train, y_train, X_test, y_test, w, b):
    return {"train_rmse": rmse(y_train, X_train @ w + b), "test_rmse": rmse(y_test, X_test @ w + b),
            "condition_number": condition_number(X_train), "max_leverage": float(np.mean(leverage(X_train)))}

# %% wrong="diagnose_place_of_the_leverage"
# This is the place of the largest leverage, not its value. What is the difference between `argmax` and `max`?
def diagnose(X_train, y_train, X_test, y_test, w, b):
    return {"train_rmse": rmse(y_train, X_train @ w + b), "test_rmse": rmse(y_test, X_test @ w + b),
            "condition_number": condition_number(X_train), "max_leverage": float(np.argmax(leverage(X_train)))}

# %% wrong="diagnose_all_leverages"
# All leverages stand in the report. The table asks for one number.
def diagnose(X_train, y_train, X_test, y_test, w, b):
    return {"train_rmse": rmse(y_train, X_train @ w + b), "test_rmse": rmse(y_test, X_test @ w + b),
            "condition_number": condition_number(X_train), "max_leverage": leverage(X_train)}

# %% wrong="diagnose_condition_with_ones"
# A column of ones was added before the condition number and the leverage. The table says: of X_train.
def diagnose(X_train, y_train, X_test, y_test, w, b):
    A = np.column_stack([X_train, np.ones(len(X_train))])
    return {"train_rmse": rmse(y_train, X_train @ w + b), "test_rmse": rmse(y_test, X_test @ w + b),
            "condition_number": condition_number(A), "max_leverage": float(np.max(leverage(A)))}

# %% wrong="diagnose_numpy_condition_number"
# This is the condition number of NumPy, which is huge where it should be infinite. Which function does the notebook give?
def diagnose(X_train, y_train, X_test, y_test, w, b):
    huge = min(float(np.linalg.cond(X_train)), 1e16)
    return {"train_rmse": rmse(y_train, X_train @ w + b), "test_rmse": rmse(y_test, X_test @ w + b),
            "condition_number": huge, "max_leverage": float(np.max(leverage(X_train)))}

# %% wrong="diagnose_condition_squared"
# This is the condition number of XᵀX, the square of what is asked for.
def diagnose(X_train, y_train, X_test, y_test, w, b):
    return {"train_rmse": rmse(y_train, X_train @ w + b), "test_rmse": rmse(y_test, X_test @ w + b),
            "condition_number": condition_number(X_train) ** 2, "max_leverage": float(np.max(leverage(X_train)))}

# %% wrong="diagnose_r_squared_for_rmse"
# The errors are R² here. What do the keys of the table call for?
def diagnose(X_train, y_train, X_test, y_test, w, b):
    def share(y, y_hat):
        around = np.sum((y - np.mean(y)) ** 2)
        return 1 - np.sum((y - y_hat) ** 2) / (around if around else 1.0)
    return {"train_rmse": share(y_train, X_train @ w + b), "test_rmse": share(y_test, X_test @ w + b),
            "condition_number": condition_number(X_train), "max_leverage": float(np.max(leverage(X_train)))}

# %% wrong="diagnose_mean_squared_errors"
# The errors are mean squares. Which step brings the unit back?
def diagnose(X_train, y_train, X_test, y_test, w, b):
    return {"train_rmse": rmse(y_train, X_train @ w + b) ** 2, "test_rmse": rmse(y_test, X_test @ w + b) ** 2,
            "condition_number": condition_number(X_train), "max_leverage": float(np.max(leverage(X_train)))}

# %% wrong="diagnose_bias_subtracted"
# The bias has the wrong sign in the predictions.
def diagnose(X_train, y_train, X_test, y_test, w, b):
    return {"train_rmse": rmse(y_train, X_train @ w - b), "test_rmse": rmse(y_test, X_test @ w - b),
            "condition_number": condition_number(X_train), "max_leverage": float(np.max(leverage(X_train)))}

# %% wrong="diagnose_as_a_tuple"
# The numbers come as a tuple. A dict says which is which: how is it written?
def diagnose(X_train, y_train, X_test, y_test, w, b):
    return (rmse(y_train, X_train @ w + b), rmse(y_test, X_test @ w + b),
            condition_number(X_train), float(np.max(leverage(X_train))))

# %% wrong="diagnose_other_keys"
# The keys are spelled in another way than the table spells them. Whoever reads the report asks for these very words.
def diagnose(X_train, y_train, X_test, y_test, w, b):
    return {"rmse_train": rmse(y_train, X_train @ w + b), "rmse_test": rmse(y_test, X_test @ w + b),
            "condition_number": condition_number(X_train), "max_leverage": float(np.max(leverage(X_train)))}

# %% wrong="clinic_in_the_order_of_the_table"
# The names stand in the order of the table. The patients do not: read each patient's numbers, line by line.
clinic = {
    "A": "leakage",
    "B": "collinearity",
    "C": "outlier",
    "D": "scaling",
}

# %% wrong="clinic_scaling_and_collinearity_swapped"
# Two patients have a condition number far above the others, and their names have changed places. Which of the other lines depends on units, and which does not?
clinic = {
    "A": "outlier",
    "B": "collinearity",
    "C": "scaling",
    "D": "leakage",
}

# %% wrong="clinic_outlier_and_leakage_swapped"
# One patient has very good predictions, another has one example of high leverage, and their names have changed places. Which of the two illnesses makes predictions better?
clinic = {
    "A": "leakage",
    "B": "scaling",
    "C": "collinearity",
    "D": "outlier",
}

# %% wrong="clinic_leakage_and_scaling_swapped"
# Leakage and scaling have changed places. Which of the two leaves its trace in the errors, and which in the spread of the features?
clinic = {
    "A": "outlier",
    "B": "leakage",
    "C": "collinearity",
    "D": "scaling",
}

# %% wrong="clinic_leakage_and_collinearity_swapped"
# Leakage and collinearity have changed places. Features that repeat each other leave the predictions as good as they were: what do they spoil?
clinic = {
    "A": "outlier",
    "B": "scaling",
    "C": "leakage",
    "D": "collinearity",
}

# %% wrong="clinic_outlier_and_scaling_swapped"
# The outlier and the unscaled features have changed places. Which line of the report looks for one example, and which one compares the features?
clinic = {
    "A": "scaling",
    "B": "outlier",
    "C": "collinearity",
    "D": "leakage",
}

# %% wrong="clinic_outlier_and_collinearity_swapped"
# The outlier and the collinear features have changed places. Is it one example that stands out, or a pair of features?
clinic = {
    "A": "collinearity",
    "B": "scaling",
    "C": "outlier",
    "D": "leakage",
}

# %% wrong="clinic_two_with_collinearity"
# Two patients with a large condition number are both called collinear. There is another reason for a large one: what do their other lines say?
clinic = {
    "A": "outlier",
    "B": "collinearity",
    "C": "collinearity",
    "D": "leakage",
}

# %% wrong="clinic_two_with_scaling"
# Two patients with a large condition number are both called unscaled. There is another reason for a large one: what do their other lines say?
clinic = {
    "A": "outlier",
    "B": "scaling",
    "C": "scaling",
    "D": "leakage",
}

# %% wrong="clinic_in_capitals"
# Capital letters make other words of the names. Write them as the table does.
clinic = {
    "A": "Outlier",
    "B": "Scaling",
    "C": "Collinearity",
    "D": "Leakage",
}

# %% wrong="r_squared_small_for_constant"
# Targets whose numbers are all small are refused as well. In another unit they would be large: which question does not depend on the unit?
def r_squared(y, y_hat):
    around = np.sum((y - np.mean(y)) ** 2)
    if np.isclose(around, 0):
        raise ValueError("all targets are equal")
    return float(1 - np.sum((y - y_hat) ** 2) / around)

# %% probe="r_squared_of_small_targets"
r_squared(2.0**-20 * np.array([0.0, 1.0, 3.0, 4.0]), 2.0**-20 * np.array([1.0, 2.0, 2.0, 5.0]))

# %% wrong="leverage_generous_cut"
# Directions that are short, but count, are taken for zero: the cut is too high. Which fraction of the largest singular value does the exercise name?
def leverage(X):
    return np.diag(X @ np.linalg.pinv(X, rcond=1e-6)).copy()

# %% probe="leverage_of_a_direction_that_is_short_in_squares"
leverage(np.array([[0.0, 0.0], [4.0, 0.0], [0.0, 4e-7]]))

# %% wrong="gradient_check_writes_and_restores"
# The number is right, but w is written to and put back. Whoever shares it sees the steps, and an array that may not be written stops the function: step in a copy.
def gradient_check(f, gradient, w, eps=1e-6):
    g, worst = gradient(w), 0.0
    for j in range(len(w)):
        kept = w[j]
        w[j] = kept + eps
        above = f(w)
        w[j] = kept - eps
        measured = (above - f(w)) / (2 * eps)
        w[j] = kept
        worst = max(worst, abs(g[j] - measured) / max(1e-12, abs(g[j]) + abs(measured)))
    return float(worst)

# %% probe="gradient_check_at_a_place_that_cannot_be_written"
w = np.array([0.5, -2.0])
w.flags.writeable = False
gradient_check(lambda v: v @ v, lambda v: 4 * v, w)

# %% wrong="r_squared_first_and_last"
# Targets whose first and last are equal are refused, whatever stands between them. When is the denominator really 0?
def r_squared(y, y_hat):
    if y[0] == y[-1]:
        raise ValueError("all targets are equal")
    return float(1 - np.sum((y - y_hat) ** 2) / np.sum((y - np.mean(y)) ** 2))

# %% probe="r_squared_of_targets_that_return"
r_squared(np.array([2.0, 5.0, 2.0]), np.array([2.0, 4.0, 3.0]))
