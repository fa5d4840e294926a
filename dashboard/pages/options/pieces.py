"""The tiles, the links to other appraisals and the tools for several people, as HTML text.

It is text because Dash looks at every component of a page after every choice.
"""

from collections.abc import Iterable

from markupsafe import Markup

from dashboard.queries.options import AppraisalHead
from dashboard.views.options.headlines import Tile
from dashboard.views.options.setting import PATH


def tiles_html(tiles: Iterable[Tile]) -> str:
    """Return the headline tiles."""
    return str(
        Markup().join(
            Markup(
                '<li class="pb-tile"><p class="pb-tile-label">{}</p><p class="pb-tile-value">{}</p>'
                '<p class="pb-tile-mean">{}</p><p class="pb-cite">{}<a href="{}">{}</a></p></li>'
            ).format(
                tile.label,
                tile.value,
                tile.meaning,
                "Derived from " if tile.derived else "",
                tile.href,
                tile.cite,
            )
            for tile in tiles
        )
    )


def appraisal_links(heads: Iterable[AppraisalHead], current: str) -> str:
    """Return links to every appraisal, the one shown named as such."""
    return str(
        Markup().join(
            Markup('<li><a href="{}?appraisal={}"{}>{}</a>{}</li>').format(
                PATH,
                head.appraisal,
                Markup(' aria-current="true"') if head.appraisal == current else "",
                head.title,
                "" if head.scale else " (argued, not scored)",
            )
            for head in heads
        )
    )


def people_tools() -> str:
    """Return the form that keeps weights under a name in this browser, and reads and writes sets of them."""
    return (
        '<div class="opt-people"><p class="pb-hint">Names stay in this browser. A link to this page carries '
        "the weights alone.</p>"
        '<div class="opt-row"><label for="options-person">Save the weights above as</label>'
        '<input class="form-control" id="options-person" maxlength="40" autocomplete="off">'
        '<button type="button" class="btn btn-outline-secondary" data-options="save">Save</button></div>'
        '<ul class="opt-saved" id="options-saved" aria-label="Saved weights"></ul>'
        '<div class="opt-row"><label for="options-file">Load a set from a file (JSON)</label>'
        '<input class="form-control" id="options-file" type="file" accept=".json,application/json">'
        '<button type="button" class="btn btn-outline-secondary" data-options="export">Save the set as a file'
        '</button></div><p id="options-told" role="status" class="pb-hint"></p></div>'
    )
