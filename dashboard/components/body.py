"""What a card shows that is neither chart nor table: a matrix, a timeline, a record, a map, or why none."""

from markupsafe import Markup

from dashboard.components.footprints_map import map_html
from dashboard.components.timeline import timeline_html
from dashboard.domain.matrix import Arrow, Matrix, Square, Strip, breakable
from dashboard.domain.risk import CURRENT
from dashboard.domain.view import Cell, Entry, View

POSITION_WORDS = {CURRENT: ("now", "Now"), "residual": ("after", "After mitigation")}
SHORT_WORD = 4


def body_html(view: View) -> str:
    """Return the body of a view as escaped HTML."""
    if view.matrix:
        return str(_matrix(view.matrix))
    if view.plan:
        return map_html(view.plan)
    if view.timeline:
        return timeline_html(view.timeline)
    if view.record:
        return str(Markup('<dl class="pb-record">{}</dl>').format(Markup().join(map(_entry, view.record))))
    return str(Markup('<div class="pb-state"><p>{}</p></div>').format(view.instead))


def links_html(links: tuple[Cell, ...]) -> str:
    """Return the links that lead on from a card; one without an address is said before them."""
    return str(Markup(" ").join(_linked(cell) for cell in links))


def _linked(cell: Cell) -> Markup:
    if not cell.href:
        return Markup("<span>{}</span>").format(cell.text)
    return Markup('<a class="pb-hit" href="{}" data-pb-over="{}">{}</a>').format(
        cell.href, cell.over, cell.text
    )


def _matrix(matrix: Matrix) -> Markup:
    head = Markup().join(Markup('<th scope="col">{}</th>').format(breakable(word)) for word in matrix.columns)
    lanes = {row: sum(arrow.start[0] == row for arrow in matrix.arrows) for row in _rows(matrix)}
    rows = Markup().join(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(
            breakable(label), Markup().join(_square(square, lanes[square.place[0]]) for square in row)
        )
        for label, row in matrix.rows
    )
    table = Markup(
        '<div class="pb-matrix-wrap"{}><table class="pb-matrix tight"><caption>{}</caption><colgroup>'
        '<col class="rowhead">{}</colgroup><thead><tr><td class="corner"><small class="pb-wide '
        'pb-muted">Impact, by likelihood</small></td>{}</tr></thead><tbody>{}</tbody></table></div>'
    ).format(_arrows(matrix.arrows), matrix.caption, Markup("<col>") * len(matrix.columns), head, rows)
    key = Markup('<p class="pb-thin pb-sub mt-2">{}</p>').format(_phone_key(matrix))
    return table + key + Markup().join(_strip(strip) for strip in matrix.strips)


def _rows(matrix: Matrix) -> list[int]:
    return [row[0].place[0] for _, row in matrix.rows]


def _phone_key(matrix: Matrix) -> str:
    cells = [square for _, row in matrix.rows for square in row]
    parts = [
        words
        for words, used in (
            ("Solid: how many now.", any(square.now for square in cells)),
            ("Dashed: how many after mitigation.", any(square.after for square in cells)),
        )
        if used
    ]
    return " ".join(parts)


def _arrows(arrows: tuple[Arrow, ...]) -> Markup:
    """Return the moves as an attribute: cells, words and lane, for the script that draws them."""
    if not arrows:
        return Markup()
    moves = ";".join(
        f"{arrow.start[0]}-{arrow.start[1]},{arrow.end[0]}-{arrow.end[1]},{arrow.lane},{arrow.words}"
        for arrow in arrows
    )
    return Markup(' data-pb-arrows="{}"').format(moves)


def _square(square: Square, lanes: int) -> Markup:
    taken = bool(square.now or square.after)
    words = Markup("<span><b>{}</b> {}</span>").format(square.score, _word(square.word))
    inside = words + _standing("current", square.now) + _standing("residual", square.after)
    cell = (
        Markup('<a class="pb-cell" href="{}" data-pb-over="{}">{}</a>').format(
            square.href, square.over, inside
        )
        if taken
        else Markup('<span class="pb-cell">{}</span>').format(inside)
    )
    style = Markup(' style="--lanes:{}"').format(lanes) if taken and lanes else Markup()
    return Markup('<td class="pb-{}{}" data-cell="{}-{}"{}>{}</td>').format(
        square.tone, " on" if taken else "", *square.place, style, cell
    )


def _word(word: str) -> Markup:
    """Return the word of a band, shortened for the eye where a phone has no room for it."""
    if len(word) <= SHORT_WORD:
        return Markup("<span>{}</span>").format(word)
    return Markup(
        '<span class="pb-wide">{}</span><span class="pb-thin"><span aria-hidden="true">{}</span>'
        '<span class="visually-hidden">{}</span></span>'
    ).format(word, word[:3], word)


def _standing(position: str, refs: tuple[str, ...]) -> Markup:
    """Return those that stand in a cell: as chips where there is room, counted on a phone."""
    if not refs:
        return Markup()
    kind, words = POSITION_WORDS[position]
    chips = Markup(" ").join(Markup('<span class="pb-chip {}">{}</span>').format(kind, ref) for ref in refs)
    return Markup(
        '<span class="pb-wide">{},&nbsp;{}</span><span class="pb-chips pb-wide">{}</span>'
        '<span class="pb-thin pb-chip {}">{}<span class="visually-hidden"> {}</span></span>'
    ).format(words, len(refs), chips, kind, len(refs), words.lower())


def _strip(strip: Strip) -> Markup:
    kind, _ = POSITION_WORDS[strip.position]
    chips = Markup(" ").join(
        Markup('<a class="pb-chip {}" href="{}" data-pb-over="{}">{}</a>').format(kind, href, laid, ref)
        for ref, href, laid in strip.refs
    )
    return Markup('<div class="pb-strip"><p><b>Not placed</b></p><p>{} {}</p></div>').format(
        chips, strip.reason
    )


def _entry(entry: Entry) -> Markup:
    lines = Markup().join(Markup("<dd>{}</dd>").format(_line(cell)) for cell in entry.lines)
    return Markup("<div><dt>{}</dt>{}</div>").format(entry.term, lines)


def _line(cell: Cell) -> Markup:
    """Return one line of a record; its note is the link where it has one, else its words are."""
    if cell.href and not cell.note:
        return Markup('<a href="{}">{}</a>').format(cell.href, cell.text)
    where = Markup(' <a href="{}">{}</a>').format(cell.href, cell.note) if cell.href else Markup()
    aside = (
        Markup(' <span class="pb-muted">{}</span>').format(cell.note) if cell.note and not cell.href else ""
    )
    return Markup("{}{}{}").format(cell.text, where, aside)
