"""What changed between quarters: by identity, not by number."""

from typing import Any

import pytest

from dashboard.domain.movement import Move, missing_between, movement, standing
from dashboard.domain.risk import Assessment
from tests.risks import EARLIER, LATER, assessment


def at(quarter: str, risk_id: str = "flood", score: int | None = 16, **changes: Any) -> Assessment:
    return assessment(risk_id, quarter=quarter, current_score=score, **changes)


def only(every: list[Assessment], before: str = EARLIER, now: str = LATER) -> Move:
    (move,) = movement(every, before, now)
    return move


@pytest.mark.parametrize(
    ("then", "now", "state", "change", "good"),
    [
        (16, 20, "up", 4, False),
        (16, 12, "down", -4, True),
        (16, 16, "level", 0, None),
        (None, 16, "unknown", None, None),
        (16, None, "unknown", None, None),
    ],
)
def test_a_risk_in_both_quarters_is_compared_by_its_score_now(
    then: int | None, now: int | None, state: str, change: int | None, good: bool | None
) -> None:
    move = only([at(EARLIER, score=then), at(LATER, score=now)])
    assert (move.state, move.change, move.good, move.renumbered) == (state, change, good, False)


def test_up_is_good_for_an_opportunity() -> None:
    kind = {"kind": "opportunity"}
    assert only([at(EARLIER, score=12, **kind), at(LATER, score=16, **kind)]).good is True
    assert only([at(EARLIER, score=16, **kind), at(LATER, score=12, **kind)]).good is False


def test_a_number_that_is_used_again_makes_nothing_the_same() -> None:
    every = [at(EARLIER, "flood"), at(LATER, "flood", printed_id="R9"), at(LATER, "storm", printed_id="R1")]
    flood, storm = movement(every, EARLIER, LATER)
    assert (flood.state, flood.renumbered) == ("level", True)
    assert (storm.state, storm.renumbered, storm.before) == ("new", False, None)


def test_what_is_gone_is_closed_and_comes_last() -> None:
    moves = movement([at(EARLIER, "storm"), at(EARLIER), at(LATER)], EARLIER, LATER)
    assert [(move.entry.risk_id, move.state) for move in moves] == [("flood", "level"), ("storm", "closed")]
    assert moves[1].now is None
    assert moves[1].change is moves[1].good is None


def test_what_was_closed_in_between_is_back_and_not_new() -> None:
    every = [at("2019/20-Q1"), at("2019/20-Q2", "storm"), at(EARLIER)]
    move = next(m for m in movement(every, "2019/20-Q2", EARLIER) if m.entry.risk_id == "flood")
    assert move.state == "returned"
    assert (move.run, move.gaps) == (1, 0)


def test_a_later_quarter_does_not_tell_on_an_earlier_comparison() -> None:
    every = [at(EARLIER), at(LATER), at("2020/21-Q1", score=25)]
    assert only(every).run == 2


def test_a_move_without_assessments_is_refused() -> None:
    with pytest.raises(ValueError, match="one of its two quarters"):
        _ = Move(None, None, "new", 0, 0).entry


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ({"2019/20-Q1": 16, "2019/20-Q2": 16, "2019/20-Q3": 16}, (3, 0)),
        ({"2019/20-Q1": 16, "2019/20-Q2": 12, "2019/20-Q3": 16}, (1, 0)),
        ({"2018/19-Q3": 16, "2019/20-Q1": 16, "2019/20-Q3": 16}, (3, 2)),
        ({"2019/20-Q1": 16, "2019/20-Q2": None, "2019/20-Q3": 16}, (1, 0)),
        ({"2019/20-Q2": 16, "2019/20-Q3": None}, (0, 0)),
    ],
)
def test_how_long_at_this_score(scores: dict[str, int | None], expected: tuple[int, int]) -> None:
    path = {quarter: at(quarter, score=score) for quarter, score in scores.items()}
    assert standing(path, sorted(scores)) == expected


def test_a_quarter_without_the_risk_ends_its_standing() -> None:
    path = {quarter: at(quarter) for quarter in ("2019/20-Q1", "2019/20-Q3")}
    assert standing(path, ["2019/20-Q1", "2019/20-Q2", "2019/20-Q3"]) == (1, 0)


def test_quarters_between_that_are_not_loaded_are_counted() -> None:
    assert missing_between("2019/20-Q1", "2019/20-Q2", []) == 0
    assert missing_between("2018/19-Q4", "2019/20-Q3", ["2018/19-Q4", "2019/20-Q2", "2019/20-Q3"]) == 1
