"""Packs as TOML files and as addresses: what is written is read, what is wrong is taught."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.pack import Item, Pack, near_names, read_pack, unknown_view, write_pack
from dashboard.domain.pack_address import LONGEST, from_address, to_address
from dashboard.errors import PackError
from tests.shapes import patient

VIEWS = ("deficit.trajectory", "deficit.bridge", "risk.matrix")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
ITEMS = st.builds(
    Item,
    name=st.sampled_from(VIEWS),
    query=TEXT,
    title=TEXT.map(lambda text: text.replace("\n", " ")),
    notes=TEXT,
)
PACKS = st.builds(
    Pack,
    title=TEXT.filter(lambda text: Pack(text).title.strip()),
    date=TEXT,
    items=st.lists(ITEMS, min_size=1, max_size=4).map(tuple),
)


def problems_of(text: str) -> list[str]:
    with pytest.raises(PackError) as refused:
        read_pack(text, "cabinet.toml")
    return refused.value.problems


def through_address(address: str) -> Pack:
    return from_address(parse_qs(urlsplit(address).query, keep_blank_values=True, strict_parsing=True))


@given(pack=PACKS)
@patient
def test_a_pack_that_is_written_is_read_as_it_was(pack: Pack) -> None:
    assert read_pack(write_pack(pack), "cabinet.toml") == pack


@given(pack=PACKS)
@patient
def test_a_pack_goes_through_an_address_as_it_was(pack: Pack) -> None:
    address, whole = to_address(pack)
    assert whole
    assert address.startswith("/present?")
    assert through_address(address) == pack


def test_an_address_holds_each_view_with_its_choices_as_an_address_of_its_own() -> None:
    pack = Pack("", "", (Item("deficit.trajectory", "measure=cumulative"), Item("risk.matrix")))
    assert to_address(pack)[0] == "/present?v=deficit.trajectory%3Fmeasure%3Dcumulative&v=risk.matrix"
    assert from_address({"v": "risk.matrix", "title": ["T"]}) == Pack("T", "", (Item("risk.matrix"),))
    assert from_address({"v": [], "title": []}) == Pack("")


def test_notes_in_words_take_hardly_more_room_than_their_words() -> None:
    words = "What the bridge shows, and why: it is not the end of it. "
    address, whole = to_address(Pack("T", "", (Item("risk.matrix", notes=words * 100),)))
    assert whole
    assert len(address) < 1.15 * len(words * 100)


def test_long_notes_stay_in_the_file_all_of_them() -> None:
    pack = Pack("T", "", (Item("risk.matrix", notes="short"), Item("risk.matrix", notes="x" * LONGEST)))
    address, whole = to_address(pack)
    assert not whole
    assert [item.notes for item in through_address(address).items] == ["", ""]


def test_a_pack_too_long_for_any_server_is_refused_with_the_way_out() -> None:
    with pytest.raises(PackError, match="too long") as refused:
        to_address(Pack("T", "", (Item("risk.matrix"),) * LONGEST))
    assert "Send the file instead" in refused.value.problems[0]


def test_a_day_may_be_a_day_of_toml_and_notes_may_have_several_lines() -> None:
    pack = read_pack(
        'title = "T"\ndate = 2026-06-12\n[[view]]\nname = "risk.matrix"\nnotes = """\nOne\nTwo"""\n',
        "f",
    )
    assert (pack.date, pack.items[0].notes) == ("2026-06-12", "One\nTwo")
    assert 'notes = """\nOne\nTwo"""' in write_pack(pack)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = T", "cabinet.toml: "),
        ('[[view]]\nname = "risk.matrix"', 'the pack has no title. Add a line such as title = "Cabinet'),
        ('title = "T"', "the pack has no views. Add one: [[view]]"),
        ('title = "T"\nview = "risk.matrix"', "the pack has no views"),
        ('title = "T"\nview = ["risk.matrix"]', "view 1: no table"),
        ('title = "T"\ndate = 12\n[[view]]\nname = "risk.matrix"', "date is 12. Write it as text"),
        (
            'title = "T"\ntitel = "x"\n[[view]]\nname = "risk.matrix"',
            "“titel” is not a field. Did you mean title?",
        ),
        ('title = "T"\nzzzz = "x"\n[[view]]\nname = "risk.matrix"', "There are title, date and view."),
        ('title = "T"\n[[view]]\nquery = ""', "view 1: it has no name"),
        ('title = "T"\n[[view]]\nname = 3', "view 1: name is 3. Write it as text, in quotes"),
        ('title = "T"\n[[view]]\nname = "risk.matrix"\nnote = "x"', "Did you mean notes?"),
        (f'title = "T"\n[[view]]\nname = "risk.matrix"\ntitle = "{"x" * 301}"', "Shorten it"),
    ],
)
def test_what_is_wrong_is_named_with_file_item_and_what_to_do(text: str, said: str) -> None:
    (problem, *_) = problems_of(text)
    assert problem.startswith("cabinet.toml")
    assert said in problem


def test_every_problem_is_named_at_once() -> None:
    assert len(problems_of('[[view]]\nnam = "a"\n[[view]]\nname = 2')) == 4


def test_a_view_that_does_not_exist_is_answered_with_those_that_look_like_it() -> None:
    said = unknown_view("deficit.trajektory", VIEWS)
    assert said == "there is no view “deficit.trajektory”. Did you mean deficit.trajectory?"
    assert "Each is a page and a card, as deficit.bridge" in unknown_view("zzzzzzzz", VIEWS)


def test_near_names_are_few_and_the_likeliest_first() -> None:
    assert near_names("deficit.bridg", VIEWS)[0] == "deficit.bridge"
    assert near_names("", VIEWS) == []


def test_what_no_file_can_hold_is_left_out_of_a_pack() -> None:
    pack = Pack(
        "T\x0bU", "1\x00 May", (Item("risk.matrix", "a=1", "Line\x1b one", "Say\x0b\nthis\tand that"),)
    )
    assert (pack.title, pack.date) == ("TU", "1 May")
    assert (pack.items[0].title, pack.items[0].notes) == ("Line one", "Say\nthis\tand that")
