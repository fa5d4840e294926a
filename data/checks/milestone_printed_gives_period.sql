-- promise: The month and the year kept for a milestone are those printed; a year that is not printed is marked as inferred, and a date read from a chart as such.
WITH seen AS (
  SELECT *, CASE WHEN regexp_full_match(printed, '[0-9]+/[0-9]+/[0-9]+') THEN ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'][regexp_extract(printed, '/([0-9]+)/', 1)::INTEGER]
      ELSE regexp_extract(lower(printed), '\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)', 1) END AS month,
    ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'][TRY_CAST(substr(period, 6, 2) AS INTEGER)] AS kept
  FROM milestone
)
SELECT source_id, source_line, printed, programme || '.' || milestone AS subject, format('Line {} prints {}; the store keeps {}.', source_line, printed, coalesce(period, 'no month')) AS detail
FROM seen
WHERE period IS NOT NULL AND CASE precision
    WHEN 'year' THEN period <> substr(printed, 1, 4)
    WHEN 'chart' THEN regexp_matches(printed, '20[0-9]{2}')
    WHEN 'quarter' THEN CASE WHEN regexp_matches(printed, '[0-9]{2}/[0-9]{2}$') AND printed NOT LIKE 'Q4%' THEN substr(right(printed, 5), 1, 2) ELSE right(printed, 2) END <> substr(period, 3, 2)
    WHEN 'inferred' THEN month <> kept OR regexp_matches(printed, '20[0-9]{2}')
    ELSE month <> kept OR right(printed, 2) <> substr(period, 3, 2) END
  OR period IS NULL AND regexp_matches(printed, '[0-9]')
