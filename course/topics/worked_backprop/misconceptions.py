# %% [markdown]
# Wrong answers that people give, one to a cell: first the message, then the code as it would stand in the answer.
# A `probe` is a further visible call that tells two of them apart.

# %% wrong="forward_without_output_sigmoid"
# The hidden layer ends in σ, the output layer does not. Can such an output be above 1?
def forward(params, x):
    h = sigmoid(params["W1"] @ x + params["b1"])
    o = params["W2"] @ h + params["b2"]
    return h, o

# %% wrong="forward_without_hidden_sigmoid"
# The outputs end in σ, the hidden layer does not. What becomes of two layers with nothing in between?
def forward(params, x):
    h = params["W1"] @ x + params["b1"]
    o = sigmoid(params["W2"] @ h + params["b2"])
    return h, o

# %% wrong="forward_without_any_sigmoid"
# These are two affine layers. Where is σ, and why is it there?
def forward(params, x):
    h = params["W1"] @ x + params["b1"]
    o = params["W2"] @ h + params["b2"]
    return h, o

# %% wrong="forward_returns_the_hidden_scores"
# The outputs are right, but the first of the pair holds the hidden scores, before σ. What does the letter h stand for?
def forward(params, x):
    z = params["W1"] @ x + params["b1"]
    o = sigmoid(params["W2"] @ sigmoid(z) + params["b2"])
    return z, o

# %% wrong="forward_without_biases"
# The weighted sums are there, but the biases of both layers are missing.
def forward(params, x):
    h = sigmoid(params["W1"] @ x)
    o = sigmoid(params["W2"] @ h)
    return h, o

# %% wrong="forward_without_output_biases"
# The hidden layer has its biases, the output layer has none. Is it another kind of layer?
def forward(params, x):
    h = sigmoid(params["W1"] @ x + params["b1"])
    o = sigmoid(params["W2"] @ h)
    return h, o

# %% wrong="forward_hidden_biases_twice"
# Both layers add the biases of the hidden layer. Which ones belong to the outputs?
def forward(params, x):
    h = sigmoid(params["W1"] @ x + params["b1"])
    o = sigmoid(params["W2"] @ h + params["b1"])
    return h, o

# %% wrong="forward_one_bias_for_a_layer"
# Every unit of a layer gets the first bias. That the biases of the published network are equal is special to it.
def forward(params, x):
    h = sigmoid(params["W1"] @ x + params["b1"][0])
    o = sigmoid(params["W2"] @ h + params["b2"][0])
    return h, o

# %% wrong="forward_outputs_from_the_features"
# The output layer was given x. What comes into the second layer?
def forward(params, x):
    h = sigmoid(params["W1"] @ x + params["b1"])
    o = sigmoid(params["W2"] @ x + params["b2"])
    return h, o

# %% wrong="forward_hidden_weights_twice"
# Both layers use the weights of the hidden layer. Which ones lead to the outputs?
def forward(params, x):
    h = sigmoid(params["W1"] @ x + params["b1"])
    o = sigmoid(params["W1"] @ h + params["b2"])
    return h, o

# %% wrong="forward_transposed_weights"
# The weights are transposed. A row of W1 belongs to one hidden unit: which axis of W1 has to meet x?
def forward(params, x):
    h = sigmoid(params["W1"].T @ x + params["b1"])
    o = sigmoid(params["W2"].T @ h + params["b2"])
    return h, o

# %% wrong="forward_features_before_weights"
# With the vector first, the sum runs down the columns of the weights. A row of W1 belongs to one hidden unit: which axis has to meet x?
def forward(params, x):
    h = sigmoid(x @ params["W1"] + params["b1"])
    o = sigmoid(h @ params["W2"] + params["b2"])
    return h, o

# %% wrong="forward_without_the_sums"
# `*` multiplies entry by entry and adds nothing up. How many activations has a layer?
def forward(params, x):
    h = sigmoid(params["W1"] * x + params["b1"])
    o = sigmoid(params["W2"] * h + params["b2"])
    return h, o

# %% wrong="forward_returns_the_outputs_only"
# Only the outputs come back. The backward pass needs the hidden activations, too.
def forward(params, x):
    h = sigmoid(params["W1"] @ x + params["b1"])
    return sigmoid(params["W2"] @ h + params["b2"])

# %% wrong="forward_in_the_other_order"
# Both results are there, in the other order. Which one comes first in the pair?
def forward(params, x):
    h = sigmoid(params["W1"] @ x + params["b1"])
    o = sigmoid(params["W2"] @ h + params["b2"])
    return o, h

# %% wrong="forward_of_opposite_sign"
# Every activation is 1 minus what it should be. Look at the sign inside the exponential of σ.
def forward(params, x):
    h = 1.0 / (1.0 + np.exp(params["W1"] @ x + params["b1"]))
    o = 1.0 / (1.0 + np.exp(params["W2"] @ h + params["b2"]))
    return h, o

# %% wrong="forward_without_return"
# Nothing comes back. Computing or printing is not enough: how does a function hand over its results?
def forward(params, x):
    h = sigmoid(params["W1"] @ x + params["b1"])
    o = sigmoid(params["W2"] @ h + params["b2"])

# %% wrong="forward_adds_to_the_biases"
# The activations are right, but the parameters that were handed in have changed. Is anything stored in the dict, or `+=` used on a name that still means its array?
def forward(params, x):
    z = params["b1"]
    z += params["W1"] @ x
    h = sigmoid(z)
    z = params["b2"]
    z += params["W2"] @ h
    return h, sigmoid(z)

# %% wrong="forward_of_the_worked_example"
# Whatever the arguments are, these are the activations of the worked example. Which names does the function get its numbers by?
def forward(params, x):
    return np.array([h1, h2]), np.array([o1, o2])

# %% wrong="forward_with_sigmoid_before_the_biases"
# The biases are added after σ. They belong to the score, inside it.
def forward(params, x):
    h = sigmoid(params["W1"] @ x) + params["b1"]
    o = sigmoid(params["W2"] @ h) + params["b2"]
    return h, o

# %% wrong="total_error_without_half"
# The squares are added up, but the factor ½ is missing.
def total_error(output, target):
    return float(np.sum((target - output) ** 2))

# %% wrong="total_error_mean_of_squares"
# The mean of the squares is right for two outputs only. What does the formula multiply by, and does that depend on k?
def total_error(output, target):
    return float(np.mean((target - output) ** 2))

# %% wrong="total_error_mean_of_halves"
# The halves of the squares are averaged. The total error is their sum.
def total_error(output, target):
    return float(np.mean(0.5 * (target - output) ** 2))

# %% wrong="total_error_squares_the_sum"
# The gaps are added first and squared afterwards, so gaps of opposite sign cancel. Which of the two does the formula do first?
def total_error(output, target):
    return float(0.5 * np.sum(target - output) ** 2)

# %% wrong="total_error_without_square"
# The gaps are added up, but not squared. Should one gap be able to make up for another?
def total_error(output, target):
    return float(0.5 * np.sum(target - output))

# %% wrong="total_error_of_absolute_gaps"
# The gaps lose their sign, but they are not squared.
def total_error(output, target):
    return float(0.5 * np.sum(np.abs(target - output)))

# %% wrong="total_error_squares_the_half"
# The ½ stands inside the square, so it has become ¼.
def total_error(output, target):
    return float(np.sum((0.5 * (target - output)) ** 2))

# %% wrong="total_error_with_root"
# This is half the length of the vector of gaps, with a square root. The formula has the square of the length.
def total_error(output, target):
    return float(0.5 * np.linalg.norm(target - output))

# %% wrong="total_error_for_each_output"
# There is one error for each output. The total error is a single number.
def total_error(output, target):
    return 0.5 * (target - output) ** 2

# %% wrong="total_error_negative"
# The error is negative. Can a square be?
def total_error(output, target):
    return float(-0.5 * np.sum((target - output) ** 2))

# %% wrong="total_error_subtracts_in_place"
# The number is right, but an array that was handed in has changed. Does `-=` make a new one?
def total_error(output, target):
    output -= target
    return float(0.5 * np.sum(output ** 2))

# %% wrong="total_error_of_the_worked_example"
# Whatever the arguments are, this is the error of the worked example. Which names does the function get its numbers by?
def total_error(output, target):
    return float(0.5 * (t1 - o1) ** 2 + 0.5 * (t2 - o2) ** 2)

# %% wrong="total_error_of_two_outputs_only"
# The two terms of the worked example are written out. How many outputs may a network have?
def total_error(output, target):
    return float(0.5 * (target[0] - output[0]) ** 2 + 0.5 * (target[1] - output[1]) ** 2)

# %% wrong="total_error_returns_in_the_loop"
# Only the first output is counted. When does the loop meet its return?
def total_error(output, target):
    error = 0.0
    for t, o in zip(target, output):
        error += 0.5 * (t - o) ** 2
        return error

# %% wrong="total_error_without_half_and_square"
# The gaps are added up as they are. Two things of the formula are missing.
def total_error(output, target):
    return float(np.sum(target - output))

# %% wrong="total_error_without_return"
# Nothing comes back. Computing or printing is not enough: how does a function hand over its result?
def total_error(output, target):
    error = 0.5 * np.sum((target - output) ** 2)

# %% wrong="output_delta_sign"
# The sign is turned round. Where the output is too high, should its delta be positive or negative?
def output_delta(output, target):
    return (target - output) * output * (1.0 - output)

# %% wrong="output_delta_without_slope"
# This is the slope with respect to the output. One more factor of the chain leads to the score.
def output_delta(output, target):
    return output - target

# %% wrong="output_delta_without_slope_sign"
# This is the gap alone, with the sign turned round. The slope of σ is missing, and: should the delta of an output that is too high be positive?
def output_delta(output, target):
    return target - output

# %% wrong="output_delta_with_sigmoid_again"
# σ is applied to the outputs once more. They are activations already: how is the slope of σ written with its result?
def output_delta(output, target):
    s = sigmoid(output)
    return (output - target) * s * (1.0 - s)

# %% wrong="output_delta_half_of_the_slope"
# The slope of σ has two factors. One of them is missing.
def output_delta(output, target):
    return (output - target) * output

# %% wrong="output_delta_other_half_of_the_slope"
# The slope of σ has two factors. The other one is missing.
def output_delta(output, target):
    return (output - target) * (1.0 - output)

# %% wrong="output_delta_twice"
# It is twice as large as it should be. What is the ½ of the error there for?
def output_delta(output, target):
    return 2.0 * (output - target) * output * (1.0 - output)

# %% wrong="output_delta_half"
# It is half as large as it should be. What becomes of the ½ when the square is differentiated?
def output_delta(output, target):
    return 0.5 * (output - target) * output * (1.0 - output)

# %% wrong="output_delta_of_the_error"
# The error itself stands where its slope belongs. What is the slope of ½(t − o)²?
def output_delta(output, target):
    return 0.5 * (target - output) ** 2 * output * (1.0 - output)

# %% wrong="output_delta_slope_at_the_target"
# The slope of σ is taken at the target. Where does the network stand?
def output_delta(output, target):
    return (output - target) * target * (1.0 - target)

# %% wrong="output_delta_added_up"
# The deltas are added up. Each output has one of its own.
def output_delta(output, target):
    return float(np.sum((output - target) * output * (1.0 - output)))

# %% wrong="output_delta_mean"
# The deltas are divided by the number of outputs. The total error is a sum, not a mean.
def output_delta(output, target):
    return (output - target) * output * (1.0 - output) / len(output)

# %% wrong="output_delta_slope_alone"
# This is the slope of σ. How far the output is from its target does not come in.
def output_delta(output, target):
    return output * (1.0 - output)

# %% wrong="output_delta_slope_of_tanh"
# 1 − o² is the slope of the hyperbolic tangent. What is the slope of σ, written with its result?
def output_delta(output, target):
    return (output - target) * (1.0 - output ** 2)

# %% wrong="output_delta_without_parentheses"
# Without parentheses 1 is multiplied and the output is subtracted at the end. What belongs to the factor 1 − o?
def output_delta(output, target):
    return (output - target) * output * 1.0 - output

# %% wrong="output_delta_subtracts_in_place"
# The deltas are right, but an array that was handed in has changed. Does `-=` make a new one?
def output_delta(output, target):
    slope = output * (1.0 - output)
    output -= target
    output *= slope
    return output

# %% wrong="output_delta_without_return"
# Nothing comes back. Computing or printing is not enough: how does a function hand over its result?
def output_delta(output, target):
    delta = (output - target) * output * (1.0 - output)

# %% wrong="output_delta_of_the_worked_example"
# Whatever the arguments are, these are the deltas of the worked example. Which names does the function get its numbers by?
def output_delta(output, target):
    return np.array([(o1 - t1) * o1 * (1.0 - o1), (o2 - t2) * o2 * (1.0 - o2)])

# %% wrong="hidden_delta_without_transpose"
# The sum runs over the hidden units, as in the forward pass. Backward it runs over the outputs: which axis of W2 are they?
def hidden_delta(W2, delta_out, h):
    return (W2 @ delta_out) * h * (1.0 - h)

# %% wrong="hidden_delta_transpose_on_the_wrong_side"
# With the vector first, the transpose makes the sum run over the hidden units again. Backward it runs over the outputs: which axis of W2 are they?
def hidden_delta(W2, delta_out, h):
    return (delta_out @ W2.T) * h * (1.0 - h)

# %% wrong="hidden_delta_weights_by_the_wrong_axis"
# Each column of W2 was multiplied by one delta. A delta belongs to an output: is that a row or a column of W2?
def hidden_delta(W2, delta_out, h):
    return np.sum(W2 * delta_out, axis=0) * h * (1.0 - h)

# %% wrong="hidden_delta_summed_over_the_units"
# Each weight met the right delta, but the sum runs over the hidden units. Which axis should disappear?
def hidden_delta(W2, delta_out, h):
    return np.sum(W2 * delta_out[:, None], axis=1) * h * (1.0 - h)

# %% wrong="hidden_delta_without_slope"
# The blame has come back to the activation h. One more factor of the chain leads to the score.
def hidden_delta(W2, delta_out, h):
    return W2.T @ delta_out

# %% wrong="hidden_delta_half_of_the_slope"
# The slope of σ has two factors. One of them is missing.
def hidden_delta(W2, delta_out, h):
    return (W2.T @ delta_out) * h

# %% wrong="hidden_delta_other_half_of_the_slope"
# The slope of σ has two factors. The other one is missing.
def hidden_delta(W2, delta_out, h):
    return (W2.T @ delta_out) * (1.0 - h)

# %% wrong="hidden_delta_with_sigmoid_again"
# σ is applied to the hidden activations once more. How is the slope of σ written with its result?
def hidden_delta(W2, delta_out, h):
    s = sigmoid(h)
    return (W2.T @ delta_out) * s * (1.0 - s)

# %% wrong="hidden_delta_slope_of_tanh"
# 1 − h² is the slope of the hyperbolic tangent. What is the slope of σ, written with its result?
def hidden_delta(W2, delta_out, h):
    return (W2.T @ delta_out) * (1.0 - h ** 2)

# %% wrong="hidden_delta_without_weights"
# The deltas of the outputs are added up, but the weights between the layers do not come in. How strongly does each output depend on this unit?
def hidden_delta(W2, delta_out, h):
    return np.sum(delta_out) * h * (1.0 - h)

# %% wrong="hidden_delta_of_the_first_output"
# Only the first output sends its blame back. How many ways lead from a hidden unit to the error?
def hidden_delta(W2, delta_out, h):
    return W2[0] * delta_out[0] * h * (1.0 - h)

# %% wrong="hidden_delta_mean_over_the_outputs"
# The ways through the outputs are averaged. Slopes of different ways are added.
def hidden_delta(W2, delta_out, h):
    return (W2.T @ delta_out) * h * (1.0 - h) / len(delta_out)

# %% wrong="hidden_delta_without_the_sum"
# Each way has an entry of its own, but the ways are not added up. How many deltas has the hidden layer?
def hidden_delta(W2, delta_out, h):
    return W2 * delta_out[:, None] * h * (1.0 - h)

# %% wrong="hidden_delta_sign"
# The sign is turned round. It came in with the deltas of the outputs already.
def hidden_delta(W2, delta_out, h):
    return -(W2.T @ delta_out) * h * (1.0 - h)

# %% wrong="hidden_delta_without_parentheses"
# Without parentheses 1 is multiplied and h is subtracted at the end. What belongs to the factor 1 − h?
def hidden_delta(W2, delta_out, h):
    return (W2.T @ delta_out) * h * 1.0 - h

# %% wrong="hidden_delta_multiplies_in_place"
# The result is right, but an array that was handed in has changed. Does `*=` make a new one?
def hidden_delta(W2, delta_out, h):
    h *= 1.0 - h
    return (W2.T @ delta_out) * h

# %% wrong="hidden_delta_without_return"
# Nothing comes back. Computing or printing is not enough: how does a function hand over its result?
def hidden_delta(W2, delta_out, h):
    delta = (W2.T @ delta_out) * h * (1.0 - h)

# %% wrong="hidden_delta_without_transpose_and_slope"
# Two things are missing: the slope of σ, and the transpose. Backward the sum runs over the outputs: which axis of W2 are they?
def hidden_delta(W2, delta_out, h):
    return W2 @ delta_out

# %% wrong="hidden_delta_of_the_published_weights"
# `params["W2"]` is a name of the notebook, not of the function. By which name do the weights come in?
def hidden_delta(W2, delta_out, h):
    return (params["W2"].T @ delta_out) * h * (1.0 - h)

# %% wrong="gradients_transposed"
# The outer products are in the other order, so the gradients are transposed. What shape has W1, and what shape its gradient?
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {"W1": np.outer(x, delta_hidden), "b1": delta_hidden, "W2": np.outer(h, delta_out), "b2": delta_out}

# %% wrong="gradients_downhill"
# The sign is turned round. A gradient points to where the error grows; the minus comes with the update.
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = -output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {"W1": np.outer(delta_hidden, x), "b1": delta_hidden, "W2": np.outer(delta_out, h), "b2": delta_out}

# %% wrong="gradients_without_biases"
# The biases have no entry. They have slopes as the weights have, whether they are updated or not.
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {"W1": np.outer(delta_hidden, x), "W2": np.outer(delta_out, h)}

# %% wrong="gradients_of_biases_are_zero"
# The slopes of the biases are set to 0. That they are not updated later does not make the error independent of them.
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {
        "W1": np.outer(delta_hidden, x), "b1": np.zeros(len(h)),
        "W2": np.outer(delta_out, h), "b2": np.zeros(len(o)),
    }

# %% wrong="gradients_of_biases_times_biases"
# The deltas are multiplied by the biases. By what is a bias multiplied in the score?
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {
        "W1": np.outer(delta_hidden, x), "b1": delta_hidden * params["b1"],
        "W2": np.outer(delta_out, h), "b2": delta_out * params["b2"],
    }

# %% wrong="gradients_of_one_bias_for_a_layer"
# The slopes of the biases of a layer are added up, as if its units shared one bias. Which shape has b1?
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {
        "W1": np.outer(delta_hidden, x), "b1": np.full(len(h), delta_hidden.sum()),
        "W2": np.outer(delta_out, h), "b2": np.full(len(o), delta_out.sum()),
    }

# %% wrong="gradients_of_biases_summed"
# The slopes of the biases of a layer are added up to a single number. Which shape has b1?
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {
        "W1": np.outer(delta_hidden, x), "b1": np.sum(delta_hidden),
        "W2": np.outer(delta_out, h), "b2": np.sum(delta_out),
    }

# %% wrong="gradients_with_outputs_for_hidden"
# The deltas of the outputs are multiplied by the outputs. Which activations come into the output layer?
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {"W1": np.outer(delta_hidden, x), "b1": delta_hidden, "W2": np.outer(delta_out, o), "b2": delta_out}

# %% wrong="gradients_with_features_for_hidden"
# The deltas of the outputs are multiplied by the features. Which activations come into the output layer?
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {"W1": np.outer(delta_hidden, x), "b1": delta_hidden, "W2": np.outer(delta_out, x), "b2": delta_out}

# %% wrong="gradients_with_hidden_for_features"
# The hidden deltas are multiplied by the hidden activations. Which numbers come into the hidden layer?
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {"W1": np.outer(delta_hidden, h), "b1": delta_hidden, "W2": np.outer(delta_out, h), "b2": delta_out}

# %% wrong="gradients_with_weights_of_the_hidden_layer"
# The error is passed back through W1. Which weights lead from the hidden units to the outputs?
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = hidden_delta(params["W1"], delta_out, h)
    return {"W1": np.outer(delta_hidden, x), "b1": delta_hidden, "W2": np.outer(delta_out, h), "b2": delta_out}

# %% wrong="gradients_with_transposed_weights"
# The weights are transposed twice, once here and once in your `hidden_delta`. Which of the two expects them as they are?
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"].T, delta_out, h)
    return {"W1": np.outer(delta_hidden, x), "b1": delta_hidden, "W2": np.outer(delta_out, h), "b2": delta_out}

# %% wrong="gradients_without_hidden_slope"
# The error comes back through W2, but the slope of σ at the hidden units is missing.
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = params["W2"].T @ delta_out
    return {"W1": np.outer(delta_hidden, x), "b1": delta_hidden, "W2": np.outer(delta_out, h), "b2": delta_out}

# %% wrong="gradients_without_output_slope"
# The gap stands where the delta of the outputs belongs. The slope of σ at the outputs is missing.
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = o - target
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {"W1": np.outer(delta_hidden, x), "b1": delta_hidden, "W2": np.outer(delta_out, h), "b2": delta_out}

# %% wrong="gradients_without_passing_back"
# The hidden layer got the deltas of the outputs. They have to come back through W2 first.
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    return {"W1": np.outer(delta_out, x), "b1": delta_out, "W2": np.outer(delta_out, h), "b2": delta_out}

# %% wrong="gradients_entry_by_entry"
# `*` multiplies entry by entry. Each delta has to meet each activation: which product of two vectors is a matrix?
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {"W1": delta_hidden * x, "b1": delta_hidden, "W2": delta_out * h, "b2": delta_out}

# %% wrong="gradients_of_the_outputs_alone"
# The hidden layer has slopes of 0. It has its share in the error, through the outputs.
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    return {
        "W1": np.zeros(params["W1"].shape), "b1": np.zeros(len(h)),
        "W2": np.outer(delta_out, h), "b2": delta_out,
    }

# %% wrong="gradients_as_a_tuple"
# The slopes come back one after the other. A dict with the keys of `params` says which is which.
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return np.outer(delta_hidden, x), delta_hidden, np.outer(delta_out, h), delta_out

# %% wrong="gradients_with_keys_of_their_own"
# The slopes are there, under other names. The keys are those of `params`.
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {"dW1": np.outer(delta_hidden, x), "db1": delta_hidden, "dW2": np.outer(delta_out, h), "db2": delta_out}

# %% wrong="gradients_written_over_the_parameters"
# The slopes are right, but they are written over the parameters that were handed in. Begin with a new dict.
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    params["W1"], params["b1"] = np.outer(delta_hidden, x), delta_hidden
    params["W2"], params["b2"] = np.outer(delta_out, h), delta_out
    return params

# %% wrong="gradients_with_swapped_deltas"
# Each layer got the deltas of the other. To which layer does `delta_out` belong?
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {"W1": np.outer(delta_out, x), "b1": delta_out, "W2": np.outer(delta_hidden, h), "b2": delta_hidden}

# %% wrong="train_step_uphill"
# The step goes with the gradient, so the error grows. Which sign leads down?
def train_step(params, x, target, lr, update_biases=False):
    slopes = gradients(params, x, target)
    learning = params if update_biases else ("W1", "W2")
    return {name: params[name] + lr * slopes[name] if name in learning else params[name] for name in params}

# %% wrong="train_step_through_the_updated_weights"
# The hidden layer sees W2 after its update. Both gradients are slopes at one point: take all of them before anything changes.
def train_step(params, x, target, lr, update_biases=False):
    new = {name: array.copy() for name, array in params.items()}
    slopes = gradients(params, x, target)
    new["W2"] = params["W2"] - lr * slopes["W2"]
    h, o = forward(params, x)
    delta = (new["W2"].T @ slopes["b2"]) * h * (1.0 - h)
    new["W1"] = params["W1"] - lr * np.outer(delta, x)
    if update_biases:
        new["b2"] = params["b2"] - lr * slopes["b2"]
        new["b1"] = params["b1"] - lr * delta
    return new

# %% wrong="train_step_after_a_new_forward_pass"
# W2 is updated, and then all gradients are taken again, with the new outputs. They are slopes at one point: take all of them before anything changes.
def train_step(params, x, target, lr, update_biases=False):
    new = dict(params)
    slopes = gradients(params, x, target)
    new["W2"] = params["W2"] - lr * slopes["W2"]
    if update_biases:
        new["b2"] = params["b2"] - lr * slopes["b2"]
    slopes = gradients(new, x, target)
    new["W1"] = params["W1"] - lr * slopes["W1"]
    if update_biases:
        new["b1"] = params["b1"] - lr * slopes["b1"]
    return new

# %% wrong="train_step_always_with_biases"
# The biases move although nobody asked. What does `update_biases` say, and what if it is left out?
def train_step(params, x, target, lr, update_biases=False):
    slopes = gradients(params, x, target)
    return {name: params[name] - lr * slopes[name] for name in params}

# %% wrong="train_step_never_with_biases"
# The biases stay where they are even if asked to move. What does `update_biases` say?
def train_step(params, x, target, lr, update_biases=False):
    slopes = gradients(params, x, target)
    new = dict(params)
    for name in ("W1", "W2"):
        new[name] = params[name] - lr * slopes[name]
    return new

# %% wrong="train_step_biases_the_other_way_round"
# The biases move when they should stay, and stay when they should move. Look at the condition.
def train_step(params, x, target, lr, update_biases=False):
    slopes = gradients(params, x, target)
    learning = ("W1", "W2") if update_biases else params
    return {name: params[name] - lr * slopes[name] if name in learning else params[name] for name in params}

# %% wrong="train_step_biases_instead_of_weights"
# With `update_biases` the biases move and the weights stay. Do the weights ever have to stay?
def train_step(params, x, target, lr, update_biases=False):
    slopes = gradients(params, x, target)
    learning = ("b1", "b2") if update_biases else ("W1", "W2")
    return {name: params[name] - lr * slopes[name] if name in learning else params[name] for name in params}

# %% wrong="train_step_loses_the_biases"
# The biases that do not move are missing in the result. The next forward pass needs them.
def train_step(params, x, target, lr, update_biases=False):
    slopes = gradients(params, x, target)
    learning = params if update_biases else ("W1", "W2")
    return {name: params[name] - lr * slopes[name] for name in learning}

# %% wrong="train_step_biases_become_zero"
# The biases that do not move have become 0. What should they be?
def train_step(params, x, target, lr, update_biases=False):
    slopes = gradients(params, x, target)
    new = {name: params[name] - lr * slopes[name] for name in params}
    if not update_biases:
        new["b1"], new["b2"] = np.zeros(len(new["b1"])), np.zeros(len(new["b2"]))
    return new

# %% wrong="train_step_one_bias_for_a_layer"
# The units of a layer move their biases together, by the sum of their slopes. Each unit has a bias of its own.
def train_step(params, x, target, lr, update_biases=False):
    slopes = gradients(params, x, target)
    new = {name: array.copy() for name, array in params.items()}
    for name in ("W1", "W2"):
        new[name] -= lr * slopes[name]
    if update_biases:
        for name in ("b1", "b2"):
            new[name] -= lr * slopes[name].sum()
    return new

# %% wrong="train_step_without_learning_rate"
# The step is the whole gradient. What does α do to it?
def train_step(params, x, target, lr, update_biases=False):
    slopes = gradients(params, x, target)
    learning = params if update_biases else ("W1", "W2")
    return {name: params[name] - slopes[name] if name in learning else params[name] for name in params}

# %% wrong="train_step_with_a_fixed_learning_rate"
# The step is always half the gradient. By which name does the learning rate come in?
def train_step(params, x, target, lr, update_biases=False):
    slopes = gradients(params, x, target)
    learning = params if update_biases else ("W1", "W2")
    return {name: params[name] - 0.5 * slopes[name] if name in learning else params[name] for name in params}

# %% wrong="train_step_of_the_outputs_alone"
# Only the output layer has learned. Which other weights have a share in the error?
def train_step(params, x, target, lr, update_biases=False):
    slopes = gradients(params, x, target)
    new = dict(params, W2=params["W2"] - lr * slopes["W2"])
    if update_biases:
        new["b2"] = params["b2"] - lr * slopes["b2"]
    return new

# %% wrong="train_step_of_the_hidden_layer_alone"
# Only the hidden layer has learned. The weights of the outputs have a share in the error, too.
def train_step(params, x, target, lr, update_biases=False):
    slopes = gradients(params, x, target)
    new = dict(params, W1=params["W1"] - lr * slopes["W1"])
    if update_biases:
        new["b1"] = params["b1"] - lr * slopes["b1"]
    return new

# %% wrong="train_step_returns_the_step"
# These are the steps, not the parameters after them. From what are they subtracted?
def train_step(params, x, target, lr, update_biases=False):
    slopes = gradients(params, x, target)
    learning = params if update_biases else ("W1", "W2")
    return {name: -lr * slopes[name] if name in learning else params[name] for name in params}

# %% wrong="train_step_returns_the_gradients"
# These are the gradients. The parameters after one step are asked for.
def train_step(params, x, target, lr, update_biases=False):
    return gradients(params, x, target)

# %% wrong="train_step_changes_the_parameters"
# The numbers are right, but the parameters that were handed in have changed. Write into a new dict; and one that holds the old arrays is not new enough for `-=`, which writes into them.
def train_step(params, x, target, lr, update_biases=False):
    slopes = gradients(params, x, target)
    for name in params if update_biases else ("W1", "W2"):
        params[name] -= lr * slopes[name]
    return params

# %% wrong="train_step_changes_the_parameters_one_after_the_other"
# The parameters that were handed in have changed, and so the hidden layer sees W2 after its update. Take all gradients first, and write into new arrays.
def train_step(params, x, target, lr, update_biases=False):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    params["W2"] -= lr * np.outer(delta_out, h)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    params["W1"] -= lr * np.outer(delta_hidden, x)
    if update_biases:
        params["b2"] -= lr * delta_out
        params["b1"] -= lr * delta_hidden
    return params

# %% wrong="train_step_changes_the_parameters_and_returns_nothing"
# The parameters that were handed in have changed, and nothing comes back. Make new ones and return them.
def train_step(params, x, target, lr, update_biases=False):
    slopes = gradients(params, x, target)
    for name in params if update_biases else ("W1", "W2"):
        params[name] -= lr * slopes[name]

# %% wrong="train_step_moves_nothing"
# The parameters come back as they were. Where is the gradient subtracted, and is the result kept?
def train_step(params, x, target, lr, update_biases=False):
    slopes = gradients(params, x, target)
    new = {name: array.copy() for name, array in params.items()}
    for name, array in new.items():
        array = array - lr * slopes[name]
    return new

# %% wrong="train_without_the_first_error"
# The error before training is missing. How many errors belong to `steps` updates?
def train(params, x, target, lr, steps):
    errors = []
    for _ in range(steps):
        params = train_step(params, x, target, lr)
        errors.append(total_error(forward(params, x)[1], target))
    return params, np.array(errors)

# %% wrong="train_without_the_last_error"
# The error after the last update is missing. How many errors belong to `steps` updates?
def train(params, x, target, lr, steps):
    errors = []
    for _ in range(steps):
        errors.append(total_error(forward(params, x)[1], target))
        params = train_step(params, x, target, lr)
    return params, np.array(errors)

# %% wrong="train_one_step_too_many"
# There is one update too many. There is one error more than there are updates, not one update more.
def train(params, x, target, lr, steps):
    errors = []
    for _ in range(steps + 1):
        errors.append(total_error(forward(params, x)[1], target))
        params = train_step(params, x, target, lr)
    return params, np.array(errors)

# %% wrong="train_one_step_too_few"
# There is one update too few. How many numbers are there from 1 up to, but not including, `steps`?
def train(params, x, target, lr, steps):
    errors = [total_error(forward(params, x)[1], target)]
    for _ in range(1, steps):
        params = train_step(params, x, target, lr)
        errors.append(total_error(forward(params, x)[1], target))
    return params, np.array(errors)

# %% wrong="train_errors_in_a_list"
# The errors are right, but they are a list. Make an array of it at the end.
def train(params, x, target, lr, steps):
    errors = [total_error(forward(params, x)[1], target)]
    for _ in range(steps):
        params = train_step(params, x, target, lr)
        errors.append(total_error(forward(params, x)[1], target))
    return params, errors

# %% wrong="train_always_from_the_start"
# Every update starts from the first parameters, so nothing more is learned after it. From where should the second start?
def train(params, x, target, lr, steps):
    errors = [total_error(forward(params, x)[1], target)]
    new = params
    for _ in range(steps):
        new = train_step(params, x, target, lr)
        errors.append(total_error(forward(new, x)[1], target))
    return new, np.array(errors)

# %% wrong="train_throws_the_update_away"
# The result of `train_step` is not kept, so the error never changes. A function that changes nothing gives its work back by its return.
def train(params, x, target, lr, steps):
    errors = [total_error(forward(params, x)[1], target)]
    for _ in range(steps):
        train_step(params, x, target, lr)
        errors.append(total_error(forward(params, x)[1], target))
    return params, np.array(errors)

# %% wrong="train_with_the_outputs_of_the_start"
# The parameters learn, but every error is that of the first outputs. After an update, run forward again.
def train(params, x, target, lr, steps):
    h, o = forward(params, x)
    errors = [total_error(o, target)]
    for _ in range(steps):
        params = train_step(params, x, target, lr)
        errors.append(total_error(o, target))
    return params, np.array(errors)

# %% wrong="train_errors_one_step_late"
# Each error in the loop is that of the parameters before the update, so the first one stands there twice and the last one is missing.
def train(params, x, target, lr, steps):
    errors = [total_error(forward(params, x)[1], target)]
    for _ in range(steps):
        errors.append(total_error(forward(params, x)[1], target))
        params = train_step(params, x, target, lr)
    return params, np.array(errors)

# %% wrong="train_with_biases"
# The biases have learned, too. In this training they stay as they are.
def train(params, x, target, lr, steps):
    errors = [total_error(forward(params, x)[1], target)]
    for _ in range(steps):
        params = train_step(params, x, target, lr, update_biases=True)
        errors.append(total_error(forward(params, x)[1], target))
    return params, np.array(errors)

# %% wrong="train_through_the_updated_weights"
# The hidden layer sees W2 after its update. Your `train_step` does one update with all gradients taken first.
def train(params, x, target, lr, steps):
    params, errors = {name: array.copy() for name, array in params.items()}, []
    for _ in range(steps + 1):
        h, o = forward(params, x)
        errors.append(total_error(o, target))
        if len(errors) > steps:
            return params, np.array(errors)
        delta_out = output_delta(o, target)
        params["W2"] = params["W2"] - lr * np.outer(delta_out, h)
        delta_hidden = hidden_delta(params["W2"], delta_out, h)
        params["W1"] = params["W1"] - lr * np.outer(delta_hidden, x)

# %% wrong="train_returns_the_first_parameters"
# The errors are right, but the parameters that come back are the untrained ones. Which name holds the trained ones?
def train(params, x, target, lr, steps):
    errors, new = [total_error(forward(params, x)[1], target)], params
    for _ in range(steps):
        new = train_step(new, x, target, lr)
        errors.append(total_error(forward(new, x)[1], target))
    return params, np.array(errors)

# %% wrong="train_returns_the_errors_only"
# Only the errors come back. Whoever trained wants the parameters, too.
def train(params, x, target, lr, steps):
    errors = [total_error(forward(params, x)[1], target)]
    for _ in range(steps):
        params = train_step(params, x, target, lr)
        errors.append(total_error(forward(params, x)[1], target))
    return np.array(errors)

# %% wrong="train_returns_the_parameters_only"
# Only the parameters come back. The errors are asked for, too.
def train(params, x, target, lr, steps):
    for _ in range(steps):
        params = train_step(params, x, target, lr)
    return params

# %% wrong="train_in_the_other_order"
# Both results are there, in the other order. Which one comes first in the pair?
def train(params, x, target, lr, steps):
    errors = [total_error(forward(params, x)[1], target)]
    for _ in range(steps):
        params = train_step(params, x, target, lr)
        errors.append(total_error(forward(params, x)[1], target))
    return np.array(errors), params

# %% wrong="train_returns_the_last_error"
# One error comes back, the last. The whole curve is asked for.
def train(params, x, target, lr, steps):
    for _ in range(steps):
        params = train_step(params, x, target, lr)
    return params, total_error(forward(params, x)[1], target)

# %% wrong="train_returns_in_the_loop"
# The training stops after one update. When does the loop meet its return?
def train(params, x, target, lr, steps):
    errors = [total_error(forward(params, x)[1], target)]
    for _ in range(steps):
        params = train_step(params, x, target, lr)
        errors.append(total_error(forward(params, x)[1], target))
        return params, np.array(errors)

# %% wrong="train_with_a_fixed_learning_rate"
# Every step is taken with 0.5. By which name does the learning rate come in?
def train(params, x, target, lr, steps):
    errors = [total_error(forward(params, x)[1], target)]
    for _ in range(steps):
        params = train_step(params, x, target, 0.5)
        errors.append(total_error(forward(params, x)[1], target))
    return params, np.array(errors)

# %% wrong="train_errors_for_each_output"
# There is one error for each output after each step. The total error is one number.
def train(params, x, target, lr, steps):
    errors = [0.5 * (target - forward(params, x)[1]) ** 2]
    for _ in range(steps):
        params = train_step(params, x, target, lr)
        errors.append(0.5 * (target - forward(params, x)[1]) ** 2)
    return params, np.array(errors)

# %% wrong="train_changes_the_parameters"
# The numbers are right, but the parameters that were handed in have changed. Whoever calls `train` may want to compare before and after.
def train(params, x, target, lr, steps):
    errors = [total_error(forward(params, x)[1], target)]
    for _ in range(steps):
        params.update(train_step(params, x, target, lr))
        errors.append(total_error(forward(params, x)[1], target))
    return params, np.array(errors)

# %% wrong="forward_with_relu"
# Negative scores become 0 and positive ones stay as they are. That is another activation; the network of this notebook has σ.
def forward(params, x):
    h = np.maximum(params["W1"] @ x + params["b1"], 0.0)
    o = np.maximum(params["W2"] @ h + params["b2"], 0.0)
    return h, o

# %% wrong="forward_with_tanh"
# The hyperbolic tangent is another activation, between −1 and 1. The network of this notebook has σ.
def forward(params, x):
    h = np.tanh(params["W1"] @ x + params["b1"])
    o = np.tanh(params["W2"] @ h + params["b2"])
    return h, o

# %% wrong="forward_with_softmax_outputs"
# The outputs were made to sum to 1. Here they are not probabilities of classes: each output has a σ of its own.
def forward(params, x):
    h = sigmoid(params["W1"] @ x + params["b1"])
    E = np.exp(params["W2"] @ h + params["b2"])
    return h, E / E.sum()

# %% wrong="forward_as_columns"
# The numbers are right, but they stand in columns. Activations are vectors with a single axis.
def forward(params, x):
    h = sigmoid(params["W1"] @ x[:, None] + params["b1"][:, None])
    o = sigmoid(params["W2"] @ h + params["b2"][:, None])
    return h, o

# %% wrong="forward_as_lists"
# The numbers are right, but they stand in lists. Make arrays of them.
def forward(params, x):
    h = sigmoid(params["W1"] @ x + params["b1"])
    o = sigmoid(params["W2"] @ h + params["b2"])
    return list(h), list(o)

# %% wrong="forward_with_swapped_biases"
# Each layer added the biases of the other. To which layer does b1 belong?
def forward(params, x):
    h = sigmoid(params["W1"] @ x + params["b2"])
    o = sigmoid(params["W2"] @ h + params["b1"])
    return h, o

# %% wrong="total_error_root_of_the_mean"
# This is the root of the mean square, another measure of the gaps. The total error is half the sum of the squares.
def total_error(output, target):
    return float(np.sqrt(np.mean((target - output) ** 2)))

# %% wrong="total_error_by_logarithms"
# This is the cross-entropy of two classes. Here the error is made of squared gaps.
def total_error(output, target):
    return float(-np.sum(target * np.log(output) + (1 - target) * np.log(1 - output)))

# %% wrong="output_delta_of_absolute_gap"
# The gap lost its sign. Should a score that is too low be pushed the same way as one that is too high?
def output_delta(output, target):
    return np.abs(output - target) * output * (1.0 - output)

# %% wrong="output_delta_in_a_list"
# The numbers are right, but they stand in a list. Make an array of it.
def output_delta(output, target):
    return [(o - t) * o * (1.0 - o) for o, t in zip(output, target)]

# %% wrong="hidden_delta_with_dot_without_transpose"
# The sum runs over the hidden units, as in the forward pass. Backward it runs over the outputs: which axis of W2 are they?
def hidden_delta(W2, delta_out, h):
    return np.dot(W2, delta_out) * h * (1.0 - h)

# %% wrong="hidden_delta_of_summed_weights"
# Weights and deltas were added up separately. Each weight must meet the delta of its own output first.
def hidden_delta(W2, delta_out, h):
    return W2.sum(axis=0) * delta_out.sum() * h * (1.0 - h)

# %% wrong="hidden_delta_in_a_list"
# The numbers are right, but they stand in a list. Make an array of it.
def hidden_delta(W2, delta_out, h):
    return [W2[:, j] @ delta_out * h[j] * (1.0 - h[j]) for j in range(len(h))]

# %% wrong="hidden_delta_as_many_outputs_as_units"
# The sum over the outputs ends too early, at the number of hidden units or at a number that was typed. How many rows has W2?
def hidden_delta(W2, delta_out, h):
    delta = np.zeros(len(h))
    for j in range(len(h)):
        delta[j] = sum(W2[r, j] * delta_out[r] for r in range(len(h))) * h[j] * (1.0 - h[j])
    return delta

# %% wrong="gradients_of_biases_are_one"
# 1 is what a bias is multiplied by, and it is only the last factor. What stands before it?
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {
        "W1": np.outer(delta_hidden, x), "b1": np.ones(len(h)),
        "W2": np.outer(delta_out, h), "b2": np.ones(len(o)),
    }

# %% wrong="gradients_transposed_in_the_hidden_layer"
# W2 is right; the outer product for W1 is in the other order. What shape has W1, and what shape its gradient?
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {"W1": np.outer(x, delta_hidden), "b1": delta_hidden, "W2": np.outer(delta_out, h), "b2": delta_out}

# %% wrong="gradients_transposed_in_the_output_layer"
# W1 is right; the outer product for W2 is in the other order. What shape has W2, and what shape its gradient?
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {"W1": np.outer(delta_hidden, x), "b1": delta_hidden, "W2": np.outer(h, delta_out), "b2": delta_out}

# %% wrong="gradients_with_target_and_output_exchanged"
# Output and target were handed over in the other order. Whose slope of σ is taken then?
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(target, o)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {"W1": np.outer(delta_hidden, x), "b1": delta_hidden, "W2": np.outer(delta_out, h), "b2": delta_out}

# %% wrong="gradients_mean_over_the_outputs"
# Everything is divided by the number of outputs. The total error is a sum, not a mean.
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target) / len(o)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {"W1": np.outer(delta_hidden, x), "b1": delta_hidden, "W2": np.outer(delta_out, h), "b2": delta_out}

# %% probe="gradients_with_two_outputs"
gradients(
    {
        "W1": np.array([[0.15, 0.20], [0.25, 0.30]]), "b1": np.array([0.35, 0.35]),
        "W2": np.array([[0.40, 0.45], [0.50, 0.55]]), "b2": np.array([0.60, 0.60]),
    },
    np.array([0.05, 0.10]),
    np.array([0.01, 0.99]),
)

# %% wrong="train_step_hidden_layer_first"
# W1 is updated, and then all gradients are taken again for W2. They are slopes at one point: take all of them before anything changes.
def train_step(params, x, target, lr, update_biases=False):
    new = dict(params)
    slopes = gradients(params, x, target)
    new["W1"] = params["W1"] - lr * slopes["W1"]
    if update_biases:
        new["b1"] = params["b1"] - lr * slopes["b1"]
    slopes = gradients(new, x, target)
    new["W2"] = params["W2"] - lr * slopes["W2"]
    if update_biases:
        new["b2"] = params["b2"] - lr * slopes["b2"]
    return new

# %% wrong="train_step_output_biases_only"
# Asked to move the biases, it moves those of the outputs only. The hidden units have some, too.
def train_step(params, x, target, lr, update_biases=False):
    slopes = gradients(params, x, target)
    learning = ("W1", "W2", "b2") if update_biases else ("W1", "W2")
    return {name: params[name] - lr * slopes[name] if name in learning else params[name] for name in params}

# %% wrong="train_leaves_the_last_error_zero"
# The last error was never written: it is the 0 that the array began with. Which errors does the loop compute?
def train(params, x, target, lr, steps):
    errors = np.zeros(steps + 1)
    for step in range(steps):
        errors[step] = total_error(forward(params, x)[1], target)
        params = train_step(params, x, target, lr)
    return params, errors

# %% wrong="train_leaves_the_first_error_zero"
# The first error was never written: it is the 0 that the array began with. Which error is there before any update?
def train(params, x, target, lr, steps):
    errors = np.zeros(steps + 1)
    for step in range(steps):
        params = train_step(params, x, target, lr)
        errors[step + 1] = total_error(forward(params, x)[1], target)
    return params, errors

# %% wrong="train_errors_in_a_column"
# The errors stand in a column of shape (steps + 1, 1). The result is a vector with a single axis.
def train(params, x, target, lr, steps):
    errors = [[total_error(forward(params, x)[1], target)]]
    for _ in range(steps):
        params = train_step(params, x, target, lr)
        errors.append([total_error(forward(params, x)[1], target)])
    return params, np.array(errors)

# %% probe="forward_of_a_negative_score"
forward({"W1": np.array([[-1.0]]), "b1": np.zeros(1), "W2": np.array([[1.0]]), "b2": np.ones(1)}, np.array([2.0]))

# %% wrong="train_stops_where_the_error_grows"
# The training stops as soon as the error grows. All `steps` updates are asked for, and their errors, good or bad.
def train(params, x, target, lr, steps):
    errors = [total_error(forward(params, x)[1], target)]
    for _ in range(steps):
        new = train_step(params, x, target, lr)
        error = total_error(forward(new, x)[1], target)
        if error > errors[-1]:
            break
        params = new
        errors.append(error)
    return params, np.array(errors)

# %% probe="train_with_steps_that_are_too_long"
train(
    {"W1": np.array([[1.0]]), "b1": np.zeros(1), "W2": np.array([[0.4375]]), "b2": np.array([-1.0])},
    np.array([1.0]), np.array([0.5]), 64.0, 4,
)

# %% wrong="gradients_twice"
# All slopes are twice as large as they should be. What is the ½ of the error there for?
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = 2 * output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {"W1": np.outer(delta_hidden, x), "b1": delta_hidden, "W2": np.outer(delta_out, h), "b2": delta_out}

# %% wrong="gradients_of_biases_as_columns"
# The slopes of the biases stand in columns. Each has the shape of its parameter.
def gradients(params, x, target):
    h, o = forward(params, x)
    delta_out = output_delta(o, target)
    delta_hidden = hidden_delta(params["W2"], delta_out, h)
    return {
        "W1": np.outer(delta_hidden, x), "b1": delta_hidden[:, None],
        "W2": np.outer(delta_out, h), "b2": delta_out[:, None],
    }
