"""A briefing as written: its head, its sections, its calls, and what is wrong with it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from dashboard.domain.briefing_call import CARDS, Call, read_call
from dashboard.domain.briefing_markdown import (
    CALL,
    blocks,
    calls_in,
    inline,
    line_of,
    pieces,
    stands_alone,
    top_blocks,
)

FENCE = "---"
HEAD = ("topic", "title", "standfirst", "order")
FIELD = re.compile(r"([a-z]+):\s*(.*)")
LAST_HEADING = "What must be decided"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong on one line of a briefing, and what to do."""

    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs, lists and smaller headings, as the library reads them."""

    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it: prose, and calls that stand alone."""

    heading: str
    blocks: tuple[Prose | Call, ...]


@dataclass(slots=True)
class Draft:
    """A briefing as written.

    `calls` are all calls in their order; a call token names its place among them under "at". `named` are
    those that give their answer a name.
    """

    topic: str = ""
    order: int = 0
    title: tuple[Token, ...] = ()
    standfirst: tuple[Token, ...] = ()
    sections: tuple[Section, ...] = ()
    calls: list[Call] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def named(self) -> dict[str, Call]:
        """The calls that give their answer a name, by that name."""
        return {call.options["name"]: call for call in self.calls if "name" in call.options}


def read_briefing(text: str) -> Draft:
    """Return the briefing that `text` holds, with every problem found in it."""
    draft = Draft()
    lines = text.replace("\r\n", "\n").split("\n")
    end = _read_head(draft, lines)
    tokens = blocks("\n".join(lines[end:]))
    for token, line, words in pieces(tokens, end):
        _read_inline(draft, token, line, words)
    draft.sections = _sections(draft, tokens, end)
    _look_over(draft, lines)
    draft.problems.sort(key=lambda problem: problem.line)
    return draft


def _read_head(draft: Draft, lines: Sequence[str]) -> int:
    """Read the lines between the fences and return how many they are, fences included."""
    if lines[0].strip() != FENCE or FENCE not in [line.strip() for line in lines[1:]]:
        draft.problems.append(Problem(1, f"The first lines must be {', '.join(HEAD)}, between two {FENCE}."))
        return 0
    end = [line.strip() for line in lines].index(FENCE, 1)
    found = {}
    for number, line in enumerate(lines[1:end], 2):
        match = FIELD.fullmatch(line.strip())
        if match and match[1] in HEAD:
            found[match[1]] = (match[2], number)
        elif line.strip():
            draft.problems.append(Problem(number, f"Expected one of {', '.join(HEAD)}, a colon and a text."))
    missing = [name for name in HEAD if not found.get(name, ("", 0))[0]]
    draft.problems += [Problem(1, f"{name}: is missing between the {FENCE} lines.") for name in missing]
    _take_head(draft, {name: value for name, value in found.items() if name not in missing})
    return end + 1


def _take_head(draft: Draft, found: dict[str, tuple[str, int]]) -> None:
    draft.topic = found.get("topic", ("", 0))[0]
    order, line = found.get("order", ("0", 0))
    if order.isascii() and order.isdigit():
        draft.order = int(order)
    else:
        draft.problems.append(Problem(line, f"order: expected a whole number; found {order}."))
    draft.title, draft.standfirst = (
        _headline(draft, *found[name]) if name in found else () for name in ("title", "standfirst")
    )


def _headline(draft: Draft, text: str, line: int) -> tuple[Token, ...]:
    tokens = inline(text)
    for token, below, words in pieces(tokens, line - 1):
        _read_inline(draft, token, below, words)
    return tuple(tokens)


def _read_inline(draft: Draft, token: Token, line: int, problem: str) -> None:
    """Keep the problem of a piece of text, and read it where it is a call."""
    if problem:
        draft.problems.append(Problem(line, problem))
    if token.type != CALL:
        return
    try:
        call = read_call(token.content, line)
    except ValueError as error:
        draft.problems.append(Problem(line, f"{{{{ {token.content} }}}}: {error}"))
        return
    if call.options.get("name") in draft.named:
        draft.problems.append(Problem(line, f"The name {call.options['name']} is given twice."))
    token.meta["at"] = len(draft.calls)
    draft.calls.append(call)


def _sections(draft: Draft, tokens: Sequence[Token], above: int) -> tuple[Section, ...]:
    found: list[tuple[str, list[Prose | Call]]] = [("", [])]
    for block in top_blocks(tokens):
        tag, calls = block[0].tag, calls_in(block)
        if tag == "h2":
            found.append((block[1].content, []))
            continue
        if tag == "h1":
            draft.problems.append(
                Problem(line_of(block[0], above), "Begin headings with ##: # is the title.")
            )
        cards = [call for token in calls if (call := _read(draft, token)) and call.kind in CARDS]
        alone = stands_alone(block)
        if cards and not alone:
            words = f"{cards[0].kind} must stand in a paragraph of its own, between blank lines."
            draft.problems.append(Problem(cards[0].line, words))
        found[-1][1].append(cards[0] if cards and alone else Prose(tuple(block)))
    return tuple(Section(heading, tuple(parts)) for heading, parts in found if heading or parts)


def _read(draft: Draft, token: Token) -> Call | None:
    return draft.calls[token.meta["at"]] if "at" in token.meta else None


def _look_over(draft: Draft, lines: Sequence[str]) -> None:
    """Find what is wrong with the briefing as a whole."""
    last = draft.sections[-1].heading if draft.sections else ""
    if last != LAST_HEADING:
        words = f"The last heading must be ## {LAST_HEADING}; it is {f'## {last}' if last else 'missing'}."
        draft.problems.append(Problem(len(lines), words))
    cards = [call for call in draft.calls if call.kind in CARDS]
    views = [call.names[0].partition("?")[0] for call in cards]
    draft.problems += [
        Problem(call.line, f"{view} stands here twice; a briefing shows a card once.")
        for place, (call, view) in enumerate(zip(cards, views, strict=True))
        if view in views[:place]
    ]
