# %% [markdown]
# Right answers, written differently. The tests must accept every one of them.

# %% right="squared_loss_in_loops"
def squared_loss(X, w, y):
    loss = 0.0
    for row, target in zip(X, y):
        predicted = 0.0
        for feature, weight in zip(row, w):
            predicted += feature * weight
        loss += 0.5 * (predicted - target) ** 2
    return loss

# %% right="squared_loss_by_the_norm"
def squared_loss(X, w, y):
    return 0.5 * np.linalg.norm(y - X @ w) ** 2

# %% right="squared_loss_by_einsum"
def squared_loss(X, w, y):
    errors = np.einsum("im,m->i", X, w) - y
    return np.asarray(np.einsum("i,i->", errors, errors) / 2)

# %% right="squared_loss_multiplied_out"
def squared_loss(X, w, y):
    return float((w @ X.T @ X @ w - 2 * (y @ X @ w) + y @ y) / 2)

# %% right="squared_loss_in_columns"
def squared_loss(X, w, y):
    column = X @ w.reshape(-1, 1) - y.reshape(-1, 1)
    return (column.T @ column)[0, 0] / 2

# %% right="squared_loss_gradient_in_loops"
def squared_loss_gradient(X, w, y):
    n, d = X.shape
    gradient = np.zeros(d)
    for i in range(n):
        error = -y[i]
        for m in range(d):
            error += X[i, m] * w[m]
        for m in range(d):
            gradient[m] += error * X[i, m]
    return gradient

# %% right="squared_loss_gradient_errors_first"
def squared_loss_gradient(X, w, y):
    return (X @ w - y) @ X

# %% right="squared_loss_gradient_by_sums"
def squared_loss_gradient(X, w, y):
    return np.sum(X * (X @ w - y)[:, None], axis=0)

# %% right="squared_loss_gradient_multiplied_out"
def squared_loss_gradient(X, w, y):
    return X.T @ X @ w - X.T @ y

# %% right="squared_loss_gradient_by_einsum"
def squared_loss_gradient(X, w, y):
    return np.einsum("im,i->m", X, np.einsum("ij,j->i", X, w) - y)

# %% right="squared_loss_gradient_through_columns"
def squared_loss_gradient(X, w, y):
    errors = X @ w.reshape(-1, 1) - y.reshape(-1, 1)
    return (X.T @ errors).ravel()

# %% right="numerical_gradient_with_copies"
def numerical_gradient(f, w, eps=1e-6):
    slopes = []
    for m in range(len(w)):
        up, down = w.copy(), w.copy()
        up[m] += eps
        down[m] -= eps
        slopes.append((f(up) - f(down)) / (2 * eps))
    return np.array(slopes)

# %% right="numerical_gradient_by_the_identity"
def numerical_gradient(f, w, eps=1e-6):
    return np.array([f(w + row) - f(w - row) for row in eps * np.eye(w.size)]) / eps / 2

# %% right="numerical_gradient_on_its_own_copy"
def numerical_gradient(f, w, eps=1e-6):
    place = np.array(w, dtype=float)
    g = np.empty_like(place)
    for m, value in enumerate(w):
        place[m] = value + eps
        above = f(place)
        place[m] = value - eps
        g[m] = (above - f(place)) / (eps + eps)
        place[m] = value
    return g

# %% right="numerical_gradient_as_the_mean_of_two_sides"
def numerical_gradient(f, w, eps=1e-6):
    g = np.zeros(w.shape)
    here = f(w)
    for m in range(w.shape[0]):
        u = (np.arange(w.shape[0]) == m) * 1.0
        g[m] = 0.5 * ((f(w + eps * u) - here) / eps + (here - f(w - eps * u)) / eps)
    return g

# %% right="gradient_step_in_a_loop"
def gradient_step(w, gradient, lr):
    new = np.zeros(len(w))
    for m in range(len(w)):
        new[m] = w[m] - lr * gradient[m]
    return new

# %% right="gradient_step_on_a_copy"
def gradient_step(w, gradient, lr):
    new = w.copy()
    new -= gradient * lr
    return new

# %% right="gradient_step_plus_minus"
def gradient_step(w, gradient, lr):
    return np.add(w, np.negative(lr) * gradient)

# %% right="gradient_step_as_a_product"
def gradient_step(w, gradient, lr):
    return np.stack([w, gradient], axis=1) @ np.array([1.0, -lr])

# %% right="gradient_descent_filled_in"
def gradient_descent(X, y, w0, lr, steps):
    path = np.zeros((steps + 1, len(w0)))
    path[0] = w0
    for t in range(steps):
        path[t + 1] = path[t] - lr * X.T @ (X @ path[t] - y)
    return path

# %% right="gradient_descent_with_a_moving_copy"
def gradient_descent(X, y, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = [w.copy()]
    while len(path) <= steps:
        w -= lr * squared_loss_gradient(X, w, y)
        path.append(w.copy())
    return np.stack(path)

# %% right="gradient_descent_by_one_matrix"
def gradient_descent(X, y, w0, lr, steps):
    matrix, constant = np.eye(X.shape[1]) - lr * X.T @ X, lr * X.T @ y
    path = w0[None, :]
    for _ in range(steps):
        path = np.vstack([path, matrix @ path[-1] + constant])
    return path

# %% right="gradient_descent_calling_itself"
def gradient_descent(X, y, w0, lr, steps):
    if steps == 0:
        return np.array([w0])
    before = gradient_descent(X, y, w0, lr, min(steps - 1, 40)) if steps <= 40 else None
    if before is None:
        before = gradient_descent(X, y, w0, lr, 40)
        return np.vstack([before[:-1], gradient_descent(X, y, before[-1], lr, steps - 40)])
    return np.vstack([before, gradient_step(before[-1], X.T @ (X @ before[-1] - y), lr)])

# %% right="gradient_descent_in_singular_directions"
def gradient_descent(X, y, w0, lr, steps):
    values, V = np.linalg.eigh(X.T @ X)
    a, b = V.T @ w0, V.T @ (X.T @ y)
    path = [a]
    for _ in range(steps):
        path.append((1 - lr * values) * path[-1] + lr * b)
    return np.array(path) @ V.T

# %% right="least_squares_by_the_pseudoinverse"
def least_squares(X, y):
    return np.linalg.pinv(X, rcond=1e-10) @ y

# %% right="least_squares_by_singular_values"
def least_squares(X, y):
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    kept = s > 1e-10 * s.max()
    return Vt[kept].T @ ((U[:, kept].T @ y) / s[kept])

# %% right="least_squares_direction_by_direction"
def least_squares(X, y):
    U, s, Vt = np.linalg.svd(X)
    w = np.zeros(X.shape[1])
    for r in range(len(s)):
        if s[r] > 1e-10 * s[0]:
            w += (U[:, r] @ y) / s[r] * Vt[r]
    return w

# %% right="least_squares_of_a_column"
def least_squares(X, y):
    w, *_ = np.linalg.lstsq(X, y.reshape(-1, 1), rcond=1e-10)
    return w[:, 0]

# %% right="least_squares_by_two_solves"
def least_squares(X, y):
    rank = np.linalg.matrix_rank(X, rtol=1e-10)
    if rank == X.shape[1]:
        Q, R = np.linalg.qr(X)
        return np.linalg.solve(R, Q.T @ y)
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    return Vt[:rank].T @ np.diag(1 / s[:rank]) @ U[:, :rank].T @ y

# %% right="least_squares_inverts_what_counts"
def least_squares(X, y):
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    w = np.zeros(X.shape[1])
    for j in range(len(s)):
        if s[j] > 1e-10 * s[0]:
            w = w + (U[:, j] @ y / s[j]) * Vt[j]
    return w
