"""What happens to honest notebooks on their way: each function damages one, given as JSON data."""

import copy
import json
from pathlib import Path
from typing import Any

import nbformat

Notebook = dict[str, Any]
ANSWER, TEST = "softmax", "softmax_"
RELEASED = Path(__file__).parents[2] / "release/softmax/softmax.ipynb"


def name(cell: Notebook) -> str:
    marks = cell["metadata"].get("nbgrader") if isinstance(cell.get("metadata"), dict) else None
    return str((marks or {}).get("grade_id", ""))


def find(nb: Notebook, start: str) -> Notebook:
    return next(cell for cell in nb["cells"] if name(cell).startswith(start))


def byte_order_mark(nb: Notebook) -> bytes:
    return b"\xef\xbb\xbf" + json.dumps(nb).encode()


def utf_16(nb: Notebook) -> bytes:
    return json.dumps(nb, ensure_ascii=False).encode("utf-16")


def no_metadata_in_any_cell(nb: Notebook) -> None:
    for cell in nb["cells"]:
        cell["metadata"].clear()


def no_marks(nb: Notebook) -> None:
    for cell in nb["cells"]:
        cell["metadata"].pop("nbgrader", None)


def metadata_of_other_kinds(nb: Notebook) -> None:
    nb["metadata"] |= {"kernelspec": {"name": 5}, "authors": "me", "title": 7}
    for cell in nb["cells"]:
        cell["metadata"] |= {"tags": "none", "name": 3, "collapsed": "yes"}


def no_metadata_of_the_notebook(nb: Notebook) -> None:
    nb["metadata"] = None


def no_ids(nb: Notebook) -> None:
    for cell in nb["cells"]:
        cell.pop("id")


def one_id_everywhere(nb: Notebook) -> None:
    for cell in nb["cells"]:
        cell["id"] = "same"


def no_outputs(nb: Notebook) -> None:
    for cell in nb["cells"]:
        cell.pop("outputs", None)


def null_outputs(nb: Notebook) -> None:
    for cell in nb["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = None


def another_schema_version(nb: Notebook) -> None:
    for cell in nb["cells"]:
        cell["metadata"].get("nbgrader", {})["schema_version"] = 9


def other_points(nb: Notebook) -> None:
    for cell in nb["cells"]:
        cell["metadata"].get("nbgrader", {})["points"] = 99


def unlocked_tests(nb: Notebook) -> None:
    for cell in nb["cells"]:
        cell["metadata"].get("nbgrader", {})["locked"] = False


def text_as_lists(nb: Notebook) -> None:
    for cell in nb["cells"]:
        cell["source"] = "".join(cell["source"]).splitlines(keepends=True)


def cells_in_reverse(nb: Notebook) -> None:
    nb["cells"].reverse()


def a_test_before_its_answer(nb: Notebook) -> None:
    test = find(nb, TEST)
    nb["cells"].remove(test)
    nb["cells"].insert(0, test)


def a_deleted_test(nb: Notebook) -> None:
    nb["cells"].remove(find(nb, TEST))


def every_test_deleted(nb: Notebook) -> None:
    nb["cells"] = [c for c in nb["cells"] if not c["metadata"].get("nbgrader", {}).get("locked")]


def a_copy_of_the_stub_below(nb: Notebook) -> None:
    answer = find(nb, ANSWER)
    stub = copy.deepcopy(find(json.loads(RELEASED.read_text(encoding="utf-8")), ANSWER))
    nb["cells"].insert(nb["cells"].index(answer) + 1, stub)


def every_cell_twice(nb: Notebook) -> None:
    nb["cells"] += copy.deepcopy(nb["cells"])


def an_edited_test(nb: Notebook) -> None:
    find(nb, TEST)["source"] = "assert True"


def an_answer_turned_into_text(nb: Notebook) -> None:
    answer = find(nb, ANSWER)
    answer["cell_type"] = "markdown"
    del answer["outputs"], answer["execution_count"]


def cells_of_nothing(nb: Notebook) -> None:
    nb["cells"] += [None, 5, {}, {"cell_type": "code"}, {"cell_type": "heading", "source": "x", "level": 2}]


def null_as_text(nb: Notebook) -> None:
    nb["cells"].insert(3, {"cell_type": "code", "source": None, "metadata": {}, "outputs": []})


def an_old_format(nb: Notebook) -> Any:
    new = nbformat.reads(json.dumps(nb), as_version=4)
    return json.loads(nbformat.writes(nbformat.convert(new, 3), version=3))


def a_cell_that_marks_itself(nb: Notebook) -> None:
    marks = {"grade_id": "mine", "grade": True, "points": 50, "solution": True, "locked": False, "schema_version": 3}
    nb["cells"].append({"cell_type": "code", "source": "1", "metadata": {"nbgrader": marks}, "outputs": []})


def colab(nb: Notebook) -> None:
    nb["metadata"]["colab"] = {"provenance": []}
    for cell in nb["cells"]:
        cell["metadata"] |= {"id": "aBc", "colab": {"base_uri": "https://example.org"}, "outputId": "y"}


def vs_code(nb: Notebook) -> None:
    for cell in nb["cells"]:
        cell["metadata"]["vscode"] = {"languageId": "python"}


def utf_16_without_a_mark(nb: Notebook) -> bytes:
    return json.dumps(nb).encode("utf-16-be")


def utf_32(nb: Notebook) -> bytes:
    return json.dumps(nb).encode("utf-32")


def a_tail_of_zeros(nb: Notebook) -> bytes:
    return json.dumps(nb).encode() + bytes(5000)


def written_twice_into_one_file(nb: Notebook) -> bytes:
    return json.dumps(nb).encode() * 2


def a_comma_before_the_last_brace(nb: Notebook) -> bytes:
    return json.dumps(nb).encode()[:-1] + b",}"


def line_ends_of_windows(nb: Notebook) -> None:
    for cell in nb["cells"]:
        cell["source"] = "".join(cell["source"]).replace("\n", "\r\n")


def halves_of_characters(nb: Notebook) -> None:
    nb["metadata"]["title"] = "\ud83d"
    nb["cells"].insert(2, {"cell_type": "markdown", "source": "\ude00", "metadata": {"\ud800": 1}})


def nul_characters_in_an_answer(nb: Notebook) -> None:
    find(nb, ANSWER)["source"] = "\0" + "".join(find(nb, ANSWER)["source"]) + "\0"


def nested_without_end(nb: Notebook) -> None:
    deep: list[Any] = []
    for _ in range(900):
        deep = [deep]
    nb["cells"][0]["metadata"]["deep"] = nb["metadata"]["deep"] = deep


def numbers_that_are_none(nb: Notebook) -> None:
    nb["metadata"]["x"] = nb["cells"][0]["metadata"]["y"] = float("nan")
    nb["cells"][1]["metadata"]["z"] = float("-inf")


def the_format_as_a_word(nb: Notebook) -> None:
    nb["nbformat"], nb["nbformat_minor"] = "4", "five"


def a_format_of_the_future(nb: Notebook) -> None:
    nb["nbformat"], nb["nbformat_minor"] = 5, 99


def no_format(nb: Notebook) -> None:
    del nb["nbformat"], nb["nbformat_minor"]


def another_kernel(nb: Notebook) -> None:
    nb["metadata"]["kernelspec"] = {"name": "evil", "display_name": "evil", "language": "R"}
    nb["metadata"]["language_info"] = {"name": "R"}


def a_cell_of_millions_of_characters(nb: Notebook) -> None:
    nb["cells"].append({"cell_type": "markdown", "source": "x " * 2_000_000, "metadata": {}})


def thousands_of_cells(nb: Notebook) -> None:
    nb["cells"] += [{"cell_type": "code", "source": "1", "metadata": {}, "outputs": []} for _ in range(3000)]


def tests_turned_into_raw_text(nb: Notebook) -> None:
    for cell in nb["cells"]:
        if name(cell).startswith(TEST):
            cell["cell_type"] = "raw"


def ids_of_hundreds_of_letters(nb: Notebook) -> None:
    for cell in nb["cells"]:
        cell["id"] = "é" * 200


def attachments_of_other_kinds(nb: Notebook) -> None:
    cell = next(cell for cell in nb["cells"] if cell["cell_type"] == "markdown")
    cell["attachments"] = {"a.png": 5, "b": ["x"]}


def outputs_of_other_kinds(nb: Notebook) -> None:
    for cell in nb["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = ["text", 5, None, {"output_type": "error"}, {"output_type": "?"}]


DAMAGES = (
    byte_order_mark, utf_16, no_metadata_in_any_cell, no_marks, metadata_of_other_kinds, no_metadata_of_the_notebook, no_ids, one_id_everywhere,
    no_outputs, null_outputs, another_schema_version, other_points, unlocked_tests, text_as_lists, cells_in_reverse,
    a_test_before_its_answer, a_deleted_test, every_test_deleted, a_copy_of_the_stub_below, every_cell_twice,
    an_edited_test, an_answer_turned_into_text, cells_of_nothing, null_as_text, an_old_format,
    a_cell_that_marks_itself, colab, vs_code,
    utf_16_without_a_mark, utf_32, a_tail_of_zeros, written_twice_into_one_file, a_comma_before_the_last_brace, line_ends_of_windows, halves_of_characters, nul_characters_in_an_answer, nested_without_end, numbers_that_are_none, the_format_as_a_word, a_format_of_the_future, no_format, another_kernel, a_cell_of_millions_of_characters, thousands_of_cells, tests_turned_into_raw_text, ids_of_hundreds_of_letters, attachments_of_other_kinds, outputs_of_other_kinds,
)
