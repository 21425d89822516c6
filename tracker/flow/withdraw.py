"""What turned out wrong is withdrawn by someone, for a reason; it stays readable and nothing is deleted."""

from __future__ import annotations

from typing import TypeVar

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.flow.listing.publish import publish
from tracker.flow.permissions import require
from tracker.flow.refusals import Refused
from tracker.models import (
    LINKS_THAT_HOLD,
    Claim,
    Contact,
    EditConflict,
    Family,
    Identifier,
    Kinship,
    NameKind,
    Person,
    PersonName,
    Relative,
    User,
)

Withdrawn = Person | PersonName | Identifier | Family | Relative | Kinship | Contact | Claim
Thing = TypeVar("Thing", Person, PersonName, Identifier, Family, Relative, Kinship, Contact, Claim)


class NoReasonToWithdraw(Refused):
    """A withdrawal without its reason."""

    sentence = _("Please write in a few words why it is withdrawn. The reason stays with it.")


class AlreadyWithdrawn(Refused):
    """A colleague withdrew it first."""

    sentence = _("This was withdrawn already. Open it again to see by whom and why.")


class LinksDependOnIt(Refused):
    """A case that reviewers are deciding on, or have confirmed a record for."""

    sentence = _(
        "Links to records depend on this case. Have a reviewer reject or withdraw them first, "
        "then withdraw the case."
    )


class PeopleDependOnIt(Refused):
    """A family file that cases still belong to."""

    sentence = _("Missing people still belong to this family. Move or withdraw their cases first.")


class ConsentRestsOnThem(Refused):
    """The relative in whose name something is shown."""

    sentence = _(
        "This relative gave the consent that a case rests on. Record a new consent, or its end, "
        "before you withdraw them."
    )


class ComesFromALink(Refused):
    """A claim that a confirmed link wrote."""

    sentence = _(
        "This claim comes from a confirmed link. Have a reviewer withdraw the link: the claim falls with it."
    )


class LastName(Refused):
    """The one name by which a person can be found."""

    sentence = _("This is the only name of this person. Add the right name first, then withdraw this one.")


@transaction.atomic
def withdraw(thing: Thing, *, by: User, reason: str, version: int | None = None) -> Thing:
    """Withdraw one thing that two people may edit; refused while something decided depends on it."""
    require(by, f"change_{thing._meta.model_name}")
    if not reason.strip():
        raise NoReasonToWithdraw
    stored: Thing = type(thing)._base_manager.select_for_update(no_key=True).get(pk=thing.pk)
    if not stored.stands:
        raise AlreadyWithdrawn
    if version is not None and stored.version != version:
        raise EditConflict
    refuse_what_others_depend_on(stored)
    stored.withdrawn_at, stored.withdrawn_by, stored.withdrawn_reason = timezone.now(), by, reason.strip()
    stored.save()
    follow_in_public(stored)
    return stored


def refuse_what_others_depend_on(thing: Withdrawn) -> None:
    """Raise the refusal that names what must be done first."""
    match thing:
        case Person() if thing.links.filter(status__in=LINKS_THAT_HOLD).exists():
            raise LinksDependOnIt
        case PersonName() if is_last_own_name(thing):
            raise LastName
        case Family() if thing.missing.filter(withdrawn_at__isnull=True).exists():
            raise PeopleDependOnIt
        case Relative() if Person.objects.standing().filter(
            consent_given_by=thing, consent_withdrawn_on__isnull=True
        ).exists():  # fmt: skip
            raise ConsentRestsOnThem
        case Claim() if thing.link_id is not None:
            raise ComesFromALink


def is_last_own_name(name: PersonName) -> bool:
    """Say whether the person would be left without any name of their own; a mother's name finds nobody."""
    own = name.person.names.filter(withdrawn_at__isnull=True).exclude(kind=NameKind.MOTHER)
    return name.kind != NameKind.MOTHER and not own.exclude(pk=name.pk).exists()


def follow_in_public(thing: Withdrawn) -> None:
    """Let what strangers can find follow at once."""
    match thing:
        case Person():
            publish(thing)
        case PersonName():
            publish(thing.person)
