import pytest
from dash import html
from dash.development.base_component import Component
from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.attributes import attributes
from dashboard.components.markup import markup
from tests.markup import Read
from tests.shapes import patient

HOSTILE = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{} {0}", "&lt;b&gt;", "' on='"]
words = st.one_of(
    st.sampled_from(HOSTILE), st.text(alphabet=st.characters(exclude_categories=["C"]), max_size=30)
)


def test_parts_become_the_html_they_stand_for() -> None:
    parts: list[Component | str] = [
        "Source: ",
        html.A("2065", className="pb-link", href="/sources?source=a&line=2065"),
        html.Li([html.Span("a"), "b"], **attributes(data_pb_action="print")),
        html.Label("Name", htmlFor="x"),
        html.Span(),
    ]
    assert markup(parts) == (
        'Source: <a class="pb-link" href="/sources?source=a&amp;line=2065">2065</a>'
        '<li data-pb-action="print"><span>a</span>b</li><label for="x">Name</label><span></span>'
    )
    assert markup([]) == ""


def test_a_switch_stands_by_its_name_where_it_is_on() -> None:
    parts = [html.Details(open=True), html.Details(open=False), html.Div(tabIndex=0)]
    assert markup(parts) == '<details open></details><details></details><div tabindex="0"></div>'


@given(text=words, value=words, plain=words)
@patient
def test_hostile_text_never_becomes_markup(text: str, value: str, plain: str) -> None:
    read = Read(markup([plain, html.Li(html.A(text, href=value, **attributes(data_pb_title=value)))]))
    assert [tag for tag, _ in read.tags] == ["li", "a"]
    assert read.all("a") == [{"href": value, "data-pb-title": value}]
    assert read.text == plain + text
    assert read.depth == 0


@pytest.mark.parametrize("kind", [html.A, html.Button, html.Li, html.Span])
def test_every_kind_of_part_keeps_its_tag(kind: type[html.A]) -> None:
    assert Read(markup([kind("x")])).tags == [(kind.__name__.lower(), {})]
