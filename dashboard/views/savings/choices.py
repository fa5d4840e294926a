"""What a reader can choose on the savings page, and what a choice covers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from dashboard.domain import savings as rules
from dashboard.domain.address import Selection, choice, known, several, several_known, to_query
from dashboard.domain.fact import Fact
from dashboard.domain.view import Cell
from dashboard.domain.words import MISSING, size
from dashboard.queries import savings as queries
from dashboard.queries.savings import Option
from dashboard.store import Store

PATH = "/savings"
OVERVIEW = (
    "waterfall",
    "groups",
    "start",
    "differs",
    "ranked",
    "concentration",
    "options",
    "posts",
    "investment",
    "share",
    "process",
    "contradictions",
    "conflicts",
)
RECORD = ("profile", "fields", "tables", "remarks")
COMPARISON = ("compare", "sides")
CARD_NAMES = (*OVERVIEW, *RECORD, *COMPARISON)
BASES = {
    "discrete": "Discrete-year change",
    "annual": "Running annual effect",
    "cash": "Cumulative cash",
}
GROUPS = {"theme": "By theme", "service": "By service"}
STARTS = {"first_change": "First year of change", "printed": "Start year as printed"}
NATURES = {
    "recurrent": "Lasting",
    "temporary": "Temporary",
    "capital": "Capital",
    "unstated": "Nature unstated",
}
MOST_COMPARED = 4
MOST_DRAWN = 12


@dataclass(frozen=True)
class SavingsSelection(Selection):
    """What a reader can choose on the savings page; `table` names the cards whose table is open."""

    basis: str = choice(*BASES)
    by: str = choice(*GROUPS)
    start: str = choice(*STARTS)
    theme: str = known("theme")
    programme: str = known("programme")
    option: str = known("option")
    compare: tuple[str, ...] = several_known("option", most=MOST_COMPARED)
    table: tuple[str, ...] = several(*CARD_NAMES)


@dataclass(frozen=True)
class Scope:
    """The options that a selection covers, with their figures on each basis."""

    store: Store
    selection: SavingsSelection
    programme: str
    every: tuple[Option, ...]
    themes: Mapping[str, str]

    @cached_property
    def options(self) -> dict[str, Option]:
        """The options of the chosen theme, or all of the programme, by id."""
        theme = self.selection.theme
        return {item.option_id: item for item in self.every if theme in ("", item.theme)}

    @cached_property
    def changes(self) -> list[Fact]:
        """The budget changes of those options as printed, by year; minus is a saving."""
        return self._known(queries.effects(self.store, self.programme, "discrete"))

    @cached_property
    def years(self) -> list[str]:
        """The years of the programme's tables."""
        return sorted({fact.period for fact in self.changes})

    @property
    def span(self) -> str:
        """The years in words."""
        return self.years[0] if len(self.years) == 1 else f"{self.years[0]} to {self.years[-1]}"

    @property
    def basis(self) -> str:
        """The basis chosen."""
        return self.selection.basis

    @property
    def where(self) -> str:
        """The theme chosen, for the end of a phrase."""
        label = self.themes.get(self.selection.theme, "")
        return f" in {label[:1].lower()}{label[1:]}" if label else ""

    @property
    def counted(self) -> str:
        """How many options there are, in words."""
        return counted(len(self.options))

    def reference(self, name: str) -> str:
        """Return the printed reference of an option of the programme."""
        return next(option.reference for option in self.every if option.option_id == name)

    def on(self, basis: str) -> list[Fact]:
        """Return the figures of those options by year on a basis; only discrete changes are printed."""
        if basis == "discrete":
            return self.changes
        facts = self._known(queries.effects(self.store, self.programme, basis))
        return rules.marked(facts, "changes added up" if basis == "annual" else "annual effects added up")

    def amounts(self, basis: str) -> dict[str, Fact]:
        """Return one figure for each option: what it comes to on a basis."""
        last = rules.last_of_each(self.on("cash" if basis == "cash" else "annual"))
        period = self.years[-1] if basis == "annual" else self.span
        return {name: replace(fact, period=period) for name, fact in last.items()}

    def measure(self, basis: str) -> str:
        """Return what `amounts` are, in words."""
        return {
            "discrete": f"Discrete-year changes of {self.span} added up",
            "annual": f"Running annual effect in {self.years[-1]}",
            "cash": f"Cash over {self.span}",
        }[basis]

    def address(self, **choices: object) -> str:
        """Return the address of the page with other choices in the same programme."""
        kept = SavingsSelection(programme=self.selection.programme)
        return f"{PATH}{to_query(replace(kept, **choices))}"  # type: ignore[arg-type]

    def option_cell(self, option: Option) -> Cell:
        """Return the row heading of an option: its name, leading to its record."""
        return Cell(option.name, href=self.address(option=option.option_id), heading=True)

    def _known(self, facts: list[Fact]) -> list[Fact]:
        return [fact for fact in facts if fact.series in self.options and fact.value is not None]


def scope(store: Store, selection: SavingsSelection) -> Scope:
    """Return what a selection covers, in its programme, in that of its options, or in the latest."""
    programme = selection.programme or next(iter(_programmes(store, selection)), "")
    return Scope(store, selection, programme, *_held(store, store.release_id, programme))


@lru_cache(maxsize=16)
def _held(store: Store, _release: str, programme: str) -> tuple[tuple[Option, ...], dict[str, str]]:
    """Return the options and themes of a programme; each choice asks for all of them."""
    themes = {theme.theme: theme.label for theme in queries.themes(store, programme)}
    return tuple(queries.options(store, programme)), themes


def _programmes(store: Store, selection: SavingsSelection) -> list[str]:
    asked = selection.option or next(iter(selection.compare), "")
    return queries.programmes_of(store, asked) if asked else queries.programmes(store)


def counted(number: int) -> str:
    """Return a number of options in words."""
    return f"{number} option" if number == 1 else f"{number} options"


def outcome(value: float) -> str:
    """Return a budget change as a saving or a cost, in words."""
    if not value:
        return "no change"
    return f"a {'saving' if value < 0 else 'cost'} of {size(value)}"


def nature_words(nature: str) -> str:
    """Return a nature for the end of a phrase."""
    return NATURES[nature].lower()


def text_or_missing(text: str | None) -> str:
    """Return the text, or the words for what is not printed."""
    return text or MISSING
