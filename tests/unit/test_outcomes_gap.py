"""How far a value is from its reference, and which way that is."""

import pytest

from dashboard.domain.outcomes_gap import NOT_JUDGED, SAME, relative_gap, symbol


@pytest.mark.parametrize(
    ("value", "reference", "good", "share", "side", "word"),
    [
        (16.4, 11.5, -1, 42.608696, -42.608696, "worse"),
        (74.0, 49.0, 1, 51.020408, 51.020408, "better"),
        (32.7, 33.5, -1, -2.38806, 2.38806, "better"),
        (0.7, 2.3, None, -69.565217, -69.565217, NOT_JUDGED),
        (5, 5, 1, 0, 0, SAME),
        (-3, -2, 1, -50, -50, "worse"),
    ],
)
def test_a_gap_is_a_share_of_the_reference(
    value: float, reference: float, good: int | None, share: float, side: float, word: str
) -> None:
    gap = relative_gap(value, reference, good)
    assert gap is not None
    assert (gap.share_pct, gap.side, gap.word) == (share, side, word)


def test_nothing_is_a_share_of_nought() -> None:
    assert relative_gap(1, 0, 1) is None


def test_every_word_has_a_sign_that_is_not_its_colour() -> None:
    signs = [symbol(word) for word in ("better", "similar", "worse", "higher", "lower", "not judged")]
    assert len(set(signs)) == len(signs)
    assert symbol("highest quintile") == symbol("lowest quintile") == "■"
    assert symbol("reference") == ""
