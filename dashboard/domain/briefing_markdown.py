"""The Markdown of briefings: which of it is understood, where a figure was typed, and its HTML.

The library reads it. HTML in a text is shown as text, and a link leads within the product or nowhere.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

CALL = "call"
OPEN, CLOSE = "{{", "}}"
UNDERSTOOD = ("heading", "list", "emphasis", "link", "backticks", "escape", "newline")
NUMBER_WORDS = (
    "three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|"
    "half|dozen"
)
TYPED = re.compile(rf"\S*\d\S*|\b(?:{NUMBER_WORDS})\b", re.IGNORECASE)
# A year, a span of years, or a day; what begins with a letter is a name, such as Table 40.
DATED = re.compile(r"\d{4}(/\d{2})?( (to|and) \d{4}(/\d{2})?)?|\d{1,2} [A-Z][a-z]+( \d{4})?")
AMOUNT = re.compile(r"[£%]|\d[.,]\d{3}|\d+\.\d+m")
NO_LINK = "a link must lead within the product and begin with / or #."


@cache
def engine() -> MarkdownIt:
    """Return the reader of Markdown: only what is understood, and calls."""
    reader = MarkdownIt("zero", {"html": False}).enable(list(UNDERSTOOD))
    reader.inline.ruler.push(CALL, _find_call)
    reader.add_render_rule(CALL, _answer)
    reader.add_render_rule("code_inline", _as_written)
    return reader


def blocks(text: str) -> list[Token]:
    """Return the blocks of a text."""
    return engine().parse(text)


def inline(text: str) -> list[Token]:
    """Return a text that is one line, such as a title."""
    return engine().parseInline(text)


def html(tokens: Sequence[Token], said: Mapping[int, str]) -> str:
    """Return the HTML of `tokens`, with what each call says, as HTML, by its place among the calls."""
    reader = engine()
    return str(reader.renderer.render(tokens, reader.options, {"said": said}))


def plain(tokens: Sequence[Token], said: Mapping[int, str]) -> str:
    """Return the words of `tokens`, with what each call says."""
    parts = ["".join(_word(token, said) for token in part.children) for part in tokens if part.children]
    return " ".join(parts)


def top_blocks(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the blocks that stand in no other, each with everything in it."""
    block: list[Token] = []
    for token in tokens:
        block.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield block
            block = []


def calls_in(tokens: Sequence[Token]) -> list[Token]:
    """Return the calls in `tokens`."""
    return [token for part in tokens for token in part.children or [] if token.type == CALL]


def stands_alone(block: Sequence[Token]) -> bool:
    """Whether a block is a paragraph that holds one call and nothing else."""
    if block[0].type != "paragraph_open":
        return False
    held = [token for token in block[1].children or [] if token.type != "text" or token.content.strip()]
    return [token.type for token in held] == [CALL]


def line_of(token: Token, above: int) -> int:
    """Return the line of a block, where `above` lines stand above the text it was read from."""
    return above + 1 + (token.map[0] if token.map else 0)


def pieces(tokens: Sequence[Token], above: int) -> Iterator[tuple[Token, int, str]]:
    """Yield each piece of text with its line and what is wrong with it, if anything."""
    for part in tokens:
        line = line_of(part, above)
        for token in part.children or []:
            if token.type == CALL:
                yield token, line_of(part, above) + token.meta["below"], ""
            else:
                yield token, line, _wrong(token)
            line += token.type in ("softbreak", "hardbreak")


def _wrong(token: Token) -> str:
    if token.type == "link_open" and not re.match(r"/(?!/)|#", str(token.attrGet("href"))):
        return f"“{token.attrGet('href')}”: {NO_LINK}"
    if token.type == "code_inline":
        return _wrong_name(token.content)
    if token.type != "text":
        return ""
    if OPEN in token.content:
        return f"A call is opened with {OPEN} and not closed with {CLOSE}."
    typed = TYPED.search(token.content)
    remedy = "Call the figure, or write a year or the name of a table between backticks."
    return f"“{typed[0]}” is typed. {remedy}" if typed else ""


def _wrong_name(text: str) -> str:
    """Return what is wrong with a text between backticks, which is to be a date or a name and no figure."""
    if AMOUNT.search(text) or (text[:1].isdigit() and not DATED.fullmatch(text)):
        return f"“{text}” is a figure, not a year or a name. Call it."
    return ""


def _find_call(state: StateInline, silent: bool) -> bool:
    end = state.src.find(CLOSE, state.pos) if state.src.startswith(OPEN, state.pos) else -1
    if end < 0:
        return False
    if not silent:
        token = state.push(CALL, "", 0)
        token.content = " ".join(state.src[state.pos + len(OPEN) : end].split())
        token.meta = {"below": state.src.count("\n", 0, state.pos)}
    state.pos = end + len(CLOSE)
    return True


def _word(token: Token, said: Mapping[int, str]) -> str:
    if token.type == CALL:
        return said.get(token.meta.get("at", -1), "")
    return " " if token.type in ("softbreak", "hardbreak") else token.content


def _answer(_renderer: Any, tokens: Sequence[Token], place: int, _options: Any, env: Any) -> str:  # noqa: ANN401
    return str(env["said"].get(tokens[place].meta.get("at", -1), ""))


def _as_written(_renderer: Any, tokens: Sequence[Token], place: int, _options: Any, _env: Any) -> str:  # noqa: ANN401
    return str(escapeHtml(tokens[place].content))
