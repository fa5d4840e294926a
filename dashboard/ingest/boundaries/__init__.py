"""Boundaries from a GeoJSON file: read, put on the national grid, made simple enough to draw."""
