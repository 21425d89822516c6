"""Bringing in a list, seeing how it was read, taking it back."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import make
from tracker.flow.intake.store import store_rows
from tracker.models import Document, ImportFile, ImportStatus, LinkStatus, RowStatus, User

pytestmark = pytest.mark.django_db

LIST = "الاسم,اسم الأم,تاريخ الوفاة\nسامر خالد الحلو,هدى,22/10/2019\nوسيم نادر الغريب,رنا,12/3/1650\n"


@pytest.fixture(autouse=True)
def originals_of_this_test(settings, tmp_path):
    settings.DOCUMENT_ROOT = tmp_path


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def bring(user: User, content: bytes = LIST.encode(), name: str = "list.csv", **answers: Any) -> Any:
    sent = {"source": make.source().pk, "file": SimpleUploadedFile(name, content)} | answers
    return signed_in(user).post(reverse("admin:staff_imports"), sent)


def page(user: User, brought: ImportFile, **asked: str) -> str:
    return signed_in(user).get(reverse("admin:staff_import", args=[brought.pk]), asked).content.decode()


def test_a_volunteer_brings_in_a_list_and_sees_how_it_was_read():
    volunteer = make.volunteer(language="en")
    answer = bring(volunteer)
    brought = ImportFile.objects.get()
    assert answer.url == reverse("admin:staff_import", args=[brought.pk])
    store_rows(brought.pk)
    body = page(volunteer, brought)
    assert "اسم الأم" in body
    assert "mother&#x27;s name" in body
    assert "<bdi>سامر خالد الحلو</bdi>" in body
    assert "22 October 2019" in body


def test_a_refused_row_is_shown_with_its_cells_and_its_reason_in_the_readers_language():
    bring(make.volunteer())
    brought = store_rows(ImportFile.objects.get().pk)
    assert brought.rows.get(status=RowStatus.REFUSED).number == 3
    assert "lies before 1900" in page(make.volunteer(language="en"), brought)
    arabic = page(make.volunteer(language="ar"), brought)
    assert "قبل عام 1900" in arabic
    assert "وسيم نادر الغريب" in arabic


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "list.csv", "The file is empty"),
        (b"%PDF-1.4 something", "list.pdf", "This file is a PDF document"),
        ("تفاح,برتقال\n1,2\n".encode(), "list.csv", "names its columns"),
        (b"PK\x03\x04 torn", "list.xlsx", "damaged or incomplete"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence_and_nothing_is_stored(content, name, sentence):
    answer = bring(make.volunteer(language="en"), content, name)
    assert sentence in answer.content.decode()
    assert not ImportFile.objects.exists()
    assert not Document.objects.exists()


def test_the_same_file_twice_is_refused_by_name_of_the_earlier_import():
    bring(make.volunteer(full_name="Rima"))
    answer = bring(make.volunteer(language="en"), name="other name.csv")
    assert "already brought in" in answer.content.decode()
    assert "Rima" in answer.content.decode()
    assert ImportFile.objects.count() == 1


def test_an_encoding_can_be_chosen_when_letters_look_wrong():
    bring(make.volunteer(), LIST.encode("windows-1256"), encoding="windows-1256")
    assert ImportFile.objects.get().encoding == "windows-1256"


def test_a_list_without_a_source_is_refused():
    answer = bring(make.volunteer(language="en"), source="")
    assert "Choose who the list is from" in answer.content.decode()
    assert not ImportFile.objects.exists()


@pytest.mark.parametrize("role", ["reviewer", "auditor"])
def test_those_who_only_look_find_no_form_and_are_refused(role):
    user = make.user(role, language="en")
    listed = signed_in(user).get(reverse("admin:staff_imports"))
    assert listed.status_code == 200
    assert 'type="file"' not in listed.content.decode()
    assert bring(user).status_code == 403
    brought = make.import_file()
    assert "Take this import back" not in page(user, brought)
    undone = signed_in(user).post(reverse("admin:staff_import_undo", args=[brought.pk]), {"reason": "why"})
    assert undone.status_code == 403
    brought.refresh_from_db()
    assert brought.status == ImportStatus.STORED


def test_a_running_import_renews_itself_but_not_under_someone_who_writes_a_reason():
    running = make.import_file(status=ImportStatus.STORING, rows_total=10, rows_done=4)
    volunteer = make.volunteer(language="en")
    body = page(volunteer, running)
    assert "data-renews" in body
    assert "4 of 10 (40%)" in body
    asked = page(volunteer, running, undo="1")
    assert "data-renews" not in asked
    assert '<textarea name="reason"' in asked
    assert "data-renews" not in page(volunteer, make.import_file())


def undo(user: User, brought: ImportFile, reason: str = "The wrong list") -> Any:
    address = reverse("admin:staff_import_undo", args=[brought.pk])
    return signed_in(user).post(address, {"reason": reason})


def test_an_import_is_taken_back_with_a_reason():
    brought, volunteer = make.import_file(), make.volunteer(language="en")
    assert "Write the reason" in undo(volunteer, brought, "").content.decode()
    undo(volunteer, brought)
    brought.refresh_from_db()
    assert brought.status == ImportStatus.UNDONE
    body = page(volunteer, brought)
    assert "The wrong list" in body
    assert "This import was taken back" in body


def test_an_import_that_decisions_rest_on_names_them_to_those_who_may_see_links():
    brought = make.import_file()
    link = make.link(LinkStatus.CONFIRMED, record=make.record(import_file=brought))
    to_caseworker = page(make.caseworker(language="en"), brought)
    assert reverse("admin:staff_link", args=[link.pk]) in to_caseworker
    to_volunteer = page(make.volunteer(language="en"), brought)
    assert "decision about one link rests" in to_volunteer
    assert reverse("admin:staff_link", args=[link.pk]) not in to_volunteer
    refused = undo(make.caseworker(language="en"), brought, "A reason")
    assert "cannot be undone" in refused.content.decode()


def test_the_list_of_imports_can_be_narrowed():
    wanted, other = make.import_file(), make.import_file(status=ImportStatus.STORING)
    client = signed_in(make.volunteer())
    by_status = client.get(reverse("admin:staff_imports"), {"status": "stored"})
    assert [brought.pk for brought in by_status.context["page_obj"]] == [wanted.pk]
    by_source = client.get(reverse("admin:staff_imports"), {"source": str(other.source_id)})
    assert [brought.pk for brought in by_source.context["page_obj"]] == [other.pk]


def queries_for(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def test_the_list_of_imports_costs_the_same_number_of_queries_for_fifty():
    client, address = signed_in(make.volunteer()), reverse("admin:staff_imports")
    make.import_file()
    client.get(address)
    with_one = queries_for(client, address)
    for _ in range(49):
        make.import_file()
    # The pages of the list are counted once either way.
    assert queries_for(client, address) == with_one


def test_refused_rows_cost_the_same_number_of_queries_for_fifty():
    brought, volunteer = make.import_file(), make.volunteer()
    address, client = reverse("admin:staff_import", args=[brought.pk]), signed_in(volunteer)
    refusal = [{"en": "No name.", "ar": "لا اسم."}]
    make.import_row(brought, status=RowStatus.REFUSED, refusals=refusal)
    client.get(address)
    with_one = queries_for(client, address)
    for _ in range(49):
        make.import_row(brought, status=RowStatus.REFUSED, refusals=refusal)
    assert queries_for(client, address) == with_one
