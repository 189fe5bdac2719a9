# %% [markdown]
# Right answers, written differently. The tests must accept every one of them.

# %% right="forward_pass_row_by_row"
def forward_pass(params, X):
    A, P = [], []
    for x in X:
        a = sigmoid(params["W1"] @ x + params["b1"])
        A.append(a)
        P.append(softmax(params["W2"] @ a + params["b2"]))
    return np.array(A), np.array(P)

# %% right="forward_pass_in_loops"
def forward_pass(params, X):
    W1, b1, W2, b2 = (params[name] for name in ("W1", "b1", "W2", "b2"))
    n, h, k = len(X), len(b1), len(b2)
    A, P = np.zeros((n, h)), np.zeros((n, k))
    for i in range(n):
        for m in range(h):
            A[i, m] = sigmoid(sum(W1[m, r] * X[i, r] for r in range(X.shape[1])) + b1[m])
        scores = [sum(W2[j, m] * A[i, m] for m in range(h)) + b2[j] for j in range(k)]
        top = max(scores)
        powers = [np.exp(score - top) for score in scores]
        P[i] = [power / sum(powers) for power in powers]
    return A, P

# %% right="forward_pass_by_einsum"
def forward_pass(params, X):
    A = sigmoid(np.einsum("ir,mr->im", X, params["W1"]) + params["b1"])
    return A, softmax(np.einsum("im,jm->ij", A, params["W2"]) + params["b2"][None, :])

# %% right="forward_pass_turned_back"
def forward_pass(params, X):
    A = sigmoid(params["W1"] @ X.T + params["b1"][:, None])
    Z = params["W2"] @ A + params["b2"][:, None]
    return A.T, softmax(Z.T)

# %% right="forward_pass_with_the_biases_as_weights"
def forward_pass(params, X):
    ones = np.ones((len(X), 1))
    first = np.column_stack([params["W1"], params["b1"]])
    second = np.column_stack([params["W2"], params["b2"]])
    A = sigmoid(np.hstack([X, ones]) @ first.T)
    return A, softmax(np.hstack([A, ones]) @ second.T)

# %% right="loss_in_loops"
def loss(params, X, Y):
    _, P = forward_pass(params, X)
    total = 0.0
    for y, p in zip(Y, P):
        for j in range(len(y)):
            total -= y[j] * np.log(max(p[j], 1e-12))
    return total / len(Y)

# %% right="loss_of_the_true_class_only"
def loss(params, X, Y):
    P = forward_pass(params, X)[1]
    true = P[np.arange(len(Y)), Y.argmax(axis=1)]
    return np.mean(-np.log(np.clip(true, 1e-12, None)))

# %% right="loss_by_einsum"
def loss(params, X, Y):
    P = np.clip(forward_pass(params, X)[1], 1e-12, 1.0)
    return np.asarray(-np.einsum("ij,ij->", Y, np.log(P)) / Y.shape[0])

# %% right="loss_clipped_on_both_sides"
def loss(params, X, Y):
    P = np.clip(forward_pass(params, X)[1], 1e-12, 1 - 1e-12)
    return -np.mean(np.log((P * Y).sum(axis=1)))

# %% right="loss_from_scores"
def loss(params, X, Y):
    A, _ = forward_pass(params, X)
    Z = A @ params["W2"].T + params["b2"]
    log_P = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    return float(-np.mean(np.sum(Y * np.maximum(log_P, np.log(1e-12)), axis=1)))

# %% right="backward_pass_example_by_example"
def backward_pass(params, X, Y):
    A, P = forward_pass(params, X)
    gradients = {name: np.zeros(params[name].shape) for name in params}
    for x, y, a, p in zip(X, Y, A, P):
        delta2 = p - y
        delta1 = params["W2"].T @ delta2 * a * (1 - a)
        gradients["W1"] += np.outer(delta1, x)
        gradients["b1"] += delta1
        gradients["W2"] += np.outer(delta2, a)
        gradients["b2"] += delta2
    return {name: gradients[name] / len(X) for name in gradients}

# %% right="backward_pass_by_einsum"
def backward_pass(params, X, Y):
    n = X.shape[0]
    A, P = forward_pass(params, X)
    E = P - Y
    D = np.einsum("ij,jm,im,im->im", E, params["W2"], A, 1 - A)
    return dict(
        b2=np.einsum("ij->j", E) / n,
        W2=np.einsum("ij,im->jm", E, A) / n,
        b1=np.einsum("im->m", D) / n,
        W1=np.einsum("im,ir->mr", D, X) / n,
    )

# %% right="backward_pass_of_columns"
def backward_pass(params, X, Y):
    A, P = (part.T for part in forward_pass(params, X))
    E = P.copy()
    E -= Y.T
    D = params["W2"].T @ E
    D *= A - A**2
    n = X.shape[0]
    return {"W1": D @ X / n, "b1": np.mean(D, axis=1), "W2": E @ A.T / n, "b2": np.mean(E, axis=1)}

# %% right="backward_pass_with_the_biases_as_weights"
def backward_pass(params, X, Y):
    ones = np.ones((len(X), 1))
    A, P = forward_pass(params, X)
    P[np.arange(len(X)), np.argmax(Y, axis=1)] -= 1
    D2 = P / len(X)
    D1 = D2 @ params["W2"] * (A - A * A)
    second = D2.T @ np.hstack([A, ones])
    first = D1.T @ np.hstack([X, ones])
    return {"W1": first[:, :-1], "b1": first[:, -1], "W2": second[:, :-1], "b2": second[:, -1]}

# %% right="training_step_written_out"
def training_step(params, X, Y, lr):
    g = backward_pass(params, X, Y)
    W1 = params["W1"] - lr * g["W1"]
    b1 = params["b1"] - lr * g["b1"]
    W2 = params["W2"] - lr * g["W2"]
    b2 = params["b2"] - lr * g["b2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}, loss(params, X, Y)

# %% right="training_step_on_a_deep_copy"
def training_step(params, X, Y, lr):
    new = {name: array.copy() for name, array in params.items()}
    for name, slope in backward_pass(params, X, Y).items():
        new[name] -= lr * slope
    return new, loss(params, X, Y)

# %% right="training_step_backwards_through_the_names"
def training_step(params, X, Y, lr):
    value, slopes, new = loss(params, X, Y), backward_pass(params, X, Y), {}
    for name in sorted(params, reverse=True):
        new[name] = np.add(params[name], np.multiply(-lr, slopes[name]))
    return (new, np.float64(value))

# %% right="training_step_of_its_own"
def training_step(params, X, Y, lr):
    A = sigmoid(X @ params["W1"].T + params["b1"])
    P = softmax(A @ params["W2"].T + params["b2"])
    before = -np.mean(np.log(np.maximum(P[Y == 1], 1e-12)))
    E = (P - Y) / len(X)
    D = E @ params["W2"] * A * (1 - A)
    slopes = [D.T @ X, D.sum(axis=0), E.T @ A, E.sum(axis=0)]
    names = ["W1", "b1", "W2", "b2"]
    return {name: params[name] - lr * slope for name, slope in zip(names, slopes)}, before

# %% right="next_word_for_one_vector"
def next_word(params, word_vector):
    a = sigmoid(params["W1"] @ word_vector + params["b1"])
    return np.argmax(params["W2"] @ a + params["b2"])

# %% right="next_word_in_a_loop"
def next_word(params, word_vector):
    p = forward_pass(params, np.array([word_vector]))[1].ravel()
    best = 0
    for j in range(len(p)):
        if p[j] > p[best]:
            best = j
    return best

# %% right="next_word_by_lookup"
def next_word(params, word_vector):
    a = sigmoid(params["W1"][:, np.argmax(word_vector)] + params["b1"])
    p = softmax(params["W2"] @ a + params["b2"])
    return list(p).index(max(p))

# %% right="next_word_by_sorting"
def next_word(params, word_vector):
    P = forward_pass(params, word_vector.reshape(1, -1))[1]
    return np.argsort(P, axis=1)[0, -1]
