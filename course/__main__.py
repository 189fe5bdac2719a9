"""The `course` command; `python -m course` is the same."""

import sys


def main() -> None:
    """Run the command line, or say in one sentence why it cannot start."""
    try:
        import course.quick_start  # noqa: F401
        from course.cli import app
    except ModuleNotFoundError as error:
        sys.exit(
            f"course: {error.name} is not installed here: run 'make help', then a target, which makes .venv."
        )
    app()


if __name__ == "__main__":
    main()
