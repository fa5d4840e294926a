"""What a reader can choose on the risk page, and the register that the choices open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.domain.address import Selection, choice, known, several, whole_number
from dashboard.domain.matrix import Scale
from dashboard.domain.risk import CURRENT, OPPORTUNITY, RESIDUAL, RISK, Assessment, Band
from dashboard.domain.words import listed
from dashboard.queries import risk as queries
from dashboard.queries.risk import Held
from dashboard.store import Store

CARD_NAMES = (
    "matrix",
    "opportunities",
    "register",
    "fall",
    "direction",
    "owners",
    "movement",
    "conflicts",
    "record",
    "history",
)
SHOWN = {"both": "Now and after, with arrows", CURRENT: "Now", RESIDUAL: "After mitigation"}
KIND_WORDS = {"all": "Risks and opportunities", RISK: "Risks", OPPORTUNITY: "Opportunities"}
DIRECTION_WORDS = {
    "increasing": "Increasing",
    "level": "Level",
    "static": "Static",
    "reducing": "Reducing",
    "narrative": "In words only",
    "missing": "Not given",
}
SORTS = ("score", "number", "title", "owner", "after", "change", "direction")
HIGHEST_LEVEL = 10
NO_REGISTER = "No risk register is loaded."


@dataclass(frozen=True)
class RiskSelection(Selection):
    """What a reader can choose on the risk page; `table` names the cards whose table is open."""

    register: str = known("register")
    quarter: str = known("quarter")
    against: str = known("quarter")
    risk: str = known("risk")
    show: str = choice(*SHOWN)
    bands: str = known("band_scheme")
    owner: str = known("owner")
    direction: str = choice("any", *DIRECTION_WORDS)
    type: str = known("risk_type")
    kind: str = choice(*KIND_WORDS)
    impact: int = whole_number(HIGHEST_LEVEL)
    likelihood: int = whole_number(HIGHEST_LEVEL)
    position: str = choice("either", CURRENT, RESIDUAL)
    sort: str = choice(*SORTS)
    order: str = choice("usual", "reversed")
    table: tuple[str, ...] = several(*CARD_NAMES)


@dataclass(frozen=True, slots=True)
class Opened:
    """The quarter of a register that a page is about; `held` is None where no register is loaded."""

    held: Held | None
    entries: tuple[Assessment, ...]
    every: tuple[Assessment, ...]
    bands: tuple[Band, ...]

    @property
    def quarter(self) -> str:
        """The quarter, such as 2019/20-Q3."""
        return self.held.quarter if self.held else ""

    @property
    def scored(self) -> bool:
        """Whether any entry has a score."""
        return bool(self.held and self.held.scored)


def chosen(held: Sequence[Held], selection: RiskSelection) -> Held | None:
    """Return the register and quarter asked for, the latest of the register where it has no such quarter."""
    ours = [item for item in held if selection.register in ("", item.register)]
    asked = [item for item in ours if item.quarter == selection.quarter]
    return next(iter(asked or ours), None)


def opened(store: Store, selection: RiskSelection) -> Opened:
    """Return the register and quarter that the selection asks for, with its entries and bands."""
    held = chosen(queries.held(store), selection)
    every = queries.assessments(store, held.register) if held else []
    return Opened(
        held,
        tuple(entry for entry in every if held and entry.quarter == held.quarter),
        tuple(every),
        scheme_bands(store, selection),
    )


def scheme_bands(store: Store, selection: RiskSelection) -> tuple[Band, ...]:
    """Return the bands of the scheme asked for, or of the first."""
    every = queries.bands(store)
    scheme = selection.bands or next((band.scheme for band in every), "")
    return tuple(band for band in every if band.scheme == scheme)


def filtered(entries: Iterable[Assessment], selection: RiskSelection) -> list[Assessment]:
    """Return the entries that the chosen owner, direction and type leave."""
    return [
        entry
        for entry in entries
        if selection.owner in ("", entry.owner)
        and selection.direction in ("any", entry.travel)
        and selection.type in ("", entry.risk_type)
    ]


def filter_words(selection: RiskSelection) -> str:
    """Return the chosen owner, direction and type in words, or nothing."""
    parts = [
        *([f"owner {selection.owner}"] if selection.owner else []),
        *(
            [f"direction {DIRECTION_WORDS[selection.direction].lower()}"]
            if selection.direction != "any"
            else []
        ),
        *([f"type {selection.type}"] if selection.type else []),
    ]
    return listed(parts)


def off_scale(store: Store, open_: Opened, selection: RiskSelection) -> list[str]:
    """Return a sentence for each level asked for that the scale of the register does not reach."""
    scale = scale_of(store, open_, OPPORTUNITY if selection.kind == OPPORTUNITY else RISK)
    if scale is None:
        return []
    return [
        f"The address asks for {axis} {asked}, but the scale of this register ends at {max(levels)}. "
        "No entry can stand there."
        for axis, asked, levels in (
            ("impact", selection.impact, scale.impact),
            ("likelihood", selection.likelihood, scale.likelihood),
        )
        if asked > max(levels)
    ]


def scale_of(store: Store, opened: Opened, kind: str) -> Scale | None:
    """Return the scale of the register's entries of one kind, in the words for that kind."""
    versions = [entry.scale_version for entry in opened.entries if entry.kind == kind]
    return queries.scale(store, versions[0], opportunity=kind == OPPORTUNITY) if versions else None
