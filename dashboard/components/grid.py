"""A grid of rows that can be sorted, filtered and arranged; its table twin stands below it."""

from collections.abc import Mapping, Sequence

import orjson
from dash import html

from dashboard.components.attributes import attributes


def grid(grid_id: str, address: str, label: str, columns: Sequence[Mapping[str, object]]) -> html.Div:
    """Return the place of a grid.

    The browser asks for the rows at `address` and for the grid’s script once the place is near, and puts the
    filter and the choice of columns above it. A column is a mapping with field, head, kind, shown, wide.
    """
    return html.Div(
        id=grid_id,
        className="pb-grid",
        **attributes(
            data_pb_grid=address,
            data_pb_grid_label=label,
            data_pb_grid_columns=orjson.dumps(list(columns)).decode(),
        ),
    )
