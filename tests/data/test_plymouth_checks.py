"""The checks of Plymouth's portfolio find what is wrong, and its printed totals are kept as printed."""

from collections.abc import Iterator

import duckdb
import pytest

from dashboard.store import Store
from tests.data.alone import changed, failures, source_alone

SOURCE = "plymouth-2014"

# One way to break each promise.
FAULTS = {
    "milestone_told_twice_agrees": (
        "UPDATE milestone SET period = '2013-09' WHERE milestone = 'programme_approved_again'"
    ),
    "programme_adjusted_benefit_follows": (
        "UPDATE programme_measure SET value = 20 WHERE figure = 'ihwb_optimism'"
    ),
    "programme_amount_is_as_printed": (
        "UPDATE programme_money SET amount_gbp = 1 WHERE figure = 'decant_capital'"
    ),
    "programme_average_is_the_middle": (
        "UPDATE programme_money SET amount_gbp = 1 WHERE figure = 'benefit_falls' AND bound = 'average'"
    ),
    "programme_benefit_is_told_once": (
        "UPDATE programme_statement SET summary = 'Less travel.' WHERE summary = 'Less carbon.'"
    ),
    "programme_counts_match_its_parts": "DELETE FROM programme WHERE programme = 'cco_brain'",
    "programme_heading_reads_as_kept": (
        "UPDATE programme_heading SET reading = '2015/16' WHERE anchor = 'FY 14/15'"
    ),
    "programme_indicator_has_one_unit": (
        "UPDATE programme_measure SET unit = 'points' WHERE figure = 'capability_vision_target'"
    ),
    "programme_parts_add": (
        "UPDATE programme_money SET amount_gbp = 1 WHERE figure = 'cco_ict_2013_14'"
    ),
    "programme_profile_names_printed_figures": (
        "UPDATE programme_profile SET financial_year = '2015/16' WHERE figure = 'game_cost_2014_15'"
    ),
    "programme_responsibility_is_copied_alike": (
        "UPDATE programme_responsibility SET role = 'responsible' WHERE programme = 'pod' AND actor = 'Ofsted'"
    ),
    "programme_return_follows": (
        "UPDATE programme_measure SET value = 30 WHERE figure = 'estate_top_three_share'"
    ),
    "programme_rows_belong_to_a_programme": "DELETE FROM body WHERE body = 'edge'",
    "programme_same_figure_agrees": (
        "UPDATE programme_money SET amount_gbp = 1 WHERE figure = 'gap' AND source_line = 129"
    ),
    "programme_saving_is_claimed_once": (
        "UPDATE programme_money SET claim = 'avoided' WHERE figure = 'cco_benefit_total' AND source_line = 2146"
    ),
    "programme_share_gives_part": (
        "UPDATE programme_measure SET value = 8 WHERE figure = 'estate_yield'"
    ),
    "programme_total_adds_no_running_sums": (
        "UPDATE programme_money SET basis = 'cumulative' WHERE figure = 'game_direct_2014_15'"
    ),
    "risk_entry_has_its_statements": "DELETE FROM risk_statement WHERE risk_id = 'plymouth_cco_1'",
    "risk_entry_is_complete": "DELETE FROM risk_register_omission WHERE part = 'owner'",
    "risk_level_is_on_the_scale": "UPDATE risk_level SET level = 6 WHERE risk_id = 'plymouth_cst_1'",
    "risk_level_is_within_the_headed_range": (
        "UPDATE risk_scale SET word = '6' WHERE dimension = 'impact' AND level = 5"
    ),
    "risk_rating_follows_score": (
        "UPDATE risk_rating SET rating = 'green' WHERE risk_id = 'plymouth_game_1'"
    ),
    "risk_rows_belong_to_an_entry": "UPDATE risk_level SET quarter = '2014/15-Q1'",
}

# One way to mend what a check finds in the document itself.
MENDS = {
    "programme_discounting_lowers_a_return": (
        "UPDATE programme_measure SET value = 200 WHERE figure = 'commissioning_discounted_return'"
    ),
    "programme_part_year_follows_start": (
        "UPDATE programme_money SET amount_gbp = 319667 WHERE figure = 'cst_saving_2014_15'"
    ),
    "programme_total_adds_no_running_sums": (
        "UPDATE programme_money SET basis = 'incremental' WHERE basis = 'cumulative'"
    ),
}

TRIED = set(FAULTS) | set(MENDS)


@pytest.fixture(scope="module")
def plymouth() -> Iterator[duckdb.DuckDBPyConnection]:
    """The portfolio alone, in memory."""
    with source_alone(SOURCE) as connection:
        yield connection


@pytest.mark.parametrize("check", FAULTS)
def test_a_check_finds_its_fault(plymouth: duckdb.DuckDBPyConnection, check: str) -> None:
    before = failures(plymouth, check)
    with changed(plymouth, FAULTS[check]):
        assert failures(plymouth, check) - before


@pytest.mark.parametrize("check", MENDS)
def test_a_check_is_content_with_what_is_mended(plymouth: duckdb.DuckDBPyConnection, check: str) -> None:
    before = failures(plymouth, check)
    with changed(plymouth, MENDS[check]):
        assert before - failures(plymouth, check)


@pytest.mark.parametrize(
    ("figure", "amount"),
    [
        ("gap", 64_500_000),
        ("cco_benefit_total", 8_000_000),
        ("cco_net_total", 6_182_000),
        ("cst_cost_total", 1_396_000),
        ("game_benefit_total", 13_884_000),
        ("enterprise_total", 7_144_000),
        ("pod_cost_total", 2_534_595),
        ("ihwb_benefit", 11_125_433),
        ("ihwb_benefit_five_years", 41_164_101),
        ("ihwb_fbc", 317_188),
        ("commissioning_net", 720_000),
    ],
)
def test_a_total_that_is_compared_is_the_printed_one(store: Store, figure: str, amount: int) -> None:
    _, rows = store.table(
        "SELECT DISTINCT amount_gbp::INTEGER FROM programme_money "
        "WHERE headline AND figure = $figure AND source_id = $source",
        {"figure": figure, "source": SOURCE},
    )
    assert rows == [(amount,)]


def test_the_layers_keep_their_own_sums_of_the_first_year(store: Store) -> None:
    _, rows = store.table(
        """
        SELECT figure, layer, max(amount_gbp)::INTEGER FROM programme_money
        WHERE figure IN ('cco_cost_2014_15', 'cco_benefit_2014_15', 'game_benefit_2014_15', 'game_cost_2014_15')
          AND layer <> 'appendix' GROUP BY ALL ORDER BY ALL
        """
    )
    assert rows == [
        ("cco_benefit_2014_15", "business_case", 650_000),
        ("cco_benefit_2014_15", "summary", 655_000),
        ("cco_cost_2014_15", "business_case", 985_215),
        ("cco_cost_2014_15", "summary", 990_000),
        ("game_benefit_2014_15", "business_case", 4_039_000),
        ("game_benefit_2014_15", "summary", 4_000_000),
        ("game_cost_2014_15", "business_case", 800_000),
        ("game_cost_2014_15", "summary", 750_000),
    ]


def test_the_profile_of_a_year_names_what_the_other_layer_prints(store: Store) -> None:
    _, rows = store.table(
        """
        SELECT programme, amount_gbp::INTEGER, amount_state, other_amount_gbp::INTEGER, conflict
        FROM programme_profile_record
        WHERE layer = 'summary' AND aspect = 'benefit' AND financial_year = '2014/15' ORDER BY programme
        """
    )
    assert rows == [
        ("cco", 655_000, "printed", 650_000, True),
        ("cst", 274_000, "printed", 280_000, True),
        ("game", 4_000_000, "printed", 4_039_000, True),
        ("ihwb", 1_250_000, "derived", 1_112_543, True),
    ]


def test_a_false_k_never_multiplies_a_sum(store: Store) -> None:
    _, rows = store.table(
        "SELECT max(amount_gbp) FROM programme_money WHERE programme IN ('cst', 'pod') AND measure = 'cost'"
    )
    assert rows[0][0] < 3_000_000


def test_every_risk_is_placed_and_its_score_is_marked_as_derived(store: Store) -> None:
    _, rows = store.table(
        """
        SELECT register, count(*), count(current_score), max(current_score), any_value(current_state), count(residual_score)
        FROM risk_assessment WHERE source_id = $source GROUP BY register ORDER BY register
        """,
        {"source": SOURCE},
    )
    assert rows == [
        ("plymouth-cco", 11, 11, 16, "derived", 0),
        ("plymouth-cst", 7, 7, 25, "derived", 0),
        ("plymouth-game", 6, 6, 16, "derived", 0),
        ("plymouth-ihwb", 15, 15, 16, "derived", 0),
        ("plymouth-pod", 7, 7, 16, "derived", 0),
    ]


def test_no_appraisal_has_a_score(store: Store) -> None:
    _, rows = store.table(
        "SELECT count(*), count(scale) FROM appraisal WHERE source_id = $source", {"source": SOURCE}
    )
    _, scores = store.table(
        "SELECT count(*) FROM appraisal_score WHERE source_id = $source", {"source": SOURCE}
    )
    assert (rows, scores) == ([(7, 0)], [(0,)])


def test_a_target_printed_as_a_change_is_no_target_value(store: Store) -> None:
    _, rows = store.table(
        "SELECT baseline, target, target_change FROM programme_indicator_record "
        "WHERE indicator IN ('reablement', 'readmissions', 'stay_acute') ORDER BY indicator"
    )
    assert rows == [(89.3, None, 2.0), (None, None, -10.0), (8.31, None, -5.0)]
