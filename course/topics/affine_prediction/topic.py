# ---
# jupyter:
#   course:
#     difficulty: 1
#     minutes: 45
#     needs: [start_here]
#   jupytext:
#     notebook_metadata_filter: course
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Predict with weights and a bias
#
# A model turns numbers that it is given, the **features**, into numbers that it predicts. The simplest way to do so:
# multiply each feature by a **weight**, add the products, and add one more number, the **bias**. Such a formula is
# called **affine**. Every network in this course is built from it.
#
# | | |
# |---|---|
# | **You will do** | write the prediction for one output, for k outputs and for n examples, fold the bias into the weights, and count what a network has to learn |
# | **You will learn** | which axis is summed, which bias goes where, why the shapes decide almost everything |
# | **You need** | `start_here`: how the cells work, and Σ in NumPy |
# | **Time, difficulty** | about 45 minutes, ●○○ |

# %%
import numpy as np
from course.lab import check, close, difference, hint, pictures
from course.lab import notes, self_assessment, whiteboard

# %% [markdown]
# ## Symbols and shapes
#
# | symbol | code | shape | meaning |
# |---|---|---|---|
# | $n, d, k$ | `n`, `d`, `k` | | examples, features, outputs |
# | $x$ | `x` | $(d{,})$ | the features of one example |
# | $X$ | `X` | $(n, d)$ | the features of n examples: row $i$ is example $i$ |
# | $w, b$ | `w`, `b` | $(d{,})$, scalar | weights and bias of one output |
# | $W, b$ | `W`, `b` | $(k, d)$, $(k{,})$ | weights and biases of k outputs: row $j$ of $W$ and entry $j$ of $b$ make output $j$ |
# | $z$ | `z` | scalar or $(k{,})$ | the prediction for one example: one number, or one for each output |
# | $Z$ | `Z` | $(n, k)$ | the predictions for n examples: row $i$ belongs to example $i$ |
# | $\mathbf{1}$ | `np.ones(n)` | $(n{,})$ | the vector of n ones, in exercise 4 |
# | $s_0, s_1, \dots, s_L$ | `layer_sizes` | list | how many numbers each layer of a network has, in exercise 5 |
#
# The index $i$ counts examples, $j$ outputs, $m$ features and $l$ layers. All arrays hold floats, and a function never changes the
# arrays that it is given: it makes new ones.

# %% [markdown]
# ## A worked example
#
# A café delivers. A coffee costs 3.50, a cake 4.00, and every delivery 2.50. What do two coffees and one cake cost? The
# amounts are the features $x = (2, 1)$, the prices are the weights $w = (3.5, 4)$, the fee is the bias $b = 2.5$:
#
# $$z = w_1 x_1 + w_2 x_2 + b$$
#
# The cell computes each number and checks the total, 13.50. Here all prices are known. When a model **learns**, it finds
# the weights and the bias from examples; `least_squares` does this.

# %%
x = np.array([2.0, 1.0])
w = np.array([3.5, 4.0])
b = 2.5
products = w * x
print("products      ", products)
print("their sum     ", products.sum())
print("with the bias ", products.sum() + b)
assert products.sum() + b == 13.5

# %% [markdown]
# ## Exercise 1: one output
#
# $$z = w \cdot x + b = \sum_{m=1}^{d} w_m x_m + b$$
#
# **Why so.** A weight says by how much the prediction grows when its feature grows by 1. The bias is what is
# predicted when all features are 0: an empty order still pays the fee.
#
# **What goes wrong.** `w * x` multiplies entry by entry and adds nothing up, so it is a vector, where one number is
# asked for. And the bias stands outside the sum: the fee is paid once, not once for each item on the menu.

# %% [markdown] hints="predict_one"
# 1. Look at the worked example. Which of its steps turns a vector into a single number?
# 2. The sum of the products of two vectors is their dot product. The bias is added after the sum.
# 3. One expression: the `@` of two vectors, or `np.sum` of their products, then one addition.

# %% answer="predict_one"
def predict_one(w, x, b):
    """z = w·x + b = Σₘ w[m]·x[m] + b.

    w : weights, shape (d,)
    x : features of one example, shape (d,)
    b : bias, a number
    returns the prediction, a float
    """
    ### BEGIN SOLUTION
    return float(w @ x + b)
    ### END SOLUTION

# %%
check(predict_one)

# %% test="predict_one_of_an_order"
# Two cakes at 4.00 and four biscuits at 1.25 cost 15.50 with the fee of 2.50.
prices, order = np.array([3.5, 4.0, 1.25]), np.array([0.0, 2.0, 4.0])
got = predict_one(prices, order, 2.5)
expected = 15.5
assert close(got, expected), difference(got, expected)

# %% test="predict_one_of_zeros_is_the_bias"
# An empty order costs the fee.
got = predict_one(np.array([3.5, 4.0]), np.array([0.0, 0.0]), 2.5)
expected = 2.5
assert close(got, expected), difference(got, expected)

# %% test="predict_one_of_one_feature"
# With one feature it is still a single number; a weight may be negative.
got = predict_one(np.array([-2.0]), np.array([1.5]), 0.25)
expected = -2.75
assert close(got, expected), difference(got, expected)

# %% hidden="predict_one_equals_the_formula" points=1
# For any number of features it is the sum of the products, plus the bias.
rng = np.random.default_rng(101)
for d in [1, 2, 3, 5, 8]:
    w, x = rng.normal(size=d), rng.normal(size=d)
    b = float(rng.normal())
    expected = b
    for m in range(d):
        expected = expected + w[m] * x[m]
    got = predict_one(w, x, b)
    assert close(got, expected), difference(got, expected)

# %% hidden="predict_one_adds_the_bias_once" points=1
# A bias higher by 3 raises the prediction by 3, whatever the features; without features it is the bias.
rng = np.random.default_rng(102)
for d in [2, 4, 7]:
    w, x = rng.normal(size=d), rng.normal(size=d)
    low = predict_one(w.copy(), x.copy(), -1.25)
    high = predict_one(w.copy(), x.copy(), 1.75)
    assert close(high - low, 3.0), difference(high - low, 3.0)
    assert not close(low, -1.25)
    got = predict_one(w.copy(), np.zeros(d), -1.25)
    assert close(got, -1.25), difference(got, -1.25)

# %% hidden="predict_one_leaves_its_arguments_alone" points=1
# Weights and features stay the same, and the result is a single number.
w = np.array([0.5, -2.0, 3.0])
x = np.array([4.0, 0.5, -1.0])
before = w.copy(), x.copy()
got = predict_one(w, x, 0.5)
assert np.ndim(got) == 0
assert close(got, -1.5), difference(got, -1.5)
assert np.array_equal(w, before[0])
assert np.array_equal(x, before[1])
assert np.ndim(predict_one(np.array([2.0]), np.array([3.0]), 1.0)) == 0

# %% [markdown]
# ## Exercise 2: k outputs
#
# A second café has other prices and another fee. One order, two totals: each output has weights and a bias of its own.
# The weights of output $j$ are **row** $j$ of $W$:
#
# $$z_j = \sum_{m=1}^{d} W_{jm} x_m + b_j \qquad\text{or, all outputs at once,}\qquad z = W x + b$$
#
# **Why so.** It is exercise 1, once for each row of $W$. The product of a matrix and a vector is defined as just these sums.
#
# **What goes wrong.** The sum must run over the features, the axis that $W$ and $x$ share. With $W$ and $x$ in the
# other order, `@` sums over the outputs. Where $k \ne d$, NumPy refuses. Where $k = d$, it returns numbers of the
# right shape, but wrong ones unless $W = W^{\top}$.

# %% [markdown] hints="affine"
# 1. How would you compute the first output alone, with row 0 of W and entry 0 of b?
# 2. `@` of a matrix and a vector sums over the last axis of the matrix. Which order puts the features of W there?
# 3. One expression: a product with `@`, shape (k,), plus a vector of shape (k,). Or a loop that collects one number for each row of W.

# %% answer="affine"
def affine(W, x, b):
    """z = W·x + b, that is z[j] = Σₘ W[j, m]·x[m] + b[j].

    W : weights, shape (k, d); row j belongs to output j
    x : features of one example, shape (d,)
    b : biases, shape (k,)
    returns the predictions, shape (k,)
    """
    ### BEGIN SOLUTION
    return W @ x + b
    ### END SOLUTION

# %%
check(affine)

# %% test="affine_of_one_order_at_two_cafes"
# One order costs 19.00 at the first café and 20.50 at the second.
W = np.array([[3.5, 4.0, 1.25], [3.0, 5.0, 1.5]])
got = affine(W, np.array([1.0, 2.0, 4.0]), np.array([2.5, 1.5]))
expected = np.array([19.0, 20.5])
assert close(got, expected), difference(got, expected)

# %% test="affine_with_as_many_outputs_as_features"
# Each output uses its own weights and its own bias, also where k = d.
W = np.array([[1.0, 2.0], [3.0, 4.0]])
got = affine(W, np.array([10.0, 1.0]), np.array([0.5, 0.25]))
expected = np.array([12.5, 34.25])
assert close(got, expected), difference(got, expected)

# %% test="affine_with_one_output"
# One output is still a vector, of shape (1,).
W = np.array([[2.0, -1.0]])
got = affine(W, np.array([3.0, 4.0]), np.array([0.5]))
expected = np.array([2.5])
assert close(got, expected), difference(got, expected)

# %% test="affine_leaves_the_biases_alone"
# The biases that were handed in are the same afterwards.
W = np.array([[3.5, 4.0, 1.25], [3.0, 5.0, 1.5]])
b = np.array([2.5, 1.5])
affine(W, np.array([1.0, 2.0, 4.0]), b)
got = b
expected = np.array([2.5, 1.5])
assert close(got, expected), difference(got, expected)

# %% hidden="affine_equals_the_formula" points=1
# For any k and d each output is the sum of its products, plus its bias.
rng = np.random.default_rng(111)
for k, d in [(1, 1), (1, 4), (3, 1), (2, 5), (5, 2), (3, 4)]:
    W, x, b = rng.normal(size=(k, d)), rng.normal(size=d), rng.normal(size=k)
    expected = np.zeros(k)
    for j in range(k):
        expected[j] = sum(W[j, m] * x[m] for m in range(d)) + b[j]
    got = affine(W, x, b)
    assert close(got, expected), difference(got, expected)

# %% hidden="affine_keeps_rows_and_columns_apart" points=1
# Where k = d, too, each output is made with its own weights.
W = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 2.0], [4.0, 0.0, 0.0]])
got = affine(W, np.array([5.0, 6.0, 7.0]), np.zeros(3))
expected = np.array([6.0, 14.0, 20.0])
assert close(got, expected), difference(got, expected)
rng = np.random.default_rng(112)
W, x, b = rng.normal(size=(4, 4)), rng.normal(size=4), rng.normal(size=4)
expected = np.zeros(4)
for j in range(4):
    expected[j] = sum(W[j, m] * x[m] for m in range(4)) + b[j]
got = affine(W, x, b)
assert close(got, expected), difference(got, expected)

# %% hidden="affine_of_zeros_is_the_biases" points=1
# Features of 0 give the biases, each at its own output; other features give something else.
for k, d in [(3, 2), (2, 2), (1, 5), (4, 1)]:
    b = np.arange(1.0, k + 1) * 0.5 - 1.25
    expected = b.copy()
    got = affine(np.full((k, d), 7.0), np.zeros(d), b)
    assert close(got, expected), difference(got, expected)
    assert not close(affine(np.full((k, d), 7.0), np.ones(d), b), expected)

# %% hidden="affine_leaves_its_arguments_alone" points=1
# The arguments stay the same; the result is a float64 array of shape (k,).
W = np.array([[1.0, 2.0, 4.0], [0.5, -3.0, 2.0]])
x = np.array([2.0, -1.0, 0.5])
b = np.array([0.25, -0.5])
before = W.copy(), x.copy(), b.copy()
got = affine(W, x, b)
assert isinstance(got, np.ndarray)
assert got.shape == (2,)
assert got.dtype == np.float64
assert np.all(got > 2)
assert np.array_equal(W, before[0])
assert np.array_equal(x, before[1])
assert np.array_equal(b, before[2])
square, x = np.array([[1.0, 3.0], [-2.0, 0.5]]), np.array([2.0, -1.0])
affine(square, x, b)
assert np.array_equal(x, [2.0, -1.0])

# %% [markdown]
# ## Exercise 3: n examples at once
#
# Training looks at many examples together. They are the rows of $X$, and each gets its row of predictions:
#
# $$Z_{ij} = \sum_{m=1}^{d} X_{im} W_{jm} + b_j \qquad\text{or, in one expression,}\qquad Z = X W^{\top} + b$$
#
# **Why so.** Row $i$ of $Z$ is exercise 2, with row $i$ of $X$ as $x$. Both $X$ and $W$ have the features as their last axis, so $W$ is
# transposed to make rows of $X$ meet rows of $W$. Adding $b$ to a matrix is short for adding it to each row. NumPy
# reads it in the same way: it aligns shapes from the right, $(n, k)$ with $(k{,})$. This is called **broadcasting**.
#
# **What goes wrong.** A bias belongs to an output, that is, to a column of $Z$. Made a column itself, `b[:, None]` of
# shape $(k, 1)$, it is added by rows. Where $n \ne k$, NumPy refuses, unless one of them is 1; where $n = k$, it cannot know.
#
# A loop over the rows is right, too. Try to find the expression without a loop: it is shorter, and much faster for
# large n.

# %% [markdown] hints="affine_batch"
# 1. Write down the shapes of X, W and b, and the shape that you want. Which axis has to disappear?
# 2. A product of matrices sums over the last axis of the first and the first axis of the second. Both must be the features.
# 3. One expression: a product with `@` of shape (n, k), one factor transposed by `.T`, plus b as it is.

# %% answer="affine_batch"
def affine_batch(X, W, b):
    """Z = X·Wᵀ + b, that is Z[i, j] = Σₘ X[i, m]·W[j, m] + b[j].

    X : features, shape (n, d); row i is example i
    W : weights, shape (k, d); row j belongs to output j
    b : biases, shape (k,)
    returns the predictions, shape (n, k)
    """
    ### BEGIN SOLUTION
    return X @ W.T + b
    ### END SOLUTION

# %%
check(affine_batch)

# %% test="affine_batch_of_three_orders_at_four_cafes"
# Row i holds the totals of order i, column j those of café j.
X = np.array([[1.0, 0.0], [0.0, 1.0], [2.0, 1.0]])
W = np.array([[3.5, 4.0], [3.0, 5.0], [4.0, 4.5], [2.5, 6.0]])
got = affine_batch(X, W, np.array([2.5, 1.5, 0.5, 3.0]))
expected = np.array([
    [6.0, 4.5, 4.5, 5.5],
    [6.5, 6.5, 5.0, 9.0],
    [13.5, 12.5, 13.0, 14.0],
])
assert close(got, expected), difference(got, expected)

# %% test="affine_batch_where_all_sizes_agree"
# Where n = d = k, a product in another order fits, but has other numbers.
X = np.array([[1.0, 2.0], [3.0, 4.0]])
W = np.array([[1.0, 0.5], [-1.0, 2.0]])
got = affine_batch(X, W, np.array([10.0, 20.0]))
expected = np.array([[12.0, 23.0], [15.0, 25.0]])
assert close(got, expected), difference(got, expected)

# %% test="affine_batch_of_one_example"
# A batch of one example gives one row, of shape (1, k).
W = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
got = affine_batch(np.array([[3.0, -1.0]]), W, np.array([0.5, -0.5, 0.25]))
expected = np.array([[3.5, -1.5, 2.25]])
assert close(got, expected), difference(got, expected)

# %% hidden="affine_batch_equals_the_formula" points=1
# For any n, d and k each entry is the sum of its products, plus its bias.
rng = np.random.default_rng(121)
for n, d, k in [
    (4, 3, 2), (2, 5, 3), (3, 2, 5), (1, 1, 1), (1, 4, 2), (5, 1, 3), (4, 3, 1)
]:
    X, W = rng.normal(size=(n, d)), rng.normal(size=(k, d))
    b = rng.normal(size=k)
    expected = np.zeros((n, k))
    for i, j in np.ndindex(n, k):
        expected[i, j] = sum(X[i, m] * W[j, m] for m in range(d)) + b[j]
    got = affine_batch(X, W, b)
    assert close(got, expected), difference(got, expected)

# %% hidden="affine_batch_is_not_misled_by_equal_sizes" points=1
# Where two or all three of n, d, k are equal, the entries are the same sums.
rng = np.random.default_rng(122)
for n, d, k in [(3, 2, 3), (2, 4, 4), (5, 5, 2), (3, 3, 3), (2, 1, 2)]:
    X, W = rng.normal(size=(n, d)), rng.normal(size=(k, d))
    b = rng.normal(size=k)
    expected = np.zeros((n, k))
    for i, j in np.ndindex(n, k):
        expected[i, j] = sum(X[i, m] * W[j, m] for m in range(d)) + b[j]
    got = affine_batch(X, W, b)
    assert close(got, expected), difference(got, expected)

# %% hidden="affine_batch_treats_each_example_by_itself" points=1
# Reordered examples give reordered rows; one example alone gives its old row.
rng = np.random.default_rng(123)
X, W, b = rng.normal(size=(4, 3)), rng.normal(size=(2, 3)), rng.normal(size=2)
whole = np.asarray(affine_batch(X.copy(), W.copy(), b.copy()))
assert whole.shape == (4, 2), f"expected shape (4, 2), got {whole.shape}"
first = X[0] @ W[0] + b[0]
assert close(whole[0, 0], first), difference(whole[0, 0], first)
got = affine_batch(X[[2, 0, 3, 1]], W.copy(), b.copy())
expected = whole[[2, 0, 3, 1]]
assert close(got, expected), difference(got, expected)
got = affine_batch(X[3:], W.copy(), b.copy())
expected = whole[3:]
assert close(got, expected), difference(got, expected)

# %% hidden="affine_batch_leaves_its_arguments_alone" points=1
# The arguments stay the same; the result is a float64 array of shape (n, k).
X = np.arange(-3.0, 9.0).reshape(4, 3) / 2
W = np.array([[0.5, -1.0, 2.0], [1.5, 0.0, 1.0]])
b = np.array([0.25, -0.5])
before = X.copy(), W.copy(), b.copy()
got = affine_batch(X, W, b)
assert isinstance(got, np.ndarray)
assert got.shape == (4, 2)
assert got.dtype == np.float64
assert np.array_equal(X, before[0])
assert np.array_equal(W, before[1])
assert np.array_equal(b, before[2])
square, b = W[:, :2].copy(), np.array([0.25, -0.5])
X = before[0][:, :2].copy()
affine_batch(X, square, b)
assert np.array_equal(X, before[0][:, :2])

# %% [markdown]
# ## Play: which row meets which row
#
# The picture shows $X$, $W$, $b$ and the $Z$ that your `affine_batch` makes of them. The line below the grids
# writes out one entry of $Z$ as a sum. The sliders choose the shapes, and the entry; i and j count from 0, as in code.
#
# - Move n. Which grids get longer, and which do not know how many examples there are? Do the old rows of $Z$ change?
# - Move d. The shape of $Z$ stays as it is. What changes in the sum below?
# - Choose k = 3 and move j. Which entry of $b$ comes along? Then move i instead: does the bias in the sum change?

# %%
pictures.affine_shapes(affine_batch)

# %% [markdown]
# ## Exercise 4: the bias as one more weight
#
# Put the fee on the menu: an item called *delivery*, of which every order has exactly one. Then its price is a weight
# like the others, and no bias is left:
#
# $$\begin{pmatrix} X & \mathbf{1} \end{pmatrix} \begin{pmatrix} w \\ b \end{pmatrix} = X w + b$$
#
# **Why so.** In row $i$ the new feature is 1, and it adds $1 \cdot b$ to the sum. So whatever is said about weights alone
# holds for weights and bias together, if $X$ has this column. `least_squares` uses it.
#
# **What goes wrong.** The ones must stand where the bias stands. `np.append(w, b)` has it at the end, so the ones are the
# **last** column. And there is one for each example: a column, not a row.

# %% [markdown] hints="append_ones"
# 1. What shape has the result, and how many ones does it have that X has not?
# 2. Put two arrays side by side: X with d columns, and one column of ones, as long as X has rows.
# 3. `np.ones` makes the ones. `np.column_stack` takes a list of arrays and treats a vector as a column. Or start from `np.ones` of the final shape and fill in X.

# %% answer="append_ones"
def append_ones(X):
    """A[i, m] = X[i, m] for m < d, and A[i, d] = 1: A·(w, b) = X·w + b.

    X : features, shape (n, d)
    returns X with a last column of ones, shape (n, d + 1)
    """
    ### BEGIN SOLUTION
    return np.column_stack([X, np.ones(len(X))])
    ### END SOLUTION

# %%
check(append_ones)

# %% test="append_ones_of_three_examples"
# Each of three examples keeps its two features and gets a 1 after them.
got = append_ones(np.array([[1.5, 2.0], [3.0, 4.0], [5.0, 6.0]]))
expected = np.array([[1.5, 2.0, 1.0], [3.0, 4.0, 1.0], [5.0, 6.0, 1.0]])
assert close(got, expected), difference(got, expected)

# %% test="append_ones_with_as_many_examples_as_features"
# Where n = d the ones are a column as well.
got = append_ones(np.array([[2.0, -1.0], [0.5, 3.0]]))
expected = np.array([[2.0, -1.0, 1.0], [0.5, 3.0, 1.0]])
assert close(got, expected), difference(got, expected)

# %% test="append_ones_folds_the_bias_in"
# One product with weights and bias gives three totals, the fee included.
A = append_ones(np.array([[1.0, 0.0], [0.0, 1.0], [2.0, 1.0]]))
got = A @ np.append([3.5, 4.0], 2.5)
expected = np.array([6.0, 6.5, 13.5])
assert close(got, expected), difference(got, expected)

# %% hidden="append_ones_keeps_every_feature" points=1
# For any n and d the features stay in their places, a column of ones too, and each row ends with a new 1.
rng = np.random.default_rng(131)
for n, d in [(4, 2), (1, 3), (5, 1), (1, 1), (3, 3), (2, 6), (3, 2)]:
    X = rng.normal(size=(n, d))
    X[0, 0] = 0.0
    if (n, d) == (3, 2):
        X[:, 1] = 1.0
    expected = np.zeros((n, d + 1))
    for i in range(n):
        expected[i] = [X[i, m] for m in range(d)] + [1.0]
    got = append_ones(X)
    assert close(got, expected), difference(got, expected)

# %% hidden="append_ones_makes_the_bias_a_weight" points=1
# The product with weights and bias is the prediction, for every example.
rng = np.random.default_rng(132)
for n, d in [(5, 3), (2, 4), (3, 3), (1, 2), (4, 1)]:
    X, w = rng.normal(size=(n, d)), rng.normal(size=d)
    b = float(rng.normal())
    expected = np.full(n, b)
    for i in range(n):
        expected[i] += sum(X[i, m] * w[m] for m in range(d))
    got = append_ones(X.copy()) @ np.append(w, b)
    assert close(got, expected), difference(got, expected)

# %% hidden="append_ones_leaves_its_argument_alone" points=1
# The features stay the same; the result is float64, with one column more.
X = np.array([[1.0, 2.0], [0.5, -3.0], [0.0, 4.0], [2.5, 1.5]])
before = X.copy()
got = append_ones(X)
assert isinstance(got, np.ndarray)
assert got.shape == (4, 3)
assert got.dtype == np.float64
assert X.shape == (4, 2)
assert np.array_equal(X, before)

# %% [markdown]
# ## Exercise 5: what a network has to learn
#
# A network chains such formulas: the outputs of one layer are the features of the next. `layer_sizes` lists how many
# numbers each layer has, $s_0, s_1, \dots, s_L$, from the features to the last outputs. In a **fully connected** network,
# layer $l$ has a weight matrix of shape $(s_l, s_{l-1})$ and biases of shape $(s_l{,})$. All of them are to be learned:
#
# $$\text{parameters} = \sum_{l=1}^{L} \left( s_l \, s_{l-1} + s_l \right)$$
#
# **Why so.** Layer $l$ is exercise 2 with $d = s_{l-1}$ and $k = s_l$. What stands between the layers comes in `worked_backprop`; it
# has no parameters.
#
# **What goes wrong.** The sum begins at $l = 1$: the features are given, so they need no weights and no biases. Then
# each layer has a bias for each of its own outputs, not for its inputs, and not one for the layer as a whole.

# %% [markdown] hints="count_parameters"
# 1. Draw a network of 2 features, 2 hidden units and 2 outputs. How many arrows go into each unit, and how many biases has it?
# 2. Take the layer sizes in neighbouring pairs. Each pair is one weight matrix and one vector of biases.
# 3. A loop over `zip(layer_sizes[:-1], layer_sizes[1:])` gives the pairs. Add up what each pair needs, and return after the loop.

# %% answer="count_parameters"
def count_parameters(layer_sizes):
    """Σₗ (s[l]·s[l−1] + s[l]), l = 1 … L, for layer_sizes = [s[0], …, s[L]].

    layer_sizes : a list of whole numbers, features first, at least two
    returns the number of weights and biases together, an int
    """
    ### BEGIN SOLUTION
    total = 0
    for inputs, outputs in zip(layer_sizes[:-1], layer_sizes[1:]):
        total += outputs * inputs + outputs
    return total
    ### END SOLUTION

# %%
check(count_parameters)

# %% test="count_parameters_of_2_2_2"
# Two features, two hidden units and two outputs need 12 parameters.
got = count_parameters([2, 2, 2])
expected = 12
assert close(got, expected), difference(got, expected)

# %% test="count_parameters_of_one_output"
# The model of exercise 1 with three features has three weights and a bias.
got = count_parameters([3, 1])
expected = 4
assert close(got, expected), difference(got, expected)

# %% test="count_parameters_of_unequal_layers"
# Sizes 4, 5, 3 need 43 parameters: 25 for the five units, 18 for the three.
got = count_parameters([4, 5, 3])
expected = 25 + 18
assert close(got, expected), difference(got, expected)

# %% test="count_parameters_is_a_whole_number"
# The count is an integer such as 12, not a float such as 12.0.
count = count_parameters([6, 2])
whole = np.issubdtype(np.asarray(count).dtype, np.integer)
got = "an integer" if whole else f"a value of type {type(count).__name__}"
expected = "an integer"
assert got == expected, f"expected {expected}, got {got}"

# %% hidden="count_parameters_equals_the_entries" points=1
# For a network of any depth it is the number of entries in all its arrays.
for sizes in [
    [2, 2, 2], [1, 1], [5, 1], [1, 6],
    [3, 7, 2], [5, 4, 3, 2, 1], [10, 1, 10, 4], [784, 128, 64, 10],
]:
    expected = 0
    for layer in range(1, len(sizes)):
        W = np.zeros((sizes[layer], sizes[layer - 1]))
        b = np.zeros(sizes[layer])
        expected = expected + W.size + b.size
    got = count_parameters(list(sizes))
    assert close(got, expected), difference(got, expected)

# %% hidden="count_parameters_of_one_more_unit" points=1
# One more hidden unit adds the parameters that it brings, and no others.
for before, hidden, after in [(4, 5, 3), (1, 2, 6), (7, 1, 1)]:
    more = count_parameters([before, hidden + 1, after])
    got = more - count_parameters([before, hidden, after])
    expected = before + 1 + after
    assert close(got, expected), difference(got, expected)

# %% hidden="count_parameters_leaves_its_argument_alone" points=1
# The list is the same afterwards, and the count is a single whole number.
sizes = [6, 4, 2, 3]
got = count_parameters(sizes)
assert sizes == [6, 4, 2, 3]
assert np.ndim(got) == 0
assert np.issubdtype(np.asarray(got).dtype, np.integer)
assert got == 47, difference(got, 47)

# %% [markdown]
# ## In your own words
#
# Set n = d = k = 3 in the picture of the four grids, under *Play: which row meets which row* (below exercise 3), and look
# at the $Z$ that your `affine_batch` gives. Someone else writes `X @ W.T + b[:, None]` for the same arrays and sees no error.
# Explain in two or three sentences which bias your code adds to the entry $Z_{ij}$, which one theirs adds, and why NumPy
# does not complain. Which entries agree with yours, whatever the numbers?
#
# *2 points, read by a person.*

# %%
whiteboard("affine_in_your_words")

# %% [markdown] written="affine_in_your_words" points=2
# My code adds $b_j$ to $Z_{ij}$: a bias belongs to an output, a column of $Z$. Theirs has shape $(3, 1)$, one number for each
# row, so it adds $b_i$. As $n = k$, both shapes fit $(3, 3)$ and nothing can be noticed from the shapes. The entries with $i = j$ always
# agree, the others only where $b_i = b_j$.
#
# *Rubric: 1 point for b_j against b_i with shapes that both fit because n = k, 1 point for the diagonal.*

# %% [markdown]
# ## Take away
#
# 1. A prediction is a sum of weights times features, plus a bias that is added once.
# 2. For n examples and k outputs, $Z = X W^{\top} + b$: the sum runs over features, a row of $Z$ is an example, a column an output.
# 3. Check shapes, and test with sizes that are all different: equal sizes hide mistakes.
#
# **Notes:** what would you like to find here when you come back? They stay on your machine and are not handed in.

# %%
notes("affine_prediction")

# %% [markdown]
# **Before you go:** how was it? Change the values below, run the cell and save. This carries no points.

# %%
self_assessment(
    confidence=None,  # 1 (guessing) to 5 (I could explain it)
    hardest="",       # the hardest exercise, such as "affine_batch"
    difficulty=None,  # 1 (easy) to 5 (hard)
    minutes=None,     # how long it took, if you like to say
)

# %% [markdown]
# **Hand in:** save, press *Validate*, and submit as your course tells you. **Next:** `least_squares`, which finds the weights from
# examples.
