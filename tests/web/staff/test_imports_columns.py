"""Which column holds what: filled in, changed, split before one's eyes, saved and carried."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import make
from tests.admin.pages import filled_in
from tests.web.staff.lists import LIST, address, brought_in, checked, opened, sent, signed_in
from tracker.flow.intake.header_words import FIELDS
from tracker.models import ImportFile, ImportStatus, SavedMapping, User
from tracker.web.staff.imports_columns_forms import GROUPS
from tracker.web.staff.imports_facts import FIELD_NAMES

pytestmark = pytest.mark.django_db

ODD = "الاسم,الشيفرة,تاريخ الوفاة\nسامر خالد الحلو,هدى,2019\nوسيم نادر الغريب,رنا,2014\n"
"""An invented list with a column whose words say nothing."""


@pytest.fixture(autouse=True)
def originals_of_this_test(settings, tmp_path):
    settings.DOCUMENT_ROOT = tmp_path


def answered(user: User, brought: ImportFile, deed: str = "show", **changed: Any) -> Any:
    answers = filled_in(signed_in(user), address("columns", brought))
    return sent(user, "columns", brought, **(answers | changed), deed=deed)


def test_each_column_shows_its_words_its_cells_and_what_it_is_read_as():
    body = opened(make.volunteer(language="en"), "columns", brought_in())
    assert "<bdi>اسم الأم</bdi>" in body
    assert '<bdi dir="auto" class="sample">هدى</bdi>' in body
    assert '<option value="mother" selected>' in body


def test_a_cell_that_holds_several_names_is_shown_taken_apart():
    body = opened(make.volunteer(language="en"), "columns", brought_in())
    splits = body.partition('class="splits"')[2].partition("</dl>")[0]
    assert [part in splits for part in ("<bdi>سامر</bdi>", "<bdi>خالد</bdi>", "<bdi>الحلو</bdi>")] == [
        True
    ] * 3


def test_a_column_is_read_as_someone_says():
    brought = brought_in(ODD)
    answer = answered(make.volunteer(), brought, **{"sheet0-column1": "mother"})
    assert answer.url == address("columns", brought)
    brought.refresh_from_db()
    assert brought.sheets[0].fields == ["name", "mother", "died"]


def test_two_columns_that_hold_the_same_are_refused_beside_the_second():
    brought = brought_in(ODD)
    body = answered(make.volunteer(language="en"), brought, **{"sheet0-column1": "died"}).content.decode()
    assert "is read as this already" in body
    assert body.count('<option value="died" selected>') == 2
    brought.refresh_from_db()
    assert brought.sheets[0].fields[1] != "died"


def test_a_list_in_which_nobody_can_be_told_apart_is_not_checked():
    brought = brought_in(ODD)
    body = answered(
        make.volunteer(language="en"), brought, "check", **{"sheet0-column0": ""}
    ).content.decode()
    assert "no column holds a name" in body
    brought.refresh_from_db()
    assert brought.status == ImportStatus.RECEIVED


def test_all_rows_are_checked_when_the_columns_are_right():
    brought = brought_in()
    assert answered(make.volunteer(), brought, "check").url == address("check", brought)
    brought.refresh_from_db()
    assert brought.status == ImportStatus.CHECKING


def test_what_was_checked_as_it_stands_is_not_checked_twice():
    brought = checked()
    assert answered(make.volunteer(), brought, "check").url == address("check", brought)
    brought.refresh_from_db()
    assert brought.status == ImportStatus.CHECKED


def test_columns_are_saved_for_the_next_list_of_the_source():
    brought = brought_in(ODD)
    answered(make.volunteer(), brought, "keep", **{"sheet0-column1": "mother"})
    assert SavedMapping.objects.get().source == brought.source
    following = brought_in(ODD.replace("سامر", "باسل"), source=brought.source)
    assert following.sheets[0].fields == ["name", "mother", "died"]


def test_columns_are_carried_from_list_to_list_as_a_file():
    volunteer, first = make.volunteer(), brought_in(ODD)
    answered(volunteer, first, **{"sheet0-column1": "mother"})
    handed_out = signed_in(volunteer).get(address("mapping", first))
    assert "attachment" in handed_out["Content-Disposition"]
    json.loads(handed_out.content)
    second = brought_in(ODD.replace("سامر", "باسل"))
    file = SimpleUploadedFile("columns.json", handed_out.content)
    assert sent(volunteer, "mapping", second, mapping=file).url == address("columns", second)
    second.refresh_from_db()
    assert second.sheets[0].fields == ["name", "mother", "died"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"no such thing", "does not say which column holds what"),
        (b'{"format": "athar-columns", "version": 1, "sheets": []}', "None of the columns named"),
    ],
)
def test_a_file_that_names_no_columns_is_refused_in_a_sentence(content, sentence):
    brought = brought_in(ODD)
    file = SimpleUploadedFile("columns.json", content)
    answer = sent(make.volunteer(language="en"), "mapping", brought, mapping=file)
    assert sentence in answer.content.decode()


def test_a_colleague_who_was_quicker_is_not_overwritten():
    brought, volunteer = brought_in(ODD), make.volunteer(language="en")
    answers = filled_in(signed_in(volunteer), address("columns", brought))
    answered(make.volunteer(), brought, **{"sheet0-column1": "mother"})
    late = answers | {"sheet0-column1": "notes", "deed": "show"}
    assert "Someone else changed this" in sent(volunteer, "columns", brought, **late).content.decode()
    brought.refresh_from_db()
    assert brought.sheets[0].fields[1] == "mother"


def test_a_list_with_very_many_columns_can_be_sent_and_loses_none():
    header = ",".join(["الاسم", *(f"عمود {number}" for number in range(400))])
    row = ",".join(["سامر خالد الحلو", *(str(number) for number in range(400))])
    brought = brought_in(f"{header}\n{row}\n")
    before = brought.sheets[0].fields
    assert answered(make.volunteer(), brought, "check").status_code == 302
    brought.refresh_from_db()
    assert brought.sheets[0].fields == before
    assert len(before) == 401


@pytest.mark.parametrize("role", ["reviewer", "auditor"])
def test_those_who_only_look_do_not_set_columns(role):
    brought, user = brought_in(), make.user(role)
    for step in ("columns", "mapping"):
        assert signed_in(user).get(address(step, brought)).status_code == 403
        assert sent(user, step, brought, version=1).status_code == 403


def test_a_list_of_this_kind_reads_without_help():
    assert brought_in(LIST).sheets[0].fields == ["name", "mother", "died"]


def test_every_field_of_a_record_can_be_chosen_for_a_column_and_has_its_words():
    offered = [field for _words, fields in GROUPS for field in fields]
    assert sorted(offered) == sorted(FIELDS)
    assert set(FIELD_NAMES) == FIELDS
