"""The sentences that several cards of the scenario page share."""

from dashboard.domain.scenario_levers import Lever
from dashboard.domain.words import MINUS, listed, number, size
from dashboard.views.scenario.work import Work

SMALL_GBP_M = 0.05
NOT_YET = "not in these years"


def position(amount: float, measure: str) -> str:
    """Return an amount as a deficit, a surplus or reserves in words."""
    tenth = round(amount, 1) + 0.0
    if measure == "reserves":
        return f"reserves {size(tenth)} short" if tenth < 0 else f"reserves of {size(tenth)}"
    added = " added up" if measure == "cumulative" else ""
    return f"a {size(tenth)} {'deficit' if tenth < 0 else 'surplus'}{added}"


def against(change: float) -> str:
    """Return a change from the new model as better or worse."""
    if abs(change) < SMALL_GBP_M:
        return "as in the new model"
    return f"{size(round(change, 1))} {'better' if change > 0 else 'worse'} than the new model"


def set_to(lever: Lever, value: float) -> str:
    """Return a value of a lever with its unit."""
    if lever.unit == "£m":
        return f"{MINUS if value < 0 else ''}{size(value)}"
    if lever.unit == "%":
        return f"{number(value)}%"
    return "on time" if not value else f"{number(value)} {'year' if value == 1 else 'years'} late"


def standing_words(work: Work) -> str:
    """Return where the reader's levers stand, for methods and exports."""
    moved = [
        f"{work.lever[name].label}: {set_to(work.lever[name], value)}"
        for name, value in work.current.settings.items()
    ]
    return f"Levers moved: {listed(moved)}." if moved else "No lever is moved."


def carried_on(work: Work) -> str:
    """Return what is said of years that this model carries on, where there are any."""
    ours = work.base.years[work.base.printed_years :]
    if not ours:
        return ""
    return (
        f"{listed(ours)} are carried on by us (**): funding, pressures and each stream of income "
        "change by as much "
        "as in the last year before, savings stay, and the savings target stays the same share of cost."
    )


def input_labels(work: Work) -> dict[str, str]:
    """Return the words of levers and ranges as downloads name them."""
    return {f"{kind}.{lever.lever}": lever.label for kind in ("lever", "range") for lever in work.levers}
