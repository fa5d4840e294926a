"""Every finding for every choice, on the real release and on releases in which figures were changed."""

import re
from dataclasses import fields
from functools import cache
from urllib.parse import parse_qsl, unquote, urlsplit

import orjson
import pytest

from dashboard.domain.address import Selection, choices, from_query, to_query
from dashboard.domain.fact import DERIVED, SCENARIO
from dashboard.domain.headline import Headline
from dashboard.domain.view import Chart, View
from dashboard.queries.facts import facts_on_line
from dashboard.queries.sources import sources as source_list
from dashboard.store import Store
from dashboard.views import PAGES, UnknownViewError, deficit, sources, view_selection
from dashboard.views.deficit import DeficitSelection
from dashboard.views.sources import PAGE_SIZE, SourcesSelection
from tests.releases import Altered
from tests.stylesheet import theme, tokens_of

SEARCHES = (
    {"q": "398"},
    {"q": "no such words anywhere"},
    {"source": "psdm-2017", "line": "2065"},
    {"source": "psdm-2017", "line": "1"},
    {"source": "mhclg-rs"},
    {"page": "2"},
    {"page": "9999"},
    {"q": "£000 <script>"},
)

UNPRINTED = (DERIVED, SCENARIO)
# What a reader has set goes along in every download.
INPUTS = ("lever.", "range.", "year.")
# Years and levers stand beside its amounts, in columns of numbers.
WORDS_TOO = {"scenario.side"}
# Levers that no move of helps are counted in a sentence.
MORE_RECORDS = {"scenario.take"}
KNOWN = {"source": ("psdm-2017", "mhclg-rs", "lcc-risk-2019q3")}


def selections(kind: type[Selection]) -> list[Selection]:
    """Return the defaults, each other choice of each field, and the searches."""
    asked: list[dict[str, str]] = [{}]
    for item in fields(kind):
        if "choices" in item.metadata:
            asked += [{item.name: word} for word in choices(kind, item.name)[1:]]
    if kind is SourcesSelection:
        asked += SEARCHES
    return [from_query(kind, parameters, KNOWN)[0] for parameters in asked]


EVERY = [
    pytest.param(f"{page}.{card}", selection, id=f"{page}.{card}{unquote(to_query(selection))}")
    for page, (kind, cards) in PAGES.items()
    for card in cards
    for selection in selections(kind)
]


@cache
def make(store: Store, name: str, selection: Selection) -> View:
    page, _, card = name.partition(".")
    return PAGES[page][1][card](store, selection)


def words_of(view: View) -> str:
    cells = [cell.text for row in (view.table.head, *view.table.rows) for cell in row]
    return " | ".join([view.title, view.subtitle, view.method, view.alternative, view.table.caption, *cells])


# What stands in a cell of figures where there is none.
ABSENT = ("not printed", "not given")


@pytest.mark.parametrize(("name", "selection"), EVERY)
def test_every_view_says_what_it_shows(store: Store, name: str, selection: Selection) -> None:
    view = make(store, name, selection)
    assert view.name == name
    assert view.title
    assert view.title[0].isupper() or view.title[0].isdigit()
    assert not view.title.endswith(".")
    assert view.subtitle
    assert view.method.endswith((".", "”."))
    said = f"{view.title} {view.subtitle} {view.method} {view.alternative}"
    assert not re.search(r"not printed|  |[{}]", said)
    assert not re.search(r"\bnan\b|\bNone\b", words_of(view))
    assert all(len(row) == len(view.table.head) for row in view.table.rows)
    assert bool(view.alternative) == (view.chart is not None)


@pytest.mark.parametrize(("name", "selection"), EVERY)
def test_every_figure_says_where_it_stands(store: Store, name: str, selection: Selection) -> None:
    view = make(store, name, selection)
    for fact in view.facts:
        assert fact.locator
        assert (fact.source_line is None) == (fact.status in UNPRINTED)
        assert bool(fact.printed) != (fact.status in UNPRINTED)
        assert fact.value is not None
    own = [record for record in view.records if not str(record.get("series")).startswith(INPUTS)]
    held = {
        (record["series"], record["period"], record["value"], record["printed"], record["source_line"])
        for record in own
        if view.facts
    }
    assert held == {
        (fact.series, fact.period, fact.value, fact.printed, fact.source_line) for fact in view.facts
    }
    # What is worked out from figures that a view cites is tested with its page.
    several = name in MORE_RECORDS or bool(view.cited)
    assert several or len(own) == (len(view.facts) if view.facts else len(view.table.rows))
    if view.facts:
        assert all(record["label"] and "_" not in record["label"] for record in view.records)


@pytest.mark.parametrize(("name", "selection"), EVERY)
def test_the_table_shows_every_figure_once(store: Store, name: str, selection: Selection) -> None:
    view = make(store, name, selection)
    if not view.facts or name in WORDS_TOO:
        return
    shown = [cell for row in view.table.rows for cell in row if cell.number and cell.text not in ABSENT]
    assert len(shown) == len(view.facts)
    linked = sorted(cell.href for cell in shown if cell.href)
    assert linked == sorted(
        f"/sources?source={fact.source_id}&line={fact.source_line}"
        for fact in view.facts
        if fact.status not in UNPRINTED
    )
    marked = sum(cell.note == "extrapolated" for cell in shown)
    assert marked == sum(fact.status == "extrapolated" for fact in view.facts)


def _in_rows(chart: Chart) -> bool:
    """Return whether a chart has a row for each figure, the first at the top."""
    bottom, top = chart["layout"]["yaxis"].get("range", (0, 1))
    return bool(bottom > top)


@pytest.mark.parametrize(("name", "selection"), EVERY)
def test_a_chart_draws_only_figures_of_its_view(store: Store, name: str, selection: Selection) -> None:
    view = make(store, name, selection)
    if view.chart is None or view.cited:
        return
    known = {round(abs(fact.amount), 6) for fact in view.facts}
    for trace in view.chart["data"]:
        across = trace.get("orientation") == "h" or _in_rows(view.chart)
        lengths = trace["x"] if across else trace["y"]
        assert lengths
        assert {round(abs(length), 6) for length in lengths} <= known
        assert len(trace["customdata"]) == len(lengths)
    assert tokens_of(view.chart) <= theme("light").keys()
    text = orjson.dumps(view.chart).decode()
    assert "NaN" not in text
    assert "null" not in text


def test_card_names_are_those_of_the_cards() -> None:
    assert set(deficit.CARD_NAMES) == set(deficit.CARDS)
    assert set(sources.CARD_NAMES) == set(sources.CARDS)


def test_every_choice_makes_another_view(store: Store) -> None:
    for item in fields(DeficitSelection):
        card = {
            "measure": "trajectory",
            "uplift": "uplift",
            "money": "organisations",
            "planned": "benefits",
            "component": "payback",
        }.get(item.name)
        if card:
            words = choices(DeficitSelection, item.name)
            made = [
                deficit.CARDS[card](store, from_query(DeficitSelection, {item.name: word}, {})[0])
                for word in words
            ]
            assert len({view.subtitle + view.title for view in made}) == len(words)
            assert len({repr(view.records) for view in made}) == len(words)


# ---- what is said follows from the figures ----


def set_line(scenario: str, line: str, amount: str, where: str = "true") -> str:
    """Return the statement that sets a line of the charted tables."""
    return (
        f"UPDATE budget_line SET amount_gbp_m = {amount} WHERE scenario = '{scenario}' AND line = '{line}' "
        f"AND locator IN ('Table 3', 'Table 40', 'Table 46', 'Table 49', 'Table 50') AND {where}"
    )


def set_text(figure: str, amount: float) -> str:
    return f"UPDATE narrative_figure SET value = {amount} WHERE figure = '{figure}'"


AMOUNTS = (
    "UPDATE budget_line SET amount_gbp_m = amount_gbp_m * 3",
    "UPDATE uplift SET amount_gbp_m = amount_gbp_m * 3",
    "UPDATE allocation SET value = value * 3",
    "UPDATE delayed_project SET amount_gbp_k = amount_gbp_k * 3",
    "UPDATE benefit_summary SET amount_gbp_m = amount_gbp_m * 3",
    "UPDATE benefit_profile SET amount_gbp_m = amount_gbp_m * 3",
    "UPDATE reserve_outturn SET amount_gbp_k = amount_gbp_k * 3",
    "UPDATE narrative_figure SET value = value * 3",
)


def test_every_amount_in_a_title_and_a_headline_follows_the_store(store: Store, altered: Altered) -> None:
    tripled = altered(*AMOUNTS)
    for card in deficit.CARDS:
        for selection in selections(DeficitSelection):
            titles = [make(asked, f"deficit.{card}", selection).title for asked in (store, tripled)]
            assert ("£" in titles[0]) == (titles[0] != titles[1]), card
            assert len({re.sub(r"£[\d,.]+m?", "£", title) for title in titles}) == 1, card
    for before, after in zip(deficit.headlines(store), deficit.headlines(tripled), strict=True):
        assert before.meaning != after.meaning
    assert deficit.finding(store) == deficit.finding(tripled)


def test_the_finding_as_printed(store: Store) -> None:
    assert deficit.finding(store) == (
        "Reserves run out in 2018/19 on either path; only the new model gets back to balance"
    )


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (
            [set_line("do_nothing", "closing_balance", "5"), set_line("new_model", "closing_balance", "0")],
            "Reserves last on every path; only the new model gets back to balance",
        ),
        (
            [set_line("new_model", "closing_balance", "1", "financial_year = '2018/19'")],
            "Do nothing: reserves run out in 2018/19; New model: reserves run out in 2019/20; "
            "only the new model gets back to balance",
        ),
        (
            [set_line("new_model", "closing_balance", "1")],
            "Do nothing: reserves run out in 2018/19; New model: reserves last; "
            "only the new model gets back to balance",
        ),
        (
            [set_line("new_model", "in_year", "-1", "financial_year = '2022/23'")],
            "Reserves run out in 2018/19 on either path; neither gets back to balance",
        ),
        (
            [set_line("do_nothing", "in_year", "1")],
            "Reserves run out in 2018/19 on either path; both get back to balance",
        ),
        (
            [set_line("do_nothing", "in_year", "1"), set_line("new_model", "in_year", "-1")],
            "Reserves run out in 2018/19 on either path; only the do nothing gets back to balance",
        ),
    ],
)
def test_the_finding_follows_the_figures(altered: Altered, statements: list[str], expected: str) -> None:
    assert deficit.finding(altered(*statements)) == expected


def test_the_yearly_title_says_deficit_or_surplus(store: Store, altered: Altered) -> None:
    selection = DeficitSelection()
    assert deficit.trajectory(store, selection).title == (
        "Doing nothing, each year’s gap grows to £148m; the new model reaches a £20m surplus in 2022/23"
    )
    changed = altered(
        set_line("do_nothing", "in_year", "-150.5", "financial_year = '2020/21'"),
        set_line("new_model", "in_year", "-3", "financial_year = '2022/23'"),
    )
    assert deficit.trajectory(changed, selection).title == (
        "Doing nothing, each year’s gap grows to £150.5m; the new model reaches a £3m deficit in 2022/23"
    )


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (-30, "Doing nothing, each year’s gap narrows to £30m"),
        (-48, "Doing nothing, each year’s gap stays at £48m"),
        (5, "Doing nothing, the council reaches a £5m surplus in 2020/21"),
    ],
)
def test_the_yearly_title_says_which_way_the_gap_goes(altered: Altered, amount: int, words: str) -> None:
    changed = altered(
        f"UPDATE budget_line SET amount_gbp_m = {amount} WHERE locator = 'Table 40' AND line = 'in_year' "
        "AND financial_year = '2020/21'"
    )
    assert deficit.trajectory(changed, DeficitSelection()).title.startswith(words)
    tile = deficit.headlines(changed)[0]
    assert tile.label.startswith("Yearly deficit" if amount < 0 else "Yearly surplus or deficit")
    assert ("worse" in tile.meaning) == (amount > -41)


def test_what_adds_up_to_a_surplus_is_not_called_deep(altered: Altered) -> None:
    changed = altered(
        "UPDATE budget_line SET amount_gbp_m = abs(amount_gbp_m) WHERE line IN ('in_year', 'cumulative')"
    )
    title = deficit.trajectory(changed, DeficitSelection(measure="cumulative")).title
    assert title.startswith("Doing nothing adds up to a £398m surplus by 2020/21; ")
    assert title.endswith("the new model is never below zero")
    assert "more than doing nothing" in deficit.headlines(changed)[1].meaning


def test_income_that_falls_is_not_said_to_rise(store: Store, altered: Altered) -> None:
    assert deficit.income(store, DeficitSelection()).title == (
        "Income rises £51m by 2020/21, cost rises £151m: council tax adds £68m, the support grant loses £54m"
    )
    turned = (
        "UPDATE budget_line SET amount_gbp_m = {} WHERE locator = 'Table 40' AND financial_year = '2020/21'"
    )
    fallen = deficit.income(altered(turned.format(1)), DeficitSelection()).title
    assert re.match(r"Income falls £[\d.]+m by 2020/21, cost falls £[\d.]+m: the ", fallen)
    flat = altered("UPDATE budget_line SET amount_gbp_m = 7 WHERE locator = 'Table 40'")
    assert deficit.income(flat, DeficitSelection()).title == (
        "Income stays the same by 2020/21, cost stays the same"
    )


def test_the_years_of_a_method_come_from_the_figures(store: Store) -> None:
    allocated = deficit.organisations(store, DeficitSelection(money="allocated")).method
    assert "the shares of 2016/17 as" in allocated
    assert allocated.endswith("services move at the start of 2018/19 and 2019/20.")
    today = deficit.organisations(store, DeficitSelection(money="today"))
    assert today.method.startswith("Net budget of 2016/17 by")
    assert today.subtitle == "Budget before the model by organisation, 2016/17, £m"


def test_parts_that_add_to_nothing_are_no_improvement(altered: Altered) -> None:
    nothing = altered("UPDATE narrative_figure SET value = 0 WHERE figure LIKE 'deficit_bridge_%'")
    assert deficit.bridge(nothing, DeficitSelection()).title == "The printed parts add up to no improvement"


def test_the_added_up_title_says_whether_the_deepest_point_is_derived(store: Store, altered: Altered) -> None:
    selection = DeficitSelection(measure="cumulative")
    view = deficit.trajectory(store, selection)
    assert view.title.endswith("the new model is deepest at £278.5m in 2021/22 (derived)")
    assert {fact.period: fact.value for fact in view.facts if fact.status == DERIVED} == {
        "2021/22": -278.5,
        "2022/23": -258.5,
    }
    risen = altered(set_line("new_model", "in_year", "5", "financial_year = '2021/22'"))
    assert deficit.trajectory(risen, selection).title.endswith("is deepest at £265.5m in 2020/21")


def test_the_reserves_title_compares_the_forecast_with_what_was_reported(
    store: Store, altered: Altered
) -> None:
    selection = DeficitSelection(measure="reserves")
    assert deficit.trajectory(store, selection).title.startswith(
        "The forecast had reserves gone in 2018/19; at the end of 2017/18 it expected £50m and the council "
    )
    changed = altered(
        set_line("do_nothing", "closing_balance", "7"),
        "UPDATE reserve_outturn SET amount_gbp_k = 1000 WHERE at_date = '2018-03-31'",
    )
    assert deficit.trajectory(changed, selection).title == (
        "The forecast had reserves lasting; at the end of 2017/18 it expected £7m "
        "and the council reported £2m"
    )
    unreported = altered("DELETE FROM reserve_outturn")
    view = deficit.trajectory(unreported, selection)
    assert view.title == "The forecast had reserves gone in 2018/19"
    assert "Reported" not in view.alternative


def test_the_bridge_says_how_much_of_the_change_only_moves(store: Store, altered: Altered) -> None:
    selection = DeficitSelection()
    view = deficit.bridge(store, selection)
    assert view.title.startswith("Nearly half of the improvement is cost that moves")
    assert "£148m less the five printed parts, £107m in all, is £41m; £41m is printed." in view.method
    moved = altered(set_text("deficit_bridge_pressures_transferred", 10))
    assert deficit.bridge(moved, selection).title.startswith("About a fifth of the improvement")
    assert "£66m in all, is £82m; £41m is printed" in deficit.bridge(moved, selection).method


def test_payback_is_the_year_from_which_none_is_below_zero(store: Store, altered: Altered) -> None:
    selection = DeficitSelection()
    view = deficit.payback(store, selection)
    found = re.fullmatch(
        r"Whole system: in credit from (20\d\d/\d\d) on, counting only what the model adds", view.title
    )
    assert found
    own = {fact.period: fact.amount for fact in view.facts if fact.series == "excluded"}
    assert all(value >= 0 for period, value in own.items() if period >= found[1])
    assert max(period for period, value in own.items() if value < 0) < found[1]
    last = max(own)
    sunk = altered(
        "UPDATE benefit_profile SET amount_gbp_m = -1 "
        f"WHERE line = 'cumulative_net' AND financial_year = '{last}'"
    )
    assert deficit.payback(sunk, selection).title.startswith(f"Whole system: not in credit by {last}")
    alone = deficit.payback(store, DeficitSelection(component="front_office"))
    assert alone.title.endswith(", as printed")


def test_benefits_say_when_they_first_exceed_the_cost(store: Store, altered: Altered) -> None:
    selection = DeficitSelection()
    view = deficit.benefits(store, selection)
    assert "The whole system costs " in view.title
    assert re.search(r"Net benefit is first above zero in 20\d\d/\d\d\.", view.method)
    net = "UPDATE benefit_profile SET amount_gbp_m = {} WHERE component = 'all' AND line = 'net_benefit'"
    never, always = (deficit.benefits(altered(net.format(amount)), selection) for amount in (-1, 4))
    assert "Net benefit is above zero in no year." in never.method
    assert "The whole system brings £4m net in" in always.title


def test_headlines_as_printed(store: Store) -> None:
    yearly, added, gone, balance, transitional = deficit.headlines(store)
    assert yearly.label == "Yearly deficit, 2020/21"
    assert [row[1:] for row in yearly.rows] == [("−£148m", "do nothing"), ("−£41m", "new model")]
    assert yearly.meaning == "The new model closes £107m of the year’s gap (derived)."
    assert added.meaning == "£132.5m less than doing nothing (derived)."
    assert gone.value == "2018/19"
    assert "£34m short on the path “do nothing” and £34.5m short on the path “new model”" in gone.meaning
    assert balance.value == "2022/23"
    assert balance.meaning == (
        "New model, with a £20m surplus. The report extrapolates this year. "
        "Do nothing: never in the years printed."
    )
    assert transitional.value == "About £190m"
    assert "the two add to £185m (derived)" in transitional.meaning


def test_every_headline_leads_to_printed_lines(store: Store) -> None:
    for headline in deficit.headlines(store):
        assert headline.cites
        for words, address in headline.cites:
            asked = dict(parse_qsl(urlsplit(address).query))
            assert any(fact.printed for fact in facts_on_line(store, asked["source"], int(asked["line"])))
            assert words.endswith(f", line {asked['line']}")
        assert headline.value or headline.rows
        assert not re.search(r"None|\bnan\b", str(headline))


def by_label(store: Store) -> dict[str, Headline]:
    return {headline.label: headline for headline in deficit.headlines(store)}


def test_headlines_where_reserves_last_or_balance_is_never_reached(altered: Altered) -> None:
    calm = by_label(
        altered(set_line("do_nothing", "closing_balance", "5"), set_line("new_model", "closing_balance", "6"))
    )
    assert calm["Reserves run out"].value == "Not by then"
    assert calm["Reserves run out"].cites
    never = by_label(altered(set_line("new_model", "in_year", "-1")))
    assert never["Breaks even"].value == "Never"
    assert never["Breaks even"].cites
    printed = by_label(
        altered(set_line("do_nothing", "in_year", "2"), set_line("new_model", "in_year", "-1"))
    )
    assert printed["Breaks even"].meaning == (
        "Do nothing, with a £2m surplus. New model: never in the years printed."
    )


def test_further_benefits_keep_their_ranges_and_say_what_is_not_printed(store: Store) -> None:
    view = deficit.further(store, DeficitSelection())
    assert view.title == "Up to £46m a year more is named for wellbeing corporations, and counted nowhere"
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in view.table.rows}
    assert rows["Wellbeing corporations"] == ["£19m", "£46m"]
    assert rows["Services the council keeps"] == ["£8.6m", "not printed"]
    assert [cell.note for row in view.table.rows for cell in row if cell.note] == ["over"]


def test_delays_name_the_largest(store: Store, altered: Altered) -> None:
    selection = DeficitSelection()
    parts = [fact for fact in deficit.delays(store, selection).facts if fact.series != "total"]
    smallest = max(parts, key=lambda fact: fact.amount)
    larger = altered(f"UPDATE delayed_project SET amount_gbp_k = -99000 WHERE project = '{smallest.series}'")
    changed = deficit.delays(larger, selection)
    names = {record["series"]: record["label"] for record in changed.records}
    assert changed.title.endswith(f"the largest is {names[smallest.series]}")
    assert changed.title.startswith(f"Delaying {len(parts)} support projects")


def test_conflicts_are_counted_and_lead_to_their_lines(store: Store, altered: Altered) -> None:
    view = deficit.conflicts(store, DeficitSelection())
    assert f"in {len(view.records)} places" in view.title
    document = deficit.trajectory(store, DeficitSelection()).facts[0].source_id
    assert {record["source_id"] for record in view.records} == {document}
    assert all(row[1].href.startswith("/sources?source=") for row in view.table.rows)
    report = deficit.trajectory(store, DeficitSelection()).facts[0].source_id
    assert {record["source_id"] for record in view.records} == {report}
    without = altered("DELETE FROM correction WHERE check_name LIKE 'deficit%'")
    fewer = deficit.conflicts(without, DeficitSelection())
    assert len(fewer.records) < len(view.records)
    assert f"in {len(fewer.records)} places" in fewer.title


# ---- sources ----


@pytest.mark.parametrize(
    ("asked", "title", "subtitle"),
    [
        ({"q": "no such words"}, "No figures for “no such words”", "Looked in {} sources"),
        (
            {"source": "psdm-2017", "line": "1"},
            "No figure is kept from line 1",
            "Looked in Lancashire Public",
        ),
        ({"source": "psdm-2017", "line": "2065"}, "4 figures printed on line 2,065", "Showing 1 to 4 of 4,"),
        ({"page": "2"}, None, f"Showing {PAGE_SIZE + 1} to {2 * PAGE_SIZE} of "),
        ({"page": "9999"}, None, "Looked in {} sources"),
        ({"line": "7"}, "No figure is kept from line 7", "Looked in {} sources"),
        (
            {"source": "lcc-risk-2019q3", "line": "7"},
            "2 figures printed on line 7",
            "Showing 1 to 2 of 2, in Corporate risk and opportunity register",
        ),
        (
            {"source": "psdm-2017", "q": "zzzz"},
            "No figures for “zzzz”",
            "Looked in Lancashire Public Service Delivery Model, interim draft report, 9 January 2017",
        ),
    ],
)
def test_a_search_says_what_it_found(
    store: Store, asked: dict[str, str], title: str | None, subtitle: str
) -> None:
    view = sources.figures(store, from_query(SourcesSelection, asked, KNOWN)[0])
    assert title is None or view.title == title
    known = store.table("SELECT count(*) FROM source")[1][0][0]
    assert view.subtitle.startswith(subtitle.format(known))
    assert view.subtitle.count("2019/20") <= 1


@pytest.mark.parametrize(
    ("asked", "reason", "ways"),
    [
        ({"q": "zzzz"}, "Every word must occur", ["/sources"]),
        ({"q": "zzzz", "source": "mhclg-rs"}, "Every word", ["/sources?source=mhclg-rs", "/sources"]),
        ({"source": "psdm-2017", "line": "1"}, "The line may hold words only", None),
        ({"line": "7"}, "A line is looked up in one document", ["/sources"]),
        ({"q": "398", "page": "9"}, "These figures fill 1 page; there is no page 9", ["/sources"]),
    ],
)
def test_a_search_without_results_says_why_and_leads_on(
    store: Store, asked: dict[str, str], reason: str, ways: list[str] | None
) -> None:
    table = sources.figures(store, from_query(SourcesSelection, asked, KNOWN)[0]).table
    assert table.rows == ()
    assert table.empty[0].text.startswith(reason)
    assert [cell.href for cell in table.empty[1:]] == (ways or ["/sources?source=psdm-2017", "/sources"])


def test_a_figure_says_what_it_is_about_once(store: Store) -> None:
    rows = sources.figures(store, SourcesSelection(source="lcc-risk-2019q3", line=7)).table.rows
    assert [(row[0].text, row[0].note, row[1].text, row[3].text) for row in rows] == [
        ("Current score", "Balanced budget", "score 20", "quarter 3 of 2019/20"),
        ("Residual score", "Balanced budget", "score 16", "quarter 3 of 2019/20"),
    ]


def test_an_abbreviation_keeps_its_capitals(store: Store) -> None:
    rows = sources.figures(store, SourcesSelection(q="sc375 posts")).table.rows
    assert "SC375; FTE" in {row[0].note for row in rows}


def test_figures_come_in_the_order_of_the_documents(store: Store) -> None:
    facts, _ = sources.found(store, SourcesSelection())
    documents = sources.documents(store, SourcesSelection()).table.rows
    assert documents[0][0].href == f"/sources?source={facts[0].source_id}"


def test_a_correction_names_its_document_and_its_line(store: Store, altered: Altered) -> None:
    view = sources.corrections(store, SourcesSelection())
    titles = {item.source_id: item.title for item in source_list(store)}
    for row, record in zip(view.table.rows, view.records, strict=True):
        assert row[1].note == f"{titles[record['source_id']]}, line {record['source_line']}"
    assert view.title.startswith(f"In {len(view.records)} places the print ")
    assert re.search(r"\d+ conflicts, \d+ differences by rounding", view.subtitle)
    one = altered("DELETE FROM correction WHERE subject <> 'balanced_budget.type'")
    assert sources.corrections(one, SourcesSelection()).title.startswith("In 1 place the print ")
    assert sources.corrections(one, SourcesSelection()).subtitle.endswith("beside it: 1 gap")


def test_where_nothing_is_wrong_no_count_is_given(altered: Altered) -> None:
    clean = altered("DELETE FROM correction")
    view = sources.corrections(clean, SourcesSelection())
    assert view.title == "No place is known where the print is wrong"
    assert view.subtitle == "Kept as printed, with the other reading beside it"
    assert deficit.conflicts(clean, DeficitSelection()).title.startswith("The report does not disagree")


def test_one_figure_is_not_called_figures(store: Store) -> None:
    _, rows = store.table(
        "SELECT source_line FROM fact WHERE source_id = 'psdm-2017' GROUP BY 1 HAVING count(*) = 1"
    )
    line = min(row[0] for row in rows)
    view = sources.figures(store, SourcesSelection(source="psdm-2017", line=line))
    assert view.title == f"1 figure printed on line {line:,}"


def test_a_figure_found_leads_to_its_line_or_its_document(store: Store) -> None:
    (row,) = sources.figures(store, SourcesSelection(source="psdm-2017", line=230)).table.rows[:1]
    assert row[4].href == "/sources?source=psdm-2017&line=230"
    returns = sources.figures(store, SourcesSelection(source="mhclg-rs")).table.rows
    assert {row[4].href for row in returns} == {"/sources?source=mhclg-rs"}


def test_what_has_no_number_says_so(store: Store) -> None:
    rows = sources.figures(store, SourcesSelection(q="green")).table.rows
    assert "no number" in {row[1].text for row in rows}


def test_checks_tell_apart_what_holds_and_what_is_corrected(altered: Altered, store: Store) -> None:
    texts = {row[1].text for row in sources.checks(store, SourcesSelection()).table.rows}
    assert "holds" in texts
    assert any(text.startswith("holds but for ") for text in texts)
    broken = altered(
        "UPDATE check_result SET passed = false "
        "WHERE name = (SELECT min(name) FROM check_result WHERE len(failures) > 0)"
    )
    view = sources.checks(broken, SourcesSelection())
    total = len(view.table.rows)
    assert view.title.startswith(f"{total - 1} of {total} checks hold; ")
    assert any(row[1].text.endswith(" rows fail") for row in view.table.rows)


@pytest.mark.parametrize(
    "name", ["deficit", "deficit.nothing", "nothing.trajectory", "", ".", "sources.figures.x"]
)
def test_an_unknown_view_is_answered_with_those_that_exist(name: str) -> None:
    with pytest.raises(UnknownViewError, match=r"There is no view .*deficit\.trajectory, .*sources\.tables"):
        view_selection(name, {}, KNOWN)


def test_a_view_is_not_made_for_choices_it_does_not_have() -> None:
    assert view_selection("deficit.trajectory", {"measure": ["reserves"]}, KNOWN) == DeficitSelection(
        measure="reserves"
    )
    with pytest.raises(UnknownViewError, match=r"“colour”.* The address asks for measure “bogus”"):
        view_selection("deficit.trajectory", {"measure": "bogus", "colour": "red"}, KNOWN)
