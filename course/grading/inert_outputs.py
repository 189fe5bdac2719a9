"""Outputs of a notebook in the one form that is shown, made harmless."""

from nbformat import NotebookNode
from nbformat.v4 import new_output

from course.grading.formulas import inert_markdown
from course.grading.inert import inert_html

# The forms in which an output is shown, the best first; whatever is not here is not shown.
_FORMS = (
    "text/html",
    "text/markdown",
    "image/svg+xml",
    "image/png",
    "image/jpeg",
    "text/latex",
    "text/plain",
)
_WIDGET = "application/vnd.jupyter.widget-view+json"


def best_form(output: NotebookNode) -> str:
    """Return the form in which an output is shown: a MIME type, "widget", or "" for none."""
    data = output.get("data", {})
    if _WIDGET in data:
        return "widget"
    return next((form for form in _FORMS if isinstance(data.get(form), str)), "")


def inert_output(output: NotebookNode) -> NotebookNode | None:
    """Return an output for a template that trusts all it is given; None where there is no form to show."""
    if output.output_type in ("stream", "error"):
        return output
    form = best_form(output)
    text = output.data.get(form, "")
    if form == "widget":
        form, text = "text/html", "<em>An interactive picture</em>"
    elif form == "text/html":
        text = inert_html(text)
    elif form in ("text/markdown", "text/latex"):
        form, text = "text/html", inert_markdown(text)
    return new_output("display_data", {form: str(text)}) if form else None
