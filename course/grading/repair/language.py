"""Which language a notebook is written in: there is no repair for another than Python."""

from nbformat import NotebookNode


class NotPythonError(ValueError):
    """A notebook is written in a language that this engine does not grade: says which."""


def refuse_other_languages(notebook: NotebookNode, name: str) -> None:
    """Raise `NotPythonError` where a notebook says that it is of another language."""
    kernel = notebook.metadata.get("kernelspec", {})
    told = str(kernel.get("language") or notebook.metadata.get("language_info", {}).get("name") or "python")
    if told.lower() not in ("python", "ipython", "python3"):
        raise NotPythonError(f"{name}.ipynb is written in {told}, and only Python is graded here")
