"""The whole road once more, as people walk it: in a browser, in Arabic, each with their own account."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.urls import reverse
from openpyxl import Workbook
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests import make
from tests.journeys.work import let_the_worker_work
from tracker.models import Link, LinkStatus, Notice, NoticeStatus, Person, Role, User

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


class Colleague:
    """Someone at a browser of their own."""

    def __init__(self, browser: Browser, site: str, account: User) -> None:
        self.site = site
        self.page: Page = browser.new_page(base_url=site)
        self.page.set_default_timeout(20_000)
        self.complaints: list[str] = []
        self.page.on("console", lambda m: self.complaints.append(m.text) if m.type == "error" else None)
        self.page.goto("/admin/")
        self.page.fill("input[name=username]", account.username)
        self.page.fill("input[name=password]", make.PASSWORD)
        self.page.click("#login-form button[type=submit]")
        assert self.page.locator("html").get_attribute("dir") == "rtl"

    def open(self, name: str, *args: object) -> Page:
        self.page.goto(reverse(f"admin:{name}", args=args))
        return self.page


@pytest.fixture
def waited_for(tmp_path: Path, settings: LazySettings) -> Person:
    settings.DOCUMENT_ROOT = tmp_path / "files"
    make.source(slug="list", name_ar="قائمة مخترعة")
    person = make.person(
        "نبيل كرم الصفدي", mother="سعاد مراد", birth="1981", disappearance="9/2/2019", sex="male"
    )
    make.contact(make.relative(person.family, name_ar="ريما الخطيب"))
    return person


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.sheet_view.rightToLeft = True
    sheet.append(["م", "الاسم الثلاثي", "اسم الأم", "تولد", "تاريخ الوفاة", "سبب الوفاة"])
    sheet.append([1, "نبيل كرم الصفدى", "سعاد مراد", 1981, "22/10/2019", "توقف القلب"])
    path = tmp_path / "قائمة.xlsx"
    book.save(path)
    return path


SitDown = Callable[[Role], Colleague]


@pytest.fixture
def sit_down(browser: Browser, live_server: LiveServer) -> Iterator[SitDown]:
    seated: list[Colleague] = []

    def at_a_browser(role: Role) -> Colleague:
        seated.append(Colleague(browser, live_server.url, make.user(role, language="ar")))
        return seated[-1]

    yield at_a_browser
    for one in seated:
        assert one.complaints == []
        one.page.close()


def test_a_record_reaches_a_family_in_a_browser(
    waited_for: Person, list_file: Path, sit_down: SitDown
) -> None:
    bring_in(sit_down(Role.VOLUNTEER), list_file)
    let_the_worker_work()
    link = Link.objects.get(person=waited_for)

    confirm(sit_down(Role.REVIEWER), link)
    link.refresh_from_db()
    assert link.status == LinkStatus.AWAITING_SECOND

    confirm(sit_down(Role.REVIEWER), link)
    link.refresh_from_db()
    assert link.status == LinkStatus.CONFIRMED

    tell(sit_down(Role.CASEWORKER), Notice.objects.owed().get())
    assert Notice.objects.get().status == NoticeStatus.TOLD


def bring_in(volunteer: Colleague, list_file: Path) -> None:
    page = volunteer.open("staff_import_new")
    page.set_input_files("input[name=file]", list_file)
    page.select_option("select[name=source]", label="قائمة مخترعة")
    page.click("form.stack button[type=submit]")
    page.click("button[name=deed][value=on]")
    page.click("button[name=deed][value=check]")
    page.wait_for_url("**/check/")
    let_the_worker_work()
    page.click("button[name=deed][value=store]")
    page.wait_for_url("**/storing/")
    assert "قائمة.xlsx" in page.inner_text("h1")


def confirm(reviewer: Colleague, link: Link) -> None:
    page = reviewer.open("staff_review")
    page.click(f"a[href='{reverse('admin:staff_link', args=[link.pk])}'] >> nth=0")
    assert "توقف القلب" in page.inner_text("main")
    page.fill("textarea[name=reason]", "الاسم الثلاثي واسم الأم وسنة الولادة.")
    page.click("button[name=deed][value=confirm]")
    page.wait_for_load_state()


def tell(caseworker: Colleague, notice: Notice) -> None:
    page = caseworker.open("staff_telling")
    page.click(f"a[href='{reverse('admin:staff_notice', args=[notice.pk])}'] >> nth=0")
    assert "+963" not in page.inner_text("main")
    page.click("#tell input[name=told_to] >> nth=0")
    page.click("#tell input[name=way][value=in_person]")
    page.fill("#tell textarea[name=account]", "زرناها في بيتها، وكانت أختها معها.")
    page.click("#tell button[type=submit]")
    page.wait_for_load_state()
