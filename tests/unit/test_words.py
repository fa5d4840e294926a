import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.words import (
    Spellings,
    as_precisely,
    counted,
    listed,
    measured,
    millions,
    number,
    period_words,
    share,
    size,
    subject_words,
)
from tests.shapes import patient

amounts = st.floats(-1e9, 1e9, allow_nan=False)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "not printed"),
        (0, "0"),
        (-0.0, "0"),
        (-0.0001, "0"),
        (1059, "1,059"),
        (1478120, "1,478,120"),
        (-83.5, "−83.5"),
        (100, "100"),
        (1234.5678, "1,234.568"),
        (0.1 + 0.2, "0.3"),
    ],
)
def test_number(value: float | None, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(("digits", "text"), [(0, "84"), (1, "83.6"), (2, "83.56")])
def test_number_is_rounded_to_the_digits_asked_for(digits: int, text: str) -> None:
    assert number(83.56, digits) == text


@pytest.mark.parametrize(
    ("value", "sign", "text"),
    [
        (None, True, "not printed"),
        (0, True, "£0"),
        (-0.0001, True, "£0"),
        (-83.5, False, "−£83.5m"),
        (20, False, "£20m"),
        (20, True, "+£20m"),
        (-20, True, "−£20m"),
        (1059, False, "£1,059m"),
    ],
)
def test_millions(value: float | None, sign: bool, text: str) -> None:
    assert millions(value, sign=sign) == text


def test_size_leaves_the_sign_to_the_sentence() -> None:
    assert size(-148) == size(148) == "£148m"


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (None, "£m", "not printed"),
        (-48, "£m", "−£48m"),
        (-6483, "£000", "−£6,483,000"),
        (0, "£000", "£0"),
        (12.5, "£000", "£12,500"),
        (25000, "£", "£25,000"),
        (-0.0001, "£", "£0"),
        (2, "£bn", "£2bn"),
        (-25, "£k", "−£25k"),
        (9.5, "%", "9.5%"),
        (1, "boards", "1 board"),
        (2, "boards", "2 boards"),
        (20, "score", "score 20"),
        (116, "reference number", "reference number 116"),
        (698.4, "per 100,000", "698.4 per 100,000"),
        (-287750, "units of activity", "−287,750 units of activity"),
    ],
)
def test_measured(value: float | None, unit: str, text: str) -> None:
    assert measured(value, unit) == text


@given(value=amounts, unit=st.sampled_from(["£m", "£000", "£", "%", "people"]))
@patient
def test_a_value_keeps_its_sign_and_its_size_in_words(value: float, unit: str) -> None:
    text = measured(value, unit)
    figures = "".join(letter for letter in text if letter.isdigit() or letter == ".")
    printed = float(figures) / (1000 if unit == "£000" else 1)
    assert abs(printed - abs(value)) <= 0.0005 + 1e-9 * abs(value)
    assert text.startswith("−") == (value < 0 and printed != 0)
    assert "-" not in text


def test_listed() -> None:
    assert listed([]) == ""
    assert listed(["one"]) == "one"
    assert listed(["one", "two"]) == "one and two"
    assert listed(["one", "two", "three"]) == "one, two and three"


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (0, "almost none"),
        (4.9, "almost none"),
        (6, "about a sixteenth"),
        (8, "about a tenth"),
        (10, "about a tenth"),
        (20, "about a fifth"),
        (25, "about a quarter"),
        (33, "about a third"),
        (45, "more than a third"),
        (51 / 107 * 100, "nearly half"),
        (50, "half"),
        (60, "more than half"),
        (67, "about two thirds"),
        (80, "most"),
        (97, "nearly all"),
        (100, "all"),
    ],
)
def test_share(part: float, words: str) -> None:
    assert share(part, 100) == words


@given(first=st.floats(0, 1), second=st.floats(0, 1))
@patient
def test_a_larger_part_is_never_called_smaller(first: float, second: float) -> None:
    order = [
        "almost none",
        "about a sixteenth",
        "about a tenth",
        "about a fifth",
        "about a quarter",
        "about a third",
        "more than a third",
        "nearly half",
        "half",
        "more than half",
        "about two thirds",
        "most",
        "nearly all",
        "all",
    ]
    low, high = sorted((first, second))
    assert order.index(share(low, 1)) <= order.index(share(high, 1))


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2017-03-31", "31 March 2017"),
        ("2016/17", "2016/17"),
        ("2019/20-Q3", "quarter 3 of 2019/20"),
        ("2017-07", "July 2017"),
        ("since 2010/11", "since 2010/11"),
        (None, "not printed"),
        ("", "not printed"),
    ],
)
def test_period_words(period: str | None, words: str) -> None:
    assert period_words(period) == words


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("new_model.in_year 2018/19", "New model, in year 2018/19"),
        ("", ""),
        ("sc034.start_year", "SC034, start year"),
        ("planned_savings_2017_18", "Planned savings 2017/18"),
        ("sc035.fte.unstated total", "SC035, FTE, total"),
        ("unstated.cost", "Cost"),
        ("all.total recurring_annual_cost", "All together, total, recurring annual cost"),
        ("professional_support_fte", "Professional support FTE"),
        ("all_districts", "All districts"),
        ("council_direct.total_expenditure 2018/19, net and uplift", None),
        ("museums.trading after 96c", "Museums, trading after 96c"),
    ],
)
def test_subject_words(subject: str, words: str | None) -> None:
    spellings = Spellings({"all": "all together", "unstated": ""}, {"fte": "FTE"})
    expected = words if words is not None else "Council direct, total expenditure 2018/19, net and uplift"
    assert subject_words(subject, spellings) == expected


def test_subject_words_without_spellings() -> None:
    assert subject_words("council.fte") == "Council, fte"


def test_counted() -> None:
    assert [counted(count, "gap", "gaps") for count in (0, 1, 1200)] == ["0 gaps", "1 gap", "1,200 gaps"]


@pytest.mark.parametrize("part", [0, 3])
def test_share_of_nothing_is_none(part: float) -> None:
    assert share(part, 0) == "none"


@pytest.mark.parametrize(
    ("text", "printed", "shown"),
    [
        ("−£2m", "-2.000*", "−£2.000m"),
        ("−£1.5m", "(1.5)", "−£1.5m"),
        ("−3 posts", "-3.00", "−3.00 posts"),
        ("1,958", "1958", "1,958"),
        ("£8.1m", "£8.100m", "£8.100m"),
        ("£1.958m", "1,958", "£1.958m"),
        ("£0", "0.000", "£0"),
        ("not printed", "TBC", "not printed"),
        ("£2m", "two", "£2m"),
        ("£0.4m", "0.40", "£0.40m"),
    ],
)
def test_a_number_is_shown_as_precisely_as_it_is_printed(text: str, printed: str, shown: str) -> None:
    assert as_precisely(text, printed) == shown
