"""Lists and their rows, read only: importing and taking back are pages of their own."""

from __future__ import annotations

from django.contrib import admin
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from tracker.admin.base import ReadOnly, badge, direction, named, sentences
from tracker.models import ImportFile, ImportRow
from tracker.web.staff.imports_steps import TONES


def cells_as_they_stood(row: ImportRow) -> SafeString:
    """Return the cells of a row, each on a line of its own under its own heading."""
    # Said outright: names set apart on both sides leave nothing to tell it by.
    cells = ((direction(), head or "—", cell) for head, cell in row.labelled_cells if cell)
    return format_html_join(mark_safe("<br>"), '<span dir="{}"><bdi>{}</bdi>: <bdi>{}</bdi></span>', cells)


@admin.register(ImportFile)
class ImportFileAdmin(ReadOnly):
    """Lists as they were brought in."""

    list_display = ("title", "source", "state", "rows_total", "records_count", "refused_count", "received_at")
    list_select_related = ("document", "source")
    list_filter = ("status",)
    search_fields = ("document__title",)
    exclude = ("version", "layout", "report", "rows_checked", "went_on_at", "went_on_from")

    @admin.display(description=_("import"), ordering="document__title")
    def title(self, brought: ImportFile) -> SafeString:
        return named(brought)

    @admin.display(description=_("status"), ordering="status")
    def state(self, brought: ImportFile) -> SafeString:
        return badge(TONES[brought.status], brought.get_status_display())


@admin.register(ImportRow)
class ImportRowAdmin(ReadOnly):
    """Rows, cell by cell, and why some were refused."""

    list_display = ("number", "import_file", "status")
    list_select_related = ("import_file__document",)
    list_filter = ("status",)
    fields = ("import_file", "sheet", "number", "status", "same_as", "cell_for_cell", "why_refused")
    readonly_fields = fields

    @admin.display(description=_("cells"))
    def cell_for_cell(self, row: ImportRow) -> SafeString:
        return cells_as_they_stood(row)

    @admin.display(description=_("why it was refused"))
    def why_refused(self, row: ImportRow) -> SafeString | str:
        return sentences(row.refusals)
