"""Likely pairs are offered to reviewers; what people decided is left alone."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection

from tracker.flow.linking.house import House
from tracker.flow.linking.kept import entry_reader, read_profile
from tracker.flow.review.rivals import share_odds, written_where_changed
from tracker.matching import PROPOSE_FROM, Match
from tracker.matching.score import Entries
from tracker.models import Link, LinkStatus, PersonKeys, PrisonRecord, RecordKeys

Owner = TypeVar("Owner", UUID, int)

KEPT_PER_RECORD = 10
"""More candidates than this for one record are no help to a reviewer."""

STANDING = """
    SELECT record.id
      FROM tracker_prisonrecord record
      JOIN tracker_importfile list ON list.id = record.import_file_id
     WHERE record.id = ANY(%s) AND list.status = 'stored'
       FOR SHARE OF list
"""
NEW = """
    INSERT INTO tracker_link (person_id, record_id, probability, bits, rules_version, findings,
                              version, status, says_death, proposed_at)
    SELECT (one->>0)::uuid, (one->>1)::bigint, (one->>2)::float8, (one->>3)::float8, one->>4, one->5,
           1, %s, true, now()
      FROM jsonb_array_elements(%s::jsonb) AS one
    ON CONFLICT DO NOTHING RETURNING id
"""
COUNTING = """
    SELECT record.id FROM unnest(%s::bigint[]) AS record (id)
     WHERE NOT EXISTS (
        SELECT 1 FROM tracker_setaside aside LEFT JOIN tracker_importfile newer ON newer.id = aside.revision_id
         WHERE aside.record_id = record.id AND (aside.revision_id IS NULL OR newer.status = 'stored')
     )
"""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What all chunks of one run share: what the house goes by, read once."""

    house: House

    @classmethod
    def begin(cls) -> Comparison:
        """Read what a run needs."""
        return cls(House.now())

    def offers(self, pairs: Mapping[int, Collection[UUID]]) -> list[Link]:
        """Score each record against its candidates; return the likely pairs as unsaved links.

        Pairs that wait for a decision are scored anew however unlikely they became: a reviewer must not read
        reasons that a correction has overtaken.
        """
        waiting = Link.objects.filter(status=LinkStatus.PROPOSED, record__among=pairs)
        offered = set(waiting.values_list("record_id", "person_id"))
        version = self.house.engine.weights.version
        return [
            offer(person, record, match, version)
            for record, ranked in self._ranked(pairs).items()
            for place, (person, match) in enumerate(ranked)
            if (place < KEPT_PER_RECORD and is_likely(match)) or (record, person) in offered
        ]

    def _ranked(self, pairs: Mapping[int, Collection[UUID]]) -> dict[int, list[tuple[UUID, Match]]]:
        """Return whom each record was compared with, whom it may be about first."""
        with_people = [record for record, people in pairs.items() if people]
        records = dict(
            RecordKeys.objects.filter(record__among=with_people).values_list("record_id", "profile")
        )
        people = dict(_profiles_of_people(set().union(*pairs.values())))
        met = [(one, other) for one in records for other in sorted(pairs[one]) if other in people]
        left, right = self._entries(records), self._entries(people)
        at_record, at_person = _places(records), _places(people)
        block = self.house.engine.score_pairs(
            left, [at_record[record] for record, _ in met],
            right, [at_person[person] for _, person in met], self.house.prior,
        )  # fmt: skip
        ranked: defaultdict[int, list[tuple[UUID, Match]]] = defaultdict(list)
        for (record, person), match in zip(met, block.matches(), strict=True):
            ranked[record].append((person, match))
        for matches in ranked.values():
            matches.sort(key=lambda pair: (not is_likely(pair[1]), -pair[1].bits))
        return ranked

    def _entries(self, kept: Mapping[Any, str]) -> Entries:
        lines, places = list(kept.values()), self.house.places
        read = entry_reader(places)
        return Entries([read(line) for line in lines], lambda place: read_profile(lines[place], places))


def _places(owners: Iterable[Owner]) -> dict[Owner, int]:
    return {owner: place for place, owner in enumerate(owners)}


def _profiles_of_people(people: set[UUID]) -> Iterable[tuple[UUID, str]]:
    """Return the profiles of those who stand; whoever was changed a moment ago waits until they are keyed."""
    keys = PersonKeys.objects.filter(person__among=people, person__withdrawn_at__isnull=True)
    return keys.values_list("person_id", "profile")


def least_bits() -> float:
    """Return the weight of evidence from which on a reviewer is asked."""
    return log2(PROPOSE_FROM / (1 - PROPOSE_FROM))


def is_likely(match: Match) -> bool:
    """Whether a reviewer should be asked; a likely relative is another person.

    By what speaks for this pair alone: that there are others whom the record may be about takes nobody off.
    """
    return match.probability >= PROPOSE_FROM and not match.kin


def offer(person: UUID, record: int, match: Match, version: str) -> Link:
    """Return an unsaved link that carries the score with its reasons."""
    return Link(
        person_id=person,
        record_id=record,
        probability=match.probability,
        bits=match.bits,
        findings=[finding.to_json() for finding in match.findings],
        rules_version=version,
    )


def store_offers(offers: Sequence[Link]) -> int:
    """Store new links and refresh the score of those nobody decided; return how many are new.

    All whom a record may be about share its odds, whether they are offered now or were before. A pair that people
    decided is never offered again, whatever its score; nor is a record of a list that was taken back while it was
    compared.
    """
    if not offers:
        return 0
    standing = _hold({link.record_id for link in offers})
    pairs = {(link.person_id, link.record_id): link for link in offers if link.record_id in standing}
    held_before = Link.objects.filter(record__among={record for _, record in pairs})
    held = list(held_before.order_by("pk").select_for_update())
    with written_where_changed(held):
        for old in held:
            new = pairs.pop((old.person_id, old.record_id), None)
            if new and old.status == LinkStatus.PROPOSED:
                old.bits, old.findings, old.rules_version = new.bits, new.findings, new.rules_version
        new_pairs = sorted(pairs.values(), key=lambda link: (link.record_id, link.person_id))
        share_odds([*held, *new_pairs])
    return _insert(new_pairs)


def _insert(links: Sequence[Link]) -> int:
    """Store new links in one statement; return how many are new.

    They are sent as one text: as arrays of texts, Python would escape every reason, which takes longer than the
    server takes to store it.
    """
    if not links:
        return 0
    told = [
        (str(one.person_id), one.record_id, one.probability, one.bits, one.rules_version, one.findings)
        for one in links
    ]
    with connection.cursor() as cursor:
        cursor.execute(NEW, [LinkStatus.PROPOSED, json.dumps(told, ensure_ascii=False)])
        return len(cursor.fetchall())


def _hold(records: set[int]) -> set[int]:
    """Hold those of these records that belong to a list that stands, until we are done; return them."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING, [list(records)])
        # Asked once the lists are held: a part may have been set aside while we waited for one of them.
        cursor.execute(COUNTING, [[record_id for (record_id,) in cursor.fetchall()]])
        standing = {record_id for (record_id,) in cursor.fetchall()}
    # Who offers one of these to somebody else, or rules somebody out, does so before us or after us.
    PrisonRecord.objects.hold(standing)
    return standing
