"""The folder in which people and records travel to a cluster, and in which their links come back."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from ..side import Entry

FORMAT = 2
"""1 did not tell how likely a link is before anything is compared."""
PEOPLE, RECORDS = "people.parquet", "records.parquet"
FREQUENCIES, WEIGHTS = "frequencies.json", "weights.json"
MANIFEST = "manifest.json"
LINKS, LINKS_MANIFEST = "links.parquet", "links.json"

T = TypeVar("T")


class BadFolder(Exception):
    """A folder cannot be used; the sentence says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was exported: the manifest of people and records. Without it a folder is unfinished."""

    made_at: str
    rules: str
    prior: float
    """How likely a link was held before anything was compared, and from where on it is brought back, in bits."""
    least_bits: float
    people: int
    records: int
    files: dict[str, str]
    """Name → SHA-256."""
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Linked:
    """What came back: the manifest of links."""

    comparison: str
    """SHA-256 of the manifest of what was compared."""
    rules: str
    files: dict[str, str]
    format: int = FORMAT


def parquet() -> Any:
    """Return the module that reads and writes Parquet."""
    try:
        import pyarrow.parquet
    except ImportError as error:
        raise BadFolder("Parquet needs the extra `spark` (docs/operating.md).") from error
    return pyarrow.parquet


def make_folder(folder: Path) -> None:
    """Make a folder that its owner alone can open; refuse one that holds something."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise BadFolder(f"{folder} is not empty. Name a folder that does not exist yet.")
    folder.chmod(0o700)


def new_file(path: Path) -> BinaryIO:
    """Open a new file that its owner alone can read."""
    return open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")  # noqa: PTH123


def write_text(path: Path, text: str) -> None:
    """Write a new file of text."""
    with new_file(path) as file:
        file.write(text.encode())


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def seal(folder: Path, exported: Exported) -> None:
    """Write the manifest of what was exported, last of all."""
    write_text(folder / MANIFEST, json.dumps(asdict(exported), indent=1))


def seal_links(folder: Path, rules: str) -> None:
    """Write the manifest of the links that stand in the folder."""
    (folder / LINKS_MANIFEST).unlink(missing_ok=True)
    files = {str(path.relative_to(folder)): digest(path) for path in files_of_links(folder)}
    linked = Linked(digest(folder / MANIFEST), rules, files)
    write_text(folder / LINKS_MANIFEST, json.dumps(asdict(linked), indent=1))


def files_of_links(folder: Path) -> list[Path]:
    """Return the files that hold the links, in the order of their records."""
    links = folder / LINKS
    return [links] if links.is_file() else sorted(links.glob("*.parquet"))


def read_exported(folder: Path) -> Exported:
    """Return what was exported; raise `BadFolder` unless each file is as it was written."""
    exported = _manifest(folder, MANIFEST, Exported)
    _check(folder, exported.files, {PEOPLE, RECORDS, FREQUENCIES, WEIGHTS})
    return exported


def read_linked(folder: Path) -> Linked:
    """Return what came back; raise `BadFolder` unless it is whole and was made from what was exported here."""
    linked = _manifest(folder, LINKS_MANIFEST, Linked)
    if linked.comparison != digest(folder / MANIFEST):
        raise BadFolder("The links were made from another export. Compare this folder again.")
    _check(folder, linked.files, {str(path.relative_to(folder)) for path in files_of_links(folder)})
    return linked


def _manifest(folder: Path, name: str, kind: type[T]) -> T:
    try:
        told = json.loads((folder / name).read_text())
        manifest = kind(**told)
    except FileNotFoundError as error:
        raise BadFolder(
            f"{name} is missing in {folder}: what should have written it did not finish."
        ) from error
    except (OSError, ValueError, TypeError) as error:
        raise BadFolder(f"{name} in {folder} cannot be read: {error}") from error
    if told.get("format", FORMAT) != FORMAT:
        raise BadFolder(f"{name} was written by another version of Athar. Export again.")
    return manifest


def _check(folder: Path, files: dict[str, str], wanted: Iterable[str]) -> None:
    for name in sorted({*files, *wanted}):
        if not (folder / name).is_file():
            raise BadFolder(f"{name} is missing in {folder}.")
        if files.get(name) != digest(folder / name):
            raise BadFolder(f"{name} is not as it was written: its SHA-256 differs from the manifest's.")


def text_of_entry(entry: Entry) -> str:
    """Return an entry as a line of JSON."""
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":"))


def entry_of_text(text: str) -> Entry:
    """Read what `text_of_entry` wrote.

    >>> him = Entry([("علي", "", "", "البريدي")], [], [], "male", [0] * 8, [("douma", "syria")] * 3, "41")
    >>> entry_of_text(text_of_entry(him)).names
    [('علي', '', '', 'البريدي')]
    """
    names, mothers, numbers, sex, days, places, registry_number = json.loads(text)
    return Entry(
        [tuple(name) for name in names],
        [(given, family) for given, family in mothers],
        [(kind, issuer, value) for kind, issuer, value in numbers],
        sex,
        days,
        [tuple(path) for path in places],
        registry_number,
    )
