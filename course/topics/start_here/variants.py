# %% [markdown]
# Right answers, written differently. The tests must accept every one of them.

# %% right="total_in_a_loop"
def total(x):
    s = 0.0
    for v in x:
        s += v
    return s

# %% right="total_by_index"
def total(x):
    so_far = 0
    i = 0
    while i < len(x):
        so_far = so_far + x[i]
        i = i + 1
    return so_far

# %% right="total_by_the_builtin"
def total(x):
    return sum(x)

# %% right="total_by_a_method"
def total(x):
    return x.sum()

# %% right="total_as_a_dot_product"
def total(x):
    return x @ np.ones(len(x))

# %% right="total_by_halves"
def total(x):
    if len(x) < 2:
        return x[0] if len(x) else 0.0
    middle = len(x) // 2
    return total(x[:middle]) + total(x[middle:])

# %% right="total_exactly_rounded"
def total(x):
    import math

    return math.fsum(x)

# %% right="total_as_an_array_of_no_dimension"
def total(x):
    return np.array(np.einsum("i->", x))

# %% right="total_from_the_last_running_sum"
def total(x):
    return np.cumsum(np.append(0.0, x))[-1]

# %% right="total_in_a_copy"
def total(x):
    rest = list(x)
    s = 0.0
    while rest:
        s += rest.pop()
    return s
