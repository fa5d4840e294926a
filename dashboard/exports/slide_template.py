"""The presentation that slides are put in: our own plain one, or a council's template."""

import re
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Emu, Inches

from dashboard.errors import PlaceboardError
from dashboard.exports.palette import Palette
from dashboard.exports.slide_frame import Area

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
MARGIN, TITLE_TOP, TITLE_HEIGHT = Inches(0.6), Inches(0.42), Inches(0.98)
FURNITURE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
HEADINGS, TEXT = "Georgia", "Calibri"
SERIES = ("s1", "s2", "s3", "s4", "s5", "s6")


def open_template(template: Path | None, palette: Palette) -> Any:
    """Return an empty presentation: ours in the product's colours, or the council's without its own slides.

    Raises:
        PlaceboardError: the template cannot be used.
    """
    if template is None:
        return _ours(palette)
    try:
        found = Presentation(str(template))
    except (PackageNotFoundError, ValueError, KeyError, OSError) as error:
        raise PlaceboardError(
            f"PLACEBOARD_SLIDES_TEMPLATE names {template}, which is no presentation that can be read. "
            "Save the template as .pptx (not .potx) and name that file."
        ) from error
    for slide in list(found.slides._sldIdLst):
        found.part.drop_rel(slide.rId)
        found.slides._sldIdLst.remove(slide)
    title_layout(found)
    return found


def title_layout(presentation: Any) -> Any:
    """Return the layout that has a title and least besides.

    Raises:
        PlaceboardError: no layout has a title.
    """
    titled = [layout for layout in presentation.slide_layouts if _title(layout) is not None]
    if not titled:
        raise PlaceboardError(
            "No layout of the template named by PLACEBOARD_SLIDES_TEMPLATE has a title. Add one."
        )
    return min(
        titled,
        key=lambda layout: (
            len(_content(layout)),
            _title(layout).placeholder_format.type != PP_PLACEHOLDER.TITLE,
        ),
    )


def cover_layout(presentation: Any) -> Any:
    """Return the layout for the first slide: a title in the middle with a line below, if there is one."""
    for layout in presentation.slide_layouts:
        title = _title(layout)
        if title is not None and title.placeholder_format.type == PP_PLACEHOLDER.CENTER_TITLE:
            return layout
    return title_layout(presentation)


def add_slide(presentation: Any, layout: Any) -> Any:
    """Add a slide that has its title and nothing that would stand empty."""
    slide = presentation.slides.add_slide(layout)
    for shape in list(slide.placeholders):
        if shape.placeholder_format.type not in TITLES:
            shape._element.getparent().remove(shape._element)
    return slide


def body_of(presentation: Any, *, ours: bool) -> Area:
    """Return the part of a slide under its title, as wide as the title."""
    if ours:
        top = TITLE_TOP + TITLE_HEIGHT
        return Area(MARGIN, top, WIDTH - 2 * MARGIN, HEIGHT - top - Inches(0.3))
    title = _title(title_layout(presentation))
    top = title.top + title.height
    foot = min(
        (
            shape.top
            for shape in title_layout(presentation).placeholders
            if _is_furniture(shape) and shape.top > top
        ),
        default=presentation.slide_height - Inches(0.3),
    )
    return Area(title.left, top, title.width, foot - top)


def _title(layout: Any) -> Any:
    return next((one for one in layout.placeholders if one.placeholder_format.type in TITLES), None)


def _is_furniture(shape: Any) -> bool:
    return shape.placeholder_format.type in FURNITURE


def _content(layout: Any) -> list[Any]:
    return [one for one in layout.placeholders if one.placeholder_format.type not in (*FURNITURE, *TITLES)]


def _ours(palette: Palette) -> Any:
    """Return the library's plain presentation, made wide, with our colours and letters in its theme."""
    made = Presentation()
    stretch = WIDTH / made.slide_width
    made.slide_width, made.slide_height = Emu(WIDTH), Emu(HEIGHT)
    for sheet in (made.slide_master, *made.slide_layouts):
        for shape in sheet.placeholders:
            if shape._element.spPr.xfrm is not None:
                shape.left, shape.width = Emu(int(shape.left * stretch)), Emu(int(shape.width * stretch))
    title = _title(title_layout(made))
    title.left, title.top, title.width, title.height = (
        Emu(size) for size in (MARGIN, TITLE_TOP, WIDTH - 2 * MARGIN, TITLE_HEIGHT)
    )
    theme = made.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = _themed(theme.blob.decode("utf-8"), palette).encode("utf-8")
    return made


def _themed(theme: str, palette: Palette) -> str:
    for place, name in enumerate(SERIES, 1):
        colour = f'<a:accent{place}><a:srgbClr val="{palette[name]}"/></a:accent{place}>'
        theme = re.sub(rf"<a:accent{place}>.*?</a:accent{place}>", colour, theme, flags=re.DOTALL)
    for kind, face in (("major", HEADINGS), ("minor", TEXT)):
        theme = re.sub(
            rf'(<a:{kind}Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{face}", theme, flags=re.DOTALL
        )
    return theme
