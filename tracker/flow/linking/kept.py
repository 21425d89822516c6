"""Profiles as the key tables keep them: a line of JSON for the names and one for the facts."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from tracker.dates import FuzzyDate
from tracker.flow.linking.places import BY_ID, Gazetteer
from tracker.flow.linking.profiles import first_day_inside, identifiers_of, name_of
from tracker.matching import Profile
from tracker.matching.side import NO_PLACES, Entry, parts_of
from tracker.models import PrisonRecord
from tracker.names import Name, Script, read_name


@dataclass(frozen=True, slots=True)
class Case:
    """What of a missing person or a record is compared, before it is kept."""

    names: Sequence[Name]
    mothers: Sequence[Name]
    numbers: Sequence[tuple[str, str, str]]
    sex: str
    dates: tuple[FuzzyDate | None, FuzzyDate | None, FuzzyDate | None, FuzzyDate | None]
    """Birth, disappearance, custody, death."""
    places: tuple[str, str, str]
    """Born, disappeared, registered."""
    registry_number: str

    def read_as_well(self, readings: Mapping[Name, Sequence[Name]]) -> Case:
        """Return the case with other readings of its names beside them."""
        others = [other for name in self.names for other in readings.get(name, ())]
        return replace(self, names=[*self.names, *others]) if others else self

    def kept(self) -> str:
        """Return the case as it is kept."""
        facts = [
            list(map(_name, self.mothers)), self.numbers, self.sex, list(map(_date, self.dates)), self.places,
            self.registry_number,
        ]  # fmt: skip
        return "\n".join(
            json.dumps(told, ensure_ascii=False, separators=(",", ":"))
            for told in (list(map(_name, self.names)), facts)
        )

    def entry(self) -> Entry:
        """Return what is compared of the case, but for its places, which are told by their texts."""
        return Entry(
            list(map(parts_of, self.names)),
            [(mother.given, mother.family) for mother in self.mothers],
            self.numbers,
            self.sex,
            [day for told in self.dates for day in _date(told)[:2]],
            NO_PLACES,
            self.registry_number,
        )


def case_of_record(record: PrisonRecord) -> Case:
    """Return a prison record as a case."""
    return Case(
        [name_of(record, record.name_written)] if record.name_written else [],
        [read_name(record.mother_written)] if record.mother_written else [],
        list(identifiers_of(record)),
        record.sex,
        (record.birth, None, first_day_inside(record), record.died),
        (record.birth_place_written, "", record.registry_place_written),
        record.registry_number,
    )


def by_id(place: UUID | None) -> str:
    """Return a place of ours as it is kept."""
    return f"{BY_ID}{place}" if place else ""


def _name(name: Name) -> list[str]:
    script = name.script.value
    return [name.given, name.father, name.grandfather, name.family, name.nickname, name.written, script]


def _date(told: FuzzyDate | None) -> list[Any]:
    if told is None:
        return [0, 0]
    return [told.earliest.toordinal(), told.latest.toordinal(), told.written, told.edtf, told.calendar]


def entry_reader(places: Gazetteer) -> Callable[[str], Entry]:
    """Return the function that reads what is kept as comparison takes it."""
    path = places.path_of_kept

    def read(kept: str) -> Entry:
        names, _, facts = kept.partition("\n")
        mothers, numbers, sex, dates, where, registry_number = json.loads(facts)
        return Entry(
            [tuple(name[:5]) for name in json.loads(names)],
            [(mother[0], mother[3]) for mother in mothers],
            numbers,
            sex,
            [day for told in dates for day in told[:2]],
            [path(place) for place in where],
            registry_number,
        )

    return read


def read_profile(kept: str, places: Gazetteer) -> Profile:
    """Return the profile that was kept, so that reasons can be told."""
    names, (mothers, numbers, sex, dates, where, registry_number) = map(json.loads, kept.split("\n"))
    birth, vanished, held, died = map(_read_date, dates)
    born_at, vanished_at, registered_at = map(places.path_of_kept, where)
    return Profile(
        names=tuple(map(_read_name, names)),
        mothers=tuple(map(_read_name, mothers)),
        sex=sex,
        birth=birth,
        birth_place=born_at,
        disappeared=vanished,
        disappeared_place=vanished_at,
        in_prison=held,
        died=died,
        registry_place=registered_at,
        registry_number=registry_number,
        identifiers=frozenset((kind, issuer, value) for kind, issuer, value in numbers),
    )


def _read_name(told: Sequence[str]) -> Name:
    given, father, grandfather, family, nickname, written, script = told
    return Name(written, Script(script), given, father, grandfather, family, nickname)


def _read_date(told: Sequence[Any]) -> FuzzyDate | None:
    if not told[0]:
        return None
    first, last, written, edtf, calendar = told
    return FuzzyDate(written, calendar, edtf, date.fromordinal(first), date.fromordinal(last))
