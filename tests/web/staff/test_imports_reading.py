"""How a list is read: proposed over its real rows, changed by a person, and shown anew."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import Workbook

from tests import make
from tests.admin.pages import filled_in
from tests.web.staff.lists import LIST, address, brought_in, checked, led_to, opened, sent, signed_in, stored
from tracker.models import CheckedRow, ImportFile, ImportStatus, User
from tracker.models.documents import originals

pytestmark = pytest.mark.django_db

TITLED = f"قائمة مخترعة,,\nمن مكتب مخترع,,\n{LIST}المجموع,3,\n"


@pytest.fixture(autouse=True)
def originals_of_this_test(settings, tmp_path):
    settings.DOCUMENT_ROOT = tmp_path


def two_sheets() -> bytes:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "الأولى"
    second = book.create_sheet("الثانية")
    for sheet, name in ((first, "سامر خالد الحلو"), (second, "وسيم نادر الغريب")):
        sheet.append(["الاسم", "اسم الأم"])
        sheet.append([name, "هدى"])
        sheet.append(["", ""])
    second.row_dimensions[2].hidden = True
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def answered(user: User, brought: ImportFile, **changed: Any) -> Any:
    """Send the page's own answers with some changed, as a browser would."""
    answers = filled_in(signed_in(user), address("reading", brought))
    ticked = {name: "on" for name in answers if name.endswith("-taken")}
    told = answers | ticked | changed
    return sent(user, "reading", brought, **{name: value for name, value in told.items() if value})


def test_title_header_and_rows_are_told_apart_over_the_real_cells():
    body = opened(make.volunteer(language="en"), "reading", brought_in(TITLED))
    assert body.count('<tr class="is-before">') == 2
    assert body.count('<tr class="is-header">') == 1
    assert body.count('<tr class="is-row">') == 3
    assert "سامر خالد الحلو" in body


def test_totals_below_the_list_are_shown_as_not_belonging_to_it():
    brought = brought_in(TITLED)
    answered(make.volunteer(), brought, **{"sheet0-last_row": "6", "deed": "show"})
    body = opened(make.volunteer(language="en"), "reading", brought)
    assert body.count('<tr class="is-after">') == 1


def test_another_header_row_shows_the_rows_anew():
    brought, volunteer = brought_in(TITLED), make.volunteer(language="en")
    answer = answered(volunteer, brought, **{"sheet0-header_row": "2", "deed": "show"})
    assert answer.url == address("reading", brought)
    brought.refresh_from_db()
    assert brought.sheets[0].header_row == 2
    assert opened(volunteer, "reading", brought).count('<tr class="is-before">') == 1


def test_other_letters_can_be_chosen():
    brought = brought_in(LIST.encode("windows-1256"), encoding="windows-1252")
    volunteer = make.volunteer()
    assert "سامر خالد الحلو" not in opened(volunteer, "reading", brought)
    answered(volunteer, brought, encoding="windows-1256", deed="show")
    assert "سامر خالد الحلو" in opened(volunteer, "reading", brought)


def test_letters_that_the_file_does_not_hold_are_refused_in_a_sentence():
    brought = brought_in(LIST.encode("windows-1256"))
    answer = answered(make.volunteer(language="en"), brought, encoding="utf-16", deed="show")
    assert 'class="notice is-error"' in answer.content.decode()
    brought.refresh_from_db()
    assert brought.encoding == "windows-1256"


def test_a_workbook_is_not_asked_for_its_letters():
    brought = brought_in(two_sheets(), name="book.xlsx")
    assert 'name="encoding"' not in opened(make.volunteer(), "reading", brought)


def test_one_of_two_sheets_can_be_left_out():
    brought, volunteer = brought_in(two_sheets(), name="book.xlsx"), make.volunteer()
    assert [sheet.taken for sheet in brought.sheets] == [True, True]
    answered(volunteer, brought, **{"sheet1-taken": "", "deed": "on"})
    brought.refresh_from_db()
    assert [sheet.taken for sheet in brought.sheets] == [True, False]


def test_a_hidden_row_is_marked_and_said_to_be_read():
    body = opened(make.volunteer(language="en"), "reading", brought_in(two_sheets(), name="book.xlsx"))
    assert '<tr class="is-hidden">' in body
    assert "Hidden rows: 1" in body


def test_going_on_leads_to_the_columns():
    brought = brought_in()
    assert answered(make.volunteer(), brought, deed="on").url == address("columns", brought)


def test_a_row_that_there_is_not_is_asked_for_again_and_what_was_typed_stays():
    answer = answered(make.volunteer(language="en"), brought := brought_in(), **{"sheet0-header_row": "-1"})
    body = answer.content.decode()
    assert "greater than or equal to 0" in body
    assert 'value="-1"' in body
    brought.refresh_from_db()
    assert brought.sheets[0].header_row == 1


def test_a_colleague_who_was_quicker_is_not_overwritten():
    brought, volunteer = brought_in(TITLED), make.volunteer(language="en")
    answers = filled_in(signed_in(volunteer), address("reading", brought))
    answered(make.volunteer(), brought, **{"sheet0-header_row": "2", "deed": "show"})
    late = answers | {"sheet0-header_row": "1"}
    body = sent(volunteer, "reading", brought, **late).content.decode()
    assert "Someone else changed this" in body
    brought.refresh_from_db()
    assert brought.sheets[0].header_row == 2


def test_reading_a_checked_list_otherwise_drops_what_the_check_found():
    brought = checked(TITLED)
    assert "all rows are checked again" in opened(make.volunteer(language="en"), "reading", brought)
    answered(make.volunteer(), brought, **{"sheet0-header_row": "2", "deed": "show"})
    brought.refresh_from_db()
    assert brought.status == ImportStatus.RECEIVED
    assert not CheckedRow.objects.filter(import_file=brought).exists()


def test_a_stored_list_is_read_no_other_way():
    brought = stored()
    assert led_to(make.volunteer(), "reading", brought) == address("", brought)


@pytest.mark.parametrize("role", ["reviewer", "auditor"])
def test_those_who_only_look_do_not_set_how_a_list_is_read(role):
    brought, user = brought_in(TITLED), make.user(role)
    assert signed_in(user).get(address("reading", brought)).status_code == 403
    assert sent(user, "reading", brought, version=1).status_code == 403


def test_a_list_whose_original_is_gone_says_so_instead_of_breaking():
    brought, client = brought_in(), signed_in(make.volunteer(language="en"))
    originals().delete(str(brought.document.file.name))
    for step in ("reading", "columns"):
        answer = client.get(address(step, brought), follow=True)
        assert answer.redirect_chain[0][0] == address("", brought)
        assert "not in this office’s store" in answer.content.decode()


def test_a_long_text_is_not_said_to_hide_anything():
    rows = "".join(f"سامر خالد الحلو{number},هدى,2019\n" for number in range(400))
    body = opened(
        make.volunteer(language="en"), "reading", brought_in(f"الاسم,اسم الأم,تاريخ الوفاة\n{rows}")
    )
    assert "سامر خالد الحلو0" in body
    assert "It is not known" not in body
