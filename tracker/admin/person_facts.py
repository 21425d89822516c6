"""What stands beside a person's form: how far the search is, consent, links, what was withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from tracker.flow.linking.standing import Ladder, standing_of
from tracker.models import Person
from tracker.web.staff.family_leads import records_of_the_family

TONES: Mapping[Ladder, str] = {
    Ladder.MISSING: "info",
    Ladder.RECORD_SAYS_DEAD: "warn",
    Ladder.CORROBORATED: "warn",
    Ladder.REMAINS_IDENTIFIED: "plain",
    Ladder.FOUND_ALIVE: "good",
}

LINKS_SHOWN = 6


def facts_beside(person: Person, request: HttpRequest) -> dict[str, Any]:
    """Return what the page of a person shows around the form, as far as this role may see it."""
    standing = standing_of(person)
    may_see_links = request.user.has_perm("tracker.view_link")
    links = person.links.select_related("record", "record__import_file__source").order_by("-probability")
    return {
        "standing": standing.label,
        "standing_tone": TONES[standing],
        "consent_ended": person.consent_withdrawn_on is not None,
        "links": links[:LINKS_SHOWN] if may_see_links else [],
        "links_left": max(0, links.count() - LINKS_SHOWN),
        "records_of_the_family": records_of_the_family(person) if may_see_links else [],
        "claims_from_links": person.claims.standing()
        .filter(link__isnull=False)
        .select_related("source", "place"),
        "withdrawn_things": withdrawn_of(person),
        "may_record_consent": request.user.has_perm("tracker.record_consent"),
    }


def withdrawn_of(person: Person) -> list[Any]:
    """Return withdrawn names, numbers, kinships and claims, the latest first."""
    rows = (person.names, person.identifiers, person.kinships, person.claims)
    things = [
        thing for of in rows for thing in of.filter(withdrawn_at__isnull=False).select_related("withdrawn_by")
    ]
    return sorted(things, key=lambda thing: thing.withdrawn_at, reverse=True)
