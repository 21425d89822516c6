"""Notices: what a family is owed, and how they were told."""

from __future__ import annotations

from typing import Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracker.models.base import Versioned, known_values, without_hidden_marks
from tracker.models.families import Relative
from tracker.models.links import Link
from tracker.models.people import Person


class NoticeKind(models.TextChoices):
    """What the family is to hear."""

    NEWS = "news", _("news from a record")
    CORRECTION = "correction", _("correction of what they were told")


class NoticeStatus(models.TextChoices):
    """Whether they have heard it."""

    OWED = "owed", _("owed")
    TOLD = "told", _("told")
    NOT_OWED = "not_owed", _("no longer owed")


class Way(models.TextChoices):
    """How a family was told. No way that reaches a screen alone: bad news comes from a person."""

    IN_PERSON = "in_person", _("in person")
    VIDEO_CALL = "video_call", _("video call")
    TELEPHONE = "telephone", _("telephone call")
    PARTNER = "partner", _("in person, by a partner organisation")


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Phrases about notices."""

    def owed(self) -> Self:
        """Return what families have not been told yet."""
        return self.filter(status=NoticeStatus.OWED)


@pghistory.track()
class Notice(Versioned):
    """Something a family must be told by a person, and the record of how that was done."""

    link = models.ForeignKey(Link, models.PROTECT, related_name="notices", verbose_name=_("link"))
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="notices", verbose_name=_("missing person")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=NoticeKind.choices, default=NoticeKind.NEWS)
    status = models.CharField(
        _("status"), max_length=10, choices=NoticeStatus.choices, default=NoticeStatus.OWED
    )
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="correction", verbose_name=_("corrects")
    )
    owed_since = models.DateTimeField(_("owed since"), auto_now_add=True)
    told_on = models.DateField(_("told on"), null=True, blank=True)
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("told by"),
    )
    told_to = models.ForeignKey(
        Relative, models.PROTECT, null=True, blank=True, related_name="notices", verbose_name=_("told to")
    )
    way = models.CharField(_("way"), max_length=12, choices=Way.choices, blank=True)
    account = models.TextField(_("how it went"), blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta(Versioned.Meta):
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["owed_since"]
        constraints = [
            models.UniqueConstraint(fields=["link", "kind"], name="link_owes_one_notice_of_a_kind"),
            known_values("notice_has_a_known_kind", "kind", NoticeKind),
            known_values("notice_has_a_known_status", "status", NoticeStatus),
            without_hidden_marks("account"),
            models.CheckConstraint(
                name="told_notice_names_who_whom_when_and_how",
                condition=~Q(status="told")
                | (
                    Q(told_on__isnull=False, told_by__isnull=False, told_to__isnull=False)
                    & Q(way__in=Way.values)
                    & ~Q(account__regex=r"^\s*$")
                ),
            ),
            models.CheckConstraint(
                name="correction_corrects_a_notice",
                condition=Q(kind="news", corrects__isnull=True)
                | Q(kind="correction", corrects__isnull=False),
            ),
        ]
        triggers = [
            *Versioned.Meta.triggers,
            pgtrigger.FSM(
                name="telling_cannot_be_untold",
                field="status",
                transitions=[("owed", "told"), ("owed", "not_owed")],
            ),
            pgtrigger.Protect(
                name="what_was_told_never_changes",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition("OLD.status = 'told' AND OLD.* IS DISTINCT FROM NEW.*"),
            ),
            pgtrigger.Trigger(
                name="correction_is_of_what_was_told",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Q(new__corrects__isnull=False),
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM tracker_notice
                        WHERE id = NEW.corrects_id AND kind = 'news' AND status = 'told'
                          AND link_id = NEW.link_id AND person_id = NEW.person_id
                    ) THEN
                        RAISE EXCEPTION 'a correction is of news that this family was told from the same link'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="news_comes_from_a_confirmed_link",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Q(new__kind="news") & ~pgtrigger.Q(new__status="not_owed"),
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM tracker_link
                        WHERE id = NEW.link_id AND person_id = NEW.person_id AND status = 'confirmed'
                    ) THEN
                        RAISE EXCEPTION 'a family is told only of a confirmed link'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="told_is_a_relative_of_this_family",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Q(new__status="told"),
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM tracker_relative r JOIN tracker_person p ON p.family_id = r.family_id
                        WHERE r.id = NEW.told_to_id AND p.id = NEW.person_id
                    ) THEN
                        RAISE EXCEPTION 'news goes to a relative of this family only'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.person}"
