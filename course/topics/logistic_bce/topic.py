# ---
# jupyter:
#   course:
#     difficulty: 2
#     minutes: 70
#     needs: [affine_prediction, least_squares]
#   jupytext:
#     notebook_metadata_filter: course
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Answer yes or no with a probability
#
# Is this penguin of the species Gentoo? The answer is 1 for yes or 0 for no. A model with weights and a bias gives a **score**, which can be any real
# number. The **sigmoid** turns the score into the probability of a yes. The **binary cross-entropy** says what a probability costs
# once the true answer is known: little for a good one, much for one that was sure and wrong. Its gradient is what the model learns from.
#
# | | |
# |---|---|
# | **You will do** | write the sigmoid, the loss in two ways, its gradient and the training, and tell two species of penguins apart |
# | **You will learn** | why a confident mistake is expensive, why the gradient is $X^\top(p - y)/n$, and how to keep every digit of a tiny probability |
# | **You need** | `affine_prediction`: scores from weights and a bias; `least_squares`: a gradient, and steps against it |
# | **Time, difficulty** | about 70 minutes, ●●○ |

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
# | $X$ | `X` | $(n, d)$ | the features: row $i$, written $x_i$, is example $i$ |
# | $w, b$ | `w`, `b` | $(d{,})$, scalar | the weights and the bias |
# | $z$ | `z` | $(n{,})$ | the scores (logits): $z = Xw + b$ |
# | $\sigma$ | `sigmoid` | | the logistic function, from a score to a probability |
# | $p$ | `p` | $(n{,})$ | the probabilities of the answer 1: $p = \sigma(z)$ |
# | $y$ | `y` | $(n{,})$ | the targets: the true answers, each 1.0 or 0.0 |
# | $L$ | | scalar | the loss: what the examples cost, as a mean |
# | $\partial L / \partial w,\ \partial L / \partial b$ | `grad_w`, `grad_b` | $(d{,})$, scalar | the gradient of the loss |
# | $\alpha$ | `lr` | scalar | the learning rate |
# | $t$ | `threshold` | scalar | the probability from which on the answer is yes |
# | $\text{label}$ | | $(n{,})$ | the answers that the model gives: integers, 1 or 0 |
#
# The index $i$ counts examples and $m$ features. Where an example stands alone, its index is left out. $\log$ is the natural logarithm.

# %% [markdown]
# ## A worked example
#
# A penguin has a flipper of 21 cm and a bill of 4.5 cm. As features we take how far these are from 20 cm and from 4 cm: $x = (1, 0.5)$.
# A model with $w = (2, 1)$ and $b = -0.5$ asks whether it is a Gentoo:
#
# $$z = w \cdot x + b, \qquad p = \frac{1}{1 + e^{-z}}$$
#
# If it is one, the model is charged $-\log p$. If it is not, it is charged $-\log(1 - p)$. The cell computes each number. It checks that the
# **odds**, $p / (1 - p)$, are $e^z$, and that the two charges differ by the score.

# %%
x = np.array([1.0, 0.5])
w = np.array([2.0, 1.0])
b = -0.5
z = w @ x + b
p = 1 / (1 + np.exp(-z))
charge_if_yes = -np.log(p)
charge_if_no = -np.log(1 - p)
print("score               ", z)
print("probability of a yes", p.round(4))
print("odds                ", (p / (1 - p)).round(4))
print("charge if yes       ", charge_if_yes.round(4))
print("charge if no        ", charge_if_no.round(4))
assert abs(p / (1 - p) - np.exp(z)) < 1e-12
assert abs(charge_if_no - charge_if_yes - z) < 1e-12

# %% [markdown]
# ## Exercise 1: the sigmoid
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}} = \frac{e^{z}}{1 + e^{z}}$$
#
# **Why so.** Let the score be the logarithm of the odds, $z = \log \frac{p}{1 - p}$. Then $e^z (1 - p) = p$. Solved for $p$, this is the second form; dividing
# numerator and denominator by $e^z$ gives the first. A score of 0 means even odds, $p = \tfrac12$, and each further 1 of score multiplies the odds by $e$.
#
# **What goes wrong.** Two things, and the next cell shows both.
#
# - The exponential of a large number overflows: NumPy warns and gives `inf`. Each form of the formula has a sign of $z$ for
#   which this happens. So use for each score the form whose exponent is not positive. (`np.where` picks from two results, but
#   both have been computed by then, and one of them has warned.)
# - A tiny probability is a number like any other. On paper $\sigma(-700) = 1 - \sigma(700)$, but in code the right side takes
#   from 1 a number that has been rounded to 1. All digits of the result are lost.

# %%
with np.errstate(over="ignore"):
    print(f"exponential of 700    {np.exp(700.0):.4g}")
    print(f"exponential of 1000   {np.exp(1000.0):.4g}")
print(f"1/(1 + e^700)         {1 / (1 + np.exp(700.0)):.4g}")
print(f"1 - 1/(1 + e^-700)    {1 - 1 / (1 + np.exp(-700.0)):.4g}")

# %% [markdown]
# Your `sigmoid` works for every entry of an array of any shape: $(n{,})$, $(n, k)$, also $()$, a single number, and $(0{,})$, no entry at all. For
# $|z| \le 700$ its relative error is at most $10^{-9}$, and scores of $\pm 1000$ give no warning.

# %% [markdown] hints="sigmoid"
# 1. Which sign of z makes `np.exp(-z)` huge? How large can the exponential of −|z| become?
# 2. One exponential is enough for both forms: e = exp(−|z|). Where z ≥ 0 the result is 1/(1 + e). What is it in terms of the same e where z < 0?
# 3. Three steps: the exponential of minus `np.abs(z)`; a numerator that `np.where` picks by the sign of z; the quotient.

# %% answer="sigmoid"
def sigmoid(z):
    """p = 1/(1 + exp(−z)), for each entry.

    z : scores, an array of any shape
    returns probabilities of the same shape
    """
    ### BEGIN SOLUTION
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1.0 + e)
    ### END SOLUTION

# %%
check(sigmoid)

# %% test="sigmoid_of_log_odds"
# Odds of 1 to 3, 1 to 1 and 4 to 1 are the probabilities 1/4, 1/2 and 4/5.
got = sigmoid(np.log([1 / 3, 1.0, 4.0]))
expected = np.array([0.25, 0.5, 0.8])
assert close(got, expected), difference(got, expected)

# %% test="sigmoid_keeps_the_shape"
# A table of scores gives a table of probabilities, each from its own score.
got = sigmoid(np.log([[1.0, 3.0], [0.25, 1.0], [9.0, 1 / 9]]))
expected = np.array([[0.5, 0.75], [0.2, 0.5], [0.9, 0.1]])
assert close(got, expected), difference(got, expected)

# %% test="sigmoid_survives_large_scores"
# Scores of ±1000 give 1 and 0, and NumPy has nothing to warn of.
import warnings
with warnings.catch_warnings():
    warnings.simplefilter("error", RuntimeWarning)
    got = sigmoid(np.array([1000.0, -1000.0]))
expected = np.array([1.0, 0.0])
assert close(got, expected), difference(got, expected)

# %% test="sigmoid_keeps_tiny_probabilities"
# At a score of −700 the logarithm of the probability is −700: it is not 0.
got = np.log(sigmoid(np.array([-700.0])))
expected = np.array([-700.0])
assert close(got, expected), difference(got, expected)

# %% hidden="sigmoid_equals_the_formula" points=1
# For moderate scores the result is the formula, entry by entry.
rng = np.random.default_rng(401)
for shape in [(6,), (3, 4), (1, 1), (2, 1, 3)]:
    z = rng.normal(size=shape) * 3
    expected = np.zeros(shape)
    for place in np.ndindex(shape):
        expected[place] = 1 / (1 + np.exp(-z[place]))
    got = sigmoid(z)
    assert close(got, expected), difference(got, expected)

# %% hidden="sigmoid_keeps_its_digits" points=2
# For scores from −700 to 700 the relative error is at most 1e-9.
from decimal import Decimal
z = np.array([
    -700.0, -699.5, -512.25, -300.0, -100.0, -50.0, -37.5, -36.0, -20.0,
    -8.0, -0.5, 0.0, 0.5, 8.0, 20.0, 36.0, 50.0, 300.0, 700.0,
])
expected = [float(1 / (1 + (-Decimal(score)).exp())) for score in z.tolist()]
expected = np.array(expected)
got = sigmoid(z)
assert close(got, expected, rtol=1e-9, atol=0.0), difference(got, expected)

# %% hidden="sigmoid_has_nothing_to_warn_of" points=1
# Scores of ±1000 give 1 and 0 without a warning, alone and among others.
import warnings
z = np.array([1000.0, 0.0, -1000.0, 850.0, -850.0])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    got = sigmoid(z)
    low = sigmoid(np.array([[-1000.0]]))
    high = sigmoid(np.array([[1000.0]]))
kinds = [each.category.__name__ for each in caught]
assert "RuntimeWarning" not in kinds, str(caught[0].message)
expected = np.array([1.0, 0.5, 0.0, 1.0, 0.0])
assert close(got, expected), difference(got, expected)
assert close(low, np.array([[0.0]])), difference(low, np.array([[0.0]]))
assert close(high, np.array([[1.0]])), difference(high, np.array([[1.0]]))

# %% hidden="sigmoid_takes_any_shape" points=1
# An array of any shape gives float64 of that shape, a single number or no entry included.
for shape in [(), (1,), (4,), (2, 3), (2, 1, 3), (0,), (2, 0)]:
    got = sigmoid(np.full(shape, np.log(3.0)))
    expected = np.full(shape, 0.75)
    assert close(got, expected), difference(got, expected)
    assert np.asarray(got).dtype == np.float64
got = sigmoid(np.array(-np.log(4.0)))
assert close(got, 0.2), difference(got, 0.2)

# %% hidden="sigmoid_leaves_its_argument_alone" points=1
# The scores are the same afterwards, and the results for z and −z add up to 1.
z = np.array([[1.5, -2.0, 0.0], [4.0, -0.5, 3.0]])
before = z.copy()
got = sigmoid(z)
assert np.array_equal(z, before)
assert isinstance(got, np.ndarray)
assert got.shape == (2, 3)
assert np.array_equal(got > 0.5, before > 0)
sums = got + sigmoid(-before)
assert close(sums, np.ones((2, 3))), difference(sums, np.ones((2, 3)))
far = np.array([1000.0, 30.0, -750.0, -1000.0])
sigmoid(far)
assert np.array_equal(far, [1000.0, 30.0, -750.0, -1000.0])

# %% [markdown]
# ## Exercise 2: binary cross-entropy
#
# Example $i$ was said to be a yes with probability $p_i$, so it was said to be a no with probability $1 - p_i$. Charge it the negative
# logarithm of the probability that was given to what is true. The loss is the mean charge:
#
# $$L = \frac1n \sum_{i=1}^{n} \bigl( -y_i \log p_i - (1 - y_i) \log(1 - p_i) \bigr)$$
#
# **Why so.** Each $y_i$ is 1 or 0, so one of the two terms vanishes and the other is the charge. The truth with probability 1 costs nothing.
# Each time the probability of the truth is halved, the charge grows by $\log 2$, without end. The cell prints some charges: to be a little
# surer earns little if you are right, and costs much if you are wrong.
#
# **What goes wrong.** A probability can round to exactly 0 or 1. Then `np.log(0)` is $-\infty$, and `0 * np.log(0)` is `nan`, even where the prediction was
# right. So clip first: what is below $10^{-12}$ counts as $10^{-12}$, what is above $1 - 10^{-12}$ counts as $1 - 10^{-12}$, and all else stays as it is.

# %%
print("said      if yes    if no")
for said in [0.5, 0.75, 0.9, 0.99, 0.999, 0.9999]:
    print(f"{said:<8}{-np.log(said):8.4f}{-np.log(1 - said):9.4f}")

# %% [markdown] hints="binary_cross_entropy"
# 1. Compute the charge of one example by hand, once for y = 1 and once for y = 0. Which term is left?
# 2. Clip the probabilities at both ends into a new array. Both logarithms use the clipped ones.
# 3. `np.clip` takes an array, a low and a high end. Then one line: both terms of the formula, each with its minus, for all examples at once, and their mean.

# %% answer="binary_cross_entropy"
def binary_cross_entropy(y, p):
    """L = (1/n) Σᵢ (−y[i]·log p[i] − (1 − y[i])·log(1 − p[i])).

    p is clipped to [1e-12, 1 − 1e-12] first.

    y : targets, each 0.0 or 1.0, shape (n,)
    p : probabilities of the answer 1, shape (n,)
    returns the mean loss, a float
    """
    ### BEGIN SOLUTION
    kept = np.clip(p, 1e-12, 1 - 1e-12)
    return float(np.mean(-y * np.log(kept) - (1 - y) * np.log(1 - kept)))
    ### END SOLUTION

# %%
check(binary_cross_entropy)

# %% test="binary_cross_entropy_of_a_yes"
# A yes that was given the probability 1/4 costs log 4.
got = binary_cross_entropy(np.array([1.0]), np.array([0.25]))
expected = np.log(4.0)
assert close(got, expected), difference(got, expected)

# %% test="binary_cross_entropy_of_a_no"
# A no, where a yes was given the probability 7/8, costs log 8.
got = binary_cross_entropy(np.array([0.0]), np.array([0.875]))
expected = np.log(8.0)
assert close(got, expected), difference(got, expected)

# %% test="binary_cross_entropy_is_a_mean"
# Three examples that cost log 2, log 4 and log 8 cost log 4 on average.
y = np.array([1.0, 0.0, 1.0])
got = binary_cross_entropy(y, np.array([0.5, 0.75, 0.125]))
expected = np.log(4.0)
assert close(got, expected), difference(got, expected)

# %% test="binary_cross_entropy_of_sure_and_wrong"
# Sure and wrong, at either end, costs −log 1e-12, which is finite.
got = binary_cross_entropy(np.array([1.0, 0.0]), np.array([0.0, 1.0]))
expected = -np.log(1e-12)
assert close(got, expected, rtol=1e-5), difference(got, expected)

# %% test="binary_cross_entropy_of_sure_and_right"
# Sure and right costs next to nothing, at either end.
got = binary_cross_entropy(np.array([1.0, 0.0]), np.array([1.0, 0.0]))
expected = 0.0
assert close(got, expected, atol=1e-11), difference(got, expected)

# %% hidden="binary_cross_entropy_equals_the_formula" points=1
# For any examples it is the mean of −log of the probability of what is true.
rng = np.random.default_rng(411)
for n in [1, 2, 3, 5, 12]:
    y = rng.integers(0, 2, size=n).astype(float)
    p = rng.uniform(0.03, 0.97, size=n)
    expected = 0.0
    for i in range(n):
        truth = p[i] if y[i] == 1 else 1 - p[i]
        expected = expected - np.log(truth) / n
    got = binary_cross_entropy(y, p)
    assert close(got, expected), difference(got, expected)

# %% hidden="binary_cross_entropy_clips_both_ends" points=1
# Probabilities of 0 and 1, and those nearer to them than 1e-12, are clipped, right or wrong.
most = -np.log(1e-12)
for said, answer in [(0.0, 1.0), (1.0, 0.0), (2.0**-70, 1.0), (1 - 2.0**-53, 0.0)]:
    got = binary_cross_entropy(np.array([answer]), np.array([said]))
    assert close(got, most, rtol=1e-5), difference(got, most)
    got = binary_cross_entropy(np.array([1 - answer]), np.array([said]))
    assert close(got, 0.0, atol=1e-11), difference(got, 0.0)
y = np.array([1.0, 0.0, 1.0, 0.0])
got = binary_cross_entropy(y, np.array([0.0, 0.0, 1.0, 1.0]))
assert close(got, most / 2, rtol=1e-5), difference(got, most / 2)

# %% hidden="binary_cross_entropy_changes_nothing_else" points=1
# Probabilities of 1e-9 and of 1 − 2⁻³⁰ are not touched by the clip.
got = binary_cross_entropy(np.array([1.0]), np.array([1e-9]))
expected = 9 * np.log(10.0)
assert close(got, expected, rtol=1e-7), difference(got, expected)
got = binary_cross_entropy(np.array([0.0]), np.array([1.0 - 2.0**-30]))
expected = 30 * np.log(2.0)
assert close(got, expected, rtol=1e-7), difference(got, expected)

# %% hidden="binary_cross_entropy_leaves_its_arguments_alone" points=1
# Targets and probabilities stay the same, and the loss is a single number, large for a sure mistake.
y = np.array([1.0, 0.0, 0.0, 1.0])
p = np.array([0.0, 1.0, 0.25, 1.0])
before = y.copy(), p.copy()
got = binary_cross_entropy(y, p)
assert np.ndim(got) == 0
assert 13 < got < 15
assert np.array_equal(y, before[0])
assert np.array_equal(p, before[1])

# %% [markdown]
# ## Exercise 3: the same loss from scores
#
# In training one has scores. Put $p = \sigma(z)$ into the two charges: $-\log p = \log(1 + e^{-z})$, and $-\log(1 - p) = \log(1 + e^{z})$. The first is the
# second minus $z$, since $\log(1 + e^{-z}) = \log\bigl(e^{-z}(e^{z} + 1)\bigr)$. So one formula serves both answers:
#
# $$L = \frac1n \sum_{i=1}^{n} \bigl( \log(1 + e^{z_i}) - y_i z_i \bigr)$$
#
# **Why so.** It is the same loss without the detour. A $p$ near 1 is rounded when it is stored. The error is tiny, but $1 - p$ is tiny too,
# and then the error can be all that is left of it. The cell shows this for the scores 35 and 40 and the answer no. The true charge is the score itself, to 15 digits.
#
# **What goes wrong.** $e^{1000}$ overflows here, too. Take the larger of $0$ and $z$ out of the logarithm:
#
# $$\log(1 + e^{z}) = \max(z, 0) + \log(1 + e^{-|z|})$$
#
# Now no exponent is positive, and nothing needs a clip: a score of 1000 for a wrong answer costs 1000.

# %%
for score in [35.0, 40.0]:
    rounded = 1 / (1 + np.exp(-score))
    with np.errstate(divide="ignore"):
        through_p = -np.log(1 - rounded)
    print(f"score {score:g}:  1 - p = {1 - rounded:.4g},"
          f"  charge through p {through_p:.4f}")

# %% [markdown] hints="bce_with_logits"
# 1. Which of the two terms of the formula can overflow, and for which scores?
# 2. Write down the charge of one example with max(z, 0) and exp(−|z|) in it. No probability appears.
# 3. One line: `np.maximum`, then `np.log1p` of one exponential, then the product of y and z, and the mean of it all. NumPy also has `np.logaddexp`, for the logarithm of a sum of two exponentials: what is 1 as an exponential?

# %% answer="bce_with_logits"
def bce_with_logits(y, z):
    """L = (1/n) Σᵢ (log(1 + exp(z[i])) − y[i]·z[i]), never clipped.

    y : targets, each 0.0 or 1.0, shape (n,)
    z : scores, shape (n,)
    returns the mean loss, a float
    """
    ### BEGIN SOLUTION
    return float(np.mean(np.logaddexp(0.0, z) - y * z))
    ### END SOLUTION

# %%
check(bce_with_logits)

# %% test="bce_with_logits_of_log_odds"
# Odds of 3 to 1 and a yes cost log 4/3, odds of 7 to 1 and a no cost log 8.
z = np.log([3.0, 7.0])
got = bce_with_logits(np.array([1.0, 0.0]), z)
expected = (np.log(4 / 3) + np.log(8.0)) / 2
assert close(got, expected), difference(got, expected)

# %% test="bce_with_logits_of_a_yes"
# A yes with odds of 1 to 7 costs log 8.
got = bce_with_logits(np.array([1.0]), np.log([1 / 7]))
expected = np.log(8.0)
assert close(got, expected), difference(got, expected)

# %% test="bce_with_logits_keeps_its_digits"
# A score of 35 and the answer no cost 35, to 15 digits.
got = bce_with_logits(np.array([0.0]), np.array([35.0]))
expected = 35.0
assert close(got, expected), difference(got, expected)

# %% test="bce_with_logits_is_not_clipped"
# Of four scores of ±1000 two are wrong: 500 on average.
y = np.array([1.0, 1.0, 0.0, 0.0])
got = bce_with_logits(y, np.array([1000.0, -1000.0, 1000.0, -1000.0]))
expected = 500.0
assert close(got, expected), difference(got, expected)

# %% hidden="bce_with_logits_equals_the_formula" points=1
# For any examples it is the mean of −log of the probability of what is true.
rng = np.random.default_rng(421)
for n in [1, 2, 3, 7, 12]:
    y = rng.integers(0, 2, size=n).astype(float)
    z = rng.normal(size=n) * 3
    expected = 0.0
    for i in range(n):
        odds_against = np.exp(-z[i]) if y[i] == 1 else np.exp(z[i])
        expected = expected + np.log(1 + odds_against) / n
    got = bce_with_logits(y, z)
    assert close(got, expected), difference(got, expected)

# %% hidden="bce_with_logits_keeps_its_digits_everywhere" points=2
# For scores up to ±1000 the absolute error is at most 1e-12.
from decimal import Decimal
for size in [0.0, 0.5, 5.0, 20.0, 25.0, 36.5, 40.0, 100.0, 700.0, 1000.0]:
    for score in (size, -size):
        more = (1 + Decimal(score).exp()).ln()
        for answer in (0.0, 1.0):
            expected = float(more - Decimal(answer * score))
            got = bce_with_logits(np.array([answer]), np.array([score]))
            said = difference(got, expected)
            assert close(got, expected, rtol=0.0, atol=1e-12), said

# %% hidden="bce_with_logits_is_never_clipped" points=1
# A sure mistake that grows by 1 costs 1 more, however sure it was.
for score in [30.0, 60.0, 250.0, 999.0]:
    for answer, sign in [(0.0, 1.0), (1.0, -1.0)]:
        y = np.array([answer, answer])
        less = bce_with_logits(y, np.full(2, sign * score))
        more = bce_with_logits(y, np.full(2, sign * (score + 1)))
        assert close(more - less, 1.0), difference(more - less, 1.0)

# %% hidden="bce_with_logits_leaves_its_arguments_alone" points=1
# Targets and scores stay the same, and the loss is a single number.
y = np.array([1.0, 0.0, 0.0])
z = np.array([-2.0, -1000.0, 40.0])
before = y.copy(), z.copy()
got = bce_with_logits(y, z)
assert np.ndim(got) == 0
assert 14 < got < 14.1
assert np.array_equal(y, before[0])
assert np.array_equal(z, before[1])

# %% [markdown]
# ## Play: the price of being sure
#
# Left: your `sigmoid` at the score $z$, and in green the gap $p - y$ between what was said and what is true. Right: what one example costs, by your two
# losses. The blue line ($y = 1$) and the orange line ($y = 0$) are your `bce_with_logits`. The broad grey band is your `binary_cross_entropy` of $p = \sigma(z)$, for
# the answer $y$ that you set. The green line touches the charge at $z$, and its slope is the gap on the left.
#
# - Set $y = 0$ and raise $z$ from 0 to 10. How does the charge grow at first, and how later? What does the gap do meanwhile?
# - Go on to 40. From which score on do the two losses part, and which of them still notices that the mistake gets worse?
# - Set $z = 0$ and change $y$. Why does the charge stay the same?

# %%
pictures.price_of_being_sure(sigmoid, binary_cross_entropy, bce_with_logits)

# %% [markdown]
# ## Exercise 4: the gradient
#
# How does the loss change when a weight changes a little? First the charge of one example, by its score:
#
# $$\frac{\partial}{\partial z_i} \bigl( \log(1 + e^{z_i}) - y_i z_i \bigr) = \frac{e^{z_i}}{1 + e^{z_i}} - y_i = p_i - y_i$$
#
# The fraction is the sigmoid in its second form. Then the score by the weights. As $z_i = \sum_m X_{im} w_m + b$, its slope is $X_{im}$ for the weight $w_m$
# and 1 for the bias. By the chain rule the two slopes are multiplied, and the mean over the examples is
#
# $$\frac{\partial L}{\partial w} = \frac1n X^{\top} (p - y), \qquad \frac{\partial L}{\partial b} = \frac1n \sum_{i=1}^{n} (p_i - y_i), \qquad p = \sigma(Xw + b)$$
#
# **Why so.** Each example pulls at the weights with its features, as strongly as its prediction was wrong. It is the gradient of
# `least_squares` with $p$ where $Xw$ was, and with a mean where the sum was.
#
# **What goes wrong.** The slope of the sigmoid, $p(1 - p)$, is not in the result: the logarithm has cancelled it. Writing it once more would switch off
# the learning from sure mistakes, where it is nearly 0. And the sum runs over the examples, so there is one number for each weight, and
# a single number for the bias.

# %% [markdown] hints="logistic_gradient"
# 1. Which three things does the formula need, and in which order can they be computed: gaps, scores, probabilities?
# 2. The gaps p − y have the shape (n,). Which product of them with X has the shape (d,)?
# 3. Scores with `@` and the bias, your `sigmoid`, the gaps. Then two results: a product with `X.T`, divided by n, and a mean. Return both, separated by a comma.

# %% answer="logistic_gradient"
def logistic_gradient(X, w, b, y):
    """∂L/∂w = Xᵀ·(p − y)/n and ∂L/∂b = Σᵢ (p[i] − y[i])/n, p = sigmoid(X·w + b).

    X : features, shape (n, d)
    w : weights, shape (d,)
    b : bias, a number
    y : targets, each 0.0 or 1.0, shape (n,)
    returns the pair (grad_w, grad_b): shape (d,) and a float
    """
    ### BEGIN SOLUTION
    gaps = sigmoid(X @ w + b) - y
    return X.T @ gaps / len(y), float(np.mean(gaps))
    ### END SOLUTION

# %%
check(logistic_gradient)

# %% test="logistic_gradient_at_zero"
# With w = 0 and b = 0 every p is 1/2, so the gaps are −1/2, 1/2 and −1/2.
X = np.array([[1.0, 2.0], [3.0, -1.0], [0.0, 1.0]])
got = logistic_gradient(X, np.zeros(2), 0.0, np.array([1.0, 0.0, 1.0]))
expected = (np.array([1 / 3, -2 / 3]), -1 / 6)
assert close(got, expected), difference(got, expected)

# %% test="logistic_gradient_uses_weights_and_bias"
# Scores of log 3 and −log 3 mean p = 3/4 and 1/4. Both answers are yes.
X = np.array([[1.0, 1.0], [0.0, 1.0]])
w, b = np.log(9.0) * np.array([1.0, -1.0]), np.log(3.0)
got = logistic_gradient(X, w, b, np.array([1.0, 1.0]))
expected = (np.array([-0.125, -0.5]), -0.5)
assert close(got, expected), difference(got, expected)

# %% test="logistic_gradient_of_one_example"
# One example with one feature: a vector of one entry and a single number.
got = logistic_gradient(
    np.array([[4.0]]), np.array([0.0]), 0.0, np.array([0.0])
)
expected = (np.array([2.0]), 0.5)
assert close(got, expected), difference(got, expected)

# %% hidden="logistic_gradient_of_w_matches_central_differences" points=2
# Each entry of the gradient of the weights is the slope of the mean loss along one weight.
rng = np.random.default_rng(431)
for n, d in [(6, 3), (3, 3), (2, 4)]:
    X, w, b = rng.normal(size=(n, d)), rng.normal(size=d), 0.75
    y = np.arange(n) % 2 * 1.0
    def mean_loss(weights):
        odds = np.exp(X @ weights + b)
        return np.mean(np.log(1 + odds) - y * np.log(odds))
    expected = np.zeros(d)
    for m in range(d):
        step = np.zeros(d)
        step[m] = 1e-6
        expected[m] = (mean_loss(w + step) - mean_loss(w - step)) / 2e-6
    grad_w, grad_b = logistic_gradient(X, w, b, y)
    said = difference(grad_w, expected)
    assert close(grad_w, expected, rtol=1e-5, atol=1e-8), said

# %% hidden="logistic_gradient_of_b_matches_central_differences" points=1
# The gradient of the bias is the slope of the mean loss along it, a single number.
rng = np.random.default_rng(432)
for n, d in [(6, 3), (3, 3), (1, 2), (5, 1)]:
    X, w, b = rng.normal(size=(n, d)), rng.normal(size=d), -0.5
    y = (np.arange(n) + 1) % 2 * 1.0
    scores = X @ w
    def mean_loss(bias):
        odds = np.exp(scores + bias)
        return np.mean(np.log(1 + odds) - y * np.log(odds))
    expected = (mean_loss(b + 1e-6) - mean_loss(b - 1e-6)) / 2e-6
    grad_w, grad_b = logistic_gradient(X, w, b, y)
    said = difference(grad_b, expected)
    assert close(grad_b, expected, rtol=1e-5, atol=1e-8), said

# %% hidden="logistic_gradient_is_a_mean_over_examples" points=1
# For any n and d it is the mean of what each example gives by itself.
rng = np.random.default_rng(433)
for n, d in [(1, 1), (1, 3), (4, 1), (3, 3), (5, 2), (2, 6)]:
    X, w, b = rng.normal(size=(n, d)), rng.normal(size=d), 0.25
    y = rng.integers(0, 2, size=n).astype(float)
    for_w, for_b = np.zeros(d), 0.0
    for i in range(n):
        score = b + sum(X[i, m] * w[m] for m in range(d))
        gap = 1 / (1 + np.exp(-score)) - y[i]
        for_b += gap / n
        for m in range(d):
            for_w[m] += gap * X[i, m] / n
    grad_w, grad_b = logistic_gradient(X, w, b, y)
    assert close(grad_w, for_w), difference(grad_w, for_w)
    assert close(grad_b, for_b), difference(grad_b, for_b)

# %% hidden="logistic_gradient_hears_sure_mistakes" points=1
# For scores of ±1000 the gap of a mistake is ±1 and that of a right answer 0.
X = np.array([[1000.0, 1.0], [-1000.0, 2.0], [1000.0, 3.0], [-1000.0, 4.0]])
y = np.array([0.0, 0.0, 1.0, 1.0])
grad_w, grad_b = logistic_gradient(X, np.array([1.0, 0.0]), 0.0, y)
expected = np.array([500.0, -0.75])
assert close(grad_w, expected), difference(grad_w, expected)
assert close(grad_b, 0.0), difference(grad_b, 0.0)

# %% hidden="logistic_gradient_leaves_its_arguments_alone" points=1
# The arguments stay the same; the pair is a float64 array of shape (d,) and a number.
X = np.array([[1.0, 2.0, -1.0], [0.5, -3.0, 2.0]])
w = np.array([0.5, -1.0, 0.25])
y = np.array([1.0, 0.0])
before = X.copy(), w.copy(), y.copy()
grad_w, grad_b = logistic_gradient(X, w, 0.5, y)
assert isinstance(grad_w, np.ndarray)
assert grad_w.shape == (3,)
assert grad_w.dtype == np.float64
assert np.ndim(grad_b) == 0
assert np.array_equal(np.sign(grad_w), [-1.0, -1.0, 1.0])
assert 0 < grad_b < 0.25
assert np.array_equal(X, before[0])
assert np.array_equal(w, before[1])
assert np.array_equal(y, before[2])

# %% [markdown]
# ## Exercise 5: learn from the examples
#
# Start from $w = 0$ and $b = 0$. Then repeat, `steps` times:
#
# $$w \leftarrow w - \alpha \frac{\partial L}{\partial w}, \qquad b \leftarrow b - \alpha \frac{\partial L}{\partial b}$$
#
# Both gradients are taken at the same $w$ and $b$, before either changes. Keep the loss by `bce_with_logits` before the first step and after every step: that
# is `steps + 1` losses.
#
# **Why so.** A gradient points where the loss grows fastest, so each step goes the other way, as in `least_squares`. The first loss needs no
# data: all scores are 0, all probabilities $\tfrac12$, and whatever the answer is, it costs $\log 2$. A loss that does not start there shows a mistake
# before any training.
#
# **What goes wrong.** If $b$ is updated with a gradient that has seen the new $w$, the step is no longer along the gradient of $L$. If the losses go through clipped probabilities,
# a training that gets worse and worse looks as if it had settled.

# %% [markdown] hints="fit_logistic"
# 1. What do you need before the loop starts, and what changes in each turn?
# 2. One turn: both gradients in one call, the new w, the new b, then the loss of the new ones. The loss of the zeros comes before the loop.
# 3. Collect the losses in a list, `for _ in range(steps)`, and make an array of the list at the end. The scores for a loss are `X @ w + b`.

# %% answer="fit_logistic"
def fit_logistic(X, y, lr, steps):
    """From w = 0, b = 0: w ← w − lr·∂L/∂w and b ← b − lr·∂L/∂b, steps times.

    X : features, shape (n, d)
    y : targets, each 0.0 or 1.0, shape (n,)
    lr : learning rate, a number
    steps : how many updates, a whole number ≥ 0
    returns (w, b, losses): shape (d,), a float, and an array of shape
        (steps + 1,), the loss before the first update and after each
    """
    ### BEGIN SOLUTION
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
        losses.append(bce_with_logits(y, X @ w + b))
    return w, b, np.array(losses)
    ### END SOLUTION

# %%
check(fit_logistic)

# %% test="fit_logistic_of_one_step"
# One step from zero with learning rate 3: w = −3·(1/3, −2/3) and b = −3·(−1/6).
X = np.array([[1.0, 2.0], [3.0, -1.0], [0.0, 1.0]])
w, b, losses = fit_logistic(X, np.array([1.0, 0.0, 1.0]), 3.0, 1)
got = (w, b)
expected = (np.array([-1.0, 2.0]), 0.5)
assert close(got, expected), difference(got, expected)

# %% test="fit_logistic_of_two_steps"
# One example, x = 1 and y = 1: after the first step z = 2, after the second more.
w, b, losses = fit_logistic(np.array([[1.0]]), np.array([1.0]), 2.0, 2)
step = 2 / (1 + np.exp(2.0))
got = (w, b)
expected = (np.array([1 + step]), 1 + step)
assert close(got, expected), difference(got, expected)

# %% test="fit_logistic_keeps_every_loss"
# Where there is nothing to learn, all 4 losses of 3 steps are log 2.
X = np.array([[0.0, 0.0], [0.0, 0.0]])
w, b, losses = fit_logistic(X, np.array([1.0, 0.0]), 1.0, 3)
got = losses
expected = np.full(4, np.log(2.0))
assert close(got, expected), difference(got, expected)

# %% test="fit_logistic_keeps_the_losses_in_order"
# The losses are those before the first step and after each: here z is 0, then 2.
w, b, losses = fit_logistic(np.array([[1.0]]), np.array([1.0]), 2.0, 1)
got = losses
expected = np.array([np.log(2.0), np.log(1 + np.exp(-2.0))])
assert close(got, expected), difference(got, expected)

# %% test="fit_logistic_shows_a_step_that_was_too_long"
# The step was too long: the scores are −100 and −200, and the loss is 50.
X = np.array([[10.0], [20.0]])
w, b, losses = fit_logistic(X, np.array([1.0, 0.0]), 4.0, 1)
got = losses
expected = np.array([np.log(2.0), 50.0])
assert close(got, expected), difference(got, expected)

# %% hidden="fit_logistic_takes_every_step" points=2
# For any n, d and number of steps, w and b are those of the steps done one by one.
rng = np.random.default_rng(441)
for n, d, lr, steps in [
    (5, 2, 0.5, 1), (6, 3, 0.25, 12), (4, 1, 1.5, 7),
    (1, 1, 0.5, 5), (2, 4, 0.75, 9), (3, 3, 1.0, 4), (9, 1, 40.0, 3),
]:
    X = rng.normal(size=(n, d))
    y = (np.arange(n) % 3 == 0) * 1.0
    for_w, for_b = [0.0] * d, 0.0
    for _ in range(steps):
        gaps = []
        for i in range(n):
            score = for_b + sum(X[i, m] * for_w[m] for m in range(d))
            gaps.append(1 / (1 + np.exp(-score)) - y[i])
        for_b = for_b - lr * sum(gaps) / n
        for m in range(d):
            slope = sum(gaps[i] * X[i, m] for i in range(n)) / n
            for_w[m] = for_w[m] - lr * slope
    w, b, losses = fit_logistic(X, y, lr, steps)
    assert close(w, np.array(for_w), rtol=1e-7), difference(w, np.array(for_w))
    assert close(b, for_b, rtol=1e-7), difference(b, for_b)

# %% hidden="fit_logistic_keeps_the_loss_of_every_step" points=2
# The losses are an array of steps + 1, each that of the w and b of its step, settled or not.
rng = np.random.default_rng(442)
X = rng.normal(size=(7, 2)) + 0.5
y = np.array([1.0, 0.0, 1.0, 1.0, 0.0, 1.0, 1.0])
w, b, losses = fit_logistic(X, y, 0.75, 6)
assert isinstance(losses, np.ndarray)
assert losses.shape == (7,)
assert losses.dtype == np.float64
assert close(losses[0], np.log(2.0)), difference(losses[0], np.log(2.0))
for steps in range(1, 7):
    w, b, fewer = fit_logistic(X, y, 0.75, steps)
    odds_against = np.exp((1 - 2 * y) * (X @ w + b))
    expected = np.mean(np.log(1 + odds_against))
    said = difference(losses[steps], expected)
    assert close(losses[steps], expected, rtol=1e-7), said
    assert close(fewer, losses[: steps + 1], rtol=1e-7)
assert np.all(np.diff(losses) < 0)
w, b, losses = fit_logistic(np.array([[6.0], [-6.0]]), np.array([1.0, 0.0]), 1.0, 4)
expected = np.array([np.log(2.0), 0.0, 0.0, 0.0, 0.0])
assert close(losses, expected, atol=1e-7), difference(losses, expected)
w, b, losses = fit_logistic(np.zeros((2, 3)), np.array([1.0, 0.0]), 1.0, 5)
expected = np.full(6, np.log(2.0))
assert close(losses, expected), difference(losses, expected)

# %% hidden="fit_logistic_shows_losses_beyond_any_clip" points=1
# Where a step is far too long, the losses say so in full.
X = np.array([[30.0], [60.0]])
w, b, losses = fit_logistic(X, np.array([1.0, 0.0]), 4.0, 1)
expected = np.array([np.log(2.0), 450.0])
assert close(losses, expected), difference(losses, expected)
w, b, losses = fit_logistic(-X, np.array([0.0, 1.0]), 4.0, 1)
expected = np.array([np.log(2.0), 450.0])
assert close(losses, expected), difference(losses, expected)

# %% hidden="fit_logistic_starts_from_zero" points=1
# Without a step w and b are 0 and the one loss is log 2; with one they are not.
X = np.array([[2.0, -1.0, 0.5], [1.0, 1.0, 4.0]])
y = np.array([0.0, 0.0])
w, b, losses = fit_logistic(X, y, 1.0, 1)
expected = np.array([-0.75, 0.0, -1.125])
assert close(w, expected), difference(w, expected)
assert close(b, -0.5), difference(b, -0.5)
w, b, losses = fit_logistic(X, y, 1.0, 0)
assert close(w, np.zeros(3)), difference(w, np.zeros(3))
assert close(b, 0.0), difference(b, 0.0)
assert close(losses, np.log([2.0])), difference(losses, np.log([2.0]))

# %% hidden="fit_logistic_leaves_its_arguments_alone" points=1
# Features and targets stay the same, and a second call gives the same once more.
X = np.array([[1.0, 2.0], [3.0, -1.0], [0.0, 1.0]])
y = np.array([1.0, 0.0, 1.0])
before = X.copy(), y.copy()
w, b, losses = fit_logistic(X, y, 3.0, 1)
again = fit_logistic(X, y, 3.0, 1)
assert np.array_equal(X, before[0])
assert np.array_equal(y, before[1])
expected = np.array([-1.0, 2.0])
for weights, bias in [(w, b), (again[0], again[1])]:
    assert close(weights, expected), difference(weights, expected)
    assert np.ndim(bias) == 0
    assert close(bias, 0.5), difference(bias, 0.5)

# %% [markdown]
# ## Exercise 6: from probabilities to answers
#
# In the end somebody wants a yes or a no. Say yes from a **threshold** $t$ on:
#
# $$\text{label}_i = \begin{cases} 1 & \text{if } p_i \ge t \\ 0 & \text{otherwise} \end{cases} \qquad p = \sigma(Xw + b)$$
#
# **Why so.** With $t = \tfrac12$ the likelier answer is given. If a wrong yes is worse than a wrong no, as when a healthy animal would be treated, a higher
# threshold asks for more certainty. The model stays the same.
#
# **What goes wrong.** The threshold is a probability, so it is compared with $p$ and not with the score. At $p = t$ exactly the answer is yes. A comparison gives `True`
# and `False`; what is wanted are the integers 1 and 0, which can be counted and compared with other labels.

# %% [markdown] hints="predict_label"
# 1. Which of your functions makes the probabilities, and of what?
# 2. One comparison gives all answers at once, as booleans. Which comparison counts equality as a yes?
# 3. One line: the comparison of the probabilities with the threshold, in brackets, then `.astype` with the kind of number that is wanted.

# %% answer="predict_label"
def predict_label(X, w, b, threshold=0.5):
    """label[i] = 1 if p[i] ≥ threshold else 0, with p = sigmoid(X·w + b).

    X : features, shape (n, d)
    w : weights, shape (d,)
    b : bias, a number
    threshold : the probability from which on the answer is yes
    returns integers 0 or 1, an array of shape (n,)
    """
    ### BEGIN SOLUTION
    return (sigmoid(X @ w + b) >= threshold).astype(int)
    ### END SOLUTION

# %%
check(predict_label)

# %% test="predict_label_at_one_half"
# Scores of 3, 0, −1 and 0.5: a score of 0 means p = 1/2, which is a yes.
X = np.array([[2.0, 1.0], [1.0, 2.0], [0.0, 1.0], [0.0, -0.5]])
got = predict_label(X, np.array([2.0, -1.0]), 0.0)
expected = np.array([1, 1, 0, 1])
assert close(got, expected), difference(got, expected)

# %% test="predict_label_at_other_thresholds"
# Probabilities 0.2, 0.4, 0.6, 0.8: only the last passes 0.7, three pass 0.3.
X = np.log([[1 / 4], [2 / 3], [3 / 2], [4.0]])
strict = predict_label(X, np.array([1.0]), 0.0, 0.7)
mild = predict_label(X, np.array([1.0]), 0.0, threshold=0.3)
got = (strict, mild)
expected = (np.array([0, 0, 0, 1]), np.array([0, 1, 1, 1]))
assert close(got, expected), difference(got, expected)

# %% test="predict_label_uses_the_bias"
# With b = 2 the scores 3 and 1.5 mean yes, with b = −2 they are −1 and −2.5.
X = np.array([[1.0], [-0.5]])
got = (
    predict_label(X, np.array([1.0]), 2.0),
    predict_label(X, np.array([1.0]), -2.0),
)
expected = (np.array([1, 1]), np.array([0, 0]))
assert close(got, expected), difference(got, expected)

# %% test="predict_label_gives_integers"
# The answers are the integers 1 and 0, not booleans and not floats.
labels = predict_label(np.array([[5.0], [-5.0]]), np.array([1.0]), 0.0)
kind = np.asarray(labels).dtype
got = "integers" if np.issubdtype(kind, np.integer) else f"values of {kind}"
expected = "integers"
assert got == expected, f"expected {expected}, got {got}"

# %% hidden="predict_label_equals_the_rule" points=1
# For any examples and thresholds each answer is that of its own probability.
rng = np.random.default_rng(451)
for n, d in [(8, 2), (1, 3), (6, 1), (3, 3), (2, 5)]:
    X = rng.integers(-3, 4, size=(n, d)).astype(float)
    w, b = np.arange(1.0, d + 1) * 0.5 - 1.25, 0.375
    for threshold in [0.05, 0.3, 0.5, 0.85]:
        expected = []
        for i in range(n):
            score = b + sum(X[i, m] * w[m] for m in range(d))
            probability = 1 / (1 + np.exp(-score))
            expected.append(1 if probability > threshold else 0)
        got = predict_label(X, w, b, threshold)
        assert close(got, np.array(expected)), difference(got, np.array(expected))

# %% hidden="predict_label_counts_the_threshold_as_yes" points=1
# A probability of exactly 1/2 is a yes; a score a little below 0 is a no.
little = 2.0**-10
X = np.array([
    [1.0, 2.0], [0.0, 0.0], [4.0, 8.0], [1.0, 2.0 + little], [0.0, -1.0]
])
w = np.array([2.0, -1.0])
expected = np.array([1, 1, 1, 0, 1])
got = predict_label(X, w, 0.0)
assert close(got, expected), difference(got, expected)
got = predict_label(X, w, 0.0, threshold=0.5)
assert close(got, expected), difference(got, expected)
got = predict_label(X, w, 0.5, 0.5)
expected = np.array([1, 1, 1, 1, 1])
assert close(got, expected), difference(got, expected)
got = predict_label(X, w, -0.5, 0.5)
expected = np.array([0, 0, 0, 0, 1])
assert close(got, expected), difference(got, expected)

# %% hidden="predict_label_compares_probabilities" points=1
# The threshold is a probability, for small and large scores, and 1/2 if not given.
X = np.array([[-1000.0], [-3.0], [-1.0], [0.25], [1.0], [3.0], [1000.0]])
w = np.array([1.0])
for threshold, yes in [(0.0, 7), (0.01, 6), (0.1, 5), (0.4, 4), (0.6, 3), (0.9, 2), (0.99, 1)]:
    expected = np.array([0] * (7 - yes) + [1] * yes)
    got = predict_label(X, w, 0.0, threshold)
    assert close(got, expected), difference(got, expected)
got = predict_label(X, w, 0.0)
expected = np.array([0, 0, 0, 1, 1, 1, 1])
assert close(got, expected), difference(got, expected)

# %% hidden="predict_label_gives_an_array_of_integers" points=1
# The answers are an array of integers of shape (n,), and the arguments stay the same.
X = np.array([[1.0, 2.0], [3.0, -1.0], [0.5, 1.0]])
w = np.array([1.0, -1.0])
before = X.copy(), w.copy()
got = predict_label(X, w, 0.25)
assert isinstance(got, np.ndarray)
assert np.issubdtype(got.dtype, np.integer)
assert got.tolist() == [0, 1, 0]
assert np.array_equal(X, before[0])
assert np.array_equal(w, before[1])
one = predict_label(X[1:2], w, 0.25)
assert np.shape(one) == (1,)
assert one.tolist() == [1]

# %% [markdown]
# ## Real birds: Adelie or Gentoo?
#
# Now your functions work together. The features are those of the worked example, for every Adelie and every Gentoo penguin in the data. The answer 1
# means Gentoo. The cell trains with your functions, counts the wrong answers, and looks for the bird that costs most.
#
# *The data: 333 Palmer penguins, measured by Kristen Gorman and the Palmer Station LTER, Antarctica. CC0.*

# %%
birds = penguins()
kept = birds["species"] != "Chinstrap"
flipper = birds["flipper_length_mm"][kept] / 10
bill = birds["bill_length_mm"][kept] / 10
X_birds = np.column_stack([flipper - 20, bill - 4])
y_birds = (birds["species"][kept] == "Gentoo").astype(float)
print(f"{len(y_birds)} birds, of which {y_birds.sum():.0f} are Gentoos")
try:
    w_birds, b_birds, losses = fit_logistic(X_birds, y_birds, 1.0, 200)
    wrong = predict_label(X_birds, w_birds, b_birds) != y_birds
    z_birds = X_birds @ w_birds + b_birds
    charges = np.array([
        bce_with_logits(y_birds[[i]], z_birds[[i]]) for i in range(len(y_birds))
    ])
    i = np.argmax(charges)
    print(f"loss before training {losses[0]:.4f}")
    print(f"     after 1 step    {losses[1]:.4f}")
    print(f"     after 200 steps {losses[200]:.4f}")
    print(f"weights {w_birds.round(2)}, bias {b_birds:.2f}")
    print(f"wrong answers: {wrong.sum()} of {len(wrong)}")
    print(f"the bird that costs most: flipper {flipper[i]:.1f} cm,"
          f" bill {bill[i]:.1f} cm, species {birds['species'][kept][i]}")
    print(f"    score {z_birds[i]:.2f}, charge {charges[i]:.2f},"
          f" share of all charges {charges[i] / charges.sum():.0%}")
except NotImplementedError:
    print("Write sigmoid, bce_with_logits, logistic_gradient, fit_logistic"
          " and predict_label first.")

# %% [markdown]
# Look at the last two lines. A long flipper speaks for a Gentoo. This bird has one and is an Adelie, so the model was rather sure and wrong. This one
# bird costs about a quarter of what all birds cost together.

# %% [markdown]
# ## In your own words
#
# Go back to the picture, under *Play: the price of being sure* (below exercise 3). Set $y = 1$ and $z = -40$, and read the two charges by your functions. Then move $z$ to
# $-35$ and read them again. Suppose the model learned from the slope of each charge. Explain in two or three sentences what it would learn from this example with
# `binary_cross_entropy`, what with `bce_with_logits`, and which slope your `logistic_gradient` uses here.
#
# *2 points, read by a person.*

# %%
whiteboard("logistic_in_your_words")

# %% [markdown] written="logistic_in_your_words" points=2
# The clipped charge is the same at both scores, as both probabilities are below the clip: its slope is 0, and the model would learn nothing from its worst mistake.
# The charge from scores falls from 40 to 35, so its slope is −1 there. This is $p - y$ with $p$ nearly 0 and $y = 1$, which is the gap that my gradient uses.
#
# *Rubric: 1 point for the flat clipped charge, from which nothing is learned; 1 point for the slope of about −1 from scores, recognised as p − y.*

# %% [markdown]
# ## Take away
#
# 1. The sigmoid turns a score, the logarithm of the odds, into a probability; compute it with exponents that are never positive.
# 2. A prediction costs $-\log$ of the probability it gave to the truth, so a confident mistake is expensive; compute it from scores, and nothing is clipped.
# 3. The gradient of the mean loss is $X^\top (p - y)/n$ for the weights and the mean of $p - y$ for the bias.
#
# **Notes:** what would you like to find here when you come back? They stay on your machine and are not handed in.

# %%
notes("logistic_bce")

# %% [markdown]
# **Before you go:** how was it? Change the values below, run the cell and save. This carries no points.

# %%
self_assessment(
    confidence=None,  # 1 (guessing) to 5 (I could explain it)
    hardest="",       # the hardest exercise, such as "bce_with_logits"
    difficulty=None,  # 1 (easy) to 5 (hard)
    minutes=None,     # how long it took, if you like to say
)

# %% [markdown]
# **Hand in:** save, press *Validate*, and submit as your course tells you. **Next:** `softmax`, which does for k classes what the sigmoid does for two.
