"""Points into a learning management system: nbgrader's export plugins for CSV, Canvas and Moodle."""

from course.exporting.exporters import CanvasExporter, CsvExporter, Exporter, MoodleExporter

__all__ = ["CanvasExporter", "CsvExporter", "Exporter", "MoodleExporter"]
