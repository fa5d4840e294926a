"""Made-up risks, and a made-up second quarter of the real register."""

from typing import Any

from dashboard.domain.risk import Assessment, Band

EARLIER, LATER = "2019/20-Q3", "2019/20-Q4"
REAL, MADE_UP = "lcc-risk-2019q3", "made-up-q4"


def assessment(risk_id: str = "flood", **changes: Any) -> Assessment:
    """Return a risk of a made-up register, at 16 now and 12 after mitigation, with `changes`."""
    usual: dict[str, Any] = {
        "source_id": "made-up",
        "register": "nowhere",
        "quarter": EARLIER,
        "printed_id": "R1",
        "id_as_printed": "R1",
        "kind": "risk",
        "title": "Floods",
        "current_score": 16,
        "current_impact": 4,
        "current_likelihood": 4,
        "current_cell": "inferred",
        "current_line": 8,
        "residual_score": 12,
        "residual_impact": 4,
        "residual_likelihood": 3,
        "residual_cell": "printed",
        "residual_line": 9,
        "owner": "Director of Rivers",
        "owner_state": "legible",
        "direction": "level",
        "direction_state": "legible",
        "risk_type": "Weather",
        "risk_type_state": "legible",
        "scale_version": "made-up",
        "note": None,
        "source_line": 7,
    }
    return Assessment(risk_id=risk_id, **{**usual, **changes})


def unplaced(risk_id: str = "storm", **changes: Any) -> Assessment:
    """Return a risk whose current 20 could stand in two cells."""
    usual: dict[str, Any] = {
        "printed_id": "R2",
        "current_score": 20,
        "current_impact": None,
        "current_likelihood": None,
        "current_cell": "ambiguous",
    }
    return assessment(risk_id, **{**usual, **changes})


def unscored(risk_id: str = "drought", **changes: Any) -> Assessment:
    """Return a risk without scores."""
    nothing: dict[str, Any] = {
        f"{position}_{part}": None
        for position in ("current", "residual")
        for part in ("score", "impact", "likelihood", "line")
    }
    cells = {"current_cell": "missing", "residual_cell": "missing"}
    return assessment(risk_id, **{"printed_id": "R3", **nothing, **cells, **changes})


def bands(*words: str) -> tuple[Band, ...]:
    """Return bands of equal width over the scores 1 to 25."""
    width = 25 // len(words)
    return tuple(
        Band(
            "ours",
            "Ours",
            place + 1,
            word,
            place * width + 1,
            25 if place + 1 == len(words) else (place + 1) * width,
            "Ours.",
        )
        for place, word in enumerate(words)
    )


def scored(risk_id: str, kind: str, value: int) -> str:
    """Return the statement that sets a score of the made-up quarter, without words for its cell."""
    return (
        f"UPDATE risk_score SET value = {value}, printed = '{value}', impact_word = NULL, "
        f"likelihood_word = NULL WHERE source_id = '{MADE_UP}' AND risk_id = '{risk_id}' "
        f"AND score_kind = '{kind}'"
    )


# The real register a quarter later: CR10 is closed, CR4 has its number, a new risk has CR4, CR2 is up,
# CR9 is down, CO1 is up, which is good, and CR13 has lost its score. Everything else is level.
SECOND_QUARTER = (
    f"INSERT INTO source SELECT * REPLACE ('{MADE_UP}' AS source_id, 'Made-up register' AS title) "
    f"FROM source WHERE source_id = '{REAL}'",
    f"INSERT INTO risk_entry SELECT * REPLACE ('{MADE_UP}' AS source_id, '{LATER}' AS quarter, "
    "CASE risk_id WHEN 'children_looked_after_demand' THEN 'CR10' ELSE printed_id END AS printed_id) "
    f"FROM risk_entry WHERE source_id = '{REAL}' AND risk_id <> 'troubled_families'",
    f"INSERT INTO risk_score SELECT * REPLACE ('{MADE_UP}' AS source_id, '{LATER}' AS quarter) "
    f"FROM risk_score WHERE source_id = '{REAL}' AND risk_id <> 'troubled_families' "
    "AND NOT (risk_id = 'health_care_leadership' AND score_kind = 'current')",
    f"INSERT INTO risk VALUES ('pandemic', '{MADE_UP}', 'lcc-corporate', 'risk', 'A new illness', NULL)",
    f"INSERT INTO risk_entry SELECT * REPLACE ('{MADE_UP}' AS source_id, '{LATER}' AS quarter, 'pandemic' AS "
    "risk_id, 'CR4' AS printed_id, 'A new illness' AS title) FROM risk_entry "
    f"WHERE risk_id = 'core_systems' AND source_id = '{REAL}'",
    f"INSERT INTO risk_score SELECT * REPLACE ('{MADE_UP}' AS source_id, '{LATER}' AS quarter, 'pandemic' AS "
    f"risk_id) FROM risk_score WHERE risk_id = 'core_systems' AND source_id = '{REAL}'",
    scored("child_safeguarding", "current", 20),
    scored("send_service", "current", 16),
    scored("economic_growth", "current", 16),
    f"INSERT INTO risk_match VALUES ('{MADE_UP}', 'children_looked_after_demand', '{LATER}', "
    "'Rising demand', 87.4, 'same', 'Risk officer', TIMESTAMP '2020-04-02 10:00:00'), "
    f"('{MADE_UP}', 'pandemic', '{LATER}', NULL, 21, 'new', 'Risk officer', TIMESTAMP '2020-04-02 10:00:00')",
)

# A register of another council, without scores or a scale.
UNSCORED = (
    "INSERT INTO source SELECT * REPLACE ('bids' AS source_id, 'Bids' AS title) "
    f"FROM source WHERE source_id = '{REAL}'",
    "INSERT INTO risk VALUES ('delay', 'bids', 'bids', 'risk', 'Work starts late', NULL)",
    "INSERT INTO risk_entry SELECT * REPLACE ('bids' AS source_id, 'delay' AS risk_id, 'bids' AS register, "
    "'R1' AS printed_id, 'Work starts late' AS title, 'none' AS scale_version) FROM risk_entry "
    f"WHERE risk_id = 'core_systems' AND source_id = '{REAL}'",
)
