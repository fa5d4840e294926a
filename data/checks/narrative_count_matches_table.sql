-- promise: A count in the text, of options, programmes, organisations or years, is what the tables hold.
WITH counted AS (
  SELECT source_id, 'delivery_option_count' AS figure, count(DISTINCT option) AS number, min(locator) || ' holds ' || count(DISTINCT option) || ' options' AS told FROM appraisal_score WHERE appraisal = 'psdm-delivery-model' GROUP BY ALL
  UNION ALL
  SELECT source_id, 'change_initiative_count', count(DISTINCT programme), 'the milestone tables hold ' || count(DISTINCT programme) || ' programmes' FROM milestone WHERE programme <> 'key_decisions' GROUP BY ALL
  UNION ALL
  SELECT source_id, 'model_component_count', count(DISTINCT component), 'the benefit tables hold ' || count(DISTINCT component) || ' components' FROM benefit_summary WHERE component <> 'all' GROUP BY ALL
  UNION ALL
  SELECT source_id, 'funding_organisation_count', count(DISTINCT organisation), 'the allocation holds ' || count(DISTINCT organisation) || ' organisations' FROM allocation WHERE organisation <> 'all' GROUP BY ALL
  UNION ALL
  SELECT source_id, 'mtfs_duration', count(DISTINCT financial_year), min(locator) || ' holds ' || count(DISTINCT financial_year) || ' years' FROM budget_line WHERE scenario = 'do_nothing' AND line = 'council_tax' GROUP BY ALL
  UNION ALL
  SELECT source_id, 'council_projection_duration', count(DISTINCT financial_year), min(locator) || ' holds ' || count(DISTINCT financial_year) || ' years' FROM budget_line WHERE organisation = 'council_direct' AND line = 'in_year' GROUP BY ALL
  UNION ALL
  SELECT source_id, 'business_case_duration', count(DISTINCT financial_year), 'the tables of benefits by year hold ' || count(DISTINCT financial_year) || ' years' FROM benefit_profile GROUP BY ALL
)
SELECT n.source_id, n.source_line, n.printed, n.figure || CASE WHEN n.occurrence > 1 THEN ', again' ELSE '' END AS subject,
  format('Line {} prints {}; {}.', n.source_line, n.printed, c.told) AS detail
FROM narrative_figure AS n JOIN counted AS c USING (source_id, figure) WHERE n.value <> c.number
