"""Everything not yet compared is compared; likely pairs become proposed links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import connection, transaction
from django.db.models import OuterRef, QuerySet, Subquery

from tracker.flow.collecting import collecting_put_off
from tracker.flow.linking.frequencies import learn_names
from tracker.flow.linking.keys import key_people, key_records
from tracker.flow.linking.meetings import (
    FEW,
    SHARE,
    AllAtOnce,
    Meeting,
    OneByOne,
    both,
    offered_before,
    records_offered_to,
)
from tracker.flow.linking.offers import Comparison, store_offers
from tracker.flow.linking.workers import in_parallel
from tracker.models import (
    ImportStatus,
    Person,
    PersonKeys,
    PrisonRecord,
    RecordKeys,
    UncomparedPerson,
    UncomparedRecord,
)

CHUNK = 2_000
"""Records or people compared in one transaction."""
WORTH_SHARING = 2 * CHUNK
"""Records from which on more than one process is used, where more were asked for."""
TURNS = 5
"""Chunks that each process takes at least: of a few large ones, one process would have the last for itself."""
ALL_RECORDS = """
    INSERT INTO tracker_uncomparedrecord (record_id, since)
    SELECT record_id, clock_timestamp() FROM tracker_recordkeys ON CONFLICT (record_id) DO NOTHING
"""
ALL_RECORDS_OF_A_LIST = """
    INSERT INTO tracker_uncomparedrecord (record_id, since)
    SELECT keys.record_id, clock_timestamp() FROM tracker_recordkeys keys
      JOIN tracker_prisonrecord record ON record.id = keys.record_id AND record.import_file_id = %s
    ON CONFLICT (record_id) DO NOTHING
"""

MET = """
    DELETE FROM tracker_uncomparedperson one
     USING unnest(%s::uuid[], %s::timestamptz[]) AS met (person, since)
     WHERE one.person_id = met.person AND one.since = met.since
"""

Waiting = tuple[UUID, datetime]
"""Someone who waits to be compared, and since when."""
Progress = Callable[[int, int], None]
Row = TypeVar("Row", UncomparedRecord, RecordKeys)


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a run of comparison did."""

    records: int = 0
    people: int = 0
    links: int = 0
    pairs: int = 0

    def and_then(self, more: Proposed) -> Proposed:
        """Return what both did together."""
        return Proposed(
            self.records + more.records,
            self.people + more.people,
            self.links + more.links,
            self.pairs + more.pairs,
        )


def propose_links(
    *,
    import_id: int | None = None,
    person_id: UUID | None = None,
    everything: bool = False,
    progress: Progress | None = None,
    processes: int = 1,
) -> Proposed:
    """Compare what has not been compared yet; store likely pairs as proposed links.

    A list, a person or everything can be named, to be compared anew. Each chunk is one transaction that also
    takes its rows off the list of those who wait: a run that was killed goes on where it stopped, and two runs
    share the work. With several processes, records are shared among them.
    """
    key_people(processes)
    key_records(processes)
    learn_names()
    _ask_anew(import_id, person_id, everything)
    waiting, people = _records().count(), list(_people().values_list("pk", "since"))
    tick = _Ticker(waiting + len(people), progress)
    run = Comparison.begin()
    done = Proposed()
    if waiting:
        all_wait = waiting == _standing().count()
        done = _records_meet_people(run, waiting, tick, processes)
        if all_wait:  # they have met everybody
            _no_longer_wait(people)
            tick.by(len(people))
            return done.and_then(Proposed(people=len(people)))
    return done.and_then(_people_meet_records(run, people, tick) if people else Proposed())


def anything_to_compare() -> bool:
    """Say whether some record or person has not been compared yet."""
    return bool(_records().exists() or _people().exists())


def _records() -> QuerySet[UncomparedRecord]:
    return UncomparedRecord.objects.filter(record__import_file__status=ImportStatus.STORED)


def _standing() -> QuerySet[RecordKeys]:
    return RecordKeys.objects.filter(record__import_file__status=ImportStatus.STORED)


def _people() -> QuerySet[UncomparedPerson]:
    return UncomparedPerson.objects.filter(person__search_keys__isnull=False)


def _ask_anew(import_id: int | None, person_id: UUID | None, everything: bool) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        if everything:
            cursor.execute(ALL_RECORDS)
            UncomparedPerson.objects.all().delete()  # every record meets every person below
        if import_id is not None:
            cursor.execute(ALL_RECORDS_OF_A_LIST, [import_id])
        if person_id is not None:
            cursor.execute(
                "INSERT INTO tracker_uncomparedperson VALUES (%s, clock_timestamp()) ON CONFLICT DO NOTHING",
                [person_id],
            )


def _records_meet_people(run: Comparison, waiting: int, tick: _Ticker, processes: int) -> Proposed:
    people = PersonKeys.objects.count()
    if waiting <= max(FEW, people * SHARE):
        return _drain_records(run, OneByOne(run), tick, CHUNK)
    meeting = AllAtOnce(run)
    if waiting < WORTH_SHARING:
        processes = 1
    at_once = min(CHUNK, -(-waiting // (processes * TURNS))) if processes > 1 else CHUNK
    parts = in_parallel(
        processes, lambda told: _drain_records(run, meeting, _Ticker(0, told), at_once), tick.by
    )
    done = Proposed()
    for part in parts:
        done = done.and_then(part)
    return done


def _drain_records(run: Comparison, meeting: Meeting, tick: _Ticker, at_once: int) -> Proposed:
    done, last = Proposed(), 0
    while True:
        with transaction.atomic():
            ids = _next_records(last, at_once) or _next_records(0, at_once)
            if not ids:
                return done
            links, pairs = _offer(run, meeting, ids)
            UncomparedRecord.objects.filter(pk__among=ids).delete()
        done, last = done.and_then(Proposed(records=len(ids), links=links, pairs=pairs)), ids[-1]
        tick.by(len(ids))


def _next_records(last: int, at_once: int) -> list[int]:
    """Lock the next of those who wait, behind the last.

    What was taken off before stays in the index until the server clears it: from the first on, all of it would be
    passed over anew for each chunk.
    """
    waiting = UncomparedRecord.objects.select_for_update(skip_locked=True, of=("self",))
    return list(_behind(last, waiting).values_list("pk", flat=True)[:at_once])


def _behind(last: int, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Return those of rows of records that belong to a stored list, in order, behind the last.

    Whether its list is stored is asked of each record by itself: joined, the server may read all records from
    the first on, for each chunk.
    """
    status = PrisonRecord.objects.filter(pk=OuterRef("pk")).values("import_file__status")
    standing = rows.alias(status=Subquery(status)).filter(status=ImportStatus.STORED)
    return standing.filter(pk__gt=last).order_by("pk")


def _offer(run: Comparison, meeting: Meeting, records: Sequence[int]) -> tuple[int, int]:
    with collecting_put_off():
        pairs, compared = meeting.pairs(records)
        return store_offers(run.offers(both(pairs, offered_before(records)))), compared


def _people_meet_records(run: Comparison, waiting: Sequence[Waiting], tick: _Ticker) -> Proposed:
    if len(waiting) <= max(FEW, _standing().count() * SHARE):
        return _drain_people(run, tick)
    return _all_records_meet(run, waiting, tick)


def _drain_people(run: Comparison, tick: _Ticker) -> Proposed:
    done = Proposed()
    while True:
        with transaction.atomic():
            # The case is locked first, as whoever edits it does: else the worker would wait for the editor's
            # case, and the editor for the worker's keys.
            cases = Person.objects.filter(uncompared__isnull=False, search_keys__isnull=False)
            locked = cases.select_for_update(skip_locked=True, no_key=True, of=("self",)).order_by()[:FEW]
            people = [case.pk for case in locked]
            if not people:
                return done
            pairs, compared = OneByOne(run).records_of(people)
            links = store_offers(run.offers(both(pairs, records_offered_to(people))))
            UncomparedPerson.objects.filter(pk__among=people).delete()
        done = done.and_then(Proposed(people=len(people), links=links, pairs=compared))
        tick.by(len(people))


def _all_records_meet(run: Comparison, waiting: Sequence[Waiting], tick: _Ticker) -> Proposed:
    """Hold all records against those who wait. Whoever is changed meanwhile has waited since later, and stays."""
    people = [person for person, _ in waiting]
    meeting = AllAtOnce(run, people)
    done = Proposed(people=len(people))
    last = 0
    while chunk := list(_behind(last, RecordKeys.objects.all()).values_list("pk", flat=True)[:CHUNK]):
        last = chunk[-1]
        with transaction.atomic(), collecting_put_off():
            pairs, compared = meeting.pairs(chunk)
            links = store_offers(run.offers(pairs))
        done = done.and_then(Proposed(links=links, pairs=compared))
    with transaction.atomic():
        done = done.and_then(Proposed(links=store_offers(run.offers(records_offered_to(people)))))
    _no_longer_wait(waiting)
    tick.by(len(people))
    return done


def _no_longer_wait(people: Sequence[Waiting]) -> None:
    for start in range(0, len(people), CHUNK):
        chunk = people[start : start + CHUNK]
        with connection.cursor() as cursor:
            cursor.execute(MET, [[person for person, _ in chunk], [since for _, since in chunk]])


@dataclass(slots=True)
class _Ticker:
    total: int
    progress: Callable[[int, int], None] | None
    done: int = 0

    def by(self, count: int) -> None:
        self.done += count
        if self.progress:
            self.progress(self.done, self.total)
