-- promise: In every table of numbers the printed text, read as a number, is the value kept.
WITH cell AS (
  SELECT source_id, coalesce(source_line, 0) AS source_line, printed, value, table_name || ' ' || subject || ' ' || measure || coalesce(' ' || period, '') AS subject,
    regexp_replace(regexp_replace(translate(printed, '−–', '--'), '[£,*%\s\x{a0}\x{2009}\x{202f}]', '', 'g'), '^(-?[0-9.]+)m$', '\1') AS bare
  FROM figure WHERE table_name IN ('budget_line', 'uplift', 'allocation', 'delayed_project', 'benefit_summary', 'benefit_profile', 'activity_change', 'reserve_outturn', 'outcome_comparison', 'hospital_district', 'activity_analysis', 'savings_budget', 'savings_profile', 'savings_total', 'risk_score', 'risk_scale_score')
    AND NOT ((table_name LIKE 'savings%' OR table_name = 'risk_score') AND upper(printed) IN ('TBC', 'N/A') AND value IS NULL)
), parsed AS (
  SELECT *, CASE WHEN bare = '-' THEN 0 WHEN bare LIKE '(%)' THEN -TRY_CAST(trim(bare, '()') AS DOUBLE) ELSE TRY_CAST(bare AS DOUBLE) END AS reading FROM cell
)
SELECT source_id, source_line, printed, subject, format('{} reads as {}; the store keeps {:.10g}.', printed, coalesce(reading::VARCHAR, 'no number'), value) AS detail
FROM parsed WHERE reading IS NULL OR abs(reading - value) > 0.0000001
