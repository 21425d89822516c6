"""Search keys: made where they are missing, dropped by the database when a name or a number changes."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q, QuerySet

from tracker.flow.linking.kept import kept_person, kept_record
from tracker.flow.linking.profiles import Numbers, identifiers_of, name_of, numbers_of_person, own_names
from tracker.matching.side import stable_number
from tracker.models import IdentifierKind, ImportStatus, Person, PersonKeys, PrisonRecord, RecordKeys
from tracker.names import Name, fold, index_keys

RULES = 1
"""By which rules names become keys and profiles. Raise it when they change: everything is keyed anew."""

CHUNK = 2_000
"""People or records keyed in one transaction: a few megabytes of rows."""

KEYED_NUMBERS = (IdentifierKind.NATIONAL, IdentifierKind.PRISONER, IdentifierKind.BODY)
"""Numbers that a prison's list may give as well. Who issued them is asked when the pair is compared."""


def number_keys(numbers: Numbers) -> set[str]:
    """Return the keys of numbers, in one kind of digits and without the strokes and blanks between them.

    >>> sorted(number_keys([("national", "syria", "٠١٠-٢٠٣"), ("prisoner", "", "204/ب"), ("case", "", "7")]))
    ['#national:010203', '#prisoner:204ب']
    """
    plain = ((kind, fold(value).replace(" ", "")) for kind, _, value in numbers if kind in KEYED_NUMBERS)
    return {f"#{kind}:{value}" for kind, value in plain if value}


def stored_keys(names: Iterable[Name], numbers: Numbers) -> list[int]:
    """Return the keys that names and numbers are stored under: a key is kept as a number of 62 bits."""
    keys = number_keys(numbers).union(*(index_keys(name) for name in names))
    return sorted(map(stable_number, keys))


def keys_of_person(person: Person) -> PersonKeys:
    """Return what a person is found by, unsaved; names and identifiers should be prefetched."""
    keys = stored_keys(own_names(person.names.all()), numbers_of_person(person))
    return PersonKeys(person=person, keys=keys, profile=kept_person(person), rules=RULES)


def keys_of_record(record: PrisonRecord) -> RecordKeys:
    """Return what a record is found by, unsaved."""
    names = [name_of(record, record.name_written)] if record.name_written else []
    keys = stored_keys(names, identifiers_of(record))
    return RecordKeys(record=record, keys=keys, profile=kept_record(record), rules=RULES)


def unkeyed_people() -> QuerySet[Person]:
    """Return people whose keys are missing: new ones, and those whose facts changed."""
    made = Q(search_keys__rules=RULES)
    return Person.objects.standing().exclude(made)


def unkeyed_records() -> QuerySet[PrisonRecord]:
    """Return records whose keys are missing or were made by older rules."""
    return PrisonRecord.objects.exclude(search_keys__rules=RULES).exclude(import_file__status=ImportStatus.UNDONE)


def key_people() -> int:
    """Make all missing keys of people; return how many people were keyed."""
    count = 0
    while keyed := _key_people():
        count += keyed
    return count


def key_records() -> int:
    """Make all missing keys of records; return how many records were keyed."""
    count = 0
    while keyed := _key_records():
        count += keyed
    return count


@transaction.atomic
def _key_people() -> int:
    # Locked before their names and numbers are read: who corrects one meanwhile waits, and then drops these
    # keys again.
    locked = unkeyed_people().order_by("pk").select_for_update(of=("self",), no_key=True)
    chunk = list(locked.prefetch_related("names", "identifiers")[:CHUNK])
    PersonKeys.objects.filter(~Q(rules=RULES), person__in=chunk).delete()
    PersonKeys.objects.bulk_create([keys_of_person(person) for person in chunk], ignore_conflicts=True)
    return len(chunk)


@transaction.atomic
def _key_records() -> int:
    chunk = list(unkeyed_records().order_by("pk").select_for_update(of=("self",), no_key=True)[:CHUNK])
    RecordKeys.objects.filter(~Q(rules=RULES), record__in=chunk).delete()
    RecordKeys.objects.bulk_create([keys_of_record(record) for record in chunk], ignore_conflicts=True)
    return len(chunk)
