"""Promises that many nouns share: nothing is deleted, no edit is lost, a withdrawal says why."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Self

import pgtrigger
from django.conf import settings
from django.db import DatabaseError, models, transaction
from django.utils.translation import gettext_lazy as _

EDIT_CONFLICT_STATE = "AT001"
"""SQLSTATE raised by the version trigger; class AT is free for applications (PostgreSQL appendix A)."""

HIDDEN_MARKS = "[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
"""Direction and zero-width marks that can make a name read as another (Unicode TR 36)."""


class EditConflict(Exception):
    """Two people changed the same thing; the first one's change stands."""

    sentence = _(
        "Someone else changed this while you were working on it. Nothing of theirs was overwritten: "
        "open it again, compare, and save once more."
    )

    def __str__(self) -> str:
        return str(self.sentence)


def leave_out_hidden_marks(row: models.Model) -> None:
    """Leave the marks that a reader cannot see out of a row's own words; blanks and lines stay as typed."""
    for field in row._meta.concrete_fields:
        if not is_in_words(field):
            continue
        text = row.__dict__.get(field.attname)  # never what was not loaded
        if isinstance(text, str):
            setattr(row, field.attname, re.sub(HIDDEN_MARKS, "", text))


def is_in_words(field: models.Field[Any, Any]) -> bool:
    """Say whether a column holds text that someone typed, and not one of our own words."""
    return isinstance(field, models.CharField | models.TextField) and not field.choices


class Kept(models.Model):
    """Something that is never deleted: the database refuses. Its texts hold no mark that cannot be seen."""

    class Meta:
        abstract = True
        triggers: list[pgtrigger.Trigger] = [
            pgtrigger.Protect(name="is_never_deleted", operation=pgtrigger.Delete)
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save without hidden marks: a number pasted from a chat often brings some along."""
        leave_out_hidden_marks(self)
        super().save(*args, **kwargs)

    def clean_fields(self, *args: Any, **kwargs: Any) -> None:
        """Check what a form holds as it will be saved."""
        leave_out_hidden_marks(self)
        super().clean_fields(*args, **kwargs)


class Unaltered(Kept):
    """Evidence and log entries: written once, never changed, never deleted."""

    class Meta(Kept.Meta):
        abstract = True
        triggers = [
            *Kept.Meta.triggers,
            # A fixture loaded again writes what already stands: no alteration.
            pgtrigger.Protect(
                name="is_never_altered", operation=pgtrigger.Update, condition=pgtrigger.AnyChange()
            ),
        ]


class Versioned(Kept):
    """Something two people may edit at once: each save names the version it read."""

    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    class Meta(Kept.Meta):
        abstract = True
        triggers = [
            *Kept.Meta.triggers,
            pgtrigger.Trigger(
                name="each_edit_names_the_version_it_read",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(),
                func=f"""
                    IF NEW.version <> OLD.version + 1 THEN
                        RAISE EXCEPTION 'version % was read, version % stands', NEW.version - 1, OLD.version
                            USING ERRCODE = '{EDIT_CONFLICT_STATE}';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save as the next version; raise EditConflict when another save came first."""
        if self._state.adding:
            super().save(*args, **kwargs)
            return
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "version"}
        read = self.version
        self.version = read + 1
        try:
            with transaction.atomic():
                super().save(*args, **kwargs)
        except DatabaseError as error:
            self.version = read
            if getattr(error.__cause__, "sqlstate", "") == EDIT_CONFLICT_STATE:
                raise EditConflict from error
            raise


class Withdrawable(models.Model):
    """Something that may turn out wrong: it is withdrawn by someone, for a reason, and stays readable."""

    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("withdrawn by"),
    )
    withdrawn_reason = models.TextField(_("why it was withdrawn"), blank=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_is_withdrawn_by_someone_for_a_reason",
                condition=models.Q(withdrawn_at__isnull=True)
                | (models.Q(withdrawn_by__isnull=False) & ~models.Q(withdrawn_reason="")),
            ),
            models.CheckConstraint(
                name="%(class)s_withdrawal_holds_no_hidden_marks",
                condition=~models.Q(withdrawn_reason__regex=HIDDEN_MARKS),
            ),
        ]

    @property
    def stands(self) -> bool:
        """Whether nobody has withdrawn it."""
        return self.withdrawn_at is None


class StandingQuerySet(models.QuerySet[Any]):
    """Rows of which some may have been withdrawn."""

    def standing(self) -> Self:
        """Return what nobody has withdrawn."""
        return self.filter(withdrawn_at__isnull=True)


def without_hidden_marks(*fields: str) -> models.CheckConstraint:
    """Return the promise that these text fields hold no mark that a reader cannot see."""
    clean = models.Q()
    for field in fields:
        clean &= ~models.Q(**{f"{field}__regex": HIDDEN_MARKS})
    return models.CheckConstraint(name="%(class)s_holds_no_hidden_marks", condition=clean)


def known_values(name: str, field: str, values: Iterable[str]) -> models.CheckConstraint:
    """Return the promise, under its name, that a field holds one of these words."""
    return models.CheckConstraint(name=name, condition=models.Q(**{f"{field}__in": list(values)}))


def set_once(name: str, *fields: str, unless: pgtrigger.Q | None = None) -> pgtrigger.Trigger:
    """Return the guard, under its name, of fields that are empty at first and never change once they are set.

    ``unless`` is the one change in which they may.
    """
    swapped = pgtrigger.Q()
    for field in fields:
        swapped |= pgtrigger.Q(
            **{f"old__{field}__isnull": False, f"old__{field}__df": pgtrigger.F(f"new__{field}")}
        )
    guarded = swapped & ~unless if unless else swapped
    return pgtrigger.Protect(name=name, operation=pgtrigger.Update, condition=guarded)


def keyed_anew(column: str) -> pgtrigger.Trigger:
    """Return the trigger that drops a person's search keys when what they were made of changes.

    What moves to another person changes both.
    """
    return pgtrigger.Trigger(
        name="person_is_keyed_anew",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update,
        # The column is one of ours, never someone's input.
        func=f"""
            IF TG_OP = 'INSERT' OR OLD IS DISTINCT FROM NEW THEN
                -- Whoever keys this person at this moment has read what stood before: drop their keys as well.
                PERFORM 1 FROM tracker_person WHERE id IN (NEW.{column}, OLD.{column})
                    ORDER BY id FOR NO KEY UPDATE;
                DELETE FROM tracker_personkeys WHERE person_id IN (NEW.{column}, OLD.{column});
                INSERT INTO tracker_unkeyedperson (person_id)
                    SELECT id FROM tracker_person WHERE id IN (NEW.{column}, OLD.{column})
                    ON CONFLICT (person_id) DO NOTHING;
            END IF;
            RETURN NULL;
        """,  # noqa: S608
    )
