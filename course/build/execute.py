"""Run a composed notebook and keep what it shows."""

import os
import tempfile

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode
from traitlets.config import Config

from course.build.errors import BuildError

_WIDGET = "application/vnd.jupyter.widget-view+json"
_SECONDS_PER_CELL = 120


def execute(notebook: NotebookNode, name: str) -> NotebookNode:
    """Run every cell in a new kernel, in an empty folder; raises `BuildError` where one stops.

    Two runs on one machine give the same bytes: no time stamps, no kernel version, no widget ids.
    """
    language_info = dict(notebook.metadata.language_info)
    with tempfile.TemporaryDirectory() as scratch:
        client = NotebookClient(
            notebook,
            timeout=_SECONDS_PER_CELL,
            kernel_name="python3",
            resources={"metadata": {"path": scratch}},
            coalesce_streams=True,
            record_timing=False,
            store_widget_state=False,
            config=Config(KernelManager={"transport": "ipc", "ip": f"{scratch}/kernel"}),
        )
        try:
            client.execute(env={**os.environ, "MATH_TO_CODE_HOME": ""})  # nobody's progress
        except CellExecutionError as error:
            raise BuildError(f"{name}: a cell stopped with {error.ename}: {error.evalue}") from error
    notebook.metadata.language_info = language_info
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(_WIDGET, None)
    return notebook
