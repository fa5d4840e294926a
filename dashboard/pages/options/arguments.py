"""What is said for and against each option, side by side, as HTML text.

It is text because Dash looks at every component of a page after every choice.
"""

from markupsafe import Markup

from dashboard.domain.view import line_address
from dashboard.views.options.arguments import SIDES, argument_link, arguments_of, unscored_words
from dashboard.views.options.setting import Setting


def arguments_html(setting: Setting) -> str:
    """Return each option with its standing, how that is known, and what is said for and against it."""
    articles = Markup().join(_option_article(setting, place) for place in range(len(setting.options)))
    why = "" if setting.criteria else Markup('<p class="pb-note">{}</p>').format(unscored_words(setting))
    return str(Markup("{}<div>{}</div>").format(why, articles))


def _option_article(setting: Setting, place: int) -> Markup:
    option = setting.options[place]
    sides = Markup().join(
        Markup("<div><h4>{}</h4><ul>{}</ul></div>").format(label, _arguments(setting, option.option, side))
        for side, label in SIDES.items()
        if arguments_of(setting.appraisal, option.option, side)
    )
    return Markup(
        '<section class="opt-option"><h3>{} {}</h3><p><span class="pb-chipstatus">{}</span> {} '
        '<a href="{}">line {}</a></p><p>{}</p><div class="opt-sides">{}</div></section>'
    ).format(
        f"Option {place + 1}:",
        option.title,
        option.standing.capitalize(),
        option.standing_note,
        line_address(setting.appraisal.head.source_id, option.source_line),
        option.source_line,
        option.summary,
        sides,
    )


def _arguments(setting: Setting, option: str, side: str) -> Markup:
    return Markup().join(
        Markup('<li>{} <a href="{}" class="opt-line">line {}</a></li>').format(
            item.summary, argument_link(setting.appraisal, item), item.source_line
        )
        for item in arguments_of(setting.appraisal, option, side)
    )
