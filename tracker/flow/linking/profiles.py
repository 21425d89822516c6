"""Models become profiles: what matching may see of a person or a record."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.dates import FuzzyDate
from tracker.flow.linking.places import Gazetteer
from tracker.matching import Profile
from tracker.models import NameKind, Person, PersonName, PrisonRecord
from tracker.names import Name, Script, read_name

NATIONAL_ISSUER = "syria"
"""National numbers have one issuer, so that two lists' spellings of it cannot part them."""


Numbers = Iterable[tuple[str, str, str]]
"""Of each number its kind, the body that issued it, and the number as written."""


def name_of(row: PersonName | PrisonRecord, written: str) -> Name:
    """Return a stored name as matching reads it."""
    return Name(
        written=written,
        script=Script(row.script),
        given=row.given,
        father=row.father,
        grandfather=row.grandfather,
        family=row.family,
        nickname=row.nickname,
    )


def own_names(names: Iterable[PersonName]) -> tuple[Name, ...]:
    """Return the standing names that are the person's own."""
    return tuple(name_of(n, n.written) for n in names if n.stands and n.kind != NameKind.MOTHER)


def profile_of_person(person: Person, places: Gazetteer) -> Profile:
    """Return a missing person as a profile; names and identifiers should be prefetched."""
    names = list(person.names.all())
    return Profile(
        names=own_names(names),
        mothers=tuple(name_of(n, n.written) for n in names if n.stands and n.kind == NameKind.MOTHER),
        sex=person.sex,
        birth=person.birth,
        birth_place=places.path(person.birth_place_id),
        disappeared=person.disappearance,
        disappeared_place=places.path(person.disappearance_place_id),
        registry_place=places.path_of_text(person.registry_place),
        registry_number=person.registry_number,
        identifiers=frozenset(numbers_of_person(person)),
    )


def numbers_of_person(person: Person) -> Numbers:
    """Yield the standing numbers of a person, each with the body that issued it."""
    for number in person.identifiers.all():
        if number.stands:
            yield (
                number.kind,
                NATIONAL_ISSUER if number.kind == "national" else number.issuer,
                number.value,
            )


def profile_of_record(record: PrisonRecord, places: Gazetteer) -> Profile:
    """Return a prison record as a profile."""
    return Profile(
        names=(name_of(record, record.name_written),) if record.name_written else (),
        mothers=(read_name(record.mother_written),) if record.mother_written else (),
        sex=record.sex,
        birth=record.birth,
        birth_place=places.path_of_text(record.birth_place_written),
        in_prison=first_day_inside(record),
        died=record.died,
        registry_place=places.path_of_text(record.registry_place_written),
        registry_number=record.registry_number,
        identifiers=frozenset(identifiers_of(record)),
    )


def first_day_inside(record: PrisonRecord) -> FuzzyDate | None:
    """Return the earliest date at which the record places someone in custody."""
    dates: list[FuzzyDate] = [date for date in (record.arrested, record.entered) if date]
    return min(dates, key=lambda date: date.earliest, default=None)


def identifiers_of(record: PrisonRecord) -> Numbers:
    """Yield the numbers a record gives, each with the body that issued it."""
    if record.national_number:
        yield ("national", NATIONAL_ISSUER, record.national_number)
    if record.prisoner_number:
        yield ("prisoner", record.facility_written, record.prisoner_number)
    if record.body_number:
        yield ("body", record.facility_written, record.body_number)
