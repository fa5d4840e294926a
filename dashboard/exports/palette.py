"""The product's colours as numbers, read from its stylesheet, for files that no stylesheet reaches."""

import re
from pathlib import Path

FIRST_RULE = re.compile(r":root[^{]*\{([^}]*)\}")
COLOUR = re.compile(r"--pb-([a-z0-9-]+):\s*#([0-9a-fA-F]{6})\b")

Palette = dict[str, str]


def read_palette(stylesheet: Path) -> Palette:
    """Return the colours of the light theme by name, as RRGGBB."""
    rule = FIRST_RULE.search(stylesheet.read_text(encoding="utf-8"))
    if not rule:
        raise ValueError(f"{stylesheet} names no colours")
    return {name: value.upper() for name, value in COLOUR.findall(rule[1])}
