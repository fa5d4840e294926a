"""What the stylesheet defines, for tests that ask whether a colour exists."""

import re
from typing import Any

from dashboard.settings import ROOT

CSS = (ROOT / "assets" / "placeboard.css").read_text(encoding="utf-8")
VARIABLE = re.compile(r"--pb-([\w-]+):\s*([^;]+);")


def theme(name: str) -> dict[str, str]:
    """Return the variables that a theme sets: "light", which the other inherits, or "dark"."""
    body = re.search(rf'(?:^|, )\[data-bs-theme="{name}"\] {{(.*?)^}}', CSS, re.DOTALL | re.MULTILINE)
    assert body is not None
    return dict(VARIABLE.findall(body[1]))


def tokens_of(value: Any) -> set[str]:
    """Return the name of every stylesheet variable that a chart asks for."""
    if isinstance(value, dict):
        return set().union(*(tokens_of(item) for item in value.values()))
    if isinstance(value, list | tuple):
        return set().union(*(tokens_of(item) for item in value))
    return {value.removeprefix("token:")} if isinstance(value, str) and value.startswith("token:") else set()
