"""Scripts, styles and fonts within a page, and a content policy that lets nothing else in."""

import base64
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup, escape

FONT_ADDRESS = re.compile(r"url\((fonts/[\w.-]+\.woff2)\)")
END_OF_SCRIPT = re.compile(r"</(script)", re.IGNORECASE)
LINK = re.compile(
    r"<a(?P<before>[^>]*?) href=\"(?P<address>/[^\"]*)\"(?P<after>[^>]*)>(?P<inside>.*?)</a>", re.DOTALL
)
LAID = re.compile(r" data-pb-over=\"[^\"]*\"")
POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data: blob:; "
    "font-src data:; base-uri 'none'; form-action 'none'"
)


def style(assets: Path, names: Sequence[str]) -> Markup:
    """Return stylesheets as one element, the fonts within it."""
    text = "\n".join((assets / name).read_text(encoding="utf-8") for name in names)
    whole = FONT_ADDRESS.sub(lambda found: f"url({_data_address(assets / found[1])})", text)
    return Markup("<style>{}</style>").format(Markup(whole))  # noqa: S704 - files of the product


def script(assets: Path, name: str) -> tuple[Markup, str]:
    """Return a script as an element, and its hash for the content policy."""
    text = END_OF_SCRIPT.sub(r"<\\/\1", (assets / name).read_text(encoding="utf-8"))
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    element = Markup("<script>{}</script>").format(Markup(text))  # noqa: S704 - a file of the product
    return element, f"'sha256-{digest}'"


def policy(hashes: Sequence[str]) -> Markup:
    """Return the content policy as an element: these scripts, nothing from any network."""
    return Markup('<meta http-equiv="Content-Security-Policy" content="{}">').format(
        POLICY.format(scripts=" ".join(hashes))
    )


def linked(fragment: str, home: str) -> Markup:
    """Return HTML, escaped already, with links to the product at `home`; plain words where that is empty."""

    def whole(found: re.Match[str]) -> str:
        attributes = LAID.sub("", f"{found['before']}{found['after']}")
        if not home:
            return f"<span{attributes}>{found['inside']}</span>"
        return f'<a{attributes} href="{escape(home)}{found["address"]}">{found["inside"]}</a>'

    return Markup(LINK.sub(whole, fragment))  # noqa: S704 - the fragment is escaped where it is made


def _data_address(font: Path) -> str:
    return f"data:font/woff2;base64,{base64.b64encode(font.read_bytes()).decode('ascii')}"
