"""Who is compared with whom: a few by the database's index, many by an index in memory; by the same rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from tracker.flow.linking.house import House
from tracker.flow.linking.indexed import Indexed, everybody, indexed
from tracker.flow.linking.kept import read_profile
from tracker.flow.linking.lookup import found_by_keys, lookup
from tracker.flow.linking.offers import Comparison, least_bits
from tracker.flow.linking.reading import records_side
from tracker.flow.linking.slips import Slips
from tracker.matching import Profile
from tracker.models import Link, LinkStatus, PersonKeys, RecordKeys

Pairs = Mapping[int, set[UUID]]

FEW = 20
"""Whoever waits is looked up one by one as long as so few wait,"""
SHARE = 1 / 2_000
"""or no more than this share of those they are to meet: an index in memory costs a pass over all of them."""

PEOPLE_FOUND = """
    SELECT keys.person_id FROM tracker_personkeys keys WHERE {condition}
"""
RECORDS_FOUND = """
    WITH found AS MATERIALIZED (SELECT keys.record_id FROM tracker_recordkeys keys WHERE {condition})
    SELECT record_id FROM found
      JOIN tracker_prisonrecord record ON record.id = record_id
      JOIN tracker_importfile list ON list.id = record.import_file_id AND list.status = 'stored'
"""


class Meeting(Protocol):
    """A way of finding, for some records, the people to compare each with."""

    def pairs(self, records: Sequence[int]) -> tuple[Pairs, int]:
        """Return whom each record is likely to be about, and how many pairs were compared."""
        ...


@dataclass(frozen=True, slots=True)
class OneByOne:
    """Each record looks its people up in the database."""

    run: Comparison

    def pairs(self, records: Sequence[int]) -> tuple[Pairs, int]:
        """Return everyone who shares enough with each record."""
        kept = RecordKeys.objects.filter(record__among=records).values_list("record_id", "profile")
        found = {record: set(self._found(profile, people=True)) for record, profile in kept}
        return found, sum(map(len, found.values()))

    def records_of(self, people: Iterable[UUID]) -> tuple[Pairs, int]:
        """Return the records that share enough with each person, each with those people."""
        kept = PersonKeys.objects.filter(person__among=people).values_list("person_id", "profile")
        pairs: defaultdict[int, set[UUID]] = defaultdict(set)
        for person, profile in kept:
            for record in self._found(profile, people=False):
                pairs[record].add(person)
        return pairs, sum(map(len, pairs.values()))

    def _found(self, line: str, *, people: bool) -> list[Any]:
        house = self.run.house
        return sharing_enough(read_profile(line, house.places), house, people=people)


class AllAtOnce:
    """An index of people in memory, that records by the hundred thousand are held against."""

    def __init__(self, run: Comparison, among: Iterable[UUID] | None = None) -> None:
        self.run = run
        house = run.house
        self.people: Sequence[Indexed] = (
            everybody(house) if among is None else (indexed(house, house.engine.vocabulary, among),)
        )

    def pairs(self, records: Sequence[int]) -> tuple[Pairs, int]:
        """Return the people each record is likely to be about."""
        ids, side = records_side(records, self.people[0].gallery.vocabulary, self.run.house.places)
        found: dict[int, set[UUID]] = {record: set() for record in ids}
        compared = 0
        for some in self.people:
            likely, more, _ = some.gallery.likely(side, least_bits(), self.run.house.prior)
            likely = likely[(likely["kin"] == 0) & some.stand[likely["person"]]]
            for record, person in likely[["record", "person"]].tolist():
                found[ids[record]].add(some.people[person])
            compared += more
        return found, compared


def sharing_enough(profile: Profile, house: House, *, people: bool) -> list[Any]:
    """Return the numbers of the people, or of the records, who share enough with a profile to be compared."""
    slips = Slips(house.known(of_people=people))
    asked = lookup(profile.names, profile.identifiers, house.engine.frequencies, house.held, slips)
    return [number for (number,) in found_by_keys(PEOPLE_FOUND if people else RECORDS_FOUND, asked)]


def offered_before(records: Sequence[int]) -> Pairs:
    """Return the people whom records were offered to and nobody decided: they are scored anew."""
    pairs: defaultdict[int, set[UUID]] = defaultdict(set)
    waiting = Link.objects.filter(status=LinkStatus.PROPOSED, record__among=records)
    for record, person in waiting.values_list("record_id", "person_id"):
        pairs[record].add(person)
    return pairs


def records_offered_to(people: Iterable[UUID]) -> Pairs:
    """Return the records that were offered to people and nobody decided, each with those people."""
    pairs: defaultdict[int, set[UUID]] = defaultdict(set)
    waiting = Link.objects.filter(status=LinkStatus.PROPOSED, person__among=people)
    for record, person in waiting.values_list("record_id", "person_id"):
        pairs[record].add(person)
    return pairs


def both(first: Pairs, second: Pairs) -> Pairs:
    """Return two sets of pairs as one."""
    return {
        record: first.get(record, set()) | second.get(record, set())
        for record in first.keys() | second.keys()
    }
