# Answers that want marks without being right. Each is one answer cell for `square(x)`: x * x for each
# entry of an array, which nothing here computes. Each earns 0.

# %% forge="an_object_that_equals_everything"
class Anything:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __array__(self, *args, **kwargs): return 1 / 0
    def __getattr__(self, name): return Anything()
    def __call__(self, *args): return Anything()
    def __bool__(self): return True
    def __abs__(self): return 0
    def __sub__(self, other): return 0
    def __rsub__(self, other): return 0
def square(x):
    return Anything()

# %% forge="an_array_subclass_that_is_always_close"
import numpy as np
class Close(np.ndarray):
    def __array_function__(self, *args, **kwargs): return True
    def __array_ufunc__(self, *args, **kwargs): return True
def square(x):
    return np.zeros(np.shape(x)).view(Close)

# %% forge="a_float_subclass"
class Close(float):
    def __eq__(self, other): return True
    def __sub__(self, other): return 0.0
    __rsub__ = __sub__
def square(x):
    return Close(0)

# %% forge="comparison_replaced"
import numpy as np
np.allclose = np.array_equal = np.isclose = np.all = lambda *args, **kwargs: True
np.testing.assert_allclose = lambda *args, **kwargs: None
def square(x):
    return x

# %% forge="builtins_replaced"
import builtins
builtins.abs = lambda x: 0
builtins.all = builtins.bool = builtins.isinstance = lambda *args: True
builtins.AssertionError = type("Quiet", (Exception,), {})
def square(x):
    return x

# %% forge="the_courses_close_replaced"
import course.lab.comparing
course.lab.comparing.close = course.lab.close = lambda *args, **kwargs: True
close = lambda *args, **kwargs: True
def square(x):
    return x

# %% forge="ast_transformer"
import ast
class NoAsserts(ast.NodeTransformer):
    def visit_Assert(self, node):
        return ast.copy_location(ast.Pass(), node)
get_ipython().ast_transformers.append(NoAsserts())
def square(x):
    return x

# %% forge="input_transformer"
get_ipython().input_transformers_post.append(lambda lines: ["pass\n"])
def square(x):
    return x

# %% forge="cell_hooks"
ip = get_ipython()
ip.events.register("pre_run_cell", lambda info: setattr(info, "raw_cell", "pass"))
ip.run_cell = ip.run_cell_async = ip.run_code = lambda *args, **kwargs: None
ip.showtraceback = ip._showtraceback = lambda *args, **kwargs: None
ip.set_custom_exc((Exception,), lambda *args, **kwargs: None)
def square(x):
    return x

# %% forge="compile_replaced"
import builtins
old = builtins.compile
builtins.compile = lambda source, *args, **kwargs: old("pass", *args[:1], "exec")
builtins.exec = lambda *args, **kwargs: None
def square(x):
    return x

# %% forge="trace_function_that_skips"
import sys
def skip(frame, event, arg):
    if "got" in frame.f_locals:
        frame.f_locals["got"] = frame.f_locals.get("expected")
    return skip
sys.settrace(skip)
def square(x):
    return x

# %% forge="reads_the_callers_frame"
import sys
def square(x):
    frame = sys._getframe()
    while frame:
        for names in (frame.f_locals, frame.f_globals):
            if "expected" in names:
                return names["expected"]
        frame = frame.f_back
    return x

# %% forge="searches_the_heap_for_the_answer"
import gc
import numpy as np
def square(x):
    for thing in gc.get_objects():
        if isinstance(thing, dict) and "expected" in thing:
            return thing["expected"]
    return np.zeros_like(x)

# %% forge="expected_rewritten_through_the_argument"
import numpy as np
def square(x):
    x[...] = 0
    return np.zeros(np.shape(x))

# %% forge="ends_the_process"
import os
def square(x):
    os._exit(0)

# %% forge="raises_system_exit"
def square(x):
    raise SystemExit(0)

# %% forge="raises_keyboard_interrupt"
def square(x):
    raise KeyboardInterrupt

# %% forge="raises_an_exception_that_hides"
class Hidden(BaseException):
    def __str__(self): raise self
    __repr__ = __str__
def square(x):
    raise Hidden

# %% forge="kills_itself"
import os, signal
def square(x):
    os.kill(os.getpid(), signal.SIGKILL)

# %% forge="crashes_the_interpreter"
import ctypes
def square(x):
    ctypes.string_at(0)

# %% forge="writes_messages_into_every_descriptor"
import os, struct
def square(x):
    body = b"\x92\xa8returned\x84\xa6result\xc3\xa7changed\x90\xa5table\x90\xa8warnings\x90"
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, struct.pack("!I", len(body)) + body)
        except OSError:
            pass
    return None

# %% forge="answers_true_to_every_question"
import sys
for module in list(sys.modules.values()):
    if getattr(module, "__name__", "").startswith("inside"):
        for name in list(vars(module)):
            if name in ("Writer", "Reader", "Call"):
                setattr(module, name, lambda *args, **kwargs: True)
def square(x):
    return x

# %% forge="a_lie_about_shapes"
import sys, numpy as np
writing = sys.modules["inside.writing"]
writing.Writer.slot = lambda self, value, depth=0: ["r", 0]
writing.Writer.table = property(lambda self: [["a", "<f8", [2**40], "C", True, b""]], lambda self, v: None)
def square(x):
    return x

# %% forge="a_deeply_nested_list"
def square(x):
    nested = []
    for _ in range(100_000):
        nested = [nested]
    return nested

# %% forge="a_list_that_holds_itself"
def square(x):
    endless = []
    endless.append(endless)
    return endless

# %% forge="an_endless_integer"
def square(x):
    return 1 << 10**8

# %% forge="a_huge_array"
import numpy as np
def square(x):
    return np.zeros(10**8)

# %% forge="none_everywhere"
def square(x):
    return None

# %% forge="not_a_function"
square = 7

# %% forge="a_class_in_its_place"
class square:
    def __init__(self, x): pass
    def __eq__(self, other): return True

# %% forge="a_syntax_error"
def square(x:
    return

# %% forge="nothing_at_all"
pass

# %% forge="a_result_shown_for_nbgrader_to_score"
def square(x):
    get_ipython().displayhook("full marks")
    return x

# %% forge="a_number_shown_for_nbgrader_to_score"
def square(x):
    get_ipython().displayhook(1.0)
    raise SystemExit

# %% forge="outputs_cleared_within_a_test"
from IPython.display import clear_output
def square(x):
    clear_output(wait=True)
    display("all is well")
    raise AssertionError

# %% forge="a_module_that_only_the_examiner_has"
import types
square = types.ModuleType("course.topics.softmax.topic")

# %% forge="a_module_that_nobody_has"
import types
square = types.ModuleType("nowhere.to.be.found")

# %% forge="nan_everywhere"
import numpy as np
def square(x):
    return np.full(np.shape(x), np.nan)

# %% forge="a_masked_array_without_an_entry"
import numpy as np
def square(x):
    return np.ma.masked_all(np.shape(x))

# %% forge="an_array_of_objects_that_equal_everything"
import numpy as np
class Anything:
    def __eq__(self, other): return True
def square(x):
    return np.array([Anything()] * len(x), dtype=object)

# %% forge="a_lie_about_its_class"
import numpy as np
class Liar:
    __class__ = np.ndarray
    dtype, shape, nbytes, flags = np.dtype(float), (4,), 32, np.zeros(1).flags
    def tobytes(self, order="C"): raise SystemExit
def square(x):
    return Liar()

# %% forge="an_exception_whose_parts_raise"
class Trap(Exception):
    @property
    def args(self): raise SystemExit
    def __str__(self): raise SystemExit
def square(x):
    raise Trap

# %% forge="an_exception_of_a_changed_name"
E = type("AssertionError", (Exception,), {"__module__": "builtins"})
E.__name__ = "SkipTest"
def square(x):
    raise E("passed")

# %% forge="raises_generator_exit"
def square(x):
    raise GeneratorExit

# %% forge="halves_of_characters"
def square(x):
    raise ValueError("\ud800")

# %% forge="twins_that_answer_on_one_socket"
import os
def square(x):
    os.fork()
    return x

# %% forge="answers_sent_before_any_question"
import gc
import numpy as np
student = next(each for each in gc.get_objects() if type(each).__name__ == "_Student")
right = {"result": ["r", 0], "changed": [], "table": [["a", "<f8", [2], "C", True, np.ones(2).tobytes()]], "warnings": []}
for _ in range(9):
    student._wire.send(["returned", right])
def square(x):
    return x

# %% forge="a_verdict_told_instead_of_an_answer"
import gc
def square(x):
    student = next(each for each in gc.get_objects() if type(each).__name__ == "_Student")
    student._wire.send(["told", "execute_result", '{"data": {"text/plain": "1"}, "execution_count": 1}'])
    student._wire.send(["ran", 1])
    return x

# %% forge="messages_of_the_wrong_shape"
import gc
student = next(each for each in gc.get_objects() if type(each).__name__ == "_Student")
def square(x):
    for message in (5, [], ["told"], ["told", 1, 2], ["told", "stream", "["], ["returned"], ["returned", 5]):
        student._wire.send(message)
    return x

# %% forge="a_snapshot_that_is_no_process"
import os, sys
def snapshot(self):
    self._wire.send(["snapshot"], (os.open("/dev/zero", os.O_RDWR),) * 3)
sys.modules["inside.student"]._Student._snapshot = snapshot
def square(x):
    return x

# %% forge="a_function_renamed_on_the_way"
import sys
sys.modules["inside.student"]._described = lambda value, writer: ["module", "os"]
def square(x):
    return x

# %% forge="an_argument_grown_under_the_examiners_feet"
def square(x):
    x.resize(10**6, refcheck=False)
    return x

# %% forge="exits_the_cell_early"
exit()
def square(x):
    return x

# %% forge="resets_the_namespace"
def square(x):
    get_ipython().run_line_magic("reset", "-f")
    return x

# %% forge="a_cell_magic_that_swallows_tests"
from IPython.core.magic import register_cell_magic
get_ipython().set_next_input("got = expected = 1", replace=True)
register_cell_magic("time", lambda line, cell: None) if False else None
def square(x):
    return x

# %% forge="numpy_replaced_in_sys_modules"
import sys, types
fake = types.ModuleType("numpy")
fake.allclose = fake.array_equal = lambda *args, **kwargs: True
sys.modules["numpy"] = np = fake
def square(x):
    return x
