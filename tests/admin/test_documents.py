"""Documents: kept as they came, handed out as a file, every step noted."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests import make
from tests.admin.pages import filled_in, signed_in
from tracker.models import CustodyEvent, CustodyKind, Document, Role

pytestmark = pytest.mark.django_db
PAGE = b"<script>alert(1)</script>"


@pytest.fixture(autouse=True)
def _own_store(settings, tmp_path):
    settings.DOCUMENT_ROOT = tmp_path


def received(client) -> Document:
    answers = {
        "original": SimpleUploadedFile("scan.html", PAGE, content_type="text/html"), "title": "Scan",
        "source": str(make.source().pk), "authenticity": "leaked",
    }  # fmt: skip
    assert client.post(reverse("admin:tracker_document_add"), answers).status_code == 302
    return Document.objects.get()


def test_a_file_is_kept_by_its_sum_and_its_chain_of_custody_begins():
    document = received(signed_in(Role.CASEWORKER))
    assert (document.title, document.authenticity, document.size) == ("Scan", "leaked", len(PAGE))
    assert document.custody.get().kind == CustodyKind.RECEIVED


def test_the_original_is_handed_out_as_a_file_and_never_as_a_page():
    client = signed_in(Role.CASEWORKER)
    document = received(client)
    answer = client.get(reverse("admin:staff_document", args=[document.pk]))
    assert b"".join(answer) == PAGE
    assert answer["Content-Disposition"] == 'attachment; filename="scan.html"'
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_opening_an_original_is_a_step_of_its_custody():
    reader = make.auditor()
    document = received(signed_in(Role.CASEWORKER))
    b"".join(signed_in(reader).get(reverse("admin:staff_document", args=[document.pk])))
    assert CustodyEvent.objects.get(kind=CustodyKind.OPENED).by == reader


def test_an_original_that_is_missing_is_said_in_a_sentence():
    url = reverse("admin:staff_document", args=[make.document().pk])
    answer = signed_in(Role.CASEWORKER).get(url, follow=True)
    assert "not in this office" in answer.content.decode()
    assert not CustodyEvent.objects.exists()


def test_a_document_is_judged_anew_but_its_file_stays():
    client = signed_in(Role.REVIEWER)
    document = received(signed_in(Role.CASEWORKER))
    url = reverse("admin:tracker_document_change", args=[document.pk])
    answers = filled_in(client, url) | {"authenticity": "suspected_forged", "sha256": "0" * 64}
    assert client.post(url, answers).status_code == 302
    stored = Document.objects.get()
    assert (stored.authenticity, stored.sha256) == ("suspected_forged", document.sha256)


def test_a_volunteer_adds_no_document_here():
    assert signed_in(Role.VOLUNTEER).post(reverse("admin:tracker_document_add"), {}).status_code == 403
