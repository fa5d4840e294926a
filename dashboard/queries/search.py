"""Everything in the store that has a name and a place on a page."""

from dashboard.domain.search import Entry
from dashboard.store import Store

# A workstream or project has no record of its own: it leads to that of the programme it is part of. Words in
# an address are cut to what its page takes. A service is found as such, not by its reference number too.
ENTRIES_SQL = r"""
WITH RECURSIVE programme_record AS (
  SELECT source_id, programme, programme AS record, label, label AS within, summary
  FROM programme WHERE level IN ('bid', 'portfolio', 'programme')
  UNION ALL
  SELECT part.source_id, part.programme, whole.record, part.label, whole.within, part.summary
  FROM programme AS part
  JOIN programme_record AS whole ON part.parent = whole.programme AND part.source_id = whole.source_id
  WHERE part.level NOT IN ('bid', 'portfolio', 'programme')
)
SELECT 'briefing' AS kind, regexp_extract(markdown, '(?m)^topic:\s*(.*)$', 1) AS title, '' AS detail,
  '' AS words, '/?briefing=' || briefing AS href
FROM briefing
UNION ALL
SELECT 'indicator', coalesce(short_name, name), 'Imported indicator', concat_ws(' ', name, indicator_id),
  '/outcomes?view=indicator&indicator=' || indicator_id
FROM indicator LEFT JOIN indicator_words USING (indicator_id)
UNION ALL
SELECT DISTINCT 'indicator', label, 'Measure of ' || source.title, '', '/outcomes?view=report'
FROM outcome_comparison JOIN source USING (source_id)
UNION ALL
SELECT 'risk', risk.title, concat_ws(', ', upper(left(risk.kind, 1)) || risk.kind[2:], last.printed_id),
  concat_ws(' ', last.printed_id, last.owner, last.risk_type), '/risk?risk=' || risk_id
FROM risk LEFT JOIN (
  SELECT risk_id, arg_max(printed_id, quarter) AS printed_id, arg_max(owner, quarter) AS owner,
    arg_max(risk_type, quarter) AS risk_type
  FROM risk_entry GROUP BY risk_id
) AS last USING (risk_id)
UNION ALL
SELECT 'option', reference || ' ' || title, service, coalesce(label, ''), '/savings?option=' || option_id
FROM savings_option LEFT JOIN savings_theme USING (theme)
UNION ALL
SELECT 'appraisal', title, 'Appraisal of options', question, '/options?appraisal=' || appraisal
FROM appraisal WHERE appraisal IN (SELECT appraisal FROM appraisal_option)
UNION ALL
SELECT 'appraisal', option.title, 'Option of: ' || appraisal.title, option.summary,
  '/options?appraisal=' || appraisal
FROM appraisal_option AS option JOIN appraisal USING (appraisal)
UNION ALL
SELECT 'service', service.label, area.label || ', to ' || home.label, reference,
  '/delivery?q=' || url_encode(left(service.label, 60))
FROM service_mapping AS service JOIN service_area AS area USING (service_area)
  JOIN service_home AS home USING (future_home)
UNION ALL
SELECT 'programme', label, CASE WHEN label = within THEN 'Programme of change' ELSE 'Part of: ' || within END,
  summary, '/programmes?programme=' || record
FROM programme_record
UNION ALL
SELECT 'area', label, 'Footprint', '', '/footprints?area=' || footprint FROM footprint
UNION ALL
SELECT 'area', name, concat_ws(', ', upper(left(kind, 1)) || kind[2:], label), '',
  '/footprints?area=' || area_code
FROM covered_district
UNION ALL
SELECT 'glossary', term, meaning, '', '/sources#sources-glossary-card' FROM glossary
UNION ALL
SELECT 'document', title, concat_ws(', ', publisher, published_text), vintage, '/sources?source=' || source_id
FROM source
UNION ALL
SELECT 'figure', figure.label, concat_ws(', ', printed, period, source.title, 'line ' || source_line),
  concat_ws(' ', translate(subject || ' ' || measure, '_.', '  '), period, printed, abs(value)),
  '/sources?source=' || source_id || coalesce('&line=' || source_line, '')
FROM figure JOIN source USING (source_id)
WHERE table_name <> 'service_mapping'
ORDER BY kind, title, href
"""


def entries(store: Store) -> list[Entry]:
    """Return everything that can be found, with the address where it stands."""
    return store.rows(ENTRIES_SQL, Entry)
