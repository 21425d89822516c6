"""How a list is read: which sheets, which rows are its header, in which letters; always over its real rows."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from tracker.flow.intake.whole import what_stops
from tracker.models import ImportStatus
from tracker.web.staff.doors import door, reader_of
from tracker.web.staff.imports_being_read import being_read_page
from tracker.web.staff.imports_reading_facts import sheet_seen
from tracker.web.staff.imports_reading_forms import ReadingForm
from tracker.web.staff.imports_steps import OPEN, import_of, previewed, step_page, to_where_it_stands


@door("receive_file")
def reading(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show the first rows as they are read; read them otherwise, and show them anew."""
    brought = import_of(pk)
    if brought.status == ImportStatus.READING:
        return being_read_page(request, brought, "reading")
    if brought.status not in OPEN:
        return to_where_it_stands(brought)
    form = ReadingForm(request.POST if request.method == "POST" else None, brought=brought)
    if form.is_bound and form.is_valid() and form.read(by=reader_of(request)):
        goes_on = request.POST.get("deed") == "on"
        return redirect("admin:staff_import_columns" if goes_on else "admin:staff_import_reading", pk)
    if (previews := previewed(request, brought)) is None:
        return redirect("admin:staff_import", pk)
    seen = [sheet_seen(preview, is_text=bool(brought.encoding)) for preview in previews]
    sheets = list(zip(form.sheets, seen, strict=False))
    context = {"form": form, "sheets": sheets, "more": len(previews) - len(sheets)}
    context["stops"] = what_stops(brought)
    return step_page(request, brought, "reading", "reading", context)
