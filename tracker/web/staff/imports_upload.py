"""Bringing in a list file: which one, who it is from, through whose hands it came."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from tracker.web.staff.doors import door, page, reader_of
from tracker.web.staff.imports_steps import steps_of
from tracker.web.staff.imports_upload_forms import UploadForm


@door("receive_file")
def upload(request: HttpRequest) -> HttpResponseBase:
    """Bring in a list; nothing of it is stored as a record yet."""
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = UploadForm(*sent, initial=request.GET.dict())
    if form.is_valid() and (brought := form.bring_in(by=reader_of(request))):
        messages.success(
            request, _("The file is kept, untouched. Now see whether it is read as you read it.")
        )
        return redirect("admin:staff_import_reading", brought.pk)
    context = {
        "title": _("Bring in a list"),
        "trail": [(_("Imports"), reverse("admin:staff_imports"))],
        "form": form,
        "steps": steps_of(None, "new"),
    }
    return page(request, "staff/imports/upload.html", context)
