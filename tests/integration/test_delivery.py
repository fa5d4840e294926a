"""The delivery page: what is said of services, bodies and dates, on the real release and on altered ones."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from dashboard.callbacks.card import card_outputs
from dashboard.callbacks.delivery import CARD_OF_CHOICES, CHOICES, selected, show_card
from dashboard.components.body import body_html
from dashboard.domain.fact import DERIVED
from dashboard.domain.view import View
from dashboard.pages.delivery import EVERY
from dashboard.queries import delivery as queries
from dashboard.store import Store
from dashboard.views import delivery
from dashboard.views.delivery import CARD_NAMES, CARDS, DeliverySelection
from tests.conftest import DATA
from tests.releases import Altered

DEFAULT = DeliverySelection()


def view(store: Store, card: str, **choices: Any) -> View:
    return CARDS[card](store, replace(DEFAULT, **choices))


def texts(shown: View, column: int = 0) -> list[str]:
    return [row[column].text for row in shown.table.rows]


def test_card_names_are_those_of_the_cards() -> None:
    assert tuple(CARDS) == CARD_NAMES


# ---- services ----


def test_services_are_counted_by_area_and_home(store: Store) -> None:
    shown = view(store, "flow")
    assert shown.title == (
        "Of 125 services, 37 would leave for new bodies, 25 would move to the combined authority and 63 "
        "would stay with the council"
    )
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in shown.table.rows}
    assert rows["Culture"] == ["0", "1", "2", "0", "3"]
    assert rows["All areas"] == ["37", "25", "40", "23", "125"]
    assert all(fact.status == DERIVED for fact in shown.facts)
    assert (
        "Miscellaneous, public and integrated transport and culture go to more than one home." in shown.method
    )


def test_one_service_leaves_in_the_singular_and_a_whole_area_is_said_to_be_whole(altered: Altered) -> None:
    few = altered("DELETE FROM service_mapping WHERE service NOT IN ('prevention', 'street_lighting')")
    shown = view(few, "flow")
    assert shown.title == ("Of two services, 1 would leave for a new body and 1 would stay with the council")
    assert "Every area goes to one home as a whole." in shown.method
    assert delivery.finding(few).startswith("Half of the council’s services")


@pytest.mark.parametrize(
    ("choices", "title", "numbers"),
    [
        ({"q": "73"}, "Two services for “73”", ["73", "73,74"]),
        ({"q": "116"}, "Two services for “116”", ["115/116", "116"]),
        ({"q": "FOOD trading"}, "One service for “FOOD trading”", ["96c"]),
        ({"service_area": "cultural_services", "home": "combined_authority"}, None, ["73"]),
        ({"q": "zzz"}, "No services for “zzz”", []),
    ],
)
def test_services_are_found_by_words_number_area_and_home(
    store: Store, choices: dict[str, str], title: str | None, numbers: list[str]
) -> None:
    shown = view(store, "services", **choices)
    assert texts(shown, 1) == numbers
    assert shown.title == (title or "One service in culture with the future home combined authority")


def test_the_list_of_services_says_how_many_it_shows(store: Store) -> None:
    some, every = view(store, "services"), view(store, "services", rows="all")
    assert (len(some.table.rows), len(every.table.rows)) == (20, 125)
    assert some.subtitle.startswith("The first 20 of 125")
    assert every.subtitle == "All of them, in the order of the lists"
    assert view(store, "services", q="zzz").subtitle.startswith("Nothing to list.")
    for row, record in zip(every.table.rows, every.records, strict=True):
        assert row[4].href == f"/sources?source=psdm-2017&line={record['source_line']}"


def test_money_is_said_as_printed_and_never_with_the_count(store: Store, altered: Altered) -> None:
    shown = view(store, "money")
    assert shown.title == "Of a budget of £713m, £455.8m would sit with the wellbeing corporations, 64% of it"
    assert {fact.unit for fact in shown.facts} == {"£m", "%"}
    bare = altered("DELETE FROM allocation WHERE measure = 'share_of_budget'")
    assert (
        view(bare, "money").title == "Of a budget of £713m, £455.8m would sit with the wellbeing corporations"
    )


def test_an_area_that_stays_without_a_reason_is_named(store: Store, altered: Altered) -> None:
    shown = view(store, "reasons")
    assert shown.title == (
        "Reasons to stay are printed for five areas of service; "
        "what is listed as “miscellaneous” stays without one"
    )
    assert texts(shown)[-1] == "Miscellaneous"
    assert texts(shown, 1)[-1] == "no reason printed"
    whole = altered("DELETE FROM service_mapping WHERE service_area = 'miscellaneous'")
    assert view(whole, "reasons").title == "Reasons to stay are printed for five areas of service"


# ---- bodies and decisions ----


@pytest.mark.parametrize(
    ("about", "sides"),
    [
        ("membership", {"Sits on it", "Votes"}),
        ("answers_for", {"Answers for", "Answers to"}),
        ("principle", {"How it works"}),
        ("open", {"Not settled"}),
    ],
)
def test_each_side_of_the_bodies_names_all_four(store: Store, about: str, sides: set[str]) -> None:
    shown = view(store, "bodies", about=about)
    assert [entry.term for entry in shown.record] == [
        "Integrated commissioning authority",
        "Wellbeing corporations",
        "Combined authority",
        "County council",
    ]
    assert set(texts(shown, 1)) == sides
    assert len(shown.table.rows) == sum(len(entry.lines) for entry in shown.record)


def test_the_body_without_votes_is_named(store: Store, altered: Altered) -> None:
    assert view(store, "bodies").title == (
        "Membership is told of four bodies, and votes are still to be agreed; of votes in the combined "
        "authority nothing is printed"
    )
    told = altered(
        "UPDATE governing_body_statement SET aspect = 'voting' WHERE body = 'combined_authority' "
        "AND aspect = 'answers_to'"
    )
    assert view(told, "bodies").title == "Membership is told of four bodies, and votes are still to be agreed"


def test_a_vote_says_so_in_the_record_and_a_member_does_not(store: Store) -> None:
    lines = [line.text for line in view(store, "bodies").record[0].lines]
    assert lines[0] == "The county council and the unitary councils"
    assert lines[-1].startswith("Votes: the county council would rather")


def test_decisions_have_their_decider_and_the_other_date(store: Store, altered: Altered) -> None:
    shown = view(store, "decisions")
    assert shown.title == "Five decisions from June 2017 to September 2017, taken by three different bodies"
    assert texts(shown, 2) == [
        "Public Sector Partners",
        "Public Sector Partners",
        "LCC Cabinet",
        "LCC Management Team",
        "LCC Cabinet",
    ]
    assert texts(shown, 4)[:3] == ["By Aug 17 (line 1205)", "By Aug 17 (line 1205)", "no other date"]
    one = altered(
        "DELETE FROM milestone WHERE programme = 'key_decisions' AND milestone <> 'risk_sharing'",
        "UPDATE milestone SET body = NULL WHERE programme = 'key_decisions'",
    )
    alone = view(one, "decisions")
    assert alone.title == "One decision from September 2017, taken by one body"
    assert texts(alone, 2) == ["nothing printed"]


def test_partners_are_ranked_by_what_is_named_for_them(store: Store) -> None:
    assert (
        view(store, "partners").title == "Upper tier councils would see most of the changes: 7 of 24 entries"
    )
    assert view(store, "partners", partners="action").title.startswith(
        "Upper tier councils are asked to do most"
    )


# ---- dates ----


def test_the_timeline_shows_both_dates_where_the_report_gives_two(store: Store) -> None:
    shown = view(store, "timeline")
    assert shown.title == (
        "Milestones run from February 2017 to April 2019; "
        "the last is “Corporations formally established, staff transferred”; "
        "one date is still to be confirmed"
    )
    other = [row for row in shown.table.rows if "differently" in row[1].text]
    assert [(row[0].text, row[2].text) for row in other] == [
        ("Legal form and governance agreed", "July 2017"),
        ("Combined Authority formally set up", "April 2017"),
    ]
    assert shown.timeline is not None
    assert shown.timeline.years == ((2017, 0), (2018, 12), (2019, 24))
    assert len(shown.table.rows) == sum(len(group.marks) for group in shown.timeline.groups)


def test_a_programme_is_shown_alone(store: Store) -> None:
    for plan in queries.plans(store):
        shown = view(store, "timeline", programme=plan.programme)
        assert set(texts(shown, 4)) == {plan.label}
        assert plan.label[1:] in shown.subtitle
        assert plan.vintage[1:] in shown.subtitle


def documents(shown: View) -> list[str]:
    return list(dict.fromkeys(str(record["document"]) for record in shown.records))


def test_the_timeline_opens_on_the_own_plan_and_holds_every_other_on_demand(store: Store) -> None:
    names = dict(store.table("SELECT source_id, title FROM source")[1])
    assert documents(view(store, "timeline")) == [names["psdm-2017"]]
    for source_id in ("tca-2014", "plymouth-2014"):
        shown = view(store, "timeline", programme=source_id)
        assert documents(shown) == [names[source_id]]
        assert names[source_id] in shown.subtitle
        ((count,),) = store.table(
            "SELECT (SELECT count(*) FROM milestone WHERE source_id = $it) + "
            "(SELECT count(*) FROM plan_phase WHERE source_id = $it)",
            {"it": source_id},
        )[1]
        assert len(shown.records) == len(shown.table.rows) == count
    assert documents(view(store, "timeline", programme="every")) == [
        names["psdm-2017"],
        names["tca-2014"],
        names["plymouth-2014"],
    ]


def test_documents_on_one_line_are_told_apart_with_their_date(store: Store) -> None:
    shown = view(store, "timeline", programme="every")
    assert shown.title.startswith("Milestones of three documents run from 1998 to 2020")
    assert "three documents, each as planned in its own time" in shown.subtitle
    assert shown.timeline is not None
    assert all(group.document for group in shown.timeline.groups)
    html = body_html(shown)
    assert "Draft, January 2017." in html
    assert "Bids of July 2013." in html
    assert {row[6].note for row in shown.table.rows} == {record["vintage"] for record in shown.records}
    assert "Bids of July 2013." not in body_html(view(store, "timeline", programme="tca-2014"))


def test_what_has_no_month_stays_with_its_words_and_is_not_placed(store: Store) -> None:
    shown = view(store, "timeline", programme="cheshire_community_safety")
    assert shown.title == "No milestone has a month; one date is printed without a month and not placed"
    assert {row[0].text: row[2].text for row in shown.table.rows}["Project team is recruited"] == (
        "late Summer, not placed in a month"
    )
    assert shown.timeline is not None
    assert shown.timeline.months == 0
    assert "Project team is recruited (milestone), late Summer, not placed in a month" in body_html(shown)
    undated = [
        record
        for record in view(store, "timeline", programme="every").records
        if record["precision"] in ("season", "relative", "tbc")
    ]
    assert len(undated) > 20
    assert all("first_month" not in record for record in undated)


@pytest.mark.parametrize(
    ("programme", "label", "when", "exactness"),
    [
        ("dorset_better_together", "Leader of Poole approves the bid", "5 July 2013", "day"),
        ("suffolk_stations", "Programme of works may begin", "April 2014 to March 2015", "year"),
        ("lincolnshire_ambulance", "Present scheme of first responders begins", "1998", "year"),
        (
            "northamptonshire_fire_police",
            "First quick wins",
            "September 2013 (year not printed)",
            "month; the year read from the text around it",
        ),
        (
            "cco",
            "Outline business case complete",
            "December 2013 (read from a chart)",
            "month in which a mark of a chart stands",
        ),
        ("cst", "Web site joined to the systems that fulfil requests", "April to June 2014", "quarter"),
        (
            "cst",
            "Customer operating model delivered",
            "Autumn 2014, not placed in a month",
            "season, not placed",
        ),
        ("cst", "Project duration", "36 months, no months named", "length only, no months"),
    ],
)
def test_a_date_of_another_document_is_as_exact_as_printed(
    store: Store, programme: str, label: str, when: str, exactness: str
) -> None:
    shown = view(store, "timeline", programme=programme)
    (row,) = [row for row in shown.table.rows if row[0].text == label]
    assert (row[2].text, row[3].text) == (when, exactness)
    (record,) = [record for record in shown.records if record["label"] == label]
    assert (record["when"], record["how_exact"], record["address"]) == (when, exactness, row[5].href)


def test_what_two_lines_print_alike_is_drawn_once_with_both(store: Store) -> None:
    shown = view(store, "timeline", programme="cst")
    approved = "Investment in customer transformation and core ICT approved"
    assert texts(shown).count(approved) == 2
    assert shown.timeline is not None
    (mark,) = [mark for group in shown.timeline.groups for mark in group.marks if mark.label == approved]
    assert [line for _, line in ((mark.href, mark.line), *mark.again)] == [81, 507]
    assert ">line 81</a>, <a" in body_html(shown)


def test_a_row_names_who_decides(store: Store) -> None:
    assert "<small>Decision, decided by LCC Cabinet</small>" in body_html(
        view(store, "timeline", programme="key_decisions")
    )


def test_one_last_milestone_is_named_only_where_it_is_certainly_the_last(store: Store) -> None:
    assert view(store, "timeline", programme="ihwb").title == "Milestones run from January 2013 to 2016"
    assert view(store, "timeline", programme="suffolk_stations").title == (
        "Milestones run from December 2009 to March 2015; the last is “Programme of works may begin”"
    )


def test_a_single_milestone_is_a_finding_of_its_own(store: Store) -> None:
    assert view(store, "timeline", programme="one_swindon").title == (
        "One milestone has a date: “Navigator scheme goes live”, October 2013"
    )


def test_a_place_without_other_documents_offers_none(store: Store, altered: Altered) -> None:
    offered = delivery.plan_choices(store)
    assert next(iter(offered)) == ""
    assert offered["tca-2014"].startswith("Elsewhere: ")
    assert offered["every"] == "Every document"
    alone = altered(
        "DELETE FROM milestone WHERE source_id <> 'psdm-2017'",
        "DELETE FROM plan_phase WHERE source_id <> 'psdm-2017'",
    )
    assert "every" not in delivery.plan_choices(alone)
    assert view(alone, "timeline", programme="every").records == view(alone, "timeline").records


def test_nothing_dated_is_said(altered: Altered) -> None:
    none = altered("DELETE FROM milestone_restated", "DELETE FROM milestone", "DELETE FROM plan_phase")
    shown = view(none, "timeline")
    assert (shown.title, shown.timeline) == ("No milestone has a month", None)
    assert shown.subtitle.startswith("Nothing dated, ")
    assert "No date and no length is printed." in body_html(shown)
    assert delivery.plan_choices(none) == {"": "All programmes"}


def test_the_rows_of_a_timeline_have_one_order(store: Store, altered: Altered) -> None:
    turned = altered(
        "CREATE TABLE kept AS FROM plan_phase ORDER BY phase DESC",
        "DELETE FROM plan_phase",
        "INSERT INTO plan_phase FROM kept",
    )
    assert view(turned, "timeline").records == view(store, "timeline").records


def test_phases_span_the_months_named_not_the_length_in_brackets(store: Store) -> None:
    rows = {(row[0].text, row[4].text): row[2].text for row in view(store, "timeline").table.rows}
    assert rows["Construct", "Front office"] == "October 2017 to July 2018"
    assert rows["Construct and implementation", "Services the council keeps"] == "August to December 2017"


def test_dates_of_every_exactness_are_read(altered: Altered) -> None:
    set_ = (
        "UPDATE milestone SET period = '{}', precision = '{}' WHERE milestone = 'digital_strategy_complete'"
    )
    for period, precision, words in (
        ("2018-04", "quarter", "April to June 2018"),
        ("2018", "year", "2018"),
        ("2018-04", "month", "April 2018"),
    ):
        shown = view(altered(set_.format(period, precision)), "timeline", programme="front_office")
        (row,) = [row for row in shown.table.rows if row[0].text == "Digital strategy complete"]
        assert row[2].text == words


def test_a_plan_without_months_says_so(altered: Altered) -> None:
    bare = altered(
        "DELETE FROM plan_phase",
        "DELETE FROM milestone_restated",
        "UPDATE milestone SET period = NULL, precision = 'tbc'",
    )
    shown = view(bare, "timeline")
    assert shown.timeline is not None
    assert shown.timeline.years == ()
    assert shown.title == "No milestone has a month; 28 dates are still to be confirmed"
    assert delivery.finding(bare).endswith("would go to other bodies")


def test_milestones_of_one_month_are_not_said_to_run(altered: Altered) -> None:
    same = altered("UPDATE milestone SET period = '2018-01', precision = 'month'")
    assert view(same, "timeline").title == "Every dated milestone falls in January 2018"


# ---- support work, and what the model rests on ----


def test_support_work_is_led_by_administration(store: Store, altered: Altered) -> None:
    assert view(store, "activity").title == (
        "Administration leads: 432 FTE of support work, of 1,498 in all (derived), where the text says 2,000"
    )
    assert view(store, "activity", measure="spread_of_activity").title == (
        "HR leads: it came up in 68% of interviews"
    )
    assert view(store, "activity", measure="applications").title == (
        "Administration leads: 48 IT systems behind one process"
    )
    silent = altered("DELETE FROM narrative_figure WHERE figure = 'professional_support_fte'")
    assert view(silent, "activity").title.endswith("of 1,498 in all (derived)")


@pytest.mark.parametrize(
    ("card", "title", "rows"),
    [
        ("maturity", "Where the council stood on its own maturity scale was lost with the diagram", 5),
        (
            "front_office",
            "The future front office has five features, from self-service to customer insight",
            5,
        ),
        ("principles", "31 principles stand behind the model", 31),
        ("assumptions", "Costs, benefits and dates rest on 47 assumptions", 47),
        ("inputs", "The report names 23 sources of data for six parts of its model", 23),
        (
            "steps",
            "A wellbeing corporation would start in three steps, "
            "from readiness and outcomes framework to implementation planning",
            60,
        ),
        (
            "outcomes",
            "Seven organisations state 35 aims, each in words of its own; "
            "the corporations are to support 20 outcomes more",
            55,
        ),
        (
            "dependencies",
            "The dates depend on 11 conditions, most of them for commissioning and wellbeing corporations",
            11,
        ),
    ],
)
def test_what_the_model_rests_on_is_all_there(store: Store, card: str, title: str, rows: int) -> None:
    shown = view(store, card)
    assert shown.title == title
    assert len(shown.table.rows) == rows
    assert {fact.source_id for fact in shown.cited} == {"psdm-2017"}


def test_a_start_without_a_plan_is_said(altered: Altered) -> None:
    bare = altered("DELETE FROM plan_phase")
    assert view(bare, "steps").title == "The steps behind the model, and no plan for a start"


def test_conflicts_are_those_of_this_document_and_page(store: Store, altered: Altered) -> None:
    shown = view(store, "conflicts")
    checks = {record["check_name"] for record in shown.records}
    assert {"milestone_printed_again_agrees", "delivery_area_that_stays_has_a_reason"} <= checks
    assert {record["source_id"] for record in shown.records} == {"psdm-2017"}
    more = altered(
        "INSERT INTO correction SELECT 'lcc-savings-2018', * EXCLUDE source_id FROM correction "
        "WHERE check_name = 'milestone_printed_again_agrees'"
    )
    assert len(view(more, "conflicts").records) == len(shown.records)


# ---- headlines ----


def test_headlines_as_printed(store: Store) -> None:
    assert delivery.finding(store) == (
        "Half of the council’s services and 72% of its budget would go to other bodies; "
        "five decisions to be taken by September 2017 come first"
    )
    services, budget, decisions, last, unsettled = delivery.headlines(store)
    assert [row[1:] for row in services.rows] == [
        ("37", "leave for new bodies"),
        ("25", "move to the combined authority"),
        ("63", "stay with the council"),
    ]
    assert budget.value == "£511.3m"
    assert budget.meaning == "Out of £713m; the two parts are printed, their sum is derived."
    assert decisions.meaning.endswith("June 2017 to September 2017. Two are dated differently elsewhere.")
    assert (last.value, last.meaning) == (
        "By April 2019",
        "Corporations formally established, staff transferred.",
    )
    assert unsettled.value == "3"
    cites = [cite for headline in delivery.headlines(store) for cite in headline.cites]
    assert all(re.search(r", line \d+$", words) for words, _ in cites)


def test_headlines_where_nothing_leaves_and_no_date_differs(altered: Altered) -> None:
    calm = altered(
        "UPDATE service_home SET move = 'stays' WHERE future_home <> 'combined_authority'",
        "DELETE FROM milestone_restated",
        "DELETE FROM correction WHERE check_name LIKE 'milestone%'",
    )
    _, budget, decisions, _, unsettled = delivery.headlines(calm)
    assert budget.meaning == "Out of £713m."
    assert "dated differently" not in decisions.meaning
    assert unsettled.meaning == "No date differs in the text. One date is still to be confirmed."
    none = altered("UPDATE service_home SET move = 'stays'")
    assert delivery.finding(none).startswith("No service would leave the council; five decisions")


# ---- choices ----


def choices_with(**changes: str | None) -> dict[str, str | None]:
    usual: dict[str, str | None] = {
        "q": "",
        "home": EVERY,
        "service_area": EVERY,
        "rows": "some",
        "about": "membership",
        "programme": EVERY,
        "partners": "change",
        "measure": "fte",
    }
    return {**usual, **changes}


def test_untouched_controls_are_the_defaults() -> None:
    assert selected(choices_with()) == DEFAULT
    assert selected(choices_with(q=None)) == DEFAULT


def test_controls_become_choices() -> None:
    asked = selected(choices_with(q="  waste " + "x" * 99, home="combined_authority", rows="all"))
    assert asked.q == ("waste " + "x" * 99)[:60]
    assert (asked.home, asked.rows) == ("combined_authority", "all")


def test_every_choice_belongs_to_one_card() -> None:
    assert sorted(name for names in CARD_OF_CHOICES for name in names) == sorted(CHOICES)


@pytest.mark.parametrize("card", CARD_OF_CHOICES.values())
def test_a_card_gives_back_as_many_parts_as_it_changes(store: Store, card: str, app_context: None) -> None:
    parts = show_card(store, card, choices_with(programme="front_office", measure="applications"))
    assert len(parts) == len(card_outputs(f"delivery.{card}"))
    assert parts[-1] == "?programme=front_office&measure=applications"


@pytest.fixture
def app_context() -> Iterator[None]:
    """What remembering a view needs."""
    from flask import Flask

    from dashboard.views.cache import cache

    server = Flask("test")
    cache.init_app(server, config={"CACHE_TYPE": "NullCache", "CACHE_NO_NULL_WARNING": True})
    with server.app_context():
        yield


# ---- the promises behind the page ----

BREAKS = {
    "delivery_area_that_stays_has_a_reason": "DELETE FROM service_rationale "
    "WHERE service_area = 'traded_services'",
    "delivery_body_says_who_sits_and_what_for": "DELETE FROM governing_body_statement "
    "WHERE aspect = 'answers_for'",
    "delivery_names_are_known": "UPDATE service_mapping SET future_home = 'combined_authority', "
    "service_area = 'unheard_of' WHERE service = 'prevention'",
    "delivery_partner_has_change_action_and_benefit": "DELETE FROM partner_change WHERE aspect = 'benefit'",
    "milestone_decision_has_a_decider": "UPDATE milestone SET body = NULL WHERE milestone = 'risk_sharing'",
    "milestone_printed_again_agrees": "UPDATE milestone SET period = '2019-05' "
    "WHERE milestone = 'formal_corporations_established'",
    "timeline_holds_every_milestone": "UPDATE milestone SET programme = 'unheard_of' "
    "WHERE milestone = 'navigators_go_live'",
    "milestone_printed_again_gives_period": "UPDATE milestone_restated SET period = '2018-05' "
    "WHERE printed = 'Apr 18'",
}


@pytest.mark.parametrize("check", BREAKS)
def test_a_broken_promise_is_found(store: Store, altered: Altered, check: str) -> None:
    sql = (DATA / "checks" / f"{check}.sql").read_text(encoding="utf-8")
    kept, broken = (asked.table(sql)[1] for asked in (store, altered(BREAKS[check])))
    assert len(broken) > len(kept)


def test_a_home_says_what_money_goes_with_its_services(store: Store) -> None:
    chosen = view(store, "services", home="wellbeing_corporations")
    assert chosen.subtitle.endswith(
        "All services of this home together would carry £455.8m of the budget of 2016/17 (Table 41); no "
        "money is printed by service"
    )
    assert "No money of its own" in view(store, "services", home="professional_support").subtitle
    assert "£" not in view(store, "services").subtitle
    homes = {row[0].text: row[0] for row in view(store, "money").table.rows}
    assert homes["Combined authority"].note == "25 services"
    assert homes["Combined authority"].href.startswith("/delivery?home=")
    assert homes["All of it"].href == ""


def test_the_download_holds_every_service_found(store: Store) -> None:
    assert len(view(store, "services").records) == 125
    assert len(view(store, "services").table.rows) == 20


def test_starred_outcomes_say_where_they_come_from(store: Store) -> None:
    noted = [row for row in view(store, "outcomes").table.rows if row[2].note]
    assert len(noted) == 10
    assert {row[1].text for row in noted} == {noted[0][1].text}
    assert "line 1409" in noted[0][2].note
