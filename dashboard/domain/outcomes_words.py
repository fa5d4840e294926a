"""How the reading of a public health figure is said and toned, wherever it is shown."""

from collections import Counter
from collections.abc import Sequence

from dashboard.domain.outcomes import QUINTILES
from dashboard.domain.words import listed

NOT_GIVEN = "not given"
NOT_COMPARED = "not compared"
TONES = {"better": "g", "worse": "r", "similar": "med", "higher": "b", "lower": "b"}
FIFTHS = dict(
    zip(
        QUINTILES,
        ("lowest fifth", "second lowest fifth", "middle fifth", "second highest fifth", "highest fifth"),
        strict=True,
    )
)
COMPARED = ("worse", "similar", "better", "higher", "lower")
UNTONED = ("reference", NOT_COMPARED, NOT_GIVEN)


def against(word: str, benchmark: str, ranked: int | None = None) -> str:
    """Return a reading with what it is held against, within a sentence: worse than England.

    A fifth is one of the areas ranked; it says nothing of the benchmark.
    """
    if word in FIFTHS:
        return f"in the {fifth(word, ranked)}"
    joined = {"similar": "similar to", NOT_COMPARED: "not compared with"}
    return f"{joined.get(word, f'{word} than')} {benchmark}"


def fifth(word: str, ranked: int | None) -> str:
    """Return a quintile in words with how many areas were ranked; any other reading as it is."""
    if word not in FIFTHS:
        return word
    return f"{FIFTHS[word]} of the {ranked} areas ranked" if ranked else f"{FIFTHS[word]} of the areas ranked"


def tally(words: Sequence[str]) -> tuple[str, str]:
    """Return how many of the readings fall on each comparison, and what became of all the others."""
    count = Counter(words)
    compared = listed([f"{word} on {count[word]}" for word in COMPARED if count[word]])
    ranked = sum(count[word] for word in QUINTILES)
    others = {"ranked in fifths": ranked} | {word: count[word] for word in UNTONED}
    others |= {"without a figure": count["no figure can be made"]}
    return compared, listed([f"{number} {word}" for word, number in others.items() if number])


def series_words(sex: str, age: str) -> str:
    """Return the sex and age of a figure where it is not of all persons of all ages."""
    who = "" if sex in ("Persons", "Not applicable") else sex.lower()
    how_old = "" if age == "All ages" and not who else f"{age[:1].lower()}{age[1:]}"
    return ", ".join(filter(None, (who, how_old)))


def is_unjudged(polarity: str | None) -> bool:
    """Return whether the metadata makes no judgement, or none was loaded."""
    return (polarity or "").lower() in ("", "no judgement")


def tone(polarity: str | None, word: str) -> str:
    """Return the tone of a reading: green, red or yellow only where it is judged, else blue or none."""
    if word in UNTONED or (is_unjudged(polarity) and word == "similar"):
        return "none"
    return TONES.get(word, "b")
