"""The rows of a list, cell by cell, and what became of each."""

from __future__ import annotations

from itertools import zip_longest

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracker.models.base import Unaltered, known_values, without_hidden_marks
from tracker.models.imports import ImportFile


class RowStatus(models.TextChoices):
    """What became of a row."""

    STORED = "stored", _("stored as a record")
    REFUSED = "refused", _("refused")
    REPEATED = "repeated", _("repeats another row")
    UNCHANGED = "unchanged", _("unchanged since the last version")


@pghistory.track(pghistory.InsertEvent(), level=pgtrigger.Statement)
class ImportRow(Unaltered):
    """One row of a list: its cells exactly as they stood, and what became of it.

    ``says_key`` is one number for all that the row says of somebody, ``whom_key`` one for whom it is about (None
    where nothing tells that): two rows with equal keys are looked at as one. ``same_as`` is the row that this one
    repeats, or the row of an earlier version that it left as it was; that row has the record.
    """

    import_file = models.ForeignKey(
        ImportFile,
        models.PROTECT,
        db_index=False,  # two of the indexes below begin with it
        related_name="rows",
        verbose_name=_("import"),
    )
    sheet = models.CharField(_("sheet"), max_length=200, blank=True)
    number = models.PositiveIntegerField(_("row"))
    cells = models.JSONField(_("cells"))
    status = models.CharField(_("status"), max_length=10, choices=RowStatus.choices)
    refusals = models.JSONField(_("why it was refused"), default=list)
    says_key = models.BigIntegerField(_("what it says, as a number"), null=True, blank=True)
    whom_key = models.BigIntegerField(_("whom it is about, as a number"), null=True, blank=True)
    same_as = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,  # the index below leaves out the many that repeat nothing
        related_name="repeated_by",
        verbose_name=_("says the same as"),
    )

    class Meta(Unaltered.Meta):
        verbose_name = _("row")
        verbose_name_plural = _("rows")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["import_file", "says_key"], name="row_by_what_it_says"),
            models.Index(fields=["whom_key"], name="row_by_whom_it_is_about"),
            models.Index(
                fields=["same_as"], name="row_by_the_row_it_repeats", condition=Q(same_as__isnull=False)
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["import_file", "sheet", "number"], name="row_is_kept_once"),
            known_values("row_has_a_known_status", "status", RowStatus),
            without_hidden_marks("sheet"),
            models.CheckConstraint(
                name="refused_row_says_why", condition=~Q(status=RowStatus.REFUSED) | ~Q(refusals=[])
            ),
            models.CheckConstraint(
                name="row_without_a_record_names_the_row_that_has_it",
                condition=~Q(status__in=[RowStatus.REPEATED, RowStatus.UNCHANGED]) | Q(same_as__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.import_file_id}:{self.sheet}:{self.number}"

    @property
    def labelled_cells(self) -> list[tuple[str, str]]:
        """Each cell as it stood, under its own column's heading."""
        header = self.import_file.columns_of(self.sheet).header
        return list(zip_longest(header, self.cells, fillvalue=""))


class CheckedRow(models.Model):
    """What a check found of one row that is not plainly ready; made anew by each check, gone once all is stored.

    ``kinds`` are words for filters: ``refused``, ``repeated``, ``held_same_source``, ``held_elsewhere``,
    ``unchanged``, ``changed``, ``new``, ``gone`` and one for each kind of doubt. ``sentences`` are told to people
    (``{"en": …, "ar": …}``). ``other`` is the row beside which it is shown.
    """

    import_file = models.ForeignKey(
        ImportFile, models.CASCADE, related_name="checked", verbose_name=_("import")
    )
    sheet = models.CharField(_("sheet"), max_length=200, blank=True)
    number = models.PositiveIntegerField(_("row"))
    cells = models.JSONField(_("cells"))
    kinds = ArrayField(models.CharField(max_length=40), verbose_name=_("what was found"))
    sentences = models.JSONField(_("sentences"), default=list)
    other = models.ForeignKey(
        ImportRow, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("beside")
    )
    other_number = models.PositiveIntegerField(_("row of the same list"), null=True, blank=True)

    class Meta:
        verbose_name = _("checked row")
        verbose_name_plural = _("checked rows")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.import_file_id}:{self.sheet}:{self.number}"
