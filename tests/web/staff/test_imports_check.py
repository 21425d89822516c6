"""What the check found before anything is stored: counts, findings, rows beside the ones we hold."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from openpyxl import load_workbook

from tests import make
from tests.web.staff.lists import LIST, address, brought_in, checked, led_to, opened, sent, signed_in, stored
from tracker.flow.intake.check import begin_check
from tracker.models import ImportStatus, PrisonRecord

pytestmark = pytest.mark.django_db

DOUBLED = f"{LIST}سامر خالد الحلو,هدى,22/10/2019\n"


@pytest.fixture(autouse=True)
def originals_of_this_test(settings, tmp_path):
    settings.DOCUMENT_ROOT = tmp_path


def test_the_page_renews_itself_while_rows_are_checked():
    brought = brought_in()
    begin_check(brought.pk, by=brought.received_by)
    body = opened(make.volunteer(language="en"), "check", brought)
    assert "data-renews" in body
    assert "0 of 3 rows" in body


def test_counts_stand_beside_a_picture_and_each_finding_leads_to_its_rows():
    body = opened(make.volunteer(language="en"), "check", checked(DOUBLED))
    assert '<rect class="is-bad"' in body
    assert 'href="?kind=refused#rows"' in body
    assert 'href="?kind=repeated#rows"' in body
    assert "What the check found in 4 rows" in body
    assert not PrisonRecord.objects.exists()


def test_a_refused_row_is_shown_with_its_cells_and_its_reason_in_the_readers_language():
    brought = checked()
    english = opened(make.volunteer(language="en"), "check", brought, kind="refused")
    assert "lies before 1900" in english
    assert "وسيم نادر الغريب" in english
    assert "قبل عام 1900" in opened(make.volunteer(language="ar"), "check", brought, kind="refused")


def test_rows_can_be_narrowed_to_one_finding():
    brought = checked(DOUBLED)
    client = signed_in(make.volunteer())
    for kind, numbers in (("refused", [3]), ("repeated", [5])):
        page = client.get(address("check", brought), {"kind": kind})
        assert [row.number for row in page.context["rows"]] == numbers
    assert "It says the same as row 2" in opened(make.volunteer(language="en"), "check", brought)


def test_a_finding_that_there_is_not_narrows_nothing():
    brought, client = checked(DOUBLED), signed_in(make.volunteer())
    page = client.get(address("check", brought), {"kind": "<script>"})
    assert page.status_code == 200
    assert len(page.context["rows"]) >= 2


def test_a_row_that_looks_like_one_we_hold_is_shown_beside_it():
    held = stored("الاسم,اسم الأم,سنة الولادة\nسامر خالد الحلو,هدى,1984\n", name="held.csv")
    brought = checked("الاسم,اسم الأم,سنة الولادة,سبب الوفاة\nسامر خالد الحلو,هدى,1984,توقف القلب\n")
    assert brought.report["held_elsewhere"] == 1
    body = opened(make.volunteer(language="en"), "check", brought, kind="held_elsewhere")
    assert 'class="table pairs"' in body
    assert f'href="{address("", held)}"' in body
    assert body.count('<tr class="agrees">') == 3
    assert body.count('<tr class="differs">') == 1


def test_leaving_out_what_the_source_gave_before_is_offered_only_where_there_is_such_a_row():
    first = stored("الاسم,اسم الأم,سنة الولادة\nسامر خالد الحلو,هدى,1984\n", name="held.csv")
    again = "الاسم,اسم الأم,سنة الولادة,سبب الوفاة\nسامر خالد الحلو,هدى,1984,توقف القلب\n"
    same_source, volunteer = checked(again, source=first.source), make.volunteer()
    assert 'name="leave_out_held"' in opened(volunteer, "check", same_source)
    elsewhere = checked(again.replace("توقف", "توقّف"))
    assert 'name="leave_out_held"' not in opened(volunteer, "check", elsewhere)


def test_a_newer_version_is_told_apart_from_the_older_one():
    older = stored("الاسم,اسم الأم,سنة الولادة\nسامر خالد الحلو,هدى,1984\nوسيم نادر الغريب,رنا,1970\n")
    brought = checked(
        "الاسم,اسم الأم,سنة الولادة\nسامر خالد الحلو,هدى,1984\nقيس فؤاد النحاس,سلوى,1990\n",
        source=older.source,
        revises=older,
    )
    versions = signed_in(make.volunteer()).get(address("check", brought)).context["report"].versions
    assert {count.kind: count.number for count in versions} == {
        "unchanged": 1,
        "changed": 0,
        "new": 1,
        "gone": 1,
    }


def refused_sheet(client: Client, brought) -> list[tuple[object, ...]]:
    answer = client.get(address("refused", brought))
    assert "attachment" in answer["Content-Disposition"]
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    return list(sheet.iter_rows(values_only=True))


def test_refused_rows_are_handed_out_as_a_spreadsheet_with_their_reasons():
    rows = refused_sheet(signed_in(make.volunteer(language="ar")), checked())
    assert len(rows) == 2
    assert "وسيم نادر الغريب" in rows[1]
    assert any("قبل عام 1900" in str(cell) for cell in rows[1])


def test_refused_rows_are_handed_out_after_storing_too():
    rows = refused_sheet(signed_in(make.volunteer(language="en")), stored())
    assert any("lies before 1900" in str(cell) for cell in rows[1])


@pytest.mark.parametrize("role", ["reviewer", "auditor"])
def test_those_who_only_look_see_what_was_found_and_no_button(role):
    brought, user = checked(), make.user(role, language="en")
    assert "What the check found" in opened(user, "check", brought)
    assert 'value="store"' not in opened(user, "check", brought)
    assert sent(user, "storing", brought, deed="store").status_code == 403
    brought.refresh_from_db()
    assert brought.status == ImportStatus.CHECKED


def test_a_list_that_was_not_checked_leads_to_where_it_stands():
    brought = brought_in()
    assert led_to(make.volunteer(), "check", brought) == address("reading", brought)


def test_fifty_rows_beside_ours_cost_no_more_questions_than_one(django_assert_max_num_queries):
    header = "الاسم,اسم الأم,سنة الولادة"
    people = [f"سامر خالد الحلو{number},هدى,19{number:02}" for number in range(20, 45)]
    stored("\n".join([header, *people]), name="held.csv")
    brought = checked("\n".join([header, *(f"{person}؟" for person in people)]))
    client = signed_in(make.volunteer())
    with django_assert_max_num_queries(25):
        client.get(address("check", brought))
