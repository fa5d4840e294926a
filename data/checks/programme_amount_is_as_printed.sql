-- promise: Every sum of money of a programme is used as its text reads.
SELECT source_id, source_line, printed, figure || CASE bound WHEN 'point' THEN '' ELSE ' ' || bound END AS subject,
  format('{} reads as £{:.10g}; £{:.10g} is used.', printed, amount_gbp_literal::DOUBLE, amount_gbp::DOUBLE) AS detail
FROM programme_money WHERE amount_gbp <> amount_gbp_literal
