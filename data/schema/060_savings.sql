-- The council's savings options: what each would change, year by year, and what is said about it.

-- One row per theme of savings options; the grouping is ours.
CREATE TABLE savings_theme (
  theme VARCHAR PRIMARY KEY,
  label VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  decided_by VARCHAR NOT NULL
);
COMMENT ON TABLE savings_theme IS 'One row per theme of savings options; the grouping is ours.';
COMMENT ON COLUMN savings_theme.theme IS 'Short name of the theme.';
COMMENT ON COLUMN savings_theme.label IS 'Name of the theme.';
COMMENT ON COLUMN savings_theme.note IS 'What it holds.';
COMMENT ON COLUMN savings_theme.decided_by IS 'Who made the grouping; no document prints one.';

-- One row per savings option.
CREATE TABLE savings_option (
  option_id VARCHAR NOT NULL,
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  reference VARCHAR NOT NULL,
  service VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  theme VARCHAR NOT NULL REFERENCES savings_theme (theme),
  programme VARCHAR NOT NULL CHECK (regexp_full_match(programme, '20\d\d/\d\d')),
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, option_id),
  UNIQUE (source_id, reference)
);
COMMENT ON TABLE savings_option IS 'One row per savings option of a programme.';
COMMENT ON COLUMN savings_option.reference IS 'Reference of the option as printed; numbers have gaps and are no count.';
COMMENT ON COLUMN savings_option.service IS 'Service the option belongs to.';
COMMENT ON COLUMN savings_option.title IS 'Title of the option; ours where the document prints only a service.';
COMMENT ON COLUMN savings_option.theme IS 'Theme, a grouping of our own; key of savings_theme.';
COMMENT ON COLUMN savings_option.programme IS 'Programme the option belongs to, named by the first financial year of its tables.';
COMMENT ON COLUMN savings_option.source_line IS 'Line that holds the reference, the first of the option.';

-- One row per option whose start year is printed.
CREATE TABLE savings_start_year (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  option_id VARCHAR NOT NULL,
  financial_year VARCHAR NOT NULL CHECK (regexp_full_match(financial_year, '20\d\d/\d\d')),
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, option_id)
);
COMMENT ON TABLE savings_start_year IS 'One row per option whose start year is printed; the first change may come in another year.';

-- One row per option, measure and printed amount of its budget.
CREATE TABLE savings_budget (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  option_id VARCHAR NOT NULL,
  measure VARCHAR NOT NULL CHECK (measure IN ('gross', 'income', 'net')),
  financial_year VARCHAR NOT NULL CHECK (regexp_full_match(financial_year, '20\d\d/\d\d')),
  amount_gbp_m DECIMAL(12, 3),
  note VARCHAR,
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, option_id, measure, financial_year, source_line)
);
COMMENT ON TABLE savings_budget IS 'One row per option, measure and printed amount of its budget; several options print the same budget, so never add up over options.';
COMMENT ON COLUMN savings_budget.measure IS 'gross, income or net; income may stand on two lines.';
COMMENT ON COLUMN savings_budget.amount_gbp_m IS '£ million with the sign as printed; empty where the budget is said not to apply.';
COMMENT ON COLUMN savings_budget.note IS 'What the budget covers or what is odd about it.';

-- One row per budget and option that prints it or lies inside it.
CREATE TABLE savings_shared_budget (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  budget VARCHAR NOT NULL,
  option_id VARCHAR NOT NULL,
  relation VARCHAR NOT NULL CHECK (relation IN ('same', 'inside')),
  note VARCHAR,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, budget, option_id)
);
COMMENT ON TABLE savings_shared_budget IS 'One row per budget that several options print and option that prints it or lies inside it.';
COMMENT ON COLUMN savings_shared_budget.budget IS 'Short name of the budget, ours.';
COMMENT ON COLUMN savings_shared_budget.relation IS 'same (the option prints this budget) or inside (its own budget is a part of this one by description).';
COMMENT ON COLUMN savings_shared_budget.note IS 'What is odd about it.';
COMMENT ON COLUMN savings_shared_budget.anchor IS 'The budget as the option prints it; savings_budget keeps it as a figure.';

-- One row per option, measure, nature and financial year.
CREATE TABLE savings_profile (
  option_id VARCHAR NOT NULL,
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  measure VARCHAR NOT NULL CHECK (measure IN ('budget_change', 'fte', 'investment')),
  nature VARCHAR NOT NULL CHECK (nature IN ('recurrent', 'temporary', 'capital', 'unstated')),
  nature_from VARCHAR NOT NULL CHECK (nature_from IN ('label', 'text', 'none')),
  financial_year VARCHAR NOT NULL CHECK (regexp_full_match(financial_year, '20\d\d/\d\d')),
  value DECIMAL(12, 3),
  starred BOOLEAN NOT NULL,
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, option_id, measure, nature, financial_year),
  CHECK ((nature = 'unstated') = (nature_from = 'none'))
);
COMMENT ON TABLE savings_profile IS 'One row per option, measure, nature and financial year: the change made in that year, not the running position.';
COMMENT ON COLUMN savings_profile.measure IS 'budget_change (£m, minus is a saving or more income), fte (posts, minus is posts lost) or investment (£m).';
COMMENT ON COLUMN savings_profile.nature IS 'recurrent, temporary, capital, or unstated where neither the table nor the text of its field says.';
COMMENT ON COLUMN savings_profile.nature_from IS 'Where the nature stands: on a label above the table, in the text beside it, or none.';
COMMENT ON COLUMN savings_profile.value IS '£ million for budget_change and investment, posts for fte, with the sign as printed; empty where still to be confirmed.';
COMMENT ON COLUMN savings_profile.starred IS 'Whether the cell carries a star that points to a note.';

-- One row per option, measure and nature: the total as printed.
CREATE TABLE savings_total (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  option_id VARCHAR NOT NULL,
  measure VARCHAR NOT NULL CHECK (measure IN ('budget_change', 'fte', 'investment')),
  nature VARCHAR NOT NULL CHECK (nature IN ('recurrent', 'temporary', 'capital', 'unstated')),
  nature_from VARCHAR NOT NULL CHECK (nature_from IN ('label', 'text', 'none')),
  value DECIMAL(12, 3),
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, option_id, measure, nature)
);
COMMENT ON TABLE savings_total IS 'One row per option, measure and nature: the total as printed, kept apart from the years.';
COMMENT ON COLUMN savings_total.measure IS 'budget_change (£m), fte (posts) or investment (£m).';
COMMENT ON COLUMN savings_total.nature IS 'recurrent, temporary, capital, or unstated.';
COMMENT ON COLUMN savings_total.nature_from IS 'Where the nature stands: on a label above the table, in the text beside it, or none.';
COMMENT ON COLUMN savings_total.value IS '£ million for budget_change and investment, posts for fte, with the sign as printed; empty where still to be confirmed.';

-- One row per option and process it must go through.
CREATE TABLE savings_process (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  option_id VARCHAR NOT NULL,
  process VARCHAR NOT NULL CHECK (process IN ('consultation', 'equality_analysis')),
  answer VARCHAR NOT NULL CHECK (answer IN ('no', 'no_with_text', 'yes', 'unclear', 'not_required', 'completed', 'yes_unclear', 'earlier_option')),
  text_contradicts BOOLEAN NOT NULL,
  summary VARCHAR NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, option_id, process)
);
COMMENT ON TABLE savings_process IS 'One row per option and process: whether external consultation and an equality analysis are needed, and what was answered.';
COMMENT ON COLUMN savings_process.process IS 'consultation (external) or equality_analysis.';
COMMENT ON COLUMN savings_process.answer IS 'Consultation: no, no_with_text, yes, unclear (neither yes nor no). Equality analysis: not_required, completed, yes_unclear (yes, without saying whether it was done), earlier_option (done for another option), no.';
COMMENT ON COLUMN savings_process.text_contradicts IS 'Whether another passage of the option speaks against the answer.';
COMMENT ON COLUMN savings_process.summary IS 'The answer in our own words.';
COMMENT ON COLUMN savings_process.anchor IS 'The answer as printed, or how it begins.';

-- One row per option and field of running text.
CREATE TABLE savings_narrative (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  option_id VARCHAR NOT NULL,
  field VARCHAR NOT NULL CHECK (field IN ('decisions', 'impact', 'actions', 'risks')),
  summary VARCHAR NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, option_id, field)
);
COMMENT ON TABLE savings_narrative IS 'One row per option and field of running text, in short and in our own words.';
COMMENT ON COLUMN savings_narrative.field IS 'decisions needed, impact on services and users, actions needed, or risks and how they are met.';
COMMENT ON COLUMN savings_narrative.summary IS 'What the field says, in our own words.';

-- One row per note on an option.
CREATE TABLE savings_note (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  option_id VARCHAR NOT NULL,
  kind VARCHAR NOT NULL CHECK (kind IN ('budget_note', 'cross_reference', 'footnote', 'part_of_wider', 'starred_note', 'start_year_differs', 'text_differs', 'other')),
  starred BOOLEAN NOT NULL,
  summary VARCHAR NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, option_id, source_line, summary)
);
COMMENT ON TABLE savings_note IS 'One row per note on an option: a printed note, or something odd about what is printed.';
COMMENT ON COLUMN savings_note.kind IS 'budget_note, cross_reference (to another option or document), footnote, part_of_wider, starred_note, start_year_differs, text_differs (text against table) or other.';
COMMENT ON COLUMN savings_note.starred IS 'Whether the printed note begins with a star.';
COMMENT ON COLUMN savings_note.summary IS 'The note in our own words.';

-- One row per option and financial year: the budget change on its three bases.
CREATE VIEW savings_effect AS
WITH running AS (
  SELECT source_id, option_id, financial_year, value::DOUBLE AS discrete_gbp_m,
    CASE WHEN count(*) OVER so_far = count(value) OVER so_far THEN (sum(value) OVER so_far)::DOUBLE END AS annual_effect_gbp_m,
    printed, status, source_line, locator
  FROM savings_profile WHERE measure = 'budget_change'
  WINDOW so_far AS (PARTITION BY source_id, option_id ORDER BY financial_year)
)
SELECT source_id, option_id, financial_year, discrete_gbp_m, annual_effect_gbp_m,
  CASE WHEN count(*) OVER so_far = count(annual_effect_gbp_m) OVER so_far THEN sum(annual_effect_gbp_m) OVER so_far END AS cash_to_date_gbp_m,
  printed, status, source_line, locator
FROM running
WINDOW so_far AS (PARTITION BY source_id, option_id ORDER BY financial_year);
COMMENT ON VIEW savings_effect IS 'One row per option and financial year: the change to the budget in the year, in running annual effect, and in cash so far.';
COMMENT ON COLUMN savings_effect.discrete_gbp_m IS 'Change made in that year, £ million as printed.';
COMMENT ON COLUMN savings_effect.annual_effect_gbp_m IS 'Effect on the budget of that year: the changes up to and including it, £ million.';
COMMENT ON COLUMN savings_effect.cash_to_date_gbp_m IS 'Effect over all years up to and including it, £ million.';
COMMENT ON COLUMN savings_effect.printed IS 'The change as printed, star included.';

-- One row per option: what it prints once, with what follows from its tables.
CREATE VIEW savings_record AS
WITH budget AS (
  SELECT source_id, option_id,
    sum(amount_gbp_m) FILTER (measure = 'gross')::DOUBLE AS gross_gbp_m,
    sum(amount_gbp_m) FILTER (measure = 'income')::DOUBLE AS income_gbp_m,
    sum(amount_gbp_m) FILTER (measure = 'net')::DOUBLE AS net_gbp_m
  FROM savings_budget GROUP BY ALL
), effect AS (
  SELECT source_id, option_id, min(financial_year) FILTER (discrete_gbp_m <> 0) AS first_change_year,
    arg_max(annual_effect_gbp_m, financial_year) AS annual_effect_gbp_m, arg_max(cash_to_date_gbp_m, financial_year) AS cash_gbp_m
  FROM savings_effect GROUP BY ALL
)
SELECT o.option_id, o.source_id, o.reference, o.service, o.title, o.theme, o.programme, s.financial_year AS start_year, s.printed AS start_year_printed,
  s.source_line AS start_year_line, e.first_change_year, e.annual_effect_gbp_m, t.value::DOUBLE AS total_printed_gbp_m, e.cash_gbp_m,
  b.gross_gbp_m, b.income_gbp_m, b.net_gbp_m, coalesce(h.budget, o.option_id) AS budget, c.answer AS consultation, c.text_contradicts AS consultation_contradicted,
  q.answer AS equality_analysis, o.source_line, o.locator
FROM savings_option AS o
LEFT JOIN savings_start_year AS s USING (source_id, option_id)
LEFT JOIN budget AS b USING (source_id, option_id)
LEFT JOIN effect AS e USING (source_id, option_id)
LEFT JOIN savings_total AS t ON t.source_id = o.source_id AND t.option_id = o.option_id AND t.measure = 'budget_change'
LEFT JOIN savings_shared_budget AS h ON h.source_id = o.source_id AND h.option_id = o.option_id AND h.relation = 'same'
LEFT JOIN savings_process AS c ON c.source_id = o.source_id AND c.option_id = o.option_id AND c.process = 'consultation'
LEFT JOIN savings_process AS q ON q.source_id = o.source_id AND q.option_id = o.option_id AND q.process = 'equality_analysis';
COMMENT ON VIEW savings_record IS 'One row per option: what it prints once, with what follows from its tables.';
COMMENT ON COLUMN savings_record.reference IS 'Reference of the option as printed.';
COMMENT ON COLUMN savings_record.service IS 'Service the option belongs to.';
COMMENT ON COLUMN savings_record.title IS 'Title of the option; ours where the document prints only a service.';
COMMENT ON COLUMN savings_record.theme IS 'Theme, a grouping of our own; key of savings_theme.';
COMMENT ON COLUMN savings_record.programme IS 'Programme the option belongs to, named by the first financial year of its tables.';
COMMENT ON COLUMN savings_record.start_year IS 'Start year the option states; empty where none is printed.';
COMMENT ON COLUMN savings_record.start_year_printed IS 'Start year as printed.';
COMMENT ON COLUMN savings_record.start_year_line IS 'Line that holds the start year.';
COMMENT ON COLUMN savings_record.first_change_year IS 'First year whose budget change is not nil.';
COMMENT ON COLUMN savings_record.annual_effect_gbp_m IS 'Effect on the budget of the last year: the sum of the years, £ million.';
COMMENT ON COLUMN savings_record.total_printed_gbp_m IS 'Total of the budget change as printed, £ million.';
COMMENT ON COLUMN savings_record.cash_gbp_m IS 'Effect over all years together, £ million.';
COMMENT ON COLUMN savings_record.gross_gbp_m IS 'Gross budget as printed, £ million; several options print the same budget.';
COMMENT ON COLUMN savings_record.income_gbp_m IS 'Income as printed, £ million; its lines added where it stands on two.';
COMMENT ON COLUMN savings_record.net_gbp_m IS 'Net budget as printed, £ million; several options print the same budget.';
COMMENT ON COLUMN savings_record.budget IS 'The budget the option prints: the same name for every option that prints it.';
COMMENT ON COLUMN savings_record.consultation IS 'Answer on external consultation, as in savings_process.';
COMMENT ON COLUMN savings_record.consultation_contradicted IS 'Whether another passage of the option speaks against that answer.';
COMMENT ON COLUMN savings_record.equality_analysis IS 'Answer on the equality analysis, as in savings_process.';
