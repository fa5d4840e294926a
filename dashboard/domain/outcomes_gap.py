"""How far one value is from another, and which way: for charts with worse left and better right."""

from dataclasses import dataclass

WORSE, BETTER, NOT_JUDGED, SAME = "worse", "better", "not judged", "the same"
SYMBOLS = {
    "worse": "◀",
    "better": "▶",
    "similar": "●",
    "higher": "▲",
    "lower": "▼",
    "not judged": "○",
    "the same": "●",
    "not compared": "–",
    "not given": "–",
    "reference": "",
}


@dataclass(frozen=True, slots=True)
class Gap:
    """A value less its reference as a share of the reference, %, and what it is read as.

    `side` is the share with worse on the left: its sign is turned where low is good.
    """

    share_pct: float
    side: float
    word: str


def relative_gap(value: float, reference: float, good: int | None) -> Gap | None:
    """Return the gap; `good` is 1 where high is good, -1 where low is, None where nothing is judged.

    None where the reference is nought, of which nothing is a share.
    """
    if not reference:
        return None
    share_pct = round((value - reference) / abs(reference) * 100, 6)
    side = share_pct * (good or 1)
    if good is None:
        return Gap(share_pct, side, NOT_JUDGED)
    return Gap(share_pct, side, SAME if not share_pct else BETTER if side > 0 else WORSE)


def symbol(word: str) -> str:
    """Return the sign that stands before a word about a comparison; a quintile has a square."""
    return SYMBOLS.get(word, "■")
