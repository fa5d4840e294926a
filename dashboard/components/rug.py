"""The tartan rug as HTML text: a table whose cells say value and word, and lead to their indicator."""

from markupsafe import Markup

from dashboard.domain.rug import Rug, Square

AREA_REM, COLUMN_REM = 10.5, 7.75
# So many columns fit beside the names on a sheet held upright.
PAPER_COLUMNS = 7


def rug_html(rug: Rug) -> str:
    """Return the rug as escaped HTML: in a region that scrolls, and for paper in blocks of columns."""
    width = AREA_REM + COLUMN_REM * len(rug.heads)
    starts = range(0, len(rug.heads), PAPER_COLUMNS)
    blocks = [(start, start + PAPER_COLUMNS) for start in starts]
    return str(
        Markup(
            '<p class="pb-sub"><span class="pb-vintage">{}</span><span class="pb-thin"> Scroll sideways for '
            "more "
            'indicators.</span></p><div class="pb-scroll pb-screenonly" role="region" tabindex="0" '
            'aria-label="{}">{}</div><div class="pb-paperonly">{}</div>'
        ).format(
            rug.span,
            rug.caption,
            _table(rug, 0, len(rug.heads), Markup(' style="min-width:{}rem"').format(f"{width:g}")),
            Markup().join(_table(rug, first, last, Markup()) for first, last in blocks),
        )
    )


def _table(rug: Rug, first: int, last: int, style: Markup) -> Markup:
    """Return some of the columns as a table, each row with the name of its area."""
    rows = Markup().join(
        Markup('<tr><th scope="row"><a href="{}">{}</a></th>{}</tr>').format(
            href, name, Markup().join(map(_cell, squares[first:last]))
        )
        for name, href, squares in rug.rows
    )
    return Markup(
        '<table class="pb-matrix rug"{}><caption class="visually-hidden">{}</caption>'
        '<thead><tr><th scope="col">Area</th>{}</tr></thead><tbody>{}</tbody></table>'
    ).format(style, rug.caption, Markup().join(map(_head, rug.heads[first:last])), rows)


def _head(head: tuple[str, str, str]) -> Markup:
    name, small, href = head
    return Markup('<th scope="col"><a href="{}">{}</a><small>{}</small></th>').format(href, name, small)


def _cell(square: Square) -> Markup:
    if not square.href:
        inside = Markup('<span class="pb-cell">{}</span>').format(square.word)
    else:
        inside = Markup(
            '<a class="pb-cell" href="{}"><b>{}</b>'
            '<span><span aria-hidden="true">{}</span>&nbsp;{}</span></a>'
        ).format(square.href, square.value, square.sign, square.word)
    return Markup('<td class="pb-{}">{}</td>').format(square.tone, inside)
