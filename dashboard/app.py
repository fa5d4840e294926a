"""create_app: pages, navigation, callbacks, and what every answer carries."""

from collections.abc import Callable
from dataclasses import replace
from types import ModuleType
from typing import Any

import dash
from dash import Dash, html
from dash.development.base_component import Component
from flask import Flask, Response, current_app, request
from flask_compress import Compress

from dashboard.callbacks import deficit as deficit_callbacks
from dashboard.callbacks import delivery as delivery_callbacks
from dashboard.callbacks import footprints as footprints_callbacks
from dashboard.callbacks import options as options_callbacks
from dashboard.callbacks import outcomes as outcomes_callbacks
from dashboard.callbacks import programmes as programmes_callbacks
from dashboard.callbacks import risk as risk_callbacks
from dashboard.callbacks import savings as savings_callbacks
from dashboard.callbacks import scenario as scenario_callbacks
from dashboard.callbacks import sources as sources_callbacks
from dashboard.components.shell import ERROR, PAGES, SCENARIO, frame, notices, state
from dashboard.domain.address import from_query
from dashboard.errors import PlaceboardError
from dashboard.pack_routes import pack_routes
from dashboard.pages import (
    accessibility,
    briefings,
    deficit,
    delivery,
    footprints,
    options,
    outcomes,
    present,
    programmes,
    risk,
    savings,
    scenario,
    sources,
)
from dashboard.queries.areas import own_areas
from dashboard.queries.sources import place, release
from dashboard.routes import routes
from dashboard.settings import Settings
from dashboard.static import StaticPack, asset_address, linked_addresses
from dashboard.store import Store
from dashboard.views.cache import cache, remembered, remembered_names

PAGE_MODULES: tuple[ModuleType, ...] = (
    briefings,
    deficit,
    scenario,
    savings,
    risk,
    outcomes,
    footprints,
    options,
    delivery,
    programmes,
    sources,
    present,
    accessibility,
)
CALLBACK_MODULES: tuple[ModuleType, ...] = (
    deficit_callbacks,
    scenario_callbacks,
    savings_callbacks,
    risk_callbacks,
    outcomes_callbacks,
    footprints_callbacks,
    options_callbacks,
    delivery_callbacks,
    programmes_callbacks,
    sources_callbacks,
)
STYLES = ("vendor/bootstrap.min.css", "placeboard.css")
SCRIPTS = (
    "theme-early.js",
    "vendor/plotly-cartesian.min.js",
    "placeboard.js",
    "area.js",
    "cards.js",
    "footprints_map.js",
    "grid.js",
    "matrix.js",
    "options.js",
    "levers.js",
    "briefings.js",
    "search.js",
    "pack_notes.js",
    "packs.js",
    "present.js",
)
FONTS = ("fonts/source-sans-3-latin-wght-normal.woff2", "fonts/source-serif-4-latin-wght-normal.woff2")
# Asked for by grid.js, where a page has a grid.
GRID = "vendor/ag-grid-community.min.js"
STORE = "placeboard-store"
EVERY_PATH = "/<path:path>"
BY_AREA = frozenset(page.stem for page in PAGES if page.by_area)
PAGE_STEMS = frozenset(module.PATH.strip("/") for module in PAGE_MODULES)
UNNEEDED = ("/deps/polyfill", "/dash_table/")
POLICY = (
    "default-src 'none'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class Application(Dash):
    """Dash without two scripts that no page here needs: help for browsers of long ago, and its old table."""

    def interpolate_index(self, scripts: str = "", **parts: str) -> str:  # type: ignore[override]
        """Return the index page with the scripts that are needed."""
        needed = [line for line in scripts.splitlines() if not any(name in line for name in UNNEEDED)]
        index: str = super().interpolate_index(scripts="\n".join(needed), **parts)  # type: ignore[no-untyped-call]
        return index


def create_app(settings: Settings) -> Dash:
    """Return the application.

    A process that forks must close the store first: answering the first questions here has opened it.
    """
    server = Flask("dashboard")
    app = Application(
        "placeboard",
        server=server,  # type: ignore[arg-type]  # Dash's types leave out the server it documents
        use_pages=True,
        pages_folder="",
        assets_folder=str(settings.assets),
        assets_ignore=".*",
        suppress_callback_exceptions=True,
        title="Placeboard",
        update_title="",
        index_string=_index(settings),
        include_assets_files=False,
        serve_locally=True,
        on_error=say_error,
    )
    app.enable_dev_tools(debug=False, dev_tools_disable_version_check=True)
    store = Store(settings.home)
    server.extensions[STORE] = store
    cache.init_app(
        server, config={"CACHE_TYPE": "SimpleCache", "CACHE_THRESHOLD": 512, "CACHE_DEFAULT_TIMEOUT": 0}
    )
    server.config.update(COMPRESS_ALGORITHM=["br", "gzip"], COMPRESS_BR_LEVEL=4, COMPRESS_MIN_SIZE=500)
    Compress(server)
    server.register_blueprint(routes(store, (*PAGES, SCENARIO)))
    server.register_blueprint(pack_routes(settings))
    for module in PAGE_MODULES:
        dash.register_page(
            module.__name__,
            path=module.PATH,
            title=_titled(module.TITLE),
            name=module.TITLE,
            description=module.QUESTION,
            layout=_layout(module),
        )
    dash.register_page("not_found_404", path="/not-found", title=_titled("Page not found"), layout=not_found)
    app.layout = html.Div(
        [
            dash.page_container,
            html.Div(id="pb-live", role="status", className="visually-hidden"),
            html.Div(id=ERROR),
        ]
    )
    for module in CALLBACK_MODULES:
        module.register(app, store)
    pack = StaticPack(server, settings.home / "static")
    server.after_request(_guarded(app))
    server.after_request(_missing)
    _warm(app, pack, asset_address(settings.assets, GRID))
    return app


def serve_page(module: ModuleType, query: dict[str, Any]) -> list[Component]:
    """Return a page for the query of its address, or what failed in words."""
    store: Store = current_app.extensions[STORE]
    stem = module.PATH.strip("/")
    try:
        selection, sentences = from_query(module.Selection, query, remembered_names(store))
        if stem not in BY_AREA:
            selection = replace(selection, area="")
        content = html.Div([*notices(sentences), module.layout(store, selection)])
        return frame(
            content,
            areas=remembered(store, "own areas", lambda: own_areas(store)),
            place=remembered(store, "place", lambda: place(store)),
            release=remembered(store, "release", lambda: release(store)),
            current=stem,
        )
    except PlaceboardError as error:
        content = html.Div(
            [
                html.Div([html.H1("The figures cannot be shown", tabIndex=-1)], className="pb-head"),
                state("No release can be read", str(error), failed=True),
            ]
        )
        return frame(content, place=None, release=None, current=stem)


def not_found(**_query: str) -> list[Component]:
    """Return the page for an address that does not exist."""
    links = [html.Li(html.A(f"{page.name}: {page.question}", href=page.path)) for page in PAGES]
    head = html.Div(
        [
            html.P("404", className="pb-question"),
            html.H1("There is no page at this address", tabIndex=-1),
            html.P(
                "It may have been mistyped, or the link may be old. These pages exist:",
                className="pb-standfirst",
            ),
        ],
        className="pb-head",
    )
    content = html.Div([head, html.Ul(links, className="pb-links")])
    store: Store = current_app.extensions[STORE]
    try:
        return frame(content, place=place(store), release=release(store), areas=own_areas(store))
    except PlaceboardError:
        return frame(content, place=None, release=None)


def say_error(error: Exception) -> None:
    """Say on the page that a choice could not be carried out; the rest of the page stays as it is."""
    current_app.logger.error("A choice could not be carried out: %s", error, exc_info=error)
    reason = str(error) if isinstance(error, PlaceboardError) else "The reason is in the server’s log."
    dash.set_props(
        ERROR,
        {
            "children": state(
                "That could not be shown", f"{reason} What was on the page is unchanged.", failed=True
            )
        },
    )


def _layout(module: ModuleType) -> Callable[..., list[Component]]:
    def page(**query: str | list[str]) -> list[Component]:
        dash.set_props(ERROR, {"children": None})
        return serve_page(module, query)

    return page


def _titled(name: str) -> Callable[[], str]:
    def title() -> str:
        try:
            return f"{name} – Placeboard, {place(current_app.extensions[STORE]).name}"
        except PlaceboardError:
            return f"{name} – Placeboard"

    return title


def _missing(response: Response) -> Response:
    """Give an address without a page the status of one; Dash answers every address with its index."""
    rule = request.url_rule.rule if request.url_rule else ""
    if rule == EVERY_PATH and request.path.strip("/") not in PAGE_STEMS:
        response.status_code = 404
    return response


def _guarded(app: Dash) -> Callable[[Response], Response]:
    """Return what adds the content policy: scripts and everything else from this server only.

    Dash's components write style elements, so styles may stand in the page; its few inline scripts are named
    by hash, asked for when answering because Dash adds one with the first request.
    """

    def guard(response: Response) -> Response:
        if response.mimetype == "text/html":
            response.headers["Content-Security-Policy"] = POLICY.format(scripts=" ".join(app.csp_hashes()))
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    return guard


def _index(settings: Settings) -> str:
    styles = "".join(
        f'<link rel="stylesheet" href="{asset_address(settings.assets, name)}">' for name in STYLES
    )
    scripts = "".join(
        f'<script src="{asset_address(settings.assets, name)}"></script>' for name in SCRIPTS[1:]
    )
    preload = (
        f'<link rel="preload" as="script" href="{asset_address(settings.assets, SCRIPTS[1])}">'
        f'<link rel="preload" as="font" type="font/woff2" crossorigin href="/assets/{FONTS[0]}">'
    )
    grid = f'<meta name="pb-grid" content="{asset_address(settings.assets, GRID)}">'
    return (
        '<!doctype html><html lang="en-GB" data-bs-theme="light"><head><meta charset="utf-8">'
        "{%metas%}<title>{%title%}</title>"
        f'{grid}<link rel="icon" type="image/svg+xml" href="{asset_address(settings.assets, "favicon.svg")}">'
        f'<script src="{asset_address(settings.assets, SCRIPTS[0])}"></script>{styles}{preload}'
        "{%css%}</head><body>{%app_entry%}<noscript>Placeboard draws its pages with scripts from this "
        "server; please allow them.</noscript>"
        f'<footer class="visually-hidden">{{%config%}}{{%scripts%}}{{%renderer%}}{scripts}</footer>'
        "</body></html>"
    )


def _warm(app: Dash, pack: StaticPack, *others: str) -> None:
    """Answer the first questions, so that no reader meets a half-made callback list; pack what is static."""
    client = app.server.test_client()
    index = client.get(PAGES[0].path).get_data(as_text=True)
    for path in ("/_dash-layout", "/_dash-dependencies"):
        client.get(path)
    fonts = [f"/assets/{name}" for name in FONTS]
    pack.fill([*linked_addresses(index), *fonts, *others])
