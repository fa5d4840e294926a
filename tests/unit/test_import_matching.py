"""Which known risk an entry is: proposed by title, decided by an officer."""

import pytest

from dashboard.ingest.imports import risk_register
from dashboard.ingest.imports.known import Entry, Register
from dashboard.ingest.imports.matching import Candidate, Match, closed, propose, similarity, told_problems
from tests.sheets import SCALE

KNOWN = [
    Entry("money", "risk", "CR1", "Balancing the budget", 20),
    Entry("people", "risk", "CR2", "Recruiting and keeping experienced staff", 16),
    Entry("systems", "risk", "CR3", "Core systems that support decisions", 12),
    Entry("growth", "opportunity", "CO1", "Economic growth", 12),
]
OLD = Entry("floods", "risk", "", "Floods")
MATCH = {
    "earlier_title": "",
    "similarity": "40.0",
    "decision": "new",
    "decided_by": "officer",
    "decided_at": "2020-01-01",
}


def register(*replaced: Entry) -> Register:
    risks = {entry.risk_id: entry for entry in [*KNOWN, OLD, *replaced]}
    return Register(SCALE, "2019/20-Q3", KNOWN, risks, list(replaced))


def matched(
    *titles: tuple[str, str], told: dict[str, str] | None = None, known: Register | None = None
) -> list[Match]:
    candidates = [
        Candidate(number, "opportunity" if number.startswith("CO") else "risk", title)
        for number, title in titles
    ]
    return propose(candidates, known or register(), told or {})


def said(matches: list[Match]) -> list[tuple[str | None, str, bool]]:
    return [(match.risk_id, match.state, match.decided) for match in matches]


def test_the_same_number_and_title_is_the_same_risk() -> None:
    (match,) = matched(("CR1", "  balancing the BUDGET"))
    assert said([match]) == [("money", "same", True)]
    assert (match.earlier_number, match.earlier_score, match.similarity) == ("CR1", 20, 100.0)


def test_a_number_or_title_that_differs_waits_for_a_decision() -> None:
    assert said(
        matched(
            ("CR7", "Balancing the budget"),
            ("CR2", "Recruiting and keeping staff with experience"),
            ("CR9", "Core systems which support our decisions"),
            ("CR4", "A pandemic"),
        )
    ) == [
        ("money", "renumbered", False),
        ("people", "retitled", False),
        ("systems", "renumbered and retitled", False),
        (None, "new", False),
    ]


def test_a_number_that_is_used_again_is_no_match() -> None:
    (match,) = matched(("CR1", "A pandemic"))
    assert said([match]) == [(None, "new", False)]
    assert match.similarity is not None and match.similarity < 75


def test_a_risk_is_never_an_opportunity() -> None:
    assert said(matched(("CR9", "Economic growth"))) == [(None, "new", False)]


def test_no_risk_is_taken_twice_and_the_most_alike_title_wins() -> None:
    matches = matched(("CR8", "Balancing the budget of schools"), ("CR9", "Balancing the budget"))
    assert said(matches) == [(None, "new", False), ("money", "renumbered", False)]


def test_of_equal_titles_the_same_number_wins() -> None:
    matches = matched(("CR8", "Balancing the budget"), ("CR1", "Balancing the budget"))
    assert said(matches) == [(None, "new", False), ("money", "same", True)]


def test_what_an_officer_says_comes_first() -> None:
    told = {"CR1": "new", "CR2": "money", "CR3": "floods"}
    matches = matched(("CR1", "Balancing the budget"), ("CR2", "Savings"), ("CR3", "Rain"), told=told)
    assert [(match.risk_id, match.decided) for match in matches] == [
        (None, True),
        ("money", True),
        ("floods", True),
    ]
    assert matches[2].earlier_title == "Floods"
    assert [entry.risk_id for entry in closed(matches, register())] == ["people", "systems", "growth"]


def test_what_was_decided_for_the_replaced_import_stays_decided() -> None:
    known = register(Entry("pandemic", "risk", "CR4", "A pandemic", match=MATCH))
    (kept,) = matched(("CR4", "A pandemic"), known=known)
    assert (said([kept]), kept.kept) == ([("pandemic", "same", True)], MATCH)
    (retitled,) = matched(("CR4", "A pandemic, again"), known=known)
    assert (said([retitled]), retitled.kept) == ([("pandemic", "retitled", False)], None)


@pytest.mark.parametrize(
    ("told", "found", "allowed"),
    [
        ({"CR9": "money"}, "--match CR9=money", "a number of the file: CR1, CO1"),
        ({"CR1": "gold"}, "--match CR1=gold", "new, or a known risk: money, people, systems, floods"),
        ({"CO1": "money"}, "--match CO1=money", "new, or a known opportunity: growth"),
        ({"CR1": "money", "CR2": "money"}, "--match money for two numbers", "each risk once"),
    ],
)
def test_what_cannot_be_told_is_a_problem(told: dict[str, str], found: str, allowed: str) -> None:
    kinds = {"CR1": "risk", "CO1": "opportunity"} | ({"CR2": "risk"} if "CR2" in told else {})
    assert told_problems(kinds, register(), told) == [(found, allowed)]


def test_titles_are_compared_by_their_words() -> None:
    assert similarity("Staff, recruiting", "recruiting staff") == 100.0
    assert similarity("★", "★") == 100.0
    assert similarity("★", "☆") < 75


def test_a_new_risk_is_named_after_its_title_and_by_no_name_in_use() -> None:
    matches = matched(("CR4", "Floods"), ("CR5", "風險"), ("CR6", "Floods"))
    names = risk_register.risk_ids(matches, {"floods"})
    assert names == ["floods_2", "risk_cr5", "floods_3"]
