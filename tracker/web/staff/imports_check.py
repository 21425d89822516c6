"""The check of all rows before any is stored: watched while it runs, then read, row by row where one wants."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from tracker.flow.intake.refused_sheet import refused_workbook
from tracker.models import ImportFile, ImportStatus
from tracker.web.staff.doors import door, reader_of
from tracker.web.staff.imports_being_read import being_read_page
from tracker.web.staff.imports_check_facts import checked_rows, report_of, rows_of_kind
from tracker.web.staff.imports_control_forms import StoreForm
from tracker.web.staff.imports_facts import pace_shown
from tracker.web.staff.imports_steps import import_of, step_page, to_where_it_stands
from tracker.web.staff.showing import figure, page_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@door("view_importfile")
def check(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show how far the check is, or what it found."""
    brought = import_of(pk)
    if brought.status == ImportStatus.READING:
        return being_read_page(request, brought, "check")
    if brought.status == ImportStatus.CHECKING:
        done, of_all = figure(brought.rows_checked), figure(brought.rows_total)
        context = {"done": done, "all": of_all} | pace_shown(brought)
        return step_page(request, brought, "check", "checking", context)
    if brought.status != ImportStatus.CHECKED:
        return to_where_it_stands(brought)
    return found_page(request, brought, StoreForm())


def found_page(request: HttpRequest, brought: ImportFile, form: StoreForm) -> HttpResponse:
    """Return the page of what a check found, with what is asked before all is stored."""
    report = report_of(brought, request.GET.get("kind", ""))
    page_obj = page_of(request, rows_of_kind(brought, report.kind))
    context = {
        "report": report,
        "page_obj": page_obj,
        "rows": checked_rows(brought, page_obj),
        "form": form,
        "may_store": reader_of(request).has_perm("tracker.receive_file"),
    }
    return step_page(request, brought, "check", "checked", context)


@require_safe
@door("view_importfile")
def refused_rows(_request: HttpRequest, pk: int) -> HttpResponseBase:
    """Hand out the refused rows as a spreadsheet, each with its reasons."""
    brought = import_of(pk)
    answer = HttpResponse(refused_workbook(brought, language=get_language() or "ar"), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="refused-{pk}.xlsx"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
