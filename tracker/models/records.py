"""Prison records: what a list says of one prisoner, as it was written."""

from __future__ import annotations

from collections.abc import Collection
from typing import Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracker.models.base import Unaltered, known_values, without_hidden_marks
from tracker.models.fields import FuzzyDateField, in_order
from tracker.models.identities import NameScript
from tracker.models.imports import ImportFile, ImportStatus
from tracker.models.people import Sex
from tracker.models.places import Place
from tracker.models.rows import ImportRow


class PrisonRecordQuerySet(models.QuerySet["PrisonRecord"]):
    """Phrases about records."""

    def standing(self) -> Self:
        """Return records of lists that are wholly stored, not undone, and not set aside since."""
        aside = SetAside.objects.in_force().filter(record=models.OuterRef("pk"))
        return self.filter(~models.Exists(aside), import_file__status=ImportStatus.STORED)

    def hold(self, records: Collection[int]) -> None:
        """Lock some until the transaction ends, in one order; what refers to them may be stored meanwhile."""
        held = self.filter(pk__among=records).order_by("pk").select_for_update(no_key=True, of=("self",))
        list(held.values_list("pk"))


@pghistory.track(pghistory.InsertEvent(), level=pgtrigger.Statement)
class PrisonRecord(Unaltered):
    """One line of a prison's own list, as it was written; never edited.

    What the line says in columns of its own stays text (``…_written``); dates and places beside it are our
    reading. ``doubts`` are sentences (English, Arabic) on what could not be read for certain.
    """

    row = models.OneToOneField(ImportRow, models.PROTECT, related_name="record", verbose_name=_("row"))
    import_file = models.ForeignKey(
        ImportFile, models.PROTECT, related_name="records", verbose_name=_("import")
    )
    name_written = models.CharField(_("name"), max_length=300, blank=True)
    script = models.CharField(_("script"), max_length=10, choices=NameScript.choices)
    given = models.CharField(_("given name"), max_length=100, blank=True)
    father = models.CharField(_("father's name"), max_length=100, blank=True)
    grandfather = models.CharField(_("grandfather's name"), max_length=100, blank=True)
    family = models.CharField(_("family name"), max_length=100, blank=True)
    nickname = models.CharField(_("nickname"), max_length=100, blank=True)
    mother_written = models.CharField(_("mother's name"), max_length=300, blank=True)
    sex = models.CharField(_("sex"), max_length=6, choices=Sex.choices, blank=True)
    birth = FuzzyDateField(_("birth"))
    birth_place_written = models.CharField(_("place of birth"), max_length=300, blank=True)
    registry_place_written = models.CharField(_("registry place"), max_length=300, blank=True)
    registry_number = models.CharField(_("registry number"), max_length=100, blank=True)
    national_number = models.CharField(_("national number"), max_length=100, blank=True)
    prisoner_number = models.CharField(_("prisoner number"), max_length=100, blank=True)
    body_number = models.CharField(_("body number"), max_length=100, blank=True)
    facility = models.ForeignKey(
        Place,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="records",
        verbose_name=_("place of detention"),
    )
    facility_written = models.CharField(_("place of detention as written"), max_length=300, blank=True)
    arrested = FuzzyDateField(_("arrest"))
    entered = FuzzyDateField(_("entry"))
    died = FuzzyDateField(_("death"))
    death_cause_written = models.TextField(_("cause of death as written"), blank=True)
    body_order_written = models.TextField(_("order about the body as written"), blank=True)
    notes_written = models.TextField(_("remarks as written"), blank=True)
    says_death = models.BooleanField(_("speaks of death"))
    doubts = models.JSONField(_("doubts"), default=list)

    objects = PrisonRecordQuerySet.as_manager()

    class Meta(Unaltered.Meta):
        verbose_name = _("prison record")
        verbose_name_plural = _("prison records")
        ordering = ["id"]
        constraints = [
            without_hidden_marks(
                "name_written",
                "given",
                "father",
                "grandfather",
                "family",
                "nickname",
                "mother_written",
                "birth_place_written",
                "registry_place_written",
                "registry_number",
                "national_number",
                "prisoner_number",
                "body_number",
                "facility_written",
                "death_cause_written",
                "body_order_written",
                "notes_written",
            ),
            in_order("birth"),
            in_order("arrested"),
            in_order("entered"),
            in_order("died"),
            known_values("record_is_in_a_known_script", "script", NameScript),
            known_values("record_has_a_known_sex_or_none", "sex", ["", *Sex.values]),
            models.CheckConstraint(
                name="record_tells_whom_it_is_about",
                condition=~Q(name_written="", prisoner_number="", body_number="", national_number=""),
            ),
            models.CheckConstraint(
                name="record_of_a_death_says_so",
                condition=Q(says_death=True)
                | Q(died__isnull=True, death_cause_written="", body_order_written="", body_number=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name_written or self.prisoner_number or self.body_number or self.national_number


class AsideKind(models.TextChoices):
    """Why a record of a list that stands no longer counts."""

    UNDONE = "undone", _("its part of the list was taken back")
    CHANGED = "changed", _("a newer version of the list says it otherwise")
    GONE = "gone", _("a newer version of the list no longer holds it")


class SetAsideQuerySet(models.QuerySet["SetAside"]):
    """Phrases about records that were set aside."""

    def in_force(self) -> Self:
        """Return what counts now: a newer version sets aside once it is wholly stored, and until it is undone."""
        return self.filter(Q(revision__isnull=True) | Q(revision__status=ImportStatus.STORED))


@pghistory.track(pghistory.InsertEvent(), level=pgtrigger.Statement)
class SetAside(Unaltered):
    """A record that no longer counts though its list stands: taken back by someone, or by a newer version."""

    record = models.ForeignKey(
        PrisonRecord, models.PROTECT, related_name="set_aside", verbose_name=_("prison record")
    )
    kind = models.CharField(_("why"), max_length=10, choices=AsideKind.choices)
    revision = models.ForeignKey(
        ImportFile,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="sets_aside",
        verbose_name=_("newer version"),
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True)
    reason = models.TextField(_("reason"), blank=True)

    objects = SetAsideQuerySet.as_manager()

    class Meta(Unaltered.Meta):
        verbose_name = _("record set aside")
        verbose_name_plural = _("records set aside")
        ordering = ["id"]
        constraints = [
            known_values("record_is_set_aside_for_a_known_cause", "kind", AsideKind),
            without_hidden_marks("reason"),
            models.UniqueConstraint(
                fields=["record", "revision"],
                nulls_distinct=False,
                name="record_is_set_aside_once",
            ),
            models.CheckConstraint(
                name="record_is_set_aside_by_a_version_or_for_a_reason",
                condition=Q(kind=AsideKind.UNDONE, revision__isnull=True) & ~Q(reason="")
                | ~Q(kind=AsideKind.UNDONE) & Q(revision__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record_id}: {self.get_kind_display()}"
