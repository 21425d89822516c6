"""Likely pairs are offered to reviewers; what people decided is left alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import connection

from tracker.flow.linking.places import Gazetteer
from tracker.flow.linking.profiles import profile_of_person, profile_of_record
from tracker.matching import PROPOSE_FROM, Frequencies, Match, Profile, Weights, score_many
from tracker.models import Link, LinkStatus, Person, PrisonRecord

KEPT_PER_RECORD = 10
"""More candidates than this for one record are no help to a reviewer."""

STANDING = """
    SELECT record.id
      FROM tracker_prisonrecord record
      JOIN tracker_importfile list ON list.id = record.import_file_id
     WHERE record.id = ANY(%s) AND list.status = 'stored'
       FOR SHARE OF list
"""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What all chunks of one run share: places and name frequencies, read once."""

    places: Gazetteer
    frequencies: Frequencies

    def offers(self, pairs: Mapping[int, Iterable[UUID]]) -> list[Link]:
        """Score each record against its candidates; return the likely pairs as unsaved links.

        Pairs that wait for a decision are scored anew however unlikely they became: a reviewer must not read
        reasons that a correction has overtaken.
        """
        records = PrisonRecord.objects.in_bulk(list(pairs))
        people = self._people(set().union(*pairs.values()))
        waiting = Link.objects.filter(status=LinkStatus.PROPOSED, record__in=list(pairs))
        offered = set(waiting.values_list("record_id", "person_id"))
        return [
            offer(person, records[record_id], match)
            for record_id, candidates in pairs.items()
            for place, (person, match) in enumerate(
                self._ranked(records[record_id], [people[c] for c in candidates if c in people])
            )
            if (place < KEPT_PER_RECORD and is_likely(match)) or (record_id, person.pk) in offered
        ]

    def _people(self, ids: set[UUID]) -> dict[UUID, tuple[Person, Profile]]:
        found = Person.objects.standing().filter(pk__in=ids).prefetch_related("names", "identifiers")
        return {person.pk: (person, profile_of_person(person, self.places)) for person in found}

    def _ranked(
        self, record: PrisonRecord, candidates: Sequence[tuple[Person, Profile]]
    ) -> list[tuple[Person, Match]]:
        profiles = [profile for _, profile in candidates]
        matches = score_many(profile_of_record(record, self.places), profiles, self.frequencies)
        ranked = [(person, match) for (person, _), match in zip(candidates, matches, strict=True)]
        return sorted(ranked, key=lambda pair: (not is_likely(pair[1]), -pair[1].bits))


def is_likely(match: Match) -> bool:
    """Whether a reviewer should be asked; a likely relative is another person."""
    return match.probability >= PROPOSE_FROM and not match.kin


def offer(person: Person, record: PrisonRecord, match: Match) -> Link:
    """Return an unsaved link that carries the score with its reasons."""
    return Link(
        person=person,
        record=record,
        probability=match.probability,
        bits=match.bits,
        findings=[asdict(finding) for finding in match.findings],
        rules_version=Weights().version,
    )


def store_offers(offers: Sequence[Link]) -> int:
    """Store new links and refresh the score of those nobody decided; return how many are new.

    A pair that people decided is never offered again, whatever its score; nor is a record of a list that was
    taken back while it was compared.
    """
    standing = _of_standing_lists({link.record_id for link in offers})
    pairs = {(link.person_id, link.record_id): link for link in offers if link.record_id in standing}
    held = Link.objects.filter(record__in={r for _, r in pairs}, person__in={p for p, _ in pairs})
    held_before = list(held.order_by("pk").select_for_update())
    for old in held_before:
        new = pairs.pop((old.person_id, old.record_id), None)
        if new and old.status == LinkStatus.PROPOSED and _differ(old, new):
            old.probability, old.bits, old.findings = new.probability, new.bits, new.findings
            old.rules_version = new.rules_version
            old.save()
    # Another run may meet the same pair from its other side: the first offer stands. In one order, so that no
    # two runs wait for each other.
    new_pairs = sorted(pairs.values(), key=lambda link: (link.record_id, link.person_id))
    Link.objects.bulk_create(new_pairs, ignore_conflicts=True)
    return held.count() - len(held_before)


def _of_standing_lists(records: set[int]) -> set[int]:
    """Return which of these records belong to a list that stands; who takes it back waits until we are done."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING, [list(records)])
        return {record_id for (record_id,) in cursor.fetchall()}


def _differ(old: Link, new: Link) -> bool:
    return (old.bits, old.rules_version, old.findings) != (new.bits, new.rules_version, new.findings)
