"""What is derived so that people and records can be found and compared: rebuilt at will, never evidence."""

from __future__ import annotations

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from tracker.models.people import Person
from tracker.models.records import PrisonRecord
from tracker.names.closest import LONGEST


def noticed(table: str, column: str) -> pgtrigger.Trigger:
    """Return the trigger that notes what was keyed as not compared yet.

    Who was noted before is noted with a new time: whoever compares them now has read what stood before.
    """
    return pgtrigger.Trigger(
        name="what_is_keyed_is_compared",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        referencing=pgtrigger.Referencing(new="keyed"),  # type: ignore[no-untyped-call]
        # Table and column are ours, never someone's input.
        func=f"""
            INSERT INTO {table} ({column}, since) SELECT {column}, clock_timestamp() FROM keyed
                ON CONFLICT ({column}) DO UPDATE SET since = clock_timestamp();
            RETURN NULL;
        """,  # noqa: S608
    )


class Keys(models.Model):
    """What someone is found by, and what of them is compared.

    `profile` is a line of JSON for the names and one for the facts (flow/linking/kept.py), from which reasons are
    told; what is laid are the same things as rows of numbers, ready for the engine (matching/laid.py); `rules`
    says by which rules all this was made.
    """

    keys = ArrayField(models.BigIntegerField())
    profile = models.TextField()
    laid_facts = models.BinaryField(default=bytes)
    laid_names = models.BinaryField(default=bytes)
    laid_mothers = models.BinaryField(default=bytes)
    laid_numbers = models.BinaryField(default=bytes)
    rules = models.SmallIntegerField()

    class Meta:
        abstract = True


class PersonKeys(Keys):
    """What a missing person is found by, and their profile as comparison reads it.

    Triggers drop the row when a name, a number or a fact of the person changes, so that keys can be missing
    but never wrong; flow/linking/keys.py makes what is missing, and what is new is compared with every record.
    """

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="search_keys")

    class Meta:
        indexes = [GinIndex(fields=["keys"], name="person_keys")]
        triggers = [
            noticed("tracker_uncomparedperson", "person_id"),
            pgtrigger.Trigger(
                name="withdrawn_case_is_not_found",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF EXISTS (
                        SELECT 1 FROM tracker_person WHERE id = NEW.person_id AND withdrawn_at IS NOT NULL
                    ) THEN
                        RETURN NULL;
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return str(self.person_id)


class RecordKeys(Keys):
    """What a prison record is found by, and its profile as comparison reads it."""

    record = models.OneToOneField(PrisonRecord, models.CASCADE, primary_key=True, related_name="search_keys")

    class Meta:
        indexes = [GinIndex(fields=["keys"], name="record_keys")]
        triggers = [
            noticed("tracker_uncomparedrecord", "record_id"),
            pgtrigger.Trigger(
                name="record_set_aside_is_not_found",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF EXISTS (
                        SELECT 1 FROM tracker_setaside aside
                          LEFT JOIN tracker_importfile newer ON newer.id = aside.revision_id
                         WHERE aside.record_id = NEW.record_id
                           AND (aside.revision_id IS NULL OR newer.status = 'stored')
                    ) THEN
                        RETURN NULL;
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return str(self.record_id)


class UnkeyedPerson(models.Model):
    """A missing person who is new or was changed since they were keyed: a search keys them before it looks."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="unkeyed")

    def __str__(self) -> str:
        return str(self.person_id)


class UncomparedPerson(models.Model):
    """A missing person who has not met every record since they were keyed."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="uncompared")
    since = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.person_id)


class UncomparedRecord(models.Model):
    """A prison record that has not met every missing person since it was keyed."""

    record = models.OneToOneField(PrisonRecord, models.CASCADE, primary_key=True, related_name="uncompared")
    since = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.record_id)


class KnownPart(models.Model):
    """A single name that somebody here bears, by its letters and a key: what one with a slip may be meant for."""

    of_people = models.BooleanField()
    written = models.CharField(max_length=LONGEST)
    """Without dots (`tracker.names.undotted`)."""
    key = models.CharField(max_length=LONGEST)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["of_people", "written", "key"], name="part_is_known_once"),
        ]

    def __str__(self) -> str:
        return self.key


class HeardPart(models.Model):
    """A part of a name that somebody here bears, as it is heard: told by a number, it need not be heard again."""

    number = models.BigIntegerField(primary_key=True)
    """Of its text (`tracker.matching.side.stable_number`), as rows laid ready tell it."""
    text = models.TextField()
    keys = models.TextField()
    """Those by which it is counted (`tracker.names.part_keys`), a blank between,"""
    all_keys = models.TextField()
    """and all by which its bearers are found."""
    heard = models.BinaryField()
    """Its row of sounds (`tracker.names.heard.PART`)."""
    rules = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return self.text


class LearnedNames(models.Model):
    """How often each name was met in this house when it was last counted; the newest row is in use."""

    learned_at = models.DateTimeField(auto_now_add=True)
    names = models.PositiveIntegerField()
    counts = models.TextField()

    class Meta:
        get_latest_by = "id"

    def __str__(self) -> str:
        return str(self.learned_at)
