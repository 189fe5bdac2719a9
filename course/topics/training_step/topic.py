# ---
# jupyter:
#   course:
#     difficulty: 3
#     minutes: 90
#     needs: [softmax, worked_backprop]
#   jupytext:
#     notebook_metadata_filter: course
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Train a network that predicts the next word
#
# A language model reads words and gives a probability to every word that could come next. The one in this notebook is
# small enough to see all of it: it reads **one** word of a song. You know every part already. Here you put them together,
# from the first formula to the trained network, and nobody cuts the work into small pieces for you:
#
# $$x \;\to\; z_1 = W_1 x + b_1 \;\to\; a = \sigma(z_1) \;\to\; z_2 = W_2 a + b_2 \;\to\; p = \mathrm{softmax}(z_2) \;\to\; L = -\sum_j y_j \log p_j$$
#
# Then the gradients flow back from $L$ to every weight and bias, and one step downhill changes them all.
#
# | | |
# |---|---|
# | **You will do** | write the forward pass, the loss, the backward pass, the training step and the prediction of a network, train it on a song, and draw its whole pipeline on a whiteboard |
# | **You will learn** | how the parts of this course make one machine, and why a trained network need not be certain |
# | **You need** | `softmax` and `worked_backprop`; `affine_prediction` for many examples at once |
# | **Time, difficulty** | about 90 minutes, ●●● |

# %%
import numpy as np
from course.lab import check, close, difference, hint, pictures
from course.lab import notes, self_assessment, whiteboard

# %% [markdown]
# ## Symbols and shapes
#
# | symbol | code | shape | meaning |
# |---|---|---|---|
# | $n$ | `n` | | examples: places in the text |
# | $d, h, k$ | `d`, `h`, `k` | | features, hidden units, classes; in the song below $d = k$, the number of different words |
# | $X$, $x$ | `X`, `x` | $(n, d)$, $(d{,})$ | word vectors: row $i$ is the word at place $i$; one of the rows |
# | $Y$, $y$ | `Y`, `y` | $(n, k)$, $(k{,})$ | one-hot targets: row $i$ is the word that follows; one of the rows |
# | $W_1, b_1$ | `params["W1"]`, `params["b1"]` | $(h, d)$, $(h{,})$ | weights and biases of the hidden layer |
# | $W_2, b_2$ | `params["W2"]`, `params["b2"]` | $(k, h)$, $(k{,})$ | weights and biases of the output layer |
# | $z_1, z_2$ | `z1`, `z2` | $(h{,})$, $(k{,})$ | scores of one example: before $\sigma$, and before the softmax |
# | $A$, $a$ | `A`, `a` | $(n, h)$, $(h{,})$ | hidden activations of all examples, of one |
# | $P$, $p$ | `P`, `p` | $(n, k)$, $(k{,})$ | probabilities of the next word for all examples, for one |
# | $L$, $L_i$ | | scalar | the loss, a mean over the examples; the loss of example $i$ alone |
# | $\delta_1, \delta_2$ | `delta1`, `delta2` | $(h{,})$, $(k{,})$ | error signals of one example: $\partial L_i / \partial z_1$ and $\partial L_i / \partial z_2$ |
# | $\hat\jmath$ | | scalar | the index of the likeliest next word |
# | $\theta$ | | | any one of the parameters `W1`, `b1`, `W2`, `b2` |
# | $\alpha$ | `lr` | scalar | learning rate |
# | $\sigma$ | `sigmoid` | | the logistic function $1 / (1 + e^{-z})$, elementwise |
#
# The index $i$ counts examples, $j$ classes. $\odot$ multiplies two vectors entry by entry. $\log$ is the natural logarithm.

# %% [markdown]
# ## The song, as numbers
#
# The text is the round *Row, Row, Row Your Boat*, in the words of *The Franklin Square Song Collection* (New York, 1881; public domain).
# A round begins again when it ends, so every word has a next word. The vocabulary lists each different word once. A
# word's vector is one-hot: 1 at its place in the vocabulary, 0 elsewhere.
#
# `sigmoid` and `softmax` are given. They are safe for scores of any size; `softmax` works over the last axis. `start` holds the
# parameters before training: small random weights, and biases of 0.

# %%
def sigmoid(z):
    """1/(1 + exp(−z)), elementwise for any shape."""
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1.0, e) / (1.0 + e)


def softmax(Z):
    """exp(Z[..., j]) / Σₘ exp(Z[..., m]), over the last axis."""
    E = np.exp(Z - np.max(Z, axis=-1, keepdims=True))
    return E / np.sum(E, axis=-1, keepdims=True)


words = (
    "row row row your boat gently down the stream "
    "merrily merrily merrily merrily life is but a dream"
).split()
vocabulary = list(dict.fromkeys(words))
places = [vocabulary.index(word) for word in words]

X = np.eye(len(vocabulary))[places]
Y = np.eye(len(vocabulary))[places[1:] + places[:1]]

rng = np.random.default_rng(0)
start = {
    "W1": 0.5 * rng.normal(size=(6, len(vocabulary))),
    "b1": np.zeros(6),
    "W2": 0.5 * rng.normal(size=(len(vocabulary), 6)),
    "b2": np.zeros(len(vocabulary)),
}
print("vocabulary:", *vocabulary)
print("X", X.shape, " Y", Y.shape)
for name, array in start.items():
    print(name, array.shape)

# %% [markdown]
# ## A worked example: how low can the loss go?
#
# Before you train, know what to expect. A network that has learned nothing may give every one of the 13 words the same probability. Each
# example then costs $\log 13$, about 2.565.
#
# Most words of the song have one possible next word, and a perfect network gives it the probability 1, which costs 0. Two words are
# different. After `row` comes `row` twice and `your` once. After `merrily` comes `merrily` three times and `life` once. A network
# that sees only the current word cannot know which `row` it is reading. It must spread its probability, and the loss is smallest where
# the probabilities are the shares in the text: 2/3 and 1/3 after `row`, 3/4 and 1/4 after `merrily`. The cell adds up what the 18 places
# cost then: no network of this kind can get below 0.231. It also tries three other probabilities after `row`.

# %%
nothing = np.log(len(vocabulary))
row_costs = -2 * np.log(2 / 3) - np.log(1 / 3)
merrily_costs = -3 * np.log(3 / 4) - np.log(1 / 4)
lowest = (row_costs + merrily_costs) / len(words)
print(f"knows nothing    {nothing:.3f}")
print(f"lowest possible  {lowest:.3f}")
for q in (1 / 3, 1 / 2, 2 / 3, 0.9):
    three_rows = -2 * np.log(q) - np.log(1 - q)
    print(f"row after row with probability {q:.3f}: three rows cost {three_rows:.3f}")
assert words.count("row") == 3 and words.count("merrily") == 4
assert len(words) == 18 and len(vocabulary) == 13
assert abs(lowest - np.log(2) / 3) < 1e-12

# %% [markdown]
# ## Exercise 1: the forward pass
#
# For one example $x$, a row of $X$:
#
# $$a = \sigma(W_1 x + b_1) \qquad\qquad p = \mathrm{softmax}(W_2 a + b_2)$$
#
# `forward_pass` does this for all rows of $X$ and returns both: the activations `A`, which the backward pass needs, and the probabilities `P`.
#
# **Why so.** Without $\sigma$ between them, the two layers would be one affine map. The softmax is there because
# one of $k$ words comes next.
#
# **What goes wrong.** A row is an example, in $X$, in $A$ and in $P$. In the song $d = k$, so $X W_2$ has the shape of the activations, too: a shape that
# fits is no proof.

# %% [markdown] hints="forward_pass"
# 1. Write the shapes of X, W1, b1 side by side, and the shape (n, h) that you want. You did this in `affine_prediction`.
# 2. Each layer is an affine map of a whole batch, followed by a function that works entry by entry or row by row.
# 3. Four lines: scores of the first layer, `sigmoid` of them, scores of the second layer from the activations, `softmax` of them. In each product the last axis of both factors is summed over.

# %% answer="forward_pass"
def forward_pass(params, X):
    """For each row x of X: a = σ(W1·x + b1), p = softmax(W2·a + b2).

    params : dict with W1 (h, d), b1 (h,), W2 (k, h), b2 (k,)
    X : features, shape (n, d)
    returns the pair (A, P), shapes (n, h) and (n, k)
    """
    ### BEGIN SOLUTION
    A = sigmoid(X @ params["W1"].T + params["b1"])
    P = softmax(A @ params["W2"].T + params["b2"])
    return A, P
    ### END SOLUTION

# %%
check(forward_pass)

# %% test="forward_pass_gives_the_activations_first"
# The first part holds the activations, one row for each example: here 3/4, 1/4 and 1/2, 3/4.
net = {
    "W1": np.log(3.0) * np.array([[2.0, 0.0, 1.0], [-2.0, -2.0, 0.0]]),
    "b1": np.log(3.0) * np.array([-1.0, 1.0]),
    "W2": np.log(2.0) * np.array([[4, 0], [0, 4], [0, 0], [0, 0.0]]),
    "b2": np.log([1.0, 1.0, 2.0, 4.0]),
}
inputs = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
got = forward_pass(net, inputs)[0]
expected = np.array([[0.75, 0.25], [0.5, 0.75]])
assert close(got, expected), difference(got, expected)

# %% test="forward_pass_gives_the_probabilities_second"
# The second part holds the probabilities: here sixteenths and eighteenths.
net = {
    "W1": np.log(3.0) * np.array([[2.0, 0.0, 1.0], [-2.0, -2.0, 0.0]]),
    "b1": np.log(3.0) * np.array([-1.0, 1.0]),
    "W2": np.log(2.0) * np.array([[4, 0], [0, 4], [0, 0], [0, 0.0]]),
    "b2": np.log([1.0, 1.0, 2.0, 4.0]),
}
inputs = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
got = forward_pass(net, inputs)[1]
expected = np.array([[8, 2, 2, 4], [4, 8, 2, 4]]) / np.array([[16], [18]])
assert close(got, expected), difference(got, expected)

# %% test="forward_pass_where_all_sizes_agree"
# Where n = d = h = k, a product in another order fits, but has other numbers.
net = {
    "W1": np.log(3.0) * np.array([[2.0, 1.0], [0.0, -1.0]]),
    "b1": np.log(3.0) * np.array([-1.0, 0.0]),
    "W2": np.log(2.0) * np.array([[4.0, 0.0], [-4.0, 4.0]]),
    "b2": np.log([1.0, 16.0]),
}
got = forward_pass(net, np.eye(2))[1]
expected = np.array([[1 / 2, 1 / 2], [1 / 3, 2 / 3]])
assert close(got, expected), difference(got, expected)

# %% test="forward_pass_of_one_example"
# One example, not one-hot, and scores of about 1000: P is one row, 8/9 and 1/9.
net = {
    "W1": np.log(3.0) * np.array([[2.0, -1.0]]), "b1": np.zeros(1),
    "W2": np.log(2.0) * np.array([[4.0], [0.0]]), "b2": np.full(2, 1000.0),
}
got = forward_pass(net, np.array([[1.0, 1.0]]))[1]
expected = np.array([[8 / 9, 1 / 9]])
assert close(got, expected), difference(got, expected)

# %% hidden="forward_pass_equals_the_formula" points=2
# For any sizes each entry of A and P is the formula, one example and one unit at a time.
rng = np.random.default_rng(901)
for n, d, h, k in [(4, 3, 2, 5), (1, 1, 1, 1), (1, 6, 3, 2), (5, 2, 4, 3)]:
    net = {
        "W1": rng.normal(size=(h, d)), "b1": rng.normal(size=h),
        "W2": rng.normal(size=(k, h)), "b2": rng.normal(size=k),
    }
    inputs = rng.normal(size=(n, d))
    hidden, said = np.zeros((n, h)), np.zeros((n, k))
    for i in range(n):
        for m in range(h):
            z = sum(net["W1"][m, r] * inputs[i, r] for r in range(d))
            hidden[i, m] = 1 / (1 + np.exp(-z - net["b1"][m]))
        powers = []
        for j in range(k):
            z = sum(net["W2"][j, m] * hidden[i, m] for m in range(h))
            powers.append(np.exp(z + net["b2"][j]))
        said[i] = [power / sum(powers) for power in powers]
    A, P = forward_pass(net, inputs)
    assert close(A, hidden), difference(A, hidden)
    assert close(P, said), difference(P, said)

# %% hidden="forward_pass_is_not_misled_by_equal_sizes" points=1
# Where some or all of n, d, h, k are equal, the entries are the same sums.
rng = np.random.default_rng(902)
for n, d, h, k in [(3, 3, 3, 3), (4, 4, 2, 4), (2, 5, 2, 5), (3, 4, 4, 2)]:
    net = {
        "W1": rng.normal(size=(h, d)), "b1": rng.normal(size=h),
        "W2": rng.normal(size=(k, h)), "b2": rng.normal(size=k),
    }
    inputs = rng.normal(size=(n, d))
    A, P = forward_pass(net, inputs)
    for i in range(n):
        a = 1 / (1 + np.exp(-net["W1"].dot(inputs[i]) - net["b1"]))
        powers = np.exp(net["W2"].dot(a) + net["b2"])
        p = powers / sum(powers)
        assert close(A[i], a), difference(A[i], a)
        assert close(P[i], p), difference(P[i], p)

# %% hidden="forward_pass_treats_each_example_by_itself" points=1
# Reordered examples give reordered rows, one alone gives its old row, and scores of ±1000 stay finite.
rng = np.random.default_rng(903)
net = {
    "W1": rng.normal(size=(3, 4)), "b1": rng.normal(size=3),
    "W2": rng.normal(size=(2, 3)), "b2": rng.normal(size=2),
}
inputs = rng.normal(size=(5, 4))
A, P = map(np.asarray, forward_pass(net, inputs))
assert A.shape == (5, 3), f"expected shape (5, 3), got {A.shape}"
assert P.shape == (5, 2), f"expected shape (5, 2), got {P.shape}"
assert close(P.sum(axis=1), np.ones(5)), difference(P.sum(axis=1), np.ones(5))
order = [3, 0, 4, 1, 2]
moved_A, moved_P = forward_pass(net, inputs[order])
assert close(moved_A, A[order]), difference(moved_A, A[order])
assert close(moved_P, P[order]), difference(moved_P, P[order])
alone_A, alone_P = forward_pass(net, inputs[2:3])
assert close(alone_A, A[2:3]), difference(alone_A, A[2:3])
assert close(alone_P, P[2:3]), difference(alone_P, P[2:3])
far = {
    "W1": np.array([[1000.0], [-1000.0]]), "b1": np.zeros(2),
    "W2": np.array([[1000.0, 0.0], [0.0, 1000.0]]), "b2": np.zeros(2),
}
A, P = forward_pass(far, np.array([[1.0], [-1.0], [0.0]]))
expected = np.array([[1.0, 0.0], [0.0, 1.0], [0.5, 0.5]])
assert close(A, expected), difference(A, expected)
assert close(P, expected), difference(P, expected)

# %% hidden="forward_pass_leaves_its_arguments_alone" points=1
# Parameters and features stay the same; A and P are arrays of float64.
rng = np.random.default_rng(904)
net = {
    "W1": rng.normal(size=(2, 3)), "b1": rng.normal(size=2),
    "W2": rng.normal(size=(4, 2)), "b2": rng.normal(size=4),
}
inputs = rng.normal(size=(1, 3))
before = {name: net[name].copy() for name in net}, inputs.copy()
A, P = forward_pass(net, inputs)
for part, shape in [(A, (1, 2)), (P, (1, 4))]:
    assert isinstance(part, np.ndarray)
    assert part.shape == shape, f"expected shape {shape}, got {part.shape}"
    assert part.dtype == np.float64
    assert np.all((part > 0) & (part < 1))
first = 1 / (1 + np.exp(-sum(before[0]["W1"][0] * before[1][0]) - before[0]["b1"][0]))
assert close(A[0, 0], first), difference(A[0, 0], first)
assert close(P.sum(axis=1), np.ones(1)), difference(P.sum(axis=1), np.ones(1))
assert list(net) == list(before[0])
for name in net:
    assert np.array_equal(net[name], before[0][name]), name
assert np.array_equal(inputs, before[1])

# %% [markdown]
# ## Exercise 2: the loss
#
# $$L = -\frac1n \sum_{i=1}^{n} \sum_{j=1}^{k} Y_{ij} \log P_{ij}$$
#
# Before the logarithm, $P$ is clipped below at $10^{-12}$: smaller probabilities are set to that number, all others stay as they are.
#
# **Why so.** In each row only the true next word is charged, with $-\log$ of the probability that it was given. The mean makes the losses of a
# short and a long text comparable.
#
# **What goes wrong.** A network that is certain of the wrong word gives the right one a probability that rounds to 0. Its logarithm is $-\infty$, and
# one such place spoils the whole mean. So does a 0 for any other word: $0 \cdot (-\infty)$ is not a number. The clip is there for both.

# %% [markdown] hints="loss"
# 1. Which function gives you the probabilities from `params` and `X`?
# 2. It is the cross-entropy of `softmax`: one charge for each row, then the mean of the charges.
# 3. Take the second part of the forward pass, clip it with `np.maximum`, take logarithms, multiply by Y. Sum, divide by the number of rows, mind the sign.

# %% answer="loss"
def loss(params, X, Y):
    """L = −(1/n) Σᵢ Σⱼ Y[i, j]·log P[i, j], with P clipped below at 1e-12.

    params : dict with W1 (h, d), b1 (h,), W2 (k, h), b2 (k,)
    X : features, shape (n, d)
    Y : one-hot targets, shape (n, k)
    returns the mean loss, a float
    """
    ### BEGIN SOLUTION
    P = forward_pass(params, X)[1]
    return float(-np.sum(Y * np.log(np.maximum(P, 1e-12))) / len(X))
    ### END SOLUTION

# %%
check(loss)

# %% test="loss_of_one_example"
# Probability 1/4 for the true next word costs log 4.
net = {
    "W1": np.log(3.0) * np.array([[2.0, 0.0, 1.0], [-2.0, -2.0, 0.0]]),
    "b1": np.log(3.0) * np.array([-1.0, 1.0]),
    "W2": np.log(2.0) * np.array([[4, 0], [0, 4], [0, 0], [0, 0.0]]),
    "b2": np.log([1.0, 1.0, 2.0, 4.0]),
}
inputs = np.array([[1.0, 0.0, 0.0]])
got = loss(net, inputs, np.array([[0.0, 0.0, 0.0, 1.0]]))
expected = np.log(4.0)
assert close(got, expected), difference(got, expected)

# %% test="loss_is_a_mean_over_examples"
# Two examples that cost log 8 and log 9 cost their mean.
net = {
    "W1": np.log(3.0) * np.array([[2.0, 0.0, 1.0], [-2.0, -2.0, 0.0]]),
    "b1": np.log(3.0) * np.array([-1.0, 1.0]),
    "W2": np.log(2.0) * np.array([[4, 0], [0, 4], [0, 0], [0, 0.0]]),
    "b2": np.log([1.0, 1.0, 2.0, 4.0]),
}
inputs = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
targets = np.array([[0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0]])
got = loss(net, inputs, targets)
expected = (np.log(8.0) + np.log(9.0)) / 2
assert close(got, expected), difference(got, expected)

# %% test="loss_clips_at_zero"
# A true next word whose probability rounds to 0 costs −log 1e-12, which is finite.
net = {
    "W1": np.zeros((1, 2)), "b1": np.zeros(1),
    "W2": np.zeros((3, 1)), "b2": np.array([1000.0, 0.0, 0.0]),
}
got = loss(net, np.array([[1.0, 0.0]]), np.array([[0.0, 1.0, 0.0]]))
expected = -np.log(1e-12)
assert close(got, expected, rtol=1e-5), difference(got, expected)

# %% hidden="loss_equals_the_formula" points=2
# For any sizes it is the mean of −log of the probability of the true class, term by term.
rng = np.random.default_rng(911)
for n, d, h, k in [(1, 2, 1, 3), (4, 3, 2, 5), (5, 1, 3, 2), (3, 3, 3, 3)]:
    net = {
        "W1": rng.normal(size=(h, d)), "b1": rng.normal(size=h),
        "W2": rng.normal(size=(k, h)), "b2": rng.normal(size=k),
    }
    inputs, labels = rng.normal(size=(n, d)), rng.integers(0, k, size=n)
    expected = 0.0
    for i in range(n):
        a = 1 / (1 + np.exp(-net["W1"].dot(inputs[i]) - net["b1"]))
        z = net["W2"].dot(a) + net["b2"]
        expected += (np.log(sum(np.exp(z))) - z[labels[i]]) / n
    got = loss(net, inputs, np.eye(k)[labels])
    assert close(got, expected), difference(got, expected)

# %% hidden="loss_clips_below" points=1
# Probabilities below 1e-12 are clipped, those above are not touched, and certainty in the true class costs 0.
def charge(scores, label):
    k = len(scores)
    net = {
        "W1": np.zeros((1, 1)), "b1": np.zeros(1),
        "W2": np.zeros((k, 1)), "b2": np.array(scores),
    }
    return loss(net, np.ones((1, 1)), np.eye(k)[[label]])
got, expected = charge([-1000.0, 1000.0, 0.0], 0), -np.log(1e-12)
assert close(got, expected, rtol=1e-5), difference(got, expected)
got = charge([0.0, 30.0], 0)
assert close(got, expected, rtol=1e-5), difference(got, expected)
got, expected = charge([0.0, 25.0], 0), 25.0
assert close(got, expected, rtol=1e-5), difference(got, expected)
got = charge([1000.0, -1000.0], 0)
assert close(got, 0.0, atol=1e-11), difference(got, 0.0)
both = {
    "W1": np.array([[1000.0]]), "b1": np.zeros(1),
    "W2": np.array([[2000.0], [0.0]]), "b2": np.array([-1000.0, 0.0]),
}
got = loss(both, np.array([[1.0], [-1.0]]), np.eye(2)[[1, 1]])
expected = -np.log(1e-12) / 2
assert close(got, expected, rtol=1e-5), difference(got, expected)

# %% hidden="loss_of_a_batch_is_the_mean_of_its_parts" points=1
# The loss of a batch is the mean of the losses of its examples, whatever the number of classes.
rng = np.random.default_rng(912)
for k in [2, 5]:
    net = {
        "W1": rng.normal(size=(3, 2)), "b1": rng.normal(size=3),
        "W2": rng.normal(size=(k, 3)), "b2": rng.normal(size=k),
    }
    inputs = rng.normal(size=(4, 2))
    targets = np.eye(k)[[0, 1, 1, k - 1]]
    parts = []
    for i in range(4):
        parts.append(loss(net, inputs[i : i + 1], targets[i : i + 1]))
    assert max(parts) - min(parts) > 1e-3, "every example costs the same"
    got, expected = loss(net, inputs, targets), sum(parts) / 4
    assert close(got, expected), difference(got, expected)
even = {
    "W1": np.ones((3, 2)), "b1": np.ones(3),
    "W2": np.zeros((5, 3)), "b2": np.zeros(5),
}
got, expected = loss(even, np.ones((4, 2)), np.eye(5)[[0, 1, 1, 4]]), np.log(5)
assert close(got, expected), difference(got, expected)

# %% hidden="loss_leaves_its_arguments_alone" points=1
# Parameters, features and targets stay the same, and the loss is a single number above 0.
rng = np.random.default_rng(913)
net = {
    "W1": rng.normal(size=(2, 3)), "b1": rng.normal(size=2),
    "W2": rng.normal(size=(4, 2)), "b2": np.array([0.0, 40.0, 0.0, 0.0]),
}
inputs, targets = rng.normal(size=(2, 3)), np.eye(4)[[3, 0]]
before = {name: net[name].copy() for name in net}, inputs.copy(), targets.copy()
got = loss(net, inputs, targets)
assert np.ndim(got) == 0
assert 20 < got < 30
assert list(net) == list(before[0])
for name in net:
    assert np.array_equal(net[name], before[0][name]), name
assert np.array_equal(inputs, before[1])
assert np.array_equal(targets, before[2])

# %% [markdown]
# ## Exercise 3: the backward pass
#
# For one example, with its own loss $L_i$:
#
# $$\delta_2 = p - y \qquad\qquad \delta_1 = \left(W_2^{\top} \delta_2\right) \odot a \odot (1 - a)$$
#
# $$\frac{\partial L_i}{\partial W_2} = \delta_2\, a^{\top} \qquad \frac{\partial L_i}{\partial b_2} = \delta_2 \qquad
# \frac{\partial L_i}{\partial W_1} = \delta_1\, x^{\top} \qquad \frac{\partial L_i}{\partial b_1} = \delta_1$$
#
# $L$ is the mean of all $L_i$, so each gradient of $L$ is the mean of the gradients of the $L_i$.
#
# **Why so.** $p - y$ is the result of `softmax`; the rest is the chain rule of `worked_backprop`, where $\delta_2$ was $\delta^{o}$ and $\delta_1$ was $\delta^{h}$. The score $j$ reaches the loss
# through $p$, a hidden unit through all $k$ scores, and a weight through the one unit that it leads to.
#
# **What goes wrong.** `worked_backprop` had sigmoid outputs $o$ and a squared error, and so its $\delta^{o}$ had the factor $o (1 - o)$. With the softmax and the
# logarithm there is no such factor. And these are the gradients of the loss **without** the clip. The clipped loss does not change where a
# probability is below $10^{-12}$, so its slope is 0: the worst mistakes would teach nothing.

# %% [markdown] hints="backward_pass"
# 1. First write the gradient of the mean loss with respect to the scores of the second layer, for all examples at once: shape (n, k). You had it in `softmax`.
# 2. Each gradient has the shape of its parameter. A weight gets a contribution from every example: which axis has to disappear in the product?
# 3. Two error signals with n rows each, the 1/n already in the first. Then four entries of a dict: two products with `@`, one factor transposed, and two sums over the examples. A loop over the examples that adds up `np.outer` products is right, too.

# %% answer="backward_pass"
def backward_pass(params, X, Y):
    """∂L/∂W1, ∂L/∂b1, ∂L/∂W2, ∂L/∂b2 of the mean loss L, without the clip.

    For one example δ2 = p − y, δ1 = (W2ᵀ·δ2)·a·(1 − a), and its part is
    δ2·aᵀ for W2, δ2 for b2, δ1·xᵀ for W1, δ1 for b1; L is the mean.

    params : dict with W1 (h, d), b1 (h,), W2 (k, h), b2 (k,)
    X : features, shape (n, d)
    Y : one-hot targets, shape (n, k)
    returns a dict of the same keys and shapes
    """
    ### BEGIN SOLUTION
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {
        "W1": delta1.T @ X,
        "b1": delta1.sum(axis=0),
        "W2": delta2.T @ A,
        "b2": delta2.sum(axis=0),
    }
    ### END SOLUTION

# %%
check(backward_pass)

# %% test="backward_pass_of_the_output_layer"
# One example: the error signals 1/2, −7/8, 1/8, 1/4, each times the activations 3/4 and 1/4.
net = {
    "W1": np.log(3.0) * np.array([[2.0, 0.0, 1.0], [-2.0, -2.0, 0.0]]),
    "b1": np.log(3.0) * np.array([-1.0, 1.0]),
    "W2": np.log(2.0) * np.array([[4, 0], [0, 4], [0, 0], [0, 0.0]]),
    "b2": np.log([1.0, 1.0, 2.0, 4.0]),
}
inputs = np.array([[1.0, 0.0, 0.0]])
targets = np.array([[0.0, 1.0, 0.0, 0.0]])
got = backward_pass(net, inputs, targets)["W2"]
expected = np.array([[12, 4], [-21, -7], [3, 1], [6, 2]]) / 32
assert close(got, expected), difference(got, expected)

# %% test="backward_pass_of_the_hidden_layer"
# The error signals go back through W2 and the slopes 3/16; only the word's own column gets them.
net = {
    "W1": np.log(3.0) * np.array([[2.0, 0.0, 1.0], [-2.0, -2.0, 0.0]]),
    "b1": np.log(3.0) * np.array([-1.0, 1.0]),
    "W2": np.log(2.0) * np.array([[4, 0], [0, 4], [0, 0], [0, 0.0]]),
    "b2": np.log([1.0, 1.0, 2.0, 4.0]),
}
inputs = np.array([[1.0, 0.0, 0.0]])
targets = np.array([[0.0, 1.0, 0.0, 0.0]])
got = backward_pass(net, inputs, targets)["W1"]
expected = np.log(2.0) * np.array([[12, 0, 0], [-21, 0, 0]]) / 32
assert close(got, expected), difference(got, expected)

# %% test="backward_pass_of_the_biases"
# Two examples: each bias gets the mean of its two error signals.
net = {
    "W1": np.log(3.0) * np.array([[2.0, 0.0, 1.0], [-2.0, -2.0, 0.0]]),
    "b1": np.log(3.0) * np.array([-1.0, 1.0]),
    "W2": np.log(2.0) * np.array([[4, 0], [0, 4], [0, 0], [0, 0.0]]),
    "b2": np.log([1.0, 1.0, 2.0, 4.0]),
}
inputs = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
targets = np.array([[0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0]])
gradients = backward_pass(net, inputs, targets)
got = {"b1": gradients["b1"], "b2": gradients["b2"]}
first, second = np.array([8, -14, 2, 4]) / 16, np.array([4, 8, -16, 4]) / 18
hidden = np.array([3 / 8 + 2 / 9, -21 / 32 + 1 / 3])
expected = {"b1": np.log(2.0) * hidden / 2, "b2": (first + second) / 2}
assert close(got, expected), difference(got, expected)

# %% test="backward_pass_where_all_sizes_agree"
# Where n = d = h = k, the gradient of W1 still has a row for each hidden unit.
net = {
    "W1": np.log(3.0) * np.array([[2.0, 1.0], [0.0, -1.0]]),
    "b1": np.log(3.0) * np.array([-1.0, 0.0]),
    "W2": np.log(2.0) * np.array([[4.0, 0.0], [-4.0, 4.0]]),
    "b2": np.log([1.0, 16.0]),
}
targets = np.array([[0.0, 1.0], [1.0, 0.0]])
got = backward_pass(net, np.eye(2), targets)["W1"]
expected = np.log(2.0) * np.array([[3 / 8, -2 / 3], [-1 / 4, 1 / 4]])
assert close(got, expected), difference(got, expected)

# %% test="backward_pass_knows_no_clip"
# Certain of the wrong word: the loss is clipped, the gradient is still p − y.
net = {
    "W1": np.zeros((1, 2)), "b1": np.zeros(1),
    "W2": np.zeros((2, 1)), "b2": np.array([1000.0, 0.0]),
}
targets = np.array([[0.0, 1.0]])
got = backward_pass(net, np.array([[1.0, 0.0]]), targets)["b2"]
expected = np.array([1.0, -1.0])
assert close(got, expected), difference(got, expected)

# %% hidden="backward_pass_of_the_output_layer_matches_differences" points=2
# Every entry for W2 and b2 is the slope of the mean loss, measured by central differences.
rng = np.random.default_rng(921)
for n, d, h, k in [(4, 3, 2, 5), (1, 2, 3, 4), (3, 3, 3, 3)]:
    net = {
        "W1": rng.normal(size=(h, d)), "b1": rng.normal(size=h),
        "W2": rng.normal(size=(k, h)), "b2": rng.normal(size=k),
    }
    inputs, labels = rng.normal(size=(n, d)), rng.integers(0, k, size=n)
    def mean_loss():
        total = 0.0
        for x, label in zip(inputs, labels):
            a = 1 / (1 + np.exp(-net["W1"].dot(x) - net["b1"]))
            z = net["W2"].dot(a) + net["b2"]
            total += np.log(sum(np.exp(z))) - z[label]
        return total / n
    got = backward_pass(net, inputs, np.eye(k)[labels])
    for name in ["W2", "b2"]:
        expected = np.zeros(net[name].shape)
        for place in np.ndindex(expected.shape):
            kept = net[name][place]
            net[name][place] = kept + 1e-6
            above = mean_loss()
            net[name][place] = kept - 1e-6
            expected[place] = (above - mean_loss()) / 2e-6
            net[name][place] = kept
        same = close(got[name], expected, rtol=1e-5, atol=1e-8)
        assert same, name + ": " + difference(got[name], expected)

# %% hidden="backward_pass_of_the_hidden_layer_matches_differences" points=2
# Every entry for W1 and b1 is the slope of the mean loss, measured by central differences.
rng = np.random.default_rng(922)
for n, d, h, k in [(4, 3, 2, 5), (1, 2, 3, 4), (3, 3, 3, 3), (2, 1, 4, 2)]:
    net = {
        "W1": rng.normal(size=(h, d)), "b1": rng.normal(size=h),
        "W2": rng.normal(size=(k, h)), "b2": rng.normal(size=k),
    }
    inputs, labels = rng.normal(size=(n, d)), rng.integers(0, k, size=n)
    def mean_loss():
        total = 0.0
        for x, label in zip(inputs, labels):
            a = 1 / (1 + np.exp(-net["W1"].dot(x) - net["b1"]))
            z = net["W2"].dot(a) + net["b2"]
            total += np.log(sum(np.exp(z))) - z[label]
        return total / n
    got = backward_pass(net, inputs, np.eye(k)[labels])
    for name in ["W1", "b1"]:
        expected = np.zeros(net[name].shape)
        for place in np.ndindex(expected.shape):
            kept = net[name][place]
            net[name][place] = kept + 1e-6
            above = mean_loss()
            net[name][place] = kept - 1e-6
            expected[place] = (above - mean_loss()) / 2e-6
            net[name][place] = kept
        same = close(got[name], expected, rtol=1e-5, atol=1e-8)
        assert same, name + ": " + difference(got[name], expected)

# %% hidden="backward_pass_is_of_the_unclipped_loss" points=1
# With scores far apart the gradients are those of the loss without the clip, for a batch and for one example.
far = {
    "W1": np.array([[1.0, 0.0]]), "b1": np.zeros(1),
    "W2": np.array([[1000.0], [0.0], [-1000.0]]), "b2": np.zeros(3),
}
inputs, targets = np.array([[0.0, 1.0], [0.0, 2.0]]), np.eye(3)[[1, 0]]
got = backward_pass(far, inputs, targets)
expected = {
    "W1": np.array([[0.0, 125.0]]),
    "b1": np.array([125.0]),
    "W2": np.array([[0.25], [-0.25], [0.0]]),
    "b2": np.array([0.5, -0.5, 0.0]),
}
for name in expected:
    same = close(got[name], expected[name])
    assert same, name + ": " + difference(got[name], expected[name])
got = backward_pass(far, inputs[:1], np.eye(3)[[2]])["b2"]
expected = np.array([1.0, 0.0, -1.0])
assert close(got, expected), difference(got, expected)

# %% hidden="backward_pass_is_of_the_mean" points=1
# A batch written twice has the same gradients; those of b2 add up to 0.
rng = np.random.default_rng(923)
net = {
    "W1": rng.normal(size=(2, 3)), "b1": rng.normal(size=2),
    "W2": rng.normal(size=(4, 2)), "b2": rng.normal(size=4),
}
inputs, targets = rng.normal(size=(3, 3)), np.eye(4)[[3, 0, 3]]
once = backward_pass(net, inputs, targets)
twice = backward_pass(net, np.vstack([inputs] * 2), np.vstack([targets] * 2))
for name in net:
    assert np.any(np.abs(once[name]) > 1e-3), name
    same = close(twice[name], once[name])
    assert same, name + ": " + difference(twice[name], once[name])
assert close(np.sum(once["b2"]), 0.0), difference(np.sum(once["b2"]), 0.0)
at_half = {
    "W1": np.zeros((2, 3)), "b1": np.zeros(2),
    "W2": np.zeros((4, 2)), "b2": np.zeros(4),
}
got = backward_pass(at_half, inputs, targets)["W2"]
expected = np.array([[-1, -1], [3, 3], [3, 3], [-5, -5]]) / 24
assert close(got, expected), difference(got, expected)

# %% hidden="backward_pass_leaves_its_arguments_alone" points=1
# The arguments stay the same; the result has their keys, shapes and float64 entries, not all of them 0.
rng = np.random.default_rng(924)
net = {
    "W1": rng.normal(size=(2, 3)), "b1": rng.normal(size=2),
    "W2": rng.normal(size=(4, 2)), "b2": rng.normal(size=4),
}
inputs, targets = rng.normal(size=(1, 3)), np.eye(4)[[2]]
before = {name: net[name].copy() for name in net}, inputs.copy(), targets.copy()
slopes = backward_pass(net, inputs, targets)
assert isinstance(slopes, dict)
assert sorted(slopes) == ["W1", "W2", "b1", "b2"], f"got the keys {sorted(slopes)}"
for name in slopes:
    assert isinstance(slopes[name], np.ndarray), name
    assert slopes[name].shape == before[0][name].shape, name
    assert slopes[name].dtype == np.float64, name
    assert np.any(slopes[name] != 0), name
assert slopes["b2"][2] < 0 < min(slopes["b2"][0], slopes["b2"][1], slopes["b2"][3])
assert sorted(net) == ["W1", "W2", "b1", "b2"]
for name in net:
    assert np.array_equal(net[name], before[0][name]), name
assert np.array_equal(inputs, before[1])
assert np.array_equal(targets, before[2])

# %% [markdown]
# ## Exercise 4: the training step
#
# $$W_1 \leftarrow W_1 - \alpha \frac{\partial L}{\partial W_1} \qquad b_1 \leftarrow b_1 - \alpha \frac{\partial L}{\partial b_1} \qquad
# W_2 \leftarrow W_2 - \alpha \frac{\partial L}{\partial W_2} \qquad b_2 \leftarrow b_2 - \alpha \frac{\partial L}{\partial b_2}$$
#
# `training_step` returns **new** parameters, and the loss of the old ones: the loss before the step.
#
# **Why so.** All four gradients are slopes at one point, the old parameters. A step that moves $W_2$ first and then takes the gradient of $W_1$ mixes
# two points.
#
# **What goes wrong.** `-=` on an array writes into the array that was handed in, even where the dict around it was copied. And in the line `loss = loss(...)`
# inside the function, Python takes `loss` for a local name and stops: call the number something else. At the top level of the notebook such a line
# would replace your function by a number.

# %% [markdown] hints="training_step"
# 1. You have written every part. In which order must they be called, and on which parameters?
# 2. The number and the gradients both belong to the old parameters: get them first, then make a new dict.
# 3. A dict comprehension over the names in `params`, each new array by one subtraction. Return the pair.

# %% answer="training_step"
def training_step(params, X, Y, lr):
    """One step downhill: θ − α·∂L/∂θ for θ = W1, b1, W2, b2.

    params : dict with W1 (h, d), b1 (h,), W2 (k, h), b2 (k,)
    X : features, shape (n, d)
    Y : one-hot targets, shape (n, k)
    lr : the learning rate α, a number
    returns the pair (new params, the loss before the step)
    """
    ### BEGIN SOLUTION
    before = loss(params, X, Y)
    slopes = backward_pass(params, X, Y)
    return {name: params[name] - lr * slopes[name] for name in params}, before
    ### END SOLUTION

# %%
check(training_step)

# %% test="training_step_goes_downhill"
# One example and α = 1/2: every parameter moves by half its gradient.
net = {
    "W1": np.log(3.0) * np.array([[2.0, 0.0, 1.0], [-2.0, -2.0, 0.0]]),
    "b1": np.log(3.0) * np.array([-1.0, 1.0]),
    "W2": np.log(2.0) * np.array([[4, 0], [0, 4], [0, 0], [0, 0.0]]),
    "b2": np.log([1.0, 1.0, 2.0, 4.0]),
}
inputs = np.array([[1.0, 0.0, 0.0]])
targets = np.array([[0.0, 1.0, 0.0, 0.0]])
back = np.log(2.0) * np.array([[12], [-21]]) / 64
expected = {
    "W1": net["W1"] - np.hstack([back, np.zeros((2, 2))]),
    "b1": net["b1"] - back[:, 0],
    "W2": net["W2"] - np.array([[12, 4], [-21, -7], [3, 1], [6, 2]]) / 64,
    "b2": net["b2"] - np.array([8, -14, 2, 4]) / 32,
}
got = training_step(net, inputs, targets, 0.5)[0]
assert close(got, expected), difference(got, expected)

# %% test="training_step_returns_the_loss_before_the_step"
# Two examples: the number is the loss of the parameters that were handed in.
net = {
    "W1": np.log(3.0) * np.array([[2.0, 0.0, 1.0], [-2.0, -2.0, 0.0]]),
    "b1": np.log(3.0) * np.array([-1.0, 1.0]),
    "W2": np.log(2.0) * np.array([[4, 0], [0, 4], [0, 0], [0, 0.0]]),
    "b2": np.log([1.0, 1.0, 2.0, 4.0]),
}
inputs = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
targets = np.array([[0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0]])
got = training_step(net, inputs, targets, 0.5)[1]
expected = (np.log(8.0) + np.log(9.0)) / 2
assert close(got, expected), difference(got, expected)

# %% test="training_step_keeps_the_old_parameters"
# The parameters that were handed in are the same afterwards.
net = {
    "W1": np.zeros((1, 2)), "b1": np.zeros(1),
    "W2": np.zeros((2, 1)), "b2": np.zeros(2),
}
training_step(net, np.array([[1.0, 0.0]]), np.array([[0.0, 1.0]]), 2.0)
got = net
expected = {
    "W1": np.zeros((1, 2)), "b1": np.zeros(1),
    "W2": np.zeros((2, 1)), "b2": np.zeros(2),
}
assert close(got, expected), difference(got, expected)

# %% hidden="training_step_moves_against_every_gradient" points=2
# Every parameter moves by −α times its slope, and all slopes are taken before any update.
rng = np.random.default_rng(931)
for n, d, h, k, lr in [(4, 3, 2, 5, 2.0), (1, 2, 3, 4, 0.5), (3, 3, 3, 3, 8.0)]:
    net = {
        "W1": rng.normal(size=(h, d)), "b1": rng.normal(size=h),
        "W2": rng.normal(size=(k, h)), "b2": rng.normal(size=k),
    }
    inputs, labels = rng.normal(size=(n, d)), rng.integers(0, k, size=n)
    old = {name: net[name].copy() for name in net}
    def mean_loss(point):
        total = 0.0
        for x, label in zip(inputs, labels):
            a = 1 / (1 + np.exp(-point["W1"].dot(x) - point["b1"]))
            z = point["W2"].dot(a) + point["b2"]
            total += np.log(sum(np.exp(z))) - z[label]
        return total / n
    new = training_step(net, inputs, np.eye(k)[labels], lr)[0]
    for name in old:
        expected = np.zeros(old[name].shape)
        for place in np.ndindex(expected.shape):
            kept = old[name][place]
            old[name][place] = kept + 1e-6
            above = mean_loss(old)
            old[name][place] = kept - 1e-6
            expected[place] = (above - mean_loss(old)) / 2e-6
            old[name][place] = kept
        got = (old[name] - new[name]) / lr
        same = close(got, expected, rtol=1e-5, atol=1e-8)
        assert same, name + ": " + difference(got, expected)

# %% hidden="training_step_returns_the_loss_before" points=1
# The second part is the mean loss at the old parameters, whatever the step length; the first part is a step.
rng = np.random.default_rng(932)
for n, d, h, k in [(4, 3, 2, 5), (1, 1, 2, 3)]:
    net = {
        "W1": rng.normal(size=(h, d)), "b1": rng.normal(size=h),
        "W2": rng.normal(size=(k, h)), "b2": rng.normal(size=k),
    }
    inputs, labels = rng.normal(size=(n, d)), rng.integers(0, k, size=n)
    expected = 0.0
    for x, label in zip(inputs, labels):
        a = 1 / (1 + np.exp(-net["W1"].dot(x) - net["b1"]))
        z = net["W2"].dot(a) + net["b2"]
        expected += (np.log(sum(np.exp(z))) - z[label]) / n
    for lr in [0.0, 0.25, 4.0]:
        copy = {name: net[name].copy() for name in net}
        new, got = training_step(copy, inputs.copy(), np.eye(k)[labels], lr)
        assert np.ndim(got) == 0
        assert close(got, expected), difference(got, expected)
        moved = not close(new["b2"], net["b2"])
        assert moved == (lr > 0)

# %% hidden="training_step_trains" points=1
# Step after step the loss of a small text falls, from log 3 to less than 0.1.
net = {
    "W1": np.array([[0.5, -0.5, 0.0], [0.0, 0.5, -0.5], [-0.5, 0.0, 0.5]]),
    "b1": np.zeros(3),
    "W2": np.zeros((3, 3)),
    "b2": np.zeros(3),
}
inputs, targets = np.eye(3), np.eye(3)[[1, 2, 0]]
losses = []
for step in range(200):
    net, before = training_step(net, inputs, targets, 1.0)
    losses.append(before)
assert close(losses[0], np.log(3.0)), difference(losses[0], np.log(3.0))
assert losses[1] < losses[0]
assert all(later < earlier for earlier, later in zip(losses[::20], losses[20::20]))
assert losses[-1] < 0.1
said = []
for x in inputs:
    a = 1 / (1 + np.exp(-net["W1"].dot(x) - net["b1"]))
    said.append(int(np.argmax(net["W2"].dot(a) + net["b2"])))
assert said == [1, 2, 0]

# %% hidden="training_step_of_scores_far_apart" points=1
# Where the loss is clipped, it is −log 1e-12, and the step is still that of the loss without the clip, short or long.
far = {
    "W1": np.zeros((1, 2)), "b1": np.zeros(1),
    "W2": np.zeros((3, 1)), "b2": np.array([1000.0, 0.0, -1000.0]),
}
new, got = training_step(far, np.array([[1.0, 0.0]]), np.eye(3)[[1]], 0.5)
expected = -np.log(1e-12)
assert close(got, expected, rtol=1e-5), difference(got, expected)
expected = np.array([999.5, 0.5, -1000.0])
assert close(new["b2"], expected), difference(new["b2"], expected)
expected = np.array([[-0.25], [0.25], [0.0]])
assert close(new["W2"], expected), difference(new["W2"], expected)
steep = {
    "W1": np.array([[1.0, 0.0]]), "b1": np.zeros(1),
    "W2": np.array([[1000.0], [0.0], [-1000.0]]), "b2": np.zeros(3),
}
new, got = training_step(steep, np.array([[0.0, 1.0], [0.0, 2.0]]), np.eye(3)[[1, 0]], 0.5)
expected = np.array([[1.0, -62.5]])
assert close(new["W1"], expected), difference(new["W1"], expected)

# %% hidden="training_step_leaves_its_arguments_alone" points=1
# Old parameters, features and targets stay the same; the new ones have their keys, shapes and other values.
rng = np.random.default_rng(933)
net = {
    "W1": rng.normal(size=(2, 3)), "b1": rng.normal(size=2),
    "W2": rng.normal(size=(4, 2)), "b2": rng.normal(size=4),
}
inputs, targets = rng.normal(size=(1, 3)), np.eye(4)[[2]]
before = {name: net[name].copy() for name in net}, inputs.copy(), targets.copy()
new, number = training_step(net, inputs, targets, 0.5)
assert sorted(new) == ["W1", "W2", "b1", "b2"], f"got the keys {sorted(new)}"
for name in new:
    assert isinstance(new[name], np.ndarray), name
    assert new[name].shape == before[0][name].shape, name
    assert new[name].dtype == np.float64, name
    assert not np.array_equal(new[name], before[0][name]), name
assert number > 0
assert new["b2"][2] > before[0]["b2"][2]
kept = np.sum(before[0]["b2"])
assert close(np.sum(new["b2"]), kept), difference(np.sum(new["b2"]), kept)
assert sorted(net) == ["W1", "W2", "b1", "b2"]
for name in net:
    assert np.array_equal(net[name], before[0][name]), name
assert np.array_equal(inputs, before[1])
assert np.array_equal(targets, before[2])

# %% [markdown]
# ## Train it
#
# The cell starts from `start` and takes 300 of your training steps on the whole song, with $\alpha = 4$. Compare the numbers with the worked example.
# Step 0 costs more than knowing nothing: random weights give random opinions, and most of them are wrong. How near does the network come to the
# lowest loss, 0.231?

# %%
trained, losses = {name: start[name].copy() for name in start}, []
try:
    for step in range(300):
        trained, loss_before = training_step(trained, X, Y, lr=4.0)
        losses.append(loss_before)
    for step in (0, 10, 50, 100, 200, 299):
        print(f"step {step:3}   loss {losses[step]:.3f}")
except NotImplementedError:
    print("Training needs the exercises 1 to 4: write them first, then run this cell again.")

# %% [markdown]
# ## Exercise 5: the next word
#
# $$\hat\jmath = \underset{j}{\operatorname{argmax}}\; p_j \qquad\text{with}\qquad p = \mathrm{softmax}\left(W_2\, \sigma(W_1 x + b_1) + b_2\right)$$
#
# Given the vector $x$ of one word, `next_word` returns the index $\hat\jmath$ of the likeliest next word.
#
# **Why so.** Training made probabilities. To speak, a model must choose, and the simplest choice is the likeliest class.
#
# **What goes wrong.** `word_vector` is a single example of shape $(d{,})$, and your forward pass takes a batch. And the result is a place in the
# vocabulary, an integer, not a word and not a probability.

# %% [markdown] hints="next_word"
# 1. What shape does your forward pass ask for, and what shape has one word vector?
# 2. Make a batch of one row, or compute the two layers for one vector. Then look for the place of the largest probability.
# 3. Indexing with `None` adds an axis and makes the batch. Then `np.argmax` of the only row of its probabilities.

# %% answer="next_word"
def next_word(params, word_vector):
    """argmaxⱼ p[j], where p are the probabilities after this word.

    params : dict with W1 (h, d), b1 (h,), W2 (k, h), b2 (k,)
    word_vector : one word, a row of X, shape (d,)
    returns the index of the likeliest next word, an int
    """
    ### BEGIN SOLUTION
    P = forward_pass(params, word_vector[None, :])[1]
    return int(np.argmax(P[0]))
    ### END SOLUTION

# %%
check(next_word)

# %% test="next_word_of_the_first_word"
# After word 0 the probabilities are 8, 2, 2 and 4 sixteenths: the next word is 0 again.
net = {
    "W1": np.log(3.0) * np.array([[2.0, 0.0, 1.0], [-2.0, -2.0, 0.0]]),
    "b1": np.log(3.0) * np.array([-1.0, 1.0]),
    "W2": np.log(2.0) * np.array([[4, 0], [0, 4], [0, 0], [0, 0.0]]),
    "b2": np.log([1.0, 1.0, 2.0, 4.0]),
}
got = next_word(net, np.array([1.0, 0.0, 0.0]))
expected = 0
assert close(got, expected), difference(got, expected)

# %% test="next_word_of_the_other_words"
# After word 1 comes word 3, and after word 2 comes word 1.
net = {
    "W1": np.log(3.0) * np.array([[2.0, 0.0, 1.0], [-2.0, -2.0, 0.0]]),
    "b1": np.log(3.0) * np.array([-1.0, 1.0]),
    "W2": np.log(2.0) * np.array([[4, 0], [0, 4], [0, 0], [0, 0.0]]),
    "b2": np.log([1.0, 1.0, 2.0, 4.0]),
}
after_1 = next_word(net, np.array([0.0, 1.0, 0.0]))
after_2 = next_word(net, np.array([0.0, 0.0, 1.0]))
got = (after_1, after_2)
expected = (3, 1)
assert close(got, expected), difference(got, expected)

# %% test="next_word_needs_every_parameter"
# Weights, biases and the sigmoid all have their say.
net = {
    "W1": np.array([[0.0, -1.0, -2.0], [0.0, 1.0, -2.0]]),
    "b1": np.array([-2.0, 0.0]),
    "W2": np.array([[-3.0, 1.0], [4.0, -4.0], [4.0, 0.0], [0.0, -4.0]]),
    "b2": np.array([1.0, 1.0, 1.0, 2.0]),
}
got = tuple(next_word(net, x) for x in np.eye(3))
expected = (2, 0, 3)
assert close(got, expected), difference(got, expected)

# %% test="next_word_is_a_whole_number"
# The result is a single integer, a place in the vocabulary.
net = {
    "W1": np.zeros((1, 2)), "b1": np.zeros(1),
    "W2": np.zeros((2, 1)), "b2": np.array([0.0, 1.0]),
}
place = next_word(net, np.array([1.0, 0.0]))
whole = np.issubdtype(np.asarray(place).dtype, np.integer)
single = np.ndim(place) == 0
got = "an integer" if whole and single else f"{place!r}"
expected = "an integer"
assert got == expected, f"expected {expected}, got {got}"

# %% hidden="next_word_is_the_likeliest" points=1
# For any sizes and any word no other class has a larger probability.
rng = np.random.default_rng(941)
for d, h, k in [(3, 2, 5), (6, 4, 6), (4, 1, 2), (1, 3, 7)]:
    net = {
        "W1": 2 * rng.normal(size=(h, d)), "b1": rng.normal(size=h),
        "W2": 2 * rng.normal(size=(k, h)), "b2": rng.normal(size=k),
    }
    for x in np.eye(d):
        a = 1 / (1 + np.exp(-net["W1"].dot(x) - net["b1"]))
        powers = np.exp(net["W2"].dot(a) + net["b2"])
        got = next_word(net, x.copy())
        assert np.ndim(got) == 0
        assert 0 <= got < k
        assert all(powers[got] >= power for power in powers)

# %% hidden="next_word_uses_every_parameter" points=1
# Weights, biases and the sigmoid all have their say in which word is the likeliest.
net = {
    "W1": np.array([[-4.0, 4.0, 0.0], [4.0, -4.0, 0.0]]),
    "b1": np.array([0.0, 0.0]),
    "W2": np.array([[4.0, 0.0], [0.0, 4.0], [0.0, 0.0], [3.0, 3.0]]),
    "b2": np.array([0.0, 0.0, 0.0, 0.0]),
}
said = [next_word(net, x) for x in np.eye(3)]
assert said == [1, 0, 3], f"expected [1, 0, 3], got {said}"
net["b2"] = np.array([0.0, 0.0, 3.5, 0.0])
said = [next_word(net, x) for x in np.eye(3)]
assert said == [1, 0, 2], f"expected [1, 0, 2], got {said}"
net["b1"] = np.array([4.0, -4.0])
said = [next_word(net, x) for x in np.eye(3)]
assert said == [2, 0, 0], f"expected [2, 0, 0], got {said}"

# %% hidden="next_word_leaves_its_arguments_alone" points=1
# Parameters and word vector stay the same, and the result is a single integer.
net = {
    "W1": np.array([[1.0, -1.0], [0.5, 2.0]]), "b1": np.array([0.25, -0.5]),
    "W2": np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]),
    "b2": np.array([0.5, 0.25, -2.0]),
}
word_vector = np.array([0.0, 1.0])
before = {name: net[name].copy() for name in net}, word_vector.copy()
got = next_word(net, word_vector)
assert np.ndim(got) == 0
assert np.issubdtype(np.asarray(got).dtype, np.integer)
assert got == 1, difference(got, 1)
assert next_word(net, np.array([1.0, 0.0])) == 0
assert list(net) == list(before[0])
for name in net:
    assert np.array_equal(net[name], before[0][name]), name
assert word_vector.shape == (2,)
assert np.array_equal(word_vector, before[1])

# %% [markdown]
# ## What it says after each word
#
# The cell asks your trained network for the word after each word of the vocabulary, and shows the probability that it gave to its choice. The words
# in brackets are those that follow in the song.

# %%
try:
    for place, word in enumerate(vocabulary):
        vector = np.eye(len(vocabulary))[place]
        choice = next_word(trained, vector)
        p = forward_pass(trained, vector[None, :])[1][0, choice]
        follow = {words[(i + 1) % 18] for i in range(18) if words[i] == word}
        print(f"{word:>8} -> {vocabulary[choice]:8} {p:.2f}   [{', '.join(sorted(follow))}]")
except NotImplementedError:
    print("This needs all five exercises: write them first, then train, then run this cell again.")

# %% [markdown]
# ## Play: the next word while it learns
#
# The picture trains with your functions when the cell runs, and keeps the parameters of every step. The first slider goes through the training, from step 0 to
# step 300. The second chooses the current word by its place in the vocabulary; the title says it. Striped bars are words that follow it in the song, and a diamond stands at their share in the text.
#
# - Choose `dream`, and go through the steps. When does the network begin to be sure?
# - Choose `row`, then `merrily`. Which of their next words is learned first, and where do the bars come to rest?
# - Look at the curve: which part of the loss is gone after 50 steps, and which part never goes?

# %%
pictures.word_probabilities(forward_pass, training_step, start, X, Y, vocabulary)

# %% [markdown]
# ## In your own words
#
# Let your trained network speak: begin with `row`, take the word that your `next_word` gives, put it in again, and so on. Look at the table under *What it
# says after each word*. Does the network ever get to the end of the song? Explain in two or three sentences why it says what it says, which part of its design is
# the reason, and what you would give the network as $x$ so that the loss can go below 0.231.
#
# *2 points, read by a person.*

# %% [markdown] written="next_word_in_your_words" points=2
# It says `row` for ever: after `row` the likeliest word is `row`, with a probability near 2/3, and it always takes the likeliest. It sees one word only, so it cannot
# know whether it has said `row` once or three times, and no training can tell it. With the last three words as $x$ (three one-hot vectors side by side) the
# first, second and third `row` would be different inputs. To tell the third and the fourth `merrily` apart takes four words.
#
# *Rubric: 1 point for "row for ever", because it sees the current word alone; 1 point for an $x$ that tells the rows apart, such as more words
# or the position.*

# %% [markdown]
# ## On the whiteboard
#
# Draw the whole pipeline for **one** example, with the numbers of the small network below. The cell prints what your own
# functions say. Work out the quantities between, $z_1$, $z_2$, $\delta_2$ and $\delta_1$, yourself.
#
# 1. **Forward:** boxes from $x$ to $L$, each with its formula, its shape and its numbers.
# 2. **Backward:** arrows from $L$ back to the four parameters, each with its formula and its numbers. Say at each arrow which factor of the chain rule it is.
# 3. **Update:** one entry of $W_1$ and one entry of $b_2$ before and after a step with $\alpha = 1$.
#
# Write your answer into the cell after the whiteboard, as text with formulas. Or draw it: what is on the whiteboard is put into that cell. Or take a photo of a
# sheet of paper and drag the picture into that cell.
#
# *6 points, read by a person.*

# %%
small = {
    "W1": np.array([[1.0, -1.0], [0.5, 2.0]]),
    "b1": np.array([0.0, -1.5]),
    "W2": np.array([[2.0, -1.0], [1.0, 1.0]]),
    "b2": np.array([0.5, 0.0]),
}
small_x, small_y = np.array([[0.0, 1.0]]), np.array([[1.0, 0.0]])
try:
    small_a, small_p = forward_pass(small, small_x)
    print("a ", np.round(small_a, 3))
    print("p ", np.round(small_p, 3))
    print("L ", np.round(loss(small, small_x, small_y), 3))
    for name, slope in backward_pass(small, small_x, small_y).items():
        print("gradient of", name, (np.round(slope, 3) + 0.0).tolist())
except NotImplementedError:
    print("These numbers come from exercises 1 to 3: write them first, then run this cell again.")

# %%
whiteboard("training_step_on_the_whiteboard")

# %% [markdown] written="training_step_on_the_whiteboard" points=6
# **Forward.**
#
# - $x = (0, 1)$, shape $(2{,})$
# - $z_1 = W_1 x + b_1 = (-1, 2) + (0, -1.5) = (-1, 0.5)$, shape $(2{,})$
# - $a = \sigma(z_1) = (0.269, 0.622)$, shape $(2{,})$
# - $z_2 = W_2 a + b_2 = (2 \cdot 0.269 - 0.622 + 0.5,\; 0.269 + 0.622) = (0.415, 0.891)$, shape $(2{,})$
# - $p = \mathrm{softmax}(z_2) = (0.383, 0.617)$, shape $(2{,})$
# - $y = (1, 0)$, so $L = -\log 0.383 = 0.959$, one number
#
# **Backward.**
#
# - $\delta_2 = \partial L / \partial z_2 = p - y = (-0.617, 0.617)$: the slopes of the logarithm and of the softmax together
# - $\partial L / \partial W_2 = \delta_2 a^{\top} = \begin{pmatrix} -0.166 & -0.384 \\ 0.166 & 0.384 \end{pmatrix}$: each weight is multiplied by an activation; $\partial L / \partial b_2 = \delta_2$
# - $W_2^{\top} \delta_2 = (-0.617, 1.234)$: each hidden unit collects the error signals of both scores
# - $\delta_1 = \partial L / \partial z_1 = W_2^{\top} \delta_2 \odot a \odot (1 - a) = (-0.617 \cdot 0.197,\; 1.234 \cdot 0.235) = (-0.121, 0.290)$
# - $\partial L / \partial W_1 = \delta_1 x^{\top} = \begin{pmatrix} 0 & -0.121 \\ 0 & 0.290 \end{pmatrix}$: only the column of the word that was read; $\partial L / \partial b_1 = \delta_1$
#
# **Update**, $\alpha = 1$. The upper right entry of $W_1$: $-1 - (-0.121) = -0.879$. The first entry of $b_2$: $0.5 - (-0.617) = 1.117$. Both
# gradients were taken before either changed.
#
# *Rubric: 2 points for the forward pass (1 for formulas and shapes, 1 for numbers, $z_1$ and $z_2$ among them). 3 points for the backward pass (1 for $\delta_2 = p - y$ with
# its numbers, 1 for $\delta_1$ with $W_2^{\top}$ and the slope $a (1 - a)$, 1 for the four gradients with their shapes). 1 point for the update, both gradients
# taken at the old parameters. A slip in arithmetic that is carried on costs one point once.*

# %% [markdown]
# ## Looking back
#
# This was the last exercise of the course. In three or four sentences: which idea of the course made the most difference to how you see training? Which formula
# could you explain to a friend without this notebook, and which one not yet? What will you try next?
#
# *1 point for an answer of your own; there is no wrong one.*

# %% [markdown] written="training_step_looking_back" points=1
# The four steps, forward pass, loss, gradients, update, are the same for a line through points and for a network that speaks; only the formulas inside
# change. I could explain why the gradient of the softmax loss is $p - y$. I could not yet explain $\delta_1$ without looking. Next I will give the
# network two words at a time.
#
# *Rubric: 1 point for any answer that names something of the course.*

# %% [markdown]
# ## Take away
#
# 1. Training is one loop: forward pass, loss, gradients, update. Every part of it you have written yourself.
# 2. All gradients are taken at the old parameters, and each has the shape of its parameter.
# 3. A network learns the shares in its data. Where one input has two answers, the best it can do is to give each its share.
#
# **Notes:** what would you like to find here when you come back? They stay on your machine and are not handed in.

# %%
notes("training_step")

# %% [markdown]
# **Before you go:** how was it? Change the values below, run the cell and save. This carries no points.

# %%
self_assessment(
    confidence=None,  # 1 (guessing) to 5 (I could explain it)
    hardest="",       # the hardest exercise, such as "backward_pass"
    difficulty=None,  # 1 (easy) to 5 (hard)
    minutes=None,     # how long it took, if you like to say
)

# %% [markdown]
# **Hand in:** save, press *Validate*, and submit as your course tells you. **Next:** nothing. This was the course. The loop that you have written also trains
# larger models, with more words, more and other layers, and more steps.
