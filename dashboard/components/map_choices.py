"""What colours the map and how it is drawn, to choose above it."""

from collections.abc import Mapping

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component


def map_choices(
    names: tuple[str, str], colours: Mapping[str, str], colour: str, drawings: Mapping[str, str], drawing: str
) -> Component:
    """Return the list of colours and, where there is more than one, the ways of drawing.

    `names` are the ids of the two.
    """
    listed = [{"label": words, "value": value} for value, words in colours.items()]
    shown = [{"label": words, "value": value} for value, words in drawings.items()]
    label = html.Label("Colour the map by", htmlFor=names[0], className="pb-label")
    ways = html.Fieldset([html.Legend("Draw it with"), dbc.RadioItems(shown, drawing, id=names[1])])
    return html.Div(
        [
            html.Div([label, dbc.Select(id=names[0], options=listed, value=colour)]),
            html.Div(ways, hidden=len(drawings) < 2),
        ],
        className="pb-map-choices",
        hidden=len(colours) < 2 and len(drawings) < 2,
    )
