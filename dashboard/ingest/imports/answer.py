"""What the imports answer alike: what came of reading, and whether the same was asked before."""

from pathlib import Path
from typing import Any

from dashboard.ingest.imports import known
from dashboard.ingest.imports.preview import Preview
from dashboard.ingest.imports.received import Received
from dashboard.ingest.imports.report import Report
from dashboard.ingest.imports.requests import Request


def answer(request: Request, report: Report, received: Received | None, **found: Any) -> Preview:  # noqa: ANN401 - fields of the preview
    """Return what the report holds as a preview; `found` are further fields of it."""
    usual: dict[str, Any] = {"state": "new", "refusals": []}
    return Preview(
        source_id=request.source_id,
        contents=request.contents,
        file=report.file,
        sha256=received.sha256 if received else None,
        problems=report.problems,
        remarks=report.remarks,
        **{**usual, **found},
    )


def asked_before(request: Request, received: Received, before: Path) -> bool:
    """Return whether the import in the folder `before` is of the very same file, asked for alike."""
    ((file),) = known.read_table(before, "imported_file")
    return file["sha256"] == received.sha256 and file["arguments"] == request.arguments
