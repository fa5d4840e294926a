"""Health outcomes: the report's table, and the imported indicators, of which only a slice is read."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.store import Store


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of the report's table: the place and the country side by side, with our polarity."""

    source_id: str
    goal: str
    measure: str
    label: str
    short_label: str
    good: str
    reason: str
    unit: str
    area_name: str
    value: float
    printed: str
    source_line: int
    country_name: str
    country_value: float
    country_printed: str
    country_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """An imported indicator and what its metadata says; empty where it says nothing.

    `judged_by` is the polarity that better and worse follow: the published one, or none where we doubt it.
    """

    indicator_id: int
    name: str
    short_name: str
    unit: str | None
    value_type: str | None
    polarity: str | None
    judged_by: str | None
    method: str | None
    period_type: str | None
    frequency: str | None
    definition: str | None
    source_text: str | None
    caveats: str | None
    remark: str | None
    source_id: str


@dataclass(frozen=True, slots=True)
class Series:
    """A sex and age that an indicator is given for, and its latest period."""

    indicator_id: int
    sex: str
    age: str
    last_sortable: int
    last_period: str


@dataclass(frozen=True, slots=True)
class Area:
    """An area of the imported figures; `known` says whether it belongs to the place."""

    area_code: str
    name: str
    area_type: str
    parent_code: str | None
    known: bool


@dataclass(frozen=True, slots=True)
class Member:
    """An area of a footprint."""

    footprint: str
    label: str
    area_code: str
    area_name: str


@dataclass(frozen=True, slots=True)
class Category:
    """A part of the people of an area, as published."""

    category: str


@dataclass(frozen=True, slots=True)
class Value:
    """One imported figure as received, with how it stands against its benchmark where that was asked."""

    indicator_id: int
    area_code: str
    area_name: str
    area_type: str
    period: str
    sex: str
    age: str
    category: str | None
    value: float | None
    lower_ci: float | None
    upper_ci: float | None
    ci_level: float | None
    count: float | None
    denominator: float | None
    value_note: str | None
    published_trend: str | None
    source_id: str
    source_line: int
    benchmark_value: float | None
    comparison: str
    areas_ranked: int | None
    trend: str | None


MEASURES_SQL = """
SELECT own.source_id, own.goal, own.measure, own.label, said.short_label, said.good, said.reason, own.unit,
  own.area, own.value::DOUBLE, own.printed, own.source_line,
  country.area, country.value::DOUBLE, country.printed, country.source_line, own.locator
FROM outcome_comparison AS own
JOIN outcome_comparison AS country USING (source_id, measure)
JOIN area ON area.area_code = country.area_code AND area.kind = 'country'
JOIN outcome_measure AS said USING (measure)
WHERE own.area_code = (SELECT area_code FROM place) AND own.value IS NOT NULL AND country.value IS NOT NULL
ORDER BY own.source_line
"""

INDICATORS_SQL = """
SELECT indicator_id, name, coalesce(short_name, name) AS short_name, unit, value_type, polarity,
  CASE WHEN said.polarity_doubted IS NOT TRUE THEN polarity END AS judged_by, method,
  period_type, frequency, coalesce(said.definition, indicator.definition) AS definition, source_text, caveats,
  remark, source_id
FROM indicator LEFT JOIN indicator_words AS said USING (indicator_id)
ORDER BY lower(coalesce(short_name, name)), indicator_id
"""

# The numbers of the indicators stand in the text, so that DuckDB passes over what holds none of them.
SERIES_SQL = """
SELECT indicator_id, sex::VARCHAR AS sex, age, last_sortable, last_period
FROM indicator_series WHERE indicator_id IN ({numbers}) ORDER BY indicator_id, rank
"""

# The country first, then the county, then the others by name.
AREAS_SQL = """
SELECT * FROM (
  SELECT area_code, any_value(area_name) AS name, min(area_type) AS area_type,
    min(parent_code) AS parent_code,
    area_code IN (SELECT area_code FROM area) AS known
  FROM indicator_area GROUP BY area_code
)
ORDER BY parent_code IS NOT NULL, area_code <> (SELECT area_code FROM place), name
"""

UNKNOWN_SQL = """
SELECT category FROM unnest($labels::VARCHAR[]) AS said (category) WHERE is_unknown(category)
"""

AREA_NAMES_SQL = "SELECT area_code, name FROM area"

MEMBERS_SQL = """
SELECT footprint, label, area_code, area.name AS area_name
FROM footprint_member JOIN footprint USING (footprint) JOIN area USING (area_code) ORDER BY label, area.name
"""

VALUE_COLUMNS = """
  value.indicator_id, value.area_code, value.area_name, value.area_type, value.period,
  value.sex::VARCHAR AS sex, value.age, value.category, value.value, value.lower_ci, value.upper_ci,
  value.ci_level, value.count, value.denominator, value.value_note, value.published_trend, value.source_id,
  value.source_line
"""

# The stored comparisons where they are with this benchmark; otherwise the same rules, for the slice.
STORED = "indicator_comparison WHERE benchmark_code = $benchmark AND indicator_id IN ({numbers})"
WORKED_OUT = "compared_with($benchmark) WHERE indicator_id IN ({numbers})"

VALUES_SQL = """
WITH shown AS (
  SELECT indicator_id, sex, age, last_sortable FROM indicator_series
  WHERE indicator_id IN ({numbers}) AND {series}
),
standing AS (
  SELECT indicator_id, area_code, sex, age, time_period_sortable,
    any_value(benchmark_value) AS benchmark_value,
    any_value(comparison)::VARCHAR AS comparison, any_value(areas_ranked) AS areas_ranked
  FROM {standing} GROUP BY ALL
),
going AS (
  SELECT indicator_id, area_code, sex, age, time_period_sortable, any_value(trend)::VARCHAR AS trend
  FROM indicator_comparison WHERE indicator_id IN ({numbers}) AND trend IS NOT NULL GROUP BY ALL
)
SELECT {columns}, standing.benchmark_value,
  CASE WHEN said.polarity_doubted AND standing.comparison IN ('better', 'worse')
    THEN if(value.value > standing.benchmark_value, 'higher', 'lower')
    ELSE coalesce(standing.comparison, 'not compared') END AS comparison,
  standing.areas_ranked, if(said.polarity_doubted, split_part(going.trend, ' and ', 1), going.trend) AS trend
FROM indicator_value AS value
JOIN shown USING (indicator_id, sex, age)
LEFT JOIN indicator_words AS said USING (indicator_id)
LEFT JOIN standing USING (indicator_id, area_code, sex, age, time_period_sortable)
LEFT JOIN going USING (indicator_id, area_code, sex, age, time_period_sortable)
WHERE value.indicator_id IN ({numbers}) AND value.category_type IS NULL AND {which}
ORDER BY value.indicator_id, value.area_code, value.time_period_sortable, value.source_line
"""
CHOSEN = "sex::VARCHAR = $sex AND age = $age"
USUAL = "rank = 1"
IN_LATEST = "value.time_period_sortable = shown.last_sortable"
OF_AREAS = "list_contains($areas::VARCHAR[], value.area_code)"

CATEGORIES_SQL = """
SELECT {columns}, NULL::DOUBLE AS benchmark_value, 'not compared' AS comparison,
  NULL::INTEGER AS areas_ranked, NULL::VARCHAR AS trend
FROM indicator_value AS value
WHERE indicator_id IN ({numbers}) AND area_code = $area AND sex::VARCHAR = $sex AND age = $age
  AND category_type = $category_type
QUALIFY time_period_sortable = max(time_period_sortable) OVER ()
ORDER BY source_line
"""

CATEGORY_TYPES_SQL = """
SELECT category_type, area_code, sex, age FROM (
  SELECT category_type, area_code, sex::VARCHAR AS sex, age, max(time_period_sortable) AS last
  FROM indicator_value
  WHERE indicator_id IN ({numbers}) AND category_type IS NOT NULL AND value IS NOT NULL GROUP BY ALL
)
ORDER BY max(last) OVER (PARTITION BY category_type) DESC, category_type, area_code
"""

BENCHMARKS_SQL = "SELECT DISTINCT benchmark_code FROM indicator_comparison WHERE indicator_id IN ({numbers})"


def measures(store: Store) -> list[Measure]:
    """Return the measures of the report's table in its order, the place beside the country."""
    _, rows = store.table(MEASURES_SQL)
    return [Measure(*row) for row in rows]


def indicators(store: Store) -> list[Indicator]:
    """Return every imported indicator, by the name shown."""
    return store.rows(INDICATORS_SQL, Indicator)


def series(store: Store, indicator_ids: Sequence[int]) -> list[Series]:
    """Return what sexes and ages the indicators are given for; the first of each is shown unless chosen."""
    return store.rows(SERIES_SQL.format(numbers=_listed(indicator_ids)), Series)


def areas(store: Store) -> list[Area]:
    """Return every area of the imported figures: the country, the county, then the others by name."""
    return store.rows(AREAS_SQL, Area)


def area_names(store: Store) -> dict[str, str]:
    """Return the name of every area we know, abolished ones and neighbours among them."""
    _, rows = store.table(AREA_NAMES_SQL)
    return dict(rows)


def members(store: Store) -> list[Member]:
    """Return the areas of each footprint."""
    return store.rows(MEMBERS_SQL, Member)


def usual_values(
    store: Store, indicator_ids: Sequence[int], benchmark: str, area_codes: Sequence[str]
) -> list[Value]:
    """Return the usual series of each indicator in its latest period for some areas, compared with one."""
    if not indicator_ids:
        return []
    which = f"{IN_LATEST} AND {OF_AREAS}"
    return _values(store, indicator_ids, benchmark, USUAL, which, areas=list(area_codes))


def latest_values(store: Store, shown: Series, benchmark: str) -> list[Value]:
    """Return the figures of one series in its latest period, compared with the area `benchmark`."""
    return _values(store, [shown.indicator_id], benchmark, CHOSEN, IN_LATEST, sex=shown.sex, age=shown.age)


def values_of(store: Store, shown: Series, benchmark: str, area_codes: Sequence[str]) -> list[Value]:
    """Return all periods of one series for some areas, compared with the area `benchmark`."""
    chosen = {"sex": shown.sex, "age": shown.age, "areas": list(area_codes)}
    return _values(store, [shown.indicator_id], benchmark, CHOSEN, OF_AREAS, **chosen)


def _values(
    store: Store,
    indicator_ids: Sequence[int],
    benchmark: str,
    series_sql: str,
    which: str,
    **parameters: object,
) -> list[Value]:
    numbers = _listed(indicator_ids)
    _, stored = store.table(BENCHMARKS_SQL.format(numbers=numbers))
    standing = STORED if {(benchmark,)} == set(stored) else WORKED_OUT
    sql = VALUES_SQL.format(
        standing=standing.format(numbers=numbers),
        columns=VALUE_COLUMNS,
        series=series_sql,
        which=which,
        numbers=numbers,
    )
    return store.rows(sql, Value, benchmark=benchmark, **parameters)


def _listed(indicator_ids: Sequence[int]) -> str:
    return ", ".join(str(int(number)) for number in indicator_ids)


def category_types(store: Store, indicator_id: int) -> list[tuple[str, str, str, str]]:
    """Return each way of dividing people of an indicator with its area, sex and age, the latest first."""
    _, rows = store.table(CATEGORY_TYPES_SQL.format(numbers=_listed([indicator_id])))
    return [(kind, area, sex, age) for kind, area, sex, age in rows]


def unknown_categories(store: Store, labels: Sequence[str]) -> set[str]:
    """Return which categories are of people whose group is not known."""
    return {item.category for item in store.rows(UNKNOWN_SQL, Category, labels=list(labels))}


def category_values(store: Store, shown: Series, area_code: str, category_type: str) -> list[Value]:
    """Return the figures of each category in the latest period that has any, in the order of the file."""
    return store.rows(
        CATEGORIES_SQL.format(columns=VALUE_COLUMNS, numbers=_listed([shown.indicator_id])),
        Value,
        sex=shown.sex,
        age=shown.age,
        area=area_code,
        category_type=category_type,
    )
