-- Fingertips' rules for significance: one place for the store; the same rules in plain Python hold them to account.

-- The level of confidence interval that a benchmarking method compares by; empty where it compares by none.
CREATE MACRO interval_level(method) AS
  CASE
    WHEN method NOT LIKE 'Confidence intervals overlapping reference value (%' THEN NULL
    WHEN method LIKE '%95.0%' THEN 95.0
    WHEN method LIKE '%99.8%' THEN 99.8
  END;

-- How a value stands against a benchmark by its confidence interval.
CREATE MACRO standing_by_interval(value, lower_ci, upper_ci, ci_level, benchmark, polarity, method) AS
  CASE
    WHEN value IS NULL OR lower_ci IS NULL OR upper_ci IS NULL OR benchmark IS NULL THEN 'not compared'
    WHEN lower(polarity) = 'not applicable' THEN 'not compared'
    WHEN method IS NOT NULL AND interval_level(method) IS DISTINCT FROM ci_level THEN 'not compared'
    WHEN benchmark BETWEEN lower_ci AND upper_ci THEN 'similar'
    WHEN lower(polarity) LIKE '%low is good' THEN if(benchmark > upper_ci, 'better', 'worse')
    WHEN lower(polarity) LIKE '%high is good' THEN if(benchmark > upper_ci, 'worse', 'better')
    ELSE if(benchmark > upper_ci, 'lower', 'higher')
  END;

-- The quintile a value falls into; bounds are the 20th, 40th, 60th and 80th percentile of at least five values.
CREATE MACRO quintile_of(value, bounds, ranked) AS
  CASE
    WHEN value IS NULL OR bounds IS NULL OR ranked < 5 THEN 'not compared'
    WHEN value <= round(bounds[1], 10) THEN 'lowest quintile'
    WHEN value <= round(bounds[2], 10) THEN '2nd lowest quintile'
    WHEN value <= round(bounds[3], 10) THEN 'middle quintile'
    WHEN value <= round(bounds[4], 10) THEN '2nd highest quintile'
    ELSE 'highest quintile'
  END;

-- What an area is ranked with: districts and unitaries together, since a download gives a unitary as either type; a
-- county, to which districts belong, apart; any other area with those of its type. A county is known by its code,
-- E10 or E11, or because other areas of the file belong to it.
CREATE MACRO ranked_with(area_code, area_type, has_parts) AS
  CASE
    WHEN NOT (area_type LIKE '%UA%' OR area_type LIKE '%District%') THEN area_type
    WHEN has_parts OR left(area_code, 3) IN ('E10', 'E11') THEN 'counties'
    ELSE 'districts and unitaries'
  END;

-- How many years of age an age group spans, as Fingertips writes it; nought where it is not written in years.
CREATE MACRO age_span(age) AS
  CASE
    WHEN age = 'All ages' THEN 200
    WHEN NOT regexp_matches(age, 'y(ea)?rs?$') THEN 0
    WHEN regexp_matches(age, '^[0-9]+\+') THEN 120 - regexp_extract(age, '^([0-9]+)', 1)::INTEGER
    WHEN regexp_matches(age, '^<[0-9]+') THEN regexp_extract(age, '^<([0-9]+)', 1)::INTEGER
    WHEN regexp_matches(age, '^[0-9]+-[0-9]+')
      THEN regexp_extract(age, '-([0-9]+)', 1)::INTEGER - regexp_extract(age, '^([0-9]+)', 1)::INTEGER + 1
    ELSE 0
  END;

-- Whether a category holds people whose group nobody knows: no finding is about them.
CREATE MACRO is_unknown(category) AS
  regexp_matches(lower(category), '^(not (stated|known|given|recorded|specified|reported)|unknown|invalid|missing)');

-- Every value for the whole of an area, compared with the area `benchmark`; the trend is not part of it.
-- Ranked are the areas of one group that belong to the benchmark: all of them where it is the country.
CREATE MACRO compared_with(benchmark) AS TABLE
  WITH parent AS (
    SELECT DISTINCT parent_code AS area_code, true AS has_parts FROM indicator_area WHERE parent_code IS NOT NULL
  ),
  plain AS (
    SELECT indicator_value.*, ranked_with(area_code, area_type, coalesce(has_parts, false)) AS ranked_group
    FROM indicator_value LEFT JOIN parent USING (area_code)
    WHERE category_type IS NULL
  ),
  reference AS (
    SELECT indicator_id, period, time_period_sortable, sex, age, value FROM plain WHERE area_code = benchmark
  ),
  belonging AS (
    SELECT DISTINCT area_code, ranked_with(area_code, area_type, coalesce(has_parts, false)) AS ranked_group
    FROM indicator_area LEFT JOIN parent USING (area_code)
    WHERE area_code <> benchmark
      AND (parent_code = benchmark OR EXISTS (
        SELECT 1 FROM indicator_area AS country
        WHERE country.area_code = benchmark AND country.parent_code IS NULL
      ))
  ),
  band AS (
    SELECT indicator_id, period, time_period_sortable, sex, age, belonging.ranked_group,
      quantile_cont(value, [0.2, 0.4, 0.6, 0.8]) AS bounds, count(value) AS ranked
    FROM plain JOIN indicator USING (indicator_id) JOIN belonging USING (area_code, ranked_group)
    WHERE indicator.method = 'Quintiles'
    GROUP BY ALL
  )
  SELECT plain.indicator_id, plain.area_code, plain.period, plain.time_period_sortable, plain.sex, plain.age,
    benchmark AS benchmark_code, plain.value, reference.value AS benchmark_value, indicator.method,
    (CASE
      WHEN plain.area_code = benchmark THEN 'not compared'
      WHEN indicator.method = 'Quintiles' THEN quintile_of(plain.value, band.bounds, band.ranked)
      ELSE standing_by_interval(
        plain.value, plain.lower_ci, plain.upper_ci, plain.ci_level, reference.value, indicator.polarity, indicator.method
      )
    END)::indicator_standing AS comparison,
    band.ranked::INTEGER AS areas_ranked
  FROM plain
  JOIN indicator ON indicator.indicator_id = plain.indicator_id
  LEFT JOIN reference ON reference.indicator_id = plain.indicator_id AND reference.period = plain.period
    AND reference.time_period_sortable = plain.time_period_sortable
    AND reference.sex = plain.sex AND reference.age = plain.age
  LEFT JOIN belonging ON belonging.area_code = plain.area_code AND belonging.ranked_group = plain.ranked_group
  LEFT JOIN band ON band.indicator_id = plain.indicator_id AND band.period = plain.period
    AND band.time_period_sortable = plain.time_period_sortable
    AND band.sex = plain.sex AND band.age = plain.age AND band.ranked_group = belonging.ranked_group;
