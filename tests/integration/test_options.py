"""The options page on the printed scores: what it says, and that screen, file and command say the same."""

import csv
import io
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from dash import Dash, Output

from dashboard import cli
from dashboard.app import STORE, create_app
from dashboard.callbacks.options import asked, outputs, score
from dashboard.components.card import part
from dashboard.domain.address import to_query
from dashboard.domain.options import ScoringError
from dashboard.errors import PlaceboardError, QueryError
from dashboard.pages.options import layout
from dashboard.pages.options.matrix import matrix_html
from dashboard.pages.options.panel import panel_html
from dashboard.queries.options import Appraisal, appraisal, appraisals
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.views.options import CARDS, MAKERS, SCORED, OptionsSelection
from dashboard.views.options.headlines import finding, headlines, standfirst
from dashboard.views.options.report import score_report
from dashboard.views.options.setting import WHAT_IF, Setting, setting
from tests.shapes import attribute, text_of, walk

MODEL = "psdm-delivery-model"
OFFICE = "psdm-front-office"
TRIED = (("option_2-manage_demand", "green"),)


@pytest.fixture(scope="module")
def app(release_home: Path) -> Any:
    made = create_app(Settings(home=release_home))
    yield made
    made.server.extensions[STORE].close()


@pytest.fixture(scope="module")
def store(app: Dash) -> Store:
    found: Store = app.server.extensions[STORE]
    return found


@pytest.fixture(scope="module")
def model(store: Store) -> Appraisal:
    return appraisal(store, MODEL)


def as_set(model: Appraisal, **choices: Any) -> Setting:
    return setting(model, OptionsSelection(**choices), "release-1")


def title(model: Appraisal, card: str, **choices: Any) -> str:
    return MAKERS[card](as_set(model, **choices)).title


def weights(**given: int) -> tuple[tuple[str, int], ...]:
    return tuple(given.items())


# ---- what it says ----


def test_equal_weights_tie_two_options_and_the_page_says_what_breaks_the_tie(model: Appraisal) -> None:
    assert finding(as_set(model)).startswith(
        "As printed, options 3 and 4 tie when every criterion counts the same (red 0, amber 1 and green 2)"
    )
    assert (
        title(model, "ranking")
        == "At equal weights options 3 and 4 tie on 58.3 of 100; option 2 follows with 50.0"
    )
    assert title(model, "sensitivity") == (
        "The tie breaks on values: more weight on “Lowers financial risk” favours option 4, more weight "
        "on “Serves outcomes” favours option 3"
    )
    assert "differ on “Lowers financial risk” and “Serves outcomes” alone" in title(model, "scores")


def test_the_headlines_name_the_choice_and_how_often_it_comes_first(model: Appraisal) -> None:
    ahead, chosen, first = headlines(as_set(model))
    assert (ahead.value, chosen.value, first.value) == ("Options 3 and 4", "Option 3", "About 38%")
    assert "line 563" in chosen.cite
    assert not chosen.derived
    assert "neither numbers nor weights" in standfirst(as_set(model))


def test_one_weight_can_part_the_tie_and_the_page_says_how_far_it_goes(model: Appraisal) -> None:
    chosen = weights(contribution_to_outcomes=60)
    assert title(model, "ranking", weights=chosen).startswith(
        "At your weights option 3 leads with 59.7 of 100, 1.6 ahead"
    )
    assert "leads until “Lowers financial risk” rises above 18.8%" in title(
        model, "sensitivity", weights=chosen
    )
    assert title(model, "switch", weights=chosen).startswith("Option 4 would come first with")


def test_when_another_option_would_win_is_a_sentence_with_every_way_as_near(model: Appraisal) -> None:
    view = MAKERS["switch"](as_set(model))
    assert view.title == (
        "Option 2 would come first with “Easy to put in place” or “Cheap to put in place” at 28.6% to "
        "37.5% of the weight"
    )
    words = [row[2].text for row in view.table.rows]
    assert words[0].endswith("at 37.5% or more of the weight (now 16.7%).")
    assert (
        "level with others; alone with less weight on “Lowers financial risk” or more weight on" in words[2]
    )


def test_a_single_weight_leaves_no_doubt(model: Appraisal) -> None:
    only = {criterion.criterion: 0 for criterion in model.criteria} | {"reduction_of_financial_risk": 100}
    found = as_set(model, weights=weights(**only))
    assert MAKERS["ranking"](found).title.startswith("At your weights option 4 leads with 100.0 of 100")
    assert MAKERS["switch"](found).table.rows[3][2].text == "It does now."
    assert len(MAKERS["trade"](found).table.rows) == 5


def test_options_that_no_single_weight_puts_first_are_named(model: Appraisal) -> None:
    tried = tuple((f"option_1-{criterion.criterion}", "red") for criterion in model.criteria)
    found = as_set(model, scores=tried)
    assert MAKERS["switch"](found).table.rows[0][2].text == "No change of a single weight puts it first."
    assert "Option 2 is nowhere worse than option 1" in matrix_html(found)
    assert MAKERS["acceptability"](found).table.rows[-1][-1].text == "none puts it first"


def test_every_option_alike_is_said_in_every_card(model: Appraisal) -> None:
    tried = tuple((f"{o.option}-{c.criterion}", "green") for o in model.options for c in model.criteria)
    found = as_set(model, scores=tried)
    assert MAKERS["ranking"](found).title.endswith("every option scores the same, 100.0 of 100")
    assert MAKERS["switch"](found).title == "Every option comes first already"
    assert MAKERS["sensitivity"](found).title == "No single weight parts options 1, 2, 3 and 4"
    assert "cannot tell these options apart" in MAKERS["method"](found).title
    assert "have most greens, 6 each, and score alike throughout" in MAKERS["scores"](found).title
    assert "No step: all options are alike" in panel_html(found)
    reds = tuple((name, "red") for name, _ in tried)
    assert "no option has a green" in title(model, "scores", scores=reds)
    assert MAKERS["ranking"](as_set(model, scores=reds)).chart is not None


def test_the_method_matters_or_not(model: Appraisal) -> None:
    assert title(model, "method") == (
        "The method matters: added scores put options 3 and 4 first (58.3 of 100), VIKOR option 2"
    )
    assert title(model, "method", scores=TRIED) == (
        "VIKOR, a second method, parts the tie of added scores: it puts option 2 first"
    )
    heavy = weights(contribution_to_outcomes=100, manage_demand=100, ability_to_reduce_costs=100)
    assert title(model, "method", weights=heavy).startswith("The method does not change the answer")


def test_what_leaves_turns_no_order_by_added_scores_but_can_by_swing(model: Appraisal) -> None:
    for card in (
        MAKERS["method"](as_set(model)),
        MAKERS["method"](as_set(model, weights=weights(manage_demand=9))),
    ):
        assert {row[3].text for row in card.table.rows} == {"no order turns"}
    tried = (("option_1-manage_demand", "amber"), ("option_2-manage_demand", "amber"))
    swung = as_set(model, scores=tried, method="swing", weights=weights(manage_demand=100))
    assert all(row[3].text for row in MAKERS["method"](swung).table.rows)


def test_all_weightings_say_who_comes_first_how_often_and_never(model: Appraisal) -> None:
    assert (
        title(model, "acceptability")
        == "Over all weightings options 3 and 4 come first equally often, about 38% each"
    )
    tried = tuple((f"option_3-{criterion.criterion}", "green") for criterion in model.criteria)
    assert "option 3 comes first more often than not, in " in title(model, "acceptability", scores=tried)


def test_criteria_with_the_same_scores_are_said_to_count_twice(model: Appraisal) -> None:
    assert (
        "The same scores stand for “Manages demand” and “Cuts costs”; and for “Easy to put in place” and "
        "“Cheap to put in place”: where they rest on one judgement, it counts twice."
        in matrix_html(as_set(model))
    )
    other = (("option_1-manage_demand", "green"), ("option_1-ease_of_implementation", "red"))
    assert "counts twice" not in matrix_html(as_set(model, scores=other))


# ---- several people ----


def test_people_agree_or_not_and_the_spread_of_each_weight_is_said(model: Appraisal) -> None:
    rows = ((50, 50, 50, 50, 60, 50), (50, 50, 60, 50, 50, 50), (50, 50, 60, 50, 50, 50))
    view = MAKERS["people"](as_set(model, people=rows))
    assert view.title == (
        "Of 3 people, 2 put option 4 first and 1 puts option 3 first; "
        "they differ most on “Lowers financial risk”"
    )
    cells = {row[0].text: [cell.text for cell in row[1:]] for row in view.table.rows}
    assert cells["Rank of 1 Optimise"][-1] == "all rank 4"
    assert cells["Rank of 3 Integrated Public Services"] == ["1", "2", "2", "from rank 1 to 2"]
    assert cells["Weight of Manages demand"] == ["16.1%", "16.1%", "16.1%", "16.1 to 16.1%"]
    assert view.records[0]["rank_option_3"] == 1


def test_one_person_or_none_is_said(model: Appraisal) -> None:
    assert title(model, "people").startswith("Nobody’s weights are compared yet")
    assert title(model, "people", people=((1, 0, 0, 0, 0, 0),)).startswith(
        "One person’s weights put options 3 and 4 first"
    )
    same = ((1, 1, 1, 1, 2, 1),) * 2
    assert title(model, "people", people=same) == (
        "All 2 people put option 3 first; their weights are the same"
    )


# ---- what is not the council's ----


def test_a_score_tried_is_marked_everywhere_and_in_every_file(model: Appraisal) -> None:
    found = as_set(model, scores=TRIED)
    for name in SCORED:
        view = MAKERS[name](found)
        assert WHAT_IF in view.subtitle, name
        assert all(WHAT_IF in str(record["what_if"]) for record in view.records), name
    assert WHAT_IF in headlines(found)[0].meaning
    matrix = matrix_html(found)
    assert matrix.count("opt-tried") == 1
    assert "what if; printed Amber" in matrix
    assert "with what-if scores" in MAKERS["ranking"](found).title


def test_a_score_tried_as_printed_is_no_change(model: Appraisal) -> None:
    found = as_set(model, scores=(("option_2-manage_demand", "amber"),), scale=(("red", 0),))
    assert not found.tried
    assert (found.selection.scores, found.selection.scale) == ((), ())
    assert found.link == f"/options?appraisal={MODEL}"


def test_a_missing_score_is_not_taken_for_the_lowest(model: Appraisal) -> None:
    gap = replace(
        model, scores=(replace(model.scores[0], level="", printed="not legible"), *model.scores[1:])
    )
    name = f"{gap.scores[0].option}-{gap.scores[0].criterion}"
    with pytest.raises(ScoringError, match="has no score on “Manages demand”"):
        MAKERS["ranking"](as_set(gap))
    assert "Not printed" in matrix_html(as_set(gap))
    assert MAKERS["ranking"](as_set(gap, scores=((name, "red"),))).records
    assert MAKERS["scores"](as_set(gap)).records[0]["level"] == ""


def test_an_unscored_appraisal_says_why_and_scores_nothing(store: Store) -> None:
    office = setting(appraisal(store, OFFICE), OptionsSelection(), "release-1")
    view = MAKERS["arguments"](office)
    assert view.title == "4 options are argued for and against; option 2 is recommended"
    assert "it prints no criteria, no scores and no weights" in view.method
    assert {record["side"] for record in view.records} == {"feature", "pro", "con"}
    with pytest.raises(ScoringError, match="prints no scores"):
        CARDS["ranking"](store, OptionsSelection(appraisal=OFFICE))


# ---- the page ----


def html_of(tree: Any) -> str:
    """Return the text of a page with what the browser fills in."""
    filled = ("data-pb-html", "data-pb-parts")
    return text_of(tree) + "".join(str(attribute(item, name) or "") for item in walk(tree) for name in filled)


def test_the_page_shows_the_pros_and_cons_of_an_unscored_appraisal(app: Dash, store: Store) -> None:
    with app.server.app_context():
        words = html_of(layout(store, OptionsSelection(appraisal=OFFICE)))
    assert "Front office for public services: 4 options are argued, and none is scored" in words
    assert "Recommended" in words
    assert "The reading is ours." in words
    assert "/sources?source=psdm-2017&amp;line=2606" in words
    assert "options-form" not in words


def test_a_page_that_cannot_be_scored_says_so_and_keeps_its_controls(app: Dash, store: Store) -> None:
    nothing = weights(**{criterion.criterion: 0 for criterion in appraisal(store, MODEL).criteria})
    with app.server.app_context():
        words = html_of(layout(store, OptionsSelection(weights=nothing)))
    assert "The options cannot be scored as set" in words
    assert "Every weight is zero" in words
    assert "options-form" in words


def test_what_belongs_to_another_appraisal_is_said(app: Dash, store: Store, model: Appraisal) -> None:
    strange = OptionsSelection(appraisal=OFFICE, weights=weights(manage_demand=9), people=((1, 2),))
    with app.server.app_context():
        words = html_of(layout(store, strange))
    assert "The address sets “manage_demand”, which this appraisal does not have." in words
    assert "The address has a person with 2 weights; this appraisal has 0 criteria." in words
    cells = as_set(
        replace(model, scores=model.scores[:1]), scores=(("option_9-cost", "green"),), scale=(("blue", 3),)
    )
    assert len(cells.ignored) == 2


def test_one_answer_changes_every_card_to_what_the_address_would_show(app: Dash, store: Store) -> None:
    query = to_query(
        OptionsSelection(
            method="swing",
            weights=weights(contribution_to_outcomes=70),
            scale=(("amber", 2),),
            scores=TRIED,
            people=((50, 50, 50, 50, 50, 40), (1, 2, 3, 4, 5, 6)),
        )
    )
    with app.server.app_context():
        answer = score(store, query)
        found = asked(store, query)
        page = layout(store, found.selection)
    wanted = outputs()
    assert len(answer) == len(wanted)
    parts = {str(item.id): item for item in walk(page) if getattr(item, "id", None)}
    for output, value in zip(wanted, answer, strict=True):
        component, name = output.component_id, output.component_property
        if name in ("data-pb-answer", "data-pb-query"):
            continue
        assert value == attribute(parts[str(component)], name), (component, name)
    assert answer[1] == query
    address = wanted.index(Output(part("options.ranking", "card"), "data-pb-query"))
    assert answer[address] == f"?appraisal={MODEL}&{query.removeprefix('?')}"


def test_a_question_that_cannot_be_read_is_refused_in_words(app: Dash, store: Store) -> None:
    with app.server.app_context():
        with pytest.raises(PlaceboardError, match="its numbers can be whole, from 0 to 100"):
            score(store, "?weights=manage_demand-900")
        with pytest.raises(PlaceboardError, match="which this appraisal does not have"):
            score(store, f"?appraisal={OFFICE}&weights=manage_demand-9")
        with pytest.raises(ScoringError, match="Every weight is zero"):
            score(store, "?weights=" + ".".join(f"{c.criterion}-0" for c in appraisal(store, MODEL).criteria))


# ---- screen, file and command ----

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(release_home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("PLACEBOARD_HOME", str(release_home))

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["placeboard", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capfd.readouterr()
        return int(ended.value.code or 0), out, err

    return command


def test_screen_file_and_command_give_the_same_numbers(app: Dash, store: Store, run: Run) -> None:
    status, out, _ = run(
        "options",
        "score",
        MODEL,
        "--weights",
        "manage_demand=80,implementation_costs=5",
        "--scale",
        "red=0,amber=1,green=4",
        "--scores",
        "option_2.manage_demand=green",
        "--json",
    )
    assert status == 0
    report = json.loads(out)
    client = app.server.test_client()
    link = report["inputs"]["link"].removeprefix("/options")
    exported = list(csv.DictReader(io.StringIO(client.get(f"/view/options.ranking.csv{link}").text)))
    with app.server.app_context():
        screen = score(store, link)[0]
    assert [row["option"] for row in exported] == [row["option"] for row in report["options"]]
    for row, option in zip(exported, report["options"], strict=True):
        assert float(row["score"]) == option["score"]
        assert int(row["rank"]) == option["rank"]
        assert {
            name: row[name] for name in ("weights", "scale", "what_if", "release", "version", "link")
        } == {
            name: str(report["inputs"][name])
            for name in ("weights", "scale", "what_if", "release", "version", "link")
        }
    assert f"{report['options'][0]['score']:.1f} of 100" in str(screen)
    for card, key in (("acceptability", "rank_1_pct"), ("method", "rank_vikor")):
        rows = json.loads(client.get(f"/view/options.{card}.json{link}").text)["figures"]
        assert {row["option"]: row[key] for row in rows} == {
            option["option"]: option[key] for option in report["options"]
        }


def test_draws_and_seed_are_the_readers_to_choose(run: Run) -> None:
    answers = [
        json.loads(run("options", "score", MODEL, "--draws", "500", "--seed", seed, "--json")[1])
        for seed in "112"
    ]
    assert answers[0] == answers[1]
    assert answers[0]["options"] != answers[2]["options"]
    assert answers[0]["inputs"]["draws"] == 500


def test_the_appraisals_are_listed_for_people_and_programs(run: Run, store: Store) -> None:
    _, out, _ = run("options", "list", "--json")
    rows = json.loads(out)
    assert [row["appraisal"] for row in rows] == [head.appraisal for head in appraisals(store)]
    assert rows[0] | {"line": 0} == {
        "appraisal": MODEL,
        "title": "Delivery models for public services",
        "options": 4,
        "criteria": 6,
        "scored": True,
        "source_id": "psdm-2017",
        "line": 0,
    }
    assert OFFICE in run("options", "list")[1]


def test_the_command_says_the_ranking_in_words(run: Run) -> None:
    status, out, err = run("options", "score", MODEL, "--scores", "option_2.manage_demand=green")
    assert status == 0
    assert "At equal weights and with what-if scores options 2, 3 and 4 tie" in out
    assert f"1 of the scores are {WHAT_IF}" in err
    assert "scores=option_2-manage_demand-green" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nothing"], "There is no appraisal nothing. There are: psdm-delivery-model, plymouth-cco"),
        ([OFFICE], "the document prints no scores, so there is nothing to weigh"),
        ([MODEL, "--weights", "demand=1"], "--weights names demand; there are manage_demand, "),
        ([MODEL, "--weights", "manage_demand=101"], "it can be a whole number from 0 to 100"),
        ([MODEL, "--weights", "manage_demand"], "it can be a whole number from 0 to 100"),
        ([MODEL, "--weights", "manage_demand=1,manage_demand=2"], "--weights gives manage_demand twice"),
        ([MODEL, "--scale", "blue=1"], "--scale names blue; there are red, amber, green"),
        ([MODEL, "--scale", "red=2,amber=2,green=2"], "Every level counts 2"),
        ([MODEL, "--scores", "option_2.manage_demand=blue"], "it can be red, amber, green"),
        ([MODEL, "--method", "guess"], "--method can be points or swing; found guess"),
    ],
)
def test_what_the_command_cannot_do_is_said(run: Run, arguments: list[str], words: str) -> None:
    status, out, err = run("options", "score", *arguments)
    assert (status, out) == (1, "")
    assert words in err


def test_a_report_is_complete(model: Appraisal, store: Store) -> None:
    report = score_report(as_set(model))
    assert {record["option"] for record in report["options"]} == {option.option for option in model.options}
    assert report["beaten_whatever_the_weights"] == []
    with pytest.raises(QueryError, match="There is no appraisal"):
        appraisal(store, "nothing")


def test_what_is_set_stands_on_paper_and_in_a_picture(model: Appraisal) -> None:
    told = MAKERS["ranking"](as_set(model)).subtitle
    assert "As set: equal weights, by importance; red counts 0, amber counts 1, green counts 2." in told
    changed = MAKERS["ranking"](as_set(model, weights=weights(manage_demand=0))).subtitle
    assert "As set: weights A 0%, B 20%, C 20%, D 20%, E 20%, F 20%, by importance" in changed


def test_the_first_tile_says_what_breaks_a_tie_and_the_shares_say_their_error(model: Appraisal) -> None:
    found = as_set(model)
    tie = headlines(found)[0].meaning
    assert "more weight on “Lowers financial risk” favours option 4" in tie
    assert "more weight on “Serves outcomes” favours option 3" in tie
    assert "10,000 draws, standard error at most 0.5." in MAKERS["acceptability"](found).subtitle
    assert "The tie" not in headlines(as_set(model, weights=weights(contribution_to_outcomes=90)))[0].meaning


def test_the_command_says_where_its_draws_are_not_those_of_the_screen(run: Run) -> None:
    assert "The screen draws 10,000 weightings" in run("options", "score", MODEL, "--seed", "9")[2]
    assert "The screen draws" not in run("options", "score", MODEL)[2]


def test_criteria_without_printed_scores_are_scored_as_the_reader_tries(store: Store) -> None:
    found = appraisal(store, "plymouth-game")
    untried = CARDS["scores"](store, OptionsSelection(appraisal="plymouth-game"))
    assert untried.title == "No scores are printed: choose levels to try, marked as yours"
    cells = [
        f"{option.option}-{criterion.criterion}" for option in found.options for criterion in found.criteria
    ]
    tried = OptionsSelection(
        appraisal="plymouth-game", scores=tuple(zip(cells, ("red", "green"), strict=True))
    )
    ranking = CARDS["ranking"](store, tried)
    assert ranking.title.startswith("At equal weights and with what-if scores option 2 leads with 100.0")
    assert not ranking.facts
    assert not ranking.cited


def test_an_appraisal_without_options_is_not_offered(store: Store) -> None:
    assert "suffolk-station-sites" not in {head.appraisal for head in appraisals(store)}
