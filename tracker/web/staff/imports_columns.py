"""Which column holds what: one choice per column, saved for the next list, carried as a file."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tracker.flow.intake.mappings import mapping_file
from tracker.flow.intake.whole import what_stops
from tracker.models import ImportFile, ImportStatus
from tracker.web.staff.doors import door, reader_of
from tracker.web.staff.imports_being_read import being_read_page
from tracker.web.staff.imports_columns_facts import sheets_with_columns
from tracker.web.staff.imports_columns_forms import ColumnsForm, MappingFileForm
from tracker.web.staff.imports_steps import OPEN, import_of, previewed, step_page, to_where_it_stands


@door("receive_file")
def columns(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show what each column is read as; read them otherwise, save that, or have all rows checked."""
    brought = import_of(pk)
    if brought.status == ImportStatus.READING:
        return being_read_page(request, brought, "columns")
    if brought.status not in OPEN:
        return to_where_it_stands(brought)
    form = ColumnsForm(request.POST if request.method == "POST" else None, brought=brought)
    deed = request.POST.get("deed", "")
    if form.is_bound and form.is_valid() and form.read(deed, by=reader_of(request)):
        if deed == "keep":
            messages.success(request, _("Saved: the next list of this source with these columns is read so."))
        return redirect("admin:staff_import_check" if deed == "check" else "admin:staff_import_columns", pk)
    return _columns_page(request, brought, form, MappingFileForm())


@door("receive_file")
def mapping(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Hand out the columns as a file, or take them from one."""
    return _take_mapping(request, pk) if request.method == "POST" else _hand_out_mapping(pk)


def _hand_out_mapping(pk: int) -> HttpResponse:
    answer = HttpResponse(mapping_file(import_of(pk)), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="columns-{pk}.json"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@require_POST
def _take_mapping(request: HttpRequest, pk: int) -> HttpResponseBase:
    brought = import_of(pk)
    if brought.status not in OPEN:
        return to_where_it_stands(brought)
    form = MappingFileForm(request.POST, request.FILES)
    if form.is_valid() and form.read(brought, by=reader_of(request)):
        messages.success(request, _("The columns are now read as the file says."))
        return redirect("admin:staff_import_columns", pk)
    return _columns_page(request, brought, ColumnsForm(None, brought=brought), form)


def _columns_page(
    request: HttpRequest, brought: ImportFile, form: ColumnsForm, file_form: MappingFileForm
) -> HttpResponseBase:
    if (previews := previewed(request, brought)) is None:
        return redirect("admin:staff_import", brought.pk)
    sheets = sheets_with_columns(form, previews)
    context = {"form": form, "file_form": file_form, "sheets": sheets, "stops": what_stops(brought)}
    return step_page(request, brought, "columns", "columns", context)
