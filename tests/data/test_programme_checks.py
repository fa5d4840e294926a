"""The checks of the award bids find what is wrong, and the bids keep their printed totals."""

from collections.abc import Iterator

import duckdb
import pytest

from dashboard.store import Store
from tests.data.alone import CHECKS, changed, failures, source_alone
from tests.data.test_plymouth_checks import TRIED

SOURCE = "tca-2014"

# One way to break each promise.
FAULTS = {
    "programme_amount_is_as_printed": (
        "UPDATE programme_money SET amount_gbp = 1 WHERE figure = 'breckland_ask'"
    ),
    "programme_ask_is_given": "UPDATE programme_money SET headline = false WHERE figure = 'breckland_ask'",
    "programme_basis_is_printed": (
        "UPDATE programme_money SET basis = 'total' WHERE figure = 'cherwell_support_officer'"
    ),
    "programme_body_has_a_role": "DELETE FROM programme_body WHERE body = 'curo'",
    "programme_cost_avoided_follows_its_bodies": "DELETE FROM programme_body WHERE body = 'wigan'",
    "programme_counting_is_printed": "UPDATE programme_counting SET source_line = 1",
    "programme_counts_match_its_parts": "DELETE FROM programme WHERE programme = 'cherwell_digital'",
    "programme_headline_is_one": (
        "UPDATE programme_money SET headline = true WHERE figure = 'suffolk_feasibility'"
    ),
    "programme_indicator_has_one_unit": (
        "UPDATE programme_measure SET unit = 'managers, full time' WHERE figure = 'breckland_managers_after'"
    ),
    "programme_indicator_code_is_clear": (
        "UPDATE programme_indicator SET code = 'ASCOF2C' WHERE indicator = 'dorset_length_of_stay'"
    ),
    "programme_lines_are_the_bids_own": (
        "UPDATE programme_statement SET source_line = 60 WHERE summary LIKE 'Ten%'"
    ),
    "programme_parts_add": (
        "UPDATE programme_money SET amount_gbp = 1 WHERE figure = 'high_peak_saving_assets'"
    ),
    "programme_qualifier_is_printed": (
        "UPDATE programme_money SET qualifier = NULL WHERE figure = 'swindon_session_cost'"
    ),
    "programme_range_and_number_agree": (
        "UPDATE programme_money SET figure = 'suffolk_savings' WHERE figure = 'suffolk_maintenance_avoided'"
    ),
    "programme_return_follows": "UPDATE programme_measure SET value = 20 WHERE figure = 'cnc_return_times'",
    "programme_rows_belong_to_a_programme": "DELETE FROM body WHERE body = 'cornwall'",
    "programme_same_figure_agrees": (
        "UPDATE programme_money SET amount_gbp = 1 WHERE figure = 'suffolk_ask' AND source_line = 2988"
    ),
    "programme_share_gives_part": (
        "UPDATE programme_measure SET value = 30 WHERE figure = 'high_peak_ask_share'"
    ),
    "programme_text_matches_table": (
        "UPDATE programme_money SET amount_gbp = 1 WHERE figure = 'cheshire_net_year_1'"
    ),
    "programme_unit_is_printed": "UPDATE programme_money SET unit = '£m' WHERE figure = 'breckland_ask'",
}

ASKS = {
    "babergh_mid_suffolk": 166_900,
    "bath_data": 300_000,
    "cherwell_south_northants_stratford": 366_932,
    "cheshire_community_safety": 420_000,
    "cornwall_hayle": 100_000,
    "high_peak_staffordshire_moorlands": 200_000,
    "lincolnshire_ambulance": 491_000,
    "manchester_cumbria_elections": 292_000,
    "northamptonshire_fire_police": 1_800_000,
    "achieving_for_children": 800_000,
    "breckland_south_holland_ict": 385_000,
    "cnc_building_control": 500_000,
    "suffolk_stations": 60_000,
    "one_swindon": 380_000,
    "worcestershire_property": 425_000,
}


@pytest.fixture(scope="module")
def bids() -> Iterator[duckdb.DuckDBPyConnection]:
    """The award bids alone, in memory."""
    with source_alone(SOURCE) as connection:
        yield connection


def test_every_check_of_the_programmes_is_tried() -> None:
    assert set(FAULTS) | TRIED >= {name for name in CHECKS if name.startswith("programme_")}


@pytest.mark.parametrize("check", FAULTS)
def test_a_check_finds_its_fault(bids: duckdb.DuckDBPyConnection, check: str) -> None:
    before = failures(bids, check)
    with changed(bids, FAULTS[check]):
        assert failures(bids, check) - before


def test_each_bid_asks_for_the_printed_sum(store: Store) -> None:
    _, rows = store.table(
        """
        SELECT root, sum(amount_gbp)::INTEGER
        FROM programme_money JOIN programme_tree USING (source_id, programme)
        WHERE headline AND measure = 'ask' AND amount_gbp IS NOT NULL AND source_id = $source GROUP BY root
        """,
        {"source": SOURCE},
    )
    assert dict(rows) == ASKS


def test_an_indicator_has_only_the_values_printed(store: Store) -> None:
    _, rows = store.table(
        """
        SELECT indicator, baseline, target, actual FROM programme_indicator_record
        WHERE indicator IN ('swindon_readmissions', 'east_riding_completion', 'dorset_readmissions')
        ORDER BY indicator
        """
    )
    assert rows == [
        ("dorset_readmissions", None, None, None),
        ("east_riding_completion", None, 25.0, 74.0),
        ("swindon_readmissions", 18.0, 12.0, None),
    ]


def test_a_risk_without_scores_keeps_its_mitigation(store: Store) -> None:
    _, rows = store.table(
        "SELECT count(*), count(mitigation) FROM programme_risk WHERE programme = 'cheshire_community_safety'"
    )
    assert rows == [(6, 6)]
