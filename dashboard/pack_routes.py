"""Addresses of packs: a file that is opened, a pack that is saved as one."""

from flask import Blueprint, Response, jsonify, request, send_file

from dashboard import pack_jobs
from dashboard.domain.address import from_query
from dashboard.domain.pack import Pack, read_pack, write_pack
from dashboard.domain.pack_address import to_address
from dashboard.domain.present import MOST_VIEWS, PresentSelection
from dashboard.errors import PackError
from dashboard.settings import Settings

# A pack of the most views with notes of a page each.
LONGEST_FILE = 400_000
FILE = "The file"
UNTITLED = "Pack"
GONE = "The file is no longer there; files are kept for an hour. Ask for it again from its pack."


def pack_routes(settings: Settings) -> Blueprint:
    """Return the addresses; of what is sent to them, packs that become files are kept for an hour."""
    blueprint = Blueprint("packs", __name__)
    blueprint.post("/pack/read")(read_file)
    blueprint.post("/pack/file.toml")(save_file)

    @blueprint.post("/pack/files/<kind>")
    def ask_file(kind: str) -> tuple[Response, int]:
        """Have a file made of the pack that is sent, and return its name."""
        home = settings.address or request.host_url
        name = pack_jobs.begin(
            settings.model_copy(update={"address": home}),
            _titled(asked_pack()),
            kind,
            request.form.get("for", ""),
        )
        return jsonify(name=name), 202

    @blueprint.get("/pack/files/<name>")
    def look_at_file(name: str) -> Response:
        """Return how far a file is."""
        job = pack_jobs.look(pack_jobs.folder_of(settings, name))
        if job is None:
            raise PackError(GONE, [])
        return jsonify(state=job.state, said=job.said, done=job.done, total=job.total)

    @blueprint.delete("/pack/files/<name>")
    def stop_file(name: str) -> tuple[str, int]:
        """Stop making a file, or take it away."""
        pack_jobs.cancel(pack_jobs.folder_of(settings, name))
        return "", 204

    @blueprint.get("/pack/files/<name>/pack.<any(pptx, pdf, xlsx, html):kind>")
    def fetch_file(name: str, kind: str) -> Response:
        """Return a file that is made."""
        path = pack_jobs.folder_of(settings, name) / f"pack.{kind}"
        if not path.is_file():
            raise PackError(GONE, [])
        answer = send_file(path.resolve(), max_age=0)
        # Its name comes from the link, which knows the title of the pack; nothing of it runs here.
        answer.headers["Content-Disposition"] = "attachment"
        return answer

    @blueprint.errorhandler(PackError)
    def refused(error: PackError) -> Response:
        # As plain text: the sentence quotes what was sent, which anyone can have written.
        status = 503 if isinstance(error, pack_jobs.BusyError) else 400
        return Response("\n".join([str(error), *error.problems]), status=status, mimetype="text/plain")

    return blueprint


def read_file() -> Response:
    """Return the address of the pack that a TOML file describes, and what to tell the reader of it.

    Notes that are too long for the address are returned beside it, one for each view.
    """
    if (request.content_length or 0) > LONGEST_FILE:
        raise PackError("The file is too long for a pack.", [])
    try:
        text = request.get_data().decode("utf-8")
    except UnicodeDecodeError as error:
        raise PackError("The file is not text in UTF-8, so it is not a pack.", []) from error
    pack = read_pack(text, FILE)
    if len(pack.items) > MOST_VIEWS:
        raise PackError(f"The pack has {len(pack.items)} views; {MOST_VIEWS} can be shown.", [])
    address, noted = to_address(pack, "")
    said = "" if noted else " Its notes are too long for a link: they are kept on this device."
    beside = [] if noted else [item.notes for item in pack.items]
    return jsonify(query=address, notes=beside, said=f"The pack “{pack.title}” is open.{said}")


def save_file() -> Response:
    """Return the pack that is sent as a TOML file."""
    pack = asked_pack()
    return Response(
        write_pack(_titled(pack)),
        content_type="application/toml; charset=utf-8",
        headers={"Content-Disposition": "attachment; filename=pack.toml"},
    )


def _titled(pack: Pack) -> Pack:
    return Pack(pack.title or UNTITLED, pack.date, pack.items)


def asked_pack() -> Pack:
    """Return the pack that is sent as a form, whose fields are those of its address.

    Raises:
        PackError: none is sent that can be shown.
    """
    given = request.form.to_dict(flat=False)
    known: dict[str, list[str]] = {name: given[name] for name in ("title", "date", "v") if name in given}
    selection, problems = from_query(PresentSelection, known, {})
    if problems or not selection.v:
        raise PackError("There is no pack that can be made into a file.", problems)
    return selection.pack
