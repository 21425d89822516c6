"""A comparison too large for one machine: people and records go out as files, their links come back.

What comes back only says whom to compare: each pair is scored again here, by what is in force here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from tracker.flow.linking.frequencies import learn_names
from tracker.flow.linking.house import House
from tracker.flow.linking.kept import entry_reader
from tracker.flow.linking.keys import key_people, key_records
from tracker.flow.linking.meetings import Pairs, both, offered_before
from tracker.flow.linking.offers import Comparison, least_bits, store_offers
from tracker.flow.linking.places import Gazetteer
from tracker.flow.linking.propose import CHUNK, Progress, Proposed
from tracker.flow.linking.reading import READ_AT_ONCE
from tracker.matching.spark.folder import (
    FREQUENCIES,
    PEOPLE,
    RECORDS,
    WEIGHTS,
    BadFolder,
    Exported,
    digest,
    files_of_links,
    make_folder,
    new_file,
    parquet,
    read_exported,
    read_linked,
    seal,
    text_of_entry,
    write_text,
)
from tracker.models import ImportStatus, PersonKeys, RecordKeys

# As in propose: who was changed since has waited since later, and stays.
MET_RECORDS = """
    DELETE FROM tracker_uncomparedrecord one
     USING unnest(%s::bigint[], %s::timestamptz[]) AS met (record, since)
     WHERE one.record_id = met.record AND one.since = met.since
"""
MET_PEOPLE = """
    DELETE FROM tracker_uncomparedperson one
     USING unnest(%s::uuid[], %s::timestamptz[]) AS met (person, since)
     WHERE one.person_id = met.person AND one.since = met.since
"""
Rows = Iterable[tuple[Any, str, datetime | None]]
"""Of each person or record its number, its profile as it is kept, and since when it waits to be compared."""


def export_comparison(folder: Path, progress: Progress | None = None) -> Exported:
    """Write all standing people and records, as comparison reads them, into a new folder."""
    parquet()
    make_folder(folder)
    key_people()
    key_records()
    learn_names()
    house, made_at = House.now(), timezone.now()
    people = PersonKeys.objects.filter(person__withdrawn_at__isnull=True).order_by("person_id")
    records = RecordKeys.objects.filter(record__import_file__status=ImportStatus.STORED).order_by("record_id")
    writer = _Writer(house.places, people.count() + records.count(), progress)
    count_of_people = writer.write(
        folder / PEOPLE, people.values_list("person_id", "profile", "person__uncompared__since")
    )
    count_of_records = writer.write(
        folder / RECORDS, records.values_list("record_id", "profile", "record__uncompared__since")
    )
    write_text(folder / FREQUENCIES, house.engine.frequencies.to_json())
    write_text(folder / WEIGHTS, house.engine.weights.to_json())
    exported = Exported(
        made_at=made_at.isoformat(),
        rules=house.engine.weights.version,
        prior=house.prior,
        least_bits=least_bits(),
        people=count_of_people,
        records=count_of_records,
        files={name: digest(folder / name) for name in (PEOPLE, RECORDS, FREQUENCIES, WEIGHTS)},
    )
    seal(folder, exported)
    return exported


class _Writer:
    """Writes rows as they are read, some thousands at a time."""

    def __init__(self, places: Gazetteer, total: int, progress: Progress | None) -> None:
        self.read, self.total, self.progress, self.done = entry_reader(places), total, progress, 0

    def write(self, path: Path, rows: Any) -> int:
        """Write one file of people or records; return how many there are."""
        before, schema = self.done, _schema(path.name)
        source = rows.iterator(READ_AT_ONCE)
        with new_file(path) as file, parquet().ParquetWriter(file, schema, compression="zstd") as writer:
            while chunk := list(islice(source, READ_AT_ONCE)):
                writer.write_batch(self._batch(chunk, self.done - before, schema))
                self.done += len(chunk)
                if self.progress:
                    self.progress(self.done, max(self.done, self.total))
        return self.done - before

    def _batch(self, chunk: Sequence[tuple[Any, str, datetime | None]], first: int, schema: Any) -> Any:
        from pyarrow import RecordBatch

        columns: dict[str, Any] = {
            "id": [number if isinstance(number, int) else str(number) for number, _, _ in chunk],
            "entry": [text_of_entry(self.read(profile)) for _, profile, _ in chunk],
            "waiting_since": [since for _, _, since in chunk],
            "place": range(first, first + len(chunk)),
        }
        return RecordBatch.from_pydict({name: columns[name] for name in schema.names}, schema=schema)


def _schema(name: str) -> Any:
    import pyarrow

    since = ("waiting_since", pyarrow.timestamp("us", tz="UTC"))
    if name == RECORDS:
        return pyarrow.schema([("id", pyarrow.int64()), ("entry", pyarrow.string()), since])
    return pyarrow.schema(
        [("place", pyarrow.int64()), ("id", pyarrow.string()), ("entry", pyarrow.string()), since]
    )


def import_links(folder: Path, progress: Progress | None = None) -> Proposed:
    """Offer the links that came back; whoever was exported no longer waits to be compared.

    Each chunk of records is one transaction, and done a second time it changes nothing: a run that was killed is
    started again.
    """
    exported, run = read_exported(folder), Comparison.begin()
    rules = run.house.engine.weights.version
    if not exported.rules == read_linked(folder).rules == rules:
        raise BadFolder(
            f"The folder was compared by the rules {exported.rules}, and {rules} are in force now. "
            "Export and compare again."
        )
    links, done = _Links(folder), Proposed(people=exported.people)
    for chunk in _waiting(folder / RECORDS):
        done = done.and_then(_offer(run, links, chunk))
        if progress:
            progress(done.records, exported.records)
    links.must_be_at_the_end()
    for people in _waiting(folder / PEOPLE):
        _no_longer_wait(MET_PEOPLE, [(UUID(person), since) for person, since in people])
    return done


def _waiting(path: Path) -> Iterator[list[tuple[Any, datetime | None]]]:
    """Yield who was exported, chunk by chunk, and since when each had waited."""
    with parquet().ParquetFile(path) as file:
        for batch in file.iter_batches(CHUNK, columns=["id", "waiting_since"]):
            yield list(zip(*(column.to_pylist() for column in batch.columns), strict=True))


@transaction.atomic
def _offer(run: Comparison, links: _Links, chunk: Sequence[tuple[int, datetime | None]]) -> Proposed:
    records = [record for record, _ in chunk]
    # First of all, as a comparison that runs beside this one does.
    _no_longer_wait(MET_RECORDS, chunk)
    found = links.of(records)
    new = store_offers(run.offers(both(found, offered_before(records))))
    return Proposed(records=len(records), links=new, pairs=sum(map(len, found.values())))


def _no_longer_wait(met: str, waited: Sequence[tuple[Any, datetime | None]]) -> None:
    waited = [(number, since) for number, since in waited if since]
    if waited:
        with connection.cursor() as cursor:
            cursor.execute(met, list(map(list, zip(*waited, strict=True))))


class _Links:
    """The links of a folder, read in the order of their records."""

    def __init__(self, folder: Path) -> None:
        self._rows = _rows_of_links(folder)
        self._next = next(self._rows, None)

    def of(self, records: Sequence[int]) -> Pairs:
        """Return the links of the next records; those with likely relatives are no links."""
        pairs: defaultdict[int, set[UUID]] = defaultdict(set)
        known, last = set(records), records[-1]
        while self._next and self._next[0] <= last:
            record, person, kin = self._next
            if record not in known:
                raise BadFolder(
                    f"The links are not sorted, or record {record} was not exported. Compare again."
                )
            if not kin:
                pairs[record].add(person)
            self._next = next(self._rows, None)
        return pairs

    def must_be_at_the_end(self) -> None:
        """Refuse links that are left when all records have theirs."""
        if self._next:
            raise BadFolder(f"Record {self._next[0]} has a link, and was not exported. Compare again.")


def _rows_of_links(folder: Path) -> Iterator[tuple[int, UUID, int]]:
    columns = ["record", "person", "kin"]
    for path in files_of_links(folder):
        try:
            with parquet().ParquetFile(path) as file:
                for batch in file.iter_batches(CHUNK, columns=columns):
                    for record, person, kin in zip(*map(list, _columns(batch, columns)), strict=True):
                        yield record, UUID(person), kin
        except (ValueError, KeyError, TypeError) as error:
            raise BadFolder(f"{path.name} does not hold links of records with people: {error}") from error


def _columns(batch: Any, names: Sequence[str]) -> Iterator[list[Any]]:
    return (batch.column(name).to_pylist() for name in names)
