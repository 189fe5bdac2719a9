# Test cells as other courses write them: an answer for all of them, and one that stands between them.
# helper.py and data.csv lie beside the notebook.

# %% answer="first"
import math, os, random, sys, collections
import numpy as np, numpy as mynp
import matplotlib.pyplot as plt
from functools import partial
import helper
thrice = helper.triple(3)
text = open('data.csv').read()
open('made.txt', 'w').write('made')
total = 1
def double(x):
    'Twice.'
    return 2 * x
def quad(x): return double(double(x))
def greet(): print('hello')
class Counter:
    start = 0
    def __init__(self): self.total = 0
    def add(self, x): self.total += x
counter = Counter(); counter.add(5)
def some_set(): return {1, 2}
def cplx(): return 1 + 2j
def gen():
    yield 0
    yield 1
def rng(): return range(2)
NT = collections.namedtuple('NT', 'x')
def nt(): return NT(1)
from decimal import Decimal as D
def dec(): return D('1.5')
lam = lambda x: 2 * x
def adder(x): return lambda y: x + y
part = partial(lambda x, y: x + y, 1)
def bad(): raise KeyError('k')
class OwnError(Exception): pass
def own(): raise OwnError
def ask(): return input('name')
def arr(): return np.array([1., 2.])
an_array = np.array([1, 2]); a_list = [1, 2]; a_dict = {'a': 1}
async def co(): return 1
def roll(): return random.random()
def nproll(): return np.random.rand()
def mode(): return os.environ.get('MODE')
def reads(): return open('for_student.txt').read()
def root(x): return math.sqrt(x)
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)

# %% test="partial credit"
0.5

# %% test="partial credit by a value of the student's"
total / 2

# %% test="an empty value"
None

# %% test="a name bound by a test"
shared = double(3)
assert shared == 6

# %% test="a name of an earlier test"
assert shared == 6

# %% answer="between"
later = shared + 1

# %% test="a name of a test that a student read"
assert later == 7

# %% test="a module beside the notebook"
import helper
assert helper.triple(2) == 6

# %% test="a file beside the notebook"
assert open('data.csv').read() == 'a,b'

# %% test="a module that the student imported"
assert thrice == 9

# %% test="a file that the student read"
assert text == 'a,b'

# %% test="a line magic"
%time assert double(2) == 4

# %% test="input, which no one answers"
input('?')

# %% test="whether it is callable"
assert callable(double)

# %% test="a docstring"
assert double.__doc__ == 'Twice.'

# %% test="a function's name"
assert double.__name__ == 'double'

# %% test="a complex number"
assert cplx() == 1 + 2j

# %% test="a lambda"
assert lam(2) == 4

# %% test="a partial"
assert part(1) == 2

# %% test="an exception"
try:
    bad()
except KeyError as e:
    assert str(e) == "'k'"
else:
    assert False

# %% test="whether a name is there"
assert 'double' in globals()

# %% test="an array returned"
import numpy as np
np.testing.assert_allclose(arr(), [1, 2])

# %% test="an array"
assert an_array.sum() == 3

# %% test="a list"
assert a_list == [1, 2]

# %% test="a dictionary"
assert a_dict['a'] == 1

# %% test="a module by the student's name for it"
assert mynp.pi > 3

# %% test="eval"
assert eval('double(2)') == 4

# %% test="exec"
exec('assert double(2) == 4')

# %% test="the shell"
!echo hi

# %% test="deep recursion"
import sys
assert deep(500) == 500

# %% test="its source"
import inspect
assert 'return' in inspect.getsource(double)

# %% test="a function's type"
import types
assert isinstance(double, types.FunctionType)

# %% test="its defaults"
assert double.__defaults__ is None

# %% test="its code"
assert double.__code__.co_argcount == 1

# %% test="an instance"
c = Counter()
c.add(2)
assert c.total == 2

# %% test="an attribute of a class"
assert Counter.start == 0

# %% test="an instance that the student made"
assert counter.total == 5

# %% test="a set"
assert some_set() == {1, 2}

# %% test="a generator"
assert list(gen()) == [0, 1]

# %% test="a range"
assert list(rng()) == [0, 1]

# %% test="a named tuple"
assert nt().x == 1

# %% test="a decimal"
from decimal import Decimal
assert dec() == Decimal('1.5')

# %% test="a closure"
assert adder(2)(3) == 5

# %% test="an exception class of the student's"
try:
    own()
except OwnError:
    pass

# %% test="redirected output"
import io, contextlib
with contextlib.redirect_stdout(io.StringIO()) as out:
    greet()
assert out.getvalue() == 'hello\n'

# %% test="captured output"
from IPython.utils.capture import capture_output
with capture_output() as c:
    greet()
assert c.stdout == 'hello\n'

# %% test="a signature"
import inspect
assert list(inspect.signature(double).parameters) == ['x']

# %% test="a function taken away"
orig = double
del double
try:
    quad(1)
except NameError:
    pass
else:
    raise AssertionError
finally:
    double = orig

# %% test="a mock of input"
from unittest.mock import patch
with patch('builtins.input', return_value='Al'):
    assert ask() == 'Al'

# %% test="a mock of print"
from unittest.mock import patch
with patch('builtins.print') as p:
    greet()
p.assert_called_with('hello')

# %% test="a file of the student's"
assert open('made.txt').read() == 'made'

# %% test="a coroutine"
assert await co() == 1

# %% test="a seed"
import random
random.seed(1)
a = roll()
random.seed(1)
assert roll() == a

# %% test="NumPy's seed"
import numpy as np
np.random.seed(1)
b = np.random.rand()
np.random.seed(1)
assert nproll() == b

# %% test="the environment"
import os
os.environ['MODE'] = 'x'
assert mode() == 'x'

# %% test="a file for the student"
open('for_student.txt', 'w').write('x')
assert reads() == 'x'

# %% test="a module changed"
import math
old = math.sqrt
math.sqrt = None
try:
    root(4)
except TypeError:
    pass
else:
    raise AssertionError
finally:
    math.sqrt = old

# %% test="the current figure"
assert len(plt.gcf().axes) == 0
