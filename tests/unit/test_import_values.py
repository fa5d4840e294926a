"""What a cell of an import says, and what it may not say."""

from decimal import Decimal

import duckdb
import pytest
from hypothesis import given
from hypothesis import settings as budget
from hypothesis import strategies as st

from dashboard.ingest.imports.grid import moment_cell, number_cell, text_cell
from dashboard.ingest.imports.report import NotAllowedError, shown
from dashboard.ingest.imports.values import (
    Amount,
    amount,
    choice,
    financial_year,
    line_of,
    paragraphs,
    quarter,
    slug,
)
from tests.shapes import patient
from tests.sheets import DATA

AMOUNTS = st.from_regex(r"\A[-−(]?£?-?[0-9]{0,4}(,[0-9]{3})?(\.[0-9]{1,3})?m?\)?\*?\Z")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,958", "1958"),
        ("(0.5)", "-0.5"),
        ("-1.500*", "-1.5"),
        ("−0.250", "-0.25"),
        ("£8.064m", "8.064"),
        ("-£0.570m", "-0.57"),
        ("£-0.570m", "-0.57"),
        (" 1\u00a0958 ", "1958"),
        (".5", "0.5"),
        ("-", "0"),
        ("–", "0"),
        ("0.000", "0"),
        ("1.2500", "1.25"),
    ],
)
def test_an_amount_is_read_in_every_form_that_papers_print(text: str, value: str) -> None:
    assert amount(text).value == Decimal(value)


def test_the_star_stays_in_the_printed_text() -> None:
    found = amount("-1.500*")
    assert (found.printed, found.starred, amount("-1.500").starred) == ("-1.500*", True, False)


@pytest.mark.parametrize("text", ["TBC", "tbc", "N/A", " TBC "])
def test_what_is_still_to_be_confirmed_is_no_number_and_not_nil(text: str) -> None:
    assert amount(text).value is None
    assert amount(text).printed == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "nil",
        "1,95",
        "1,2345",
        "1e3",
        "5.",
        "--1",
        "-(1)",
        "(1",
        "1)",
        "(£1m)",
        "1%",
        "+1",
        "#REF!",
        "inf",
        "nan",
        "1 000 posts",
    ],
)
def test_what_is_no_amount_is_refused_and_never_guessed(text: str) -> None:
    with pytest.raises(NotAllowedError) as caught:
        amount(text)
    assert caught.value.found == f"“{text}”"
    assert "(0.5)" in caught.value.allowed


@pytest.mark.parametrize(
    ("text", "allowed"), [("0.0004", "three decimals"), ("1,000,000,000", "below a thousand million")]
)
def test_an_amount_that_the_store_would_round_or_lose_is_refused(text: str, allowed: str) -> None:
    with pytest.raises(NotAllowedError) as caught:
        amount(text)
    assert allowed in caught.value.allowed


def test_posts_are_no_millions() -> None:
    with pytest.raises(NotAllowedError):
        amount("3m", money=False)


@budget(patient, max_examples=60)
@given(st.lists(st.one_of(AMOUNTS, st.text(max_size=8)), min_size=20, max_size=60))
def test_an_amount_is_what_the_check_on_printed_texts_reads(texts: list[str]) -> None:
    """Thousands of texts: each is refused, or the check in data/checks reads the same number from it."""
    read = [found for text in texts if (found := _read(text)) and found.value is not None]
    sql = (DATA / "checks" / "printed_text_gives_value.sql").read_text(encoding="utf-8")
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE figure AS SELECT 'a' AS source_id, 1 AS source_line, "
            "unnest($printed::VARCHAR[]) AS printed, unnest($numbers::DOUBLE[]) AS value, "
            "'savings_profile' AS table_name, '' AS subject, '' AS measure, '' AS period",
            {
                "printed": [found.printed for found in read],
                "numbers": [float(found.value or 0) for found in read],
            },
        )
        assert connection.execute(sql).fetchall() == []


def _read(text: str) -> Amount | None:
    try:
        return amount(text) if text.strip() else None
    except NotAllowedError:
        return None


@pytest.mark.parametrize("text", ["2020/21", "2020-21", "2020/2021"])
def test_a_financial_year_has_one_form(text: str) -> None:
    assert financial_year(text) == "2020/21"


@pytest.mark.parametrize("text", ["2020", "2020/22", "20/21", "2020/21 ", "1999/00", "44105"])
def test_what_is_no_financial_year_is_refused(text: str) -> None:
    with pytest.raises(NotAllowedError):
        financial_year(text)


@pytest.mark.parametrize("text", ["2019/20", "2019/20-Q5", "2019/21-Q1", "Q4 2019/20"])
def test_what_is_no_quarter_is_refused(text: str) -> None:
    with pytest.raises(NotAllowedError):
        quarter(text)


def test_a_quarter_is_taken_as_it_is() -> None:
    assert quarter("2019/20-Q4") == "2019/20-Q4"


def test_a_choice_does_not_mind_capitals_and_signs() -> None:
    read = choice({"no, with text": "no_with_text"})
    assert read("No with  TEXT") == "no_with_text"
    with pytest.raises(NotAllowedError) as caught:
        read("perhaps")
    assert caught.value.allowed == "one of no, with text"


def test_text_is_put_on_one_line_or_split_into_its_lines() -> None:
    assert line_of(" a\tb\r\n\u00a0c ") == "a b c"
    assert paragraphs("• one\n\n two\u00a0 more\r\n") == ["one", "two more"]


def test_a_short_name_is_made_of_letters_and_digits() -> None:
    assert slug("Café – IT & more!") == "cafe_it_more"
    assert slug("風險") == ""
    assert slug("word " * 30) == "_".join(["word"] * 12)
    assert len(slug("x" * 100)) == 60


@pytest.mark.parametrize(
    ("number", "number_format", "text"),
    [
        (-0.25, "0.000", "-0.250"),
        (1958, "#,##0", "1958"),
        (0.2504, "0.000", "0.2504"),
        (0.1 + 0.2, "General", "0.3"),
        (20.0, "General", "20"),
        (0.5, "0%", "50%"),
        (1e-7, "General", "0.0000001"),
        (1e20, "General", "100000000000000000000"),
    ],
)
def test_a_number_is_shown_as_its_format_does_where_nothing_is_lost(
    number: float, number_format: str, text: str
) -> None:
    assert number_cell(number, number_format).text == text


def test_a_cell_that_cannot_be_taken_says_why() -> None:
    from datetime import date

    assert text_cell("a\x00b").flaw == ("the control character 0x00", "text without control characters")
    assert text_cell("x" * 40_000).flaw == ("40,000 characters", "at most 32,767 characters")
    assert text_cell("a\tb\nc").flaw is None
    assert moment_cell(date(2020, 4, 1)).flaw == (
        "the date 2020-04-01",
        "text or a number; format the cell as text",
    )
    assert shown("x" * 100) == f"“{'x' * 60}…”"
