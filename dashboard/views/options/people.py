"""Several people's weightings beside each other: where they agree and where not."""

from dashboard.domain.option_case import Case
from dashboard.domain.options import agreement
from dashboard.domain.view import Cell, Table, View
from dashboard.domain.words import listed
from dashboard.views.options.setting import Setting, percent, points, shown

NOBODY = (Cell("Here stand the ranks and weights of each person, once there is one."),)


def people_view(setting: Setting) -> View:
    """Return each person's ranks and weights, with the spread over all of them."""
    cases = [setting.with_weights(row) for row in setting.people]
    return View(
        name="options.people",
        title=_title(setting, cases),
        subtitle="Rank of each option, and share of the weight of each criterion, by person; scores and "
        f"what each level counts as set above. Derived.{setting.marked}",
        table=_table(setting, cases),
        facts=(),
        cited=setting.derived_facts if cases else (),
        records=tuple(person_record(setting, place, case) for place, case in enumerate(cases)),
        method="Each person’s weights are scaled to add to 100% and score the options as above. People "
        "agree on an option where its best and worst rank are the same. Names stay in this browser; the "
        "address holds the weights alone. Agreement is no aim in itself: the guidance is to find out "
        "why weights differ.",
    )


def person_record(setting: Setting, place: int, case: Case) -> dict[str, object]:
    """Return one person's ranks, scores and weights."""
    return {
        "person": place + 1,
        **{f"rank_{name}": rank for name, rank in zip(case.options, case.ranks, strict=True)},
        **{f"score_{name}": points(total) for name, total in zip(case.options, case.totals, strict=True)},
        **{f"share_{name}_pct": points(part) for name, part in zip(case.criteria, case.share, strict=True)},
        **setting.audit,
    }


def _table(setting: Setting, cases: list[Case]) -> Table:
    people = tuple(Cell(f"Person {place + 1}", heading=True, number=True) for place in range(len(cases)))
    head = (Cell("Option or criterion", heading=True), *people, Cell("Agreement", heading=True))
    spread = agreement([case.ranks for case in cases]) if cases else []
    ranks = tuple(
        (
            Cell(f"Rank of {setting.full_name(place)}", heading=True),
            *(Cell(str(case.ranks[place]), number=True) for case in cases),
            Cell(f"all rank {best}" if best == worst else f"from rank {best} to {worst}"),
        )
        for place, (best, worst) in enumerate(spread)
    )
    rows = (*ranks, *_weight_rows(setting, cases))
    return Table("Ranks and weights by person", head, rows, empty=NOBODY)


def _weight_rows(setting: Setting, cases: list[Case]) -> tuple[tuple[Cell, ...], ...]:
    rows = []
    for place, criterion in enumerate(setting.criteria) if cases else ():
        shares = [float(case.share[place]) for case in cases]
        spread = f"{shown(min(shares))} to {percent(max(shares))}"
        cells = (Cell(percent(share), number=True) for share in shares)
        rows.append((Cell(f"Weight of {criterion.title}", heading=True), *cells, Cell(spread)))
    return tuple(rows)


def _title(setting: Setting, cases: list[Case]) -> str:
    if not cases:
        return "Nobody’s weights are compared yet: save yours under a name, or load a set from a file"
    firsts: dict[tuple[int, ...], int] = {}
    for case in cases:
        firsts[case.leaders] = firsts.get(case.leaders, 0) + 1
    people = f"{len(cases)} {'people' if len(cases) > 1 else 'person'}"
    if len(cases) == 1:
        return f"One person’s weights put {setting.names(cases[0].leaders)} first; add others to compare"
    if len(firsts) == 1:
        return f"All {people} put {setting.names(cases[0].leaders)} first{_widest(setting, cases)}"
    parts = [
        f"{count} put{'s' * (count == 1)} {setting.names(ahead)} first"
        for ahead, count in sorted(firsts.items(), key=lambda item: -item[1])
    ]
    return f"Of {people}, {listed(parts)}{_widest(setting, cases)}"


def _widest(setting: Setting, cases: list[Case]) -> str:
    spans = [
        (max(shares) - min(shares), place)
        for place in range(len(setting.criteria))
        for shares in [[float(case.share[place]) for case in cases]]
    ]
    widest, place = max(spans, key=lambda span: (round(span[0], 9), -span[1]))
    return f"; they differ most on {setting.quoted(place)}" if widest > 0 else "; their weights are the same"
