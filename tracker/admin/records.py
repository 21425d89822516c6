"""The register of prison records: lines of lists, verbatim."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tracker.admin.base import ReadOnly, badge, dated, named, sentences
from tracker.models import PrisonRecord


@admin.register(PrisonRecord)
class PrisonRecordAdmin(ReadOnly):
    """What lists say, as it was written."""

    list_display = ("name_in_list", "mother_written", "born", "place", "what", "when", "import_file")
    list_select_related = ("import_file__document", "facility")
    list_filter = ("says_death", "script")
    search_fields = ("name_written", "mother_written", "prisoner_number", "body_number")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """Say in words which line of the list it is."""
        ours = ("row", "line", "doubts", "unsure", "version")
        return ["line", *(name for name in super().get_fields(request, obj) if name not in ours), "unsure"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[Any, ...]:
        """Leave the words for the line and the doubts to this register."""
        return ("line", "unsure", *super().get_readonly_fields(request, obj))

    @admin.display(description=_("doubts"))
    def unsure(self, record: PrisonRecord) -> SafeString | str:
        return sentences(record.doubts)

    @admin.display(description=_("row"))
    def line(self, record: PrisonRecord) -> SafeString:
        row = record.row
        sheet = _("Row %(number)s of the sheet “%(sheet)s”") if row.sheet else _("Row %(number)s")
        address = reverse("admin:tracker_importrow_change", args=[row.pk])
        return format_html('<a href="{}">{}</a>', address, sheet % {"number": row.number, "sheet": row.sheet})

    @admin.display(description=_("name"), ordering="name_written")
    def name_in_list(self, record: PrisonRecord) -> SafeString:
        return named(record)

    @admin.display(description=_("birth"), ordering="birth__earliest")
    def born(self, record: PrisonRecord) -> str:
        return dated(record.birth)

    @admin.display(description=_("place of detention"))
    def place(self, record: PrisonRecord) -> str:
        return str(record.facility or record.facility_written or "—")

    @admin.display(description=_("speaks of death"), ordering="says_death")
    def what(self, record: PrisonRecord) -> SafeString | str:
        return badge("warn", _("speaks of death")) if record.says_death else "—"

    @admin.display(description=_("death"), ordering="died__earliest")
    def when(self, record: PrisonRecord) -> str:
        return dated(record.died)
