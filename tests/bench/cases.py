"""What is measured: a page, its first finding and a choice that changes it; a control and all it changes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """A page with a group of radio buttons or a list that changes its first finding.

    `card` is the view of that finding, `choice` the field of the selection that the control sets, `values`
    what it can be, the first as the page opens. `look` is a selector of what is drawn when it stands, and
    `told` an expression over that element whose value changes with the choice. `query` opens the view that
    is measured, `at` is the page where it is not named after its stem.
    """

    stem: str
    card: str
    choice: str
    values: tuple[str, ...]
    look: str
    told: str
    query: str = ""
    at: str = ""

    @property
    def page(self) -> str:
        """The address of the page without its first slash and its query."""
        return self.at or self.stem

    @property
    def path(self) -> str:
        """The address of the page."""
        return f"/{self.page}{self.query}"


CHART = ".js-plotly-plot .main-svg .trace path"
DEFICIT = Case(
    "deficit",
    "trajectory",
    "measure",
    ("in_year", "cumulative", "reserves"),
    CHART,
    "el.closest('.js-plotly-plot').querySelector('.trace path.js-line').getAttribute('d')",
)
SAVINGS = Case(
    "savings",
    "waterfall",
    "basis",
    ("discrete", "annual", "cash"),
    CHART,
    "[...el.closest('.js-plotly-plot').querySelectorAll('.trace path')]"
    ".map((bar) => bar.getAttribute('d')).join()",
)
OUTCOMES = Case(
    "outcomes",
    "compare",
    "indicator",
    ("1001", "1002", "1003"),
    CHART,
    "[...el.closest('.js-plotly-plot').querySelectorAll('.trace path')]"
    ".map((mark) => mark.getAttribute('transform') || mark.getAttribute('d')).join()",
    "?view=indicator&indicator=1001",
)


@dataclass(frozen=True, slots=True)
class Change:
    """A control of a page and everything that it changes, timed until the last of it stands.

    `control` is a selector of the control, `values` what it is set to in turn, `every` a selector of all that
    may change. `most_ms` is the limit, none where there is none.
    """

    path: str
    name: str
    control: str
    values: tuple[str, ...]
    every: str
    most_ms: float | None = None


FINDINGS = "#options-tiles, .pb-card h2, .pb-card .pb-sub, .pb-card .pb-chart, .pb-card [id$='-body']"
WEIGHT = Change(
    "/options",
    "change of a weight",
    "input[type='number'][data-weight]",
    ("90", "10", "70", "30", "100", "0"),
    FINDINGS,
    100,
)
PROGRAMME = Change(
    "/delivery",
    "change of programme",
    "#delivery-programme",
    ("front_office", "council_direct", "key_decisions", "all"),
    "#delivery-timeline-card",
    100,
)
THEME = Change(
    "/programmes",
    "change of theme",
    "#programmes-theme",
    ("shared_services", "emergency_services", "health_and_care", "every"),
    "#main h1, #programmes-tiles, #programmes-compare-card, #programmes-answer-card, #programmes-asks-card",
    100,
)
CHANGES = (WEIGHT, PROGRAMME, THEME)
LEVERS = Case(
    "scenario",
    "paths",
    "measure",
    ("in_year", "cumulative", "reserves"),
    CHART,
    DEFICIT.told,
    "?levers=stp_share_pct~50",
    "deficit/levers",
)
