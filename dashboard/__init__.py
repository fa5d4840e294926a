"""Placeboard: a dashboard for a place, every figure traceable to the printed line."""

__version__ = "0.1.0"
