"""One module per page: what happens when a reader changes something."""
