"""Measure the product against the least that could draw the same charts: `python -m tests.bench`."""
