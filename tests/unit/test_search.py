"""What a question finds among invented entries."""

from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.domain.search import KINDS, MOST, MOST_OF_A_KIND, Entry, Index, find, is_number, words_of


def entry(kind: str, title: str, words: str = "") -> Entry:
    return Entry(kind, title, "", words, f"/{kind}?{title}")


HELD = [
    entry("page", "Risk", "What could go wrong?"),
    entry("risk", "Keeping children safe", "Director of care"),
    entry("option", "AB012 Waste sites", "Environment"),
    entry("service", "Libraries"),
    entry("service", "Waste Management – Waste sites and others"),
    entry("programme", "Café in the park", "waste food"),
    entry("glossary", "in-year deficit"),
    entry("figure", "Deficit of the council", "2020/21 (398)"),
    entry("figure", "Council tax", "2019/20 £1,398.50m"),
    entry("figure", "Council tax", "2020/21 £1,400m"),
]
INDEX = Index(HELD)
TEXTS = st.text(st.sampled_from("abcdeghilorstuwxy018'£,. é"), max_size=24)
ENTRIES = st.lists(st.builds(entry, st.sampled_from(list(KINDS)), TEXTS, TEXTS), max_size=60)


def titles(text: str) -> list[str]:
    return [found.title for found in find(INDEX, text).entries]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("risk", ["Risk"]),
        ("RISKS", ["Risk"]),
        ("child", ["Keeping children safe"]),
        ("children's", ["Keeping children safe"]),
        ("director", ["Keeping children safe"]),
        ("keping chidlren", ["Keeping children safe"]),
        ("library", ["Libraries"]),
        ("libaries", ["Libraries"]),
        ("ab012", ["AB012 Waste sites"]),
        ("cafe", ["Café in the park"]),
        ("the waste", ["AB012 Waste sites", "Waste Management – Waste sites and others", "Café in the park"]),
        ("waste sites", ["AB012 Waste sites", "Waste Management – Waste sites and others"]),
        ("deficit", ["in-year deficit", "Deficit of the council"]),
        ("defict council", ["Deficit of the council"]),
        ("398", ["Deficit of the council"]),
        ("£398m", ["Deficit of the council"]),
        ("1398.5", ["Council tax"]),
        ("£1,398.50m", ["Council tax"]),
        ("2020/21", ["Council tax", "Deficit of the council"]),
        ("2020", ["Council tax", "Deficit of the council"]),
        ("399", []),
        ("39", []),
        ("ab", ["AB012 Waste sites"]),
        ("unheard-of", []),
        ("", []),
        ("£%–", []),
    ],
)
def test_what_is_typed_finds_what_has_that_name(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


def test_letters_wrong_count_only_where_nothing_is_written_so() -> None:
    index = Index(
        [entry("service", "Form"), entry("service", "Farm"), entry("service", "Farms of all kinds")]
    )
    assert [found.title for found in find(index, "farm").entries] == ["Farm", "Farms of all kinds"]
    assert not find(index, "farm").alike
    assert find(index, "ferm").alike
    assert {found.title for found in find(index, "ferm").entries} == {"Form", "Farm", "Farms of all kinds"}


def test_a_name_comes_before_words_beside_it() -> None:
    index = Index([entry("page", "Other", "waste"), entry("figure", "Waste and all that comes with it")])
    assert [found.kind for found in find(index, "waste").entries] == ["figure", "page"]


def test_no_kind_crowds_out_the_others() -> None:
    many = [entry(kind, f"Waste {number}") for kind in KINDS for number in range(9)]
    counted = Counter(found.kind for found in find(Index(many), "waste").entries)
    assert set(counted.values()) == {MOST_OF_A_KIND}
    assert counted.total() == MOST


@given(TEXTS)
def test_a_text_is_compared_without_case_and_accents(text: str) -> None:
    assert words_of(text.upper()) == words_of(text)
    assert words_of(text.replace("é", "e")) == words_of(text)
    assert words_of(" ".join(words_of(text))) == words_of(text)


@given(ENTRIES, TEXTS)
def test_the_list_is_short_and_the_same_whatever_the_order(held: list[Entry], text: str) -> None:
    found = find(Index(held), text)
    assert len(found.entries) <= MOST
    assert max(Counter(item.kind for item in found.entries).values(), default=0) <= MOST_OF_A_KIND
    named = [(item.kind, item.title) for item in found.entries]
    assert len(named) == len(set(named))
    again = find(Index(held[::-1]), text)
    assert [(item.kind, item.title) for item in again.entries] == named


@given(ENTRIES, st.integers(min_value=0))
def test_a_title_finds_its_entry_unless_others_fill_the_list(held: list[Entry], number: int) -> None:
    assume(held)
    own = held[number % len(held)]
    assume(words_of(own.title))
    found = find(Index(held), own.title)
    same_kind = [item.title for item in found.entries if item.kind == own.kind]
    assert not found.alike
    assert own.title in same_kind or len(same_kind) == MOST_OF_A_KIND or len(found.entries) == MOST


@given(st.text(st.sampled_from("abdeghilmnoru"), min_size=6, max_size=14), st.data())
def test_a_word_with_a_letter_left_out_is_still_found(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    found = find(Index([entry("risk", word)]), word[:place] + word[place + 1 :])
    assert [item.title for item in found.entries] == [word]


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_number_finds_itself_alone(one: int, other: int) -> None:
    index = Index([entry("figure", "One", f"£{one:,}m"), entry("figure", "Other", f"({other})")])
    expected = ["One", "Other"] if one == other else ["One"]
    assert [item.title for item in find(index, str(one)).entries] == expected
    assert is_number(str(one))
