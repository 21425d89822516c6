"""A long list while the worker reads it to its end: its first rows are seen, and the page follows by itself."""

from __future__ import annotations

import pytest

from tests import make
from tests.admin.pages import filled_in
from tests.web.staff.lists import address, brought_in, led_to, opened, sent, signed_in, uploaded
from tracker.flow.intake import whole
from tracker.flow.intake.whole import read_to_the_end
from tracker.models import ImportFile, ImportStatus

pytestmark = pytest.mark.django_db

LONG = "الاسم,اسم الأم,تاريخ الوفاة\n" + "سامر خالد الحلو,هدى,3/4/2019\n" * 100
TOTALLED = f"{LONG}المجموع,100,\n"


@pytest.fixture(autouse=True)
def lists_count_as_long_from_ninety_rows_on(settings, tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DOCUMENT_ROOT = tmp_path
    monkeypatch.setattr(whole, "ROWS_AT_ONCE", 90)


def answered(brought: ImportFile, step: str, deed: str, **changed: str) -> str:
    volunteer = make.volunteer()
    answers = filled_in(signed_in(volunteer), address(step, brought)) | changed
    return str(sent(volunteer, step, brought, **answers, deed=deed).url)


def test_whoever_uploads_a_long_list_sees_its_first_rows_at_once():
    volunteer = make.volunteer(language="en")
    answer = uploaded(volunteer, TOTALLED.encode())
    brought = ImportFile.objects.get()
    assert (answer.url, brought.status) == (address("reading", brought), ImportStatus.READING)
    body = opened(volunteer, "reading", brought)
    assert "سامر خالد الحلو" in body
    assert '<tr class="is-header">' in body
    assert "data-renews" in body
    assert 'name="sheet0-header_row"' not in body


@pytest.mark.parametrize("step", ["reading", "columns", "check"])
def test_each_step_waits_on_its_own_page(step: str):
    body = opened(make.volunteer(language="ar"), step, brought_in(TOTALLED))
    assert "تُقرأ القائمة الآن حتى آخرها" in body


def test_what_all_rows_tell_is_shown_as_soon_as_it_is_known():
    brought = brought_in(TOTALLED)
    read_to_the_end(brought.pk)
    body = opened(make.volunteer(language="en"), "reading", brought)
    assert "data-renews" not in body
    assert '<tr class="is-after">' in body
    assert 'value="101"' in body


def test_an_answer_to_a_page_from_before_changes_nothing_and_is_told_so():
    brought = brought_in(TOTALLED)
    volunteer = make.volunteer(language="en")
    answer = signed_in(volunteer).post(address("reading", brought), {"version": brought.version}, follow=True)
    assert "Someone else changed this" in answer.content.decode()
    brought.refresh_from_db()
    assert brought.status == ImportStatus.READING


def test_a_check_with_other_columns_of_dates_is_waited_for_on_its_page():
    brought = brought_in(TOTALLED)
    read_to_the_end(brought.pk)
    where = answered(brought, "columns", "check", **{"sheet0-column2": "arrested"})
    assert where == address("check", brought)
    assert "begins by itself" in opened(make.volunteer(language="en"), "check", brought)
    read_to_the_end(brought.pk)
    assert "All rows are being checked" in opened(make.volunteer(language="en"), "check", brought)


def test_other_columns_without_dates_are_not_waited_for():
    brought = brought_in(TOTALLED)
    read_to_the_end(brought.pk)
    assert answered(brought, "columns", "show", **{"sheet0-column1": "notes"}) == address("columns", brought)
    assert "being read to its end" not in opened(make.volunteer(language="en"), "columns", brought)


def test_a_file_that_breaks_off_says_so_in_the_readers_language():
    brought = brought_in(f'{LONG}سالم,"هدى\n')
    read_to_the_end(brought.pk)
    for step in ("reading", "columns"):
        assert "A quotation mark in or before row" in opened(make.volunteer(language="en"), step, brought)
        assert "A quotation mark" not in opened(make.volunteer(language="ar"), step, brought)
    brought.refresh_from_db()
    body = sent(make.volunteer(language="en"), "columns", brought, **filled_in(
        signed_in(make.volunteer()), address("columns", brought)), deed="check").content.decode()  # fmt: skip
    assert body.count("A quotation mark in or before row") == 1


def test_a_list_that_is_read_can_be_given_up():
    brought = brought_in(TOTALLED)
    assert address("cancel", brought) in opened(make.volunteer(language="en"), "reading", brought)
    assert sent(make.volunteer(), "cancel", brought).url == address("", brought)
    assert led_to(make.volunteer(), "reading", brought) == address("", brought)
