"""Public health indicators: fetch a Fingertips download, read it, compare and find trends."""
