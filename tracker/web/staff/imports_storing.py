"""Rows become records: begun, watched, paused, gone on with, given up."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tracker.models import ImportFile, ImportStatus
from tracker.web.staff.doors import door, reader_of
from tracker.web.staff.imports_check import found_page
from tracker.web.staff.imports_control_forms import CancelForm, ControlForm, StoreForm
from tracker.web.staff.imports_facts import pace_shown
from tracker.web.staff.imports_steps import (
    STANDS_AT,
    address_of,
    import_of,
    step_page,
    to_where_it_stands,
)
from tracker.web.staff.showing import figure

UNDER_WAY = (ImportStatus.STORING, ImportStatus.PAUSED)


def storing(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show how far storing is, or steer it."""
    return steer(request, pk) if request.method == "POST" else watch(request, pk)


@require_safe
@door("view_importfile")
def watch(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show how far storing is."""
    brought = import_of(pk)
    if brought.status not in UNDER_WAY:
        return to_where_it_stands(brought)
    return _storing_page(request, brought, ControlForm())


@door("receive_file")
def steer(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Begin storing, pause it, or go on."""
    begins = request.POST.get("deed") == "store"
    form = StoreForm(request.POST) if begins else ControlForm(request.POST)
    if form.is_valid() and form.steer(pk, by=reader_of(request)):
        return redirect("admin:staff_import_storing", pk)
    brought = import_of(pk)
    if isinstance(form, StoreForm) and brought.status == ImportStatus.CHECKED:
        return found_page(request, brought, form)
    if isinstance(form, ControlForm) and brought.status in UNDER_WAY:
        return _storing_page(request, brought, form)
    for sentence in form.non_field_errors():
        messages.error(request, str(sentence))
    return to_where_it_stands(brought)


def _storing_page(request: HttpRequest, brought: ImportFile, form: ControlForm) -> HttpResponse:
    context = {
        "form": form,
        "is_paused": brought.status == ImportStatus.PAUSED,
        "done": figure(brought.rows_done),
        "all": figure(brought.rows_total),
        "may_steer": reader_of(request).has_perm("tracker.receive_file"),
    }
    return step_page(request, brought, "storing", "storing", context | pace_shown(brought))


@door("receive_file")
def cancel(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Ask once more, then give the import up."""
    brought = import_of(pk)
    if brought.status not in STANDS_AT:
        return to_where_it_stands(brought)
    form = CancelForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and form.cancel(pk, by=reader_of(request)):
        messages.success(
            request, _("The import was given up. None of its rows counts; the file itself is kept.")
        )
        return redirect("admin:staff_import", pk)
    context = {"form": form, "back": address_of(brought)}
    return step_page(request, brought, STANDS_AT[brought.status], "cancel", context)
