"""Which office chart serves in the place of a chart of the product, if one does."""

from dataclasses import replace

from dashboard.domain.view import Chart
from dashboard.exports.native import BAR, STACKED_BAR, NativeChart
from dashboard.exports.native_bars import bars_native
from dashboard.exports.native_lines import columns_native, lines_native
from dashboard.exports.native_marks import marks_native
from dashboard.exports.native_rows import lines_left_out, row_names

# More rows than this could not be read on a slide; the table then goes over several.
MOST_ROWS = 25


def native_chart(chart: Chart | None) -> NativeChart | None:
    """Return the office chart of a chart; None where it is empty or only a table can serve."""
    traces = [trace for trace in (chart or {}).get("data", []) if trace.get("hoverinfo") != "skip"]
    if not chart or not traces or any(shape["type"] == "path" for shape in chart["layout"].get("shapes", [])):
        return None
    found = _converted(chart, traces)
    if not found or len(found.categories) > MOST_ROWS:
        return None
    left_out = lines_left_out(chart, len(found.categories)) if found.kind in (BAR, STACKED_BAR) else ""
    return replace(found, key=" ".join(filter(None, (found.key, left_out))))


def _converted(chart: Chart, traces: list[Chart]) -> NativeChart | None:
    if all(trace["type"] == "bar" for trace in traces):
        if all(trace.get("orientation") == "h" for trace in traces):
            return bars_native(chart, traces)
        return columns_native(chart, traces) if chart["layout"].get("barmode") == "relative" else None
    if row_names(chart):
        return marks_native(chart, traces)
    return lines_native(chart, traces)
