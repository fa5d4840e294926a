"""How a figure of public health and its reading are said and toned, wherever they are shown."""

from dashboard.domain.words import MINUS

NOT_GIVEN = "not given"
NOT_COMPARED = "not compared"
# Values of this size are said without decimals.
LARGE = 1000
TONES = {"better": "g", "worse": "r", "similar": "med", "higher": "b", "lower": "b"}
UNTONED = ("reference", NOT_COMPARED, NOT_GIVEN)


def amount(value: float | None, unit: str | None = None) -> str:
    """Return a value as a reader sees it: one decimal, none where it is large; the file has them all."""
    if value is None:
        return NOT_GIVEN
    text = f"{value:,.0f}" if abs(value) >= LARGE else f"{value:,.1f}"
    return f"{text.replace('-', MINUS)}%" if unit == "%" else text.replace("-", MINUS)


def against(word: str, benchmark: str) -> str:
    """Return a reading with what it is held against, within a sentence: worse than England."""
    joined = {"similar": "similar to", NOT_COMPARED: "not compared with"}
    return (
        f"{joined.get(word, f'in the {word} beside' if 'quintile' in word else f'{word} than')} {benchmark}"
    )


def is_unjudged(polarity: str | None) -> bool:
    """Return whether the metadata makes no judgement, or none was loaded."""
    return (polarity or "").lower() in ("", "no judgement")


def tone(polarity: str | None, word: str) -> str:
    """Return the tone of a reading: green, red or yellow only where it is judged, else blue or none."""
    if word in UNTONED or (is_unjudged(polarity) and word == "similar"):
        return "none"
    return TONES.get(word, "b")
