-- promise: The deficit left at lowest quartile spending is the deficit on current plans less the spending gap that planned savings leave.
SELECT n.source_id, n.source_line, n.printed, n.figure AS subject,
  format('The in-year deficit of {:.10g} (line {}) less the gap of {} (line {}) leaves {:.10g}; line {} prints {}.',
    abs(d.amount_gbp_m)::DOUBLE, d.source_line, g.printed, g.source_line, (abs(d.amount_gbp_m) - g.value)::DOUBLE, n.source_line, n.printed) AS detail
FROM narrative_figure AS n
JOIN narrative_figure AS g ON g.source_id = n.source_id AND g.figure = 'gap_to_lower_quartile_after_savings'
JOIN (SELECT source_id, financial_year, min(amount_gbp_m) AS amount_gbp_m, min(source_line) AS source_line FROM budget_line WHERE scenario = 'do_nothing' AND line = 'in_year' GROUP BY ALL) AS d
  ON d.source_id = n.source_id AND d.financial_year = n.period
WHERE n.figure = 'in_year_deficit_lowest_quartile' AND abs(n.value - (abs(d.amount_gbp_m) - g.value)) > 0.5
