"""Answer the calls of a briefing from the store."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs

from dashboard.domain.address import Names, Selection
from dashboard.domain.briefing_call import CARDS, Call
from dashboard.domain.briefing_reading import Said, Shown
from dashboard.domain.briefing_words import said_amount, said_share
from dashboard.domain.fact import DERIVED, Fact, derived
from dashboard.domain.view import View, line_address
from dashboard.domain.words import listed, period_words
from dashboard.queries.briefings import NamedFigure, figures_of, named_figures
from dashboard.queries.facts import FoundFact
from dashboard.queries.sources import Source
from dashboard.store import Store
from dashboard.views import view_selection
from dashboard.views.briefings.figures import CallError, one_figure

ViewOf = Callable[[str, Selection], View]


@dataclass(frozen=True, slots=True)
class _Amount:
    """A figure with the printed figures it rests on."""

    fact: Fact
    printed: tuple[FoundFact, ...]
    about: str


class Answers:
    """The answers to the calls of one briefing.

    `named` are its calls by the names they give, `view_of` makes a view.
    """

    def __init__(
        self,
        store: Store,
        *,
        named: Mapping[str, Call],
        names: Names,
        sources: Mapping[str, Source],
        view_of: ViewOf,
    ) -> None:
        self.store = store
        self._named = named
        self._names = names
        self._sources = sources
        self._view_of = view_of
        self._figures: dict[str, list[FoundFact]] = {}
        self._queries: dict[str, NamedFigure] | None = None
        self._asked: list[str] = []

    def answer(self, call: Call) -> Said | Shown:
        """Return what `call` says or shows.

        Raises:
            PlaceboardError: it cannot be answered; the message says what to do.
        """
        if call.kind in CARDS:
            return self._card(call)
        if call.kind == "finding":
            shown = self._shown(call.names[0])
            cited = tuple(dict.fromkeys(fact.source_id for fact in shown.view.quoted))
            return Said(shown.view.title, href=call.names[0], status="finding", sources=cited)
        if call.kind == "source":
            return self._source(call)
        return self._figure(call)

    def _shown(self, target: str) -> Shown:
        name, _, query = target.partition("?")
        selection = view_selection(name, parse_qs(query, keep_blank_values=True), self._names)
        return Shown(self._view_of(name, selection), selection)

    def _card(self, call: Call) -> Shown:
        shown = self._shown(call.names[0])
        if call.kind == "table":
            return replace(shown, view=_as_table(shown.view))
        if not shown.view.drawn:
            raise CallError(f"{shown.view.name} has no chart. Write {{{{ table {call.names[0]} }}}}.")
        return shown

    def _source(self, call: Call) -> Said:
        source = self._known_source(call.names[0])
        said = {
            "value": f"{source.title}, {source.published_text}",
            "title": source.title,
            "date": source.published_text,
            "vintage": source.vintage,
        }
        return Said(
            said[call.way],
            href=f"/sources?source={source.source_id}",
            status="source",
            sources=(source.source_id,),
        )

    def _known_source(self, source_id: str) -> Source:
        if source_id not in self._sources:
            raise CallError(f"there is no source {source_id}. There are {listed(sorted(self._sources))}.")
        return self._sources[source_id]

    def _figure(self, call: Call) -> Said:
        amount = self._amount(call)
        cited = tuple(dict.fromkeys([amount.fact.source_id, *(one.source_id for one in amount.printed)]))
        if call.way == "unshown":
            return Said("", sources=cited)
        before, text = "", ""
        if call.kind == "share":
            part, whole = (self._of_name(name).fact for name in call.names)
            text = said_share(part, whole, call.way, call.digits)
        else:
            before, text = said_amount(amount.fact, call.way, call.digits)
        is_derived = amount.fact.status == DERIVED
        return Said(
            text,
            before=before,
            href=_address(amount),
            about=amount.about,
            status=amount.fact.status,
            parents=tuple((_place(one), _line(one)) for one in amount.printed) if is_derived else (),
            sources=cited,
        )

    def _amount(self, call: Call) -> _Amount:
        amount = self._find(call)
        if amount.fact.value is None and call.way != "period":
            raise CallError(f"it is printed as “{amount.fact.printed}” and has no value. Say it as=period.")
        return amount

    def _find(self, call: Call) -> _Amount:
        if call.kind == "fact":
            return self._printed(call)
        if call.kind == "query":
            return self._query(call.names[0])
        if call.kind == "figure":
            return self._of_name(call.names[0])
        return self._worked_out(call)

    def _printed(self, call: Call) -> _Amount:
        source = self._known_source(call.names[0])
        if source.source_id not in self._figures:
            self._figures[source.source_id] = figures_of(self.store, source.source_id)
        found = one_figure(self._figures[source.source_id], source.source_id, call.options)
        fact = Fact(
            found.subject,
            found.period or "",
            found.value,
            found.unit,
            found.printed,
            found.status,
            found.source_id,
            found.source_line,
            found.locator,
        )
        period = f", {period_words(found.period)}" if found.period else ""
        place = f"{found.locator}, line {found.source_line}" if found.source_line else found.locator
        return _Amount(fact, (found,), f"{place}: {found.label}{period}, printed “{found.printed}”")

    def _query(self, name: str) -> _Amount:
        if self._queries is None:
            self._queries = {figure.figure: figure for figure in named_figures(self.store)}
        found = self._queries.get(name)
        if found is None:
            known = listed(sorted(self._queries))
            raise CallError(
                f"there is no query {name}. There are {known}; add one to the view briefing_figure."
            )
        if found.source_id is None:
            raise CallError(f"the query {name} finds nothing to count.")
        fact = Fact(
            name, "", found.value, found.unit, "", DERIVED, found.source_id, None, f"Derived: {found.meaning}"
        )
        return _Amount(fact, (), f"Derived: {found.meaning}")

    def _of_name(self, name: str) -> _Amount:
        call = self._named.get(name)
        if call is None:
            known = listed(sorted(self._named)) or "none"
            raise CallError(
                f"no call gives the name {name}. The names given are {known}; add name={name} to a call."
            )
        if name in self._asked:
            raise CallError(f"{name} is worked out from itself.")
        self._asked.append(name)
        try:
            return self._amount(call)
        finally:
            self._asked.pop()

    def _worked_out(self, call: Call) -> _Amount:
        parts = [self._of_name(name) for name in call.names]
        units = {part.fact.unit for part in parts}
        if len(units) > 1:
            raise CallError(f"{listed(list(call.names))} are in {listed(sorted(units))}, not in one unit.")
        facts = [part.fact for part in parts]
        value, unit = _result(call, [fact.amount for fact in facts], facts[0].unit)
        printed = tuple(dict.fromkeys(one for part in parts for one in part.printed))
        fact = replace(derived(call.kind, "", value, facts), unit=unit)
        return _Amount(fact, printed, fact.locator)


def _result(call: Call, values: list[float], unit: str) -> tuple[float, str]:
    if call.kind == "sum":
        return sum(values), unit
    if call.kind == "difference":
        return values[0] - values[1], unit
    if not values[1]:
        raise CallError(f"{call.names[1]} is nothing, so no share of it can be taken.")
    return 100 * values[0] / values[1], "%"


def _as_table(view: View) -> View:
    """Return a view that shows its table and no more."""
    bare: dict[str, Any] = {"chart": None, "matrix": None, "timeline": None, "plan": None}
    return replace(view, **bare, record=(), instead="", folded=False)


def _address(amount: _Amount) -> str:
    if amount.printed and amount.fact.status != DERIVED:
        return _line(amount.printed[0])
    return "" if amount.printed else f"/sources?source={amount.fact.source_id}"


def _line(figure: FoundFact) -> str:
    if figure.source_line:
        return line_address(figure.source_id, figure.source_line)
    return f"/sources?source={figure.source_id}"


def _place(figure: FoundFact) -> str:
    return f"line {figure.source_line}" if figure.source_line else figure.locator
