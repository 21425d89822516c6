"""A list that the worker still reads to its end: its first rows are shown meanwhile, and nothing is asked yet."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from tracker.models import EditConflict, ImportFile
from tracker.web.staff.imports_reading_facts import sheet_seen
from tracker.web.staff.imports_steps import previewed, step_page

MOST_SHEETS = 20
"""Sheets shown meanwhile; all of them are, once the list was read."""


def being_read_page(request: HttpRequest, brought: ImportFile, here: str) -> HttpResponseBase:
    """Show the first rows as they are proposed to be read, until all rows told what they tell."""
    if request.method == "POST":
        # Sent from a page that was opened before a colleague had the list read otherwise.
        messages.error(request, str(EditConflict()))
        return redirect(request.path)
    if (previews := previewed(request, brought)) is None:
        return redirect("admin:staff_import", brought.pk)
    sheets = [sheet_seen(preview, is_text=bool(brought.encoding)) for preview in previews[:MOST_SHEETS]]
    context = {"sheets": sheets, "check_follows": "check_for" in brought.report}
    return step_page(request, brought, here, "being_read", context)
