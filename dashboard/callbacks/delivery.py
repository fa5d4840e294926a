"""What changes on /delivery when a reader chooses."""

from functools import partial

from dash import Dash, Input, State

from dashboard.callbacks.card import card_outputs, card_parts
from dashboard.pages.delivery import EVERY, Ids
from dashboard.store import Store
from dashboard.views.cache import remembered_view
from dashboard.views.delivery import DeliverySelection

CHOICES = {
    "q": Ids.QUERY,
    "home": Ids.HOME,
    "service_area": Ids.AREA,
    "rows": Ids.ROWS,
    "about": Ids.ABOUT,
    "programme": Ids.PROGRAMME,
    "partners": Ids.PARTNERS,
    "measure": Ids.MEASURE,
}
CARD_OF_CHOICES = {
    ("q", "home", "service_area", "rows"): "services",
    ("about",): "bodies",
    ("programme",): "timeline",
    ("partners",): "partners",
    ("measure",): "activity",
}
LONGEST_QUERY = 60


def register(app: Dash, store: Store) -> None:
    """Connect each choice to the one card it changes; the card carries the address of all choices."""
    for names, card in CARD_OF_CHOICES.items():
        given = {
            name: (Input if name in names else State)(control, "value") for name, control in CHOICES.items()
        }
        app.callback(
            output=card_outputs(f"delivery.{card}"), inputs={"choices": given}, prevent_initial_call=True
        )(partial(show_card, store, card))


def show_card(store: Store, card: str, choices: dict[str, str | None]) -> list[object]:
    """Return the parts of the card `card` for the choices of the page."""
    selection = selected(choices)
    return card_parts(store, remembered_view(store, f"delivery.{card}", selection), selection)


def selected(choices: dict[str, str | None]) -> DeliverySelection:
    """Return the selection that the controls hold; "all" in a list is no choice."""
    words = {
        name: "" if value in (None, EVERY) and name != "rows" else value for name, value in choices.items()
    }
    words["q"] = (words["q"] or "").strip()[:LONGEST_QUERY]
    return DeliverySelection(**words)  # type: ignore[arg-type]  # every choice of a control is a word
