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

-- One row per programme by year whose net total is printed, with how that total counts a step of benefit.
CREATE TABLE programme_counting (
  programme VARCHAR PRIMARY KEY,
  steps VARCHAR NOT NULL CHECK (steps IN ('once', 'lasting')),
  total VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  reason VARCHAR NOT NULL,
  decided_by VARCHAR NOT NULL
);
COMMENT ON TABLE programme_counting IS 'One row per programme by year whose net total is printed, with how that total counts a step of benefit: once, or in every year after it as well. A programme without a row is counted once.';
COMMENT ON COLUMN programme_counting.programme IS 'Programme; key of programme.';
COMMENT ON COLUMN programme_counting.steps IS 'once (in the year it is made) or lasting (in that year and in every later one).';
COMMENT ON COLUMN programme_counting.total IS 'Net total that is printed; figure of programme_money.';
COMMENT ON COLUMN programme_counting.source_line IS 'Line of that total.';
COMMENT ON COLUMN programme_counting.reason IS 'How the total is seen to count so.';
COMMENT ON COLUMN programme_counting.decided_by IS 'Who read it.';

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

-- One row per programme, aspect and year of which both benefit and cost are printed for the same bodies.
CREATE VIEW programme_year AS
WITH bid_year AS (
  SELECT m.source_id, m.programme, CASE m.measure WHEN 'cost' THEN 'cost' ELSE 'benefit' END AS aspect, m.basis, m.period, m.amount_gbp::DOUBLE AS value, 'printed' AS status, m.printed, m.source_line, m.locator
  FROM programme_money AS m JOIN programme AS p USING (source_id, programme)
  WHERE p.level = 'bid' AND m.measure IN ('benefit', 'saving', 'cost') AND m.basis = 'in_year' AND m.claim = 'expected' AND m.scenario = 'plan' AND m.bound = 'point' AND m.period_kind IN ('financial_year', 'programme_year')
  QUALIFY row_number() OVER (PARTITION BY m.source_id, m.figure ORDER BY m.source_line) = 1
), portfolio_year AS (
  SELECT r.source_id, r.programme, r.aspect, r.basis, r.financial_year AS period, r.amount_gbp::DOUBLE AS value, r.amount_state AS status, r.figures[1].printed AS printed, r.figures[1].source_line AS source_line,
    (SELECT any_value(m.locator) FROM programme_money AS m WHERE m.source_id = r.source_id AND m.figure = r.figures[1].figure AND m.source_line = r.figures[1].source_line) AS locator
  FROM programme_profile_record AS r WHERE r.layer = 'business_case'
), every_year AS (
  SELECT * FROM bid_year UNION ALL SELECT * FROM portfolio_year
)
SELECT * FROM every_year
WHERE (source_id, programme) IN (SELECT source_id, programme FROM every_year GROUP BY ALL HAVING count(*) FILTER (aspect = 'benefit') > 1 AND count(*) FILTER (aspect = 'cost') > 1);
COMMENT ON VIEW programme_year IS 'One row per programme, aspect and year, for programmes that print both benefit and cost by year for the same bodies; of a portfolio the business cases are used.';
COMMENT ON COLUMN programme_year.programme IS 'Programme; key of programme.';
COMMENT ON COLUMN programme_year.aspect IS 'benefit or cost.';
COMMENT ON COLUMN programme_year.basis IS 'As in programme_money.';
COMMENT ON COLUMN programme_year.period IS 'Financial year, or year counted from the start.';
COMMENT ON COLUMN programme_year.value IS '£; a cost is positive.';

-- One row per programme, body and year of a saving it must find.
CREATE VIEW programme_need AS
SELECT m.source_id, m.programme, coalesce(b.label, 'Together') AS body, m.beneficiary, m.period, m.amount_gbp::DOUBLE AS value, m.printed, m.status::VARCHAR AS status, m.source_line, m.locator
FROM programme_money AS m JOIN programme AS p USING (source_id, programme) LEFT JOIN body AS b ON b.source_id = m.source_id AND b.body = m.beneficiary
WHERE p.level = 'bid' AND m.measure = 'need' AND m.basis = 'incremental' AND m.period_kind = 'financial_year';
COMMENT ON VIEW programme_need IS 'One row per bid, body and financial year of a saving that has to be found in it and lasts.';
COMMENT ON COLUMN programme_need.programme IS 'Programme; key of programme.';
COMMENT ON COLUMN programme_need.body IS 'Name of the body, or Together.';
COMMENT ON COLUMN programme_need.beneficiary IS 'Who must find it, as in programme_money.';
COMMENT ON COLUMN programme_need.period IS 'Financial year.';
COMMENT ON COLUMN programme_need.value IS '£, as used here.';

-- One row per bid, line and year of savings printed as a range without a basis.
CREATE VIEW programme_range AS
SELECT m.source_id, t.root AS programme, m.figure, CASE WHEN m.programme = t.root THEN m.label ELSE p.label END AS row_label, m.adds_to IS NULL AS total, m.period,
  min(m.amount_gbp)::DOUBLE AS low, max(m.amount_gbp)::DOUBLE AS high, any_value(m.printed) AS printed, any_value(m.status::VARCHAR) AS status, m.source_line, any_value(m.locator) AS locator
FROM programme_money AS m JOIN programme_tree AS t USING (source_id, programme) JOIN programme AS p USING (source_id, programme)
WHERE m.measure = 'saving' AND m.basis = 'unstated' AND m.claim = 'expected' AND m.period_kind = 'financial_year' GROUP BY ALL;
COMMENT ON VIEW programme_range IS 'One row per bid, line of its table and year of savings whose basis is not printed, with both ends where it is a range.';
COMMENT ON COLUMN programme_range.programme IS 'Bid; key of programme.';
COMMENT ON COLUMN programme_range.figure IS 'Figure; key of programme_money.';
COMMENT ON COLUMN programme_range.row_label IS 'Name of the line.';
COMMENT ON COLUMN programme_range.total IS 'Whether it is the total of the year.';
COMMENT ON COLUMN programme_range.period IS 'Financial year.';
COMMENT ON COLUMN programme_range.low IS '£, the low end; the same as the high end where no range is printed.';
COMMENT ON COLUMN programme_range.high IS '£, the high end.';

-- One row per printed occurrence of a return, a payback or a share, with what its sums give.
CREATE VIEW programme_return_record AS
WITH sum_of AS (
  SELECT source_id, figure, mode(amount_gbp ORDER BY source_line)::DOUBLE AS amount_gbp FROM programme_money WHERE bound = 'point' GROUP BY ALL
)
SELECT m.source_id, t.root, m.programme, m.figure, m.kind, m.label, m.beneficiary, m.scenario, m.bound, m.value::DOUBLE AS value, m.unit, coalesce(m.qualifier, '') AS qualifier, coalesce(m.note, '') AS note,
  r.benefit, r.cost, round(r.times * b.amount_gbp / c.amount_gbp, 2) AS recalculated, m.printed, m.status::VARCHAR AS status, m.source_line, m.locator
FROM programme_measure AS m JOIN programme_tree AS t USING (source_id, programme) LEFT JOIN programme_return AS r USING (figure)
LEFT JOIN sum_of AS b ON b.source_id = m.source_id AND b.figure = r.benefit LEFT JOIN sum_of AS c ON c.source_id = m.source_id AND c.figure = r.cost
WHERE m.kind IN ('return', 'payback') OR r.figure IS NOT NULL;
COMMENT ON VIEW programme_return_record IS 'One row per printed occurrence of a return, a payback or a share of a programme, with what the sums it is made of give.';
COMMENT ON COLUMN programme_return_record.root IS 'Programme at the top of it.';
COMMENT ON COLUMN programme_return_record.programme IS 'Programme or part of one; key of programme.';
COMMENT ON COLUMN programme_return_record.figure IS 'Figure; key of programme_measure.';
COMMENT ON COLUMN programme_return_record.kind IS 'return or payback, or the kind of another share that is worked out again.';
COMMENT ON COLUMN programme_return_record.beneficiary IS 'Whose money, as in programme_money.';
COMMENT ON COLUMN programme_return_record.scenario IS 'Case it is worked out for.';
COMMENT ON COLUMN programme_return_record.bound IS 'point, or low or high of a range.';
COMMENT ON COLUMN programme_return_record.qualifier IS 'How exact the text says it is; empty where it says nothing.';
COMMENT ON COLUMN programme_return_record.note IS 'What is odd about it.';
COMMENT ON COLUMN programme_return_record.benefit IS 'Figure that is divided; empty where its sums are not printed.';
COMMENT ON COLUMN programme_return_record.cost IS 'Figure it is divided by.';
COMMENT ON COLUMN programme_return_record.recalculated IS 'What the two sums give, in the unit of the value; empty where they are not printed.';
