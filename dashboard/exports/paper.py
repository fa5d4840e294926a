"""A pack as one HTML file that needs no network: a committee paper on screen and on paper."""

from collections.abc import Mapping
from pathlib import Path

import orjson
from markupsafe import Markup

from dashboard.domain.exhibit import Bundle, Document, Exhibit
from dashboard.domain.words import counted, period_words
from dashboard.exports.inline import linked, policy, script, style
from dashboard.exports.table import table_html

STYLES = ("vendor/bootstrap.min.css", "placeboard.css", "pack.css")
EARLY = "theme-early.js"
SCRIPTS = ("vendor/plotly-cartesian.min.js", "placeboard.js", "matrix.js", "pack.js")
# A table of more rows is in the file, but not on paper.
MOST_PRINTED = 100
# A table of more columns has small type on paper; of still more, it lies across the sheet.
MOST_USUAL, MOST_UPRIGHT = 6, 9
# Figures whose tables have no more rows than this follow each other on a sheet.
MOST_BESIDE = 10

PAGE = Markup(
    '<!doctype html><html lang="en-GB" data-bs-theme="light"><head><meta charset="utf-8">{policy}'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
    '<meta name="generator" content="Placeboard">{early}{style}{foot}</head><body>'
    '<a class="pb-skip" href="#main">Skip to the figures</a>{header}'
    '<main id="main" class="pb-wrap" tabindex="-1">{main}</main>{footer}{data}{scripts}</body></html>'
)
HEADER = Markup(
    '<header class="pb-header"><div class="pb-wrap pb-bar"><span class="pb-brand">Placeboard</span>'
    '<span class="pb-place">{}</span><div class="pb-tools">'
    '<button id="pb-theme" type="button" class="pb-link pb-nowrap">Dark theme</button></div></div></header>'
)
FIGURE = Markup(
    '<section class="pb-card pack-figure{form}" id="{id}" aria-labelledby="{id}-title">'
    '<p class="pack-number">Figure {number}</p><h2 id="{id}-title">{title}</h2>'
    '<p class="pb-sub">{subtitle}</p>{marks}{shown}'
    '<div class="pb-foot">{table}<details><summary>How this is calculated</summary>'
    '<p class="mb-0">{method}</p></details>'
    '<div class="pb-source"><ul class="pack-sources">{sources}</ul></div></div></section>'
)


def paper_html(bundle: Bundle, assets: Path, pages: Mapping[str, int] | None = None) -> str:
    """Return the pack as HTML: cover, contents, each figure with its table and source, the documents.

    `pages` gives the page of each figure by its id, for contents on paper; while they are being found it is
    empty, and the contents have room for them.
    """
    early, early_hash = script(assets, EARLY)
    scripts = [script(assets, name) for name in SCRIPTS]
    main = (
        _cover(bundle),
        _contents(bundle, pages),
        *(_figure(bundle, one) for one in bundle.exhibits),
        _about(bundle),
    )
    return str(
        PAGE.format(
            policy=policy([early_hash, *(digest for _, digest in scripts)]),
            title=bundle.title,
            early=early,
            style=style(assets, STYLES),
            foot=_foot(bundle),
            header=HEADER.format(bundle.place),
            main=Markup().join(main),
            footer=Markup('<footer class="pb-footer"><div class="pb-wrap"><p>{}</p></div></footer>').format(
                _release(bundle)
            ),
            data=Markup().join(_data(one) for one in bundle.exhibits),
            scripts=Markup().join(element for element, _ in scripts),
        )
    )


def _foot(bundle: Bundle) -> Markup:
    """Return the words at the foot of each sheet, as a string of a stylesheet: signs by their number."""
    day = f", {period_words(bundle.date)}" if bundle.date else ""
    words = "".join(
        letter if letter.isalnum() else f"\\{ord(letter):x} " for letter in f"{bundle.title}{day}"
    )
    return Markup('<style>:root{{--pack-foot:"{}"}}</style>').format(
        Markup(words)  # noqa: S704 - letters and numbers alone
    )


def _release(bundle: Bundle) -> str:
    return f"Figures of {bundle.release_id}, built {bundle.built}."


def _cover(bundle: Bundle) -> Markup:
    day = Markup('<p class="pack-day">{}</p>').format(period_words(bundle.date)) if bundle.date else ""
    return Markup(
        '<div class="pack-cover"><p class="pb-question">{} · {}</p><h1>{}</h1>{}'
        '<p class="pb-meta">{}</p></div>'
    ).format(bundle.council, bundle.place, bundle.title, day, _release(bundle))


def _contents(bundle: Bundle, pages: Mapping[str, int] | None) -> Markup:
    items = Markup().join(
        Markup('<li><div><a href="#{}">{}</a>{}</div></li>').format(_id(one), one.title, _page(one, pages))
        for one in bundle.exhibits
    )
    return Markup(
        '<nav class="pack-contents" aria-labelledby="contents"><h2 id="contents" class="h3">Contents</h2>'
        "<ol>{}</ol></nav>"
    ).format(items)


def _page(exhibit: Exhibit, pages: Mapping[str, int] | None) -> Markup:
    if pages is None:
        return Markup()
    return Markup('<span class="pack-page"><span class="visually-hidden">page </span>{}</span>').format(
        pages.get(_id(exhibit), "")
    )


def _about(bundle: Bundle) -> Markup:
    if not bundle.documents:
        return Markup()
    return Markup(
        '<section class="pb-card pack-about" aria-labelledby="documents"><h2 id="documents">'
        'Where these figures come from</h2><div class="pb-scroll" role="region" tabindex="0" '
        'aria-label="Table: documents"><table class="pb-table pb-stack"><caption>Documents</caption>'
        '<thead><tr><th scope="col">Document</th><th scope="col">Date</th>'
        '<th scope="col">What to bear in mind</th></tr></thead><tbody>{}</tbody></table></div></section>'
    ).format(Markup().join(map(_document, bundle.documents)))


def _document(document: Document) -> Markup:
    return Markup(
        '<tr><th scope="row">{}</th><td data-l="Date">{}</td><td data-l="Bear in mind">{}</td></tr>'
    ).format(document.title, document.published_text, document.caution)


def _figure(bundle: Bundle, exhibit: Exhibit) -> Markup:
    view = exhibit.view
    return FIGURE.format(
        id=_id(exhibit),
        number=exhibit.number,
        form=_form(exhibit),
        title=exhibit.title,
        subtitle=view.subtitle,
        marks=_marks(exhibit),
        shown=_shown(bundle, exhibit),
        table=_table(bundle, exhibit) if view.drawn else "",
        method=view.method,
        sources=_sources(bundle, exhibit),
    )


def _form(exhibit: Exhibit) -> str:
    """Return how a figure lies on paper: beside another, in small type, or across the sheet."""
    table = exhibit.view.table
    if len(table.head) > MOST_UPRIGHT and exhibit.view.chart is None:
        return " pack-across"
    small = " pack-small" if len(table.head) > MOST_USUAL else ""
    short = len(table.rows) <= MOST_BESIDE and not exhibit.body
    return f"{small} pack-short" if short else small


def _id(exhibit: Exhibit) -> str:
    return f"figure-{exhibit.number}"


def _marks(exhibit: Exhibit) -> Markup:
    badges = Markup(" ").join(
        Markup('<span class="pb-vintage">{}</span>').format(document.vintage)
        for document in exhibit.documents
    )
    marks = Markup(" ").join(
        Markup('<span class="pack-mark">{}</span>').format(mark) for mark in exhibit.marks
    )
    words = Markup(" ").join(part for part in (badges, marks, exhibit.choices) if part)
    return Markup('<p class="pb-sub">{}</p>').format(words) if words else Markup()


def _shown(bundle: Bundle, exhibit: Exhibit) -> Markup:
    """Return what stands under the words: the place of a chart, what the card shows instead, or its table."""
    view = exhibit.view
    if view.chart is not None:
        return Markup(
            '<div id="{}-plot" class="pb-plot pb-skel" role="img" aria-label="{}" style="--h:{}rem" '
            "data-pack-chart></div>"
        ).format(_id(exhibit), view.alternative, f"{view.height_rem:g}")
    if view.drawn:
        return linked(exhibit.body, bundle.home)
    return _region(bundle, exhibit)


def _region(bundle: Bundle, exhibit: Exhibit) -> Markup:
    return Markup(
        '<div class="pb-scroll" role="region" tabindex="0" aria-label="Table {}: {}">{}</div>'
    ).format(exhibit.number, exhibit.view.table.caption, linked(table_html(exhibit.view.table), bundle.home))


def _table(bundle: Bundle, exhibit: Exhibit) -> Markup:
    rows = len(exhibit.view.table.rows)
    long = rows > MOST_PRINTED
    left_out = (
        Markup(
            '<p class="pb-paperonly">{} left out on paper; the workbook and this file have them.</p>'
        ).format(counted(rows, "row is", "rows are"))
        if long
        else ""
    )
    return Markup("<details{}><summary>The figures as a table</summary>{}</details>{}").format(
        Markup(" data-pb-long") if long else "", _region(bundle, exhibit), left_out
    )


def _sources(bundle: Bundle, exhibit: Exhibit) -> Markup:
    where = (
        Markup('This view: <a href="{0}">{0}</a>').format(bundle.link(exhibit))
        if bundle.home
        else f"This view: {exhibit.address}"
    )
    return Markup().join(Markup("<li>{}</li>").format(text) for text in (*exhibit.sources, where))


def _data(exhibit: Exhibit) -> Markup:
    """Return the chart of an exhibit as data beside its place; nothing in it can end the element."""
    if exhibit.view.chart is None:
        return Markup()
    text = orjson.dumps(exhibit.view.chart).decode().replace("<", "\\u003c")
    return Markup('<script type="application/json" id="{}-plot-data">{}</script>').format(
        _id(exhibit),
        Markup(text),  # noqa: S704 - JSON without a sign that HTML knows
    )
