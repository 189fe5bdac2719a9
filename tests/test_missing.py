"""A cell that is run too early says which one to run, or what to write, first."""

import re

import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from course.lab.missing import advice_on


def advice(source: str, notebook: str = "softmax") -> str:
    try:
        exec(source, {})
    except Exception as error:
        return advice_on(error, notebook)
    raise AssertionError("nothing was missing")


def test_a_notebook_run_out_of_order_says_what_is_missing_and_where_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", "somewhere/softmax.ipynb")
    stub = "def log_softmax(Z):\n    raise NotImplementedError('not written yet')"
    sources = [
        "from course.lab import check",
        "check(log_softmax)",
        "print(exponentials)",
        stub,
        "log_softmax(1)",
    ]
    notebook = new_notebook(cells=[new_code_cell(source) for source in sources])
    NotebookClient(notebook, allow_errors=True, kernel_name="python3").execute()
    shown = [
        re.sub(r"\x1b\[[\d;]*m", "", "\n".join(output["traceback"]))
        for cell in notebook.cells
        for output in cell.outputs
    ]
    assert [each.splitlines()[-1].partition(" heading ")[2].partition(":")[0] for each in shown] == [
        "'Exercise 2",
        "'A worked example'",
        "'Exercise 2",
    ]
    assert "NameError: name 'log_softmax' is not defined" in shown[0]


def test_a_name_that_several_notebooks_make_is_looked_up_in_this_one() -> None:
    assert "'A worked example'" in advice("w", "affine_prediction")
    assert "'Symbols and shapes'" in advice("w", "start_here")


def test_a_name_that_only_one_notebook_makes_is_found_whatever_the_file_is_called() -> None:
    assert "'Exercise 3: one-hot targets'" in advice("one_hot", "softmax(2)")


def test_a_name_that_no_cell_makes_asks_for_its_spelling() -> None:
    assert advice("one_hott").startswith("Is one_hott spelled as it was?")


@pytest.mark.parametrize("source", ["def f():\n    x += 1\nf()", "raise NotImplementedError", "1 / 0"])
def test_other_errors_get_no_advice(source: str) -> None:
    assert advice(source) == ""
