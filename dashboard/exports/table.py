"""A table twin as HTML text, made on the server because building it cell by cell in the browser is slow."""

from markupsafe import Markup, escape

from dashboard.domain.view import Cell, Table

STATUS_NOTES = ("derived", "extrapolated", "scenario")


def table_html(table: Table) -> str:
    """Return the table as escaped HTML with caption and scoped headers, or why it is empty.

    Each cell carries the name of its column, which is shown where a phone stacks the cells.
    """
    if table.empty and not table.rows:
        return str(_empty(table.empty))
    head = Markup().join(_head_cell(cell) for cell in table.head)
    rows = Markup().join(_row(table, row) for row in table.rows)
    return str(
        Markup(
            '<table class="pb-table pb-stack"><caption>{}</caption>'
            "<thead><tr>{}</tr></thead><tbody>{}</tbody></table>"
        ).format(table.caption, head, rows)
    )


def _empty(cells: tuple[Cell, ...]) -> Markup:
    reason, *ways = cells
    links = Markup().join(Markup("<li>{}</li>").format(_link(way)) for way in ways)
    listed = Markup('<ul class="pb-links">{}</ul>').format(links) if ways else ""
    return Markup('<div class="pb-state"><p>{}</p>{}</div>').format(reason.text, listed)


def _head_cell(cell: Cell) -> Markup:
    if not cell.href:
        return Markup('<th scope="col"{}>{}</th>').format(_number_class(cell), cell.text)
    sort = Markup(' aria-sort="{}"').format(cell.note) if cell.note else Markup()
    way = Markup(' data-dir="{}"').format(cell.note.removesuffix("ending")) if cell.note else Markup()
    return Markup('<th scope="col"{}{}>{}</th>').format(
        _number_class(cell), sort, _link(cell, Markup(' class="pb-sort"{}').format(way))
    )


def _row(table: Table, row: tuple[Cell, ...]) -> Markup:
    cells = Markup().join(_cell(cell, head.text) for cell, head in zip(row, table.head, strict=True))
    return Markup("<tr>{}</tr>").format(cells)


def _cell(cell: Cell, column: str) -> Markup:
    body = _link(cell) if cell.href else escape(cell.text)
    if cell.note in STATUS_NOTES:
        body += Markup(' <span class="pb-chipstatus {}">{}</span>').format(cell.note, cell.note)
    elif cell.note:
        body += Markup('<small class="pb-muted d-block">{}</small>').format(cell.note)
    if cell.heading:
        return Markup('<th scope="row">{}</th>').format(body)
    look = Markup(' class="pb-{} on"').format(cell.tone) if cell.tone else _number_class(cell)
    return Markup('<td data-l="{}"{}>{}</td>').format(column, look, body)


def _link(cell: Cell, attributes: str = "") -> Markup:
    """Return the link of a cell; what it lays over the choices of the page is said beside its address."""
    laid = Markup(' data-pb-over="{}"').format(cell.over) if cell.over else ""
    return Markup('<a href="{}"{}{}>{}</a>').format(cell.href, laid, attributes, cell.text)


def _number_class(cell: Cell) -> Markup:
    return Markup(' class="num"') if cell.number else Markup()
