"""A pack on its page: what its address asks for, and what its list, slides and notes say."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs

from dashboard.components.present import Entry, begin_html, deck_html, list_html, speaker_html
from dashboard.domain.address import from_query, to_query
from dashboard.domain.pack import Item
from dashboard.domain.pack_address import LONGEST, parameters
from dashboard.domain.present import MOST_VIEWS, PresentSelection
from dashboard.domain.view import Table
from tests.packs import view_of

ITEM = Item("deficit.made_up", "measure=reserves", "Own <title>", "Say\nthis")
SHOWN = Entry(ITEM, view=view_of(), page="Deficit", href="/deficit#a", choices="Chosen: reserves.")
BARE = Entry(Item("deficit.made_up"), view=view_of(), page="Deficit", href="/deficit#a")
LOST = Entry(Item("no.thing"), problem="There is no view “no.thing”.")


def read(**given: str | list[str]) -> tuple[PresentSelection, list[str]]:
    return from_query(PresentSelection, given, {"area": ()})


def test_a_pack_of_one_or_many_views_goes_through_the_address() -> None:
    for views in (ITEM,), (ITEM, Item("risk.matrix"), ITEM):
        selection = PresentSelection(title="T", date="1 May", v=views, slide=2, notes="1")
        again, problems = from_query(PresentSelection, parse_qs(to_query(selection)[1:]), {"area": ()})
        assert (again, problems) == (selection, [])
        assert again.pack.items == views


def test_a_pack_of_too_many_views_is_refused_in_words() -> None:
    most, problems = read(v=["risk.matrix"] * MOST_VIEWS)
    assert (len(most.v), problems) == (MOST_VIEWS, [])
    none, (sentence,) = read(v=["risk.matrix"] * (MOST_VIEWS + 1))
    assert none.v == ()
    assert f"a pack can have {MOST_VIEWS} views. Showing how to begin instead." in sentence
    assert read(v="")[0].v == ()


def test_the_choices_of_a_view_are_those_of_its_address() -> None:
    assert parameters(ITEM) == {"measure": ["reserves"]}
    assert parameters(Item("risk.matrix", "?q=")) == {"q": [""]}


def test_an_entry_is_titled_by_its_own_title_its_finding_or_its_name() -> None:
    assert [entry.title for entry in (SHOWN, BARE, LOST)] == ["Own <title>", view_of().title, "no.thing"]


def test_the_list_has_each_view_with_its_fields_and_keys_in_order() -> None:
    text = list_html([SHOWN, BARE, LOST], "The “pack”", "1 May", "?v=a&v=b", kept=False)
    assert text.count("<li data-pb-item=") == 3
    for place in (1, 2, 3):
        for act in ("up", "down", "remove"):
            assert f'id="present-{act}-{place}" data-pb-act="{act}"' in text
    assert "Own &lt;title&gt;" in text and "Own <title>" not in text
    assert 'href="/present?v=a&amp;v=b&amp;slide=1"' in text
    assert "data-pb-kept" not in text
    assert "data-pb-kept" in list_html([BARE], "", "", "?v=a", kept=True)
    assert "Say\nthis</textarea>" in text
    assert text.count("<details open>") == 1
    assert LOST.problem in text and SHOWN.choices in text


def test_a_page_without_a_pack_says_how_to_begin() -> None:
    assert 'id="present-file"' in begin_html()
    assert 'for="present-file"' in begin_html()


def test_the_row_under_a_slide_says_where_it_stands_and_leads_on() -> None:
    assert "Slide <b>1</b> of 3" in deck_html(SHOWN, 1, 3)
    assert '>Page<span class="visually-hidden">: Deficit</span></a>' in deck_html(SHOWN, 1, 3)
    assert "<a " not in deck_html(LOST, 3, 3)


def test_the_speaker_reads_notes_and_what_comes_next() -> None:
    assert "Say\nthis" in (shown := speaker_html(SHOWN, BARE, kept=False)) and view_of().title in shown
    assert "data-pb-kept" in speaker_html(SHOWN, BARE, kept=True)
    last = speaker_html(BARE, None, kept=False)
    assert "No notes for this slide." in last and "This is the last slide." in last


def test_a_view_with_nothing_to_show_is_said_in_the_list() -> None:
    undrawn = view_of(instead="No risk is chosen.")
    empty = Entry(
        Item("risk.record"), view=replace(undrawn, table=Table("T", (), ())), page="Risk", href="/risk"
    )
    tabled = Entry(Item("risk.fall"), view=undrawn, page="Risk", href="/risk")
    text = list_html([empty, SHOWN, tabled], "T", "", "?v=a", kept=False)
    assert text.count("There is nothing to show: No risk is chosen.") == 1


def test_the_browser_knows_the_limits_of_a_pack() -> None:
    script = (Path(__file__).parents[2] / "assets" / "packs.js").read_text(encoding="utf-8")
    assert f"var LONGEST = {LONGEST};" in script
    assert f"var MOST = {MOST_VIEWS};" in script
