# %% [markdown]
# Right answers, written differently. The tests must accept every one of them.

# %% right="forward_in_loops"
def forward(params, x):
    activations = x
    layers = []
    for W, b in ((params["W1"], params["b1"]), (params["W2"], params["b2"])):
        scores = []
        for row, bias in zip(W, b):
            scores.append(sum(weight * a for weight, a in zip(row, activations)) + bias)
        activations = np.array([1.0 / (1.0 + np.exp(-z)) for z in scores])
        layers.append(activations)
    return tuple(layers)

# %% right="forward_by_einsum"
def forward(params, x):
    h = sigmoid(np.einsum("jm,m->j", params["W1"], x) + params["b1"])
    return h, sigmoid(np.einsum("rj,j->r", params["W2"], h) + params["b2"])

# %% right="forward_with_the_bias_as_a_weight"
def forward(params, x):
    first = np.column_stack([params["W1"], params["b1"]])
    second = np.column_stack([params["W2"], params["b2"]])
    h = sigmoid(first @ np.append(x, 1.0))
    o = sigmoid(second @ np.append(h, 1.0))
    return h, o

# %% right="forward_by_tanh"
def forward(params, x):
    h = (1.0 + np.tanh((x @ params["W1"].T + params["b1"]) / 2.0)) / 2.0
    o = (1.0 + np.tanh((h @ params["W2"].T + params["b2"]) / 2.0)) / 2.0
    return h, o

# %% right="forward_as_columns"
def forward(params, x):
    column = x.reshape(-1, 1)
    h = sigmoid(params["W1"].dot(column) + params["b1"].reshape(-1, 1))
    o = sigmoid(params["W2"].dot(h) + params["b2"].reshape(-1, 1))
    return h.ravel(), o.ravel()

# %% right="total_error_in_a_loop"
def total_error(output, target):
    error = 0.0
    for o, t in zip(output, target):
        error += 0.5 * (t - o) ** 2
    return error

# %% right="total_error_by_a_dot_product"
def total_error(output, target):
    gap = output - target
    return gap @ gap / 2

# %% right="total_error_by_the_norm"
def total_error(output, target):
    return np.linalg.norm(target - output) ** 2 / 2

# %% right="total_error_as_an_array"
def total_error(output, target):
    return np.asarray(np.einsum("r,r->", target - output, target - output) * 0.5)

# %% right="total_error_of_halves"
def total_error(output, target):
    return sum([(t - o) ** 2 / 2 for t, o in zip(target, output)])

# %% right="output_delta_in_a_loop"
def output_delta(output, target):
    delta = np.zeros(len(output))
    for r in range(len(output)):
        delta[r] = (output[r] - target[r]) * output[r] * (1 - output[r])
    return delta

# %% right="output_delta_with_two_minus_signs"
def output_delta(output, target):
    return -(target - output) * output * (1 - output)

# %% right="output_delta_multiplied_out"
def output_delta(output, target):
    return (output - target) * (output - output ** 2)

# %% right="output_delta_with_a_matrix_of_slopes"
def output_delta(output, target):
    return np.diag(output * (1 - output)) @ (output - target)

# %% right="hidden_delta_in_loops"
def hidden_delta(W2, delta_out, h):
    k, units = W2.shape
    delta = np.empty(units)
    for j in range(units):
        blame = 0.0
        for r in range(k):
            blame += W2[r, j] * delta_out[r]
        delta[j] = blame * h[j] * (1 - h[j])
    return delta

# %% right="hidden_delta_vector_first"
def hidden_delta(W2, delta_out, h):
    return delta_out @ W2 * (h - h ** 2)

# %% right="hidden_delta_by_einsum"
def hidden_delta(W2, delta_out, h):
    return np.einsum("rj,r,j->j", W2, delta_out, h * (1 - h))

# %% right="hidden_delta_by_rows"
def hidden_delta(W2, delta_out, h):
    return sum(weights * delta for weights, delta in zip(W2, delta_out)) * h * (1 - h)

# %% right="hidden_delta_by_broadcasting"
def hidden_delta(W2, delta_out, h):
    return np.sum(W2 * delta_out[:, None] * (h * (1 - h))[None, :], axis=0)

# %% right="gradients_by_broadcasting"
def gradients(params, x, target):
    h, o = forward(params, x)
    out = output_delta(o, target)
    hidden = hidden_delta(params["W2"], out, h)
    return dict(b2=out, W2=out[:, None] * h, b1=hidden, W1=hidden[:, None] * x)

# %% right="gradients_in_loops"
def gradients(params, x, target):
    h, o = forward(params, x)
    result = {name: np.zeros_like(array) for name, array in params.items()}
    for r in range(len(o)):
        delta = (o[r] - target[r]) * o[r] * (1 - o[r])
        result["b2"][r] = delta
        for j in range(len(h)):
            result["W2"][r, j] = delta * h[j]
            back = delta * params["W2"][r, j] * h[j] * (1 - h[j])
            result["b1"][j] += back
            for m in range(len(x)):
                result["W1"][j, m] += back * x[m]
    return result

# %% right="gradients_by_matrices"
def gradients(params, x, target):
    h, o = forward(params, x)
    d2 = np.diag(o * (1 - o)) @ (o - target).reshape(-1, 1)
    d1 = np.diag(h * (1 - h)) @ params["W2"].T @ d2
    return {"W1": d1 @ x.reshape(1, -1), "b1": d1[:, 0], "W2": d2 @ h.reshape(1, -1), "b2": d2[:, 0]}

# %% right="gradients_with_the_bias_as_a_weight"
def gradients(params, x, target):
    h, o = forward(params, x)
    delta = (o - target) * o * (1 - o)
    second = np.einsum("r,j->rj", delta, np.append(h, 1.0))
    delta = delta @ params["W2"] * h * (1 - h)
    first = np.einsum("j,m->jm", delta, np.append(x, 1.0))
    return {"W1": first[:, :-1], "b1": first[:, -1], "W2": second[:, :-1], "b2": second[:, -1]}

# %% right="train_step_written_out"
def train_step(params, x, target, lr, update_biases=False):
    slopes = gradients(params, x, target)
    W1 = params["W1"] - lr * slopes["W1"]
    W2 = params["W2"] - lr * slopes["W2"]
    b1, b2 = params["b1"], params["b2"]
    if update_biases:
        b1 = b1 - lr * slopes["b1"]
        b2 = b2 - lr * slopes["b2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}

# %% right="train_step_on_a_copy"
def train_step(params, x, target, lr, update_biases=False):
    new = {name: array.copy() for name, array in params.items()}
    for name, slope in gradients(params, x, target).items():
        if update_biases or name.startswith("W"):
            new[name] -= lr * slope
    return new

# %% right="train_step_with_a_rate_for_each_parameter"
def train_step(params, x, target, lr, update_biases=False):
    rates = {"W1": lr, "W2": lr, "b1": lr * update_biases, "b2": lr * update_biases}
    slopes = gradients(params, x, target)
    return {name: params[name] - rates[name] * slopes[name] for name in params}

# %% right="train_step_backwards_by_itself"
def train_step(params, x, target, lr, update_biases=False):
    h, o = forward(params, x)
    d2 = output_delta(o, target)
    d1 = hidden_delta(params["W2"], d2, h)
    new = dict(params)
    new["W2"] = params["W2"] - lr * d2[:, None] * h
    new["W1"] = params["W1"] - lr * d1[:, None] * x
    if update_biases:
        new.update(b1=params["b1"] - lr * d1, b2=params["b2"] - lr * d2)
    return new

# %% right="train_filled_in"
def train(params, x, target, lr, steps):
    errors = np.zeros(steps + 1)
    for step in range(steps + 1):
        if step > 0:
            params = train_step(params, x, target, lr)
        h, o = forward(params, x)
        errors[step] = total_error(o, target)
    return params, errors

# %% right="train_on_a_copy"
def train(params, x, target, lr, steps):
    new = {name: array.copy() for name, array in params.items()}
    errors = []
    for _ in range(steps):
        h, o = forward(new, x)
        errors.append(0.5 * np.sum((target - o) ** 2))
        slopes = gradients(new, x, target)
        new["W1"] -= lr * slopes["W1"]
        new["W2"] -= lr * slopes["W2"]
    errors.append(total_error(forward(new, x)[1], target))
    return new, np.asarray(errors)

# %% right="train_visits_all_first"
def train(params, x, target, lr, steps):
    visited = [params]
    while len(visited) <= steps:
        visited.append(train_step(visited[-1], x, target, lr, update_biases=False))
    return visited[-1], np.array([total_error(forward(each, x)[1], target) for each in visited])

# %% right="train_grows_an_array"
def train(params, x, target, lr, steps):
    errors = np.array([])
    left = steps
    while True:
        errors = np.append(errors, total_error(forward(params, x)[1], target))
        if left == 0:
            return params, errors
        params, left = train_step(params, x, target, lr), left - 1
