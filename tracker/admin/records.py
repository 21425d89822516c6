"""The register of prison records: lines of lists, verbatim."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tracker.admin.base import ReadOnly, badge, dated, named, sentences, yes_or_no
from tracker.admin.imports import cells_as_they_stood
from tracker.models import ImportStatus, PrisonRecord


@admin.register(PrisonRecord)
class PrisonRecordAdmin(ReadOnly):
    """What lists say, as it was written."""

    list_display = ("name_in_list", "mother_written", "born", "place", "what", "when", "import_file")
    list_select_related = ("import_file__document", "facility")
    list_filter = ("says_death", "script")
    search_fields = ("name_written", "mother_written", "prisoner_number", "body_number")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """Say in words which line of which list it is, and show that line as it stood."""
        ours = ("row", "line", "as_it_stood", "list_it_is_from", "counts", "import_file", "doubts", "unsure")
        rest = [name for name in super().get_fields(request, obj) if name not in (*ours, "version")]
        return ["list_it_is_from", "line", "counts", "as_it_stood", *rest, "unsure"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[Any, ...]:
        """Leave the words for the line and the doubts to this register."""
        ours = ("list_it_is_from", "line", "counts", "as_it_stood", "unsure")
        return (*ours, *super().get_readonly_fields(request, obj))

    @admin.display(description=_("doubts"))
    def unsure(self, record: PrisonRecord) -> SafeString | str:
        return sentences(record.doubts)

    @admin.display(description=_("row"))
    def line(self, record: PrisonRecord) -> SafeString:
        row = record.row
        sheet = _("Row %(number)s of the sheet “%(sheet)s”") if row.sheet else _("Row %(number)s")
        address = reverse("admin:tracker_importrow_change", args=[row.pk])
        return format_html('<a href="{}">{}</a>', address, sheet % {"number": row.number, "sheet": row.sheet})

    @admin.display(description=_("import"))
    def list_it_is_from(self, record: PrisonRecord) -> SafeString:
        address = reverse("admin:staff_import", args=[record.import_file_id])
        return format_html('<a href="{}"><bdi>{}</bdi></a>', address, record.import_file)

    @admin.display(description=_("the row as it stood"))
    def as_it_stood(self, record: PrisonRecord) -> SafeString:
        return cells_as_they_stood(record.row)

    @admin.display(description=_("still counts"))
    def counts(self, record: PrisonRecord) -> SafeString | str:
        """Say why a record does not count, where it does not."""
        if record.import_file.status == ImportStatus.UNDONE:
            return badge("warn", _("no: its list was taken back"))
        aside = record.set_aside.in_force().first()
        return badge("warn", aside.get_kind_display()) if aside else yes_or_no(True)

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
