"""Small layout pieces that every page uses."""
