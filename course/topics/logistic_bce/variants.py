# %% [markdown]
# Right answers, written differently. The tests must accept every one of them.

# %% right="sigmoid_by_masks"
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    p = np.empty(z.shape)
    up = z >= 0
    p[up] = 1 / (1 + np.exp(-z[up]))
    grown = np.exp(z[~up])
    p[~up] = grown / (1 + grown)
    return p

# %% right="sigmoid_in_a_loop"
def sigmoid(z):
    p = np.zeros(np.shape(z))
    for place, score in np.ndenumerate(z):
        if score >= 0:
            p[place] = 1 / (1 + np.exp(-score))
        else:
            p[place] = np.exp(score) / (1 + np.exp(score))
    return p

# %% right="sigmoid_by_logaddexp"
def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))

# %% right="sigmoid_of_limited_scores"
def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -709, 709)))

# %% right="sigmoid_with_the_overflow_allowed"
def sigmoid(z):
    with np.errstate(over="ignore"):
        return 1.0 / (1.0 + np.exp(-z))

# %% right="sigmoid_of_two_safe_exponentials"
def sigmoid(z):
    return np.exp(np.minimum(z, 0)) / (np.exp(np.minimum(z, 0)) + np.exp(-np.maximum(z, 0)))

# %% right="sigmoid_number_by_number"
def sigmoid(z):
    def one(score):
        small = np.e ** -abs(score)
        return 1 / (1 + small) if score > 0 else small / (1 + small)
    return np.vectorize(one, otypes=[float])(z)

# %% right="binary_cross_entropy_in_a_loop"
def binary_cross_entropy(y, p):
    total = 0.0
    for answer, said in zip(y, p):
        said = min(max(said, 1e-12), 1 - 1e-12)
        total -= np.log(said) if answer == 1 else np.log(1 - said)
    return total / len(y)

# %% right="binary_cross_entropy_of_what_is_true"
def binary_cross_entropy(y, p):
    truth = np.where(y == 1, p, 1 - p)
    return -np.log(np.clip(truth, 1e-12, 1 - 1e-12)).mean()

# %% right="binary_cross_entropy_by_products"
def binary_cross_entropy(y, p):
    p = np.minimum(np.maximum(p, 1e-12), 1 - 1e-12)
    return -(y @ np.log(p) + (1 - y) @ np.log1p(-p)) / y.size

# %% right="binary_cross_entropy_in_two_groups"
def binary_cross_entropy(y, p):
    q = p.copy()
    q[q < 1e-12] = 1e-12
    q[q > 1 - 1e-12] = 1 - 1e-12
    charges = np.concatenate([np.log(q[y == 1]), np.log(1 - q[y == 0])])
    return np.asarray(-np.sum(charges) / len(p))

# %% right="binary_cross_entropy_in_one_logarithm"
def binary_cross_entropy(y, p):
    q = np.clip(p, 1e-12, 1 - 1e-12)
    return np.mean(np.log(1 / (y * q + (1 - y) * (1 - q))))

# %% right="bce_with_logits_by_log1p"
def bce_with_logits(y, z):
    return np.mean(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z))))

# %% right="bce_with_logits_in_a_loop"
def bce_with_logits(y, z):
    total = 0.0
    for answer, score in zip(y, z):
        against = -score if answer == 1 else score
        if against > 0:
            total += against + np.log(1 + np.exp(-against))
        else:
            total += np.log(1 + np.exp(against))
    return total / len(y)

# %% right="bce_with_logits_by_signs"
def bce_with_logits(y, z):
    return np.logaddexp(0, (1 - 2 * y) * z).mean()

# %% right="bce_with_logits_of_both_terms"
def bce_with_logits(y, z):
    log_p = -np.logaddexp(0, -z)
    log_q = -np.logaddexp(0, z)
    return -np.mean(y * log_p + (1 - y) * log_q)

# %% right="bce_with_logits_by_log_sum_exp"
def bce_with_logits(y, z):
    table = np.stack([np.zeros_like(z), z], axis=1)
    top = table.max(axis=1)
    log_sums = top + np.log(np.exp(table - top[:, None]).sum(axis=1))
    return float(np.sum(log_sums - y * z) / len(z))

# %% right="logistic_gradient_in_loops"
def logistic_gradient(X, w, b, y):
    n, d = X.shape
    grad_w, grad_b = np.zeros(d), 0.0
    for i in range(n):
        gap = sigmoid(np.array(X[i] @ w + b)) - y[i]
        grad_w += gap * X[i] / n
        grad_b += gap / n
    return grad_w, grad_b

# %% right="logistic_gradient_by_einsum"
def logistic_gradient(X, w, b, y):
    gaps = (sigmoid(np.einsum("im,m->i", X, w) + b) - y) / X.shape[0]
    return np.einsum("i,im->m", gaps, X), gaps.sum()

# %% right="logistic_gradient_with_the_bias_as_a_weight"
def logistic_gradient(X, w, b, y):
    A = np.column_stack([X, np.ones(len(X))])
    both = (sigmoid(A @ np.append(w, b)) - y) @ A / len(A)
    return both[:-1], both[-1]

# %% right="logistic_gradient_by_means"
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w + b) - y
    return np.mean(X * gaps[:, None], axis=0), np.mean(gaps)

# %% right="logistic_gradient_with_its_own_sigmoid"
def logistic_gradient(X, w, b, y):
    gaps = np.exp(-np.logaddexp(0, -(X.dot(w) + b))) - y
    return [X.T.dot(gaps) / len(gaps), np.asarray(gaps.sum() / len(gaps))]

# %% right="fit_logistic_in_arrays"
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = np.empty(steps + 1)
    for step in range(steps):
        losses[step] = bce_with_logits(y, X @ w + b)
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w -= lr * grad_w
        b -= lr * grad_b
    losses[steps] = bce_with_logits(y, X @ w + b)
    return w, b, losses

# %% right="fit_logistic_with_the_bias_as_a_weight"
def fit_logistic(X, y, lr, steps):
    A = np.column_stack([X, np.ones(len(X))])
    v = np.zeros(A.shape[1])
    losses = []
    while True:
        losses.append(np.mean(np.logaddexp(0, A @ v) - y * (A @ v)))
        if len(losses) == steps + 1:
            return v[:-1], v[-1], np.array(losses)
        v = v - lr * A.T @ (sigmoid(A @ v) - y) / len(y)

# %% right="fit_logistic_recursively"
def fit_logistic(X, y, lr, steps):
    if steps == 0:
        return np.zeros(X.shape[1]), 0.0, np.array([np.log(2.0)])
    w, b, losses = fit_logistic(X, y, lr, steps - 1)
    slopes, slope = logistic_gradient(X, w, b, y)
    w, b = w - lr * slopes, b - lr * slope
    return w, b, np.append(losses, bce_with_logits(y, X @ w + b))

# %% right="fit_logistic_replayed_for_the_losses"
def fit_logistic(X, y, lr, steps):
    visited = [(np.zeros(X.shape[1]), np.asarray(0.0))]
    for _ in range(steps):
        w, b = visited[-1]
        gaps = sigmoid(X @ w + b) - y
        visited.append((w - lr * np.mean(gaps[:, None] * X, axis=0), b - lr * gaps.mean()))
    losses = np.array([bce_with_logits(y, X @ w + b) for w, b in visited])
    return (*visited[-1], losses)

# %% right="predict_label_by_where"
def predict_label(X, w, b, threshold=0.5):
    return np.where(sigmoid(X @ w + b) >= threshold, 1, 0)

# %% right="predict_label_in_a_loop"
def predict_label(X, w, b, threshold=0.5):
    labels = np.zeros(len(X), dtype=int)
    for i, p in enumerate(sigmoid(X @ w + b)):
        if p >= threshold:
            labels[i] = 1
    return labels

# %% right="predict_label_by_scores"
def predict_label(X, w, b, threshold=0.5):
    least = np.log(threshold / (1 - threshold))
    return np.array([int(x @ w + b >= least) for x in X])

# %% right="predict_label_in_small_integers"
def predict_label(X, w, b, threshold=0.5):
    return 1 - np.less(sigmoid(np.dot(X, w) + b), threshold).astype(np.int8)

# %% right="predict_label_by_the_score_of_the_threshold"
def predict_label(X, w, b, threshold=0.5):
    with np.errstate(divide="ignore"):
        return (X @ w + b >= np.log(threshold) - np.log1p(-threshold)).astype(np.int8)

# %% right="binary_cross_entropy_clips_inside_the_logarithms"
def binary_cross_entropy(y, p):
    yes = np.log(np.maximum(p, 1e-12))
    no = np.log(np.maximum(1 - p, 1e-12))
    return -(np.where(y == 1, yes, no)).mean()
