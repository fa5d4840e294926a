"""Where things stand on a slide, and words in boxes."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Inches, Pt

from dashboard.exports.palette import Palette

# Widths of an average letter and heights of a line, as shares of the size of the type.
LETTER, LEADING = 0.48, 1.22
POINT = 12_700
# Sizes of type: subtitle, what stands below a table, sources.
SUBTITLE, BELOW, NOTE = 15, 12, 11
GAP = Inches(0.14)


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a slide, in English metric units."""

    left: int
    top: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """Its lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Look:
    """How slides look: the palette, the part of a slide under its title, and whether the template is ours."""

    palette: Palette
    body: Area
    ours: bool

    def colour(self, name: str) -> RGBColor:
        """Return a colour of the palette; one it lacks is ink."""
        found: RGBColor = RGBColor.from_string(self.palette.get(name, self.palette["ink"]))
        return found


def rows_of(text: str, width: int, size: float, letter: float = LETTER) -> int:
    """Return how many lines words take in type of `size` points, at least one."""
    letters = max(int(width / POINT / (size * letter)), 1)
    return sum(max(len(wrap(part, letters)), 1) for part in text.split("\n"))


def height_of(texts: Sequence[str], width: int, size: float) -> int:
    """Return the height of paragraphs."""
    return int(sum(rows_of(text, width, size) for text in texts) * size * LEADING * POINT)


def text_box(
    slide: Any,
    area: Area,
    name: str,
    texts: Sequence[tuple[str, bool]],
    *,
    size: float,
    look: Look,
    colour: str = "ink-2",
) -> None:
    """Put paragraphs, each bold or not, in a box named for those who read the list of what is on a slide."""
    box = slide.shapes.add_textbox(Emu(area.left), Emu(area.top), Emu(area.width), Emu(area.height))
    box.name = name
    frame = box.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.TOP
    for place, (text, bold) in enumerate(texts):
        paragraph = frame.paragraphs[0] if not place else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = text
        run.font.size = Pt(size)
        run.font.bold = bold
        if look.ours:
            run.font.color.rgb = look.colour(colour)


def set_title(slide: Any, text: str, *, size: float, look: Look) -> None:
    """Write the title of a slide; its size follows from how long it is."""
    frame = slide.shapes.title.text_frame
    frame.word_wrap = True
    run = frame.paragraphs[0].add_run()
    run.text = text
    run.font.size = Pt(size)
    if look.ours:
        frame.paragraphs[0].alignment = PP_ALIGN.LEFT
        frame.vertical_anchor = MSO_ANCHOR.TOP
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Inches(0)
        run.font.bold = True
        run.font.color.rgb = look.colour("ink")


def number_slide(slide: Any, look: Look) -> None:
    """Put the number of the slide in the corner, as a field that office programs keep true."""
    area = Area(
        look.body.left + look.body.width - Inches(0.6),
        look.body.bottom + Inches(0.02),
        Inches(0.6),
        Inches(0.2),
    )
    text_box(slide, area, "Slide number", [("", False)], size=NOTE, look=look)
    paragraph = slide.shapes[-1].text_frame.paragraphs[0]._p
    for run in list(paragraph):
        paragraph.remove(run)
    paragraph.append(parse_xml(f'<a:pPr {nsdecls("a")} algn="r"/>'))
    paragraph.append(
        parse_xml(
            f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
            f'<a:rPr lang="en-GB" sz="{NOTE * 100}"/><a:t>‹#›</a:t></a:fld>'
        )
    )
