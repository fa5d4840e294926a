"""What a reader chooses with: the panel of a page, and the fields in it."""

from collections.abc import Mapping
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import attributes


def choices_panel(*choices: Component, summary: str = "Change the view", **own: Any) -> html.Details:  # noqa: ANN401 - properties of the component
    """Return the panel of choices of a page; `own` are further properties of the panel."""
    return html.Details(
        [html.Summary(summary), html.Div(list(choices), className="pb-panel-body")],
        className="pb-panel",
        open=True,
        **own,
    )


def address_hint() -> html.P:
    """Return where the choices above it are kept."""
    return html.P(
        "Every setting is in this page’s address, so a copied link shows the same thing.",
        className="pb-hint mb-0",
    )


def radio_group(legend: str, control_id: str, options: dict[str, str], value: str) -> html.Fieldset:
    """Return labelled radio buttons in a fieldset."""
    return html.Fieldset(
        [
            html.Legend(legend),
            dbc.RadioItems(
                id=control_id,
                name=control_id,
                options=[{"label": label, "value": key} for key, label in options.items()],
                value=value,
            ),
        ]
    )


def select_field(
    label: str, control_id: str, options: Mapping[str, str], value: str, *, own_area: bool = False
) -> html.Div:
    """Return a labelled list to choose one option from, by value and words.

    `own_area` says that the reader chooses his or her own area here.
    """
    return html.Div(
        [
            dbc.Label(label, html_for=control_id),
            dbc.Select(id=control_id, options=listed_options(options), value=value),
        ],
        className="pb-lever",
        **(attributes(data_pb_own_area="") if own_area else {}),
    )


def listed_options(options: Mapping[str, str]) -> list[dict[str, str]]:
    """Return options, words by value, as a list to choose from takes them."""
    return [{"label": words, "value": value} for value, words in options.items()]


def search_field(label: str, control_id: str, value: str, example: str, longest: int) -> html.Div:
    """Return a labelled field to search with, which asks as the reader types."""
    return html.Div(
        [
            dbc.Label(label, html_for=control_id),
            dbc.Input(
                id=control_id,
                type="search",
                value=value,
                placeholder=example,
                debounce=0.3,
                maxlength=longest,
            ),
        ],
        className="pb-lever",
    )
