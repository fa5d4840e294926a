"""An office chart on a slide: its numbers stay in it and can be edited."""

from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_MARK,
)
from pptx.enum.chart import XL_TICK_LABEL_POSITION as TICKS
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN_TYPE
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from dashboard.exports.native import BAR, LINE, SCATTER, STACKED_BAR, STACKED_COLUMN, NativeChart, Series
from dashboard.exports.slide_frame import LETTER, POINT, Area, Look

KINDS = {
    LINE: XL_CHART_TYPE.LINE_MARKERS,
    BAR: XL_CHART_TYPE.BAR_CLUSTERED,
    STACKED_BAR: XL_CHART_TYPE.BAR_STACKED,
    STACKED_COLUMN: XL_CHART_TYPE.COLUMN_STACKED,
    SCATTER: XL_CHART_TYPE.XY_SCATTER_LINES,
}
DASHES = {
    "solid": MSO_LINE_DASH_STYLE.SOLID,
    "dash": MSO_LINE_DASH_STYLE.DASH,
    "dot": MSO_LINE_DASH_STYLE.ROUND_DOT,
}
MARKERS = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "triangle": XL_MARKER_STYLE.TRIANGLE,
    "x": XL_MARKER_STYLE.X,
}
LIGHT = ("s2", "s4", "s6", "quiet", "yellow", "orange", "blue")
SIZE, CROWDED = 14, 11
MANY_ROWS = 12
# Where a plot begins and where its words must end, as shares of the width; bold letters are wider.
LEFT, RIGHT, BOLD = 0.075, 0.985, 1.12


def add_chart(slide: Any, found: NativeChart, area: Area, words: str, look: Look) -> None:
    """Put a chart in `area`; `words` say what it shows to those who cannot see it."""
    frame = slide.shapes.add_chart(
        KINDS[found.kind], Emu(area.left), Emu(area.top), Emu(area.width), Emu(area.height), _data(found)
    )
    frame.name = "Chart"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", words)
    chart = frame.chart
    chart.font.size = Pt(CROWDED if len(found.categories) > MANY_ROWS else SIZE)
    if look.ours:
        chart.font.color.rgb = look.colour("ink")
    chart.has_title = False
    _legend(chart, found)
    _axes(chart, found, look)
    plot = chart.plots[0]
    if found.kind in (BAR, STACKED_BAR, STACKED_COLUMN):
        plot.gap_width = 55
        plot.overlap = 100 if found.kind != BAR else -5
    for one, series in zip(found.series, plot.series, strict=True):
        _style(series, one, found, look)
    if found.named:
        _make_room(chart, found, area)


def _data(found: NativeChart) -> CategoryChartData | XyChartData:
    if found.kind == SCATTER:
        points = XyChartData(number_format=found.scale_format)
        for one in found.series:
            own = points.add_series(one.name)
            for place, value in zip(one.places, one.values, strict=True):
                if value is not None:
                    own.add_data_point(place, value)
        return points
    data = CategoryChartData(number_format=found.scale_format)
    data.categories = found.categories
    for one in found.series:
        data.add_series(one.name, one.values, one.label_format or found.scale_format)
    return data


def _legend(chart: Any, found: NativeChart) -> None:
    shown = [one for one in found.series if not one.hidden]
    chart.has_legend = len(shown) > 1 and not (found.named or found.key or found.kind == STACKED_BAR)
    if chart.has_legend:
        chart.legend.position = (
            XL_LEGEND_POSITION.RIGHT if found.kind == STACKED_COLUMN else XL_LEGEND_POSITION.TOP
        )
        chart.legend.include_in_layout = False


def _axes(chart: Any, found: NativeChart, look: Look) -> None:
    names, scale = chart.category_axis, chart.value_axis
    rows = found.kind in (BAR, STACKED_BAR)
    scale.minimum_scale, scale.maximum_scale, scale.major_unit = found.low, found.high, found.step
    scale.has_major_gridlines = not rows
    scale.visible = not rows
    scale.major_tick_mark = names.major_tick_mark = XL_TICK_MARK.NONE
    names.has_major_gridlines = False
    if found.kind == SCATTER:
        names.maximum_scale = max(place for one in found.series for place in one.places)
    names.tick_label_position = TICKS.LOW
    names.format.line.color.rgb = look.colour("line-strong")
    if rows:
        names.reverse_order = True
        if found.high <= 0:  # all below nought: longer bars still go further to the right
            scale.reverse_order = True
            names.tick_label_position = TICKS.HIGH
        return
    scale.major_gridlines.format.line.color.rgb = look.colour("line")
    scale.format.line.fill.background()
    scale.tick_labels.number_format, scale.tick_labels.number_format_is_linked = found.scale_format, False


def _style(series: Any, one: Series, found: NativeChart, look: Look) -> None:
    if found.kind in (LINE, SCATTER):
        _line(series, one, look)
    else:
        _bars(series, one, look)
    if one.errors:
        _add_errors(series, one, across=found.kind == BAR, look=look)
    if found.kind != STACKED_COLUMN:
        _labels(series, one, found, look)


def _line(series: Any, one: Series, look: Look) -> None:
    series.smooth = False
    colour = look.colour(one.colour(0))
    if one.style == "none":
        series.format.line.fill.background()
    else:
        series.format.line.color.rgb = colour
        series.format.line.width = Pt(one.width)
        series.format.line.dash_style = DASHES[one.style]
    shape, hollow, _ = one.marker.partition("-open")
    series.marker.style = MARKERS.get(shape.partition("-")[0], XL_MARKER_STYLE.CIRCLE)
    series.marker.size = 9 if one.style == "none" else 7
    series.marker.format.fill.solid()
    # A mark without a line stays filled: some programs draw no edge, and a hollow one would vanish.
    open_mark = bool(hollow) and one.style != "none"
    series.marker.format.fill.fore_color.rgb = look.colour("paper") if open_mark else colour
    series.marker.format.line.color.rgb = colour


def _bars(series: Any, one: Series, look: Look) -> None:
    series.invert_if_negative = False
    if one.hidden:
        series.format.fill.background()
        return
    _fill(series.format, one.colour(0), hatched=any(one.hatched[:1]), look=look)
    for place, value in enumerate(one.values):
        hatched = bool(one.hatched) and one.hatched[place]
        same = one.colour(place) == one.colour(0) and hatched == any(one.hatched[:1])
        if value is not None and not same:
            _fill(series.points[place].format, one.colour(place), hatched=hatched, look=look)


def _fill(target: Any, colour: str, *, hatched: bool, look: Look) -> None:
    if hatched:
        target.fill.patterned()
        target.fill.pattern = MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL
        target.fill.fore_color.rgb, target.fill.back_color.rgb = look.colour(colour), look.colour("paper")
    else:
        target.fill.solid()
        target.fill.fore_color.rgb = look.colour(colour)
    target.line.color.rgb = look.colour(colour) if hatched else look.colour("paper")


def _labels(series: Any, one: Series, found: NativeChart, look: Look) -> None:
    """Label a series: by the format of its numbers where that says the same, else by words at each point."""
    where = {BAR: XL_LABEL_POSITION.OUTSIDE_END, STACKED_BAR: XL_LABEL_POSITION.CENTER}.get(
        found.kind, XL_LABEL_POSITION.RIGHT
    )
    if one.label_format:
        labels = series.data_labels
        labels.show_value, labels.position = True, where
        labels.number_format, labels.number_format_is_linked = one.label_format, False
        return
    for place, text in enumerate(one.labels):
        if text and one.values[place] is not None:
            colour = f"{one.colour(place)}-text" if found.kind == LINE else "ink"
            if found.kind == STACKED_BAR:
                colour = "on-yellow" if one.colour(place) in LIGHT else "paper"
            _label(series.points[place].data_label, text, where, look.colour(colour), bold=found.kind == LINE)


def _label(label: Any, text: str, where: Any, colour: Any, *, bold: bool) -> None:
    label.text_frame.word_wrap = False
    run = label.text_frame.paragraphs[0].add_run()
    run.text = text
    run.font.color.rgb, run.font.bold = colour, bold
    label.position = where


def _make_room(chart: Any, found: NativeChart, area: Area) -> None:
    """Leave room right of the lines for their names: the plot is given a place of its own."""
    count = len(found.categories)
    ends = [(place, text) for one in found.series for place, text in enumerate(one.labels) if text]
    letter = LETTER * BOLD * SIZE * POINT / area.width
    width = min((RIGHT - LEFT - (len(text) + 2) * letter) * count / (place + 0.5) for place, text in ends)
    plot = chart._chartSpace.chart.plotArea
    for old in plot.findall(qn("c:layout")):
        plot.remove(old)
    layout = etree.SubElement(plot, qn("c:layout"))
    plot.insert(0, layout)
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    parts = (("layoutTarget", "inner"), ("xMode", "edge"), ("yMode", "edge"))
    sizes = (("x", LEFT), ("y", 0.03), ("w", round(min(max(width, 0.5), RIGHT - LEFT), 3)), ("h", 0.83))
    for name, value in (*parts, *sizes):
        etree.SubElement(manual, qn(f"c:{name}")).set("val", str(value))


def _add_errors(series: Any, one: Series, *, across: bool, look: Look) -> None:
    """Add the interval of each point; the library has no call for it."""
    bars = etree.Element(qn("c:errBars"))
    parts = [("errBarType", "both"), ("errValType", "cust"), ("noEndCap", "0")]
    if not across:
        parts.insert(0, ("errDir", "y"))
    for name, value in parts:
        etree.SubElement(bars, qn(f"c:{name}")).set("val", value)
    for name, side in (("plus", 0), ("minus", 1)):
        numbers = etree.SubElement(etree.SubElement(bars, qn(f"c:{name}")), qn("c:numLit"))
        etree.SubElement(numbers, qn("c:ptCount")).set("val", str(len(one.errors)))
        for place, pair in enumerate(one.errors):
            point = etree.SubElement(numbers, qn("c:pt"))
            point.set("idx", str(place))
            etree.SubElement(point, qn("c:v")).text = repr(pair[side])
    line = etree.SubElement(etree.SubElement(bars, qn("c:spPr")), qn("a:ln"))
    line.set("w", str(int(1.5 * POINT)))
    fill = etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:srgbClr"))
    fill.set("val", look.palette["ink-2"])
    element = series._element
    element.insert(list(element).index(element.find(qn("c:cat"))), bars)
