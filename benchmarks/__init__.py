"""How fast grading is, beside stock nbgrader and beside what the machine can do at all."""
