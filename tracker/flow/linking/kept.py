"""Profiles as the key tables keep them: one line of JSON, read by the hundred thousand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from tracker.dates import FuzzyDate
from tracker.flow.linking.places import Gazetteer
from tracker.flow.linking.profiles import first_day_inside, identifiers_of, name_of, numbers_of_person
from tracker.matching import Profile
from tracker.matching.side import Entry
from tracker.models import NameKind, Person, PrisonRecord
from tracker.names import Name, Script, read_name

BY_ID = "@"
"""Opens a place that is told by its number; any other text is a place as a list wrote it."""



def kept_person(person: Person) -> str:
    """Return a missing person as a line; names and identifiers should be prefetched."""
    names = [name for name in person.names.all() if name.stands]
    return _line(
        [_name(name_of(one, one.written)) for one in names if one.kind != NameKind.MOTHER],
        [_name(name_of(one, one.written)) for one in names if one.kind == NameKind.MOTHER],
        list(numbers_of_person(person)),
        person.sex,
        (person.birth, person.disappearance, None, None),
        (_by_id(person.birth_place_id), _by_id(person.disappearance_place_id), person.registry_place),
        person.registry_number,
    )


def kept_record(record: PrisonRecord) -> str:
    """Return a prison record as a line."""
    return _line(
        [_name(name_of(record, record.name_written))] if record.name_written else [],
        [_name(read_name(record.mother_written))] if record.mother_written else [],
        list(identifiers_of(record)),
        record.sex,
        (record.birth, None, first_day_inside(record), record.died),
        (record.birth_place_written, "", record.registry_place_written),
        record.registry_number,
    )


def _line(
    names: Sequence[Any], mothers: Sequence[Any], numbers: Sequence[Any], sex: str,
    dates: Sequence[FuzzyDate | None], places: Sequence[str], registry_number: str,
) -> str:  # fmt: skip
    told = [names, mothers, numbers, sex, [_date(one) for one in dates], places, registry_number]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _name(name: Name) -> list[str]:
    return [name.given, name.father, name.grandfather, name.family, name.nickname, name.written, name.script.value]


def _by_id(place: Any) -> str:
    return f"{BY_ID}{place}" if place else ""


def _date(told: FuzzyDate | None) -> list[Any]:
    if told is None:
        return [0, 0]
    return [told.earliest.toordinal(), told.latest.toordinal(), told.written, told.edtf, told.calendar]


def entry_reader(places: Gazetteer) -> Callable[[str], Entry]:
    """Return the function that reads a line as comparison takes it."""
    path = places.path_of_kept

    def read(line: str) -> Entry:
        names, mothers, numbers, sex, dates, where, registry_number = json.loads(line)
        return Entry(
            [tuple(name[:4]) for name in names],
            [(mother[0], mother[3]) for mother in mothers],
            numbers,
            sex,
            [day for told in dates for day in told[:2]],
            [path(place) for place in where],
            registry_number,
        )

    return read


def read_entries(lines: Iterable[str], places: Gazetteer) -> list[Entry]:
    """Return lines as comparison takes them."""
    return list(map(entry_reader(places), lines))


def read_profile(line: str, places: Gazetteer) -> Profile:
    """Return a line as the profile that it was written from, so that reasons can be told."""
    names, mothers, numbers, sex, dates, where, registry_number = json.loads(line)
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
