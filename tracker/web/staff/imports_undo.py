"""A stored list is taken back, whole or in part, unless colleagues' decisions rest on it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from tracker.models import ImportFile, ImportStatus
from tracker.web.staff.doors import door, page, reader_of
from tracker.web.staff.imports_control_forms import UndoForm
from tracker.web.staff.imports_facts import dependence
from tracker.web.staff.imports_steps import import_of, to_where_it_stands


@door("undo_import")
def undo(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Say what taking it back means and what depends on it; take it back, for a reason."""
    brought = import_of(pk)
    if request.method != "POST" and brought.status != ImportStatus.STORED:
        return to_where_it_stands(brought)
    form = UndoForm(request.POST if request.method == "POST" else None, brought=brought)
    if form.is_bound and form.is_valid() and form.undo(by=reader_of(request)):
        messages.success(
            request, _("It was taken back. Its records no longer count; the file itself is kept.")
        )
        return redirect("admin:staff_import", pk)
    return _undo_page(request, brought, form)


def _undo_page(request: HttpRequest, brought: ImportFile, form: UndoForm) -> HttpResponse:
    own = reverse("admin:staff_import", args=[brought.pk])
    context = {
        "title": _("Take back: %(list)s") % {"list": brought},
        "trail": [(_("Imports"), reverse("admin:staff_imports")), (str(brought), own)],
        "brought": brought,
        "form": form,
    }
    return page(
        request, "staff/imports/undo.html", context | dependence(brought, reader_of(request), form.part())
    )
