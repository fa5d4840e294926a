"""The frame of every page: header, navigation, head, notices, footer, and the written states."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import attributes
from dashboard.components.own_area import area_note, own_area
from dashboard.domain.page import Page
from dashboard.queries.areas import OwnArea
from dashboard.queries.sources import Place, Release, Source

ERROR = "pb-error"
BRIEFINGS = Page("briefings", "/", "Briefings", "What is the position, and what do I have to decide?")
DEFICIT = Page(
    "deficit",
    "/deficit",
    "Deficit",
    "Where does the money run out, and what would change that?",
    council_wide=True,
)
# A part of the page above, with room of its own; it stands under that page in the menu.
SCENARIO = Page(
    "scenario",
    "/deficit/levers",
    "Levers",
    "What if it goes otherwise, and what would it take?",
    council_wide=True,
)
SAVINGS = Page(
    "savings",
    "/savings",
    "Savings",
    "What savings are on the table, when do they land, and what do they cost?",
    council_wide=True,
)
RISK = Page(
    "risk", "/risk", "Risk", "What could go wrong, who owns it, is it getting better?", council_wide=True
)
OUTCOMES = Page(
    "outcomes",
    "/outcomes",
    "Outcomes",
    "How healthy are we against the country, and which way are we going?",
    by_area=True,
)
FOOTPRINTS = Page(
    "footprints", "/footprints", "Footprints", "What would a wellbeing corporation be, here?", by_area=True
)
OPTIONS = Page("options", "/options", "Options", "Which option, and how sure are we?")
DELIVERY = Page("delivery", "/delivery", "Delivery", "Which service goes where, who governs, by when?")
PROGRAMMES = Page(
    "programmes", "/programmes", "Programmes", "What did others do, what did it cost, what did they get?"
)
SOURCES = Page("sources", "/sources", "Sources", "Where does this number come from, and can I trust it?")
# Not in the menu: the way to it is the reader's pack, beside the tools.
PRESENT = Page("present", "/present", "Packs", "How do I show this to the board?")
PAGES = (BRIEFINGS, DEFICIT, SAVINGS, RISK, OUTCOMES, FOOTPRINTS, OPTIONS, DELIVERY, PROGRAMMES, SOURCES)


def frame(
    content: Component,
    *,
    place: Place | None,
    release: Release | None,
    areas: Sequence[OwnArea] = (),
    current: str | None = None,
) -> list[Component]:
    """Return a whole page around its main content.

    `current` is its path without the first stroke, None for no page; place and release are None where no
    store can be read.
    """
    return [
        html.A("Skip to main content", href="#main", className="pb-skip"),
        _header(place, areas, current),
        html.Main(html.Div(content, className="pb-wrap"), id="main", tabIndex=-1),
        _footer(release, current),
    ]


def _header(place: Place | None, areas: Sequence[OwnArea], current: str | None) -> html.Header:
    brand = html.A("Placeboard", href=PAGES[0].path, className="pb-brand")
    name = [html.Span(place.name, className="pb-place")] if place else []
    menu = html.Button(
        "Menu",
        id="pb-menu",
        type="button",
        className="btn btn-outline-secondary pb-menu",
        **attributes(aria_expanded="false", aria_controls="pb-nav"),
    )
    # search.js opens a dialog; should it be missing, the button leads to the page that finds figures.
    search = html.Form(
        html.Button(
            ["Search ", html.Kbd("Ctrl K")],
            id="pb-search-open",
            type="submit",
            className="btn btn-outline-secondary pb-search",
            **attributes(aria_haspopup="dialog", aria_keyshortcuts="Control+K Meta+K"),
        ),
        action="/sources",
        method="get",
        role="search",
    )
    tools = html.Div(
        [
            search,
            *own_area(place, areas, (*PAGES, SCENARIO), current),
            html.A("Pack", id="pb-pack", href=PRESENT.path, className="pb-link pb-nowrap"),
            html.Button("Dark theme", id="pb-theme", type="button", className="pb-link pb-nowrap"),
        ],
        className="pb-tools",
    )
    items = [
        html.Li(
            html.A(
                page.name,
                href=page.path,
                **attributes(**_marked(page, current)),
            )
        )
        for page in PAGES
    ]
    nav = html.Nav(html.Ul(items, className="pb-nav"), id="pb-nav", **attributes(aria_label="Pages"))
    return html.Header(
        html.Div([html.Div([brand, *name, menu, tools], className="pb-bar"), nav], className="pb-wrap"),
        className="pb-header",
    )


def _marked(page: Page, current: str | None) -> dict[str, str]:
    """Return how the menu marks a page: as the one shown, or as the one that what is shown is a part of."""
    if f"/{current}" == page.path:
        return {"aria_current": "page"}
    return {"aria_current": "true"} if str(current).startswith(f"{page.stem}/") else {}


def _footer(release: Release | None, current: str | None) -> html.Footer:
    if release is None:
        about = "No release is being served."
    else:
        built = f"{release.built_at.day} {release.built_at:%B %Y, %H:%M} UTC"
        about = (
            f"Release of {built} ({release.release_id.rsplit('-', 1)[-1]}). Oldest source: "
            f"{release.first_document}; newest: {release.last_document}. Each view names its own."
        )
    links = [
        ("Sources and corrections", "/sources"),
        ("Glossary", "/sources#sources-glossary-card"),
        ("Accessibility statement", "/accessibility"),
    ]
    return html.Footer(
        html.Div(
            [
                html.P(
                    f"This view: /{current or ''}. Its settings are in the address, "
                    "so the link shows the same thing.",
                    className="pb-printonly",
                ),
                html.P(about, className="mb-2"),
                html.Nav(
                    html.Ul([html.Li(html.A(text, href=href)) for text, href in links]),
                    **attributes(aria_label="About this site"),
                ),
            ],
            className="pb-wrap",
        ),
        className="pb-footer",
    )


def page_head(
    question: str,
    finding: str,
    standfirst: str,
    source: Source | None,
    heading: str = "",
    standing: str = "",
    record: str = "",
) -> html.Div:
    """Return the head of a page: its question, the finding as H1, the standfirst and the vintage.

    `heading` and `standing` are the ids of the H1 and of the standfirst where a choice changes what they say;
    `record` names the one thing that the page is about, for the title of the document.
    """
    vintage = (
        [
            html.Span(source.vintage, className="pb-vintage"),
            html.Span(f"{source.title}, {source.published_text}"),
        ]
        if source
        else []
    )
    acts = html.Ul(
        [
            html.Li(
                html.Button(
                    "Copy link", type="button", className="pb-link", **attributes(data_pb_action="copy-link")
                )
            ),
            html.Li(
                html.Button("Print", type="button", className="pb-link", **attributes(data_pb_action="print"))
            ),
        ],
        className="pb-acts",
        **attributes(aria_label="This view"),
    )
    return html.Div(
        [
            html.P(question, className="pb-question"),
            html.H1(finding, tabIndex=-1, **(attributes(id=heading) if heading else {})),
            html.P(standfirst, className="pb-standfirst", **(attributes(id=standing) if standing else {})),
            area_note(),
            html.Div([*vintage, acts], className="pb-meta"),
        ],
        className="pb-head",
        **(attributes(data_pb_record=record) if record else {}),
    )


def notices(sentences: Sequence[str]) -> list[html.Div]:
    """Return what the page did not understand in its address, said plainly."""
    if not sentences:
        return []
    return [
        html.Div(
            [html.P(sentence, className="mb-0") for sentence in sentences],
            className="pb-notice",
            role="status",
        )
    ]


def stale_note(title: str, text: str) -> html.Div:
    """Return what is said above figures that are no longer fresh."""
    return html.Div([html.P(html.B(title)), html.P(text)], className="pb-state stale")


def state(title: str, text: str, *, failed: bool = False) -> html.Div:
    """Return a written state in place of a view: empty, or an error that says what still works."""
    return html.Div(
        [html.H2(title), html.P(text)],
        className=f"pb-state{' err' if failed else ''}",
        **attributes(**({"role": "alert"} if failed else {})),
    )
