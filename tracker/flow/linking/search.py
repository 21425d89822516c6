"""Find missing people by a name in any spelling, in either script."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log2

from tracker.dates import read_date
from tracker.flow.linking.frequencies import house_frequencies
from tracker.flow.linking.keys import key_people, people_found_by
from tracker.flow.linking.places import Gazetteer
from tracker.flow.linking.profiles import profile_of_person
from tracker.matching import SHOW_FROM, Finding, Profile, score_many
from tracker.models import NameKind, Person
from tracker.names import clean_text, read_name


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A missing person whom a search may mean, with the reasons."""

    person: Person
    names: list[str]
    score: float
    reasons: list[Finding]


def search_profile(name: str, *, father: str = "", mother: str = "", born: str = "") -> Profile:
    """Return what is searched for as a profile; raise UnreadableDate for a birth that is no date."""
    read = read_name(clean_text(name))
    if father:
        read = replace(read, father=clean_text(father))
    return Profile(
        names=(read,),
        mothers=(read_name(clean_text(mother)),) if mother else (),
        birth=read_date(born) if born else None,
    )


def search_people(
    name: str, *, father: str = "", mother: str = "", born: str = "", limit: int = 20
) -> list[FoundPerson]:
    """Return the missing people whom this name may mean, best first, each with the reasons."""
    wanted = search_profile(name, father=father, mother=mother, born=born)
    key_people()
    found = Person.objects.filter(pk__in=people_found_by(wanted.keys()))
    people = list(found.prefetch_related("names", "identifiers"))
    places = Gazetteer.load()
    profiles = [profile_of_person(person, places) for person in people]
    matches = score_many(wanted, profiles, house_frequencies(), prior=prior_of_a_search())
    ranked = sorted(zip(matches, people, strict=True), key=lambda pair: -pair[0].bits)
    return [
        FoundPerson(person, _names(person), match.probability, list(match.findings))
        for match, person in ranked[:limit]
        if match.probability >= SHOW_FROM
    ]


def prior_of_a_search() -> float:
    """Return the log2 odds, before any evidence, that one missing person is the one searched for.

    As likely as not they are among the missing people here, and then they are any one of them.
    """
    return -log2(2 * max(Person.objects.standing().count(), 1))


def _names(person: Person) -> list[str]:
    # Two sources may write one name alike: it is read once.
    names = [name.written for name in person.names.all() if name.stands and name.kind != NameKind.MOTHER]
    return list(dict.fromkeys(names))
