"""Rows become records while someone watches, pauses, goes on, or gives the import up."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import make
from tests.web.staff.lists import address, brought_in, checked, led_to, opened, sent, signed_in, stored
from tracker.flow.intake.check import begin_check
from tracker.flow.intake.store import begin_storing, store_rows
from tracker.models import ImportStatus
from tracker.models.documents import originals

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def originals_of_this_test(settings, tmp_path):
    settings.DOCUMENT_ROOT = tmp_path


def storing():
    brought = checked()
    begin_storing(brought.pk, by=brought.received_by)
    brought.refresh_from_db()
    return brought


def test_a_checked_list_is_stored_at_the_press_of_a_button():
    brought = checked()
    assert sent(make.volunteer(), "storing", brought, deed="store").url == address("storing", brought)
    store_rows(brought.pk)
    brought.refresh_from_db()
    assert (brought.status, brought.records_count, brought.refused_count) == (ImportStatus.STORED, 2, 1)


def test_a_list_that_was_not_checked_is_not_stored():
    brought = brought_in()
    assert sent(make.volunteer(), "storing", brought, deed="store").url == address("reading", brought)
    brought.refresh_from_db()
    assert brought.status == ImportStatus.RECEIVED


def test_the_page_renews_itself_while_rows_are_stored_and_rests_while_paused():
    brought, volunteer = storing(), make.volunteer(language="en")
    body = opened(volunteer, "storing", brought)
    assert "data-renews" in body
    assert "0 of 3 (0%)" in body
    sent(volunteer, "storing", brought, deed="pause")
    paused = opened(volunteer, "storing", brought)
    assert "Storing is paused" in paused
    assert "data-renews" not in paused


def test_it_is_told_how_fast_it_goes_and_how_long_it_takes():
    begun = timezone.now() - timedelta(seconds=10)
    told = {"rows_total": 200_000, "rows_done": 20_000, "went_on_at": begun}
    brought = make.import_file(status=ImportStatus.STORING, **told)
    body = opened(make.volunteer(language="en"), "storing", brought)
    assert "20,000 of 200,000 (10%)" in body
    assert "about 2 minutes" in body
    assert "Rows per second" in body


def test_storing_is_paused_and_gone_on_with():
    brought, volunteer = storing(), make.volunteer()
    sent(volunteer, "storing", brought, deed="pause")
    brought.refresh_from_db()
    assert brought.status == ImportStatus.PAUSED
    sent(volunteer, "storing", brought, deed="go_on")
    store_rows(brought.pk)
    brought.refresh_from_db()
    assert brought.status == ImportStatus.STORED


def test_a_stored_list_is_shown_on_its_own_page():
    brought = stored()
    assert led_to(make.volunteer(), "storing", brought) == address("", brought)


def test_pausing_what_is_stored_says_so_and_changes_nothing():
    brought, client = stored(), signed_in(make.volunteer())
    answer = client.post(address("storing", brought), {"deed": "pause"}, follow=True)
    assert answer.redirect_chain[0][0] == address("", brought)
    assert "notice is-error" in answer.content.decode()
    brought.refresh_from_db()
    assert brought.status == ImportStatus.STORED


def test_giving_up_asks_first_and_keeps_the_file():
    brought, volunteer = storing(), make.volunteer(language="en")
    assert "Yes, give it up" in opened(volunteer, "cancel", brought)
    brought.refresh_from_db()
    assert brought.status == ImportStatus.STORING
    assert sent(volunteer, "cancel", brought).url == address("", brought)
    brought.refresh_from_db()
    assert brought.status == ImportStatus.UNDONE
    assert originals().exists(str(brought.document.file.name))


@pytest.mark.parametrize("step", ["received", "checking", "checked"])
def test_an_import_can_be_given_up_at_every_step_before_it_is_stored(step):
    brought = checked() if step == "checked" else brought_in()
    if step == "checking":
        begin_check(brought.pk, by=brought.received_by)
    sent(make.volunteer(), "cancel", brought)
    brought.refresh_from_db()
    assert brought.status == ImportStatus.UNDONE


def test_a_stored_list_is_not_given_up_but_taken_back():
    brought = stored()
    assert sent(make.volunteer(), "cancel", brought).url == address("", brought)
    brought.refresh_from_db()
    assert brought.status == ImportStatus.STORED


@pytest.mark.parametrize("role", ["reviewer", "auditor"])
def test_those_who_only_look_watch_and_do_not_steer(role):
    brought, user = storing(), make.user(role, language="en")
    body = opened(user, "storing", brought)
    assert "0 of 3 (0%)" in body
    assert 'value="pause"' not in body
    assert sent(user, "storing", brought, deed="pause").status_code == 403
    assert signed_in(user).get(address("cancel", brought)).status_code == 403
    assert sent(user, "cancel", brought).status_code == 403
    brought.refresh_from_db()
    assert brought.status == ImportStatus.STORING
