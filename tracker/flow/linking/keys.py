"""Search keys: made where they are missing, dropped by the database when a name changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import QuerySet

from tracker.flow.linking.profiles import own_names
from tracker.models import Person, PersonKeys
from tracker.names import Name, index_keys, name_keys

CHUNK = 2_000
"""People keyed in one transaction: a few megabytes of rows."""


def stored_keys(names: Iterable[Name]) -> list[str]:
    """Return the keys a person is stored under: each name's, and its common parts each alone."""
    return sorted(set().union(*(index_keys(name) for name in names)))


def wanted_keys(names: Iterable[Name]) -> list[str]:
    """Return the keys that a record or a search looks people up by."""
    return sorted(set().union(*(name_keys(name) for name in names)))


def unkeyed_people() -> QuerySet[Person]:
    """Return people whose keys are missing: new ones, and those whose facts changed."""
    return Person.objects.standing().filter(search_keys__isnull=True)


def key_people() -> int:
    """Make all missing keys; return how many people were keyed."""
    count = 0
    while chunk := _next_chunk():
        PersonKeys.objects.bulk_create(
            [PersonKeys(person=person, keys=stored_keys(own_names(person.names.all()))) for person in chunk],
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
