"""What the store says: typed functions with their SQL beside them."""
