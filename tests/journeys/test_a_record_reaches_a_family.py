"""The whole road by HTTP: each step by the one whose step it is, and refused to each of the others."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook

from tests import make
from tests.journeys.work import bring_in_by_pages, let_the_worker_work
from tracker.flow.linking.standing import Ladder, standing_of
from tracker.models import (
    Contact,
    ImportFile,
    ImportStatus,
    Link,
    LinkStatus,
    Notice,
    NoticeStatus,
    Person,
    Relative,
    Role,
    User,
    Way,
)

pytestmark = pytest.mark.django_db(transaction=True)

ROLES = (Role.VOLUNTEER, Role.CASEWORKER, Role.REVIEWER, Role.AUDITOR, Role.ADMINISTRATOR)
HEADER = ("م", "الاسم الثلاثي", "اسم الأم", "تولد", "تاريخ الوفاة", "سبب الوفاة")
ROW = (7, "نبيل كرم الصفدي", "سعاد مراد", "1981", "٢٢/١٠/٢٠١٩", "توقف القلب")


class Office:
    """One account of each role, a second reviewer, and a family that waits."""

    def __init__(self) -> None:
        self.accounts = {role: make.user(role, language="en") for role in ROLES}
        self.second = make.reviewer(language="en")
        self.source = make.source()
        self.person: Person = make.person(
            "Nabil Karam al-Safadi", mother="Souad Mourad", birth="1981", disappearance="9/2/2019", sex="male"
        )
        self.relative: Relative = make.relative(self.person.family, name_ar="ريما الخطيب")
        self.contact: Contact = make.contact(self.relative)

    def as_(self, role: Role) -> Client:
        """A browser signed in as this role."""
        return signed_in(self.accounts[role])


def signed_in(account: User) -> Client:
    client = Client()
    client.force_login(account)
    return client


@pytest.fixture
def office(tmp_path: Path, settings: LazySettings) -> Office:
    settings.DOCUMENT_ROOT = tmp_path
    return Office()


def the_list() -> SimpleUploadedFile:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADER, ROW, (8, "مازن وليد الأتاسي", "هند", "1979", "3/4/2015", "")):
        sheet.append(row)
    content = BytesIO()
    book.save(content)
    return SimpleUploadedFile("list.xlsx", content.getvalue())


def bring_in(client: Client, office: Office) -> int:
    """Upload the list; where that is refused, the other steps would be too."""
    sent = {"file": the_list(), "source": str(office.source.pk)}
    return client.post(reverse("admin:staff_import_new"), sent).status_code


def decide(client: Client, link: Link, deed: str = "confirm") -> int:
    link.refresh_from_db()
    answers = {"deed": deed, "reason": "الاسم الثلاثي واسم الأم والمواليد", "version": link.version}
    return client.post(reverse("admin:staff_link_decide", args=[link.pk]), answers).status_code


def tell(client: Client, notice: Notice, office: Office) -> int:
    answers = {
        "told_to": str(office.relative.pk),
        "told_on": timezone.localdate().isoformat(),
        "way": Way.IN_PERSON,
        "account": "في بيتها، ومعها أختها.",
        "version": notice.version,
    }
    return client.post(reverse("admin:staff_notice", args=[notice.pk]), answers).status_code


def refused(status: int) -> bool:
    return status == 403


def imported_and_proposed(office: Office) -> Link:
    bring_in_by_pages(office.as_(Role.VOLUNTEER), the_list(), office.source)
    let_the_worker_work()
    return Link.objects.get(person=office.person)


def test_a_record_reaches_a_family(office: Office) -> None:
    link = imported_and_proposed(office)
    assert ImportFile.objects.get().status == ImportStatus.STORED
    assert link.status == LinkStatus.PROPOSED
    assert link.says_death

    assert decide(office.as_(Role.REVIEWER), link) == 302
    link.refresh_from_db()
    assert link.status == LinkStatus.AWAITING_SECOND
    assert standing_of(office.person) == Ladder.MISSING
    assert not Notice.objects.exists()

    assert decide(signed_in(office.second), link) == 302
    link.refresh_from_db()
    assert link.status == LinkStatus.CONFIRMED
    assert standing_of(office.person) == Ladder.RECORD_SAYS_DEAD

    notice = Notice.objects.owed().get()
    assert tell(office.as_(Role.CASEWORKER), notice, office) == 302
    notice.refresh_from_db()
    assert notice.status == NoticeStatus.TOLD
    assert notice.told_by == office.accounts[Role.CASEWORKER]
    assert notice.told_to == office.relative


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.AUDITOR])
def test_only_those_who_import_bring_in_a_list(office: Office, role: Role) -> None:
    assert refused(bring_in(office.as_(role), office))
    assert not ImportFile.objects.exists()


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.CASEWORKER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_only_a_reviewer_decides_a_link(office: Office, role: Role) -> None:
    link = imported_and_proposed(office)
    assert refused(decide(office.as_(role), link))
    decide(office.as_(Role.REVIEWER), link)
    assert refused(decide(office.as_(role), link))
    link.refresh_from_db()
    assert link.status == LinkStatus.AWAITING_SECOND


def test_one_reviewer_is_not_two_people(office: Office) -> None:
    link = imported_and_proposed(office)
    reviewer = office.as_(Role.REVIEWER)
    decide(reviewer, link)
    assert decide(reviewer, link) == 200  # the page again, with the sentence that says why
    link.refresh_from_db()
    assert link.status == LinkStatus.AWAITING_SECOND
    assert not Notice.objects.exists()


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.REVIEWER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_only_a_caseworker_tells_a_family(office: Office, role: Role) -> None:
    link = imported_and_proposed(office)
    decide(office.as_(Role.REVIEWER), link)
    decide(signed_in(office.second), link)
    notice = Notice.objects.get()
    assert refused(tell(office.as_(role), notice, office))
    notice.refresh_from_db()
    assert notice.status == NoticeStatus.OWED


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.REVIEWER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_only_a_caseworker_sees_how_to_reach_a_family(office: Office, role: Role) -> None:
    link = imported_and_proposed(office)
    decide(office.as_(Role.REVIEWER), link)
    decide(signed_in(office.second), link)
    address = reverse("admin:staff_contact_reveal", args=[Notice.objects.get().pk, office.contact.pk])
    assert refused(office.as_(role).post(address, {"why": "curious"}).status_code)
    page = office.as_(Role.CASEWORKER).post(address, {"why": "to call her sister first"})
    assert office.contact.value in page.content.decode()


def test_a_family_that_was_told_wrongly_is_owed_a_correction(office: Office) -> None:
    link = imported_and_proposed(office)
    decide(office.as_(Role.REVIEWER), link)
    decide(signed_in(office.second), link)
    tell(office.as_(Role.CASEWORKER), Notice.objects.get(), office)
    assert refused(decide(office.as_(Role.CASEWORKER), link, "withdraw"))
    assert decide(signed_in(office.second), link, "withdraw") == 302
    correction = Notice.objects.owed().get()
    assert correction.corrects is not None
    assert correction.corrects.status == NoticeStatus.TOLD
    assert standing_of(office.person) == Ladder.MISSING


def test_a_stranger_is_asked_to_sign_in_at_every_step(office: Office) -> None:
    link = imported_and_proposed(office)
    stranger = Client()
    for status in (bring_in(stranger, office), decide(stranger, link)):
        assert status == 302
    link.refresh_from_db()
    assert link.status == LinkStatus.PROPOSED
    assert ImportFile.objects.count() == 1
