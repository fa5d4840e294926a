"""Confidence intervals against published examples and textbook values."""

import pytest

from dashboard.domain import outcomes_interval as interval


def test_wilson_limits_of_a_worked_example() -> None:
    """65 of 100: (130 + 3.8415 ± 1.96 √(3.8415 + 4 x 65 x 0.35)) / (2 x 103.8415)."""
    assert interval.wilson(65, 100) == pytest.approx((0.55254, 0.73636), abs=1e-5)


def test_wilson_limits_stay_between_none_and_all() -> None:
    assert interval.wilson(0, 20) == pytest.approx((0, 0.16113), abs=1e-5)
    assert interval.wilson(20, 20)[1] == pytest.approx(1)


def test_byar_limits_of_a_worked_example() -> None:
    assert interval.byar(65) == pytest.approx((50.1632, 82.8491), abs=1e-4)


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, (0, 3.6889)), (1, (0.0253, 5.5716)), (5, (1.6235, 11.6683)), (9, (4.1154, 17.0848))],
)
def test_small_counts_have_the_exact_limits_of_the_tables(count: int, expected: tuple[float, float]) -> None:
    assert interval.count_limits(count) == pytest.approx(expected, abs=1e-4)


def test_from_ten_on_the_approximation_serves() -> None:
    assert interval.count_limits(10) == interval.byar(10)
    assert interval.byar(10) == pytest.approx(interval.exact_poisson(10), rel=0.005)


def test_a_higher_level_is_a_wider_interval() -> None:
    assert interval.deviate(95.0) == pytest.approx(1.95996, abs=1e-5)
    assert interval.deviate(99.8) == pytest.approx(3.09023, abs=1e-5)
    assert interval.count_limits(5, 99.8)[1] > interval.count_limits(5)[1]
