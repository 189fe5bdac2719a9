# %% [markdown]
# Wrong answers that people give, one to a cell: first the message, then the code as it would stand in the answer.
# A `probe` is a further visible call that tells two of them apart.

# %% wrong="predict_one_without_bias"
# The weighted sum is there, but the bias is missing. What should be predicted when all features are 0?
def predict_one(w, x, b):
    return float(w @ x)

# %% wrong="predict_one_bias_for_each_feature"
# The bias is added once for each feature. Is it inside the sum of the formula, or outside?
def predict_one(w, x, b):
    return float(np.sum(w * x + b))

# %% wrong="predict_one_without_the_sum"
# The products are there, one for each feature, but they are not added up. The prediction is a single number.
def predict_one(w, x, b):
    return w * x + b

# %% wrong="predict_one_subtracts_the_bias"
# The bias is subtracted. Look at its sign in the formula.
def predict_one(w, x, b):
    return float(w @ x - b)

# %% wrong="predict_one_of_the_mean"
# The products are averaged. Should two cakes cost less because there is also coffee on the menu?
def predict_one(w, x, b):
    return float(np.mean(w * x) + b)

# %% wrong="predict_one_bias_added_to_the_features"
# The bias is added to every feature before the weights come in. Which of the two operations does the formula do first?
def predict_one(w, x, b):
    return float(w @ (x + b))

# %% wrong="predict_one_cut_to_an_integer"
# The digits behind the point are cut off. A prediction is any real number.
def predict_one(w, x, b):
    return int(w @ x + b)

# %% wrong="predict_one_of_the_sign"
# This decides between two classes by the sign of the prediction. Here the number itself is asked for.
def predict_one(w, x, b):
    return 1.0 if w @ x + b > 0 else 0.0

# %% wrong="predict_one_without_return"
# Nothing comes back. Computing or printing a number is not enough: how does a function hand over its result?
def predict_one(w, x, b):
    prediction = w @ x + b

# %% wrong="predict_one_multiplies_in_place"
# The number is right, but the weights that were handed in have changed. Does `*=` make a new array?
def predict_one(w, x, b):
    w *= x
    return float(w.sum() + b)

# %% probe="predict_one_of_features_that_cannot_be_written"
x = np.array([2.0, 3.0])
x.flags.writeable = False
predict_one(np.array([1.5, -1.0]), x, 0.5)

# %% wrong="predict_one_of_the_worked_example"
# `products` comes from the worked example: it belongs to two coffees and one cake. Which numbers are to be multiplied here?
def predict_one(w, x, b):
    return float(products.sum() + b)

# %% wrong="affine_with_transposed_weights"
# The sum runs over the outputs instead of the features. Which axis do W and x share, and which order of the two sums over it?
def affine(W, x, b):
    return x @ W + b

# %% wrong="affine_without_bias"
# The weighted sums are there, but the biases are missing. What should be predicted when all features are 0?
def affine(W, x, b):
    return W @ x

# %% wrong="affine_all_biases_to_each_output"
# Every output gets the sum of all biases. Each output has one of its own.
def affine(W, x, b):
    return W @ x + np.sum(b)

# %% wrong="affine_first_bias_for_all"
# Every output gets the first bias. Each output has one of its own.
def affine(W, x, b):
    return W @ x + b[0]

# %% wrong="affine_bias_for_each_feature"
# Each bias is added once for each feature. Is it inside the sum of the formula, or outside?
def affine(W, x, b):
    return np.sum(W * x + b[:, None], axis=1)

# %% wrong="affine_without_the_sum"
# The products are there, but they are not added up: `*` works entry by entry. How many numbers should there be for each output?
def affine(W, x, b):
    return W * x + b

# %% wrong="affine_without_the_sum_bias_by_rows"
# Each product has its own entry, and the bias is added to each. How many numbers should there be for each output?
def affine(W, x, b):
    return W * x + b[:, None]

# %% wrong="affine_summed_over_the_outputs"
# The products are right, but they are added down the columns, over the outputs. Which axis holds the features of one output?
def affine(W, x, b):
    return np.sum(W * x, axis=0) + b

# %% wrong="affine_as_a_column"
# The numbers are right, but they stand in a column of shape (k, 1). The result is a vector with a single axis.
def affine(W, x, b):
    return W @ x[:, None] + b[:, None]

# %% wrong="affine_column_plus_vector"
# A column and a vector were added, and NumPy made a table of every sum with every bias. What shape should the product have before b is added?
def affine(W, x, b):
    return W @ x[:, None] + b

# %% wrong="affine_returns_in_the_loop"
# Only the first output comes back. When does the loop meet its return?
def affine(W, x, b):
    for j in range(len(b)):
        return W[j] @ x + b[j]

# %% wrong="affine_cut_to_integers"
# The digits behind the point are cut off. An array that is made of whole numbers keeps only whole numbers: which dtype should it start with?
def affine(W, x, b):
    z = np.array([0] * len(b))
    for j in range(len(b)):
        z[j] = W[j] @ x + b[j]
    return z

# %% wrong="affine_adds_in_place"
# The result is right, but the biases that were handed in have changed. Does `+=` make a new array?
def affine(W, x, b):
    b += W @ x
    return b

# %% probe="affine_of_weights_and_features_that_cannot_be_written"
W, x = np.array([[1.5, -1.0], [2.0, 0.5]]), np.array([2.0, 3.0])
W.flags.writeable = x.flags.writeable = False
affine(W, x, np.array([0.5, 0.25]))

# %% wrong="affine_weights_turned_by_t"
# W is turned round before the product, so that the sum runs over the outputs. In which of its axes does W hold the features of one output?
def affine(W, x, b):
    return W.T @ x + b

# %% wrong="affine_subtracts_the_biases"
# The biases are subtracted. Look at their sign in the formula.
def affine(W, x, b):
    return W @ x - b

# %% wrong="affine_as_a_row"
# The numbers are right, but they stand in a table with one row, of shape (1, k). The result is a vector with a single axis.
def affine(W, x, b):
    return x.reshape(1, -1) @ W.T + b

# %% wrong="affine_as_a_list"
# The numbers are right, but they came in a list. The result is an array: how does NumPy make one of a list?
def affine(W, x, b):
    return [float(row @ x + bias) for row, bias in zip(W, b)]

# %% wrong="affine_without_negative_outputs"
# Negative outputs have become 0. That is an activation, which comes later; the formula here lets every number through.
def affine(W, x, b):
    return np.maximum(W @ x + b, 0.0)

# %% probe="affine_of_a_negative_output"
affine(np.array([[-1.0, 0.5]]), np.array([3.0, 1.0]), np.array([0.25]))

# %% wrong="affine_batch_biases_along_the_examples"
# The biases were added while the examples ran along the columns, so each example got one instead of each output. In which shape of the product does b fit?
def affine_batch(X, W, b):
    return (W @ X.T + b).T

# %% wrong="affine_batch_reshaped_instead_of_transposed"
# The numbers are there, but in other places: `reshape` reads them row by row and cuts anew. What swaps two axes?
def affine_batch(X, W, b):
    return (W @ X.T + b[:, None]).reshape(len(X), len(W))

# %% wrong="affine_batch_subtracts_the_biases"
# The biases are subtracted. Look at their sign in the formula.
def affine_batch(X, W, b):
    return X @ W.T - b

# %% wrong="affine_batch_as_a_list"
# The rows are right, but they came as a list of arrays. How does NumPy make one array of them?
def affine_batch(X, W, b):
    return [W @ x + b for x in X]

# %% wrong="affine_batch_first_bias_for_all"
# Every output gets the first bias. Each output has one of its own.
def affine_batch(X, W, b):
    return X @ W.T + b[0]

# %% wrong="affine_batch_with_untransposed_weights"
# The product of X and W as it stands sums over the outputs of W. Which axis of X and which axis of W hold the features?
def affine_batch(X, W, b):
    return X @ W + b

# %% wrong="affine_batch_weights_first"
# The product of W and X as they stand lets the features of W meet the examples of X. Which axes have to meet?
def affine_batch(X, W, b):
    return W @ X + b

# %% wrong="affine_batch_transposed"
# The examples run along the columns. A row is an example: the shape is (n, k).
def affine_batch(X, W, b):
    return W @ X.T + b[:, None]

# %% wrong="affine_batch_transposed_bias_by_examples"
# The examples run along the columns, and so the biases go to the wrong numbers. A row is an example: the shape is (n, k).
def affine_batch(X, W, b):
    return W @ X.T + b

# %% wrong="affine_batch_bias_by_rows"
# The product is right, but the biases are added by rows, as if each example had one. To which axis of Z do they belong?
def affine_batch(X, W, b):
    return X @ W.T + b[:, None]

# %% wrong="affine_batch_without_bias"
# The weighted sums are there, but the biases are missing. What should be predicted when all features are 0?
def affine_batch(X, W, b):
    return X @ W.T

# %% wrong="affine_batch_bias_for_each_feature"
# Each bias is added once for each feature. Is it inside the sum of the formula, or outside?
def affine_batch(X, W, b):
    return X @ W.T + X.shape[1] * b

# %% wrong="affine_batch_all_biases_to_each_output"
# Every entry gets the sum of all biases. Each output has one of its own.
def affine_batch(X, W, b):
    return X @ W.T + np.sum(b)

# %% wrong="affine_batch_of_the_last_example"
# Only the predictions for the last example come back. What happens to the others when the loop goes on?
def affine_batch(X, W, b):
    for x in X:
        Z = W @ x + b
    return Z

# %% wrong="affine_batch_summed_over_examples"
# The predictions of all examples are added up. Each example keeps a row of its own.
def affine_batch(X, W, b):
    return np.sum(X @ W.T + b, axis=0)

# %% wrong="affine_batch_flat"
# The numbers are right, but they stand in one long vector. Which shape should the result have?
def affine_batch(X, W, b):
    Z = np.array([])
    for x in X:
        Z = np.append(Z, W @ x + b)
    return Z

# %% wrong="affine_batch_cut_to_integers"
# The digits behind the point are cut off. An array that is made of whole numbers keeps only whole numbers: which dtype should it start with?
def affine_batch(X, W, b):
    Z = np.zeros((len(X), len(b)), dtype=int)
    for i in range(len(X)):
        Z[i] = W @ X[i] + b
    return Z

# %% wrong="affine_batch_collects_in_the_biases"
# Every example is added to the same array, the biases that were handed in. Does an assignment such as `z = b` make a copy?
def affine_batch(X, W, b):
    Z = np.zeros((len(X), len(b)))
    for i in range(len(X)):
        z = b
        z += W @ X[i]
        Z[i] = z
    return Z

# %% wrong="append_ones_first"
# The ones are the first column. Where does `np.append(w, b)` put the bias?
def append_ones(X):
    return np.column_stack([np.ones(len(X)), X])

# %% wrong="append_ones_as_a_row"
# The ones are a row below the examples. A new row is a new example; what is a new feature?
def append_ones(X):
    return np.vstack([X, np.ones(X.shape[1])])

# %% wrong="append_ones_added_to_features"
# 1 is added to every feature. The features stay as they are, and a new one stands beside them.
def append_ones(X):
    return X + 1.0

# %% wrong="append_ones_of_zeros"
# The new column holds zeros, so the bias would be multiplied by 0. By what should it be multiplied?
def append_ones(X):
    return np.hstack([X, np.zeros((len(X), 1))])

# %% wrong="append_ones_flat"
# The result has a single axis: all rows were joined to one. What does `np.append` do when it is told no axis?
def append_ones(X):
    return np.append(X, np.ones((len(X), 1)))

# %% wrong="append_ones_one_for_all"
# The result has a single axis and a single 1 at its end. Each row needs a 1 of its own.
def append_ones(X):
    return np.append(X, 1.0)

# %% wrong="append_ones_counts_the_features"
# There are as many ones as features. How many does a column need?
def append_ones(X):
    return np.column_stack([X, np.ones(X.shape[1])])

# %% wrong="append_ones_with_one_axis"
# The two pieces do not fit together. X has two axes: what shape must the ones have to stand beside it?
def append_ones(X):
    return np.hstack([X, np.ones(len(X))])

# %% wrong="append_ones_over_the_last_feature"
# The ones are written over the last feature. The result needs one column more than X.
def append_ones(X):
    A = X.copy()
    A[:, -1] = 1.0
    return A

# %% wrong="append_ones_over_the_last_feature_in_place"
# The ones are written over the last feature, in the array that was handed in. The result is a new array with one column more.
def append_ones(X):
    X[:, -1] = 1.0
    return X

# %% wrong="append_ones_unless_they_are_there"
# If the last feature is 1 for every example, no column is added. That feature has a weight of its own already: which one is left for the bias?
def append_ones(X):
    if np.all(X[:, -1] == 1.0):
        return X
    return np.column_stack([X, np.ones(len(X))])

# %% probe="append_ones_beside_a_feature_of_ones"
append_ones(np.array([[2.0, 1.0], [3.0, 1.0]]))

# %% wrong="append_ones_as_a_list"
# The numbers are right, but they came as a list of lists. The result is an array: how does NumPy make one of a list?
def append_ones(X):
    return [list(row) + [1.0] for row in X]

# %% wrong="append_ones_cut_to_integers"
# The digits behind the point are cut off. An array that is made of whole numbers keeps only whole numbers: which dtype should it start with?
def append_ones(X):
    A = np.ones((X.shape[0], X.shape[1] + 1), dtype=int)
    A[:, :-1] = X
    return A

# %% wrong="count_parameters_without_biases"
# The weights are counted, the biases are not. What else has each layer to learn?
def count_parameters(layer_sizes):
    return sum(a * b for a, b in zip(layer_sizes, layer_sizes[1:]))

# %% wrong="count_parameters_biases_for_the_features"
# The first size has got biases, too. Are the features computed by a layer, or given?
def count_parameters(layer_sizes):
    weights = sum(a * b for a, b in zip(layer_sizes, layer_sizes[1:]))
    return weights + sum(layer_sizes)

# %% wrong="count_parameters_biases_of_the_inputs"
# There is a bias for each input of a layer. On which side of a layer do the biases stand?
def count_parameters(layer_sizes):
    return sum(a * b + a for a, b in zip(layer_sizes, layer_sizes[1:]))

# %% wrong="count_parameters_one_bias_for_each_layer"
# There is one bias for a whole layer. What shape has b?
def count_parameters(layer_sizes):
    return sum(a * b + 1 for a, b in zip(layer_sizes, layer_sizes[1:]))

# %% wrong="count_parameters_no_bias_for_the_outputs"
# The hidden layers have biases, the last layer has none. Is it another kind of layer?
def count_parameters(layer_sizes):
    weights = sum(a * b for a, b in zip(layer_sizes, layer_sizes[1:]))
    return weights + sum(layer_sizes[1:-1])

# %% wrong="count_parameters_adds_the_sizes"
# Neighbouring sizes are added. How many entries has a matrix of shape (3, 4)?
def count_parameters(layer_sizes):
    return sum(a + b for a, b in zip(layer_sizes, layer_sizes[1:]))

# %% wrong="count_parameters_adds_the_sizes_and_biases"
# The biases are right, but for the weights the neighbouring sizes are added. How many entries has a matrix of shape (3, 4)?
def count_parameters(layer_sizes):
    return sum(a + b + b for a, b in zip(layer_sizes, layer_sizes[1:]))

# %% wrong="count_parameters_counts_the_units"
# These are the units, all sizes together. The parameters are what stands between the layers, and the biases.
def count_parameters(layer_sizes):
    return sum(layer_sizes)

# %% wrong="count_parameters_of_the_first_layer"
# Only the first pair of layers is counted. When does the loop meet its return?
def count_parameters(layer_sizes):
    for a, b in zip(layer_sizes, layer_sizes[1:]):
        return a * b + b

# %% wrong="count_parameters_of_the_last_layer"
# Only the last pair of layers is counted. What happens to the earlier ones when the loop goes on?
def count_parameters(layer_sizes):
    for a, b in zip(layer_sizes, layer_sizes[1:]):
        total = a * b + b
    return total

# %% wrong="count_parameters_between_all_layers"
# Weights are counted between every two layers. Which layers pass their outputs directly to which?
def count_parameters(layer_sizes):
    weights = 0
    for l, a in enumerate(layer_sizes):
        weights += sum(a * b for b in layer_sizes[l + 1:])
    return weights + sum(layer_sizes[1:])

# %% wrong="count_parameters_of_three_sizes_only"
# This counts exactly three sizes. A list may be shorter or longer: what repeats a step for each pair of neighbours?
def count_parameters(layer_sizes):
    d, h, k = layer_sizes
    return d * h + h + h * k + k

# %% wrong="count_parameters_empties_the_list"
# The count is right, but the list that was handed in has changed, as by `pop` or `append`. How can the sizes be read and left as they are?
def count_parameters(layer_sizes):
    total = 0
    inputs = layer_sizes.pop(0)
    while layer_sizes:
        outputs = layer_sizes.pop(0)
        total += inputs * outputs + outputs
        inputs = outputs
    return total

# %% wrong="count_parameters_one_past_the_end"
# The loop asks for a layer behind the last one. How many pairs of neighbours are there among three layers?
def count_parameters(layer_sizes):
    total = 0
    for l in range(len(layer_sizes)):
        total += layer_sizes[l] * layer_sizes[l + 1] + layer_sizes[l + 1]
    return total

# %% wrong="count_parameters_first_after_last"
# The last layer is counted as if it stood before the first: an index of −1 means the last entry. At which l does the sum begin?
def count_parameters(layer_sizes):
    total = 0
    for l in range(len(layer_sizes)):
        total += layer_sizes[l] * layer_sizes[l - 1] + layer_sizes[l]
    return total
