-- promise: The first change to the budget comes in the stated start year.
-- in an import: conflict
SELECT s.source_id, s.source_line, s.printed, upper(s.option_id) || '.start_year' AS subject,
  format('Line {} states {}; the first change comes in {}.', s.source_line, s.printed, coalesce(r.first_change_year, 'no year')) AS detail
FROM savings_start_year AS s JOIN savings_record AS r USING (source_id, option_id) WHERE r.first_change_year IS DISTINCT FROM s.financial_year
