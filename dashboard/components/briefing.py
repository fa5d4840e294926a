"""Briefings as HTML text: the list of them, and one as it is read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dash import html
from markupsafe import Markup

from dashboard.components.card import chart_card
from dashboard.components.markup import markup
from dashboard.components.shell import PAGES, SCENARIO
from dashboard.domain.address import Selection, to_query
from dashboard.domain.briefing import Prose
from dashboard.domain.briefing_markdown import html as prose_html
from dashboard.domain.briefing_reading import Part, Reading, Said, Shown
from dashboard.domain.fact import DERIVED
from dashboard.domain.page import Page
from dashboard.domain.view import View
from dashboard.domain.words import counted, listed
from dashboard.queries.sources import Source

EXTRAPOLATED = "extrapolated"
# A chart in the column of text has no room for names beside it.
COLUMN_PX = 680


def briefing_address(reading: Reading) -> str:
    """Return the address at which a briefing is read."""
    return f"/?briefing={reading.name}"


def length(reading: Reading) -> str:
    """Return how long a briefing takes to read, in words."""
    return f"About {counted(reading.minutes, 'minute', 'minutes')}"


def list_html(found: Sequence[Reading], sources: Mapping[str, Source]) -> str:
    """Return the briefings, each with what it says, how long it takes and what it draws on."""
    items = Markup().join(
        Markup(
            '<li data-pb-briefing="{}" data-pb-mark="{}"><p class="pb-question">{}. {}'
            '<span class="pb-news" hidden></span></p><h2><a href="{}">{}</a></h2>'
            '<p class="pb-standfirst">{}</p><p class="pb-cite">{}</p></li>'
        ).format(
            reading.name,
            reading.mark,
            reading.topic,
            length(reading),
            briefing_address(reading),
            reading.title,
            reading.standfirst,
            _documents(reading.sources, sources),
        )
        for reading in found
    )
    return str(Markup('<ol class="pb-briefings">{}</ol>').format(items))


def _documents(source_ids: Iterable[str], sources: Mapping[str, Source]) -> Markup:
    return Markup("; ").join(
        Markup('<a href="/sources?source={}">{}</a>, {}').format(
            source_id, sources[source_id].title, sources[source_id].published_text
        )
        for source_id in source_ids
    )


def contents_html(reading: Reading) -> str:
    """Return the headings of a briefing as links."""
    items = Markup().join(
        Markup('<li><a href="#{}">{}</a></li>').format(part.name, part.heading)
        for part in reading.parts
        if part.heading
    )
    return str(Markup("<ul>{}</ul>").format(items))


def article_html(reading: Reading, sources: Mapping[str, Source], opened: Sequence[str]) -> str:
    """Return a briefing as it is read; the tables of the cards named in `opened` stand open."""
    said = {place: str(_said(answer)) for place, answer in reading.said.items()}
    return "".join(_part(part, said, sources, opened) for part in reading.parts)


def _part(part: Part, said: Mapping[int, str], sources: Mapping[str, Source], opened: Sequence[str]) -> str:
    body = Markup().join(
        Markup(prose_html(block.tokens, said))  # noqa: S704 - made by the library from text, without HTML of its own
        if isinstance(block, Prose)
        else _card(block, sources, opened)
        for block in part.blocks
    )
    named = Markup(' aria-labelledby="{}"').format(part.name) if part.heading else Markup()
    head = Markup('<h2 id="{}">{}</h2>').format(part.name, part.heading) if part.heading else Markup()
    return str(
        Markup('<section class="pb-sec"{}><div>{}{}</div>{}</section>').format(
            named, head, body, _margin(part, sources)
        )
    )


def _margin(part: Part, sources: Mapping[str, Source]) -> Markup:
    """Return what stands beside a part: the date and name of each document that it draws on."""
    if not part.sources:
        return Markup()
    notes = Markup().join(
        Markup('<p><span class="pb-vintage">{}</span> <a href="/sources?source={}">{}</a></p>').format(
            sources[source_id].vintage, source_id, sources[source_id].title
        )
        for source_id in part.sources
    )
    star = Markup("<p>* Extrapolated by the document.</p>") if part.extrapolated else Markup()
    return Markup('<div class="pb-margin">{}{}</div>').format(notes, star)


def _card(shown: Shown, sources: Mapping[str, Source], opened: Sequence[str]) -> Markup:
    view = _narrowed(shown.view)
    selection = _opened(shown.selection, view.card, opened)
    card = markup([chart_card(view, selection, dict(sources), heading=html.H3)])
    page = _page_of(view.name)
    href = _card_address(view.name, to_query(shown.selection))
    return Markup('{}<p class="pb-explore"><a href="{}">See it among the {} figures</a></p>').format(
        Markup(card),  # noqa: S704 - components, escaped by markup
        href,
        page.name.lower(),
    )


def _page_of(view_name: str) -> Page:
    stem = view_name.partition(".")[0]
    return next(page for page in (*PAGES, SCENARIO) if page.stem == stem)


def _card_address(view_name: str, query: str) -> str:
    """Return the address of a card on its own page, with the choices of `query`."""
    return f"{_page_of(view_name).path}{query}#{view_name.replace('.', '-')}-card"


def _narrowed(view: View) -> View:
    """Return a view whose chart is laid out for the width of a column of text."""
    if view.chart is None:
        return view
    layout = {**view.chart.get("layout", {}), "_narrowBelow": COLUMN_PX}
    return replace(view, chart={**view.chart, "layout": layout})


def _opened(selection: Selection, card: str, opened: Sequence[str]) -> Selection:
    return replace(selection, table=(card,)) if card in opened else selection  # type: ignore[call-arg]


def _said(answer: Said) -> Markup:
    """Return what a call says: its words, the figure as a link, and whether it was worked out here."""
    if not answer.text:
        return Markup()
    before = Markup("{} ").format(answer.before) if answer.before else Markup()
    text = (
        Markup("{}*").format(answer.text)
        if answer.status == EXTRAPOLATED
        else Markup("{}").format(answer.text)
    )
    if not answer.status:
        return text
    if answer.status == "finding":
        name, mark, query = answer.href.partition("?")
        return Markup('<a class="pb-quoted" href="{}">{}</a>').format(
            _card_address(name, f"{mark}{query}"), text
        )
    if answer.status == "source":
        return Markup('<a href="{}">{}</a>').format(answer.href, text)
    if not answer.href:
        return Markup('{}<span class="pb-figure derived">{}</span>{}').format(before, text, _from(answer))
    link = Markup('<a class="pb-figure" href="{}" title="{}">{}</a>').format(answer.href, answer.about, text)
    return (
        before
        + link
        + (Markup(' <small class="pb-from">(derived)</small>') if answer.status == DERIVED else "")
    )


def _from(answer: Said) -> Markup:
    """Return what a derived figure was worked out from, each place once and a link."""
    places = dict.fromkeys(answer.parents)
    links = [str(Markup('<a href="{}">{}</a>').format(href, words)) for words, href in places]
    return Markup(' <small class="pb-from">(derived from {})</small>').format(
        Markup(listed(links))  # noqa: S704 - links made above
    )


def around_html(reading: Reading, found: Sequence[Reading]) -> str:
    """Return the ways on from the end of a briefing: the one before, the one after, the list."""
    place = [other.name for other in found].index(reading.name)
    before = found[place - 1 : place] if place else []
    ways = [("Before this", other) for other in before] + [
        ("Next", other) for other in found[place + 1 : place + 2]
    ]
    items = Markup().join(
        Markup('<li><span class="pb-muted">{}:</span> <a href="{}">{}</a>, {}</li>').format(
            words, briefing_address(other), other.topic, length(other).lower()
        )
        for words, other in ways
    )
    return str(Markup('<ul>{}<li><a href="/">All briefings</a></li></ul>').format(items))
