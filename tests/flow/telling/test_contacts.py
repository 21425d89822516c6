"""A contact is looked at one at a time, for a reason that stays."""

import pytest
from django.utils import timezone

from tests import make
from tests.models.guards import changed
from tracker.flow.permissions import NotAllowed
from tracker.flow.telling.contacts import NoReasonToLook, reveal_contact
from tracker.models import Contact, ContactReveal, Role

pytestmark = pytest.mark.django_db


def test_each_look_is_kept_with_who_and_why():
    contact, caseworker = make.contact(), make.caseworker()
    for reason in ("to agree on a day", " to tell her \n"):
        assert reveal_contact(contact.pk, by=caseworker, reason=reason).value == contact.value
    looks = ContactReveal.objects.order_by("id").values_list("contact", "by", "reason")
    assert list(looks) == [
        (contact.pk, caseworker.pk, "to agree on a day"), (contact.pk, caseworker.pk, "to tell her"),
    ]  # fmt: skip


@pytest.mark.parametrize("reason", ["", " \n"])
def test_no_contact_without_a_reason(reason: str):
    with pytest.raises(NoReasonToLook):
        reveal_contact(make.contact().pk, by=make.caseworker(), reason=reason)
    assert not ContactReveal.objects.exists()


@pytest.mark.parametrize("role", [role for role in Role if role != Role.CASEWORKER])
def test_whoever_may_not_look_leaves_no_look(role: Role):
    with pytest.raises(NotAllowed):
        reveal_contact(make.contact().pk, by=make.user(role), reason="curious")
    assert not ContactReveal.objects.exists()


def test_a_withdrawn_contact_is_not_shown():
    contact = make.contact()
    changed(
        contact, withdrawn_at=timezone.now(), withdrawn_by=make.user(), withdrawn_reason="changed hands"
    )()
    with pytest.raises(Contact.DoesNotExist):
        reveal_contact(contact.pk, by=make.caseworker(), reason="to tell her")
    assert not ContactReveal.objects.exists()


def test_a_contact_that_is_only_named_shows_no_number():
    contact = make.contact()
    assert contact.value not in str(contact)
    assert contact.value not in repr(contact)
