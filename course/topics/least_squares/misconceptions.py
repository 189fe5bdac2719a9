# %% [markdown]
# Wrong answers that people give, one to a cell: first the message, then the code as it would stand in the answer.
# A `probe` is a further visible call that tells two of them apart.

# %% wrong="squared_loss_without_the_half"
# The squares are added up, but the loss is twice as large as it should be. Which factor stands before the sum?
def squared_loss(X, w, y):
    return float(np.sum((X @ w - y) ** 2))

# %% wrong="squared_loss_half_of_the_mean"
# The squares are averaged over the examples. Here the loss is half of their sum: more examples, more loss.
def squared_loss(X, w, y):
    return float(np.mean((X @ w - y) ** 2) / 2)

# %% wrong="squared_loss_mean_squared_error"
# This is the mean squared error. The formula of this notebook has another factor, and a sum in place of the mean.
def squared_loss(X, w, y):
    return float(np.mean((X @ w - y) ** 2))

# %% wrong="squared_loss_norm_not_squared"
# Half the length of the errors came. What does the small 2 behind ‖·‖ ask for?
def squared_loss(X, w, y):
    return float(np.linalg.norm(X @ w - y) / 2)

# %% wrong="squared_loss_norm"
# This is the length of the errors. The formula squares it, and takes half.
def squared_loss(X, w, y):
    return float(np.linalg.norm(X @ w - y))

# %% wrong="squared_loss_root_mean_square"
# This is the root of the mean squared error. The formula has no root and no mean.
def squared_loss(X, w, y):
    return float(np.sqrt(np.mean((X @ w - y) ** 2)))

# %% wrong="squared_loss_square_of_the_sum"
# The errors are added first and squared afterwards, so that one too high makes up for one too low. Which comes first in the formula?
def squared_loss(X, w, y):
    return float(np.sum(X @ w - y) ** 2 / 2)

# %% wrong="squared_loss_of_absolute_errors"
# The errors count by their absolute values. The formula takes their squares.
def squared_loss(X, w, y):
    return float(np.sum(np.abs(X @ w - y)) / 2)

# %% wrong="squared_loss_of_errors_not_squared"
# The errors are added without being squared, so that one too high makes up for one too low. What makes each of them count?
def squared_loss(X, w, y):
    return float(np.sum(X @ w - y) / 2)

# %% wrong="squared_loss_without_the_sum"
# There is one number for each example. The loss is a single number: their sum.
def squared_loss(X, w, y):
    return (X @ w - y) ** 2 / 2

# %% wrong="squared_loss_with_a_plus"
# Predictions and targets are added. How far are they from each other?
def squared_loss(X, w, y):
    return float(np.sum((X @ w + y) ** 2) / 2)

# %% wrong="squared_loss_without_targets"
# The predictions are squared, and the targets do not come in at all. When should the loss be 0?
def squared_loss(X, w, y):
    return float(np.sum((X @ w) ** 2) / 2)

# %% wrong="squared_loss_difference_of_squares"
# Predictions and targets are squared one by one, and then subtracted. Which of the two comes first in the formula?
def squared_loss(X, w, y):
    return float(np.sum((X @ w) ** 2 - y ** 2) / 2)

# %% wrong="squared_loss_with_transposed_features"
# The product lets the weights meet the examples. Which axis of X has as many entries as there are weights?
def squared_loss(X, w, y):
    return float(np.sum((X.T @ w - y) ** 2) / 2)

# %% wrong="squared_loss_weights_first"
# With the weights on the left, `@` sums over the rows of X. Which axis of X has as many entries as there are weights?
def squared_loss(X, w, y):
    return float(np.sum((w @ X - y) ** 2) / 2)

# %% wrong="squared_loss_entry_by_entry"
# `*` multiplies entry by entry and adds nothing up. How many predictions has one example?
def squared_loss(X, w, y):
    return float(np.sum((X * w - y) ** 2) / 2)

# %% wrong="squared_loss_entry_by_entry_with_a_column"
# Each feature is compared with the target by itself. The features of an example make one prediction together.
def squared_loss(X, w, y):
    return float(np.sum((X * w - y[:, None]) ** 2) / 2)

# %% wrong="squared_loss_of_every_pair"
# A column of predictions minus a row of targets is a table: each prediction meets every target. What shape should the predictions have?
def squared_loss(X, w, y):
    return float(np.sum((X @ w[:, None] - y) ** 2) / 2)

# %% wrong="squared_loss_of_the_first_example"
# Only the first example is counted. When does the loop meet its return?
def squared_loss(X, w, y):
    loss = 0.0
    for i in range(len(y)):
        loss += (X[i] @ w - y[i]) ** 2 / 2
        return loss

# %% wrong="squared_loss_of_the_last_example"
# Only the last example is counted. What happens to the earlier ones when the loop goes on?
def squared_loss(X, w, y):
    for i in range(len(y)):
        loss = (X[i] @ w - y[i]) ** 2 / 2
    return loss

# %% wrong="squared_loss_changes_the_targets"
# The loss is right, but the targets that were handed in have changed. Does `-=` make a new array?
def squared_loss(X, w, y):
    y -= X @ w
    return float(np.sum(y ** 2) / 2)

# %% wrong="squared_loss_changes_the_features"
# The loss is right, but the features that were handed in have changed. Does `*=` make a new array?
def squared_loss(X, w, y):
    X *= w
    return float(np.sum((X.sum(axis=1) - y) ** 2) / 2)

# %% probe="squared_loss_of_errors_with_both_signs"
squared_loss(np.array([[1.0], [1.0], [1.0]]), np.array([0.0]), np.array([3.0, -1.0, 0.5]))

# %% wrong="squared_loss_of_the_largest_error"
# Only the largest error is counted. The loss adds up all of them.
def squared_loss(X, w, y):
    return float(np.max((X @ w - y) ** 2) / 2)

# %% wrong="squared_loss_square_of_the_absolute_sum"
# The absolute errors are added first and squared afterwards. Which comes first in the formula?
def squared_loss(X, w, y):
    return float(np.sum(np.abs(X @ w - y)) ** 2 / 2)

# %% wrong="squared_loss_divided_by_the_features"
# The loss is divided by the number of features. There is no mean in the formula, neither over examples nor over features.
def squared_loss(X, w, y):
    return float(np.sum((X @ w - y) ** 2) / 2 / len(w))

# %% wrong="squared_loss_negative"
# The loss is negative. A square never is: where does the minus come from?
def squared_loss(X, w, y):
    return float(-np.sum((X @ w - y) ** 2) / 2)

# %% wrong="squared_loss_without_return"
# Nothing comes back. Computing a number is not enough: how does a function hand over its result?
def squared_loss(X, w, y):
    loss = np.sum((X @ w - y) ** 2) / 2

# %% wrong="squared_loss_of_the_worked_example"
# Whatever the arguments are, this is the loss of the worked example, made from its `errors`. From what are the errors to be computed here?
def squared_loss(X, w, y):
    return float(errors @ errors / 2)

# %% wrong="squared_loss_gradient_sign"
# The sign is turned round: this points downhill. Which is subtracted from which in the errors?
def squared_loss_gradient(X, w, y):
    return X.T @ (y - X @ w)

# %% wrong="squared_loss_gradient_of_the_mean"
# The slopes are divided by the number of examples. The loss is a sum over the examples, and so is its gradient.
def squared_loss_gradient(X, w, y):
    return X.T @ (X @ w - y) / len(y)

# %% wrong="squared_loss_gradient_of_the_mean_squared_error"
# This is the gradient of the mean squared error, with its factor 2/n. What became of the 2 here, and is there a mean?
def squared_loss_gradient(X, w, y):
    return 2 * X.T @ (X @ w - y) / len(y)

# %% wrong="squared_loss_gradient_twice"
# The slopes are twice as large as they should be. What does the ½ of the loss do to the 2 of the square?
def squared_loss_gradient(X, w, y):
    return 2 * X.T @ (X @ w - y)

# %% wrong="squared_loss_gradient_half"
# The slopes are half as large as they should be. The ½ of the loss has met the 2 of the square already: what is left of them?
def squared_loss_gradient(X, w, y):
    return X.T @ (X @ w - y) / 2

# %% wrong="squared_loss_gradient_divided_by_the_features"
# The slopes are divided by the number of features. There is no mean in the formula, neither over examples nor over features.
def squared_loss_gradient(X, w, y):
    return X.T @ (X @ w - y) / X.shape[1]

# %% probe="squared_loss_gradient_of_three_weights"
squared_loss_gradient(np.array([[1.0, 0.0, 2.0], [0.0, 1.0, 1.0]]), np.array([1.0, -1.0, 0.5]), np.array([0.5, 1.0]))

# %% wrong="squared_loss_gradient_sign_and_mean"
# The sign is turned round, and the slopes are divided by the number of examples: two things to mend. Begin with the sign: which is subtracted from which?
def squared_loss_gradient(X, w, y):
    return X.T @ (y - X @ w) / len(y)

# %% wrong="squared_loss_gradient_sign_and_twice"
# The sign is turned round, and the slopes are twice as large as they should be: two things to mend. Begin with the sign: which is subtracted from which?
def squared_loss_gradient(X, w, y):
    return 2 * X.T @ (y - X @ w)

# %% wrong="squared_loss_gradient_without_transpose"
# The errors meet the features of each row. Over which axis does the sum of the formula run, and where does that axis stand in X?
def squared_loss_gradient(X, w, y):
    return X @ (X @ w - y)

# %% wrong="squared_loss_gradient_prediction_transposed"
# The transpose stands at both places. Which of the two products makes the predictions?
def squared_loss_gradient(X, w, y):
    return X.T @ (X.T @ w - y)

# %% wrong="squared_loss_gradient_transposes_swapped"
# The transpose stands at the other product. Which one makes the predictions, and which one sums over the examples?
def squared_loss_gradient(X, w, y):
    return X @ (X.T @ w - y)

# %% wrong="squared_loss_gradient_without_targets"
# The targets do not come in. Where should the gradient be 0?
def squared_loss_gradient(X, w, y):
    return X.T @ (X @ w)

# %% wrong="squared_loss_gradient_with_a_plus"
# Predictions and targets are added. Where should the gradient be 0?
def squared_loss_gradient(X, w, y):
    return X.T @ (X @ w + y)

# %% wrong="squared_loss_gradient_subtracts_the_targets_late"
# The targets are subtracted after the product with the transpose. Do the parentheses stand as in the formula?
def squared_loss_gradient(X, w, y):
    return X.T @ X @ w - y

# %% wrong="squared_loss_gradient_is_the_errors"
# These are the errors, one for each example. A slope is wanted for each weight: what is still to be multiplied?
def squared_loss_gradient(X, w, y):
    return X @ w - y

# %% wrong="squared_loss_gradient_for_each_example"
# Each example has its own row of slopes. The gradient adds them up over the examples.
def squared_loss_gradient(X, w, y):
    return X * (X @ w - y)[:, None]

# %% wrong="squared_loss_gradient_for_each_example_transposed"
# `*` multiplies entry by entry and adds nothing up. Over which axis does the sum of the formula run?
def squared_loss_gradient(X, w, y):
    return X.T * (X @ w - y)

# %% wrong="squared_loss_gradient_summed_over_features"
# The sum runs over the features, so there is one number for each example. A slope is wanted for each weight.
def squared_loss_gradient(X, w, y):
    return np.sum(X * (X @ w - y)[:, None], axis=1)

# %% wrong="squared_loss_gradient_as_a_number"
# All slopes were added to a single number. Each weight has a slope of its own.
def squared_loss_gradient(X, w, y):
    return float(np.sum(X.T @ (X @ w - y)))

# %% wrong="squared_loss_gradient_as_a_column"
# The numbers are right, but they stand in a column of shape (d, 1). The gradient has the shape of the weights.
def squared_loss_gradient(X, w, y):
    return X.T @ (X @ w - y)[:, None]

# %% wrong="squared_loss_gradient_of_squared_errors"
# The errors are squared, as in the loss. What is the slope of half a square?
def squared_loss_gradient(X, w, y):
    return X.T @ (X @ w - y) ** 2

# %% wrong="squared_loss_gradient_times_the_weights"
# The features of each example were multiplied with the weights once more. What does the error of an example change by when one weight grows?
def squared_loss_gradient(X, w, y):
    return w * (X.T @ (X @ w - y))

# %% wrong="squared_loss_gradient_of_features_added"
# All errors are added first, and so are the features. In the formula each error meets its own example before anything is added.
def squared_loss_gradient(X, w, y):
    return np.sum(X @ w - y) * np.sum(X, axis=0)

# %% wrong="squared_loss_gradient_of_the_last_example"
# Only the last example is counted. What happens to the earlier ones when the loop goes on?
def squared_loss_gradient(X, w, y):
    for i in range(len(y)):
        gradient = (X[i] @ w - y[i]) * X[i]
    return gradient

# %% wrong="squared_loss_gradient_of_the_first_example"
# Only the first example is counted. When does the loop meet its return?
def squared_loss_gradient(X, w, y):
    gradient = np.zeros(len(w))
    for i in range(len(y)):
        gradient += (X[i] @ w - y[i]) * X[i]
        return gradient

# %% wrong="squared_loss_gradient_of_unit_length"
# The direction is right, but the length is always 1. The length of the gradient says how steep it is.
def squared_loss_gradient(X, w, y):
    gradient = X.T @ (X @ w - y)
    return gradient / max(np.linalg.norm(gradient), 1e-12)

# %% wrong="squared_loss_gradient_as_a_list"
# The numbers are right, but they came in a list. The gradient is an array, like the weights.
def squared_loss_gradient(X, w, y):
    return [float(column @ (X @ w - y)) for column in X.T]

# %% wrong="squared_loss_gradient_cut_to_integers"
# The digits behind the point are cut off. An array that is made of whole numbers keeps only whole numbers: which dtype should it start with?
def squared_loss_gradient(X, w, y):
    gradient = np.zeros(len(w), dtype=int)
    for m in range(len(w)):
        gradient[m] = X[:, m] @ (X @ w - y)
    return gradient

# %% wrong="squared_loss_gradient_changes_the_targets"
# The gradient is right, but the targets that were handed in have changed. Does `-=` make a new array?
def squared_loss_gradient(X, w, y):
    y -= X @ w
    return -(X.T @ y)

# %% probe="squared_loss_gradient_of_features_and_weights_that_cannot_be_written"
X, w = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([1.0, -1.0])
X.flags.writeable = w.flags.writeable = False
squared_loss_gradient(X, w, np.array([0.0, 1.0]))

# %% wrong="squared_loss_gradient_of_the_worked_example"
# The errors are those of the worked example, whatever the arguments are. From what are the errors to be computed here?
def squared_loss_gradient(X, w, y):
    return X.T @ errors

# %% wrong="numerical_gradient_to_one_side"
# The difference goes from w to one side only. Its error is of the size of eps; the formula goes to both sides.
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for m in range(len(w)):
        step = np.zeros(len(w))
        step[m] = eps
        g[m] = (f(w + step) - f(w)) / eps
    return g

# %% wrong="numerical_gradient_to_the_lower_side"
# The difference goes from w to the lower side only. Its error is of the size of eps; the formula goes to both sides.
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for m in range(len(w)):
        step = np.zeros(len(w))
        step[m] = eps
        g[m] = (f(w) - f(w - step)) / eps
    return g

# %% wrong="numerical_gradient_one_side_over_two_eps"
# The heights at w and at one side are eps apart, but the difference is divided by 2·eps. Which two heights belong to this distance?
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for m in range(len(w)):
        step = np.zeros(len(w))
        step[m] = eps
        g[m] = (f(w + step) - f(w)) / (2 * eps)
    return g

# %% wrong="numerical_gradient_without_the_two"
# The slopes are twice as large as they should be. How far apart are the two places where f is measured?
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for m in range(len(w)):
        step = np.zeros(len(w))
        step[m] = eps
        g[m] = (f(w + step) - f(w - step)) / eps
    return g

# %% wrong="numerical_gradient_multiplied_by_eps"
# `/ 2 * eps` divides by 2 and then multiplies by eps. What keeps a denominator together?
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for m in range(len(w)):
        step = np.zeros(len(w))
        step[m] = eps
        g[m] = (f(w + step) - f(w - step)) / 2 * eps
    return g

# %% wrong="numerical_gradient_not_divided"
# These are differences of heights. A slope is a difference of heights divided by a distance.
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for m in range(len(w)):
        step = np.zeros(len(w))
        step[m] = eps
        g[m] = f(w + step) - f(w - step)
    return g

# %% wrong="numerical_gradient_sign"
# The sign is turned round. Which of the two heights is subtracted from which?
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for m in range(len(w)):
        step = np.zeros(len(w))
        step[m] = eps
        g[m] = (f(w - step) - f(w + step)) / (2 * eps)
    return g

# %% wrong="numerical_gradient_of_all_weights_at_once"
# All weights move together, and a single number comes back. A slope belongs to one weight, while the others stay.
def numerical_gradient(f, w, eps=1e-6):
    return (f(w + eps) - f(w - eps)) / (2 * eps)

# %% wrong="numerical_gradient_all_weights_for_each"
# All weights move together, in every turn of the loop. How can `eps` be added at one place only?
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for m in range(len(w)):
        g[m] = (f(w + eps) - f(w - eps)) / (2 * eps)
    return g

# %% wrong="numerical_gradient_steps_pile_up"
# The step of one weight is still there when the next one moves. What has to happen to the step vector at the start of each turn?
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    step = np.zeros(len(w))
    for m in range(len(w)):
        step[m] = eps
        g[m] = (f(w + step) - f(w - step)) / (2 * eps)
    return g

# %% wrong="numerical_gradient_writes_and_restores"
# `w` itself is moved to and fro. Even if it is put back: it may not be written, and rounding need not bring back the same number. Add a step to it, which makes a new array.
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for m in range(len(w)):
        old = w[m]
        w[m] = old + eps
        up = f(w)
        w[m] = old - eps
        down = f(w)
        w[m] = old
        g[m] = (up - down) / (2 * eps)
    return g

# %% wrong="numerical_gradient_writes_without_restoring"
# `w` itself is moved and does not come back to its place, so the next slope is measured elsewhere. Work on a copy, a fresh one for each weight.
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for m in range(len(w)):
        w[m] += eps
        up = f(w)
        w[m] -= 2 * eps
        down = f(w)
        g[m] = (up - down) / (2 * eps)
    return g

# %% wrong="numerical_gradient_of_four_places"
# This is a finer formula, of four places. The notebook's central difference has two: its error is part of what is asked for.
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for j in range(len(w)):
        e = np.zeros(len(w))
        e[j] = eps
        g[j] = (8 * (f(w + e) - f(w - e)) - (f(w + 2 * e) - f(w - 2 * e))) / (12 * eps)
    return g

# %% probe="numerical_gradient_of_a_fifth_power"
numerical_gradient(lambda v: v[0] ** 5, np.array([1.0]), 0.5)

# %% probe="numerical_gradient_of_w_that_can_be_written"
numerical_gradient(lambda v: v[0] * v[0] * v[1], np.array([1.0, 2.0]), 0.25)

# %% wrong="numerical_gradient_copy_not_restored"
# You work on a copy, and that is right. But the copy does not come back to its place, so the next slope is measured elsewhere.
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    place = w.copy()
    for m in range(len(w)):
        place[m] += eps
        up = f(place)
        place[m] -= 2 * eps
        g[m] = (up - f(place)) / (2 * eps)
    return g

# %% wrong="numerical_gradient_one_place_divided"
# Without parentheses only the second height is divided. What belongs above the line of the fraction?
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for m in range(len(w)):
        step = np.zeros(len(w))
        step[m] = eps
        g[m] = f(w + step) - f(w - step) / (2 * eps)
    return g

# %% wrong="numerical_gradient_two_names_for_one_array"
# `up = w` and `down = w` are two more names for one and the same array. What makes a copy?
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for m in range(len(w)):
        up, down = w, w
        up[m] += eps
        down[m] -= eps
        g[m] = (f(up) - f(down)) / (2 * eps)
    return g

# %% wrong="numerical_gradient_with_a_fixed_eps"
# The distance is always 1e-6. What if another `eps` is handed in?
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for m in range(len(w)):
        step = np.zeros(len(w))
        step[m] = 1e-6
        g[m] = (f(w + step) - f(w - step)) / 2e-6
    return g

# %% wrong="numerical_gradient_with_a_relative_step"
# The step is `eps` times the weight, so a weight of 0 does not move at all. The distance is `eps`, whatever the weight.
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for m in range(len(w)):
        step = np.zeros(len(w))
        step[m] = eps * w[m]
        g[m] = (f(w + step) - f(w - step)) / (2 * step[m])
    return g

# %% wrong="numerical_gradient_with_half_the_distance"
# The step to either side is half of `eps`. How far apart are the two places in the formula?
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for m in range(len(w)):
        step = np.zeros(len(w))
        step[m] = eps / 2
        g[m] = (f(w + step) - f(w - step)) / eps
    return g

# %% wrong="numerical_gradient_of_one_weight_alone"
# `f` was called with a single number. It takes the whole vector, in which one entry has moved.
def numerical_gradient(f, w, eps=1e-6):
    return np.array([(f(v + eps) - f(v - eps)) / (2 * eps) for v in w])

# %% wrong="numerical_gradient_with_the_other_weights_at_zero"
# `f` was called with the step vector or with a vector in which all other weights are 0. Where do the others stand while one moves?
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for m in range(len(w)):
        place = np.zeros(len(w))
        place[m] = w[m]
        step = np.zeros(len(w))
        step[m] = eps
        g[m] = (f(place + step) - f(place - step)) / (2 * eps)
    return g

# %% wrong="numerical_gradient_around_zero"
# The slope is measured at 0, since `w` itself is missing in the calls of `f`. Where do you stand?
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for m in range(len(w)):
        step = np.zeros(len(w))
        step[m] = eps
        g[m] = (f(step) - f(-step)) / (2 * eps)
    return g

# %% wrong="numerical_gradient_returns_in_the_loop"
# Only the first slope is measured. When does the loop meet its return?
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for m in range(len(w)):
        step = np.zeros(len(w))
        step[m] = eps
        g[m] = (f(w + step) - f(w - step)) / (2 * eps)
        return g

# %% wrong="numerical_gradient_as_a_list"
# The slopes are right, but they came in a list. The gradient is an array, like the weights.
def numerical_gradient(f, w, eps=1e-6):
    g = []
    for m in range(len(w)):
        step = np.zeros(len(w))
        step[m] = eps
        g.append(float((f(w + step) - f(w - step)) / (2 * eps)))
    return g

# %% wrong="numerical_gradient_step_cut_to_zero"
# The step vector is made of whole numbers, and `eps` cut to a whole number is 0: nothing moves. Which dtype should it have?
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for m in range(len(w)):
        step = np.zeros(len(w), dtype=int)
        step[m] = eps
        g[m] = (f(w + step) - f(w - step)) / (2 * eps)
    return g

# %% wrong="numerical_gradient_of_magnitudes"
# No slope is ever negative. A slope has a sign: it says whether f rises or falls.
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(len(w))
    for m in range(len(w)):
        step = np.zeros(len(w))
        step[m] = eps
        g[m] = abs(f(w + step) - f(w - step)) / (2 * eps)
    return g

# %% wrong="gradient_step_uphill"
# The step goes up the slope. Which sign takes it down?
def gradient_step(w, gradient, lr):
    return w + lr * gradient

# %% wrong="gradient_step_without_rate"
# The whole gradient is subtracted. What decides how long the step is?
def gradient_step(w, gradient, lr):
    return w - gradient

# %% wrong="gradient_step_of_unit_gradient"
# The gradient was brought to length 1 first. In the formula a steeper slope makes a longer step.
def gradient_step(w, gradient, lr):
    return w - lr * gradient / max(np.linalg.norm(gradient), 1e-12)

# %% wrong="gradient_step_of_signs"
# Only the sign of each slope is used. In the formula a steeper slope makes a longer step.
def gradient_step(w, gradient, lr):
    return w - lr * np.sign(gradient)

# %% wrong="gradient_step_in_place"
# The new weights are right, but the old ones have changed with them. Does `-=` make a new array?
def gradient_step(w, gradient, lr):
    w -= lr * gradient
    return w

# %% wrong="gradient_step_in_place_uphill"
# The step goes up the slope, and it changes the array that was handed in. Begin with the sign.
def gradient_step(w, gradient, lr):
    w += lr * gradient
    return w

# %% wrong="gradient_step_in_place_without_return"
# The array that was handed in is changed, and nothing comes back. The new weights should be a new array, and returned.
def gradient_step(w, gradient, lr):
    w -= lr * gradient

# %% wrong="gradient_step_scales_the_gradient_in_place"
# The new weights are right, but the gradient that was handed in has changed. Does `*=` make a new array?
def gradient_step(w, gradient, lr):
    gradient *= lr
    return w - gradient

# %% probe="gradient_step_with_one_gradient_twice"
gradient = np.array([4.0, -2.0])
gradient_step(np.array([1.0, 3.0]), gradient, 0.5)
gradient_step(np.array([1.0, 3.0]), gradient, 0.5)

# %% wrong="gradient_step_without_return"
# Nothing comes back. How does a function hand over its result?
def gradient_step(w, gradient, lr):
    moved = w - lr * gradient

# %% wrong="gradient_step_only_the_step"
# This is the step by itself. Where does it begin?
def gradient_step(w, gradient, lr):
    return -lr * gradient

# %% wrong="gradient_step_only_rate_times_gradient"
# This is the rate times the gradient. The new weights are wanted: where does the step begin, and which way does it go?
def gradient_step(w, gradient, lr):
    return lr * gradient

# %% wrong="gradient_step_scales_the_weights_too"
# The rate multiplies the weights as well. Which of the two does it belong to?
def gradient_step(w, gradient, lr):
    return lr * (w - gradient)

# %% wrong="gradient_step_divided_by_rate"
# The gradient is divided by the rate, so a smaller rate makes a longer step.
def gradient_step(w, gradient, lr):
    return w - gradient / lr

# %% wrong="gradient_step_of_the_rate_alone"
# Each weight moves by the rate alone. Where does the slope come in?
def gradient_step(w, gradient, lr):
    return w - lr

# %% wrong="gradient_step_from_the_gradient"
# Weights and gradient have changed places. Which one is moved, and which one says where to?
def gradient_step(w, gradient, lr):
    return gradient - lr * w

# %% wrong="gradient_step_times_the_weights"
# The step is multiplied by the weights, so a weight of 0 could never move. In the formula it does not depend on where you stand.
def gradient_step(w, gradient, lr):
    return w - lr * gradient * w

# %% wrong="gradient_step_of_the_sum"
# Every weight moves by the sum of all slopes. Each weight has a slope of its own.
def gradient_step(w, gradient, lr):
    return w - lr * np.sum(gradient)

# %% wrong="gradient_step_of_the_mean"
# Every weight moves by the mean of all slopes. Each weight has a slope of its own.
def gradient_step(w, gradient, lr):
    return w - lr * np.mean(gradient)

# %% wrong="gradient_step_of_the_length"
# Every weight moves by the length of the gradient. Each weight has a slope of its own.
def gradient_step(w, gradient, lr):
    return w - lr * np.linalg.norm(gradient)

# %% wrong="gradient_step_as_a_dot_product"
# `@` adds the products up to a single number. Each weight has a step of its own.
def gradient_step(w, gradient, lr):
    return w @ (1 - lr * gradient)

# %% wrong="gradient_step_with_weight_decay"
# The weights are shrunk as well as moved. The formula takes off the slope's part only.
def gradient_step(w, gradient, lr):
    return (1 - lr) * w - lr * gradient

# %% wrong="gradient_step_of_half_the_gradient"
# The step is half as long as it should be. The ½ belongs to the loss, and the gradient has used it up.
def gradient_step(w, gradient, lr):
    return w - lr * gradient / 2

# %% wrong="gradient_step_as_a_list"
# The numbers are right, but they came in a list. The new weights are an array, like the old ones.
def gradient_step(w, gradient, lr):
    return [float(value - lr * slope) for value, slope in zip(w, gradient)]

# %% wrong="gradient_step_with_a_cap_on_the_rate"
# A learning rate above 1 is cut to 1. The formula takes it as it is.
def gradient_step(w, gradient, lr):
    return w - min(lr, 1.0) * gradient

# %% wrong="gradient_descent_without_the_start"
# The first row is the place after the first step. Which place comes before it?
def gradient_descent(X, y, w0, lr, steps):
    path, w = [], w0
    for _ in range(steps):
        w = w - lr * X.T @ (X @ w - y)
        path.append(w)
    return np.array(path).reshape(-1, len(w0))

# %% wrong="gradient_descent_without_the_start_and_without_shape"
# The first row is the place after the first step, and without a step there is no row at all. Which place comes before the first step?
def gradient_descent(X, y, w0, lr, steps):
    path, w = [], w0
    for _ in range(steps):
        w = w - lr * X.T @ (X @ w - y)
        path.append(w)
    return np.array(path)

# %% wrong="gradient_descent_without_the_end"
# The last place is missing: it is reached, but not noted. How many places does a walk of three steps visit?
def gradient_descent(X, y, w0, lr, steps):
    path, w = np.zeros((steps, len(w0))), w0
    for t in range(steps):
        path[t] = w
        w = w - lr * X.T @ (X @ w - y)
    return path

# %% wrong="gradient_descent_one_step_too_many"
# There is one row too many. How many times does the loop run, and what is in the list before it?
def gradient_descent(X, y, w0, lr, steps):
    path = [w0]
    for _ in range(steps + 1):
        path.append(path[-1] - lr * X.T @ (X @ path[-1] - y))
    return np.array(path)

# %% wrong="gradient_descent_last_row_of_zeros"
# The last row was never filled, it is still 0. How many times must the loop run?
def gradient_descent(X, y, w0, lr, steps):
    path = np.zeros((steps + 1, len(w0)))
    path[0] = w0
    for t in range(steps - 1):
        path[t + 1] = path[t] - lr * X.T @ (X @ path[t] - y)
    return path

# %% wrong="gradient_descent_starts_at_zero"
# The walk starts at 0. Where should it start?
def gradient_descent(X, y, w0, lr, steps):
    path = [np.zeros(len(w0))]
    for _ in range(steps):
        path.append(path[-1] - lr * X.T @ (X @ path[-1] - y))
    return np.array(path)

# %% wrong="gradient_descent_first_row_of_zeros"
# The steps are right, but the first row is 0: the start was never written there.
def gradient_descent(X, y, w0, lr, steps):
    path, w = np.zeros((steps + 1, len(w0))), w0
    for t in range(steps):
        w = w - lr * X.T @ (X @ w - y)
        path[t + 1] = w
    return path

# %% wrong="gradient_descent_one_array_in_every_row"
# Every row is the last place, and the start has changed, too. A list holds the array itself, not a picture of it: what does `-=` change?
def gradient_descent(X, y, w0, lr, steps):
    w = w0
    path = [w]
    for _ in range(steps):
        w -= lr * X.T @ (X @ w - y)
        path.append(w)
    return np.array(path)

# %% wrong="gradient_descent_one_copy_in_every_row"
# Every row is the last place. A list holds the array itself, not a picture of it: what does `-=` change?
def gradient_descent(X, y, w0, lr, steps):
    w = w0.copy()
    path = [w]
    for _ in range(steps):
        w -= lr * X.T @ (X @ w - y)
        path.append(w)
    return np.array(path)

# %% wrong="gradient_descent_moves_the_start"
# The path is right, but the start that was handed in has changed. Which line writes into it?
def gradient_descent(X, y, w0, lr, steps):
    w = w0
    path = [w.copy()]
    for _ in range(steps):
        w -= lr * X.T @ (X @ w - y)
        path.append(w.copy())
    return np.array(path)

# %% wrong="gradient_descent_with_the_first_gradient"
# The gradient is felt once, at the start, and used for every step. Is it the same at the next place?
def gradient_descent(X, y, w0, lr, steps):
    gradient = X.T @ (X @ w0 - y)
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * gradient)
    return np.array(path)

# %% wrong="gradient_descent_always_from_the_start"
# Every step begins at the start again. Where does a step begin?
def gradient_descent(X, y, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(w0 - lr * X.T @ (X @ w0 - y))
    return np.array(path)

# %% wrong="gradient_descent_gradient_of_the_start_in_place"
# The gradient is taken at the start in every turn, although the walk has moved on. At which place is it needed?
def gradient_descent(X, y, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(w0 - lr * X.T @ (X @ path[-1] - y))
    return np.array(path)

# %% wrong="gradient_descent_last_place_only"
# Only the last place comes back. Every place is wanted, the start included.
def gradient_descent(X, y, w0, lr, steps):
    w = w0
    for _ in range(steps):
        w = w - lr * X.T @ (X @ w - y)
    return w

# %% wrong="gradient_descent_uphill"
# The walk goes up the slope. Which sign takes it down?
def gradient_descent(X, y, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] + lr * X.T @ (X @ path[-1] - y))
    return np.array(path)

# %% wrong="gradient_descent_of_the_mean"
# The steps are too short: the gradient was divided by the number of examples. The loss is a sum here.
def gradient_descent(X, y, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * X.T @ (X @ path[-1] - y) / len(y))
    return np.array(path)

# %% wrong="gradient_descent_of_twice_the_gradient"
# The steps are twice as long as they should be. What does the ½ of the loss do to the 2 of the square?
def gradient_descent(X, y, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - 2 * lr * X.T @ (X @ path[-1] - y))
    return np.array(path)

# %% wrong="gradient_descent_of_the_mean_squared_error"
# The steps have the wrong length: the gradient carries the factor 2/n of the mean squared error. Which loss has this notebook?
def gradient_descent(X, y, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - 2 * lr * X.T @ (X @ path[-1] - y) / len(y))
    return np.array(path)

# %% wrong="gradient_descent_without_rate"
# The whole gradient is subtracted at each step. What decides how long a step is?
def gradient_descent(X, y, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - X.T @ (X @ path[-1] - y))
    return np.array(path)

# %% wrong="gradient_descent_as_a_list"
# The places are right, but they came as a list of arrays. What makes one array of shape (steps + 1, d) of it?
def gradient_descent(X, y, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * X.T @ (X @ path[-1] - y))
    return path

# %% wrong="gradient_descent_transposed"
# The places are the columns. Row t should be the place after t steps.
def gradient_descent(X, y, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * X.T @ (X @ path[-1] - y))
    return np.array(path).T

# %% wrong="gradient_descent_flat"
# All places were joined to one long vector. What does `np.append` do when it is told no axis?
def gradient_descent(X, y, w0, lr, steps):
    path, w = w0, w0
    for _ in range(steps):
        w = w - lr * X.T @ (X @ w - y)
        path = np.append(path, w)
    return path

# %% wrong="gradient_descent_returns_in_the_loop"
# Only the first step is taken. When does the loop meet its return?
def gradient_descent(X, y, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * X.T @ (X @ path[-1] - y))
        return np.array(path)

# %% wrong="gradient_descent_with_a_falling_rate"
# The rate gets smaller from step to step. In the formula it stays the same.
def gradient_descent(X, y, w0, lr, steps):
    path = [w0]
    for t in range(steps):
        path.append(path[-1] - lr / (t + 1) * X.T @ (X @ path[-1] - y))
    return np.array(path)

# %% wrong="gradient_descent_weight_by_weight"
# One weight moves after the other, and the later ones feel a slope that has changed already. In the formula all move at once.
def gradient_descent(X, y, w0, lr, steps):
    w = w0.copy()
    path = [w.copy()]
    for _ in range(steps):
        for m in range(len(w)):
            w[m] -= lr * X[:, m] @ (X @ w - y)
        path.append(w.copy())
    return np.array(path)

# %% wrong="gradient_descent_stops_when_it_has_arrived"
# The walk ends early where the slope is nearly 0, so rows are missing. The number of rows is steps + 1, also where nothing moves any more.
def gradient_descent(X, y, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        slope = X.T @ (X @ path[-1] - y)
        if np.linalg.norm(slope) < 1e-8:
            break
        path.append(path[-1] - lr * slope)
    return np.array(path)

# %% probe="gradient_descent_from_the_bottom"
gradient_descent(np.array([[1.0], [1.0]]), np.array([1.0, 3.0]), np.array([2.0]), 0.25, 2)

# %% wrong="gradient_descent_without_the_last_place"
# The place after the last step is missing, and without a step there is no row at all. What is written down first in each turn, and what after the loop?
def gradient_descent(X, y, w0, lr, steps):
    path, w = [], w0
    for _ in range(steps):
        path.append(w)
        w = w - lr * X.T @ (X @ w - y)
    return np.array(path)

# %% probe="gradient_descent_with_weights_that_depend_on_each_other"
gradient_descent(np.array([[1.0, 2.0], [0.0, 1.0]]), np.array([1.0, 2.0]), np.array([0.5, -1.0]), 0.25, 2)

# %% wrong="gradient_descent_example_by_example"
# A step is taken after each example. The gradient of the formula adds up all examples first.
def gradient_descent(X, y, w0, lr, steps):
    w = w0
    path = [w]
    for _ in range(steps):
        for i in range(len(y)):
            w = w - lr * (X[i] @ w - y[i]) * X[i]
        path.append(w)
    return np.array(path)

# %% wrong="gradient_descent_of_losses"
# These are the losses along the walk. The places are wanted.
def gradient_descent(X, y, w0, lr, steps):
    w, losses = w0, []
    for _ in range(steps):
        losses.append(squared_loss(X, w, y))
        w = w - lr * X.T @ (X @ w - y)
    losses.append(squared_loss(X, w, y))
    return np.array(losses)

# %% wrong="gradient_descent_cut_to_integers"
# The digits behind the point are cut off. An array that is made of whole numbers keeps only whole numbers: which dtype should it start with?
def gradient_descent(X, y, w0, lr, steps):
    path = np.zeros((steps + 1, len(w0)), dtype=int)
    path[0] = w0
    for t in range(steps):
        path[t + 1] = path[t] - lr * X.T @ (X @ path[t] - y)
    return path

# %% wrong="gradient_descent_stops_early"
# The walk stops when its steps get short, and rows are missing. As many steps as asked for are to be taken.
def gradient_descent(X, y, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * X.T @ (X @ path[-1] - y))
        if np.linalg.norm(path[-1] - path[-2]) < 0.5:
            break
    return np.array(path)

# %% wrong="gradient_descent_without_transpose"
# The errors meet the features of each row. Over which axis of X does the sum in the gradient run?
def gradient_descent(X, y, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * X @ (X @ path[-1] - y))
    return np.array(path)

# %% wrong="least_squares_by_the_inverse"
# This is right where XᵀX has an inverse. What if a column is there twice, or if d > n?
def least_squares(X, y):
    return np.linalg.solve(X.T @ X, X.T @ y)

# %% wrong="least_squares_with_the_smallest_cutoff"
# All is right but the cutoff: a singular value of 1e-13 times the largest was taken in earnest. Which argument sets how small counts as 0?
def least_squares(X, y):
    return np.linalg.pinv(X) @ y

# %% wrong="least_squares_all_that_lstsq_returns"
# NumPy's function returns four things, and all of them came. Which one is the weights?
def least_squares(X, y):
    return np.linalg.lstsq(X, y, rcond=1e-10)

# %% wrong="least_squares_all_that_lstsq_returns_without_cutoff"
# NumPy's function returns four things, and all of them came. Which one is the weights? And which argument sets how small a singular value counts as 0?
def least_squares(X, y):
    return np.linalg.lstsq(X, y, rcond=None)

# %% wrong="least_squares_sum_of_squares"
# This is what is left of the squares at the bottom. Where is the bottom?
def least_squares(X, y):
    return np.linalg.lstsq(X, y, rcond=1e-10)[1]

# %% wrong="least_squares_solves_exactly"
# This solves X·w = y, which has a solution only if there are as many equations as weights, and none depends on the others. Which equations hold at the bottom?
def least_squares(X, y):
    return np.linalg.solve(X, y)

# %% wrong="least_squares_with_a_little_ridge"
# A small number was added to the diagonal, so that an inverse exists. That moves the bottom a little. Which of NumPy's functions needs no such help?
def least_squares(X, y):
    return np.linalg.solve(X.T @ X + 1e-3 * np.eye(X.shape[1]), X.T @ y)

# %% wrong="least_squares_with_a_tiny_ridge"
# A tiny number was added to the diagonal, so that an inverse exists. That loses digits, and weights that should be 0 or equal are only nearly so. Which of NumPy's functions needs no such help?
def least_squares(X, y):
    return np.linalg.solve(X.T @ X + 1e-6 * np.eye(X.shape[1]), X.T @ y)

# %% wrong="least_squares_by_full_rank_formulas"
# One formula for tall X and one for wide X: both need independent columns or rows. What if a column is there twice?
def least_squares(X, y):
    if X.shape[0] >= X.shape[1]:
        return np.linalg.solve(X.T @ X, X.T @ y)
    return X.T @ np.linalg.solve(X @ X.T, y)

# %% wrong="least_squares_each_feature_alone"
# Each feature was fitted as if it were the only one. Features share their work: which equations tie the weights together?
def least_squares(X, y):
    return X.T @ y / np.sum(X ** 2, axis=0)

# %% wrong="least_squares_without_the_inverse"
# This is Xᵀy, the right side of the normal equations. They are still to be solved.
def least_squares(X, y):
    return X.T @ y

# %% wrong="least_squares_of_features_alone"
# The pseudoinverse is there, but the targets have not met it.
def least_squares(X, y):
    return np.linalg.pinv(X, rcond=1e-10)

# %% wrong="least_squares_pseudoinverse_transposed"
# The pseudoinverse of X has the shape (d, n) already. What does another transpose make of it?
def least_squares(X, y):
    return np.linalg.pinv(X, rcond=1e-10).T @ y

# %% wrong="least_squares_drops_dependent_columns"
# Columns that depend on earlier ones got the weight 0. This is a minimiser, but not the shortest one.
def least_squares(X, y):
    kept = []
    for m in range(X.shape[1]):
        if np.linalg.matrix_rank(X[:, kept + [m]], rtol=1e-10) > len(kept):
            kept.append(m)
    w = np.zeros(X.shape[1])
    w[kept] = np.linalg.lstsq(X[:, kept], y, rcond=1e-10)[0]
    return w

# %% wrong="least_squares_zero_where_no_inverse"
# Where there is no inverse, zeros came back. A minimiser is there all the same: the shortest is wanted.
def least_squares(X, y):
    try:
        return np.linalg.solve(X.T @ X, X.T @ y)
    except np.linalg.LinAlgError:
        return np.zeros(X.shape[1])

# %% wrong="least_squares_with_an_extra_column"
# There is a weight more than features: a column of ones was added. X is to be taken as it is.
def least_squares(X, y):
    return np.linalg.lstsq(np.column_stack([X, np.ones(len(X))]), y, rcond=1e-10)[0]

# %% wrong="least_squares_of_centred_data"
# The means were subtracted from the features and the targets first. X and y are to be taken as they are.
def least_squares(X, y):
    return np.linalg.lstsq(X - X.mean(axis=0), y - y.mean(), rcond=1e-10)[0]

# %% wrong="least_squares_cutoff_too_high"
# The cutoff is so high that it takes away directions that matter. How small counts as 0 here?
def least_squares(X, y):
    return np.linalg.pinv(X, rcond=0.3) @ y

# %% wrong="least_squares_cutoff_of_the_square"
# The cutoff met the singular values of XᵀX, which are the squares of those of X. At the cutoff, that is not the same.
def least_squares(X, y):
    return np.linalg.pinv(X.T @ X, rcond=1e-10) @ X.T @ y

# %% probe="least_squares_of_small_singular_values"
least_squares(np.diag([1.0, 2.0 ** -13, 2.0 ** -18, 2.0 ** -22, 2.0 ** -26, 2.0 ** -27]), np.ones(6))

# %% wrong="least_squares_cutoff_of_a_thousandth"
# The cutoff takes away directions that matter: a thousandth of the largest singular value is far from 0. How small counts as 0 here?
def least_squares(X, y):
    return np.linalg.pinv(X, rcond=1e-3) @ y

# %% wrong="least_squares_cutoff_of_a_millionth"
# The cutoff takes away directions that matter: a millionth of the largest singular value still counts. How small counts as 0 here?
def least_squares(X, y):
    return np.linalg.pinv(X, rcond=1e-6) @ y

# %% wrong="least_squares_cutoff_a_little_too_high"
# The cutoff takes away directions that matter: 1e-8 of the largest singular value still counts. How small counts as 0 here?
def least_squares(X, y):
    return np.linalg.pinv(X, rcond=1e-8) @ y

# %% wrong="least_squares_pseudoinverse_of_the_square"
# The pseudoinverse is taken of XᵀX, whose singular values are the squares of those of X. Small ones that should count are lost. X has a pseudoinverse of its own.
def least_squares(X, y):
    return np.linalg.pinv(X.T @ X) @ X.T @ y

# %% wrong="least_squares_cutoff_not_relative"
# Singular values below 1e-10 count as 0, however large the others are. By what is the cutoff measured?
def least_squares(X, y):
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    kept = s > 1e-10
    return Vt[kept].T @ (U.T[kept] @ y / s[kept])

# %% probe="least_squares_of_small_features"
least_squares(np.array([[2.0 ** -40, 0.0], [0.0, 2.0 ** -39]]), np.array([1.0, 1.0]))

# %% wrong="least_squares_by_a_long_walk"
# A walk comes near the bottom, but not in a set number of steps. Which of NumPy's functions goes there at once?
def least_squares(X, y):
    w = np.zeros(X.shape[1])
    lr = 1 / np.linalg.norm(X, 2) ** 2
    for _ in range(50):
        w = w - lr * X.T @ (X @ w - y)
    return w

