# Answers and tests of them that hold: a test cannot tell that the function runs elsewhere.

# %% faithful="an array changed in place is changed for the test"
def f(x):
    x[0] = 7
# ----------
x = np.zeros(2)
assert f(x) is None
assert x.tolist() == [7, 0]

# %% faithful="a list changed in place is changed for the test"
def f(x):
    x.append([1])
    x[0].clear()
# ----------
inner = [5]
x = [inner]
f(x)
assert x == [[], [1]] and inner == []

# %% faithful="a dict changed in place keeps its order"
def f(x):
    x['b'] = x.pop('a')
    x['a'] = np.ones(1)
# ----------
x = {'a': 1, 'c': 2}
f(x)
assert list(x) == ['c', 'b', 'a'] and x['a'].tolist() == [1]

# %% faithful="an argument given twice is one object"
def f(x, y):
    return x is y
# ----------
x = np.zeros(2)
assert f(x, x)
assert not f(x, x.copy())
a = [1]
assert f(a, a)

# %% faithful="a returned argument is the same object"
def f(x):
    return [x, x]
# ----------
x = [1]
assert f(x)[0] is x is f(x)[1]

# %% faithful="a function of the test's is called back"
def f(g, w):
    return [g(w + e) - g(w - e) for e in (1.0, 2.0)]
# ----------
calls = []
def g(w):
    calls.append(w)
    return float((w ** 2).sum())
assert f(g, np.array([3.0])) == [12, 24]
assert len(calls) == 4

# %% faithful="a function called back sees what has changed in place"
def f(g, w):
    w[0] += 1
    up = g(w)
    w[0] -= 1
    return up
# ----------
w = np.zeros(1)
assert f(lambda w: float(w[0]), w) == 1
assert w[0] == 0

# %% faithful="what a function called back raises can be caught there and here"
def f(g):
    try:
        g()
    except KeyError as error:
        return error.args
    return 0
# ----------
def g():
    raise KeyError('k')
assert f(g) == ('k',)

# %% faithful="an exception has its type and its words"
def f(x):
    raise IndexError('far', x)
# ----------
try:
    f(3)
    raise SystemError
except IndexError as error:
    assert error.args == ('far', 3)

# %% faithful="an exception of the student's own is of its built-in kind"
class Mine(ValueError):
    pass
def f(x):
    raise Mine('so')
# ----------
try:
    f(3)
except ValueError as error:
    assert str(error) == 'so' and type(error).__name__ == 'Mine'

# %% faithful="a singular matrix raises what NumPy raises"
def f(A):
    return np.linalg.inv(A)
# ----------
try:
    f(np.zeros((2, 2)))
    raise SystemError
except np.linalg.LinAlgError:
    pass

# %% faithful="a warning can be made an error"
import warnings
def f():
    warnings.warn('hm', DeprecationWarning)
# ----------
import warnings
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        f()
        raise SystemError
    except DeprecationWarning as w:
        assert str(w) == 'hm'

# %% faithful="errstate holds on the other side"
def f(x):
    return np.log(x)
# ----------
with np.errstate(all='raise'):
    try:
        f(np.zeros(1))
        raise SystemError
    except FloatingPointError:
        pass
with np.errstate(all='ignore'):
    assert f(np.zeros(1)) == -np.inf

# %% faithful="numbers arrive as they left"
def f(x):
    return x
# ----------
import math
for x in (True, 0, -1, 2**63, -2**200, 0.1, 1e308, 1+2j, 'é\n', b'\x00', None, (), (1, (2,)), [], {}):
    assert f(x) == x and type(f(x)) is type(x), x
assert math.isnan(f(math.nan)) and math.copysign(1, f(-0.0)) == -1

# %% faithful="NumPy's scalars keep their type"
def f(x):
    return x
# ----------
for x in (np.float32(0.1), np.int8(-3), np.bool_(True), np.complex64(1j), np.uint64(2**63), np.longdouble(2)):
    assert f(x) == x and type(f(x)) is type(x), x

# %% faithful="arrays keep dtype, shape, order and being read-only"
def f(x):
    return x.dtype.str, x.shape, x.flags.writeable, x.flags.f_contiguous, x
# ----------
fixed = np.arange(3)
fixed.flags.writeable = False
for x in (np.zeros((0, 3)), np.array(2.0), np.zeros((2, 3), order='F'), np.arange(3, dtype='>i2'), fixed, np.arange(6)[::2]):
    dtype, shape, writeable, in_columns, y = f(x)
    assert (dtype, shape, writeable) == (x.dtype.str, x.shape, x.flags.writeable)
    assert in_columns == x.flags.f_contiguous or x.strides == (16,)
    assert np.array_equal(x, y) and x.dtype == y.dtype

# %% faithful="recursion stays on the other side"
def f(n):
    return 1 if n == 0 else n * f(n - 1)
# ----------
assert f(200) % 10 == 0

# %% faithful="keywords and defaults work"
def f(a, *, b=2):
    return a + b
# ----------
assert f(1) == 3 and f(a=1, b=5) == 6

# %% faithful="a name and a docstring are there"
def f(x):
    'Says so.'
# ----------
assert f.__name__ == 'f' and f.__doc__ == 'Says so.' and callable(f)

# %% faithful="plain values are there"
f = {'A': 'scaling', 'n': [1, 2]}
# ----------
assert f == {'A': 'scaling', 'n': [1, 2]}

# %% faithful="a student's function can be handed to another"
def f(g, x):
    return g(g, x) if callable(g) and x else 'end'
# ----------
assert f(f, 0) == 'end'

# %% faithful="views of one array share their memory on the other side"
def f(a, b):
    a[0] = 7
    return float(b[0]), np.shares_memory(a, b)
# ----------
x = np.arange(4.0)
assert f(x[:2], x) == (7, True) and x[0] == 7
x = np.zeros((2, 3), order='F')
assert f(x[:, 0], x.T[0]) == (7, True)
assert f(np.zeros(3), np.ones(3)) == (1, False)

# %% faithful="a returned view of an argument is a view"
def f(x):
    return x[::-1], x.T, x.copy()
# ----------
for x in (np.arange(4.0), np.zeros((2, 3)), np.zeros((2, 3), order='F')):
    turned, transposed, copied = f(x)
    turned[...] = 5
    assert np.all(x == 5) and np.shares_memory(x, transposed)
    assert not np.shares_memory(x, copied) and np.all(copied != 5)
assert f(np.arange(6)[::2])[0].tolist() == [4, 2, 0]

# %% faithful="sets, ranges, fractions, dates and the like keep their type"
def f(x):
    return x
# ----------
import collections, datetime, decimal, fractions
for x in ({1, 'a', (2,)}, frozenset({1, frozenset()}), range(1, 9, 2), slice(None, 2), ..., fractions.Fraction(1, 3),
          decimal.Decimal('1.50'), datetime.date(2024, 2, 29), datetime.datetime(2024, 2, 29, 1, 2, 3, 4),
          datetime.timedelta(-1, 2), datetime.time(1, 2), {'a': 1}.keys(), {'a': 1}.items(),
          collections.Counter('aab'), collections.OrderedDict(b=1, a=2), np.str_('a'), np.datetime64('2024-02-29')):
    assert f(x) == x and type(f(x)) is type(x), x
for x in (np.array(['a', 'bc']), np.array([b'a']), np.array(['2024-02-29'], 'M8[D]')):
    assert np.array_equal(f(x), x) and f(x).dtype == x.dtype
assert list(f({'a': 1}.values())) == [1]

# %% faithful="a set changed in place is changed for the test"
def f(x, c):
    x.discard(1)
    c.update('ab')
# ----------
import collections
x, c = {1, 2}, collections.Counter('a')
f(x, c)
assert x == {2} and c == {'a': 2, 'b': 1}

# %% faithful="a seed that the test sets reaches the function, and what it draws is drawn"
import random
def f():
    return random.random(), float(np.random.rand()), np.random.permutation(700).tolist()
# ----------
import random
expected = []
for draw in (f, lambda: (random.random(), float(np.random.rand()), np.random.permutation(700).tolist())):
    np.random.seed(3)
    random.seed(3)
    expected.append([draw(), np.random.rand(2).tolist(), draw(), random.sample(range(99), 9), draw()])
assert expected[0] == expected[1]

# %% faithful="a generator of random numbers as an argument is drawn from"
def f(rng, n=3):
    return rng.normal(size=n).tolist(), int(rng.integers(10)), rng.permutation(5).tolist()
# ----------
def g(rng, n=3):
    return rng.normal(size=n).tolist(), int(rng.integers(10)), rng.permutation(5).tolist()
here, there = np.random.default_rng(4), np.random.default_rng(4)
for n in (1, 2, 1000):
    assert f(there, n) == g(here, n)
    assert there.bit_generator.state == here.bit_generator.state
    assert there.random() == here.random()

# %% faithful="what a function says of itself is there"
def f(x: int, y=(1, 2), *rest, key: 'text' = None, other=print, **more) -> float:
    inner = x
    return inner
# ----------
import inspect
assert str(inspect.signature(f)) == "(x: int, y=(1, 2), *rest, key: 'text' = None, other=<built-in function print>, **more) -> float"
assert list(inspect.signature(f).parameters) == ['x', 'y', 'rest', 'key', 'other', 'more']
assert f.__annotations__ == {'x': int, 'key': 'text', 'return': float}
assert f.__defaults__ == ((1, 2),) and f.__kwdefaults__['key'] is None and f.__module__ == '__main__'
assert f.__code__.co_varnames == ('x', 'y', 'key', 'other', 'rest', 'more', 'inner') and f.__code__.co_argcount == 2

# %% faithful="a function that is returned can be called, again and again"
def f(n):
    def add(m, *, k=0):
        return f(n + m) if k else n + m
    return add
# ----------
assert f(3)(4) == 7 and f(3)(4, k=1)(5) == 12
adders = [f(n) for n in range(3)]
assert [add(1) for add in adders] == [1, 2, 3]
x = f(1)
assert callable(x) and x is x and f(2) is not x and x is not None

# %% faithful="a returned function can be handed back"
def f(g, x):
    return g(x) if x else lambda y: 2 * y
# ----------
assert f(f(None, 0), 4) == 8

# %% faithful="generators and iterators are drawn from, step by step"
def f(n, seen=None):
    for i in range(n):
        if seen is not None:
            seen.append(i)
        yield np.full(2, i)
# ----------
assert [x.tolist() for x in f(3)] == [[0, 0], [1, 1], [2, 2]]
x = f(2)
next(x)
assert next(x).tolist() == [1, 1] and next(x, 'end') == 'end' and iter(x) is x
try:
    len(f(2))
    raise SystemError
except TypeError:
    pass
assert dict(zip('ab', f(5)))['b'][0] == 1

# %% faithful="what was changed before an exception is changed, whatever the exception holds"
def f(x):
    x.append(2)
    raise ValueError(object())
# ----------
x = [1]
try:
    f(x)
    raise SystemError
except ValueError:
    assert x == [1, 2]

# %% faithful="a warning of NumPy's is of its kind"
def f():
    return np.array([1j]).astype(float)
# ----------
import warnings
with warnings.catch_warnings():
    warnings.simplefilter('error', np.exceptions.ComplexWarning)
    try:
        f()
        raise SystemError
    except np.exceptions.ComplexWarning:
        pass
