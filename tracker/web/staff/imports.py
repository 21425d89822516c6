"""Bringing in a list, seeing how it was read, and taking it back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tracker.models import ImportFile
from tracker.web.staff.doors import door, page, reader_of
from tracker.web.staff.filters import ImportFilter
from tracker.web.staff.imports_facts import facts_of_import, refused_of, refused_rows
from tracker.web.staff.imports_forms import ReceiveForm, UndoForm
from tracker.web.staff.showing import page_of


def imports(request: HttpRequest) -> HttpResponseBase:
    """Show the lists that were brought in, or bring in another."""
    return receive(request) if request.method == "POST" else listed(request)


@require_safe
@door("view_importfile")
def listed(request: HttpRequest) -> HttpResponse:
    """Show the lists that were brought in, the newest first."""
    return _list_page(request, ReceiveForm())


@door("receive_file")
def receive(request: HttpRequest) -> HttpResponse:
    """Bring in a list."""
    form = ReceiveForm(request.POST, request.FILES)
    if form.is_valid() and (brought := form.receive(by=reader_of(request))):
        messages.success(request, _("The file was received. Its rows are now being stored as records."))
        return redirect("admin:staff_import", brought.pk)
    return _list_page(request, form)


@require_safe
@door("view_importfile")
def one_import(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one import: how far it is, how it was read, what was refused."""
    return _import_page(request, _import(pk), UndoForm())


@require_POST
@door("undo_import")
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an import back, for a reason."""
    brought = _import(pk)
    form = UndoForm(request.POST)
    if form.is_valid():
        form.undo(pk, by=reader_of(request))
    if form.errors:
        return _import_page(request, brought, form)
    messages.success(
        request, _("The import was taken back. Its records no longer count; the file itself is kept.")
    )
    return redirect("admin:staff_import", pk)


def _list_page(request: HttpRequest, form: ReceiveForm) -> HttpResponse:
    filters = ImportFilter(
        request.GET, ImportFile.objects.select_related("document", "source", "received_by")
    )
    context = {
        "title": _("Imports"),
        "form": form,
        "filter": filters,
        "page_obj": page_of(request, filters.qs),
    }
    return page(request, "staff/imports/list.html", context)


def _import(pk: int) -> ImportFile:
    brought = ImportFile.objects.select_related("document", "source", "received_by", "undone_by")
    return get_object_or_404(brought, pk=pk)


def _import_page(request: HttpRequest, brought: ImportFile, undo_form: UndoForm) -> HttpResponse:
    facts = facts_of_import(brought, reader_of(request))
    refused = page_of(request, refused_of(brought))
    # A page that fetches itself anew would lose the reason that someone is writing.
    asks_to_undo = undo_form.is_bound or "undo" in request.GET
    context: dict[str, Any] = {
        "title": str(brought),
        "trail": [(_("Imports"), reverse("admin:staff_imports"))],
        "brought": brought,
        "refused": refused_rows(brought, refused),
        "page_obj": refused,
        "undo_form": undo_form,
        "asks_to_undo": asks_to_undo,
        "refreshes": facts["is_running"] and not asks_to_undo,
    }
    return page(request, "staff/imports/detail.html", context | facts)


urlpatterns = [
    path("import/", imports, name="staff_imports"),
    path("import/<int:pk>/", one_import, name="staff_import"),
    path("import/<int:pk>/undo/", undo, name="staff_import_undo"),
]
