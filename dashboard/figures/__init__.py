"""How it looks: rows in, chart out, as plain data."""
