"""A pack of the real release: its numbers are those of the pages in every file, and each file is whole."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from dashboard import cli
from dashboard.cli import pack_files
from dashboard.domain.exhibit import _cited
from dashboard.domain.fact import Fact
from dashboard.domain.pack import Item, Pack, read_pack, write_pack
from dashboard.domain.view import View
from dashboard.errors import PackError
from dashboard.exports.charts import native_chart
from dashboard.packs import bundle, selections
from dashboard.queries.names import names
from dashboard.routes import routes
from dashboard.settings import ROOT, Settings
from dashboard.store import Store
from dashboard.views import PAGES, VIEW_NAMES, view_selection
from dashboard.views.cache import cache
from tests.unit.test_slides import broken_parts

# One of each kind of chart, and of what is shown in its place.
ITEMS = (
    Item("deficit.trajectory", "measure=cumulative", notes="Say what drives it."),
    Item("deficit.bridge"),
    Item("deficit.income", title="Income, as we put it"),
    Item("scenario.paths", "levers=stp_share_pct~50"),
    Item("savings.waterfall"),
    Item("savings.concentration"),
    Item("risk.matrix"),
    Item("risk.fall"),
    Item("outcomes.spine"),
    Item("options.ranking"),
    Item("delivery.flow"),
    Item("delivery.timeline"),
    Item("delivery.bodies"),
    Item("footprints.map", "area=all"),
)
PACK = Pack("Cabinet", "2026-06-12", ITEMS)
# What is worked out from several figures when it is drawn: ends of steps, places, parts of a score.
NOT_FIGURES = ("savings.concentration", "options.ranking", "delivery.flow")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def client(store: Store) -> FlaskClient:
    server = Flask("routes")
    cache.init_app(server, config={"CACHE_TYPE": "SimpleCache", "CACHE_DEFAULT_TIMEOUT": 0})
    server.register_blueprint(routes(store, ()))
    return server.test_client()


@pytest.fixture(scope="module")
def built(release_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pack as workbook, slides and HTML, built by the command itself."""
    folder = tmp_path_factory.mktemp("pack")
    (folder / "cabinet.toml").write_text(write_pack(PACK), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "dashboard",
        "pack",
        "build",
        "cabinet.toml",
        "--xlsx",
        "--pptx",
        "--html",
    ]
    environment = {"PLACEBOARD_HOME": str(release_home), "PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    assert [line for line in done.stdout.splitlines() if line] == [
        "Wrote cabinet.xlsx.",
        "Wrote cabinet.pptx.",
        "Wrote cabinet.html.",
    ]
    assert "Working out views" in done.stderr
    return folder


def figures_of(client: FlaskClient, item: Item) -> list[dict[str, Any]]:
    answer = client.get(f"/view/{item.name}.json?{item.query}")
    assert answer.status_code == 200
    found: list[dict[str, Any]] = json.loads(answer.data)["figures"]
    return found


def numbers_of(figures: list[dict[str, Any]]) -> set[float]:
    return {
        round(abs(value), 6)
        for record in figures
        for value in record.values()
        if isinstance(value, int | float) and not isinstance(value, bool)
    }


def slide_of(made: Any, title: str) -> Any:
    return next(slide for slide in made.slides if slide.shapes.title.text_frame.text.startswith(title))


def drawn_view(store: Store, item: Item) -> View:
    page, _, card = item.name.partition(".")
    (selection,) = selections(Pack("", "", (item,)), "f", names(store))
    return PAGES[page][1][card](store, selection)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.name)
def test_the_workbook_holds_the_figures_of_the_page(built: Path, client: FlaskClient, item: Item) -> None:
    number = ITEMS.index(item) + 1
    book = load_workbook(built / "cabinet.xlsx")
    sheet = next(sheet for sheet in book.worksheets if sheet.title.startswith(f"{number} "))
    head, *rows = sheet.iter_rows(values_only=True)
    figures = figures_of(client, item)
    assert len(rows) == len(figures)
    for row, figure in zip(rows, figures, strict=True):
        held = dict(zip(head, row, strict=True))
        for name, value in figure.items():
            if isinstance(value, int | float):
                assert held[name] == pytest.approx(value, rel=1e-12)
            elif isinstance(value, str):
                assert (held[name] or "") == value
        if figure.get("source_id"):
            assert held["source_title"] and held["source_date"]
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.name)
def test_the_charts_on_slides_hold_the_numbers_of_the_page(
    built: Path, client: FlaskClient, store: Store, item: Item
) -> None:
    view = drawn_view(store, item)
    found = native_chart(view.chart)
    slide = slide_of(Presentation(str(built / "cabinet.pptx")), item.title or view.title)
    charts = [shape.chart for shape in slide.shapes if shape.has_chart]
    assert len(charts) == (1 if found else 0)
    if not found:
        assert any(shape.has_table for shape in slide.shapes)
        return
    for series, drawn in zip(found.series, charts[0].plots[0].series, strict=True):
        kept = [value for value in drawn.values if value is not None]
        assert kept == [pytest.approx(value) for value in series.values if value is not None]
        if item.name not in NOT_FIGURES and not series.hidden:
            known = numbers_of(figures_of(client, item))
            assert {round(abs(value), 6) for value in kept} - {0} <= known | {0}, series.name


def test_a_curve_over_numbers_is_a_chart_though_its_gridlines_are_whole_numbers(store: Store) -> None:
    made = native_chart(drawn_view(store, Item("savings.concentration")).chart)
    assert made is not None
    assert (made.kind, len(made.series[0].values)) == ("scatter", 45)


def test_a_slide_names_document_date_line_and_choices(built: Path, store: Store) -> None:
    view = drawn_view(store, ITEMS[0])
    slide = slide_of(Presentation(str(built / "cabinet.pptx")), view.title)
    words = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    for part in (
        "9 January 2017",
        "Draft, January 2017",
        "Table 40, line 2066",
        "Chosen: measure: cumulative.",
    ):
        assert part in words
    assert slide.notes_slide.notes_text_frame.text.startswith("Say what drives it.")


def test_a_scenario_is_marked_wherever_it_goes(built: Path) -> None:
    mark = "Scenario, not the council’s forecast."
    made = Presentation(str(built / "cabinet.pptx"))
    texts = [shape.text_frame.text for slide in made.slides for shape in slide.shapes if shape.has_text_frame]
    notes = load_workbook(built / "cabinet.xlsx")["Notes"]
    assert any(mark in text for text in texts)
    assert any(mark in str(cell) for row in notes.iter_rows(values_only=True) for cell in row)
    assert mark in unescape((built / "cabinet.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.name)
def test_the_html_holds_table_and_chart_of_the_page(
    built: Path, client: FlaskClient, store: Store, item: Item
) -> None:
    html = (built / "cabinet.html").read_text(encoding="utf-8")
    number = ITEMS.index(item) + 1
    section = html.partition(f'id="figure-{number}"')[2].partition("</section>")[0]
    table = client.get(f"/view/{item.name}.html?{item.query}").text
    assert table_words(table) == table_words(section[section.index('<table class="pb-table') :])
    chart = drawn_view(store, item).chart
    data = re.search(rf'id="figure-{number}-plot-data">(.*?)</script>', html)
    assert (json.loads(data[1]) if data else None) == json.loads(json.dumps(chart))


def table_words(html: str) -> list[str]:
    return [unescape(re.sub(r"<[^>]+>", "", cell)) for cell in re.findall(r"<t[dh][ >].*?</t[dh]>", html)]


def test_the_slides_are_whole(built: Path) -> None:
    broken_parts(built / "cabinet.pptx")


@pytest.mark.skipif(
    not shutil.which("soffice"),
    reason="LibreOffice (soffice) is not on PATH: that the slides open there without repair is not tested",
)
def test_the_slides_open_in_libreoffice(built: Path, tmp_path: Path) -> None:
    command = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path), str(built / "cabinet.pptx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pages = PdfReader(tmp_path / "cabinet.pdf").pages
    assert len(pages) == len(Presentation(str(built / "cabinet.pptx")).slides)
    assert "Income, as we put it" in " ".join(page.extract_text() for page in pages)


@pytest.mark.browser
def test_the_paper_holds_the_tables_of_the_page_with_tags(
    built: Path, release_home: Path, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLACEBOARD_HOME", str(release_home))
    list(
        pack_files.build_pack(
            built / "cabinet.toml", built, [".pdf"], Settings(), lambda *_: None, lambda _: None
        )
    )
    paper = PdfReader(built / "cabinet.pdf")
    words = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in paper.pages))
    squeezed = words.replace(" ", "")
    for item in ITEMS:
        for cell in table_words(client.get(f"/view/{item.name}.html?{item.query}").text):
            if re.search(r"\d", cell):
                assert re.sub(r"\s+", "", cell) in squeezed, (item.name, cell)
    root: Any = paper.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
    assert root["/Lang"] == "en-GB"
    assert paper.metadata is not None and paper.metadata.title == "Cabinet"
    assert f"Page 3 of {len(paper.pages)}" in words
    contents = paper.pages[0].extract_text()
    for number, item in enumerate(ITEMS, 1):
        (place,) = [
            page
            for page, text in enumerate(paper.pages, 1)
            if re.search(rf"Figure {number}\b", text.extract_text())
        ]
        assert re.search(rf"\b{place}\b", contents.partition(f"{number}.")[2]), (item.name, place)


def test_every_view_of_the_product_goes_into_every_file(release_home: Path, tmp_path: Path) -> None:
    pack = Pack("Everything", "", tuple(Item(name) for name in sorted(VIEW_NAMES)))
    path = tmp_path / "all.toml"
    path.write_text(write_pack(pack), encoding="utf-8")
    settings = Settings(home=release_home)
    list(
        pack_files.build_pack(
            path, tmp_path, [".xlsx", ".pptx", ".html"], settings, lambda *_: None, lambda _: None
        )
    )
    assert len(load_workbook(tmp_path / "all.xlsx").sheetnames) == len(VIEW_NAMES) + 1
    broken_parts(tmp_path / "all.pptx")
    assert (tmp_path / "all.html").read_text(encoding="utf-8").count('class="pb-card pack-figure') == len(
        VIEW_NAMES
    )


def test_links_lead_to_the_product_where_it_is_known(store: Store) -> None:
    items = (Item("footprints.profile", "area=fylde_coast"), Item("deficit.bridge"), Item("scenario.split"))
    found = bundle(store, Pack("T", "", items), "f", "https://figures.example/", lambda _: None)
    assert [found.link(one) for one in found.exhibits] == [
        "https://figures.example/footprints?area=fylde_coast#footprints-profile-card",
        "https://figures.example/deficit?area=all#deficit-bridge-card",
        "https://figures.example/deficit/levers?area=all#scenario-split-card",
    ]
    assert found.exhibits[0].choices == "Chosen: area: Fylde Coast."


def test_choices_are_said_in_words(store: Store) -> None:
    items = (
        Item("outcomes.compare", "area=all&table=spine"),
        Item("options.ranking", "weights=manage_demand-80"),
        Item("savings.ranked", "size=projector"),
    )
    found = bundle(store, Pack("T", "", items), "f", "", lambda _: None)
    assert [one.choices for one in found.exhibits] == [
        "Chosen: area: the whole place.",
        "Chosen: weights: manage demand-80.",
        "",
    ]


def test_choices_that_cannot_be_are_named_with_their_view(store: Store) -> None:
    items = (
        Item("deficit.trajectory", "measure=weekly"),
        Item("deficit.bridge"),
        Item("risk.matrix", "x=1"),
        Item("risk.matrx"),
    )
    with pytest.raises(PackError) as refused:
        selections(Pack("T", "", items), "cabinet.toml", names(store))
    first, second, third = refused.value.problems
    assert first.startswith(
        "cabinet.toml, view 1 (deficit.trajectory): The address asks for measure “weekly”"
    )
    assert "instead" not in first
    assert "view 3 (risk.matrix)" in second and second.endswith(
        "Take the query from the address of the page."
    )
    assert third.startswith("cabinet.toml, view 4: there is no view “risk.matrx”. Did you mean risk.matrix")


@pytest.fixture
def run(release_home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("PLACEBOARD_HOME", str(release_home))

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["placeboard", "pack", "build", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capfd.readouterr()
        return int(ended.value.code or 0), out, err

    return command


def test_a_pack_that_is_wrong_is_refused_before_anything_is_written(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cabinet.toml"
    path.write_text(
        'title = "T"\n[[view]]\nname = "deficit.trajektory"\n'
        '[[view]]\nname = "deficit.trajectory"\nquery = "measure=weekly"\n',
        encoding="utf-8",
    )
    status, out, err = run(str(path), "--html")
    assert (status, out) == (1, "")
    assert "Did you mean deficit.trajectory?" in err and "“weekly”" in err
    assert list(tmp_path.iterdir()) == [path]


def test_a_view_with_nothing_to_show_is_told_before_it_is_tabled(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cabinet.toml"
    path.write_text('title = "T"\n[[view]]\nname = "risk.matrix"\n[[view]]\nname = "risk.record"\n')
    status, out, err = run(str(path), "--html")
    assert (status, out) == (0, f"Wrote {path.with_suffix('.html')}.\n")
    assert "View 2 (risk.record) has nothing to show: No risk is chosen." in err
    assert "View 1" not in err


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_pack_that_cannot_be_read_is_said(run: Run, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "cabinet.toml"
    if content is not None:
        path.write_bytes(content)
    status, _, err = run(str(path), "--html")
    assert status == 1
    assert "cannot be read" in err and "Name the TOML file of a pack." in err


def test_a_build_that_is_stopped_leaves_no_half_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cabinet.toml"
    path.write_text(write_pack(Pack("T", "", ITEMS[:1])), encoding="utf-8")

    def stopped(ready: object, part: Path, *_: object) -> None:
        part.write_bytes(b"half")
        raise KeyboardInterrupt

    monkeypatch.setitem(pack_files.WRITERS, ".pptx", stopped)
    status, out, err = run(str(path), "--xlsx", "--pptx", "-o", str(tmp_path))
    assert (status, out) == (130, f"Wrote {tmp_path / 'cabinet.xlsx'}.\n")
    assert "Stopped. No half file was left." in err
    assert {item.name for item in tmp_path.iterdir()} == {"cabinet.toml", "cabinet.xlsx"}


def test_without_a_kind_all_four_are_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def write(ready: object, part: Path, *_: object) -> None:
        asked.append(part.suffix)
        part.write_bytes(b"x")

    for kind in list(pack_files.WRITERS):
        monkeypatch.setitem(pack_files.WRITERS, kind, write)
    path = tmp_path / "cabinet.toml"
    path.write_text(write_pack(Pack("T", "", ITEMS[:1])), encoding="utf-8")
    assert run(str(path))[0] == 0
    assert asked == [".xlsx", ".pptx", ".html", ".pdf"]


def test_the_folder_named_is_made_or_refused_in_words_before_anything_is_worked_out(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "cabinet.toml"
    path.write_text(write_pack(Pack("T", "", ITEMS[:1])), encoding="utf-8")
    status, out, _ = run(str(path), "--xlsx", "--output", str(tmp_path / "new" / "papers"))
    assert (status, out) == (0, f"Wrote {tmp_path / 'new' / 'papers' / 'cabinet.xlsx'}.\n")
    status, out, err = run(str(path), "--xlsx", "--output", str(path))
    assert (status, out) == (1, "")
    assert "Name another folder with --output." in err
    assert "Traceback" not in err


def test_a_pack_made_on_one_machine_opens_on_another(store: Store) -> None:
    held = names(store)
    again = read_pack(write_pack(PACK), "cabinet.toml")
    assert selections(again, "f", held) == [view_selection(item.name, query(item), held) for item in ITEMS]


def query(item: Item) -> dict[str, str]:
    return dict(part.split("=") for part in item.query.split("&")) if item.query else {}


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("deficit.trajectory", "Table 40, line 2065; Table 46, line 2195; Section 3.3.2, line 462."),
        ("risk.matrix", "24 lines, from 7 to 1701."),
        ("savings.waterfall", "Derived from 45 options."),
        ("savings.concentration", "autumn 2018."),
    ],
)
def test_a_slide_says_where_its_figures_stand_without_the_workbook(
    store: Store, name: str, says: str
) -> None:
    (exhibit,) = bundle(store, Pack("T", "", (Item(name),)), "f", "", lambda _: None).exhibits
    (source,) = exhibit.sources
    assert source.endswith(says), source


def test_figures_worked_out_from_many_lines_name_the_first_and_the_last() -> None:
    facts = [
        Fact("s", "2020/21", 1.0, "£m", "", "derived", "doc", None, f"Derived from Table 1, line {line}")
        for line in range(30, 60)
    ]
    document = SimpleNamespace(source_id="doc", title="Doc", published_text="1 May")
    assert _cited(document, facts) == "Source: Doc, 1 May. Derived from 30 lines, from 30 to 59."
