from dataclasses import fields
from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from dashboard.domain.address import Selection, choices, from_query, to_query
from dashboard.domain.scenario_levers import Lever
from dashboard.pages import accessibility
from dashboard.queries.names import NAMES_SQL
from dashboard.views.deficit import MEASURES, DeficitSelection
from dashboard.views.options import OptionsSelection
from dashboard.views.sources import SourcesSelection
from tests.shapes import patient

KINDS: tuple[type[Selection], ...] = (
    DeficitSelection,
    OptionsSelection,
    SourcesSelection,
    accessibility.Selection,
    Selection,
)
LEVER = Lever(
    "share_pct", "all", "All", "Share", "%", 0, 100, 1, 100, "All of it", "", None, None, None, None
)
KNOWN: dict[str, Any] = {
    **{kind: {f"{kind}_{number}" for number in range(3)} for kind in NAMES_SQL},
    "lever": {LEVER.lever: LEVER},
}
NAMES = sorted({item.name for kind in KINDS for item in fields(kind)})


def values_of(rule: Any) -> st.SearchStrategy[Any]:
    """Return every value that a field of this rule can have."""
    if "choices" in rule:
        return st.sampled_from(rule["choices"])
    if "several" in rule:
        words = rule["several"]
        return st.sets(st.sampled_from(words)).map(
            lambda chosen: tuple(word for word in words if word in chosen)
        )
    if "known" in rule:
        return st.sampled_from(["", *sorted(KNOWN[rule["known"]])])
    if "several_known" in rule:
        names = st.sampled_from(sorted(KNOWN[rule["several_known"]]))
        return st.lists(names, unique=True, max_size=rule["most"]).map(tuple)
    if "numbers" in rule:
        return pairs_of(rule["numbers"], st.integers(0, rule["highest"]))
    if "marks" in rule:
        return pairs_of(rule["marks"], st.sampled_from(sorted(KNOWN[rule["values"]])))
    if "rows" in rule:
        row = st.lists(st.integers(0, rule["highest"]), min_size=1, max_size=4).map(tuple)
        return st.lists(row, max_size=rule["rows"]).map(tuple)
    if "limit" in rule:
        return st.text(max_size=rule["limit"])
    if "codec" in rule:
        return st.sampled_from([(), (("share_pct", 50.0),)])
    return st.integers(0, rule["highest"])


def pairs_of(kind: str, values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return some of the known names, each with a value."""
    names = st.sampled_from(sorted(KNOWN[kind]))
    return st.dictionaries(names, values, max_size=3).map(lambda found: tuple(found.items()))


selections = st.sampled_from(KINDS).flatmap(
    lambda kind: st.builds(kind, **{item.name: values_of(item.metadata) for item in fields(kind)})
)
hostile_text = st.one_of(
    st.text(max_size=300),
    st.sampled_from(
        [
            "",
            ".",
            "..",
            "0",
            "-1",
            "+1",
            "1e3",
            "٣",
            "²",
            "1" * 9000,
            "0" * 12 + "99999999",
            "None",
            "all",
            "table",
        ]
    ),
    st.sampled_from(["<script>alert(1)</script>", "'; DROP TABLE fact; --", "\x00", "%00", "ﬁ", "\u202e1"]),
    st.sampled_from(
        [
            *MEASURES,
            "source_1",
            "option_0.option_2",
            "trajectory.payback",
            "payback.payback",
            "bridge.",
            "criterion_0-50.criterion_1-100",
            "criterion_0-050",
            "criterion_0-101",
            "criterion_0-50.criterion_0-60",
            "score_1-level_0.score_2-level_1",
            "score_1-level_9",
            "50-20.0-100",
            "50-.20",
            "share_pct~50",
            "share_pct~500",
            "share_pct",
            "projector",
            "7",
            "100000",
        ]
    ),
)
parameters = st.dictionaries(
    st.one_of(st.sampled_from(NAMES), st.text(max_size=20)),
    st.one_of(hostile_text, st.lists(hostile_text, max_size=3)),
    max_size=8,
)


def is_valid(selection: Selection) -> bool:
    """Say whether every field keeps its rule, worked out apart from the code under test."""
    for item in fields(selection):
        value, rule = getattr(selection, item.name), item.metadata
        if "choices" in rule:
            fits = value in rule["choices"]
        elif "several" in rule:
            fits = isinstance(value, tuple) and set(value) <= set(rule["several"])
        elif "known" in rule:
            fits = value in {"", *KNOWN[rule["known"]]}
        elif "several_known" in rule:
            fits = isinstance(value, tuple) and set(value) <= KNOWN[rule["several_known"]]
        elif "numbers" in rule:
            fits = all(
                name in KNOWN[rule["numbers"]] and type(number) is int and 0 <= number <= rule["highest"]
                for name, number in value
            )
        elif "marks" in rule:
            fits = all(name in KNOWN[rule["marks"]] and mark in KNOWN[rule["values"]] for name, mark in value)
        elif "rows" in rule:
            fits = len(value) <= rule["rows"] and all(
                type(number) is int and 0 <= number <= rule["highest"] for row in value for number in row
            )
        elif "limit" in rule:
            fits = isinstance(value, str) and len(value) <= rule["limit"]
        elif "codec" in rule:
            fits = all(name == LEVER.lever and LEVER.lowest <= at <= LEVER.highest for name, at in value)
        else:
            fits = type(value) is int and 0 <= value <= rule["highest"]
        if not fits:
            return False
    return True


def says(value: Any, text: str) -> bool:
    """Say whether a field with this value shows all that the address asked for."""
    if isinstance(value, tuple) and "~" in text:
        return text == "~".join(f"{name}~{at:g}" for name, at in value)
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        # A number may be written with noughts before it.
        spelled = [
            "-".join(part.zfill(3) if part.isdigit() else part for part in map(str, row)) for row in value
        ]
        given = [
            "-".join(part.zfill(3) if part.isdigit() else part for part in row.split("-"))
            for row in text.split(".")
        ]
        return spelled == given
    if isinstance(value, tuple):
        return set(text.split(".")) == set(value)
    return int(text) == value if isinstance(value, int) else text == value


@given(selection=selections)
@patient
def test_every_selection_comes_back_from_its_own_address(selection: Selection) -> None:
    query = to_query(selection)
    assert from_query(type(selection), parse_qs(query.removeprefix("?")), KNOWN) == (selection, [])


@given(kind=st.sampled_from(KINDS), asked=parameters)
@patient
def test_any_address_gives_a_valid_selection_and_nothing_is_dropped_in_silence(
    kind: type[Selection], asked: dict[str, str | list[str]]
) -> None:
    selection, notices = from_query(kind, asked, KNOWN)
    assert is_valid(selection)
    known = {item.name: item for item in fields(kind)}
    understood = 0
    for name, value in asked.items():
        texts = {value} if isinstance(value, str) else set(value)
        alone, complaint = from_query(kind, {name: value}, KNOWN)
        assert len(complaint) <= 1
        if complaint:
            assert name[:30] in complaint[0]
            if name in known:
                assert getattr(alone, name) == known[name].default
        else:
            understood += 1
            assert len(texts) == 1
            assert says(getattr(alone, name), texts.pop())
            assert getattr(alone, name) == getattr(selection, name)
    assert len(notices) == len(asked) - understood
    assert all(sentence.startswith("The address asks for ") for sentence in notices)
    for name, item in known.items():
        if name not in asked:
            assert getattr(selection, name) == item.default


@given(query=st.text(max_size=200))
@patient
def test_any_query_string_can_be_read(query: str) -> None:
    for kind in KINDS:
        selection, _ = from_query(kind, parse_qs(query, keep_blank_values=True, errors="replace"), KNOWN)
        assert is_valid(selection)


def test_defaults_need_no_address() -> None:
    assert all(to_query(kind()) == "" for kind in KINDS)


def test_an_address_names_only_what_differs_and_spells_lists_with_dots() -> None:
    selection = DeficitSelection(measure="reserves", table=("trajectory", "payback"))
    assert to_query(selection) == "?measure=reserves&table=trajectory.payback"
    assert to_query(SourcesSelection(q="a&b=c d", line=2065)) == "?q=a%26b%3Dc+d&line=2065"


def test_weights_scores_and_people_read_as_names_with_what_they_are_given() -> None:
    selection = OptionsSelection(
        weights=(("criterion_0", 80), ("criterion_1", 0)),
        scores=(("score_2", "level_1"),),
        people=((50, 20), (0, 100)),
    )
    assert to_query(selection) == (
        "?weights=criterion_0-80.criterion_1-0&scores=score_2-level_1&people=50-20.0-100"
    )


def test_tables_are_put_in_the_order_of_the_page() -> None:
    assert from_query(DeficitSelection, {"table": "payback.trajectory.payback"}, KNOWN)[0].table == (
        "trajectory",
        "payback",
    )


@pytest.mark.parametrize(
    ("kind", "name", "value", "reason"),
    [
        (DeficitSelection, "measure", "monthly", "it can be in_year, cumulative, reserves. Showing in_year"),
        (DeficitSelection, "measure", "", "it can be in_year"),
        (DeficitSelection, "table", "trajectory.nothing", "it can be trajectory, bridge"),
        (SourcesSelection, "q", "x" * 101, "it can have 100 characters. Showing everything instead."),
        (SourcesSelection, "source", "nothing", "it can be source_0, source_1, source_2. Showing everything"),
        (SourcesSelection, "line", "0", "it can be a whole number from 1 to 9,999,999"),
        (SourcesSelection, "page", "-2", "it can be a whole number from 1 to 100,000"),
        (SourcesSelection, "page", "1.5", "it can be a whole number"),
        (SourcesSelection, "page", "0000000199999999999999", "it can be a whole number"),
        (SourcesSelection, "page", "9" * 5000, "it can be a whole number"),
        (SourcesSelection, "page", "٣", "it can be a whole number"),
        (DeficitSelection, "measure", ["cumulative", "reserves"], "it can be given once"),
        (OptionsSelection, "weights", "criterion_0-101", "its numbers can be whole, from 0 to 100"),
        (OptionsSelection, "weights", "criterion_9-10", "it can be criterion_0, criterion_1, criterion_2"),
        (OptionsSelection, "weights", "criterion_1-1.criterion_1-2", "it can give criterion_1 once"),
        (OptionsSelection, "scores", "score_0-blue", "it can be level_0, level_1, level_2"),
        (OptionsSelection, "people", "1-2-x", "its numbers can be whole"),
        (OptionsSelection, "people", ".".join(["1-2"] * 13), "it can have 12 rows at most"),
        (DeficitSelection, "measure", [], "it can be given once"),
    ],
)
def test_a_bad_value_is_said_and_replaced(
    kind: type[Selection], name: str, value: str | list[str], reason: str
) -> None:
    selection, notices = from_query(kind, {name: value}, KNOWN)
    assert selection == kind()
    assert len(notices) == 1
    assert notices[0].startswith(f"The address asks for {name} “")
    assert reason in notices[0]
    assert len(notices[0]) < 300


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        (set(), "none is loaded"),
        ({"all"}, "none is loaded"),
        ({"93085", "41101"}, "it is not known"),
        ({"all", "E07000117", "E92000001"}, "it is not known"),
        ({"all", "east", "E07000117"}, "it can be all, east and others"),
        ({f"name_{number:02}" for number in range(13)} | {"2020/21"}, "name_10 and others"),
        ({"east", "west"}, "it can be east, west"),
    ],
)
def test_an_unknown_name_is_met_with_names_and_never_with_codes(names: set[str], reason: str) -> None:
    _, (notice,) = from_query(DeficitSelection, {"area": "elsewhere"}, KNOWN | {"area": names})
    assert notice.endswith(f"{reason}. Showing everything instead.")


def test_the_highest_number_is_taken() -> None:
    assert from_query(SourcesSelection, {"page": "100000"}, KNOWN) == (SourcesSelection(page=100_000), [])
    assert from_query(SourcesSelection, {"page": "100001"}, KNOWN)[0].page == 0


def test_the_same_value_given_twice_is_one_value() -> None:
    twice = MultiDict([("measure", "reserves"), ("measure", "reserves")]).to_dict(flat=False)
    assert from_query(DeficitSelection, twice, KNOWN) == (DeficitSelection(measure="reserves"), [])


def test_an_unknown_name_is_said_in_full_unless_it_is_long() -> None:
    assert from_query(DeficitSelection, {"colour": "red"}, KNOWN)[1] == [
        "The address asks for “colour”, which this page does not have."
    ]
    assert "x" * 59 + "…”" in from_query(DeficitSelection, {"x" * 500: "1"}, KNOWN)[1][0]


def test_every_page_can_be_asked_for_in_the_size_of_a_projector() -> None:
    for kind in KINDS:
        selection, notices = from_query(kind, {"size": "projector"}, KNOWN)
        assert (selection.size, notices) == ("projector", [])


def test_every_page_takes_an_area_which_stands_last() -> None:
    for kind in KINDS:
        selection, notices = from_query(kind, {"area": "area_1", "size": "projector"}, KNOWN)
        assert (selection.area, notices) == ("area_1", [])
        assert to_query(selection) == "?size=projector&area=area_1"
    assert to_query(DeficitSelection(area="area_1", measure="reserves")) == "?measure=reserves&area=area_1"
    assert "it can be area_0, area_1" in from_query(DeficitSelection, {"area": "x"}, KNOWN)[1][0]


def test_the_words_of_a_field_can_be_listed() -> None:
    assert choices(DeficitSelection, "measure") == tuple(MEASURES)
