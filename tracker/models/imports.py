"""Lists as they came in, row by row and cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracker.models.base import Versioned, known_values, without_hidden_marks
from tracker.models.documents import Document
from tracker.models.sources import Source


class ImportStatus(models.TextChoices):
    """How far a list has come."""

    RECEIVED = "received", _("waiting to be stored")
    STORING = "storing", _("being stored")
    STORED = "stored", _("stored")
    UNDONE = "undone", _("undone")


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """How one sheet was read: ``fields`` names what each column holds ("" where nothing was mapped)."""

    sheet: str
    header_row: int
    header: list[str]
    fields: list[str]

    @property
    def columns(self) -> list[tuple[str, str]]:
        """Each column's own heading with the field it was read as."""
        return list(zip(self.header, self.fields, strict=True))


class ImportFileQuerySet(models.QuerySet["ImportFile"]):
    """Phrases about imports."""

    def running(self) -> Self:
        """Return those that are not finished yet."""
        return self.filter(status__in=[ImportStatus.RECEIVED, ImportStatus.STORING])


@pghistory.track()
class ImportFile(Versioned):
    """One bringing-in of one list: which sheet, which columns, how far, by whom."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="imports", verbose_name=_("document"))
    source = models.ForeignKey(Source, models.PROTECT, related_name="imports", verbose_name=_("source"))
    status = models.CharField(
        _("status"), max_length=10, choices=ImportStatus.choices, default=ImportStatus.RECEIVED
    )
    encoding = models.CharField(_("text encoding"), max_length=30, blank=True)
    layout = models.JSONField(
        _("sheets and their columns"),
        default=list,
        help_text=_("For each sheet: its name, header row, header cells, and the field of each column."),
    )
    rows_total = models.PositiveIntegerField(_("rows"), default=0)
    rows_done = models.PositiveIntegerField(_("rows done"), default=0)
    records_count = models.PositiveIntegerField(_("records"), default=0)
    refused_count = models.PositiveIntegerField(_("rows refused"), default=0)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="imports", verbose_name=_("received by")
    )
    received_at = models.DateTimeField(_("received at"), auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("undone by"),
    )
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)
    undone_reason = models.TextField(_("why it was undone"), blank=True)

    objects = ImportFileQuerySet.as_manager()

    class Meta(Versioned.Meta):
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-received_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["document"],
                condition=~Q(status=ImportStatus.UNDONE),
                name="same_file_is_imported_once",
            ),
            known_values("import_has_a_known_status", "status", ImportStatus),
            without_hidden_marks("undone_reason"),
            models.CheckConstraint(
                name="import_is_undone_by_someone_for_a_reason",
                condition=~Q(status=ImportStatus.UNDONE)
                | (Q(undone_by__isnull=False, undone_at__isnull=False) & ~Q(undone_reason="")),
            ),
            models.CheckConstraint(
                name="import_never_does_more_rows_than_it_has",
                condition=Q(rows_done__lte=models.F("rows_total")),
            ),
        ]
        triggers = [
            *Versioned.Meta.triggers,
            pgtrigger.FSM(
                name="import_goes_forward",
                field="status",
                transitions=[
                    ("received", "storing"),
                    ("storing", "stored"),
                    ("received", "undone"),
                    ("storing", "undone"),
                    ("stored", "undone"),
                ],
            ),
        ]

    def __str__(self) -> str:
        return self.document.title

    @property
    def percent_done(self) -> int:
        """How much of the list is stored, 0 to 100."""
        return 100 * self.rows_done // self.rows_total if self.rows_total else 0

    def columns_of(self, sheet: str) -> SheetLayout:
        """Return how one sheet of the list was read."""
        return next(SheetLayout(**part) for part in self.layout if part["sheet"] == sheet)

    @property
    def sheets(self) -> list[SheetLayout]:
        """How each sheet of the list was read."""
        return [SheetLayout(**part) for part in self.layout]


class RowStatus(models.TextChoices):
    """What became of a row."""

    WAITING = "waiting", _("waiting")
    STORED = "stored", _("stored as a record")
    REFUSED = "refused", _("refused")


@pghistory.track(level=pgtrigger.Statement)
class ImportRow(Versioned):
    """One row of a list: its cells exactly as they stood, and what became of it."""

    import_file = models.ForeignKey(ImportFile, models.PROTECT, related_name="rows", verbose_name=_("import"))
    sheet = models.CharField(_("sheet"), max_length=200, blank=True)
    number = models.PositiveIntegerField(_("row"))
    cells = models.JSONField(_("cells"))
    status = models.CharField(
        _("status"), max_length=10, choices=RowStatus.choices, default=RowStatus.WAITING
    )
    refusals = models.JSONField(_("why it was refused"), default=list)

    class Meta(Versioned.Meta):
        verbose_name = _("row")
        verbose_name_plural = _("rows")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["import_file", "sheet", "number"], name="row_is_kept_once"),
            known_values("row_has_a_known_status", "status", RowStatus),
            without_hidden_marks("sheet"),
            models.CheckConstraint(
                name="refused_row_says_why", condition=~Q(status=RowStatus.REFUSED) | ~Q(refusals=[])
            ),
        ]
        triggers = [
            *Versioned.Meta.triggers,
            pgtrigger.ReadOnly(
                name="cells_stay_as_they_stood", fields=["import_file", "sheet", "number", "cells"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.import_file_id}:{self.sheet}:{self.number}"

    @property
    def labelled_cells(self) -> list[tuple[str, str]]:
        """Each cell as it stood, under its own column's heading."""
        header = self.import_file.columns_of(self.sheet).header
        return list(zip_longest(header, self.cells, fillvalue=""))
