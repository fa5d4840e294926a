"""The savings page on the real release and on releases in which figures were changed."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest
from dash import Dash

from dashboard.app import STORE, create_app
from dashboard.callbacks.card import SHOWN
from dashboard.callbacks.savings import CARDS_OF_CHOICE, CHOICES
from dashboard.domain.address import choices, to_query
from dashboard.domain.view import View
from dashboard.pages.savings import COMPARED, COMPARED_BASIS, COMPARED_HEADING, COMPARED_PANEL
from dashboard.queries import savings as queries
from dashboard.queries.sources import corrections
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.views import savings
from dashboard.views.savings import SavingsSelection
from tests.integration.test_wiring import Reader, changed, node_of, nodes, outputs_of, text_in
from tests.releases import Altered

PROGRAMME = "2019/20"
# The programme of the next year: one option with the name of an old one, in another source.
NEXT_YEAR = (
    "INSERT INTO source SELECT * REPLACE ('next' AS source_id, 'Next options' AS title) "
    "FROM source WHERE source_id = 'lcc-savings-2018'",
    "INSERT INTO savings_option SELECT * REPLACE ('next' AS source_id, '2020/21' AS programme) "
    "FROM savings_option WHERE option_id = 'sc034'",
    "INSERT INTO savings_profile "
    "SELECT * REPLACE ('next' AS source_id, -1.5 AS value, '2020/21' AS financial_year) "
    "FROM savings_profile WHERE option_id = 'sc034' "
    "AND measure = 'budget_change' AND financial_year = '2019/20'",
)


def view(store: Store, card: str, **asked: Any) -> View:
    return savings.CARDS[card](store, SavingsSelection(**asked))


def rows_of(made: View) -> dict[str, list[str]]:
    return {row[0].text: [cell.text for cell in row[1:]] for row in made.table.rows}


# ---- queries ----


def test_the_options_are_those_of_the_document(store: Store) -> None:
    options = queries.options(store, PROGRAMME)
    assert len(options) == 45
    assert [option.reference for option in options] == sorted(option.reference for option in options)
    assert queries.programmes(store) == [PROGRAMME]
    assert len(queries.themes(store, PROGRAMME)) == 9


@pytest.mark.parametrize(
    ("basis", "last_year"), [("discrete", -2.21), ("annual", -42.764), ("cash", -139.653)]
)
def test_the_changes_add_up_as_printed(store: Store, basis: str, last_year: float) -> None:
    facts = queries.effects(store, PROGRAMME, basis)
    assert len(facts) == 45 * 4
    if basis == "discrete":
        assert sum(fact.amount for fact in facts) == pytest.approx(-42.764)
    assert sum(fact.amount for fact in facts if fact.period == "2022/23") == pytest.approx(last_year)


def test_the_only_wrong_total_is_kept_as_printed(store: Store) -> None:
    computed = {option.option_id: option.annual_effect_gbp_m for option in queries.options(store, PROGRAMME)}
    wrong = {
        cell.option_id: cell.printed
        for cell in queries.totals(store, PROGRAMME, "budget_change")
        if cell.value != pytest.approx(computed[cell.option_id])
    }
    assert wrong == {"sc401": "0.040"}


def test_corrections_can_be_asked_for_by_document(store: Store) -> None:
    own = corrections(store, source_id="lcc-savings-2018")
    assert len(own) == 62
    assert {item.source_id for item in own} == {"lcc-savings-2018"}
    assert len(corrections(store)) > len(own)


# ---- overview ----


def test_the_finding_and_the_tiles(store: Store) -> None:
    assert savings.finding(store, SavingsSelection()) == (
        "45 options come to a saving of £42.764m a year by 2022/23; 6 of them give half of what is saved"
    )
    annual, cash, posts, invested, options = savings.headlines(store, SavingsSelection())
    assert (annual.label, annual.value) == ("Annual effect in 2022/23", "−£42.764m")
    assert (cash.label, cash.value) == ("Cash over 2019/20 to 2022/23", "−£139.653m")
    assert [row[1] for row in posts.rows] == ["−5.1", "−23", "−90.57"]
    assert "SC136 is still to be confirmed" in posts.meaning
    assert [row[1] for row in invested.rows] == ["£1.644m", "£1.59m", "£0.03m", "£1.226m"]
    assert options.value == "45"
    assert "part of a wider programme" in savings.standfirst(store, SavingsSelection())


def test_the_basis_is_named_in_every_title_it_changes(store: Store) -> None:
    for basis, words in savings.BASES.items():
        for card in CARDS_OF_CHOICE["basis"]:
            assert view(store, card, basis=basis).title.startswith(f"{words}: "), card


def test_the_waterfall_shows_the_cost_that_comes_back(store: Store, altered: Altered) -> None:
    made = view(store, "waterfall")
    assert rows_of(made)["Cost coming back"][:4] == ["£0", "£0.1m", "£0.3m", "£0"]
    assert rows_of(made)["Saved"][-1] == "−£43.164m"
    assert rows_of(made)["Change in the year"][-1] == "−£42.764m"
    assert "Cost comes back in SC316" in made.method
    without = altered("UPDATE savings_profile SET value = 0 WHERE value > 0 AND measure = 'budget_change'")
    assert "Cost comes back" not in view(without, "waterfall").method


def test_running_effect_and_cash_by_year(store: Store) -> None:
    annual = rows_of(view(store, "waterfall", basis="annual"))
    assert annual == {"Annual effect": ["−£20.796m", "−£35.539m", "−£40.554m", "−£42.764m"]}
    cash = rows_of(view(store, "waterfall", basis="cash"))
    assert cash["Cumulative cash"] == ["−£20.796m", "−£56.335m", "−£96.889m", "−£139.653m"]


def test_a_programme_that_costs_money_says_so(altered: Altered) -> None:
    costly = altered("UPDATE savings_profile SET value = abs(value) WHERE measure = 'budget_change'")
    assert "a cost of £" in view(costly, "waterfall").title
    for card in ("groups", "ranked", "concentration"):
        assert re.search("no (theme|option) saves money", view(costly, card).title), card
    assert "No budget allows" in view(costly, "share").title
    assert "a cost of £" in savings.finding(costly, SavingsSelection())
    assert "none of these options is known to save money" in view(costly, "compare").title


def test_themes_and_services_add_up_to_the_whole(store: Store) -> None:
    for by, count in (("theme", 9), ("service", 32)):
        made = view(store, "groups", by=by)
        own = [fact for fact in made.facts if fact.series != "others"]
        assert len(own) == count
        assert sum(fact.amount for fact in own) == pytest.approx(-42.764)


def test_starts_are_counted_both_ways_and_the_ones_that_differ_are_listed(store: Store) -> None:
    rows = rows_of(view(store, "start"))
    assert rows["2019/20"][0] == "32"
    assert rows["2019/20"][2] == "34"
    assert rows["No year stated"][2] == "1"
    differing = {row[0].text[:5] for row in view(store, "differs").table.rows}
    assert differing == {
        "SC012", "SC034", "SC060", "SC511", "SC512", "SC513", "SC616", "SC801", "SC811", "SC312",
    }  # fmt: skip


def test_half_of_the_saving_comes_from_few_and_costs_stand_apart(store: Store, altered: Altered) -> None:
    assert (
        view(store, "concentration").title == "Discrete-year change: 6 of 45 options give half of the saving"
    )
    changed_store = altered(
        "UPDATE savings_profile SET value = -value WHERE measure = 'budget_change' AND option_id = 'sc507'",
        "UPDATE savings_profile SET value = 0 WHERE measure = 'budget_change' AND option_id = 'sc508'",
    )
    made = view(changed_store, "concentration")
    assert "Not on the curve, as they cost money: SC507." in made.method
    assert "Not on the curve, as they change nothing: SC508." in made.method
    assert len(made.table.rows) == 43
    assert view(changed_store, "ranked").method.endswith("SC507 costs money over the years.")
    assert savings.headlines(changed_store, SavingsSelection())[4].meaning.startswith(
        "43 save money by 2022/23, 2 do not"
    )


def test_posts_keep_their_natures_apart_and_unknown_is_not_nil(store: Store) -> None:
    made = view(store, "posts")
    rows = rows_of(made)
    assert rows["Lasting, posts lost"][-1] == "−5.1 FTE"
    assert rows["Temporary, posts beginning"][-1] == "23 FTE"
    assert rows["Nature unstated, posts lost"][-1] == "−90.57 FTE"
    assert made.title == (
        "The options take out 5.1 posts and add 6 for good; they take out 90.57 posts and add 12.25 without "
        "saying for how long; 1 option still to be confirmed"
    )
    unknown = next(values for name, values in rows.items() if name.startswith("SC136"))
    assert unknown[1] == "to be confirmed"
    assert "The posts of SC136 are still to be confirmed and are in no sum." in made.method


def test_posts_that_only_come_are_told_too(altered: Altered) -> None:
    gaining = altered("UPDATE savings_profile SET value = abs(value) WHERE measure = 'fte'")
    title = view(gaining, "posts").title
    assert title.startswith("The options add ")
    assert "take out" not in title


def test_a_theme_without_posts_or_money_says_so(store: Store) -> None:
    posts = view(store, "posts", theme="economic_development")
    assert posts.title.startswith("No option says that it takes out or adds posts for good")
    assert posts.chart is not None
    assert posts.chart["data"] == []
    invested = view(store, "investment", theme="economic_development")
    assert invested.title == "No option asks for investment in economic development"
    tiles = savings.headlines(store, SavingsSelection(theme="economic_development"))
    assert (tiles[2].value, tiles[3].value) == ("None", "None")


def test_investment_is_never_one_sum(store: Store) -> None:
    made = view(store, "investment")
    sums = {fact.series: fact.value for fact in made.facts if fact.series.endswith(".invested")}
    assert sums == {
        "recurrent.invested": 1.644,
        "temporary.invested": 1.59,
        "capital.invested": 0.03,
        "unstated.invested": 1.226,
    }
    assert "no total is made" in made.method


def test_the_list_of_options_names_its_document_and_leaves_the_lines_to_the_records(store: Store) -> None:
    (cited,) = view(store, "options").cited
    assert (cited.source_id, cited.source_line) == ("lcc-savings-2018", None)


def test_a_shared_budget_is_shown_once_with_the_savings_of_all(store: Store) -> None:
    rows = {row[0].text: row for row in view(store, "share").table.rows}
    assert len(rows) == 31
    shared = next(row for name, row in rows.items() if "SC507, SC508, SC511, SC512, SC513" in name)
    assert [cell.text for cell in shared[2:5]] == ["−£13.646m", "£139.375m", "9.8%"]
    wide = next(row for name, row in rows.items() if "SC520, SC521" in name)
    assert "inside it SC501" in wide[1].text
    inside = next(row for name, row in rows.items() if "SC501" in name)
    assert "lies inside the budget of SC520 and SC521" in inside[5].text


@pytest.mark.parametrize(
    ("reference", "reason"),
    [
        ("SC034", "below zero"),
        ("SC048", "below zero"),
        ("SC013", "no budget"),
        ("SC505", "not applicable"),
        ("SC312", "larger"),
        ("SC103, SC104", "not gross less income"),
    ],
)
def test_no_share_is_taken_where_the_base_does_not_allow_it(
    store: Store, reference: str, reason: str
) -> None:
    row = next(row for row in view(store, "share").table.rows if reference in row[0].text)
    assert row[4].text == "none"
    assert row[5].text.count(reason) == 1


def test_answers_are_counted_and_contradictions_flagged(store: Store) -> None:
    rows = rows_of(view(store, "process"))
    assert {name: values[0] for name, values in rows.items()} == {
        "External consultation: a plain no": "41",
        "External consultation: no, with words beside it": "3",
        "External consultation: neither yes nor no": "1",
        "Equality analysis: needed and completed": "6",
        "Equality analysis: yes, done or not unsaid": "3",
        "Equality analysis: done for an earlier option": "1",
        "Equality analysis: not required": "34",
        "Equality analysis: a bare no": "1",
    }
    against = [row for row in view(store, "contradictions").table.rows if row[4].text == "contradicted"]
    assert {row[0].text[:5] for row in against} == {"SC034", "SC035", "SC048", "SC103", "SC124", "SC513"}
    assert all("&line=" in row[2].href for row in against)
    calm = view(store, "contradictions", theme="finance_and_property")
    assert calm.title.startswith("No answer is contradicted")


def test_an_answer_of_yes_is_said(altered: Altered) -> None:
    asked = altered(
        "UPDATE savings_process SET answer = 'yes' WHERE option_id = 'sc034' AND process = 'consultation'"
    )
    assert view(asked, "process").title.startswith(
        "1 of 45 options says that external consultation is needed"
    )


def test_the_grid_has_every_option_with_its_address(store: Store) -> None:
    made = view(store, "options")
    assert len(made.records) == 45
    assert {column.field for column in savings.COLUMNS} <= made.records[0].keys()
    by_reference = {record["reference"]: record for record in made.records}
    assert by_reference["SC034"]["address"] == "/savings?option=sc034"
    assert (by_reference["SC136"]["posts_unstated"], by_reference["SC136"]["missing"]) == (
        None,
        "to be confirmed",
    )
    assert "to be confirmed" in rows_of(made)["SC136"]
    assert by_reference["SC074"]["posts_lasting"] == -5.1
    assert orjson.dumps(made.records)


# ---- record and comparison ----


def test_a_record_has_its_fields_with_notes_and_lines(store: Store) -> None:
    made = view(store, "fields", option="sc034")
    rows = {row[0].text: row for row in made.table.rows}
    assert list(rows) == [
        "Reference", "Service and option", "Start year", "Gross budget 2018/19", "Income 2018/19",
        "Net budget 2018/19", "Budget change, £m", "Posts, FTE", "Investment, £m", "Decisions needed",
        "Impact on services, users and partners", "Actions needed", "External consultation",
        "Risks, and how they are met", "Equality analysis",
    ]  # fmt: skip
    assert rows["Start year"][1].text == "2019/20; first year of change 2020/21"
    assert "first change comes in 2020/21" in rows["Start year"][3].text
    assert "contradicted by its own text" in rows["External consultation"][1].text
    assert rows["Net budget 2018/19"][2].href == "/sources?source=lcc-savings-2018&line=544"
    assert len(view(store, "remarks", option="sc034").table.rows) == 2


def test_every_option_has_all_its_fields(store: Store) -> None:
    for option in queries.options(store, PROGRAMME):
        names = {row[0].text for row in view(store, "fields", option=option.option_id).table.rows}
        assert {"Reference", "Start year", "Posts, FTE", "Decisions needed", "Equality analysis"} <= names
        assert view(store, "profile", option=option.option_id).facts


def test_a_record_says_where_its_total_is_wrong(store: Store) -> None:
    made = view(store, "profile", option="sc401")
    assert "The total is printed as 0.040, while the years add up to −£0.04m" in made.method
    assert rows_of(made)["Discrete-year change"][-1] == "£0.040m"
    assert "The total is printed" not in view(store, "profile", option="sc034").method


def test_a_record_says_what_comes_back_and_what_is_unknown(store: Store, altered: Altered) -> None:
    assert "£0.1m comes back as a cost in 2020/21" in view(store, "profile", option="sc316").title
    assert "leaves posts to be confirmed" in view(store, "tables", option="sc136").title
    still = altered(
        "UPDATE savings_profile SET value = 0 WHERE option_id = 'sc034' AND measure = 'budget_change'"
    )
    assert view(still, "profile", option="sc034").title == "The budget of SC034 changes in no year"
    unknown = altered(
        "UPDATE savings_profile SET value = NULL WHERE option_id = 'sc034' AND measure = 'budget_change' "
        "AND financial_year = '2019/20'"
    )
    option = next(item for item in queries.options(unknown, PROGRAMME) if item.option_id == "sc034")
    found = savings.scope(unknown, SavingsSelection(option="sc034"))
    assert savings.headline(option, found).endswith("what it saves is not known yet")
    assert "by 2022/23 the effect is not known" in view(unknown, "profile", option="sc034").title


def test_options_stand_side_by_side(store: Store) -> None:
    made = view(store, "sides", compare=("sc034", "sc136"))
    rows = rows_of(made)
    assert rows["Start year as printed"] == ["2019/20", "2020/2021"]
    assert rows["Net budget"][0].endswith("the same budget as SC035")
    assert rows["Posts"][1] == "printed TBC (nature unstated)"
    lines = view(store, "compare", compare=("sc034", "sc136"), basis="cash")
    assert [fact.value for fact in lines.facts if fact.series == "sc034"][-1] == -0.47
    assert lines.title == "Cash over 2019/20 to 2022/23: SC136 saves most, £1.35m"


# ---- another programme ----


def test_another_programme_is_another_page(altered: Altered) -> None:
    both = altered(*NEXT_YEAR)
    assert queries.programmes(both) == ["2020/21", PROGRAMME]
    assert (
        savings.finding(both, SavingsSelection()) == "1 option comes to a saving of £1.5m a year by 2020/21"
    )
    assert savings.finding(both, SavingsSelection(programme=PROGRAMME)).startswith("45 options come to")
    assert view(both, "waterfall").title == "Discrete-year change: a saving of £1.5m in 2020/21"
    assert view(both, "profile", option="sc035").title.startswith("The budget changes first in 2019/20")
    for card in savings.CARD_NAMES:
        assert view(both, card).title, card


def test_nothing_to_show_is_said_on_every_card(altered: Altered) -> None:
    empty = altered(*NEXT_YEAR)
    for card in savings.CARD_NAMES:
        made = view(empty, card, theme="adult_social_care")
        assert made.title == "There are no savings options for the theme chosen in the programme of 2020/21"
    assert savings.headlines(empty, SavingsSelection(theme="adult_social_care")) == []
    assert savings.finding(empty, SavingsSelection(theme="adult_social_care")).startswith("There are no")


# ---- the page ----


@pytest.fixture(scope="module")
def app(release_home: Path) -> Iterator[Dash]:
    made = create_app(Settings(home=release_home))
    yield made
    made.server.extensions[STORE].close()


@pytest.fixture(scope="module")
def reader(app: Dash) -> Reader:
    return Reader(app)


@pytest.mark.parametrize(("choice", "cards"), CARDS_OF_CHOICE.items())
def test_a_choice_changes_its_cards_to_what_the_address_would_show(
    reader: Reader, choice: str, cards: tuple[str, ...]
) -> None:
    callback = next(item for item in reader.callbacks if item["inputs"][0]["id"] == str(CHOICES[choice]))
    first = f"savings-{cards[0]}-card"
    followers = [item for item in reader.callbacks if item["inputs"][0]["id"] == first]
    usual = {str(control): choices(SavingsSelection, name)[0] for name, control in CHOICES.items()}
    kept = "?theme=adult_social_care"
    for value in choices(SavingsSelection, choice):
        asked = {**usual, str(CHOICES[choice]): value, "data-pb-scope": kept}
        parts = changed(reader.choose(callback, asked))
        address = parts[f"savings-{cards[0]}-card.data-pb-query"]
        outputs = outputs_of(callback)
        for follower in followers:
            parts |= changed(reader.choose(follower, {SHOWN: address}))
            outputs = [*outputs, *outputs_of(follower)]
        assert {f"savings-{card}-card" for card in cards} <= {name for name, _ in outputs}
        assert address == to_query(SavingsSelection(theme="adult_social_care", **{choice: value}))  # type: ignore[arg-type]
        page = reader.content("/savings", address)
        for name, key in outputs:
            if key != "data-pb-query":
                assert parts[f"{name}.{key}"] == node_of(page, name)["props"].get(key), (name, key)


def test_options_are_chosen_for_comparison_once_each(reader: Reader) -> None:
    callback = next(item for item in reader.callbacks if item["inputs"][0]["id"] == COMPARED[0])
    values = dict(zip(COMPARED, ("sc034", "sc316", "sc034", "none"), strict=True))
    parts = changed(reader.choose(callback, {**values, COMPARED_BASIS: "annual", COMPARED_PANEL: ""}))
    address = parts["savings-compare-card.data-pb-query"]
    assert address == "?basis=annual&compare=sc034.sc316"
    page = reader.content("/savings", address)
    sides = json.loads(parts["savings-sides-card.data-pb-parts"])
    assert sides["title"]["text"] == text_in(node_of(page, "savings-sides-title"))
    heading = parts[f"{COMPARED_HEADING}.children"]
    assert heading == text_in(node_of(page, COMPARED_HEADING)) == "SC034 and SC316 side by side"


def test_one_option_alone_is_not_called_a_comparison(store: Store) -> None:
    alone = SavingsSelection(compare=("sc034",))
    assert savings.compared(savings.scope(store, alone)) == "SC034, and nothing beside it yet"
    assert view(store, "compare", compare=("sc034",)).title.endswith("SC034 saves £0.185m")


@pytest.mark.parametrize("card", ["differs", "contradictions", "conflicts", "fields", "remarks", "sides"])
def test_a_card_of_words_names_its_document_and_lines(store: Store, card: str) -> None:
    cited = view(store, card, option="sc035", compare=("sc035",)).cited
    assert cited
    assert all(fact.source_id == "lcc-savings-2018" and fact.source_line for fact in cited)


def test_a_record_leads_to_its_neighbours_and_back(reader: Reader) -> None:
    links = {
        text_in(node): node["props"]["href"]
        for node in nodes(reader.content("/savings", "?option=sc034"))
        if node["type"] == "A"
    }
    assert links["All options"] == "/savings"
    assert links["Before: SC029"] == "/savings?option=sc029"
    assert links["Next: SC035"] == "/savings?option=sc035"
    assert links["Compare with others"] == "/savings?compare=sc034"
    first = text_in(reader.content("/savings", "?option=sc002"))
    last = text_in(reader.content("/savings", "?option=sc811"))
    assert "Before:" not in first
    assert "Next:" not in last


def test_an_option_of_another_programme_is_not_shown_for_this_one(
    altered: Altered, release_home: Path
) -> None:
    made = create_app(Settings(home=altered(*NEXT_YEAR).home))
    words = text_in(Reader(made).content("/savings", "?option=sc035&programme=2020/21"))
    made.server.extensions[STORE].close()
    assert "The programme of 2020/21 has no option sc035" in words
    assert "No such option here" in words


def test_the_grid_is_asked_for_only_where_it_stands(reader: Reader) -> None:
    index = reader.client.get("/savings").text
    (library,) = re.findall(r'<meta name="pb-grid" content="([^"]+)">', index)
    assert f'src="{library}"' not in index
    packed = reader.client.get(library, headers={"Accept-Encoding": "br"})
    assert packed.headers["Content-Encoding"] == "br"
    assert "immutable" in packed.headers["Cache-Control"]
    grids = [node for node in nodes(reader.content("/savings")) if "data-pb-grid" in node["props"]]
    (grid,) = grids
    rows = reader.client.get(grid["props"]["data-pb-grid"]).get_json()["figures"]
    assert len(rows) == 45
    columns = orjson.loads(grid["props"]["data-pb-grid-columns"])
    assert {column["field"] for column in columns} <= rows[0].keys()
    for path in ("/deficit", "/sources"):
        assert not [node for node in nodes(reader.content(path)) if "data-pb-grid" in node["props"]]
