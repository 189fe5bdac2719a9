# %% [markdown]
# Wrong answers that people give, one to a cell: first the message, then the code as it would stand in the answer.
# A `probe` is a further visible call that tells two of them apart.

# %% wrong="fit_standardizer_over_the_features"
# There is one mean for each example. Grams and millimetres of one bird were averaged: over which axis do the sums of the formula run?
def fit_standardizer(X_train):
    std = np.std(X_train, axis=1)
    return np.mean(X_train, axis=1), np.where(std == 0, 1.0, std)

# %% wrong="fit_standardizer_of_everything"
# All entries together have one mean and one std. Each feature has a unit of its own: how many numbers should there be?
def fit_standardizer(X_train):
    std = np.std(X_train)
    return np.mean(X_train), (1.0 if std == 0 else std)

# %% wrong="fit_standardizer_with_n_minus_one"
# The squares are divided by n − 1. By what does the formula divide, and what happens for a single example?
def fit_standardizer(X_train):
    std = np.std(X_train, axis=0, ddof=1)
    return np.mean(X_train, axis=0), np.where(std == 0, 1.0, std)

# %% wrong="fit_standardizer_with_n_minus_one_without_constants"
# The squares are divided by n − 1, where the formula has n. And what should a constant feature get? Two things to mend.
def fit_standardizer(X_train):
    return np.mean(X_train, axis=0), np.std(X_train, axis=0, ddof=1)

# %% wrong="fit_standardizer_with_n_minus_one_and_single_examples"
# The squares are divided by n − 1. By what does the formula divide? With n, a single example needs no case of its own.
def fit_standardizer(X_train):
    n, d = X_train.shape
    if n == 1:
        return X_train[0].copy(), np.ones(d)
    std = np.std(X_train, axis=0, ddof=1)
    return np.mean(X_train, axis=0), np.where(std == 0, 1.0, std)

# %% wrong="fit_standardizer_without_constants"
# A constant feature gets std 0, or next to it, and whoever divides by that gets no number, or a huge one. What does the exercise ask for there?
def fit_standardizer(X_train):
    return np.mean(X_train, axis=0), np.std(X_train, axis=0)

# %% wrong="fit_standardizer_adds_a_small_number"
# A small number was added to every std, so that none is 0. That changes the features that are not constant, and a constant one should get another number.
def fit_standardizer(X_train):
    return np.mean(X_train, axis=0), np.std(X_train, axis=0) + 1e-8

# %% wrong="fit_standardizer_at_least_a_small_number"
# A std of 0 became a very small number. Divided by it, the smallest rounding error would become large. Which number does the exercise name?
def fit_standardizer(X_train):
    return np.mean(X_train, axis=0), np.maximum(np.std(X_train, axis=0), 1e-6)

# %% wrong="fit_standardizer_at_least_one"
# Every std below 1 became 1. Which features need this, and which have a small std because their numbers are small?
def fit_standardizer(X_train):
    return np.mean(X_train, axis=0), np.maximum(np.std(X_train, axis=0), 1.0)

# %% wrong="fit_standardizer_takes_small_for_constant"
# A feature whose numbers are all very small was taken for a constant one. In another unit its numbers would be large: which question does not depend on the unit?
def fit_standardizer(X_train):
    std = np.std(X_train, axis=0)
    return np.mean(X_train, axis=0), np.where(std < 1e-8, 1.0, std)

# %% probe="fit_standardizer_of_very_small_numbers"
fit_standardizer(np.array([[1.0, 7.0], [3.0, 9.0]]) * 1e-10)

# %% wrong="fit_standardizer_all_ones_where_one_is_constant"
# As soon as one feature is constant, every std is 1. What should the other features keep?
def fit_standardizer(X_train):
    std = np.std(X_train, axis=0)
    if np.any(std == 0):
        std = np.ones(X_train.shape[1])
    return np.mean(X_train, axis=0), std

# %% wrong="fit_standardizer_asks_all_features_at_once"
# Python cannot say whether a whole array equals 0: some entries may and others not. How can each feature be treated by itself?
def fit_standardizer(X_train):
    mean, std = np.mean(X_train, axis=0), np.std(X_train, axis=0)
    if std == 0:
        std = 1.0
    return mean, std

# %% wrong="fit_standardizer_mean_zero_of_constants"
# A constant feature got the mean 0. Its std is replaced; is there anything wrong with its mean?
def fit_standardizer(X_train):
    mean, std = np.mean(X_train, axis=0), np.std(X_train, axis=0)
    constant = std == 0
    return np.where(constant, 0.0, mean), np.where(constant, 1.0, std)

# %% wrong="fit_standardizer_gives_the_variance"
# These are the means of the squared deviations, in squared grams. What is missing to come back to grams?
def fit_standardizer(X_train):
    variance = np.var(X_train, axis=0)
    return np.mean(X_train, axis=0), np.where(variance == 0, 1.0, variance)

# %% wrong="fit_standardizer_gives_the_variance_without_constants"
# These are the means of the squared deviations, in squared grams. What is missing to come back to grams? And what should a constant feature get?
def fit_standardizer(X_train):
    return np.mean(X_train, axis=0), np.var(X_train, axis=0)

# %% wrong="fit_standardizer_without_the_mean_in_std"
# The squares of the entries were averaged. The std is about how far they are from their mean: what is missing inside the square?
def fit_standardizer(X_train):
    std = np.sqrt(np.mean(X_train ** 2, axis=0))
    return np.mean(X_train, axis=0), np.where(std == 0, 1.0, std)

# %% wrong="fit_standardizer_of_sums_of_squares"
# The squared deviations were added up, and not divided by their number. What would twice as many examples do to this std?
def fit_standardizer(X_train):
    mean = np.mean(X_train, axis=0)
    std = np.sqrt(np.sum((X_train - mean) ** 2, axis=0))
    return mean, np.where(std == 0, 1.0, std)

# %% wrong="fit_standardizer_of_absolute_deviations"
# The deviations were averaged without their signs. That is a spread, too, but another one: what does the formula do with each deviation first?
def fit_standardizer(X_train):
    mean = np.mean(X_train, axis=0)
    std = np.mean(np.abs(X_train - mean), axis=0)
    return mean, np.where(std == 0, 1.0, std)

# %% wrong="fit_standardizer_sums_for_means"
# The entries were added up, and not divided by their number. What is the mean of four masses of about 4000 grams?
def fit_standardizer(X_train):
    std = np.std(X_train, axis=0)
    return np.sum(X_train, axis=0), np.where(std == 0, 1.0, std)

# %% wrong="fit_standardizer_of_medians"
# This is the middle entry of each feature. The formula has the mean.
def fit_standardizer(X_train):
    std = np.std(X_train, axis=0)
    return np.median(X_train, axis=0), np.where(std == 0, 1.0, std)

# %% wrong="fit_standardizer_of_smallest_and_range"
# These are the smallest entry and the range of each feature. That is another way to bring features to one scale; here the mean and the std are asked for.
def fit_standardizer(X_train):
    spread = np.ptp(X_train, axis=0)
    return np.min(X_train, axis=0), np.where(spread == 0, 1.0, spread)

# %% wrong="fit_standardizer_of_mean_and_range"
# The second array is the range, largest minus smallest. Look at the formula of the std.
def fit_standardizer(X_train):
    spread = np.ptp(X_train, axis=0)
    return np.mean(X_train, axis=0), np.where(spread == 0, 1.0, spread)

# %% wrong="fit_standardizer_swapped"
# The std comes first here. In which order are the two returned?
def fit_standardizer(X_train):
    std = np.std(X_train, axis=0)
    return np.where(std == 0, 1.0, std), np.mean(X_train, axis=0)

# %% wrong="fit_standardizer_keeps_an_axis"
# The numbers are right, but each array has the shape (1, d). Which option keeps the axis that was summed over?
def fit_standardizer(X_train):
    std = np.std(X_train, axis=0, keepdims=True)
    return np.mean(X_train, axis=0, keepdims=True), np.where(std == 0, 1.0, std)

# %% wrong="fit_standardizer_standardizes"
# These are standardized features already. Here the mean and the std are asked for; the next exercise uses them.
def fit_standardizer(X_train):
    std = np.std(X_train, axis=0)
    return (X_train - np.mean(X_train, axis=0)) / np.where(std == 0, 1.0, std)

# %% wrong="fit_standardizer_centres_in_place"
# The numbers are right, but the training set that was handed in has changed. Does `-=` make a new array?
def fit_standardizer(X_train):
    mean = np.mean(X_train, axis=0)
    X_train -= mean
    std = np.sqrt(np.mean(X_train ** 2, axis=0))
    return mean, np.where(std == 0, 1.0, std)

# %% wrong="fit_standardizer_of_the_worked_example"
# Whatever the training set is, this is the mean and the std of the worked example. What is the argument called here?
def fit_standardizer(X_train):
    return masses.mean(), masses.std()

# %% wrong="fit_standardizer_without_return"
# Nothing comes back. Computing two arrays is not enough: how does a function hand over its result?
def fit_standardizer(X_train):
    mean = np.mean(X_train, axis=0)
    std = np.std(X_train, axis=0)

# %% wrong="fit_standardizer_of_the_first_feature"
# Only the first feature was measured. When does the loop meet its return?
def fit_standardizer(X_train):
    for j in range(X_train.shape[1]):
        feature = X_train[:, j]
        return np.mean(feature), (np.std(feature) if np.ptp(feature) > 0 else 1.0)

# %% wrong="fit_standardizer_cut_to_integers"
# The digits behind the point are cut off. An array that is made of whole numbers keeps only whole numbers: which dtype should it start with?
def fit_standardizer(X_train):
    d = X_train.shape[1]
    mean, std = np.zeros(d, dtype=int), np.ones(d, dtype=int)
    for j in range(d):
        mean[j] = np.mean(X_train[:, j])
        if np.ptp(X_train[:, j]) > 0:
            std[j] = np.std(X_train[:, j])
    return mean, std

# %% wrong="standardize_by_its_own_statistics"
# The features were measured again, and the `mean` and `std` that were given are not used. Whose statistics does the formula name?
def standardize(X, mean, std):
    spread = np.std(X, axis=0)
    return (X - np.mean(X, axis=0)) / np.where(spread == 0, 1.0, spread)

# %% wrong="standardize_by_its_own_statistics_without_constants"
# The features were measured again, and the `mean` and `std` that were given are not used. What does that give for a single example?
def standardize(X, mean, std):
    return (X - X.mean(axis=0)) / X.std(axis=0)

# %% wrong="standardize_by_its_own_mean"
# The std is the given one, but the mean was measured anew. Whose mean does the formula name?
def standardize(X, mean, std):
    return (X - np.mean(X, axis=0)) / std

# %% wrong="standardize_by_its_own_std"
# The mean is the given one, but the std was measured anew. Whose std does the formula name?
def standardize(X, mean, std):
    return (X - mean) / np.std(X, axis=0)

# %% wrong="standardize_fits_again"
# X was measured again, all its entries together. What are the arguments `mean` and `std` for?
def standardize(X, mean, std):
    mean, std = np.mean(X), np.std(X)
    return (X - mean) / std

# %% wrong="standardize_without_brackets"
# Python divides before it subtracts, so the mean alone was divided by std. What has to be computed first?
def standardize(X, mean, std):
    return X - mean / std

# %% wrong="standardize_subtracts_last"
# The features were divided first, and the whole mean was subtracted afterwards. Which of the two comes first in the formula?
def standardize(X, mean, std):
    return X / std - mean

# %% wrong="standardize_without_mean"
# The scale is right, but the mean was not subtracted. What should a feature become that equals its mean?
def standardize(X, mean, std):
    return X / std

# %% wrong="standardize_without_std"
# The mean was subtracted, but the result is still in grams. What takes the unit away?
def standardize(X, mean, std):
    return X - mean

# %% wrong="standardize_sign"
# The sign is turned round. What should a feature become that lies above its mean?
def standardize(X, mean, std):
    return (mean - X) / std

# %% wrong="standardize_multiplies"
# The deviations were multiplied by std. Do grams times grams have no unit?
def standardize(X, mean, std):
    return (X - mean) * std

# %% wrong="standardize_adds_the_mean"
# The mean was added. What should a feature become that equals its mean?
def standardize(X, mean, std):
    return (X + mean) / std

# %% wrong="standardize_by_the_variance"
# The deviations were divided by the square of std. In which unit is the result?
def standardize(X, mean, std):
    return (X - mean) / std ** 2

# %% wrong="standardize_by_the_root_of_std"
# The deviations were divided by the root of std. `std` holds standard deviations, not variances: is a root still missing?
def standardize(X, mean, std):
    return (X - mean) / np.sqrt(std)

# %% wrong="standardize_swapped"
# The mean and the std have changed places. Which of them is subtracted?
def standardize(X, mean, std):
    return (X - std) / mean

# %% wrong="standardize_divides_by_the_mean"
# The deviations were divided by the mean. What does the formula divide by?
def standardize(X, mean, std):
    return (X - mean) / mean

# %% wrong="standardize_by_rows"
# Where n = d, every row got a mean of its own, and else the shapes do not fit. To which axis of X do mean and std belong?
def standardize(X, mean, std):
    return (X - mean[:, None]) / std[:, None]

# %% wrong="standardize_of_the_transpose"
# X was transposed, so its rows are features now, and each entry met the statistics of another feature. Does X need turning?
def standardize(X, mean, std):
    return (X.T - mean) / std

# %% wrong="standardize_to_the_range"
# Each feature was brought to the range from 0 to 1 by its own smallest and largest entry. Here the mean and the std are given.
def standardize(X, mean, std):
    low, high = X.min(axis=0), X.max(axis=0)
    return (X - low) / np.where(high == low, 1.0, high - low)

# %% wrong="standardize_adds_a_small_number"
# A small number was added to std before dividing. No std is 0 here, and one that is small itself is changed by it.
def standardize(X, mean, std):
    return (X - mean) / (std + 1e-8)

# %% probe="standardize_of_very_small_numbers"
standardize(np.array([[3e-8, 5.0]]), np.array([1e-8, 2.0]), np.array([2e-8, 3.0]))

# %% wrong="standardize_in_place"
# The result is right, but the features that were handed in have changed. Do `-=` and `/=` make a new array?
def standardize(X, mean, std):
    X -= mean
    X /= std
    return X

# %% wrong="standardize_cut_to_integers"
# The digits behind the point are cut off. An array that is made of whole numbers keeps only whole numbers: which dtype should it start with?
def standardize(X, mean, std):
    X_std = np.zeros(X.shape, dtype=int)
    for j in range(X.shape[1]):
        X_std[:, j] = (X[:, j] - mean[j]) / std[j]
    return X_std

# %% wrong="standardize_without_return"
# Nothing comes back. Computing an array is not enough: how does a function hand over its result?
def standardize(X, mean, std):
    X_std = (X - mean) / std

# %% wrong="standardize_of_the_first_example"
# Only the first example comes back. When does the loop meet its return?
def standardize(X, mean, std):
    for x in X:
        return (x - mean) / std

# %% wrong="standardize_split_each_by_itself"
# The test set was measured by itself. What would a test set of one example become, and who may not look at the test set?
def standardize_split(X_train, X_test):
    return standardize(X_train, *fit_standardizer(X_train)), standardize(X_test, *fit_standardizer(X_test))

# %% wrong="standardize_split_of_both_together"
# Both sets were put together and measured. Then the test examples have a say in the numbers that the model learns from: what is this called?
def standardize_split(X_train, X_test):
    mean, std = fit_standardizer(np.vstack([X_train, X_test]))
    return standardize(X_train, mean, std), standardize(X_test, mean, std)

# %% wrong="standardize_split_by_the_test_set"
# Both sets were measured by the test set. Which set may be looked at?
def standardize_split(X_train, X_test):
    mean, std = fit_standardizer(X_test)
    return standardize(X_train, mean, std), standardize(X_test, mean, std)

# %% wrong="standardize_split_test_mean_training_std"
# The std is that of the training set, but the test set got its own mean. Which statistics belong to the training set only?
def standardize_split(X_train, X_test):
    mean, std = fit_standardizer(X_train)
    return standardize(X_train, mean, std), standardize(X_test, fit_standardizer(X_test)[0], std)

# %% wrong="standardize_split_training_mean_test_std"
# The mean is that of the training set, but the test set got its own std. Which statistics belong to the training set only?
def standardize_split(X_train, X_test):
    mean, std = fit_standardizer(X_train)
    return standardize(X_train, mean, std), standardize(X_test, mean, fit_standardizer(X_test)[1])

# %% wrong="standardize_split_leaves_the_test_set_raw"
# The test set came back raw. A model that has learned from standardized features needs such features; and statistics taken of a standardized set are 0 and 1.
def standardize_split(X_train, X_test):
    return standardize(X_train, *fit_standardizer(X_train)), X_test.copy()

# %% wrong="standardize_split_centres_the_test_set_only"
# The test set lost its mean, but was not divided. Which second step does the training set get?
def standardize_split(X_train, X_test):
    mean, std = fit_standardizer(X_train)
    return standardize(X_train, mean, std), X_test - mean

# %% wrong="standardize_split_only_centres"
# The means are gone, but both sets are still in their old units. Which second step is missing?
def standardize_split(X_train, X_test):
    mean, std = fit_standardizer(X_train)
    return X_train - mean, X_test - mean

# %% wrong="standardize_split_averages_the_statistics"
# The statistics of the two sets were averaged. Then the test set still has a say: which set may be looked at?
def standardize_split(X_train, X_test):
    mean_1, std_1 = fit_standardizer(X_train)
    mean_2, std_2 = fit_standardizer(X_test)
    mean, std = (mean_1 + mean_2) / 2, (std_1 + std_2) / 2
    return standardize(X_train, mean, std), standardize(X_test, mean, std)

# %% wrong="standardize_split_training_set_by_both"
# The training set was measured together with the test set. Before the model has learned, nothing of the test set may be used.
def standardize_split(X_train, X_test):
    mean, std = fit_standardizer(np.vstack([X_train, X_test]))
    return standardize(X_train, mean, std), standardize(X_test, *fit_standardizer(X_train))

# %% wrong="standardize_split_test_set_by_both"
# The test set was measured together with the training set. A test example would get other numbers if another stood beside it.
def standardize_split(X_train, X_test):
    mean, std = fit_standardizer(np.vstack([X_train, X_test]))
    return standardize(X_train, *fit_standardizer(X_train)), standardize(X_test, mean, std)

# %% wrong="standardize_split_swapped"
# The test set comes first here. In which order are the two returned?
def standardize_split(X_train, X_test):
    mean, std = fit_standardizer(X_train)
    return standardize(X_test, mean, std), standardize(X_train, mean, std)

# %% wrong="standardize_split_of_the_training_set_twice"
# The training set comes back twice. Which set is standardized in the second call?
def standardize_split(X_train, X_test):
    mean, std = fit_standardizer(X_train)
    return standardize(X_train, mean, std), standardize(X_train, mean, std)

# %% wrong="standardize_split_of_the_training_set_alone"
# Only one set comes back. Both are needed: one to learn from, one to try the model on.
def standardize_split(X_train, X_test):
    return standardize(X_train, *fit_standardizer(X_train))

# %% wrong="standardize_split_of_the_test_set_alone"
# Only the test set comes back. Both are needed: one to learn from, one to try the model on.
def standardize_split(X_train, X_test):
    return standardize(X_test, *fit_standardizer(X_train))

# %% wrong="standardize_split_stacked"
# Both sets came back as one array. Who uses it could not tell them apart: return two.
def standardize_split(X_train, X_test):
    return standardize(np.vstack([X_train, X_test]), *fit_standardizer(X_train))

# %% wrong="standardize_split_gives_the_statistics"
# The mean and the std come back. Here they are used, and the two sets are returned.
def standardize_split(X_train, X_test):
    return fit_standardizer(X_train)

# %% wrong="standardize_split_of_the_worked_example"
# `mean` and `std` are those of the worked example, four masses. Which set should be measured here, and by which function?
def standardize_split(X_train, X_test):
    return standardize(X_train, masses.mean(), masses.std()), standardize(X_test, masses.mean(), masses.std())

# %% wrong="standardize_split_without_constants"
# Here std is computed anew, and a feature that is constant in the training set gets 0. Which of your functions takes care of that?
def standardize_split(X_train, X_test):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    return (X_train - mean) / std, (X_test - mean) / std

# %% wrong="standardize_split_in_place"
# The results are right, but what was handed in has changed, both sets or one. Do `-=` and `/=` make a new array?
def standardize_split(X_train, X_test):
    mean, std = fit_standardizer(X_train)
    X_train -= mean
    X_train /= std
    X_test -= mean
    X_test /= std
    return X_train, X_test

# %% wrong="standardize_split_over_the_features"
# Mean and std were taken across each example. Over which axis do the sums run? Your `fit_standardizer` knows.
def standardize_split(X_train, X_test):
    mean, std = X_train.mean(axis=1), X_train.std(axis=1)
    return (X_train - mean) / std, (X_test - mean) / std

# %% wrong="standardize_split_of_everything"
# One mean and one std serve all features. Each feature has a unit of its own; your `fit_standardizer` measures them one by one.
def standardize_split(X_train, X_test):
    mean, std = X_train.mean(), X_train.std()
    return (X_train - mean) / std, (X_test - mean) / std

# %% wrong="standardize_split_with_n_minus_one"
# Here the squares are divided by n − 1. Your `fit_standardizer` divides as the formula says.
def standardize_split(X_train, X_test):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0, ddof=1)
    std = np.where(std == 0, 1.0, std)
    return (X_train - mean) / std, (X_test - mean) / std

# %% wrong="condition_number_straight_from_numpy"
# For full column rank this is right. But the plain ratio, which is also what NumPy gives, is finite for too few examples, and where columns depend on each other it is some huge number. Which two cases does the formula name?
def condition_number(X):
    return np.linalg.cond(X)

# %% wrong="condition_number_with_too_few_examples"
# With fewer examples than features a finite number comes back. The list of singular values shows only min(n, d) of them: what about the others?
def condition_number(X):
    s = np.linalg.svd(X, compute_uv=False)
    return np.inf if s[-1] <= 1e-12 * s[0] else float(s[0] / s[-1])

# %% wrong="condition_number_without_a_limit"
# Columns that depend on each other should give inf, but rounding leaves a tiny number, and the ratio is huge and finite. From which ratio on does σmin count as 0?
def condition_number(X):
    n, d = X.shape
    return np.inf if n < d else float(np.linalg.cond(X))

# %% wrong="condition_number_with_the_rank_of_numpy"
# NumPy's rank counts a singular value as 0 only if it is smaller still. Which limit does the exercise name?
def condition_number(X):
    if np.linalg.matrix_rank(X) < X.shape[1]:
        return np.inf
    return float(np.linalg.cond(X))

# %% probe="condition_number_beyond_the_limit"
condition_number(np.diag([1.0, 2.0 ** -45]))

# %% wrong="condition_number_with_a_fixed_limit"
# The smallest singular value was compared with a fixed number. In another unit the same matrix would be on the other side of it: with what should it be compared?
def condition_number(X):
    s = np.linalg.svd(X, compute_uv=False)
    return np.inf if X.shape[0] < X.shape[1] or s[-1] <= 1e-12 else float(s[0] / s[-1])

# %% wrong="condition_number_with_a_fixed_limit_and_too_few_examples"
# The smallest singular value was compared with a fixed number, though its size depends on the unit. And with n < d the list shows only n of the d values.
def condition_number(X):
    s = np.linalg.svd(X, compute_uv=False)
    return np.inf if s[-1] <= 1e-12 else float(s[0] / s[-1])

# %% wrong="condition_number_with_a_coarse_limit"
# A ratio that is large and finite came back as inf. Which limit does the exercise name?
def condition_number(X):
    s = np.linalg.svd(X, compute_uv=False)
    return np.inf if X.shape[0] < X.shape[1] or s[-1] <= 1e-10 * s[0] else float(s[0] / s[-1])

# %% probe="condition_number_that_is_large"
condition_number(np.diag([1.0, 2.0 ** -36]))

# %% wrong="condition_number_of_squares"
# These are the ratios of the eigenvalues of Xᵀ·X, which are squares. How do they become singular values?
def condition_number(X):
    s = np.linalg.svd(X, compute_uv=False)
    return np.inf if X.shape[0] < X.shape[1] or s[-1] <= 1e-12 * s[0] else float((s[0] / s[-1]) ** 2)

# %% wrong="condition_number_from_the_product"
# Squaring in Xᵀ·X loses the small singular values: a ratio of more than about 1e8 drowns in rounding. Work with X itself.
def condition_number(X):
    squares = np.linalg.eigvalsh(X.T @ X)
    if X.shape[0] < X.shape[1] or squares[0] <= 1e-15 * squares[-1]:
        return np.inf
    return float(np.sqrt(squares[-1] / squares[0]))

# %% probe="condition_number_of_nearly_equal_columns"
condition_number(np.array([[2.0 ** 30, 2.0 ** 30], [1.0, -1.0]]))

# %% wrong="condition_number_upside_down"
# The ratio is upside down: it is never above 1. Which of the two singular values stands on top?
def condition_number(X):
    s = np.linalg.svd(X, compute_uv=False)
    return np.inf if X.shape[0] < X.shape[1] or s[-1] <= 1e-12 * s[0] else float(s[-1] / s[0])

# %% wrong="condition_number_upside_down_without_cases"
# The ratio is upside down: it is never above 1. Which of the two singular values stands on top? Then look at the two cases where κ is ∞.
def condition_number(X):
    s = np.linalg.svd(X, compute_uv=False)
    return float(s[-1] / s[0])

# %% wrong="condition_number_as_a_difference"
# The smallest singular value was subtracted. κ is a ratio: in another unit it stays the same.
def condition_number(X):
    s = np.linalg.svd(X, compute_uv=False)
    return np.inf if X.shape[0] < X.shape[1] or s[-1] <= 1e-12 * s[0] else float(s[0] - s[-1])

# %% wrong="condition_number_is_the_largest_value"
# This is the largest singular value alone. By what is it to be divided?
def condition_number(X):
    s = np.linalg.svd(X, compute_uv=False)
    return np.inf if X.shape[0] < X.shape[1] or s[-1] <= 1e-12 * s[0] else float(s[0])

# %% wrong="condition_number_by_the_second_value"
# The largest singular value was divided by the second. Where in the list does the smallest stand, however many there are?
def condition_number(X):
    s = np.linalg.svd(X, compute_uv=False)
    return np.inf if X.shape[0] < X.shape[1] or s[-1] <= 1e-12 * s[0] else float(s[0] / s[1])

# %% wrong="condition_number_of_column_lengths"
# This compares the lengths of the columns. Two columns of one length can still point almost the same way: which values see that?
def condition_number(X):
    s = np.linalg.svd(X, compute_uv=False)
    lengths = np.linalg.norm(X, axis=0)
    return np.inf if X.shape[0] < X.shape[1] or s[-1] <= 1e-12 * s[0] else float(lengths.max() / lengths.min())

# %% wrong="condition_number_of_standard_deviations"
# This compares the standard deviations of the features. The singular values of X are asked for: they also see how columns point, and nothing is subtracted.
def condition_number(X):
    std = X.std(axis=0)
    return float(std.max() / std.min()) if std.min() > 0 and X.shape[0] >= X.shape[1] else np.inf

# %% wrong="condition_number_of_the_standardized_matrix"
# The matrix was standardized first. The condition number of X itself is asked for.
def condition_number(X):
    spread = X.std(axis=0)
    Z = (X - X.mean(axis=0)) / np.where(spread == 0, 1.0, spread)
    s = np.linalg.svd(Z, compute_uv=False)
    return np.inf if X.shape[0] < X.shape[1] or s[-1] <= 1e-12 * s[0] else float(s[0] / s[-1])

# %% wrong="condition_number_of_the_centred_matrix"
# The means were subtracted first. The condition number of X itself is asked for.
def condition_number(X):
    s = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)
    return np.inf if X.shape[0] < X.shape[1] or s[-1] <= 1e-12 * s[0] else float(s[0] / s[-1])

# %% wrong="condition_number_of_entries"
# The largest entry was divided by the smallest. Singular values are not entries: what do they say about the length of X·v?
def condition_number(X):
    sizes = np.abs(X)
    return float(sizes.max() / sizes.min()) if sizes.min() > 0 else np.inf

# %% wrong="condition_number_of_eigenvalues"
# Only square matrices have eigenvalues. Which values has every matrix, whatever its shape?
def condition_number(X):
    sizes = np.abs(np.linalg.eigvals(X))
    return float(sizes.max() / sizes.min()) if sizes.min() > 1e-12 * sizes.max() else np.inf

# %% wrong="condition_number_in_another_norm"
# This is a ratio in another norm: all singular values take part in it. κ has only the largest and the smallest.
def condition_number(X):
    s = np.linalg.svd(X, compute_uv=False)
    if X.shape[0] < X.shape[1] or s[-1] <= 1e-12 * s[0]:
        return np.inf
    return float(np.linalg.norm(X) * np.linalg.norm(np.linalg.pinv(X)))

# %% wrong="condition_number_with_n_and_d_exchanged"
# Too many examples gave inf, and too few did not. Which of n and d counts the rows, and which case leaves weights undecided?
def condition_number(X):
    d, n = X.shape
    s = np.linalg.svd(X, compute_uv=False)
    return np.inf if n < d or s[-1] <= 1e-12 * s[0] else float(s[0] / s[-1])

# %% wrong="condition_number_with_as_many_examples_as_features"
# A square matrix gave inf. With n = d nothing is missing yet: which sign stands between n and d?
def condition_number(X):
    s = np.linalg.svd(X, compute_uv=False)
    return np.inf if X.shape[0] <= X.shape[1] or s[-1] <= 1e-12 * s[0] else float(s[0] / s[-1])

# %% wrong="condition_number_limit_on_the_wrong_side"
# Matrices of full rank gave inf, and the others did not. In which direction does the comparison with σmax point?
def condition_number(X):
    s = np.linalg.svd(X, compute_uv=False)
    return np.inf if X.shape[0] < X.shape[1] or s[-1] > 1e-12 * s[0] else float(s[0] / max(s[-1], 1e-300))

# %% wrong="condition_number_raises"
# Where the rank is not full, your function stops with an error. There κ has a value, and the exercise names it.
def condition_number(X):
    s = np.linalg.svd(X, compute_uv=False)
    if X.shape[0] < X.shape[1] or s[-1] <= 1e-12 * s[0]:
        raise ValueError("X has not full column rank")
    return float(s[0] / s[-1])

# %% wrong="condition_number_zero_without_full_rank"
# Where the rank is not full, 0 came back. Is that an easy problem or a hopeless one? Look at which end of the scale it belongs.
def condition_number(X):
    s = np.linalg.svd(X, compute_uv=False)
    return 0.0 if X.shape[0] < X.shape[1] or s[-1] <= 1e-12 * s[0] else float(s[0] / s[-1])

# %% wrong="unstandardize_weights_multiplies"
# The weights were multiplied by std. If a weight is per standard deviation, is the weight per gram larger or smaller?
def unstandardize_weights(w, b, mean, std):
    w_raw = w * std
    return w_raw, float(b - w_raw @ mean)

# %% wrong="unstandardize_weights_multiplies_weights_only"
# The weights were multiplied by std, though the bias is right. If a weight is per standard deviation, is the weight per gram larger or smaller?
def unstandardize_weights(w, b, mean, std):
    return w * std, float(b - (w / std) @ mean)

# %% wrong="unstandardize_weights_keeps_the_bias"
# The weights are right, the bias is the old one. The means were subtracted from the features: where does that show in the prediction?
def unstandardize_weights(w, b, mean, std):
    return w / std, b

# %% wrong="unstandardize_weights_keeps_the_bias_and_multiplies"
# The weights were multiplied by std, and the bias is the old one. Write the prediction for one feature without brackets, and collect what stands before x.
def unstandardize_weights(w, b, mean, std):
    return w * std, b

# %% wrong="unstandardize_weights_bias_without_std"
# In the bias, the old weights meet the means. What stands below the line in the formula?
def unstandardize_weights(w, b, mean, std):
    return w / std, float(b - w @ mean)

# %% wrong="unstandardize_weights_adds_to_the_bias"
# The products were added to the bias. Which sign has the mean inside the brackets?
def unstandardize_weights(w, b, mean, std):
    w_raw = w / std
    return w_raw, float(b + w_raw @ mean)

# %% wrong="unstandardize_weights_bias_sign"
# The sign of the whole bias is turned round. What is subtracted from what?
def unstandardize_weights(w, b, mean, std):
    w_raw = w / std
    return w_raw, float(w_raw @ mean - b)

# %% wrong="unstandardize_weights_bias_without_b"
# The products with the means are there, but the old bias is lost. What is predicted for an example that equals the mean?
def unstandardize_weights(w, b, mean, std):
    w_raw = w / std
    return w_raw, float(-(w_raw @ mean))

# %% wrong="unstandardize_weights_divides_the_bias"
# The old bias was divided as well. In the prediction it stands outside the brackets: does a std belong to it?
def unstandardize_weights(w, b, mean, std):
    return w / std, float(np.sum((b - w * mean) / std))

# %% wrong="unstandardize_weights_bias_for_each_feature"
# There is one bias for each feature. The products have to be added up before they are subtracted.
def unstandardize_weights(w, b, mean, std):
    return w / std, b - w * mean / std

# %% wrong="unstandardize_weights_subtracts_b_for_each_feature"
# The old bias is counted once for each feature. Is it inside the sum of the formula, or outside?
def unstandardize_weights(w, b, mean, std):
    return w / std, float(np.sum(b - w * mean / std))

# %% wrong="unstandardize_weights_mean_of_products"
# The products were averaged. The formula has a sum.
def unstandardize_weights(w, b, mean, std):
    w_raw = w / std
    return w_raw, float(b - np.mean(w_raw * mean))

# %% wrong="unstandardize_weights_standardizes_the_weights"
# The weights were treated like features: minus mean, divided by std. Features are shifted; what does a shift of the features do to a weight?
def unstandardize_weights(w, b, mean, std):
    return (w - mean) / std, b

# %% wrong="unstandardize_weights_inverts_the_features_formula"
# The weights were treated like features on their way back: times std, plus mean. Go by the prediction, which has to stay the same.
def unstandardize_weights(w, b, mean, std):
    return w * std + mean, b

# %% wrong="unstandardize_weights_without_weights"
# The bias is right, but the weights are the old ones. By how much does the prediction grow for one gram?
def unstandardize_weights(w, b, mean, std):
    return w.copy(), float(b - (w / std) @ mean)

# %% wrong="unstandardize_weights_without_std"
# The std is not used at all. By how much does the prediction grow for one gram?
def unstandardize_weights(w, b, mean, std):
    return w.copy(), float(b - w @ mean)

# %% wrong="unstandardize_weights_squares_std"
# In the bias, std divides twice: the raw weights hold it already. How often does the formula divide?
def unstandardize_weights(w, b, mean, std):
    w_raw = w / std
    return w_raw, float(b - np.sum(w_raw * mean / std))

# %% wrong="unstandardize_weights_bias_times_std"
# In the bias, the products were multiplied by std. Which operation does the formula have there?
def unstandardize_weights(w, b, mean, std):
    return w / std, float(b - np.sum(w * mean * std))

# %% wrong="unstandardize_weights_bias_of_the_means"
# The means were subtracted from the bias without their weights. The bias counts in units of y, the means in grams: what turns one into the other?
def unstandardize_weights(w, b, mean, std):
    return w / std, float(b - np.sum(mean / std))

# %% wrong="unstandardize_weights_swapped"
# The bias comes first here. In which order are the two returned?
def unstandardize_weights(w, b, mean, std):
    w_raw = w / std
    return float(b - w_raw @ mean), w_raw

# %% wrong="unstandardize_weights_in_place"
# The result is right, but the weights that were handed in have changed. Does `/=` make a new array?
def unstandardize_weights(w, b, mean, std):
    w /= std
    return w, float(b - w @ mean)

# %% wrong="unstandardize_weights_alone"
# Only the weights come back. The bias changes, too, and is returned beside them.
def unstandardize_weights(w, b, mean, std):
    return w / std

# %% wrong="condition_number_with_a_generous_limit"
# A large, but finite ratio came back as inf: your limit counts σmin as 0 too early. Which ratio does the formula name?
def condition_number(X):
    s = np.linalg.svd(X, compute_uv=False)
    if X.shape[0] < X.shape[1] or s[-1] <= 1e-8 * s[0]:
        return np.inf
    return float(s[0] / s[-1])

# %% probe="condition_number_that_a_product_loses"
condition_number(np.array([[2.0 ** 26, 2.0 ** 26], [1.0, -1.0]]))

# %% wrong="fit_standardizer_by_the_mean_of_squares"
# The mean of the squares minus the square of the mean is the variance on paper. Far from 0 both are huge and nearly equal, and rounding eats the rest: when is the mean to be subtracted?
def fit_standardizer(X_train):
    mean = np.mean(X_train, axis=0)
    std = np.sqrt(np.maximum(np.mean(X_train**2, axis=0) - mean**2, 0.0))
    return mean, np.where(std == 0, 1.0, std)

# %% probe="fit_standardizer_far_from_zero"
fit_standardizer(2.0 ** 30 + np.array([[-2.0], [2.0]]))

# %% wrong="unstandardize_weights_of_std_one_are_zero"
# A weight became 0 where std is 1. A std of 1 is as good as any other, and a prediction that uses this weight must stay the same.
def unstandardize_weights(w, b, mean, std):
    w_raw = np.where(std == 1, 0.0, w / std)
    return w_raw, float(b - w_raw @ mean)

# %% probe="unstandardize_weights_with_a_std_of_one"
unstandardize_weights(np.array([3.0, 2.0]), 4.0, np.array([4.0, 5.0]), np.array([1.0, 2.0]))
