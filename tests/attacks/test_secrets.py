"""Planted secrets, and every page of the site opened by every role to look for them."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tests.admin.pages import filled_in, signed_in
from tests.attacks.world import addresses, office
from tracker.flow.permissions import LOOKS
from tracker.models import Contact, ContactReveal, LinkStatus, Role

pytestmark = pytest.mark.django_db

NUMBER = "+963 944 555 1234567"
INQUIRY = {
    "mother_name": "Motherplanted", "birth_written": "Birthplanted", "disappearance_written": "Lostplanted",
    "asker_name": "Askerplanted", "relation": "Kinplanted", "contact": "Numberplanted", "safe_way": "Wayplanted",
    "message": "Messageplanted",
}  # fmt: skip
SAFE = {"safe_way": "Safewayplanted", "safe_time": "Safetimeplanted"}
ASKED = [
    "",
    "?q=planted",
    "?text=planted",
    "?name=planted",
    "?e=1",
    "?noun=contact",
    "?noun=inquiry",
    "?q=944",
]


def pages_of(role: str | None) -> list[tuple[str, str]]:
    """Every page that this role can open, with what stands on it; a stranger opens all of them too."""
    world = office("plain")
    contact = make.contact(world.things["relative"], value=NUMBER, **SAFE)
    contact.value, contact.safe_time = f"{NUMBER}8", "Safetimeplanted again"
    contact.save()
    inquiry = make.inquiry(missing_name="Someone", **INQUIRY)
    lead = make.lead(summary="Someone", inquiry=inquiry)
    world.things |= {"contact": contact, "inquiry": inquiry, "lead": lead}
    client = signed_in(role) if role else Client()
    found = []
    for url in addresses(world):
        for asked in ASKED:
            answer = client.get(url + asked)
            if not answer.streaming:
                found.append((url + asked, text_of(answer.content, answer.headers["Content-Type"])))
    assert len(found) > 500
    return found


def text_of(content: bytes, kind: str) -> str:
    """What stands on a page, or in the parts of a spreadsheet."""
    if not kind.startswith("application/vnd.openxml"):
        return content.decode()
    with ZipFile(BytesIO(content)) as package:
        return "".join(package.read(part).decode() for part in package.namelist())


@pytest.mark.parametrize("role", [None, *Role.values])
def test_no_page_shows_a_number_that_nobody_asked_for_with_a_reason(role: str | None):
    may_see_inquiry = role in LOOKS["inquiry"]
    for url, page in pages_of(role):
        assert "944 555" not in page, url
        if role not in LOOKS["contact"]:
            assert not [word for word in SAFE.values() if word in page], url
        if not may_see_inquiry:
            assert not [word for word in INQUIRY.values() if word in page], url


def test_a_number_of_another_family_is_not_reached_through_a_notice():
    caseworker = make.caseworker()
    notice = make.notice(make.link(LinkStatus.CONFIRMED))
    foreign = make.contact(make.relative(make.family()), value=NUMBER)
    homeless = make.notice(make.link(LinkStatus.CONFIRMED, person=make.person(family=None)))
    for about in (notice, homeless):
        url = reverse("admin:staff_contact_reveal", args=[about.pk, foreign.pk])
        assert signed_in(caseworker).post(url, {"why": "to call her"}).status_code == 404
    assert not ContactReveal.objects.exists()


@pytest.mark.parametrize("role", [role for role in Role.values if role != Role.CASEWORKER])
def test_only_caseworkers_look_at_a_number(role: str):
    notice = make.notice(make.link(LinkStatus.CONFIRMED))
    contact = make.contact(make.relative(notice.person.family), value=NUMBER)
    url = reverse("admin:staff_contact_reveal", args=[notice.pk, contact.pk])
    assert signed_in(role).post(url, {"why": "to call her"}).status_code == 403


def test_a_number_comes_back_neither_from_a_wrong_form_nor_from_a_conflict():
    relative = make.relative(make.person().family)
    contact = make.contact(relative, value=NUMBER)
    client = signed_in(Role.CASEWORKER)
    url = reverse("admin:tracker_relative_change", args=[relative.pk])
    sent = filled_in(client, url)
    stored = Contact.objects.get(pk=contact.pk)
    stored.value, stored.safe_time = f"{NUMBER}9", "evenings"
    stored.save()
    for more in (
        {},
        {"name_ar": "", "name_latin": ""},
        {"contacts-0-value": "0"},
        {"contacts-0-channel": "pigeon"},
    ):
        page = client.post(url, sent | more).content.decode()
        assert "944 555" not in page
    assert Contact.objects.get(pk=contact.pk).value == f"{NUMBER}9"


def test_a_short_number_is_masked_whole():
    relative = make.relative(make.person().family)
    make.contact(relative, value="77")
    page = signed_in(Role.CASEWORKER).get(reverse("admin:tracker_relative_change", args=[relative.pk]))
    assert "•••• 77" not in page.content.decode()
