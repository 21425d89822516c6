"""Originals are kept untouched, under the SHA-256 of their bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction

from tracker.models import Authenticity, CustodyEvent, CustodyKind, Document, Source, User
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
    authenticity: Authenticity = Authenticity.CIRCULATING,
) -> Document:
    """Keep these bytes and begin their chain of custody; bytes we already hold are the same document.

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
    CustodyEvent.objects.create(document=held, kind=CustodyKind.RECEIVED, by=by, note=name)
    return held


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
