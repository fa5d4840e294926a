"""The panel of levers as HTML text: Dash need not look at its many controls after every choice."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup, escape

from dashboard.domain.scenario_levers import Lever, Preset
from dashboard.domain.view import line_address

LEVER = Markup(
    '<div class="pb-lever"><label for="lever-{name}" id="lever-{name}-label">{label}</label>'
    '<p class="pb-hint" id="lever-{name}-hint">{default}{source}</p>'
    '<div class="pb-pair"><input type="range" class="form-range" data-pb-range="{name}" '
    'aria-labelledby="lever-{name}-label" aria-describedby="lever-{name}-effect" min="{low}" max="{high}" '
    'step="{step}" value="{at}" data-pb-usual="{usual}">'
    '<input type="number" class="form-control" id="lever-{name}" data-pb-lever="{name}" min="{low}" '
    'max="{high}" step="any" value="{value}" data-pb-default="{own}" placeholder="{placeholder}" '
    'aria-describedby="lever-{name}-hint lever-{name}-effect"><span class="pb-unit">{unit}</span></div>'
    '<p class="pb-hint pb-effect" id="lever-{name}-effect" data-pb-effect="{name}">{effect}</p>{more}</div>'
)
MORE = Markup(
    '<details class="pb-more"><summary>What it does, and its range</summary><p class="pb-hint">{note} '
    "It goes from {low} to {high}{unit}; the ends are ours.</p>"
    '<div class="pb-ends" role="group" aria-label="Range of: {label}">{ends}</div></details>'
)
END = Markup(
    '<label for="range-{name}-{end}">{words}</label><input type="number" class="form-control" '
    'id="range-{name}-{end}" data-pb-end="{name}" min="{low}" max="{high}" step="any" value="{value}">'
)
ENDS = {"low": "Low", "likely": "Likely", "high": "High"}


def lever_groups(
    levers: Sequence[Lever],
    settings: Mapping[str, float],
    standing: Mapping[str, float],
    ranges: Mapping[str, tuple[float, float, float]],
    effects: Mapping[str, str],
) -> Markup:
    """Return every lever under its group; a group stands open where one of its levers is moved.

    `settings` are the levers moved, `standing` where each one stands as a number, `ranges` those
    the reader set.
    """
    parts = []
    for place, (label, own) in enumerate(groupby(levers, key=lambda lever: lever.group_label)):
        listed = list(own)
        opened = not place or any(lever.lever in settings for lever in listed)
        inside = Markup().join(
            _lever(lever, settings, standing[lever.lever], ranges.get(lever.lever), effects[lever.lever])
            for lever in listed
        )
        parts.append(
            Markup('<details class="pb-group"{}><summary>{}</summary><div>{}</div></details>').format(
                Markup(" open") if opened else "", label, inside
            )
        )
    return Markup().join(parts)


def preset_buttons(presets: Sequence[Preset], caveats: Mapping[str, str]) -> Markup:
    """Return a button for each preset, with what the document says of it and where, and its caveat."""
    item = Markup(
        '<li><button type="button" class="pb-link" data-pb-preset="{}">{}</button>'
        '<p class="pb-hint">{} <a href="{}">Line {}</a>{}</p></li>'
    )
    return Markup().join(
        item.format(
            "~".join(f"{name}~{value:.10g}" for name, value in preset.levers.items()),
            preset.label,
            preset.words,
            line_address(preset.source_id, preset.source_line),
            preset.source_line,
            f". {caveats[preset.preset]}" if preset.preset in caveats else "",
        )
        for preset in presets
    )


def options(name: str, label: str, words: Mapping[str, str], value: str) -> Markup:
    """Return a labelled choice of one of several words."""
    listed = Markup().join(
        Markup('<option value="{}"{}>{}</option>').format(
            key, Markup(" selected") if key == value else "", text
        )
        for key, text in words.items()
    )
    return Markup(
        '<label class="pb-label" for="choice-{0}">{1}</label>'
        '<select class="form-select" id="choice-{0}" data-pb-choice="{0}" data-pb-usual="{2}">{3}</select>'
    ).format(name, label, next(iter(words)), listed)


def fieldset(legend: str, hint: str, inside: Iterable[Markup]) -> Markup:
    """Return controls under their legend and a hint."""
    said = Markup('<p class="pb-hint">{}</p>').format(hint) if hint else ""
    return Markup("<fieldset><legend>{}</legend>{}{}</fieldset>").format(legend, said, Markup().join(inside))


def _lever(
    lever: Lever,
    settings: Mapping[str, float],
    at: float,
    ends: tuple[float, float, float] | None,
    effect: str,
) -> Markup:
    moved = lever.lever in settings
    own = "" if lever.default_value is None else _plain(lever.default_value)
    return LEVER.format(
        name=lever.lever,
        label=lever.label,
        default=lever.default_words,
        source=_source(lever),
        low=_plain(lever.lowest),
        high=_plain(lever.highest),
        step=_plain(lever.step),
        at=_plain(at),
        usual=_plain(at) if not moved and lever.default_value is None else own,
        value=_plain(settings[lever.lever]) if moved else own,
        own=own,
        placeholder="" if own else "as is",
        unit=lever.unit if lever.unit != "years" else "yrs",
        effect=effect,
        more=_more(lever, ends),
    )


def _more(lever: Lever, ends: tuple[float, float, float] | None) -> Markup:
    values = [""] * len(ENDS) if ends is None else [_plain(end) for end in ends]
    inputs = Markup().join(
        END.format(
            name=lever.lever,
            end=end,
            words=words,
            low=_plain(lever.lowest),
            high=_plain(lever.highest),
            value=value,
        )
        for (end, words), value in zip(ENDS.items(), values, strict=True)
    )
    unit = lever.unit if lever.unit == "%" else f" {lever.unit}"
    return MORE.format(
        note=lever.note,
        low=_plain(lever.lowest),
        high=_plain(lever.highest),
        unit=unit,
        label=lever.label,
        ends=inputs,
    )


def _source(lever: Lever) -> Markup:
    if not lever.source_id or not lever.source_line:
        return Markup(". Ours")
    return Markup('. <a href="{}">Line {}</a>').format(
        escape(line_address(lever.source_id, lever.source_line)), lever.source_line
    )


def _plain(value: float) -> str:
    return f"{value:.10g}"
