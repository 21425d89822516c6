"""Lists as they came in, row by row and cell by cell."""

from __future__ import annotations

from dataclasses import dataclass, field
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

    READING = "reading", _("being read")
    RECEIVED = "received", _("waiting for its columns")
    CHECKING = "checking", _("being checked")
    CHECKED = "checked", _("checked, not stored yet")
    STORING = "storing", _("being stored")
    PAUSED = "paused", _("paused")
    STORED = "stored", _("stored")
    UNDONE = "undone", _("undone")


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """How one sheet is read: ``fields`` names what each column holds ("" where nothing was mapped).

    A header may take several rows, the last of them ``header_row`` (0: the sheet has none). ``last_row`` is
    the last row of the list where totals or remarks follow it, else 0. A sheet that is not ``taken`` is left
    out of the import. ``date_orders`` says of a field whose dates could be read either way whether the day or
    the month stands first (``day_first``, ``month_first``), or that even in those with the year first both may
    be exchanged (``year_first_open``). ``foot`` are the sheet's last rows, number and cells, so that what
    follows the list can be shown without reading all of it.
    """

    sheet: str
    header_row: int
    header: list[str]
    fields: list[str]
    header_rows: int = 1
    last_row: int = 0
    taken: bool = True
    date_orders: dict[str, str] = field(default_factory=dict)
    foot: list[tuple[int, list[str]]] = field(default_factory=list)

    @property
    def columns(self) -> list[tuple[str, str]]:
        """Each column's own heading with the field it was read as."""
        return list(zip(self.header, self.fields, strict=True))


RUNNING = (ImportStatus.READING, ImportStatus.CHECKING, ImportStatus.STORING)
"""Statuses in which the worker has something to do."""

STEPS: tuple[tuple[str, str], ...] = (
    ("reading", "received"),
    ("received", "reading"),
    ("checking", "reading"),
    ("checked", "reading"),
    ("received", "checking"),
    ("checking", "received"),
    ("checking", "checked"),
    ("checked", "received"),
    ("checked", "checking"),
    ("received", "storing"),
    ("checked", "storing"),
    ("storing", "paused"),
    ("paused", "storing"),
    ("storing", "stored"),
)
"""From which status an import may go to which; besides, all that is not undone may be."""


class ImportFileQuerySet(models.QuerySet["ImportFile"]):
    """Phrases about imports."""

    def running(self) -> Self:
        """Return those that the worker is not done with."""
        return self.filter(status__in=RUNNING)


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
    adds_to = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="additions",
        verbose_name=_("brings mended rows of"),
    )
    revises = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="revisions",
        verbose_name=_("is a newer version of"),
    )
    report = models.JSONField(
        _("what the check found"),
        default=dict,
        blank=True,
        help_text=_("How many rows are ready, doubtful (by doubt), refused, held already, or repeated."),
    )
    rows_checked = models.PositiveIntegerField(_("rows checked"), default=0)
    rows_total = models.PositiveIntegerField(_("rows"), default=0)
    rows_done = models.PositiveIntegerField(_("rows done"), default=0)
    records_count = models.PositiveIntegerField(_("records"), default=0)
    refused_count = models.PositiveIntegerField(_("rows refused"), default=0)
    repeated_count = models.PositiveIntegerField(_("rows that repeat another"), default=0)
    unchanged_count = models.PositiveIntegerField(_("rows unchanged since the last version"), default=0)
    leaves_out_held = models.BooleanField(
        _("leaves out whom another list of the source holds"), default=False, editable=False
    )
    went_on_at = models.DateTimeField(_("began or went on at"), null=True, blank=True)
    went_on_from = models.PositiveIntegerField(_("began or went on from row"), default=0)
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
            models.CheckConstraint(
                name="import_adds_or_revises_and_not_both",
                condition=Q(adds_to__isnull=True) | Q(revises__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["revises"],
                condition=~Q(status=ImportStatus.UNDONE),
                name="list_has_one_newer_version",
            ),
        ]
        triggers = [
            *Versioned.Meta.triggers,
            pgtrigger.ReadOnly(
                name="import_keeps_what_it_brings", fields=["document", "source", "adds_to", "revises"]
            ),
            pgtrigger.FSM(
                name="import_goes_forward",
                field="status",
                transitions=[
                    *STEPS,
                    *((status, "undone") for status in ImportStatus.values if status != ImportStatus.UNDONE),
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
