-- promise: A saving, an investment, a budget or a number of posts in the text agrees with the tables of its option at the precision it is printed with.
WITH in_table AS (
  SELECT source_id, option_id, measure, financial_year AS period, abs(sum(value)) AS expected, string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) AS lines FROM savings_profile WHERE nature <> 'temporary' GROUP BY ALL
  UNION ALL
  SELECT source_id, option_id, measure, 'a year', abs(sum(value)), string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) FROM savings_profile WHERE nature <> 'temporary' GROUP BY ALL
  UNION ALL
  SELECT source_id, option_id, 'budget', financial_year, amount_gbp_m, source_line::VARCHAR FROM savings_budget WHERE measure = 'gross'
), told AS (
  SELECT n.source_id, n.source_line, n.printed, n.figure, n.occurrence, n.subject AS option_id, n.period,
    CASE n.measure WHEN 'posts' THEN 'fte' WHEN 'saving' THEN 'budget_change' ELSE n.measure END AS measure,
    n.value / CASE n.unit WHEN '£k' THEN 1000 WHEN '£' THEN 1000000 ELSE 1 END AS size,
    CASE n.unit WHEN '£' THEN 0.0005 ELSE 0.5 * pow(10, -length(regexp_extract(n.printed, '[0-9]+[.]([0-9]+)', 1))) / CASE n.unit WHEN '£k' THEN 1000 ELSE 1 END END AS slack
  FROM narrative_figure AS n WHERE n.measure IN ('saving', 'investment', 'posts', 'budget') AND n.figure NOT LIKE '%approved_earlier'
)
SELECT t.source_id, t.source_line, t.printed, upper(t.option_id) || '.' || substr(t.figure, length(t.option_id) + 2) AS subject, format('The table gives {:.10g} for {} (lines {}); line {} prints {}.', i.expected::DOUBLE, t.period, i.lines, t.source_line, t.printed) AS detail
FROM told AS t JOIN in_table AS i USING (source_id, option_id, measure, period) WHERE abs(t.size - i.expected) > t.slack + 0.0000001
