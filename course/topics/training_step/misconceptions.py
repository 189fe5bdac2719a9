# %% [markdown]
# Wrong answers that people give, one to a cell: first the message, then the code as it would stand in the answer.
# A `probe` is a further visible call that tells two of them apart.

# %% wrong="forward_pass_without_biases"
# The weighted sums are there, but the biases are missing, in both layers.
def forward_pass(params, X):
    A = sigmoid(X @ params["W1"].T)
    return A, softmax(A @ params["W2"].T)

# %% wrong="forward_pass_without_the_hidden_biases"
# The biases of the hidden layer are missing. Go through the four parameters: is each of them used?
def forward_pass(params, X):
    A = sigmoid(X @ params["W1"].T)
    P = softmax(A @ params["W2"].T + params["b2"])
    return A, P

# %% wrong="forward_pass_without_the_output_biases"
# The biases of the output layer are missing. Go through the four parameters: is each of them used?
def forward_pass(params, X):
    A = sigmoid(X @ params["W1"].T + params["b1"])
    return A, softmax(A @ params["W2"].T)

# %% wrong="forward_pass_without_sigmoid"
# The hidden units pass on their scores as they are. What stands around the first affine map in the formula?
def forward_pass(params, X):
    A = X @ params["W1"].T + params["b1"]
    P = softmax(A @ params["W2"].T + params["b2"])
    return A, P

# %% wrong="forward_pass_returns_the_hidden_scores"
# The probabilities are right, but the first part is what stands inside the sigmoid. Which of the two is the activation?
def forward_pass(params, X):
    Z = X @ params["W1"].T + params["b1"]
    return Z, softmax(sigmoid(Z) @ params["W2"].T + params["b2"])

# %% wrong="forward_pass_feeds_the_scores_to_the_output_layer"
# The activations are right, but the output layer was computed without them. What is its input?
def forward_pass(params, X):
    Z = X @ params["W1"].T + params["b1"]
    return sigmoid(Z), softmax(Z @ params["W2"].T + params["b2"])

# %% wrong="forward_pass_without_softmax"
# The second part holds scores: they can be negative, and their rows do not sum to 1. What makes probabilities of them?
def forward_pass(params, X):
    A = sigmoid(X @ params["W1"].T + params["b1"])
    return A, A @ params["W2"].T + params["b2"]

# %% wrong="forward_pass_of_two_affine_maps"
# Both layers return their scores: neither the sigmoid nor the softmax is there. Two things to mend; begin with the hidden layer.
def forward_pass(params, X):
    A = X @ params["W1"].T + params["b1"]
    return A, A @ params["W2"].T + params["b2"]

# %% wrong="forward_pass_with_sigmoid_outputs"
# The outputs went through the sigmoid, as in the network of `worked_backprop`. Here the k outputs must share the probability 1.
def forward_pass(params, X):
    A = sigmoid(X @ params["W1"].T + params["b1"])
    return A, sigmoid(A @ params["W2"].T + params["b2"])

# %% wrong="forward_pass_with_softmax_in_both_layers"
# The hidden units share a sum of 1. They are no choice among classes: which function belongs to the hidden layer?
def forward_pass(params, X):
    A = softmax(X @ params["W1"].T + params["b1"])
    P = softmax(A @ params["W2"].T + params["b2"])
    return A, P

# %% wrong="forward_pass_probabilities_first"
# Both parts are there, in the other order. Which one is promised first?
def forward_pass(params, X):
    A = sigmoid(X @ params["W1"].T + params["b1"])
    P = softmax(A @ params["W2"].T + params["b2"])
    return P, A

# %% wrong="forward_pass_probabilities_only"
# Only the probabilities come back. The backward pass needs the activations, too: a pair is asked for.
def forward_pass(params, X):
    A = sigmoid(X @ params["W1"].T + params["b1"])
    P = softmax(A @ params["W2"].T + params["b2"])
    return P

# %% wrong="forward_pass_with_untransposed_weights"
# The products as they stand sum over the wrong axis of the weights. Which axis of X and which axis of W1 hold the features?
def forward_pass(params, X):
    A = sigmoid(X @ params["W1"] + params["b1"])
    return A, softmax(A @ params["W2"] + params["b2"])

# %% wrong="forward_pass_with_untransposed_output_weights"
# The hidden layer is right. In the output layer the product sums over the wrong axis of W2: which of its axes holds the hidden units?
def forward_pass(params, X):
    A = sigmoid(X @ params["W1"].T + params["b1"])
    return A, softmax(A @ params["W2"] + params["b2"])

# %% wrong="forward_pass_weights_first"
# W1·x is the formula for one example x. With the whole X on the right side the features of W1 meet the examples of X.
def forward_pass(params, X):
    A = sigmoid(params["W1"] @ X + params["b1"])
    return A, softmax(params["W2"] @ A + params["b2"])

# %% wrong="forward_pass_examples_in_columns"
# The examples run along the columns. A row is an example: the shapes are (n, h) and (n, k).
def forward_pass(params, X):
    A = sigmoid(params["W1"] @ X.T + params["b1"][:, None])
    Z = params["W2"] @ A + params["b2"][:, None]
    return A, softmax(Z.T).T

# %% wrong="forward_pass_softmax_over_the_examples"
# The probabilities of one class sum to 1 over the examples. The softmax works over the last axis: which one is that in your scores?
def forward_pass(params, X):
    A = sigmoid(params["W1"] @ X.T + params["b1"][:, None])
    P = softmax(params["W2"] @ A + params["b2"][:, None])
    return A.T, P.T

# %% wrong="forward_pass_softmax_of_everything"
# All examples together share one sum. Each row of P sums to 1 by itself.
def forward_pass(params, X):
    A = sigmoid(X @ params["W1"].T + params["b1"])
    E = np.exp(A @ params["W2"].T + params["b2"])
    return A, E / E.sum()

# %% wrong="forward_pass_softmax_without_shift"
# For moderate scores this is right. For large ones the exponential overflows; the given softmax does not.
def forward_pass(params, X):
    A = sigmoid(X @ params["W1"].T + params["b1"])
    E = np.exp(A @ params["W2"].T + params["b2"])
    return A, E / E.sum(axis=1, keepdims=True)

# %% wrong="forward_pass_with_tanh"
# The hidden units go through tanh, which reaches from −1 to 1. Which function stands in the formula?
def forward_pass(params, X):
    A = np.tanh(X @ params["W1"].T + params["b1"])
    P = softmax(A @ params["W2"].T + params["b2"])
    return A, P

# %% wrong="forward_pass_with_relu"
# The hidden units cut off what is negative. Many networks do; which function stands in this formula?
def forward_pass(params, X):
    A = np.maximum(0, X @ params["W1"].T + params["b1"])
    P = softmax(A @ params["W2"].T + params["b2"])
    return A, P

# %% wrong="forward_pass_returns_three_parts"
# Three parts come back. A pair is promised, and whoever calls unpacks two.
def forward_pass(params, X):
    A = sigmoid(X @ params["W1"].T + params["b1"])
    Z = A @ params["W2"].T + params["b2"]
    return A, softmax(Z), Z

# %% wrong="forward_pass_keeps_its_work_in_params"
# The pair is right, but the dict that was handed in has new entries. Keep what you compute in variables of your own.
def forward_pass(params, X):
    A = sigmoid(X @ params["W1"].T + params["b1"])
    P = softmax(A @ params["W2"].T + params["b2"])
    params["A"], params["P"] = A, P
    return A, P

# %% wrong="forward_pass_of_the_start_parameters"
# The network is always the one of the notebook, `start`. The function has to work with the parameters it is given.
def forward_pass(params, X):
    A = sigmoid(X @ start["W1"].T + start["b1"])
    return A, softmax(A @ start["W2"].T + start["b2"])

# %% wrong="forward_pass_without_return"
# Nothing comes back. How does a function hand over its results?
def forward_pass(params, X):
    A = sigmoid(X @ params["W1"].T + params["b1"])
    P = softmax(A @ params["W2"].T + params["b2"])

# %% wrong="loss_sum_over_examples"
# The charges of all examples are added up. The loss is their mean.
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(-np.sum(Y * np.log(np.maximum(P, 1e-12))))

# %% wrong="loss_mean_over_all_entries"
# The mean runs over all n·k entries. There is one charge for each example.
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(-np.mean(Y * np.log(np.maximum(P, 1e-12))))

# %% wrong="loss_divided_by_k"
# The sum is divided by the number of classes. The mean runs over the examples.
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(-np.sum(Y * np.log(np.maximum(P, 1e-12))) / Y.shape[1])

# %% wrong="loss_without_sign"
# The loss is negative. A probability below 1 has a negative logarithm; which sign makes it a charge?
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(np.sum(Y * np.log(np.maximum(P, 1e-12))) / len(X))

# %% wrong="loss_without_clip"
# Where the true class has a probability that rounds to 0, the loss is not finite. What does the exercise say about such probabilities?
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(-np.sum(Y * np.log(P)) / len(X))

# %% wrong="loss_of_the_true_class_without_clip"
# Where the true class has a probability that rounds to 0, the loss is infinite. What does the exercise say about such probabilities?
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(-np.mean(np.log(P[np.arange(len(Y)), Y.argmax(axis=1)])))

# %% wrong="loss_sum_over_examples_without_clip"
# The charges of all examples are added up, where the loss is their mean. And what does a probability of 0 cost?
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(-np.sum(Y * np.log(P)))

# %% wrong="loss_mean_over_all_entries_without_clip"
# The mean runs over all n·k entries, where there is one charge for each example. And what does a probability of 0 cost?
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(-np.mean(Y * np.log(P)))

# %% wrong="loss_without_sign_and_clip"
# The loss is negative, and where a probability rounds to 0 it is not finite: two things to mend. Begin with the sign.
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(np.sum(Y * np.log(P)) / len(X))

# %% wrong="loss_charge_for_each_example"
# There is one charge for each example. The loss is a single number: their mean.
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return -np.sum(Y * np.log(np.maximum(P, 1e-12)), axis=1)

# %% wrong="loss_charge_for_each_example_without_clip"
# There is one charge for each example, where a single number is asked for: their mean. And what does a probability of 0 cost?
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return -np.sum(Y * np.log(P), axis=1)

# %% wrong="loss_of_squares"
# This is the total error of `worked_backprop`, half the squared differences. With a softmax goes the cross-entropy.
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(np.sum(0.5 * (Y - P) ** 2) / len(X))

# %% wrong="loss_of_mean_squares"
# These are mean squared differences. With a softmax goes the cross-entropy.
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(np.mean((Y - P) ** 2))

# %% wrong="loss_of_both_classes"
# The other classes are charged as well, by log(1 − P). That is the binary loss; the softmax ties the classes together already.
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    Q = np.clip(P, 1e-12, 1 - 1e-12)
    charges = Y * np.log(Q) + (1 - Y) * np.log(1 - Q)
    return float(-np.sum(charges) / len(X))

# %% wrong="loss_arguments_swapped"
# The logarithm is taken of the targets. Whose logarithm does the formula take, and who picks the class?
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(-np.sum(P * np.log(np.maximum(Y, 1e-12))) / len(X))

# %% wrong="loss_of_all_classes"
# Every class is charged, whatever the targets say. What picks the true class out of a row of P?
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(-np.sum(np.log(np.maximum(P, 1e-12))) / len(X))

# %% wrong="loss_of_the_likeliest_class"
# The largest probability of each row is charged. That is what the network believes, not what was true.
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(-np.mean(np.log(np.maximum(P, 1e-12)).max(axis=1)))

# %% wrong="loss_without_logarithm"
# The probabilities are averaged as they are. What stands before P in the formula?
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(-np.sum(Y * P) / len(X))

# %% wrong="loss_one_minus_probability"
# This is how much is missing to certainty. The charge in the formula grows without such a ceiling.
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(np.mean(1 - np.sum(Y * P, axis=1)))

# %% wrong="loss_share_of_wrong_guesses"
# These are the wrong guesses, counted. Such a number does not change when a weight changes a little: what has a slope?
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(np.mean(P.argmax(axis=1) != Y.argmax(axis=1)))

# %% wrong="loss_in_bits"
# This is the logarithm to base 2. The formula uses the natural one.
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(-np.sum(Y * np.log2(np.maximum(P, 1e-12))) / len(X))

# %% wrong="loss_clip_amount_added"
# The clip's 1e-12 is added to every probability. At 0 that is the same as a clip, and a little above 0 it is not: which ones should stay as they are?
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(-np.sum(Y * np.log(P + 1e-12)) / len(X))

# %% probe="loss_of_a_small_probability"
loss(
    {"W1": np.zeros((1, 2)), "b1": np.zeros(1), "W2": np.zeros((2, 1)), "b2": np.array([0.0, 25.0])},
    np.ones((1, 2)),
    np.array([[1.0, 0.0]]),
)

# %% wrong="loss_from_scores_without_clip"
# The logarithms come from the scores and are never clipped. In `softmax` that was a virtue; the loss of this exercise has a ceiling for each example.
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    Z = forward_pass(params, X)[0] @ params["W2"].T + params["b2"]
    return float(np.mean(np.logaddexp.reduce(Z, axis=1) - np.sum(Y * Z, axis=1)))

# %% wrong="loss_clipped_at_another_bound"
# The clip is there, with a bound other than the one of the exercise. Look it up.
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(-np.sum(Y * np.log(np.maximum(P, 1e-15))) / len(X))

# %% wrong="loss_clipped_too_high"
# The clip's bound is higher than the one of the exercise, so small probabilities that should stay are changed.
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(-np.sum(Y * np.log(np.maximum(P, 1e-8))) / len(X))

# %% wrong="loss_of_the_activations"
# The first part of the forward pass was taken, the activations. Which part holds the probabilities?
def loss(params, X, Y):
    P = forward_pass(params, X)[0]
    return float(-np.sum(Y * np.log(np.maximum(P, 1e-12))) / len(X))

# %% wrong="loss_of_the_whole_columns"
# A slice with the labels takes those columns from every row. Only the entry of its own class belongs to a row.
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    return float(-np.mean(np.log(np.maximum(P[:, Y.argmax(axis=1)], 1e-12))))

# %% wrong="loss_without_return"
# Nothing comes back. How does a function hand over its result?
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    value = -np.sum(Y * np.log(np.maximum(P, 1e-12))) / len(X)

# %% wrong="backward_pass_sign"
# The signs are turned round. Where a probability is too high, should the slope be positive or negative?
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (Y - P) / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X, "b1": delta1.sum(axis=0), "W2": delta2.T @ A, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_of_the_sum"
# These are the gradients of the sum over examples. The loss is a mean: what is missing?
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = P - Y
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X, "b1": delta1.sum(axis=0), "W2": delta2.T @ A, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_sign_of_the_sum"
# The signs are turned round, and these are the gradients of the sum over examples, not of the mean: two things to mend.
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = Y - P
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X, "b1": delta1.sum(axis=0), "W2": delta2.T @ A, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_divided_by_k"
# You divided by the number of classes. The mean runs over the examples.
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / Y.shape[1]
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X, "b1": delta1.sum(axis=0), "W2": delta2.T @ A, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_divided_by_all_entries"
# You divided by the number of entries, n·k. The mean runs over the n examples only.
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / Y.size
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X, "b1": delta1.sum(axis=0), "W2": delta2.T @ A, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_biases_divided_twice"
# The weights are right, the biases are too small: their mean is taken of error signals that hold the 1/n already.
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X, "b1": delta1.mean(axis=0), "W2": delta2.T @ A, "b2": delta2.mean(axis=0)}

# %% wrong="backward_pass_weights_of_the_sum"
# The gradients of the biases are those of a mean, those of the weights those of a sum. Where does the 1/n come in for a product?
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = P - Y
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X, "b1": delta1.mean(axis=0), "W2": delta2.T @ A, "b2": delta2.mean(axis=0)}

# %% wrong="backward_pass_biases_of_the_sum"
# The gradients of the weights are those of a mean, those of the biases those of a sum. One loss, one 1/n for all.
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = P - Y
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X / len(X), "b1": delta1.sum(axis=0), "W2": delta2.T @ A / len(X), "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_hidden_layer_of_the_sum"
# The output layer is right. For the hidden layer the 1/n is missing: its error signals come from those of the output layer.
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = ((P - Y) @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X, "b1": delta1.sum(axis=0), "W2": delta2.T @ A, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_hidden_layer_divided_twice"
# The output layer is right. The hidden layer is divided by n once more, though the error signals that it gets hold the 1/n already.
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A) / len(X)
    return {"W1": delta1.T @ X, "b1": delta1.sum(axis=0), "W2": delta2.T @ A, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_hidden_weights_of_the_sum"
# All gradients are right but that of W1, which lacks the 1/n. Where does it come in, once for all four?
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": len(X) * delta1.T @ X, "b1": delta1.sum(axis=0), "W2": delta2.T @ A, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_biases_as_rows"
# The gradients of the biases are rows of shape (1, h) and (1, k). A gradient has the shape of its parameter: which shape has a bias?
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X, "b1": delta1.sum(axis=0, keepdims=True), "W2": delta2.T @ A, "b2": delta2.sum(axis=0, keepdims=True)}

# %% wrong="backward_pass_slope_of_tanh"
# 1 − a² is the slope of tanh. What is the slope of the sigmoid, written with a?
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"]) * (1 - A**2)
    return {"W1": delta1.T @ X, "b1": delta1.sum(axis=0), "W2": delta2.T @ A, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_without_the_targets"
# The error signals of the outputs are the probabilities themselves. What was true has no say in them.
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = P / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X, "b1": delta1.sum(axis=0), "W2": delta2.T @ A, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_without_the_slope"
# The error signals reach the hidden units, but the slope of the sigmoid is missing.
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = delta2 @ params["W2"]
    return {"W1": delta1.T @ X, "b1": delta1.sum(axis=0), "W2": delta2.T @ A, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_with_half_the_slope"
# The slope of the sigmoid has two factors. One of them is missing.
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"]) * A
    return {"W1": delta1.T @ X, "b1": delta1.sum(axis=0), "W2": delta2.T @ A, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_slope_of_the_activations"
# The sigmoid is taken of the activations, which have been through it already. How is its slope written with a?
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"]) * sigmoid(A) * (1 - sigmoid(A))
    return {"W1": delta1.T @ X, "b1": delta1.sum(axis=0), "W2": delta2.T @ A, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_with_the_slope_of_sigmoid_outputs"
# The error signals of the outputs have the factor p·(1 − p). Such a factor belongs to sigmoid outputs with a squared error: does the formula of this exercise have one?
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) * P * (1 - P) / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X, "b1": delta1.sum(axis=0), "W2": delta2.T @ A, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_of_the_logarithm_only"
# −y/p is the slope with respect to the probabilities. The way on, through the softmax to the scores, is missing.
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = -Y / P / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X, "b1": delta1.sum(axis=0), "W2": delta2.T @ A, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_without_biases"
# The weights have their gradients, the biases are missing in the dict.
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X, "W2": delta2.T @ A}

# %% wrong="backward_pass_keeps_the_biases"
# The gradients of the biases are all 0, as if the biases were kept. Here they learn, too.
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X, "b1": np.zeros(params["b1"].shape), "W2": delta2.T @ A, "b2": np.zeros(params["b2"].shape)}

# %% wrong="backward_pass_biases_not_summed"
# The biases get a row for each example. Their gradients have the shapes of the biases: over what must be summed?
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X, "b1": delta1, "W2": delta2.T @ A, "b2": delta2}

# %% wrong="backward_pass_biases_summed_to_one_number"
# All error signals of a layer are added up to one number. Each unit has a bias of its own.
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X, "b1": delta1.sum(), "W2": delta2.T @ A, "b2": delta2.sum()}

# %% wrong="backward_pass_biases_summed_over_the_units"
# The error signals are added along the rows, over the units. Which axis holds the examples?
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X, "b1": delta1.sum(axis=1), "W2": delta2.T @ A, "b2": delta2.sum(axis=1)}

# %% wrong="backward_pass_transposed"
# Both gradients of weights are transposed. A gradient has the shape of its parameter: which shape has W1, and which W2?
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": X.T @ delta1, "b1": delta1.sum(axis=0), "W2": A.T @ delta2, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_hidden_weights_transposed"
# The gradient of W1 is transposed. A gradient has the shape of its parameter: which shape has W1?
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": X.T @ delta1, "b1": delta1.sum(axis=0), "W2": delta2.T @ A, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_output_weights_transposed"
# The gradient of W2 is transposed. A gradient has the shape of its parameter: which shape has W2?
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X, "b1": delta1.sum(axis=0), "W2": A.T @ delta2, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_back_through_the_transpose"
# The error signals go back through W2 with the wrong axis summed. Each hidden unit collects from all classes: which axis of W2 are they?
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"].T) * A * (1 - A)
    return {"W1": delta1.T @ X, "b1": delta1.sum(axis=0), "W2": delta2.T @ A, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_through_the_clipped_loss"
# Where the loss is clipped, your gradient is 0, and the worst mistakes teach nothing. The exercise asks for the loss without the clip.
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) * (np.sum(Y * P, axis=1, keepdims=True) >= 1e-12) / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X, "b1": delta1.sum(axis=0), "W2": delta2.T @ A, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_of_the_last_example"
# Only the part of the last example comes back. What happens to the others when the loop goes on?
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    for x, y, a, p in zip(X, Y, A, P):
        delta2 = (p - y) / len(X)
        delta1 = (params["W2"].T @ delta2) * a * (1 - a)
        gradients = {"W1": np.outer(delta1, x), "b1": delta1, "W2": np.outer(delta2, a), "b2": delta2}
    return gradients

# %% wrong="backward_pass_writes_into_params"
# The gradients are right, but they stand in the dict that was handed in. Whoever called still needs the parameters: make a dict of your own.
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    params["W1"], params["b1"], params["W2"], params["b2"] = delta1.T @ X, delta1.sum(axis=0), delta2.T @ A, delta2.sum(axis=0)
    return params

# %% wrong="backward_pass_under_other_names"
# The gradients stand under names of their own, such as `dW1`. The exercise asks for the keys of the parameters.
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"dW1": delta1.T @ X, "db1": delta1.sum(axis=0), "dW2": delta2.T @ A, "db2": delta2.sum(axis=0)}

# %% wrong="backward_pass_as_a_tuple"
# The four gradients come in a tuple. The exercise asks for a dict with the keys of the parameters.
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return delta1.T @ X, delta1.sum(axis=0), delta2.T @ A, delta2.sum(axis=0)

# %% wrong="backward_pass_changes_the_targets"
# The gradients are right, but the targets that were handed in have changed. Does `*=` make a new array?
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    Y *= -1
    Y += P
    delta2 = Y / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    return {"W1": delta1.T @ X, "b1": delta1.sum(axis=0), "W2": delta2.T @ A, "b2": delta2.sum(axis=0)}

# %% wrong="backward_pass_without_return"
# Nothing comes back. How does a function hand over its results?
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    delta2 = (P - Y) / len(X)
    delta1 = (delta2 @ params["W2"]) * A * (1 - A)
    gradients = {"W1": delta1.T @ X, "b1": delta1.sum(axis=0), "W2": delta2.T @ A, "b2": delta2.sum(axis=0)}

# %% probe="backward_pass_called_twice"
net = {
    "W1": np.array([[0.5, -1.0], [1.0, 0.25]]),
    "b1": np.array([0.25, -0.5]),
    "W2": np.array([[1.0, -1.0], [0.5, 2.0], [0.0, 1.0]]),
    "b2": np.array([0.5, 0.0, 0.25]),
}
targets = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
inputs = np.array([[1.0, 0.5], [0.0, 1.0], [-1.0, 2.0]])
backward_pass(net, inputs, targets)
backward_pass(net, inputs, targets)

# %% wrong="training_step_uphill"
# The step goes uphill: the loss grows. The gradient points to where the loss grows; which way is down?
def training_step(params, X, Y, lr):
    before = loss(params, X, Y)
    slopes = backward_pass(params, X, Y)
    return {name: params[name] + lr * slopes[name] for name in params}, before

# %% wrong="training_step_returns_the_loss_after"
# The parameters are right. The number is the loss after the step; the one before it is asked for.
def training_step(params, X, Y, lr):
    slopes = backward_pass(params, X, Y)
    new = {name: params[name] - lr * slopes[name] for name in params}
    return new, loss(new, X, Y)

# %% wrong="training_step_in_place"
# The new numbers are right, but the parameters that were handed in have changed. Write into a new dict; and a copied one still holds the old arrays, which `-=` writes into.
def training_step(params, X, Y, lr):
    before = loss(params, X, Y)
    slopes = backward_pass(params, X, Y)
    for name in params:
        params[name] -= lr * slopes[name]
    return params, before

# %% wrong="training_step_in_place_with_the_loss_after"
# The parameters that were handed in have changed, so the number is already the loss after the step. Begin a new dict, and take the loss of the old one.
def training_step(params, X, Y, lr):
    slopes = backward_pass(params, X, Y)
    for name in params:
        params[name] -= lr * slopes[name]
    return params, loss(params, X, Y)

# %% wrong="training_step_in_place_from_gradient_to_gradient"
# The parameters change one after the other, and each gradient is taken of what the updates before it have left. All slopes belong to one point; and the old arrays must stay.
def training_step(params, X, Y, lr):
    before = loss(params, X, Y)
    for name in ["W2", "b2", "W1", "b1"]:
        params[name] -= lr * backward_pass(params, X, Y)[name]
    return params, before

# %% wrong="training_step_keeps_the_biases"
# The weights have moved, the biases have not. Here they learn, too.
def training_step(params, X, Y, lr):
    before = loss(params, X, Y)
    slopes = backward_pass(params, X, Y)
    new = dict(params)
    for name in ["W1", "W2"]:
        new[name] = params[name] - lr * slopes[name]
    return new, before

# %% wrong="training_step_without_biases"
# The new dict has no biases. Whoever trains on needs all four parameters.
def training_step(params, X, Y, lr):
    before = loss(params, X, Y)
    slopes = backward_pass(params, X, Y)
    return {name: params[name] - lr * slopes[name] for name in ["W1", "W2"]}, before

# %% wrong="training_step_moves_the_output_layer_first"
# The output layer moves first, and the hidden layer's gradient is taken afterwards. At which parameters are the slopes to be measured?
def training_step(params, X, Y, lr):
    before = loss(params, X, Y)
    new = dict(params)
    for names in [["W2", "b2"], ["W1", "b1"]]:
        slopes = backward_pass(new, X, Y)
        for name in names:
            new[name] = new[name] - lr * slopes[name]
    return new, before

# %% wrong="training_step_moves_the_hidden_layer_first"
# The hidden layer moves first, and the output layer's gradient is taken afterwards. At which parameters are the slopes to be measured?
def training_step(params, X, Y, lr):
    before = loss(params, X, Y)
    new = dict(params)
    for names in [["W1", "b1"], ["W2", "b2"]]:
        slopes = backward_pass(new, X, Y)
        for name in names:
            new[name] = new[name] - lr * slopes[name]
    return new, before

# %% wrong="training_step_moves_the_output_layer_only"
# The hidden layer has not moved. All four parameters learn.
def training_step(params, X, Y, lr):
    before = loss(params, X, Y)
    slopes = backward_pass(params, X, Y)
    new = dict(params)
    for name in ["W2", "b2"]:
        new[name] = params[name] - lr * slopes[name]
    return new, before

# %% wrong="training_step_parameters_only"
# Only the parameters come back. The loss before the step is asked for, too: a pair.
def training_step(params, X, Y, lr):
    slopes = backward_pass(params, X, Y)
    return {name: params[name] - lr * slopes[name] for name in params}

# %% wrong="training_step_loss_first"
# Both parts are there, in the other order. Which one is promised first?
def training_step(params, X, Y, lr):
    before = loss(params, X, Y)
    slopes = backward_pass(params, X, Y)
    return before, {name: params[name] - lr * slopes[name] for name in params}

# %% wrong="training_step_returns_the_gradients"
# The first part holds the gradients. The parameters after the step are asked for.
def training_step(params, X, Y, lr):
    return backward_pass(params, X, Y), loss(params, X, Y)

# %% wrong="training_step_without_the_learning_rate"
# The step is the whole gradient. What shortens it in the formula?
def training_step(params, X, Y, lr):
    before = loss(params, X, Y)
    slopes = backward_pass(params, X, Y)
    return {name: params[name] - slopes[name] for name in params}, before

# %% wrong="training_step_divided_by_n"
# The step is divided by n once more. The gradients are those of a mean already.
def training_step(params, X, Y, lr):
    before = loss(params, X, Y)
    slopes = backward_pass(params, X, Y)
    return {name: params[name] - lr * slopes[name] / len(X) for name in params}, before

# %% wrong="training_step_multiplied_by_n"
# The step is n times too long: the gradients are those of a mean, and the formula takes them as they are.
def training_step(params, X, Y, lr):
    before = loss(params, X, Y)
    slopes = backward_pass(params, X, Y)
    return {name: params[name] - lr * len(X) * slopes[name] for name in params}, before

# %% wrong="training_step_returns_the_steps"
# The first part holds the steps alone. From where do they start?
def training_step(params, X, Y, lr):
    before = loss(params, X, Y)
    slopes = backward_pass(params, X, Y)
    return {name: -lr * slopes[name] for name in params}, before

# %% wrong="training_step_one_example_at_a_time"
# There is one step for each example, one after the other. Here one step is asked for, with the gradient of the whole batch.
def training_step(params, X, Y, lr):
    before = loss(params, X, Y)
    new = dict(params)
    for i in range(len(X)):
        slopes = backward_pass(new, X[i : i + 1], Y[i : i + 1])
        new = {name: new[name] - lr * slopes[name] for name in new}
    return new, before

# %% wrong="training_step_hides_the_loss"
# A local variable has the name of your function `loss`, and so Python does not find the function any more. Call the number something else.
def training_step(params, X, Y, lr):
    loss = loss(params, X, Y)
    slopes = backward_pass(params, X, Y)
    return {name: params[name] - lr * slopes[name] for name in params}, loss

# %% wrong="training_step_returns_the_function"
# The second part is the function `loss` itself, not a number. What calls a function?
def training_step(params, X, Y, lr):
    slopes = backward_pass(params, X, Y)
    return {name: params[name] - lr * slopes[name] for name in params}, loss

# %% wrong="training_step_stays_where_it_was"
# The parameters come back as they were. Where is the new dict?
def training_step(params, X, Y, lr):
    before = loss(params, X, Y)
    slopes = backward_pass(params, X, Y)
    new = {name: params[name] - lr * slopes[name] for name in params}
    return params, before

# %% wrong="training_step_without_return"
# Nothing comes back. How does a function hand over its results?
def training_step(params, X, Y, lr):
    before = loss(params, X, Y)
    slopes = backward_pass(params, X, Y)
    new = {name: params[name] - lr * slopes[name] for name in params}

# %% probe="training_step_of_a_long_step"
training_step(
    {
        "W1": np.array([[0.5, -1.0], [1.0, 0.25]]),
        "b1": np.array([0.25, -0.5]),
        "W2": np.array([[1.0, -1.0], [0.5, 2.0]]),
        "b2": np.array([0.5, 0.0]),
    },
    np.eye(2),
    np.array([[0.0, 1.0], [1.0, 0.0]]),
    4.0,
)

# %% wrong="next_word_is_the_current_word"
# This is the place of the current word. The network has not been asked.
def next_word(params, word_vector):
    return int(np.argmax(word_vector))

# %% wrong="next_word_is_the_next_place"
# This is the place after the current word in the vocabulary. Its order is that of first appearance; what does the network say?
def next_word(params, word_vector):
    return int(np.argmax(word_vector)) + 1

# %% wrong="next_word_is_the_unlikeliest"
# This is the least likely word.
def next_word(params, word_vector):
    P = forward_pass(params, word_vector[None, :])[1]
    return int(np.argmin(P[0]))

# %% wrong="next_word_is_a_probability"
# This is the largest probability. Where does it stand?
def next_word(params, word_vector):
    P = forward_pass(params, word_vector[None, :])[1]
    return float(np.max(P[0]))

# %% wrong="next_word_is_all_probabilities"
# These are the probabilities of all words. Which one would you say?
def next_word(params, word_vector):
    P = forward_pass(params, word_vector[None, :])[1]
    return P[0]

# %% wrong="next_word_of_the_activations"
# The largest activation was looked for: a hidden unit is no word. Which part of the forward pass holds the probabilities?
def next_word(params, word_vector):
    A = forward_pass(params, word_vector[None, :])[0]
    return int(np.argmax(A[0]))

# %% wrong="next_word_of_the_pair"
# The forward pass returns a pair. Take the part that holds the probabilities before you look for the largest.
def next_word(params, word_vector):
    return int(np.argmax(forward_pass(params, word_vector[None, :])))

# %% wrong="next_word_counts_from_one"
# The place is counted from 1. In the vocabulary the first word stands at 0.
def next_word(params, word_vector):
    P = forward_pass(params, word_vector[None, :])[1]
    return int(np.argmax(P[0])) + 1

# %% wrong="next_word_in_an_array"
# The index stands in an array, one for each row of the batch. A single integer is asked for.
def next_word(params, word_vector):
    P = forward_pass(params, word_vector[None, :])[1]
    return np.argmax(P, axis=1)

# %% wrong="next_word_over_the_examples"
# For each class the best of all rows is looked for, and there is only one row. Which axis holds the classes?
def next_word(params, word_vector):
    P = forward_pass(params, word_vector[None, :])[1]
    return np.argmax(P, axis=0)

# %% wrong="next_word_as_a_word"
# This is the word. Its place in the vocabulary is asked for, and the function must work for other vocabularies.
def next_word(params, word_vector):
    P = forward_pass(params, word_vector[None, :])[1]
    return vocabulary[int(np.argmax(P[0]))]

# %% wrong="next_word_as_a_vector"
# This is a vector with a 1 at the right place. The place itself is asked for.
def next_word(params, word_vector):
    P = forward_pass(params, word_vector[None, :])[1]
    return np.eye(P.shape[1])[np.argmax(P[0])]

# %% wrong="next_word_never_repeats"
# The current word is ruled out. A word may follow itself: the song begins so.
def next_word(params, word_vector):
    P = forward_pass(params, word_vector[None, :])[1]
    P[0, np.argmax(word_vector)] = 0.0
    return int(np.argmax(P[0]))

# %% wrong="next_word_without_sigmoid"
# The sigmoid of the hidden layer is missing. The softmax may be left out, as it keeps the order; the sigmoid may not.
def next_word(params, word_vector):
    z = params["W1"] @ word_vector + params["b1"]
    return int(np.argmax(params["W2"] @ z + params["b2"]))

# %% wrong="next_word_without_biases"
# The biases of both layers are missing, and they can decide which word is the likeliest.
def next_word(params, word_vector):
    a = sigmoid(params["W1"] @ word_vector)
    return int(np.argmax(params["W2"] @ a))

# %% wrong="next_word_without_the_hidden_biases"
# The biases of the hidden layer are missing, and they can decide which word is the likeliest.
def next_word(params, word_vector):
    a = sigmoid(params["W1"] @ word_vector)
    return int(np.argmax(params["W2"] @ a + params["b2"]))

# %% wrong="next_word_without_the_output_biases"
# The biases of the output layer are missing, and they can decide which word is the likeliest.
def next_word(params, word_vector):
    a = sigmoid(params["W1"] @ word_vector + params["b1"])
    return int(np.argmax(params["W2"] @ a))

# %% wrong="next_word_by_the_biases_alone"
# The output biases alone decide, whatever the word is. They say which words are frequent; what has the current word to say?
def next_word(params, word_vector):
    return int(np.argmax(params["b2"]))

# %% wrong="next_word_of_the_trained_network"
# The network is always the one of the notebook, `trained`. The function has to work with the parameters it is given.
def next_word(params, word_vector):
    P = forward_pass(trained, word_vector[None, :])[1]
    return int(np.argmax(P[0]))

# %% wrong="next_word_without_return"
# Nothing comes back. How does a function hand over its result?
def next_word(params, word_vector):
    P = forward_pass(params, word_vector[None, :])[1]
    place = int(np.argmax(P[0]))

# %% wrong="training_step_through_the_updated_weights"
# The errors go back to the hidden layer through W2 after its update. All slopes belong to one point, the old parameters.
def training_step(params, X, Y, lr):
    before, slopes = loss(params, X, Y), backward_pass(params, X, Y)
    new = {name: params[name] - lr * slopes[name] for name in ("W2", "b2")}
    A, P = forward_pass(params, X)
    back = (P - Y) / len(X) @ new["W2"] * A * (1 - A)
    return {"W1": params["W1"] - lr * back.T @ X, "b1": params["b1"] - lr * back.sum(axis=0), **new}, before

# %% wrong="training_step_clips_the_gradients"
# Slopes above 1 are cut off before the step. That is done in practice, but not in this formula: how far does it go?
def training_step(params, X, Y, lr):
    before, slopes = loss(params, X, Y), backward_pass(params, X, Y)
    return {name: params[name] - lr * np.clip(slopes[name], -1, 1) for name in params}, before

# %% probe="training_step_down_a_steep_slope"
training_step(
    {"W1": np.array([[1.5, 0.0]]), "b1": np.zeros(1), "W2": np.array([[8.0], [0.0], [-8.0]]), "b2": np.zeros(3)},
    np.array([[0.0, 4.0]]), np.array([[0.0, 0.0, 1.0]]), 0.5,
)

# %% wrong="training_step_returns_the_sum"
# The parameters are right. The number is the loss of all examples added up; the loss is their mean already.
def training_step(params, X, Y, lr):
    before, slopes = loss(params, X, Y), backward_pass(params, X, Y)
    return {name: params[name] - lr * slopes[name] for name in params}, before * len(X)
