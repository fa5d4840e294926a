"""The map of districts as HTML text: tiles or outlines that are links, with the key beside them."""

from markupsafe import Markup

from dashboard.domain.footprints_map import BOUNDARIES, DistrictMap, KeyGroup, Outline, Shape, name_lines

# In the units of the drawing, which is a thousand wide.
LINE, SMALL_LINE = 27, 23
# The ring of the focused district; assets/footprints_map.js gives it the outline.
RING = Markup(
    '<path class="pb-map-ring ring-out" d="" aria-hidden="true"/>'
    '<path class="pb-map-ring ring-in" d="" aria-hidden="true"/>'
)


def map_html(plan: DistrictMap) -> str:
    """Return the map with its key and notes, escaped."""
    drawing = _drawing(plan) if plan.drawn == BOUNDARIES else _tiles(plan)
    notes = Markup().join(Markup("<p>{}</p>").format(note) for note in plan.notes)
    hint = Markup('<p class="pb-screenonly">Choose a district to see its profile.</p>')
    return str(
        Markup(
            '<div class="pb-map"><div class="pb-map-face">{}</div><div class="pb-map-key">{}{}{}{}</div>'
            "</div>"
        ).format(drawing, hint, Markup().join(map(_group, plan.key)), notes, _credit(plan))
    )


def _tiles(plan: DistrictMap) -> Markup:
    items = Markup().join(map(_tile, plan.shapes))
    return Markup('<ul class="pb-map-tiles" aria-label="{}" style="--columns:{};--own:{}">{}</ul>').format(
        plan.caption, *plan.columns, items
    )


def _tile(shape: Shape) -> Markup:
    said = Markup().join(Markup("<small>{}</small>").format(words) for words in shape.said)
    told = Markup('<span class="visually-hidden">, {}</span>').format(shape.told) if shape.told else ""
    inside = Markup('<b aria-hidden="true">{}</b><span lang="en-GB">{}</span>{}{}').format(
        shape.mark, shape.name, said, told
    )
    return Markup('<li{} style="grid-column:{};grid-row:{}">{}</li>').format(
        "" if shape.member else Markup(' class="around"'), *shape.tile, _link(shape, inside)
    )


def _link(shape: Shape, inside: Markup) -> Markup:
    kind = f"pb-area pb-tone-{shape.tone}{' outside' if shape.outside else ''}"
    current = Markup(' aria-current="true"') if shape.chosen else ""
    return Markup('<a class="{}" href="{}"{}>{}</a>').format(kind, shape.href, current, inside)


def _drawing(plan: DistrictMap) -> Markup:
    width, height = plan.size
    shown = [shape for shape in plan.shapes if shape.path]
    return Markup(
        '<svg class="pb-map-drawing" viewBox="0 0 {} {}" role="group" aria-label="{}">{}{}{}{}{}</svg>'
    ).format(
        f"{width:g}",
        f"{height:g}",
        plan.caption,
        Markup().join(map(_outline, plan.outlines)),
        Markup().join(map(_area, shown)),
        RING,
        Markup().join(map(_words, shown)),
        Markup().join(map(_outline_name, plan.outlines)),
    )


def _outline(outline: Outline) -> Markup:
    return Markup('<path class="pb-map-around" d="{}"/>').format(outline.path)


def _outline_name(outline: Outline) -> Markup:
    return Markup('<text class="pb-map-away" x="{}" y="{}">{}</text>').format(*outline.label, outline.name)


def _area(shape: Shape) -> Markup:
    current = Markup(' aria-current="true"') if shape.chosen else ""
    return Markup(
        '<a class="pb-area pb-tone-{}" href="{}" aria-label="{}"{}><title>{}</title>'
        '<path fill-rule="evenodd" d="{}"/></a>'
    ).format(shape.tone, shape.href, shape.words, current, shape.words, shape.path)


def _words(shape: Shape) -> Markup:
    """Return mark, name and reading, drawn over every outline; a phone shows the mark alone."""
    x, y = shape.label
    names = name_lines(shape.name)
    lines = [("", line) for line in names] + [("small", words) for words in _said(shape)]
    above = 0 if shape.said else 1
    top = y - ((len(names) + above) * LINE + len(shape.said) * SMALL_LINE) / 2 + (0.9 + above) * LINE
    texts = _mark("thin", x, y + LINE / 2, shape.mark)
    if above:
        texts += _mark("name", x, top - LINE, shape.mark)
    for kind, words in lines:
        texts += Markup('<text class="name {}" x="{}" y="{}">{}</text>').format(kind, x, f"{top:g}", words)
        top += LINE if not kind else SMALL_LINE
    return Markup('<g class="pb-tone-{}" aria-hidden="true">{}</g>').format(shape.tone, texts)


def _said(shape: Shape) -> list[str]:
    """Return what stands under a name, its sign beside the last words: above, it would touch a neighbour."""
    return [*shape.said[:-1], f"{shape.mark} {shape.said[-1]}"] if shape.said else []


def _mark(kind: str, x: float, y: float, mark: str) -> Markup:
    return Markup('<text class="mark {}" x="{}" y="{}">{}</text>').format(kind, x, f"{y:g}", mark)


def _group(group: KeyGroup) -> Markup:
    words = (
        Markup('<a class="pb-hit" href="{}">{}</a>').format(group.href, group.words)
        if group.href
        else group.words
    )
    members = Markup(" ").join(_member(*member) for member in group.members)
    return Markup(
        '<div class="pb-key-group"><p><span class="pb-map-mark pb-tone-{}" aria-hidden="true">{}</span> '
        "<b>{}</b></p><ul>{}</ul></div>"
    ).format(group.tone, group.mark, words, members)


def _member(name: str, href: str, said: str) -> Markup:
    named = Markup('<a class="pb-hit" href="{}">{}</a>').format(href, name) if href else Markup.escape(name)
    aside = Markup(' <span class="pb-muted">{}</span>').format(said) if said else ""
    return Markup("<li>{}{}</li>").format(named, aside)


def _credit(plan: DistrictMap) -> Markup:
    if not plan.credit:
        return Markup()
    return Markup('<p class="pb-muted">Boundaries: {} <a href="{}">About the file</a></p>').format(
        plan.credit, plan.credit_href
    )
