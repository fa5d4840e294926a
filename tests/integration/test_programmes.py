"""The page of programmes on the real release and on releases in which figures were changed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from dash import Dash

from dashboard.app import create_app
from dashboard.callbacks.programmes import BIDS, CARDS_OF_CHOICE, CHOICES
from dashboard.domain import programmes as rules
from dashboard.domain.address import from_query, to_query
from dashboard.domain.programmes import UnlikeError
from dashboard.domain.view import View
from dashboard.pages import programmes as page
from dashboard.pages.programmes import EVERY, Ids
from dashboard.queries import programmes as queries
from dashboard.queries.names import names
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.views import programmes
from dashboard.views.cache import cache
from dashboard.views.programmes import ProgrammesSelection, Scope, scope
from tests.integration.test_wiring import Reader, changed, node_of, nodes, outputs_of, text_in
from tests.releases import Altered

YEARLY = "benefit-annual-expected-partners"
BID = "high_peak_staffordshire_moorlands"


def view(store: Store, card: str, **asked: Any) -> View:
    return programmes.CARDS[card](store, ProgrammesSelection(**asked))


def found(store: Store, **asked: Any) -> Scope:
    return scope(store, ProgrammesSelection(**asked))


def rows_of(made: View) -> dict[str, list[str]]:
    return {row[0].text: [cell.text for cell in row[1:]] for row in made.table.rows}


# ---- who claims most, and whether it holds ----


def test_the_page_says_who_claims_most_and_whether_that_holds(store: Store) -> None:
    assert programmes.finding(found(store)) == (
        "Worcestershire claims most for its money: £47.06 a year per £1 asked for, but its own bid "
        "contradicts it"
    )
    assert programmes.standfirst(found(store)).startswith(
        "By its other reading it is £47.06, over 10 years. Of those that add up, High Peak and Staffordshire "
        "Moorlands claims most, £12.20 a year. 18 bids for an award, and a portfolio"
    )


def test_the_answer_ranks_only_what_is_counted_alike(store: Store) -> None:
    made = view(store, "answer")
    rows = rows_of(made)
    assert len(rows) == 11
    assert "4 rest on parts that add up, 3 on parts that nearly do" in made.title
    assert rows["Benefit every year, to those who bid, expected"] == [
        "Worcestershire",
        "£47.06 a year",
        "Contradicted: printed as £20m over 10 years and as approximately £20 million a year "
        "(lines 3394 and 3430)",
        "High Peak and Staffordshire Moorlands, £12.20 a year",
        "not given",
    ]
    assert rows["Benefit less cost every year, to the whole public sector, expected"] == [
        "Cheshire",
        "£39.29 a year",
        "Parts on another basis: its parts give £18m. Partners and the wider public sector come to £17m in "
        "the summary (3 and 14, line 1048) and £18m here. The parts are rounded and the total is net after "
        "five years, as its footnote says. The total is used as printed.",
        "none",
        "about £17m over 6 years to the whole public sector; about £3m over 6 years to those who bid",
    ]
    assert rows["Benefit over 5 years, to those who bid, expected"][2:] == [
        "Nearly adds up: its parts give £9.1m",
        "the same",
        "not given",
    ]
    assert rows["Benefit over 10 years, to those who bid, expected"][3] == "Suffolk, £31.33"
    suffolk = next(row[4] for row in made.table.rows if row[0].text.startswith("Benefit over 10 years"))
    assert suffolk.note == ("nearly adds up: it rests on approximately £188,000, whose parts give £185,000")
    assert "Bournemouth, Dorset and Poole" in view(store, "answer").method


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (
            {"theme": "children"},
            "Only Kingston and Richmond can be counted like this (theme Children and young people): £7.50 "
            "per £1 asked for, over 3 years (none here counts every year), but prints nothing to check it by",
        ),
        (
            {"theme": "health_and_care"},
            "What is counted like this was achieved before the bids, so it is no return on an award (theme "
            "Health and social care)",
        ),
        (
            {"kind": "benefit-run_rate-achieved-partners"},
            "What is counted like this was achieved before the bids, so it is no return on an award",
        ),
        (
            {"kind": "net-annual-expected-public_sector", "per": "cost"},
            "No bid counted like this says both what it costs in all and what it brings",
        ),
        (
            {"per": "cost", "region": "West Midlands"},
            "Worcestershire claims most for its money (West Midlands): £23.53 a year per £1 of total cost, "
            "but its own bid contradicts it",
        ),
        (
            {"kind": "benefit-total-expected-partners-10_years"},
            "Worcestershire claims most for its money: £47.06 per £1 asked for, over 10 years, but its "
            "own bid contradicts it",
        ),
        (
            {"body": "housing", "region": "London"},
            "There are no bids to show (bodies of the kind housing association and London)",
        ),
        (
            {"kind": "benefit-total-expected-partners-7_years"},
            "Only Cheshire can be counted like this: £36.35 per £1 asked for, over 7 years, and its parts "
            "add up",
        ),
    ],
)
def test_the_finding_follows_the_choices(store: Store, asked: dict[str, str], words: str) -> None:
    assert programmes.finding(found(store, **asked)) == words


def test_the_finding_follows_the_figures(altered: Altered) -> None:
    without = altered("DELETE FROM correction WHERE subject LIKE 'worcestershire%'")
    assert programmes.finding(found(without)).endswith("but prints nothing to check it by")
    equal = altered("UPDATE programme_money SET amount_gbp = 1000 WHERE figure = 'worcestershire_revenue'")
    assert programmes.finding(found(equal)).endswith("£12.20 a year per £1 asked for, and its parts add up")


def test_claims_of_different_kinds_are_refused(store: Store) -> None:
    everything = found(store)
    with pytest.raises(UnlikeError, match="cannot be compared"):
        everything.ranked(list(everything.claims), "grant")


def test_every_kind_that_is_offered_holds_only_its_like(store: Store) -> None:
    everything = found(store)
    assert everything.kind == YEARLY
    for name, claims in everything.kinds.items():
        assert {claim.kind.name for claim in claims} == {name}
        assert everything.ranked(claims, "cost") is not None
    offered = set(names(store)["sum_kind"])
    assert everything.kinds.keys() <= offered


def test_a_bid_of_two_parts_gives_each_its_own_sum(store: Store) -> None:
    claims = {claim.name: claim for claim in found(store).claims}
    parts = [claim for name, claim in claims.items() if name.startswith("Greater Manchester and Cumbria (")]
    assert [claim.ask.value for claim in parts if claim.ask] == [142_000, 150_000]
    asks = view(store, "asks")
    assert rows_of(asks)["Greater Manchester and Cumbria"][0] == "£292,000"
    (both,) = [fact for fact in asks.facts if fact.series == "manchester_cumbria_elections.ask"]
    assert (both.status, both.printed) == ("derived", "")


def test_a_benefit_is_divided_only_by_a_cost_that_fits(store: Store) -> None:
    claims = {claim.figure: claim for claim in found(store).claims}
    whole = claims["cheshire_public_saving"]
    assert (whole.cost, whole.why_no_cost) == (None, "not comparable: a cost to those who bid")
    assert [fact.value for fact in claims["cheshire_benefit_total"].returns("cost")] == [1.75]
    assert claims["east_riding_ccg_savings"].why_no_cost == "not given"
    assert claims["cheshire_public_saving"].returns("cost") == ()


def test_a_total_is_not_divided_by_a_cost_over_other_years(altered: Altered) -> None:
    store = altered("UPDATE programme_span SET years = 6 WHERE period = 'Year 0 to Year 6'")
    assert "benefit-total-expected-partners-6_years" in found(store).kinds
    longer = altered("UPDATE programme_money SET period = '10 years' WHERE figure = 'cheshire_cost_total'")
    claims = {claim.figure: claim for claim in found(longer).claims}
    assert claims["cheshire_benefit_total"].why_no_cost == "not comparable: a cost over 10 years"


def test_bids_are_compared_per_pound_asked_for_or_of_cost(store: Store) -> None:
    asked, cost = view(store, "compare"), view(store, "compare", per="cost")
    assert asked.title == (
        "Per £1 asked for, claims run from £1.00 a year (Cornwall) to £47.06 a year (Worcestershire)"
    )
    assert cost.title.startswith("Per £1 of total cost, claims run from £0.08 a year (Cornwall)")
    assert asked.chart is not None
    derived = Counter(fact.status for fact in asked.facts)
    assert derived == {"printed": 11, "derived": 9}
    rows = rows_of(asked)
    assert rows["Suffolk"][0] == "about £188,000"
    assert rows["Suffolk"][5] == "Nearly adds up: its parts give £185,000"


def test_a_range_is_shown_from_end_to_end(store: Store) -> None:
    made = view(store, "compare", kind="benefit-total-avoided-partners-unstated")
    assert "£10.00 to £16.67" in made.title
    assert "Benefit over a time not given, to those who bid, a cost avoided" in made.subtitle
    assert rows_of(made)["Suffolk"][0] == "about £600,000 to £1m"


def test_what_cannot_be_divided_is_listed_and_not_drawn(store: Store) -> None:
    made = view(store, "compare", kind="benefit-annual-achieved-partners")
    assert made.title == "No bid counted like this gives a return per £1 asked for"
    assert len(made.table.rows) == 2
    assert made.alternative == "No return can be worked out."
    one = view(store, "compare", kind="net-annual-expected-public_sector")
    assert one.title.startswith("Counted like this, Cheshire alone gives a return: £39.29 a year")


def test_what_is_not_given_is_said_plainly(store: Store) -> None:
    made = view(store, "asks")
    rows = rows_of(made)
    assert len(rows) == 18
    assert made.title.endswith("East Riding and Surrey and East Sussex give no sum")
    assert rows["Surrey and East Sussex"][:4] == ["not given"] * 4
    assert rows["High Peak and Staffordshire Moorlands"][:4] == ["£200,000", "£800,000", "not given", "25%"]
    assert rows["Kingston and Richmond"][2] == "£687,500"


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ({"theme": "property"}, "Worcestershire asks for £425,000"),
        (
            {"body": "health_commissioner", "region": "Yorkshire and the Humber"},
            "No bid here says what it asks for",
        ),
    ],
)
def test_the_title_of_the_sums_asked_for_follows_the_choices(
    store: Store, asked: dict[str, str], title: str
) -> None:
    assert view(store, "asks", **asked).title == title


def test_no_bid_left_is_said_in_words(store: Store) -> None:
    for card in ("answer", "compare", "asks"):
        made = view(store, card, theme="property", region="London")
        assert made.title == "There are no bids to show (theme Public property and London)"
        assert bool(made.chart) == (card != "answer")
    assert programmes.headlines(found(store, theme="property", region="London")) == []


@pytest.mark.parametrize("card", [name for name in programmes.OVERVIEW if name not in programmes.FILTERED])
def test_a_card_that_no_filter_touches_stays_as_it_is(store: Store, card: str) -> None:
    narrowed = view(store, card, theme="property", region="London")
    assert (narrowed.title, narrowed.table.rows) == (view(store, card).title, narrowed.table.rows)
    assert narrowed.facts == view(store, card).facts


def test_filters_leave_the_bids_they_name(store: Store) -> None:
    assert set(found(store, region="North West").bids) == {
        "cheshire_community_safety",
        "manchester_cumbria_elections",
    }
    assert set(found(store, theme="children").bids) == {"achieving_for_children"}
    assert all("fire" in bid.body_types for bid in found(store, body="fire").bids.values())


def test_the_tiles(store: Store) -> None:
    asked, sound, gap, contradicted = programmes.headlines(found(store))
    assert (asked.value, asked.meaning[:27]) == ("£6.687m", "By 15 bids; 3 give no sum. ")
    assert sound.value == "£12.20 a year"
    assert sound.cites[0][1] == "#programmes-compare-card"
    assert gap.value == "about £64.5m"
    (none, *_) = programmes.headlines(found(store, theme="health_and_care"))
    assert (none.value, none.meaning[:29]) == ("not given", "By no bid; 2 give no sum. Wha")
    divided = programmes.headlines(found(store, per="cost"))[1]
    assert (divided.label, divided.value) == ("Most per £1 of total cost that adds up", "£3.05 a year")
    before = programmes.headlines(found(store, kind="benefit-run_rate-achieved-partners"))
    assert not [item for item in before if item.label.startswith("Most per £1")]
    assert int(contradicted.value) == len(found(store).held.corrections)


# ---- by year ----


def test_the_partners_of_a_bid_break_even(store: Store) -> None:
    made = view(store, "profile")
    assert made.title == (
        "Cheshire breaks even in Year 4, after £2.56m spent ahead of benefit; by Year 6 it is £6.558m to the "
        "good"
    )
    rows = rows_of(made)
    assert rows["Benefit less cost"][0] == "−£1.027m"
    assert rows["Benefit less cost so far"][-1] == "£6.558m"
    printed = next(fact for fact in made.facts if fact.series == "benefit" and fact.period == "Year 6")
    assert (printed.value, printed.printed, printed.source_line) == (3.92262, "£ 3,922.62", 1213)


@pytest.mark.parametrize(
    ("statement", "title"),
    [
        (
            "UPDATE programme_money SET amount_gbp = 0 WHERE figure LIKE 'cheshire_benefit_year%'",
            "Cheshire does not break even by Year 6: it is £8.711m short",
        ),
        (
            "UPDATE programme_money SET amount_gbp = 0 WHERE figure LIKE 'cheshire_cost_year%'",
            "Cheshire brings more than it costs from Year 0 on, £15.269m by Year 6",
        ),
    ],
)
def test_the_title_of_the_years_follows_the_figures(altered: Altered, statement: str, title: str) -> None:
    assert view(altered(statement), "profile").title == title


def test_steps_are_counted_as_the_printed_total_counts_them(store: Store, altered: Altered) -> None:
    game, centre = view(store, "profile", drawn="game"), view(store, "profile", drawn="cco")
    assert game.title == (
        "Growth, Assets and Municipal Enterprise brings more than it costs from 2014/15 on, £24.877m by "
        "2016/17; "
        "£24.9m is printed"
    )
    assert rows_of(game)["Benefit in the year"] == ["£4.039m", "£8.754m", "£13.884m"]
    assert rows_of(game)["Benefit less cost, total as printed"][-1] == "£24.9m"
    assert rows_of(game)["Difference from the printed total"][-1] == "−£0.023m"
    assert "£23,000 less than the £24.9m printed (line 3647)" in game.method
    assert game.method.endswith("in the year it is made, it would be £12.084m.")
    levels = rows_of(view(store, "portfolio"))
    assert "£13.884m" in levels["Growth, Assets and Municipal Enterprise"]
    assert "£6.182m to the good" in centre.title
    assert "£1,285 less than the £6.183m printed (line 1771)" in centre.method
    assert "Step of benefit made in the year" not in rows_of(centre)
    silent = altered("DELETE FROM programme_counting")
    assert view(silent, "profile", drawn="game").title.endswith("£12.084m by 2016/17")


def test_a_printed_net_amount_leads_to_its_line_and_tells_its_lost_sign(store: Store) -> None:
    made = view(store, "profile")
    net = [fact for fact in made.facts if fact.series == "net"]
    assert {fact.source_line for fact in net} == {1217}
    assert "Printed without its sign: £ 1,027.10 for Year 0 (line 1217), read as −£1.027m." in made.method


def test_another_programme_can_be_drawn(store: Store) -> None:
    assert view(store, "profile", drawn="cst").title.startswith(
        "Customer and Service Transformation breaks even in 2016/17"
    )
    assert programmes.yearly(found(store)).keys() == names(store)["yearly_programme"]


def test_the_whole_system_and_the_partners_are_never_drawn_as_one(store: Store) -> None:
    partners, whole = view(store, "profile"), view(store, "cases")
    assert not {fact.series for fact in partners.facts} & {fact.series for fact in whole.facts}
    assert "to the whole public sector" in whole.subtitle
    assert all(item.beneficiary == "public_sector" for item in queries.returns(store) if item.scenario_kind)
    assert whole.title == (
        "Cheshire: the return claimed falls from 633% to 99% in the worst case, costs and benefits 50% "
        "worse; "
        "it pays back within 3 years in every case"
    )
    assert len(whole.table.rows) == 6


def test_the_need_stands_against_what_the_proposals_give(store: Store, altered: Altered) -> None:
    made = view(store, "need")
    assert made.title == (
        "High Peak and Staffordshire Moorlands: the proposals give £2.44m a year, £2.098m less than must be "
        "found by 2015/16; other programmes are to meet part of it"
    )
    assert rows_of(made)["To be found: High Peak Borough Council"][:3] == ["£1.056m", "£810,000", "£715,000"]
    enough = altered(
        "UPDATE programme_money SET amount_gbp = 9000000 WHERE figure = 'high_peak_saving_total'"
    )
    assert (
        view(enough, "need")
        .title.partition(";")[0]
        .endswith("£9m a year, all of the £4.538m to be found by 2015/16")
    )
    assert "The running programme of shared services covers part of the need (line 1814)." in made.method
    no_other = altered("DELETE FROM programme_statement WHERE kind = 'dependency'")
    assert view(no_other, "need").title.endswith("less than must be found by 2015/16")
    silent = altered("DELETE FROM programme_money WHERE figure = 'high_peak_saving_total'")
    assert view(silent, "need").title.endswith(
        "what its proposals give is printed nowhere; other programmes are to meet part of it"
    )


def test_ranges_are_bands_and_never_added_up(store: Store) -> None:
    made = view(store, "ranges")
    assert made.chart is not None
    low, high = made.chart["data"]
    assert (low["y"], high["y"]) == ([7, 7.5, 9.5], [10, 10, 12])
    assert rows_of(made)["Other operating costs"] == ["£5m", "£5m", "£4m", "£4m", "£4m", "£4m"]
    assert not [fact for fact in made.facts if fact.status == "derived"]
    assert made.title.endswith("; the lines of 2014/15 give £7m to £9m")
    assert next(row for row in made.table.rows if row[0].text == "All priorities")[2].note == (
        "conflict: its lines give £9m"
    )
    assert all(claim.bid.programme != "one_swindon" for claim in found(store).claims)


@pytest.mark.parametrize(
    ("card", "statement", "title"),
    [
        ("profile", "DELETE FROM programme_money", "No benefit and cost by year are printed"),
        ("cases", "DELETE FROM programme_measure", "No sensitivity cases are printed"),
        ("need", "DELETE FROM programme_money", "No saving to be found by year is printed"),
        ("ranges", "DELETE FROM programme_money", "No savings are printed as ranges"),
        ("portfolio", "DELETE FROM programme_profile", "No programme of a portfolio is printed by year"),
        ("benefits", "DELETE FROM programme_statement", "No benefit is claimed without a sum"),
        ("indicators", "DELETE FROM programme_indicator", "No indicator is named"),
        ("conflicts", "DELETE FROM correction", "Nothing here had to be corrected"),
    ],
)
def test_a_card_without_figures_says_so(altered: Altered, card: str, statement: str, title: str) -> None:
    made = view(altered(statement), card)
    assert made.title == title
    assert made.table.rows == ()


# ---- the portfolio ----


def test_the_portfolio_stands_against_its_gap_in_each_layer(store: Store) -> None:
    cases, summaries = view(store, "portfolio"), view(store, "portfolio", layer="summary")
    assert cases.title == (
        "Growth, Assets and Municipal Enterprise brings most, £13.88m a year by 2016/17, about a fifth "
        "of the "
        "gap of about £64.5m; 4 of 14 figures differ between layers"
    )
    assert summaries.title.startswith(
        "Growth, Assets and Municipal Enterprise brings most, £4m a year by 2014/15, about a sixteenth of the"
    )
    cells = {row[0].text: row[1] for row in cases.table.rows}
    centre = cells["Co-operative Centre of Operations"]
    assert (centre.text, centre.note) == ("£0.65m", "conflict: the other layer prints £655,000")
    assert all("programme=" in row[0].href for row in cases.table.rows)
    part = next(row[1] for row in summaries.table.rows if row[0].text.startswith("Customer"))
    assert part.note.startswith(
        "Part of a year: seven months from September 2014; the full-year effect is £548k"
    )
    cost = view(store, "portfolio", aspect="cost")
    assert cost.title.startswith(
        "Co-operative Centre of Operations costs most in one year, £0.99m in 2014/15"
    )
    few = view(store, "portfolio", layer="summary", aspect="cost")
    assert few.chart is not None
    assert few.chart["data"][0]["orientation"] == "h"


def test_steps_become_levels_and_say_that_they_are_derived(store: Store) -> None:
    facts = {(fact.series, fact.period): fact for fact in view(store, "portfolio").facts}
    last = facts["game", "2016/17"]
    assert last.value == pytest.approx(13.884)
    assert (last.status, last.source_line) == ("derived", None)
    assert facts["game", "2014/15"].status == "printed"
    assert facts["cst", "2016/17"].value == 1.5


def test_a_portfolio_without_a_gap_is_shown_without_one(altered: Altered) -> None:
    store = altered("UPDATE programme_money SET headline = false WHERE figure = 'gap'")
    assert "of the gap" not in view(store, "portfolio").title
    assert [item.label for item in programmes.headlines(found(store))][2:] == [
        "Misprints, conflicts and gaps"
    ]


def test_business_cases_are_worked_out_again(store: Store) -> None:
    made = view(store, "health")
    rows = rows_of(made)
    assert (
        made.title
        == "Of 26 paybacks, returns and ranges, 16 follow from the sums beside and 10 cannot be worked "
        "out again"
    )
    centre = rows["Co-operative Centre of Operations: Months until it pays back"]
    assert centre == [
        "20 months and 28",
        "paid back in 2015/16, from 2013/14 on",
        "Cannot be worked out again more finely than by year; printed in two ways",
    ]
    assert rows["Customer and Service Transformation: Time until it pays back"][2].endswith(
        "printed in two ways, 54 months and 48 months"
    )
    assert rows["Integrated commissioning: Return on investment after three years"][1] == "211.76%"
    assert rows["Integrated commissioning: Integrated commissioning"][2] == (
        "Follows from its ends. Confidence as printed: medium."
    )


def test_what_does_not_follow_is_told(altered: Altered) -> None:
    store = altered(
        "UPDATE programme_measure SET value = 500 WHERE figure = 'cco_return'",
        "UPDATE programme_money SET amount_gbp = 1 WHERE figure = 'benefit_falls' AND bound = 'average'",
        "UPDATE programme_money SET amount_gbp = 0 WHERE figure LIKE 'cst_saving%' OR figure = "
        "'cst_run_rate'",
    )
    made = view(store, "health")
    assert ", 2 do not and " in made.title
    rows = rows_of(made)
    assert rows["Co-operative Centre of Operations: Return on investment"][2].startswith(
        "Does not follow, but"
    )
    assert (
        rows["Customer and Service Transformation: Time until it pays back"][1] == "not paid back by 2016/17"
    )


def test_indicators_run_from_baseline_to_target(store: Store) -> None:
    made = view(store, "indicators")
    assert made.title == (
        "22 of 97 indicators have both a baseline and a target; for 3 is a value reached printed"
    )
    rows = rows_of(made)
    assert rows["Readmissions to hospital"][1:] == ["18%", "12%", "not given", "lower is better"]
    assert rows["Excess weight in childhood, year 6"][2] == "−15.3% change"
    assert rows["Repeat incidents of domestic abuse"][2] == "10% fewer"


def test_benefits_without_a_sum_are_counted(store: Store) -> None:
    made = view(store, "benefits")
    assert made.title == "215 benefits are claimed and not put in money; Plymouth names most, 123"
    assert len(made.table.rows) == len(made.records) == 215


def test_conflicts_name_the_programme_on_whose_lines_they_stand(store: Store) -> None:
    made = view(store, "conflicts")
    holders = Counter(row[0].text for row in made.table.rows)
    assert holders["Worcestershire"] >= 1
    assert sum(holders.values()) == len(found(store).held.corrections)
    own = view(store, "conflicts", programme="worcestershire_property")
    assert {row[0].text for row in own.table.rows} == {"Worcestershire"}


def test_the_home_model_stands_beside_those_who_count_the_same_money(store: Store, altered: Altered) -> None:
    made = view(store, "home")
    assert made.title == (
        "Lancashire’s model claims £55m a year less cost for the whole public sector; only Cheshire (over "
        "£16.5m) counts the same money among the bids"
    )
    assert rows_of(made) == {
        "Lancashire": ["£55m", "£15.7m", "£3.5", "3 years"],
        "Cheshire": ["over £16.5m", "not given", "not given", "2 years"],
    }
    assert "Before its cost the model brings £57m a year." in made.method
    alone = altered("UPDATE programme_money SET headline = false WHERE figure = 'cheshire_public_saving'")
    assert view(alone, "home").title.endswith("no bid here counts the same money")
    lone = altered(
        "DELETE FROM programme_measure", "DELETE FROM benefit_summary", "DELETE FROM benefit_profile"
    )
    assert view(lone, "home").title == "Lancashire has no model here to set beside the bids"
    assert rows_of(view(lone, "home"))["Lancashire"] == ["not given"] * 4
    late = altered("UPDATE benefit_profile SET amount_gbp_m = -1 WHERE amount_gbp_m > 0")
    assert rows_of(view(late, "home"))["Lancashire"][3] == "not given"


# ---- one record ----


def test_a_bid_has_a_record_of_its_own(store: Store) -> None:
    own = found(store, programme=BID)
    assert own.record is not None
    assert programmes.headline(own, own.record) == (
        "High Peak and Staffordshire Moorlands asks for £200,000 and claims £2.44m every year, to those "
        "who bid"
    )
    assert programmes.record_cards(own) == (
        "about",
        "need",
        "money",
        "indicators",
        "statements",
        "milestones",
        "conflicts",
    )
    entries = {
        entry.term: [cell.text for cell in entry.lines]
        for entry in view(store, "about", programme=BID).record
    }
    assert entries["Asked for"] == ["£200,000, stated on"]
    assert entries["Found by partners"] == ["not given"]
    assert entries["Claimed"][1:] == [
        "Per £1 asked for: £12.20 a year. Per £1 of total cost: £3.05 a year.",
        "Adds up: 6 parts give the sum (our reading)",
    ]
    assert "Told as its record" in entries


@pytest.mark.parametrize(
    ("programme", "words"),
    [
        (
            "dorset_better_together",
            "prints no sum it asks for and puts no benefit in money that can be compared",
        ),
        ("east_riding_assets", "prints no sum it asks for and puts no benefit in money that can be compared"),
        (
            "manchester_cumbria_elections",
            "and claims £240,000 (Cumbria team) and £400,000 (Greater Manchester team) over 2 years",
        ),
        (
            "worcestershire_property",
            "£20m over 10 years, to those who bid; elsewhere it says about £20m every",
        ),
        ("cheshire_community_safety", "claims over £16.5m every year"),
        ("lincolnshire_ambulance", "asks for £491,000 and puts no benefit in money that can be compared"),
        ("cco", "Co-operative Centre of Operations: A leaner centre"),
    ],
)
def test_the_heading_of_a_record_says_what_is_given(store: Store, programme: str, words: str) -> None:
    own = found(store, programme=programme)
    assert own.record is not None
    assert words in programmes.headline(own, own.record)


def test_a_portfolio_leads_to_its_programmes(store: Store) -> None:
    cards = programmes.record_cards(found(store, programme="plymouth"))
    assert "portfolio" in cards
    assert "profile" not in cards
    (links,) = [
        entry.lines
        for entry in view(store, "about", programme="plymouth").record
        if entry.term == "Its programmes"
    ]
    assert links[0].href == "/programmes?programme=cco"
    assert len(links) == 5
    assert "portfolio" not in programmes.record_cards(found(store, programme="cco"))


def test_the_table_of_a_record_says_on_which_line_a_sum_stands(store: Store) -> None:
    rows = rows_of(view(store, "about", programme=BID))
    assert rows["Asked for"][0].startswith("£200,000, stated on line ")


def test_conflicts_are_counted_by_kind(store: Store, altered: Altered) -> None:
    one = altered("DELETE FROM correction WHERE source_id <> 'tca-2014' OR source_line <> 3370")
    assert view(one, "conflicts").title == "1 conflict stands in what these documents print"
    basis = altered("DELETE FROM correction WHERE source_id <> 'tca-2014' OR kind <> 'basis'")
    assert view(basis, "conflicts").title.endswith(
        " differences of basis stand in what these documents print"
    )
    assert ", 55 of them conflicts" in view(store, "conflicts").title


def test_a_sum_asked_for_is_no_way_of_counting_a_benefit(store: Store) -> None:
    offered = names(store)["sum_kind"]
    assert "ask-one_off-expected-partners" not in offered
    assert YEARLY in offered


def test_a_track_record_is_no_claim(store: Store) -> None:
    record = view(store, "about", programme="east_riding_assets").record
    terms = [entry.term for entry in record]
    assert terms.count("Told as its record") == 2
    assert "Claimed" in terms
    assert not [cell for entry in record for cell in entry.lines if cell.text.startswith("Per £1")]


@pytest.mark.parametrize(
    "programme", ["cheshire_community_safety", "one_swindon", "plymouth", "ihwb", "bath_data"]
)
def test_every_card_of_a_record_can_be_made(store: Store, programme: str) -> None:
    for name in programmes.record_cards(found(store, programme=programme)):
        made = view(store, name, programme=programme)
        assert made.title
        assert made.subtitle
        assert all(fact.source_id for fact in made.quoted)


def test_what_a_programme_does_not_print_is_said(store: Store) -> None:
    assert (
        view(store, "profile", programme="suffolk_stations").title
        == "No benefit and cost by year are printed"
    )
    assert view(store, "milestones", programme="cornwall_hayle").title == "No milestone is dated"
    assert view(store, "about").title == "No programme is asked for"
    assert view(store, "money", programme="plymouth").title.endswith("sums of money are printed")


def test_figures_that_cannot_be_read_are_not_given(store: Store) -> None:
    cells = [row[2] for row in view(store, "money", programme="lincolnshire_ambulance").table.rows]
    assert "not given" in {cell.text for cell in cells}
    assert all(cell.href for cell in cells)


# ---- the page ----


@pytest.fixture(scope="module")
def app(release_home: Path) -> Iterator[Dash]:
    made = create_app(Settings(home=release_home))
    yield made
    made.server.extensions["placeboard-store"].close()


@pytest.fixture(scope="module")
def reader(app: Dash) -> Reader:
    return Reader(app)


def controls(**made: str) -> dict[str, str]:
    """Return what the controls hold, by their ids: nothing chosen, with `made`."""
    usual = dict.fromkeys(CHOICES, EVERY) | {
        "per": "grant",
        "layer": "business_case",
        "aspect": "benefit",
    }
    return {str(CHOICES[name]): value for name, value in {**usual, **made}.items()}


@pytest.mark.parametrize(
    ("made", "address"),
    [
        ({"per": "cost"}, "?per=cost"),
        ({"region": "North West"}, "?region=North+West"),
        ({"theme": "emergency_services", "body": "fire"}, "?theme=emergency_services&body=fire"),
        (
            {"kind": "benefit-total-expected-partners-10_years"},
            "?kind=benefit-total-expected-partners-10_years",
        ),
        ({"drawn": "cst"}, "?drawn=cst"),
        ({"drawn": "cheshire_community_safety"}, ""),
        ({"layer": "summary", "aspect": "cost"}, "?layer=summary&aspect=cost"),
    ],
)
def test_a_choice_shows_what_its_address_would(reader: Reader, made: dict[str, str], address: str) -> None:
    ways = {"bids": BIDS, **CARDS_OF_CHOICE}
    asked = next(iter(made))
    group = next(choices for choices in ways.values() if asked in choices)
    callback = next(item for item in reader.callbacks if item["inputs"][0]["id"] == str(CHOICES[group[0]]))
    parts = changed(reader.choose(callback, controls(**made)))
    (query,) = [value for name, value in parts.items() if name.endswith("data-pb-query")]
    assert query == address
    shown = reader.content("/programmes", address)
    for name, key in outputs_of(callback):
        if key != "data-pb-query":
            assert parts[f"{name}.{key}"] == node_of(shown, name)["props"].get(key), (name, key)


def test_the_page_opens_on_the_finding_and_offers_every_choice(reader: Reader) -> None:
    shown = reader.content("/programmes")
    assert text_in(node_of(shown, Ids.HEADING)).startswith("Worcestershire claims most")
    kinds = node_of(shown, Ids.KIND)["props"]["options"]
    assert {"label": "As most of these bids do", "value": EVERY} in kinds
    assert len(kinds) == len(found(reader.app.server.extensions["placeboard-store"]).kinds) + 1
    regions = [item["value"] for item in node_of(shown, Ids.REGION)["props"]["options"]]
    assert "North West" in regions
    narrowed = reader.content("/programmes", "?region=London")
    assert node_of(narrowed, Ids.KIND)["props"]["options"] == kinds


def test_a_record_leads_to_its_neighbours_and_back(reader: Reader) -> None:
    shown = reader.content("/programmes", f"?programme={BID}&region=West+Midlands")
    links = {text_in(node): node["props"]["href"] for node in nodes(shown) if node["type"] == "A"}
    assert links["All programmes"] == "/programmes?region=West+Midlands"
    assert links["Before: East Riding"] == "/programmes?region=West+Midlands&programme=east_riding_assets"
    assert links["Next: Lincolnshire fire and East Midlands Ambulance"].endswith("lincolnshire_ambulance")
    first = text_in(reader.content("/programmes", "?programme=babergh_mid_suffolk"))
    last = text_in(reader.content("/programmes", "?programme=worcestershire_property"))
    assert "Before:" not in first
    assert "Next:" not in last
    assert "One of 5 programmes" in text_in(reader.content("/programmes", "?programme=cco"))


def test_the_standfirst_says_what_else_the_finding_rests_on(store: Store) -> None:
    nearly = programmes.standfirst(found(store, kind="benefit-total-expected-partners-10_years"))
    assert "Of those that nearly add up, Suffolk claims most, £31.33. " in nearly
    own = programmes.standfirst(found(store, kind="benefit-total-expected-partners-7_years"))
    assert own.startswith("The award itself is said to bring about £3m over 6 years. ")
    assert programmes.standfirst(found(store, region="London")).startswith("1 bid of 18")


def test_an_unknown_programme_is_said_and_the_overview_stands(reader: Reader) -> None:
    words = text_in(reader.content("/programmes", "?programme=nowhere"))
    assert "it can be" in words
    assert "Worcestershire claims most" in words


def test_without_programmes_the_page_says_so(altered: Altered, app: Dash) -> None:
    tables = (
        "programme_body",
        "programme_money",
        "programme_measure",
        "programme_indicator",
        "programme_statement",
        "programme_profile",
        "programme_scenario",
        "programme",
    )
    empty = altered(*(f"DELETE FROM {table}" for table in tables))
    with app.server.app_context():
        cache.clear()
        tree = page.layout(empty, ProgrammesSelection())
        cache.clear()
    assert "No programme of another place is loaded" in str(tree)


def test_choices_survive_their_address(store: Store) -> None:
    made = ProgrammesSelection(kind=YEARLY, per="cost", theme="property", region="London", programme="cco")
    query = to_query(made).removeprefix("?").replace("+", " ")
    parameters = dict(part.split("=") for part in query.split("&"))
    assert from_query(ProgrammesSelection, parameters, names(store)) == (made, [])
    assert replace(made, kind="") != made
    assert rules.SOUND == (rules.ADDS_UP, rules.NEARLY)
