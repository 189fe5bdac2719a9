# %% [markdown]
# Right answers, written differently. The tests must accept every one of them.

# %% right="residuals_in_loops"
def residuals(X, w, b, y):
    found = []
    for row, target in zip(X, y):
        prediction = b
        for weight, value in zip(w, row):
            prediction += weight * value
        found.append(target - prediction)
    return np.array(found)

# %% right="residuals_by_einsum"
def residuals(X, w, b, y):
    return y - b - np.einsum("ij,j->i", X, w)

# %% right="residuals_with_a_column_of_ones"
def residuals(X, w, b, y):
    A = np.column_stack([X, np.ones(len(X)), y])
    return -(A @ np.concatenate([w, [b, -1.0]]))

# %% right="residuals_by_a_helper"
def residuals(X, w, b, y):
    def predict(x):
        return np.dot(x, w) + b
    return y - np.apply_along_axis(predict, 1, X)

# %% right="rmse_by_norm"
def rmse(y, y_hat):
    return np.linalg.norm(y - y_hat) / np.sqrt(len(y))

# %% right="rmse_in_loops"
def rmse(y, y_hat):
    total = 0.0
    for a, b in zip(y, y_hat):
        total += (a - b) * (a - b)
    return (total / len(y)) ** 0.5

# %% right="rmse_by_bias_and_spread"
def rmse(y, y_hat):
    r = y_hat - y
    return np.hypot(r.mean(), r.std())

# %% right="rmse_as_an_array_without_axes"
def rmse(y, y_hat):
    r = y - y_hat
    return np.sqrt(np.asarray(r @ r / y.size))

# %% right="r_squared_by_rmse"
def r_squared(y, y_hat):
    if np.ptp(y) == 0:
        raise ValueError("constant")
    return 1 - rmse(y, y_hat) ** 2 / np.var(y)

# %% right="r_squared_in_loops"
def r_squared(y, y_hat):
    mean = sum(y) / len(y)
    left = around = 0.0
    for a, b in zip(y, y_hat):
        left += (a - b) ** 2
        around += (a - mean) ** 2
    if around == 0:
        raise ValueError("y is constant")
    return 1 - left / around

# %% right="r_squared_one_fraction"
def r_squared(y, y_hat):
    if len(set(y.tolist())) == 1:
        raise ValueError
    c, r = y - y.mean(), y - y_hat
    return (c @ c - r @ r) / (c @ c)

# %% right="r_squared_by_its_own_error"
def r_squared(y, y_hat):
    class ConstantTargetError(ValueError):
        pass
    if (y == y[0]).all():
        raise ConstantTargetError("nothing to explain")
    return np.float64(1.0) - np.mean(np.square(y_hat - y)) / np.mean(np.square(y - y.mean()))

# %% right="leverage_by_pinv"
def leverage(X):
    return np.diag(X @ np.linalg.pinv(X, rcond=1e-10))

# %% right="leverage_by_einsum"
def leverage(X):
    return np.einsum("ij,ji->i", X, np.linalg.pinv(X, rcond=1e-10))

# %% right="leverage_by_least_squares"
def leverage(X):
    n = len(X)
    found = np.zeros(n)
    for i in range(n):
        target = np.zeros(n)
        target[i] = 1.0
        found[i] = X[i] @ np.linalg.lstsq(X, target, rcond=1e-10)[0]
    return found

# %% right="leverage_in_loops"
def leverage(X):
    U, sigma, Vt = np.linalg.svd(X, full_matrices=False)
    found = [0.0] * len(X)
    for value, column in zip(sigma, U.T):
        if value <= 1e-10 * max(sigma):
            continue
        for i, entry in enumerate(column):
            found[i] += entry * entry
    return np.array(found)

# %% right="leverage_by_the_smaller_product"
def leverage(X):
    Vt = np.linalg.svd(X, full_matrices=False)
    scale = Vt[1][0] if Vt[1][0] > 0 else 1.0
    inverse = np.where(Vt[1] > 1e-10 * scale, scale / np.maximum(Vt[1], 1e-11 * scale), 0.0)
    return ((X / scale @ Vt[2].T * inverse) ** 2).sum(axis=1)

# %% right="variance_inflation_by_centred_columns"
def variance_inflation(X):
    Z = (X - X.mean(axis=0)) / X.std(axis=0)
    result = []
    for j in range(Z.shape[1]):
        rest = np.delete(Z, j, axis=1)
        fit = rest @ (np.linalg.pinv(rest, rcond=1e-10) @ Z[:, j]) if rest.size else 0 * Z[:, j]
        R2 = fit @ fit / (Z[:, j] @ Z[:, j])
        result.append(np.inf if R2 > 1 - 1e-12 else 1.0 / (1.0 - R2))
    return np.array(result)

# %% right="variance_inflation_in_loops"
def variance_inflation(X):
    n, d = X.shape
    factors = np.zeros(d)
    for j in range(d):
        A = np.ones((n, d))
        for place, k in enumerate([k for k in range(d) if k != j]):
            A[:, place] = X[:, k]
        weights, *_ = np.linalg.lstsq(A, X[:, j])
        left = sum((X[i, j] - A[i] @ weights) ** 2 for i in range(n))
        around = sum((X[i, j] - X[:, j].mean()) ** 2 for i in range(n))
        if 1 - left / around > 1 - 1e-12:
            factors[j] = float("inf")
        else:
            factors[j] = around / left
    return factors

# %% right="variance_inflation_by_leverage_of_the_targets"
def variance_inflation(X):
    n, d = X.shape
    factors = np.full(d, np.inf)
    for j in range(d):
        A = np.column_stack([np.ones(n), X[:, np.arange(d) != j]])
        U, s, _ = np.linalg.svd(A, full_matrices=False)
        U = U[:, s > 1e-10 * s[0]]
        x = X[:, j]
        r2 = r_squared(x, U @ (U.T @ x))
        if not r2 > 1 - 1e-12:
            factors[j] = 1 / (1 - r2)
    return factors

# %% right="variance_inflation_by_gram_schmidt"
def variance_inflation(X):
    found = []
    for j in range(X.shape[1]):
        basis = []
        x = X[:, j] - X[:, j].mean()
        rest = x.copy()
        for k in range(X.shape[1]):
            if k == j:
                continue
            v = X[:, k] - X[:, k].mean()
            size = np.linalg.norm(v)
            for _ in range(2):
                for q in basis:
                    v = v - (q @ v) * q
            if np.linalg.norm(v) > 1e-10 * size:
                basis.append(v / np.linalg.norm(v))
        for _ in range(2):
            for q in basis:
                rest = rest - (q @ rest) * q
        share = (rest @ rest) / (x @ x)
        found.append(np.inf if share < 1e-12 else 1 / share)
    return np.array(found)

# %% right="gradient_check_in_one_loop"
def gradient_check(f, gradient, w, eps=1e-6):
    g = gradient(w)
    worst = 0.0
    for j in range(w.size):
        up, down = w.copy(), w.copy()
        up[j] += eps
        down[j] -= eps
        slope = (f(up) - f(down)) / (2 * eps)
        worst = max(worst, abs(g[j] - slope) / max(1e-12, abs(g[j]) + abs(slope)))
    return worst

# %% right="gradient_check_by_the_identity"
def gradient_check(f, gradient, w, eps=1e-6):
    slopes = np.array([f(w + e) - f(w - e) for e in eps * np.eye(len(w))]) / (2 * eps)
    g = np.asarray(gradient(w))
    return np.max(np.abs(g - slopes) / np.maximum(1e-12, np.abs(g) + np.abs(slopes)))

# %% right="gradient_check_in_a_copy"
def gradient_check(f, gradient, w, eps=1e-6):
    v = np.array(w, dtype=float)
    slopes = np.empty_like(v)
    for j, kept in enumerate(w):
        v[j] = kept + eps
        above = f(v.copy())
        v[j] = kept - eps
        slopes[j] = (above - f(v.copy())) / (2 * eps)
        v[j] = kept
    g = gradient(v)
    ratios = [abs(a - b) / max(1e-12, abs(a) + abs(b)) for a, b in zip(g, slopes)]
    return max(ratios)

# %% right="gradient_check_by_halves"
def gradient_check(f, gradient, w, eps=1e-6):
    d = len(w)
    steps = eps * np.eye(d)
    measured = [0.5 * f(w + steps[j]) / eps - 0.5 * f(w - steps[j]) / eps for j in range(d)]
    g = gradient(w)
    return float(max(np.abs(g - measured) / (np.abs(g) + np.abs(measured) + 1e-12)))

# %% right="diagnose_by_residuals"
def diagnose(X_train, y_train, X_test, y_test, w, b):
    def error(X, y):
        return np.sqrt(np.mean(residuals(X, w, b, y) ** 2))
    return dict(
        max_leverage=leverage(X_train).max(),
        condition_number=condition_number(X_train),
        train_rmse=error(X_train, y_train),
        test_rmse=error(X_test, y_test),
    )

# %% right="diagnose_step_by_step"
def diagnose(X_train, y_train, X_test, y_test, w, b):
    report = {}
    for name, X, y in [("train", X_train, y_train), ("test", X_test, y_test)]:
        report[name + "_rmse"] = rmse(y, np.dot(X, w) + b)
    report["condition_number"] = condition_number(X_train)
    report["max_leverage"] = max(leverage(X_train))
    return report

# %% right="diagnose_all_by_itself"
def diagnose(X_train, y_train, X_test, y_test, w, b):
    U, s, _ = np.linalg.svd(X_train, full_matrices=False)
    n, d = X_train.shape
    full = n >= d and s[-1] > 1e-12 * s[0]
    return {
        "train_rmse": np.linalg.norm(y_train - X_train @ w - b) / np.sqrt(n),
        "test_rmse": np.linalg.norm(y_test - X_test @ w - b) / np.sqrt(len(y_test)),
        "condition_number": s[0] / s[-1] if full else np.inf,
        "max_leverage": np.sum(U[:, s > 1e-10 * s[0]] ** 2, axis=1).max(),
    }

# %% right="clinic_from_pairs"
clinic = dict(zip("ABCD", ["outlier", "scaling", "collinearity", "leakage"]))

# %% right="clinic_filled_in_one_by_one"
clinic = {}
clinic["D"] = "leakage"
clinic["C"] = "collinearity"
clinic["B"] = "scaling"
clinic["A"] = "outlier"

# %% right="clinic_by_names"
clinic = dict(C="collinearity", A="outlier", D="leakage", B="scaling")
