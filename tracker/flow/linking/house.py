"""What every comparison in this house goes by: name frequencies, weights, places; asked for in one question."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from django.db import connection

from tracker.flow.linking.adopted import weights_adopted
from tracker.flow.linking.frequencies import names_learned
from tracker.flow.linking.known import known_parts
from tracker.flow.linking.places import Gazetteer
from tracker.matching import Engine, engine_for, prior_of_a_link
from tracker.names import KnownParts

COUNTED_UNDER = 2_000
"""Keyed people up to which they are counted; more are estimated as the planner of the database does: as densely
as when they were counted last, in as many pages as there are now."""
NOW = """
    SELECT (SELECT max(id) FROM tracker_learnednames),
           (SELECT max(id) FROM tracker_adoptedweights),
           (SELECT max(id) FROM tracker_knownpart), 'tracker_knownpart'::regclass::oid::bigint,
           EXISTS (SELECT FROM tracker_unkeyedperson),
           (SELECT (count(*), sum(version))::text FROM tracker_place),
           (SELECT (count(*), sum(version))::text FROM tracker_placealias),
           CASE WHEN relpages > 0 THEN (reltuples / relpages * pg_relation_size(oid)
                / current_setting('block_size')::int)::bigint ELSE -1 END
      FROM pg_class WHERE oid = 'tracker_personkeys'::regclass
"""
COUNTED = "SELECT count(*) FROM tracker_personkeys"


class Told(NamedTuple):
    """What the database answers to `NOW`: a house of which it still says the same is in force."""

    learned: int | None
    adopted: int | None
    newest_part: int | None
    """The last part of a name that is known,"""
    parts: int
    """and where they stand."""
    unkeyed: bool
    """Whether somebody was added or changed since, and would not be found as they are now."""
    places: str
    aliases: str
    people: int


@dataclass(frozen=True, slots=True)
class House:
    """Weights with the house's own frequencies, its places, and about how many missing people it holds."""

    engine: Engine
    places: Gazetteer
    held: int
    told: Told

    @property
    def prior(self) -> float:
        """The log2 odds, before any evidence, that a record is about a certain missing person."""
        return prior_of_a_link(self.held)

    def known(self, *, of_people: bool) -> KnownParts:
        """Return the single names that people here bear, or records."""
        return known_parts(self.told.parts, self.told.newest_part or 0, of_people=of_people)

    @classmethod
    def now(cls) -> House:
        """Return what is in force at this moment; only what changed is read anew."""
        with connection.cursor() as cursor:
            cursor.execute(NOW)
            return cls.as_told(Told(*cursor.fetchone()))

    @classmethod
    def as_told(cls, told: Told) -> House:
        """Return the house of which the database says this."""
        held = told.people
        if held < COUNTED_UNDER:
            with connection.cursor() as cursor:
                cursor.execute(COUNTED)
                (held,) = cursor.fetchone()
        engine = _engine(told.learned, told.adopted)
        places = _places(connection.alias, told.places, told.aliases)
        house = _last[connection.alias] = cls(engine, places, held, told)
        return house

    @classmethod
    def last(cls) -> House:
        """Return what was in force when this process asked last, or now: the database may say otherwise since.

        Who asks it for something else anyway asks for `NOW` in the same breath, and has spared a way to it. Where
        people are counted, what was told does not say how many they are, and it is asked at once.
        """
        house = _last.get(connection.alias)
        return house if house and house.told.people >= COUNTED_UNDER else cls.now()


_last: dict[str, House] = {}


@lru_cache(maxsize=2)
def _engine(learned: int | None, adopted: int | None) -> Engine:
    return engine_for(names_learned(learned), weights_adopted(adopted))


@lru_cache(maxsize=2)
def _places(_database: str, _places: str, _aliases: str) -> Gazetteer:
    return Gazetteer.load()
