"""Timelines as HTML text."""

from dashboard.components.timeline import timeline_html
from dashboard.domain.timeline_marks import Group, Mark, Timeline
from tests.markup import Read

DUE = Mark("Set up <b>", "milestone", "by April 2017", 3, 1, by=True, href="/sources?line=7", line=7)
BUILT = Mark("Build", "phase", "May to July 2017", 4, 3, by=False, href="/sources?line=8", line=8)
OPEN = Mark("Vote", "decision", "to be confirmed", None, 0, by=False, href="/sources?line=9", line=9)


def line(*groups: tuple[str, tuple[Mark, ...]]) -> Timeline:
    return Timeline(24, ((2017, 0), (2018, 12)), tuple(Group(*group) for group in groups))


def test_a_row_says_in_words_what_the_line_draws() -> None:
    html = timeline_html(line(("Plan", (DUE, BUILT))))
    assert "Set up &lt;b&gt;" in html
    assert "by April 2017" in html
    assert "--from:3" in html
    assert "--months-long:3" in html
    links = [link["href"] for link in Read(html).all("a")]
    assert links == ["/sources?line=7", "/sources?line=8"]
    assert all("aria-hidden" in track for track in Read(html).all("i") if "style" not in track)


def test_only_the_marks_in_use_are_explained() -> None:
    both = timeline_html(line(("Plan", (DUE, BUILT))))
    assert "Line before a mark" in both
    assert "Decision" not in both
    assert "Line before a mark" not in timeline_html(line(("Plan", (BUILT,))))


def test_what_has_no_month_is_said_and_not_drawn() -> None:
    html = timeline_html(line(("Plan", (DUE, OPEN)), ("Votes", (OPEN,))))
    assert html.count("Not on the line:") == 2
    assert "Vote (decision), to be confirmed" in html
    assert html.count("<ol") == 1
    assert html.count("<h3>") == 2


def test_a_span_of_a_milestone_is_drawn_as_long_as_it_is() -> None:
    year = Mark("Year", "milestone", "2017", 0, 12, by=False, href="/x", line=1)
    html = timeline_html(line(("Plan", (year,))))
    assert 'class="pb-mark within" style="--from:0;--months-long:12"' in html
    assert "Some time within these months" in html
    assert "Some time within" not in timeline_html(line(("Plan", (DUE, BUILT))))


def test_a_group_says_its_document_and_a_row_its_decider_and_every_line() -> None:
    told = Mark(
        "Vote", "decision", "May 2017", 4, 1, by=False, href="/a", line=7, decider="B & C", again=(("/b", 9),)
    )
    html = timeline_html(Timeline(12, ((2017, 0),), (Group("Plan", (told,), "Report. July 2013."),)))
    assert '<h3>Plan</h3><p class="pb-sub">Report. July 2013.</p>' in html
    assert "<small>Decision, decided by B &amp; C</small>" in html
    assert '<a href="/a">line 7</a>, <a href="/b">line 9</a>' in html


def test_a_line_without_months_has_words_and_neither_key_nor_rows() -> None:
    html = timeline_html(Timeline(0, (), (Group("Plan", (OPEN,)),)))
    assert "<b>Not on the line:</b> Vote (decision), to be confirmed" in html
    assert "<ol" not in html
    assert "pb-time-key" not in html
