"""What every card's callback gives back."""

from collections.abc import Mapping

from dash import Output

from dashboard.components.card import part, parts_text
from dashboard.domain.address import Selection, to_query
from dashboard.domain.view import View
from dashboard.store import Store
from dashboard.views.cache import remembered_sources

# What the browser says of a card once it is on the screen: the address it carries. What follows listens to
# it, so nothing more is asked before a reader sees what the choice changed first.
SHOWN = "data-pb-shown"


def card_outputs(view_name: str, *, addressed: bool = True) -> list[Output]:
    """Return what of a card changes with a reader's choice: all it says, and the address of all choices.

    It is one text, because Dash asks every component of the page after each part. A card that follows another
    leaves the address to it.
    """
    card = part(view_name, "card")
    return [Output(card, "data-pb-parts"), *([Output(card, "data-pb-query")] if addressed else [])]


def card_parts(
    store: Store,
    view: View,
    selection: Selection,
    *,
    addressed: bool = True,
    own: Mapping[str, str] | None = None,
) -> list[object]:
    """Return the content of those for `view`; `own` is the HTML of parts that only this card has."""
    said = parts_text(view, selection, remembered_sources(store), own=own)
    return [said, *([to_query(selection)] if addressed else [])]
