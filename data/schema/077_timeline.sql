-- What the timeline shows: the plan of the place itself, and what other documents plan and report.

-- One row per programme or part of one, with the programme under which its dates stand.
CREATE VIEW dated_programme AS
WITH RECURSIVE top AS (
  SELECT p.source_id, p.programme, CASE p.level WHEN 'portfolio' THEN 0 ELSE p.sequence END AS programme_order
  FROM programme AS p LEFT JOIN programme AS above ON above.source_id = p.source_id AND above.programme = p.parent
  WHERE p.parent IS NULL OR above.level = 'portfolio'
), branch AS (
  SELECT source_id, programme AS part, programme, programme_order FROM top
  UNION ALL
  SELECT p.source_id, p.programme, b.programme, b.programme_order
  FROM programme AS p JOIN branch AS b ON b.source_id = p.source_id AND b.part = p.parent ANTI JOIN top ON top.source_id = p.source_id AND top.programme = p.programme
)
SELECT b.source_id, b.part, CASE WHEN b.part <> b.programme THEN p.label END AS part_label, b.programme, t.label AS programme_label, b.programme_order, false AS own
FROM branch AS b JOIN programme AS p ON p.source_id = b.source_id AND p.programme = b.part JOIN programme AS t ON t.source_id = b.source_id AND t.programme = b.programme
UNION ALL SELECT source_id, programme, NULL, programme, label, sequence, true FROM plan_programme;
COMMENT ON VIEW dated_programme IS 'One row per programme or part of one, with the programme under which its dates stand: a bid, a programme of a portfolio, or a programme of the plan of the place.';
COMMENT ON COLUMN dated_programme.part IS 'Programme or part of one, as in milestone and plan_phase.';
COMMENT ON COLUMN dated_programme.part_label IS 'Name of the part; empty where it is the programme itself.';
COMMENT ON COLUMN dated_programme.programme IS 'Programme under which its dates stand.';
COMMENT ON COLUMN dated_programme.programme_label IS 'Name of that programme.';
COMMENT ON COLUMN dated_programme.programme_order IS 'Place of that programme in the order shown.';
COMMENT ON COLUMN dated_programme.own IS 'Whether it belongs to the plan of the place itself.';

-- One row per milestone, decision, other date of one, and phase of a plan, with the months it spans.
CREATE VIEW delivery_event AS
WITH month(name, number) AS (
  VALUES ('jan', 1), ('feb', 2), ('mar', 3), ('apr', 4), ('may', 5), ('jun', 6), ('jul', 7), ('aug', 8), ('sep', 9), ('oct', 10), ('nov', 11), ('dec', 12)
), span AS (
  SELECT p.*, regexp_extract(lower(p.printed), '^([a-z]{3})[a-z]* ?([0-9]{2})? ?[-–] ?([a-z]{3})[a-z]* ?([0-9]{2})', ['first', 'first_year', 'last', 'last_year']) AS seen FROM plan_phase AS p
), phase AS (
  SELECT s.*, 12 * (2000 + TRY_CAST(s.seen.last_year AS INTEGER)) + l.number - 1 AS last_month,
    12 * (2000 + coalesce(TRY_CAST(s.seen.first_year AS INTEGER), TRY_CAST(s.seen.last_year AS INTEGER) - CASE WHEN f.number > l.number THEN 1 ELSE 0 END)) + f.number - 1 AS first_month
  FROM span AS s LEFT JOIN month AS f ON f.name = s.seen.first LEFT JOIN month AS l ON l.name = s.seen.last
), dated AS (
  SELECT source_id, programme, milestone AS event, label, body AS decider, period, precision, printed, source_line, locator, status, CASE programme WHEN 'key_decisions' THEN 'decision' ELSE 'milestone' END AS kind FROM milestone
  UNION ALL SELECT r.source_id, r.programme, r.milestone, m.label, NULL, r.period, r.precision, r.printed, r.source_line, r.locator, r.status, 'restated'
  FROM milestone_restated AS r JOIN milestone AS m USING (source_id, programme, milestone) WHERE r.period IS DISTINCT FROM m.period
), event AS (
  SELECT * EXCLUDE period,
    -- A season has no months of its own; a financial year begins in April.
    12 * TRY_CAST(left(period, 4) AS INTEGER) + CASE WHEN precision = 'season' THEN NULL WHEN precision <> 'year' THEN TRY_CAST(substr(period, 6, 2) AS INTEGER) - 1 WHEN regexp_full_match(printed, '[0-9]{4}/[0-9]{2}') THEN 3 ELSE 0 END AS first_month,
    first_month + CASE precision WHEN 'year' THEN 11 WHEN 'quarter' THEN 2 ELSE 0 END AS last_month,
    CASE precision WHEN 'day' THEN TRY_CAST(regexp_extract(printed, '^[0-9]{1,2}') AS INTEGER) END AS day, 0 AS place FROM dated
  UNION ALL BY NAME
  SELECT source_id, programme, phase AS event, regexp_replace(upper(left(phase, 1)) || replace(substr(phase, 2), '_', ' '), '^Ict\b', 'ICT') AS label, CASE WHEN first_month IS NULL THEN 'relative' ELSE 'span' END AS precision, printed,
    CASE WHEN regexp_full_match(printed, '[0-9]+') THEN printed || ' ' || unit END AS length, source_line, locator, status, 'phase' AS kind, first_month, last_month, sequence AS place FROM phase
)
SELECT e.source_id, p.programme, p.programme_label, p.programme_order, p.part_label, p.own, e.kind, e.event, e.label, e.decider, e.precision, e.first_month, e.last_month, e.day, e.length, e.place, e.printed, e.source_line, e.locator, e.status,
  s.state, s.said_month, s.note AS state_note, s.as_at, s.source_id AS state_source, s.source_line AS state_line
FROM event AS e JOIN dated_programme AS p ON p.source_id = e.source_id AND p.part = e.programme
LEFT JOIN milestone_standing AS s ON e.kind IN ('milestone', 'decision') AND s.plan = e.source_id AND s.programme = e.programme AND s.milestone = e.event;
COMMENT ON VIEW delivery_event IS 'One row per milestone, decision, other date of one, and phase of a plan, of every document, with the months it spans.';
COMMENT ON COLUMN delivery_event.programme IS 'Short name of the programme; for a part of one, of the programme it stands under.';
COMMENT ON COLUMN delivery_event.programme_label IS 'Name of the programme.';
COMMENT ON COLUMN delivery_event.programme_order IS 'Place of the programme in the order shown.';
COMMENT ON COLUMN delivery_event.part_label IS 'Name of the part of the programme; empty where it is the programme itself.';
COMMENT ON COLUMN delivery_event.own IS 'Whether it belongs to the plan of the place itself.';
COMMENT ON COLUMN delivery_event.kind IS 'decision, milestone, restated (another date printed for a milestone) or phase.';
COMMENT ON COLUMN delivery_event.event IS 'Short name of the event.';
COMMENT ON COLUMN delivery_event.decider IS 'Who decides, where printed.';
COMMENT ON COLUMN delivery_event.precision IS 'As in milestone, or for a phase relative (a length without months) or span (first and last month named).';
COMMENT ON COLUMN delivery_event.first_month IS 'First month, counted as twelve times the year and the months before it; empty where none is named, as for a season.';
COMMENT ON COLUMN delivery_event.last_month IS 'Last month, counted alike.';
COMMENT ON COLUMN delivery_event.day IS 'Day of the month, where one is printed with its year.';
COMMENT ON COLUMN delivery_event.length IS 'Length of a phase with its unit, where the number alone is printed.';
COMMENT ON COLUMN delivery_event.place IS 'Place of a phase in its plan, from 1; 0 for all else.';
COMMENT ON COLUMN delivery_event.state IS 'How a milestone or decision stands, as an officer said last; empty where nobody did.';
COMMENT ON COLUMN delivery_event.said_month IS 'Month in which it was done or is now expected, counted alike.';
COMMENT ON COLUMN delivery_event.state_note IS 'What the officer noted.';
COMMENT ON COLUMN delivery_event.as_at IS 'Day for which it is said.';
COMMENT ON COLUMN delivery_event.state_source IS 'Import that says it; key of source.';
COMMENT ON COLUMN delivery_event.state_line IS 'Row of its sheet.';
