"""The floor: Flask, DuckDB, JSON and the plotly bundle, with nothing else on the page than the same charts.

It asks the release and draws with the same SQL and figures as the product, answers static files with the same
compression and cache headers, and fetches a chart when it comes near the screen. DuckDB is used as it comes:
it imports pandas with its first parameter.
"""

import os
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl

import orjson
from flask import Flask, Response, request
from flask_compress import Compress

from dashboard.domain.address import Selection, from_query
from dashboard.domain.view import Chart
from dashboard.figures.deficit import trajectory_figure
from dashboard.queries.deficit import trajectories
from dashboard.queries.names import names
from dashboard.static import StaticPack, asset_address
from dashboard.store import Store
from dashboard.views import PAGES, outcomes, savings
from dashboard.views.deficit import CARDS, SCENARIOS, TRAJECTORY_PARTS

from .cases import DEFICIT, LEVERS, OUTCOMES, SAVINGS, Case

PLOTLY = "vendor/plotly-cartesian.min.js"
HERE = Path(__file__).parent
ASSETS = HERE.parents[1] / "assets"
COLOUR = re.compile(r"--pb-([\w-]+):\s*([^;]+);")
CASES = (DEFICIT, LEVERS, SAVINGS, OUTCOMES)
TOKEN = re.compile(rb'"token:([\w-]+)"')


def create_floor() -> Flask:
    """Return the floor over the release of PLACEBOARD_HOME; it may be forked."""
    home = Path(os.environ["PLACEBOARD_HOME"])
    server = Flask("floor", static_folder=str(ASSETS), static_url_path="/assets")
    server.config.update(COMPRESS_ALGORITHM=["br", "gzip"], COMPRESS_BR_LEVEL=4, COMPRESS_MIN_SIZE=500)
    Compress(server)
    store = Store(home)
    plotly = asset_address(ASSETS, PLOTLY)
    opened = {case.page: _opened(store, case) for case in CASES}
    pages = {case.page: _index(plotly, case, _heights(store, case, opened[case.page])) for case in CASES}
    store.close()
    tokens = _tokens(ASSETS / "placeboard.css")

    @server.get("/<path:name>")
    def page(name: str) -> str:
        return pages[name]

    @server.get("/floor.js")
    def script() -> Response:
        return Response((HERE / "floor.js").read_bytes(), mimetype="text/javascript")

    @server.get("/figure/<path:name>")
    def figure(name: str) -> Response:
        chart = orjson.dumps(
            chart_of(store, opened[name], name, request.args["chart"], request.args["value"])
        )
        return Response(TOKEN.sub(lambda token: tokens[token[1]], chart), mimetype="application/json")

    StaticPack(server, home / "static").fill([plotly, "/floor.js"])
    return server


def chart_of(store: Store, opened: Selection, page: str, name: str, value: str) -> Chart | None:
    """Return a chart of a page; that of a forecast without the words and table of its card.

    `opened` is what the page shows as it opens.
    """
    if page != DEFICIT.page:
        case = next(case for case in CASES if case.page == page)
        selection = replace(opened, **{case.choice: value})
        return PAGES[case.stem][1][name](store, selection).chart
    if name != DEFICIT.card:
        return CARDS[name](store, opened).chart  # type: ignore[arg-type]  # that of the page
    facts = trajectories(store, value)
    _, extra, words, _ = TRAJECTORY_PARTS[value](store, facts)
    return trajectory_figure(
        [*facts, *extra], {**SCENARIOS, **{fact.series: words[fact.series] for fact in extra}}
    )


def _opened(store: Store, case: Case) -> Selection:
    """Return what a page shows as it opens."""
    return from_query(PAGES[case.stem][0], dict(parse_qsl(case.query[1:])), names(store))[0]


def _heights(store: Store, case: Case, opened: Selection) -> dict[str, float]:
    """Return the charts of a page by name with their height in rem."""
    named = {SAVINGS.stem: savings.OVERVIEW, OUTCOMES.stem: outcomes.DETAIL}
    cards = PAGES[case.stem][1]
    made = {name: cards[name](store, opened) for name in named.get(case.stem, tuple(cards))}
    return {name: view.height_rem for name, view in made.items() if view.chart}


def _index(plotly: str, case: Case, charts: dict[str, float]) -> str:
    radios = "".join(
        f'<label><input type="radio" name="choice" value="{value}"{"" if place else " checked"}>'
        f"{value}</label>"
        for place, value in enumerate(case.values)
    )
    boxes = "".join(f'<div id="{name}" style="height:{height}rem"></div>' for name, height in charts.items())
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Floor</title></head>'
        f'<body style="width:872px"><fieldset><legend>Show</legend>{radios}</fieldset>{boxes}'
        f'<script src="{plotly}"></script><script src="/floor.js"></script></body></html>'
    )


def _tokens(stylesheet: Path) -> dict[bytes, bytes]:
    """Return what the product's stylesheet calls its colours in the light theme, as JSON."""
    light = stylesheet.read_text(encoding="utf-8").partition('[data-bs-theme="dark"]')[0]
    return {name.encode(): orjson.dumps(value.strip()) for name, value in COLOUR.findall(light)}
