"""Made-up sums of programmes."""

from typing import Any

from dashboard.domain.programmes import Parts, Sum


def made_sum(**changes: Any) -> Sum:
    """Return a benefit of £2,000 a year to those who bid, with `changes`."""
    usual: dict[str, Any] = {
        "root": "nowhere",
        "programme": "nowhere",
        "figure": "nowhere_saving",
        "label": "Saving",
        "measure": "saving",
        "gain": "benefit",
        "basis": "annual",
        "claim": "expected",
        "reach": "partners",
        "span": "",
        "bound": "point",
        "period": "",
        "qualifier": "",
        "value": 2000.0,
        "note": "",
        "printed": "£2,000",
        "status": "printed",
        "source_id": "made-up",
        "source_line": 7,
        "locator": "Table 1",
    }
    return Sum(**{**usual, **changes})


def made_parts(**changes: Any) -> Parts:
    """Return the parts of a total of £2,000 that come to it, with `changes`."""
    usual: dict[str, Any] = {
        "total": "nowhere_saving",
        "way": "column",
        "bound": "point",
        "printed": "£2,000",
        "value": 2000.0,
        "given": 2000.0,
        "slack": 0.0,
        "count": 2,
        "figures": ("first", "second"),
        "source_id": "made-up",
        "source_line": 9,
    }
    return Parts(**{**usual, **changes})
