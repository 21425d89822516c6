"""Everything not yet compared is compared; likely pairs become proposed links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet

from tracker.flow.linking.frequencies import house_frequencies
from tracker.flow.linking.keys import key_people
from tracker.flow.linking.offers import Comparison, store_offers
from tracker.flow.linking.places import Gazetteer
from tracker.models import ImportStatus, Person, PersonKeys, RecordKeys

CHUNK = 500
"""Records or people compared in one transaction."""

PAIRS = """
    SELECT r.record_id, p.person_id
      FROM tracker_recordkeys r
      JOIN tracker_prisonrecord record ON record.id = r.record_id
      JOIN tracker_importfile list ON list.id = record.import_file_id AND list.status = 'stored'
      JOIN tracker_personkeys p ON p.keys && r.keys
     WHERE {wanted} = ANY(%(ids)s)
     UNION
    SELECT record_id, person_id FROM tracker_link WHERE status = 'proposed' AND {wanted} = ANY(%(ids)s)
"""
"""Who shares a key; and who was offered before, so that a correction is seen even when no key is left."""

Progress = Callable[[int, int], None]
Take = Callable[[], QuerySet[Any]]


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a run of comparison did."""

    records: int
    people: int
    links: int


def propose_links(
    *,
    import_id: int | None = None,
    person_id: UUID | None = None,
    everything: bool = False,
    progress: Progress | None = None,
) -> Proposed:
    """Compare what has not been compared yet; store likely pairs as proposed links.

    A list, a person or everything can be named, to be compared anew. Each chunk is one transaction that also
    marks its rows as compared: a run that was killed goes on where it stopped, and two runs share the work.
    """
    key_people()
    _ask_anew(import_id, person_id, everything)
    run = Comparison(Gazetteer.load(), house_frequencies())
    total = _records().count() + _people().count()
    tick = _Ticker(total, progress)
    records, links = _drain(run, _take_records, "record_id", tick)
    people, more_links = _drain(run, _take_people, "person_id", tick)
    return Proposed(records=records, people=people, links=links + more_links)


def anything_to_compare() -> bool:
    """Say whether some record or person has not been compared yet."""
    return bool(_records().exists() or _people().exists())


def _records() -> QuerySet[Any]:
    return RecordKeys.objects.filter(compared=False, record__import_file__status=ImportStatus.STORED)


def _people() -> QuerySet[Any]:
    return PersonKeys.objects.filter(compared=False)


def _ask_anew(import_id: int | None, person_id: UUID | None, everything: bool) -> None:
    if everything:
        RecordKeys.objects.update(compared=False)
        PersonKeys.objects.update(compared=True)  # every record meets every person below
    if import_id is not None:
        RecordKeys.objects.filter(record__import_file=import_id).update(compared=False)
    if person_id is not None:
        PersonKeys.objects.filter(person=person_id).update(compared=False)


def _take_records() -> QuerySet[Any]:
    chunk = _records().select_for_update(skip_locked=True, of=("self",))[:CHUNK]
    return RecordKeys.objects.filter(pk__in=[keys.pk for keys in chunk])


def _take_people() -> QuerySet[Any]:
    # The case is locked and not its keys, as whoever edits it does: taking the keys first, the worker would wait
    # for the editor's case, and the editor for the worker's keys.
    cases = Person.objects.filter(search_keys__compared=False)
    chunk = cases.select_for_update(skip_locked=True, no_key=True, of=("self",)).order_by()[:CHUNK]
    return PersonKeys.objects.filter(pk__in=[case.pk for case in chunk])


def _drain(run: Comparison, take: Take, wanted: str, tick: _Ticker) -> tuple[int, int]:
    done = links = 0
    while True:
        with transaction.atomic():
            taken = take()
            chunk = list(taken.values_list("pk", flat=True))
            if not chunk:
                return done, links
            links += store_offers(run.offers(pairs_to_compare(wanted, chunk)))
            taken.update(compared=True)
        done += len(chunk)
        tick.by(len(chunk))


def pairs_to_compare(wanted: str, ids: Sequence[Any]) -> dict[int, set[UUID]]:
    """Return, for each record among the wanted rows, the people to compare it with."""
    pairs: dict[int, set[UUID]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(PAIRS.format(wanted=wanted), {"ids": list(ids)})
        for record_id, person_id in cursor.fetchall():
            pairs[record_id].add(person_id)
    return pairs


@dataclass(slots=True)
class _Ticker:
    total: int
    progress: Progress | None
    done: int = 0

    def by(self, count: int) -> None:
        self.done += count
        if self.progress:
            self.progress(self.done, self.total)
