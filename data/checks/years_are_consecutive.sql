-- promise: The years of every series by year follow each other without a gap.
-- in an import: gap
WITH series AS (
  SELECT source_id, table_name, locator, subject, measure, substr(period, 1, 4)::INTEGER AS year, period, source_line, printed,
    lag(substr(period, 1, 4)::INTEGER) OVER (PARTITION BY source_id, table_name, locator, subject, measure ORDER BY period) AS previous
  FROM figure WHERE table_name IN ('budget_line', 'uplift', 'benefit_profile', 'activity_change', 'savings_profile')
)
SELECT source_id, source_line, printed, subject || '.' || measure || ' ' || period AS subject, format('{} goes from {} to {} on line {}.', locator, previous, year, source_line) AS detail
FROM series WHERE year <> previous + 1
