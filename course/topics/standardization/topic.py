# ---
# jupyter:
#   course:
#     difficulty: 2
#     minutes: 60
#     needs: [least_squares]
#   jupytext:
#     notebook_metadata_filter: course
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Put all features on one scale
#
# A feature comes in a unit: grams, millimetres, years. The unit is a choice, and gradient descent feels it: the same
# data in other units need another number of steps. **Standardization** takes the units away. From each feature it subtracts
# the mean, and it divides the rest by the standard deviation. Then every feature that varies has mean 0 and standard deviation 1
# over the data that were measured.
#
# | | |
# |---|---|
# | **You will do** | measure the mean and the standard deviation of each feature, standardize a training set and a test set, compute the condition number, and carry weights back to raw features |
# | **You will learn** | why one scale saves steps, why the test set must not be looked at, what standardization cannot mend |
# | **You need** | `least_squares`: the squared loss, gradient descent and its learning rate |
# | **Time, difficulty** | about 60 minutes, ●●○ |

# %%
import numpy as np
from course.lab import check, close, difference, hint, penguins, pictures
from course.lab import notes, self_assessment, whiteboard

# %% [markdown]
# ## Symbols and shapes
#
# | symbol | code | shape | meaning |
# |---|---|---|---|
# | $n, d$ | `n`, `d` | | examples, features |
# | $X, x$ | `X`, `x` | $(n, d)$, $(d{,})$ | raw features: row $i$ of $X$ is example $i$, column $j$ is feature $j$; $x$ is one example alone |
# | $\text{mean}_j$ | `mean` | $(d{,})$ | the mean of each feature over the examples of the training set |
# | $\text{std}_j$ | `std` | $(d{,})$ | the standard deviation of each feature, over the same examples |
# | $\tilde X$ | `X_std` | $(n, d)$ | standardized features |
# | $X^{\text{train}}, X^{\text{test}}$ | `X_train`, `X_test` | $(n, d)$, each its own $n$ | the examples to learn from, and those kept aside to try the model on |
# | $w, b$ | `w`, `b` | $(d{,})$, scalar | weights and bias for standardized features |
# | $w^{\text{raw}}, b^{\text{raw}}$ | `w_raw`, `b_raw` | $(d{,})$, scalar | weights and bias for raw features, with the same predictions |
# | $y, \hat y$ | `y`, `y_hat` | $(n{,})$ | targets, predictions |
# | $\alpha, t$ | `lr`, `t` | scalar | the learning rate of gradient descent, the number of its steps |
# | $v$ | | $(d{,})$ | a direction: a vector of length 1 |
# | $\sigma, \sigma_{\max}, \sigma_{\min}$ | | scalar | a singular value of a matrix, the largest and the smallest of them (in `least_squares` the letter is $s$; this $\sigma$ is not the sigmoid) |
# | $\kappa$ | `kappa` | scalar | the condition number, $\sigma_{\max} / \sigma_{\min}$ |
#
# The index $i$ counts examples, $j$ counts features.

# %% [markdown]
# ## A worked example
#
# Four penguins weigh 3300, 3900, 4100 and 4700 grams. Their mean is 4000, and the deviations from it are $-700$, $-100$, $100$ and $700$.
# The **standard deviation** is the root of the mean of the squared deviations:
#
# $$\text{std} = \sqrt{\frac{700^2 + 100^2 + 100^2 + 700^2}{4}} = 500$$
#
# Each deviation divided by 500 is a standardized value: it counts in standard deviations, not in grams. The cell checks each number. Then it
# weighs the penguins in kilograms, and the standardized values are the same.

# %%
masses = np.array([3300.0, 3900.0, 4100.0, 4700.0])
mean = masses.mean()
deviations = masses - mean
std = np.sqrt(np.mean(deviations ** 2))
standardized = deviations / std
print("mean        ", mean)
print("deviations  ", deviations)
print("std         ", std)
print("standardized", standardized)
assert mean == 4000 and std == 500
assert np.allclose(standardized, [-1.4, -0.2, 0.2, 1.4])
assert np.isclose(standardized.mean(), 0)
assert np.isclose(standardized.std(), 1)

kilograms = masses / 1000
in_kilograms = (kilograms - kilograms.mean()) / kilograms.std()
print("from kg     ", in_kilograms.round(10))
assert np.allclose(in_kilograms, standardized)

# %% [markdown]
# ## Exercise 1: measure the training set
#
# $$\text{mean}_j = \frac1n \sum_{i=1}^{n} X_{ij} \qquad\qquad \text{std}_j = \sqrt{\frac1n \sum_{i=1}^{n} (X_{ij} - \text{mean}_j)^2}$$
#
# If feature $j$ is **constant**, that is, the same in all examples, then $\text{std}_j = 1$ instead.
#
# **Why so.** Each feature has a unit of its own, so each has a mean and a standard deviation of its own: the sums run over the
# examples, $i$. A constant feature has only deviations of 0. Divided by 1 they stay 0; divided by 0 they would not be numbers.
#
# **What goes wrong.**
#
# - Divide by $n$ here. Some programs divide by $n - 1$, to estimate the spread of a whole population from a sample. Then the standard deviation of
#   what comes out, by the formula above, is not 1, and a single example gives 0/0.
# - Only a constant feature gets 1. A feature whose numbers are all very small has a very small standard deviation, and keeps it.
# - Rounding can hide a constant: for three entries of 0.1, NumPy's standard deviation is not exactly 0. To ask whether the largest entry
#   of a feature equals the smallest needs no arithmetic, so nothing is rounded.

# %%
tenths = np.array([0.1, 0.1, 0.1])
print("Is the standard deviation 0?          ", tenths.std() == 0)
print("Does the largest equal the smallest?  ", tenths.max() == tenths.min())

# %% [markdown] hints="fit_standardizer"
# 1. X has two axes. Which one has to disappear, so that one number is left for each feature?
# 2. Both statistics run over the examples. Then find the features whose largest and smallest entries are equal, and put a 1 there, and only there.
# 3. `np.mean` and `np.std` take `axis=0`. `np.where(condition, a, b)` chooses entry by entry. Return the two arrays as a pair.

# %% answer="fit_standardizer"
def fit_standardizer(X_train):
    """mean[j] = (1/n) Σᵢ X[i, j],  std[j] = √((1/n) Σᵢ (X[i, j] − mean[j])²).

    Where feature j is constant, std[j] is 1.

    X_train : raw features of the training set, shape (n, d), n ≥ 1
    returns (mean, std), both of shape (d,)
    """
    ### BEGIN SOLUTION
    constant = np.max(X_train, axis=0) == np.min(X_train, axis=0)
    return np.mean(X_train, axis=0), np.where(constant, 1.0, np.std(X_train, axis=0))
    ### END SOLUTION

# %%
check(fit_standardizer)

# %% test="fit_standardizer_of_four_penguins"
# Masses in grams and bill depths in millimetres: each feature is measured by itself.
X = np.array([[3300.0, 21.0], [3500.0, 17.0], [4100.0, 21.0], [5100.0, 17.0]])
got = tuple(fit_standardizer(X))
expected = (np.array([4000.0, 19.0]), np.array([700.0, 2.0]))
assert close(got, expected), difference(got, expected)

# %% test="fit_standardizer_of_a_constant_feature"
# The constant feature gets std 1, the others keep theirs, small or large.
X = np.array([[7.0, 1.0, 20.0], [7.0, 1.5, 60.0]])
got = tuple(fit_standardizer(X))
expected = (np.array([7.0, 1.25, 40.0]), np.array([1.0, 0.25, 20.0]))
assert close(got, expected), difference(got, expected)

# %% test="fit_standardizer_of_one_example"
# A single example is its own mean, and each of its features is constant.
got = tuple(fit_standardizer(np.array([[4000.0, 19.0, 0.0]])))
expected = (np.array([4000.0, 19.0, 0.0]), np.array([1.0, 1.0, 1.0]))
assert close(got, expected), difference(got, expected)

# %% hidden="fit_standardizer_equals_the_formula" points=1
# For any n and d, near 0 or far from it, mean and std are the sums of the formula, feature by feature.
rng = np.random.default_rng(601)
for n, d in [(2, 3), (5, 1), (4, 4), (9, 2), (3, 6)]:
    X = rng.normal(size=(n, d)) * 4 + rng.normal(size=d) * 3
    means, stds = [], []
    for j in range(d):
        m = sum(X[i, j] for i in range(n)) / n
        means.append(m)
        stds.append((sum((X[i, j] - m) ** 2 for i in range(n)) / n) ** 0.5)
    expected = (np.array(means), np.array(stds))
    got = tuple(fit_standardizer(X))
    assert close(got, expected, atol=1e-10), difference(got, expected)
got = tuple(fit_standardizer(2.0 ** 30 + np.array([[-2.0], [2.0]])))
expected = (np.array([2.0 ** 30]), np.array([2.0]))
assert close(got, expected), difference(got, expected)

# %% hidden="fit_standardizer_gives_constant_features_std_one" points=1
# Constant features get std 1, also for a single example; the others keep their own, below 1 or above.
X = np.array([
    [3.0, 0.0, 10.0, -0.5, 1.0],
    [3.0, 0.0, 20.0, -0.5, 1.0],
    [3.0, 0.0, 10.0, -0.5, 1.5],
    [3.0, 0.0, 20.0, -0.5, 1.5],
])
got = tuple(fit_standardizer(X))
expected = (np.array([3.0, 0.0, 15.0, -0.5, 1.25]), np.array([1.0, 1.0, 5.0, 1.0, 0.25]))
assert close(got, expected), difference(got, expected)
got = tuple(fit_standardizer(np.array([[2.5, -8.0]])))
expected = (np.array([2.5, -8.0]), np.array([1.0, 1.0]))
assert close(got, expected), difference(got, expected)
got = tuple(fit_standardizer(np.array([[4.0], [4.0], [4.0]])))
expected = (np.array([4.0]), np.array([1.0]))
assert close(got, expected), difference(got, expected)

# %% hidden="fit_standardizer_of_every_example_twice" points=1
# If every example occurs twice, mean and std stay the same, as both divide by the number of examples.
X = np.array([[1.0, 40.0], [3.0, -20.0], [9.0, 16.0]])
mean_once, std_once = fit_standardizer(X.copy())
mean_twice, std_twice = fit_standardizer(np.concatenate([X, X]))
assert close(mean_once, np.array([13.0, 36.0]) / 3), difference(mean_once, np.array([13.0, 36.0]) / 3)
assert np.all(np.asarray(std_once) > 2)
assert close(mean_twice, mean_once), difference(mean_twice, mean_once)
assert close(std_twice, std_once), difference(std_twice, std_once)

# %% hidden="fit_standardizer_follows_the_unit" points=1
# In any unit, with very large or small numbers, mean and std are those of the old unit, converted.
X = np.array([[-6.0, 3.0], [0.0, 3.5], [2.0, 3.5], [8.0, 3.0]])
for unit in [1.0, -4.0, 2.0 ** 60, 2.0 ** -60]:
    mean_there, std_there = fit_standardizer(X * unit)
    got = (np.asarray(mean_there) / unit, np.asarray(std_there) / abs(unit))
    expected = (np.array([1.0, 3.25]), np.array([5.0, 0.25]))
    assert close(got, expected), difference(got, expected)

# %% hidden="fit_standardizer_leaves_its_argument_alone" points=1
# The training set stays the same; mean and std are float64 arrays of shape (d,).
X = np.array([[1.0, 10.0, 4.0], [5.0, 10.0, -4.0]])
before = X.copy()
mean_got, std_got = fit_standardizer(X)
assert np.array_equal(X, before)
for part in (mean_got, std_got):
    assert isinstance(part, np.ndarray)
    assert part.shape == (3,)
    assert part.dtype == np.float64
assert close(mean_got[0], 3.0), difference(mean_got[0], 3.0)
assert close(std_got[0], 2.0), difference(std_got[0], 2.0)

# %% [markdown]
# ## Exercise 2: standardize
#
# $$\tilde X_{ij} = \frac{X_{ij} - \text{mean}_j}{\text{std}_j}$$
#
# **Why so.** Deviation and standard deviation have the same unit, so their quotient has none. 0 means: as the mean. 1 means: one
# standard deviation above it.
#
# **What goes wrong.** Use the `mean` and `std` that the function is given, and do not measure `X` again. Exercise 3 needs this: there `X` holds
# other examples than those that were measured.

# %% [markdown] hints="standardize"
# 1. Write down the shapes of X, mean and std. What does NumPy do when it subtracts a vector of d numbers from a matrix with d columns?
# 2. Shapes are aligned from the right, so (n, d) and (d,) meet feature by feature. The subtraction comes first.
# 3. One expression: a difference in brackets, then one division. It makes a new array; `-=` would write into X.

# %% answer="standardize"
def standardize(X, mean, std):
    """X_std[i, j] = (X[i, j] − mean[j]) / std[j].

    X : raw features, shape (n, d)
    mean, std : the statistics to use, shape (d,); no std is 0
    returns the standardized features, shape (n, d)
    """
    ### BEGIN SOLUTION
    return (X - mean) / std
    ### END SOLUTION

# %%
check(standardize)

# %% test="standardize_counts_in_standard_deviations"
# With mean 4000 and std 500, a mass of 4700 becomes 1.4.
X = np.array([[4700.0, 17.0], [4000.0, 23.0], [3000.0, 19.0]])
got = standardize(X, np.array([4000.0, 19.0]), np.array([500.0, 2.0]))
expected = np.array([[1.4, -1.0], [0.0, 2.0], [-2.0, 0.0]])
assert close(got, expected), difference(got, expected)

# %% test="standardize_of_as_many_examples_as_features"
# Where n = d, too, each feature uses its own mean and its own std.
X = np.array([[1.0, 10.0], [3.0, 30.0]])
got = standardize(X, np.array([2.0, 4.0]), np.array([0.5, 8.0]))
expected = np.array([[-2.0, 0.75], [2.0, 3.25]])
assert close(got, expected), difference(got, expected)

# %% test="standardize_of_one_example"
# One new example is measured by the mean and the std of others.
got = standardize(np.array([[5.0, -1.0, 7.0]]), np.array([1.0, 1.0, 7.0]), np.array([2.0, 4.0, 1.0]))
expected = np.array([[2.0, -0.5, 0.0]])
assert close(got, expected), difference(got, expected)

# %% hidden="standardize_equals_the_formula" points=1
# For any n and d, each entry is the formula's, with the mean and the std that were given.
rng = np.random.default_rng(611)
for n, d in [(1, 3), (5, 1), (3, 3), (4, 2), (2, 5), (1, 1)]:
    X, m = rng.normal(size=(n, d)) * 3, rng.normal(size=d)
    s = rng.uniform(0.25, 4.0, size=d)
    expected = np.zeros((n, d))
    for i, j in np.ndindex(n, d):
        expected[i, j] = (X[i, j] - m[j]) / s[j]
    got = standardize(X, m, s)
    assert close(got, expected), difference(got, expected)

# %% hidden="standardize_can_be_undone" points=1
# The result times std, plus mean, is the raw feature, also where std is very small or large.
X = np.array([[0.0, 3.0, 5.0], [1.0, -2.0, 3.0], [4.0, 8.0, -3.0], [-7.0, 0.5, 9.0]])
m = np.array([1.0, -2.0, 3.0])
for s in [np.array([0.5, 4.0, 3.0]), np.array([2.0 ** -30, 2.0 ** 30, 1.0])]:
    got = standardize(X.copy(), m.copy(), s.copy()) * s + m
    assert close(got, X), difference(got, X)

# %% hidden="standardize_knows_no_unit" points=1
# If features, mean and std are all given in another unit, the result stays the same.
X = np.array([[1.0, 3.0], [2.0, 7.0], [6.0, -5.0]])
m, s = np.array([2.0, 1.0]), np.array([4.0, 0.5])
expected = np.array([[-0.25, 4.0], [0.0, 12.0], [1.0, -12.0]])
for unit in [1.0, 1024.0, 2.0 ** -40]:
    got = standardize(X * unit, m * unit, s * unit)
    assert close(got, expected), difference(got, expected)

# %% hidden="standardize_leaves_its_arguments_alone" points=1
# Features, mean and std stay the same; the result is a float64 array of the shape of X.
X = np.array([[1.0, 3.0, 2.0], [2.0, 7.0, 4.0]])
m, s = np.array([0.0, 5.0, 2.0]), np.array([2.0, 0.5, 4.0])
before = X.copy(), m.copy(), s.copy()
got = standardize(X, m, s)
assert isinstance(got, np.ndarray)
assert got.shape == (2, 3)
assert got.dtype == np.float64
assert close(got[1], np.array([1.0, 4.0, 0.5])), difference(got[1], np.array([1.0, 4.0, 0.5]))
assert np.array_equal(X, before[0])
assert np.array_equal(m, before[1])
assert np.array_equal(s, before[2])

# %% [markdown]
# ## Exercise 3: a training set and a test set
#
# The test set stands for examples that nobody has seen yet. So the mean and the standard deviation come from the **training set
# only**, and both sets are standardized with them:
#
# $$\tilde X^{\text{train}}_{ij} = \frac{X^{\text{train}}_{ij} - \text{mean}^{\text{train}}_j}{\text{std}^{\text{train}}_j} \qquad\qquad \tilde X^{\text{test}}_{ij} = \frac{X^{\text{test}}_{ij} - \text{mean}^{\text{train}}_j}{\text{std}^{\text{train}}_j}$$
#
# **Why so.** A model may have to predict for one new example at a time. One example has no spread of its own: measured by itself it is 0 in every
# feature, whatever it was.
#
# **What goes wrong.**
#
# - The test set is measured by **itself**. Then the same bird gets different numbers, depending on which birds came with it, and a shift
#   between the two sets becomes invisible.
# - **Both sets together** are measured. Then the test examples have a say in the numbers that the model learns from, and the test is no
#   longer one of unseen examples. This is called **leakage**.
#
# The cell shows a shift. Adelie and Chinstrap penguins are the training set, Gentoo penguins the test set.
#
# *The data: 333 Palmer penguins, measured by Kristen Gorman and the Palmer Station LTER, Antarctica. CC0.*

# %%
birds = penguins()
is_gentoo = birds["species"] == "Gentoo"
train, test = birds["body_mass_g"][~is_gentoo], birds["body_mass_g"][is_gentoo]

for name, mass in [("training set", train), ("test set", test)]:
    print(f"{name:<13}{len(mass)} birds, mean {mass.mean():.0f} g, std {mass.std():.0f} g")
by_training = (test - train.mean()) / train.std()
by_itself = (test - test.mean()) / test.std()
print(f"test set measured by the training set: mean {by_training.mean():.2f}")
print(f"test set measured by itself:           mean {abs(by_itself.mean()):.2f}")

# %% [markdown]
# Gentoos are heavy: their mean lies 3.17 standard deviations above that of the training set. Measured by themselves they have mean 0, like
# the birds that the model was trained on, and the model cannot know that they are heavy.

# %% [markdown] hints="standardize_split"
# 1. How often has something to be measured here, and on which set?
# 2. Your two functions are enough. The first gives the statistics, the second uses them, once for each set.
# 3. Three lines: one call of `fit_standardizer`, two calls of `standardize`. Return the training set first, then the test set.

# %% answer="standardize_split"
def standardize_split(X_train, X_test):
    """Both sets minus mean, divided by std, where (mean, std) are those of X_train.

    X_train : raw features to learn from, shape (n_train, d)
    X_test : raw features kept aside, shape (n_test, d)
    returns (X_train_std, X_test_std), of the same shapes
    """
    ### BEGIN SOLUTION
    mean, std = fit_standardizer(X_train)
    return standardize(X_train, mean, std), standardize(X_test, mean, std)
    ### END SOLUTION

# %%
check(standardize_split)

# %% test="standardize_split_uses_the_training_set"
# The training set has mean 4000 and std 500: a test bird of 5500 grams becomes 3.
X_train = np.array([[3300.0, 21.0], [3900.0, 17.0], [4100.0, 21.0], [4700.0, 17.0]])
X_test = np.array([[5500.0, 15.0], [5000.0, 17.0], [4250.0, 14.0]])
got = tuple(standardize_split(X_train, X_test))
expected = (
    np.array([[-1.4, 1.0], [-0.2, -1.0], [0.2, 1.0], [1.4, -1.0]]),
    np.array([[3.0, -2.0], [2.0, -1.0], [0.5, -2.5]]),
)
assert close(got, expected), difference(got, expected)

# %% test="standardize_split_of_one_test_example"
# A test set of one example is measured by the training set as well.
X_train = np.array([[1.0, 6.0], [5.0, 6.0]])
got = tuple(standardize_split(X_train, np.array([[9.0, 8.5]])))
expected = (np.array([[-1.0, 0.0], [1.0, 0.0]]), np.array([[3.0, 2.5]]))
assert close(got, expected), difference(got, expected)

# %% hidden="standardize_split_equals_the_formula" points=1
# For any sizes, both sets are the formula's, with the statistics of the training set.
rng = np.random.default_rng(621)
for n_train, n_test, d in [(4, 2, 3), (3, 5, 2), (6, 6, 1), (3, 3, 3), (2, 1, 4)]:
    X_train = rng.normal(size=(n_train, d)) * 2 + 1
    X_test = rng.normal(size=(n_test, d)) * 5 - 3
    expected = (np.zeros((n_train, d)), np.zeros((n_test, d)))
    for j in range(d):
        m = sum(X_train[i, j] for i in range(n_train)) / n_train
        s = (sum((X_train[i, j] - m) ** 2 for i in range(n_train)) / n_train) ** 0.5
        for i in range(n_train):
            expected[0][i, j] = (X_train[i, j] - m) / s
        for i in range(n_test):
            expected[1][i, j] = (X_test[i, j] - m) / s
    got = tuple(standardize_split(X_train, X_test))
    assert close(got, expected, atol=1e-10), difference(got, expected)

# %% hidden="standardize_split_never_looks_at_the_test_set" points=2
# Only the training set is measured: with other test examples beside it, no example gets other numbers.
X_train = np.array([[1.0, 20.0], [7.0, 60.0], [4.0, 10.0], [8.0, -10.0]])
X_test = np.array([[2.0, 300.0], [11.0, 25.0], [5.0, -40.0]])
train_std, test_std = standardize_split(X_train.copy(), X_test.copy())
assert np.shape(train_std) == (4, 2)
assert np.shape(test_std) == (3, 2)
spread = np.asarray(train_std)[1] - np.asarray(train_std)[0]
assert close(spread, np.array([6.0 / 7.5 ** 0.5, 40.0 / 650.0 ** 0.5]))
for i in range(3):
    train_alone, test_alone = standardize_split(X_train.copy(), X_test[i : i + 1].copy())
    assert close(train_alone, train_std), difference(train_alone, train_std)
    assert close(test_alone, test_std[i : i + 1]), difference(test_alone, test_std[i : i + 1])
train_far, test_far = standardize_split(X_train.copy(), X_test + 1024.0)
assert close(train_far, train_std), difference(train_far, train_std)
shift = np.asarray(test_far) - np.asarray(test_std)
expected = np.array([[1024.0 / 7.5 ** 0.5, 1024.0 / 650.0 ** 0.5]] * 3)
assert close(shift, expected), difference(shift, expected)

# %% hidden="standardize_split_of_a_constant_training_feature" points=1
# A feature that is constant in the training set is only shifted, though it varies in the test set.
X_train = np.array([[6.0, 1.0], [6.0, 5.0], [6.0, 1.0], [6.0, 5.0]])
X_test = np.array([[6.0, 3.0], [10.0, 9.0], [-2.0, 4.0]])
got = tuple(standardize_split(X_train, X_test))
expected = (
    np.array([[0.0, -1.0], [0.0, 1.0], [0.0, -1.0], [0.0, 1.0]]),
    np.array([[0.0, 0.0], [4.0, 3.0], [-8.0, 0.5]]),
)
assert close(got, expected), difference(got, expected)

# %% hidden="standardize_split_leaves_its_arguments_alone" points=1
# Both sets stay the same; two float64 arrays come back, and the training set has mean 0 and std 1.
X_train = np.array([[1.0, 3.0, -2.0], [2.0, 7.0, 2.0], [6.0, 2.0, 9.0]])
X_test = np.array([[0.0, 5.0, 1.0], [8.0, 4.0, -6.0]])
before = X_train.copy(), X_test.copy()
train_std, test_std = standardize_split(X_train, X_test)
assert np.array_equal(X_train, before[0])
assert np.array_equal(X_test, before[1])
for part, shape in [(train_std, (3, 3)), (test_std, (2, 3))]:
    assert isinstance(part, np.ndarray)
    assert part.shape == shape
    assert part.dtype == np.float64
assert close(train_std.mean(axis=0), np.zeros(3)), difference(train_std.mean(axis=0), np.zeros(3))
assert close(train_std.std(axis=0), np.ones(3)), difference(train_std.std(axis=0), np.ones(3))

# %% [markdown]
# ## What standardization buys
#
# How many steps does gradient descent need? The cell predicts the flipper length of the penguins from their bill depth and body mass, with a
# column of ones for the bias, in four ways: as measured, with the mass in kilograms, with the means subtracted as well, and standardized. It
# counts the steps until the squared loss is at most 1 % above its minimum. Each walk starts at weights of 0 and has the learning rate
# $\alpha = 1/\sigma_{\max}^2$ of its own matrix, half of the limit $2/\sigma_{\max}^2$ from `least_squares`.
#
# Some of these walks are too long to be walked. But the loss is a bowl, and along each axis of the bowl every step multiplies the error, that
# is, the distance to the minimum, by the same factor $1 - \alpha \cdot \text{curvature}$. The **curvature** of an axis is
# by how much the slope grows for each 1 of distance. So $t$ steps multiply the error by
# $(1 - \alpha \cdot \text{curvature})^t$, and the cell looks for the smallest $t$ that is enough. At the end it walks the shortest walk step by
# step, to check the count. You need not read its code.

# %%
depth, mass = birds["bill_depth_mm"], birds["body_mass_g"]
flipper, ones = birds["flipper_length_mm"], np.ones(len(depth))

def loss(X, w, y):
    return np.sum((X @ w - y) ** 2) / 2

def steps_needed(X, y):
    """The number of steps from w = 0, with lr = 1/σmax², until the loss is within 1 %."""
    curvature, axes = np.linalg.eigh(X.T @ X)
    best = np.linalg.lstsq(X, y)[0]
    factor = 1 - curvature / curvature.max()
    def excess(t):
        return np.sum(curvature * (axes.T @ best * factor ** t) ** 2) / 2
    few, enough = 0, 1
    while excess(enough) > 0.01 * loss(X, best, y):
        few, enough = enough, 2 * enough
    while enough - few > 1:
        middle = (few + enough) // 2
        if excess(middle) > 0.01 * loss(X, best, y):
            few = middle
        else:
            enough = middle
    return enough

depth_0, kg_0 = depth - depth.mean(), (mass - mass.mean()) / 1000
ways = {
    "depth in mm, mass in g": np.column_stack([depth, mass, ones]),
    "depth in mm, mass in kg": np.column_stack([depth, mass / 1000, ones]),
    "the same, means subtracted": np.column_stack([depth_0, kg_0, ones]),
    "standardized": np.column_stack([depth_0 / depth_0.std(), kg_0 / kg_0.std(), ones]),
}
counts = {way: steps_needed(X, flipper) for way, X in ways.items()}
for way, count in counts.items():
    print(f"{way:<27}{float(f'{count:.3g}'):>16,.0f} steps")

X = ways["standardized"]
lr = 1 / np.linalg.norm(X, 2) ** 2
limit = 1.01 * loss(X, np.linalg.lstsq(X, flipper)[0], flipper)
w, walked = np.zeros(3), 0
while loss(X, w, flipper) > limit:
    w = w - lr * X.T @ (X @ w - flipper)
    walked = walked + 1
assert walked == counts["standardized"]

# %% [markdown]
# The penguins are the same in every row, and so are the best predictions.
#
# - As measured, the walk takes about 10,400,000,000 steps.
# - With kilograms for grams it takes about 180,000: now the two features have numbers of similar size.
# - With the means subtracted it takes 23. A feature whose numbers are all far from 0 looks much like the column of ones, and gradient descent can
#   hardly tell its weight from the bias. Around a mean of 0 the two are easy to tell apart.
# - Standardized, it takes 6, and nobody had to choose a unit.

# %% [markdown]
# ## Play: the same data before and after
#
# Left and right are the same data, with two features; the small clouds in the corners show them. Each map shows the loss over the two weights by
# contour lines, and the walk of gradient descent from weights of 0. On the left the means are subtracted and the scales are raw. On the right
# the data went through your `standardize_split`. Each side has the learning rate $1/\sigma_{\max}^2$ of its own data. Its title says after how
# many steps the loss is at most 1 % above its minimum; this region is drawn around the minimum.
#
# - The scale ratio is how many times larger the numbers of feature 2 are. Set it to 1, then raise it. Which side
#   changes, and what becomes of its valley?
# - Move the steps. Where is the walk on the left after the first few, and in which direction does it then creep?
# - Set the scale ratio to 1 and raise the correlation of the two features. What can standardization not mend?

# %%
pictures.before_and_after(standardize_split)

# %% [markdown]
# ## Exercise 4: the condition number
#
# How long and narrow is the valley? One number says it. For a vector $v$ of length 1 and $n \ge d$, the length of $Xv$ lies between the smallest and
# the largest **singular value** of $X$. Their ratio is the **condition number**:
#
# $$\kappa(X) = \frac{\sigma_{\max}}{\sigma_{\min}}$$
#
# It is $\infty$ where $X$ has not full column rank: where $n < d$, or where $\sigma_{\min} \le 10^{-12} \, \sigma_{\max}$.
#
# **Why so.** The curvature of the loss along the axis of a singular value $\sigma$ is $\sigma^2$. With $\alpha = 1/\sigma_{\max}^2$, a step multiplies
# the error along this axis by $1 - \sigma^2/\sigma_{\max}^2$, and along the slowest axis by $1 - 1/\kappa^2$. So the number of steps grows like $\kappa^2$.
# The cell computes how many steps halve the slowest error. For $\kappa = 1$ the valley is round, and one step arrives.

# %%
for kappa in [1.0, 2.0, 10.0, 100.0, 1000.0]:
    factor = 1 - 1 / kappa ** 2
    halving = 1 if factor == 0 else int(np.ceil(np.log(0.5) / np.log(factor)))
    print(f"condition number {kappa:6.0f}: {halving:8,d} steps halve the slowest error")
    assert factor ** halving <= 0.5

# %% [markdown]
# **What goes wrong.**
#
# - Where $n < d$, some weights can change without changing any prediction: there is a $v$ with $Xv = 0$. But the singular value decomposition lists
#   only $\min(n, d)$ values, and does not show these zeros. Look at the shape first.
# - Rounding leaves a tiny number where a singular value should be 0. How tiny it is depends on $\sigma_{\max}$, so compare with $\sigma_{\max}$ and
#   not with a fixed number. A matrix of very small numbers may have the condition number 1.
# - The eigenvalues of $X^\top X$ are the squares of the singular values. Squaring doubles the number of digits between the largest and the
#   smallest, and rounding then loses the smallest. Work with $X$ itself.

# %% [markdown] hints="condition_number"
# 1. There are three cases: too few examples, a smallest singular value that counts as 0, and all the rest.
# 2. NumPy can list the singular values, largest first. Deal with n < d before, because the list has no entry for what is missing.
# 3. `np.linalg.svd(X, compute_uv=False)` is the list. Two `if` lines return `np.inf`, or one with `or`; the last line returns a ratio.

# %% answer="condition_number"
def condition_number(X):
    """κ = σmax / σmin, and inf where n < d or σmin ≤ 1e-12·σmax.

    X : a matrix, shape (n, d)
    returns the condition number, a float
    """
    ### BEGIN SOLUTION
    n, d = X.shape
    singular = np.linalg.svd(X, compute_uv=False)
    if n < d or singular[-1] <= 1e-12 * singular[0]:
        return np.inf
    return float(singular[0] / singular[-1])
    ### END SOLUTION

# %%
check(condition_number)

# %% test="condition_number_of_three_lengths"
# Three columns at right angles, of lengths 5, 20 and 2: the longest is 10 times the shortest.
X = np.array([[3.0, -16.0, 0.0], [4.0, 12.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 2.0]])
got = condition_number(X)
expected = 10.0
assert close(got, expected), difference(got, expected)

# %% test="condition_number_of_correlated_columns"
# Two columns of the same length that point almost the same way: √19 to 1.
got = condition_number(np.array([[10.0, 9.0], [0.0, 19.0 ** 0.5]]))
expected = 19.0 ** 0.5
assert close(got, expected), difference(got, expected)

# %% test="condition_number_of_too_few_examples"
# Two examples cannot fix three weights.
got = condition_number(np.array([[1.0, 0.0, 0.0], [0.0, 2.0, 0.0]]))
expected = np.inf
assert close(got, expected), difference(got, expected)

# %% test="condition_number_of_columns_that_depend"
# The third column is the sum of the other two.
X = np.array([[1.0, 2.0, 3.0], [4.0, 1.0, 5.0], [2.0, 7.0, 9.0], [3.0, 3.0, 6.0]])
got = condition_number(X)
expected = np.inf
assert close(got, expected), difference(got, expected)

# %% test="condition_number_of_tiny_numbers"
# Two columns at right angles, of the same length, have 1, however short they are.
got = condition_number(np.array([[3.0, -4.0], [4.0, 3.0]]) * 2.0 ** -50)
expected = 1.0
assert close(got, expected), difference(got, expected)

# %% hidden="condition_number_of_given_singular_values" points=1
# Made from singular values that are known, a matrix of any shape with n ≥ d has their ratio.
rng = np.random.default_rng(631)
for n, d in [(3, 3), (6, 2), (5, 4), (4, 1), (1, 1), (2, 2)]:
    values = np.array([8.0, 5.0, 3.0, 0.5])[:d]
    U = np.linalg.qr(rng.normal(size=(n, d)))[0]
    V = np.linalg.qr(rng.normal(size=(d, d)))[0]
    X = sum(values[m] * np.outer(U[:, m], V[:, m]) for m in range(d))
    expected = values[0] / values[d - 1]
    got = condition_number(X)
    assert close(got, expected), difference(got, expected)

# %% hidden="condition_number_is_infinite_for_too_few_examples" points=1
# With n < d it is inf, in any unit; with n = d the same numbers can be finite.
few = np.array([[3.0, 0.0, 1.0], [0.0, 1.0, 2.0]])
for unit in [1.0, 2.0 ** 40, 2.0 ** -40]:
    for X in [few, few[:1], few[:, 1:][:1]]:
        got = condition_number(X * unit)
        assert close(got, np.inf), difference(got, np.inf)
    got = condition_number(few[:, :2] * unit)
    assert close(got, 3.0), difference(got, 3.0)

# %% hidden="condition_number_is_infinite_for_dependent_columns" points=1
# Columns that are repeated, sums of others or zero give inf in any unit, as does σmin = 3e-14·σmax.
repeated = np.array([[1.0, 3.0, 1.0], [2.0, 0.0, 2.0], [5.0, 1.0, 5.0]])
summed = np.array([[1.0, 3.0, 4.0], [2.0, 0.0, 2.0], [5.0, 1.0, 6.0], [2.0, 2.0, 4.0]])
zero = np.array([[2.0, 0.0], [1.0, 0.0], [4.0, 0.0]])
tiny = np.array([[1.0, 0.0], [0.0, 2.0 ** -45], [0.0, 0.0]])
for unit in [1.0, 2.0 ** 40, 2.0 ** -40]:
    for X in [repeated, summed, zero, tiny, np.zeros((3, 2)), np.zeros((2, 1))]:
        got = condition_number(X * unit)
        assert close(got, np.inf), difference(got, np.inf)
    got = condition_number(np.array([[2.0, 0.0], [0.0, 0.5], [0.0, 0.0]]) * unit)
    assert close(got, 4.0), difference(got, 4.0)

# %% hidden="condition_number_of_nearly_dependent_columns" points=1
# Large is not infinite: ratios up to 7e10 come back as they are.
for ratio in [1000.0, 2.0 ** 27, 2.0 ** 36]:
    X = np.array([[ratio, ratio], [1.0, -1.0], [0.0, 0.0]])
    got = condition_number(X)
    # rounding of the size of 1e-16 times the largest singular value stays in the smallest
    assert close(got, ratio, rtol=1e-14 * ratio), difference(got, ratio)

# %% hidden="condition_number_leaves_its_argument_alone" points=1
# The matrix stays the same, and a single number comes back.
X = np.array([[6.0, 0.0], [0.0, 1.5], [8.0, 0.0]])
before = X.copy()
got = condition_number(X)
assert np.array_equal(X, before)
assert np.ndim(got) == 0
assert close(float(got), 10.0 / 1.5), difference(got, 10.0 / 1.5)

# %% [markdown]
# ## Exercise 5: back to raw features
#
# A model was trained on standardized features and has the weights $w$ and the bias $b$. Written out for a raw example $x$, its prediction is
#
# $$\hat y = \sum_{j=1}^{d} w_j \, \frac{x_j - \text{mean}_j}{\text{std}_j} + b$$
#
# Collect what stands before each $x_j$, and collect the rest:
#
# $$w^{\text{raw}}_j = \frac{w_j}{\text{std}_j} \qquad\qquad b^{\text{raw}} = b - \sum_{j=1}^{d} \frac{w_j \, \text{mean}_j}{\text{std}_j}$$
#
# **Why so.** Both are the same sum in another order, so every prediction stays the same. $w_j$ says by how much the prediction grows when feature $j$
# grows by one standard deviation, $w^{\text{raw}}_j$ by how much for one gram or one millimetre. Whoever has $w^{\text{raw}}$ and $b^{\text{raw}}$ needs
# neither `mean` nor `std`.
#
# **What goes wrong.** The means have been subtracted inside, so the bias changes as well. For weights, the direction is easy to confuse: a feature
# becomes smaller when it is divided by a large standard deviation, and its weight becomes smaller on the way **back**.

# %% [markdown] hints="unstandardize_weights"
# 1. Take one feature, and write the prediction without brackets. Which part is multiplied by x, and which is not?
# 2. The weights change feature by feature. The bias loses one term for each feature: the raw weight times the mean.
# 3. Two lines. In the second, a sum of products, by `@` or `np.sum`, is subtracted from b. Return the pair.

# %% answer="unstandardize_weights"
def unstandardize_weights(w, b, mean, std):
    """w_raw[j] = w[j] / std[j],  b_raw = b − Σⱼ w[j]·mean[j] / std[j].

    w : weights for standardized features, shape (d,)
    b : their bias, a number
    mean, std : the statistics they were standardized with, shape (d,)
    returns (w_raw, b_raw), shape (d,) and a float
    """
    ### BEGIN SOLUTION
    w_raw = w / std
    return w_raw, float(b - w_raw @ mean)
    ### END SOLUTION

# %%
check(unstandardize_weights)

# %% test="unstandardize_weights_of_two_features"
# 12 for one std of 800 grams is 0.015 for each gram.
w, mean, std = np.array([-3.0, 12.0]), np.array([17.0, 4000.0]), np.array([2.0, 800.0])
got = tuple(unstandardize_weights(w, 200.0, mean, std))
expected = (np.array([-1.5, 0.015]), 165.5)
assert close(got, expected), difference(got, expected)

# %% test="unstandardize_weights_gives_the_same_predictions"
# Three raw examples get the predictions that they had when standardized: 10, 7 and 12.
X = np.array([[4.0, 1.0, 2.0], [6.0, 1.0, 2.0], [4.0, 5.0, 3.0]])
w, mean, std = np.array([-3.0, 2.0, 4.0]), np.array([4.0, 1.0, 2.0]), np.array([2.0, 8.0, 4.0])
w_raw, b_raw = unstandardize_weights(w, 10.0, mean, std)
got = X @ w_raw + b_raw
expected = np.array([10.0, 7.0, 12.0])
assert close(got, expected), difference(got, expected)

# %% hidden="unstandardize_weights_keeps_every_prediction" points=2
# For any weights and statistics, raw examples get the predictions of the standardized ones.
rng = np.random.default_rng(641)
for n, d in [(4, 2), (3, 3), (6, 1), (1, 5)]:
    X, w, m = rng.normal(size=(n, d)) * 3, rng.normal(size=d), rng.normal(size=d)
    s, b = rng.uniform(0.25, 4.0, size=d), float(rng.normal())
    expected = np.full(n, b)
    for i, j in np.ndindex(n, d):
        expected[i] += w[j] * (X[i, j] - m[j]) / s[j]
    w_raw, b_raw = unstandardize_weights(w.copy(), b, m.copy(), s.copy())
    assert np.shape(w_raw) == (d,)
    assert np.ndim(b_raw) == 0
    got = X @ w_raw + b_raw
    assert close(got, expected, atol=1e-10), difference(got, expected)

# %% hidden="unstandardize_weights_by_hand" points=1
# The weight of one std becomes the weight of one unit, and the bias the prediction for features of 0.
w, m, s = np.array([6.0, -2.0, 5.0]), np.array([10.0, -3.0, 0.5]), np.array([4.0, 0.25, 10.0])
got = tuple(unstandardize_weights(w, 7.0, m, s))
expected = (np.array([1.5, -8.0, 0.5]), 7.0 - 15.0 - 24.0 - 0.25)
assert close(got, expected), difference(got, expected)
got = tuple(unstandardize_weights(np.array([3.0]), -1.0, np.array([2.0]), np.array([0.5])))
expected = (np.array([6.0]), -13.0)
assert close(got, expected), difference(got, expected)
w, m, s = np.array([3.0, 2.0]), np.array([4.0, 5.0]), np.array([1.0, 2.0])
got = tuple(unstandardize_weights(w, 4.0, m, s))
expected = (np.array([3.0, 1.0]), -13.0)
assert close(got, expected), difference(got, expected)

# %% hidden="unstandardize_weights_leaves_its_arguments_alone" points=1
# Weights and statistics stay the same; a float64 array of shape (d,) and a single number come back.
w, m, s = np.array([2.0, 9.0]), np.array([4.0, 1.0]), np.array([8.0, 3.0])
before = w.copy(), m.copy(), s.copy()
w_raw, b_raw = unstandardize_weights(w, 0.5, m, s)
assert np.array_equal(w, before[0])
assert np.array_equal(m, before[1])
assert np.array_equal(s, before[2])
assert isinstance(w_raw, np.ndarray)
assert w_raw.shape == (2,)
assert w_raw.dtype == np.float64
assert np.ndim(b_raw) == 0
assert close(w_raw, np.array([0.25, 3.0])), difference(w_raw, np.array([0.25, 3.0]))
assert close(float(b_raw), -3.5), difference(b_raw, -3.5)

# %% [markdown]
# ## In your own words
#
# Go back to the picture under *Play: the same data before and after* (below exercise 3), which draws with your `standardize_split`. Set the scale
# ratio to 10 and the correlation to 0, and write down the number of steps of both sides. Then set the scale ratio to 1 and the correlation to 0.9, and do so again.
# Explain in two or three sentences why your code removes the first difficulty completely, and why it does not touch the second.
#
# *2 points, read by a person.*

# %%
whiteboard("standardization_in_your_words")

# %% [markdown] written="standardization_in_your_words" points=2
# A scale of 10 multiplies all deviations of a feature by 10, and its std as well, so the quotient in my code is the same as for a scale of 1: the right side
# needs 1 step, the left 276. A correlation says how two features move together. My code treats each feature by itself, with its own mean and
# its own std; shifting and stretching one feature does not change its correlation with another, so the valley stays narrow on both sides.
#
# *Rubric: 1 point for the scale that cancels between deviation and std, 1 point for each feature being treated by itself, so that the correlation stays.*

# %% [markdown]
# ## Take away
#
# 1. On the training set, standardized features have mean 0 and standard deviation 1: units are gone, correlations are not.
# 2. The number of steps of gradient descent grows like $\kappa^2$. One scale for all features mostly makes $\kappa$ smaller, often by far.
# 3. Mean and standard deviation come from the training set only, and belong to the model from then on.
#
# **Notes:** what would you like to find here when you come back? They stay on your machine and are not handed in.

# %%
notes("standardization")

# %% [markdown]
# **Before you go:** how was it? Change the values below, run the cell and save. This carries no points.

# %%
self_assessment(
    confidence=None,  # 1 (guessing) to 5 (I could explain it)
    hardest="",       # the hardest exercise, such as "standardize_split"
    difficulty=None,  # 1 (easy) to 5 (hard)
    minutes=None,     # how long it took, if you like to say
)

# %% [markdown]
# **Hand in:** save, press *Validate*, and submit as your course tells you. **Next:** `diagnostics`, which asks whether a fitted model can be
# trusted.
