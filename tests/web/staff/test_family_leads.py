"""A record of a relative: shown beside the link and the case, and logged as a lead with one press."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tests.admin.pages import filled_in, signed_in
from tests.flow.linking.lists import a_list, missing
from tracker.flow.linking.propose import propose_links
from tracker.models import Lead, LeadKind, Link, Person, PrisonRecord, Role, User

pytestmark = pytest.mark.django_db

NABIL = "نبيل كرم الصفدي"
SAMIR = "سمير كرم الصفدي"
LOG = reverse("admin:staff_lead_new")
LONGEST_LINE = 300
LONGEST_REQUEST_LINE = 4094 - len("GET  HTTP/1.1")
"""What the web server takes, if it is not told otherwise."""


@pytest.fixture
def nabil() -> Person:
    """Missing; lists name people of his family."""
    return missing(NABIL, mother="")


def a_record_of(name: str) -> PrisonRecord:
    a_list((name, "", "", "", ""))
    record = PrisonRecord.objects.latest("pk")
    propose_links()
    return record


def review_page(record: PrisonRecord, reader: User) -> str:
    """The page of a link of this record to somebody else."""
    link = Link.objects.filter(record=record).first() or make.link(record=record, person=make.person())
    return shown(signed_in(reader), reverse("admin:staff_link", args=[link.pk]))


def case_page(person: Person, reader: User) -> str:
    return shown(signed_in(reader), reverse("admin:tracker_person_change", args=[person.pk]))


def shown(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200
    return page.content.decode()


def lead_asked_for(page: str) -> str:
    """Return where the only button that logs a lead about somebody leads to."""
    (address,) = re.findall(rf'href="({LOG}\?[^"]+)"', page)
    return unescape(address)


def told_of(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def test_the_page_of_a_link_names_missing_people_of_the_same_family(nabil: Person):
    page = review_page(a_record_of(SAMIR), make.reviewer(language="en"))
    assert ">Relatives<" in page
    assert "This is no link" in page
    assert "perhaps a brother." in page
    assert reverse("admin:tracker_person_change", args=[nabil.pk]) in page


def test_a_reader_of_arabic_reads_all_of_it_in_arabic(nabil: Person):
    page = review_page(a_record_of(SAMIR), make.reviewer(language="ar"))
    assert ">أقارب<" in page
    assert "ربما كان أخًا" in page
    told = told_of(lead_asked_for(page))
    assert told["summary"] == f"ورد في قائمة اسم «{SAMIR}»، وربما كان أخا «{NABIL}»."


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (SAMIR, f"A list names “{SAMIR}”, perhaps a brother of “{NABIL}”."),
        ("كرم سليم الصفدي", f"A list names “كرم سليم الصفدي”, perhaps the father of “{NABIL}”."),
        ("وليد نبيل الصفدي", f"A list names “وليد نبيل الصفدي”, perhaps a son of “{NABIL}”."),
    ],
)
def test_either_page_says_what_the_one_in_the_list_is_to_the_missing_one(
    nabil: Person, written: str, sentence: str
):
    record, reader = a_record_of(written), make.caseworker(language="en")
    for page in (review_page(record, reader), case_page(nabil, reader)):
        assert told_of(lead_asked_for(page))["summary"] == sentence


def test_a_woman_in_a_list_is_a_sister(nabil: Person):
    make.record("سميرة كرم الصفدي", given="سميرة", father="كرم", family="الصفدي", sex="female")
    propose_links()
    page = case_page(nabil, make.caseworker(language="en"))
    assert "perhaps a sister of" in told_of(lead_asked_for(page))["summary"]


def test_the_lead_is_filled_in_and_only_has_to_be_sent(nabil: Person):
    record, caseworker = a_record_of(SAMIR), make.caseworker(language="en")
    address = lead_asked_for(review_page(record, caseworker))
    client = signed_in(caseworker)
    answers = filled_in(client, address)
    assert answers["person"] == str(nabil.pk)
    assert client.post(LOG, answers).status_code == 302
    lead = Lead.objects.get()
    assert (lead.person, lead.kind) == (nabil, LeadKind.KIN)
    assert lead.summary == told_of(address)["summary"]
    assert f"number {record.pk} in the register" in lead.details


def test_a_lead_says_nothing_of_a_fate_nor_which_list_it_was(nabil: Person):
    a_list((SAMIR, "سعاد", "1981", "2/2019", "22/10/2019"))
    record = PrisonRecord.objects.latest("pk")
    propose_links()
    told = told_of(lead_asked_for(case_page(nabil, make.caseworker(language="en"))))
    said = " ".join(told.values())
    assert not re.search(r"dead|died|death|2019", said)
    assert str(record.import_file) not in said
    assert record.import_file.source.name_en not in said


def test_the_longest_names_fit_into_an_address_and_into_one_line(nabil: Person):
    on_papers = nabil.names.get()
    on_papers.written += f" {'ع' * 270}"
    on_papers.save()
    make.record(f"{SAMIR} {'غ' * 270}", given="سمير", father="كرم", family="الصفدي")
    propose_links()
    address = lead_asked_for(case_page(nabil, make.caseworker(language="ar")))
    assert len(address) < LONGEST_REQUEST_LINE
    assert len(told_of(address)["summary"]) < LONGEST_LINE


def test_the_case_names_the_record_and_who_says_so(nabil: Person):
    record = a_record_of(SAMIR)
    page = case_page(nabil, make.reviewer(language="en"))
    assert "Relatives in the lists" in page
    assert "perhaps a brother." in page
    assert reverse("admin:tracker_prisonrecord_change", args=[record.pk]) in page
    assert LOG in page


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMINISTRATOR])
def test_who_does_not_log_leads_reads_the_reason_and_finds_no_button(nabil: Person, role: str):
    record, reader = a_record_of(SAMIR), make.user(role, language="en")
    for page in (review_page(record, reader), case_page(nabil, reader)):
        assert "perhaps a brother." in page
        assert LOG not in page


def test_volunteers_and_strangers_see_none_of_it(nabil: Person):
    link = make.link(record=a_record_of(SAMIR), person=make.person())
    addresses = (
        reverse("admin:staff_link", args=[link.pk]),
        reverse("admin:tracker_person_change", args=[nabil.pk]),
        LOG,
    )
    for address in addresses:
        assert signed_in(Role.VOLUNTEER).get(address).status_code == 403
        assert Client().get(address).status_code == 302


def test_a_case_and_a_record_without_relatives_say_nothing_of_them(nabil: Person):
    reader = make.caseworker(language="en")
    assert "perhaps" not in review_page(a_record_of("غسان توفيق المصري"), reader)
    assert "Relatives in the lists" not in case_page(nabil, reader)


def test_a_new_case_has_no_relatives_yet():
    assert "Relatives in the lists" not in shown(
        signed_in(Role.CASEWORKER), reverse("admin:tracker_person_add")
    )
