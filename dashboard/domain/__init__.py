"""What the figures mean: plain Python, without Dash, plotly or DuckDB."""
