# ---
# jupyter:
#   course:
#     difficulty: 2
#     minutes: 95
#     needs: [least_squares, standardization]
#   jupytext:
#     notebook_metadata_filter: course
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Find out what is wrong with a model
#
# A fitted model always gives numbers, also where they mean nothing. This notebook builds the instruments that show it: what a model
# misses, which example pulls at it, which features repeat each other, and whether a gradient is right. Then four ill models
# wait for your diagnosis.
#
# | | |
# |---|---|
# | **You will do** | write residuals, rmse, $R^2$, leverage, variance inflation and a gradient check, put them into one report, and name the illness of four models |
# | **You will learn** | what each number sees and what it cannot see, why one example can bend a line, why a result can be too good |
# | **You need** | `least_squares`: how a model is fitted; `standardization`: features on one scale |
# | **Time, difficulty** | about 95 minutes, ●●○ |

# %%
import numpy as np
from course.lab import check, close, difference, hint, penguins, pictures
from course.lab import notes, self_assessment, whiteboard
from course.lab.data import patients

# %% [markdown]
# ## Symbols and shapes
#
# | symbol | code | shape | meaning |
# |---|---|---|---|
# | $n, d$ | `n`, `d` | | examples, features |
# | $X$ | `X`, `X_train`, `X_test` | $(n, d)$ | features: row $i$ is example $i$, column $j$ is feature $j$; the test set has a number of examples of its own |
# | $w, b$ | `w`, `b` | $(d{,})$, scalar | weights and bias |
# | $y, \hat y$ | `y`, `y_hat` | $(n{,})$ | targets; predictions $\hat y = Xw + b$ |
# | $\bar y$ | | scalar | the mean of $y$ |
# | $r$ | | $(n{,})$ | residuals $y - \hat y$ |
# | $R^2$ | | scalar | the share of the variation of $y$ that the predictions explain |
# | $X^{+}$ | | $(d, n)$ | the pseudo-inverse of $X$: $X^{+}y$ is the least-squares solution of smallest norm |
# | $H$ | | $(n, n)$ | the hat matrix $X X^{+}$; its diagonal entry $H_{ii}$ is the **leverage** of example $i$ |
# | $R^2_j, \text{VIF}_j$ | | scalar | the $R^2$ of feature $j$, predicted from the other features; its variance inflation factor |
# | $\sigma_{\max}, \sigma_{\min}$ | | scalar | the largest and the smallest singular value of $X$ |
# | $f, g, \hat g$ | `f`, `gradient` | scalar, $(d{,})$, $(d{,})$ | a function of $w$; its gradient by a formula, and by central differences |
# | $\varepsilon, u^{(j)}$ | `eps` | scalar, $(d{,})$ | a small step; the vector with 1 at place $j$ and 0 elsewhere |
#
# The index $i$ counts examples and $j$ counts features.

# %% [markdown]
# ## A worked example
#
# A keeper's rule says that a chick weighs 1 hg (100 g) when it hatches and gains 2 hg each day: $\hat y = 2x + 1$. Four chicks, 0 to 3 days old, are
# put on the scales. What the rule misses are the residuals; the square root of their mean square is the rmse, in the unit of $y$; and $R^2$
# compares the squares that are left with those that a constant prediction $\bar y$ would leave:
#
# $$r = y - \hat y \qquad \text{rmse} = \sqrt{\tfrac14 \textstyle\sum_i r_i^2} \qquad R^2 = 1 - \frac{\sum_i r_i^2}{\sum_i (y_i - \bar y)^2}$$
#
# The cell computes each number and checks the fractions that one finds by hand.

# %%
days = np.array([0.0, 1.0, 2.0, 3.0])
weighed = np.array([2.0, 3.0, 4.0, 7.0])
missed = weighed - (2 * days + 1)
left = missed @ missed
spread = np.sum((weighed - weighed.mean()) ** 2)
print("residuals           ", missed)
print("their squares, added", left)
print("rmse                ", round(np.sqrt(left / 4), 4))
print("squares around mean ", spread)
print("R²                  ", round(1 - left / spread, 4))
assert np.array_equal(missed, [1.0, 0.0, -1.0, 0.0])
assert (left, spread) == (2.0, 14.0)

# %% [markdown]
# ## Exercise 1: residuals
#
# $$r = y - (Xw + b)$$
#
# **Why so.** A residual is what the model leaves over: positive where the truth lies above the prediction, negative where it lies below.
# Every number in this notebook that judges predictions is made from residuals.
#
# **What goes wrong.** The bracket is easily lost: `y - X @ w + b` adds the bias where it is to be subtracted. And the shapes
# $(n{,})$ and $(n, 1)$ do not subtract entry by entry: NumPy makes an array of shape $(n, n)$ of them, without an error.

# %% [markdown] hints="residuals"
# 1. For one chick of the worked example: which number is taken from which?
# 2. The predictions are those of `affine_prediction`, shape (n,). The residuals are the targets minus all of that.
# 3. One expression: `X @ w` of shape (n,), the bias added to it in a bracket, and the bracket subtracted from y.

# %% answer="residuals"
def residuals(X, w, b, y):
    """r = y − (X·w + b).

    X : features, shape (n, d)
    w : weights, shape (d,)
    b : bias, a number
    y : targets, shape (n,)
    returns the residuals, shape (n,)
    """
    ### BEGIN SOLUTION
    return y - (X @ w + b)
    ### END SOLUTION

# %%
check(residuals)

# %% test="residuals_of_the_chicks"
# The keeper's rule misses the four chicks by 1, 0, −1 and 0.
X = np.array([[0.0], [1.0], [2.0], [3.0]])
y = np.array([2.0, 3.0, 4.0, 7.0])
got = residuals(X, np.array([2.0]), 1.0, y)
expected = np.array([1.0, 0.0, -1.0, 0.0])
assert close(got, expected), difference(got, expected)

# %% test="residuals_of_two_features"
# With two features, each example gets its own residual; a bias may be negative.
X = np.array([[1.0, 2.0], [3.0, -1.0], [0.5, 4.0]])
got = residuals(X, np.array([2.0, 0.5]), -1.5, np.array([4.0, 0.0, 1.25]))
expected = np.array([2.5, -4.0, -0.25])
assert close(got, expected), difference(got, expected)

# %% test="residuals_of_one_example"
# One example has one residual, and the shape is (1,).
got = residuals(np.array([[2.0, 3.0]]), np.array([1.0, -1.0]), 0.5, np.array([4.0]))
expected = np.array([4.5])
assert close(got, expected), difference(got, expected)

# %% hidden="residuals_equal_the_formula" points=1
# For any n and d each residual is the target minus the sum of the products and the bias.
rng = np.random.default_rng(701)
for n, d in [(5, 2), (3, 3), (1, 1), (1, 4), (6, 1), (2, 5)]:
    X, w, y = rng.normal(size=(n, d)), rng.normal(size=d), rng.normal(size=n)
    b = float(rng.normal())
    expected = np.zeros(n)
    for i in range(n):
        expected[i] = y[i] - b - sum(X[i, j] * w[j] for j in range(d))
    got = residuals(X, w, b, y)
    assert close(got, expected), difference(got, expected)

# %% hidden="residuals_have_a_sign" points=1
# Targets higher by 2 raise every residual by 2; a bias higher by 2 brings them back.
X = np.array([[1.0, 4.0], [2.0, 0.5], [-3.0, 1.0]])
w, y = np.array([0.5, -2.0]), np.array([1.0, 0.0, -4.0])
expected = np.array([8.25, -0.25, -0.75])
got = residuals(X.copy(), w.copy(), 0.25, y.copy())
assert close(got, expected), difference(got, expected)
got = residuals(X.copy(), w.copy(), 0.25, y + 2.0)
assert close(got, expected + 2.0), difference(got, expected + 2.0)
got = residuals(X.copy(), w.copy(), 2.25, y + 2.0)
assert close(got, expected), difference(got, expected)

# %% hidden="residuals_leave_their_arguments_alone" points=1
# The arguments stay the same; the result is a float64 array of shape (n,).
X = np.array([[1.0, 2.0], [0.5, -3.0], [4.0, 0.0]])
w, y = np.array([2.0, -1.0]), np.array([1.0, 5.0, 7.5])
before = X.copy(), w.copy(), y.copy()
got = residuals(X, w, 0.5, y)
assert isinstance(got, np.ndarray)
assert got.dtype == np.float64
assert close(got, np.array([0.5, 0.5, -1.0])), difference(got, np.array([0.5, 0.5, -1.0]))
assert np.array_equal(X, before[0])
assert np.array_equal(w, before[1])
assert np.array_equal(y, before[2])

# %% [markdown]
# ## Exercise 2: the root mean squared error
#
# $$\operatorname{rmse}(y, \hat y) = \sqrt{\frac1n \sum_{i=1}^{n} (y_i - \hat y_i)^2}$$
#
# **Why so.** The squares keep misses in both directions from cancelling, and make a large miss count for more. The mean makes sets
# of different size comparable. The root brings the unit of $y$ back: for masses in kg, an rmse of 0.4 says that the model misses by something like 0.4 kg.
#
# **What goes wrong.** The order of the three steps is fixed: square, mean, root. The root of the sum is another
# number, and so is the mean of the absolute misses. The standard deviation of the residuals takes their mean away first, and does not see a
# model that is too high everywhere.

# %% [markdown] hints="rmse"
# 1. The name says the steps, read from right to left: error, squared, mean, root.
# 2. A vector of differences, its squares, their mean, then the square root of that one number.
# 3. One expression: `np.sqrt` around `np.mean` around the squared differences.

# %% answer="rmse"
def rmse(y, y_hat):
    """√( (1/n) Σᵢ (y[i] − ŷ[i])² ).

    y : targets, shape (n,)
    y_hat : predictions, shape (n,)
    returns the root mean squared error, a float
    """
    ### BEGIN SOLUTION
    return float(np.sqrt(np.mean((y - y_hat) ** 2)))
    ### END SOLUTION

# %%
check(rmse)

# %% test="rmse_of_two_misses"
# Misses of 1 and −7 have the mean square 25 and the rmse 5.
got = rmse(np.array([3.0, 1.0]), np.array([2.0, 8.0]))
expected = 5.0
assert close(got, expected), difference(got, expected)

# %% test="rmse_of_a_constant_miss"
# Predictions that are 3 too high everywhere have the rmse 3.
y = np.array([1.0, 2.0, 4.0, 8.0])
got = rmse(y, y + 3.0)
expected = 3.0
assert close(got, expected), difference(got, expected)

# %% test="rmse_of_three_examples"
# Misses of 2, 0 and −2 have the mean square 8/3.
got = rmse(np.array([5.0, 0.0, 1.0]), np.array([3.0, 0.0, 3.0]))
expected = np.sqrt(8.0 / 3.0)
assert close(got, expected), difference(got, expected)

# %% hidden="rmse_equals_the_formula" points=1
# For any number of examples it is the root of the mean of the squared misses.
rng = np.random.default_rng(711)
for n in [1, 2, 3, 7, 40]:
    y, y_hat = rng.normal(size=n) * 4, rng.normal(size=n) + 1
    total = 0.0
    for i in range(n):
        total += (y[i] - y_hat[i]) ** 2 / n
    got = rmse(y, y_hat)
    assert close(got, total**0.5), difference(got, total**0.5)

# %% hidden="rmse_has_the_unit_of_the_targets" points=1
# In grams it is 1000 times what it is in kilograms; repeating all examples changes nothing; no miss gives 0.
y, y_hat = np.array([4.0, 3.5, 5.0, 2.0]), np.array([4.5, 3.0, 5.0, 3.5])
expected = np.sqrt(2.75 / 4)
got = rmse(y, y_hat)
assert close(got, expected), difference(got, expected)
got = rmse(1000 * y, 1000 * y_hat)
assert close(got, 1000 * expected), difference(got, 1000 * expected)
got = rmse(np.tile(y, 5), np.tile(y_hat, 5))
assert close(got, expected), difference(got, expected)
got = rmse(y.copy(), y.copy())
assert close(got, 0.0), difference(got, 0.0)

# %% hidden="rmse_leaves_its_arguments_alone" points=1
# Targets and predictions stay the same, and the result is a single number.
y, y_hat = np.array([1.0, -2.0, 6.0]), np.array([-1.0, -3.0, 4.0])
before = y.copy(), y_hat.copy()
got = rmse(y, y_hat)
assert np.ndim(got) == 0
assert close(got, np.sqrt(3.0)), difference(got, np.sqrt(3.0))
assert np.array_equal(y, before[0])
assert np.array_equal(y_hat, before[1])

# %% [markdown]
# ## Exercise 3: R²
#
# Is an rmse of 0.4 kg good? That depends on how different the birds are. $R^2$ compares the model with the simplest rival, which predicts
# the mean $\bar y$ for everyone:
#
# $$R^2 = 1 - \frac{\sum_i (y_i - \hat y_i)^2}{\sum_i (y_i - \bar y)^2}$$
#
# **Why so.** The denominator is what the rival leaves over, the numerator is what the model leaves over. A perfect model has $R^2 = 1$,
# one that is no better than the mean has 0, and one that is worse has a **negative** $R^2$. Nothing forbids that on new data.
#
# **What goes wrong.** The square of the correlation of $y$ and $\hat y$ is the same for a least-squares fit with an intercept, on
# its own training set. In general it is not: it is blind to predictions that are too high everywhere, or twice too large. And where all targets are equal, the
# denominator is 0: there is nothing to explain, and no number would be right. Raise a `ValueError` then. Rounding may leave a tiny denominator: in NumPy the mean
# of three times 0.1 is not 0.1. So compare the targets themselves.

# %% [markdown] hints="r_squared"
# 1. Compute both sums for the worked example. Which belongs on top?
# 2. Two sums of squares: around the predictions, and around the mean of y. Before you divide, ask whether all targets are equal.
# 3. `raise ValueError("…")` under an `if`, with a sentence that says what is wrong; then one line, 1 minus a quotient.

# %% answer="r_squared"
def r_squared(y, y_hat):
    """R² = 1 − Σᵢ (y[i] − ŷ[i])² / Σᵢ (y[i] − ȳ)².

    y : targets, shape (n,); ValueError if all are equal
    y_hat : predictions, shape (n,)
    returns R², a float, at most 1
    """
    ### BEGIN SOLUTION
    if np.all(y == y[0]):
        raise ValueError("all targets are equal: R² has no meaning")
    around_mean = np.sum((y - np.mean(y)) ** 2)
    return float(1 - np.sum((y - y_hat) ** 2) / around_mean)
    ### END SOLUTION

# %%
check(r_squared)

# %% test="r_squared_of_the_chicks"
# The keeper's rule has R² = 12/14 on the four chicks.
y = np.array([2.0, 3.0, 4.0, 7.0])
got = r_squared(y, np.array([1.0, 3.0, 5.0, 7.0]))
expected = 12.0 / 14.0
assert close(got, expected), difference(got, expected)

# %% test="r_squared_may_be_negative"
# Predictions that are further away than the mean give a negative R².
got = r_squared(np.array([0.0, 2.0, 4.0]), np.array([4.0, 5.0, 0.0]))
expected = 1.0 - 41.0 / 8.0
assert close(got, expected), difference(got, expected)

# %% test="r_squared_of_a_constant_is_refused"
# Three equal targets raise a ValueError.
try:
    got = r_squared(np.array([2.5, 2.5, 2.5]), np.array([2.0, 2.5, 4.0]))
except ValueError:
    got = "ValueError"
expected = "ValueError"
assert isinstance(got, str), f"expected a ValueError, got {got}"

# %% test="r_squared_of_large_targets"
# Targets around a million that differ by 1 are not all equal.
y = 1e6 + np.array([0.0, 1.0, 2.0, 3.0])
got = r_squared(y, y + np.array([1.0, 0.0, 0.0, -1.0]))
expected = 0.6
assert close(got, expected), difference(got, expected)

# %% hidden="r_squared_equals_the_formula" points=1
# For any targets and predictions it is 1 minus the quotient of the two sums.
rng = np.random.default_rng(721)
for n in [2, 3, 6, 25]:
    y, y_hat = rng.normal(size=n) + 2, rng.normal(size=n) * 2
    mean = sum(y) / n
    left = sum((y[i] - y_hat[i]) ** 2 for i in range(n))
    around = sum((y[i] - mean) ** 2 for i in range(n))
    expected = 1 - left / around
    got = r_squared(y, y_hat)
    assert close(got, expected), difference(got, expected)

# %% hidden="r_squared_knows_the_mean" points=1
# Perfect predictions give 1, the mean gives 0, the mean plus or minus the spread of the targets gives −1.
for y in [np.array([1.0, 5.0, 6.0]), np.array([-4.0, 0.0, 1.0, 3.0, 5.0])]:
    got = r_squared(y.copy(), y.copy())
    assert close(got, 1.0), difference(got, 1.0)
    got = r_squared(y.copy(), np.full(len(y), y.mean()))
    assert close(got, 0.0), difference(got, 0.0)
    away = np.full(len(y), y.mean() + y.std())
    got = r_squared(y.copy(), away)
    assert close(got, -1.0), difference(got, -1.0)

# %% hidden="r_squared_refuses_constant_targets" points=1
# Equal targets raise a ValueError, whatever the predictions and however many; equal predictions do not.
for y, y_hat in [
    ([2.5, 2.5], [2.0, 3.5]), ([0.0, 0.0, 0.0], [0.0, 0.0, 0.0]),
    ([-3.0] * 5, [-3.0] * 5), ([4.0], [1.0]), ([1024.0] * 4, [1.0, 2.0, 3.0, 4.0]),
]:
    try:
        value = r_squared(np.array(y), np.array(y_hat))
    except ValueError:
        continue
    raise AssertionError(f"for y = {y} the result was {value}")
got = r_squared(np.array([1.0, 2.0, 6.0]), np.array([2.0, 2.0, 2.0]))
assert close(got, 1 - 17 / 14), difference(got, 1 - 17 / 14)

# %% hidden="r_squared_accepts_what_is_not_constant" points=1
# Targets that differ little, compared with their size or with 1, have an R² like all others.
for size in [1e5, 1e6, 1e7]:
    y = size + np.array([0.0, 2.0, 2.0, 4.0])
    got = r_squared(y, y + np.array([1.0, 1.0, -1.0, 1.0]))
    assert close(got, 0.5), difference(got, 0.5)
y = 2.0**-20 * np.array([2.0, 0.0, 4.0, 2.0])
got = r_squared(y, y + 2.0**-20 * np.array([1.0, 1.0, -1.0, 1.0]))
assert close(got, 0.5), difference(got, 0.5)

# %% hidden="r_squared_leaves_its_arguments_alone" points=1
# Targets and predictions stay the same, and the result is a single number.
y, y_hat = np.array([1.0, 2.0, 6.0]), np.array([2.0, 2.0, 4.0])
before = y.copy(), y_hat.copy()
got = r_squared(y, y_hat)
assert np.ndim(got) == 0
assert close(got, 1 - 5 / 14), difference(got, 1 - 5 / 14)
assert np.array_equal(y, before[0])
assert np.array_equal(y_hat, before[1])

# %% [markdown]
# ## Exercise 4: leverage
#
# A least-squares fit has $w = X^{+} y$, so its predictions are $\hat y = X X^{+} y = H y$: each one is a weighted sum of **all** targets. The
# weight of an example's own target in its own prediction is its leverage:
#
# $$\text{leverage}_i = H_{ii} = \frac{\partial \hat y_i}{\partial y_i}, \qquad H = X X^{+}$$
#
# **Why so.** Move the target of example $i$ by 1, fit again, and its prediction moves by $H_{ii}$. With leverage near 0 the others decide; with
# leverage 1 the fit goes through this one example, whatever it says. Leverage depends on $X$ alone. It is large where an example lies far
# from 0 compared with the others; if $X$ has a column of ones, where it lies far from their mean. All leverages lie between 0 and 1 and add up to
# the rank of $X$, so their mean is at most $d/n$.
#
# **What goes wrong.** $H$ is often written $X (X^{\top} X)^{-1} X^{\top}$. That inverse does not exist where one column repeats another, or where
# $d > n$. The pseudo-inverse always exists; singular values up to $10^{-10} \sigma_{\max}$ count as zero, as in
# `least_squares`. And a large leverage cannot be found in the residuals: such an example bends the fit towards itself, so its own residual can be small.
#
# The function takes $X$ as it is. For a model with a bias, hand it $X$ with a column of ones.

# %% [markdown] hints="leverage"
# 1. Build H for a small X with `np.linalg.pinv` and look at it. Which of its numbers are asked for, and what shape do they make?
# 2. The diagonal of a product of matrices: entry i is the sum of the products of row i of the first and column i of the second. Mind what `pinv` counts as zero: its `rcond` is a fraction of the largest singular value.
# 3. Either `np.diag` of one product, or without the (n, n) matrix: of the U of `np.linalg.svd` (with `full_matrices=False`) keep the columns whose singular value counts, then sum their squares along each row.

# %% answer="leverage"
def leverage(X):
    """H[i, i] of H = X·X⁺.

    X : features, shape (n, d), of any rank
        (singular values up to 1e-10·σmax count as zero)
    returns the leverages, shape (n,)
    """
    ### BEGIN SOLUTION
    U, sigma, _ = np.linalg.svd(X, full_matrices=False)
    kept = U[:, sigma > 1e-10 * sigma[0]]
    return np.sum(kept**2, axis=1)
    ### END SOLUTION

# %%
check(leverage)

# %% test="leverage_of_one_feature"
# With one feature it is the share of each example in the sum of squares.
got = leverage(np.array([[0.0], [1.0], [-2.0], [3.0]]))
expected = np.array([0.0, 1.0, 4.0, 9.0]) / 14.0
assert close(got, expected), difference(got, expected)

# %% test="leverage_of_a_line"
# For a line with a bias, the example far to the right almost decides its own prediction.
X = np.array([[-2.0, 1.0], [-1.0, 1.0], [-1.0, 1.0], [4.0, 1.0]])
got = leverage(X)
expected = 1 / 4 + np.array([4.0, 1.0, 1.0, 16.0]) / 22.0
assert close(got, expected), difference(got, expected)

# %% test="leverage_of_a_repeated_column"
# A column that repeats another one changes no leverage.
x = np.array([[0.0], [3.0], [2.0], [-1.0], [1.0], [1.0]])
got = leverage(np.hstack([x, x]))
expected = np.array([0.0, 9.0, 4.0, 1.0, 1.0, 1.0]) / 16.0
assert close(got, expected), difference(got, expected)

# %% test="leverage_of_more_features_than_examples"
# Two examples with three features can both be met exactly: each has leverage 1.
got = leverage(np.array([[1.0, 0.0, 2.0], [0.0, 3.0, 1.0]]))
expected = np.array([1.0, 1.0])
assert close(got, expected), difference(got, expected)

# %% test="leverage_counts_the_rank"
# A singular value of 1e-13 times the largest counts as zero.
got = leverage(np.array([[2.0, 0.0], [0.0, 2e-13], [0.0, 0.0]]))
expected = np.array([1.0, 0.0, 0.0])
assert close(got, expected), difference(got, expected)

# %% hidden="leverage_is_the_pull_of_ones_own_target" points=1
# Moving one target by 1 and fitting again moves its prediction by its leverage.
rng = np.random.default_rng(731)
for n, d in [(6, 2), (5, 5), (1, 1), (7, 1), (3, 5), (20, 4)]:
    X, y = rng.normal(size=(n, d)), rng.normal(size=n)
    before = X @ np.linalg.lstsq(X, y)[0]
    expected = np.zeros(n)
    for i in range(n):
        moved = y.copy()
        moved[i] += 1.0
        expected[i] = (X @ np.linalg.lstsq(X, moved)[0])[i] - before[i]
    got = leverage(X)
    assert close(got, expected, rtol=1e-9, atol=1e-10), difference(got, expected)

# %% hidden="leverage_of_any_rank" points=2
# Repeated columns, columns of zeros and sums of columns change nothing, and a matrix of zeros has no leverage.
x = np.array([[1.0], [1.0], [-1.0], [3.0], [2.0]])
expected = np.array([1.0, 1.0, 1.0, 9.0, 4.0]) / 16.0
zeros = np.zeros((5, 1))
for X in [np.hstack([x, 2 * x]), np.hstack([zeros, x]), np.hstack([x, -x, zeros, 4 * x])]:
    got = leverage(X)
    assert close(got, expected, atol=1e-10), difference(got, expected)
base = np.array([[1.0, 0.0], [0.0, 2.0], [2.0, 0.0], [0.0, 1.0]])
wide = np.column_stack([base, base[:, 0] + base[:, 1], base[:, 0] - base[:, 1], base[:, 0]])
got = leverage(wide)
expected = np.array([0.2, 0.8, 0.8, 0.2])
assert close(got, expected, atol=1e-10), difference(got, expected)
got = leverage(np.zeros((3, 2)))
assert close(got, np.zeros(3)), difference(got, np.zeros(3))

# %% hidden="leverage_cuts_the_rank_where_it_should" points=1
# What is 1e-13 of the largest singular value is zero, what is 1e-9 of it is not, whatever the unit of X.
for unit in [1.0, 1e-12, 1e9]:
    X = unit * np.array([[0.0, 0.0], [4.0, 0.0], [0.0, 4e-13]])
    got = leverage(X)
    assert close(got, np.array([0.0, 1.0, 0.0])), difference(got, np.array([0.0, 1.0, 0.0]))
    X = unit * np.array([[0.0, 0.0], [4.0, 0.0], [0.0, 4e-9]])
    got = leverage(X)
    assert close(got, np.array([0.0, 1.0, 1.0])), difference(got, np.array([0.0, 1.0, 1.0]))

# %% hidden="leverage_adds_up_to_the_rank" points=1
# Leverages add up to the rank, and mixing the columns changes none of them.
rng = np.random.default_rng(732)
for n, d in [(8, 3), (5, 2), (30, 4)]:
    X = rng.normal(size=(n, d))
    got = np.asarray(leverage(X.copy()))
    assert got.shape == (n,), f"expected shape {(n,)}, got {got.shape}"
    assert close(got.sum(), float(d), atol=1e-10), difference(got.sum(), float(d))
    assert np.all(got > 0) and np.all(got < 1)
    mixed = leverage(X @ (np.eye(d) + np.triu(np.ones((d, d)))))
    assert close(mixed, got, atol=1e-10), difference(mixed, got)

# %% hidden="leverage_leaves_its_argument_alone" points=1
# X stays the same; the result is a float64 array of shape (n,).
X = np.array([[3.0, 0.0], [4.0, 0.0], [0.0, 1.0], [0.0, 2.0]])
before = X.copy()
got = leverage(X)
assert isinstance(got, np.ndarray)
assert got.dtype == np.float64
expected = np.array([0.36, 0.64, 0.2, 0.8])
assert close(got, expected), difference(got, expected)
assert np.array_equal(X, before)

# %% [markdown]
# ## Play: make an outlier
#
# Left: twelve penguins, the line fitted to them and to one more bird, the diamond, and as a dashed line the fit without that bird. Right: your `residuals` of this fit
# against your `leverage` of the features with a column of ones. Drag the diamond on the left to wherever you like; the sliders move it as well.
#
# - Keep its flipper length at 200 mm and change its mass. Does its leverage change? How far can it turn the line?
# - Set its flipper length to 290 mm and its mass to 2 kg. Which bird has the largest residual now?
# - Move it along the dashed line, far to the right. Its leverage is large. Does it do any harm?

# %%
pictures.outlier(residuals, leverage)

# %% [markdown]
# ## Exercise 5: variance inflation
#
# Two features that say nearly the same leave the fit a choice: more of one, less of the other, almost the same predictions. So their weights are
# uncertain. How well can feature $j$ be predicted from the other features, with an intercept? Call that fit's $R^2$ by the name $R^2_j$:
#
# $$\text{VIF}_j = \frac{1}{1 - R^2_j}$$
#
# **Why so.** Only the part of feature $j$ that the others cannot replace tells the fit anything about $w_j$, and $1 - R^2_j$ is the share of that part. Measure
# the targets anew, with independent errors of equal size, and the fitted $w_j$ comes out differently: its variance is $\text{VIF}_j$ times what it would be if
# feature $j$ had the same spread and no correlation with the others. Such a feature has the factor 1. Above 10, say, look closer.
#
# **What goes wrong.** Without the intercept, features far from 0 seem to predict each other: all bills have about one depth and all flippers about one
# length, so the one is nearly a multiple of the other. And where a feature is an exact combination of the others, $1 - R^2_j$ is 0, or what rounding makes
# of it. Return `inf` where $R^2_j > 1 - 10^{-12}$.
#
# The regressions themselves may be singular: if two features are equal, the third is regressed on both. `np.linalg.lstsq` copes with that. No column of $X$ is constant.

# %% [markdown] hints="variance_inflation"
# 1. Take column 0 as the target. What are the features of that regression, and how does an intercept get in?
# 2. For each j: the other columns and a column of ones, a least-squares fit to column j, its predictions, and your `r_squared` of column j and those.
# 3. A loop over `range(X.shape[1])`; `np.delete(X, j, axis=1)` drops a column; `np.linalg.lstsq(A, target)[0]` gives the weights. Decide about `inf` before you divide.

# %% answer="variance_inflation"
def variance_inflation(X):
    """VIF[j] = 1 / (1 − R²ⱼ), column j regressed on the others and an intercept.

    X : features, shape (n, d), no column constant
    returns the factors, shape (d,), inf where R²ⱼ > 1 − 1e-12
    """
    ### BEGIN SOLUTION
    n, d = X.shape
    factors = np.empty(d)
    for j in range(d):
        others = np.column_stack([np.delete(X, j, axis=1), np.ones(n)])
        fitted = others @ np.linalg.lstsq(others, X[:, j], rcond=1e-10)[0]
        explained = r_squared(X[:, j], fitted)
        factors[j] = np.inf if explained > 1 - 1e-12 else 1 / (1 - explained)
    return factors
    ### END SOLUTION

# %%
check(variance_inflation)

# %% test="variance_inflation_of_two_features"
# Two features with the correlation 0.8 both have 1/(1 − 0.64).
X = np.array([[1.0, 11.0], [2.0, 13.0], [3.0, 12.0], [4.0, 14.0]])
got = variance_inflation(X)
expected = np.array([1 / 0.36, 1 / 0.36])
assert close(got, expected), difference(got, expected)

# %% test="variance_inflation_of_unrelated_features"
# Features without any correlation have factor 1, also far from 0.
X = np.array([[9.0, 5.0], [9.0, 7.0], [11.0, 5.0], [11.0, 7.0]])
got = variance_inflation(X)
expected = np.array([1.0, 1.0])
assert close(got, expected), difference(got, expected)

# %% test="variance_inflation_of_three_features"
# The third feature follows the first two: its factor is 3, theirs are 2.
X = np.array([[0.0, 0.0, 1.0], [0.0, 2.0, 1.0], [2.0, 0.0, 1.0], [2.0, 2.0, 5.0]])
got = variance_inflation(X)
expected = np.array([2.0, 2.0, 3.0])
assert close(got, expected), difference(got, expected)

# %% test="variance_inflation_of_an_exact_sum"
# Where one feature is the sum of two others, all three are infinite; the fourth is not.
X = np.array([
    [1.0, 1.0, 2.0, 0.0], [1.0, -1.0, 0.0, 2.0], [-1.0, 1.0, 0.0, 2.0],
    [-1.0, -1.0, -2.0, 0.0], [2.0, 0.0, 2.0, 1.0], [-2.0, 0.0, -2.0, 1.0],
])
got = variance_inflation(X)
expected = np.array([np.inf, np.inf, np.inf, 1.0])
assert close(got, expected), difference(got, expected)

# %% test="variance_inflation_of_one_feature"
# A single feature has no others to be predicted from: its factor is 1.
got = variance_inflation(np.array([[1.0], [4.0], [6.0]]))
expected = np.array([1.0])
assert close(got, expected), difference(got, expected)

# %% hidden="variance_inflation_equals_the_inverse_correlations" points=2
# For independent features the factors are the diagonal of the inverse of their correlation matrix.
rng = np.random.default_rng(741)
for n, d in [(10, 2), (12, 3), (40, 5), (5, 3)]:
    X = rng.normal(size=(n, d)) @ rng.normal(size=(d, d)) + 3.0
    expected = np.diag(np.linalg.inv(np.corrcoef(X.T)))
    got = variance_inflation(X)
    assert close(got, expected, rtol=1e-7), difference(got, expected)

# %% hidden="variance_inflation_ignores_units_and_origin" points=1
# Other units and another zero point for each feature change nothing.
X = np.array([[1.0, 1.0, 2.0], [2.0, 3.0, 0.0], [3.0, 2.0, 1.0], [4.0, 4.0, 5.0], [0.0, 1.0, 2.0]])
expected = np.diag(np.linalg.inv(np.corrcoef(X.T)))
got = variance_inflation(X.copy())
assert close(got, expected, rtol=1e-7), difference(got, expected)
got = variance_inflation(X * np.array([1000.0, 0.125, -1.0]) + np.array([0.0, 50.0, -7.0]))
assert close(got, expected, rtol=1e-7), difference(got, expected)

# %% hidden="variance_inflation_is_infinite_for_exact_combinations" points=2
# Exact combinations of others are infinite, and only those; so are all features where n is at most d.
a = np.array([1.0, 2.0, 3.0, 4.0, 0.0])
c = np.array([1.0, 3.0, 2.0, 4.0, 5.0])
alone = 1 / (1 - np.corrcoef(a, c)[0, 1] ** 2)
got = variance_inflation(np.column_stack([a, a, c]))
expected = np.array([np.inf, np.inf, alone])
assert close(got, expected, rtol=1e-7), difference(got, expected)
got = variance_inflation(np.column_stack([c, 3.0 - 2 * a, a]))
expected = np.array([alone, np.inf, np.inf])
assert close(got, expected, rtol=1e-7), difference(got, expected)
for X in [[[0.0, 2.0], [1.0, 5.0]], [[1.0, 0.0, 2.0], [0.0, 3.0, 1.0], [4.0, 1.0, 0.0]]]:
    got = variance_inflation(np.array(X))
    expected = np.full(len(X), np.inf)
    assert close(got, expected), difference(got, expected)

# %% hidden="variance_inflation_of_nearly_equal_features" points=1
# A feature that is all but a millionth explained has a large factor, and a finite one.
a = np.array([1.0, 1.0, -1.0, -1.0])
e = np.array([1.0, -1.0, 1.0, -1.0])
for share in [2.0**-5, 2.0**-10]:
    got = variance_inflation(np.column_stack([a, a + share * e]))
    expected = np.full(2, 1 + share**-2)
    assert close(got, expected, rtol=1e-6), difference(got, expected)
got = variance_inflation(np.array([[2.0], [3.0]]))
assert close(got, np.array([1.0])), difference(got, np.array([1.0]))

# %% hidden="variance_inflation_leaves_its_argument_alone" points=1
# X stays the same; the result is a float64 array of shape (d,).
X = np.array([[1.0, 11.0], [2.0, 13.0], [3.0, 12.0], [4.0, 14.0]])
X.flags.writeable = False
before = X.copy()
got = variance_inflation(X)
assert isinstance(got, np.ndarray)
assert got.dtype == np.float64
assert close(got, np.full(2, 1 / 0.36)), difference(got, np.full(2, 1 / 0.36))
assert np.array_equal(X, before)

# %% [markdown]
# ## Exercise 6: the gradient check
#
# A model that learns badly may have nothing wrong with its data: its gradient may be wrong. Two ways lead to a gradient: a formula, $g$, and
# measuring the slope of $f$ by central differences, $\hat g$. A mistake in the first rarely hits the second in the same way, so compare them:
#
# $$\hat g_j = \frac{f(w + \varepsilon u^{(j)}) - f(w - \varepsilon u^{(j)})}{2\varepsilon}
# \qquad \text{check} = \max_j \frac{|g_j - \hat g_j|}{\max(10^{-12},\; |g_j| + |\hat g_j|)}$$
#
# **Why so.** The quotient has no unit: 0 means equal, 1 means that one of the two is 0 or that the signs differ. A factor of 2 shows as $1/3$. The maximum makes sure that
# one wrong coordinate among a thousand right ones is seen. Where $f$ is smooth and no slope is near 0, a right gradient gives less than $10^{-6}$ as a rule, and
# more than $10^{-2}$ means that it is wrong.
#
# **What goes wrong.** Each coordinate is stepped **alone**, in a fresh copy of $w$. The differences need both sides: with one side only, the error is of the size of
# $\varepsilon$ and hides small mistakes. And both bars $|\cdot|$ in the denominator are needed, else opposite signs cancel.

# %% [markdown] hints="gradient_check"
# 1. For one coordinate you need f at two places. Which entries of w differ there from w?
# 2. First collect ĝ, one entry for each coordinate, then call `gradient` once, then compare the two vectors entry by entry and take the largest.
# 3. A loop over the entries of w with a step vector that is `eps` at j and 0 elsewhere; after it `np.abs`, `np.maximum` for the denominator, `np.max` of the quotients.

# %% answer="gradient_check"
def gradient_check(f, gradient, w, eps=1e-6):
    """maxⱼ |g[j] − ĝ[j]| / max(1e-12, |g[j]| + |ĝ[j]|), g = gradient(w).

    ĝ[j] = (f(w + eps·u) − f(w − eps·u)) / (2·eps), u is 1 at j and 0 elsewhere

    f : function of w, gives a number
    gradient : function of w, gives an array of shape (d,)
    w : where to check, shape (d,)
    returns the largest relative difference, a float
    """
    ### BEGIN SOLUTION
    measured = np.zeros(len(w))
    for j in range(len(w)):
        step = np.zeros(len(w))
        step[j] = eps
        measured[j] = (f(w + step) - f(w - step)) / (2 * eps)
    given = gradient(w)
    size = np.maximum(1e-12, np.abs(given) + np.abs(measured))
    return float(np.max(np.abs(given - measured) / size))
    ### END SOLUTION

# %%
check(gradient_check)

# %% test="gradient_check_of_a_right_gradient"
# A right gradient gives less than 1e-6, also where f bends strongly.
ratio = gradient_check(
    lambda w: 50 * w[0] ** 2 + 3 * w[1],
    lambda w: np.array([100 * w[0], 3.0]),
    np.array([0.002, -2.0]),
)
small = np.ndim(ratio) == 0 and 0 <= ratio < 1e-6
got = "a number from 0 to 1e-6" if small else ratio
expected = "a number from 0 to 1e-6"
assert small, f"expected {expected}, got {got}"

# %% test="gradient_check_of_a_wrong_coordinate"
# A gradient twice too large in one of four coordinates gives 1/3.
got = gradient_check(
    lambda w: w[0] + 2 * w[1] - 3 * w[2] + w[3],
    lambda w: np.array([1.0, 2.0, -6.0, 1.0]),
    np.array([0.5, 1.0, -1.0, 2.0]),
)
expected = 1 / 3
assert close(got, expected, rtol=1e-5), difference(got, expected)

# %% test="gradient_check_of_the_opposite_sign"
# A gradient with the sign turned round gives 1.
got = gradient_check(
    lambda w: w @ w, lambda w: -2 * w, np.array([1.5, -2.0, 0.25]), eps=0.125
)
expected = 1.0
assert close(got, expected, rtol=1e-5), difference(got, expected)

# %% test="gradient_check_uses_eps"
# For f = w³ at 1 a step of 0.5 measures 3.25, which is compared with 3.
got = gradient_check(
    lambda w: w[0] ** 3, lambda w: 3 * w**2, np.array([1.0]), eps=0.5
)
expected = 0.25 / 6.25
assert close(got, expected, rtol=1e-5), difference(got, expected)

# %% hidden="gradient_check_accepts_right_gradients" points=1
# Right gradients give less than 1e-6, for one coordinate or several, strongly bent or not.
A = np.array([[2.0, 1.0, 0.0], [1.0, 3.0, -1.0], [0.0, -1.0, 1.0]])
for f, gradient, w in [
    (lambda w: 0.5 * w @ A @ w, lambda w: A @ w, np.array([1.0, -2.0, 0.5])),
    (lambda w: np.exp(w[0] * w[1]), lambda w: np.exp(w[0] * w[1]) * w[::-1], np.array([0.5, -1.5])),
    (lambda w: 400 * w[0] ** 2, lambda w: 800 * w, np.array([0.001])),
    (lambda w: np.sum(w**3), lambda w: 3 * w**2, np.array([2.0, -1.0, 0.5, 1.5])),
]:
    ratio = gradient_check(f, gradient, w)
    assert np.ndim(ratio) == 0
    assert 0 <= ratio < 1e-6, f"a right gradient gave {ratio}"
wrong = gradient_check(lambda w: w @ A @ w, lambda w: A @ w, np.array([1.0, -2.0, 0.5]))
assert wrong > 1e-2, f"a gradient without its factor 2 gave {wrong}"

# %% hidden="gradient_check_equals_the_formula_for_wrong_gradients" points=2
# Wrong gradients give the largest of the quotients, whichever coordinate it is in.
slope = np.array([1.0, -2.0, 4.0, 0.5, 8.0])
w = np.array([0.5, 1.0, -1.0, 2.0, 0.25])
for wrong, expected in [
    ([1.0, -2.0, 4.0, 0.5, 4.0], 1 / 3),
    ([1.5, -2.0, 4.0, 0.5, 8.0], 0.2),
    ([3.0, -2.0, 5.0, 0.5, 8.0], 0.5),
    ([1.0, -2.0, 4.0, 0.0, 8.0], 1.0),
    ([1.0, 2.0, 4.0, 0.5, 8.0], 1.0),
    ([1.0, -2.0, 4.25, 0.5, 8.5], 0.5 / 16.5),
]:
    got = gradient_check(lambda w: slope @ w, lambda w: np.array(wrong), w.copy())
    assert close(got, expected, rtol=1e-5), difference(got, expected)
got = gradient_check(
    lambda w: 0.002 * w[0] + w[1], lambda w: np.array([0.004, 1.0]), np.array([0.5, 0.25])
)
assert close(got, 1 / 3, rtol=1e-5), difference(got, 1 / 3)

# %% hidden="gradient_check_is_made_at_w" points=1
# Gradient and differences are taken at w itself, with the step eps to both sides.
f = lambda w: w[0] ** 3 + w[1] ** 3
gradient = lambda w: 3 * w**2
for w, eps in [([1.0, 2.0], 0.5), ([2.0, -1.0], 0.25), ([-0.5, 4.0], 1.0)]:
    exact = [(3 * v**2, 3 * v**2 + eps**2) for v in w]
    expected = max((measured - g) / (measured + g) for g, measured in exact)
    got = gradient_check(f, gradient, np.array(w), eps)
    assert close(got, expected, rtol=1e-5), difference(got, expected)

# %% hidden="gradient_check_leaves_w_alone" points=1
# The place w stays the same, also while f and gradient are called, and the result is a single number.
w = np.array([0.3, -1.7, 2.9])
w.flags.writeable = False
before = w.copy()
got = gradient_check(lambda v: 2 * (v @ v), lambda v: 6 * v, w)
assert np.ndim(got) == 0
assert close(got, 0.2, rtol=1e-5), difference(got, 0.2)
assert np.array_equal(w, before)

# %% [markdown]
# ## Where the check misleads
#
# At a minimum the true gradient is 0. The differences are not quite 0, as $f$ is rounded and the step is not infinitely small. Something tiny against 0 gives the quotient 1, as
# if all were wrong. The function $f(w) = w^3 - 3w + 2$ has a local minimum at $w = 1$, and its gradient $3w^2 - 3$ is right everywhere. The cell asks
# your `gradient_check` at the minimum and at a place beside it.

# %%
def valley(w):
    return w[0] * w[0] * w[0] - 3 * w[0] + 2

def valley_gradient(w):
    return 3 * w * w - 3

for place in (1.0, 1.5):
    w = np.array([place])
    measured = (valley(w + 1e-6) - valley(w - 1e-6)) / 2e-6
    slope = valley_gradient(w)[0]
    agree = "yes" if abs(measured - slope) < 1e-8 else "no"
    try:
        said = f"{gradient_check(valley, valley_gradient, w):.6f}"
    except Exception:
        said = "not yet, see exercise 6"
    print(f"w = {place}: slope {slope:.2f}, measured the same within 1e-8: {agree}, check: {said}")

# %% [markdown]
# At both places formula and differences agree within $10^{-8}$, but the check calls only the second one right. So check a gradient where every coordinate has
# a slope, such as at random weights, and never at a minimum.

# %% [markdown]
# ## Exercise 7: one report
#
# A diagnosis compares. The same model is judged on the examples that it was fitted to and on others, and the features that it was fitted to are
# looked at themselves. Return these four numbers in a dict:
#
# | key | meaning |
# |---|---|
# | `train_rmse` | rmse on `X_train`, `y_train` |
# | `test_rmse` | rmse on `X_test`, `y_test` |
# | `condition_number` | $\sigma_{\max} / \sigma_{\min}$ of `X_train`, as in `standardization` |
# | `max_leverage` | the largest leverage in `X_train` |
#
# **Why so.** A test rmse far above the train rmse is the sign of **overfitting**: the model has learned its examples by heart. (A test set of another kind of
# examples does the same.) A large condition number says that some combination of weights is hardly determined: by units, by features that repeat each other,
# or by features far from 0. It does not say which.
#
# **What goes wrong.** The model is given. It must not be fitted again, least of all to the test set. And a test rmse
# that is **too good** is an alarm, too: perhaps a feature holds what the model is to predict. This is called **leakage**, and no test set of the
# same origin finds it, as the test set holds the same feature. Compare with what is possible at all, such as the precision of the measurement.
#
# The next cell gives `condition_number`, so that this notebook stands on its own.

# %%
def condition_number(X):
    """σmax/σmin of X; inf where X has not full column rank."""
    n, d = X.shape
    sigma = np.linalg.svd(X, compute_uv=False)
    if n < d or sigma[-1] <= 1e-12 * sigma[0]:
        return float("inf")
    return float(sigma[0] / sigma[-1])

# %% [markdown] hints="diagnose"
# 1. Which of the four numbers look at the test set, and which at weights?
# 2. Everything is there: predictions are Xw + b, `rmse` compares them with the targets, and two functions take `X_train` alone.
# 3. A dict in curly brackets, with the four keys in quotes as the table spells them. Each value is one call; the last one is the largest entry of an array.

# %% answer="diagnose"
def diagnose(X_train, y_train, X_test, y_test, w, b):
    """The four numbers of the report about the model ŷ = X·w + b.

    X_train, y_train : what it was fitted to, shapes (n, d) and (n,)
    X_test, y_test : other examples, shapes (m, d) and (m,)
    w, b : the fitted weights, shape (d,), and the bias
    returns {"train_rmse": …, "test_rmse": …,
             "condition_number": …, "max_leverage": …}, all floats
    """
    ### BEGIN SOLUTION
    return {
        "train_rmse": rmse(y_train, X_train @ w + b),
        "test_rmse": rmse(y_test, X_test @ w + b),
        "condition_number": condition_number(X_train),
        "max_leverage": float(np.max(leverage(X_train))),
    }
    ### END SOLUTION

# %%
check(diagnose)

# %% test="diagnose_of_a_small_model"
# Four training and two test examples, every number worked out by hand.
X_train = np.array([[3.0, 0.0], [4.0, 0.0], [0.0, 1.0], [0.0, 2.0]])
X_test = np.array([[1.0, 1.0], [2.0, 0.0]])
w, b = np.array([1.0, 2.0]), 0.5
got = diagnose(
    X_train, np.array([4.5, 5.5, 1.5, 5.5]), X_test, np.array([3.5, 9.5]), w, b
)
expected = {
    "train_rmse": 1.0, "test_rmse": np.sqrt(24.5),
    "condition_number": np.sqrt(5.0), "max_leverage": 0.8,
}
assert close(got, expected), difference(got, expected)

# %% test="diagnose_of_equal_features"
# Where two features are equal, the condition number is infinite and the leverage is not.
X_train = np.array([[1.0, 1.0], [-1.0, -1.0], [3.0, 3.0], [2.0, 2.0], [1.0, 1.0]])
w, b = np.array([0.5, 0.5]), 1.0
got = diagnose(
    X_train, np.array([2.0, 0.0, 4.0, 3.0, 7.0]), X_train[:1], np.array([5.0]), w, b
)
expected = {
    "train_rmse": np.sqrt(5.0), "test_rmse": 3.0,
    "condition_number": np.inf, "max_leverage": 9.0 / 16.0,
}
assert close(got, expected), difference(got, expected)

# %% hidden="diagnose_measures_both_errors" points=2
# Both errors are those of the given model, each on its own examples.
rng = np.random.default_rng(751)
for n, m, d in [(6, 4, 2), (9, 3, 3), (5, 5, 1), (4, 1, 2)]:
    X_train, X_test = rng.normal(size=(n, d)), rng.normal(size=(m, d)) + 1
    y_train, y_test = rng.normal(size=n), rng.normal(size=m) * 2
    w, b = rng.normal(size=d), float(rng.normal())
    said = diagnose(X_train, y_train, X_test, y_test, w, b)
    for key, X, y in [("train_rmse", X_train, y_train), ("test_rmse", X_test, y_test)]:
        squares = [(y[i] - b - sum(X[i] * w)) ** 2 for i in range(len(y))]
        expected = (sum(squares) / len(y)) ** 0.5
        assert close(said[key], expected), difference(said[key], expected)

# %% hidden="diagnose_looks_at_the_training_features" points=1
# Condition number and leverage are those of the training set, whatever the test set.
X_train = np.array([[6.0, 0.0], [8.0, 0.0], [0.0, 0.5], [0.0, 0.5]])
for X_test in [np.eye(2), np.array([[100.0, 1.0], [1.0, 0.0], [0.0, 2.0]])]:
    said = diagnose(X_train, np.ones(4), X_test, np.ones(len(X_test)), np.zeros(2), 0.0)
    got, expected = said["condition_number"], 10.0 / np.sqrt(0.5)
    assert close(got, expected), difference(got, expected)
    assert close(said["max_leverage"], 0.64), difference(said["max_leverage"], 0.64)

# %% hidden="diagnose_of_any_rank" points=1
# With equal features, or more features than examples, the condition number is infinite and the leverage right.
x = np.array([[1.0], [1.0], [-1.0], [3.0], [2.0]])
w = np.array([1.0, -1.0])
said = diagnose(np.hstack([x, x]), np.zeros(5), np.ones((1, 2)), np.ones(1), w, 0.0)
expected = {"train_rmse": 0.0, "test_rmse": 1.0, "condition_number": np.inf, "max_leverage": 0.5625}
assert close(said, expected, atol=1e-10), difference(said, expected)
wide = np.array([[1.0, 0.0, 2.0], [0.0, 3.0, 1.0]])
said = diagnose(wide, np.zeros(2), wide, np.array([2.0, 2.0]), np.zeros(3), 1.0)
expected = {"train_rmse": 1.0, "test_rmse": 1.0, "condition_number": np.inf, "max_leverage": 1.0}
assert close(said, expected), difference(said, expected)

# %% hidden="diagnose_leaves_its_arguments_alone" points=1
# The arguments stay the same; the report has the four keys and single numbers.
X_train = np.array([[3.0, 0.0], [4.0, 0.0], [0.0, 1.0], [0.0, 2.0]])
y_train, w = np.array([4.5, 5.5, 1.5, 5.5]), np.array([1.0, 2.0])
X_test, y_test = np.array([[1.0, 1.0], [2.0, 0.0]]), np.array([3.5, 9.5])
before = [each.copy() for each in (X_train, y_train, X_test, y_test, w)]
said = diagnose(X_train, y_train, X_test, y_test, w, 0.5)
assert sorted(said) == ["condition_number", "max_leverage", "test_rmse", "train_rmse"]
assert all(np.ndim(value) == 0 for value in said.values())
assert close(said["train_rmse"], 1.0), difference(said["train_rmse"], 1.0)
after = [X_train, y_train, X_test, y_test, w]
assert all(np.array_equal(now, then) for now, then in zip(after, before, strict=True))

# %% [markdown]
# ## Exercise 8: the clinic
#
# Four models predict the body mass of penguins in kg, each from three features of its own. All were fitted by least squares with an
# intercept, to 60 birds, and tested on 40 others. Each has exactly one of these illnesses, and no two have the same:
#
# | illness | what happened |
# |---|---|
# | `"leakage"` | one feature was made from the target, and will not be known when the model is used |
# | `"collinearity"` | two features measure the same thing |
# | `"outlier"` | one training example has a feature that was typed in wrongly, far away from all others |
# | `"scaling"` | the features were left in units of very different size; in the other three models they are standardized |
#
# You do not get to see what the features are. The next cell reads the instruments, most of them yours, so let `check` pass for exercises 2 to 7 first. It also says how
# precisely the birds were weighed: a mass that is rounded to steps of 25 g is off by $25/\sqrt{12}$ g, in the root mean square, and no honest model can foresee the rounding.
#
# *The data: 333 Palmer penguins, measured by Kristen Gorman and the Palmer Station LTER, Antarctica. CC0.*

# %%
def reading(function, *arguments):
    """Return what a function of yours gives, as text of five digits."""
    try:
        values = np.ravel(function(*arguments))
        return "  ".join(f"{value:.5g}" for value in values)
    except Exception:
        return f"not yet: check({function.__name__}) says more"

def read_instruments(name, X_train, y_train, X_test, y_test):
    A = np.column_stack([X_train, np.ones(len(X_train))])
    solution = np.linalg.lstsq(A, y_train)[0]
    w, b = solution[:-1], solution[-1]
    print(f"patient {name}")
    for key in ("train_rmse", "test_rmse", "condition_number", "max_leverage"):
        def diagnosed():
            return diagnose(X_train, y_train, X_test, y_test, w, b)[key]
        diagnosed.__name__ = "diagnose"
        print(f"  {key:18}", reading(diagnosed))
    print("  R² on the test set", reading(r_squared, y_test, X_test @ w + b))
    print("  VIF               ", reading(variance_inflation, X_train))
    print("  weights           ", "  ".join(f"{value:.3g}" for value in w))
    print("  spread of features", "  ".join(f"{value:.3g}" for value in X_train.std(axis=0)))

steps = np.unique(penguins()["body_mass_g"] % 25)
print("rest of every mass after steps of 25 g:", steps)
print("rmse of the rounding alone:", round(0.025 / np.sqrt(12), 4), "kg")
print("mean leverage: 3/60 =", 3 / 60)
for name, data in patients().items():
    print()
    read_instruments(name, *data)

# %% [markdown]
# Write the name of its illness, one of the four in quotes, in place of each `None`, and delete the line with `raise`. `check` looks at the
# form, and knows some confusions; it does not tell whether all four are right.

# %% [markdown] hints="clinic"
# 1. For each line of the report, find the patient who stands out from the other three. Some lines single out one patient, one line singles out two.
# 2. A condition number grows from units and from features that repeat each other. Which other lines see only one of the two? And compare every rmse with the precision of the scales.
# 3. A dict with the keys "A", "B", "C" and "D", each with a different one of the four names, in small letters and quotes. Begin with the patient you are surest of.

# %% answer="clinic"
clinic = {
    "A": None,
    "B": None,
    "C": None,
    "D": None,
}
### BEGIN SOLUTION
clinic = {"A": "outlier", "B": "scaling", "C": "collinearity", "D": "leakage"}
### END SOLUTION

# %%
check(clinic)

# %% test="clinic_has_four_patients"
# The keys are the letters A, B, C and D.
if clinic == dict.fromkeys("ABCD"):
    raise NotImplementedError("no illness is named yet")
got = sorted(clinic, key=str)
expected = ["A", "B", "C", "D"]
assert got == expected, f"expected {expected}, got {got}"

# %% test="clinic_names_each_illness_once"
# Each of the four names is given to one patient.
if clinic == dict.fromkeys("ABCD"):
    raise NotImplementedError("no illness is named yet")
got = sorted(clinic.values(), key=str)
expected = ["collinearity", "leakage", "outlier", "scaling"]
assert got == expected, f"expected {expected}, got {got}"

# %% hidden="clinic_finds_the_leakage" points=1
# The patient with leakage is named so, and no other.
if clinic == dict.fromkeys("ABCD"):
    raise NotImplementedError("no illness is named yet")
named = [letter for letter in "ABCD" if clinic.get(letter) == "leakage"]
assert named == ["D"], f"leakage was given to {named}"

# %% hidden="clinic_finds_the_collinearity" points=1
# The patient with collinear features is named so, and no other.
if clinic == dict.fromkeys("ABCD"):
    raise NotImplementedError("no illness is named yet")
named = [letter for letter in "ABCD" if clinic.get(letter) == "collinearity"]
assert named == ["C"], f"collinearity was given to {named}"

# %% hidden="clinic_finds_the_outlier" points=1
# The patient with an outlier of high leverage is named so, and no other.
if clinic == dict.fromkeys("ABCD"):
    raise NotImplementedError("no illness is named yet")
named = [letter for letter in "ABCD" if clinic.get(letter) == "outlier"]
assert named == ["A"], f"an outlier was given to {named}"

# %% hidden="clinic_finds_the_unscaled_features" points=1
# The patient with unscaled features is named so, and no other.
if clinic == dict.fromkeys("ABCD"):
    raise NotImplementedError("no illness is named yet")
named = [letter for letter in "ABCD" if clinic.get(letter) == "scaling"]
assert named == ["B"], f"scaling was given to {named}"

# %% [markdown]
# ## In your own words
#
# In the picture, under *Play: make an outlier* (below exercise 4), set the flipper length of the diamond to 290 mm and its mass to 2 kg. By the numbers that your
# `residuals` and `leverage` give, its residual is not the largest of the thirteen, although it is the bird that does the harm. Explain in two or three sentences
# why, and which number gives it away.
#
# *2 points, read by a person.*

# %%
whiteboard("outlier_in_your_words")

# %% [markdown] written="outlier_in_your_words" points=2
# The diamond lies far from the others in the feature, so its leverage is several times the mean: its prediction follows its own target. The line bends towards it, which makes its own
# residual small and those of other birds larger. The leverage gives it away, as it depends on the features alone.
#
# *Rubric: 1 point for the line that follows the example because of its high leverage, 1 point for the leverage (and not the residual) as what shows it.*

# %% [markdown]
# ## Before you trust a model
#
# A colleague hands you a fitted linear model, its training set and a test set. Name four diagnostics that you run before you trust it. For each, say
# in a sentence what it catches, and what number would worry you.
#
# *4 points, read by a person.*

# %% [markdown] written="diagnostics_before_you_trust" points=4
# 1. The rmse on training and test set: far higher on the test set is the sign of overfitting; below the precision of the measurement on both points to leakage.
# 2. The leverages: one near 1, where the mean is $d/n$, is an example that decides its own prediction alone, such as a typing error.
# 3. The variance inflation factors: above 10 or so, features repeat each other and single weights mean little; infinite where one is an exact combination of others.
# 4. The condition number, and beside it the spread of the features: a large one with small variance inflation is a matter of units or of features far from 0, and gradient descent will crawl.
#
# *Rubric: 1 point for each of four different diagnostics with what it catches and a number or comparison that would worry (½ without the latter). Also count residuals
# plotted against predictions or features (curvature, growing spread), $R^2$ against the mean (worse than a constant), and a gradient check (wrong gradient).*

# %% [markdown]
# ## Take away
#
# 1. Residuals, rmse and $R^2$ say how wrong a model is; leverage, variance inflation and the condition number say why it may be fragile, and look at the features alone.
# 2. An example of high leverage can hide its own residual, and a leaked feature is in the test set, too: no single number sees everything.
# 3. Check a gradient against central differences, at a place where no coordinate has slope 0.
#
# **Notes:** what would you like to find here when you come back? They stay on your machine and are not handed in.

# %%
notes("diagnostics")

# %% [markdown]
# **Before you go:** how was it? Change the values below, run the cell and save. This carries no points.

# %%
self_assessment(
    confidence=None,  # 1 (guessing) to 5 (I could explain it)
    hardest="",       # the hardest exercise, such as "leverage"
    difficulty=None,  # 1 (easy) to 5 (hard)
    minutes=None,     # how long it took, if you like to say
)

# %% [markdown]
# **Hand in:** save, press *Validate*, and submit as your course tells you. **Next:** `worked_backprop`, which takes a network apart, one number
# at a time.
