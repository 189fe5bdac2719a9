# %% [markdown]
# Wrong answers that people give, one to a cell: first the message, then the code as it would stand in the answer.
# A `probe` is a further visible call that tells two of them apart.

# %% wrong="sigmoid_overflows"
# The values are right, but for a score of −1000 NumPy warns of an overflow. For which sign of z is the exponent positive, and which other form has the formula?
def sigmoid(z):
    return 1 / (1 + np.exp(-z))

# %% wrong="sigmoid_of_large_exponentials"
# For a large positive score this is inf divided by inf. Which form of the formula has a small exponential there?
def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))

# %% wrong="sigmoid_picks_after_the_overflow"
# The values are right, but for a large score NumPy warns: what `np.where` does not pick has been computed all the same, and it overflows. Which single exponential never overflows and serves all scores?
def sigmoid(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))

# %% probe="sigmoid_of_a_large_score"
import warnings
with warnings.catch_warnings():
    warnings.simplefilter("error", RuntimeWarning)
    sigmoid(np.array([1000.0]))

# %% probe="sigmoid_of_a_large_score_with_warnings"
sigmoid(np.array([1000.0, 0.0]))

# %% wrong="sigmoid_one_form_for_all_scores"
# One form is chosen for all scores together, so a large score beside a negative one overflows and becomes nan. How can each entry get its own form?
def sigmoid(z):
    if np.all(z >= 0):
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))

# %% probe="sigmoid_of_both_signs_with_warnings"
sigmoid(np.array([1000.0, -1.0]))

# %% wrong="sigmoid_sign"
# The larger the score, the smaller your probability. Look at the sign of the exponent.
def sigmoid(z):
    return 1 / (1 + np.exp(z))

# %% wrong="sigmoid_loses_tiny_probabilities"
# On paper this is the sigmoid. For very negative scores it is the difference of two numbers that are almost equal, and the digits of a tiny probability are lost. Which form needs no subtraction?
def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))

# %% wrong="sigmoid_from_one_minus"
# For negative scores this takes from 1 what has been rounded to 1, and it overflows for large ones. Which form needs no subtraction?
def sigmoid(z):
    return 1 - 1 / (1 + np.exp(z))

# %% wrong="sigmoid_of_clipped_scores"
# The scores are cut off, so all very negative ones get the same probability. It should be e to the power of the score, down to −700.
def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))

# %% wrong="sigmoid_clipped"
# No probability can become smaller than your clip allows. A clip is for the logarithm in the loss; the sigmoid can give e to the power of −700 as it is.
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.clip(np.where(z >= 0, 1.0, e) / (1.0 + e), 1e-12, 1 - 1e-12)

# %% probe="sigmoid_twice_at_minus_700"
sigmoid(np.log(sigmoid(np.array([-700.0]))) + 700.0)

# %% probe="sigmoid_twice_at_minus_100"
sigmoid(np.log(sigmoid(np.array([-100.0]))) + 100.0)

# %% wrong="sigmoid_of_a_single_number"
# This asks `if` about a whole array, and an array has as many answers as entries. How can each entry get its own form?
def sigmoid(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))

# %% wrong="sigmoid_without_brackets"
# Without brackets around the denominator, 1 is divided by 1 first, and the exponential is added afterwards.
def sigmoid(z):
    return 1 / 1 + np.exp(-z)

# %% wrong="sigmoid_slope"
# This is the slope of the sigmoid, p·(1 − p). The probability itself is asked for.
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2

# %% wrong="sigmoid_is_tanh"
# These values run from −1 to 1. A probability lies between 0 and 1, and a score of 0 means one half.
def sigmoid(z):
    return np.tanh(z)

# %% wrong="sigmoid_as_a_step"
# There are only the values 0 and 1 here. How sure the model is should be visible, too.
def sigmoid(z):
    return np.where(z >= 0, 1.0, 0.0)

# %% wrong="sigmoid_of_the_size_of_the_score"
# Every probability is at least one half: the sign of the score has been lost. With e = exp(−|z|), what is the formula where z < 0?
def sigmoid(z):
    return 1 / (1 + np.exp(-np.abs(z)))

# %% wrong="sigmoid_as_a_softmax"
# The exponentials are divided by their sum over all entries. Each score has a probability of its own here; what others score does not matter.
def sigmoid(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e)

# %% wrong="sigmoid_as_a_softmax_without_shift"
# The exponentials are divided by their sum over all entries, and large scores overflow. Each score has a probability of its own here.
def sigmoid(z):
    return np.exp(z) / np.sum(np.exp(z))

# %% wrong="sigmoid_in_place"
# Your function writes into the scores that were handed in, perhaps the probabilities themselves. Whoever calls it still needs them.
def sigmoid(z):
    up = z >= 0
    np.exp(-np.abs(z), out=z)
    z[:] = np.where(up, 1.0, z) / (1.0 + z)
    return z

# %% wrong="sigmoid_changes_the_scores"
# The probabilities are right, but the scores that were handed in have changed. Which line writes into z?
def sigmoid(z):
    up = z >= 0
    z[up] = -z[up]
    e = np.exp(z)
    return np.where(up, 1.0, e) / (1.0 + e)

# %% wrong="sigmoid_of_base_two"
# The powers are those of 2. The formula has powers of e.
def sigmoid(z):
    e = 2.0 ** -np.abs(z)
    return np.where(z >= 0, 1.0, e) / (1.0 + e)

# %% wrong="sigmoid_flat"
# The result has a single axis, whatever the shape of the scores. It should have their shape.
def sigmoid(z):
    p = []
    for score in z.ravel():
        e = np.exp(-abs(score))
        p.append(1 / (1 + e) if score >= 0 else e / (1 + e))
    return np.array(p)

# %% wrong="sigmoid_forgets_the_denominator"
# For negative scores this is the exponential alone. What is it divided by?
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e)

# %% wrong="sigmoid_in_a_list"
# The probabilities come back in a list. An array is asked for.
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return (np.where(z >= 0, 1.0, e) / (1.0 + e)).tolist()

# %% wrong="sigmoid_without_return"
# Nothing comes back. Computing or printing a number is not enough: how does a function hand over its result?
def sigmoid(z):
    e = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1.0, e) / (1.0 + e)

# %% wrong="binary_cross_entropy_sum"
# The charges of all examples are added up. The loss is their mean.
def binary_cross_entropy(y, p):
    q = np.clip(p, 1e-12, 1 - 1e-12)
    return float(-np.sum(y * np.log(q) + (1 - y) * np.log(1 - q)))

# %% wrong="binary_cross_entropy_without_sign"
# The loss is negative. A probability below 1 has a negative logarithm; which sign makes it a charge?
def binary_cross_entropy(y, p):
    q = np.clip(p, 1e-12, 1 - 1e-12)
    return float(np.mean(y * np.log(q) + (1 - y) * np.log(1 - q)))

# %% wrong="binary_cross_entropy_of_yes_only"
# Only the examples with y = 1 are charged. What does a no cost that was called a likely yes?
def binary_cross_entropy(y, p):
    return float(-np.mean(y * np.log(np.clip(p, 1e-12, 1 - 1e-12))))

# %% wrong="binary_cross_entropy_of_no_only"
# Only the examples with y = 0 are charged. What does a yes cost that was called a likely no?
def binary_cross_entropy(y, p):
    return float(-np.mean((1 - y) * np.log(1 - np.clip(p, 1e-12, 1 - 1e-12))))

# %% wrong="binary_cross_entropy_ignores_the_target"
# Every example is charged −log p, whatever its answer. Which probability was given to a no?
def binary_cross_entropy(y, p):
    return float(-np.mean(np.log(np.clip(p, 1e-12, 1 - 1e-12))))

# %% wrong="binary_cross_entropy_without_clip"
# Where p is exactly 0 or 1 the loss is not a finite number. What does the formula say about clipping?
def binary_cross_entropy(y, p):
    return float(np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p)))

# %% wrong="binary_cross_entropy_clips_below_only"
# Probabilities of 0 are clipped, those of 1 are not, and then the logarithm of 1 − p is not finite. Which two ends has the clip?
def binary_cross_entropy(y, p):
    q = np.maximum(p, 1e-12)
    return float(np.mean(-y * np.log(q) - (1 - y) * np.log(1 - q)))

# %% wrong="binary_cross_entropy_clips_above_only"
# Probabilities of 1 are clipped, those of 0 are not, and then the logarithm of p is not finite. Which two ends has the clip?
def binary_cross_entropy(y, p):
    q = np.minimum(p, 1 - 1e-12)
    return float(np.mean(-y * np.log(q) - (1 - y) * np.log(1 - q)))

# %% probe="binary_cross_entropy_of_one_alone"
binary_cross_entropy(np.array([0.0]), np.array([1.0]))

# %% wrong="binary_cross_entropy_moves_only_zero_and_one"
# Only probabilities of exactly 0 and 1 are moved. One of 1e-30 costs more than the clip allows: which interval has it?
def binary_cross_entropy(y, p):
    q = np.where(p == 0, 1e-12, np.where(p == 1, 1 - 1e-12, p))
    return float(np.mean(-y * np.log(q) - (1 - y) * np.log(1 - q)))

# %% probe="binary_cross_entropy_of_a_probability_below_the_clip"
binary_cross_entropy(np.array([1.0]), np.array([2.0**-100]))

# %% probe="binary_cross_entropy_of_zero_alone"
binary_cross_entropy(np.array([1.0]), np.array([0.0]))

# %% wrong="binary_cross_entropy_clips_the_wrong_ends"
# Every probability has become the same number. Which end of a clip comes first, the low or the high one?
def binary_cross_entropy(y, p):
    q = np.clip(p, 1 - 1e-12, 1e-12)
    return float(np.mean(-y * np.log(q) - (1 - y) * np.log(1 - q)))

# %% wrong="binary_cross_entropy_in_bits"
# This is the logarithm to base 2. The formula uses the natural one.
def binary_cross_entropy(y, p):
    q = np.clip(p, 1e-12, 1 - 1e-12)
    return float(np.mean(-y * np.log2(q) - (1 - y) * np.log2(1 - q)))

# %% wrong="binary_cross_entropy_log10"
# This is the logarithm to base 10. The formula uses the natural one.
def binary_cross_entropy(y, p):
    q = np.clip(p, 1e-12, 1 - 1e-12)
    return float(np.mean(-y * np.log10(q) - (1 - y) * np.log10(1 - q)))

# %% wrong="binary_cross_entropy_arguments_swapped"
# The logarithm is taken of the targets. Whose logarithm does the formula take, and who picks the term?
def binary_cross_entropy(y, p):
    q = np.clip(y, 1e-12, 1 - 1e-12)
    return float(np.mean(-p * np.log(q) - (1 - p) * np.log(1 - q)))

# %% wrong="binary_cross_entropy_answers_swapped"
# A yes is charged as if it were a no, and the other way round. Which probability belongs to y = 1?
def binary_cross_entropy(y, p):
    q = np.clip(p, 1e-12, 1 - 1e-12)
    return float(np.mean(-y * np.log(1 - q) - (1 - y) * np.log(q)))

# %% wrong="binary_cross_entropy_one_sign_missing"
# A yes is charged and a no is paid for: look at the sign of the second term.
def binary_cross_entropy(y, p):
    q = np.clip(p, 1e-12, 1 - 1e-12)
    return float(np.mean(-y * np.log(q) + (1 - y) * np.log(1 - q)))

# %% wrong="binary_cross_entropy_charge_for_each"
# There is one charge for each example. The loss is a single number: their mean.
def binary_cross_entropy(y, p):
    q = np.clip(p, 1e-12, 1 - 1e-12)
    return -y * np.log(q) - (1 - y) * np.log(1 - q)

# %% wrong="binary_cross_entropy_clips_in_place"
# The loss is right, but the probabilities that were handed in have changed. Clip into a new array.
def binary_cross_entropy(y, p):
    p[p < 1e-12] = 1e-12
    p[p > 1 - 1e-12] = 1 - 1e-12
    return float(np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p)))

# %% wrong="binary_cross_entropy_clip_amount_added"
# The 1e-12 is added to every probability inside the logarithms. At 0 that is the same as a clip, and a little above 0 it is not: which ones should stay as they are?
def binary_cross_entropy(y, p):
    return float(np.mean(-y * np.log(p + 1e-12) - (1 - y) * np.log(1 - p + 1e-12)))

# %% probe="binary_cross_entropy_of_a_small_probability"
binary_cross_entropy(np.array([1.0]), np.array([1e-9]))

# %% wrong="binary_cross_entropy_clip_too_early"
# The clip begins too early: probabilities that are larger than 1e-12 have been changed, and a sure mistake is too cheap. At which number does the exercise clip?
def binary_cross_entropy(y, p):
    q = np.clip(p, 1e-7, 1 - 1e-7)
    return float(np.mean(-y * np.log(q) - (1 - y) * np.log(1 - q)))

# %% wrong="binary_cross_entropy_clip_too_late"
# The clip begins too late, so a sure mistake costs more than −log 1e-12. At which number does the exercise clip?
def binary_cross_entropy(y, p):
    q = np.clip(p, 1e-15, 1 - 1e-15)
    return float(np.mean(-y * np.log(q) - (1 - y) * np.log(1 - q)))

# %% wrong="binary_cross_entropy_squared_error"
# This is the mean squared error. Here a sure mistake should cost much more than 1.
def binary_cross_entropy(y, p):
    return float(np.mean((p - y) ** 2))

# %% wrong="binary_cross_entropy_halved"
# The loss is half of what it should be: the mean runs over both terms as if each were an example. Add the two terms, then take the mean over the n examples.
def binary_cross_entropy(y, p):
    q = np.clip(p, 1e-12, 1 - 1e-12)
    return float(-np.mean([y * np.log(q), (1 - y) * np.log(1 - q)]))

# %% wrong="binary_cross_entropy_mean_of_each_kind"
# The yeses have a mean and the noes have a mean, and the two are added. There is one mean, over all n examples together.
def binary_cross_entropy(y, p):
    q = np.clip(p, 1e-12, 1 - 1e-12)
    loss = 0.0
    for charges in (-np.log(q[y == 1]), -np.log(1 - q[y == 0])):
        loss += charges.mean() if len(charges) else 0.0
    return loss

# %% wrong="binary_cross_entropy_of_scores"
# The sigmoid is applied to what are probabilities already. Which of the two losses gets scores?
def binary_cross_entropy(y, p):
    q = np.clip(sigmoid(p), 1e-12, 1 - 1e-12)
    return float(np.mean(-y * np.log(q) - (1 - y) * np.log(1 - q)))

# %% wrong="binary_cross_entropy_sum_without_clip"
# The charges of all examples are added up, where the loss is their mean. And what does a probability of exactly 0 cost?
def binary_cross_entropy(y, p):
    return float(-np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)))

# %% wrong="binary_cross_entropy_of_yes_only_without_clip"
# Only the examples with y = 1 are charged, and a probability of exactly 0 is not clipped. What does a no cost that was called a likely yes?
def binary_cross_entropy(y, p):
    return float(-np.mean(y * np.log(p)))

# %% wrong="binary_cross_entropy_of_the_worked_example"
# These are the charges of the worked example, by its names `charge_if_yes` and `charge_if_no`. Which probabilities were handed in here?
def binary_cross_entropy(y, p):
    return float(np.mean(y * charge_if_yes + (1 - y) * charge_if_no))

# %% wrong="binary_cross_entropy_without_return"
# Nothing comes back. Computing or printing a number is not enough: how does a function hand over its result?
def binary_cross_entropy(y, p):
    q = np.clip(p, 1e-12, 1 - 1e-12)
    loss = np.mean(-y * np.log(q) - (1 - y) * np.log(1 - q))

# %% wrong="binary_cross_entropy_divided_by_the_yeses"
# The sum of all charges is divided by the number of yeses. The mean runs over all n examples.
def binary_cross_entropy(y, p):
    q = np.clip(p, 1e-12, 1 - 1e-12)
    return float(-np.sum(y * np.log(q) + (1 - y) * np.log(1 - q)) / np.sum(y))

# %% wrong="binary_cross_entropy_nan_to_num"
# Replacing what is not finite afterwards gives a huge loss or forgets it. Clip the probabilities before the logarithm.
def binary_cross_entropy(y, p):
    return float(np.mean(np.nan_to_num(-y * np.log(p) - (1 - y) * np.log(1 - p))))

# %% wrong="bce_with_logits_overflows"
# For moderate scores this is right. For large ones the exponential overflows. Which form of log(1 + exp(z)) has no positive exponent?
def bce_with_logits(y, z):
    return float(np.mean(np.log(1 + np.exp(z)) - y * z))

# %% wrong="bce_with_logits_overflows_for_negative_scores"
# The maximum is there, but for very negative scores the exponent is positive and the exponential overflows. What stands around z in the formula?
def bce_with_logits(y, z):
    return float(np.mean(np.maximum(z, 0) + np.log1p(np.exp(-z)) - y * z))

# %% wrong="bce_with_logits_through_clipped_probabilities"
# The detour over clipped probabilities puts a ceiling on the loss. Which formula has no probability in it?
def bce_with_logits(y, z):
    return binary_cross_entropy(y, sigmoid(z))

# %% wrong="bce_with_logits_through_probabilities"
# The probabilities are formed first. One that is near 1 is rounded, and the logarithm of 1 − p is wrong, or −inf. Which formula has no probability in it?
def bce_with_logits(y, z):
    p = sigmoid(z)
    return float(np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p)))

# %% wrong="bce_with_logits_of_clipped_scores"
# The scores are cut off, so a larger mistake costs no more. Which form needs no limit?
def bce_with_logits(y, z):
    s = np.clip(z, -30, 30)
    return float(np.mean(np.log(1 + np.exp(s)) - y * s))

# %% wrong="bce_with_logits_of_widely_clipped_scores"
# The scores are cut off far out, where exponentials overflow, so a larger mistake costs no more. Which form needs no limit?
def bce_with_logits(y, z):
    s = np.clip(z, -500, 500)
    return float(np.mean(np.log(1 + np.exp(s)) - y * s))

# %% wrong="bce_with_logits_sum"
# The charges of all examples are added up. The loss is their mean.
def bce_with_logits(y, z):
    return float(np.sum(np.logaddexp(0, z) - y * z))

# %% wrong="bce_with_logits_sum_that_overflows"
# The charges are added up, where the loss is their mean. And for large scores the exponential overflows: two things to mend.
def bce_with_logits(y, z):
    return float(np.sum(np.log(1 + np.exp(z)) - y * z))

# %% wrong="bce_with_logits_sign_of_the_product"
# A yes costs more, the higher its score. Look at the sign of the term with y.
def bce_with_logits(y, z):
    return float(np.mean(np.logaddexp(0, z) + y * z))

# %% wrong="bce_with_logits_as_if_all_were_no"
# Every example is charged as if its answer were no. Where does y come in?
def bce_with_logits(y, z):
    return float(np.mean(np.logaddexp(0, z)))

# %% wrong="bce_with_logits_as_if_all_were_yes"
# Every example is charged as if its answer were yes. Where does y come in?
def bce_with_logits(y, z):
    return float(np.mean(np.logaddexp(0, -z)))

# %% wrong="bce_with_logits_of_yes_only"
# Only the examples with y = 1 are charged. What does a no with a high score cost?
def bce_with_logits(y, z):
    return float(np.mean(y * np.logaddexp(0, -z)))

# %% wrong="bce_with_logits_answers_swapped"
# A yes is charged as if it were a no, and the other way round. Put z = 1000 and y = 1 into your formula: should it cost anything?
def bce_with_logits(y, z):
    return float(np.mean(np.logaddexp(0, -z) + y * z))

# %% wrong="bce_with_logits_two_minuses"
# With exp(−z) in the logarithm, the other term is no longer −y·z. Which of the two forms did you start from?
def bce_with_logits(y, z):
    return float(np.mean(np.logaddexp(0, -z) - y * z))

# %% wrong="bce_with_logits_negated"
# The loss is negative. Check the sign of the whole: a charge is never below 0.
def bce_with_logits(y, z):
    return float(np.mean(y * z - np.logaddexp(0, z)))

# %% wrong="bce_with_logits_charge_for_each"
# There is one charge for each example. The loss is a single number: their mean.
def bce_with_logits(y, z):
    return np.logaddexp(0, z) - y * z

# %% wrong="bce_with_logits_of_probabilities"
# The scores are used as if they were probabilities. A score can be any number, and its logarithm need not exist.
def bce_with_logits(y, z):
    return binary_cross_entropy(y, z)

# %% wrong="bce_with_logits_without_the_maximum"
# The exponent is no longer positive, but what was taken out of the logarithm is missing: max(z, 0).
def bce_with_logits(y, z):
    return float(np.mean(np.log1p(np.exp(-np.abs(z))) - y * z))

# %% wrong="bce_with_logits_one_too_many"
# `np.log1p` adds the 1 itself, so here it is added twice.
def bce_with_logits(y, z):
    return float(np.mean(np.maximum(z, 0) + np.log1p(1 + np.exp(-np.abs(z))) - y * z))

# %% wrong="bce_with_logits_logaddexp_of_one"
# `np.logaddexp(1, z)` is the logarithm of e + exp(z). Of which number is 1 the exponential?
def bce_with_logits(y, z):
    return float(np.mean(np.logaddexp(1, z) - y * z))

# %% wrong="bce_with_logits_in_bits"
# This counts with powers and logarithms of 2. The formula has those of e.
def bce_with_logits(y, z):
    return float(np.mean(np.logaddexp2(0, z) - y * z))

# %% wrong="bce_with_logits_in_place"
# The loss is right, but the scores or the targets that were handed in have changed. Which line writes into an argument?
def bce_with_logits(y, z):
    z *= 1 - 2 * y
    return float(np.mean(np.logaddexp(0, z)))

# %% wrong="bce_with_logits_without_the_logarithm"
# Without the logarithm this is the score alone where it is positive: nearly right far out, and wrong near 0. What does a score of 0 cost?
def bce_with_logits(y, z):
    return float(np.mean(np.maximum(z, 0) - y * z))

# %% wrong="bce_with_logits_of_means"
# The mean of y times the mean of z is not the mean of the products. Multiply example by example first.
def bce_with_logits(y, z):
    return float(np.mean(np.logaddexp(0, z)) - np.mean(y) * np.mean(z))

# %% wrong="logistic_gradient_sign"
# The sign is turned round. Where the prediction is too high, should the gradient be positive or negative?
def logistic_gradient(X, w, b, y):
    gaps = y - sigmoid(X @ w + b)
    return X.T @ gaps / len(y), float(np.mean(gaps))

# %% wrong="logistic_gradient_of_the_sum"
# This is the gradient of the sum over examples. The loss is a mean: what is missing?
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w + b) - y
    return X.T @ gaps, float(np.sum(gaps))

# %% wrong="logistic_gradient_bias_of_the_sum"
# The weights have the gradient of the mean, the bias that of the sum. Both belong to the same loss.
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w + b) - y
    return X.T @ gaps / len(y), float(np.sum(gaps))

# %% wrong="logistic_gradient_weights_of_the_sum"
# The bias has the gradient of the mean, the weights that of the sum. Both belong to the same loss.
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w + b) - y
    return X.T @ gaps, float(np.mean(gaps))

# %% wrong="logistic_gradient_with_sigmoid_slope"
# The factor p·(1 − p) is there once more. In this derivative it has cancelled already.
def logistic_gradient(X, w, b, y):
    p = sigmoid(X @ w + b)
    gaps = (p - y) * p * (1 - p)
    return X.T @ gaps / len(y), float(np.mean(gaps))

# %% wrong="logistic_gradient_without_bias_in_the_scores"
# The scores were made without the bias. From which scores do the probabilities come?
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w) - y
    return X.T @ gaps / len(y), float(np.mean(gaps))

# %% wrong="logistic_gradient_of_scores"
# The scores stand where the probabilities belong. What turns the one into the other?
def logistic_gradient(X, w, b, y):
    gaps = X @ w + b - y
    return X.T @ gaps / len(y), float(np.mean(gaps))

# %% wrong="logistic_gradient_of_labels"
# The gaps are those of yes-or-no answers, so a sure and an unsure one weigh the same. The formula has the probabilities.
def logistic_gradient(X, w, b, y):
    gaps = (sigmoid(X @ w + b) >= 0.5) - y
    return X.T @ gaps / len(y), float(np.mean(gaps))

# %% wrong="logistic_gradient_untransposed"
# X and the gaps were multiplied as they stand, so the sum runs over the features. Which axis of X has to meet the gaps?
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w + b) - y
    return X @ gaps / len(y), float(np.mean(gaps))

# %% wrong="logistic_gradient_divided_by_d"
# You divided by the number of features. The mean runs over the examples.
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w + b) - y
    return X.T @ gaps / X.shape[1], float(np.sum(gaps) / X.shape[1])

# %% wrong="logistic_gradient_weights_divided_by_d"
# The gradient for the weights is divided by the number of features. The mean runs over the examples, as it does for the bias.
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w + b) - y
    return X.T @ gaps / X.shape[1], float(np.mean(gaps))

# %% wrong="logistic_gradient_divided_by_all_entries"
# You divided by the number of entries of X, n·d. The mean runs over the n examples.
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w + b) - y
    return X.T @ gaps / X.size, float(np.mean(gaps))

# %% wrong="logistic_gradient_bias_for_each_example"
# The gradient for the bias has one entry for each example. There is one bias: what happens to the gaps?
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w + b) - y
    return X.T @ gaps / len(y), gaps / len(y)

# %% wrong="logistic_gradient_gaps_for_the_bias"
# The gaps themselves are returned for the bias. There is one bias: what happens to the gaps?
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w + b) - y
    return X.T @ gaps / len(y), gaps

# %% wrong="logistic_gradient_without_the_sum"
# There is a row for each example. The gradient for the weights is the mean of these rows.
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w + b) - y
    return X * gaps[:, None] / len(y), float(np.mean(gaps))

# %% wrong="logistic_gradient_mean_of_everything"
# The gradient for the weights has become a single number. Over which axis alone does the mean run?
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w + b) - y
    return np.mean(X * gaps[:, None]), float(np.mean(gaps))

# %% wrong="logistic_gradient_mean_over_features"
# There is one number for each example, a mean over its features. Over which axis does the mean of the loss run?
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w + b) - y
    return np.mean(X * gaps[:, None], axis=1), float(np.mean(gaps))

# %% wrong="logistic_gradient_weights_only"
# Only the gradient for the weights comes back. A function can return two things, separated by a comma.
def logistic_gradient(X, w, b, y):
    return X.T @ (sigmoid(X @ w + b) - y) / len(y)

# %% wrong="logistic_gradient_bias_forgotten"
# The gradient for the bias is 0 whatever happens. The bias is learned like a weight whose feature is always 1.
def logistic_gradient(X, w, b, y):
    return X.T @ (sigmoid(X @ w + b) - y) / len(y), 0.0

# %% wrong="logistic_gradient_pair_swapped"
# The two gradients come back in the other order. Which one does the docstring name first?
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w + b) - y
    return float(np.mean(gaps)), X.T @ gaps / len(y)

# %% wrong="logistic_gradient_bias_from_the_weights"
# The gradient for the bias was made from that of the weights. It is the mean of the gaps, without features.
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w + b) - y
    grad_w = X.T @ gaps / len(y)
    return grad_w, float(np.mean(grad_w))

# %% wrong="logistic_gradient_of_the_worked_example"
# The name `p` means the probability of the worked example here: this function computes none itself. Which scores belong to X?
def logistic_gradient(X, w, b, y):
    return X.T @ (p - y) / len(y), float(np.mean(p - y))

# %% wrong="logistic_gradient_halved"
# The gradient is half of what it should be. A factor 1/2 came with the square in least squares; here there is no square.
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w + b) - y
    return X.T @ gaps / (2 * len(y)), float(np.mean(gaps) / 2)

# %% wrong="logistic_gradient_doubled"
# There is a factor 2 too much. It would come from a square, and there is no square in this loss.
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w + b) - y
    return 2 * X.T @ gaps / len(y), float(2 * np.mean(gaps))

# %% wrong="logistic_gradient_in_place"
# The gradients are right, but the targets that were handed in have changed. Does `-=` make a new array?
def logistic_gradient(X, w, b, y):
    y -= sigmoid(X @ w + b)
    return -X.T @ y / len(y), float(-np.mean(y))

# %% probe="logistic_gradient_of_features_and_weights_that_cannot_be_written"
X, w = np.array([[1.0, 2.0], [0.5, -3.0]]), np.array([0.5, -1.0])
X.flags.writeable = w.flags.writeable = False
logistic_gradient(X, w, 0.25, np.array([1.0, 0.0]))

# %% wrong="logistic_gradient_as_a_column"
# The numbers are right, but the gradient for the weights is a column of shape (d, 1). It should have the shape of w.
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w + b) - y
    return X.T @ gaps[:, None] / len(y), float(np.mean(gaps))

# %% wrong="logistic_gradient_bias_after_the_sigmoid"
# The bias is added to the probabilities. It belongs to the score, before the sigmoid.
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w) + b - y
    return X.T @ gaps / len(y), float(np.mean(gaps))

# %% wrong="logistic_gradient_in_one_array"
# Both gradients come back in one array. A pair is asked for: the gradient of the weights, and a number for the bias.
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w + b) - y
    return np.append(X.T @ gaps / len(y), np.mean(gaps))

# %% wrong="logistic_gradient_bias_in_an_array"
# The numbers are right, but the gradient for the bias is an array with one entry. A single number has no axis.
def logistic_gradient(X, w, b, y):
    gaps = sigmoid(X @ w + b) - y
    return X.T @ gaps / len(y), np.array([np.mean(gaps)])

# %% wrong="fit_logistic_bias_after_the_weights"
# The bias is updated by a gradient that has seen the new weights. When are both gradients to be taken?
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        w = w - lr * logistic_gradient(X, w, b, y)[0]
        b = b - lr * logistic_gradient(X, w, b, y)[1]
        losses.append(bce_with_logits(y, X @ w + b))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_weights_after_the_bias"
# The weights are updated by a gradient that has seen the new bias. When are both gradients to be taken?
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        b = b - lr * logistic_gradient(X, w, b, y)[1]
        w = w - lr * logistic_gradient(X, w, b, y)[0]
        losses.append(bce_with_logits(y, X @ w + b))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_uphill"
# The loss grows with every step. A gradient points uphill: which sign goes down?
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w + lr * grad_w, b + lr * grad_b
        losses.append(bce_with_logits(y, X @ w + b))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_bias_uphill"
# The weights go down and the bias goes up. Which sign has the update of b?
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b + lr * grad_b
        losses.append(bce_with_logits(y, X @ w + b))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_without_the_first_loss"
# The loss before the first step is missing. How many losses are there for 3 steps?
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
        losses.append(bce_with_logits(y, X @ w + b))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_without_the_last_loss"
# The loss after the last step is missing. How many losses are there for 3 steps?
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(steps):
        losses.append(bce_with_logits(y, X @ w + b))
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
    return w, b, np.array(losses)

# %% wrong="fit_logistic_losses_one_step_late"
# In each turn the loss is taken before the update, so the first one is there twice and the last one is missing. Which w and b belong to a step?
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        losses.append(bce_with_logits(y, X @ w + b))
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
    return w, b, np.array(losses)

# %% wrong="fit_logistic_one_step_too_many"
# The losses are right, but w and b have made one step more. How many updates lie between steps + 1 losses?
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(steps + 1):
        losses.append(bce_with_logits(y, X @ w + b))
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
    return w, b, np.array(losses)

# %% wrong="fit_logistic_one_step_too_few"
# One step is missing. Which numbers does `range(1, steps)` give for 3 steps?
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(1, steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
        losses.append(bce_with_logits(y, X @ w + b))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_losses_in_a_list"
# The losses are a list. An array is asked for, so that one can compute with them.
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
        losses.append(bce_with_logits(y, X @ w + b))
    return w, b, losses

# %% wrong="fit_logistic_last_loss_only"
# A single loss comes back. The losses of all steps are asked for, so that one can see whether the training settles.
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
    return w, b, bce_with_logits(y, X @ w + b)

# %% wrong="fit_logistic_losses_of_clipped_probabilities"
# The losses go through clipped probabilities, so a training that runs away seems to settle. Which of your two losses has no ceiling?
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [binary_cross_entropy(y, sigmoid(X @ w + b))]
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
        losses.append(binary_cross_entropy(y, sigmoid(X @ w + b)))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_losses_of_probabilities"
# `bce_with_logits` was given probabilities. What does it expect as its second argument?
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, sigmoid(X @ w + b))]
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
        losses.append(bce_with_logits(y, sigmoid(X @ w + b)))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_losses_without_bias"
# The losses are those of scores without the bias. Which scores does the model give?
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w)]
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
        losses.append(bce_with_logits(y, X @ w))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_losses_as_sums"
# The losses are sums over the examples. The loss is a mean, and the first one is log 2.
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [len(y) * bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
        losses.append(len(y) * bce_with_logits(y, X @ w + b))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_bias_never_updated"
# The bias is still 0 at the end. It has a gradient and is updated like the weights.
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        w = w - lr * logistic_gradient(X, w, b, y)[0]
        losses.append(bce_with_logits(y, X @ w + b))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_weights_never_updated"
# The weights are still 0 at the end. They have a gradient and are updated like the bias.
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        b = b - lr * logistic_gradient(X, w, b, y)[1]
        losses.append(bce_with_logits(y, X @ w + b))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_without_the_learning_rate"
# The whole gradient is subtracted in each step. What sets the length of a step?
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - grad_w, b - grad_b
        losses.append(bce_with_logits(y, X @ w + b))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_gradient_of_the_first_step"
# Every step uses the gradient at the start. After a step the slope is another one.
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    grad_w, grad_b = logistic_gradient(X, w, b, y)
    for _ in range(steps):
        w, b = w - lr * grad_w, b - lr * grad_b
        losses.append(bce_with_logits(y, X @ w + b))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_begins_again_each_step"
# Each turn begins at zero again, so all steps are the first one. What is to be set before the loop, and what in it?
def fit_logistic(X, y, lr, steps):
    losses = [np.log(2.0)]
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        w, b = np.zeros(X.shape[1]), 0.0
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
        losses.append(bce_with_logits(y, X @ w + b))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_returns_in_the_loop"
# Only the first step is done. When does the loop meet its return?
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
        losses.append(bce_with_logits(y, X @ w + b))
        return w, b, np.array(losses)

# %% wrong="fit_logistic_from_ones"
# The training starts from ones. From zeros every first probability is one half, and the first loss is log 2.
def fit_logistic(X, y, lr, steps):
    w, b = np.ones(X.shape[1]), 1.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
        losses.append(bce_with_logits(y, X @ w + b))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_a_weight_for_each_example"
# There are as many weights as examples. How many weights does a row of X need?
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(len(X)), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
        losses.append(bce_with_logits(y, X @ w + b))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_without_losses"
# Only w and b come back. The losses are asked for as well, so that one can see whether the training settles.
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
    return w, b

# %% wrong="fit_logistic_by_the_sum"
# The gradient is that of the sum over examples, so a step is n times as long. The loss is a mean.
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        gaps = sigmoid(X @ w + b) - y
        w, b = w - lr * X.T @ gaps, b - lr * np.sum(gaps)
        losses.append(bce_with_logits(y, X @ w + b))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_as_least_squares"
# These are the gaps of least squares, made from the scores themselves. What turns a score into a probability?
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        gaps = X @ w + b - y
        w, b = w - lr * X.T @ gaps / len(y), b - lr * np.mean(gaps)
        losses.append(bce_with_logits(y, X @ w + b))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_loss_first"
# The three results come back in another order. In which order does the docstring name them?
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
        losses.append(bce_with_logits(y, X @ w + b))
    return np.array(losses), w, b

# %% wrong="fit_logistic_one_example_at_a_time"
# Every example makes a step of its own here. One step uses the gradient of the mean loss over all examples.
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        for i in range(len(y)):
            grad_w, grad_b = logistic_gradient(X[[i]], w, b, y[[i]])
            w, b = w - lr * grad_w, b - lr * grad_b
        losses.append(bce_with_logits(y, X @ w + b))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_last_loss_left_at_zero"
# The array of losses has the right length, and its last entry is still 0. Which loss has not been taken when the loop ends?
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = np.zeros(steps + 1)
    for step in range(steps):
        losses[step] = bce_with_logits(y, X @ w + b)
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
    return w, b, losses

# %% wrong="fit_logistic_stops_when_the_loss_grows"
# The training ends as soon as the loss grows, so losses are missing. All steps are asked for, the bad ones, too.
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
        losses.append(bce_with_logits(y, X @ w + b))
        if losses[-1] > losses[-2]:
            return w, b, np.array(losses[:-1])
    return w, b, np.array(losses)

# %% wrong="fit_logistic_stops_when_the_loss_settles"
# The training ends early where the loss hardly changes, so losses are missing. There are steps + 1 of them, also where nothing is left to learn.
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
        losses.append(bce_with_logits(y, X @ w + b))
        if abs(losses[-1] - losses[-2]) < 1e-6:
            break
    return w, b, np.array(losses)

# %% wrong="fit_logistic_keeps_the_best"
# The w and b of the least loss come back, not those of the last step. If a step was too long, the result should show it.
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    best = w, b
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
        losses.append(bce_with_logits(y, X @ w + b))
        if losses[-1] <= min(losses):
            best = w, b
    return *best, np.array(losses)

# %% probe="fit_logistic_of_a_step_that_was_too_long"
fit_logistic(np.array([[10.0], [20.0]]), np.array([1.0, 0.0]), 4.0, 1)[0]

# %% wrong="fit_logistic_starts_at_one"
# The weights start at 1. Where should they start?
def fit_logistic(X, y, lr, steps):
    w, b = np.ones(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
        losses.append(bce_with_logits(y, X @ w + b))
    return w, b, np.array(losses)

# %% wrong="fit_logistic_pair_swapped"
# The bias comes back before the weights. Which one does the docstring name first?
def fit_logistic(X, y, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [bce_with_logits(y, X @ w + b)]
    for _ in range(steps):
        grad_w, grad_b = logistic_gradient(X, w, b, y)
        w, b = w - lr * grad_w, b - lr * grad_b
        losses.append(bce_with_logits(y, X @ w + b))
    return b, w, np.array(losses)

# %% wrong="predict_label_above_the_threshold"
# A probability of exactly the threshold is a no here. Which comparison counts it as a yes?
def predict_label(X, w, b, threshold=0.5):
    return (sigmoid(X @ w + b) > threshold).astype(int)

# %% wrong="predict_label_booleans"
# The answers are True and False. The integers 1 and 0 are asked for: which dtype should the array have?
def predict_label(X, w, b, threshold=0.5):
    return sigmoid(X @ w + b) >= threshold

# %% wrong="predict_label_floats"
# The answers are the floats 1.0 and 0.0. Integers are asked for: which dtype should the array have?
def predict_label(X, w, b, threshold=0.5):
    return np.where(sigmoid(X @ w + b) >= threshold, 1.0, 0.0)

# %% wrong="predict_label_of_scores"
# The scores are compared with the threshold. The threshold is a probability: what has to be compared with it?
def predict_label(X, w, b, threshold=0.5):
    return (X @ w + b >= threshold).astype(int)

# %% wrong="predict_label_ignores_the_threshold"
# The answer is yes from one half on, whatever the threshold. Where does `threshold` come in?
def predict_label(X, w, b, threshold=0.5):
    return (sigmoid(X @ w + b) >= 0.5).astype(int)

# %% wrong="predict_label_rounds"
# The threshold plays no part, and one half has become a no. Rounding does so, and so does asking for a positive score. Which comparison is in the formula?
def predict_label(X, w, b, threshold=0.5):
    return np.round(sigmoid(X @ w + b)).astype(int)

# %% wrong="predict_label_cuts_off"
# Making integers of probabilities cuts off what is behind the point, so almost all answers are 0. Compare first, then make integers.
def predict_label(X, w, b, threshold=0.5):
    return sigmoid(X @ w + b).astype(int)

# %% wrong="predict_label_probabilities"
# These are the probabilities. Answers are asked for: 1 or 0.
def predict_label(X, w, b, threshold=0.5):
    return sigmoid(X @ w + b)

# %% wrong="predict_label_without_bias"
# The scores were made without the bias. What belongs to a score besides weights and features?
def predict_label(X, w, b, threshold=0.5):
    return (sigmoid(X @ w) >= threshold).astype(int)

# %% wrong="predict_label_turned_round"
# Yes and no are exchanged. Which answer does a high probability mean?
def predict_label(X, w, b, threshold=0.5):
    return (sigmoid(X @ w + b) < threshold).astype(int)

# %% wrong="predict_label_plus_or_minus_one"
# The answers are 1 and −1. Here a no is 0.
def predict_label(X, w, b, threshold=0.5):
    return np.where(sigmoid(X @ w + b) >= threshold, 1, -1)

# %% wrong="predict_label_in_a_list"
# The answers are a list. An array is asked for.
def predict_label(X, w, b, threshold=0.5):
    return [1 if p >= threshold else 0 for p in sigmoid(X @ w + b)]

# %% wrong="predict_label_places_of_yes"
# These are the places where the answer is yes. An answer for each example is asked for.
def predict_label(X, w, b, threshold=0.5):
    return np.where(sigmoid(X @ w + b) >= threshold)[0]

# %% wrong="predict_label_if_on_an_array"
# This asks `if` about all examples at once, and they have as many answers as there are examples. How can each get its own?
def predict_label(X, w, b, threshold=0.5):
    if sigmoid(X @ w + b) >= threshold:
        return 1
    return 0

# %% wrong="predict_label_of_the_first_example"
# Only the first example gets an answer. When does the loop meet its return?
def predict_label(X, w, b, threshold=0.5):
    for p in sigmoid(X @ w + b):
        return 1 if p >= threshold else 0

# %% wrong="predict_label_booleans_above_the_threshold"
# The answers are True and False where integers are asked for. And at exactly the threshold the answer should be yes: two things to mend.
def predict_label(X, w, b, threshold=0.5):
    return sigmoid(X @ w + b) > threshold

# %% wrong="predict_label_of_the_other_answer"
# The probability is compared with 1 − threshold. For one half this is the same, for other thresholds not: which probability is compared with which?
def predict_label(X, w, b, threshold=0.5):
    return (sigmoid(X @ w + b) >= 1 - threshold).astype(int)

# %% wrong="predict_label_as_a_column"
# The answers stand in a column of shape (n, 1). One axis is enough: (n,).
def predict_label(X, w, b, threshold=0.5):
    return (sigmoid(X @ w + b) >= threshold).astype(int)[:, None]
