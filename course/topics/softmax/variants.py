# %% [markdown]
# Right answers, written differently. The tests must accept every one of them.

# %% right="softmax_in_loops"
def softmax(Z):
    Z = np.asarray(Z, dtype=float)
    if Z.ndim == 2:
        return np.array([softmax(row) for row in Z])
    top = max(Z)
    exponentials = [np.exp(score - top) for score in Z]
    return np.array([value / sum(exponentials) for value in exponentials])

# %% right="softmax_by_log_sum_exp"
def softmax(Z):
    top = np.max(Z, axis=-1, keepdims=True)
    sums = np.exp(Z - top).sum(axis=-1, keepdims=True)
    return np.exp(Z - top - np.log(sums))

# %% right="softmax_transposed"
def softmax(Z):
    columns = np.asarray(Z).T
    E = np.exp(columns - columns.max(axis=0))
    return np.ascontiguousarray((E / E.sum(axis=0)).T)

# %% right="softmax_by_differences"
def softmax(Z):
    with np.errstate(over="ignore"):
        return 1.0 / np.exp(Z[..., None, :] - Z[..., :, None]).sum(axis=-1)

# %% right="log_softmax_by_logaddexp"
def log_softmax(Z):
    return Z - np.logaddexp.reduce(Z, axis=-1, keepdims=True)

# %% right="log_softmax_in_loops"
def log_softmax(Z):
    result = np.array(Z, dtype=float)
    for row in result.reshape(-1, result.shape[-1]):
        top = row.max()
        row -= top + np.log(sum(np.exp(score - top) for score in row))
    return result

# %% right="log_softmax_one_line"
def log_softmax(Z):
    m = Z.max(-1)[..., None]
    return Z - m - np.log(np.einsum("...j->...", np.exp(Z - m)))[..., None]

# %% right="one_hot_from_the_identity"
def one_hot(labels, k):
    return np.eye(k)[labels]

# %% right="one_hot_by_comparison"
def one_hot(labels, k):
    return (np.arange(k) == np.asarray(labels)[:, None]).astype(float)

# %% right="one_hot_in_loops"
def one_hot(labels, k):
    Y = np.zeros((len(labels), k))
    for i, label in enumerate(labels):
        Y[i, label] = 1
    return Y

# %% right="cross_entropy_of_the_right_class_only"
def cross_entropy(Y, P):
    right = P[np.arange(len(Y)), Y.argmax(axis=1)]
    return np.mean(-np.log(np.clip(right, 1e-12, None)))

# %% right="cross_entropy_in_loops"
def cross_entropy(Y, P):
    loss = 0.0
    for y, p in zip(Y, P):
        for j in range(len(y)):
            loss -= y[j] * np.log(max(p[j], 1e-12))
    return loss / len(Y)

# %% right="cross_entropy_by_einsum"
def cross_entropy(Y, P):
    log_P = np.log(np.clip(P, 1e-12, 1.0))
    return -np.einsum("ij,ij->", Y, log_P) / Y.shape[0]

# %% right="softmax_cross_entropy_in_loops"
def softmax_cross_entropy(Z, labels):
    charges = []
    for row, label in zip(Z, labels):
        top = np.max(row)
        charges.append(top + np.log(np.sum(np.exp(row - top))) - row[label])
    return sum(charges) / len(charges)

# %% right="softmax_cross_entropy_by_logaddexp"
def softmax_cross_entropy(Z, labels):
    right = np.take_along_axis(Z, labels[:, None], axis=1)[:, 0]
    return np.mean(np.logaddexp.reduce(Z, axis=1) - right)

# %% right="softmax_cross_entropy_by_one_hot"
def softmax_cross_entropy(Z, labels):
    Y = one_hot(labels, Z.shape[1])
    return float(-(Y * log_softmax(Z)).sum() / len(Z))

# %% right="softmax_gradient_by_indices"
def softmax_gradient(Z, Y):
    G = softmax(Z)
    G[np.arange(len(Z)), Y.argmax(axis=1)] -= 1
    return G / len(Z)

# %% right="softmax_gradient_in_loops"
def softmax_gradient(Z, Y):
    n, k = Z.shape
    G = np.empty((n, k))
    for i in range(n):
        p = softmax(Z[i])
        for j in range(k):
            G[i, j] = (p[j] - Y[i, j]) / n
    return G

# %% right="softmax_gradient_from_log_softmax"
def softmax_gradient(Z, Y):
    return np.exp(log_softmax(Z)) / len(Z) - Y / len(Z)

# %% right="cross_entropy_clipped_on_both_sides"
def cross_entropy(Y, P):
    kept = np.clip(P, 1e-12, 1.0 - 1e-12)
    return np.mean([-np.log(p[y == 1.0]).sum() for y, p in zip(Y, kept)])
