"""A briefing as written: its head, its calls, its Markdown, and what is wrong with it, line by line."""

import re

import pytest

from dashboard.cli.briefing import TEMPLATE
from dashboard.domain.briefing import Draft, Prose, read_briefing
from dashboard.domain.briefing_call import Call, read_call
from dashboard.domain.briefing_markdown import html, plain

HEAD = "---\ntopic: Money\ntitle: A title\nstandfirst: A line.\norder: 3\n---\n"
END = "\n\n## What must be decided\n\nNothing.\n"
# The head has six lines and the body begins with an empty one.
FIRST = 8


def draft(body: str, head: str = HEAD) -> Draft:
    return read_briefing(f"{head}\n{body}{END}")


def problems(body: str, head: str = HEAD) -> list[tuple[int, str]]:
    return [(problem.line, problem.words) for problem in draft(body, head).problems]


def prose(body: str, said: dict[int, str] | None = None) -> str:
    (block, *_) = draft(body).sections[0].blocks
    assert isinstance(block, Prose)
    return html(block.tokens, said or {})


def test_a_call_has_a_kind_names_and_options() -> None:
    call = read_call('fact psdm-2017 table="Table 40" line=12 as=deficit digits=1 name=gap', 4)
    options = {"table": "Table 40", "line": "12", "as": "deficit", "digits": "1", "name": "gap"}
    assert call == Call("fact", ("psdm-2017",), options, 4)
    assert (call.way, call.digits) == ("deficit", 1)


def test_a_view_keeps_its_query_and_says_nothing_more() -> None:
    call = read_call("finding deficit.trajectory?measure=cumulative&table=x", 1)
    assert call.names == ("deficit.trajectory?measure=cumulative&table=x",)
    assert (call.way, call.digits) == ("value", None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "“” is no call. A call begins with fact, "),
        ("number a", "“number” is no call."),
        ("fact", "it gives 0 names. Write {{ fact SOURCE line=12 period=2020/21 }}."),
        ("difference a", "it gives 1 names."),
        ("fact a colour=red", "fact has no colour=. It takes line=, period=, "),
        ("finding deficit.bridge as=size", "finding has no as=. It takes no options."),
        ("fact a as=loud", "it cannot be said as=loud. It can be as=value, "),
        ("share a b as=deficit", "It can be as=value, as=words, as=unshown."),
        ("fact a digits=few", "digits=few is no whole number."),
        ("fact a line=12a", "line=12a is no whole number."),
        ("fact a digits=4", "digits= can be 3 at most."),
        ('fact a table="Table 40', "a quotation mark is not closed."),
    ],
)
def test_what_is_no_call_says_what_would_be(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        read_call(text, 1)


def test_a_briefing_has_a_head_and_sections() -> None:
    written = draft("Before.\n\n## One\n\nText {{ query a }}.\n\n{{ chart deficit.bridge }}\n\nMore.")
    assert (written.topic, written.order) == ("Money", 3)
    assert (plain(written.title, {}), plain(written.standfirst, {})) == ("A title", "A line.")
    assert [section.heading for section in written.sections] == ["", "One", "What must be decided"]
    kinds = [block.kind if isinstance(block, Call) else "prose" for block in written.sections[1].blocks]
    assert kinds == ["prose", "chart", "prose"]
    assert [call.line for call in written.calls] == [FIRST + 4, FIRST + 6]
    assert written.problems == []


def test_a_title_calls_figures_too() -> None:
    written = draft("Text.", HEAD.replace("A title", "It is {{ query a name=b }} by `2020/21`"))
    assert plain(written.title, {0: "£1m"}) == "It is £1m by 2020/21"
    assert written.calls[0].line == 3
    assert set(written.named) == {"b"}


def test_windows_line_endings_make_no_difference() -> None:
    text = f"{HEAD}\nText.{END}"
    assert read_briefing(text.replace("\n", "\r\n")).problems == read_briefing(text).problems == []


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("*a* **b** [c](/risk?x=1#y)", '<p><em>a</em> <strong>b</strong> <a href="/risk?x=1#y">c</a></p>\n'),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("### a", "<h3>a</h3>\n"),
        ("In `2020/21`", "<p>In 2020/21</p>\n"),
        ("`<i>`", "<p>&lt;i&gt;</p>\n"),
        ("<script>alert()</script>", "<p>&lt;script&gt;alert()&lt;/script&gt;</p>\n"),
        ("<b>a</b> &amp;", "<p>&lt;b&gt;a&lt;/b&gt; &amp;amp;</p>\n"),
        ("{{ query a }}!", "<p><a>said</a>!</p>\n"),
    ],
)
def test_markdown_is_understood_and_html_is_text(text: str, made: str) -> None:
    assert prose(text, {0: "<a>said</a>"}) == made


@pytest.mark.parametrize("typed", ["5", "£148m", "2020/21", "17%", "three", "Half", "a1"])
def test_a_typed_figure_is_refused_with_its_line(typed: str) -> None:
    ((line, words),) = problems(f"First line\nand {typed} more.")
    assert (line, words.split(" is typed.")[0]) == (FIRST + 1, f"“{typed}”")


@pytest.mark.parametrize(
    "name", ["2017", "2017/18", "2017/18 to 2022/23", "9 January 2017", "Table 40", "option 3", "three"]
)
def test_a_year_or_a_name_between_backticks_is_allowed(name: str) -> None:
    assert problems(f"It says `{name}`.") == []


@pytest.mark.parametrize("figure", ["£148m", "17%", "148", "1,059", "about 1,059", "5 options"])
def test_a_figure_between_backticks_is_refused(figure: str) -> None:
    assert problems(f"`{figure}`") == [(FIRST, f"“{figure}” is a figure, not a year or a name. Call it.")]


@pytest.mark.parametrize("link", ["https://example.org", "//example.org/a", "javascript:alert()", "risk"])
def test_a_link_that_leads_away_is_refused_or_is_no_link(link: str) -> None:
    refused = [words for _, words in problems(f"[there]({link})")]
    assert refused == [f"“{link}”: a link must lead within the product and begin with / or #."] or (
        "<a" not in prose(f"[there]({link})")
    )


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("a {{ fact b line=1", FIRST, "A call is opened with {{ and not closed with }}."),
        ("a\nb {{ nothing }}", FIRST + 1, "{{ nothing }}: “nothing” is no call."),
        ("- a\n- b {{ nothing }}", FIRST + 1, "{{ nothing }}: "),
        ("See {{ chart deficit.bridge }}.", FIRST, "chart must stand in a paragraph of its own"),
        ("# Big", FIRST, "Begin headings with ##"),
        ("{{ query a name=x }}\n{{ query b name=x }}", FIRST + 1, "The name x is given twice."),
        (
            "{{ chart deficit.bridge }}\n\n{{ table deficit.bridge }}",
            FIRST + 2,
            "deficit.bridge stands here twice; a briefing shows a card once.",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line(body: str, line: int, words: str) -> None:
    ((found, said),) = problems(body)
    assert found == line
    assert said.startswith(words)


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("", [(1, "The first lines must be topic, title, standfirst, order, between two ---.")]),
        (HEAD.replace("topic: Money\n", ""), [(1, "topic: is missing between the --- lines.")]),
        (HEAD.replace("Money", ""), [(1, "topic: is missing between the --- lines.")]),
        (HEAD.replace("order: 3", "order: last"), [(5, "order: expected a whole number; found last.")]),
        (HEAD.replace("A line.", "All 3."), [(4, "“3.” is typed.")]),
        (
            HEAD.replace("topic:", "colour: red\ntopic:"),
            [(2, "Expected one of topic, title, standfirst, order, a colon and a text.")],
        ),
    ],
)
def test_what_is_wrong_with_the_head_is_said(head: str, found: list[tuple[int, str]]) -> None:
    said = problems("Text.", head)
    assert [line for line, _ in said] == [line for line, _ in found]
    assert all(words.startswith(begin) for (_, words), (_, begin) in zip(said, found, strict=True))


def test_a_briefing_ends_with_what_must_be_decided() -> None:
    (missing,) = read_briefing(f"{HEAD}\nText.\n\n## Other\n").problems
    assert missing.words == "The last heading must be ## What must be decided; it is ## Other."
    (empty,) = read_briefing(HEAD).problems
    assert empty.words == "The last heading must be ## What must be decided; it is missing."


def test_the_template_is_a_briefing_without_a_problem() -> None:
    written = read_briefing(TEMPLATE)
    assert (written.problems, written.calls) == ([], [])
