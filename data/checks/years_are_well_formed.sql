-- promise: Every financial year ends one year after it begins.
SELECT source_id, coalesce(source_line, 0) AS source_line, printed, table_name || ' ' || subject || ' ' || measure || ' ' || period AS subject, format('{} is no financial year.', period) AS detail
FROM figure
WHERE table_name IN ('budget_line', 'uplift', 'allocation', 'delayed_project', 'benefit_profile', 'activity_change', 'savings_start_year', 'savings_budget', 'savings_profile') AND NOT regexp_full_match(period, '20[0-9]{2}/[0-9]{2}')
  OR regexp_full_match(period, '20[0-9]{2}/[0-9]{2}') AND (substr(period, 3, 2)::INTEGER + 1) % 100 <> substr(period, 6, 2)::INTEGER
