"""Slides: native charts and tables in order, with words for those who cannot see and for the speaker."""

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from defusedxml.ElementTree import fromstring
from pptx import Presentation
from pptx.util import Inches

from dashboard.domain.fact import SCENARIO
from dashboard.domain.matrix import Arrow, Matrix, Square, Strip
from dashboard.domain.timeline_marks import Group, Mark, Timeline
from dashboard.domain.view import Cell, Entry, Table
from dashboard.errors import PlaceboardError
from dashboard.exports.grid import Box, Grid, grid_of, table_grid
from dashboard.exports.palette import read_palette
from dashboard.exports.slide_exhibit import MOST_SLIDES, title_size
from dashboard.exports.slide_frame import Area
from dashboard.exports.slide_table import LONGEST, column_widths, pages, shortened
from dashboard.exports.slides import write_slides
from dashboard.figures.chart import Bar, Line, Stack, bars_chart, columns_chart, lines_chart
from dashboard.figures.options import Block, Row, contributions_figure
from dashboard.figures.outcomes import Row as Mark_
from dashboard.figures.outcomes import spine_figure, trend_figure
from tests.packs import PALETTE, bundle_of, exhibit_of, table_of, view_of
from tests.shapes import fact

YEARS = ["2019/20", "2020/21"]
AREA = Area(0, 0, Inches(12), Inches(4))


def slides_of(tmp_path: Path, *views: Any, template: Path | None = None, **changes: Any) -> Any:
    path = tmp_path / "pack.pptx"
    exhibits = [exhibit_of(view, place, **changes) for place, view in enumerate(views, 1)]
    done: list[int] = []
    write_slides(bundle_of(*exhibits), path, PALETTE, template, done.append)
    assert done == list(range(1, len(views) + 1))
    return Presentation(str(path))


def words_of(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def chart_of(slide: Any) -> Any:
    return next(shape.chart for shape in slide.shapes if shape.has_chart)


def table_on(slide: Any) -> list[list[str]]:
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    return [[cell.text for cell in row.cells] for row in table.rows]


def bars(**changes: Any) -> dict[str, Any]:
    return bars_chart([Bar("A", 0, 46, "£46m", "s1", **changes), Bar("B", 0, 4, "£4m", "s2", hatched=True)])


def lines(*ends: float) -> dict[str, Any]:
    return lines_chart(
        [
            Line(
                f"L{place}",
                f"s{place + 1}",
                {"2019/20": 1.0, "2020/21": end},
                dict.fromkeys(YEARS, ""),
                f"L{place} {end}",
            )
            for place, end in enumerate(ends)
        ],
        YEARS,
        str,
        height_px=400,
    )


def test_a_slide_is_read_title_subtitle_chart_source(tmp_path: Path) -> None:
    view = view_of(chart=bars(), alternative="Two bars, A far above B.")
    slide = slides_of(tmp_path, view, notes="Ask first.", choices="Chosen: years: all.").slides[1]
    assert [shape.name.split(" 1")[0] for shape in slide.shapes] == [
        "Title",
        "Subtitle",
        "Chart",
        "Source",
        "Slide number",
    ]
    title, subtitle, source, _ = words_of(slide)
    assert title == "The gap is £48m"
    assert subtitle.splitlines() == [
        "In-year deficit, Nowhere, 2019/20, £m",
        "Includes derived figures: worked out here, printed nowhere.",
    ]
    assert source.splitlines() == [
        "Draft, January 2020. Source: Made-up forecast, 31 January 2020. Table 1, line 11.",
        "Chosen: years: all.",
    ]
    frame = next(shape for shape in slide.shapes if shape.has_chart)
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == "Two bars, A far above B."
    notes = slide.notes_slide.notes_text_frame.text
    assert notes.startswith("Ask first.")
    for words in (
        "Two bars, A far above B.",
        "How this is calculated: As printed.",
        "/deficit?area=all",
        "release-1",
    ):
        assert words in notes


def test_the_cover_and_the_last_slide_say_whose_figures_of_when(tmp_path: Path) -> None:
    made = slides_of(tmp_path, view_of())
    cover, last = words_of(made.slides[0]), made.slides[-1]
    assert cover[:2] == ["Cabinet", "12 June 2026\nNowhere Council · Nowhere"]
    assert "release-1" in cover[2]
    assert table_on(last)[1] == ["Made-up forecast", "31 January 2020", "Every figure is made up."]
    assert (made.core_properties.title, made.core_properties.language) == ("Cabinet", "en-GB")


def test_a_pack_without_documents_has_no_slide_for_them(tmp_path: Path) -> None:
    assert len(slides_of(tmp_path, view_of(facts=(), records=())).slides) == 2


def test_a_scenario_is_marked(tmp_path: Path) -> None:
    view = view_of(facts=(fact(status=SCENARIO, source_line=None),))
    assert "Scenario, not the council’s forecast." in words_of(slides_of(tmp_path, view).slides[1])[1]


def test_a_label_follows_its_number_where_a_format_says_the_same(tmp_path: Path) -> None:
    made = slides_of(tmp_path, view_of(chart=bars()), view_of(chart=bars(aside="moved")))
    (first,) = chart_of(made.slides[1]).plots[0].series
    assert first.data_labels.number_format == '"£"#,##0"m";"−£"#,##0"m"'
    assert first.values == (46, 4)
    (second,) = chart_of(made.slides[2]).plots[0].series
    assert second.points[0].data_label.text_frame.text == "£46m, moved"


def test_lines_are_named_at_their_ends_or_by_a_legend(tmp_path: Path) -> None:
    made = slides_of(tmp_path, view_of(chart=lines(2, 50)), view_of(chart=lines(2, 2)))
    apart, together = (chart_of(made.slides[place]) for place in (1, 2))
    assert not apart.has_legend
    assert apart.plots[0].series[1].points[1].data_label.text_frame.text == "L1 50"
    assert together.has_legend


def test_gaps_stay_gaps_and_intervals_stay(tmp_path: Path) -> None:
    own = Line("A", "s1", {"2019/20": 5.0}, {"2019/20": ""}, "A 5")
    other = Line(
        "B", "s2", dict(zip(YEARS, [6.0, 9.0], strict=True)), dict.fromkeys(YEARS, ""), "B 9", style="dot"
    )
    point = Line("C", "s3", {"2020/21": 1.0}, {"2020/21": ""}, "C 1", marker="diamond")
    chart = chart_of(
        slides_of(
            tmp_path, view_of(chart=trend_figure([own, other, point], YEARS, {"2019/20": (4, 7)}, 400))
        ).slides[1]
    )
    assert [series.values for series in chart.plots[0].series] == [(5, None), (6, 9), (None, 1)]
    text = chart.part.blob.decode()
    assert '<c:dispBlanksAs val="gap"/>' in text
    assert "<c:v>2.0</c:v>" in text.partition("errBars")[2]


def test_stacks_blocks_marks_and_waterfalls_are_native(tmp_path: Path) -> None:
    stacks = [
        Stack(name, "s1", dict(zip(YEARS, [1.0, 2.0], strict=True)), dict.fromkeys(YEARS, ""))
        for name in "AB"
    ]
    blocks = [
        Row(
            name,
            (Block(0, 30, "A", f"{name}, Cost: 30", "s1"), Block(30, 20, "B", f"{name}, Speed: 20", "s2")),
            "50",
        )
        for name in ("One", "Two")
    ]
    marks = [Mark_("A", 4, "+4", "worse", ("1", "2", "worse"), low=3, high=6)]
    falls = [Bar("A", 0, 10, "£10m", "s1"), Bar("B", 6, 4, "−£4m", "s2")]
    made = slides_of(
        tmp_path,
        view_of(chart=columns_chart(stacks, YEARS, str, height_px=400)),
        view_of(chart=contributions_figure(blocks, 100)),
        view_of(chart=spine_figure(marks, ("",) * 5, significant=True)),
        view_of(chart=bars_chart(falls)),
    )
    columns, parts, spine, waterfall = (chart_of(made.slides[place]) for place in range(1, 5))
    assert columns.has_legend and columns.plots[0].overlap == 100
    assert "A: Cost; B: Speed" in words_of(made.slides[2])[1]
    assert parts.plots[0].series[0].points[0].data_label.text_frame.text == "A"
    assert "<c:errBars><c:errBarType" in spine.part.blob.decode()
    assert [series.name for series in waterfall.plots[0].series] == [
        "Up to where the bar begins (not drawn)",
        "Amount",
    ]
    assert waterfall.plots[0].series[0].format.fill.type is not None


def test_a_line_over_numbers_is_a_scatter(tmp_path: Path) -> None:
    chart = lines(2)
    chart["layout"]["xaxis"] |= {"tickvals": [0], "ticktext": ["first"]}
    (series,) = chart_of(slides_of(tmp_path, view_of(chart=chart)).slides[1]).plots[0].series
    assert list(series.values) == [1, 2]


MATRIX = Matrix(
    "Risks",
    ("1 Rare", "2 Likely"),
    (("2 Major", (Square((2, 1), 2, "Low", "low"), Square((2, 2), 4, "High", "high", ("R1",), ("R2",)))),),
    (Arrow((2, 2), (2, 1), ("R1",), 0),),
    (Strip((("R3", "", ""),), "current", "Its cell is not known."),),
)


def test_a_matrix_is_a_table_whose_cells_say_who_stands_there(tmp_path: Path) -> None:
    slide = slides_of(tmp_path, view_of(matrix=MATRIX)).slides[1]
    assert table_on(slide) == [
        ["Impact, by likelihood", "1 Rare", "2 Likely"],
        ["2 Major", "2 Low", "4 High\nNow: R1\nAfter mitigation: R2"],
    ]
    filled = next(shape.table for shape in slide.shapes if shape.has_table).cell(1, 2)
    assert str(filled.fill.fore_color.rgb) == PALETTE["red"]
    assert "from 2 × 2 to 2 × 1: R1" in words_of(slide)[2]
    assert "Not placed: R3. Its cell is not known." in words_of(slide)[2]


def test_a_timeline_and_a_record_are_tables() -> None:
    mark = Mark("Agreed", "decision", "June 2017", 5, 1, False, "/sources", 7)
    told = Mark("Set up", "milestone", "July 2017", 6, 1, False, "/sources", 8, "Cabinet", state="done")
    plan = grid_of(view_of(timeline=Timeline(12, ((2017, 0),), (Group("Plan", (mark,)),))))
    assert [[box.text for box in row] for row in (plan.head, *plan.rows)] == [
        ["When", "What", "Kind"],
        ["Plan", "", ""],
        ["June 2017", "Agreed", "Decision"],
    ]
    stands = grid_of(view_of(timeline=Timeline(12, (), (Group("Plan", (told,), "A report, 2017"),))))
    assert [row[0].text for row in stands.rows] == ["Plan\nA report, 2017", "July 2017"]
    assert [box.text for box in stands.rows[1][1:]] == ["Set up\nDecided by Cabinet", "Milestone", "done"]
    record = grid_of(view_of(record=(Entry("Owner", (Cell("Director", note="line 7"), Cell("Board"))),)))
    assert [[box.text for box in row] for row in record.rows] == [
        ["Owner", "Director (line 7)"],
        ["", "Board"],
    ]


def test_a_table_cell_says_its_status_and_note() -> None:
    table = Table("T", (Cell("C"),), ((Cell("1", note="derived"),), (Cell("2", note="see below"),)))
    assert [row[0].text for row in grid_of(view_of(table=table)).rows] == ["1 (derived)", "2\nsee below"]


def test_a_long_table_goes_over_several_slides_and_says_what_is_left_out(tmp_path: Path) -> None:
    made = slides_of(tmp_path, view_of(table=table_of(*[f"row {place}" for place in range(300)])))
    shown = list(made.slides)[1:-1]
    assert len(shown) == MOST_SLIDES
    assert [slide.shapes.title.text_frame.text for slide in shown[:2]] == [
        "The gap is £48m (1 of 6)",
        "The gap is £48m (2 of 6)",
    ]
    rows = [row for slide in shown for row in table_on(slide)[1:]]
    assert rows == [[f"row {place}"] for place in range(len(rows))]
    assert f"{300 - len(rows)} more rows are in the workbook and on the page." in words_of(shown[-1])
    assert shown[1].notes_slide.notes_text_frame.text.startswith("Part 2 of 6")


def test_nothing_to_show_is_said_once(tmp_path: Path) -> None:
    empty = Table("T", (Cell("C"),), (), (Cell("None is loaded."),))
    made = slides_of(
        tmp_path,
        view_of(table=empty),
        view_of(table=empty, subtitle="None is loaded."),
        view_of(instead="Choose one.", table=table_of()),
    )
    assert [words_of(made.slides[place])[2] for place in (1, 3)] == ["None is loaded.", "Choose one."]
    assert words_of(made.slides[2]).count("None is loaded.") == 0


def test_columns_are_as_wide_as_their_longest_word_or_share_what_there_is() -> None:
    grid = Grid((Box("A"), Box("B")), ((Box("x"), Box("word " * 30)),))
    narrow, wide = column_widths(grid, AREA.width, 12)
    assert narrow < wide
    assert sum((narrow, wide)) <= AREA.width
    long = Grid((Box("x" * 400), Box("x" * 400)), ())
    assert sum(column_widths(long, AREA.width, 12)) <= AREA.width


def test_a_table_that_nearly_fits_is_set_smaller() -> None:
    rows = tuple((Box(f"row {place}"),) for place in range(13))
    parts = pages(Grid((Box("A"),), rows), AREA)
    assert len(parts) == 1
    assert parts[0].size < 13


def test_words_that_no_slide_holds_are_shortened_and_say_so() -> None:
    assert shortened("short") == "short"
    assert shortened("word " * 300).endswith("… (goes on in the workbook)")
    assert len(shortened("word " * 300)) <= LONGEST


def test_a_short_table_is_set_large_and_a_word_has_room_in_its_column() -> None:
    area = Area(0, 0, Inches(12), Inches(5))
    (short,) = pages(table_grid(table_of("a", "b")), area)
    assert short.size == 20
    words = Table("T", tuple(Cell(f"Responsibilities {place}") for place in range(8)), ())
    assert pages(table_grid(words), area)[0].size == 9
    assert pages(table_grid(words), Area(0, 0, Inches(9), Inches(5)))[0].size == 8


def test_a_long_title_is_set_smaller() -> None:
    sizes = [title_size("x " * count, Inches(12)) for count in (10, 70, 100, 1000)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 30 and sizes[-1] == 12


def test_the_file_is_whole(tmp_path: Path) -> None:
    slides_of(tmp_path, view_of(chart=bars()), view_of(matrix=MATRIX))
    broken_parts(tmp_path / "pack.pptx")


def broken_parts(path: Path) -> None:
    """Ask of each part that it is XML, and of each relationship that its target is in the file."""
    with ZipFile(path) as held:
        assert held.testzip() is None
        names = set(held.namelist())
        for name in names:
            if name.endswith((".xml", ".rels")):
                tree = fromstring(held.read(name))
            if not name.endswith(".rels"):
                continue
            folder = Path(name).parent.parent
            for link in tree:
                if link.get("TargetMode") != "External":
                    target = Path("/", folder, link.get("Target")).resolve()
                    assert str(target).lstrip("/") in names, f"{name}: {link.get('Target')}"


def template(path: Path) -> Path:
    made = Presentation()
    made.slides.add_slide(made.slide_layouts[0])
    made.save(str(path))
    return path


def test_a_template_of_the_council_gives_its_layouts_and_none_of_its_slides(tmp_path: Path) -> None:
    own = template(tmp_path / "council.pptx")
    made = slides_of(tmp_path, view_of(chart=bars()), view_of(matrix=MATRIX), template=own)
    assert made.slide_width == Presentation(str(own)).slide_width
    assert len(made.slides) == 4
    assert made.slides[1].slide_layout.name == "Title Only"
    body = next(shape for shape in made.slides[1].shapes if shape.has_chart)
    title = made.slides[1].shapes.title
    assert body.top >= title.top + title.height
    assert body.left + body.width <= made.slide_width
    run = made.slides[1].shapes[1].text_frame.paragraphs[0].runs[0]
    assert run.font.color.type is None


def test_a_template_without_a_cover_begins_with_its_plain_layout(tmp_path: Path) -> None:
    own = Presentation()
    cover = next(layout for layout in own.slide_layouts if layout.name == "Title Slide")
    own.slide_layouts.remove(cover)
    own.save(str(tmp_path / "plain.pptx"))
    made = slides_of(tmp_path, view_of(), template=tmp_path / "plain.pptx")
    assert made.slides[0].slide_layout.name == "Title Only"
    assert words_of(made.slides[0])[0] == "Cabinet"


def test_colours_are_read_from_the_stylesheet_or_their_absence_is_said(tmp_path: Path) -> None:
    assert PALETTE["s1"] == "12436D"
    (tmp_path / "a.css").write_text("p { color: red }", encoding="utf-8")
    with pytest.raises(ValueError, match="names no colours"):
        read_palette(tmp_path / "a.css")


def test_a_template_that_cannot_serve_is_said_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "council.potx").write_text("no", encoding="utf-8")
    with pytest.raises(PlaceboardError, match=r"Save the template as .pptx \(not .potx\)"):
        slides_of(tmp_path, view_of(), template=tmp_path / "council.potx")
    untitled = Presentation()
    for layout in untitled.slide_layouts:
        for shape in list(layout.placeholders):
            shape._element.getparent().remove(shape._element)
    untitled.save(str(tmp_path / "untitled.pptx"))
    with pytest.raises(PlaceboardError, match="has a title"):
        slides_of(tmp_path, view_of(), template=tmp_path / "untitled.pptx")
