"""The lists that were brought in, and the page of each: what became of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tracker.models import ImportFile, ImportStatus, User
from tracker.web.staff.doors import door, page, reader_of
from tracker.web.staff.filters import ImportFilter
from tracker.web.staff.imports_check import check, refused_rows
from tracker.web.staff.imports_columns import columns, mapping
from tracker.web.staff.imports_facts import facts_of_import, refused_of, rows_shown
from tracker.web.staff.imports_reading import reading
from tracker.web.staff.imports_steps import STANDS_AT, address_of, import_of
from tracker.web.staff.imports_storing import cancel, storing
from tracker.web.staff.imports_undo import undo
from tracker.web.staff.imports_upload import upload
from tracker.web.staff.showing import page_of


@require_safe
@door("view_importfile")
def imports(request: HttpRequest) -> HttpResponse:
    """Show the lists that were brought in, the newest first."""
    brought = ImportFile.objects.select_related("document", "source", "received_by")
    filters = ImportFilter(request.GET, brought)
    context: dict[str, Any] = {
        "title": _("Imports"),
        "filter": filters,
        "page_obj": page_of(request, filters.qs),
    }
    if reader_of(request).has_perm("tracker.receive_file"):
        context["page_actions"] = [(_("Bring in a list"), reverse("admin:staff_import_new"))]
    return page(request, "staff/imports/list.html", context)


@require_safe
@door("view_importfile")
def one_import(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one list: how it was read, its records, what was refused, what has become of it since."""
    brought, reader = import_of(pk), reader_of(request)
    refused = page_of(request, refused_of(brought))
    context: dict[str, Any] = {
        "title": str(brought),
        "trail": [(_("Imports"), reverse("admin:staff_imports"))],
        "page_actions": list(_actions(brought, reader)),
        "brought": brought,
        "refused": rows_shown(brought, refused),
        "page_obj": refused,
    }
    return page(request, "staff/imports/detail.html", context | facts_of_import(brought, reader))


def _actions(brought: ImportFile, reader: User) -> list[tuple[str, str]]:
    """Return what this reader may do next with a list."""
    receives, new = reader.has_perm("tracker.receive_file"), reverse("admin:staff_import_new")
    if brought.status in STANDS_AT:
        cancel_at = reverse("admin:staff_import_cancel", args=[brought.pk])
        ways = [(_("Go on with this list"), address_of(brought)), (_("Give up this import"), cancel_at)]
        return ways if receives else []
    if brought.status != ImportStatus.STORED or not receives:
        return []
    return [(_("Bring in a newer version"), f"{new}?revises={brought.pk}")]


urlpatterns = [
    path("import/", imports, name="staff_imports"),
    path("import/new/", upload, name="staff_import_new"),
    path("import/<int:pk>/", one_import, name="staff_import"),
    path("import/<int:pk>/reading/", reading, name="staff_import_reading"),
    path("import/<int:pk>/columns/", columns, name="staff_import_columns"),
    path("import/<int:pk>/columns/file/", mapping, name="staff_import_mapping"),
    path("import/<int:pk>/check/", check, name="staff_import_check"),
    path("import/<int:pk>/refused/", refused_rows, name="staff_import_refused"),
    path("import/<int:pk>/storing/", storing, name="staff_import_storing"),
    path("import/<int:pk>/cancel/", cancel, name="staff_import_cancel"),
    path("import/<int:pk>/undo/", undo, name="staff_import_undo"),
]
