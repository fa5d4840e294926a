"""What a question finds among everything that has a name: the same words first, then words like them."""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

# In the order in which what matches equally well is listed.
KINDS = {
    "page": "Pages",
    "briefing": "Briefings",
    "indicator": "Indicators",
    "risk": "Risks and opportunities",
    "option": "Savings options",
    "appraisal": "Options compared",
    "service": "Services",
    "programme": "Programmes",
    "area": "Footprints and districts",
    "glossary": "Glossary",
    "document": "Documents",
    "figure": "Figures",
}
MOST, MOST_OF_A_KIND = 20, 5
WORD = re.compile(
    r"(?P<year>[0-9]{4}/[0-9]{2})(?![0-9])"
    r"|(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?:(?:bn|m|k)\b)?"
    r"|(?P<word>[^\W\d_][^\W_]*)"
)
SMALL = frozenset(("a", "an", "and", "at", "by", "for", "in", "is", "of", "on", "or", "the", "to"))
SAME, BEGINS, ALIKE = 1.0, 0.8, 0.5
IN_TITLE, BESIDE = 1.0, 0.6
# What each word of a title takes from its score: of two that match alike, the shorter comes first.
LENGTH = 0.01
# How well entries match, by their places.
Scores = dict[int, float]


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: its kind, its name, what is said beside it, more words, its address."""

    kind: str
    title: str
    detail: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a question finds, the best first; `alike` says that words with letters wrong were taken."""

    entries: list[Entry]
    alike: bool


class Index:
    """Everything that can be found, by the words in it."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)
        self._lengths: list[int] = []
        self._places: dict[str, dict[int, float]] = {}
        for place, entry in enumerate(self.entries):
            self._take(place, entry)
        self._words = sorted(self._places)

    def scores(self, asked: Iterable[str], *, alike: bool) -> Scores:
        """Return how well each entry matches that holds every word asked for.

        `alike` takes words with a letter wrong too, two in a long one.
        """
        total: Scores | None = None
        for word in asked:
            own = self._of_word(word, alike=alike)
            total = own if total is None else {at: total[at] + own[at] for at in total if at in own}
        return total or {}

    def length(self, place: int) -> int:
        """Return how many words the title of an entry has."""
        return self._lengths[place]

    def _take(self, place: int, entry: Entry) -> None:
        title = words_of(entry.title)
        self._lengths.append(len(title))
        for word in words_of(entry.words):
            self._places.setdefault(word, {})[place] = IN_TITLE if is_number(word) else BESIDE
        for word in title:
            self._places.setdefault(word, {})[place] = IN_TITLE

    def _of_word(self, asked: str, *, alike: bool) -> Scores:
        """Return the entries with a word that answers the one asked for, each with its best score."""
        best: Scores = {}
        answers = [*self._beginning(asked), *(self._alike(asked) if alike else ())]
        for word, score in answers:
            for place, weight in self._places[word].items():
                best[place] = max(best.get(place, 0), score * weight)
        return best

    def _beginning(self, asked: str) -> Iterator[tuple[str, float]]:
        """Give the words that begin as asked; a number only begins a year."""
        start = f"{asked}/" if is_number(asked) else asked
        if asked in self._places:
            yield asked, SAME
        after = self._words[bisect_left(self._words, start) :]
        yield from ((word, BEGINS) for word in takewhile(lambda word: word.startswith(start), after))

    def _alike(self, asked: str) -> Iterator[tuple[str, float]]:
        """Give the words that are like the one asked for, or begin like it."""
        wrong = 0 if is_number(asked) or len(asked) < 4 else 1 if len(asked) < 8 else 2
        if not wrong:
            return
        for length in (None, len(asked), len(asked) + 1):
            choices = [word[:length] for word in self._words]
            for _, apart, place in extract(
                asked, choices, scorer=OSA.distance, score_cutoff=wrong, limit=None
            ):
                yield self._words[place], ALIKE * (1 - apart / len(asked))


def find(index: Index, text: str) -> Found:
    """Return what `text` finds, the best first: at most twenty, five of a kind, a title of a kind once.

    Words with letters wrong count only where nothing holds every word as it was written.
    """
    asked = asked_words(text)
    exact = index.scores(asked, alike=False)
    scores = exact or index.scores(asked, alike=True)

    def rank(place: int) -> tuple[float, int, str, str]:
        entry = index.entries[place]
        score = scores[place] - LENGTH * index.length(place)
        return -score, list(KINDS).index(entry.kind), entry.title, entry.href

    ranked = (index.entries[place] for place in sorted(scores, key=rank))
    return Found(_first(ranked), alike=not exact)


def asked_words(text: str) -> list[str]:
    """Return the words of a question without the small ones, unless it has no others."""
    words = words_of(text)
    return [word for word in words if word not in SMALL] or words


def words_of(text: str) -> list[str]:
    """Return the words of a text, each once, as they are compared.

    Case, accents, apostrophes, pound signs, commas in numbers and the plural make no difference.
    """
    plain = unicodedata.normalize("NFKD", re.sub("['’]", "", text)).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return list(dict.fromkeys(_compared(match) for match in WORD.finditer(plain)))


def is_number(word: str) -> bool:
    """Whether a word is a number or a year, which is never taken for another."""
    return word[:1].isdigit()


def _compared(match: re.Match[str]) -> str:
    """Return a word as it is compared: a number without commas and idle zeros, a word without its plural."""
    if match["number"]:
        whole, _, part = match["number"].replace(",", "").partition(".")
        return ".".join(filter(None, (whole.lstrip("0") or "0", part.rstrip("0"))))
    return match["year"] or _singular(match[0])


def _singular(word: str) -> str:
    """Return a word without the ending of its plural."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _first(ranked: Iterable[Entry]) -> list[Entry]:
    """Return the first twenty, no more than five of a kind."""
    kept: dict[tuple[str, str], Entry] = {}
    of_kind: Counter[str] = Counter()
    for entry in ranked:
        if len(kept) == MOST:
            break
        if of_kind[entry.kind] == MOST_OF_A_KIND or (entry.kind, entry.title) in kept:
            continue
        of_kind[entry.kind] += 1
        kept[entry.kind, entry.title] = entry
    return list(kept.values())
