"""Bodies of `total(x)` that do not end by themselves."""

# Each with the line that it hangs at, in a cell whose first line is the `def`.
HANGING = {
    "a while": ("while True:\n    pass", 2, "while True:"),
    "on one line": ("while x is not None: pass", 2, "while x is not None: pass"),
    "a for": ("from itertools import count\nfor i in count():\n    i += 1", 3, "for i in count():"),
    "a loop in a loop": ("while True:\n    for i in range(9):\n        pass", 2, "while True:"),
    "an endless loop in one that ends": ("for i in x:\n    while True:\n        pass", 3, "while True:"),
    "prints": ("while True:\n    print('again')", 2, "while True:"),
    "asleep": ("import time\nwhile True:\n    time.sleep(100)", 3, "while True:"),
    "catches an interrupt": (
        "while True:\n    try:\n        x.sum()\n    except KeyboardInterrupt:\n        pass",
        2,
        "while True:",
    ),
    "catches all": ("while True:\n    try:\n        x.sum()\n    except:\n        pass", 2, "while True:"),
    "sleeps and catches all": (
        "import time\nwhile True:\n    try:\n        time.sleep(1)\n    except:\n        x.sum()",
        3,
        "while True:",
    ),
    "asks again": (
        "while True:\n    try:\n        return float(input())\n    except:\n        print('A number!')",
        2,
        "while True:",
    ),
}

RECURSION = {
    "plain": "return total(x)",
    "in sorted": "return sorted(x, key=lambda v: total(x))[0]",
    "in NumPy": "return np.vectorize(total)(x)",
    "in repr": "class A:\n    def __repr__(self): return f'{self}'\n    __str__ = __repr__\nreturn str(A())",
    "in objects": (
        "class D:\n    def __add__(self, other): return np.array([D()], dtype=object) + 1\nreturn D() + 1"
    ),
}
