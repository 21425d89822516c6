"""Lists and their rows, read only: importing and taking back are pages of their own."""

from __future__ import annotations

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tracker.admin.base import ReadOnly, badge, named
from tracker.models import ImportFile, ImportRow, ImportStatus

TONES = {ImportStatus.STORED: "good", ImportStatus.UNDONE: "plain"}


@admin.register(ImportFile)
class ImportFileAdmin(ReadOnly):
    """Lists as they were brought in."""

    list_display = ("title", "source", "state", "rows_total", "records_count", "refused_count", "received_at")
    list_select_related = ("document", "source")
    list_filter = ("status",)
    search_fields = ("document__title",)
    exclude = ("version",)

    @admin.display(description=_("import"), ordering="document__title")
    def title(self, brought: ImportFile) -> SafeString:
        return named(brought)

    @admin.display(description=_("status"), ordering="status")
    def state(self, brought: ImportFile) -> SafeString:
        return badge(TONES.get(ImportStatus(brought.status), "info"), brought.get_status_display())


@admin.register(ImportRow)
class ImportRowAdmin(ReadOnly):
    """Rows, cell by cell, and why some were refused."""

    list_display = ("number", "import_file", "status")
    list_select_related = ("import_file__document",)
    list_filter = ("status",)
    exclude = ("version",)
