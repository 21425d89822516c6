"""A stored list is taken back, whole or in part, unless decisions rest on it."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from tests import make
from tests.web.staff.lists import LIST, address, brought_in, led_to, opened, sent, signed_in, stored
from tracker.models import ImportFile, ImportStatus, LinkStatus, PrisonRecord, User

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def originals_of_this_test(settings, tmp_path):
    settings.DOCUMENT_ROOT = tmp_path


def undo(user: User, brought: ImportFile, **answers: Any) -> Any:
    told = {"extent": "whole", "reason": "The wrong list"} | answers
    return sent(user, "undo", brought, **told)


def part(first: int | str, last: int | str, brought: ImportFile) -> dict[str, Any]:
    return {"extent": "part", "sheet": brought.sheets[0].sheet, "first_row": first, "last_row": last}


def standing(brought: ImportFile) -> list[str]:
    return [str(record) for record in PrisonRecord.objects.standing().filter(import_file=brought)]


def test_a_whole_list_is_taken_back_with_a_reason():
    brought, volunteer = stored(), make.volunteer(language="en")
    assert undo(volunteer, brought).url == address("", brought)
    brought.refresh_from_db()
    assert brought.status == ImportStatus.UNDONE
    body = opened(volunteer, "", brought)
    assert "The wrong list" in body
    assert "This import was taken back" in body


def test_a_part_is_taken_back_and_the_rest_stands():
    brought, volunteer = stored(), make.volunteer(language="en")
    undo(volunteer, brought, **part(2, 3, brought))
    assert standing(brought) == ["قيس فؤاد النحاس"]
    body = opened(volunteer, "", brought)
    assert "Parts that were taken back" in body
    assert "The wrong list" in body


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [("", 3, "Write the first and the last row"), (4, 2, "comes before the first")],
)
def test_a_part_without_its_rows_is_refused_and_what_was_typed_stays(first, last, sentence):
    brought = stored()
    body = undo(make.volunteer(language="en"), brought, **part(first, last, brought)).content.decode()
    assert sentence in body
    assert "The wrong list</textarea>" in body
    assert len(standing(brought)) == 2


def test_a_part_in_which_there_is_nothing_is_refused_in_a_sentence():
    brought = stored()
    body = undo(make.volunteer(language="en"), brought, **part(900, 901, brought)).content.decode()
    assert 'class="notice is-error"' in body


def test_taking_back_asks_for_a_reason():
    brought = stored()
    assert "Write the reason" in undo(make.volunteer(language="en"), brought, reason="").content.decode()
    assert len(standing(brought)) == 2


def test_what_decisions_rest_on_is_not_taken_back_and_they_are_named_to_those_who_may_see_links():
    brought = stored()
    record = PrisonRecord.objects.get(import_file=brought, row__number=2)
    link = make.link(LinkStatus.CONFIRMED, record=record)
    caseworker, volunteer = make.caseworker(language="en"), make.volunteer(language="en")
    assert reverse("admin:staff_link", args=[link.pk]) in opened(caseworker, "undo", brought)
    to_volunteer = opened(volunteer, "undo", brought)
    assert "decision about one link rests" in to_volunteer
    assert reverse("admin:staff_link", args=[link.pk]) not in to_volunteer
    assert 'class="notice is-error"' in undo(caseworker, brought).content.decode()
    undo(caseworker, brought, **part(4, 4, brought))
    assert standing(brought) == ["سامر خالد الحلو"]


def test_decisions_about_changed_rows_are_shown_with_the_newer_version():
    older = stored()
    link = make.link(LinkStatus.CONFIRMED, record=PrisonRecord.objects.get(row__number=2))
    newer = stored(LIST.replace("22/10/2019", "23/10/2019"), source=older.source, revises=older)
    body = opened(make.caseworker(language="en"), "", newer)
    assert "Decisions to look at again" in body
    assert reverse("admin:staff_link", args=[link.pk]) in body
    assert "Decisions to look at again" not in opened(make.volunteer(language="en"), "", newer)


def test_what_is_not_stored_is_not_taken_back_but_gone_on_with():
    brought = brought_in()
    assert led_to(make.volunteer(), "undo", brought) == address("reading", brought)


@pytest.mark.parametrize("role", ["reviewer", "auditor"])
def test_those_who_only_look_do_not_take_back(role):
    brought, user = stored(), make.user(role, language="en")
    assert address("undo", brought) not in opened(user, "", brought)
    assert signed_in(user).get(address("undo", brought)).status_code == 403
    assert undo(user, brought).status_code == 403
    assert len(standing(brought)) == 2


def test_the_trail_names_the_file_as_it_is_called():
    brought = stored()
    assert str(brought) == str(brought).lower()
    assert f"<bdi>{brought}</bdi></a>" in opened(make.volunteer(language="en"), "undo", brought)
