-- promise: Every option has a table for each measure, and every table has the same years and a total.
-- in an import: gap
WITH span AS (
  SELECT source_id, count(DISTINCT financial_year) AS years FROM savings_profile GROUP BY ALL
), series AS (
  SELECT source_id, option_id, measure, nature, count(*) AS years, min(source_line) AS source_line, arg_min(printed, (source_line, financial_year)) AS printed FROM savings_profile GROUP BY ALL
)
SELECT source_id, source_line, printed, upper(option_id) || '.' || replace(measure, 'fte', 'posts') || if(nature = 'unstated', '', '.' || nature) AS subject, format('The table has {} of {} years.', series.years, span.years) AS detail
FROM series JOIN span USING (source_id) WHERE series.years <> span.years
UNION ALL
SELECT source_id, source_line, printed, upper(option_id) || '.' || replace(measure, 'fte', 'posts') || if(nature = 'unstated', '', '.' || nature) || ' total', 'The table has years and no total.'
FROM series ANTI JOIN savings_total USING (source_id, option_id, measure, nature)
UNION ALL
SELECT source_id, source_line, printed, upper(option_id) || '.' || replace(measure, 'fte', 'posts') || if(nature = 'unstated', '', '.' || nature) || ' years', 'The table has a total and no years.'
FROM savings_total ANTI JOIN series USING (source_id, option_id, measure, nature)
UNION ALL
SELECT o.source_id, o.source_line, o.reference, upper(o.option_id) || '.' || replace(m.measure, 'fte', 'posts'), 'The option has no table of this measure.'
FROM savings_option AS o CROSS JOIN (VALUES ('budget_change'), ('fte'), ('investment')) AS m(measure) ANTI JOIN series AS s ON s.source_id = o.source_id AND s.option_id = o.option_id AND s.measure = m.measure
