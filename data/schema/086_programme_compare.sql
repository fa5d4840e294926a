-- What lets the sums of programmes be set side by side: how long a total runs, what a return is made of, what parts give.

-- One row per span of time as printed, with its length.
CREATE TABLE programme_span (
  period VARCHAR PRIMARY KEY,
  years INTEGER CHECK (years > 0),
  decided_by VARCHAR NOT NULL
);
COMMENT ON TABLE programme_span IS 'One row per span of time that a total of a programme is printed for. Totals over spans of different or unknown length are never compared.';
COMMENT ON COLUMN programme_span.period IS 'Span as kept in programme_money.';
COMMENT ON COLUMN programme_span.years IS 'Length in years, our reading; empty where the document does not give it.';
COMMENT ON COLUMN programme_span.decided_by IS 'Who read it.';

-- One row per printed return with the sums it is made of.
CREATE TABLE programme_return (
  figure VARCHAR PRIMARY KEY,
  benefit VARCHAR NOT NULL,
  cost VARCHAR NOT NULL,
  times INTEGER NOT NULL,
  decided_by VARCHAR NOT NULL
);
COMMENT ON TABLE programme_return IS 'One row per printed return, with the two sums whose ratio it is; which they are is our reading.';
COMMENT ON COLUMN programme_return.figure IS 'Return; a figure of programme_measure.';
COMMENT ON COLUMN programme_return.benefit IS 'Figure of programme_money that is divided.';
COMMENT ON COLUMN programme_return.cost IS 'Figure of programme_money that it is divided by.';
COMMENT ON COLUMN programme_return.times IS '100 where the return is printed as a percentage, else 1.';
COMMENT ON COLUMN programme_return.decided_by IS 'Who read it.';

-- One row per printed total of a programme whose parts are printed, with what the parts give.
CREATE VIEW programme_parts AS
WITH item AS (
  SELECT source_id, figure, bound, adds_to, row_total, coalesce(weight, 1) AS weight, measure, amount_gbp AS value, printed, source_line,
    CASE unit WHEN '£k' THEN 1000 WHEN '£m' THEN 1000000 WHEN '£bn' THEN 1000000000 ELSE 0 END * 0.5 * pow(10, -length(regexp_extract(printed, '[.]([0-9]+)', 1))) AS slack
  FROM programme_money
  UNION ALL
  SELECT source_id, figure, bound, adds_to, NULL, coalesce(weight, 1), kind, value, printed, source_line, 0 FROM programme_measure
), part AS (
  SELECT *, adds_to AS total, 'column' AS way FROM item WHERE adds_to IS NOT NULL
  UNION ALL
  SELECT *, row_total, 'row' FROM item WHERE row_total IS NOT NULL
), printed_total AS (
  SELECT p.total, p.way, t.source_id, t.bound, t.measure, t.printed, t.source_line, t.value, t.slack FROM item AS t JOIN (SELECT source_id, total, way, avg(source_line) AS middle FROM part GROUP BY ALL) AS p ON p.source_id = t.source_id AND p.total = t.figure
  QUALIFY row_number() OVER (PARTITION BY t.source_id, p.total, p.way, t.bound ORDER BY abs(t.source_line - p.middle), t.source_line) = 1
)
SELECT t.source_id, t.total, t.way, t.bound, t.printed, t.source_line, t.value, t.slack, string_agg(DISTINCT p.source_line::VARCHAR, ', ' ORDER BY p.source_line::VARCHAR) AS lines,
  CASE WHEN count(*) = count(p.value) THEN sum(p.value * p.weight * CASE WHEN t.measure = 'net' AND p.measure IN ('cost', 'financing') THEN -1 ELSE 1 END) END AS parts,
  count(DISTINCT p.figure)::INTEGER AS part_count, list(DISTINCT p.figure ORDER BY p.figure) AS part_figures
FROM printed_total AS t JOIN part AS p ON p.source_id = t.source_id AND p.total = t.total AND p.way = t.way AND (p.bound = t.bound OR p.bound = 'point') GROUP BY ALL;
COMMENT ON VIEW programme_parts IS 'One row per printed total of a programme, way of adding up and end of its range, with what its printed parts give.';
COMMENT ON COLUMN programme_parts.total IS 'Figure of the total; key of programme_money or programme_measure.';
COMMENT ON COLUMN programme_parts.way IS 'column or row: how its parts are laid out.';
COMMENT ON COLUMN programme_parts.bound IS 'point, or low, average or high of a range.';
COMMENT ON COLUMN programme_parts.value IS 'The total as used here.';
COMMENT ON COLUMN programme_parts.slack IS 'How much of a difference the printed precision explains.';
COMMENT ON COLUMN programme_parts.lines IS 'Lines the parts stand on.';
COMMENT ON COLUMN programme_parts.parts IS 'What the parts give; empty where one of them cannot be read.';
COMMENT ON COLUMN programme_parts.part_count IS 'How many parts are printed.';
COMMENT ON COLUMN programme_parts.part_figures IS 'The figures of the parts.';

-- One row per sum that a programme is compared by, with the kind of sum it is.
CREATE VIEW programme_sum AS
SELECT m.source_id, t.root, m.programme, m.figure, m.label, m.measure,
  CASE WHEN m.measure IN ('saving', 'income', 'benefit') THEN 'benefit' ELSE m.measure END AS gain, m.basis, m.claim,
  CASE WHEN m.beneficiary IN ('public_sector', 'wider_public_sector', 'society') THEN 'public_sector' WHEN m.beneficiary = 'users' THEN 'users' ELSE 'partners' END AS reach,
  CASE m.basis WHEN 'total' THEN coalesce(CASE s.years WHEN 1 THEN '1 year' ELSE s.years || ' years' END, m.period, 'unstated') ELSE '' END AS span,
  m.bound, coalesce(m.period, '') AS period, coalesce(m.qualifier, '') AS qualifier, m.amount_gbp::DOUBLE AS value, coalesce(m.note, '') AS note, m.printed, m.status::VARCHAR AS status, m.source_line, m.locator
FROM programme_money AS m JOIN programme_tree AS t USING (source_id, programme) LEFT JOIN programme_span AS s USING (period)
WHERE m.headline AND m.scenario = 'plan';
COMMENT ON VIEW programme_sum IS 'One row per sum that a programme is compared by. Sums are alike, and may share an axis, where gain, basis, claim, reach and span are the same.';
COMMENT ON COLUMN programme_sum.root IS 'Programme at the top of it.';
COMMENT ON COLUMN programme_sum.programme IS 'Programme or part of one; key of programme.';
COMMENT ON COLUMN programme_sum.figure IS 'Figure; key of programme_money.';
COMMENT ON COLUMN programme_sum.measure IS 'As in programme_money.';
COMMENT ON COLUMN programme_sum.gain IS 'benefit (saving, income or benefit), or the measure.';
COMMENT ON COLUMN programme_sum.basis IS 'As in programme_money.';
COMMENT ON COLUMN programme_sum.claim IS 'As in programme_money.';
COMMENT ON COLUMN programme_sum.reach IS 'Whose money: partners (those who bid, one or all), public_sector (all of it) or users.';
COMMENT ON COLUMN programme_sum.span IS 'Length of the span of a total, or the span as printed where its length is not known; empty on another basis.';
COMMENT ON COLUMN programme_sum.bound IS 'point, or low, average or high of a range.';
COMMENT ON COLUMN programme_sum.period IS 'As in programme_money.';
COMMENT ON COLUMN programme_sum.qualifier IS 'As in programme_money.';
COMMENT ON COLUMN programme_sum.value IS '£; a cost is positive under measure cost.';
COMMENT ON COLUMN programme_sum.note IS 'What the figure covers or what is odd about it.';
