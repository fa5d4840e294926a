-- promise: Where the text states a benefit or reduction and how it is worked out, the working gives the figure.
WITH stated AS (
  SELECT source_id, figure, min(value) AS value, min(source_line) AS source_line FROM narrative_figure GROUP BY ALL HAVING count(DISTINCT value) = 1
), rule(figure, first_part, working, second_part) AS (
  VALUES ('stp_integration_savings_risk', 'stp_integration_savings_planned', 'percent of', 'stp_integration_savings_risk_share'),
    ('elective_activity_target_reduction', 'elective_activity_stp_reduction', 'plus', 'elective_activity_extra_reduction'),
    ('ae_activity_target_reduction', 'ae_activity_stp_reduction', 'plus', 'ae_activity_extra_reduction'),
    ('practice_gap_example_saving', 'professional_support_efficiency_cap', 'gap share of', 'practice_gap_example'),
    ('front_office_paper_saving', 'front_office_contact_saving', 'percent of', 'paper_printing_postage_saving_share')
), value AS (
  SELECT source_id, figure, value, source_line FROM stated
  UNION ALL SELECT source_id, 'stp_integration_savings_planned', max(amount_gbp_m), min(source_line) FROM benefit_summary WHERE line = 'stp_submission' GROUP BY source_id
  UNION ALL SELECT source_id, 'front_office_contact_saving', max(amount_gbp_m), min(source_line) FROM benefit_summary WHERE line = 'digital_contact' GROUP BY source_id
), printed_figure AS (
  SELECT source_id, figure, value, printed, source_line, length(split_part(regexp_extract(printed, '[0-9][0-9.]*'), '.', 2)) AS decimals FROM narrative_figure
  UNION ALL SELECT source_id, 'front_office_paper_saving', amount_gbp_m, printed, source_line, 2 FROM benefit_summary WHERE line = 'paper_print_post'
), worked AS (
  SELECT p.*, a.source_line AS first_line, b.source_line AS second_line,
    CASE r.working WHEN 'plus' THEN a.value + b.value WHEN 'percent of' THEN a.value * b.value / 100
      ELSE a.value * b.value / (SELECT max(s.value) FROM stated AS s WHERE s.figure = 'practice_scale_points' AND s.source_id = p.source_id) END AS expected
  FROM printed_figure AS p JOIN rule AS r USING (figure)
  JOIN value AS a ON a.source_id = p.source_id AND a.figure = r.first_part JOIN value AS b ON b.source_id = p.source_id AND b.figure = r.second_part
)
SELECT source_id, source_line, printed, figure AS subject,
  format('The working on lines {} and {} gives {:.10g}; line {} prints {}.', first_line, second_line, expected::DOUBLE, source_line, printed) AS detail
FROM worked WHERE abs(value - expected) > 0.5 * pow(10, -decimals) + 0.000001
