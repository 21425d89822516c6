"""A record of a brother, a father or a son is no link, but a lead: whoever finds one asks about the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tracker.flow.linking.house import House
from tracker.flow.linking.kept import entry_reader, read_profile
from tracker.flow.linking.meetings import sharing_enough
from tracker.matching import Finding
from tracker.matching.engine.kin import NOBODY
from tracker.matching.sentences import names_kin
from tracker.models import Person, PersonKeys, PrisonRecord, RecordKeys

SHOWN = 5
WORTH_ASKING = -5.0
"""Bits from which a relative is shown: a colleague asks a family, and nothing else follows from it."""


@dataclass(frozen=True, slots=True)
class PersonOfTheFamily:
    """A missing person who may be a relative of the one a record is about."""

    person: Person
    kin: str
    """What the missing person is to the record's: "brother", "father" or "son"."""
    reason: Finding


@dataclass(frozen=True, slots=True)
class RecordOfTheFamily:
    """A record that may be about a relative of a missing person."""

    record: PrisonRecord
    kin: str
    """What the record's person is to the missing one."""
    reason: Finding


def relatives_in_a_record(record: PrisonRecord) -> list[PersonOfTheFamily]:
    """Return the missing people who may be relatives of the one this record is about, the likeliest first."""
    kept = RecordKeys.objects.filter(record=record).values_list("profile", flat=True).first()
    if kept is None:
        return []
    profiles = PersonKeys.objects.values_list("person_id", "profile")
    found = _relatives(kept, lambda ids: profiles.filter(person__among=ids), people=True)
    people = Person.objects.standing().prefetch_related("names").in_bulk([one for one, _, _ in found])
    return [PersonOfTheFamily(people[one], kin, reason) for one, kin, reason in found if one in people]


def records_of_relatives(person: Person) -> list[RecordOfTheFamily]:
    """Return the records that may be about a relative of this missing person, the likeliest first."""
    kept = PersonKeys.objects.filter(person=person).values_list("profile", flat=True).first()
    if kept is None:
        return []
    profiles = RecordKeys.objects.values_list("record_id", "profile")
    found = _relatives(kept, lambda ids: profiles.filter(record__among=ids), people=False)
    records = PrisonRecord.objects.select_related("import_file__source").in_bulk([one for one, _, _ in found])
    return [RecordOfTheFamily(records[one], kin, reason) for one, kin, reason in found if one in records]


def _relatives(
    kept: str, profiles_of: Callable[[Sequence[Any]], Any], *, people: bool
) -> list[tuple[int | UUID, str, Finding]]:
    house = House.now()
    asked = read_profile(kept, house.places)
    rows = list(profiles_of(sharing_enough(asked, house, people=people)))
    read = entry_reader(house.places)
    block = house.engine.score_entries(
        asked,
        [read(profile) for _, profile in rows],
        lambda place: read_profile(rows[place][1], house.places),
        house.prior,
    )
    likely = [(block.family_bits(place), place) for place, kin in enumerate(block.kin) if kin != NOBODY]
    best = sorted(((-bits, place) for bits, place in likely if bits >= WORTH_ASKING))[:SHOWN]
    matches = [(rows[place][0], block.match(place)) for _, place in best]
    return [(one, match.kin, _reason(match.findings)) for one, match in matches]


def _reason(findings: Sequence[Finding]) -> Finding:
    """Return the finding that says what relative it is."""
    return next(filter(names_kin, findings), findings[0])
