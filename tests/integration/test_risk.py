"""The risk page on the real register, on a made-up second quarter and on a register without scores."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.domain.address import choices, from_query
from dashboard.domain.view import View
from dashboard.exports.table import table_html
from dashboard.queries import risk as queries
from dashboard.queries.names import names
from dashboard.queries.sources import corrections
from dashboard.store import Store
from dashboard.views.risk import CARDS, RiskSelection
from dashboard.views.risk.headlines import finding, headlines, record_finding, stale
from dashboard.views.risk.record import chosen_entry
from dashboard.views.risk.selection import opened
from tests.markup import Read
from tests.releases import Altered, altered_home
from tests.risks import LATER, MADE_UP, REAL, SECOND_QUARTER, UNSCORED, assessment

NOTHING = ("DELETE FROM risk_entry", "DELETE FROM risk_score")


@pytest.fixture(scope="module")
def altered(release_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Altered]:
    """A maker of stores in which the register was changed."""
    known: dict[tuple[str, ...], Store] = {}

    def alter(*statements: str) -> Store:
        if statements not in known:
            home = tmp_path_factory.mktemp("risk") / "home"
            known[statements] = Store(altered_home(release_home, home, *statements))
        return known[statements]

    yield alter
    for store in known.values():
        store.close()


def card(store: Store, name: str, **chosen: str) -> View:
    """Return a card for the choices of an address; each of them is understood."""
    selection, notices = from_query(RiskSelection, chosen, names(store))
    assert notices == []
    return CARDS[name](store, selection)


def column(view: View, head: str) -> list[str]:
    place = [cell.text for cell in view.table.head].index(head)
    return [row[place].text for row in view.table.rows]


# ---- what the store says ----


def test_the_register_as_printed(store: Store) -> None:
    held = next(item for item in queries.held(store) if item.register == "lcc-corporate")
    assert (held.register, held.quarter, held.entries, held.scored) == (
        "lcc-corporate",
        "2019/20-Q3",
        17,
        17,
    )
    entries = queries.assessments(store, "lcc-corporate")
    assert Counter(entry.kind for entry in entries) == {"risk": 13, "opportunity": 4}
    assert Counter(entry.current_cell for entry in entries) == {"inferred": 11, "ambiguous": 6}
    assert Counter(entry.travel for entry in entries) == {
        "level": 5,
        "static": 1,
        "reducing": 2,
        "narrative": 8,
        "missing": 1,
    }
    known = {entry.printed_id: (entry.current_score, entry.residual_score) for entry in entries}
    assert known["CR9"] == (25, 12)
    assert known["CR4"] == (16, 16)
    assert known["CO3"] == (12, 12)


def test_scores_are_facts_with_their_lines(store: Store) -> None:
    facts = queries.scores(store, REAL, "2019/20-Q3")
    assert len(facts) == 34
    assert next(fact.source_line for fact in facts if fact.series == "CR9, current") == 971
    assert len(queries.scale_facts(store, "lcc-corporate-2019")) == 25


def test_an_opportunity_has_words_of_its_own_for_impact(store: Store) -> None:
    for opportunity, word in ((False, "Catastrophic"), (True, "Outstanding")):
        scale = queries.scale(store, "lcc-corporate-2019", opportunity=opportunity)
        assert scale is not None
        assert (scale.impact[5], scale.impact[4]) == (word, "Major")
    assert queries.scale(store, "unknown") is None


def test_corrections_one_document(store: Store) -> None:
    found = corrections(store, source_id=REAL)
    assert len(found) == 28
    assert {item.source_id for item in found} == {REAL}
    assert corrections(store, source_id="none") == []


# ---- the page's finding and tiles ----


def test_a_register_that_is_one_part_of_its_document_is_named(store: Store) -> None:
    parts = {item.register: item.part for item in queries.held(store)}
    assert parts["lcc-corporate"] == ""
    named = [part for part in parts.values() if part]
    assert len(set(named)) == len(named) == 5
    assert finding(store, RiskSelection(register="plymouth-game")).startswith(f"{parts['plymouth-game']}: ")


def test_the_finding_names_the_one_that_should_not_fall(store: Store) -> None:
    assert finding(store, RiskSelection()) == (
        "12 of 13 risks should fall once the planned work is done; "
        "CR4 (Rising demand and more children looked after) should not"
    )


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (
            ["UPDATE risk_score SET value = 3 WHERE score_kind = 'residual'"],
            "13 of 13 risks should fall once the planned work is done",
        ),
        (
            ["UPDATE risk_score SET value = 16"],
            "0 of 13 risks should fall once the planned work is done; CR1, CR2, CR3 and 10 more should not",
        ),
        (
            ["DELETE FROM risk_score WHERE risk_id IN ('send_service', 'core_systems')"],
            "10 of 11 scored risks should fall once the planned work is done; "
            "CR4 (Rising demand and more children looked after) should not",
        ),
        (["DELETE FROM risk_score"], "13 risks are held; none is scored both now and after mitigation"),
        (
            [
                "DELETE FROM risk_score WHERE risk_id IN (SELECT risk_id FROM risk WHERE kind = 'risk')",
                "DELETE FROM risk_entry WHERE risk_id IN (SELECT risk_id FROM risk WHERE kind = 'risk')",
            ],
            "This register holds no risk, but 4 opportunities",
        ),
        (NOTHING, "No risk register is loaded"),
    ],
)
def test_the_finding_follows_the_figures(altered: Altered, statements: list[str], expected: str) -> None:
    assert finding(altered(*statements), RiskSelection()) == expected


def test_the_tiles_as_printed(store: Store) -> None:
    tiles = {tile.label: tile for tile in headlines(store, RiskSelection())}
    assert list(tiles) == [
        "Should fall with mitigation",
        "Highest score now",
        "High, 15 to 25",
        "Getting better",
        "Cannot be placed",
        "Opportunities that should rise",
    ]
    assert tiles["Should fall with mitigation"].value == "12 of 13"
    assert tiles["Highest score now"].value == "25"
    assert tiles["Highest score now"].meaning.endswith("the next highest is 20. To be confirmed.")
    assert tiles["Highest score now"].cites[0][1].endswith("&line=971")
    assert [row[1] for row in tiles["High, 15 to 25"].rows] == ["13", "3"]
    assert "CR1, CR4 and CR10 stay there" in tiles["High, 15 to 25"].meaning
    assert tiles["Getting better"].meaning == (
        "CR7 and CR11 are reducing. The others: 5 level or static, 5 told only in words and 1 not given."
    )
    assert tiles["Cannot be placed"].value == "6 of 17"
    assert "3 details are not given, of CR1 and CR13" in tiles["Cannot be placed"].meaning
    assert tiles["Opportunities that should rise"].value == "3 of 4"


def test_the_tile_of_the_highest_band_follows_the_scheme(store: Store) -> None:
    tiles = headlines(store, RiskSelection(bands="four_bands"))
    assert tiles[2].label == "Extreme, 15 to 25"


def test_tiles_say_what_is_not_there(altered: Altered) -> None:
    assert headlines(altered(*NOTHING), RiskSelection()) == []
    unscored = headlines(altered("DELETE FROM risk_score"), RiskSelection())
    assert [tile.label for tile in unscored] == [
        "Getting better",
        "Cannot be placed",
        "Opportunities that should rise",
    ]
    residual = headlines(altered("DELETE FROM risk_score WHERE score_kind = 'current'"), RiskSelection())
    assert {tile.label: tile.value for tile in residual}["Highest score now"] == "Not given"
    bandless = headlines(altered("DELETE FROM risk_band"), RiskSelection())
    assert bandless[2].label == "Highest band"
    better = headlines(
        altered(
            "UPDATE risk_score SET value = 25 WHERE risk_id IN (SELECT risk_id FROM risk "
            "WHERE kind = 'opportunity') AND score_kind = 'residual'",
            "UPDATE risk_score SET value = 1, impact_word = 'Insignificant', likelihood_word = 'Rare' "
            "WHERE risk_id IN (SELECT risk_id FROM risk WHERE kind = 'risk') AND score_kind = 'residual'",
            "UPDATE risk_entry SET direction = 'increasing', direction_state = 'legible'",
        ),
        RiskSelection(),
    )
    assert better[0].meaning == "None stays."
    assert better[3].meaning == "None is said to be reducing. The others: 13 increasing."
    assert better[5].meaning.endswith("None stays.")


def test_an_old_register_says_its_age(store: Store, altered: Altered) -> None:
    open_ = opened(store, RiskSelection())
    assert stale(open_, date(2026, 11, 22)) == "Register of Q3 2019/20; 28 quarters old"
    assert stale(open_, date(2020, 3, 31)) == ""
    assert stale(opened(altered(*NOTHING), RiskSelection()), date(2026, 11, 22)) == ""


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "R1 should fall from 16 to 12 once the planned work is done"),
        ({"residual_score": 20}, "R1 should rise from 16 to 20 once the planned work is done"),
        ({"residual_score": 16}, "R1 stands at 16, and the planned work should not change that"),
        ({"residual_score": None}, "R1 stands at 16 now"),
        ({"current_score": None}, "R1 has no score now"),
    ],
)
def test_one_risks_finding(changes: dict[str, Any], expected: str) -> None:
    assert record_finding(assessment(**changes)) == expected


# ---- the matrices ----


def test_the_matrix_as_printed(store: Store) -> None:
    view = card(store, "matrix")
    assert view.title == (
        "10 of 13 risks stand at major and likely now; after mitigation 10 should stand at major and possible"
    )
    assert view.matrix is not None
    cells = {square.place: square for _, row in view.matrix.rows for square in row}
    assert cells[5, 5].now == ("CR9",)
    assert len(cells[4, 4].now) == 10
    assert cells[4, 4].after == ("CR1", "CR4", "CR10")
    assert len(cells[4, 3].after) == 10
    assert sum(bool(cell.href) for cell in cells.values()) == 3
    assert cells[4, 4].href == "/risk?kind=risk&impact=4&likelihood=4#risk-register-card"
    (strip,) = view.matrix.strips
    assert [ref for ref, _, _ in strip.refs] == ["CR1", "CR10"]
    assert "catastrophic and likely (5 × 4) or major and certain (4 × 5)" in strip.reason.replace(
        "\u00a0", " "
    )
    assert [(arrow.words, arrow.end) for arrow in view.matrix.arrows] == [
        ("9 move", (4, 3)),
        ("CR9", (4, 3)),
    ]
    assert view.matrix.rows[0][0] == "5 Catastrophic"


def test_opportunities_have_a_matrix_of_their_own_the_other_way_round(store: Store) -> None:
    view = card(store, "opportunities")
    assert view.title == (
        "Opportunities run the other way: 3 of 4 should rise; "
        "CO3 (Fair Funding and retention of business rates) should not"
    )
    assert view.matrix is not None
    assert view.matrix.rows[0][0] == "5 Outstanding"
    cells = {square.place: square for _, row in view.matrix.rows for square in row}
    risks = card(store, "matrix").matrix
    assert risks is not None
    assert cells[5, 5].tone == "low"
    assert {square.place: square.tone for _, row in risks.rows for square in row}[5, 5] == "high"
    (strip,) = view.matrix.strips
    assert [ref for ref, _, _ in strip.refs] == ["CO1", "CO2", "CO3", "CO4"]


@pytest.mark.parametrize(
    ("show", "words", "strips"),
    [
        ("current", "10 of 13 risks stand at major and likely now", 1),
        ("residual", "After mitigation 10 of 13 risks should stand at major and possible", 0),
    ],
)
def test_one_position_alone_has_no_arrows(store: Store, show: str, words: str, strips: int) -> None:
    view = card(store, "matrix", show=show)
    assert view.title == words
    assert view.matrix is not None
    assert view.matrix.arrows == ()
    assert len(view.matrix.strips) == strips
    hrefs = [square.href for _, row in view.matrix.rows for square in row if square.href]
    assert all(f"position={show}" in href for href in hrefs)


def test_the_bands_are_named_as_ours_and_can_be_switched(store: Store) -> None:
    words = {}
    for scheme in ("five_by_five_common", "four_bands"):
        view = card(store, "matrix", bands=scheme)
        assert "ours, not the register’s" in view.subtitle
        assert view.matrix is not None
        words[scheme] = {square.word for _, row in view.matrix.rows for square in row}
    assert words == {
        "five_by_five_common": {"Low", "Medium", "High"},
        "four_bands": {"Low", "Moderate", "High", "Extreme"},
    }


def test_without_bands_cells_keep_their_scores(altered: Altered) -> None:
    view = card(altered("DELETE FROM risk_band"), "matrix")
    assert view.subtitle.endswith("No bands are kept")
    assert view.matrix is not None
    assert {square.word for _, row in view.matrix.rows for square in row} == {""}


@pytest.mark.parametrize(
    ("statement", "title"),
    [
        (
            "UPDATE risk_score SET impact_word = NULL, likelihood_word = NULL, value = 12",
            "None of 13 risks can be placed: the register does not say which cell",
        ),
        ("DELETE FROM risk_score", "13 risks without a score, so there is no matrix"),
        (
            "DELETE FROM risk_scale_score; DELETE FROM risk_scale",
            "The scale of these scores is not kept, so there is no matrix",
        ),
        (
            "UPDATE risk_score SET impact_word = 'Major', likelihood_word = 'Likely', value = 16",
            "13 of 13 risks stand at major and likely now; after mitigation 13 should stand there still",
        ),
    ],
)
def test_the_title_of_the_matrix_follows_the_figures(altered: Altered, statement: str, title: str) -> None:
    view = card(altered(statement), "matrix")
    assert view.title == title
    assert bool(view.matrix) != bool(view.instead)
    assert view.drawn
    if not view.facts:
        assert len(view.records) == len(view.table.rows) == 13


def test_scores_without_a_cell_or_a_value_say_so_in_the_strip(altered: Altered) -> None:
    view = card(
        altered(
            "UPDATE risk_score SET value = 7 WHERE risk_id = 'balanced_budget' AND score_kind = 'current'",
            "DELETE FROM risk_score WHERE risk_id = 'core_systems' AND score_kind = 'residual'",
        ),
        "matrix",
    )
    assert view.matrix is not None
    reasons = [strip.reason for strip in view.matrix.strips]
    assert "scores 7 now, which no cell of the scale gives." in reasons
    assert "has no score after mitigation; the register gives none." in reasons
    assert "not printed" in column(view, "After")


def test_opportunities_without_scores_are_not_said_to_rise(altered: Altered) -> None:
    store = altered("DELETE FROM risk_score WHERE score_kind = 'residual'")
    assert card(store, "opportunities").title == ("No opportunity is scored both now and after mitigation")
    rising = altered(
        "UPDATE risk_score SET value = 16 WHERE risk_id = 'fair_funding_business_rates' "
        "AND score_kind = 'residual'"
    )
    assert card(rising, "opportunities").title.endswith("4 of 4 should rise")


@pytest.mark.parametrize(
    ("chosen", "title"),
    [
        ({"owner": "Director of Finance"}, "No risk with owner Director of Finance"),
        (
            {"direction": "increasing", "type": "Organisational"},
            "No risk with direction increasing and type Organisational",
        ),
    ],
)
def test_a_filter_that_leaves_nobody_says_so(store: Store, chosen: dict[str, str], title: str) -> None:
    view = card(store, "matrix", **chosen)
    assert view.title == title
    assert view.instead.startswith("Choose another owner")
    assert "only those with" in view.subtitle


# ---- the list ----


def test_the_list_shows_risks_first_and_the_highest_score_first(store: Store) -> None:
    view = card(store, "register")
    assert view.title == "The register: 13 risks and 4 opportunities, by score now, highest first"
    numbers = column(view, "Number")
    assert numbers[:3] == ["CR9", "CR1", "CR10"]
    assert numbers[13:] == ["CO1", "CO2", "CO3", "CO4"]
    assert view.links == ()
    assert view.table.rows[0][0].href == "/risk?risk=send_service"
    assert column(view, "Change")[:2] == ["−13", "−4"]


@pytest.mark.parametrize("sort", choices(RiskSelection, "sort"))
def test_each_sort_can_be_turned_and_says_which_way(store: Store, sort: str) -> None:
    usual = card(store, "register", sort=sort, kind="risk")
    turned = card(store, "register", sort=sort, order="reversed", kind="risk")
    marks = []
    for view in (usual, turned):
        (mark,) = [cell for cell in view.table.head if cell.note]
        marks.append(mark.note)
    assert set(marks) == {"ascending", "descending"}
    assert usual.title != turned.title
    assert sorted(column(usual, "Number")) == sorted(column(turned, "Number"))
    if sort == "owner":
        assert column(usual, "Owner, by post")[-1] == column(turned, "Owner, by post")[-1] == "not given"


def test_a_head_turns_the_sort_that_is_chosen_and_keeps_the_other_choices(store: Store) -> None:
    view = card(store, "register", sort="title", owner="Corporate Management Team")
    heads = {cell.text: cell for cell in view.table.head}
    assert heads["Risk"].over == "sort=title&order=reversed"
    assert "owner=Corporate" in heads["Risk"].href
    assert heads["Now"].over == "sort=&order="
    read = Read(table_html(view.table))
    assert [head.get("aria-sort") for head in read.all("th") if head.get("aria-sort")] == ["ascending"]
    (marked,) = [link for link in read.all("a") if link.get("data-dir")]
    assert marked["data-dir"] == "asc"


@pytest.mark.parametrize(
    ("chosen", "number"),
    [
        ({"impact": "4", "likelihood": "4", "kind": "risk"}, 12),
        ({"impact": "4", "likelihood": "4", "position": "current"}, 10),
        ({"impact": "4", "likelihood": "4", "position": "residual", "kind": "risk"}, 3),
        ({"impact": "5", "kind": "opportunity"}, 2),
        ({"likelihood": "5"}, 1),
        ({"owner": "Corporate Management Team"}, 3),
        ({"direction": "missing"}, 1),
        ({"type": "Organisational"}, 2),
    ],
)
def test_the_list_can_be_narrowed(store: Store, chosen: dict[str, str], number: int) -> None:
    view = card(store, "register", **chosen)
    assert len(view.table.rows) == len(view.records) == number
    assert view.title.startswith(f"{number} of the register’s 17 entries")
    assert "Only those" in view.subtitle or set(chosen) == {"kind"}
    assert view.links is not None
    assert [cell.text for cell in view.links] == [f"{number} of 17 shown.", "Show all 17 entries"]
    assert view.links[1].href == "/risk#risk-register-card"


def test_a_list_of_nothing_says_so(store: Store) -> None:
    view = card(store, "register", impact="1")
    assert view.title == "No entry of the register fits these choices"
    assert "Only those at impact insignificant" in view.subtitle
    assert "Nothing in the register fits" in table_html(view.table)


def test_inferred_owners_are_marked(store: Store) -> None:
    cells = {row[0].text: row[2] for row in card(store, "register").table.rows}
    assert cells["CR12"].note == "inferred"
    assert cells["CR11"].note == ""


# ---- falls, directions, owners ----


def test_eleven_of_thirteen_fall_by_four(store: Store) -> None:
    view = card(store, "fall")
    assert view.title == "11 of 13 risks should fall by 4; CR4 should stay level and CR9 should fall by 13"
    assert column(view, "Change").count("−4") == 11
    assert "CR9 from 25 to 12" in view.alternative


@pytest.mark.parametrize(
    ("statement", "title"),
    [
        (
            "UPDATE risk_score SET value = 10 + CASE score_kind WHEN 'current' THEN 3 ELSE 0 END",
            "13 of 13 risks should fall by 3",
        ),
        ("DELETE FROM risk_score", "13 risks, and none is scored both now and after mitigation"),
        (
            "DELETE FROM risk_score WHERE risk_id NOT IN ('balanced_budget', 'send_service')",
            "2 risks should change by between −13 and −4",
        ),
        (
            "UPDATE risk_score SET value = length(risk_id) % 7 + 1 WHERE score_kind = 'residual'",
            "4 of 13 risks should fall by 14; the others change by between −19 and −9",
        ),
    ],
)
def test_the_title_of_the_falls_follows_the_figures(altered: Altered, statement: str, title: str) -> None:
    view = card(altered(statement), "fall")
    assert re.sub(r"\d+", "#", view.title) == re.sub(r"\d+", "#", title)
    assert bool(view.chart) != bool(view.instead)


def test_directions_are_counted_and_never_inferred(store: Store) -> None:
    view = card(store, "direction")
    assert view.title == "2 of 17 entries are said to be reducing; for 9 the register gives no direction"
    assert dict(zip(column(view, "Direction"), column(view, "All"), strict=True)) == {
        "Level": "5",
        "Static": "1",
        "Reducing": "2",
        "In words only": "8",
        "Not given": "1",
    }
    assert view.table.rows[0][0].over == "direction=level"


def test_the_title_of_the_directions_follows_the_figures(altered: Altered) -> None:
    all_up = "UPDATE risk_entry SET direction = 'increasing', direction_state = 'legible'"
    assert (
        card(altered(all_up), "direction").title == "0 of 17 entries are said to be reducing, 17 increasing"
    )


def test_owners_are_counted_and_near_names_stay_apart(store: Store) -> None:
    view = card(store, "owners")
    assert view.title == (
        "The Director of Children's Social Care holds most, 3 risks; "
        "CR13 (System leadership on health and care finance and outcomes) has no owner"
    )
    rows = {row[0].text: row for row in view.table.rows}
    assert len(rows) == 11
    assert "Director of Finance in CO3" in rows["Director of Financial Services"][0].note
    assert rows["Corporate Management Team"][0].note.startswith("CR1: ")
    assert rows["Director of Finance"][3].text == "1"
    assert rows["No owner given"][5].text == "CR13: owner and direction"
    assert rows["Corporate Management Team"][5].text == "CR1: type"
    assert rows["Director of Finance"][0].over == "owner=Director+of+Finance"


@pytest.mark.parametrize(
    ("statement", "title"),
    [
        (
            "UPDATE risk_entry SET owner = NULL, owner_state = 'missing'",
            "No post is named for a risk; 17 entries have no owner",
        ),
        (
            "UPDATE risk_entry SET owner = printed_id, owner_state = 'legible'",
            "17 posts hold the register, none more than 1 risk",
        ),
    ],
)
def test_the_title_of_the_owners_follows_the_figures(altered: Altered, statement: str, title: str) -> None:
    assert card(altered(statement), "owners").title == title


# ---- one risk ----


def test_a_record_holds_every_field(store: Store) -> None:
    view = card(store, "record", risk="send_service")
    assert view.title.startswith("CR9: Statutory service")
    terms = {entry.term: entry.lines for entry in view.record}
    assert terms["Score now"][0].text == (
        "25: catastrophic and certain, inferred, since only this cell gives 25. High in our bands"
    )
    assert terms["Score now"][0].href == f"/sources?source={REAL}&line=971"
    assert terms["Score after mitigation"][0].text.startswith("12: major and possible, as printed in words")
    assert terms["To be confirmed"][0].text.startswith("Current 25 is legible")
    assert len(terms["Controls in place"]) == 24
    assert "(flagged: a gap among the controls)" in terms["Controls in place"][2].text
    assert len(terms["Corrections and conflicts"]) == 2
    assert terms["Change"][0].note == "derived"
    assert sum(len(lines) for lines in terms.values()) == len(view.table.rows) == len(view.records)
    assert view.links is not None
    assert [cell.text for cell in view.links] == ["Before: CR8", "Back to the register", "Next: CR10"]


def test_a_record_says_which_cells_are_possible_and_what_is_missing(store: Store) -> None:
    budget = {entry.term: entry.lines for entry in card(store, "record", risk="balanced_budget").record}
    assert budget["Score now"][0].text == (
        "20: not placed, since it is printed without words, and 20 is catastrophic and likely or major and "
        "certain. High in our bands"
    )
    assert budget["Type"][0].text == "not given"
    assert [cell.text.partition(". ")[0] for cell in budget["What is odd"][:2]] == [
        "Cell cannot be known",
        "Direction in words only",
    ]
    care = {entry.term: entry.lines for entry in card(store, "record", risk="health_care_leadership").record}
    assert (care["Owner, by post"][0].text, care["Direction of travel"][0].text) == ("not given", "Not given")


def test_an_opportunity_has_benefits_and_its_number_as_printed(store: Store) -> None:
    view = card(store, "record", risk="apprenticeship_levy")
    terms = {entry.term: entry.lines for entry in view.record}
    assert {"What could be gained", "Progress so far", "To make the most of it"} <= set(terms)
    assert terms["Number"][0].text == "CO2; printed as C0O2, a reading fault"
    assert "outstanding and possible" in terms["Score after mitigation"][0].text
    assert view.subtitle.startswith("One opportunity’s record")


def test_the_first_and_the_last_record_have_one_neighbour(store: Store) -> None:
    first = card(store, "record", risk="balanced_budget").links
    last = card(store, "record", risk="health_partnership").links
    assert first is not None
    assert last is not None
    assert [cell.text for cell in first] == ["Back to the register", "Next: CR2"]
    assert [cell.text for cell in last] == ["Before: CO3", "Back to the register"]


def test_every_flag_is_told_in_words(store: Store) -> None:
    said = [
        cell.text
        for entry in queries.assessments(store, "lcc-corporate")
        for item in card(store, "record", risk=entry.risk_id).record
        if item.term == "What is odd"
        for cell in item.lines
    ]
    assert said
    assert not [text for text in said if re.match(r"(?i)[^.]*\b(ocr|garbled|id)\b", text)]


def test_every_record_can_be_read(store: Store) -> None:
    for entry in queries.assessments(store, "lcc-corporate"):
        view = card(store, "record", risk=entry.risk_id)
        assert len(view.record) >= 9
        assert not re.search(r"\bNone\b|  |[{}]", " ".join(c.text for e in view.record for c in e.lines))


# ---- over the quarters ----


def test_with_one_quarter_movement_says_what_is_missing_and_how_to_load_it(store: Store) -> None:
    view = card(store, "movement")
    assert view.title == "Nothing to compare with: no earlier quarter of this register is loaded"
    said = Read(table_html(view.table)).text
    assert "placeboard import risk-register FILE --register lcc-corporate --quarter 2019/20-Q2" in said


def test_a_second_quarter_shows_what_moved(altered: Altered) -> None:
    view = card(altered(*SECOND_QUARTER), "movement")
    assert view.title == (
        "Since Q3 2019/20: 1 new, 1 closed, 2 up, 1 down, 12 level and 1 not comparable; 1 has another number"
    )
    assert view.subtitle == "Score now, Q3 2019/20 against Q4 2019/20"
    rows = {row[1].text: row for row in view.table.rows}
    demand = rows["Rising demand and more children looked after"]
    assert (demand[0].text, demand[0].note, demand[2].text) == ("CR10", "was CR4", "Level")
    assert demand[6].text == "Same as “Rising demand”, 87% alike; confirmed by Risk officer, 2 April 2020"
    assert demand[5].text == "2 quarters"
    new = rows["A new illness"]
    assert (new[0].text, new[0].note, new[2].text, new[3].text) == ("CR4", "", "New", "none")
    assert new[6].text == "Declared new; nearest title 21% alike; confirmed by Risk officer, 2 April 2020"
    closed = rows["Support for disadvantaged families (Troubled Families Programme)"]
    assert (closed[2].text, closed[4].text, closed[6].text) == ("Closed", "none", "not in the later register")
    assert (closed[0].href, closed[5].text) == ("", "closed")
    up = rows["Keeping children protected and safe"]
    assert (up[2].text, up[2].note, up[3].text, up[4].text) == ("Up", "worse by 4", "16", "20")
    assert up[4].href.startswith(f"/sources?source={MADE_UP}")
    down = rows["Statutory service for children with special educational needs or disabilities"]
    assert (down[2].text, down[2].note) == ("Down", "better by 9")
    growth = rows["Growth and prosperity across Lancashire"]
    assert (growth[2].text, growth[2].note) == ("Up", "better by 4")
    care = rows["System leadership on health and care finance and outcomes"]
    assert (care[2].text, care[4].text, care[5].text) == ("Not comparable", "not given", "not known")
    assert len(view.records) == len(view.table.rows) == 18


def test_the_later_quarter_is_the_default_and_the_earlier_stays(altered: Altered) -> None:
    store = altered(*SECOND_QUARTER)
    assert opened(store, RiskSelection()).quarter == LATER
    assert card(store, "register").title.startswith("The register: 13 risks")
    before = card(store, "movement", quarter="2019/20-Q3")
    assert before.title.startswith("Nothing to compare with")
    same = card(store, "movement", against=LATER)
    assert same.title.startswith("Since Q3 2019/20")


def test_a_gap_between_quarters_is_said(altered: Altered) -> None:
    moved = tuple(statement.replace("2019/20-Q4", "2020/21-Q2") for statement in SECOND_QUARTER)
    view = card(altered(*moved), "movement")
    assert view.subtitle.endswith("; 2 quarters between them not loaded")
    assert "2 quarters, 2 between not loaded" in column(view, "At this score")


def test_a_risk_has_a_path_over_the_quarters(altered: Altered, store: Store) -> None:
    later = altered(*SECOND_QUARTER)
    view = card(later, "history", risk="children_looked_after_demand")
    assert view.title == "In 2 loaded quarters, at 16 for 2 quarters"
    assert column(view, "Number") == ["CR4", "CR10"]
    assert card(later, "history", risk="health_care_leadership").title.endswith("without a score now")
    assert card(store, "history", risk="send_service").title == "Loaded for one quarter only, Q3 2019/20"
    assert card(store, "history").title == "No risk is chosen"


def test_a_closed_risk_keeps_its_record(altered: Altered) -> None:
    store = altered(*SECOND_QUARTER)
    view = card(store, "record", risk="troubled_families")
    assert view.subtitle.endswith("Closed since: it is not in the register of Q4 2019/20")
    assert view.links is not None
    assert [cell.text for cell in view.links] == ["Back to the register"]
    selection = RiskSelection(risk="pandemic", quarter="2019/20-Q3")
    assert chosen_entry(opened(store, selection), selection) is None


# ---- other registers ----


def test_a_register_without_scores_has_its_list_and_says_the_rest(altered: Altered) -> None:
    store = altered(*UNSCORED)
    selection = {"register": "bids"}
    assert card(store, "register", **selection).title == "The register: 1 risk, by score now, highest first"
    assert column(card(store, "register", **selection), "Now") == ["not given"]
    view = card(store, "matrix", **selection)
    assert view.title == "1 risk without a score, so there is no matrix"
    assert view.instead.startswith("A matrix needs scores")
    assert card(store, "opportunities", **selection).title == "This register holds no opportunities"
    assert card(store, "fall", **selection).chart is None
    record = {entry.term: entry.lines for entry in card(store, "record", risk="delay", **selection).record}
    assert record["Score now"][0].text == "not given"
    assert record["Change"][0].note == ""
    assert card(store, "conflicts", **selection).title == (
        "Nothing in this register had to be corrected or marked"
    )
    assert opened(store, RiskSelection()).held == queries.held(store)[0]
    assert queries.held(store)[0].register == "lcc-corporate"


@pytest.mark.parametrize("name", CARDS)
def test_without_a_register_every_card_says_so(altered: Altered, name: str) -> None:
    view = card(altered(*NOTHING), name)
    assert "No risk" in view.title
    assert not (*view.table.rows, *view.records, *view.facts)
    assert view.drawn or view.folded or "No risk" in table_html(view.table) or name == "register"


def test_corrections_stand_with_both_readings(store: Store) -> None:
    view = card(store, "conflicts")
    assert view.title == (
        "The register needs care in 28 places: "
        "3 figures on another basis, 2 conflicts, 17 gaps and 6 misprints"
    )
    assert "CR11, owner" in column(view, "Entry")


def test_a_register_that_prints_levels_alone_has_a_matrix_of_their_products(store: Store) -> None:
    view = card(store, "matrix", register="plymouth-ihwb")
    assert view.title == "5 of 15 risks stand at impact 3 and likelihood 3 now"
    assert view.matrix is not None
    assert [label for label, _ in view.matrix.rows] == ["5", "4", "3", "2", "1"]
    assert view.matrix.columns == ("1", "2", "3", "4", "5")
    assert {(square.place, square.score) for _, row in view.matrix.rows for square in row} == {
        ((impact, likelihood), impact * likelihood) for impact in range(1, 6) for likelihood in range(1, 6)
    }
