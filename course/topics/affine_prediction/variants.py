# %% [markdown]
# Right answers, written differently. The tests must accept every one of them.

# %% right="predict_one_in_a_loop"
def predict_one(w, x, b):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    return z

# %% right="predict_one_by_sum"
def predict_one(w, x, b):
    return np.sum(np.multiply(w, x)) + b

# %% right="predict_one_by_einsum"
def predict_one(w, x, b):
    return np.asarray(np.einsum("m,m->", w, x) + b)

# %% right="predict_one_with_the_bias_as_a_weight"
def predict_one(w, x, b):
    return np.dot(np.append(w, b), np.append(x, 1.0))

# %% right="predict_one_from_the_last_feature"
def predict_one(w, x, b):
    if len(w) == 0:
        return float(b)
    return predict_one(w[:-1], x[:-1], b + w[-1] * x[-1])

# %% right="affine_row_by_row"
def affine(W, x, b):
    return np.array([predict_one(row, x, bias) for row, bias in zip(W, b)])

# %% right="affine_in_loops"
def affine(W, x, b):
    k, d = W.shape
    z = np.zeros(k)
    for j in range(k):
        for m in range(d):
            z[j] += W[j, m] * x[m]
        z[j] += b[j]
    return z

# %% right="affine_by_einsum"
def affine(W, x, b):
    return np.einsum("jm,m->j", W, x) + b

# %% right="affine_by_products"
def affine(W, x, b):
    return (W * x).sum(axis=1) + b

# %% right="affine_transposed"
def affine(W, x, b):
    return x @ W.T + b

# %% right="affine_by_columns"
def affine(W, x, b):
    z = b.copy()
    for m, feature in enumerate(x):
        z += feature * W[:, m]
    return z

# %% right="affine_through_a_column"
def affine(W, x, b):
    return (W @ x.reshape(-1, 1) + b.reshape(-1, 1)).ravel()

# %% right="affine_batch_row_by_row"
def affine_batch(X, W, b):
    return np.array([affine(W, x, b) for x in X])

# %% right="affine_batch_in_loops"
def affine_batch(X, W, b):
    Z = np.empty((X.shape[0], W.shape[0]))
    for i, x in enumerate(X):
        for j, row in enumerate(W):
            Z[i, j] = sum(x[m] * row[m] for m in range(len(x))) + b[j]
    return Z

# %% right="affine_batch_by_einsum"
def affine_batch(X, W, b):
    return np.einsum("im,jm->ij", X, W) + b[None, :]

# %% right="affine_batch_turned_back"
def affine_batch(X, W, b):
    return (W @ X.T + b[:, None]).T

# %% right="affine_batch_by_broadcasting"
def affine_batch(X, W, b):
    return np.sum(X[:, None, :] * W[None, :, :], axis=2) + b

# %% right="affine_batch_with_the_bias_as_a_weight"
def affine_batch(X, W, b):
    return np.hstack([X, np.ones((len(X), 1))]) @ np.hstack([W, b[:, None]]).T

# %% right="affine_batch_column_by_column"
def affine_batch(X, W, b):
    return np.stack([X @ W[j] + b[j] for j in range(len(b))], axis=1)

# %% right="affine_batch_by_tensordot"
def affine_batch(X, W, b):
    Z = np.tensordot(X, W, axes=(1, 1))
    Z += b
    return Z

# %% right="append_ones_by_hstack"
def append_ones(X):
    return np.hstack([X, np.ones((X.shape[0], 1))])

# %% right="append_ones_filled_in"
def append_ones(X):
    A = np.ones((X.shape[0], X.shape[1] + 1))
    A[:, :-1] = X
    return A

# %% right="append_ones_by_padding"
def append_ones(X):
    return np.pad(X, ((0, 0), (0, 1)), constant_values=1)

# %% right="append_ones_by_insertion"
def append_ones(X):
    return np.insert(X, X.shape[1], 1, axis=1)

# %% right="append_ones_row_by_row"
def append_ones(X):
    return np.array([list(row) + [1] for row in X])

# %% right="append_ones_with_an_axis"
def append_ones(X):
    return np.append(X, np.ones((len(X), 1), dtype=int), axis=1)

# %% right="append_ones_transposed"
def append_ones(X):
    return np.vstack([X.T, np.ones(len(X))]).T

# %% right="count_parameters_by_index"
def count_parameters(layer_sizes):
    total = 0
    for l in range(1, len(layer_sizes)):
        total += layer_sizes[l] * (layer_sizes[l - 1] + 1)
    return total

# %% right="count_parameters_by_a_dot_product"
def count_parameters(layer_sizes):
    sizes = np.array(layer_sizes)
    return sizes[1:] @ (sizes[:-1] + 1)

# %% right="count_parameters_of_arrays"
def count_parameters(layer_sizes):
    arrays = []
    for inputs, outputs in zip(layer_sizes, layer_sizes[1:]):
        arrays += [np.zeros((outputs, inputs)), np.zeros(outputs)]
    return sum(array.size for array in arrays)

# %% right="count_parameters_layer_after_layer"
def count_parameters(layer_sizes):
    if len(layer_sizes) < 2:
        return 0
    inputs, outputs, *later = layer_sizes
    return outputs * inputs + outputs + count_parameters([outputs, *later])

# %% right="count_parameters_weights_then_biases"
def count_parameters(layer_sizes):
    weights = np.sum(np.multiply(layer_sizes[1:], layer_sizes[:-1]))
    return np.asarray(weights + sum(layer_sizes[1:]))
