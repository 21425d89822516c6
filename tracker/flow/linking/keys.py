"""Search keys: made where they are missing, dropped by the database when a name or a number changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from tracker.flow.linking.blanks import read_apart
from tracker.flow.linking.cases import people_as_cases
from tracker.flow.linking.heard import keep_heard
from tracker.flow.linking.kept import Case, case_of_record
from tracker.flow.linking.known import remember
from tracker.flow.linking.profiles import Numbers
from tracker.flow.linking.workers import in_parallel
from tracker.matching.laid import Laid, lay_ready, texts_of
from tracker.matching.side import stable_number
from tracker.models import (
    IdentifierKind,
    ImportStatus,
    Person,
    PersonKeys,
    PrisonRecord,
    RecordKeys,
    SetAside,
    UnkeyedPerson,
)
from tracker.names import KEY_RULES, Name, fold, index_keys

RULES = KEY_RULES
"""By which rules names become keys and profiles: raised when either changes."""

CHUNK = 2_000
"""People or records keyed in one transaction: a few megabytes of rows."""

WORTH_SHARING = 20_000
"""People or records from which on several processes key them, where more than one is asked for."""

KEYED_NUMBERS = (IdentifierKind.NATIONAL, IdentifierKind.PRISONER, IdentifierKind.BODY)
"""Numbers that a prison's list may give as well. Who issued them is asked when the pair is compared."""

KeyChunk = Callable[[Any, bool], list[Any]]
"""Keys some of those who come after the last one, and returns them; those who are held may be passed over."""

INSERT = """
    INSERT INTO {table} ({owner}, keys, profile, laid_facts, laid_names, laid_mothers, laid_numbers, rules)
    SELECT owner, keys::bigint[], profile, facts, names, mothers, numbers, %s::smallint
      FROM unnest(%s::{kind}[], %s::text[], %s::text[], %s::bytea[], %s::bytea[], %s::bytea[], %s::bytea[])
           AS made (owner, keys, profile, facts, names, mothers, numbers)
    ON CONFLICT ({owner}) DO NOTHING
"""
PERSON_KEYS = INSERT.format(table="tracker_personkeys", owner="person_id", kind="uuid")
RECORD_KEYS = INSERT.format(table="tracker_recordkeys", owner="record_id", kind="bigint")


def number_keys(numbers: Numbers) -> set[str]:
    """Return the keys of numbers, in one kind of digits and without the strokes and blanks between them.

    >>> sorted(number_keys([("national", "syria", "٠١٠-٢٠٣"), ("prisoner", "", "204/ب"), ("case", "", "7")]))
    ['#national:010203', '#prisoner:204ب']
    """
    plain = ((kind, fold(value).replace(" ", "")) for kind, _, value in numbers if kind in KEYED_NUMBERS)
    return {f"#{kind}:{value}" for kind, value in plain if value}


def stored_keys(names: Iterable[Name], numbers: Numbers) -> list[int]:
    """Return the keys that names and numbers are stored under: a key is kept as a number of 62 bits."""
    keys = number_keys(numbers).union(*map(index_keys, names))
    return sorted(map(stable_number, keys))


def keys_of_case(case: Case) -> list[int]:
    """Return what a person or a record is found by."""
    return stored_keys(case.names, case.numbers)


def laid_ready(cases: Sequence[Case]) -> list[Laid]:
    """Return cases laid ready for comparison."""
    return lay_ready([case.entry() for case in cases], [case.places for case in cases])


def unkeyed_people(after: UUID | None = None) -> QuerySet[Person]:
    """Return people whose keys are missing, in order: new ones, and those whose facts changed."""
    behind = {"pk__gt": after} if after else {}
    return Person.objects.standing().filter(~_keyed(PersonKeys, "person", after), **behind).order_by("pk")


def unkeyed_records(after: int | None = None) -> QuerySet[PrisonRecord]:
    """Return records whose keys are missing or were made by older rules, in order."""
    return (
        PrisonRecord.objects.filter(~_keyed(RecordKeys, "record", after), pk__gt=after or 0)
        .exclude(import_file__status=ImportStatus.UNDONE)
        .exclude(Exists(SetAside.objects.in_force().filter(record=OuterRef("pk"))))
        .order_by("pk")
    )


def _keyed(table: type[PersonKeys] | type[RecordKeys], owner: str, after: UUID | int | None) -> Exists:
    # Where the last chunk ended is told to the inner question too: else the planner reads all that is keyed
    # before, once for each chunk.
    behind = {f"{owner}__gt": after} if after else {}
    return Exists(table._default_manager.filter(**{owner: OuterRef("pk"), "rules": RULES}, **behind))


def key_who_changed() -> bool:
    """Key those who were added or changed since, so that a search finds them as they are now; say if it did so.

    Where thousands wait they are left to the worker, and found as they were: nobody waits that long for a page.
    """
    if UnkeyedPerson.objects.all()[CHUNK:].exists():
        return False
    key_people()
    return True


def key_people(processes: int = 1) -> int:
    """Make all missing keys of people; return how many people were keyed."""
    return _in_chunks(_key_people, unkeyed_people, processes)


def key_records(processes: int = 1) -> int:
    """Make all missing keys of records; return how many records were keyed."""
    return _in_chunks(_key_records, unkeyed_records, processes)


def _in_chunks(key_chunk: KeyChunk, unkeyed: Callable[[], QuerySet[Any]], processes: int) -> int:
    shared = 0
    waiting = unkeyed()[: WORTH_SHARING + 1].count() if processes > 1 else 1
    if not waiting:  # that nobody waits takes a second to find out, among a million
        return 0
    if waiting > WORTH_SHARING:
        shared = sum(in_parallel(processes, lambda _: _chunk_by_chunk(key_chunk, skip_locked=True), _nobody))
    # Whoever was held by an editor and passed over is waited for.
    return shared + _chunk_by_chunk(key_chunk, skip_locked=False)


def _chunk_by_chunk(key_chunk: KeyChunk, *, skip_locked: bool) -> int:
    """Key chunk after chunk, each behind the last: what is keyed already is not looked through again."""
    count, last = 0, None
    while chunk := key_chunk(last, skip_locked):
        count += len(chunk)
        last = chunk[-1]
    return count


def _nobody(_done: int) -> None:
    """Nobody is told how far keying is: it takes a fraction of the comparison that follows."""


@transaction.atomic
def _key_people(after: UUID | None, skip_locked: bool) -> list[UUID]:
    # Locked before their names and numbers are read: who corrects one meanwhile waits, and then drops these
    # keys again.
    locked = unkeyed_people(after).select_for_update(of=("self",), no_key=True, skip_locked=skip_locked)
    people = list(locked.values_list("pk", flat=True)[:CHUNK])
    PersonKeys.objects.filter(~Q(rules=RULES), person__among=people).delete()
    UnkeyedPerson.objects.filter(Q(person__among=people) | Q(person__withdrawn_at__isnull=False)).delete()
    _store(PERSON_KEYS, people_as_cases(people), of_people=True)
    return people


@transaction.atomic
def _key_records(after: int | None, skip_locked: bool) -> list[int]:
    locked = unkeyed_records(after).select_for_update(of=("self",), no_key=True, skip_locked=skip_locked)
    chunk = list(locked[:CHUNK])
    RecordKeys.objects.filter(~Q(rules=RULES), record__among=[record.pk for record in chunk]).delete()
    _store(RECORD_KEYS, {record.pk: case_of_record(record) for record in chunk}, of_people=False)
    return [record.pk for record in chunk]


def _store(insert: str, cases: Mapping[Any, Case], *, of_people: bool) -> None:
    if not cases:  # they are all keyed
        return
    apart = read_apart(name for case in cases.values() for name in case.names)
    told = [case.read_as_well(apart) for case in cases.values()]
    keys = ["{" + ",".join(map(str, keys_of_case(case))) + "}" for case in told]
    laid = [list(column) for column in zip(*laid_ready(told), strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(insert, [RULES, list(cases), keys, [case.kept() for case in told], *laid])
    keep_heard(text for case in told for text in texts_of(case.entry()))
    remember((name for case in told for name in case.names if name not in apart), of_people=of_people)
