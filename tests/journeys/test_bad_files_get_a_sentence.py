"""Whatever file a volunteer brings in, they get a sentence in their language, and nothing is half-stored."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests import make
from tests.flow.intake.files import (
    bomb_bytes,
    container_bytes,
    locked_ods_bytes,
    locked_xls_bytes,
    xlsx_bytes,
)
from tests.journeys.work import bring_in_by_pages, let_the_worker_work
from tracker.models import (
    CustodyEvent,
    Document,
    ImportFile,
    ImportRow,
    PrisonRecord,
    RowStatus,
    Source,
    User,
)

pytestmark = pytest.mark.django_db

HEADER = ["الاسم الثلاثي", "تاريخ الوفاة"]
ONE_CELL_OF_10_MB = "م" * (5 * 1024 * 1024)
ARABIC, LATIN_WORD = re.compile(r"[\u0621-\u064a]{2,}"), re.compile(r"[A-Za-z]{2,}")

BAD_FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "an empty file": ("list.csv", lambda: b""),
    "a picture called a workbook": ("list.xlsx", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 400),
    "a PDF": ("list.pdf", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"0" * 400),
    "a program": ("list.xls", lambda: b"MZ\x90\0" + b"\0" * 400),
    "a header without rows": ("list.xlsx", lambda: xlsx_bytes([HEADER])),
    "a locked XLSX": ("list.xlsx", lambda: container_bytes("EncryptionInfo", "EncryptedPackage")),
    "a locked XLS": ("list.xls", locked_xls_bytes),
    "a locked ODS": ("list.ods", locked_ods_bytes),
    "half a workbook": ("list.xlsx", lambda: xlsx_bytes([HEADER, ["نبيل", "2013"]])[:900]),
    "a workbook with one cell of 10 MB": ("list.csv", f"الاسم\n{ONE_CELL_OF_10_MB}\n".encode),
    "a bomb": ("list.xlsx", lambda: bomb_bytes(300)),
}


@pytest.fixture
def source(tmp_path: Path, settings: LazySettings) -> Source:
    settings.DOCUMENT_ROOT = tmp_path
    return make.source()


def bring_in(account: User, name: str, content: bytes, source: Source) -> tuple[int, str]:
    client = Client()
    client.force_login(account)
    answers = {"file": SimpleUploadedFile(name, content), "source": str(source.pk), "encoding": ""}
    page = client.post(reverse("admin:staff_import_new"), answers)
    return page.status_code, unescape(page.content.decode())


def errors_on(page: str) -> list[str]:
    lists = re.findall(r'<ul class="errorlist[^>]*>(.*?)</ul>', page, re.DOTALL)
    blocks = lists + re.findall(r'<div class="notice is-error"[^>]*>(.*?)</div>', page, re.DOTALL)
    return [re.sub(r"<[^>]+>", " ", block).strip() for block in blocks]


@pytest.mark.parametrize("what", BAD_FILES)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_bad_file_gets_a_sentence_in_the_volunteers_language_and_leaves_nothing(
    what: str, language: str, source: Source, tmp_path: Path
) -> None:
    name, content = BAD_FILES[what]
    status, page = bring_in(make.volunteer(language=language), name, content(), source)

    assert status == 200
    [sentence] = errors_on(page)
    assert len(sentence) > 25
    spoken = ARABIC if language == "ar" else LATIN_WORD
    assert len(spoken.findall(sentence)) > 4, sentence
    for noun in (Document, ImportFile, ImportRow, CustodyEvent, PrisonRecord):
        assert not noun.objects.exists(), noun
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.django_db(transaction=True)
def test_a_bad_row_is_kept_with_its_sentence_and_the_good_ones_go_on(source: Source) -> None:
    rows = [
        HEADER,
        ["نبيل \u202eكرم الصفدي", "22/10/2019"],
        ["مازن وليد الأتاسي", "22/10/1619"],
        ["", "2013"],
    ]
    client = Client()
    client.force_login(make.volunteer(language="ar"))
    bring_in_by_pages(client, SimpleUploadedFile("list.xlsx", xlsx_bytes(rows)), source)
    let_the_worker_work()

    record = PrisonRecord.objects.get()
    assert record.name_written == "نبيل كرم الصفدي"
    assert "\u202e" in record.row.cells[0], "the cell stays as it stood"
    assert record.doubts, "the reviewer is told of the mark"
    too_early, nobody = ImportRow.objects.filter(status=RowStatus.REFUSED).order_by("number")
    assert "1619" in too_early.refusals[0]["ar"]
    assert len(ARABIC.findall(too_early.refusals[0]["ar"])) > 4
    assert len(ARABIC.findall(nobody.refusals[0]["ar"])) > 4

    shown = unescape(
        client.get(reverse("admin:staff_import", args=[ImportFile.objects.get().pk])).content.decode()
    )
    assert too_early.refusals[0]["ar"] in shown
