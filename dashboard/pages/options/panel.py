"""The form in which a reader sets how criteria are weighed and what levels count, as HTML text.

It is text because Dash looks at every component of a page after every choice.
"""

from markupsafe import Markup

from dashboard.domain.option_case import WEIGHTINGS
from dashboard.views.options.setting import HEAVIEST, LETTERS, PATH, Setting, percent

CHECKED = Markup(" checked")


def panel_html(setting: Setting) -> str:
    """Return the form in which a reader sets how criteria are weighed and what levels count."""
    return str(
        Markup(
            '<form class="pb-panel-body" id="options-form" data-appraisal="{}" data-people="{}" '
            'data-method="{}" autocomplete="off">'
            "{}{}{}{}</form>"
        ).format(
            setting.appraisal.head.appraisal,
            ".".join("-".join(map(str, row)) for row in setting.people),
            setting.selection.method,
            _methods(setting),
            _weights(setting),
            _scale(setting),
            _reset(setting),
        )
    )


def _methods(setting: Setting) -> Markup:
    radios = Markup().join(
        Markup(
            '<div class="form-check"><input class="form-check-input" type="radio" name="options-method" '
            'id="options-method-{0}" value="{0}"{1}><label class="form-check-label" for="options-method-{0}">'
            "{2}</label></div>"
        ).format(name, CHECKED if name == setting.selection.method else "", label)
        for name, label in WEIGHTINGS.items()
    )
    return Markup("<fieldset><legend>What a weight means</legend>{}</fieldset>").format(radios)


def _weights(setting: Setting) -> Markup:
    levers = Markup().join(_lever(setting, place) for place in range(len(setting.criteria)))
    return Markup(
        '<fieldset class="opt-weights"><legend>How much each criterion counts</legend>'
        '<p class="pb-hint" data-for="points">How important is it? Any numbers; they are scaled to add '
        "to 100%.</p>"
        '<p class="pb-hint" data-for="swing">How much is the step from the worst option to the best on '
        "it worth? Give the step you would take first 100, then judge each other against it.</p>"
        '{}<button type="button" class="btn btn-outline-secondary" data-options="equal">Equal '
        "weights</button>"
        "</fieldset>"
    ).format(levers)


def _lever(setting: Setting, place: int) -> Markup:
    criterion = setting.criteria[place]
    return Markup(
        '<div class="pb-lever"><label for="options-weight-{0}">{1}&ensp;{2}</label>'
        '<p class="pb-hint" data-for="swing">{3}</p>'
        '<div class="pb-pair"><input type="range" class="form-range" min="0" max="{4}" step="1" value="{5}" '
        'data-weight="{0}" id="options-range-{0}" aria-label="{2}, slider" aria-valuetext="{5}, {6}">'
        '<input type="number" class="form-control" min="0" max="{4}" step="1" value="{5}" data-weight="{0}" '
        'id="options-weight-{0}"><output class="pb-unit" for="options-weight-{0}">{6}</output></div></div>'
    ).format(
        criterion.criterion,
        LETTERS[place],
        criterion.title,
        _swing(setting, place),
        HEAVIEST,
        setting.weights[place],
        percent(setting.weights[place] / (sum(setting.weights) or 1)),
    )


def _swing(setting: Setting, place: int) -> str:
    """Return from which level to which the options reach on a criterion."""
    levels = {setting.level(option, place) for option in range(len(setting.options))} - {""}
    reached = sorted(levels, key=lambda level: setting.scale.get(level, 0))
    if len(reached) < 2:
        return "No step: all options are alike, so it counts nothing."
    return f"From {reached[0]} to {reached[-1]}."


def _scale(setting: Setting) -> Markup:
    inputs = Markup().join(
        Markup(
            '<div class="col-4"><label class="pb-label" for="options-scale-{0}">{1}</label><input '
            'class="form-control" type="number" id="options-scale-{0}" data-scale="{0}" data-usual="{2:g}" '
            'value="{3:g}" min="0" max="{4}" step="1"></div>'
        ).format(level.level, level.level.capitalize(), level.number, setting.scale[level.level], HEAVIEST)
        for level in setting.appraisal.levels
    )
    return Markup(
        '<fieldset><legend>What each level counts</legend><p class="pb-hint">{} Only the proportions '
        'matter.</p><div class="row g-2">{}</div></fieldset>'
    ).format("As printed." if setting.prints_numbers else "Ours; the document prints no numbers.", inputs)


def _reset(setting: Setting) -> Markup:
    return Markup(
        '<p class="mb-2"><a class="pb-hit" href="{}?appraisal={}">As printed, equal weights</a></p>'
        '<p class="mb-2"><button type="button" class="pb-link" data-options="workshop">Workshop view, for a '
        "projector, on or off</button></p>"
        '<p class="pb-hint mb-0">Every setting is in this page’s address, so a copied link shows the '
        "same thing.</p>"
    ).format(PATH, setting.appraisal.head.appraisal)
