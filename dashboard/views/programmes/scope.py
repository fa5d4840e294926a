"""What a choice on the page of programmes covers: its bids, what they claim, and how far that holds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from dashboard.domain import programmes as rules
from dashboard.domain.address import to_query
from dashboard.domain.fact import Fact
from dashboard.domain.programmes import Kind, Parts, Sum
from dashboard.domain.view import Cell
from dashboard.domain.words import listed
from dashboard.queries import programmes as queries
from dashboard.queries.programmes import Effect, Programme, YearSum
from dashboard.queries.sources import Correction, corrections
from dashboard.store import Store
from dashboard.views.programmes.choices import (
    DISPUTES,
    EVERYTHING,
    EXPECTED,
    EXPLAINED,
    GAINS,
    NOT_GIVEN,
    PATH,
    REACHES,
    ProgrammesSelection,
    body_words,
    counted_words,
)


@dataclass(frozen=True)
class Claim:
    """One gain that a bid claims, with what it asks for and costs, and how far the gain can be believed."""

    bid: Programme
    gains: tuple[Sum, ...]
    ask: Fact | None
    cost: Fact | None
    why_no_cost: str
    belief: str
    disputes: tuple[Correction, ...]
    parts: Parts | None
    doubted: Parts | None
    explained: tuple[Correction, ...]
    name: str

    @property
    def kind(self) -> Kind:
        """How the gain is counted."""
        return self.gains[0].kind

    @property
    def figure(self) -> str:
        """The figure of the gain."""
        return self.gains[0].figure

    def returns(self, per: str) -> tuple[Fact, ...]:
        """Return the gain for each pound asked for ("grant") or of total cost ("cost"), an end each.

        What was achieved before, was budgeted already or illustrates is no return, and gives none.
        """
        if self.kind.claim not in EXPECTED:
            return ()
        paid = self.ask if per == "grant" else self.cost
        unit = "£ a year" if self.kind.basis == "annual" else "£"
        made = [
            rules.per_pound(f"{self.figure}.{per}.{gain.bound}", gain.fact, paid, unit) for gain in self.gains
        ]
        return tuple(fact for fact in made if fact is not None)


@dataclass(frozen=True)
class Held:
    """What the store holds of programmes, whatever is chosen."""

    every: tuple[Programme, ...]
    sums: tuple[Sum, ...]
    parts: tuple[Parts, ...]
    corrections: tuple[Correction, ...]
    labels: Mapping[str, str]
    years: tuple[YearSum, ...]
    gap: Sum | None
    effects: tuple[Effect, ...]


@dataclass(frozen=True)
class Scope:
    """The bids that a selection covers, with what they claim."""

    store: Store
    selection: ProgrammesSelection
    held: Held

    @property
    def every(self) -> tuple[Programme, ...]:
        """Every bid, portfolio and programme."""
        return self.held.every

    @cached_property
    def bids(self) -> dict[str, Programme]:
        """The bids that the theme, kind of body and region leave, by name."""
        return {item.programme: item for item in self.all_bids if self._chosen(item)}

    @cached_property
    def all_bids(self) -> tuple[Programme, ...]:
        """Every bid, whatever is chosen."""
        return tuple(item for item in self.every if item.level == "bid")

    def _chosen(self, item: Programme) -> bool:
        asked = self.selection
        return (
            asked.theme in (EVERYTHING, item.theme)
            and (not asked.body or asked.body in item.body_types)
            and (not asked.region or asked.region in item.regions)
        )

    @cached_property
    def disputed(self) -> Mapping[str, tuple[Correction, ...]]:
        """The corrections of each figure that its document contradicts."""
        return self._corrected(DISPUTES)

    @cached_property
    def explained(self) -> Mapping[str, tuple[Correction, ...]]:
        """The corrections of each figure whose difference is one of basis."""
        return self._corrected((EXPLAINED,))

    def _corrected(self, kinds: tuple[str, ...]) -> Mapping[str, tuple[Correction, ...]]:
        found: dict[str, tuple[Correction, ...]] = {}
        for item in self.held.corrections:
            figure = item.subject.partition(" ")[0]
            if item.kind in kinds:
                found[figure] = (*found.get(figure, ()), item)
        return found

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every gain that the bids in scope claim and that can be compared, in the order of the document."""
        gains: dict[tuple[str, str, Kind], tuple[Sum, ...]] = {}
        for item in self.held.sums:
            if item.root in self.bids and item.gain in GAINS and item.basis != "unstated":
                key = (item.programme, item.figure, item.kind)
                gains[key] = (*gains.get(key, ()), item)
        return tuple(self._claim(own) for own in gains.values())

    def _claim(self, gains: tuple[Sum, ...]) -> Claim:
        first = gains[0]
        ask = self.paid(first.programme, "ask") or self.paid(first.root, "ask")
        costs = rules.whole_cost(self._own(first.root, "cost"))
        why = _why_no_cost(first.kind, costs)
        cost = None if why else rules.added(f"{first.root}.cost", costs)
        bid = self.bids[first.root]
        split = sum(item.programme != item.root for item in self._own(first.root, "ask")) > 1
        return Claim(
            bid,
            gains,
            ask,
            cost,
            why,
            rules.belief(first.figure, self.held.parts, frozenset(self.disputed), frozenset(self.explained)),
            self.disputed.get(first.figure, ()),
            rules.furthest(first.figure, self.held.parts),
            rules.doubted(first.figure, self.held.parts),
            self.explained.get(first.figure, ()),
            f"{bid.name} ({self.named(first.programme)})" if split else bid.name,
        )

    def _own(self, programme: str, measure: str) -> list[Sum]:
        return [
            item
            for item in self.held.sums
            if item.measure == measure and programme in (item.programme, item.root)
        ]

    def paid(self, programme: str, measure: str) -> Fact | None:
        """Return what a bid or a part of one asks for, costs, or finds itself ("ask", "cost", "match")."""
        own = self._own(programme, measure)
        whole = rules.whole_cost(own) if measure == "cost" else own
        return rules.added(f"{programme}.{measure}", whole)

    @cached_property
    def kinds(self) -> dict[str, list[Claim]]:
        """The claims by how they are counted: first the expected ones, then those of most bids."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.kind.name, []).append(claim)
        return dict(
            sorted(
                found.items(),
                key=lambda item: (item[1][0].kind.claim != "expected", -len(item[1]), item[0]),
            )
        )

    @property
    def kind(self) -> str:
        """The way of counting chosen, or the one that most bids share."""
        return self.selection.kind or next(iter(self.kinds), "")

    @cached_property
    def instead_of(self) -> Kind | None:
        """The way of counting that most bids share, where none of those chosen counts so."""
        if self.selection.kind or not self.bids:
            return None
        usual = next((own[0].kind for own in unfiltered(self).kinds.values()), None)
        return usual if usual and self.kind and usual.name != self.kind else None

    def readings(self, claim: Claim) -> list[Claim]:
        """Return a claim's own figure as it is printed on other bases."""
        same = (claim.figure, claim.gains[0].programme)
        known = [item for item in self.claims if (item.figure, item.gains[0].programme) == same]
        return [item for item in known if item.kind != claim.kind]

    def effects_of(self, bid: str) -> list[Effect]:
        """Return what the award to a bid is itself said to bring."""
        return [item for item in self.held.effects if item.root == bid]

    @property
    def chosen(self) -> list[Claim]:
        """The claims counted in the way chosen."""
        return self.kinds.get(self.kind, [])

    def ranked(self, claims: list[Claim], per: str) -> list[Claim]:
        """Return claims of one kind by their return, the largest first; those without one are left out."""
        rules.alike([gain for claim in claims for gain in claim.gains])
        known = [claim for claim in claims if claim.returns(per)]
        return sorted(known, key=lambda claim: -claim.returns(per)[0].amount)

    @cached_property
    def record(self) -> Programme | None:
        """The programme whose record is asked for."""
        return next((item for item in self.every if item.programme == self.selection.programme), None)

    @cached_property
    def branch(self) -> frozenset[str]:
        """The programme whose record is asked for with its parts; nothing where none is asked for."""
        asked = self.selection.programme
        return frozenset(queries.branch(self.store, asked)) if asked else frozenset()

    def covers(self, programme: str) -> bool:
        """Return whether a programme belongs to what is asked for: the record, or everything."""
        return not self.branch or programme in self.branch

    def named(self, programme: str) -> str:
        """Return the name of a programme."""
        return self.held.labels.get(programme, programme).partition(":")[0]

    def holder(self, item: Correction) -> Programme | None:
        """Return the bid or programme on whose lines a correction stands: the last that begins before it."""
        tops = [p for p in self.every if p.source_id == item.source_id and p.source_line <= item.source_line]
        return max(tops, key=lambda p: p.source_line, default=None)

    @property
    def where(self) -> str:
        """What is chosen, for the end of a sentence."""
        asked = self.selection
        themes = {item.theme: item.theme_label for item in self.all_bids}
        parts = [
            *([f"theme {themes.get(asked.theme, asked.theme)}"] if asked.theme else []),
            *([f"bodies of the kind {body_words(asked.body)}"] if asked.body else []),
            *([asked.region] if asked.region else []),
        ]
        return f" ({listed(parts)})" if parts else ""

    def address(self, **choices: object) -> str:
        """Return the address of this page with other choices, keeping those that are made."""
        kept = replace(self.selection, table=(), programme="")
        return f"{PATH}{to_query(replace(kept, **choices))}"  # type: ignore[arg-type]

    def bid_cell(self, bid: Programme, words: str = "") -> Cell:
        """Return the row heading of a bid: its name, leading to its record."""
        return Cell(words or bid.name, href=self.address(programme=bid.programme), heading=True)


def unfiltered(found: Scope) -> Scope:
    """Return what the page covers whatever theme, kind of body and region are chosen."""
    return replace(found, selection=replace(found.selection, theme="", body="", region=""))


def scope(store: Store, selection: ProgrammesSelection) -> Scope:
    """Return what a selection covers."""
    return Scope(store, selection, _held(store, store.release_id))


@lru_cache(maxsize=2)
def _held(store: Store, _release: str) -> Held:
    """Return what a release holds; each choice asks for all of it, so it is read once."""
    every = tuple(queries.programmes(store))
    sources = dict.fromkeys(item.source_id for item in every)
    return Held(
        every,
        tuple(queries.sums(store)),
        tuple(queries.parts(store)),
        tuple(item for source in sources for item in corrections(store, source_id=source)),
        queries.labels(store),
        tuple(queries.years(store)),
        next(iter(queries.gaps(store)), None),
        tuple(queries.effects(store)),
    )


def _why_no_cost(gain: Kind, costs: list[Sum]) -> str:
    """Return why a gain is not divided by the costs of its bid, or nothing where it can be."""
    if not costs:
        return NOT_GIVEN
    if rules.cost_fits(gain, costs[0].kind):
        return ""
    if gain.reach != costs[0].reach:
        return f"not comparable: a cost {REACHES[costs[0].reach]}"
    return f"not comparable: a cost {counted_words(costs[0].kind)}"
