"""The pack as one HTML file, and its way to PDF."""

import hashlib
import json
import re
import stat
import sys
from base64 import b64encode
from html import unescape
from pathlib import Path

import pytest

from dashboard.domain.view import Cell, Table
from dashboard.errors import PlaceboardError
from dashboard.exports import pdf
from dashboard.exports.inline import linked
from dashboard.exports.paper import MOST_PRINTED, paper_html
from dashboard.exports.pdf import find_browser, write_pdf
from tests.packs import ASSETS, bundle_of, exhibit_of, table_of, view_of

CHART = {"data": [{"type": "bar", "name": "</script><b>"}], "layout": {"shapes": []}}
HOSTILE = '<img src=x onerror="alert(1)">'


def html_of(*exhibits: object, **changes: object) -> str:
    return paper_html(bundle_of(*exhibits, **changes), ASSETS)  # type: ignore[arg-type]


def without_scripts(html: str) -> str:
    return re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)


def test_nothing_is_fetched_and_only_these_scripts_may_run() -> None:
    html = html_of(exhibit_of(view_of(chart=CHART, alternative="A bar.")))
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    assert "default-src &#39;none&#39;" in policy[1]
    hashes = set(re.findall(r"sha256-[\w+/=]+", policy[1]))
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert {
        f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}" for text in scripts
    } == hashes
    body = re.sub(r"<(script|style).*?</\1>", "", html, flags=re.DOTALL)
    assert not re.search(r'\b(src|href)="(?!#)', body)
    styles = "".join(re.findall(r"<style>(.*?)</style>", html, re.DOTALL))
    assert not re.findall(r"url\((?!\"?data:)", styles)
    assert "@import" not in styles


def test_a_chart_travels_as_data_that_cannot_end_its_element() -> None:
    html = html_of(exhibit_of(view_of(chart=CHART, alternative="A bar.")))
    found = re.search(r'<script type="application/json" id="figure-1-plot-data">(.*?)</script>', html)
    assert found is not None
    assert json.loads(found[1]) == CHART
    assert 'id="figure-1-plot"' in html and 'aria-label="A bar."' in html


def test_each_figure_is_numbered_and_has_its_table_method_and_source() -> None:
    exhibit = exhibit_of(view_of(chart=CHART), 3, choices="Chosen: years: all.")
    html = unescape(html_of(exhibit))
    for words in (
        "<h1>Cabinet</h1>",
        "12 June 2026",
        '<a href="#figure-3">The gap is £48m</a>',
        "Figure 3",
        "Includes derived figures: worked out here, printed nowhere.",
        "Chosen: years: all.",
        '<td data-l="Amount">−£48m</td>',
        "As printed.",
        "Source: Made-up forecast, 31 January 2020. Table 1, line 11.",
        "This view: /deficit?area=all#deficit-made_up-card",
        "Every figure is made up.",
    ):
        assert words in html


def test_what_people_wrote_is_words() -> None:
    view = view_of(title=HOSTILE, subtitle=HOSTILE, method=HOSTILE, table=table_of(HOSTILE))
    html = html_of(exhibit_of(view, choices=HOSTILE), title=f'{HOSTILE}"}}</style>', date=HOSTILE)
    assert HOSTILE not in html
    assert without_scripts(html).count("</style>") == 2


def test_without_date_or_documents_nothing_stands_empty() -> None:
    html = html_of(exhibit_of(view_of(facts=(), records=())), date="")
    assert 'pack-day"' not in html
    assert "Where these figures come from" not in html


def test_links_lead_to_the_product_or_are_words() -> None:
    fragment = (
        '<a class="x" href="/sources?line=7&amp;a=1" data-pb-over="b=2">line 7</a> <a href="#here">h</a>'
    )
    assert linked(fragment, "") == '<span class="x">line 7</span> <a href="#here">h</a>'
    assert linked(fragment, "https://x.example") == (
        '<a class="x" href="https://x.example/sources?line=7&amp;a=1">line 7</a> <a href="#here">h</a>'
    )
    table = Table("T", (Cell("C"),), ((Cell("1", href="/sources?line=7"),),))
    html = html_of(exhibit_of(view_of(table=table)), home="https://x.example")
    assert 'href="https://x.example/sources?line=7"' in html
    assert 'href="https://x.example/deficit?area=all#deficit-made_up-card"' in html


def test_a_figure_takes_the_room_it_needs_on_paper() -> None:
    def form(view: object, body: str = "") -> str:
        found = re.search(r'class="pb-card pack-figure([^"]*)"', html_of(exhibit_of(view, body=body)))  # type: ignore[arg-type]
        assert found is not None
        return found[1].strip()

    rows = ["row"] * 11
    assert form(view_of(chart=CHART, table=table_of("row"))) == "pack-short"
    assert form(view_of(chart=CHART, table=table_of(*rows))) == ""
    assert form(view_of(chart=CHART, table=table_of(*rows, columns=7))) == "pack-small"
    assert form(view_of(table=table_of(*rows, columns=10))) == "pack-across"
    assert form(view_of(instead="None."), body="<p>None.</p>") == ""


def test_a_long_table_is_in_the_file_and_not_on_paper() -> None:
    html = html_of(exhibit_of(view_of(chart=CHART, table=table_of(*["row"] * (MOST_PRINTED + 1)))))
    assert "data-pb-long" in without_scripts(html).split("</style>")[-1]
    assert f"{MOST_PRINTED + 1} rows are left out on paper" in html


def program(path: Path, text: str) -> str:
    path.write_text(f"#!{sys.executable}\nimport sys, time, pathlib\n{text}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


WRITES = """
target = next(word.partition("=")[2] for word in sys.argv if word.startswith("--print-to-pdf="))
page = pathlib.Path(sys.argv[-1].removeprefix("file://"))
pathlib.Path(target).write_bytes(b"%PDF " + page.read_bytes())
"""


def test_the_browser_prints_the_page_it_is_given(tmp_path: Path) -> None:
    browser = program(tmp_path / "browser", WRITES)
    write_pdf("<p>Figures</p>", tmp_path / "a.pdf", browser)
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF <p>Figures</p>"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sys.exit('no display')", "no display"),
        ("", "wrote no PDF"),
        ("time.sleep(60)", "longer than"),
    ],
)
def test_what_a_browser_fails_at_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    monkeypatch.setattr(pdf, "SECONDS", 3)
    with pytest.raises(PlaceboardError, match=said):
        write_pdf("<p>", tmp_path / "a.pdf", program(tmp_path / "browser", text))


def test_a_browser_that_cannot_be_started_is_said(tmp_path: Path) -> None:
    with pytest.raises(PlaceboardError, match="could not write the PDF"):
        write_pdf("<p>", tmp_path / "a.pdf", str(tmp_path / "none"))


def test_the_browser_is_the_one_named_or_the_first_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PlaceboardError, match="apt-get install chromium"):
        find_browser(None)
    chrome = program(tmp_path / "google-chrome", "")
    assert find_browser(None) == chrome
    assert find_browser(Path(chrome)) == chrome
    with pytest.raises(PlaceboardError, match="PLACEBOARD_BROWSER names nothing"):
        find_browser(Path("nothing"))
