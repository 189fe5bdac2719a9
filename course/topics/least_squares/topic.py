# ---
# jupyter:
#   course:
#     difficulty: 2
#     minutes: 75
#     needs: [affine_prediction]
#   jupytext:
#     notebook_metadata_filter: course
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Walk downhill to the best weights
#
# You stand on a mountain in thick fog and want to reach the bottom of the valley. You see nothing, but you feel the slope
# under your feet. So you take a step downhill, feel the slope again, and take the next step.
#
# A model learns in the same way. Its place on the mountain is its weights. The height is the **loss**, which says how wrong the
# predictions are. The slope is the **gradient**. How long may a step be? That is the question of this notebook.
#
# | | |
# |---|---|
# | **You will do** | write the squared loss, its gradient in two ways, one step, the whole walk, and the leap to the bottom |
# | **You will learn** | why the gradient is $X^{\top}(Xw - y)$, which step is too long, and when the start decides where the walk ends |
# | **You need** | `affine_prediction`: a prediction is a sum of weights times features, and the bias can be one more weight |
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
# | $X$ | `X` | $(n, d)$ | the features: row $i$ is example $i$ |
# | $y$ | `y` | $(n{,})$ | the targets: what should be predicted |
# | $w$ | `w` | $(d{,})$ | the weights; where there is a bias, it is the last weight, and $X$ has a last column of ones |
# | $e$ | `errors` | $(n{,})$ | the errors $Xw - y$: predicted minus wanted |
# | $L(w)$ | | scalar | the loss, $\frac12 \lVert Xw - y \rVert^2$ |
# | $\nabla L(w)$ | `gradient` | $(d{,})$ | the gradient: entry $m$ is $\partial L / \partial w_m$, the slope if only $w_m$ moves |
# | $\alpha$ | `lr` | scalar | the learning rate, above 0: the step is $\alpha$ times the gradient |
# | $w^{(t)}$ | row `t` of the path | $(d{,})$ | the weights after $t$ steps; $w^{(0)}$ is the start, `w0` |
# | $w^{*}$ | | $(d{,})$ | a minimiser: weights at the bottom, where no others have a smaller loss |
# | $f, \varepsilon$ | `f`, `eps` | | any function from weights to one number; a small distance |
# | $u^{(m)}, v$ | | $(d{,})$ | the vector with 1 at place $m$ and 0 elsewhere; any direction, of length 1 |
# | $s_j$ | `s` | | the singular values of $X$, largest first; explained after exercise 5 |
# | $s$ | `s[0]` | scalar | the largest of them |
# | $u_j, v_j$ | | $(n{,})$, $(d{,})$ | the directions that belong to $s_j$, of length 1, in exercise 6 |
# | $X^{+}$ | | $(d, n)$ | the pseudoinverse of $X$, in exercise 6 |
#
# The index $i$ counts examples, $m$ features and $j$ singular values. $\lVert e \rVert^2 = e \cdot e$ is the sum of the squares of all entries.

# %% [markdown]
# ## A worked example
#
# The café of `affine_prediction` has lost its price list. Three bills are left: 1, 2 and 4 coffees cost 6.00, 9.50 and 16.50, each
# delivery with its fee. Which price $w_1$ and which fee $w_2$ explain them? The second column of $X$ belongs to the fee and
# holds ones. Let us try $w = (3, 3)$. Each bill gets a prediction and an error, and the loss is half the sum of the squared errors:
#
# $$L(w) = \tfrac12 \left( e_1^2 + e_2^2 + e_3^2 \right) \qquad\text{with}\qquad e = Xw - y$$
#
# The cell computes each number and checks the loss, 1.25. Then it checks that $w = (3.5,\, 2.5)$ explains all three bills.

# %%
X = np.array([[1.0, 1.0], [2.0, 1.0], [4.0, 1.0]])
y = np.array([6.0, 9.5, 16.5])
w = np.array([3.0, 3.0])
errors = X @ w - y
print("predictions   ", X @ w)
print("errors        ", errors)
print("their squares ", errors ** 2)
print("half the sum  ", (errors ** 2).sum() / 2)
assert (errors ** 2).sum() / 2 == 1.25
assert np.array_equal(X @ np.array([3.5, 2.5]), y)

# %% [markdown]
# ## Exercise 1: the height of the mountain
#
# $$L(w) = \tfrac12 \lVert Xw - y \rVert^2 = \tfrac12 \sum_{i=1}^{n} \Bigl( \sum_{m=1}^{d} X_{im} w_m - y_i \Bigr)^2$$
#
# **Why so.** A square is never negative, so an error that is too high cannot make up for one that is too low. Twice the error
# costs four times as much. The factor $\frac12$ is there for exercise 2, where it cancels a 2.
#
# **What goes wrong.** First square, then add: the square of the sum is something else. It is a **sum** over the examples here, not a
# mean, so for the same $w$ a further example never makes the loss smaller. And $\lVert e \rVert^2$ has no root in it.

# %% [markdown] hints="squared_loss"
# 1. Look at the worked example. Which of its steps gives a vector, and which a single number?
# 2. The errors are a vector of shape (n,). The sum of their squares is their dot product with themselves.
# 3. Two lines: the errors, by one `@` and one subtraction; then half of a dot product, or half of `np.sum` of squares.

# %% answer="squared_loss"
def squared_loss(X, w, y):
    """L(w) = ½‖Xw − y‖² = ½ Σᵢ (Σₘ X[i, m]·w[m] − y[i])².

    X : features, shape (n, d)
    w : weights, shape (d,)
    y : targets, shape (n,)
    returns the loss, a float
    """
    ### BEGIN SOLUTION
    errors = X @ w - y
    return float(errors @ errors / 2)
    ### END SOLUTION

# %%
check(squared_loss)

# %% test="squared_loss_of_three_bills"
# The price 3 and the fee 2 miss the three bills by 1, 1.5 and 2.5: loss 4.75.
X = np.array([[1.0, 1.0], [2.0, 1.0], [4.0, 1.0]])
got = squared_loss(X, np.array([3.0, 2.0]), np.array([6.0, 9.5, 16.5]))
expected = 4.75
assert close(got, expected), difference(got, expected)

# %% test="squared_loss_adds_the_examples"
# It is a sum: the same two examples, listed twice, cost twice as much.
X, y = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([0.0, 4.0])
once = squared_loss(X, np.array([1.0, 1.0]), y)
twice = squared_loss(np.vstack([X, X]), np.array([1.0, 1.0]), np.append(y, y))
got = np.array([once, twice])
expected = np.array([9.0, 18.0])
assert close(got, expected), difference(got, expected)

# %% test="squared_loss_of_one_example"
# One example with one feature, predicted 6 and wanted 2, costs 8.
got = squared_loss(np.array([[2.0]]), np.array([3.0]), np.array([2.0]))
expected = 8.0
assert close(got, expected), difference(got, expected)

# %% test="squared_loss_at_the_bottom"
# Where every prediction is right the loss is 0.
X = np.array([[1.0, 1.0], [2.0, 1.0], [4.0, 1.0]])
got = squared_loss(X, np.array([3.5, 2.5]), np.array([6.0, 9.5, 16.5]))
expected = 0.0
assert close(got, expected), difference(got, expected)

# %% hidden="squared_loss_equals_the_formula" points=1
# For any n and d it is half the sum of the squared errors, term by term.
rng = np.random.default_rng(201)
for n, d in [(4, 2), (1, 1), (1, 3), (5, 1), (3, 3), (2, 5), (9, 4)]:
    X, w, y = rng.normal(size=(n, d)), rng.normal(size=d), rng.normal(size=n)
    expected = 0.0
    for i in range(n):
        error = sum(X[i, m] * w[m] for m in range(d)) - y[i]
        expected = expected + error * error / 2
    got = squared_loss(X, w, y)
    assert close(got, expected), difference(got, expected)

# %% hidden="squared_loss_grows_with_the_square" points=1
# Errors three times as large cost nine times as much, and one error alone costs half its square.
X = np.array([[2.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
w = np.array([1.0, -2.0, 0.5])
for factor, expected in [(0.0, 0.0), (1.0, 8.125), (-1.0, 8.125), (3.0, 73.125)]:
    got = squared_loss(X, w, X @ w + factor * np.array([0.5, -4.0]))
    assert close(got, expected), difference(got, expected)

# %% hidden="squared_loss_leaves_its_arguments_alone" points=1
# The arguments stay the same, and the loss is a single number.
X = np.array([[1.0, 2.0], [0.5, -1.0], [0.0, 3.0]])
w = np.array([2.0, 0.0])
y = np.array([1.0, 0.0, -2.0])
before = X.copy(), w.copy(), y.copy()
got = squared_loss(X, w, y)
assert np.ndim(got) == 0
assert close(got, 3.0), difference(got, 3.0)
assert np.array_equal(X, before[0])
assert np.array_equal(w, before[1])
assert np.array_equal(y, before[2])

# %% [markdown]
# ## Exercise 2: the slope under your feet
#
# Let one weight $w_m$ grow a little. The error $e_i$ has the slope $X_{im}$ in $w_m$. And $\frac12 e_i^2$ has the slope $e_i$ in $e_i$: here the
# $\frac12$ cancels the 2. By the chain rule these two slopes are multiplied, and over the examples the products add up:
#
# $$\frac{\partial L}{\partial w_m} = \sum_{i=1}^{n} e_i X_{im} \qquad\text{or, all weights at once,}\qquad \nabla L(w) = X^{\top}(Xw - y)$$
#
# **Why so.** The sum runs over the examples, the axis of length $n$. In $X$, of shape $(n, d)$, this axis comes first. In $X^{\top}$, of
# shape $(d, n)$, it comes last, and there `@` meets the $n$ errors. What is left has one entry for each weight.
#
# **What goes wrong.** Without the transpose the shapes do not fit, unless $n = d$; then nobody notices, and the
# numbers are wrong unless $X = X^{\top}$. With $y - Xw$ in place of $Xw - y$ the gradient points downhill, and every walk that subtracts it goes up.

# %% [markdown] hints="squared_loss_gradient"
# 1. What shape has the gradient? Which axis of X has to disappear?
# 2. Take the errors from exercise 1, with their sign. Each weight needs the dot product of its column of X with the errors.
# 3. Two lines: the errors; then one `@` of `X.T` and the errors. There is no ½ and no 1/n.

# %% answer="squared_loss_gradient"
def squared_loss_gradient(X, w, y):
    """∇L(w) = Xᵀ(Xw − y), that is ∂L/∂w[m] = Σᵢ (Xw − y)[i]·X[i, m].

    X : features, shape (n, d)
    w : weights, shape (d,)
    y : targets, shape (n,)
    returns the gradient of ½‖Xw − y‖², shape (d,)
    """
    ### BEGIN SOLUTION
    errors = X @ w - y
    return X.T @ errors
    ### END SOLUTION

# %%
check(squared_loss_gradient)

# %% test="squared_loss_gradient_of_three_bills"
# At the price 3 and the fee 2 the slopes are −14 and −5: both should grow.
X = np.array([[1.0, 1.0], [2.0, 1.0], [4.0, 1.0]])
got = squared_loss_gradient(X, np.array([3.0, 2.0]), np.array([6.0, 9.5, 16.5]))
expected = np.array([-14.0, -5.0])
assert close(got, expected), difference(got, expected)

# %% test="squared_loss_gradient_with_as_many_examples_as_features"
# Where n = d, X and its transpose both fit, but only one of them is right.
X = np.array([[1.0, 2.0], [3.0, 4.0]])
got = squared_loss_gradient(X, np.array([1.0, -1.0]), np.array([0.0, 1.0]))
expected = np.array([-7.0, -10.0])
assert close(got, expected), difference(got, expected)

# %% test="squared_loss_gradient_at_the_bottom"
# At the best weight for the targets 1 and 3, their mean, the ground is flat.
X = np.array([[1.0], [1.0]])
got = squared_loss_gradient(X, np.array([2.0]), np.array([1.0, 3.0]))
expected = np.array([0.0])
assert close(got, expected), difference(got, expected)

# %% hidden="squared_loss_gradient_equals_the_formula" points=1
# For any n and d each slope is the sum over the examples, term by term.
rng = np.random.default_rng(211)
for n, d in [(4, 2), (1, 1), (1, 3), (5, 1), (3, 3), (2, 5), (9, 4)]:
    X, w, y = rng.normal(size=(n, d)), rng.normal(size=d), rng.normal(size=n)
    expected = np.zeros(d)
    for i in range(n):
        error = sum(X[i, m] * w[m] for m in range(d)) - y[i]
        for m in range(d):
            expected[m] += error * X[i, m]
    got = squared_loss_gradient(X, w, y)
    assert close(got, expected), difference(got, expected)

# %% hidden="squared_loss_gradient_matches_central_differences" points=1
# Each entry is the slope of the loss when one weight moves, by central differences.
rng = np.random.default_rng(212)
for n, d in [(6, 3), (2, 4), (4, 4)]:
    X, w, y = rng.normal(size=(n, d)), rng.normal(size=d), rng.normal(size=n)
    expected = np.zeros(d)
    for m in range(d):
        up, down = w.copy(), w.copy()
        up[m] += 0.5  # the loss is quadratic: any distance is exact
        down[m] -= 0.5
        rise = np.sum((X @ up - y) ** 2) - np.sum((X @ down - y) ** 2)
        expected[m] = rise / 2
    got = squared_loss_gradient(X, w, y)
    assert close(got, expected), difference(got, expected)

# %% hidden="squared_loss_gradient_is_zero_at_the_bottom_only" points=1
# At the best weights it is 0, although errors are left; beside them it is not.
X = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0], [1.0, 3.0]])
y = np.array([1.5, -2.5, -4.5, -4.5])  # 0.5 − 2·(0, 1, 2, 3) + (1, −1, −1, 1)
for away, expected in [
    ([0.0, 0.0], [0.0, 0.0]), ([1.0, 0.0], [4.0, 6.0]), ([0.0, 1.0], [6.0, 14.0])
]:
    got = squared_loss_gradient(X, np.array([0.5, -2.0]) + away, y)
    assert close(got, np.array(expected)), difference(got, np.array(expected))

# %% hidden="squared_loss_gradient_leaves_its_arguments_alone" points=1
# The arguments stay the same; the result is a float64 array of shape (d,).
X = np.array([[1.0, 2.0], [0.5, -1.0], [0.0, 3.0]])
w = np.array([2.0, -1.0])
y = np.array([1.0, 0.0, -2.0])
before = X.copy(), w.copy(), y.copy()
got = squared_loss_gradient(X, w, y)
assert isinstance(got, np.ndarray)
assert got.shape == (2,)
assert got.dtype == np.float64
assert close(got, np.array([0.0, -7.0])), difference(got, np.array([0.0, -7.0]))
assert np.array_equal(X, before[0])
assert np.array_equal(w, before[1])
assert np.array_equal(y, before[2])

# %% [markdown]
# ## Exercise 3: measure the slope
#
# Is a gradient right? You can measure it, and for this you need the heights only. From where you stand, go the small distance $\varepsilon$ to
# one side and to the other, along one weight alone. Divide the difference of the two heights by the distance between them:
#
# $$\frac{\partial f}{\partial w_m} \approx \frac{f(w + \varepsilon u^{(m)}) - f(w - \varepsilon u^{(m)})}{2 \varepsilon}$$
#
# Here $u^{(m)}$ is the vector with 1 at place $m$ and 0 elsewhere. This is a **central difference**.
#
# **Why so.** The ground is curved, so a difference to one side only is wrong by an amount of the size of $\varepsilon$. The curve changes the heights on both sides
# by nearly the same amount, and in their difference this cancels. What is left is of the size of $\varepsilon^2$. The cell measures the slope of $w^3$ at $w = 1$,
# which is 3, in both ways. With $\varepsilon = 10^{-15}$ both fail: the heights are so close to each other that rounding decides.

# %%
def cube(v):
    return v * v * v

print("eps      one side   both sides")
for eps in (0.1, 0.01, 0.001, 1e-15):
    one_side = (cube(1 + eps) - cube(1)) / eps
    both_sides = (cube(1 + eps) - cube(1 - eps)) / (2 * eps)
    print(f"{eps:<9g}{one_side:<11.6f}{both_sides:.6f}")

# %% [markdown]
# **What goes wrong.** `up = w` makes no copy, so `up[m] += eps` writes into `w` itself. And each weight moves alone: while $w_2$
# moves, $w_1$ stays at its place.
#
# `f` is a function that you are given. Call it as `f(v)` with a vector `v` of shape $(d{,})$; it returns one number. The array `w` is never
# written, not even for a moment.

# %% [markdown] hints="numerical_gradient"
# 1. How many slopes are there, and how often must `f` be called for each?
# 2. Loop over the weights. For each one make a step vector of zeros with `eps` at one place, and add it to `w` or subtract it from `w`: both make new arrays.
# 3. A result of zeros, shape (d,); a loop over m; in it a fresh step vector, then one quotient whose denominator stands in parentheses; a `return` after the loop.

# %% answer="numerical_gradient"
def numerical_gradient(f, w, eps=1e-6):
    """g[m] = (f(w + eps·u) − f(w − eps·u)) / (2·eps), where u[m] = 1, elsewhere 0.

    f : function of a vector of shape (d,), returns a number
    w : where the slope is measured, shape (d,); never written
    eps : the distance to either side
    returns the slopes, shape (d,)
    """
    ### BEGIN SOLUTION
    gradient = np.zeros(len(w))
    for m in range(len(w)):
        step = np.zeros(len(w))
        step[m] = eps
        gradient[m] = (f(w + step) - f(w - step)) / (2 * eps)
    return gradient
    ### END SOLUTION

# %%
check(numerical_gradient)

# %% test="numerical_gradient_of_a_polynomial"
# The slopes of v₁² + 3·v₂·v₃ at (2, 5, −1) are 4, −3 and 15.
def f(v):
    return v[0] * v[0] + 3 * v[1] * v[2]

got = numerical_gradient(f, np.array([2.0, 5.0, -1.0]))
expected = np.array([4.0, -3.0, 15.0])
assert close(got, expected, rtol=1e-5, atol=1e-7), difference(got, expected)

# %% test="numerical_gradient_goes_to_both_sides"
# For v³ at 1 and eps = 0.5 the quotient is (1.5³ − 0.5³)/1 = 3.25.
def f(v):
    return v[0] * v[0] * v[0]

got = numerical_gradient(f, np.array([1.0]), 0.5)
expected = np.array([3.25])
assert close(got, expected), difference(got, expected)

# %% test="numerical_gradient_never_writes_w"
# It works where w cannot be written, also for a weight that is 0.
def f(v):
    return 5 * v[0] + v[1] * v[1]

w = np.array([0.0, 1.5])
w.flags.writeable = False
got = numerical_gradient(f, w)
expected = np.array([5.0, 3.0])
assert close(got, expected, rtol=1e-5, atol=1e-8), difference(got, expected)

# %% hidden="numerical_gradient_equals_the_slopes_by_hand" points=1
# For curved functions of 1, 2 and 5 weights each slope is the one worked out by hand.
rng = np.random.default_rng(221)
for d in [1, 2, 5]:
    a, w = rng.normal(size=d), rng.normal(size=d)
    def f(v):
        return float(np.sum(a * np.sin(v)) + np.prod(v))
    expected = a * np.cos(w)
    for m in range(d):
        expected[m] += np.prod([w[j] for j in range(d) if j != m])
    got = numerical_gradient(f, w)
    assert close(got, expected, rtol=1e-5, atol=1e-8), difference(got, expected)

# %% hidden="numerical_gradient_is_a_central_difference" points=2
# With the eps that is handed in, cubes have the slope 3·v² + eps², squares and products the exact one.
w = np.array([1.0, -2.0, 0.5])
def f(v):
    return v[0] ** 3 + 2 * v[1] ** 3 - v[2] ** 2 + v[0] * v[1] * v[2]
for eps in [0.5, 0.25, 2.0]:
    expected = np.array([3 + eps * eps - 1, 24 + 2 * eps * eps + 0.5, -1.0 - 2.0])
    got = numerical_gradient(f, w, eps)
    assert close(got, expected), difference(got, expected)
    got = numerical_gradient(f, w, eps=eps)
    assert close(got, expected), difference(got, expected)

# %% hidden="numerical_gradient_leaves_the_weights_alone" points=1
# A w that cannot be written is enough; the result is a float64 array of shape (d,).
w = np.array([0.0, 4.0, -1.0, 0.5])
w.flags.writeable = False
def f(v):
    return 2 * v[0] - v[1] * v[2] + v[3]
got = numerical_gradient(f, w)
expected = np.array([2.0, 1.0, -4.0, 1.0])
assert not w.flags.writeable
assert isinstance(got, np.ndarray)
assert got.dtype == np.float64
assert close(got, expected, rtol=1e-5, atol=1e-8), difference(got, expected)
w = np.array([3.0, -1.0])
got = numerical_gradient(lambda v: v[0] + v[0] * v[1], w)
expected = np.array([0.0, 3.0])
assert close(got, expected, rtol=1e-5, atol=1e-8), difference(got, expected)
assert np.array_equal(w, [3.0, -1.0])

# %% [markdown]
# Your two gradients can check each other. Run this in a new cell: for the three bills it prints the same two slopes twice, up to
# the last digits.
#
# ```python
# X = np.array([[1.0, 1.0], [2.0, 1.0], [4.0, 1.0]])
# y = np.array([6.0, 9.5, 16.5])
# w = np.array([3.0, 2.0])
# print(squared_loss_gradient(X, w, y))
# print(numerical_gradient(lambda v: squared_loss(X, v, y), w))
# ```

# %% [markdown]
# ## Exercise 4: one step
#
# $$w^{\text{new}} = w - \alpha\, \nabla L(w)$$
#
# **Why so.** Along a direction $v$ of length 1 the loss has the slope $\nabla L(w) \cdot v$. This is largest where $v$ points along the
# gradient, and smallest in the opposite direction. So the gradient points to where the ground rises most, and minus the gradient is the
# steepest way down. Where the ground is flatter the step gets shorter by itself, as its length is $\alpha \lVert \nabla L(w) \rVert$.
#
# **What goes wrong.** With a plus the walk goes up. And `w -= ...` writes into the array that was handed in: whoever still needs the
# old place has lost it.

# %% [markdown] hints="gradient_step"
# 1. Is the slope positive where the weight should grow, or where it should shrink?
# 2. The learning rate scales the whole gradient. The old weights are still needed afterwards.
# 3. One line: a new array from `w`, a minus sign, and a product of two arguments.

# %% answer="gradient_step"
def gradient_step(w, gradient, lr):
    """w_new = w − lr·gradient.

    w : weights, shape (d,)
    gradient : slopes at w, shape (d,)
    lr : learning rate, a number
    returns the new weights, shape (d,)
    """
    ### BEGIN SOLUTION
    return w - lr * gradient
    ### END SOLUTION

# %%
check(gradient_step)

# %% test="gradient_step_goes_against_the_slope"
# A weight with a positive slope shrinks, one with a negative slope grows.
got = gradient_step(np.array([1.0, 2.0]), np.array([4.0, -8.0]), 0.25)
expected = np.array([0.0, 4.0])
assert close(got, expected), difference(got, expected)

# %% test="gradient_step_can_be_long"
# A learning rate above 1 is a rate like any other.
w, gradient = np.array([1.0, -1.0, 3.0]), np.array([2.0, 0.25, 0.0])
got = gradient_step(w, gradient, 2.0)
expected = np.array([-3.0, -1.5, 3.0])
assert close(got, expected), difference(got, expected)

# %% test="gradient_step_leaves_the_old_weights"
# The weights that were handed in are the same afterwards.
w = np.array([1.0, -1.0])
gradient_step(w, np.array([2.0, 0.5]), 0.5)
got = w
expected = np.array([1.0, -1.0])
assert close(got, expected), difference(got, expected)

# %% hidden="gradient_step_equals_the_formula" points=1
# For any number of weights each one moves by the rate times its own slope.
rng = np.random.default_rng(231)
for d, lr in [(1, 0.5), (2, 0.001), (3, 1.0), (6, 2.5)]:
    w, gradient = rng.normal(size=d), rng.normal(size=d)
    expected = np.array([w[m] - gradient[m] * lr for m in range(d)])
    got = gradient_step(w, gradient, lr)
    assert close(got, expected), difference(got, expected)

# %% hidden="gradient_step_depends_on_rate_times_slope" points=1
# Two steps of half the rate go as far as one; a flat ground moves nothing, a slope does.
w, gradient = np.array([3.0, -1.5, 0.0]), np.array([0.5, 4.0, -2.0])
expected = np.array([2.0, -9.5, 4.0])
got = gradient_step(w, gradient, 2.0)
assert close(got, expected), difference(got, expected)
got = gradient_step(gradient_step(w, gradient, 1.0), gradient, 1.0)
assert close(got, expected), difference(got, expected)
got = gradient_step(w, gradient * 4, 0.5)
assert close(got, expected), difference(got, expected)
got = gradient_step(w, np.zeros(3), 2.0)
assert close(got, w), difference(got, w)

# %% hidden="gradient_step_leaves_its_arguments_alone" points=1
# Weights and gradient stay the same; the result is a float64 array of shape (d,).
w, gradient = np.array([0.5, -2.0, 3.0]), np.array([4.0, 0.5, -1.0])
got = gradient_step(w, gradient, 0.5)
expected = np.array([-1.5, -2.25, 3.5])
assert isinstance(got, np.ndarray)
assert got.dtype == np.float64
assert close(got, expected), difference(got, expected)
assert np.array_equal(w, [0.5, -2.0, 3.0])
assert np.array_equal(gradient, [4.0, 0.5, -1.0])

# %% [markdown]
# ## Exercise 5: the whole walk
#
# $$w^{(0)} = \texttt{w0}, \qquad w^{(t+1)} = w^{(t)} - \alpha\, X^{\top}\bigl(X w^{(t)} - y\bigr) \qquad\text{for } t = 0, 1, \dots, \texttt{steps} - 1$$
#
# This is **gradient descent**. Keep every place you visit: row $t$ of the result is $w^{(t)}$.
#
# **Why so.** In the fog you know the slope under your feet and nothing else. So the gradient is computed anew at each place: that of the last place
# is no longer right.
#
# **What goes wrong.** There is one place more than there are steps, because the start counts. And a list that gets the same array again and
# again, changed in place, holds one place many times: the last.

# %% [markdown] hints="gradient_descent"
# 1. How many rows has the result if `steps` is 0?
# 2. You have written the gradient at a place, and the step from a place. The walk does both, again and again, and notes where it is.
# 3. A list that begins with `w0`; a loop of `steps` turns: gradient, step, append; after the loop `np.array` of the list.

# %% answer="gradient_descent"
def gradient_descent(X, y, w0, lr, steps):
    """path[0] = w0, path[t + 1] = path[t] − lr·Xᵀ(X·path[t] − y).

    X : features, shape (n, d)
    y : targets, shape (n,)
    w0 : where the walk starts, shape (d,)
    lr : learning rate, a number
    steps : how many steps, an int, 0 or more
    returns every w visited, shape (steps + 1, d)
    """
    ### BEGIN SOLUTION
    path = [w0]
    for _ in range(steps):
        gradient = squared_loss_gradient(X, path[-1], y)
        path.append(gradient_step(path[-1], gradient, lr))
    return np.array(path)
    ### END SOLUTION

# %%
check(gradient_descent)

# %% test="gradient_descent_of_three_steps"
# Three steps visit four places, and the slope is another one at each.
X, y = np.array([[2.0, 0.0], [0.0, 1.0], [0.0, 1.0]]), np.array([2.0, 0.0, 2.0])
got = gradient_descent(X, y, np.array([2.0, 3.0]), 0.125, 3)
expected = np.array([
    [2.0, 3.0],
    [1.5, 2.5],
    [1.25, 2.125],
    [1.125, 1.84375],
])
assert close(got, expected, rtol=1e-7), difference(got, expected)

# %% test="gradient_descent_without_a_step"
# With no step at all there is one row: the start.
X, y = np.array([[1.0, 2.0], [0.0, 1.0], [3.0, 1.0]]), np.array([1.0, 2.0, 3.0])
got = gradient_descent(X, y, np.array([0.5, -1.0]), 0.1, 0)
expected = np.array([[0.5, -1.0]])
assert close(got, expected), difference(got, expected)

# %% test="gradient_descent_arrives"
# After 10 steps the walk has arrived: the last row predicts both targets.
X, y = np.array([[1.0, 1.0], [-1.0, 1.0]]), np.array([6.0, -1.0])
got = gradient_descent(X, y, np.array([3.0, 3.0]), 0.45, 10)[-1]
expected = np.array([3.5, 2.5])
assert close(got, expected, rtol=1e-7), difference(got, expected)

# %% test="gradient_descent_diverges_where_the_rate_is_too_high"
# At s = 2 and lr = 0.75 each step ends on the other side, twice as far away.
X, y = np.array([[2.0]]), np.array([2.0])
got = gradient_descent(X, y, np.array([2.0]), 0.75, 4)
expected = np.array([[2.0], [-1.0], [5.0], [-7.0], [17.0]])
assert close(got, expected, rtol=1e-7), difference(got, expected)

# %% test="gradient_descent_leaves_the_start"
# The start that was handed in is the same afterwards.
w0 = np.array([1.0])
gradient_descent(np.array([[1.0]]), np.array([3.0]), w0, 0.5, 2)
got = w0
expected = np.array([1.0])
assert close(got, expected), difference(got, expected)

# %% hidden="gradient_descent_goes_step_by_step" points=2
# For any n and d each row is one step from the row before, worked out in loops.
rng = np.random.default_rng(241)
for n, d, steps in [(4, 2, 3), (1, 1, 2), (2, 4, 5), (5, 1, 4), (3, 3, 6)]:
    X, y, w0 = rng.normal(size=(n, d)), rng.normal(size=n), rng.normal(size=d)
    expected = np.zeros((steps + 1, d))
    expected[0] = w0
    for t in range(steps):
        for m in range(d):
            slope = 0.0
            for i in range(n):
                predicted = sum(X[i, j] * expected[t, j] for j in range(d))
                slope += (predicted - y[i]) * X[i, m]
            expected[t + 1, m] = expected[t, m] - 0.05 * slope
    got = gradient_descent(X, y, w0, 0.05, steps)
    assert close(got, expected, rtol=1e-7, atol=1e-9), difference(got, expected)

# %% hidden="gradient_descent_arrives_hops_or_diverges" points=1
# Below, at and above 2/s² each step, from near or far, multiplies the distance to the bottom by 1 − lr·s².
X, y = np.array([[2.0, 0.0], [0.0, 1.0], [0.0, 0.0]]), np.array([2.0, -1.0, 5.0])
bottom = np.array([1.0, -1.0])
for lr in [0.125, 0.25, 0.5, 0.625]:
    factors = np.array([1 - 4 * lr, 1 - lr])
    for away in [np.array([0.5, -2.0]), np.array([512.0, -4096.0]), np.zeros(2)]:
        expected = np.array([bottom + factors ** t * away for t in range(9)])
        got = gradient_descent(X, y, bottom + away, lr, 8)
        assert close(got, expected, rtol=1e-7, atol=1e-9), difference(got, expected)

# %% hidden="gradient_descent_of_few_steps" points=1
# Without a step there is the start alone, with one step there are two rows.
X, y = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 1.0]]), np.array([1.0, 2.0])
w0 = np.array([0.5, -1.0, 4.0])
got = gradient_descent(X, y, w0, 0.5, 0)
expected = np.array([[0.5, -1.0, 4.0]])
assert close(got, expected), difference(got, expected)
got = gradient_descent(X, y, w0, 0.5, 1)
expected = np.array([[0.5, -1.0, 4.0], [1.75, 1.0, 3.5]])
assert close(got, expected, rtol=1e-7), difference(got, expected)

# %% hidden="gradient_descent_leaves_its_arguments_alone" points=1
# The arguments stay the same; the result is a float64 array of shape (steps + 1, d).
X = np.array([[1.0, 2.0], [0.5, -1.0], [0.0, 3.0]])
y, w0 = np.array([1.0, 0.0, -2.0]), np.array([2.0, -1.0])
before = X.copy(), y.copy(), w0.copy()
got = gradient_descent(X, y, w0, 0.5, 2)
assert isinstance(got, np.ndarray)
assert got.shape == (3, 2)
assert got.dtype == np.float64
last = np.array([-0.625, -18.5])
assert close(got[2], last, rtol=1e-7), difference(got[2], last)
assert np.array_equal(X, before[0])
assert np.array_equal(y, before[1])
assert np.array_equal(w0, before[2])

# %% [markdown]
# ## When is a step too long?
#
# At a minimiser $w^{*}$ the ground is flat, so $X^{\top}(X w^{*} - y) = 0$. Subtract this from the gradient: $\nabla L(w) = X^{\top} X (w - w^{*})$. So the
# distance to the bottom, $w - w^{*}$, is all that counts, and one step makes of it
#
# $$w^{\text{new}} - w^{*} = (w - w^{*}) - \alpha\, X^{\top} X\, (w - w^{*})$$
#
# $X$ stretches some directions more than others. Its **singular values** say how much: there are $d$ directions at right angles to each other, and along
# each of them $X^{\top} X$ only multiplies by the square of its singular value $s_j$. So a step multiplies the distance in this direction by
#
# $$1 - \alpha s_j^2$$
#
# Where $s_j = 0$, as in some directions if $d > n$, the factor is 1: the ground is flat that way, and the walk does not move. Where $s_j > 0$:
#
# | learning rate | the factor $1 - \alpha s_j^2$ | the walk in this direction |
# |---|---|---|
# | $0 < \alpha \le 1/s_j^2$ | 0 or more, below 1 | comes nearer from one side |
# | $1/s_j^2 < \alpha < 2/s_j^2$ | between $-1$ and 0 | hops from side to side, and comes nearer |
# | $\alpha = 2/s_j^2$ | $-1$ | hops from side to side for ever |
# | $\alpha > 2/s_j^2$ | below $-1$ | hops further away each time: it **diverges** |
#
# The steepest direction, that of the **largest** singular value $s$, sets the limit for all:
# below $2/s^2$ the walk arrives at a minimiser from anywhere. Above $2/s^2$ it diverges, unless the start has no distance in any direction that is too steep:
# 0 times any factor is 0.
#
# The cell takes $X = \begin{pmatrix} 2 & 0 \\ 0 & 1 \end{pmatrix}$, with the singular values 2 and 1, so that $2/s^2 = 0.5$. It prints what is left of the distances $(1, 1)$
# and $(0, 1)$ after 20 steps.

# %%
s = np.linalg.svd(np.array([[2.0, 0.0], [0.0, 1.0]]), compute_uv=False)
print("singular values", s, "  limit 2/s² =", 2 / s[0] ** 2)
print("lr    factors        from (1, 1)             from (0, 1)")
for lr in (0.25, 0.4, 0.5, 0.6):
    left = (1 - lr * s ** 2) ** 20
    factors = f"{1 - lr * s[0] ** 2:4.1f}, {1 - lr * s[1] ** 2:4.2f}"
    print(f"{lr:<5} {factors:<14}", end="")
    for start in (np.array([1.0, 1.0]), np.array([0.0, 1.0])):
        print(f" {left[0] * start[0]:10.6f}, {left[1] * start[1]:8.6f}", end="  ")
    print()
assert 2 / s[0] ** 2 == 0.5

# %% [markdown]
# In the last row the distance in the steep direction has grown, and from there it only grows further. The start with the distance $(0, 1)$ is safe, as
# none of it lies in the steep direction. On a computer even that is luck: with other numbers, rounding puts a tiny distance into the steep direction, and then it grows.
#
# ### The penguins' mountain
#
# Now real data: 333 penguins. From the length of its flipper we predict how heavy a bird is. One weight is the slope, the other the bias, so $X$ has a
# column of ones. The length is counted in cm above 19 cm and the mass in kg above 4 kg, so that a typical bird is near 0. The cell finds the limit $2/s^2$.
# Then it asks how many steps leave 1 % of the distance in the gentlest direction, at the rate $1/s^2$, which is safe; and the same for the flipper in
# mm, as it was measured. Last, it computes the bottom, by the formula for the best line through points.
#
# *The data: 333 Palmer penguins, measured by Kristen Gorman and the Palmer Station LTER, Antarctica. CC0.*

# %%
birds = penguins()
flipper = (birds["flipper_length_mm"] - 190) / 10
mass = birds["body_mass_g"] / 1000 - 4
X_birds = np.column_stack([flipper, np.ones(len(flipper))])
X_raw = np.column_stack([birds["flipper_length_mm"], np.ones(len(flipper))])

print(len(mass), "birds")
for name, columns in (("cm above 19 cm", X_birds), ("mm as measured", X_raw)):
    s = np.linalg.svd(columns, compute_uv=False)
    factor = 1 - (s[-1] / s[0]) ** 2  # of the gentlest direction, at 1/s²
    needed = np.ceil(np.log(0.01) / np.log(factor))
    said = f"{needed:.0f}" if needed < 1e6 else f"{needed / 1e6:.1f} million"
    print(f"{name}   2/s² = {2 / s[0] ** 2:<9.2g}steps to 1 %: {said}")
centred = flipper - flipper.mean()
slope = centred @ mass / (centred @ centred)
bias = mass.mean() - slope * flipper.mean()
print(f"the bottom: slope {slope:.2f} kg for each cm, bias {bias:.2f} kg")

# %% [markdown]
# The same birds and the same model, and one walk is more than a million times as long as the other. The steep direction allows short steps only, and with these the
# walk along the gentle one takes millions of them. The topic `standardization` is about this.

# %% [markdown]
# ## Play: two mountains in the fog
#
# Both maps have a weight on each axis, and darker ground is lower. Both walks begin at the same start, the square, and end at the circle. The cross and the
# dotted lines are the bottoms.
#
# **Left**, the penguins' mountain with its slope and its bias, walked by your `gradient_descent`. Least squares has one valley only. The first slider is the learning
# rate as a multiple of $2/s^2$.
#
# **Right**, the loss $\frac12 (w_1 w_2 - 1)^2$, walked by your `gradient_step` with $\alpha = 0.1$. It belongs to the smallest network of two layers,
# with one unit in each: the prediction is $w_1 w_2 x$, and for $x = 1$ the target is 1. It has two valleys, both with $w_1 w_2 = 1$ at the bottom.
#
# - Move the learning rate from 0.1 up to 1.3. Where does the walk begin to hop, where does it hop for ever, and in which direction does it leave the map?
# - Set it to 0.5 and move the start: press anywhere in one of the maps, or drag. Does the left walk ever end in another place? Does the right one?
# - On the right, find two starts near each other that end in different valleys. What lies between them?

# %%
pictures.fog_walk(gradient_descent, gradient_step)

# %% [markdown]
# ## Exercise 6: leap to the bottom
#
# For the squared loss there is a way without walking. At the bottom the gradient is 0. Written out, these are $d$ linear equations for
# the $d$ weights, the **normal equations**:
#
# $$X^{\top} X\, w = X^{\top} y$$
#
# **Why so.** $L$ is a bowl that curves upwards or is flat in every direction, so wherever the gradient is 0, it is at its lowest. It has no second valley.
#
# **What goes wrong.** If a column of $X$ is a sum of multiples of others, or if $d > n$, the bowl has a flat floor: infinitely many $w$ have the same smallest loss. The matrix $X^{\top} X$
# has no inverse then. We want the **shortest** of these $w$, the one with the smallest $\lVert w \rVert$. It is
#
# $$w^{*} = X^{+} y = \sum_{s_j > 0} \frac{u_j \cdot y}{s_j}\, v_j \qquad\text{where}\qquad X = \sum_{j} s_j\, u_j v_j^{\top}$$
#
# with the **pseudoinverse** $X^{+}$. The second formula is the **singular value decomposition** of $X$: the $v_j$ are the directions of *When is a step
# too long?*, and $X$ takes $v_j$ to $s_j u_j$. The $u_j$ are at right angles to each other, too. A direction with $s_j = 0$ changes no prediction, so the
# shortest $w$ does not go that way.
#
# On a computer a singular value that should be 0 comes out as a tiny number, and dividing by it ruins all. So singular values up to $10^{-10}$
# times the largest one **count as 0**.
#
# You may use NumPy's `np.linalg`.

# %% [markdown] hints="least_squares"
# 1. Which of the visible tests has no inverse of XᵀX? What should come out there?
# 2. NumPy knows a function for least squares and one for the pseudoinverse. Both find the shortest minimiser, and both take a cutoff, as a share of the largest singular value.
# 3. One line, with `np.linalg.lstsq` or `np.linalg.pinv`. The cutoff is the argument `rcond`. The first of them returns four things, and the weights are the first; the second returns a matrix that has still to meet y.

# %% answer="least_squares"
def least_squares(X, y):
    """The w with the smallest ½‖Xw − y‖²; of several, the one with the smallest ‖w‖.

    Singular values of X up to 1e-10 times the largest count as 0.

    X : features, shape (n, d)
    y : targets, shape (n,)
    returns the weights, shape (d,)
    """
    ### BEGIN SOLUTION
    return np.linalg.lstsq(X, y, rcond=1e-10)[0]
    ### END SOLUTION

# %%
check(least_squares)

# %% test="least_squares_of_three_bills"
# One leap finds the price and the fee.
X = np.array([[1.0, 1.0], [2.0, 1.0], [4.0, 1.0]])
got = least_squares(X, np.array([6.0, 9.5, 16.5]))
expected = np.array([3.5, 2.5])
assert close(got, expected), difference(got, expected)

# %% test="least_squares_where_errors_are_left"
# No line meets the points (1, 2), (2, 3) and (3, 1); the best has slope −½ and bias 3.
X = np.array([[1.0, 1.0], [2.0, 1.0], [3.0, 1.0]])
got = least_squares(X, np.array([2.0, 3.0, 1.0]))
expected = np.array([-0.5, 3.0])
assert close(got, expected), difference(got, expected)

# %% test="least_squares_with_a_column_twice"
# Two equal columns share their weight: the shortest way.
X = np.array([[1.0, 1.0], [2.0, 2.0], [2.0, 2.0]])
got = least_squares(X, np.array([2.0, 4.0, 4.0]))
expected = np.array([1.0, 1.0])
assert close(got, expected), difference(got, expected)

# %% test="least_squares_with_more_features_than_examples"
# Of all w with 3·w₁ + 4·w₂ = 5 the shortest is (0.6, 0.8).
got = least_squares(np.array([[3.0, 4.0]]), np.array([5.0]))
expected = np.array([0.6, 0.8])
assert close(got, expected), difference(got, expected)

# %% test="least_squares_counts_a_tiny_singular_value_as_zero"
# A singular value of 2⁻⁴³, about 1e-13, beside one of 1 counts as 0.
X = np.array([[1.0, 0.0], [0.0, 2.0 ** -43]])
got = least_squares(X, np.array([3.0, 1.0]))
expected = np.array([3.0, 0.0])
assert close(got, expected), difference(got, expected)

# %% hidden="least_squares_finds_the_bottom" points=2
# Targets made from known weights and errors at right angles to all columns give these weights.
for X, w, e in [
    ([[4.0]], [0.25], [0.0]),
    ([[2.0, 1.0], [1.0, 3.0]], [1.0, -1.0], [0.0, 0.0]),
    ([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0], [1.0, 3.0]], [0.5, -2.0], [1.0, -1.0, -1.0, 1.0]),
    (
        [[1.0, -2.0, 0.0], [1.0, -1.0, 1.0], [1.0, 0.0, 0.0], [1.0, 1.0, 0.0], [1.0, 2.0, 3.0]],
        [2.0, 0.0, -0.5],
        [2.0, -3.0, 1.0, -1.0, 1.0],
    ),
]:
    X, expected, e = np.array(X), np.array(w), np.array(e)
    assert np.array_equal(X.T @ e, np.zeros(len(w)))
    got = least_squares(X, X @ expected + e)
    assert close(got, expected, atol=1e-9), difference(got, expected)

# %% hidden="least_squares_takes_the_shortest" points=2
# Where many weights are best, the shortest of them come back, worked out by hand.
for X, y, w in [
    ([[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]], [1.0, 2.0, 6.0], [23 / 28, 23 / 28]),
    ([[1.0, 0.0], [2.0, 0.0], [2.0, 0.0]], [3.0, 3.0, 3.0], [5 / 3, 0.0]),
    ([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]], [3.0, 3.0], [1.0, 1.0, 2.0]),
    ([[2.0, -1.0, 2.0]], [4.5], [1.0, -0.5, 1.0]),
    ([[0.0, 0.0], [0.0, 0.0], [0.0, 0.0]], [1.0, 2.0, 3.0], [0.0, 0.0]),
    (
        [[1.0, 0.0, 1.0], [1.0, 0.0, 1.0], [0.0, 1.0, 1.0], [0.0, 1.0, 1.0]],
        [1.0, 3.0, 5.0, 7.0],
        [-2 / 3, 10 / 3, 8 / 3],
    ),
]:
    got = least_squares(np.array(X), np.array(y))
    assert close(got, np.array(w), atol=1e-9), difference(got, np.array(w))

# %% hidden="least_squares_measures_singular_values_by_the_largest" points=1
# Up to 1e-10 of the largest counts as 0, more does not, however large or small X is as a whole.
for scale in [1.0, 2.0 ** 20, 2.0 ** -40]:
    for tiny, kept in [
        (2.0 ** -43, 0.0), (2.0 ** -37, 0.0), (2.0 ** -27, 1.0), (2.0 ** -20, 1.0), (0.5, 1.0)
    ]:
        X = np.array([[1.0, 0.0], [0.0, tiny], [0.0, 0.0]]) * scale
        got = least_squares(X, np.array([3.0, 2.0, 7.0]))
        expected = np.array([3.0, kept * 2.0 / tiny]) / scale
        assert close(got, expected), difference(got, expected)

# %% hidden="least_squares_leaves_its_arguments_alone" points=1
# Features and targets stay the same; the result is a float64 array of shape (d,).
X = np.array([[1.0, 2.0], [1.0, -1.0], [1.0, 5.0]])
y = np.array([1.0, 4.0, -2.0])
before = X.copy(), y.copy()
got = least_squares(X, y)
assert isinstance(got, np.ndarray)
assert got.dtype == np.float64
expected = np.array([3.0, -1.0])
assert close(got, expected, atol=1e-9), difference(got, expected)
assert np.array_equal(X, before[0])
assert np.array_equal(y, before[1])

# %% [markdown]
# Try it on the penguins: in a new cell, `least_squares(X_birds, mass)` gives the slope and the bias of the cross on the left map.
#
# Why walk at all, then? The squared loss is an exception: its gradient is linear in $w$, so "gradient = 0" can be solved. `ridge_path` has another such
# loss. For those of `logistic_bce`, `softmax` and `worked_backprop` there is no such formula, and the walk needs nothing but a gradient.

# %% [markdown]
# ## In your own words
#
# Go back to *Play: two mountains in the fog* (below exercise 5). Two walks there end badly.
#
# 1. On the left, set the learning rate to 1.2. Your `gradient_step` goes against the slope at every step, and still the loss grows. Explain why.
# 2. On the right, set the start to $w_1 = 1$, $w_2 = -1$. The walk gets slower and slower on its way to $(0, 0)$. Why does your `gradient_step`
#    not move at $(0, 0)$ itself, and is it the bottom of a valley?
#
# Two or three sentences for each are enough.
#
# *2 points, read by a person.*

# %%
whiteboard("least_squares_in_your_words")

# %% [markdown] written="least_squares_in_your_words" points=2
# 1. The gradient points downhill only where I stand. In the steepest direction my step is more than twice as long as the distance to the bottom, so I land on
#    the other side, further away and higher up. There the slope is larger, so the next step is longer still.
# 2. At $(0, 0)$ the gradient is 0, so `w - lr * gradient` is `w`. It is not the bottom: towards $(1, 1)$ and towards $(-1, -1)$ the loss gets smaller. It is a
#    pass between two valleys, and only a start exactly on the line $w_2 = -w_1$ leads there.
#
# *Rubric: 1 point for the step that goes past the bottom by more than the distance it had before; 1 point for the gradient 0 with the observation that lower ground lies
# beside it.*

# %% [markdown]
# ## Take away
#
# 1. The gradient of $\frac12 \lVert Xw - y \rVert^2$ is $X^{\top}(Xw - y)$; a central difference measures any gradient.
# 2. A step goes against the gradient. With $s$ the largest singular value of $X$, the walk arrives for a learning rate below $2/s^2$. Above it
#    it diverges from nearly every start.
# 3. Least squares has one valley, and one leap finds its bottom. Where there are more valleys, the start can decide.
#
# **Notes:** what would you like to find here when you come back? They stay on your machine and are not handed in.

# %%
notes("least_squares")

# %% [markdown]
# **Before you go:** how was it? Change the values below, run the cell and save. This carries no points.

# %%
self_assessment(
    confidence=None,  # 1 (guessing) to 5 (I could explain it)
    hardest="",       # the hardest exercise, such as "gradient_descent"
    difficulty=None,  # 1 (easy) to 5 (hard)
    minutes=None,     # how long it took, if you like to say
)

# %% [markdown]
# **Hand in:** save, press *Validate*, and submit as your course tells you. **Next:** `ridge_path`, which keeps the weights small.
