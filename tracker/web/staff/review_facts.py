"""A record and a missing person, laid side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracker.models import Claim, ClaimKind, Identifier, Link, NameKind, Person, PersonName, PrisonRecord
from tracker.web.staff.showing import day

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known of the person, of the record's prisoner, or of both."""

    label: Words
    person: list[Words]
    record: list[Words]


def facts_side_by_side(link: Link) -> list[Fact]:
    """Return what is known on either side, row by row; a row that both leave empty is left out."""
    rows = [*_name_facts(link), *_origin_facts(link), *_custody_facts(link), *_death_facts(link)]
    return [row for row in rows if row.person or row.record]


def _name_facts(link: Link) -> Iterable[Fact]:
    record, names = link.record, [name for name in link.person.names.all() if name.stands]
    own = [name for name in names if name.kind != NameKind.MOTHER]
    yield Fact(_("Name as written"), _each(name.written for name in own), _each([record.name_written]))
    for part, label in (
        ("given", _("Given name")),
        ("father", _("Father's name")),
        ("grandfather", _("Grandfather's name")),
        ("family", _("Family name")),
        ("nickname", _("Nickname")),
    ):
        yield Fact(label, _parts(own, part), _each([getattr(record, part)]))
    mothers = [name.written for name in names if name.kind == NameKind.MOTHER]
    yield Fact(_("Mother's name"), _each(mothers), _each([record.mother_written]))


def _origin_facts(link: Link) -> Iterable[Fact]:
    person, record = link.person, link.record
    yield Fact(_("Sex"), _each([person.get_sex_display()]), _each([record.get_sex_display()]))
    yield Fact(_("Birth"), _each([day(person.birth)]), _each([day(record.birth)]))
    yield Fact(_("Place of birth"), _each([_text(person.birth_place)]), _each([record.birth_place_written]))
    yield Fact(
        _("Registry place and number"),
        _each([person.registry_place, person.registry_number]),
        _each([record.registry_place_written, record.registry_number]),
    )
    yield Fact(_("Numbers"), _numbers_of_person(person.identifiers.all()), _numbers_of_record(record))


def _custody_facts(link: Link) -> Iterable[Fact]:
    person, record = link.person, link.record
    lost = [day(person.disappearance), _text(person.disappearance_place)]
    seized = (ClaimKind.LAST_SEEN, ClaimKind.ARRESTED, ClaimKind.DETAINED)
    yield Fact(
        _("Disappearance or arrest"), _each([*lost, *_claims(person, *seized)]), _each([day(record.arrested)])
    )
    yield Fact(_("Entry into detention"), [], _each([day(record.entered)]))
    places = [_text(record.facility), record.facility_written]
    yield Fact(_("Place of detention"), _each(_claims(person, ClaimKind.HELD)), _each(places))
    yield Fact(_("Circumstances and remarks"), _each([person.circumstances]), _each([record.notes_written]))


def _death_facts(link: Link) -> Iterable[Fact]:
    record = link.record
    said = _claims(
        link.person, ClaimKind.DIED, ClaimKind.BURIED, ClaimKind.REMAINS_IDENTIFIED, ClaimKind.FOUND_ALIVE
    )
    yield Fact(_("Death"), _each(said), _each([day(record.died)]))
    yield Fact(_("Cause of death as written"), [], _each([record.death_cause_written]))
    yield Fact(_("Order about the body as written"), [], _each([record.body_order_written]))


def _each(texts: Iterable[Words]) -> list[Words]:
    return list(dict.fromkeys(text for text in texts if text))


def _text(place: object | None) -> str:
    return str(place) if place else ""


def _parts(names: Iterable[PersonName], part: str) -> list[Words]:
    return _each(getattr(name, part) for name in names)


def _claims(person: Person, *kinds: ClaimKind) -> list[str]:
    claims: Iterable[Claim] = person.claims.all()
    return [_claim(claim) for claim in claims if claim.stands and claim.kind in kinds]


def _claim(claim: Claim) -> str:
    said = [claim.get_kind_display(), day(claim.date), _text(claim.place), f"({claim.source})"]
    return " · ".join(part for part in said if part)


def _numbers_of_person(identifiers: Iterable[Identifier]) -> list[Words]:
    return _each(f"{i.get_kind_display()}: {i.value} ({i.issuer})" for i in identifiers if i.stands)


def _numbers_of_record(record: PrisonRecord) -> list[Words]:
    numbers = {
        _("national number"): record.national_number,
        _("prisoner number"): record.prisoner_number,
        _("body number"): record.body_number,
    }
    return _each(f"{kind}: {number}" for kind, number in numbers.items() if number)
