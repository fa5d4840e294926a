"""Read data/, validate it, build a release aside, check it, publish it."""
