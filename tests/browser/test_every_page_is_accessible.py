"""Every main page, in both languages: nobody is shut out, nothing sticks out on a telephone, no rule broken."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests import make
from tests.browser.reader import LANGUAGES, SitDown, faults_on
from tracker.flow.listing.publish import publish
from tracker.models import Link, LinkStatus, Person, Role

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]

LONG_NAME = "عبد الرحمن محمد نور الدين عبد القادر الصفدي الحسيني"
LONG_FILE = "list_of_the_dead_of_the_third_branch_2012_2015_last_version_corrected_copy.xlsx"


@pytest.fixture
def waited_for() -> Person:
    """Someone about whom everything is on file that a page could show, with names too long for a narrow one."""
    home = make.family(label=f"عائلة {LONG_NAME}")
    person = make.public_person(
        LONG_NAME,
        "Abd al-Rahman Muhammad Nur al-Din al-Safadi",
        mother="سعاد مراد",
        family=home,
        birth="1981",
        disappearance="9/2/2019",
        disappearance_place=make.place(),
        circumstances="خرج من البيت ولم يعد.",
        sex="male",
    )
    make.contact(make.relative(home, name_ar=f"هدى {LONG_NAME}", is_told_first=True))
    make.identifier(person)
    make.claim(person, place=make.place("درعا", "Daraa"), text_en="He left home.")
    publish(person)
    return person


@pytest.fixture
def link(waited_for: Person) -> Link:
    """A link that waits for a second person, from a list of which a row was refused."""
    brought = make.import_file(document=make.document(title=LONG_FILE), rows_total=2, rows_done=2)
    why = {"ar": "لا وجود ليوم مثل 31/2/2014.", "en": "There is no such day as 31/2/2014."}
    make.import_row(brought, status="refused", cells=["31/2/2014"], refusals=[why])
    record = make.record(LONG_NAME, import_file=brought, death_cause_written="توقف القلب", died="22/10/2019")
    findings = [
        {"ar": "الاسم الأول متطابق.", "en": "The given name agrees.", "weight": 5.3},
        {"ar": "السنتان متباعدتان.", "en": "The years are far apart.", "weight": -2.5},
    ]
    return make.link(LinkStatus.AWAITING_SECOND, person=waited_for, record=record, findings=findings)


def public_pages() -> dict[str, str]:
    search = reverse("public:search")
    return {
        "search": search,
        "answers": f"{search}?name={LONG_NAME}&disappearance_year=2019",
        "nobody found": f"{search}?name=قيس فلان الفلاني&birth_year=1980",
        "too little": f"{search}?name=محمد",
        "something missing": f"{search}?name=&birth_year=abc",
        "inquiry": reverse("public:inquiry"),
        "received": reverse("public:received"),
        "about": reverse("public:about"),
        "sign in": reverse("admin:login"),
    }


def staff_pages(link: Link, person: Person) -> dict[str, str]:
    notice, lead = make.notice(), make.lead(person=person)
    return {
        "today": reverse("admin:index"),
        "queue": reverse("admin:staff_review"),
        "link": reverse("admin:staff_link", args=[link.pk]),
        "imports": reverse("admin:staff_imports"),
        "import": reverse("admin:staff_import", args=[link.record.import_file_id]),
        "leads": reverse("admin:staff_leads"),
        "lead": reverse("admin:staff_lead", args=[lead.pk]),
        "telling": reverse("admin:staff_telling"),
        "notice": reverse("admin:staff_notice", args=[notice.pk]),
        "staff search": f"{reverse('admin:staff_search')}?name={LONG_NAME}",
        "people": reverse("admin:tracker_person_changelist"),
        "person": reverse("admin:tracker_person_change", args=[person.pk]),
        "consent": reverse("admin:staff_consent", args=[person.pk]),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_family_is_shut_out(language: str, waited_for: Person, sit_down: SitDown) -> None:
    assert faults_on(sit_down(language, None), public_pages()) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_colleague_is_shut_out(language: str, link: Link, waited_for: Person, sit_down: SitDown) -> None:
    pages = staff_pages(link, waited_for)
    assert faults_on(sit_down(language, make.caseworker(language=language)), pages) == {}
    deciding = sit_down(language, make.user(Role.REVIEWER, language=language))
    assert faults_on(deciding, {"decision": pages["link"]}) == {}
