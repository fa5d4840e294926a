"""Scripts, styles and fonts: compressed once, named by content, kept by the browser for a year."""

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import brotli
from flask import Flask, Response, request

YEAR = "public, max-age=31536000, immutable"
BYTES = "application/octet-stream"
TEXT = ("text/", "application/javascript", "image/svg+xml")
LINKED = re.compile(r'(?:src|href)="(/[^"]+\.(?:js|css)[^"]*)"')


@dataclass(frozen=True, slots=True)
class Packed:
    """A file ready to send: its type and its bytes by encoding ("" for none)."""

    mimetype: str
    bodies: dict[str, bytes]


@cache
def asset_version(path: Path) -> str:
    """Return a short name for the content of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def asset_address(assets: Path, name: str) -> str:
    """Return the address of a file under assets/, which changes when its content does."""
    return f"/assets/{name}?v={asset_version(assets / name)}"


class StaticPack:
    """The static files of an application, answered from memory in their best compression."""

    def __init__(self, server: Flask, folder: Path) -> None:
        self._server = server
        self._folder = folder
        self._packed: dict[str, Packed] = {}
        server.before_request(self._answer)

    def fill(self, addresses: Iterable[str]) -> None:
        """Compress what `addresses` answer and keep it under the folder.

        The best compression takes seconds, so it is done once for each content and kept for the next start.
        """
        client = self._server.test_client()
        for address in addresses:
            with client.get(address) as answer:
                if answer.status_code == 200:
                    self._packed[address] = _packed(answer.get_data(), answer.mimetype or BYTES, self._folder)

    def _answer(self) -> Response | None:
        known = self._packed.get(request.full_path.rstrip("?"))
        return _response(known) if known else None


def linked_addresses(index: str) -> list[str]:
    """Return the scripts and styles that an index page links to."""
    return LINKED.findall(index)


def _packed(body: bytes, mimetype: str, folder: Path) -> Packed:
    if not mimetype.startswith(TEXT):
        return Packed(mimetype, {"": body})
    digest = hashlib.sha256(body).hexdigest()
    encoded = {
        "br": _kept(folder / f"{digest}.br", lambda: brotli.compress(body, quality=11)),
        "gzip": _kept(folder / f"{digest}.gz", lambda: gzip.compress(body, 9, mtime=0)),
    }
    return Packed(mimetype, {"": body, **encoded})


def _kept(path: Path, make: Callable[[], bytes]) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        made = make()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(f"{path.suffix}.new")
        new.write_bytes(made)
        new.replace(path)
    except OSError:
        pass  # A home that cannot be written costs time at the next start, nothing else.
    return made


def _response(packed: Packed) -> Response:
    encoding = next(
        (name for name in ("br", "gzip") if name in packed.bodies and request.accept_encodings[name] > 0), ""
    )
    response = Response(packed.bodies[encoding], mimetype=packed.mimetype)
    response.headers["Cache-Control"] = YEAR
    response.headers["Vary"] = "Accept-Encoding"
    if encoding:
        response.headers["Content-Encoding"] = encoding
    return response


mimetypes.add_type("font/woff2", ".woff2")
