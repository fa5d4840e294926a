-- promise: Where a bid prints a share, the whole and the part, the share of the whole is the part.
WITH stated(share, whole, part) AS (
  VALUES ('high_peak_ask_share', 'high_peak_cost_total', 'high_peak_ask'), ('worcestershire_ask_share', 'worcestershire_cost', 'worcestershire_ask'), ('cheshire_pump_priming', 'cheshire_year_0_intervention', 'cheshire_use_intervention'),
    ('dorset_productivity', 'dorset_health_care_spend', 'dorset_productivity_gain'), ('reviews_share', 'reviews_addressable', 'reviews_full_year'), ('estate_yield', 'estate_receipts', 'estate_reinvested'),
    ('estate_cut_5', 'estate_running_cost', 'estate_saving_5'), ('estate_cut_7_5', 'estate_running_cost', 'estate_saving_7_5'), ('estate_cut_10', 'estate_running_cost', 'estate_saving_10'), ('estate_cut_15', 'estate_running_cost', 'estate_saving_15'),
    ('estate_cut_20', 'estate_running_cost', 'estate_saving_20'), ('estate_cut_25', 'estate_running_cost', 'estate_saving_25')
), sum_of AS (
  SELECT source_id, figure, max(amount_gbp) AS amount_gbp, min(source_line) AS source_line FROM programme_money WHERE bound = 'point' GROUP BY ALL
)
SELECT m.source_id, m.source_line, m.printed, m.figure AS subject, format('{} of £{:.10g} (line {}) is £{:.10g}; line {} has £{:.10g}.', m.printed, w.amount_gbp::DOUBLE, w.source_line, (w.amount_gbp * m.value / 100)::DOUBLE, p.source_line, p.amount_gbp::DOUBLE) AS detail
FROM stated AS s JOIN programme_measure AS m ON m.figure = s.share
JOIN sum_of AS w ON w.source_id = m.source_id AND w.figure = s.whole JOIN sum_of AS p ON p.source_id = m.source_id AND p.figure = s.part
WHERE abs(w.amount_gbp * m.value / 100 - p.amount_gbp) > 0.005
