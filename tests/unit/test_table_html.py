import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.view import Cell, Table
from dashboard.exports.grid import table_grid
from dashboard.exports.table import table_html
from tests.markup import Read
from tests.shapes import patient

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</caption></table><h1>",
    "{0} {} %s {cell}",
    "&lt;b&gt;",
]
KNOWN_TAGS = {"table", "caption", "thead", "tbody", "tr", "th", "td", "a", "span", "small"}
words = st.one_of(
    st.sampled_from(HOSTILE), st.text(alphabet=st.characters(exclude_categories=["C"]), max_size=30)
)
cells = st.builds(
    Cell,
    text=words,
    href=st.one_of(st.just(""), words.map(lambda text: f"/sources?q={text}")),
    number=st.booleans(),
    heading=st.booleans(),
    note=st.one_of(st.sampled_from(["", "derived", "extrapolated"]), words),
)


HEAD = (Cell("Path", heading=True), Cell("2019/20", number=True, heading=True))


def test_an_empty_table_gives_way_to_why_it_is_empty_and_where_to_go() -> None:
    table = Table("Gap, £m", HEAD, (), (Cell("Nothing <here>."), Cell("All", href="/sources?a=1&b=2")))
    read = Read(table_html(table))
    assert read.words == ["Nothing <here>.", "All"]
    assert read.all("a") == [{"href": "/sources?a=1&b=2"}]
    assert read.all("table") == []
    row = (Cell("Do nothing", heading=True), Cell("1", number=True))
    full = Read(table_html(Table("Gap, £m", HEAD, (row,), table.empty)))
    assert "Nothing <here>." not in full.words


def test_a_table_has_a_caption_and_scoped_heads_and_names_the_column_of_each_cell() -> None:
    table = Table("Gap, £m", HEAD, ((Cell("Do nothing", heading=True), Cell("−£118m", number=True)),))
    read = Read(table_html(table))
    assert read.words == ["Gap, £m", "Path", "2019/20", "Do nothing", "−£118m"]
    assert read.all("caption") == [{}]
    assert read.all("th") == [{"scope": "col"}, {"scope": "col", "class": "num"}, {"scope": "row"}]
    assert read.all("td") == [{"data-l": "2019/20", "class": "num"}]
    assert read.depth == 0


def test_a_figure_leads_to_its_line() -> None:
    table = Table("C", HEAD[1:], ((Cell("−£48m", href="/sources?source=psdm-2017&line=2065", number=True),),))
    assert Read(table_html(table)).all("a") == [{"href": "/sources?source=psdm-2017&line=2065"}]


def test_a_status_is_a_chip_and_any_other_note_is_small() -> None:
    row = tuple(Cell("x", note=note) for note in ("derived", "extrapolated", "over", ""))
    read = Read(table_html(Table("C", (Cell("a"),) * 4, (row,))))
    assert [item["class"] for item in read.all("span")] == [
        "pb-chipstatus derived",
        "pb-chipstatus extrapolated",
    ]
    assert [item["class"] for item in read.all("small")] == ["pb-muted d-block"]
    assert "over" in read.words


def test_a_tone_colours_what_the_words_say() -> None:
    read = Read(table_html(Table("C", (Cell("a"),), ((Cell("Red", tone="high"),), (Cell("Red"),)))))
    assert [item.get("class") for item in read.all("td")] == ["pb-high on", None]
    assert table_grid(Table("C", (Cell("a"),), ((Cell("Red", tone="high"),),))).rows[0][0].fill == "red"


@given(caption=words, head=st.lists(words, min_size=1, max_size=3), data=st.data())
@patient
def test_hostile_text_never_becomes_markup(caption: str, head: list[str], data: st.DataObject) -> None:
    row = st.tuples(*[cells] * len(head))
    rows = tuple(data.draw(st.lists(row, max_size=3)))
    read = Read(table_html(Table(caption, tuple(Cell(text, heading=True) for text in head), rows)))
    assert {tag for tag, _ in read.tags} <= KNOWN_TAGS
    allowed = {"class", "scope", "data-l", "href"}
    assert all(attributes.keys() <= allowed for _, attributes in read.tags)
    assert read.depth == 0
    said = "".join(read.words)
    assert caption in said
    for items in rows:
        for cell in items:
            assert cell.text in said
            assert cell.note in said
    assert len(read.all("a")) == sum(bool(cell.href) for items in rows for cell in items)


def test_a_row_of_another_length_than_the_head_is_an_error() -> None:
    with pytest.raises(ValueError, match="zip"):
        table_html(Table("C", HEAD, ((Cell("alone"),),)))


def test_an_empty_table_has_a_head_and_no_rows() -> None:
    read = Read(table_html(Table("Nothing", HEAD, ())))
    assert len(read.all("tr")) == 1
    assert read.words == ["Nothing", "Path", "2019/20"]
