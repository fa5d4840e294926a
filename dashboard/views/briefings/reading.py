"""A briefing as it is read: every call answered from the store."""

import hashlib
import re
from collections.abc import Iterable, Mapping

from dashboard.domain.address import Names, Selection
from dashboard.domain.briefing import Draft, Problem, Prose, read_briefing
from dashboard.domain.briefing_call import Call
from dashboard.domain.briefing_markdown import calls_in, plain
from dashboard.domain.briefing_reading import Part, Reading, Said, Shown, sources_of
from dashboard.domain.view import View
from dashboard.errors import PlaceboardError
from dashboard.queries.briefings import Written, written
from dashboard.queries.names import names
from dashboard.queries.sources import Source, sources
from dashboard.store import Store
from dashboard.views import PAGES
from dashboard.views.briefings.answers import Answers, ViewOf

# How fast people read a paper that they have to decide on.
WORDS_A_MINUTE = 200
# A card is looked at for about as long as these are read.
WORDS_OF_A_CARD = 60
MARK_LENGTH = 12


def readings(store: Store, view_of: ViewOf | None = None) -> list[Reading]:
    """Return every briefing in its order, read from the store now.

    `view_of` makes a view for a name and choices; by default each is made anew.
    """

    def made(name: str, selection: Selection) -> View:
        page, _, card = name.partition(".")
        return PAGES[page][1][card](store, selection)

    known, documents = names(store), {source.source_id: source for source in sources(store)}
    found = [_reading(store, item, known, documents, view_of or made) for item in written(store)]
    return sorted(found, key=lambda reading: (reading.order, reading.name))


def _reading(
    store: Store, item: Written, known: Names, documents: Mapping[str, Source], view_of: ViewOf
) -> Reading:
    draft = read_briefing(item.markdown)
    answers = Answers(store, named=draft.named, names=known, sources=documents, view_of=view_of)
    found, problems = _answered(draft, answers)
    parts = _parts(draft, found)
    said = {place: answer for place, answer in found.items() if isinstance(answer, Said)}
    words = {place: f"{answer.before} {answer.text}".strip() for place, answer in said.items()}
    text = " ".join(_texts(draft, words))
    return Reading(
        item.briefing,
        draft.topic,
        draft.order,
        plain(draft.title, words),
        plain(draft.standfirst, words),
        parts,
        said,
        sources_of(found.values()),
        _minutes(text, found.values()),
        _mark(text, found.values()),
        (*draft.problems, *problems),
    )


def _minutes(text: str, answers: Iterable[Said | Shown]) -> int:
    cards = sum(isinstance(answer, Shown) for answer in answers)
    return max(1, round((len(text.split()) + cards * WORDS_OF_A_CARD) / WORDS_A_MINUTE))


def _answered(draft: Draft, answers: Answers) -> tuple[dict[int, Said | Shown], list[Problem]]:
    found: dict[int, Said | Shown] = {}
    problems = []
    for place, call in enumerate(draft.calls):
        try:
            found[place] = answers.answer(call)
        except PlaceboardError as error:
            problems.append(Problem(call.line, f"{{{{ {_written(call)} }}}}: {error}"))
    return found, problems


def _written(call: Call) -> str:
    return " ".join([call.kind, *call.names, *(f"{name}={text}" for name, text in call.options.items())])


def _parts(draft: Draft, found: Mapping[int, Said | Shown]) -> tuple[Part, ...]:
    places = {id(call): place for place, call in enumerate(draft.calls)}
    parts = []
    for section in draft.sections:
        answers: list[Said | Shown] = []
        blocks: list[Prose | Shown] = []
        for block in section.blocks:
            if isinstance(block, Prose):
                asked = [token.meta.get("at", -1) for token in calls_in(block.tokens)]
                answers += [found[place] for place in asked if place in found]
                blocks.append(block)
            elif isinstance(shown := found.get(places[id(block)]), Shown):
                answers.append(shown)
                blocks.append(shown)
        starred = any(isinstance(answer, Said) and answer.status == "extrapolated" for answer in answers)
        parts.append(
            Part(section.heading, _slug(section.heading), tuple(blocks), sources_of(answers), starred)
        )
    return tuple(parts)


def _slug(heading: str) -> str:
    """Return the id of a heading."""
    return f"briefing-{re.sub('[^a-z0-9]+', '-', heading.lower()).strip('-')}"


def _texts(draft: Draft, words: Mapping[int, str]) -> Iterable[str]:
    yield plain(draft.title, words)
    yield plain(draft.standfirst, words)
    for section in draft.sections:
        yield section.heading
        yield from (plain(block.tokens, words) for block in section.blocks if isinstance(block, Prose))


def _mark(text: str, answers: Iterable[Said | Shown]) -> str:
    shown = [
        f"{answer.view.title} {answer.view.table.rows}" for answer in answers if isinstance(answer, Shown)
    ]
    return hashlib.sha256("\n".join([text, *shown]).encode()).hexdigest()[:MARK_LENGTH]
