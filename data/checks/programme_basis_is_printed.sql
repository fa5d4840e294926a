-- promise: A sum that is printed as yearly is kept as yearly.
SELECT source_id, source_line, printed, figure || ' ' || bound AS subject, format('Line {} prints {}; it is read as {}.', source_line, printed, basis) AS detail
FROM programme_money WHERE regexp_matches(printed, '(?i)\b(p\.?a\b|p/a|per annum|a year|each year|annual)') AND basis NOT IN ('annual', 'run_rate', 'full_year_effect')
