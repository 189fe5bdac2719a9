"""What runs beside the student's code, in the sandbox: no other room of the course is there.

Its modules import each other relatively, for inside the sandbox this package is called `inside`.
"""

import sys

# ipykernel then does without a debugger, which starts threads that no fork survives, and takes long to load.
sys.modules.setdefault("debugpy", None)  # type: ignore[arg-type]
