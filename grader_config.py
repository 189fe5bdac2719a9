# How nbgrader works in this course. nbgrader_config.py loads this file, so that the stock commands,
# the formgrader and `course` all see the same.
import os
import sys
from pathlib import Path

from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearOutput,
    ClearSolutions,
    ComputeChecksums,
    DeduplicateIds,
    IgnorePattern,
    IncludeHeaderFooter,
    InstantiateTests,
    LimitOutput,
    LockCells,
    OverwriteCells,
    OverwriteKernelspec,
    SaveAutoGrades,
)

c = get_config()  # noqa: F821

# nbgrader calls alembic by name: it is beside this Python, whether or not the environment is active.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])

# This course's own steps are named by text: what is not needed is not loaded.
c.CourseDirectory.course_id = "math_to_code"

c.ClearSolutions.code_stub = {
    "python": 'raise NotImplementedError("not written yet")  # replace this line with your code'
}
c.ClearSolutions.text_stub = "*Write your answer here.*"

# Kept from nbgrader's defaults on purpose: ClearHiddenTests comes after ComputeChecksums and
# SaveCells, and checksums are computed again after it.

# nbgrader's own list, with SaveChangedCells in the place of SaveCells.
c.GenerateAssignment.preprocessors = [
    IncludeHeaderFooter,
    InstantiateTests,
    LockCells,
    ClearSolutions,
    ClearOutput,
    CheckCellMetadata,
    ComputeChecksums,
    "course.grading.SaveChangedCells",
    ClearHiddenTests,
    ClearMarkScheme,
    ComputeChecksums,
    CheckCellMetadata,
]

# A damaged submission is repaired as it is read, and its cells are found again by the released ones.
c.Autograde.exporter_class = "course.grading.repair.AnyBytesExporter"
c.Autograde.sanitize_preprocessors = [
    "course.grading.repair.Restore",
    ClearOutput,
    DeduplicateIds,
    OverwriteKernelspec,
    OverwriteCells,
    CheckCellMetadata,
]
# nbgrader's own list, with Examine in the place of Execute, AssignPenalties in that of AssignLatePenalties.
c.Autograde.autograde_preprocessors = [
    "course.grading.Examine",
    IgnorePattern,
    ClearMetadataPreprocessor,
    LimitOutput,
    SaveAutoGrades,
    "course.deadlines.AssignPenalties",
    CheckCellMetadata,
]
# What lateness costs stands in deadlines.toml.
c.AssignLatePenalties.plugin_class = "course.deadlines.LatePenalty"
# Redact after the grades are known: hidden tests stay hidden in feedback. Our page loads and runs nothing.
c.GenerateFeedback.preprocessors = ["course.grading.redact.ReadGrades", "course.grading.Redact"]
c.GenerateFeedback.exporter_class = "course.grading.feedback_page.FeedbackExporter"

# The formgrader: rubrics stand below written answers, and nothing that a student wrote is live.
c.HTMLExporter.preprocessors = ["course.grading.by_hand.ShowRubrics"]
c.HTMLExporter.filters = {"markdown2html": "course.grading.by_hand.markdown_of_cell"}
