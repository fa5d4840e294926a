-- promise: Every figure chosen to stand for a programme in a year is printed in that layer, for that year and for the programme or a part of it.
WITH chosen AS (
  SELECT f.*, m.source_line, m.printed, m.period, m.period_kind, m.programme AS owner FROM programme_profile AS f LEFT JOIN programme_money AS m USING (source_id, figure, layer)
)
SELECT source_id, coalesce(source_line, 0) AS source_line, coalesce(printed, figure) AS printed, programme || ' ' || layer || ' ' || figure AS subject, 'It is not printed in that layer.' AS detail FROM chosen WHERE printed IS NULL
UNION ALL
SELECT source_id, source_line, printed, programme || ' ' || layer || ' ' || figure, format('It is printed for {}, not {}.', period, financial_year) FROM chosen WHERE period_kind = 'financial_year' AND period <> financial_year
UNION ALL
SELECT c.source_id, c.source_line, c.printed, c.programme || ' ' || c.layer || ' ' || c.figure, format('It belongs to {}.', c.owner)
FROM chosen AS c LEFT JOIN programme AS p ON p.source_id = c.source_id AND p.programme = c.owner WHERE c.printed IS NOT NULL AND c.programme IS DISTINCT FROM c.owner AND c.programme IS DISTINCT FROM p.parent
