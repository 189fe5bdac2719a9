# %% [markdown]
# Right answers, written differently. The tests must accept every one of them.

# %% right="ridge_by_more_rows"
def ridge(X, y, lam):
    d = X.shape[1]
    rows = np.vstack([X, np.sqrt(lam) * np.identity(d)])
    targets = np.concatenate([y, np.zeros(d)])
    return np.linalg.lstsq(rows, targets, rcond=None)[0]

# %% right="ridge_by_singular_values"
def ridge(X, y, lam):
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    return Vt.T @ (s / (s**2 + lam) * (U.T @ y))

# %% right="ridge_by_the_inverse"
def ridge(X, y, lam):
    A = X.T @ X
    A[np.diag_indices(len(A))] += lam
    return np.linalg.inv(A) @ X.T @ y

# %% right="ridge_by_pinv"
def ridge(X, y, lam):
    return np.linalg.pinv(X.T @ X + np.diag(np.full(X.shape[1], lam))) @ (X.T @ y)

# %% right="ridge_by_einsum_and_eigenvalues"
def ridge(X, y, lam):
    values, V = np.linalg.eigh(np.einsum("im,ik->mk", X, X))
    return V @ ((V.T @ np.einsum("im,i->m", X, y)) / (values + lam))

# %% right="ridge_through_a_column"
def ridge(X, y, lam):
    d = len(X[0])
    A = [[sum(X[:, m] * X[:, k]) + (lam if m == k else 0.0) for k in range(d)] for m in range(d)]
    c = [[sum(X[:, m] * y)] for m in range(d)]
    return np.linalg.solve(A, c).ravel()

# %% right="ridge_identity_by_a_factor"
def ridge_identity(y, lam):
    return (1 / (1 + lam)) * y

# %% right="ridge_identity_in_a_loop"
def ridge_identity(y, lam):
    w = np.zeros(len(y))
    for m in range(len(y)):
        w[m] = y[m] / (1.0 + lam)
    return w

# %% right="ridge_identity_by_ridge"
def ridge_identity(y, lam):
    return ridge(np.eye(len(y)), y, lam)

# %% right="ridge_identity_by_what_is_lost"
def ridge_identity(y, lam):
    return y - y * lam / (1 + lam)

# %% right="shrinkage_path_row_by_row"
def shrinkage_path(X, y, lams):
    rows = np.zeros((len(lams), X.shape[1]))
    for l in range(len(lams)):
        rows[l] = ridge(X, y, lams[l])
    return rows

# %% right="shrinkage_path_stacked"
def shrinkage_path(X, y, lams):
    return np.vstack([ridge(X, y, lam) for lam in lams])

# %% right="shrinkage_path_by_one_decomposition"
def shrinkage_path(X, y, lams):
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    lams = np.asarray(lams)[:, None]
    return (s * (U.T @ y) / (s**2 + lams)) @ Vt

# %% right="shrinkage_path_by_many_equations"
def shrinkage_path(X, y, lams):
    d = X.shape[1]
    A = X.T @ X + np.reshape(lams, (-1, 1, 1)) * np.eye(d)
    c = np.broadcast_to((X.T @ y)[:, None], (len(lams), d, 1))
    return np.linalg.solve(A, c)[:, :, 0]

# %% right="shrinkage_factors_by_eigenvalues"
def shrinkage_factors(X, lam):
    n, d = X.shape
    gram = X.T @ X if d <= n else X @ X.T
    values = np.linalg.eigvalsh(gram)[::-1]
    return values / (values + lam)

# %% right="shrinkage_factors_from_the_whole_decomposition"
def shrinkage_factors(X, lam):
    U, s, Vt = np.linalg.svd(X)
    return 1 - lam / (s * s + lam)

# %% right="shrinkage_factors_in_a_loop"
def shrinkage_factors(X, lam):
    factors = []
    for value in np.linalg.svd(X.T, full_matrices=False)[1]:
        factors.append(value**2 / (value**2 + lam))
    return np.array(factors)

# %% right="shrinkage_factors_sorted_afterwards"
def shrinkage_factors(X, lam):
    squares = np.linalg.svdvals(X) ** 2
    return np.sort(squares / (squares + lam))[::-1]

# %% right="effective_degrees_of_freedom_by_the_trace"
def effective_degrees_of_freedom(X, lam):
    A = X.T @ X
    return np.trace(np.linalg.solve(A + lam * np.eye(len(A)), A))

# %% right="effective_degrees_of_freedom_by_predictions"
def effective_degrees_of_freedom(X, lam):
    return sum(X[i] @ ridge(X, row, lam) for i, row in enumerate(np.eye(len(X))))

# %% right="effective_degrees_of_freedom_in_a_loop"
def effective_degrees_of_freedom(X, lam):
    df = 0.0
    for s in np.linalg.svd(X, compute_uv=False):
        df += s**2 / (s**2 + lam)
    return df

# %% right="effective_degrees_of_freedom_as_an_array"
def effective_degrees_of_freedom(X, lam):
    return np.asarray(shrinkage_factors(X, lam)).sum(keepdims=True).reshape(())

# %% right="ridge_with_intercept_by_one_system"
def ridge_with_intercept(X, y, lam):
    A = np.column_stack([X, np.ones(len(X))])
    penalty = lam * np.eye(A.shape[1])
    penalty[-1, -1] = 0.0
    both = np.linalg.solve(A.T @ A + penalty, A.T @ y)
    return both[:-1], both[-1]

# %% right="ridge_with_intercept_centring_the_features_only"
def ridge_with_intercept(X, y, lam):
    centred = X - X.mean(axis=0)
    w = ridge(centred, y, lam)
    return w, np.mean(y - X @ w)

# %% right="ridge_with_intercept_by_more_rows"
def ridge_with_intercept(X, y, lam):
    n, d = X.shape
    top = np.hstack([np.ones((n, 1)), X])
    low = np.hstack([np.zeros((d, 1)), np.sqrt(lam) * np.eye(d)])
    both = np.linalg.lstsq(np.vstack([top, low]), np.append(y, np.zeros(d)), rcond=None)[0]
    return both[1:], float(both[0])

# %% right="ridge_with_intercept_by_a_centring_matrix"
def ridge_with_intercept(X, y, lam):
    n, d = X.shape
    C = np.eye(n) - np.ones((n, n)) / n
    w = np.linalg.inv(X.T @ C @ X + lam * np.eye(d)) @ (X.T @ C @ y)
    return w, y.mean() - X.mean(0) @ w

# %% right="choose_lambda_by_the_smallest_pair"
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    scored = []
    for lam in lams:
        error = np.mean((X_val @ ridge(X_train, y_train, lam) - y_val) ** 2)
        scored.append((error, -lam))
    return -min(scored)[1]

# %% right="choose_lambda_with_less_or_equal"
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    least, best = float("inf"), None
    for lam in np.sort(lams):
        residuals = y_val - X_val @ ridge(X_train, y_train, lam)
        if residuals @ residuals <= least:
            least, best = residuals @ residuals, lam
    return best

# %% right="choose_lambda_by_the_path"
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    lams = np.array(lams, dtype=float)
    W = shrinkage_path(X_train, y_train, lams)
    errors = np.array([np.mean((X_val @ w - y_val) ** 2) for w in W])
    return lams[errors == errors.min()].max()

# %% right="choose_lambda_backwards"
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    down = sorted(lams)[::-1]
    errors = [np.square(X_val @ ridge(X_train, y_train, lam) - y_val).sum() for lam in down]
    return down[int(np.argmin(errors))]

# %% right="choose_lambda_by_sorting_on_two_keys"
def choose_lambda(X_train, y_train, X_val, y_val, lams):
    values = np.asarray(lams, dtype=float)
    W = np.array([ridge(X_train, y_train, value) for value in values])
    errors = ((W @ X_val.T - y_val) ** 2).mean(axis=1)
    return values[np.lexsort((-values, errors))[0]]
