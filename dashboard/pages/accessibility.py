"""/accessibility: what was built and checked so that anyone can use the product."""

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.shell import page_head
from dashboard.domain import address
from dashboard.store import Store

PATH, TITLE = "/accessibility", "Accessibility statement"
QUESTION = "Can everyone use this?"


@dataclass(frozen=True)
class Selection(address.Selection):
    """Nothing can be chosen on this page."""


def layout(_store: Store, _selection: Selection) -> Component:
    """Return the statement."""
    sections = {
        "How it is built": (
            "Every chart has its figures as a table beside it and says in words what it shows. "
            "Colour is never the only sign. Everything works by keyboard, on a phone of 320 pixels, "
            "in light and dark, on paper and on a projector."
        ),
        "How it is checked": (
            "Each page is tested against the Web Content Accessibility Guidelines 2.2, level AA, by an "
            "automatic tool in light and dark and at two widths, and walked by keyboard, before a change is "
            "accepted."
        ),
        "What your device remembers": (
            "In this browser only, and until you choose otherwise: the theme you chose (kept as pb-theme), "
            "your area (pb-area; choosing the whole place forgets it), which briefings you have read "
            "(pb-read), weightings you saved under a name (pb-options-people), the views of your pack "
            "(pb-pack), speaker notes that are too long for a link (pb-notes), and whether keys of one "
            "letter work in a show (pb-letters). Where the browser does not allow it, everything still "
            "works: what matters is in the address."
        ),
        "What we know is not perfect": (
            "Charts are drawn as pictures; a screen reader hears their description and reads the table. Long "
            "tables scroll sideways inside their own region on narrow screens."
        ),
        "If something stops you": (
            "Tell the team that runs this dashboard at your council. Every figure can also be had from the "
            "command line and as a file."
        ),
    }
    body = [
        html.Section([html.H2(title), html.P(text)], className="pb-card") for title, text in sections.items()
    ]
    return html.Div(
        [
            page_head(
                QUESTION,
                "Built to WCAG 2.2 AA, and tested on every change",
                "What was done, what is known, and whom to tell.",
                None,
            ),
            *body,
        ]
    )
