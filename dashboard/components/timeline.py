"""A timeline as HTML text: a row for each event, readable in words, with its place on a line of months."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.domain.timeline import KINDS
from dashboard.domain.timeline_marks import Group, Mark, Timeline

EVEN_MARKS = ("decision", "milestone", "restated")


def timeline_html(timeline: Timeline) -> str:
    """Return the timeline: its key, the years, and the rows of each programme."""
    years = Markup().join(
        Markup('<span style="--from:{}">{}</span>').format(place, year) for year, place in timeline.years
    )
    groups = Markup().join(_group(group, years) for group in timeline.groups)
    return str(
        Markup('<div class="pb-time" style="--months:{}">{}{}</div>').format(
            timeline.months, _key(timeline), groups
        )
    )


def _key(timeline: Timeline) -> Markup:
    marks = [mark for group in timeline.groups for mark in group.marks if mark.start is not None]
    used = {mark.kind for mark in marks if not _is_within(mark)}
    items = [
        Markup('<li><i class="pb-mark {}" aria-hidden="true"></i> {}</li>').format(kind, words)
        for kind, words in KINDS.items()
        if kind in used
    ]
    if any(_is_within(mark) for mark in marks):
        items.append(
            Markup('<li><i class="pb-mark within" aria-hidden="true"></i> Some time within these months</li>')
        )
    if any(mark.by for mark in marks):
        items.append(
            Markup('<li><i class="pb-mark by" aria-hidden="true"></i> Line before a mark: by that month</li>')
        )
    if any(mark.said is not None for mark in marks):
        items.append(
            Markup(
                '<li><i class="pb-mark said" aria-hidden="true"></i> Done, or now expected, as imported</li>'
            )
        )
    return Markup('<ul class="pb-time-key">{}</ul>').format(Markup().join(items)) if items else Markup()


def _group(group: Group, years: Markup) -> Markup:
    dated = [mark for mark in group.marks if mark.start is not None]
    rows = Markup().join(_row(mark) for mark in dated)
    line = Markup('<div class="pb-years" aria-hidden="true">{}</div><ol class="pb-time-rows">{}</ol>').format(
        years, rows
    )
    rest = _rest([mark for mark in group.marks if mark.start is None])
    document = Markup('<p class="pb-sub">{}</p>').format(group.document) if group.document else ""
    return Markup("<h3>{}</h3>{}{}{}").format(group.label, document, line if dated else "", rest)


def _rest(marks: Sequence[Mark]) -> Markup:
    """Return what has no month, in a sentence under the line."""
    if not marks:
        return Markup()
    items = Markup("; ").join(
        Markup("{} ({}{}), {} {}{}").format(
            mark.label, KINDS[mark.kind].lower(), _decider(mark), mark.when, _lines(mark), _state(mark, ", ")
        )
        for mark in marks
    )
    return Markup('<p class="pb-time-rest"><b>Not on the line:</b> {}.</p>').format(items)


def _row(mark: Mark) -> Markup:
    return Markup(
        '<li><span class="pb-time-what">{}<small>{}{}{}</small></span>'
        '<span class="pb-time-when">{} {}</span>'
        '<span class="pb-track" aria-hidden="true">{}</span></li>'
    ).format(
        mark.label,
        KINDS[mark.kind],
        _decider(mark),
        _state(mark, " · "),
        mark.when,
        _lines(mark),
        _drawn(mark),
    )


def _decider(mark: Mark) -> str:
    """Return who decides, after the kind."""
    return f", decided by {mark.decider}" if mark.decider else ""


def _lines(mark: Mark) -> Markup:
    """Return the lines that print it, as links."""
    return Markup(", ").join(
        Markup('<a href="{}">line {}</a>').format(href, line)
        for href, line in ((mark.href, mark.line), *mark.again)
    )


def _state(mark: Mark, before: str) -> Markup:
    """Return how it stands, as a link to the import that says so."""
    if not mark.state:
        return Markup()
    return Markup('{}<a href="{}">{}</a>').format(before, mark.state_href, mark.state)


def _is_within(mark: Mark) -> bool:
    """Return whether a mark is a point in time that is known to a quarter or a year alone."""
    return mark.kind in EVEN_MARKS and mark.months > 1


def _drawn(mark: Mark) -> Markup:
    kind = "within" if _is_within(mark) else mark.kind
    before = Markup('<i class="pb-mark by" style="--from:{}"></i>').format(mark.start) if mark.by else ""
    said = Markup() if mark.said is None else Markup('<i class="pb-mark said" style="--from:{}"></i>')
    return Markup('{}<i class="pb-mark {}" style="--from:{};--months-long:{}"></i>{}').format(
        before, kind, mark.start, mark.months, said.format(mark.said)
    )
