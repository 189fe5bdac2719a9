# ---
# jupyter:
#   course:
#     difficulty: 2
#     minutes: 75
#     needs: [least_squares]
#   jupytext:
#     notebook_metadata_filter: course
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Shrink weights with a penalty
#
# Least squares takes the weights that fit best, at any price. Where two features say almost the same, or where examples are few,
# the price is high: small errors in the targets change the weights by much, and new examples are predicted badly. **Ridge** makes large
# weights cost something. One number, $\lambda$, says how much.
#
# | | |
# |---|---|
# | **You will do** | write ridge, follow its weights as $\lambda$ grows, measure the shrinking, keep the intercept out of it, and choose $\lambda$ |
# | **You will learn** | what shrinks and by how much, why $\lambda > 0$ always has one answer, why training data cannot choose $\lambda$ |
# | **You need** | `least_squares`: the squared loss, its gradient, and the singular values of $X$ |
# | **Time, difficulty** | about 75 minutes, ●●○ |

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
# | $X, y$ | `X`, `y` | $(n, d)$, $(n{,})$ | features, a row is an example; targets |
# | $w, b$ | `w`, `b` | $(d{,})$, scalar | weights; the bias, also called the intercept |
# | $\lambda$ | `lam` | scalar | ridge strength, 0 or more (`lambda` is a reserved word of Python) |
# | | `lams` | list or array | several values of $\lambda$, in any order |
# | $w(\lambda)$ | | $(d{,})$ | the weights that ridge gives for $\lambda$ |
# | $\hat y$ | | $(n{,})$ | the predictions |
# | $I$ | `np.eye(d)` | $(d, d)$ | the identity matrix: 1 on the diagonal, 0 elsewhere |
# | $r$ | | | the smaller of $n$ and $d$ |
# | $s_1 \ge \dots \ge s_r$ | `s` | $(r{,})$ | the singular values of $X$, largest first |
# | $u_j, v_j$ | | $(n{,})$, $(d{,})$ | the directions that belong to $s_j$, of length 1 |
# | $f_j, \mathrm{df}(\lambda)$ | | scalar | the share that ridge keeps along $v_j$; the sum of these shares |
# | $\bar x, \bar y$ | | $(d{,})$, scalar | the mean of each feature, the mean of the targets |
# | $E(\lambda)$ | | scalar | the mean squared error of $w(\lambda)$ on validation data `X_val`, `y_val`, in exercise 7 |
#
# The index $i$ counts examples, $m$ features, $j$ singular values and $l$ values of $\lambda$. $\|a\|^2 = \sum_i a_i^2$ is the squared length of a vector.
# Only exercise 6 has an intercept. Elsewhere the prediction is $Xw$.

# %% [markdown]
# ## A worked example
#
# With one feature there is one weight $w$. **Ridge** adds to the squared loss a second term, the **penalty**:
#
# $$\tfrac12 \sum_{i} (x_i w - y_i)^2 + \tfrac12 \lambda w^2$$
#
# Its slope is $\sum_i x_i (x_i w - y_i) + \lambda w$. Set the slope to 0 and solve for $w$:
#
# $$w = \frac{\sum_i x_i y_i}{\sum_i x_i^2 + \lambda}$$
#
# The cell computes both sums, then the weight for four values of $\lambda$, and checks that the slope is 0 there. The weight is halved when
# $\lambda$ is as large as $\sum_i x_i^2$: whether a $\lambda$ is large or small depends on the features.

# %%
x = np.array([1.0, 2.0, 2.0])
y = np.array([2.0, 3.0, 5.0])
print("sum of x²  ", x @ x)
print("sum of x·y ", x @ y)
for lam in [0.0, 3.0, 9.0, 27.0]:
    weight = (x @ y) / (x @ x + lam)
    slope = x @ (x * weight - y) + lam * weight
    print(f"lam = {lam:4.1f}   w = {weight:.2f}   slope = {slope:.2f}")
    assert abs(slope) < 1e-12
assert (x @ y) / (x @ x + 9.0) == 0.5 * (x @ y) / (x @ x)

# %% [markdown]
# ## Exercise 1: ridge
#
# With $d$ features the **objective**, the sum that is to be minimised, is
#
# $$\tfrac12 \|Xw - y\|^2 + \tfrac12 \lambda \|w\|^2 \qquad\text{and its minimiser solves}\qquad (X^{\top} X + \lambda I)\, w = X^{\top} y$$
#
# **Why so.** At a minimum the gradient is 0. The squared loss has the gradient $X^{\top}(Xw - y)$, the penalty has $\lambda w$. Set
# their sum to 0 and bring what has $w$ to the left.
#
# **Why there is one answer.** Take any direction $v \ne 0$. Then $v^{\top} (X^{\top} X + \lambda I)\, v = \|Xv\|^2 + \lambda \|v\|^2$, and for $\lambda > 0$ this is
# positive. So the objective curves upwards in every direction: it has one lowest point, and the equation has one solution. This
# holds for $d > n$, too, where many weights fit equally well and least squares alone cannot decide. With $\lambda = 0$ the columns of $X$ must
# be independent.
#
# **What goes wrong.** `X.T @ X + lam` adds $\lambda$ to every entry of the matrix. In the formula it stands on the diagonal only.

# %% [markdown] hints="ridge"
# 1. In the worked example λ is added to one number, the sum of squares. Which matrix has taken the place of that number?
# 2. Build the matrix on the left and the vector on the right, then let NumPy solve the equation for w. Which shape must the identity have?
# 3. `np.linalg.solve(A, c)` gives the w with A·w = c. Here A has shape (d, d) and c has shape (d,); d is `X.shape[1]`.

# %% answer="ridge"
def ridge(X, y, lam):
    """The w that minimises ½‖X·w − y‖² + ½·lam·‖w‖²: (Xᵀ·X + lam·I)·w = Xᵀ·y.

    X : features, shape (n, d)
    y : targets, shape (n,)
    lam : ridge strength, > 0; or 0 where X has full column rank
    returns the weights, shape (d,)
    """
    ### BEGIN SOLUTION
    return np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)
    ### END SOLUTION

# %%
check(ridge)

# %% test="ridge_of_one_feature"
# One feature with sums 10 (of x²) and 20 (of x·y) gets the weight 1.25 for λ = 6.
X = np.array([[3.0], [1.0]])
got = ridge(X, np.array([4.0, 8.0]), 6.0)
expected = np.array([1.25])
assert close(got, expected), difference(got, expected)

# %% test="ridge_of_two_features"
# Two features that overlap: λ stands on the diagonal only.
X = np.array([[1.0, 1.0], [1.0, -1.0], [2.0, 1.0]])
got = ridge(X, np.array([0.0, 4.0, 4.0]), 1.0)
expected = np.array([2.0, -1.0])
assert close(got, expected), difference(got, expected)

# %% test="ridge_with_more_features_than_examples"
# One example with three features still has one answer for λ > 0.
got = ridge(np.array([[1.0, 2.0, 2.0]]), np.array([20.0]), 1.0)
expected = np.array([2.0, 4.0, 4.0])
assert close(got, expected), difference(got, expected)

# %% test="ridge_without_penalty"
# With λ = 0 it is least squares: targets made by the weights 3 and −2 give them back.
X = np.array([[1.0, 0.0], [1.0, 1.0], [0.0, 2.0]])
got = ridge(X, np.array([3.0, 1.0, -4.0]), 0.0)
expected = np.array([3.0, -2.0])
assert close(got, expected), difference(got, expected)

# %% hidden="ridge_is_least_squares_with_more_rows" points=1
# It is least squares with d more examples: √λ in one feature each, target 0.
rng = np.random.default_rng(301)
for n, d, lam in [
    (6, 2, 0.5), (4, 4, 3.0), (2, 5, 1.0), (1, 1, 2.0),
    (1, 4, 0.25), (7, 1, 10.0), (5, 3, 100.0),
]:
    X, y = rng.normal(size=(n, d)), rng.normal(size=n)
    more = np.vstack([X, np.sqrt(lam) * np.eye(d)])
    zeros = np.zeros(d)
    expected = np.linalg.lstsq(more, np.append(y, zeros), rcond=None)[0]
    got = ridge(X, y, lam)
    assert close(got, expected), difference(got, expected)

# %% hidden="ridge_is_the_lowest_point" points=1
# Any step s away from the result costs ½‖X·s‖² + ½λ‖s‖² more, never less.
rng = np.random.default_rng(302)
for n, d, lam in [(5, 3, 0.75), (3, 6, 2.0), (8, 2, 20.0)]:
    X, y = rng.normal(size=(n, d)), rng.normal(size=n)
    def cost(w):
        misfit = sum((X[i] @ w - y[i]) ** 2 for i in range(n))
        return 0.5 * misfit + 0.5 * lam * sum(w**2)
    w = np.asarray(ridge(X.copy(), y.copy(), lam))
    assert w.shape == (d,), f"expected shape ({d},), got {w.shape}"
    for _ in range(4):
        s = rng.normal(size=d)
        got = cost(w + s) - cost(w)
        expected = 0.5 * sum((X @ s) ** 2) + 0.5 * lam * sum(s**2)
        assert close(got, expected), difference(got, expected)

# %% hidden="ridge_of_equal_features" points=1
# Two equal features share one weight equally; a feature of zeros gets 0.
x = np.array([1.0, 2.0, 2.0])
y = np.array([2.0, 3.0, 5.0])
for lam, each in [(2.0, 0.9), (18.0, 0.5), (0.5, 18.0 / 18.5)]:
    got = ridge(np.column_stack([x, x]), y.copy(), lam)
    expected = np.array([each, each])
    assert close(got, expected), difference(got, expected)
got = ridge(np.column_stack([x, 0 * x, x]), y.copy(), 18.0)
expected = np.array([0.5, 0.0, 0.5])
assert close(got, expected), difference(got, expected)

# %% hidden="ridge_without_penalty_is_least_squares" points=1
# With λ = 0 it gives the weights of the targets, also with errors at right angles to all columns.
X = np.array([
    [2.0, 0.0, 1.0], [1.0, -1.0, 0.0], [0.0, 3.0, 1.0], [1.0, 1.0, -2.0],
])
for w in [[1.0, 2.0, 3.0], [-0.5, 4.0, 0.25]]:
    expected = np.array(w)
    y = np.array([sum(X[i, m] * w[m] for m in range(3)) for i in range(4)])
    for errors in [np.zeros(4), np.array([8.0, -17.0, -6.0, 1.0])]:
        got = ridge(X.copy(), y + errors, 0.0)
        assert close(got, expected), difference(got, expected)

# %% hidden="ridge_leaves_its_arguments_alone" points=1
# The arguments stay the same; the result is a float64 array of shape (d,) that shrinks the weights.
X = np.array([[3.0, 0.0], [0.0, 1.0], [0.0, 0.0]])
y = np.array([10.0, 4.0, 7.0])
before = X.copy(), y.copy()
got = ridge(X, y, 1.0)
assert isinstance(got, np.ndarray)
assert got.dtype == np.float64
expected = np.array([3.0, 2.0])
assert close(got, expected), difference(got, expected)
assert np.array_equal(X, before[0])
assert np.array_equal(y, before[1])

# %% [markdown]
# ## Exercise 2: the simplest case, X = I
#
# Let $X$ be the identity matrix, so that each target has a weight of its own, $n = d$. Then
#
# $$w = \frac{y}{1 + \lambda}$$
#
# **Why so.** $X^{\top} X + \lambda I$ is now $(1 + \lambda) I$, and $X^{\top} y$ is $y$. Every target is divided by the same number. Large weights
# lose more than small ones, but all keep the same share, and no $\lambda$ makes a weight exactly 0 where the target is not.
#
# **What goes wrong.** In Python, `y / 1 + lam` divides first and adds afterwards.

# %% [markdown] hints="ridge_identity"
# 1. What is left of the equation of exercise 1 when X is the identity?
# 2. No matrix is needed: one division, the same for every entry of y.
# 3. One expression. Put the whole denominator in parentheses.

# %% answer="ridge_identity"
def ridge_identity(y, lam):
    """w[m] = y[m] / (1 + lam): the answer of ridge for X = I.

    y : targets, shape (d,)
    lam : ridge strength, ≥ 0
    returns the weights, shape (d,)
    """
    ### BEGIN SOLUTION
    return y / (1 + lam)
    ### END SOLUTION

# %%
check(ridge_identity)

# %% test="ridge_identity_keeps_a_quarter"
# For λ = 3 a quarter of each target is left, whatever its sign.
got = ridge_identity(np.array([8.0, -4.0, 0.5, 12.0]), 3.0)
expected = np.array([2.0, -1.0, 0.125, 3.0])
assert close(got, expected), difference(got, expected)

# %% test="ridge_identity_without_penalty"
# For λ = 0 nothing shrinks: the weights are the targets.
got = ridge_identity(np.array([6.0, -2.0]), 0.0)
expected = np.array([6.0, -2.0])
assert close(got, expected), difference(got, expected)

# %% hidden="ridge_identity_is_ridge_of_the_identity" points=1
# For any targets it is least squares on I with √λ·I below it.
rng = np.random.default_rng(311)
for d, lam in [(1, 2.0), (3, 0.25), (5, 1.0), (4, 50.0)]:
    y = rng.normal(size=d) * 3
    more = np.vstack([np.eye(d), np.sqrt(lam) * np.eye(d)])
    zeros = np.zeros(d)
    expected = np.linalg.lstsq(more, np.append(y, zeros), rcond=None)[0]
    got = ridge_identity(y, lam)
    assert close(got, expected), difference(got, expected)

# %% hidden="ridge_identity_of_a_few_values" points=1
# With λ = 0 nothing changes, λ = 1 halves, λ = 0.25 keeps four fifths; 0 stays 0.
y = np.array([5.0, -10.0, 0.0, 0.625])
for lam, share in [(0.0, 1.0), (1.0, 0.5), (0.25, 0.8), (4.0, 0.2)]:
    got = ridge_identity(y.copy(), lam)
    expected = np.array([5.0 * share, -10.0 * share, 0.0, 0.625 * share])
    assert close(got, expected), difference(got, expected)

# %% hidden="ridge_identity_leaves_its_argument_alone" points=1
# The targets stay the same; the result is a float64 array of the same shape.
y = np.array([3.0, -1.5, 0.75])
got = ridge_identity(y, 2.0)
assert isinstance(got, np.ndarray)
assert got.dtype == np.float64
expected = np.array([1.0, -0.5, 0.25])
assert close(got, expected), difference(got, expected)
assert np.array_equal(y, [3.0, -1.5, 0.75])

# %% [markdown]
# ## Exercise 3: the path
#
# One $\lambda$ gives one point in the space of weights. Many values of $\lambda$ give a **path**. Collect it as an array, one row for each $\lambda$,
# in the order given:
#
# $$\text{row } l \text{ is } w(\lambda_l), \qquad w(\lambda) = \text{the answer of exercise 1 for } \lambda$$
#
# **Why so.** At $\lambda = 0$ the path begins at least squares. As $\lambda$ grows, the penalty weighs more against the loss, so the
# length $\|w(\lambda)\|$ never grows, and the path ends near 0.
#
# **What goes wrong.** A list of arrays is not yet an array. And the rows belong to `lams` as it was handed in: a sorted copy has the
# right rows in the wrong places.

# %% [markdown] hints="shrinkage_path"
# 1. How many rows and how many columns has the result, and what belongs in one row?
# 2. Call `ridge` once for each λ, in a loop or a comprehension, and keep the order.
# 3. `np.array` makes a list of m vectors of shape (d,) into an array of shape (m, d). The list can be written as `[... for value in lams]`.

# %% answer="shrinkage_path"
def shrinkage_path(X, y, lams):
    """Row l is the ridge answer for lams[l].

    X : features, shape (n, d)
    y : targets, shape (n,)
    lams : ridge strengths, a list or an array, in any order
    returns the weights, shape (len(lams), d)
    """
    ### BEGIN SOLUTION
    return np.array([ridge(X, y, value) for value in lams])
    ### END SOLUTION

# %%
check(shrinkage_path)

# %% test="shrinkage_path_in_the_order_given"
# Three values of λ in mixed order give their rows in the same order.
X = np.array([[2.0, 0.0], [0.0, 0.0], [0.0, 1.0]])
got = shrinkage_path(X, np.array([4.0, 9.0, 2.0]), [4.0, 0.0, 1.0])
expected = np.array([[1.0, 0.4], [2.0, 2.0], [1.6, 1.0]])
assert close(got, expected), difference(got, expected)

# %% test="shrinkage_path_of_an_array"
# The values of λ may stand in an array, and d may be larger than n.
X = np.array([[1.0, 2.0, 2.0]])
got = shrinkage_path(X, np.array([20.0]), np.array([1.0, 11.0]))
expected = np.array([[2.0, 4.0, 4.0], [1.0, 2.0, 2.0]])
assert close(got, expected), difference(got, expected)

# %% test="shrinkage_path_of_one_lambda"
# A single λ gives a single row, of shape (1, d).
X = np.array([[1.0, 1.0], [1.0, -1.0], [2.0, 1.0]])
got = shrinkage_path(X, np.array([0.0, 4.0, 4.0]), [1.0])
expected = np.array([[2.0, -1.0]])
assert close(got, expected), difference(got, expected)

# %% hidden="shrinkage_path_has_the_right_rows" points=1
# For any n, d and values of λ each row is the minimiser for its λ.
rng = np.random.default_rng(321)
for n, d, lams in [
    (6, 2, [0.5, 20.0, 3.0]), (2, 4, [1.0]), (5, 3, [7.0, 7.0, 0.1, 2.0]),
    (1, 1, [2.0, 0.25]), (3, 3, [9.0, 1.0, 4.0]), (4, 1, [0.5, 1.0]),
]:
    X, y = rng.normal(size=(n, d)), rng.normal(size=n)
    expected = np.zeros((len(lams), d))
    for l, lam in enumerate(lams):
        more = np.vstack([X, np.sqrt(lam) * np.eye(d)])
        targets = np.append(y, np.zeros(d))
        expected[l] = np.linalg.lstsq(more, targets, rcond=None)[0]
    got = shrinkage_path(X.copy(), y.copy(), list(lams))
    assert close(got, expected), difference(got, expected)
    got = shrinkage_path(X.copy(), y.copy(), np.array(lams))
    assert close(got, expected), difference(got, expected)

# %% hidden="shrinkage_path_keeps_the_order" points=1
# The values of λ backwards give the rows backwards; the first row is known.
X = np.array([[1.0, 0.0, 0.0], [0.0, 2.0, 0.0], [0.0, 0.0, 3.0]])
y = np.array([4.0, 10.0, 12.0])
lams = [1.0, 0.0, 6.0, 3.0]
there = np.asarray(shrinkage_path(X.copy(), y.copy(), list(lams)))
back = np.asarray(shrinkage_path(X.copy(), y.copy(), lams[::-1]))
assert there.shape == (4, 3), f"expected shape (4, 3), got {there.shape}"
expected = np.array([2.0, 4.0, 3.6])
assert close(there[0], expected), difference(there[0], expected)
assert close(back, there[::-1]), difference(back, there[::-1])

# %% hidden="shrinkage_path_gets_shorter" points=1
# It begins at least squares, and each larger λ gives shorter weights and a worse fit.
rng = np.random.default_rng(322)
for n, d in [(8, 3), (5, 5), (30, 2)]:
    X, y = rng.normal(size=(n, d)), rng.normal(size=n)
    lams = [0.0, 0.125, 1.0, 8.0, 64.0, 512.0]
    path = np.asarray(shrinkage_path(X.copy(), y.copy(), lams))
    assert path.shape == (6, d), f"expected shape (6, {d}), got {path.shape}"
    fitted = np.linalg.lstsq(X, y, rcond=None)[0]
    # Solving with XᵀX squares the condition number, so the tolerance is wider.
    assert close(path[0], fitted, rtol=1e-7), difference(path[0], fitted)
    lengths = [np.sqrt(sum(w**2)) for w in path]
    misfits = [sum((X @ w - y) ** 2) for w in path]
    assert all(a > b > 0 for a, b in zip(lengths, lengths[1:]))
    assert all(a < b for a, b in zip(misfits, misfits[1:]))

# %% hidden="shrinkage_path_leaves_its_arguments_alone" points=1
# The arguments stay the same, the list of λ too; the result is a float64 array.
X = np.array([[2.0, 0.0], [0.0, 1.0]])
y = np.array([4.0, 2.0])
lams = [4.0, 1.0]
before = X.copy(), y.copy()
got = shrinkage_path(X, y, lams)
assert isinstance(got, np.ndarray)
assert got.dtype == np.float64
expected = np.array([[1.0, 0.4], [1.6, 1.0]])
assert close(got, expected), difference(got, expected)
assert lams == [4.0, 1.0]
assert np.array_equal(X, before[0])
assert np.array_equal(y, before[1])

# %% [markdown]
# ## Play: the ridge path
#
# Twenty examples, two features that resemble each other, and your `shrinkage_path`. Left, the plane of the two weights. On each ellipse the squared loss
# is the same; its centre is least squares. On the dashed circle around 0 the penalty is the same. The star is the pair of weights that made the
# targets, before noise was added. Right, the same path once more, both weights over $\lambda$.
#
# - Move $\lambda$ from left to right. The dot walks from the centre of the ellipses to 0. What do ellipse and circle do where they meet, at every $\lambda$?
# - At which $\lambda$ does the dot come nearest to the star? Is least squares nearer, or further away?
# - Move the correlation to 99 %. Where does least squares go? The features hardly tell the two weights apart: which sum of them do they still tell?
# - Move the correlation to 0 %. What shape do the ellipses have now, and what shape has the path?

# %%
pictures.ridge_contours(shrinkage_path)

# %% [markdown]
# ## Exercise 4: what shrinks, and by how much
#
# In the picture the dot gave way along the longer axis of the ellipses first. To see why, split $X$ into its directions. The
# **singular value decomposition** writes any $X$ as
#
# $$X = \sum_{j=1}^{r} s_j\, u_j v_j^{\top}$$
#
# The $v_j$ are directions in the space of weights, the $u_j$ directions in the space of targets. All have length 1; the $v_j$ are at right angles to each
# other, and so are the $u_j$. $X$ takes $v_j$ to $s_j u_j$. The **singular value** $s_j \ge 0$ says how strongly the predictions change along $v_j$. Where $s_j$ is small, the loss hardly
# changes, and the ellipses are long. Along a $v_j$ with $s_j > 0$, ridge keeps this share of what least squares finds:
#
# $$f_j = \frac{s_j^2}{s_j^2 + \lambda}$$
#
# **Why so.** Write $w = \sum_j c_j v_j$. The objective falls apart into one small problem for each direction, $\tfrac12 (s_j c_j - u_j \cdot y)^2 + \tfrac12 \lambda c_j^2$, and a
# rest without $w$. This is the worked example with one example, $x = s_j$: so $c_j = s_j\, (u_j \cdot y) / (s_j^2 + \lambda)$. Without the penalty it is $(u_j \cdot y) / s_j$, and the quotient
# of the two is $f_j$. Where $s_j^2$ is large compared with $\lambda$, nearly all is kept; where it is small, nearly all is lost. Directions
# along which $X$ sees nothing get 0.
#
# `np.linalg.svd(X, compute_uv=False)` gives the singular values alone, largest first.

# %% [markdown] hints="shrinkage_factors"
# 1. For a matrix with 3 and 1 on its diagonal and zeros elsewhere, which are the singular values? Work the factors out by hand for λ = 1.
# 2. Get the singular values from NumPy. There are min(n, d) of them, and there is one factor for each.
# 3. Two lines: the singular values, then the formula for all of them at once. The square stands in two places.

# %% answer="shrinkage_factors"
def shrinkage_factors(X, lam):
    """f[j] = s[j]² / (s[j]² + lam), s the singular values of X, largest first.

    X : features, shape (n, d)
    lam : ridge strength, > 0; or 0 where X has full rank
    returns the factors, shape (min(n, d),)
    """
    ### BEGIN SOLUTION
    s = np.linalg.svd(X, compute_uv=False)
    return s**2 / (s**2 + lam)
    ### END SOLUTION

# %%
check(shrinkage_factors)

# %% test="shrinkage_factors_of_a_diagonal"
# Singular values 3 and 1 with λ = 1 keep 9/10 and 1/2, the largest first.
X = np.array([[1.0, 0.0], [0.0, 3.0], [0.0, 0.0]])
got = shrinkage_factors(X, 1.0)
expected = np.array([0.9, 0.5])
assert close(got, expected), difference(got, expected)

# %% test="shrinkage_factors_of_a_wide_matrix"
# One example with three features has one singular value, 3, and one factor.
got = shrinkage_factors(np.array([[1.0, 2.0, 2.0]]), 3.0)
expected = np.array([0.75])
assert close(got, expected), difference(got, expected)

# %% test="shrinkage_factors_of_equal_features"
# Two equal features have a direction that X does not see: its factor is 0.
X = np.array([[1.0, 1.0], [1.0, 1.0], [1.0, 1.0]])
got = shrinkage_factors(X, 2.0)
expected = np.array([0.75, 0.0])
assert close(got, expected), difference(got, expected)

# %% hidden="shrinkage_factors_equal_the_formula" points=1
# For a matrix that is made from known singular values, equal ones too, each factor is the formula.
rng = np.random.default_rng(331)
for n, d, s, lam in [
    (5, 3, [4.0, 2.0, 0.5], 1.5), (2, 4, [3.0, 0.25], 0.5), (1, 1, [2.0], 12.0),
    (3, 3, [5.0, 5.0, 1.0], 10.0), (6, 1, [0.5], 0.25), (1, 5, [7.0], 0.125),
]:
    U = np.linalg.qr(rng.normal(size=(n, n)))[0]
    V = np.linalg.qr(rng.normal(size=(d, d)))[0]
    X = sum(s[j] * np.outer(U[:, j], V[:, j]) for j in range(len(s)))
    expected = np.array([value * value / (value * value + lam) for value in s])
    got = shrinkage_factors(X, lam)
    assert close(got, expected), difference(got, expected)
got = shrinkage_factors(2 * np.eye(4)[:, :3], 4.0)
expected = np.array([0.5, 0.5, 0.5])
assert close(got, expected), difference(got, expected)

# %% hidden="shrinkage_factors_say_what_ridge_keeps" points=1
# Along the directions of X, ridge has these shares of the weights of least squares.
rng = np.random.default_rng(332)
for n, d, lam in [(6, 3, 2.0), (4, 4, 0.5)]:
    X = np.linalg.qr(rng.normal(size=(n, d)))[0] * np.arange(d + 1.0, 1.0, -1.0)
    y = rng.normal(size=n)
    targets = np.append(y, np.zeros(d))
    more = np.vstack([X, np.sqrt(lam) * np.eye(d)])
    shrunk = np.linalg.lstsq(more, targets, rcond=None)[0]
    full = np.linalg.lstsq(X, y, rcond=None)[0]
    expected = shrunk / full
    got = shrinkage_factors(X.copy(), lam)
    assert close(got, expected), difference(got, expected)

# %% hidden="shrinkage_factors_without_penalty" points=1
# With λ = 0 all of every direction is kept, tall or wide, and a huge λ almost nothing.
for X in [
    np.array([[2.0, 0.0], [1.0, -1.0], [0.0, 3.0]]),
    np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 4.0]]),
    np.array([[0.5]]),
]:
    got = np.asarray(shrinkage_factors(X.copy(), 0.0))
    expected = np.ones(min(X.shape))
    assert close(got, expected), difference(got, expected)
    tiny = np.asarray(shrinkage_factors(X.copy(), 1e12))
    assert tiny.shape == expected.shape
    assert np.all(tiny >= 0)
    assert np.all(tiny < 1e-10)

# %% hidden="shrinkage_factors_leave_the_argument_alone" points=1
# X stays the same; the result is a float64 array of shape (min(n, d),), with 0 where X is blind.
X = np.array([[2.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 4.0], [0.0, 0.0, 0.0]])
before = X.copy()
got = shrinkage_factors(X, 4.0)
assert isinstance(got, np.ndarray)
assert got.dtype == np.float64
expected = np.array([0.8, 0.5, 0.0])
assert close(got, expected), difference(got, expected)
assert np.array_equal(X, before)

# %% [markdown]
# ## Exercise 5: effective degrees of freedom
#
# Least squares with $d$ independent features is free to choose $d$ numbers. Ridge is less free: of direction $j$ it has the share $f_j$. The
# shares together are the **effective degrees of freedom**:
#
# $$\mathrm{df}(\lambda) = \sum_{j=1}^{r} \frac{s_j^2}{s_j^2 + \lambda}$$
#
# **Why so.** The predictions of ridge at its own examples are $\hat y = Xw$. Raise one target $y_i$ by a little: its prediction $\hat y_i$ follows by
# a part of that. These parts, added up over all examples, are $\mathrm{df}(\lambda)$. It says how closely the
# model can follow its targets, noise included: between 0 for huge $\lambda$ and the rank of $X$ for $\lambda = 0$.
#
# The value of $\lambda$ alone says little, as it must be compared with the squared singular values of $X$. The degrees of freedom have this comparison in them.

# %% [markdown] hints="effective_degrees_of_freedom"
# 1. What is the result when λ = 0 and every factor is 1?
# 2. You have a function for the factors already. What is left to do with them?
# 3. One line: one call and one sum, as a float.

# %% answer="effective_degrees_of_freedom"
def effective_degrees_of_freedom(X, lam):
    """df = Σⱼ s[j]² / (s[j]² + lam), s the singular values of X.

    X : features, shape (n, d)
    lam : ridge strength, > 0; or 0 where X has full rank
    returns a float between 0 and min(n, d)
    """
    ### BEGIN SOLUTION
    return float(np.sum(shrinkage_factors(X, lam)))
    ### END SOLUTION

# %%
check(effective_degrees_of_freedom)

# %% test="effective_degrees_of_freedom_of_a_diagonal"
# Singular values 3 and 1 with λ = 1 have 9/10 + 1/2 degrees of freedom.
X = np.array([[1.0, 0.0], [0.0, 3.0], [0.0, 0.0]])
got = effective_degrees_of_freedom(X, 1.0)
expected = 1.4
assert close(got, expected), difference(got, expected)

# %% test="effective_degrees_of_freedom_without_penalty"
# Two independent features with λ = 0 have 2 degrees of freedom.
X = np.array([[2.0, 0.0], [1.0, -1.0], [0.0, 3.0]])
got = effective_degrees_of_freedom(X, 0.0)
expected = 2.0
assert close(got, expected), difference(got, expected)

# %% test="effective_degrees_of_freedom_of_equal_features"
# Two equal features count as one, and λ takes a quarter of it.
X = np.array([[1.0, 1.0], [1.0, 1.0], [1.0, 1.0]])
got = effective_degrees_of_freedom(X, 2.0)
expected = 0.75
assert close(got, expected), difference(got, expected)

# %% hidden="effective_degrees_of_freedom_add_up_the_influences" points=1
# It is the sum of what each target, raised by 1, adds to its own prediction.
rng = np.random.default_rng(341)
for n, d, lam in [
    (5, 3, 1.5), (3, 6, 0.5), (1, 1, 2.0), (4, 4, 10.0), (7, 2, 0.125), (1, 3, 4.0)
]:
    X = rng.normal(size=(n, d))
    more = np.vstack([X, np.sqrt(lam) * np.eye(d)])
    expected = 0.0
    for i in range(n):
        raised = np.zeros(n + d)
        raised[i] = 1.0
        w = np.linalg.lstsq(more, raised, rcond=None)[0]
        expected += X[i] @ w
    got = effective_degrees_of_freedom(X, lam)
    assert close(got, expected), difference(got, expected)

# %% hidden="effective_degrees_of_freedom_at_both_ends" points=1
# With λ = 0 it is the number of features, with a huge λ nearly 0; in between it falls.
rng = np.random.default_rng(342)
for n, d in [(5, 3), (4, 4), (9, 1)]:
    X = rng.normal(size=(n, d)) * 2
    df = []
    for lam in [0.0, 0.5, 4.0, 32.0, 1e9]:
        df.append(effective_degrees_of_freedom(X.copy(), lam))
    assert close(df[0], float(d)), difference(df[0], float(d))
    assert all(a > b for a, b in zip(df, df[1:]))
    assert 0 < df[-1] < 1e-6
    got = effective_degrees_of_freedom(2 * np.eye(n)[:, :d], 4.0)
    assert close(got, d / 2), difference(got, d / 2)

# %% hidden="effective_degrees_of_freedom_is_one_number" points=1
# It is a single number, equal features count once, and X stays the same.
X = np.array([[2.0, 2.0, 0.0], [2.0, 2.0, 0.0], [0.0, 0.0, 4.0], [0.0, 0.0, 0.0]])
before = X.copy()
got = effective_degrees_of_freedom(X, 16.0)
assert np.ndim(got) == 0
assert close(got, 1.0), difference(got, 1.0)
assert np.array_equal(X, before)
got = effective_degrees_of_freedom(X.copy(), 48.0)
assert close(got, 0.5), difference(got, 0.5)

# %% [markdown]
# ## Exercise 6: the intercept stays free
#
# With an intercept $b$ the prediction is $Xw + b$. The penalty is on the weights alone:
#
# $$\tfrac12 \|Xw + b - y\|^2 + \tfrac12 \lambda \|w\|^2$$
#
# **Why not penalised.** Measure the targets from another zero point, as kelvin instead of degrees Celsius. Every target grows by the same number, and the
# predictions should grow by just that. A free $b$ takes it up. A penalised $b$ is pulled to 0, so the predictions
# would grow by less; and where the features have other means than 0, the choice of the zero point would change the weights, too.
#
# **How.** For any $w$ the best $b$ makes the errors sum to 0: $b = \bar y - \bar x \cdot w$. Put this in, and what is left has no intercept:
#
# $$\tfrac12 \sum_i \big( (x_i - \bar x) \cdot w - (y_i - \bar y) \big)^2 + \tfrac12 \lambda \|w\|^2$$
#
# So centre the features and the targets, solve ridge, then find $b$. Or give $X$ a last column of ones and leave the last entry
# on the diagonal of $\lambda I$ at 0: both are right.
#
# **What goes wrong.** With $b$ as one more weight and the whole $\lambda I$, the intercept is penalised. And `X -= ...` centres the caller's own array.

# %% [markdown] hints="ridge_with_intercept"
# 1. When all features are constant, w is 0. What should b be then?
# 2. Subtract from each feature its own mean, and from the targets theirs; then there is no intercept to find. Afterwards, which b makes the errors sum to 0?
# 3. Three steps: `X.mean(axis=0)` and `y.mean()`; `ridge` of new, centred arrays; b from the two means and w. Return a pair.

# %% answer="ridge_with_intercept"
def ridge_with_intercept(X, y, lam):
    """The w and b that minimise ½‖X·w + b − y‖² + ½·lam·‖w‖².

    X : features, shape (n, d)
    y : targets, shape (n,)
    lam : ridge strength, > 0; or 0 where X with a column of ones has full column rank
    returns the pair (w, b): weights, shape (d,), and the intercept, a float
    """
    ### BEGIN SOLUTION
    x_mean, y_mean = X.mean(axis=0), y.mean()
    w = ridge(X - x_mean, y - y_mean, lam)
    return w, float(y_mean - x_mean @ w)
    ### END SOLUTION

# %%
check(ridge_with_intercept)

# %% test="ridge_with_intercept_of_a_line"
# With λ = 0 it finds the line 2·x + 1 through four points.
X = np.array([[0.0], [1.0], [2.0], [3.0]])
got = ridge_with_intercept(X, np.array([1.0, 3.0, 5.0, 7.0]), 0.0)
expected = (np.array([2.0]), 1.0)
assert close(got, expected), difference(got, expected)

# %% test="ridge_with_intercept_of_a_flatter_line"
# With λ = 5 the slope is halved, and the line still goes through the point of the means.
X = np.array([[0.0], [1.0], [2.0], [3.0]])
got = ridge_with_intercept(X, np.array([1.0, 3.0, 5.0, 7.0]), 5.0)
expected = (np.array([1.0]), 2.5)
assert close(got, expected), difference(got, expected)

# %% test="ridge_with_intercept_of_another_zero_point"
# Two features: 100 more in every target is 100 more in b, and w is the same.
X = np.array([[1.0, 5.0], [3.0, 5.0], [1.0, 7.0], [3.0, 7.0]])
got = ridge_with_intercept(X, np.array([100.0, 104.0, 108.0, 112.0]), 4.0)
expected = (np.array([1.0, 2.0]), 92.0)
assert close(got, expected), difference(got, expected)

# %% hidden="ridge_with_intercept_minimises_the_objective" points=1
# It is least squares with a column of ones, and √λ below the weights only.
rng = np.random.default_rng(351)
for n, d, lam in [
    (6, 2, 0.5), (4, 4, 3.0), (2, 5, 1.0), (5, 1, 2.0), (3, 3, 0.25), (7, 3, 40.0)
]:
    X, y = rng.normal(size=(n, d)) + 1.5, rng.normal(size=n) - 2.0
    top = np.column_stack([X, np.ones(n)])
    low = np.column_stack([np.sqrt(lam) * np.eye(d), np.zeros(d)])
    targets = np.append(y, np.zeros(d))
    both = np.linalg.lstsq(np.vstack([top, low]), targets, rcond=None)[0]
    got = ridge_with_intercept(X, y, lam)
    expected = (both[:-1], both[-1])
    assert close(got, expected), difference(got, expected)

# %% hidden="ridge_with_intercept_follows_a_shift" points=1
# Other zero points for features and targets change b alone, by what they must.
rng = np.random.default_rng(352)
X, y = rng.normal(size=(7, 3)), rng.normal(size=7)
for lam in [0.0, 1.0, 4.0]:
    w, b = ridge_with_intercept(X.copy(), y.copy(), lam)
    assert np.ndim(b) == 0
    w, b = np.array(w), float(b)
    assert w.shape == (3,), f"expected shape (3,), got {w.shape}"
    assert np.max(np.abs(w)) > 0.05
    got = ridge_with_intercept(X.copy(), y + 8.0, lam)
    expected = (w, b + 8.0)
    assert close(got, expected), difference(got, expected)
    shift = np.array([2.0, -1.0, 4.0])
    got = ridge_with_intercept(X + shift, y.copy(), lam)
    expected = (w, b - sum(shift * w))
    assert close(got, expected, rtol=1e-8), difference(got, expected)

# %% hidden="ridge_with_intercept_errors_sum_to_zero" points=1
# For any λ the errors sum to 0, and λ·w is what they leave as slope for the weights.
rng = np.random.default_rng(353)
for n, d, lam in [(6, 2, 0.5), (3, 4, 2.0), (9, 3, 100.0)]:
    X, y = rng.normal(size=(n, d)) - 3.0, rng.normal(size=n) + 5.0
    w, b = ridge_with_intercept(X.copy(), y.copy(), lam)
    assert np.ndim(b) == 0
    errors = np.array([y[i] - (X[i] @ np.array(w) + float(b)) for i in range(n)])
    assert close(errors.sum(), 0.0, atol=1e-9), difference(errors.sum(), 0.0)
    got = lam * np.array(w)
    expected = np.array([sum(errors * X[:, m]) for m in range(d)])
    assert close(got, expected, atol=1e-9), difference(got, expected)

# %% hidden="ridge_with_intercept_for_extreme_cases" points=1
# One example, constant features or a huge λ leave the mean of y alone; a moderate λ leaves more.
got = ridge_with_intercept(np.array([[2.0, -1.0]]), np.array([3.5]), 0.5)
expected = (np.zeros(2), 3.5)
assert close(got, expected), difference(got, expected)
X = np.array([[2.0, 4.0], [2.0, 4.0], [2.0, 4.0], [2.0, 4.0]])
got = ridge_with_intercept(X, np.array([1.0, 2.0, 4.0, 9.0]), 1.0)
expected = (np.zeros(2), 4.0)
assert close(got, expected), difference(got, expected)
X = np.array([[1.0], [2.0], [6.0]])
got = ridge_with_intercept(X, np.array([10.0, 12.0, 20.0]), 1e9)
expected = (np.zeros(1), 14.0)
# The weight is not quite 0 here: 28 divided by λ.
assert close(got, expected, atol=1e-6), difference(got, expected)
got = ridge_with_intercept(X.copy(), np.array([10.0, 12.0, 20.0]), 14.0)
expected = (np.ones(1), 11.0)
assert close(got, expected), difference(got, expected)

# %% hidden="ridge_with_intercept_leaves_its_arguments_alone" points=1
# The arguments stay the same; the result is a float64 array of shape (d,) and a number.
X = np.array([[1.0, 5.0], [3.0, 5.0], [1.0, 7.0], [3.0, 7.0]])
y = np.array([0.0, 4.0, 8.0, 12.0])
before = X.copy(), y.copy()
w, b = ridge_with_intercept(X, y, 12.0)
assert isinstance(w, np.ndarray)
assert w.dtype == np.float64
assert np.ndim(b) == 0
expected = (np.array([0.5, 1.0]), -1.0)
assert close((w, b), expected), difference((w, b), expected)
assert np.array_equal(X, before[0])
assert np.array_equal(y, before[1])

# %% [markdown]
# ## Exercise 7: choose λ
#
# Split the examples in two. Fit $w(\lambda)$ on the **training** data for each $\lambda$ in `lams`, then compare the mean squared error on the **validation** data, which took
# no part in the fit:
#
# $$E(\lambda) = \frac{1}{n_{\text{val}}} \left\| X_{\text{val}}\, w(\lambda) - y_{\text{val}} \right\|^2$$
#
# The result is the $\lambda$ with the least $E(\lambda)$; of exactly equal ones it is the largest. There is no intercept here.
#
# **Why so.** The training data cannot choose. Their own error is least at $\lambda = 0$, always, as this is what least squares
# minimises. Part of what the weights learn there is the noise of these examples. Other examples have other noise, and there it counts as error. Between two equally good
# values, the larger $\lambda$ has the smaller weights.
#
# **What goes wrong.** The penalty belongs in the fit. It has no place in $E(\lambda)$, where only predictions are compared. And the least $E(\lambda)$ is
# a little too good, as it was chosen for being small: to say how well the model predicts, keep a third set of examples until the end.

# %% [markdown] hints="choose_lambda"
# 1. Which of the four arrays does the fit see, and which two does the error use?
# 2. For each λ: weights from the training data, predictions for the validation features, the mean of the squared errors. Keep the best so far.
# 3. A loop over the values from the largest to the smallest, `sorted(lams, reverse=True)`, that replaces the best one only where the error is less, not equal.

# %% answer="choose_lambda"
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    """The λ in lams with the least mean squared error ‖X_val·w(λ) − y_val‖² / n_val.

    X_train, y_train : what w(λ) is fitted to, shapes (n, d) and (n,)
    X_val, y_val : where the error is measured, shapes (n_val, d) and (n_val,)
    lams : ridge strengths, a list or an array, in any order
    returns the best λ, a float; of exactly equal ones the largest
    """
    ### BEGIN SOLUTION
    best, least = None, np.inf
    for value in sorted(lams, reverse=True):
        errors = X_val @ ridge(X_train, y_train, value) - y_val
        if np.mean(errors**2) < least:
            best, least = float(value), np.mean(errors**2)
    return best
    ### END SOLUTION

# %%
check(choose_lambda)

# %% test="choose_lambda_by_the_validation_data"
# The values 2, 6 and 0 of λ give the weights 2, 1, 4; the validation targets were made by 2.
X_train, y_train = np.array([[1.0], [1.0]]), np.array([3.0, 5.0])
X_val, y_val = np.array([[1.0], [-1.0]]), np.array([2.0, -2.0])
got = choose_lambda(X_train, y_train, X_val, y_val, [2.0, 6.0, 0.0])
expected = 2.0
assert close(got, expected), difference(got, expected)

# %% test="choose_lambda_by_squared_errors"
# Errors are squared: one large error counts more than two smaller ones.
X_train, y_train = np.array([[1.0], [1.0]]), np.array([3.0, 5.0])
X_val, y_val = np.array([[1.0], [1.0], [-1.0]]), np.array([4.0, 4.0, 2.0])
lams = np.array([0.0, 2.0, 6.0])
got = choose_lambda(X_train, y_train, X_val, y_val, lams)
expected = 2.0
assert close(got, expected), difference(got, expected)

# %% test="choose_lambda_takes_the_largest_of_equals"
# Targets of 0 give weights of 0 for every λ: all errors are equal, the largest λ wins.
X_train = np.array([[1.0, 2.0], [2.0, 1.0], [1.0, 0.0]])
X_val, y_val = np.array([[1.0, 1.0], [0.0, 2.0]]), np.array([3.0, -1.0])
got = choose_lambda(X_train, np.zeros(3), X_val, y_val, [1.0, 10.0, 0.5])
expected = 10.0
assert close(got, expected), difference(got, expected)

# %% hidden="choose_lambda_finds_the_one_that_made_the_targets" points=1
# Validation targets that one λ predicts exactly choose this λ, wherever it stands.
rng = np.random.default_rng(361)
for n, d, m in [(6, 3, 5), (3, 5, 7), (4, 1, 3)]:
    X, y, V = rng.normal(size=(n, d)), rng.normal(size=n), rng.normal(size=(m, d))
    lams = [4.0, 0.25, 64.0, 1.0, 16.0, *([0.0] if n > d else [])]
    for lam in lams:
        more = np.vstack([X, np.sqrt(lam) * np.eye(d)])
        targets = np.append(y, np.zeros(d))
        made = V @ np.linalg.lstsq(more, targets, rcond=None)[0]
        got = choose_lambda(X.copy(), y.copy(), V.copy(), made, list(lams))
        assert close(got, lam), difference(got, lam)

# %% hidden="choose_lambda_has_the_least_validation_error" points=2
# On noisy data it is the λ whose mean squared validation error is the least, in any unit.
rng = np.random.default_rng(360)
lams = [0.25, 64.0, 4.0, 1.0, 16.0, 1.25, 3.0]
for n, d, m, noise in [
    (8, 5, 30, 1.5), (4, 6, 25, 1.0), (12, 3, 20, 0.5),
    (6, 6, 9, 3.0), (20, 2, 15, 0.2), (5, 1, 7, 1.0),
]:
    true = rng.normal(size=d)
    X, V = rng.normal(size=(n, d)), rng.normal(size=(m, d))
    y = X @ true + noise * rng.normal(size=n)
    t = V @ true + noise * rng.normal(size=m)
    errors = {}
    for lam in lams:
        more = np.vstack([X, np.sqrt(lam) * np.eye(d)])
        targets = np.append(y, np.zeros(d))
        w = np.linalg.lstsq(more, targets, rcond=None)[0]
        errors[lam] = sum((V[i] @ w - t[i]) ** 2 for i in range(m)) / m
    expected = min(errors, key=errors.get)
    got = choose_lambda(X.copy(), y.copy(), V.copy(), t.copy(), list(lams))
    assert close(got, expected), difference(got, expected)
    for unit in [1.0, 2.0**-20, 2.0**20]:
        got = choose_lambda(X.copy(), unit * y, V.copy(), unit * t, np.array(lams))
        assert close(got, expected), difference(got, expected)

# %% hidden="choose_lambda_breaks_ties_upwards" points=1
# Where all errors are equal the largest λ wins, in any order; where they are not, it need not.
X = np.array([[1.0, 0.0], [0.0, 2.0], [0.0, 0.0]])
y = np.array([2.0, 4.0, 1.0])
blind = np.zeros((4, 2))
for lams in [[0.5, 2.0, 8.0], [8.0, 2.0, 0.5], [2.0, 8.0, 0.5], [8.0]]:
    got = choose_lambda(X.copy(), y.copy(), blind.copy(), np.ones(4), list(lams))
    assert close(got, 8.0), difference(got, 8.0)
    got = choose_lambda(X.copy(), np.zeros(3), X.copy(), y.copy(), np.array(lams))
    assert close(got, 8.0), difference(got, 8.0)
halved = np.array([[1.0, 0.0]])
got = choose_lambda(X.copy(), y.copy(), halved, np.array([1.5]), [2.0, 8.0, 0.5])
assert close(got, 0.5), difference(got, 0.5)

# %% hidden="choose_lambda_leaves_its_arguments_alone" points=1
# The data and the list stay the same; the result is one of the values, a single number.
X_train, y_train = np.array([[2.0], [1.0]]), np.array([6.0, 3.0])
X_val, y_val = np.array([[1.0], [3.0]]), np.array([1.0, 3.0])
before = X_train.copy(), y_train.copy(), X_val.copy(), y_val.copy()
lams = [40.0, 10.0, 5.0, 0.0, 2.5]
got = choose_lambda(X_train, y_train, X_val, y_val, lams)
assert np.ndim(got) == 0
assert close(got, 10.0), difference(got, 10.0)
assert lams == [40.0, 10.0, 5.0, 0.0, 2.5]
assert np.array_equal(X_train, before[0])
assert np.array_equal(y_train, before[1])
assert np.array_equal(X_val, before[2])
assert np.array_equal(y_val, before[3])
values = np.array(lams)
again = choose_lambda(*before, values)
assert close(again, 10.0), difference(again, 10.0)
assert np.array_equal(values, [40.0, 10.0, 5.0, 0.0, 2.5])

# %% [markdown]
# ## Real birds: fifteen to learn from
#
# How heavy is a penguin, by its bill and its flipper? The features are three lengths, their squares and their products, nine in all. Many
# of them overlap: the cell prints how many pairs have a correlation above 0.5 or below −0.5, and the largest size of one. Fifteen birds are for
# training, the others for validation.
#
# The penalty compares weights with each other, so the features must be on one scale: each is centred and divided by its standard deviation among
# the training birds. The masses are centred, too, so no intercept is needed.
#
# *The data: 333 Palmer penguins, measured by Kristen Gorman and the Palmer Station LTER, Antarctica. CC0.*

# %%
birds = penguins()
names = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm"]
order = np.random.default_rng(3).permutation(len(birds["body_mass_g"]))
train, val = order[:15], order[15:]

def on_one_scale(columns):
    return (columns - columns[train].mean(axis=0)) / columns[train].std(axis=0)

lengths = on_one_scale(np.column_stack([birds[name] for name in names]))
pairs = [(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)]
products = np.column_stack([lengths[:, i] * lengths[:, m] for i, m in pairs])
features = on_one_scale(np.column_stack([lengths, products]))
mass = (birds["body_mass_g"] - birds["body_mass_g"][train].mean()) / 1000  # kg

correlations = np.corrcoef(features[train].T)[np.triu_indices(9, k=1)]
print("training birds     ", len(train))
print("validation birds   ", len(val))
print("features           ", features.shape[1])
print("pairs of features  ", len(correlations))
print("  above 0.5 in size", np.sum(np.abs(correlations) > 0.5))
print("  largest size     ", np.abs(correlations).max().round(2))

# %% [markdown]
# The next cell fits these birds with your `shrinkage_path`, for eight values of $\lambda$, and asks your `choose_lambda` which is the best. An error is the root of
# the mean squared error, in grams; the last column has your effective degrees of freedom.

# %%
lams = [0.01, 0.1, 1.0, 3.0, 10.0, 30.0, 100.0, 1000.0]
def root_mean_square(errors):
    return np.sqrt(np.mean(errors**2))

try:
    path = shrinkage_path(features[train], mass[train], lams)
    print("    lam   length of w   training   validation    df")
    for value, w in zip(lams, path):
        errors = 1000 * (features @ w - mass)
        print(
            f"{value:7.2f}   {np.linalg.norm(w):11.2f}"
            f"   {root_mean_square(errors[train]):6.0f} g"
            f"   {root_mean_square(errors[val]):8.0f} g"
            f"   {effective_degrees_of_freedom(features[train], value):5.2f}"
        )
    best = choose_lambda(features[train], mass[train], features[val], mass[val], lams)
    print(f"your choose_lambda takes {best:.2f}")
except Exception as error:
    print(f"This table needs your answers to exercises 1, 3, 4, 5 and 7 ({type(error).__name__}).")
    print("Write them, check them, then run this cell again.")

# %% [markdown]
# ## In your own words
#
# Read the two columns of errors in the table above, made by your own functions, from top to bottom.
# Explain in two or three sentences why the training error only grows, and why the validation error falls first. Which $\lambda$ would the
# training error have chosen?
#
# *2 points, read by a person.*

# %%
whiteboard("ridge_in_your_words")

# %% [markdown] written="ridge_in_your_words" points=2
# The training error is what least squares minimises, so it is least at the smallest $\lambda$ and grows as the penalty pulls the weights
# further away from there. With a small $\lambda$ the weights are long and fit the noise of fifteen birds; other birds have other noise, so a
# larger $\lambda$ first makes their predictions better. Later it also takes what is true from the weights, and both errors grow. The training
# error would have chosen 0.01, the smallest.
#
# *Rubric: 1 point for the training error, which the fit itself minimises, so that it would choose the smallest λ; 1 point for the
# validation error: less noise learned at first, too much shrunk later.*

# %% [markdown]
# ## Take away
#
# 1. Ridge solves $(X^{\top} X + \lambda I)\, w = X^{\top} y$; for $\lambda > 0$ there is always exactly one answer, also where $d > n$.
# 2. Along a direction of $X$ with the singular value $s$ it keeps the share $s^2 / (s^2 + \lambda)$: what the data hardly show shrinks first.
# 3. The intercept is not penalised, and $\lambda$ is chosen on data that the fit has not seen.
#
# **Notes:** what would you like to find here when you come back? They stay on your machine and are not handed in.

# %%
notes("ridge_path")

# %% [markdown]
# **Before you go:** how was it? Change the values below, run the cell and save. This carries no points.

# %%
self_assessment(
    confidence=None,  # 1 (guessing) to 5 (I could explain it)
    hardest="",       # the hardest exercise, such as "shrinkage_factors"
    difficulty=None,  # 1 (easy) to 5 (hard)
    minutes=None,     # how long it took, if you like to say
)

# %% [markdown]
# **Hand in:** save, press *Validate*, and submit as your course tells you. **Next:** `logistic_bce`, which predicts yes or no, with a
# probability.
