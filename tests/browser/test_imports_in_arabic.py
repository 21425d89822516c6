"""A volunteer brings in a list in a browser, in Arabic, from the file to the stored records."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from openpyxl import Workbook
from playwright.sync_api import Page

from tests import make
from tests.browser.reader import SitDown
from tests.journeys.work import let_the_worker_work
from tracker.models import ImportFile, ImportStatus, PrisonRecord

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


@pytest.fixture
def list_file(tmp_path: Path, settings: LazySettings) -> Path:
    settings.DOCUMENT_ROOT = tmp_path / "files"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.sheet_view.rightToLeft = True
    sheet.append(["سجلّ مخترع"])
    sheet.append(["م", "الاسم الثلاثي", "اسم الأم", "تولد", "تاريخ الوفاة", "الشيفرة"])
    sheet.append([1, "نبيل كرم الصفدى", "سعاد مراد", 1981, "22/10/2019", "أ"])
    sheet.append([2, "نبيل كرم الصفدى", "سعاد مراد", 1981, "22/10/2019", "أ"])
    sheet.append([3, "وسيم نادر الغريب", "رنا", 1970, "32/13/2014", "ب"])
    path = tmp_path / "سجلّ.xlsx"
    book.save(path)
    return path


def test_a_list_is_uploaded_read_checked_and_stored(list_file: Path, sit_down: SitDown) -> None:
    reader = sit_down("ar", make.volunteer(language="ar"))
    page = reader.page
    upload(page, list_file)
    assert page.locator(".preview .is-header").count() == 1
    assert page.locator(".steps [aria-current=step]").inner_text().endswith("القراءة")
    page.click("button[value=on]")
    page.wait_for_url("**/columns/")
    check(page)
    store(page)
    brought = ImportFile.objects.get()
    assert brought.status == ImportStatus.STORED
    assert [str(record) for record in PrisonRecord.objects.standing()] == ["نبيل كرم الصفدى"]
    assert (brought.refused_count, brought.repeated_count) == (1, 1)
    assert reader.heard == []


def upload(page: Page, list_file: Path) -> None:
    page.goto("/admin/import/")
    page.click("text=استيراد قائمة >> nth=0")
    page.set_input_files("input[name=file]", list_file)
    page.click("text=المصدر ليس هنا: سمّوه")
    page.fill("input[name=source_name_ar]", "مكتب مخترع")
    page.fill("textarea[name=came_from]", "على ذاكرة محمولة")
    page.click("form.stack button[type=submit]")
    page.wait_for_url("**/reading/")


def check(page: Page) -> None:
    page.select_option("select[name=sheet0-column5]", "notes")
    page.click("button[value=show]")
    assert page.locator("select[name=sheet0-column5]").input_value() == "notes"
    assert "الصفدى" in page.locator(".splits").first.inner_text()
    page.click("button[value=check]")
    page.wait_for_url("**/check/")
    let_the_worker_work()
    page.locator("#store").wait_for()  # the page looks again by itself
    page.click("main a[href='?kind=refused#rows']")
    assert "32/13/2014" in page.locator("#rows").inner_text()


def store(page: Page) -> None:
    page.click("button[value=store]")
    page.wait_for_url("**/storing/")
    let_the_worker_work()
    page.wait_for_url("**/import/*/")
    assert "سجلّ.xlsx" in page.inner_text("h1")
