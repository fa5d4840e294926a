"""How a figure is said in running text: its words follow its sign, its digits the print."""

import pytest

from dashboard.domain.briefing_words import said_amount, said_share
from dashboard.domain.fact import Fact


def fact(value: float | None, unit: str = "£m", printed: str = "", period: str = "2020/21") -> Fact:
    return Fact("a", period, value, unit, printed, "printed", "b", 3, "Table 1")


@pytest.mark.parametrize(
    ("value", "way", "said"),
    [
        (-148, "deficit", "deficit of £148m"),
        (20, "deficit", "surplus of £20m"),
        (0, "deficit", "balance of £0"),
        (-6.9, "saving", "saving of £6.9m"),
        (0.3, "saving", "extra cost of £0.3m"),
        (-4, "change", "fall of £4m"),
        (4, "change", "rise of £4m"),
        (0, "change", "change of £0"),
        (-148, "value", "−£148m"),
        (-148, "size", "£148m"),
        (-148, "number", "−148"),
        (-148, "period", "2020/21"),
    ],
)
def test_the_words_follow_the_sign(value: float, way: str, said: str) -> None:
    assert " ".join(filter(None, said_amount(fact(value), way))) == said


@pytest.mark.parametrize(
    ("value", "unit", "printed", "digits", "said"),
    [
        (2, "£m", "2.000", None, "£2.000m"),
        (205676, "£000", "205,676", None, "£205.676m"),
        (205676, "£000", "205,676", 1, "£205.7m"),
        (640, "£000", "640", None, "£640,000"),
        (25000, "£", "25,000", None, "£25,000"),
        (83.5, "£m", "83.5", 0, "£84m"),
        (-0.04, "£m", "0.04", 1, "£0"),
        (16, "score", "16", None, "score 16"),
        (12, "%", "12%", None, "12%"),
        (1, "risks", "", None, "1 risk"),
    ],
)
def test_an_amount_is_as_precise_as_printed_unless_it_is_rounded(
    value: float, unit: str, printed: str, digits: int | None, said: str
) -> None:
    assert said_amount(fact(value, unit, printed), "value", digits) == ("", said)


def test_a_number_can_be_rounded_and_a_date_needs_no_value() -> None:
    assert said_amount(fact(16.25, "score"), "number", 1) == ("", "16.2")
    assert said_amount(fact(None, "date", "June 2017", "2017-06"), "period") == ("", "June 2017")


@pytest.mark.parametrize(
    ("part", "whole", "way", "digits", "said"),
    [
        (51, 107, "value", None, "48%"),
        (51, 107, "value", 1, "47.7%"),
        (51, 107, "words", None, "nearly half"),
        (-51, -107, "words", None, "nearly half"),
    ],
)
def test_a_share_is_a_percentage_or_words(
    part: float, whole: float, way: str, digits: int | None, said: str
) -> None:
    assert said_share(fact(part), fact(whole), way, digits) == said
