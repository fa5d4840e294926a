"""How the reading of a public health figure is said and toned, wherever it is shown."""

NOT_GIVEN = "not given"
NOT_COMPARED = "not compared"
TONES = {"better": "g", "worse": "r", "similar": "med", "higher": "b", "lower": "b"}
UNTONED = ("reference", NOT_COMPARED, NOT_GIVEN)


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
