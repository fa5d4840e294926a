"""One module per page: its ids and its layout."""
