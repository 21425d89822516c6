"""A family allows, and a family takes back."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.flow.listing.publish import publish
from tracker.flow.permissions import require
from tracker.flow.refusals import Refused
from tracker.models import Consent, EditConflict, Person, Relative, User

SCOPES = (Consent.OFFICE, Consent.PARTNERS, Consent.PUBLIC)


class NotOfThisFamily(Refused):
    """Only the person's own family can allow anything."""

    sentence = _("Choose who of this person's own family agreed. Add them as a relative first if need be.")


class NoScope(Refused):
    """A family agreed to something definite."""

    sentence = _(
        "Choose how far the family lets this go: this office, partner organisations, or the public search."
    )


class NotYet(Refused):
    """A day that has not come."""

    sentence = _("Choose today or an earlier day.")


class BeforeItWasGiven(Refused):
    """Consent cannot end before it began."""

    sentence = _("Consent was given on %(given_on)s. Choose that day or a later one.")


class NothingToTakeBack(Refused):
    """There is no consent, or it was taken back already."""

    sentence = _("There is no consent to take back: it was never given, or it has ended already.")


class CaseIsWithdrawn(Refused):
    """The case itself was withdrawn."""

    sentence = _("This case was withdrawn, so nothing of it can be shown. Ask a colleague why.")


@transaction.atomic
def give_consent(
    person_id: UUID, *, by: User, given_by: Relative, scope: str, on: date, version: int | None = None
) -> Person:
    """Record who of the family agreed, to what, and when; show or hide the person accordingly at once."""
    require(by, "record_consent")
    person = _person(person_id, version)
    if not person.stands:
        raise CaseIsWithdrawn
    if scope not in SCOPES:
        raise NoScope
    if person.family_id is None or given_by.family_id != person.family_id or not given_by.stands:
        raise NotOfThisFamily
    if on > timezone.localdate():
        raise NotYet
    person.consent_scope, person.consent_given_by, person.consent_given_on = scope, given_by, on
    person.consent_withdrawn_on = None
    person.save()
    publish(person)
    return person


@transaction.atomic
def withdraw_consent(person_id: UUID, *, by: User, on: date, version: int | None = None) -> Person:
    """Record that the family took its consent back; the listing is gone when this returns."""
    require(by, "record_consent")
    person = _person(person_id, version)
    if person.consent_given_on is None or person.consent_withdrawn_on is not None:
        raise NothingToTakeBack
    if on > timezone.localdate():
        raise NotYet
    if on < person.consent_given_on:
        raise BeforeItWasGiven(given_on=person.consent_given_on.isoformat())
    person.consent_withdrawn_on = on
    person.save()
    publish(person)
    return person


def _person(person_id: UUID, version: int | None) -> Person:
    person: Person = Person.objects.select_for_update(no_key=True).get(pk=person_id)
    if version is not None and person.version != version:
        raise EditConflict
    return person
