"""What happens to a return when things go less well than planned."""

from dashboard.domain.fact import Fact
from dashboard.domain.view import Cell, Table, View
from dashboard.domain.words import measured
from dashboard.figures import programmes as figures
from dashboard.queries import programmes as queries
from dashboard.queries.programmes import Return
from dashboard.views.programmes.cards import bars_height, bars_told, heads, labelled, line_cell, nothing
from dashboard.views.programmes.choices import REACHES
from dashboard.views.programmes.scope import Scope


def cases(found: Scope) -> View:
    """Return the return and payback of each sensitivity case of the programme that prints them."""
    every = [item for item in queries.returns(found.store) if item.scenario_kind in ("base", "sensitivity")]
    own = [item for item in every if found.covers(item.programme)]
    if not own:
        return nothing("cases", "No sensitivity cases are printed", charted=True)
    returns = [item for item in own if item.kind == "return"]
    paybacks = {item.scenario: item for item in own if item.kind == "payback"}
    facts = [_return_fact(item) for item in (*returns, *paybacks.values())]
    rows = [(item.scenario_label, item.value or 0.0, measured(item.value, item.unit)) for item in returns]
    return View(
        name="programmes.cases",
        title=_cases_title(found, returns, list(paybacks.values())),
        subtitle=f"{found.named(own[0].programme)}: return on investment in each case as printed, "
        f"{REACHES.get(own[0].beneficiary, '')}, %",
        table=Table(
            "Return and payback by case",
            heads("Case", "Return on investment", "Payback", numbers=("Return on investment", "Payback")),
            tuple(
                (
                    Cell(item.scenario_label, heading=True),
                    _printed_cell(item),
                    _printed_cell(paybacks[item.scenario])
                    if item.scenario in paybacks
                    else Cell("not given"),
                )
                for item in returns
            ),
        ),
        facts=tuple(facts),
        records=labelled(facts, {item.figure: item.label for item in own}),
        method="As printed. The sums behind these cases are printed nowhere, so none can be worked out "
        "again. "
        "They count benefits to "
        "the whole public sector; the years above are those of the partners alone, and the two are never "
        "drawn as one.",
        chart=figures.sums_figure(rows),
        alternative=bars_told((name, words) for name, _, words in rows),
        height_rem=bars_height(len(rows)),
    )


def _return_fact(item: Return) -> Fact:
    where = (item.source_id, item.source_line, item.locator)
    return Fact(item.figure, item.scenario, item.value, item.unit, item.printed, item.status, *where)


def _printed_cell(item: Return) -> Cell:
    cell = line_cell(item.source_id, item.source_line)
    return Cell(measured(item.value, item.unit), href=cell.href, number=True)


def _cases_title(found: Scope, returns: list[Return], paybacks: list[Return]) -> str:
    worst = min(returns, key=lambda item: item.value or 0.0)
    base = next((item for item in returns if item.scenario_kind == "base"), returns[0])
    longest = max((item.value or 0.0 for item in paybacks), default=0.0)
    paid = f"; it pays back within {measured(longest, paybacks[0].unit)} in every case" if paybacks else ""
    return (
        f"{found.named(worst.programme)}: the return claimed falls from {measured(base.value, base.unit)} to "
        f"{measured(worst.value, worst.unit)} in the worst case, {worst.scenario_label.lower()}{paid}"
    )
