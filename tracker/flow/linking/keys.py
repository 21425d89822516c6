"""Search keys: made where they are missing, dropped by the database when a name or a number changes."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from tracker.flow.linking.profiles import Numbers, identifiers_of, name_of, numbers_of_person, own_names
from tracker.models import IdentifierKind, Person, PersonKeys, PrisonRecord
from tracker.names import Name, fold, index_keys, name_keys

CHUNK = 2_000
"""People keyed in one transaction: a few megabytes of rows."""

KEYED_NUMBERS = (IdentifierKind.NATIONAL, IdentifierKind.PRISONER, IdentifierKind.BODY)
"""Numbers that a prison's list may give as well. Who issued them is asked when the pair is compared."""


def number_keys(numbers: Numbers) -> set[str]:
    """Return the keys of numbers, in one kind of digits and without the strokes and blanks between them.

    >>> sorted(number_keys([("national", "syria", "٠١٠-٢٠٣"), ("prisoner", "", "204/ب"), ("case", "", "7")]))
    ['#national:010203', '#prisoner:204ب']
    """
    plain = ((kind, fold(value).replace(" ", "")) for kind, _, value in numbers if kind in KEYED_NUMBERS)
    return {f"#{kind}:{value}" for kind, value in plain if value}


def stored_keys(names: Iterable[Name]) -> list[str]:
    """Return the keys that names are stored under: each name's, and its common parts each alone."""
    return sorted(set().union(*(index_keys(name) for name in names)))


def wanted_keys(names: Iterable[Name]) -> list[str]:
    """Return the keys that a record or a search looks names up by."""
    return sorted(set().union(*(name_keys(name) for name in names)))


def keys_of_person(person: Person) -> list[str]:
    """Return what a person is stored under: their names and their numbers."""
    return sorted(number_keys(numbers_of_person(person)).union(stored_keys(own_names(person.names.all()))))


def keys_of_record(record: PrisonRecord) -> list[str]:
    """Return what a record looks people up by: its name and its numbers, of which either may be missing."""
    names = [name_of(record, record.name_written)] if record.name_written else []
    return sorted(number_keys(identifiers_of(record)).union(wanted_keys(names)))


def unkeyed_people() -> QuerySet[Person]:
    """Return people whose keys are missing: new ones, and those whose facts changed."""
    return Person.objects.standing().filter(search_keys__isnull=True)


def key_people() -> int:
    """Make all missing keys; return how many people were keyed."""
    count = 0
    while keyed := _key_chunk():
        count += keyed
    return count


@transaction.atomic
def _key_chunk() -> int:
    # Locked before their names and numbers are read: who corrects one meanwhile waits, and then drops these
    # keys again.
    locked = unkeyed_people().order_by("pk").select_for_update(of=("self",), no_key=True)
    chunk = list(locked.prefetch_related("names", "identifiers")[:CHUNK])
    PersonKeys.objects.bulk_create(
        [PersonKeys(person=person, keys=keys_of_person(person)) for person in chunk],
        ignore_conflicts=True,
    )
    return len(chunk)


def people_found_by(keys: Iterable[str]) -> list[UUID]:
    """Return the people who share a key."""
    return list(
        PersonKeys.objects.filter(keys__overlap=list(keys), person__withdrawn_at__isnull=True).values_list(
            "person_id", flat=True
        )
    )
