"""Series of figures: picked out, compared at their ends, and told in words."""

from collections.abc import Mapping, Sequence

from dashboard.domain import deficit as rules
from dashboard.domain.fact import Fact, by_period
from dashboard.domain.words import listed, millions, size
from dashboard.queries import deficit as queries
from dashboard.store import Store
from dashboard.views.deficit.choices import SCENARIOS


def of(facts: Sequence[Fact], series: str) -> list[Fact]:
    """Return the figures of one series."""
    return [fact for fact in facts if fact.series == series]


def ends(store: Store, measure: str) -> tuple[Fact, Fact]:
    """Return the figure of each path in the last year that both are printed for."""
    facts = queries.trajectories(store, measure)
    year = rules.latest_common(facts, *SCENARIOS)
    nothing, model = (by_period(facts, series)[year] for series in SCENARIOS)
    return nothing, model


def change(facts: Sequence[Fact]) -> float:
    """Return the last amount less the first."""
    return facts[-1].amount - facts[0].amount


def moved(amount: float) -> str:
    """Return a change as a verb with its size."""
    return f"{'rises' if amount > 0 else 'falls'} {size(amount)}" if amount else "stays the same"


def position(fact: Fact) -> str:
    """Return the figure as a deficit or a surplus."""
    return f"a {size(fact.amount)} {'deficit' if fact.amount < 0 else 'surplus'}"


def starred(facts: Sequence[Fact]) -> dict[str, str]:
    """Return the words of each period: an asterisk where the document extrapolates."""
    marked = {fact.period for fact in facts if fact.status == "extrapolated"}
    return {
        period: f"{period}*" if period in marked else period
        for period in sorted({fact.period for fact in facts})
    }


def all_told(labels: Mapping[str, str], facts: Sequence[Fact]) -> str:
    """Return every series in words, a sentence each, for those who cannot see the chart."""
    known = {label: of(facts, series) for series, label in labels.items()}
    return " ".join(f"{told(label, own)}." for label, own in known.items() if own)


def amounts_told(labels: Mapping[str, str], facts: Sequence[Fact]) -> str:
    """Return the amounts as a list in a sentence, each with its label."""
    return listed([f"{labels[fact.series]} {size(fact.amount)}" for fact in facts])


def told(label: str, facts: Sequence[Fact]) -> str:
    """Return one series in words."""
    return f"{label}: {', '.join(f'{millions(fact.shown)} in {fact.period}' for fact in facts)}"
