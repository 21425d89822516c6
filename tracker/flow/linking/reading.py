"""People and records read for comparison, by the hundred thousand: from the key tables straight into arrays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from tracker.flow.linking.laid import PEOPLE_AS_THEY_STAND, RECORDS, Kept, LaidOut, Owner, Owners
from tracker.flow.linking.places import Gazetteer
from tracker.matching.side import Side, joined, side_of_entries
from tracker.matching.vocabulary import Vocabulary

READ_AT_ONCE = 10_000
"""Rows read in one question: some megabytes."""

STANDING_PEOPLE = """
    FROM tracker_personkeys keys
    JOIN tracker_person person ON person.id = keys.person_id AND person.withdrawn_at IS NULL
   WHERE (%(last)s::uuid IS NULL OR keys.person_id > %(last)s)
     AND (%(among)s::uuid[] IS NULL OR keys.person_id = ANY(%(among)s))
   ORDER BY keys.person_id LIMIT %(most)s
"""
WHO_STANDS = f"""
    SELECT string_agg(sent, '') FROM (SELECT {PEOPLE_AS_THEY_STAND.sent} AS sent {STANDING_PEOPLE}) AS all_of_them
"""  # noqa: S608  Ours, never someone's input.
SOME_RECORDS = """
    FROM tracker_recordkeys keys
   WHERE (%(last)s::bigint IS NULL OR keys.record_id > %(last)s) AND keys.record_id = ANY(%(among)s)
   ORDER BY keys.record_id LIMIT %(most)s
"""


def people_side(
    vocabulary: Vocabulary, places: Gazetteer, among: Iterable[UUID] | None = None
) -> tuple[Owners[UUID], Side]:
    """Return all standing people, or some, as one side of a comparison, and whose case each row is."""
    some = None if among is None else list(among)
    return _side(PEOPLE_AS_THEY_STAND, STANDING_PEOPLE, some, vocabulary, places)


def people_now() -> Owners[UUID]:
    """Return who stands at this moment, and as what: whoever was changed is sent otherwise than before."""
    with connection.cursor() as cursor:
        cursor.execute(WHO_STANDS, {"last": None, "among": None, "most": None})
        (sent,) = cursor.fetchone()
    return Owners(PEOPLE_AS_THEY_STAND, bytes(sent or b""))


def records_side(
    records: Sequence[int], vocabulary: Vocabulary, places: Gazetteer
) -> tuple[Owners[int], Side]:
    """Return some records as one side of a comparison, and which record each row is."""
    return _side(RECORDS, SOME_RECORDS, list(records), vocabulary, places)


def _side(
    kept: Kept[Owner], rows: str, among: list[Owner] | None, vocabulary: Vocabulary, places: Gazetteer
) -> tuple[Owners[Owner], Side]:
    sent: list[bytes] = []
    sides: list[Side] = [side_of_entries([], vocabulary)]
    for chunk in _chunks(kept, rows, among, places):
        sent.append(chunk.owners.sent)
        sides.append(chunk.side(vocabulary))
    return Owners(kept, b"".join(sent)), joined(sides)


def _chunks(
    kept: Kept[Owner], rows: str, among: list[Owner] | None, places: Gazetteer
) -> Iterator[LaidOut[Owner]]:
    question, last = kept.together(rows, facts=True), None
    while True:
        asked: dict[str, Any] = {"last": last, "among": among, "most": READ_AT_ONCE}
        with connection.cursor() as cursor:
            cursor.execute(question, asked)
            chunk = LaidOut(kept, cursor.fetchone(), places)
        if len(chunk):
            yield chunk
            last = chunk.owners[-1]
        if len(chunk) < READ_AT_ONCE:
            return
