# ---
# jupyter:
#   course:
#     difficulty: 1
#     minutes: 25
#     needs: []
#   jupytext:
#     notebook_metadata_filter: course
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Write, check and hand in your first function
#
# Every notebook of this course goes from a formula to a few lines of NumPy. This one is short. It shows how a notebook works, how
# the notation is read, and which four steps the course is about. Then you write one function and hand it in.
#
# | | |
# |---|---|
# | **You will do** | write the sum of a vector, check it, look at it in a picture, and hand it in |
# | **You will learn** | how a notebook of this course is worked through and graded, and how a formula is read as NumPy |
# | **You need** | a little Python: a function with `return`, a `for` loop. No other topic |
# | **Time, difficulty** | about 25 minutes, ●○○ (●○○ easy, ●●○ medium, ●●● hard) |
#
# **First of all:** click the cell below, which holds code, and press **Shift+Enter**. This runs it and goes on to the next cell. Run every cell
# like this, from the top. After a restart of the **kernel**, the Python behind the notebook, do so again: a restart forgets
# everything. (If the cell says *ModuleNotFoundError*, NumPy or the course's package is missing: see your course's instructions.)

# %%
import numpy as np
from course.lab import check, close, difference, hint, pictures
from course.lab import notes, progress, self_assessment, whiteboard

# %% [markdown]
# ## The loop
#
# A notebook is a column of **cells**, of text or of code. For each exercise you go through the same loop:
#
# | step | what you do | what happens |
# |---|---|---|
# | **Edit** | In the answer cell, write your code in place of the line with `raise`. For a written answer, double-click its text and write in place of it. | Nothing yet. |
# | **Run** | Press **Shift+Enter** in the cell. | Python runs it. From now on the function is what you wrote. A text is shown as text again. |
# | **Check** | Run the cell below your answer: `check(total)`. | Each visible test is listed: passed or not, what was expected and what came. A known mistake gets a message of its own. |
# | **Ask** | In a new cell (**Esc**, then **B**), run `hint(total)`. | Each run goes one step further, three steps in all. No hint is the answer, and none costs points. |
# | **Validate** | Press nbgrader's *Validate* button. | The whole notebook runs in a new kernel, from the top. The visible tests that fail are named, and so is a written answer that is still missing. |
# | **Submit** | Save with **Ctrl+S** (**Cmd+S** on a Mac), then hand in as your course tells you; in a browser tab, hand in what *File > Download* gives. | Your notebook is graded. |
#
# *Validate* says "Success" when no visible test fails and no written answer is missing. It speaks of the visible tests only: the hidden ones
# run when your work is graded.
#
# If there is no *Validate* button, choose *Kernel > Restart Kernel and Run All Cells*. Any *Run All* stops at the first cell that fails: scroll
# up to it. The cells below it have not run.
#
# **Why validate?** Python remembers what you ran, in the order in which you ran it, and also what you have deleted since. A notebook can
# work today and fail tomorrow for this reason alone. A new kernel remembers nothing, as when your work is graded.

# %% [markdown]
# ## When something is red
#
# | what you see | what it means | what to do |
# |---|---|---|
# | `NotImplementedError` below a visible test | The function is not written yet. Nothing is broken. | Write it, or go on with the next cell. |
# | `SyntaxError` or another error below an **answer cell** | Python could not read the cell, or not run it to its end. The function is still the old one, or there is none. | Mend this cell first, run it, then check again. |
# | `NameError` | A cell above has not run since the last restart, or a name is misspelled. | The last line of the message says what to run or to look at. To be sure, run every cell from the top. |
# | `AssertionError` below a visible test | Your function runs, and its result is not the expected one. | Read the last line of the message, or run `check(total)`. |

# %% [markdown]
# ## What is graded
#
# | cell | what it does | points |
# |---|---|---|
# | answer | holds your code | by its hidden tests |
# | visible test | tries one property, and says what was expected and what came | none |
# | hidden test | shows one sentence only: the property it tries. Its code is put in when the course grades | yes |
# | written answer | holds your own words. A person reads them | yes |
# | whiteboard | puts what you draw into the written answer below it | with that answer |
# | pictures, notes, self-assessment | are there for you | none |
#
# A hidden test does nothing on your machine: that it does not fail there proves nothing. Its sentence tells you what to try yourself.
#
# **The rules.**
#
# - Edit the answer cells and the written answers only. You may add cells of your own; they are not graded.
# - Keep the names of the functions and of their arguments.
# - A function never changes its arguments. It makes a new value and returns it.
# - Any correct way passes: a loop, one line of NumPy, a helper function.

# %% [markdown]
# ## Symbols and shapes
#
# Formulas count from 1, code counts from 0: the first entry $x_1$ is `x[0]`. The **shape** says how many entries there are in each direction.
#
# | notation | read | NumPy |
# |---|---|---|
# | $x_1$ | the first entry of the vector $x$ | `x[0]` |
# | $x \in \mathbb{R}^n$ | a vector of $n$ entries, shape $(n{,})$; with the comma Python writes a shape of one number | `x.shape` |
# | $X \in \mathbb{R}^{n \times d}$ | a matrix of $n$ rows and $d$ columns, shape $(n, d)$ | `X.shape` |
# | row 1 of $X$ | the first example: a row is an example | `X[0]` |
# | $X_{12}$ | row 1, column 2 | `X[0, 1]` |
# | $\sum_{i=1}^{n} x_i^2$ | start at 0; for each $i$ from 1 to $n$, add $x_i^2$ | `np.sum(x ** 2)` |
# | $\sum_{m=1}^{d} X_{im}$ | for each row $i$, add up its entries | `np.sum(X, axis=1)` |
# | $w \cdot x$ | multiply entry by entry, add the products | `w @ x` |
# | $Xw$ | the dot product of each row of $X$ with $w$ | `X @ w` |
# | $X^\top$ | rows become columns | `X.T` |
# | $\lVert x \rVert^2$ | the squared length of $x$, which is $x \cdot x$ | `x @ x` |
# | $\operatorname{argmax}_i x_i$ | the place of the largest entry, not its value | `np.argmax(x)` |
# | $\partial f / \partial w_1$ | the slope of $f$ if only $w_1$ moves; here measured by a **central difference**, $\varepsilon$ to either side | `(f(w + step) - f(w - step)) / (2 * eps)`, where `step` is `eps` in the first entry and 0 elsewhere |
#
# Two letters have other names in code: $\lambda$ is `lam`, as `lambda` is a word of Python, and the learning rate $\alpha$ is `lr`.
#
# The cell computes every row of the table for small numbers, and compares each with the value worked out by hand.

# %%
x = np.array([1.0, 3.0, 2.0])
w = np.array([2.0, 1.0, 0.5])
X = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 4.0]])

def f(w):
    return w @ w

eps = 1e-6
step = np.array([eps, 0.0, 0.0])
slope = (f(w + step) - f(w - step)) / (2 * eps)

rows = [  # notation, NumPy, computed, by hand
    ("x₁", "x[0]", x[0], 1.0),
    ("shape of x", "x.shape", x.shape, (3,)),
    ("shape of X", "X.shape", X.shape, (2, 3)),
    ("row 1 of X", "X[0]", X[0], [1.0, 2.0, 0.0]),
    ("X₁₂", "X[0, 1]", X[0, 1], 2.0),
    ("Σᵢ xᵢ²", "np.sum(x ** 2)", np.sum(x ** 2), 1.0 + 9.0 + 4.0),
    ("Σₘ Xᵢₘ", "np.sum(X, axis=1)", np.sum(X, axis=1), [3.0, 5.0]),
    ("w · x", "w @ x", w @ x, 2.0 + 3.0 + 1.0),
    ("Xw", "X @ w", X @ w, [4.0, 3.0]),
    ("Xᵀ", "X.T", X.T, [[1.0, 0.0], [2.0, 1.0], [0.0, 4.0]]),
    ("‖x‖²", "x @ x", x @ x, 14.0),
    ("argmaxᵢ xᵢ", "np.argmax(x)", np.argmax(x), 1),
    ("∂f/∂w₁", "(f(w + step) - …", slope, 2 * w[0]),
]
for notation, code, computed, by_hand in rows:
    shown = computed
    if not isinstance(computed, tuple):
        shown = np.round(computed, 6).tolist()
    print(f"{notation:<12}{code:<20}{shown}")
    assert np.allclose(computed, by_hand, rtol=0, atol=1e-8)

# %% [markdown]
# The largest entry of $x$ is the second one, and `np.argmax` gives 1, as it counts from 0. For $f(w) = w \cdot w$ the slope in the
# direction of $w_1$ is $2 w_1$, and the central difference gives it.

# %% [markdown]
# ## Four steps: the map of the course
#
# A model has **parameters**, here called $w$. To train it on examples whose answers $y$ are known, four steps are repeated:
#
# | step | the question it answers | topics |
# |---|---|---|
# | **1. Forward pass** | What does the model predict? | `affine_prediction`, `logistic_bce`, `softmax`, `worked_backprop` |
# | **2. Loss** | How wrong is that, in one number? | `least_squares`, `ridge_path`, `logistic_bce`, `softmax` |
# | **3. Gradients** | How does the loss change if one parameter grows a little? | `least_squares`, `logistic_bce`, `softmax`, `worked_backprop` |
# | **4. Update** | Which parameters are better? | `least_squares`, `logistic_bce`, `worked_backprop` |
# | before and after | Are the features fit to learn from? Can the result be trusted? | `standardization`, `diagnostics` |
# | all four | Can you do it without help? | `training_step` |
#
# Here are the four steps for one example and one parameter. The prediction is $\hat y = w x$ (read "y hat"). The loss is
# $\tfrac12 (\hat y - y)^2$, and its gradient is $(\hat y - y)\,x$. Nothing of it need be clear yet. Look at one thing: the loss after the update is smaller.

# %%
x, y = 2.0, 6.0
w, lr = 1.0, 0.1

prediction = w * x
loss = (prediction - y) ** 2 / 2
gradient = (prediction - y) * x
new_w = w - lr * gradient
new_loss = (new_w * x - y) ** 2 / 2

print(f"1. forward pass   prediction {prediction:g}, wanted {y:g}")
print(f"2. loss           {loss:g}")
print(f"3. gradient       {gradient:g}")
print(f"4. update         w from {w:g} to {new_w:g}")
print(f"   loss again     {new_loss:.4g}")
assert new_loss < loss

# %% [markdown]
# ## The ten notebooks
#
# In this order each notebook finds what it needs in those before it.
#
# | | notebook | what you do | needs | minutes | difficulty |
# |---|---|---|---|---|---|
# | 0 | `start_here` | Write, check and hand in your first function |  | 25 | ●○○ |
# | 1 | `affine_prediction` | Predict with weights and a bias | `start_here` | 45 | ●○○ |
# | 2 | `least_squares` | Walk downhill to the best weights | `affine_prediction` | 75 | ●●○ |
# | 3 | `ridge_path` | Shrink weights with a penalty | `least_squares` | 75 | ●●○ |
# | 4 | `logistic_bce` | Answer yes or no with a probability | `affine_prediction`, `least_squares` | 70 | ●●○ |
# | 5 | `softmax` | Turn scores into probabilities | `affine_prediction` | 60 | ●●○ |
# | 6 | `standardization` | Put all features on one scale | `least_squares` | 60 | ●●○ |
# | 7 | `diagnostics` | Find out what is wrong with a model | `least_squares`, `standardization` | 95 | ●●○ |
# | 8 | `worked_backprop` | Send the error back through a network | `logistic_bce` | 90 | ●●● |
# | 9 | `training_step` | Train a network that predicts the next word | `softmax`, `worked_backprop` | 90 | ●●● |

# %% [markdown]
# Whatever you check is noted in a file on your own machine, and nowhere else. The next cell shows how far you are, and which exercise
# comes next. Run it again whenever you like.

# %%
progress()

# %% [markdown]
# ## A worked example
#
# A sum of products, term by term, for $w = (2, -1, 0.5)$ and $x = (3, 4, 2)$:
#
# $$\sum_{i=1}^{3} w_i x_i = 2 \cdot 3 + (-1) \cdot 4 + 0.5 \cdot 2 = 6 - 4 + 1 = 3$$
#
# Nothing has been added at the start, so the sum so far is 0. Each turn of the loop adds one term. The cell prints every turn, and checks
# the result against the formula and against the dot product.

# %%
w = np.array([2.0, -1.0, 0.5])
x = np.array([3.0, 4.0, 2.0])

so_far = 0.0
for i in range(3):
    so_far = so_far + w[i] * x[i]
    print(f"w[{i}] * x[{i}] = {w[i] * x[i]:4g}   sum so far {so_far:4g}")
assert so_far == 6 - 4 + 1 == 3
assert so_far == w @ x

# %% [markdown]
# ## Exercise 1: the sum of a vector
#
# $$\operatorname{total}(x) = \sum_{i=1}^{n} x_i = x_1 + x_2 + \dots + x_n$$
#
# **Why so.** The sign $\sum$ is a loop written in one letter. Below it stands where $i$ starts, above it where $i$ ends, and to the right
# what is added in each turn. Every entry is added once, with its sign.
#
# **What goes wrong.**
#
# - A `return` is forgotten. Then the function gives `None`, whatever it has computed or printed.
# - The `return` stands inside the loop. Then the function ends in the first turn.
# - The loop starts at index 1. Then $x_1$ is left out, which is `x[0]` in code.
# - The vector is empty. It has no first entry, and its sum is 0.
#
# Write your code in the next cell, run it, then run `check(total)`.

# %% [markdown] hints="total"
# 1. In the worked example, which part of the loop is the term? What is the term here?
# 2. Either keep a sum so far that starts at 0 and grows by one entry in each turn, or find the function in the table of symbols that adds for you, and leave out the square.
# 3. As a loop it is four lines: the start, the `for`, the addition inside it, and a `return` that is not indented under the `for`. With NumPy it is one `return`.

# %% answer="total"
def total(x):
    """Σᵢ x[i].

    x : vector, shape (n,), n may be 0
    returns the sum of its entries, a float
    """
    ### BEGIN SOLUTION
    return float(np.sum(x))
    ### END SOLUTION

# %%
check(total)

# %% [markdown]
# The next three cells are the visible tests, the following three the hidden ones. You need not read their code: the first line says in a
# sentence what is tested. `assert` does nothing if what follows it is true, and stops the cell with an error if not.

# %% test="total_of_three_entries"
# The sum of 2, 3 and 6 is 11.
got = total(np.array([2.0, 3.0, 6.0]))
expected = 11.0
assert close(got, expected), difference(got, expected)

# %% test="total_keeps_signs_and_fractions"
# Five entries, two of them negative, are added with their signs and fractions.
got = total(np.array([1.5, -4.0, 2.0, -0.75, 3.0]))
expected = 1.75
assert close(got, expected), difference(got, expected)

# %% test="total_of_nothing_is_zero"
# The empty vector has the sum 0.
got = total(np.array([]))
expected = 0.0
assert close(got, expected), difference(got, expected)

# %% hidden="total_equals_a_loop" points=1
# For any vector, with zeros and equal entries too, it is what adding one entry after the other gives.
rng = np.random.default_rng(1)
vectors = [rng.normal(size=n) * 10 for n in [2, 3, 5, 8, 40]]
for x in [*vectors, np.array([1.5, 1.5, 0.0, 1.5, -4.0, -4.0])]:
    expected = 0.0
    for i in range(len(x)):
        expected = expected + x[i]
    got = total(x)
    assert close(got, expected, atol=1e-9), difference(got, expected)

# %% hidden="total_of_no_or_one_entry" points=1
# The empty vector has the sum 0, and the sum of one entry is that entry.
got = total(np.array([]))
assert close(got, 0.0), difference(got, 0.0)
for entry in [-7.25, 0.0, 3.5]:
    got = total(np.array([entry]))
    assert close(got, entry), difference(got, entry)

# %% hidden="total_leaves_its_argument_alone" points=1
# The vector stays the same, and its sum comes back as a single number.
x = np.array([2.0, -1.0, 0.5, 4.0])
before = x.copy()
got = total(x)
assert np.ndim(got) == 0
assert close(got, 5.5), difference(got, 5.5)
assert np.array_equal(x, before)

# %% [markdown]
# ## Play: one term at a time
#
# The picture adds the terms of a vector from left to right, with your `total`. Move the slider one step at a time.
#
# - When does the point go down, and by how much? Where do you see this number on the left?
# - Move the slider to 0. Where is the point, and which vector has your `total` been given?
#
# In a new cell, `pictures.running_sum(total, [4, -1, -3])` draws a vector of your own choice.

# %%
pictures.running_sum(total)

# %% [markdown]
# ## In your own words
#
# Cut a vector into two parts, anywhere. The total of the whole is the total of the first part plus the total of the second. Now make the
# cut before the first entry, so that the first part is empty.
# Say in two or three sentences which total the empty part must have, why no other would do, and what in your code gives it.
#
# *1 point, read by a person.*

# %%
whiteboard("total_in_your_words")

# %% [markdown] written="total_in_your_words" points=1
# The second part is the whole vector, so the total of the empty part plus the total of the whole must be the total of the whole. Only 0
# changes nothing when it is added. In my code `np.sum` starts at 0 and finds no entry to add; in a loop, the sum so far starts at 0 and
# the loop has no turn.
#
# *Rubric: 1 point for 0 with the reason that adding it leaves the other part's total as it is, and for naming what in the code gives it.*

# %% [markdown]
# ## Take away
#
# 1. $\sum$ is a loop: a start at 0, and one term added in each turn. Formulas count from 1, code counts from 0.
# 2. Edit, run, check, validate, submit. Visible tests say what is missing, hidden tests carry the points.
# 3. Training repeats four steps: forward pass, loss, gradients, update.
#
# **Notes:** what would you like to find here when you come back? They stay on your machine, in a browser tab in this browser, and are not handed in.

# %%
notes("start_here")

# %% [markdown]
# **Before you go:** how was it? Change the values below, run the cell and save. This carries no points.

# %%
self_assessment(
    confidence=None,  # 1 (guessing) to 5 (I could explain it)
    hardest="",       # the hardest exercise, such as "total"
    difficulty=None,  # 1 (easy) to 5 (hard)
    minutes=None,     # how long it took, if you like to say
)

# %% [markdown]
# **Hand in:** save, press *Validate*, and submit as your course tells you. **Next:** `affine_prediction`, which turns features into a
# prediction with a weighted sum.
