# %% [markdown]
# Right answers, written differently. The tests must accept every one of them.

# %% right="fit_standardizer_where_std_is_zero"
def fit_standardizer(X_train):
    mean = X_train.mean(axis=0)
    std = X_train.std(axis=0)
    std[std == 0] = 1.0
    return mean, std

# %% right="fit_standardizer_in_loops"
def fit_standardizer(X_train):
    n, d = X_train.shape
    mean, std = np.zeros(d), np.zeros(d)
    for j in range(d):
        for i in range(n):
            mean[j] += X_train[i, j] / n
        for i in range(n):
            std[j] += (X_train[i, j] - mean[j]) ** 2
        std[j] = (std[j] / n) ** 0.5
        if all(X_train[i, j] == X_train[0, j] for i in range(n)):
            std[j] = 1
    return mean, std

# %% right="fit_standardizer_feature_by_feature"
def fit_standardizer(X_train):
    means, stds = [], []
    for feature in X_train.T:
        means.append(np.mean(feature))
        stds.append(np.std(feature) if len(set(feature)) > 1 else 1)
    return np.array(means), np.array(stds, dtype=float)

# %% right="fit_standardizer_by_the_formula"
def fit_standardizer(X_train):
    n = len(X_train)
    mean = np.sum(X_train, axis=0) / n
    deviations = X_train - mean
    std = np.sqrt(np.einsum("ij,ij->j", deviations, deviations) / n)
    return mean, std + (std == 0)

# %% right="fit_standardizer_by_norms"
def fit_standardizer(X_train):
    mean = np.full(len(X_train), 1 / len(X_train)) @ X_train
    std = np.linalg.norm(X_train - mean, axis=0) / np.sqrt(len(X_train))
    std[np.ptp(X_train, axis=0) == 0] = 1
    return mean, std

# %% right="fit_standardizer_of_the_transpose"
def fit_standardizer(X_train):
    columns = np.transpose(X_train)
    std = np.sqrt(np.var(columns, axis=1))
    return [np.mean(columns, axis=1), np.where(std > 0, std, 1)]

# %% right="standardize_in_loops"
def standardize(X, mean, std):
    X_std = np.empty(X.shape)
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            X_std[i, j] = (X[i, j] - mean[j]) / std[j]
    return X_std

# %% right="standardize_column_by_column"
def standardize(X, mean, std):
    columns = [(X[:, j] - mean[j]) / std[j] for j in range(X.shape[1])]
    return np.column_stack(columns)

# %% right="standardize_of_a_copy"
def standardize(X, mean, std):
    X_std = X.copy()
    X_std -= mean
    X_std /= std
    return X_std

# %% right="standardize_by_a_diagonal_matrix"
def standardize(X, mean, std):
    return (X - mean) @ np.diag(1 / std)

# %% right="standardize_of_the_transpose"
def standardize(X, mean, std):
    return ((X.T - mean[:, None]) / std[:, None]).T

# %% right="standardize_row_by_row"
def standardize(X, mean, std):
    return np.array([(x - mean) / std for x in X])

# %% right="standardize_split_in_loops"
def standardize_split(X_train, X_test):
    X_train_std, X_test_std = np.zeros(X_train.shape), np.zeros(X_test.shape)
    for j in range(X_train.shape[1]):
        feature = X_train[:, j]
        spread = np.sqrt(np.mean((feature - np.mean(feature)) ** 2))
        if spread == 0:
            spread = 1.0
        X_train_std[:, j] = (feature - np.mean(feature)) / spread
        X_test_std[:, j] = (X_test[:, j] - np.mean(feature)) / spread
    return X_train_std, X_test_std

# %% right="standardize_split_with_a_star"
def standardize_split(X_train, X_test):
    statistics = fit_standardizer(X_train)
    return tuple(standardize(X, *statistics) for X in (X_train, X_test))

# %% right="standardize_split_stacked_after_measuring"
def standardize_split(X_train, X_test):
    mean, std = fit_standardizer(X_train)
    both = standardize(np.vstack([X_train, X_test]), mean, std)
    return both[:len(X_train)], both[len(X_train):]

# %% right="standardize_split_without_helpers"
def standardize_split(X_train, X_test):
    mean = X_train.mean(axis=0)
    std = X_train.std(axis=0)
    std = np.where(std == 0, 1, std)
    return (X_train - mean) / std, (X_test - mean) / std

# %% right="condition_number_by_norms"
def condition_number(X):
    if X.shape[0] < X.shape[1]:
        return float("inf")
    largest, smallest = np.linalg.norm(X, 2), np.linalg.norm(X, -2)
    return largest / smallest if smallest > 1e-12 * largest else float("inf")

# %% right="condition_number_checked"
def condition_number(X):
    n, d = np.shape(X)
    if n < d or np.linalg.matrix_rank(X, rtol=1e-12) < d:
        return np.inf
    return np.linalg.cond(X)

# %% right="condition_number_by_cond_and_a_limit"
def condition_number(X):
    if len(X) < len(X[0]) or not np.any(X):
        return np.inf
    kappa = np.linalg.cond(X)
    return np.asarray(kappa if kappa < 1e12 else np.inf)

# %% right="condition_number_padded_with_zeros"
def condition_number(X):
    n, d = X.shape
    values = np.zeros(d)
    found = np.linalg.svd(X)[1]
    values[:len(found)] = found
    smallest, largest = values.min(), values.max()
    if smallest <= 1e-12 * largest:
        return np.inf
    return largest / smallest

# %% right="condition_number_by_the_inverse"
def condition_number(X):
    if X.shape[0] < X.shape[1] or np.linalg.matrix_rank(X) < X.shape[1]:
        return np.inf
    kappa = np.linalg.norm(X, 2) * np.linalg.norm(np.linalg.pinv(X), 2)
    return np.inf if kappa >= 1e12 else float(kappa)

# %% right="condition_number_of_the_triangle"
def condition_number(X):
    if X.shape[0] < X.shape[1]:
        return np.inf
    R = np.linalg.qr(X, mode="r")
    values = np.linalg.svd(R, compute_uv=False)
    return np.inf if values[-1] <= values[0] * 1e-12 else values[0] / values[-1]

# %% right="unstandardize_weights_in_a_loop"
def unstandardize_weights(w, b, mean, std):
    weights, bias = np.zeros(len(w)), b
    for j in range(len(w)):
        weights[j] = w[j] / std[j]
        bias = bias - weights[j] * mean[j]
    return weights, bias

# %% right="unstandardize_weights_by_sums"
def unstandardize_weights(w, b, mean, std):
    return w / std, b - np.sum(w * mean / std)

# %% right="unstandardize_weights_by_predicting_zero"
def unstandardize_weights(w, b, mean, std):
    at_zero = (np.zeros(len(w)) - mean) / std
    return w / std, np.asarray(w @ at_zero + b)

# %% right="unstandardize_weights_by_a_diagonal_matrix"
def unstandardize_weights(w, b, mean, std):
    w_raw = np.linalg.solve(np.diag(std), w)
    return w_raw, b - np.dot(mean, w_raw)

# %% right="unstandardize_weights_by_standardizing"
def unstandardize_weights(w, b, mean, std):
    d = len(w)
    origin = standardize(np.zeros((1, d)), mean, std)[0]
    ahead = standardize(np.eye(d), mean, std)
    return (ahead - origin) @ w, w @ origin + b
