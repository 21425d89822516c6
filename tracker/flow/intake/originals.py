"""Originals are kept untouched, under the SHA-256 of their bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction

from tracker.flow.intake.readers import ListFile, read_sheets
from tracker.flow.intake.readers.list_file import MEDIA_TYPES
from tracker.models import Authenticity, CustodyEvent, CustodyKind, Document, ImportFile, Source, User
from tracker.models.documents import originals
from tracker.names import clean_text


@transaction.atomic
def keep_original(
    content: bytes,
    *,
    filename: str,
    source: Source,
    media_type: str,
    by: User,
    title: str = "",
    came_from: str = "",
    authenticity: Authenticity = Authenticity.CIRCULATING,
) -> Document:
    """Keep these bytes and begin their chain of custody; bytes we already hold are the same document.

    ``came_from`` is written into the chain of custody: where the file came from, and from whom.

    The file is written before the row is committed: a crash between the two leaves an unreferenced file, which
    the next receipt of the same bytes takes up, never a row without its file.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    name = clean_text(filename.replace("\\", "/").rsplit("/", 1)[-1])[:200]
    held = Document.objects.filter(sha256=sha256).first()
    if held is None:
        held = Document.objects.create(
            title=clean_text(title) or name,
            file=_store(content, sha256),
            sha256=sha256,
            media_type=media_type,
            size=len(content),
            authenticity=authenticity,
            source=source,
            received_by=by,
        )
    note = "\n".join(filter(None, (name, clean_text(came_from))))
    CustodyEvent.objects.create(document=held, kind=CustodyKind.RECEIVED, by=by, note=note)
    return held


def read_original(imported: ImportFile, *, encoding: str = "", first_rows: int | None = None) -> ListFile:
    """Return the sheets of a list as they stand in its original, in the encoding that was chosen for it."""
    document, layout = imported.document, imported.layout
    # The sheet of a text is named after its file, as it was when it came in for this import.
    is_text = document.media_type == MEDIA_TYPES["csv"] and len(layout) == 1
    filename = f"{layout[0]['sheet']}.csv" if is_text else document.title
    with Path(originals().path(str(document.file.name))).open("rb") as original:
        return read_sheets(original, filename=filename, encoding=encoding or None, first_rows=first_rows)


def _store(content: bytes, sha256: str) -> str:
    path = f"{sha256[:2]}/{sha256}"
    storage = originals()
    if storage.exists(path):
        with storage.open(path) as stored:
            if hashlib.file_digest(stored, "sha256").hexdigest() == sha256:
                return path
    # Moved into place whole: two who receive the same bytes at once never see each other's half.
    written = storage.save(f"{path}.{uuid4().hex}", ContentFile(content))
    Path(storage.path(written)).replace(storage.path(path))
    return path
