"""Search keys: made where they are missing, dropped by the database when a name changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import QuerySet

from tracker.flow.linking.profiles import own_names
from tracker.models import Person, PersonKeys
from tracker.names import Name, name_keys

CHUNK = 2_000
"""People keyed in one transaction: a few megabytes of rows."""


def keys_of(names: Iterable[Name]) -> list[str]:
    """Return every key under which any of these names is found."""
    return sorted(set().union(*(name_keys(name) for name in names)))


def unkeyed_people() -> QuerySet[Person]:
    """Return people whose keys are missing: new ones, and those whose facts changed."""
    return Person.objects.standing().filter(search_keys__isnull=True)


def key_people() -> int:
    """Make all missing keys; return how many people were keyed."""
    count = 0
    while chunk := _next_chunk():
        PersonKeys.objects.bulk_create(
            [PersonKeys(person=person, keys=keys_of(own_names(person.names.all()))) for person in chunk],
            ignore_conflicts=True,
        )
        count += len(chunk)
    return count


def _next_chunk() -> Sequence[Person]:
    return list(unkeyed_people().prefetch_related("names")[:CHUNK])


def people_found_by(keys: Iterable[str]) -> list[UUID]:
    """Return the people who share a key."""
    return list(
        PersonKeys.objects.filter(keys__overlap=list(keys), person__withdrawn_at__isnull=True).values_list(
            "person_id", flat=True
        )
    )
