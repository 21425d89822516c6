"""The untouched original of a document, handed out as a file to keep, never shown in the page."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tracker.models import CustodyEvent, CustodyKind, Document
from tracker.models.documents import originals
from tracker.web.staff.doors import door, reader_of


@require_GET
@door("view_document")
@transaction.atomic
def original(request: HttpRequest, pk: uuid.UUID) -> HttpResponseBase:
    """Hand out the original and note who took it."""
    document = get_object_or_404(Document, pk=pk)
    try:
        content = originals().open(str(document.file.name))
    except FileNotFoundError:
        messages.error(request, _("The original is not in this office’s store. Tell an administrator."))
        return redirect("admin:tracker_document_change", pk)
    CustodyEvent.objects.create(document=document, kind=CustodyKind.OPENED, by=reader_of(request))
    # The first step in its custody begins with the name that the file came under.
    note = document.custody.order_by("at").values_list("note", flat=True).first() or document.title
    name = note.partition("\n")[0]
    answer = FileResponse(content, as_attachment=True, filename=name, content_type="application/octet-stream")
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
