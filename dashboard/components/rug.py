"""The tartan rug as HTML text: a table whose cells say value and word, and lead to their indicator."""

from markupsafe import Markup

from dashboard.domain.rug import Rug, Square

AREA_REM, COLUMN_REM = 10.5, 7.75


def rug_html(rug: Rug) -> str:
    """Return the rug as escaped HTML in a region that scrolls and can be focused."""
    head = Markup().join(map(_head, rug.heads))
    rows = Markup().join(
        Markup('<tr><th scope="row"><a href="{}">{}</a></th>{}</tr>').format(
            href, name, Markup().join(map(_cell, squares))
        )
        for name, href, squares in rug.rows
    )
    width = AREA_REM + COLUMN_REM * len(rug.heads)
    return str(
        Markup(
            '<p class="pb-sub"><span class="pb-vintage">{}</span><span class="pb-thin"> Scroll sideways for '
            "more "
            'indicators.</span></p><div class="pb-scroll" role="region" tabindex="0" aria-label="{}">'
            '<table class="pb-matrix rug" style="min-width:{}rem">'
            '<caption class="visually-hidden">{}</caption>'
            '<thead><tr><th scope="col">Area</th>{}</tr></thead><tbody>{}</tbody></table></div>'
        ).format(rug.span, rug.caption, f"{width:g}", rug.caption, head, rows)
    )


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
