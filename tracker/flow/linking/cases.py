"""Missing people read as cases, thousands at a time: in three questions, and without a model for each row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from tracker.flow.linking.kept import Case, by_id
from tracker.flow.linking.profiles import NATIONAL_ISSUER
from tracker.models import Identifier, IdentifierKind, NameKind, Person, PersonName
from tracker.names import Name, Script

FACTS = (
    "pk", "sex", "birth", "disappearance", "birth_place_id", "disappearance_place_id", "registry_place",
    "registry_number",
)  # fmt: skip
NAMES = ("person_id", "kind", "written", "script", "given", "father", "grandfather", "family", "nickname")

Numbers = list[tuple[str, str, str]]


def people_as_cases(people: Sequence[UUID]) -> dict[UUID, Case]:
    """Return what of these people is compared."""
    names, mothers = names_of(people)
    numbers = numbers_of(people)
    cases: dict[UUID, Case] = {}
    for row in Person.objects.filter(pk__among=people).order_by("pk").values_list(*FACTS):
        person, sex, birth, vanished, born_at, vanished_at, registered_at, registry_number = row
        cases[person] = Case(
            names[person], mothers[person], numbers[person], sex,
            (birth, vanished, None, None),
            (by_id(born_at), by_id(vanished_at), registered_at), registry_number,
        )  # fmt: skip
    return cases


def names_of(people: Sequence[UUID]) -> tuple[defaultdict[UUID, list[Name]], defaultdict[UUID, list[Name]]]:
    """Return the standing names of people, and those of their mothers."""
    own: defaultdict[UUID, list[Name]] = defaultdict(list)
    mothers: defaultdict[UUID, list[Name]] = defaultdict(list)
    rows = (
        PersonName.objects.standing()
        .filter(person__among=people)
        .order_by("person", "pk")
        .values_list(*NAMES)
    )
    for person, kind, written, script, *parts in rows:
        (mothers if kind == NameKind.MOTHER else own)[person].append(Name(written, Script(script), *parts))
    return own, mothers


def numbers_of(people: Sequence[UUID]) -> defaultdict[UUID, Numbers]:
    """Return the standing numbers of people, each with its kind and the body that issued it."""
    numbers: defaultdict[UUID, Numbers] = defaultdict(list)
    rows = Identifier.objects.standing().filter(person__among=people).order_by("person", "pk")
    for person, kind, issuer, value in rows.values_list("person_id", "kind", "issuer", "value"):
        issued_by = NATIONAL_ISSUER if kind == IdentifierKind.NATIONAL else issuer
        numbers[person].append((kind, issued_by, value))
    return numbers
