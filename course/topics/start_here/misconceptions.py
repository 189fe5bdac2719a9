# %% [markdown]
# Wrong answers that people give, one to a cell: first the message, then the code as it would stand in the answer.
# A `probe` is a further visible call that tells two of them apart.

# %% wrong="total_is_the_mean"
# This is the mean: the sum has been divided by the number of entries. Does the formula divide?
def total(x):
    return np.mean(x)

# %% wrong="total_is_the_mean_by_len"
# The sum has been divided by the number of entries, which also fails where there are none. Does the formula divide?
def total(x):
    return sum(x) / len(x)

# %% wrong="total_without_the_first"
# The first entry is left out. Formulas count from 1; from where does code count?
def total(x):
    s = 0.0
    for i in range(1, len(x)):
        s += x[i]
    return s

# %% wrong="total_without_the_last"
# The last entry is left out. Which is the last number that range(n) gives?
def total(x):
    s = 0.0
    for i in range(len(x) - 1):
        s += x[i]
    return s

# %% wrong="total_one_past_the_end"
# The loop asks for an entry behind the last one. The formula counts from 1 to n; which indices do the same entries have in code?
def total(x):
    s = 0.0
    for i in range(1, len(x) + 1):
        s += x[i]
    return s

# %% wrong="total_returns_in_the_loop"
# Only the first entry comes back. A return ends the function at once; under which line is yours indented?
def total(x):
    s = 0.0
    for v in x:
        s += v
        return s

# %% wrong="total_returns_nothing"
# The function gives None. To print a value shows it, and does not give it back; how does a function hand over its result?
def total(x):
    s = 0.0
    for v in x:
        s += v
    print(s)

# %% wrong="total_keeps_the_last_entry"
# Only the last entry comes back: each turn of the loop replaces the value of the turn before. What should happen to the old value?
def total(x):
    s = 0.0
    for v in x:
        s = v
    return s

# %% wrong="total_stays_at_zero"
# The result is 0 for every vector. Does each turn of the loop keep its new value under the name that is returned?
def total(x):
    s = 0.0
    for v in x:
        s + v
    return s

# %% wrong="total_starts_at_one"
# Every result is too large by 1. Which value should the sum have before anything is added?
def total(x):
    s = 1.0
    for v in x:
        s += v
    return s

# %% wrong="total_is_the_product"
# The entries are multiplied. Which operation does the sign Σ stand for?
def total(x):
    return np.prod(x)

# %% wrong="total_of_absolute_values"
# Negative entries are counted as positive ones. Each entry is added with its own sign.
def total(x):
    return np.sum(np.abs(x))

# %% wrong="total_of_squares"
# These are the squares of the entries, added up. What is the term of this sum?
def total(x):
    return np.sum(x ** 2)

# %% wrong="total_of_indices"
# The places of the entries are added, 0 + 1 + 2 and so on. How do you get from a place to the entry that stands there?
def total(x):
    s = 0.0
    for i in range(len(x)):
        s += i
    return s

# %% wrong="total_number_of_entries"
# This is how many entries there are. What do they add up to?
def total(x):
    return len(x)

# %% wrong="total_of_three_only"
# Exactly three entries are added. A vector may have more, fewer or none; what repeats a step as often as there are entries?
def total(x):
    return x[0] + x[1] + x[2]

# %% wrong="total_running_sums"
# There is one sum for each entry: all the sums on the way. Which of them is asked for, and what if there is none?
def total(x):
    return np.cumsum(x)

# %% wrong="total_begins_with_the_first_entry"
# This is right unless the vector is empty: then it has no first and no last entry to take. From which number could the sum start instead?
def total(x):
    s = x[0]
    for v in x[1:]:
        s += v
    return s

# %% wrong="total_in_an_array"
# The number is right, but it comes in an array with one entry. The result is to be a single number.
def total(x):
    s = np.zeros(1)
    for v in x:
        s += v
    return s

# %% wrong="total_in_place"
# The vector that was handed in has changed: the sum is collected inside it. It also has no place for the sum if it is empty. Where else could the sum be kept?
def total(x):
    for i in range(1, len(x)):
        x[0] += x[i]
    return x[0]

# %% wrong="total_in_place_unless_empty"
# The sum is right, but the vector that was handed in has changed. Which line writes into it, and where else could the sum be kept?
def total(x):
    if len(x) == 0:
        return 0.0
    for i in range(1, len(x)):
        x[i] += x[i - 1]
    return x[-1]

# %% wrong="total_of_different_entries"
# An entry that is there twice is added only once. The sum runs over all places, whether their entries are equal or not.
def total(x):
    return sum(set(x.tolist()))

# %% wrong="total_stops_at_a_zero"
# The loop ends at the first entry that is 0, and what comes after it is left out. A 0 is an entry like any other; what should end the loop?
def total(x):
    s = 0.0
    for v in x:
        if not v:
            break
        s += v
    return s

# %% probe="total_of_equal_entries"
total(np.array([2.5, 2.5, -1.0]))

# %% probe="total_with_a_zero_inside"
total(np.array([2.5, 0.0, -1.0]))

# %% wrong="total_starts_anew_in_each_turn"
# The sum is set back to 0 in each turn of the loop, and for an empty vector never. How often should it be set to 0, and where?
def total(x):
    for v in x:
        s = 0
        s += v
    return s

# %% wrong="total_cut_to_an_integer"
# The digits behind the point are cut off. The entries are any real numbers, and so is their sum.
def total(x):
    return int(np.sum(x))

# %% wrong="total_is_the_method_itself"
# What comes back is a method, not its result. A function or a method runs only when it is called: what calls it?
def total(x):
    return x.sum

# %% wrong="total_takes_entries_for_places"
# The loop runs over the entries, and each entry is used as a place in the vector. Which of the two does your loop variable hold?
def total(x):
    s = 0.0
    for i in x:
        s += x[i]
    return s

# %% wrong="total_of_the_worked_example"
# This is the loop of the worked example: three turns, and each term has a weight. What is the term here, and how many are there?
def total(x):
    s = 0.0
    for i in range(3):
        s += w[i] * x[i]
    return s
