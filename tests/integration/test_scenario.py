"""The scenario page and its commands on the real figures."""

import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import cli
from dashboard.app import STORE, create_app
from dashboard.callbacks.deficit import show_card
from dashboard.callbacks.scenario import FIRST, OTHERS, show_first, show_rest
from dashboard.domain.address import from_query, to_query
from dashboard.domain.scenario import LeverError
from dashboard.domain.scenario_address import Kept
from dashboard.domain.scenario_analysis import RESULTS
from dashboard.domain.scenario_levers import Lever
from dashboard.domain.scenario_uncertainty import DRAWS
from dashboard.exports.files import records_csv
from dashboard.exports.table import table_html
from dashboard.pages import scenario as page
from dashboard.queries import scenario as queries
from dashboard.queries.names import names
from dashboard.queries.scenario import presets
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.views import UnknownViewError, deficit, view_selection
from dashboard.views import scenario as views
from dashboard.views.scenario import TOGETHER, ScenarioSelection
from dashboard.views.scenario.results import result_facts
from dashboard.views.scenario.split import every_part, lever_parts
from tests.releases import Altered
from tests.shapes import attribute, patient, text_of

PENNY = 1e-8
Run = Callable[..., tuple[int, str, str]]
MOVED = ScenarioSelection(levers=(("council_tax_growth_pct", 2.99), ("stp_share_pct", 50.0)))
STATES = {
    "published": ScenarioSelection(),
    "moved": MOVED,
    "reserves": ScenarioSelection(measure="reserves", levers=MOVED.levers, years="extended"),
    "added up": ScenarioSelection(measure="cumulative", years="extended", shape="triangular", together="50"),
    "kept": ScenarioSelection(
        levers=(("corporations_slip_years", 1.0),),
        kept=(Kept("late", (("corporations_slip_years", 1.0),)), Kept("as it is", ())),
    ),
    "rich": ScenarioSelection(levers=(("additional_target_pct", 30.0), ("opening_reserves_gbp_m", 400.0))),
    "one range": ScenarioSelection(ranges=(("stp_share_pct", 100.0, 100.0, 100.0),)),
    "goal met": ScenarioSelection(goal="in_year>=0@2022/23"),
    "goal out of years": ScenarioSelection(goal="in_year>=0@2024/25"),
    "goal out of reach": ScenarioSelection(goal="cumulative>=500@always"),
}
OTHER_CARDS = [make for name, make in views.CARDS.items() if name != "take"]


@pytest.fixture
def run(release_home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run `placeboard scenario` on the real release."""
    monkeypatch.setenv("PLACEBOARD_HOME", str(release_home))

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["placeboard", "scenario", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capfd.readouterr()
        return int(ended.value.code or 0), out, err

    return command


@pytest.fixture(scope="module")
def served(release_home: Path) -> Iterator[Store]:
    """The store of an application, which remembers what it has shown."""
    app = create_app(Settings(home=release_home))
    with app.server.app_context():
        yield app.server.extensions[STORE]
    app.server.extensions[STORE].close()


@pytest.mark.parametrize("card", views.CARDS)
@pytest.mark.parametrize("state", STATES)
def test_every_card_says_its_finding_in_every_state(store: Store, state: str, card: str) -> None:
    view = views.CARDS[card](store, STATES[state])
    assert view.name == f"scenario.{card}"
    assert view.title
    assert not re.search(r"nan|inf\b|None|−£0|\.\.", f"{view.title} {view.subtitle} {view.method}")
    html = table_html(view.table)
    assert "nan" not in html
    assert {"derived", "scenario"} >= {fact.status for fact in view.facts} - {"printed", "extrapolated"}


@pytest.mark.parametrize("state", STATES)
def test_whatever_is_a_scenario_says_so_and_carries_its_inputs(store: Store, state: str) -> None:
    selection = STATES[state]
    for card, make in views.CARDS.items():
        view = make(store, selection)
        scenarios = [fact for fact in view.facts if fact.status == "scenario"]
        if scenarios:
            assert views.NOT_A_FORECAST in view.subtitle, card
            assert all("not the council’s forecast" in fact.locator for fact in scenarios)
        if selection.levers and view.records:
            exported = repr(view.records)
            assert all(name in exported for name, _ in selection.levers), card


def test_without_a_lever_every_figure_that_is_printed_leads_to_its_line(store: Store) -> None:
    view = views.CARDS["workings"](store, ScenarioSelection())
    assert not [fact for fact in view.facts if fact.status == "scenario"]
    results = [fact for fact in view.facts if fact.series in ("in_year", "reserves")]
    assert all(fact.source_line for fact in results)
    assert all(fact.locator.startswith("Derived from ") for fact in view.facts if not fact.source_line)


def test_scenarios_are_dashed_and_the_published_one_is_solid(store: Store) -> None:
    chart = views.CARDS["paths"](store, STATES["reserves"]).chart
    assert chart is not None
    dashes = {trace["name"]: trace["line"]["dash"] for trace in chart["data"]}
    assert dashes == {
        "Do nothing": "solid",
        "New model": "solid",
        "New model, carried on": "dot",
        "Your scenario": "6px,4px",
    }
    ticks = chart["layout"]["xaxis"]["ticktext"]
    assert ticks[-3:] == ["2022/23*", "2023/24**", "2024/25**"]
    assert "* Extrapolated by the report, ** carried on by us" in str(chart["layout"]["annotations"])


def test_where_the_tables_disagree_both_readings_are_shown(store: Store) -> None:
    reserves = views.CARDS["paths"](store, ScenarioSelection(measure="reserves"))
    assert "takes £1m more in 2018/19 than the yearly gap printed elsewhere" in reserves.method
    (other,) = (row for row in reserves.table.rows if row[0].text == "New model, by the yearly table")
    assert [cell.text for cell in other[1:4]] == ["£50m", "−£33.5m", "−£125.5m"]
    added = views.CARDS["paths"](store, ScenarioSelection(measure="cumulative"))
    assert "line 2252, prints −£133m for 2018/19, where Table 3, line 223, has −£132.5m" in added.method


def test_a_second_table_that_prints_something_else_is_named(store: Store) -> None:
    method = views.CARDS["workings"](store, ScenarioSelection()).method
    assert "Table 3, line 217, prints £747m for 2018/19 as spending after savings; £747.5m is" in method
    assert "line 2252, prints −£133m for 2018/19 as added up; −£132.5m is followed." in method


@given(data=st.data())
@patient
def test_the_parts_of_any_change_add_up_to_the_penny(store: Store, data: st.DataObject) -> None:
    levers = queries.levers(store)
    moved = data.draw(st.lists(st.sampled_from(levers), max_size=15, unique_by=lambda lever: lever.lever))
    settings = tuple((lever.lever, float(data.draw(somewhere(lever)))) for lever in moved)
    work = views.worked(store, ScenarioSelection(levers=settings, years="extended"))
    ends = [result_facts(work, one) for one in (work.scenarios[0], work.current)]
    for result, parts in every_part(work).items():
        change = ends[1][result].amount - ends[0][result].amount
        assert sum(parts.values()) == pytest.approx(change, abs=PENNY / 2), result


def somewhere(lever: Lever) -> st.SearchStrategy[float]:
    """Return values that a lever takes."""
    if lever.whole:
        return st.integers(int(lever.lowest), int(lever.highest)).map(float)
    return st.floats(lever.lowest, lever.highest)


def test_the_parts_in_a_download_add_up_to_the_penny(store: Store) -> None:
    records = views.CARDS["split"](store, MOVED).records
    for result in RESULTS:
        own = {str(item["series"]): float(str(item["value"])) for item in records if item["unit"] == "£m"}
        parts = [own[f"{result}.{name}"] for name, _ in MOVED.levers]
        assert sum(parts) == pytest.approx(own[f"{result}.end"] - own[f"{result}.published"], abs=PENNY / 2)


def test_the_split_says_what_year_would_come_without_each_lever(store: Store) -> None:
    levers = (("additional_target_pct", 2.0), ("stp_share_pct", 50.0))
    rows = {
        row[0].text: row for row in views.CARDS["split"](store, ScenarioSelection(levers=levers)).table.rows
    }
    assert [cell.text for cell in rows["New model, as published"][-2:]] == ["2018/19", "2022/23"]
    assert rows["Your scenario"][-1].text == "not in these years"
    assert rows["Health plan (STP) delivered"][-1].text == "without it: 2022/23"


def test_the_largest_part_goes_the_way_of_the_whole(store: Store) -> None:
    levers = (("council_tax_growth_pct", 2.0), ("additional_target_pct", 30.0), ("stp_share_pct", 0.0))
    view = views.CARDS["split"](store, ScenarioSelection(levers=levers))
    assert re.search(
        r"worse than the new model; the largest part of it comes from “Council tax.*”: .* worse$", view.title
    )


def test_scenarios_side_by_side_go_out_with_every_input(store: Store) -> None:
    records = views.CARDS["side"](store, STATES["kept"]).records
    inputs = [item for item in records if str(item["series"]).startswith("lever.")]
    assert len(inputs) == 3 * len(queries.levers(store))
    late = [item for item in inputs if "late" in str(item["locator"]) and item["period"] == "moved"]
    assert [(item["series"], item["value"]) for item in late] == [("lever.corporations_slip_years", 1)]
    years = [(item["label"], item["period"]) for item in records if str(item["series"]).startswith("year.")]
    assert years[1:3] == [("Reserves run out", "2018/19"), ("Breaks even", "2022/23")]


def test_the_chance_that_reserves_last_stands_under_each_year(store: Store) -> None:
    rich = ScenarioSelection(levers=(("opening_reserves_gbp_m", 345.0),))
    chart = views.CARDS["chances"](store, rich).chart
    assert chart is not None
    words = [text.partition("<br>")[2] for text in chart["layout"]["xaxis"]["ticktext"]]
    assert words[:2] == ["100%", "100%"]
    assert all(re.fullmatch(r"<1%|>99%|\d+%", text) for text in words)


def test_the_outlook_is_less_sure_the_more_bad_comes_with_bad(store: Store) -> None:
    asked = [ScenarioSelection(together=share) for share in TOGETHER]
    found = [views.CARDS["chances"](store, selection) for selection in asked]
    ends = [{fact.series: fact.amount for fact in view.facts if fact.period == "2022/23"} for view in found]
    widths = [end["fan4"] - end["fan0"] for end in ends]
    assert widths == sorted(widths)
    assert widths[-1] > 1.5 * widths[0]
    assert "each is drawn by itself" in found[0].method
    assert "bad comes with bad and good with good, with a correlation in rank of 0.5" in found[2].method
    worse = re.search(r"more of these is worse: (.*?)\)", found[2].method)
    assert worse
    assert set(worse[1].split("; ")) == {
        "Demand, % of printed rise",
        "Prices, % of printed rise",
        "Wellbeing corporations, years late",
    }


@pytest.mark.parametrize("years", views.YEARS)
def test_a_phone_shows_every_year_with_its_chance(store: Store, years: str) -> None:
    chart = views.CARDS["chances"](store, ScenarioSelection(years=years)).chart
    assert chart is not None
    wide, narrow = chart["layout"]["xaxis"], chart["layout"]["_narrow"]["xaxis"]
    assert narrow["tickvals"] == wide["tickvals"]
    for desk, phone in zip(wide["ticktext"], narrow["ticktext"], strict=True):
        year, _, chance = desk.partition("<br>")
        assert phone.split("<br>")[-2:] == [f"{year[2:4]}/{year[5:]}", chance]
    assert narrow["range"][1] > len(narrow["tickvals"]) - 1 + 0.5  # else the last label would not be drawn
    lower = [text.count("<br>") for text in narrow["ticktext"]]
    assert lower[:4] == [1, 3, 1, 3]
    assert chart["layout"]["_narrow"]["margin"]["b"] > chart["layout"]["margin"]["b"]


def test_money_that_would_be_enough_but_comes_late_says_that_the_parts_are_ours(served: Store) -> None:
    (words,) = views.caveats(served).values()
    assert words == (
        "Only because of the equal parts, which are ours, do reserves still run out in 2019/20 with £41.5m "
        "missing: all £185m, paid as soon as it is needed, would cover the £180.5m that reserves otherwise "
        "fall short."
    )
    form = str(attribute(page.controls(served, ScenarioSelection()).children[1], "data-pb-html"))
    assert f"2296</a>. {words}</p>" in form


def test_money_that_is_not_enough_says_nothing_of_how_it_is_spread(altered: Altered) -> None:
    less = "UPDATE scenario_preset SET value = 100 WHERE lever = 'transitional_later_gbp_m'"
    assert views.caveats(altered(less)) == {}


def test_the_deficit_page_shows_the_readers_own_line_dashed(store: Store) -> None:
    for measure in views.MEASURES:
        view = deficit.CARDS["trajectory"](
            store, deficit.DeficitSelection(measure=measure, levers=MOVED.levers)
        )
        assert view.chart is not None
        dashes = {trace["name"]: trace["line"]["dash"] for trace in view.chart["data"]}
        assert (dashes["Your scenario"], dashes["New model"]) == ("6px,4px", "solid")
        assert views.NOT_A_FORECAST in view.subtitle
        work = views.worked(store, MOVED)
        own = [fact.value for fact in view.facts if fact.series == "yours"]
        assert own == [fact.value for fact in work.path(work.current, measure)]
        assert {item["label"] for item in view.records} >= {
            work.lever[name].label for name, _ in MOVED.levers
        }


def test_a_choice_on_the_deficit_page_keeps_the_readers_line(served: Store) -> None:
    parts = show_card(served, "trajectory", {"measure": "reserves"}, "stp_share_pct~50")
    assert unquote(str(parts[-1])) == "?measure=reserves&levers=stp_share_pct~50"
    assert "Your scenario" in str(parts)
    assert "levers" not in str(show_card(served, "trajectory", {"measure": "reserves"})[-1])


@pytest.mark.parametrize("measure", views.MEASURES)
def test_the_parts_of_every_preset_add_up_to_the_penny(store: Store, measure: str) -> None:
    for preset in presets(store):
        work = views.worked(store, ScenarioSelection(levers=tuple(preset.levers.items())))
        ends = [work.path(one, measure)[-1].amount for one in work.scenarios]
        assert sum(lever_parts(work, measure).values()) == pytest.approx(ends[1] - ends[0], abs=0.005)


def test_one_kept_as_it_stands_is_shown_once_under_its_name(store: Store) -> None:
    work = views.worked(store, STATES["kept"])
    assert [(one.key, one.name) for one in work.scenarios] == [
        ("published", "New model, as published"),
        ("yours", "late"),
        ("kept2", "as it is"),
    ]


def test_the_tiles_say_what_is_published_and_what_is_carried_on(store: Store) -> None:
    for years, standing in (("printed", "as published"), ("extended", "carried on by us")):
        first, *_ = views.results(store, ScenarioSelection(levers=MOVED.levers, years=years))
        assert first.rows[0][2] == standing
    even = next(item for item in views.results(store, MOVED) if item.label == "Breaks even")
    assert [row[1] for row in even.rows] == ["2022/23", "Not yet"]
    assert even.meaning == "Not by 2022/23. In the new model: 2022/23."
    assert "carried on by us" in views.CARDS["paths"](store, ScenarioSelection(years="extended")).title


def test_a_line_of_the_workings_keeps_its_unit_where_it_is_carried_on(store: Store) -> None:
    view = views.CARDS["workings"](store, ScenarioSelection(years="extended"))
    assert {fact.unit for fact in view.facts} == {"£m"}


def test_every_lever_says_what_it_does(store: Store) -> None:
    said = views.effects(store, MOVED)
    assert said["stp_share_pct"] == "Moved: −£23m on in-year surplus or deficit, 2022/23"
    assert said["corporations_slip_years"].startswith("1 year more: −£")
    assert said["opening_reserves_gbp_m"] == "£5m more: nothing on in-year surplus or deficit, 2022/23"


@pytest.mark.parametrize("measure", ["in_year", "reserves"])
@pytest.mark.parametrize("levers", [(), (*MOVED.levers, ("additional_target_pct", 30.0))])
def test_the_step_beside_a_lever_does_what_is_said(store: Store, measure: str, levers: Any) -> None:
    selection = ScenarioSelection(measure=measure, levers=levers)
    work = views.worked(store, selection)
    before = work.path(work.current, measure)[-1].amount
    for name, said in views.effects(store, selection).items():
        if said.startswith("Moved: "):
            continue
        words, _, promised = said.partition(": ")
        step = {name: stepped(work, work.lever[name], words)}
        settings = tuple({**work.current.settings, **step}.items())
        then = views.worked(store, replace(selection, levers=settings))
        change = then.path(then.current, measure)[-1].amount - before
        assert amount(promised.split(" on ")[0]) == pytest.approx(change, abs=0.0501), said


def amount(words: str) -> float:
    """Return a change in words as a number of £m."""
    return 0.0 if words == "nothing" else float(words.replace("−", "-").translate({163: None, 109: None}))


def stepped(work: views.Work, lever: Lever, words: str) -> float:
    """Return where the step in words leads."""
    if words.endswith("what is printed"):
        return float(words.partition("%")[0])
    way = {"more": 1, "less": -1}[words.rpartition(" ")[2]]
    return lever.checked(work.standing(lever.lever, work.current) + way * lever.step)


def test_a_lever_as_printed_promises_what_its_first_step_gives(store: Store) -> None:
    said = views.effects(store, ScenarioSelection(measure="reserves"))["council_tax_growth_pct"]
    assert said.startswith("4.9% every year in place of what is printed: −£1.7m on reserves")
    moved = ScenarioSelection(measure="reserves", levers=(("council_tax_growth_pct", 4.9),))
    assert views.effects(store, moved)["council_tax_growth_pct"].startswith("Moved: −£1.7m on reserves")


def test_a_moved_lever_changes_every_card_and_the_address(served: Store) -> None:
    parts: Any = show_first(served, "?levers=stp_share_pct~50&kept=a~~stp_share_pct~0")
    query = parts["first"][-1]
    assert unquote(query) == "?levers=stp_share_pct~50&kept=a~~stp_share_pct~0"
    assert parts["finding"].startswith("With your levers, ")
    rest: Any = show_rest(served, query)
    assert "your scenario" in rest.pop("tiles")
    assert json.loads(rest.pop("effects"))["stp_share_pct"].startswith("Moved: ")
    assert {FIRST, *rest} == set(views.CARDS) == {FIRST, *OTHERS}
    assert all("stp_share_pct" in repr(own) for own in rest.values())


def test_a_goal_beyond_the_years_shown_is_named_and_the_rest_of_the_page_stands(served: Store) -> None:
    words = text_of(page.layout(served, STATES["goal out of years"]))
    goal = "The goal “no deficit in 2024/25” cannot be looked for: the years shown end with 2022/23."
    assert words.count("cannot be looked for") == 1
    assert goal in words
    assert all(view.title in words for view in (make(served, ScenarioSelection()) for make in OTHER_CARDS))
    further = replace(STATES["goal out of years"], years="extended")
    assert "cannot be looked for" not in text_of(page.layout(served, further))


def test_a_goal_that_a_link_names_stands_in_its_control(served: Store) -> None:
    form = str(attribute(page.controls(served, STATES["goal out of years"]).children[1], "data-pb-html"))
    assert '<option value="2024/25" selected>2024/25 (ours)</option>' in form
    assert '<option value="2022/23">2022/23</option>' in form


def test_a_download_of_what_it_would_take_always_says_something(store: Store) -> None:
    (beyond,) = views.CARDS["take"](store, STATES["goal out of years"]).records
    assert beyond["goal"] == "in_year>=0@2024/25"
    assert "cannot be looked for" in str(beyond["note"])
    met = views.CARDS["take"](store, STATES["goal met"]).records
    assert len(met) == len(queries.levers(store))
    assert all(record["already"] for record in met)
    assert "nan" not in records_csv(met)
    with pytest.raises(
        UnknownViewError, match=r"the years are 2017/18, .*, 2024/25 or always; found 2050/51"
    ):
        view_selection("scenario.take", {"goal": "in_year>=0@2050/51"}, names(store))


def test_a_lever_that_cannot_stand_there_is_refused_with_the_reason(served: Store) -> None:
    with pytest.raises(LeverError, match=r"can be 0 to 100 %; found 900\.$"):
        show_first(served, "?levers=stp_share_pct~900")


def test_a_new_question_is_answered_with_its_draws(served: Store) -> None:
    for value in (61, 62):
        levers = f"levers=council_tax_growth_pct~3.1~stp_share_pct~{value}"
        asked = f"?{levers}&ranges=additional_share_pct~40~70~{value + 10}"
        first: Any = show_first(served, asked)
        assert unquote(first["first"][-1]) == asked
        rest: Any = show_rest(served, first["first"][-1])
        assert f"{DRAWS:,} draws of 1 lever from your ranges" in str(rest["chances"])
        assert f"Health plan (STP) delivered: {value}%" in str(rest["chances"])
    assert DRAWS == 10_000


def test_the_address_of_every_state_shows_it_again(store: Store) -> None:
    for selection in STATES.values():
        assert from_query(ScenarioSelection, parse_qs(to_query(selection)[1:]), names(store)) == (
            selection,
            [],
        )


# ---- the command line ----


def test_run_gives_the_published_scenario_and_where_it_is_printed(run: Run) -> None:
    status, out, _ = run("run", "--json")
    found = json.loads(out)
    assert status == 0
    assert [year["in_year_gbp_m"] for year in found["years"]] == [-49, -83.5, -92, -41, -13, 20]
    assert [year["cumulative_gbp_m"] for year in found["years"]] == [
        -49,
        -132.5,
        -224.5,
        -265.5,
        -278.5,
        -258.5,
    ]
    assert [year["reserves_gbp_m"] for year in found["years"]] == [50, -34.5, -126.5, -167.5, -180.5, -160.5]
    printed = found["years"][1]["printed"]
    assert {measure: item["printed"] for measure, item in printed.items()} == {
        "in_year": "(83.5)",
        "cumulative": "(133)",
        "reserves": "(34.5)",
    }
    assert found["moved"] == {}


def test_run_gives_the_numbers_of_the_page(run: Run, store: Store) -> None:
    _, out, _ = run(
        "run", "--set", "council_tax_growth_pct=2.99", "--set", "stp_share_pct=50", "--name", "x", "--json"
    )
    found = json.loads(out)
    work = views.worked(store, MOVED)
    assert found["scenario"] == "x"
    assert found["note"] == views.NOT_A_FORECAST
    for measure in views.MEASURES:
        yearly = [fact.amount for fact in work.path(work.current, measure)]
        assert [year[f"{measure}_gbp_m"] for year in found["years"]] == pytest.approx(yearly, abs=0.001)
    parts = found["change_by_lever_gbp_m"]["reserves"]
    assert sum(parts.values()) == pytest.approx(
        found["summary"]["last_reserves_gbp_m"] + 160.5, abs=PENNY / 2
    )
    assert found["change_gbp_m"]["reserves"] == pytest.approx(sum(parts.values()))
    assert found["without_each_lever"]["stp_share_pct"]["runs_out"] == "2018/19"
    assert found["levers"]["business_rates_growth_pct"] is None
    assert "NaN" not in out


def test_run_can_do_nothing_and_go_further(run: Run) -> None:
    found = json.loads(run("run", "--path", "do_nothing", "--extended", "--json")[1])
    assert [year["in_year_gbp_m"] for year in found["years"]][:4] == [-48, -84, -118, -148]
    assert [year["carried_on_by_us"] for year in found["years"]] == [False] * 4 + [True] * 4
    assert found["years"][3]["printed"]["reserves"]["printed"] == "(300)"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["run"], "-258.5"),
        (
            ["run", "--preset", "stp_not_delivered"],
            "Change of in_year: stp_share_pct -46.0\n",
        ),
        (
            ["run", "--set", "council_tax_growth_pct=2.99"],
            "last_in_year_gbp_m -25.6, cumulative_gbp_m -397.3,",
        ),
        (["solve", "--target", "in_year>=0@2020/21"], "3 of 24 levers would be enough"),
        (["solve", "--target", "in_year>=0@2022/23"], "The target is met"),
        (["spread"], "have lasted, %"),
        (["levers"], "corporations_a_year_late"),
    ],
)
def test_people_get_tables(run: Run, arguments: list[str], words: str) -> None:
    status, out, err = run(*arguments)
    assert (status, err) == (0, "")
    assert words in out


def test_solve_and_spread_give_json(run: Run) -> None:
    solved = json.loads(run("solve", "--target", "reserves>=0@always", "--json")[1])
    enough = {item["lever"]: item["value"] for item in solved["levers"] if item["value"] is not None}
    assert enough == {"opening_reserves_gbp_m": 345, "transitional_first_gbp_m": 185}
    spread = json.loads(run("spread", "--range", "stp_share_pct=0,80,100", "--together", "50", "--json")[1])
    assert spread["ranges"]["stp_share_pct"]["mode"] == 80
    assert spread["reserves_have_lasted"]["2018/19"] == 0
    assert len(json.loads(run("levers", "--json")[1])["levers"]) == 24


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["run", "--set", "stp_share_pct=900"], "can be 0 to 100 %; found 900."),
        (["run", "--set", "stp_share_pct=half"], "takes a number; found half."),
        (["run", "--set", "stp_share_pct"], "--set takes LEVER=VALUE"),
        (["run", "--set", "colour=1"], "there is no lever colour"),
        (["run", "--set", "corporations_slip_years=0.5"], "counted in whole years; found 0.5."),
        (["run", "--preset", "luck"], "there is no preset luck"),
        (["run", "--set", "stp_share_pct=50", "--set", "stp_share_pct=60"], "each lever can be set once."),
        (
            ["run", "--path", "do_nothing", "--set", "transitional_first_gbp_m=35"],
            "it has no part for transitional_first_gbp_m.",
        ),
        (["run", "--path", "do_nothing", "--preset", "corporations_a_year_late"], "corporations_slip_years."),
        (["run", "--path", "luck"], "--path can be new_model or do_nothing"),
        (["solve", "--target", "luck"], "The target cannot be looked for: a goal is a measure"),
        (["solve", "--target", "in_year>=0@2031/32"], "the years are 2017/18"),
        (["spread", "--range", "stp_share_pct=3,2,1"], "from low over most likely to high"),
        (["spread", "--shape", "round"], "--shape can be pert, triangular; found round."),
        (["spread", "--together", "7"], "--together can be 0, 25"),
    ],
)
def test_nonsense_is_refused_with_the_reason(run: Run, arguments: list[str], reason: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (1, "")
    assert reason in err
