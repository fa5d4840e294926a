"""Each saving as a share of the budget it comes from, where a share can be taken."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dashboard.domain import savings as rules
from dashboard.domain.fact import DERIVED, Fact
from dashboard.domain.view import Cell, Table, View, fact_cell
from dashboard.domain.words import listed, number, size
from dashboard.figures import savings as figures
from dashboard.figures.chart import empty_figure
from dashboard.queries import savings as queries
from dashboard.queries.savings import Budget, Option
from dashboard.views.savings.cards import bars_height, bars_told, gap, heads, labelled
from dashboard.views.savings.choices import Scope, counted

HALF = 50


@dataclass(frozen=True, slots=True)
class Stake:
    """One budget with the options that print it, those that lie inside it, and what may be said of it."""

    budget: str
    own: tuple[Option, ...]
    inside: tuple[Option, ...]
    base: rules.Base
    net: Fact | None
    saving: Fact | None
    notes: tuple[str, ...]

    @property
    def name(self) -> str:
        """The service, with the references of the options that print the budget."""
        return f"{self.own[0].service} ({', '.join(option.reference for option in self.own)})"

    @property
    def options(self) -> tuple[Option, ...]:
        """Every option whose saving comes out of this budget."""
        return (*self.own, *self.inside)


def stakes(found: Scope) -> list[Stake]:
    """Return every budget once, in the order of the first option that prints it."""
    by_option: dict[str, list[Budget]] = {}
    for amount in queries.budgets(found.store, found.programme):
        by_option.setdefault(amount.option_id, []).append(amount)
    shared = queries.shared_budgets(found.store, found.programme)
    effects = found.amounts("annual")
    members: dict[str, list[Option]] = {}
    for option in found.options.values():
        members.setdefault(option.budget, []).append(option)
    return [
        _stake(
            budget,
            own,
            [
                found.options[item.option_id]
                for item in shared
                if item.budget == budget and item.relation == "inside" and item.option_id in found.options
            ],
            [amount for option in own for amount in by_option.get(option.option_id, [])],
            effects,
            [
                _inside_words(item.budget, found)
                for item in shared
                if item.relation == "inside" and item.option_id == own[0].option_id
            ],
        )
        for budget, own in members.items()
    ]


def _inside_words(budget: str, found: Scope) -> str:
    names = [option.reference for option in found.every if option.budget == budget]
    return (
        f"lies inside the budget of {listed(names)} by description" if names else "lies inside another budget"
    )


def _stake(
    budget: str,
    own: list[Option],
    inside: list[Option],
    amounts: list[Budget],
    effects: dict[str, Fact],
    lies: list[str],
) -> Stake:
    first = [amount for amount in amounts if amount.option_id == own[0].option_id]
    gross, net = (
        next((amount for amount in first if amount.measure == kind), None) for kind in ("gross", "net")
    )
    known = [effects[option.option_id] for option in (*own, *inside) if option.option_id in effects]
    saving = (
        rules.added(
            f"{budget}.saving", known[0].period, known, f"the annual effects of {counted(len(known))}"
        )
        if known
        else None
    )
    amounts_of = (gross.value if gross else None, net.value if net else None)
    base = rules.share_base(
        *amounts_of, saving.amount if saving else 0.0, agrees=any(_agrees(option, amounts) for option in own)
    )
    notes = dict.fromkeys(amount.note for amount in amounts if amount.note and amount.measure == "net")
    return Stake(budget, tuple(own), tuple(inside), base, _net_fact(budget, net), saving, (*lies, *notes))


def _agrees(option: Option, amounts: Iterable[Budget]) -> bool:
    own = [(amount.measure, amount.value) for amount in amounts if amount.option_id == option.option_id]
    gross, net = (next((value for kind, value in own if kind == wanted), None) for wanted in ("gross", "net"))
    return rules.net_agrees(
        gross, [value for kind, value in own if kind == "income" and value is not None], net
    )


def _net_fact(budget: str, net: Budget | None) -> Fact | None:
    if net is None or net.value is None:
        return None
    where = (net.source_id, net.source_line, net.locator)
    return Fact(f"{budget}.net", net.financial_year, net.value, "£m", net.printed, net.status, *where)


def share(found: Scope) -> View:
    """Return the saving on each budget as a share of it, and the budgets of which none can be taken."""
    known = stakes(found)
    shares = {stake.budget: fact for stake in known if (fact := _share(stake))}
    known.sort(key=lambda stake: -shares[stake.budget].amount if stake.budget in shares else 1)
    labels = {
        f"{stake.budget}.{part}": f"{stake.name}, {words}"
        for stake in known
        for part, words in _PARTS.items()
    }
    facts = [
        fact
        for stake in known
        for fact in (stake.saving, stake.net, shares.get(stake.budget))
        if fact is not None
    ]
    drawn = [stake for stake in known if stake.budget in shares]
    rows = [(_short(stake), shares[stake.budget], _saved_of(stake)) for stake in drawn]
    return View(
        name="savings.share",
        title=_title(found, drawn, shares, len(known) - len(drawn)),
        subtitle=f"Annual effect in {found.years[-1]} as a share of the net budget printed, each "
        f"budget once{found.where}, %",
        table=Table(
            "Saving and net budget, £m, and the one as a share of the other",
            heads(
                "Budget",
                "Options it covers",
                "Saving",
                "Net budget",
                "Share",
                "Note",
                numbers=["Saving", "Net budget", "Share"],
            ),
            tuple(_row(stake, shares.get(stake.budget)) for stake in known),
        ),
        facts=tuple(facts),
        records=labelled(facts, labels),
        method="Several options print the same budget, so it is shown once with the savings of all "
        "of them added up, and "
        "of those whose own budget is a part of it by description: those stand again under their own "
        "budget, so "
        "neither budgets nor shares can be added. A share is taken only of a net budget that "
        "is above zero, no smaller than the saving, printed with a gross budget, and gross less "
        "income; the table gives the reason where there is none. Part of a saving may be extra income.",
        chart=figures.shares_figure(rows) if rows else empty_figure("No budget allows a share."),
        alternative=bars_told((name, f"{number(fact.value)}%") for name, fact, _ in rows)
        if rows
        else "No share can be taken.",
        height_rem=bars_height(len(rows)),
    )


_PARTS = {"saving": "saving", "net": "net budget", "share": "share"}


def _share(stake: Stake) -> Fact | None:
    if stake.base.amount is None or stake.saving is None or stake.net is None:
        return None
    value = round(-stake.saving.amount / stake.base.amount * 100, 1)
    where = f"Derived from {stake.net.locator} and the saving of {counted(len(stake.options))}"
    return Fact(
        f"{stake.budget}.share",
        stake.saving.period,
        value,
        "%",
        "",
        DERIVED,
        stake.net.source_id,
        None,
        where,
    )


def _short(stake: Stake) -> str:
    more = f" and {len(stake.own) - 1} more" if len(stake.own) > 1 else ""
    return f"{stake.own[0].reference}{more}, {stake.own[0].service.partition(' (')[0]}"


def _saved_of(stake: Stake) -> str:
    return f"{size((stake.saving or stake.net).amount)} of {size((stake.net or stake.saving).amount)}"  # type: ignore[union-attr]


def _row(stake: Stake, share_of: Fact | None) -> tuple[Cell, ...]:
    reason = stake.base.reason
    return (
        Cell(stake.name, heading=True),
        Cell(_covers(stake.own, stake.inside)),
        fact_cell(stake.saving) if stake.saving else gap(),
        replace(fact_cell(stake.net), note="") if stake.net else Cell("not applicable"),
        fact_cell(share_of) if share_of else Cell("none"),
        Cell("; ".join((*([f"no share: {reason}"] if reason else []), *_beside(stake)))),
    )


def _beside(stake: Stake) -> list[str]:
    """Return the notes on a budget that the reason for having no share does not say already."""
    return [note for note in stake.notes if note not in stake.base.reason]


def _covers(own: Iterable[Option], inside: Iterable[Option]) -> str:
    within = ", ".join(option.reference for option in inside)
    return ", ".join(option.reference for option in own) + (f"; inside it {within}" if within else "")


def _title(found: Scope, drawn: list[Stake], shares: dict[str, Fact], without: int) -> str:
    if not drawn:
        return f"No budget allows a saving to be given as a share of it{found.where}"
    budgets = f"{len(drawn)} budget{'' if len(drawn) == 1 else 's'}"
    rest = f"; for {without} more no share can be taken" if without else ""
    most = [stake for stake in drawn if shares[stake.budget].amount >= HALF]
    if most:
        return f"On {len(most)} of {budgets} the saving is half or more of the net amount{rest}"
    top = number(shares[drawn[0].budget].value)
    return f"The largest saving on one of {budgets} is {top}% of its net amount{rest}"
