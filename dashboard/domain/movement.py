"""What changed between two quarters of one register; a risk is the same by its identity, not its number."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.domain.risk import Assessment, better, quarter_number

STATES = ("new", "returned", "closed", "up", "down", "level", "unknown")


@dataclass(frozen=True, slots=True)
class Move:
    """One risk or opportunity between two quarters.

    `state` is one of STATES; `run` is how many loaded quarters in a row it has stood at this score, and
    `gaps` how many quarters within them are not loaded.
    """

    before: Assessment | None
    now: Assessment | None
    state: str
    run: int
    gaps: int

    @property
    def entry(self) -> Assessment:
        """The later of its assessments."""
        found = self.now or self.before
        if found is None:
            raise ValueError("A move needs an assessment in one of its two quarters.")
        return found

    @property
    def renumbered(self) -> bool:
        """Whether it carries another number than before."""
        return bool(self.before and self.now and self.before.printed_id != self.now.printed_id)

    @property
    def change(self) -> int | None:
        """Current score less that of before, or None where either is not known."""
        if not self.before or not self.now:
            return None
        if self.before.current_score is None or self.now.current_score is None:
            return None
        return self.now.current_score - self.before.current_score

    @property
    def good(self) -> bool | None:
        """Whether the change is good news; None where there is none, or it is not known."""
        return better(self.entry.kind, self.change) if self.change else None


def movement(every: Sequence[Assessment], before: str, now: str) -> list[Move]:
    """Return what changed from quarter `before` to quarter `now`, in the order of the later register.

    `every` holds the assessments of all loaded quarters of one register.
    """
    then, later = _in_quarter(every, before), _in_quarter(every, now)
    here = [_move(then.get(name), entry, every, now) for name, entry in later.items()]
    gone = [Move(entry, None, "closed", 0, 0) for name, entry in then.items() if name not in later]
    return here + gone


def _move(then: Assessment | None, entry: Assessment, every: Sequence[Assessment], now: str) -> Move:
    path = {item.quarter: item for item in every if item.risk_id == entry.risk_id and item.quarter <= now}
    loaded = sorted({item.quarter for item in every if item.quarter <= now})
    run, gaps = standing(path, loaded)
    return Move(then, entry, _state(then, entry, len(path) > 1), run, gaps)


def _state(then: Assessment | None, entry: Assessment, known: bool) -> str:
    if then is None:
        return "returned" if known else "new"
    if then.current_score is None or entry.current_score is None:
        return "unknown"
    change = entry.current_score - then.current_score
    return "up" if change > 0 else "down" if change < 0 else "level"


def standing(path: Mapping[str, Assessment], loaded: Sequence[str]) -> tuple[int, int]:
    """Return how many loaded quarters in a row, up to the last, have the last one's score, and the gaps.

    `path` holds one risk's assessments by quarter, `loaded` every loaded quarter up to the last in order. A
    score that is not known has stood for none.
    """
    score = path[loaded[-1]].current_score
    if score is None:
        return 0, 0
    same: list[str] = []
    for quarter in reversed(loaded):
        entry = path.get(quarter)
        if entry is None or entry.current_score != score:
            break
        same.append(quarter)
    spanned = quarter_number(same[0]) - quarter_number(same[-1]) + 1
    return len(same), spanned - len(same)


def missing_between(before: str, now: str, loaded: Iterable[str]) -> int:
    """Return how many quarters between two are not loaded."""
    between = [quarter for quarter in set(loaded) if before < quarter < now]
    return quarter_number(now) - quarter_number(before) - 1 - len(between)


def _in_quarter(every: Iterable[Assessment], quarter: str) -> dict[str, Assessment]:
    return {entry.risk_id: entry for entry in every if entry.quarter == quarter}
