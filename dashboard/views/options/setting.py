"""What a reader has set for one appraisal, and the words for its options and criteria."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dashboard import __version__
from dashboard.domain.address import Selection, choice, known, marks, number_rows, numbers, several, to_query
from dashboard.domain.fact import Fact, derived
from dashboard.domain.option_acceptability import DRAWS, SEED
from dashboard.domain.option_case import WEIGHTINGS, Case
from dashboard.domain.options import ScoringError
from dashboard.domain.view import Record
from dashboard.domain.words import listed, number
from dashboard.queries import options as queries
from dashboard.queries.options import Appraisal, Criterion, Option
from dashboard.store import Store

PATH = "/options"
USUAL, HEAVIEST, MOST_PEOPLE = 50, 100, 12
CARD_NAMES = (
    "scores",
    "ranking",
    "sensitivity",
    "switch",
    "acceptability",
    "method",
    "trade",
    "people",
    "arguments",
)
WHAT_IF = "what if, not the council’s"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class OptionsSelection(Selection):
    """What a reader can choose: an appraisal, weights, what levels count, scores to try, others’ weights.

    A criterion that is not named weighs 50; `people` has a row of weights per person, in the order of the
    criteria; `table` names the cards whose table is open.
    """

    appraisal: str = known("appraisal")
    method: str = choice(*WEIGHTINGS)
    weights: tuple[tuple[str, int], ...] = numbers("criterion", HEAVIEST)
    scale: tuple[tuple[str, int], ...] = numbers("level", HEAVIEST)
    scores: tuple[tuple[str, str], ...] = marks("score", "level")
    people: tuple[tuple[int, ...], ...] = number_rows(MOST_PEOPLE, HEAVIEST)
    table: tuple[str, ...] = several(*CARD_NAMES)


@dataclass(frozen=True)
class Setting:
    """An appraisal as a reader has set it; `selection` says nothing that is as usual."""

    appraisal: Appraisal
    selection: OptionsSelection
    release: str
    draws: int = DRAWS
    seed: int = SEED

    @cached_property
    def case(self) -> Case:
        """The scoring that follows.

        Raises:
            ScoringError: nothing is scored, a score is missing, or no criterion has a weight.
        """
        if not self.appraisal.criteria or not self.appraisal.levels:
            raise ScoringError(
                f"{self.appraisal.head.title}: the document prints no scores, so there is nothing to weigh."
            )
        if self.gaps:
            option, criterion = self.gaps[0]
            raise ScoringError(
                f"{self.name(option)} has no score on {self.quoted(criterion)} in the document. Try one "
                "of your own to score it; a missing score is not taken for the lowest."
            )
        return self.with_weights(self.weights)

    def with_weights(self, weights: Sequence[int]) -> Case:
        """Return the scoring with other weights, in the order of the criteria."""
        return Case(
            tuple(option.option for option in self.options),
            tuple(criterion.criterion for criterion in self.criteria),
            tuple(
                tuple(self.level(option, criterion) for criterion in range(len(self.criteria)))
                for option in range(len(self.options))
            ),
            tuple((name, float(count)) for name, count in self.scale.items()),
            tuple(map(float, weights)),
            self.selection.method,
            self.draws,
            self.seed,
        )

    @cached_property
    def gaps(self) -> list[tuple[int, int]]:
        """The places of options and criteria that have no score, printed or tried."""
        return [
            (option, criterion)
            for option in range(len(self.options))
            for criterion in range(len(self.criteria))
            if not self.level(option, criterion)
        ]

    @property
    def options(self) -> tuple[Option, ...]:
        """The options, in the order printed."""
        return self.appraisal.options

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria, in the order printed."""
        return self.appraisal.criteria

    @cached_property
    def weights(self) -> tuple[int, ...]:
        """The weight of each criterion, from 0 to 100."""
        given = dict(self.selection.weights)
        return tuple(given.get(criterion.criterion, USUAL) for criterion in self.criteria)

    @cached_property
    def scale(self) -> dict[str, float]:
        """What each level counts, the worst first."""
        given = dict(self.selection.scale)
        return {level.level: given.get(level.level, level.number) for level in self.appraisal.levels}

    @cached_property
    def printed(self) -> dict[tuple[str, str], queries.Score]:
        """The printed score of each option and criterion."""
        return {(score.option, score.criterion): score for score in self.appraisal.scores}

    @cached_property
    def tried(self) -> dict[tuple[str, str], str]:
        """The scores a reader tries that differ from the printed ones."""
        given = dict(self.selection.scores)
        return {
            (option.option, criterion.criterion): level
            for option in self.options
            for criterion in self.criteria
            if (level := given.get(f"{option.option}-{criterion.criterion}"))
        }

    def level(self, option: int, criterion: int) -> str:
        """Return the level that counts: the one tried, else the one printed; empty where there is neither."""
        key = (self.options[option].option, self.criteria[criterion].criterion)
        printed = self.printed.get(key)
        return self.tried.get(key) or (printed.level if printed else "")

    def printed_words(self, option: str, criterion: str) -> str:
        """Return what is printed of an option on a criterion, or that nothing is."""
        score = self.printed.get((option, criterion))
        return score.printed if score else "nothing"

    @cached_property
    def cells(self) -> dict[str, tuple[str, str]]:
        """The option and criterion of each cell of the scores, by the name that an address gives it."""
        return {
            f"{option.option}-{criterion.criterion}": (option.option, criterion.criterion)
            for option in self.options
            for criterion in self.criteria
        }

    @property
    def prints_numbers(self) -> bool:
        """Whether the levels of the scale are numbers already, so that no reader chose them."""
        return all(level.level.isdigit() for level in self.appraisal.levels)

    def name(self, option: int) -> str:
        """Return what an option is called where it begins a sentence."""
        return f"Option {option + 1}"

    def full_name(self, option: int) -> str:
        """Return the number and the title of an option."""
        return f"{option + 1} {self.options[option].title}"

    def names(self, options: Sequence[int]) -> str:
        """Return several options as they stand in a sentence: option 3, or options 3 and 4."""
        words = listed([str(option + 1) for option in options])
        return f"option{'s' if len(options) > 1 else ''} {words}"

    def quoted(self, criterion: int) -> str:
        """Return a criterion as it stands in a sentence."""
        return f"“{self.criteria[criterion].title}”"

    @property
    def whose(self) -> str:
        """Whose weights and scores these are, to begin a sentence with."""
        weights = "equal weights" if self.case.equal else "your weights"
        return f"At {weights}{' and with what-if scores' if self.tried else ''}"

    @property
    def as_set(self) -> str:
        """The weights and what each level counts, for a picture or a page of paper that has no controls."""
        shares = [
            f"{LETTERS[place]} {percent(share)}" for place, share in enumerate(map(float, self.case.share))
        ]
        weights = "equal weights" if self.case.equal else f"weights {', '.join(shares)}"
        counts = ", ".join(f"{level} counts {count:g}" for level, count in self.scale.items())
        levels = "" if self.prints_numbers and not self.selection.scale else f"; {counts}"
        return f"As set: {weights}, {WEIGHTINGS[self.selection.method].lower()}{levels}."

    @property
    def marked(self) -> str:
        """What must stand beside every figure that rests on a reader's own scores."""
        return (
            f" {len(self.tried)} score{'s' * (len(self.tried) > 1)} changed: {WHAT_IF}." if self.tried else ""
        )

    @cached_property
    def score_facts(self) -> list[Fact]:
        """The printed scores as figures with their lines; a level is no number."""
        head = self.appraisal.head
        return [
            Fact(
                f"{score.option}.{score.criterion}",
                "",
                None,
                "",
                score.printed,
                score.status,
                head.source_id,
                score.source_line,
                score.locator,
            )
            for score in self.appraisal.scores
        ]

    @cached_property
    def derived_facts(self) -> tuple[Fact, ...]:
        """The printed scores and, worked out from them, the score of each option from 0 to 100.

        Where nothing is printed every score is the reader's own, and nothing is derived from a document.
        """
        scores = self.score_facts
        if not scores:
            return ()
        totals = [
            derived(option.option, "", points(total), scores)
            for option, total in zip(self.options, self.case.totals, strict=True)
        ]
        return (*scores, *totals)

    @property
    def link(self) -> str:
        """The address that shows the same."""
        return f"{PATH}{to_query(replace(self.selection, table=(), size='screen'))}"

    @cached_property
    def audit(self) -> Record:
        """Everything that the figures were worked out from, for files."""
        return {
            "appraisal": self.appraisal.head.appraisal,
            "weights": _pairs({c.criterion: w for c, w in zip(self.criteria, self.weights, strict=True)}),
            "method": self.selection.method,
            "scale": _pairs(self.scale),
            "what_if": "; ".join(
                f"{option}.{criterion}={level} ({WHAT_IF}; printed {self.printed_words(option, criterion)})"
                for (option, criterion), level in self.tried.items()
            ),
            "draws": self.draws,
            "seed": self.seed,
            "source_id": self.appraisal.head.source_id,
            "version": __version__,
            "release": self.release,
            "link": self.link,
        }

    @cached_property
    def ignored(self) -> list[str]:
        """A sentence for each choice of the address that belongs to another appraisal."""
        own = {criterion.criterion for criterion in self.criteria}
        strange = [name for name, _ in self.selection.weights if name not in own]
        strange += [name for name, _ in self.selection.scale if name not in self.scale]
        strange += [name for name, _ in self.selection.scores if name not in self.cells]
        wrong = [row for row in self.selection.people if len(row) != len(self.criteria)]
        return [f"The address sets “{name}”, which this appraisal does not have." for name in strange] + [
            f"The address has a person with {len(row)} weights; this appraisal has {len(self.criteria)} "
            "criteria."
            for row in wrong
        ]

    @property
    def people(self) -> list[tuple[int, ...]]:
        """The weights of each person that fit the criteria and count at least one."""
        return [row for row in self.selection.people if len(row) == len(self.criteria) and any(row)]


def setting(
    appraisal: Appraisal, selection: OptionsSelection, release: str, draws: int = DRAWS, seed: int = SEED
) -> Setting:
    """Return the appraisal as the selection sets it, with what is as usual left out of the selection."""
    asked = Setting(appraisal, selection, release, draws, seed)
    usual_scale = {level.level: level.number for level in appraisal.levels}
    printed = {name: asked.printed[cell].level for name, cell in asked.cells.items() if cell in asked.printed}
    tidy = replace(
        selection,
        appraisal=appraisal.head.appraisal,
        weights=() if set(asked.weights) == {USUAL} and not asked.ignored else selection.weights,
        scale=tuple(pair for pair in selection.scale if usual_scale.get(pair[0]) != pair[1]),
        scores=tuple(pair for pair in selection.scores if printed.get(pair[0]) != pair[1]),
    )
    return replace(asked, selection=tidy)


def chosen(store: Store, selection: OptionsSelection) -> Setting:
    """Return the appraisal that the selection names, or the first, as it sets it."""
    name = selection.appraisal or queries.appraisals(store)[0].appraisal
    return setting(queries.appraisal(store, name), selection, store.release_id)


def points(value: float) -> float:
    """Return a share from 0 to 1 as it is shown everywhere: of 100, to one decimal."""
    return round(100 * float(value), 1)


def shown(value: float) -> str:
    """Return a share from 0 to 1 as text of 100 with one decimal."""
    return f"{points(value):.1f}"


def percent(value: float) -> str:
    """Return a share from 0 to 1 as a percentage to one decimal."""
    return f"{number(points(value), 1)}%"


def _pairs(values: dict[str, float]) -> str:
    return ",".join(f"{name}={value:g}" for name, value in values.items())
