"""The manifest of a source: what it is, and the hash of every file of facts taken from it."""

import hashlib
import re
import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from dashboard.errors import BuildError

TEXTS = (".csv",)
FACTS = (*TEXTS, ".parquet")


class Manifest(BaseModel):
    """`source.toml`: the row of the source table, and `files`: file name to SHA-256."""

    model_config = ConfigDict(extra="forbid")

    title: str
    publisher: str
    published: str
    published_text: str
    status: Literal["draft", "final", "return", "import"]
    vintage: str
    place: str
    rights: str
    caution: str
    line_count: int | None = None
    files: dict[str, str]


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal text; line endings of text do not count."""
    if path.suffix not in TEXTS:
        with path.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def fact_files(folder: Path) -> list[Path]:
    """Return the files of facts in a folder, in name order: CSV, and Parquet where a download is large."""
    return sorted(path for kind in FACTS for path in folder.glob(f"*{kind}"))


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest in `folder`.

    Raises:
        BuildError: it is missing, is no TOML, or lacks something.
    """
    path = folder / "source.toml"
    try:
        return Manifest.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise BuildError(
            f"{path} is missing.", [f"{folder} has no source.toml. Add one that describes the document."]
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BuildError(f"{path} is not TOML.", [f"{path}: {error}."]) from None
    except ValidationError as error:
        problems = [
            f"{path}: {'.'.join(map(str, issue['loc']))}: {issue['msg']}." for issue in error.errors()
        ]
        raise BuildError(f"{path} is incomplete.", problems) from None


def manifest_problems(folder: Path, manifest: Manifest) -> list[str]:
    """Return one sentence for each file that differs from its manifest."""
    present = {path.name: path for path in fact_files(folder)}
    remedy = (
        "Restore the file, or import the file as received again."
        if manifest.status == "import"
        else f"If the change is meant, run `placeboard sources seal {folder.name}`; if not, restore the file."
    )
    problems = [
        f"{folder / name} is in the manifest but not in the folder. {remedy}"
        for name in sorted(set(manifest.files) - set(present))
    ]
    for name, path in present.items():
        if name not in manifest.files:
            problems.append(f"{path} is not in its manifest. {remedy}")
        elif manifest.files[name] != file_hash(path):
            problems.append(f"{path} was edited without its manifest. {remedy}")
    return problems


def seal(folder: Path) -> list[str]:
    """Write the hash of every file of facts in `folder` to its manifest; return the names that changed."""
    manifest = read_manifest(folder)
    hashes = {path.name: file_hash(path) for path in fact_files(folder)}
    changed = sorted(
        name for name in hashes.keys() | manifest.files.keys() if hashes.get(name) != manifest.files.get(name)
    )
    path = folder / "source.toml"
    head = re.split(r"^\[files\]\s*$", path.read_text(encoding="utf-8"), maxsplit=1, flags=re.MULTILINE)[0]
    lines = [f'"{name}" = "{digest}"\n' for name, digest in hashes.items()]
    path.write_text(head + "[files]\n" + "".join(lines), encoding="utf-8")
    return changed
