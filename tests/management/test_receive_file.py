"""receive_file from the command line."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests import make
from tests.flow.intake.files import csv_bytes
from tests.flow.intake.lists import CONTENT, HEADER, ROWS, all_that_is_kept
from tracker.models import ImportFile, Source, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def volunteer() -> User:
    return make.volunteer()


@pytest.fixture
def source() -> Source:
    return make.source(slug="invented")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "list.csv"
    file.write_bytes(CONTENT)
    return file


def run(*arguments: object) -> str:
    out, progress = StringIO(), StringIO()
    call_command("receive_file", *map(str, arguments), stdout=out, stderr=progress)
    return out.getvalue()


@pytest.mark.usefixtures("volunteer", "source")
def test_the_report_is_one_json_object(path: Path):
    path.write_bytes(csv_bytes((HEADER, *ROWS, ("فادي منير الشامي", "3/5/1650", "سجن"))))
    report: dict[str, Any] = json.loads(run(path, "--source", "invented", "--json"))
    imported = ImportFile.objects.get()
    assert set(report) == {"import", "sha256", "rows", "records", "repeated", "refused", "sheets"}
    assert (report["import"], report["sha256"]) == (imported.pk, imported.document.sha256)
    assert (report["rows"], report["records"]) == (3, 2)
    (refused,) = report["refused"]
    assert (refused["number"], refused["sheet"]) == (4, "list")
    assert "1650" in refused["refusals"][0]["en"]
    assert report["sheets"][0]["fields"] == ["name", "died", "facility"]


def test_a_list_is_stored_at_once(path: Path, source: Source, volunteer: User):
    said = run(path, "--source", "invented")
    imported = ImportFile.objects.get()
    assert (imported.status, imported.source, imported.received_by) == ("stored", source, volunteer)
    assert f"Import {imported.pk}: 2 records, 0 rows refused" in said


@pytest.mark.usefixtures("volunteer", "source")
def test_a_person_reads_why_a_row_was_refused(path: Path):
    path.write_bytes(csv_bytes((HEADER, *ROWS, ("فادي منير الشامي", "3/5/1650", "سجن"))))
    assert "row 4: The date 3/5/1650" in run(path, "--source", "invented")


def test_the_named_account_brings_it_in(path: Path, source: Source, volunteer: User):
    other = make.caseworker(username="rima")
    run(path, "--source", "invented", "--by", "rima")
    assert ImportFile.objects.get().received_by == other


@pytest.mark.usefixtures("volunteer", "source")
def test_a_mapping_file_names_the_columns(path: Path, tmp_path: Path):
    mapping = tmp_path / "mapping.json"
    mapping.write_text('{"السجن": "notes", "B": "ignore"}', encoding="utf-8")
    report = json.loads(run(path, "--source", "invented", "--mapping", mapping, "--json"))
    assert report["sheets"][0]["fields"] == ["name", "", "notes"]


@pytest.mark.usefixtures("volunteer", "source")
def test_an_encoding_can_be_named(path: Path):
    path.write_bytes(csv_bytes((HEADER, *ROWS), encoding="windows-1256"))
    run(path, "--source", "invented", "--encoding", "windows-1256")
    assert ImportFile.objects.get().rows.get(number=2).cells[0] == ROWS[0][0]


BAD_MAPPINGS = {
    "no JSON": b"name = A",
    "no text": b"\xff\xfe\x00\x01",
    "a list": b'["A", "name"]',
    "fields that are no words": b'{"A": ["name"]}',
    "an unknown field": b'{"A": "fate"}',
    "an unknown column": b'{"ZZ": "name"}',
    "nobody left": b'{"A": "ignore"}',
}


@pytest.mark.usefixtures("volunteer", "source")
@pytest.mark.parametrize("what", BAD_MAPPINGS)
def test_a_bad_mapping_is_refused_with_a_sentence(
    what: str, path: Path, tmp_path: Path, originals_folder: Path
):
    mapping = tmp_path / "mapping.json"
    mapping.write_bytes(BAD_MAPPINGS[what])
    before = all_that_is_kept(originals_folder)
    with pytest.raises(CommandError) as refused:
        run(path, "--source", "invented", "--mapping", mapping)
    assert str(refused.value).endswith(".")
    assert all_that_is_kept(originals_folder) == before


@pytest.mark.usefixtures("volunteer", "source")
@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 \n", csv_bytes(ROWS), csv_bytes((HEADER,))], ids=len)
def test_a_file_that_is_no_list_is_refused_with_a_sentence(
    content: bytes, path: Path, originals_folder: Path
):
    path.write_bytes(content)
    before = all_that_is_kept(originals_folder)
    with pytest.raises(CommandError, match=r"\.$") as refused:
        run(path, "--source", "invented")
    assert refused.value.returncode == 1
    assert all_that_is_kept(originals_folder) == before


@pytest.mark.usefixtures("volunteer", "source")
def test_the_same_file_again_is_refused(path: Path):
    run(path, "--source", "invented")
    with pytest.raises(CommandError, match=str(ImportFile.objects.get().pk)):
        run(path, "--source", "invented")


@pytest.mark.usefixtures("volunteer", "source")
@pytest.mark.parametrize("option", ["path", "--mapping"])
def test_a_missing_file_is_named(option: str, path: Path, tmp_path: Path):
    missing = tmp_path / "missing.csv"
    arguments = [missing] if option == "path" else [path, option, missing]
    with pytest.raises(CommandError, match=r"missing\.csv cannot be read"):
        run(*arguments, "--source", "invented")
    with pytest.raises(CommandError, match="cannot be read"):
        run(tmp_path, "--source", "invented")


@pytest.mark.usefixtures("volunteer", "source")
def test_an_unknown_source_is_refused_with_those_there_are(path: Path):
    with pytest.raises(CommandError, match="“unknown”.*invented"):
        run(path, "--source", "unknown")


@pytest.mark.usefixtures("source")
def test_without_an_account_that_may_nothing_comes_in(path: Path):
    make.reviewer(username="huda")
    make.volunteer(is_active=False)
    with pytest.raises(CommandError, match="No active account"):
        run(path, "--source", "invented")
    with pytest.raises(CommandError, match="“nobody”"):
        run(path, "--source", "invented", "--by", "nobody")
    with pytest.raises(CommandError):
        run(path, "--source", "invented", "--by", "huda")
    assert not ImportFile.objects.exists()
