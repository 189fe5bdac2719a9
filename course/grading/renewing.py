"""A released assignment may change: its gradebook comes along, and what a person graded stays."""

from collections.abc import Iterable, Iterator

from nbformat import NotebookNode
from nbgrader.api import BaseCell, Comment, Grade, MissingEntry, Notebook
from nbgrader.preprocessors import SaveCells

from course.folder import CourseError


class SaveChangedCells(SaveCells):  # type: ignore[misc]
    """In the place of nbgrader's SaveCells, which refuses other cells once there are submissions."""

    def _create_notebook(self, nb: NotebookNode) -> None:
        try:
            notebook = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
        except MissingEntry:
            notebook = None
        if notebook is not None and notebook.submissions:
            self._remove_gone(notebook)
        super()._create_notebook(nb)
        notebook = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
        self.gradebook.db.add_all(list(_missing_rows(notebook)))
        self.gradebook.db.commit()

    def _remove_gone(self, notebook: Notebook) -> None:
        """Remove the cells that the source no longer has, and add those that are new."""
        db = self.gradebook.db
        for kept, cells in (
            (self.new_grade_cells, notebook.grade_cells),
            (self.new_solution_cells, notebook.solution_cells),
            (self.new_task_cells, notebook.task_cells),
            (self.new_source_cells, notebook.source_cells),
        ):
            for cell in [each for each in cells if each.name not in kept]:
                _refuse_to_lose(cell)
                for row in (*_grades(cell), *_comments(cell)):
                    db.delete(row)
                db.delete(cell)
        db.flush()
        db.expire(notebook)
        add = self.gradebook
        place = (self.notebook_id, self.assignment_id)
        for name, about in self.new_grade_cells.items():
            add.update_or_create_grade_cell(name, *place, **about)
        for name, about in self.new_solution_cells.items():
            add.update_or_create_solution_cell(name, *place, **about)
        for name, about in self.new_task_cells.items():
            add.update_or_create_task_cell(name, *place, **about)
        for name, about in self.new_source_cells.items():
            add.update_or_create_source_cell(name, *place, **about)


def _missing_rows(notebook: Notebook) -> Iterator[Grade | Comment]:
    """Yield what every submission lacks of the rows that nbgrader makes when it is first recorded."""
    for submitted in notebook.submissions:
        graded = {grade.cell_id for grade in submitted.grades}
        commented = {comment.cell_id for comment in submitted.comments}
        for cell in (*notebook.grade_cells, *notebook.task_cells):
            if cell.id not in graded:
                yield Grade(cell_id=cell.id, notebook_id=submitted.id)
        for cell in (*notebook.solution_cells, *notebook.task_cells):
            if cell.id not in commented:
                yield Comment(cell_id=cell.id, notebook_id=submitted.id)


def _refuse_to_lose(cell: BaseCell) -> None:
    by_hand = [each for each in _grades(cell) if each.manual_score is not None or each.extra_credit]
    by_hand += [each for each in _comments(cell) if each.manual_comment]
    if by_hand:
        raise CourseError(
            f"{cell.name} is gone from the source, but {len(by_hand)} of its grades or comments were given "
            "by hand: put the cell back, or remove them in the formgrader, then release again."
        )


def _grades(cell: BaseCell) -> Iterable[Grade]:
    return list(getattr(cell, "grades", ()))


def _comments(cell: BaseCell) -> Iterable[Comment]:
    return list(getattr(cell, "comments", ()))
