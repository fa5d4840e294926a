"""The scores as a table whose cells can be changed, as HTML text.

It is text because Dash looks at every component of a page after every choice.
"""

from markupsafe import Markup

from dashboard.domain.view import line_address
from dashboard.views.options.scores import dominance_words, overlap_words
from dashboard.views.options.setting import LETTERS, WHAT_IF, Setting

# The fill of a level by how good it is, from worst to best; a scale of another length goes without colour.
FILLS = {3: ("pb-r", "pb-a", "pb-g"), 2: ("pb-r", "pb-g")}
SELECTED = Markup(" selected")


def matrix_html(setting: Setting) -> str:
    """Return the scores as a table whose cells can be changed, each change marked as the reader’s own."""
    head = Markup().join(
        Markup(
            '<th scope="col"><span class="opt-w">Option </span>{}<small class="pb-wide">{}</small></th>'
        ).format(place + 1, option.title)
        for place, option in enumerate(setting.options)
    )
    rows = Markup().join(_matrix_row(setting, place) for place in range(len(setting.criteria)))
    key = ", ".join(f"{place + 1} {option.title}" for place, option in enumerate(setting.options))
    return str(
        Markup(
            '<table class="pb-matrix tight opt opt-cells"><caption>{} criteria by {} options{}. Choose '
            "another level in a cell to ask what if; it is then marked as yours.</caption>"
            '<colgroup><col class="rowhead2">{}</colgroup><thead><tr><th '
            'scope="col">Criterion</th>{}</tr></thead>'
            '<tbody>{}</tbody></table><p class="pb-thin pb-sub mt-2">{}.</p>{}'
        ).format(
            len(setting.criteria),
            len(setting.options),
            ", as printed" if not setting.tried else f", {len(setting.tried)} changed: {WHAT_IF}",
            Markup("<col>") * len(setting.options),
            head,
            rows,
            key,
            _remarks(setting),
        )
    )


def _remarks(setting: Setting) -> Markup:
    words = [text for text in (dominance_words(setting), overlap_words(setting)) if text]
    if not words:
        return Markup()
    lines = Markup().join(Markup('<p class="mb-1">{}</p>').format(text) for text in words)
    return Markup('<div class="pb-note">{}</div>').format(lines)


def _matrix_row(setting: Setting, place: int) -> Markup:
    criterion = setting.criteria[place]
    cells = Markup().join(_matrix_cell(setting, option, place) for option in range(len(setting.options)))
    return Markup(
        '<tr><th scope="row"><b>{}</b>&ensp;{}<small class="pb-wide"><a class="pb-hit" href="{}">line {}</a>'
        "</small></th>{}</tr>"
    ).format(
        LETTERS[place],
        criterion.title,
        line_address(setting.appraisal.head.source_id, criterion.source_line),
        criterion.source_line,
        cells,
    )


def _matrix_cell(setting: Setting, option: int, criterion: int) -> Markup:
    key = (setting.options[option].option, setting.criteria[criterion].criterion)
    printed = setting.printed.get(key)
    words = setting.printed_words(*key)
    level = setting.level(option, criterion)
    tried = key in setting.tried
    options = [] if printed and printed.level else [("", "Not printed")]
    options += [(item.level, item.level.capitalize()) for item in setting.appraisal.levels]
    choices = Markup().join(
        Markup('<option value="{}"{}>{}</option>').format(name, SELECTED if name == level else "", label)
        for name, label in options
    )
    return Markup(
        '<td class="{}{}"><div class="pb-cell"><select id="options-score-{}-{}" data-cell="{}-{}" '
        'data-printed="{}" aria-label="{}, option {}: printed {}{}">{}</select>{}</div></td>'
    ).format(
        _fill(setting, level),
        " opt-tried" if tried else "",
        *key,
        *key,
        printed.level if printed else "",
        setting.criteria[criterion].title,
        option + 1,
        words,
        f"; changed, {WHAT_IF}" if tried else "",
        choices,
        Markup("<small>what if; printed {}</small>").format(words) if tried else "",
    )


def _fill(setting: Setting, level: str) -> str:
    levels = [item.level for item in setting.appraisal.levels]
    fills = FILLS.get(len(levels), ())
    return fills[levels.index(level)] if fills and level in levels else "pb-none"
