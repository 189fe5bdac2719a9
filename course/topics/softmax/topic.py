# ---
# jupyter:
#   course:
#     difficulty: 2
#     minutes: 60
#     needs: [affine_prediction]
#   jupytext:
#     notebook_metadata_filter: course
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Turn scores into probabilities
#
# A model with k outputs gives k **scores** for each example, any real numbers. To choose among classes, and to learn
# from mistakes, we need **probabilities**: positive, with sum 1. The **softmax** turns scores into probabilities. With the
# **cross-entropy**, which says what they cost once the right class is known, a model learns.
#
# | | |
# |---|---|
# | **You will do** | write the softmax, its logarithm, the cross-entropy loss and its gradient, safe for scores of any size |
# | **You will learn** | why shifting scores changes nothing, why logarithms save digits, why the gradient is $(P - Y)/n$ |
# | **You need** | `affine_prediction`: where scores come from |
# | **Time, difficulty** | about 60 minutes, ●●○ |

# %%
import numpy as np
from course.lab import check, close, difference, hint, pictures
from course.lab import notes, self_assessment, whiteboard

# %% [markdown]
# ## Symbols and shapes
#
# | symbol | code | shape | meaning |
# |---|---|---|---|
# | $n, k$ | `n`, `k` | | examples, classes |
# | $Z$ | `Z` | $(n, k)$ | scores (logits): row $i$ holds the scores of example $i$ |
# | $P$ | `P` | $(n, k)$ | probabilities: each row sums to 1 |
# | $Y$ | `Y` | $(n, k)$ | one-hot targets: 1 at the right class, 0 elsewhere |
# | | `labels` | $(n{,})$ | the right classes as integers $0 \dots k-1$ |
# | $z, p$ | `z`, `p` | $(k{,})$ | the scores and the probabilities of one example alone |
# | $c$ | | scalar | a number that is added to all scores of a row |
# | $T$ | a slider | scalar | the temperature, by which all scores are divided |
# | $L$ | | scalar | the loss: what the examples cost, as a mean |
# | $\partial L / \partial Z$ | | $(n, k)$ | the gradient of the loss, $(P - Y)/n$ |
#
# The index $i$ counts examples; $j$ counts classes, and so does $m$ where a sum runs over all of them. $\log$ is the natural logarithm.

# %% [markdown]
# ## A worked example
#
# Three classes with the scores $z = (2, 1, -1)$. Take the exponential of each, then divide by their sum:
#
# $$p_j = \frac{e^{z_j}}{\sum_{m} e^{z_m}}$$
#
# The cell computes each number and checks that they are probabilities.

# %%
z = np.array([2.0, 1.0, -1.0])
exponentials = np.exp(z)
p = exponentials / exponentials.sum()
print("exponentials ", exponentials.round(4))
print("their sum    ", exponentials.sum().round(4))
print("probabilities", p.round(4))
assert np.all(p > 0)
assert abs(p.sum() - 1) < 1e-12

# %% [markdown]
# ## Exercise 1: softmax
#
# $$P_{ij} = \frac{e^{Z_{ij}}}{\sum_{m=1}^{k} e^{Z_{im}}}$$
#
# **Why so.** The exponential makes every score positive and keeps their order. Dividing by the sum makes them add up to 1. For two
# classes with the scores $z = (z_1, 0)$ the first probability is $e^{z_1} / (e^{z_1} + 1)$: this is the sigmoid of `logistic_bce`.
#
# **What goes wrong.** $e^{1000}$ is larger than any float64, so the formula as it stands gives `inf / inf`, which is `nan`. But adding
# one number $c$ to all scores of a row multiplies numerator and denominator by the same $e^{c}$, and changes nothing. Choose $c$ so
# that no exponential can overflow. The cell does what the formula says with three pairs of scores that differ only by such a $c$.

# %%
for pair in np.array([[1.0, 0.0], [10.0, 9.0], [1000.0, 999.0]]):
    with np.errstate(over="ignore", invalid="ignore"):
        powers = np.exp(pair)
        shares = powers / powers.sum()
    print("scores", pair, " probabilities", shares.round(4))

# %% [markdown]
# `Z` may have the shape $(k{,})$, one example alone, or $(n, k)$: work over the **last axis**, which holds the classes in both.

# %% [markdown] hints="softmax"
# 1. Try `np.exp` on scores of 1000, and on the same scores minus their largest.
# 2. Each row needs its own largest score and its own sum. With `keepdims=True` a sum over the last axis keeps a shape that divides row by row.
# 3. Three steps: shift by the row's maximum, `np.exp`, divide by the row's sum. Both the maximum and the sum run over `axis=-1`.

# %% answer="softmax"
def softmax(Z):
    """P[..., j] = exp(Z[..., j]) / Σₘ exp(Z[..., m]).

    Z : scores, shape (k,) or (n, k)
    returns probabilities of the same shape
    """
    ### BEGIN SOLUTION
    exponentials = np.exp(Z - np.max(Z, axis=-1, keepdims=True))
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)
    ### END SOLUTION

# %%
check(softmax)

# %% test="softmax_of_log_counts"
# The scores log 1, log 2 and log 5 become the probabilities 1/8, 2/8 and 5/8.
got = softmax(np.log([1.0, 2.0, 5.0]))
expected = np.array([0.125, 0.25, 0.625])
assert close(got, expected), difference(got, expected)

# %% test="softmax_works_row_by_row"
# Each row of a batch gets its own probabilities.
got = softmax(np.log([[1.0, 3.0, 4.0], [6.0, 2.0, 2.0]]))
expected = np.array([[0.125, 0.375, 0.5], [0.6, 0.2, 0.2]])
assert close(got, expected), difference(got, expected)

# %% test="softmax_survives_large_scores"
# Scores of 1000 and 999 give the same probabilities as 1 and 0.
got = softmax(np.array([1000.0, 999.0]))
expected = np.array([np.e / (np.e + 1), 1 / (np.e + 1)])
assert close(got, expected), difference(got, expected)

# %% hidden="softmax_equals_the_formula" points=1
# For moderate scores the result is the formula, one vector or a batch.
rng = np.random.default_rng(501)
for shape in [(2,), (5,), (1, 3), (4, 4), (6, 3)]:
    Z = rng.normal(size=shape) * 3
    rows = np.atleast_2d(Z)
    expected = []
    for row in rows:
        total = sum(np.exp(m) for m in row)
        expected.append([np.exp(s) / total for s in row])
    expected = np.reshape(expected, shape)
    got = softmax(Z)
    assert close(got, expected), difference(got, expected)

# %% hidden="softmax_stays_finite" points=1
# For scores from −1000 to 1000 the result is finite and right.
Z = np.array([[1000.0, 0.0, -1000.0], [-1000.0] * 3, [1e3, 1e3, -1e3]])
got = softmax(Z)
expected = np.array([[1.0, 0.0, 0.0], [1 / 3] * 3, [0.5, 0.5, 0.0]])
assert close(got, expected), difference(got, expected)
got = softmax(np.array([-1000.0, -1001.0]))
expected = np.array([np.e / (np.e + 1), 1 / (np.e + 1)])
assert close(got, expected), difference(got, expected)

# %% hidden="softmax_ignores_a_shift_of_a_row" points=1
# Adding one number to all scores of a row, each row its own, changes nothing.
rng = np.random.default_rng(502)
Z = rng.normal(size=(5, 4))
shifts = np.array([[3.0], [-7.0], [0.5], [9.0], [-2.0]])
got = softmax(Z + shifts)
expected = np.asarray(softmax(Z))
assert expected.shape == (5, 4), f"expected shape (5, 4), got {expected.shape}"
sums = expected.sum(axis=1)
assert close(sums, np.ones(5)), difference(sums, np.ones(5))
assert close(got, expected, rtol=1e-9), difference(got, expected)

# %% hidden="softmax_leaves_its_argument_alone" points=1
# The scores stay the same, and the result is a row of probabilities for each example.
Z = np.array([[1.0, 2.0, 4.0], [0.5, -3.0, 2.0]])
before = Z.copy()
got = softmax(Z)
assert np.array_equal(Z, before)
assert isinstance(got, np.ndarray)
assert got.shape == (2, 3)
assert got.dtype == np.float64
assert close(got.sum(axis=1), np.ones(2)), difference(got.sum(axis=1), np.ones(2))

# %% [markdown]
# ## Play: temperature
#
# Divide all scores by a **temperature** $T$ before the softmax: a $T$ below 1 makes the choice bolder, a $T$ above 1 makes it more even. The
# picture draws with your `softmax`; its first slider is $T$. Move it to both ends. Which corner does the point leave, and where does
# it arrive? Then add the same amount to all three scores: does anything move?

# %%
pictures.temperature(softmax)

# %% [markdown]
# ## Exercise 2: log-softmax
#
# The loss needs $\log P$. Where $P$ rounds to 0, `np.log(softmax(Z))` gives $-\infty$, although the true value is an ordinary
# number, $-1000$ in the cell below. Take the logarithm of the formula by hand first:
#
# $$\log P_{ij} = Z_{ij} - \log \sum_{m} e^{Z_{im}}$$
#
# **Why so.** The logarithm of a quotient is a difference, and the logarithm undoes the first exponential. The sum that is left can
# still overflow; the shift of exercise 1 helps here, too.

# %%
far_apart = np.array([0.0, -1000.0])
shares = np.exp(far_apart) / np.exp(far_apart).sum()
with np.errstate(divide="ignore"):
    print("scores                   ", far_apart)
    print("probabilities            ", shares)
    print("logarithms taken of these", np.log(shares))

# %% [markdown] hints="log_softmax"
# 1. Which exponentials are left in the formula, and can they overflow?
# 2. Shift the scores as in `softmax`. The logarithm of a sum of shifted exponentials is never that of 0, as the largest of them is 1.
# 3. Two lines: the shifted scores, and those minus the `np.log` of the sum of their exponentials, row by row.

# %% answer="log_softmax"
def log_softmax(Z):
    """log P[..., j] = Z[..., j] − log Σₘ exp(Z[..., m]).

    Z : scores, shape (k,) or (n, k)
    returns the logarithms of the probabilities, the same shape
    """
    ### BEGIN SOLUTION
    shifted = Z - np.max(Z, axis=-1, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=-1, keepdims=True))
    ### END SOLUTION

# %%
check(log_softmax)

# %% test="log_softmax_of_log_counts"
# The scores log 1, log 2 and log 5 give log 1/8, log 2/8 and log 5/8.
got = log_softmax(np.log([1.0, 2.0, 5.0]))
expected = np.log([0.125, 0.25, 0.625])
assert close(got, expected), difference(got, expected)

# %% test="log_softmax_works_row_by_row"
# Each row of a batch is treated by itself.
got = log_softmax(np.log([[1.0, 3.0, 4.0], [6.0, 2.0, 2.0]]))
expected = np.log([[0.125, 0.375, 0.5], [0.6, 0.2, 0.2]])
assert close(got, expected), difference(got, expected)

# %% test="log_softmax_is_never_minus_infinity"
# A class 1000 below the best has the log-probability −1000, not −inf.
got = log_softmax(np.array([0.0, -1000.0]))
expected = np.array([0.0, -1000.0])
assert close(got, expected), difference(got, expected)

# %% hidden="log_softmax_equals_the_formula" points=1
# For moderate scores the result is the formula, one vector or a batch.
rng = np.random.default_rng(511)
for shape in [(2,), (5,), (1, 3), (4, 4), (6, 3)]:
    Z = rng.normal(size=shape) * 3
    rows = np.atleast_2d(Z)
    expected = []
    for row in rows:
        total = sum(np.exp(m) for m in row)
        expected.append([s - np.log(total) for s in row])
    expected = np.reshape(expected, shape)
    got = log_softmax(Z)
    assert close(got, expected), difference(got, expected)

# %% hidden="log_softmax_stays_finite" points=2
# For scores of ±1000 every log-probability is finite and right.
Z = np.array([[1000.0, -1000.0, 0.0], [-1000.0] * 3, [1000.0] * 3])
got = log_softmax(Z)
third = -np.log(3.0)
expected = np.array([[0.0, -2000.0, -1000.0], [third] * 3, [third] * 3])
assert close(got, expected), difference(got, expected)
got = log_softmax(np.array([1000.0, 1000.0, -1000.0]))
expected = np.array([0.0, 0.0, -2000.0]) - np.log(2.0)
assert close(got, expected), difference(got, expected)

# %% hidden="log_softmax_leaves_its_argument_alone" points=1
# The scores stay the same, and the result has their shape and no logarithm above 0.
Z = np.array([[1.0, 2.0, 4.0], [0.5, -3.0, 2.0]])
before = Z.copy()
got = log_softmax(Z)
assert np.array_equal(Z, before)
assert isinstance(got, np.ndarray)
assert got.shape == (2, 3)
assert got.dtype == np.float64
assert np.all(got < 0)

# %% [markdown]
# ## Exercise 3: one-hot targets
#
# The right class of example $i$ is an integer `labels[i]`. As a row of probabilities it is all 0 with a single 1:
#
# $$Y_{ij} = \begin{cases} 1 & \text{if } j = \texttt{labels}_i \\ 0 & \text{otherwise} \end{cases}$$
#
# **Why so.** Written like this, the truth has the same shape as the prediction $P$, and the two can be compared entry by entry. The
# number of classes $k$ must be given: the largest label in a batch need not be the last class.

# %% [markdown] hints="one_hot"
# 1. What shape has the result, and how many of its entries are 1?
# 2. Start from zeros, then set one entry in each row. Or ask, for every pair of a row and a class, whether they match.
# 3. `labels[:, None]` against `np.arange(k)` compares every label with every class in one expression. Mind the dtype that a comparison gives.

# %% answer="one_hot"
def one_hot(labels, k):
    """Y[i, j] = 1 if j == labels[i] else 0.

    labels : integers 0 … k−1, shape (n,)
    k : number of classes
    returns float64 targets, shape (n, k)
    """
    ### BEGIN SOLUTION
    Y = np.zeros((len(labels), k))
    Y[np.arange(len(labels)), labels] = 1.0
    return Y
    ### END SOLUTION

# %%
check(one_hot)

# %% test="one_hot_puts_a_one_at_the_label"
# Row i has its 1 in column labels[i]; the last class need not occur.
got = one_hot(np.array([2, 0, 2]), 4)
expected = np.array([
    [0.0, 0.0, 1.0, 0.0],
    [1.0, 0.0, 0.0, 0.0],
    [0.0, 0.0, 1.0, 0.0],
])
assert close(got, expected), difference(got, expected)

# %% test="one_hot_gives_floats"
# The result is an array of float64, as probabilities are.
Y = one_hot(np.array([1, 0]), 2)
is_array = isinstance(Y, np.ndarray)
got = f"array of {Y.dtype}" if is_array else f"no array: {type(Y).__name__}"
expected = "array of float64"
assert got == expected, f"expected {expected}, got {got}"

# %% hidden="one_hot_marks_every_label" points=1
# Every row has exactly one 1, at its label, for any labels and any k.
rng = np.random.default_rng(521)
for n, k in [(1, 1), (3, 2), (8, 5), (5, 9)]:
    labels = rng.integers(0, k, size=n)
    got = one_hot(labels, k)
    expected = np.zeros((n, k))
    for i, j in np.ndindex(n, k):
        expected[i, j] = 1.0 if labels[i] == j else 0.0
    assert close(got, expected), difference(got, expected)

# %% hidden="one_hot_is_a_float_array" points=1
# The result is an array of float64, and the labels are the same afterwards.
labels = np.array([0, 3, 1, 1])
got = one_hot(labels, 5)
assert isinstance(got, np.ndarray)
assert got.dtype == np.float64
assert got.shape == (4, 5)
assert np.array_equal(labels, [0, 3, 1, 1])

# %% [markdown]
# ## Exercise 4: cross-entropy
#
# How bad is a prediction $P$ when the truth is $Y$? Charge each example the negative logarithm of the probability that it gave to the
# right class, and take the mean over the $n$ examples:
#
# $$L = -\frac1n \sum_{i=1}^{n} \sum_{j=1}^{k} Y_{ij} \log P_{ij}$$
#
# **Why so.** In each row only the right class has $Y_{ij} = 1$, so one logarithm is left. Certain and right costs 0; the
# smaller the probability of the right class, the more it costs, without bound.
#
# **What goes wrong.** A probability can round to exactly 0. Then `np.log(0)` is $-\infty$: the right class costs $\infty$, and for
# another class `0 * np.log(0)` is `nan`. So clip first: what is below $10^{-12}$ counts as $10^{-12}$, and all else stays as it is.

# %% [markdown] hints="cross_entropy"
# 1. Compute the charge of one example by hand. Which sum is a sum, and which is a mean?
# 2. Clip first, then take logarithms, multiply by Y, and sum over classes.
# 3. `np.maximum` clips from below. Sum over `axis=1` gives one charge for each example; their mean is the loss.

# %% answer="cross_entropy"
def cross_entropy(Y, P):
    """L = −(1/n) Σᵢ Σⱼ Y[i, j]·log P[i, j], with P clipped below at 1e-12.

    Y : one-hot targets, shape (n, k)
    P : probabilities, shape (n, k)
    returns the mean loss, a float
    """
    ### BEGIN SOLUTION
    charges = -np.sum(Y * np.log(np.maximum(P, 1e-12)), axis=1)
    return float(np.mean(charges))
    ### END SOLUTION

# %%
check(cross_entropy)

# %% test="cross_entropy_of_one_example"
# Probability 1/4 for the right class costs log 4.
Y = np.array([[0.0, 1.0, 0.0]])
got = cross_entropy(Y, np.array([[0.25, 0.25, 0.5]]))
expected = np.log(4.0)
assert close(got, expected), difference(got, expected)

# %% test="cross_entropy_is_a_mean_over_examples"
# Two examples that cost log 2 and log 8 cost log 4 on average.
Y = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
got = cross_entropy(Y, np.array([[0.5, 0.25, 0.25], [0.5, 0.375, 0.125]]))
expected = np.log(4.0)
assert close(got, expected), difference(got, expected)

# %% test="cross_entropy_clips_at_zero"
# Probability 0 for the right class costs −log 1e-12, which is finite.
got = cross_entropy(np.array([[1.0, 0.0]]), np.array([[0.0, 1.0]]))
expected = -np.log(1e-12)
assert close(got, expected, rtol=1e-5), difference(got, expected)

# %% hidden="cross_entropy_equals_the_formula" points=1
# For any batch it is the mean of −log of the right class's probability.
rng = np.random.default_rng(531)
for n, k in [(1, 2), (4, 3), (7, 5), (3, 8)]:
    P = rng.dirichlet(np.ones(k), size=n) * 0.9 + 0.1 / k
    labels = rng.integers(0, k, size=n)
    expected = sum(-np.log(P[i, labels[i]]) for i in range(n)) / n
    got = cross_entropy(np.eye(k)[labels], P)
    assert close(got, expected), difference(got, expected)

# %% hidden="cross_entropy_clips_below" points=1
# Zeros are clipped at 1e-12 and nothing larger is touched.
P = np.array([[0.0, 0.5, 0.5], [0.5, 0.0, 0.5], [0.5, 0.5, 0.0]])
got = cross_entropy(np.eye(3), P)
expected = -np.log(1e-12)
assert close(got, expected, rtol=1e-5), difference(got, expected)
got = cross_entropy(np.array([[1.0, 0.0]]), np.array([[1e-9, 1.0 - 1e-9]]))
expected = -np.log(1e-9)
assert close(got, expected, rtol=1e-7), difference(got, expected)
got = cross_entropy(np.eye(2), np.eye(2))
assert close(got, 0.0, atol=1e-11), difference(got, 0.0)

# %% hidden="cross_entropy_leaves_its_arguments_alone" points=1
# Targets and probabilities stay the same; the loss is a single number, large for a probability of 0.
Y = np.array([[1.0, 0.0], [0.0, 1.0]])
P = np.array([[0.0, 1.0], [0.25, 0.75]])
before = Y.copy(), P.copy()
got = cross_entropy(Y, P)
assert np.ndim(got) == 0
assert 10 < got < 30
assert np.array_equal(Y, before[0])
assert np.array_equal(P, before[1])

# %% [markdown]
# ## Exercise 5: cross-entropy from scores
#
# In training one has scores $Z$ and labels. Going through $P$ first would round, clip, and then take logarithms again.
# Exercise 2 has the logarithms already. The loss of example $i$ is $-\log P_{i,\,\texttt{labels}_i}$: minus the entry of row $i$ of
# `log_softmax(Z)` that stands at the right class. The mean over the examples is
#
# $$L = -\frac1n \sum_{i=1}^{n} \log P_{i,\,\texttt{labels}_i}$$
#
# **Why so.** It is the same loss, but nothing needs clipping: a wrong class that is 1000 ahead costs 1000, and the
# gradient can still bring it down.

# %% [markdown] hints="softmax_cross_entropy"
# 1. Which of your functions gives log-probabilities that are never −inf?
# 2. From each row you need one entry only: that of the right class.
# 3. `A[np.arange(n), labels]` picks `A[i, labels[i]]` for every i. Negate, then take the mean.

# %% answer="softmax_cross_entropy"
def softmax_cross_entropy(Z, labels):
    """L = −(1/n) Σᵢ log_softmax(Z)[i, labels[i]].

    Z : scores, shape (n, k)
    labels : right classes, integers, shape (n,)
    returns the mean loss, a float
    """
    ### BEGIN SOLUTION
    log_P = log_softmax(Z)
    return float(-np.mean(log_P[np.arange(len(labels)), labels]))
    ### END SOLUTION

# %%
check(softmax_cross_entropy)

# %% test="softmax_cross_entropy_of_log_counts"
# Right classes of probability 1/8 and 2/10 cost the mean of log 8 and log 5.
Z = np.log([[1.0, 3.0, 4.0], [6.0, 2.0, 2.0]])
got = softmax_cross_entropy(Z, np.array([0, 1]))
expected = (np.log(8.0) + np.log(5.0)) / 2
assert close(got, expected), difference(got, expected)

# %% test="softmax_cross_entropy_is_not_clipped"
# A wrong class that is 1000 ahead costs 1000.
Z = np.array([[1000.0, 0.0, 0.0]])
got = softmax_cross_entropy(Z, np.array([2]))
expected = 1000.0
assert close(got, expected), difference(got, expected)

# %% hidden="softmax_cross_entropy_equals_the_formula" points=1
# For any batch it is the mean of −log of the right class's probability.
rng = np.random.default_rng(541)
for n, k in [(1, 2), (4, 3), (7, 5), (3, 8)]:
    Z = rng.normal(size=(n, k)) * 2
    labels = rng.integers(0, k, size=n)
    expected = 0.0
    for i in range(n):
        charge = np.log(np.exp(Z[i]).sum()) - Z[i, labels[i]]
        expected += charge / n
    got = softmax_cross_entropy(Z, labels)
    assert close(got, expected), difference(got, expected)

# %% hidden="softmax_cross_entropy_is_exact_for_large_scores" points=2
# For scores of ±1000 the loss is finite and right.
Z = np.array([[1000.0, -1000.0], [-1000.0, 1000.0], [0.0, 1000.0]])
got = softmax_cross_entropy(Z, np.array([1, 1, 0]))
assert close(got, 1000.0), difference(got, 1000.0)
got = softmax_cross_entropy(np.full((2, 4), -1000.0), np.array([3, 0]))
assert close(got, np.log(4.0)), difference(got, np.log(4.0))
got = softmax_cross_entropy(np.array([[1000.0, 0.0], [-1000.0] * 2]), np.array([0, 1]))
assert close(got, np.log(2.0) / 2), difference(got, np.log(2.0) / 2)

# %% hidden="softmax_cross_entropy_leaves_its_arguments_alone" points=1
# Scores and labels stay the same, and the loss is a single number, large for a label far behind.
Z = np.array([[1.0, 2.0, 4.0], [0.5, -3.0, 27.0]])
labels = np.array([2, 0])
before = Z.copy()
got = softmax_cross_entropy(Z, labels)
assert np.ndim(got) == 0
assert 10 < got < 30
assert np.array_equal(Z, before)
assert np.array_equal(labels, [2, 0])

# %% [markdown]
# ## Exercise 6: the gradient
#
# How does the mean loss change when one score changes a little? By the formula of exercise 2, the loss of example $i$ is
#
# $$-\log P_{i,\,\texttt{labels}_i} = -Z_{i,\,\texttt{labels}_i} + \log \sum_{m=1}^{k} e^{Z_{im}}$$
#
# Let $Z_{ij}$ alone change. The first term has the slope $-1$ if $j$ is the right class and 0 if not, which is $-Y_{ij}$. The second has the
# slope $e^{Z_{ij}} / \sum_m e^{Z_{im}}$, which is $P_{ij}$. No other example depends on $Z_{ij}$, and $L$ is the mean over $n$ examples, so
#
# $$\frac{\partial L}{\partial Z_{ij}} = \frac{P_{ij} - Y_{ij}}{n}$$
#
# **Why so.** It is the gap between what was said and what is true, as in `logistic_bce`, once for each class. A step against the gradient
# raises the score of the right class and lowers all others.

# %% [markdown] hints="softmax_gradient"
# 1. When the prediction is perfect, what should the gradient be?
# 2. You have everything: probabilities from your `softmax`, the targets, and the number of examples.
# 3. One line. n is the number of rows, `Z.shape[0]`.

# %% answer="softmax_gradient"
def softmax_gradient(Z, Y):
    """∂L/∂Z = (P − Y)/n for the mean loss L, with P = softmax(Z).

    Z : scores, shape (n, k)
    Y : one-hot targets, shape (n, k)
    returns the gradient, shape (n, k)
    """
    ### BEGIN SOLUTION
    return (softmax(Z) - Y) / Z.shape[0]
    ### END SOLUTION

# %%
check(softmax_gradient)

# %% test="softmax_gradient_of_one_example"
# Probabilities 1/8, 3/8, 4/8, right class 2: the gradient is 1/8, 3/8, −4/8.
Y = np.array([[0.0, 0.0, 1.0]])
got = softmax_gradient(np.log([[1.0, 3.0, 4.0]]), Y)
expected = np.array([[0.125, 0.375, -0.5]])
assert close(got, expected), difference(got, expected)

# %% test="softmax_gradient_is_of_the_mean"
# Two equal examples share the gradient: each has half of it.
Y = np.array([[0.0, 0.0, 1.0], [0.0, 0.0, 1.0]])
got = softmax_gradient(np.log([[1.0, 3.0, 4.0], [1.0, 3.0, 4.0]]), Y)
expected = np.array([[0.0625, 0.1875, -0.25], [0.0625, 0.1875, -0.25]])
assert close(got, expected), difference(got, expected)

# %% hidden="softmax_gradient_matches_central_differences" points=2
# Each entry is the slope of the mean loss, measured by central differences.
rng = np.random.default_rng(551)
Z = rng.normal(size=(5, 3))
labels = np.array([0, 2, 1, 1, 0])
def mean_loss(scores):
    right = scores[np.arange(5), labels]
    return np.mean(np.log(np.exp(scores).sum(axis=1)) - right)
expected = np.zeros((5, 3))
for i, j in np.ndindex(5, 3):
    step = np.zeros((5, 3))
    step[i, j] = 1e-6
    expected[i, j] = (mean_loss(Z + step) - mean_loss(Z - step)) / 2e-6
got = softmax_gradient(Z, np.eye(3)[labels])
assert close(got, expected, rtol=1e-5, atol=1e-8), difference(got, expected)

# %% hidden="softmax_gradient_rows_sum_to_zero" points=1
# Each row sums to 0, for scores of ±1000, too; the arguments stay the same.
Z = np.array([
    [1000.0, 0.0, -1000.0],
    [0.5, -3.0, 2.0],
    [-1000.0, -1000.0, 1000.0],
    [0.0, 0.0, 0.0],
])
Y = np.eye(3)[[1, 1, 2, 0]]
before = Z.copy(), Y.copy()
got = np.asarray(softmax_gradient(Z, Y))
assert got.shape == (4, 3), f"expected shape (4, 3), got {got.shape}"
sums = got.sum(axis=1)
assert close(sums, np.zeros(4)), difference(sums, np.zeros(4))
expected = np.array([0.25, -0.25, 0.0])
assert close(got[0], expected), difference(got[0], expected)
assert np.array_equal(Z, before[0])
assert np.array_equal(Y, before[1])

# %% [markdown]
# ## In your own words
#
# Go back to the temperature picture, under *Play: temperature* (below exercise 1), and set $T = 1$ and all three scores to 0. Then raise
# the score of A to 1 and look at the three probabilities your `softmax` gives. The scores of B and C did not change, and their probabilities did.
# Explain why in two or three sentences, and say what stayed the same about B and C.
#
# *2 points, read by a person.*

# %%
whiteboard("softmax_in_your_words")

# %% [markdown] written="softmax_in_your_words" points=2
# The probabilities of a row share one sum. When the exponential of A grows, the sum grows, and every other class is divided by
# more. The ratio of B to C stays the same, as it depends on the difference of their two scores alone.
#
# *Rubric: 1 point for the shared denominator, 1 point for the constant ratio of B to C.*

# %% [markdown]
# ## Take away
#
# 1. The softmax turns scores into probabilities; only the differences between the scores of a row matter.
# 2. Work with $\log P$, never with the logarithm of a rounded $P$.
# 3. The gradient of the mean loss with respect to the scores is $(P - Y)/n$: what was said minus what is true.
#
# **Notes:** what would you like to find here when you come back? They stay on your machine and are not handed in.

# %%
notes("softmax")

# %% [markdown]
# **Before you go:** how was it? Change the values below, run the cell and save. This carries no points.

# %%
self_assessment(
    confidence=None,  # 1 (guessing) to 5 (I could explain it)
    hardest="",       # the hardest exercise, such as "log_softmax"
    difficulty=None,  # 1 (easy) to 5 (hard)
    minutes=None,     # how long it took, if you like to say
)

# %% [markdown]
# **Hand in:** save, press *Validate*, and submit as your course tells you. **Next:** `standardization`, which puts the features on one
# scale before training.
