-- promise: Posts that are lost all at once bring their saving in one year.
-- in an import: basis
WITH lost AS (
  SELECT source_id, option_id, min(source_line) FILTER (value < 0) AS source_line, any_value(printed) FILTER (value < 0) AS printed, any_value(financial_year) FILTER (value < 0) AS financial_year
  FROM savings_profile WHERE measure = 'fte' AND nature <> 'temporary' GROUP BY ALL HAVING count(*) FILTER (value < 0) = 1 AND sum(value) < 0
), saved AS (
  SELECT source_id, option_id, count(*) AS years FROM savings_profile WHERE measure = 'budget_change' AND value <> 0 GROUP BY ALL
)
SELECT source_id, source_line, printed, upper(option_id) || '.posts ' || financial_year AS subject, format('All posts go in {}; the saving comes in {} years.', financial_year, years) AS detail
FROM lost JOIN saved USING (source_id, option_id) WHERE years > 1
