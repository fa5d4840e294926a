"""Addresses that are not pages: a view as table, CSV or JSON; a table of the store; the search; health."""

from collections.abc import Sequence

import orjson
from flask import Blueprint, Response, request

from dashboard.domain.page import Page
from dashboard.errors import PlaceboardError, StoreError
from dashboard.exports.files import csv_text, records_csv, view_json
from dashboard.exports.table import table_html
from dashboard.queries.sources import table_rows
from dashboard.store import Store
from dashboard.views import UnknownViewError, view_selection
from dashboard.views.cache import remembered_names, remembered_view
from dashboard.views.search import search_answer

CSV = "text/csv; charset=utf-8"


def routes(store: Store, pages: Sequence[Page]) -> Blueprint:
    """Return the addresses, answered from `store`; `pages` can be found by their names."""
    blueprint = Blueprint("routes", __name__)

    @blueprint.get("/view/<name>.<kind>")
    def view(name: str, kind: str) -> Response:
        return view_response(store, name, kind)

    @blueprint.get("/download/<name>.csv")
    def download(name: str) -> Response:
        return table_response(store, name)

    @blueprint.get("/search.json")
    def search() -> Response:
        answer = search_answer(store, pages, request.args.get("q", ""))
        return Response(orjson.dumps(answer), mimetype="application/json")

    @blueprint.get("/health")
    def health() -> Response:
        return Response(store.release_id, mimetype="text/plain")

    @blueprint.errorhandler(PlaceboardError)
    def failed(error: PlaceboardError) -> Response:
        # As plain text: the sentence quotes the address, which anyone can have written.
        status = 503 if isinstance(error, StoreError) else 404
        return Response(str(error), status=status, mimetype="text/plain")

    return blueprint


def view_response(store: Store, name: str, kind: str) -> Response:
    """Return a view with the choices of the address: its table as HTML, its figures as CSV or JSON."""
    selection = view_selection(name, request.args.to_dict(flat=False), remembered_names(store))
    view = remembered_view(store, name, selection)
    if kind == "html":
        return Response(table_html(view.table), mimetype="text/html")
    if kind == "csv":
        return Response(records_csv(view.records), content_type=CSV)
    if kind == "json":
        return Response(view_json(view), mimetype="application/json")
    raise UnknownViewError(f"A view can be had as html, csv or json, not as {kind}.")


def table_response(store: Store, name: str) -> Response:
    """Return a whole table of the store as CSV."""
    columns, rows = table_rows(store, name)
    return Response(
        csv_text(columns, rows),
        content_type=CSV,
        headers={"Content-Disposition": f"attachment; filename={name}.csv"},
    )
