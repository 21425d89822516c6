"""What every comparison in this house goes by: name frequencies, weights, places; asked for in one question."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.db import connection

from tracker.flow.linking.adopted import weights_adopted
from tracker.flow.linking.frequencies import names_learned
from tracker.flow.linking.known import known_parts
from tracker.flow.linking.places import Gazetteer
from tracker.matching import Engine, engine_for, prior_of_a_link
from tracker.names import KnownParts

NOW = """
    SELECT (SELECT max(id) FROM tracker_learnednames),
           (SELECT max(id) FROM tracker_adoptedweights),
           (SELECT max(id) FROM tracker_knownpart), 'tracker_knownpart'::regclass::oid::bigint,
           EXISTS (SELECT FROM tracker_unkeyedperson),
           (SELECT CASE WHEN relpages > 0 THEN (reltuples / relpages * pg_relation_size(oid)
                   / current_setting('block_size')::int)::bigint ELSE -1 END
              FROM pg_class WHERE oid = 'tracker_personkeys'::regclass),
           (SELECT (count(*), sum(version))::text FROM tracker_place),
           (SELECT (count(*), sum(version))::text FROM tracker_placealias)
"""
COUNTED_UNDER = 2_000
"""Keyed people up to which they are counted; more are estimated as the planner of the database does: as densely
as when they were counted last, in as many pages as there are now."""


@dataclass(frozen=True, slots=True)
class House:
    """Weights with the house's own frequencies, its places, and about how many missing people it holds."""

    engine: Engine
    places: Gazetteer
    held: int
    parts_known: tuple[int, int]
    """Where the parts of names that are known stand, and the number of the newest."""
    unkeyed: bool
    """Whether somebody was added or changed since, and would not be found as they are now."""

    @property
    def prior(self) -> float:
        """The log2 odds, before any evidence, that a record is about a certain missing person."""
        return prior_of_a_link(self.held)

    def known(self, *, of_people: bool) -> KnownParts:
        """Return the single names that people here bear, or records."""
        table, newest = self.parts_known
        return known_parts(table, newest, of_people=of_people)

    @classmethod
    def now(cls) -> House:
        """Return what is in force at this moment; only what changed is read anew."""
        with connection.cursor() as cursor:
            cursor.execute(NOW)
            learned, adopted, newest, table, unkeyed, estimate, places, aliases = cursor.fetchone()
            if estimate < COUNTED_UNDER:
                cursor.execute("SELECT count(*) FROM tracker_personkeys")
                (estimate,) = cursor.fetchone()
        engine = _engine(learned, adopted)
        gazetteer = _places(connection.alias, places, aliases)
        return cls(engine, gazetteer, estimate, (table, newest or 0), unkeyed)


@lru_cache(maxsize=2)
def _engine(learned: int | None, adopted: int | None) -> Engine:
    return engine_for(names_learned(learned), weights_adopted(adopted))


@lru_cache(maxsize=2)
def _places(_database: str, _places: str, _aliases: str) -> Gazetteer:
    return Gazetteer.load()
