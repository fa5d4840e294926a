"""Addresses of packs: a file that is opened, a pack that is saved as one."""

from flask import Blueprint, Response, jsonify, request

from dashboard.domain.address import from_query
from dashboard.domain.pack import Pack, read_pack, write_pack
from dashboard.domain.pack_address import to_address
from dashboard.domain.present import MOST_VIEWS, PresentSelection
from dashboard.errors import PackError
from dashboard.views import VIEW_NAMES

# A pack of the most views with notes of a page each.
LONGEST_FILE = 400_000
FILE = "The file"
UNTITLED = "Pack"


def pack_routes() -> Blueprint:
    """Return the addresses; nothing that is sent to them is kept."""
    blueprint = Blueprint("packs", __name__)
    blueprint.post("/pack/read")(read_file)
    blueprint.get("/pack/file.toml")(save_file)

    @blueprint.errorhandler(PackError)
    def refused(error: PackError) -> Response:
        # As plain text: the sentence quotes what was sent, which anyone can have written.
        return Response("\n".join([str(error), *error.problems]), status=400, mimetype="text/plain")

    return blueprint


def read_file() -> Response:
    """Return the address of the pack that a TOML file describes, and what to tell the reader of it."""
    if (request.content_length or 0) > LONGEST_FILE:
        raise PackError("The file is too long for a pack.", [])
    try:
        text = request.get_data().decode("utf-8")
    except UnicodeDecodeError as error:
        raise PackError("The file is not text in UTF-8, so it is not a pack.", []) from error
    pack = read_pack(text, FILE, VIEW_NAMES)
    if len(pack.items) > MOST_VIEWS:
        raise PackError(f"The pack has {len(pack.items)} views; {MOST_VIEWS} can be shown.", [])
    address, noted = to_address(pack, "")
    said = "" if noted else " Its notes are too long for an address and stay in the file."
    return jsonify(query=address, said=f"The pack “{pack.title}” is open.{said}")


def save_file() -> Response:
    """Return the pack of the address as a TOML file."""
    pack = asked_pack()
    return Response(
        write_pack(Pack(pack.title or UNTITLED, pack.date, pack.items)),
        content_type="application/toml; charset=utf-8",
        headers={"Content-Disposition": "attachment; filename=pack.toml"},
    )


def asked_pack() -> Pack:
    """Return the pack of the address.

    Raises:
        PackError: the address holds none that can be shown.
    """
    given = request.args.to_dict(flat=False)
    known: dict[str, list[str]] = {name: given[name] for name in ("title", "date", "v") if name in given}
    selection, problems = from_query(PresentSelection, known, {})
    if problems or not selection.v:
        raise PackError("The address holds no pack that can be made into a file.", problems)
    return selection.pack
