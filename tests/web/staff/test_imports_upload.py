"""Bringing in a list file: who it is from, how it came, and what is said of a file that cannot be taken."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests import make
from tests.web.staff.lists import LIST, address, brought_in, signed_in, stored, uploaded
from tracker.models import CustodyKind, Document, ImportFile, ImportStatus, PrisonRecord, Source

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def originals_of_this_test(settings, tmp_path):
    settings.DOCUMENT_ROOT = tmp_path


def test_a_volunteer_uploads_a_list_and_is_led_on_to_how_it_is_read():
    answer = uploaded(make.volunteer())
    brought = ImportFile.objects.get()
    assert answer.url == address("reading", brought)
    assert brought.status == ImportStatus.RECEIVED
    assert not PrisonRecord.objects.exists()


def test_where_a_file_came_from_begins_its_chain_of_custody():
    uploaded(make.volunteer(), came_from="على ذاكرة محمولة من مكتب مخترع")
    received = Document.objects.get().custody.get(kind=CustodyKind.RECEIVED)
    assert "على ذاكرة محمولة من مكتب مخترع" in received.note


def test_a_source_is_made_while_uploading():
    uploaded(make.volunteer(), source="", source_name_ar="مكتب مخترع", source_kind="organisation")
    source = ImportFile.objects.get().source
    assert (source.name_ar, source.name_en, source.kind) == ("مكتب مخترع", "مكتب مخترع", "organisation")
    assert source.reliability == "F"


def test_two_sources_of_one_name_are_two_sources():
    for content in (LIST, LIST.replace("هدى", "ليلى")):
        uploaded(make.volunteer(), content.encode(), source="", source_name_en="Invented office")
    assert Source.objects.filter(name_en="Invented office").count() == 2


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"source": ""}, "Choose who the list is from"),
        ({"source_name_en": "Another"}, "Choose a source, or write a new one"),
        ({"file": ""}, "Choose the file that holds the list"),
    ],
)
def test_what_is_missing_is_asked_for_and_what_was_typed_stays(answers, sentence):
    answer = uploaded(make.volunteer(language="en"), came_from="From an invented office", **answers)
    body = answer.content.decode()
    assert sentence in body
    assert "From an invented office</textarea>" in body
    assert not ImportFile.objects.exists()


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "list.csv", "The file is empty"),
        (b"%PDF-1.4 something", "list.pdf", "This file is a PDF document"),
        (b"PK\x03\x04 torn", "list.xlsx", "damaged or incomplete"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence_and_nothing_is_kept(content, name, sentence):
    sources = Source.objects.count()
    answer = uploaded(make.volunteer(language="en"), content, name, source="", source_name_en="New one")
    assert sentence in answer.content.decode()
    assert 'value="New one"' in answer.content.decode()
    assert not ImportFile.objects.exists()
    assert not Document.objects.exists()
    assert Source.objects.count() == sources + 1  # the one that the test made and did not choose


def test_the_same_bytes_again_are_told_with_a_way_to_the_earlier_import():
    earlier = brought_in(by=make.volunteer(full_name="Rima"))
    body = uploaded(make.volunteer(language="en"), name="other name.csv").content.decode()
    assert "already brought in" in body
    assert "Rima" in body
    assert f'href="{address("", earlier)}"' in body
    assert ImportFile.objects.count() == 1


def test_a_list_brings_mended_rows_or_is_a_newer_version_and_not_both():
    earlier = stored()
    both: dict[str, Any] = {"adds_to": earlier.pk, "revises": earlier.pk}
    body = uploaded(make.volunteer(language="en"), LIST.replace("هدى", "ليلى").encode(), **both).content
    assert "choose one" in body.decode()
    uploaded(make.volunteer(), LIST.replace("هدى", "ليلى").encode(), revises=earlier.pk)
    assert ImportFile.objects.exclude(pk=earlier.pk).get().revises == earlier


def test_the_earlier_list_is_filled_in_when_one_comes_from_its_page():
    earlier = stored()
    page = signed_in(make.volunteer()).get(reverse("admin:staff_import_new"), {"adds_to": earlier.pk})
    assert f'<option value="{earlier.pk}" selected>' in page.content.decode()


def test_only_a_stored_list_can_be_mended_or_renewed():
    waiting = brought_in()
    body = signed_in(make.volunteer()).get(reverse("admin:staff_import_new")).content.decode()
    assert f'<option value="{waiting.pk}"' not in body


@pytest.mark.parametrize("role", ["reviewer", "auditor"])
def test_those_who_only_look_are_not_asked_for_a_file(role):
    client = signed_in(make.user(role, language="en"))
    assert client.get(reverse("admin:staff_import_new")).status_code == 403
    sent = {"source": make.source().pk, "file": SimpleUploadedFile("list.csv", LIST.encode())}
    assert client.post(reverse("admin:staff_import_new"), sent).status_code == 403
    assert not ImportFile.objects.exists()
