"""A contact is looked at one at a time, for a reason that is kept."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from tracker.flow.permissions import require
from tracker.flow.refusals import Refused
from tracker.models import Contact, ContactReveal, User


class NoReasonToLook(Refused):
    """A contact without a reason to see it."""

    sentence = _("Please write why you need this number now. The reason is kept.")


@transaction.atomic
def reveal_contact(contact_id: UUID, *, by: User, reason: str) -> Contact:
    """Return a contact to someone who wrote why; raises NotAllowed, NoReasonToLook."""
    require(by, "reveal_contact")
    if not reason.strip():
        raise NoReasonToLook
    contact: Contact = Contact.objects.standing().get(pk=contact_id)
    ContactReveal.objects.create(contact=contact, by=by, reason=reason.strip())
    return contact
