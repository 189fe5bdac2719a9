"""Imported before anything that imports nbformat: leaves out what takes long and nobody here needs."""

import sys

# jsonschema would build a grammar of internationalised URLs, half a second for every process.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
