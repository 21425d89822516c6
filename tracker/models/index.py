"""Search keys, derived from names: rebuilt at will, never evidence."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from tracker.models.people import Person
from tracker.models.records import PrisonRecord


class PersonKeys(models.Model):
    """The keys under which a missing person's names are found.

    Triggers drop the row when a name, a number or a fact of the person changes, so that keys can be missing
    but never wrong; flow/linking/keys.py makes what is missing, and what is new is compared with every record.
    """

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="search_keys")
    keys = ArrayField(models.TextField())
    compared = models.BooleanField(default=False)

    class Meta:
        indexes = [
            GinIndex(fields=["keys"], name="person_keys"),
            models.Index(fields=["person"], condition=models.Q(compared=False), name="person_not_compared"),
        ]

    def __str__(self) -> str:
        return str(self.person_id)


class RecordKeys(models.Model):
    """The keys under which a prison record is found, and whether it met every person yet."""

    record = models.OneToOneField(PrisonRecord, models.CASCADE, primary_key=True, related_name="search_keys")
    keys = ArrayField(models.TextField())
    compared = models.BooleanField(default=False)

    class Meta:
        indexes = [
            GinIndex(fields=["keys"], name="record_keys"),
            models.Index(fields=["record"], condition=models.Q(compared=False), name="record_not_compared"),
        ]

    def __str__(self) -> str:
        return str(self.record_id)
