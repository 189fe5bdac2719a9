"""What each verb of the command line does: a file for each group of them.

A verb loads the rooms that it needs when it runs: grading should not wait for what builds notebooks.
"""
