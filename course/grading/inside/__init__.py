"""What runs beside the student's code, in the sandbox: no other room of the course is there.

Its modules import each other relatively, for inside the sandbox this package is called `inside`.
"""
