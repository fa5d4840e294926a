"""The risk page and what its choices change, asked as a browser asks it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from dash import Dash, no_update

from dashboard.app import STORE, create_app
from dashboard.callbacks.card import card_outputs
from dashboard.callbacks.risk import CARDS, CARDS_OF_CHOICE, CHOICES, chosen, show_cards
from dashboard.components.card import chart_card
from dashboard.domain.address import from_query, to_query
from dashboard.pages import risk as page
from dashboard.queries.names import names
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.views.cache import cache, remembered_sources, remembered_view
from dashboard.views.risk import RiskSelection
from tests.releases import altered_home
from tests.risks import SECOND_QUARTER, UNSCORED
from tests.shapes import attribute, ids_of, named, text_of, walk

USUAL: dict[str, str | None] = {
    "show": "both",
    "bands": "five_by_five_common",
    "owner": "all",
    "direction": "any",
    "type": "all",
    "kind": "all",
    "sort": "score",
    "against": "none",
}
OTHERS = {
    "show": "current",
    "bands": "four_bands",
    "owner": "Corporate Management Team",
    "direction": "level",
    "type": "Organisational",
    "kind": "opportunity",
    "sort": "title",
}


@pytest.fixture(scope="module")
def app(release_home: Path) -> Iterator[Dash]:
    made = create_app(Settings(home=release_home))
    yield made
    made.server.extensions[STORE].close()


@pytest.fixture(scope="module")
def two_quarters(release_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with a second quarter and with a register without scores."""
    home = tmp_path_factory.mktemp("two") / "home"
    store = Store(altered_home(release_home, home, *SECOND_QUARTER, *UNSCORED))
    yield store
    store.close()


@pytest.fixture(autouse=True)
def within(app: Dash) -> Iterator[None]:
    """Views are remembered by the application that asks."""
    with app.server.app_context():
        cache.clear()  # altered releases share a name
        yield


def shown(store: Store, **asked: str) -> Any:
    selection, notices = from_query(RiskSelection, asked, names(store))
    assert notices == []
    return page.layout(store, selection)


def part_of(tree: Any, component_id: str) -> Any:
    return next(item for item in walk(tree) if getattr(item, "id", None) == component_id)


def test_every_control_says_what_the_address_asks(store: Store) -> None:
    tree = shown(store, **OTHERS)
    for name, value in OTHERS.items():
        assert part_of(tree, CHOICES[name]).value == value
    tree = shown(store)
    assert {name: part_of(tree, control).value for name, control in CHOICES.items()} == USUAL


def test_every_field_has_a_label_of_its_own(store: Store) -> None:
    tree = shown(store)
    labelled = {label.html_for for label in named(tree, "Label") if getattr(label, "html_for", None)}
    assert {item.id for item in named(tree, "Select")} <= labelled


def test_a_level_that_the_scale_does_not_reach_is_told(store: Store) -> None:
    text = text_of(shown(store, impact="9", likelihood="5"))
    assert "asks for impact 9, but the scale of this register ends at 5" in text
    assert "asks for likelihood" not in text
    assert "asks for" not in text_of(shown(store, impact="5", likelihood="5"))


@pytest.mark.parametrize(("name", "value"), OTHERS.items())
def test_a_choice_changes_its_cards_to_what_the_address_would_show(
    store: Store, name: str, value: str
) -> None:
    parts = show_cards(store, CHOICES[name], {**USUAL, name: value}, "")
    outputs = [output for card in CARDS for output in card_outputs(f"risk.{card}")]
    assert len(parts) == len(outputs) + 1
    changed = [pair for pair in zip(outputs, parts, strict=False) if pair[1] is not no_update]
    cards = dict.fromkeys(str(output.component_id).split("-")[1] for output, _ in changed)
    assert tuple(cards) == CARDS_OF_CHOICE[name]
    tree = shown(store, **{name: value})
    for output, part in changed:
        if output.component_property == "data-pb-query":
            assert dict(parse_qsl(str(part).lstrip("?"))) == {name: value}
        else:
            there = part_of(tree, str(output.component_id))
            assert attribute(there, output.component_property) == part, (output.component_id, name)
    assert (parts[-1] is no_update) == (name != "bands")


def test_a_choice_reaches_its_cards_through_the_server(app: Dash) -> None:
    client = app.server.test_client()
    (callback,) = [
        item for item in client.get("/_dash-dependencies").get_json() if "risk-matrix-card" in item["output"]
    ]
    values: dict[str, Any] = {CHOICES[name]: value for name, value in USUAL.items()}
    values |= {CHOICES["direction"]: "level", page.Ids.KEPT: "?impact=4"}
    given = {
        kind: [{**item, "value": values[item["id"]]} for item in callback[kind]]
        for kind in ("inputs", "state")
    }
    named_ = (name.rpartition(".") for name in callback["output"].strip(".").split("..."))
    body = {
        "output": callback["output"],
        "outputs": [{"id": left, "property": right} for left, _, right in named_],
        "changedPropIds": [f"{CHOICES['direction']}.value"],
        **given,
    }
    answer = client.post("/_dash-update-component", json=body).get_json()["response"]
    assert answer["risk-register-card"]["data-pb-query"] == "?direction=level&impact=4"
    assert set(answer) & {"risk-movement-card", page.Ids.TILES} == set()


def test_the_bands_change_the_tiles_too(store: Store) -> None:
    *_, tiles = show_cards(store, CHOICES["bands"], {**USUAL, "bands": "four_bands"}, "")
    assert "Extreme, 15 to 25" in str(tiles)
    assert tiles == attribute(part_of(shown(store, bands="four_bands"), page.Ids.TILES), "data-pb-html")


def test_what_no_control_holds_is_kept(store: Store) -> None:
    selection = RiskSelection(impact=4, likelihood=4, position="current", order="reversed", owner="x")
    kept = page.kept(selection)
    assert dict(parse_qsl(kept.lstrip("?"))) == {
        "impact": "4",
        "likelihood": "4",
        "position": "current",
        "order": "reversed",
    }
    made = chosen(store, {**USUAL, "kind": "risk"}, kept)
    assert (made.impact, made.order, made.kind) == (4, "reversed", "risk")
    assert to_query(chosen(store, USUAL, None)) == ""


def test_an_earlier_quarter_changes_the_movement_and_the_usual_one_stays_out_of_the_address(
    two_quarters: Store,
) -> None:
    parts = show_cards(two_quarters, CHOICES["against"], {**USUAL, "against": "2019/20-Q3"}, "")
    changed = [part for part in parts if part is not no_update]
    assert "" in changed
    assert json.loads(str(changed[0]))["title"]["text"].startswith("Since Q3 2019/20")


def test_another_sort_begins_in_its_usual_way(store: Store) -> None:
    parts = show_cards(store, CHOICES["sort"], {**USUAL, "sort": "title"}, "?order=reversed")
    assert "?sort=title" in parts


def test_the_register_page_says_how_old_it_is(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Register of Q3 2019/20; " in text_of(shown(store))

    class Then(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> "Then":
            return cls(2020, 1, 15, tzinfo=UTC)

    monkeypatch.setattr(page, "datetime", Then)
    assert "quarters old" not in text_of(shown(store))


def test_a_risk_has_a_page_of_its_own(store: Store) -> None:
    tree = shown(store, risk="send_service")
    (heading,) = named(tree, "H1")
    assert text_of(heading) == "CR9 should fall from 25 to 12 once the planned work is done"
    assert "risk-record-card" in ids_of(tree)
    assert "risk-history-card" in ids_of(tree)
    assert page.Ids.SHOW not in ids_of(tree)
    assert "Statutory service for children" in text_of(tree)


def test_another_quarter_and_another_register_can_be_reached(two_quarters: Store, store: Store) -> None:
    tree = shown(two_quarters)
    links = {link.href for link in named(part_of_panel(tree), "A")}
    own = {link for link in links if "=plymouth" not in link}
    assert len(links) > len(own)
    assert own == {
        "/risk?register=lcc-corporate&quarter=2019%2F20-Q3",
        "/risk?register=bids&quarter=2019%2F20-Q3",
    }
    assert part_of(tree, page.Ids.AGAINST).value == "2019/20-Q3"
    assert "One quarter of one register is loaded." not in text_of(shown(store))
    bids = text_of(shown(two_quarters, register="bids"))
    assert "1 risk is held; none is scored both now and after mitigation" in bids


def part_of_panel(tree: Any) -> Any:
    return next(item for item in walk(tree) if getattr(item, "className", "") == "pb-panel")


def test_a_quarter_that_the_register_does_not_have_is_said(two_quarters: Store) -> None:
    said = text_of(shown(two_quarters, register="bids", quarter="2019/20-Q4"))
    assert "This register has no Q4 2019/20 loaded. Showing Q3 2019/20 instead." in said


def test_a_risk_that_is_not_of_the_quarter_shows_the_register(two_quarters: Store) -> None:
    tree = shown(two_quarters, risk="pandemic", quarter="2019/20-Q3")
    assert "risk-matrix-card" in ids_of(tree)


def test_without_a_register_the_page_says_so(release_home: Path, tmp_path: Path) -> None:
    store = Store(altered_home(release_home, tmp_path / "none", "DELETE FROM risk_entry"))
    tree = shown(store)
    assert text_of(named(tree, "H1")[0]) == "No risk register is loaded"
    store.close()


def test_a_card_cites_what_its_rows_are_not_facts_of(store: Store) -> None:
    view = remembered_view(store, "risk.register", RiskSelection())
    card = chart_card(view, RiskSelection(), remembered_sources(store))
    note = part_of(card, "risk-register-source")
    assert "Entries, line" in text_of(note)
    assert any("line=845" in link.href for link in named(note, "A"))


@pytest.mark.parametrize(
    "address",
    [
        "/view/risk.register.html?sort=owner&order=reversed",
        "/view/risk.matrix.csv",
        "/view/risk.record.csv?risk=send_service",
        "/view/risk.movement.json",
        "/view/risk.owners.csv",
    ],
)
def test_each_card_can_be_taken_away(app: Dash, address: str) -> None:
    answer = app.server.test_client().get(address)
    assert answer.status_code == 200
    assert len(answer.text) > 100


def test_the_figures_of_the_matrix_carry_their_lines_and_cells(app: Dash) -> None:
    rows = app.server.test_client().get("/view/risk.matrix.csv").text.splitlines()
    assert len(rows) == 27
    assert {"impact", "likelihood", "cell", "printed", "source_id", "source_line"} <= set(rows[0].split(","))
