"""The lists that were brought in, and the page of each."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import make
from tests.web.staff.lists import LIST, address, brought_in, checked, opened, signed_in, stored
from tracker.models import ImportStatus, RowStatus

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def originals_of_this_test(settings, tmp_path):
    settings.DOCUMENT_ROOT = tmp_path


def test_a_list_shows_how_it_was_read_and_its_first_records():
    body = opened(make.volunteer(language="en"), "", stored())
    assert "اسم الأم" in body
    assert "mother&#x27;s name" in body
    assert "<bdi>سامر خالد الحلو</bdi>" in body
    assert "22 October 2019" in body


def test_a_refused_row_is_shown_with_its_cells_and_its_reason_in_the_readers_language():
    brought = stored()
    assert brought.rows.get(status=RowStatus.REFUSED).number == 3
    assert "lies before 1900" in opened(make.volunteer(language="en"), "", brought)
    arabic = opened(make.volunteer(language="ar"), "", brought)
    assert "قبل عام 1900" in arabic
    assert "وسيم نادر الغريب" in arabic


def test_refused_rows_lead_to_bringing_them_in_mended():
    brought = stored()
    wanted = f"{reverse('admin:staff_import_new')}?adds_to={brought.pk}"
    assert wanted in opened(make.volunteer(), "", brought)
    assert wanted not in opened(make.auditor(), "", brought)


def test_a_list_leads_to_the_step_at_which_it_waits():
    volunteer = make.volunteer(language="en")
    for brought, step in ((brought_in(), "reading"), (checked(LIST.replace("هدى", "ليلى")), "check")):
        body = opened(volunteer, "", brought)
        assert "Go on with this list" in body
        assert f'href="{address(step, brought)}"' in body
        assert "Go on with this list" not in opened(make.auditor(language="en"), "", brought)


def test_an_older_and_a_newer_version_lead_to_each_other():
    older = stored()
    newer = stored(LIST.replace("هدى", "ليلى"), source=older.source, revises=older)
    volunteer = make.volunteer()
    assert f'href="{address("", newer)}"' in opened(volunteer, "", older)
    assert f'href="{address("", older)}"' in opened(volunteer, "", newer)


def test_those_who_only_look_find_no_way_to_bring_in_or_take_back():
    brought = make.import_file()
    for role in ("reviewer", "auditor"):
        client = signed_in(make.user(role))
        listed = client.get(reverse("admin:staff_imports")).content.decode()
        assert reverse("admin:staff_import_new") not in listed
        assert address("undo", brought) not in client.get(address("", brought)).content.decode()


def test_counts_are_written_with_their_thousands_apart():
    make.import_file(rows_total=200_000, rows_done=200_000)
    listed = signed_in(make.volunteer(language="en")).get(reverse("admin:staff_imports")).content.decode()
    assert "200,000" in listed


def test_the_list_of_imports_can_be_narrowed():
    wanted, other = make.import_file(), make.import_file(status=ImportStatus.STORING)
    client = signed_in(make.volunteer())
    by_status = client.get(reverse("admin:staff_imports"), {"status": "stored"})
    assert [brought.pk for brought in by_status.context["page_obj"]] == [wanted.pk]
    by_source = client.get(reverse("admin:staff_imports"), {"source": str(other.source_id)})
    assert [brought.pk for brought in by_source.context["page_obj"]] == [other.pk]


def queries_for(client: Client, where: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(where)
    return len(queries)


def test_the_list_of_imports_costs_the_same_number_of_queries_for_fifty():
    client, listed = signed_in(make.volunteer()), reverse("admin:staff_imports")
    make.import_file()
    client.get(listed)
    with_one = queries_for(client, listed)
    for _ in range(49):
        make.import_file()
    # The pages of the list are counted once either way.
    assert queries_for(client, listed) == with_one


def test_refused_rows_cost_the_same_number_of_queries_for_fifty():
    brought, volunteer = make.import_file(), make.volunteer()
    where, client = address("", brought), signed_in(volunteer)
    refusal = [{"en": "No name.", "ar": "لا اسم."}]
    make.import_row(brought, status=RowStatus.REFUSED, refusals=refusal)
    client.get(where)
    with_one = queries_for(client, where)
    for _ in range(49):
        make.import_row(brought, status=RowStatus.REFUSED, refusals=refusal)
    assert queries_for(client, where) == with_one
