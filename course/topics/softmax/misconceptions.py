# %% [markdown]
# Wrong answers that people give, one to a cell: first the message, then the code as it would stand in the answer.
# A `probe` is a further visible call that tells two of them apart.

# %% wrong="softmax_over_the_first_axis"
# For a batch, your sums run down the columns, over the examples. Which axis holds the scores of one example?
def softmax(Z):
    E = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return E / np.sum(E, axis=0, keepdims=True)

# %% wrong="softmax_without_shift"
# For moderate scores this is right. For large ones the exponential overflows. What may be added to a whole row without changing the result?
def softmax(Z):
    E = np.exp(Z)
    return E / np.sum(E, axis=-1, keepdims=True)

# %% wrong="softmax_over_everything"
# For a batch, all entries together sum to 1. Each row should sum to 1 by itself.
def softmax(Z):
    E = np.exp(Z - np.max(Z))
    return E / np.sum(E)

# %% wrong="softmax_without_exponential"
# The scores are divided by their sum, without the exponential. What would a negative score become?
def softmax(Z):
    return Z / np.sum(Z, axis=-1, keepdims=True)

# %% wrong="softmax_shift_of_the_whole_batch"
# One shift serves the whole batch, so a row far below the largest score underflows to 0 / 0. Which maximum belongs to a row?
def softmax(Z):
    E = np.exp(Z - np.max(Z))
    return E / np.sum(E, axis=-1, keepdims=True)

# %% probe="softmax_rows_far_apart"
softmax(np.array([[1000.0, 999.0], [0.0, 0.0]]))

# %% wrong="softmax_of_negative_scores"
# The largest score got the smallest probability. Look at the sign inside the exponential.
def softmax(Z):
    E = np.exp(np.min(Z, axis=-1, keepdims=True) - Z)
    return E / np.sum(E, axis=-1, keepdims=True)

# %% wrong="softmax_shifts_in_place"
# The probabilities are right, but the scores that were handed in have changed. Does the shift make a new array?
def softmax(Z):
    Z -= np.max(Z, axis=-1, keepdims=True)
    E = np.exp(Z)
    return E / np.sum(E, axis=-1, keepdims=True)

# %% wrong="softmax_of_exponentials_only"
# The exponentials are there, but they do not sum to 1. What are they to be divided by?
def softmax(Z):
    return np.exp(Z - np.max(Z, axis=-1, keepdims=True))

# %% wrong="softmax_of_the_worked_example"
# Whatever the scores are, these are the probabilities of the worked example, made from `z`. What is the argument called here?
def softmax(Z):
    E = np.exp(z)
    return E / E.sum()

# %% wrong="softmax_over_everything_without_shift"
# This is the worked example, where one sum was enough. In a batch each row has a sum of its own, and large scores overflow: two things to mend.
def softmax(Z):
    E = np.exp(Z)
    return E / E.sum()

# %% wrong="softmax_over_the_first_axis_without_shift"
# For a batch, your sums run down the columns, over the examples; and large scores overflow. Begin with the axis: which one holds the scores of one example?
def softmax(Z):
    E = np.exp(Z)
    return E / E.sum(axis=0)

# %% wrong="softmax_along_axis_one"
# A batch has an axis 1, a single vector has not. How can the last axis be named, however many there are?
def softmax(Z):
    E = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    return E / np.sum(E, axis=1, keepdims=True)

# %% wrong="softmax_along_axis_one_without_shift"
# A batch has an axis 1, a single vector has not. How can the last axis be named? And what do large scores do to the exponential?
def softmax(Z):
    E = np.exp(Z)
    return E / np.sum(E, axis=1, keepdims=True)

# %% wrong="softmax_without_keepdims"
# One vector is right, a batch is not: the maximum and the sum have lost their last axis, and no longer stand beside their rows. What keeps it?
def softmax(Z):
    E = np.exp(Z - np.max(Z, axis=-1))
    return E / np.sum(E, axis=-1)

# %% wrong="softmax_sum_without_keepdims"
# One vector is right, a batch is not: the sum has lost its last axis, and no longer stands beside its row. What keeps it?
def softmax(Z):
    E = np.exp(Z - np.max(Z, axis=-1, keepdims=True))
    return E / np.sum(E, axis=-1)

# %% wrong="softmax_without_shift_and_keepdims"
# Moderate scores of one vector are right. In a batch the sum has lost its last axis, and large scores overflow: two things to mend.
def softmax(Z):
    E = np.exp(Z)
    return E / np.sum(E, axis=-1)

# %% wrong="log_softmax_of_rounded_probabilities"
# A probability that rounds to 0 has the logarithm −inf. Take the logarithm of the formula by hand before you compute.
def log_softmax(Z):
    E = np.exp(Z - np.max(Z, axis=-1, keepdims=True))
    return np.log(E / np.sum(E, axis=-1, keepdims=True))

# %% wrong="log_softmax_without_shift"
# The formula is right, but the sum of exponentials overflows for large scores. The shift that helped the softmax helps here, too.
def log_softmax(Z):
    return Z - np.log(np.sum(np.exp(Z), axis=-1, keepdims=True))

# %% probe="log_softmax_large_scores"
log_softmax(np.array([1000.0, 999.0]))

# %% wrong="log_softmax_clipped"
# A clip, or a small number added, keeps the logarithm finite, but then no class can be less likely than that. Scores far apart need no clip if no probability is formed.
def log_softmax(Z):
    E = np.exp(Z - np.max(Z, axis=-1, keepdims=True))
    return np.log(np.maximum(E / np.sum(E, axis=-1, keepdims=True), 1e-12))

# %% wrong="log_softmax_over_the_first_axis"
# For a batch, the sum runs over the examples. Which axis holds the scores of one example?
def log_softmax(Z):
    S = Z - np.max(Z, axis=0, keepdims=True)
    return S - np.log(np.sum(np.exp(S), axis=0, keepdims=True))

# %% wrong="log_softmax_is_softmax"
# These are the probabilities themselves. Their logarithms are asked for.
def log_softmax(Z):
    return softmax(Z)

# %% wrong="log_softmax_forgets_the_shift"
# The sum is taken of shifted exponentials and the scores are not shifted. Both need the same shift, or it does not cancel.
def log_softmax(Z):
    shift = np.max(Z, axis=-1, keepdims=True)
    return Z - np.log(np.sum(np.exp(Z - shift), axis=-1, keepdims=True))

# %% wrong="log_softmax_log_of_scores"
# The logarithm is taken of the scores and then of their sum. Where did the exponentials go?
def log_softmax(Z):
    return np.log(Z) - np.log(np.sum(Z, axis=-1, keepdims=True))

# %% wrong="log_softmax_shift_of_the_whole_batch"
# One shift serves the whole batch, so in a row far below the largest score every exponential is 0. Which maximum belongs to a row?
def log_softmax(Z):
    S = Z - np.max(Z)
    return S - np.log(np.sum(np.exp(S), axis=-1, keepdims=True))

# %% probe="log_softmax_rows_far_apart"
log_softmax(np.array([[1000.0, 999.0], [0.0, 0.0]]))

# %% wrong="log_softmax_over_everything"
# For a batch, one sum runs over all entries. Each row has a sum of its own.
def log_softmax(Z):
    S = Z - np.max(Z)
    return S - np.log(np.sum(np.exp(S)))

# %% wrong="log_softmax_over_everything_without_shift"
# For a batch, one sum runs over all entries, and large scores overflow: two things to mend. Which scores share a sum?
def log_softmax(Z):
    return Z - np.log(np.sum(np.exp(Z)))

# %% wrong="log_softmax_along_axis_one"
# A batch has an axis 1, a single vector has not. How can the last axis be named, however many there are?
def log_softmax(Z):
    S = Z - np.max(Z, axis=1, keepdims=True)
    return S - np.log(np.sum(np.exp(S), axis=1, keepdims=True))

# %% wrong="log_softmax_without_keepdims"
# One vector is right, a batch is not: the maximum and the sum have lost their last axis, and no longer stand beside their rows. What keeps it?
def log_softmax(Z):
    S = Z - np.max(Z, axis=-1)
    return S - np.log(np.sum(np.exp(S), axis=-1))

# %% wrong="log_softmax_negated"
# The sign is turned round. A probability is at most 1: can its logarithm be above 0?
def log_softmax(Z):
    S = Z - np.max(Z, axis=-1, keepdims=True)
    return np.log(np.sum(np.exp(S), axis=-1, keepdims=True)) - S

# %% wrong="log_softmax_without_logarithm"
# The sum of the exponentials is subtracted as it is. What stands before the sum in the formula?
def log_softmax(Z):
    S = Z - np.max(Z, axis=-1, keepdims=True)
    return S - np.sum(np.exp(S), axis=-1, keepdims=True)

# %% wrong="log_softmax_shifts_in_place"
# The result is right, but the scores that were handed in have changed. Does the shift make a new array?
def log_softmax(Z):
    Z -= np.max(Z, axis=-1, keepdims=True)
    return Z - np.log(np.sum(np.exp(Z), axis=-1, keepdims=True))

# %% wrong="one_hot_of_booleans"
# The places are right, but the entries are True and False. Probabilities are floats; which dtype should the targets have?
def one_hot(labels, k):
    return np.asarray(labels)[:, None] == np.arange(k)

# %% wrong="one_hot_of_integers"
# The places are right, but the entries are integers. Probabilities are floats; which dtype should the targets have?
def one_hot(labels, k):
    return np.eye(k, dtype=int)[labels]

# %% wrong="one_hot_counts_from_one"
# Each 1 stands one column too far to the left. The first class is 0, not 1.
def one_hot(labels, k):
    return np.eye(k)[np.asarray(labels) - 1]

# %% wrong="one_hot_guesses_k"
# There are as many columns as the largest label needs. A class may be missing from a batch: k says how many there are.
def one_hot(labels, k):
    return np.eye(np.max(labels) + 1)[labels]

# %% wrong="one_hot_transposed"
# The classes run down the rows. A row is an example: the shape is (n, k).
def one_hot(labels, k):
    return np.eye(k)[labels].T

# %% wrong="one_hot_sets_whole_columns"
# Indexing with a slice and the labels sets every row of those columns. Each label belongs to one row only.
def one_hot(labels, k):
    Y = np.zeros((len(labels), k))
    Y[:, labels] = 1.0
    return Y

# %% wrong="one_hot_sets_whole_rows"
# The labels choose rows here, and every entry of those rows is set. Which index of Y is the example, and which is the label?
def one_hot(labels, k):
    Y = np.zeros((len(labels), k))
    Y[labels] = 1.0
    return Y

# %% wrong="one_hot_writes_the_label"
# The places are right, but the label itself is written there. Which number marks the right class?
def one_hot(labels, k):
    Y = np.zeros((len(labels), k))
    for i, label in enumerate(labels):
        Y[i, label] = label
    return Y

# %% wrong="cross_entropy_sum_over_examples"
# The charges of all examples are added up. The loss is their mean.
def cross_entropy(Y, P):
    return float(-np.sum(Y * np.log(np.maximum(P, 1e-12))))

# %% wrong="cross_entropy_mean_over_all_entries"
# The mean runs over all n·k entries. Sum over the classes, then take the mean over the examples.
def cross_entropy(Y, P):
    return float(-np.mean(Y * np.log(np.maximum(P, 1e-12))))

# %% wrong="cross_entropy_without_sign"
# The loss is negative. A probability below 1 has a negative logarithm; which sign makes it a charge?
def cross_entropy(Y, P):
    return float(np.mean(np.sum(Y * np.log(np.maximum(P, 1e-12)), axis=1)))

# %% wrong="cross_entropy_without_clip"
# Where the right class has probability 0 the loss is not finite. What does the formula say about clipping?
def cross_entropy(Y, P):
    return float(-np.mean(np.sum(Y * np.log(P), axis=1)))

# %% wrong="cross_entropy_arguments_swapped"
# The logarithm is taken of the targets. Whose logarithm does the formula take, and who picks the class?
def cross_entropy(Y, P):
    return float(-np.mean(np.sum(P * np.log(np.maximum(Y, 1e-12)), axis=1)))

# %% wrong="cross_entropy_in_bits"
# This is the logarithm to base 2. The formula uses the natural one.
def cross_entropy(Y, P):
    return float(-np.mean(np.sum(Y * np.log2(np.maximum(P, 1e-12)), axis=1)))

# %% wrong="cross_entropy_clip_added"
# A small number is added to P before the logarithm. That shifts every probability a little: clip instead, so that only tiny ones change.
def cross_entropy(Y, P):
    return float(-np.mean(np.sum(Y * np.log(P + 1e-3), axis=1)))

# %% wrong="cross_entropy_of_both_classes"
# The other classes are charged as well, by log(1 − P). That is the binary loss; here the softmax ties the classes together already.
def cross_entropy(Y, P):
    Q = np.clip(P, 1e-12, 1 - 1e-12)
    charges = Y * np.log(Q) + (1 - Y) * np.log(1 - Q)
    return float(-np.mean(np.sum(charges, axis=1)))

# %% wrong="cross_entropy_charge_for_each_example"
# There is one charge for each example. The loss is a single number: their mean.
def cross_entropy(Y, P):
    return -np.sum(Y * np.log(np.maximum(P, 1e-12)), axis=1)

# %% wrong="cross_entropy_clips_in_place"
# The loss is right, but the probabilities that were handed in have changed. Clip into a new array.
def cross_entropy(Y, P):
    P[P < 1e-12] = 1e-12
    return float(-np.mean(np.sum(Y * np.log(P), axis=1)))

# %% wrong="cross_entropy_clip_amount_added"
# The clip's 1e-12 is added to every probability. At 0 that is the same as a clip, and a little above 0 it is not: which ones should stay as they are?
def cross_entropy(Y, P):
    return float(-np.mean(np.sum(Y * np.log(P + 1e-12), axis=1)))

# %% probe="cross_entropy_of_a_small_probability"
cross_entropy(np.array([[1.0, 0.0]]), np.array([[1e-9, 1.0 - 1e-9]]))

# %% wrong="cross_entropy_sum_over_examples_without_clip"
# The charges of all examples are added up, where the loss is their mean. And what does a probability of 0 cost?
def cross_entropy(Y, P):
    return float(-np.sum(Y * np.log(P)))

# %% wrong="cross_entropy_mean_over_all_entries_without_clip"
# The mean runs over all n·k entries, where there is one charge for each example. And what does a probability of 0 cost?
def cross_entropy(Y, P):
    return float(-np.mean(Y * np.log(P)))

# %% wrong="softmax_cross_entropy_through_clipped_probabilities"
# A clip, of the probabilities or of their logarithms, puts a ceiling on the loss. Which of your functions never needs one?
def softmax_cross_entropy(Z, labels):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = np.maximum(E / E.sum(axis=1, keepdims=True), 1e-12)
    return float(-np.mean(np.log(P[np.arange(len(labels)), labels])))

# %% wrong="softmax_cross_entropy_sum_over_examples"
# The charges of all examples are added up. The loss is their mean.
def softmax_cross_entropy(Z, labels):
    return float(-np.sum(log_softmax(Z)[np.arange(len(labels)), labels]))

# %% wrong="softmax_cross_entropy_whole_columns"
# A slice with the labels takes those columns from every row. Only the entry of its own label belongs to a row.
def softmax_cross_entropy(Z, labels):
    return float(-np.mean(log_softmax(Z)[:, labels]))

# %% wrong="softmax_cross_entropy_without_sign"
# The loss is negative. A log-probability is never above 0; which sign makes it a charge?
def softmax_cross_entropy(Z, labels):
    return float(np.mean(log_softmax(Z)[np.arange(len(labels)), labels]))

# %% wrong="softmax_cross_entropy_of_scores"
# The scores of the right classes are used as they are. They become log-probabilities only once the whole row has its say.
def softmax_cross_entropy(Z, labels):
    return float(-np.mean(Z[np.arange(len(labels)), labels]))

# %% wrong="softmax_cross_entropy_of_probabilities"
# The probability of the right class is averaged as it is. What is charged for a probability?
def softmax_cross_entropy(Z, labels):
    return float(-np.mean(softmax(Z)[np.arange(len(labels)), labels]))

# %% wrong="softmax_cross_entropy_mean_over_all_entries"
# The mean runs over all n·k entries. There is one charge for each example: divide by n.
def softmax_cross_entropy(Z, labels):
    log_P = log_softmax(Z)
    return float(-np.sum(log_P[np.arange(len(labels)), labels]) / Z.size)

# %% wrong="softmax_cross_entropy_log_of_probabilities"
# The probabilities are formed first, and one that rounds to 0 has the logarithm −inf. Which of your functions goes straight to the logarithms?
def softmax_cross_entropy(Z, labels):
    P = softmax(Z)
    return float(-np.mean(np.log(P[np.arange(len(labels)), labels])))

# %% wrong="softmax_cross_entropy_charge_for_each_example"
# There is one charge for each example. The loss is a single number: their mean.
def softmax_cross_entropy(Z, labels):
    return -log_softmax(Z)[np.arange(len(labels)), labels]

# %% wrong="softmax_gradient_sign"
# The sign is turned round. Where the prediction is too high, should the gradient be positive or negative?
def softmax_gradient(Z, Y):
    return (Y - softmax(Z)) / Z.shape[0]

# %% wrong="softmax_gradient_of_the_sum"
# This is the gradient of the sum over examples. The loss is a mean: what is missing?
def softmax_gradient(Z, Y):
    return softmax(Z) - Y

# %% wrong="softmax_gradient_divided_by_k"
# You divided by the number of classes. The mean runs over the examples.
def softmax_gradient(Z, Y):
    return (softmax(Z) - Y) / Z.shape[1]

# %% wrong="softmax_gradient_divided_by_all_entries"
# You divided by the number of entries, n·k. The mean runs over the n examples only.
def softmax_gradient(Z, Y):
    return (softmax(Z) - Y) / Z.size

# %% wrong="softmax_gradient_of_scores"
# The scores stand where the probabilities belong. What turns the one into the other?
def softmax_gradient(Z, Y):
    return (Z - Y) / Z.shape[0]

# %% wrong="softmax_gradient_with_sigmoid_slope"
# The factor P·(1 − P) is there once more. In this derivative it has cancelled already.
def softmax_gradient(Z, Y):
    P = softmax(Z)
    return (P - Y) * P * (1 - P) / Z.shape[0]

# %% wrong="softmax_gradient_of_log_probabilities"
# The logarithms of the probabilities stand where the probabilities belong. Which of your functions gives the probabilities themselves?
def softmax_gradient(Z, Y):
    return (log_softmax(Z) - Y) / Z.shape[0]

# %% wrong="softmax_gradient_mean_over_examples"
# One row comes back, the mean over the examples. Every score has a slope of its own: what shape has the gradient?
def softmax_gradient(Z, Y):
    return np.mean(softmax(Z) - Y, axis=0)

# %% wrong="softmax_cross_entropy_without_shift"
# For moderate scores this is right. For large ones the exponentials overflow, even where the right class is certain. Which of your functions takes care of that?
def softmax_cross_entropy(Z, labels):
    return float(np.mean(np.log(np.sum(np.exp(Z), axis=1)) - Z[np.arange(len(labels)), labels]))

# %% probe="softmax_cross_entropy_of_a_certain_class"
softmax_cross_entropy(np.array([[1000.0, 0.0]]), np.array([0]))

# %% wrong="softmax_cross_entropy_divided_by_k"
# You divided by the number of classes. The mean runs over the examples.
def softmax_cross_entropy(Z, labels):
    return float(-np.sum(log_softmax(Z)[np.arange(len(labels)), labels]) / Z.shape[1])

# %% wrong="softmax_of_clipped_scores"
# The scores are cut off before the exponential. Nothing overflows, but large scores become equal: what changes them all and no probability?
def softmax(Z):
    E = np.exp(np.clip(Z, -500.0, 500.0))
    return E / np.sum(E, axis=-1, keepdims=True)

# %% wrong="softmax_shifted_by_another_number"
# There is a shift, but not by the largest score of the row, so what is left can still be large. Which shift leaves nothing above 0?
def softmax(Z):
    E = np.exp(Z - np.mean(Z, axis=-1, keepdims=True))
    return E / np.sum(E, axis=-1, keepdims=True)

# %% probe="softmax_of_one_score_far_above"
softmax(np.array([1000.0, -1000.0, -1000.0]))

# %% wrong="softmax_always_of_a_batch"
# One vector of scores comes back as a batch of one. The result has the shape of the scores.
def softmax(Z):
    Z = np.atleast_2d(Z)
    E = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    return E / np.sum(E, axis=1, keepdims=True)

# %% wrong="log_softmax_always_of_a_batch"
# One vector of scores comes back as a batch of one. The result has the shape of the scores.
def log_softmax(Z):
    Z = np.atleast_2d(Z)
    S = Z - np.max(Z, axis=1, keepdims=True)
    return S - np.log(np.sum(np.exp(S), axis=1, keepdims=True))

# %% wrong="log_softmax_sum_without_keepdims"
# One vector is right, a batch is not: the sum has lost its last axis, and no longer stands beside its row. What keeps it?
def log_softmax(Z):
    S = Z - np.max(Z, axis=-1, keepdims=True)
    return S - np.log(np.sum(np.exp(S), axis=-1))

# %% wrong="cross_entropy_clipped_at_another_bound"
# The clip is there, with a bound other than the one of the exercise. Look it up.
def cross_entropy(Y, P):
    return float(-np.mean(np.sum(Y * np.log(np.maximum(P, 1e-15)), axis=1)))

# %% wrong="cross_entropy_clipped_too_high"
# The clip's bound is higher than the one of the exercise, so small probabilities that should stay are changed.
def cross_entropy(Y, P):
    return float(-np.mean(np.sum(Y * np.log(np.maximum(P, 1e-8)), axis=1)))

# %% wrong="softmax_gradient_without_brackets"
# Python divides before it subtracts, so only the targets were divided by n. What has to be computed first?
def softmax_gradient(Z, Y):
    return softmax(Z) - Y / Z.shape[0]

# %% wrong="softmax_gradient_of_the_probabilities"
# This is the slope with respect to the probabilities, −y/p. The scores lie one link of the chain further back.
def softmax_gradient(Z, Y):
    return -Y / softmax(Z) / Z.shape[0]

# %% wrong="softmax_gradient_without_shift"
# For moderate scores this is right. For large ones the exponential overflows; your `softmax` takes care of that.
def softmax_gradient(Z, Y):
    E = np.exp(Z)
    return (E / np.sum(E, axis=1, keepdims=True) - Y) / Z.shape[0]

# %% probe="softmax_gradient_of_large_scores"
softmax_gradient(np.array([[1000.0, 999.0]]), np.array([[1.0, 0.0]]))

# %% probe="softmax_gradient_of_three_examples"
softmax_gradient(np.log([[1.0, 3.0], [2.0, 2.0], [3.0, 1.0]]), np.array([[0.0, 1.0], [0.0, 1.0], [0.0, 1.0]]))

# %% wrong="softmax_cross_entropy_shift_of_the_whole_batch"
# One shift serves the whole batch, so in a row far below the largest score every exponential is 0. Which maximum belongs to a row?
def softmax_cross_entropy(Z, labels):
    top = np.max(Z)
    sums = np.sum(np.exp(Z - top), axis=1)
    return float(np.mean(np.log(sums) + top - Z[np.arange(len(labels)), labels]))

# %% probe="softmax_cross_entropy_rows_far_apart"
softmax_cross_entropy(np.array([[1000.0, 0.0], [-1000.0, -1000.0]]), np.array([0, 1]))

# %% wrong="log_softmax_patched"
# Where the logarithm is −inf something else was put in its place, and it is not the logarithm: with two equal best classes, log 2 is missing. Which formula needs no patch?
def log_softmax(Z):
    L, S = np.log(softmax(Z)), Z - np.max(Z, axis=-1, keepdims=True)
    return np.where(np.isinf(L), S, L)

# %% probe="log_softmax_of_two_equal_best"
log_softmax(np.array([1000.0, 1000.0, -1000.0]))
