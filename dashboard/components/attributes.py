"""Attributes whose names Python cannot spell."""

from typing import Any


def attributes(**values: object) -> dict[str, Any]:
    """Return the values by the names they have in HTML: `aria_label` becomes `aria-label`."""
    return {name.replace("_", "-"): value for name, value in values.items()}
