"""Consent becomes a public listing, and the end of consent its end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from tracker.models import NameKind, NameScript, Person, PersonName, PublicListing, Standing
from tracker.names import KEY_RULES, Name, Script, name_keys

SHOWN_PARTS = ("given", "father", "family")
"""The grandfather and the nickname stay in the case file: nobody needs them to recognise someone."""

NAMES_SHOWN_FIRST = (NameKind.PAPERS, NameKind.ALIAS)
STANDINGS_SHOWN_FIRST = (Standing.STATED, Standing.INFERRED, Standing.ADDED)


@transaction.atomic
def publish(person: Person) -> None:
    """Write what the family agreed to show, or remove what is shown without agreement.

    To be called after every change of consent, names, birth, or place and date of disappearance. A fate that
    was found changes nothing here, so that nobody can read one from a listing that vanished.
    """
    # Locked first: a consent taken back meanwhile waits, and then removes what is written here.
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    agreed = Person.objects.public().filter(pk=person.pk).select_related("disappearance_place").first()
    facts = facts_shown(agreed) if agreed else None
    if facts:
        PublicListing.objects.update_or_create(case_code=person.case_code, defaults=facts)
    else:
        PublicListing.objects.filter(case_code=person.case_code).delete()


def publish_all() -> int:
    """Make the whole listing agree with consent; return how many people it shows."""
    agreed = Person.objects.public()
    PublicListing.objects.exclude(case_code__in=agreed.values("case_code")).delete()
    _publish_each(agreed)
    return PublicListing.objects.count()


def publish_by_new_rules() -> int:
    """Write anew what older rules made findable, so that no name is looked for by keys it does not have.

    Returns how many listings were written, or removed where nobody agrees to them any more.
    """
    older = PublicListing.objects.exclude(rules=KEY_RULES).values("case_code")
    return _publish_each(Person.objects.filter(case_code__in=older))


def _publish_each(people: QuerySet[Person]) -> int:
    count = 0
    for person in people.iterator(chunk_size=500):
        publish(person)
        count += 1
    return count


def facts_shown(person: Person) -> dict[str, Any] | None:
    """Return the listing of a person; None where no given name is known, for nobody could find it."""
    names = list(person.names.standing().filter(kind__in=NAMES_SHOWN_FIRST).exclude(given=""))
    arabic, latin = (name_shown(names, script) for script in (NameScript.ARABIC, NameScript.LATIN))
    if arabic is None and latin is None:
        return None
    governorate = person.disappearance_place.governorate if person.disappearance_place else None
    return {
        **{f"{part}_ar": getattr(arabic, part, "") for part in SHOWN_PARTS},
        **{f"{part}_latin": getattr(latin, part, "") for part in SHOWN_PARTS},
        "birth_year": person.birth.year if person.birth else None,
        "disappearance_year": person.disappearance.year if person.disappearance else None,
        "governorate_ar": governorate.name_ar if governorate else "",
        "governorate_en": governorate.name_en if governorate else "",
        "keys": keys_shown(name for name in (arabic, latin) if name),
        "rules": KEY_RULES,
    }


def name_shown(names: Iterable[PersonName], script: str) -> PersonName | None:
    """Return the name in this script that says most: on papers, stated, with the most parts."""
    return min(
        (name for name in names if name.script == script),
        key=lambda name: (
            NAMES_SHOWN_FIRST.index(NameKind(name.kind)),
            STANDINGS_SHOWN_FIRST.index(Standing(name.standing)),
            sum(not getattr(name, part) for part in SHOWN_PARTS),
            name.written,
        ),
        default=None,
    )


def keys_shown(names: Iterable[PersonName]) -> list[str]:
    """Return the keys of what is shown, and of nothing else: they lie in a table that anyone may copy."""
    shown = (
        Name("", Script(name.script), **{part: getattr(name, part) for part in SHOWN_PARTS}) for name in names
    )
    return sorted(set().union(*(name_keys(name) for name in shown)))
