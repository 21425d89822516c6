"""What is no list is refused by name, with a sentence that says what to do, and nothing of it is kept."""

import io
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.flow.intake import files
from tracker.flow.intake.readers import UnreadableFile, cells, limits, package, read_sheets
from tracker.flow.intake.readers import reading as parent
from tracker.flow.intake.readers.not_a_list import NotAList
from tracker.flow.intake.readers.sentences import SENTENCES

SOUND = files.xlsx_bytes()
SHEET = "xl/worksheets/sheet1.xml"
ENTITY = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'


def refusal_of(content: bytes, **choices: Any) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as refusal:
        read_sheets(content, filename="list.xlsx", **choices)
    return refusal.value


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b",,,\n", "no_rows"),
        (files.xlsx_bytes([]), "no_rows"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "wrong_type_pdf"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "wrong_type_image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "wrong_type_image"),
        (b"\0\0\0\x18ftypheic", "wrong_type_image"),
        (b"\x7fELF\x02\x01\x01" + bytes(60), "wrong_type_program"),
        (b"MZ\x90\0\x03\0\0\0", "wrong_type_program"),
        (b"#!/bin/sh\nrm x", "wrong_type_program"),
        (b"\x1f\x8b\x08\0", "wrong_type_archive"),
        (b"Rar!\x1a\x07\0", "wrong_type_archive"),
        (b"SQLite format 3\0", "wrong_type_database"),
        (b"{\\rtf1 x}", "wrong_type_document"),
        (b"\x09\x04\x06\x00\0\0\x10\0", "wrong_type_old_excel"),
        (b"<html><table><tr><td>x</td></tr></table></html>", "wrong_type_web_page"),
        (b'<?xml version="1.0"?><Workbook/>', "wrong_type_xml"),
        (b'  {"name": "x"}', "wrong_type_json"),
        (b'[{"name": "x"}]', "wrong_type_json"),
        (bytes(range(256)) * 10, "wrong_type_binary"),
        (b"name\0,born\n", "wrong_type_binary"),
    ],
)
def test_what_is_no_list_is_named(content: bytes, code: str):
    assert refusal_of(content).code == code


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"word/document.xml": b"<w/>"}, "wrong_type_document"),
        ({"ppt/presentation.xml": b"<p/>"}, "wrong_type_document"),
        ({"photo.jpg": b"\xff\xd8\xff"}, "wrong_type_archive"),
        (
            {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"},
            "wrong_type_document",
        ),
        ({"mimetype": b"application/epub+zip"}, "wrong_type_archive"),
        ({"xl/workbook.bin": b"\0"}, "wrong_type_binary_workbook"),
        ({"xl/workbook.xml": b"<workbook"}, "damaged"),
        (
            {"encrypted-package": b"x", "mimetype": b"application/vnd.oasis.opendocument.spreadsheet"},
            "password",
        ),
    ],
)
def test_a_package_that_is_no_workbook_is_named(parts: dict[str, bytes], code: str):
    empty_package = b"PK\x05\x06" + bytes(18)
    assert refusal_of(files.with_parts(empty_package, parts)).code == code


@pytest.mark.parametrize(
    "content",
    [
        files.container_bytes("EncryptionInfo", "EncryptedPackage"),
        files.locked_xls_bytes(),
        files.locked_ods_bytes(),
    ],
    ids=["xlsx", "xls", "ods"],
)
def test_a_password_is_recognised(content: bytes):
    assert refusal_of(content).code == "password"


def test_an_old_word_document_is_named():
    assert refusal_of(files.container_bytes("WordDocument")).code == "wrong_type_document"


def test_the_word_of_a_locked_package_inside_a_cell_locks_nothing():
    table = [("الاسم", "EncryptedPackage علي")]
    assert read_sheets(files.xls_bytes(table), filename="a.xls").sheets[0].rows[0].cells[1].endswith("علي")


@pytest.mark.parametrize("make", [files.xlsx_bytes, files.ods_bytes, files.xls_bytes])
@pytest.mark.parametrize("part", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_workbook_is_damaged(make, part: float):
    content = make()
    assert refusal_of(content[: int(len(content) * part)]).code == "damaged"


def test_a_cell_of_ten_megabytes_is_refused_with_its_row():
    giant = "ع" * 5_000_000
    csv = refusal_of(files.csv_bytes([("الاسم",), ("علي",), (giant,)]))
    assert (csv.code, csv.details["row"]) == ("cell_too_long", 3)
    # openpyxl itself would cut the text.
    cell = f'<c r="B9" t="inlineStr"><is><t>{giant}</t></is></c>'.encode()
    sheet = files.part_of(SOUND, SHEET).replace(b"<sheetData>", b'<sheetData><row r="9">' + cell + b"</row>")
    xlsx = refusal_of(files.with_parts(SOUND, {SHEET: sheet}))
    assert xlsx.code == "cell_too_long"


@pytest.mark.parametrize("make", [files.bomb_bytes, files.lying_bomb_bytes])
def test_a_zip_bomb_is_refused_quickly(make):
    content = make(100)
    began = time.perf_counter()
    assert refusal_of(content).code in {"inflates_too_much", "damaged"}
    assert time.perf_counter() - began < 10


def test_a_bomb_that_lies_about_its_size_is_followed_no_further_than_the_limit():
    content = files.lying_bomb_bytes(50)
    with pytest.raises(NotAList) as refusal:
        package.kind_of_package(content)
    assert refusal.value.code == "inflates_too_much"


@pytest.mark.parametrize("encoding", ["ascii", "utf-16-le"])
@pytest.mark.parametrize("name", [SHEET, "xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml"])
def test_a_declaration_of_entities_is_refused(name: str, encoding: str):
    body = ENTITY.decode().encode(encoding) + files.part_of(SOUND, name)
    assert refusal_of(files.with_parts(SOUND, {name: body})).code == "declares_entities"


def test_a_declaration_across_two_chunks_is_refused():
    body = b" " * (limits.MEBIBYTE - 5) + ENTITY
    assert refusal_of(files.with_parts(SOUND, {SHEET: body})).code == "declares_entities"


def test_too_many_columns_are_refused():
    assert refusal_of(b"name" + b",x" * limits.COLUMNS).code == "too_many_columns"
    wide = read_sheets(b"name" + b",x" * (limits.COLUMNS - 1), filename="wide.csv")
    assert len(wide.sheets[0].rows[0].cells) == limits.COLUMNS


def test_too_many_sheets_are_refused():
    more = {f"sheet {number}": [("x",)] for number in range(limits.SHEETS)}
    assert refusal_of(files.xlsx_bytes(more=more)).code == "too_many_sheets"
    more.popitem()
    assert len(read_sheets(files.xlsx_bytes(more=more), filename="a.xlsx").sheets) == limits.SHEETS


def test_of_hidden_rows_without_end_the_parent_is_told_no_more_than_it_has_room_for():
    hidden = "".join(f'<row r="{row}" hidden="1"/>' for row in range(3, limits.FACTS + 10))
    sheet = files.part_of(SOUND, SHEET).replace(b"</sheetData>", hidden.encode() + b"</sheetData>")
    read = read_sheets(files.with_parts(SOUND, {SHEET: sheet}), filename="a.xlsx")
    assert len(read.sheets[0].hidden_rows) == limits.FACTS
    assert not read.sheets[0].tells_all


def test_too_many_rows_are_refused(monkeypatch):
    monkeypatch.setattr(cells, "ROWS", 3)
    keeper = cells.RowKeeper()
    for number in (1, 2, 5):
        assert keeper.keep(number, ["x"])
    assert keeper.keep(6, [""]) is None
    with pytest.raises(NotAList) as refusal:
        keeper.keep(7, ["x"])
    assert refusal.value.code == "too_many_rows"


def test_a_file_over_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(parent, "FILE_BYTES", 10)
    assert refusal_of(b"name\n" * 3).code == "too_large"


def test_a_stray_cell_far_from_the_list_does_not_take_the_machine_down():
    workbook = openpyxl.Workbook()
    workbook.worksheets[0]["A1"] = "الاسم"
    # A hundred million empty cells between the two, which the parser would lay out in 3 GiB.
    workbook.worksheets[0]["CV1048576"] = "."
    content = io.BytesIO()
    workbook.save(content)
    assert refusal_of(content.getvalue()).code == "too_demanding"


def test_the_child_limits_its_memory_and_its_processor_time():
    program = (
        "import resource; from tracker.flow.intake.readers.child import limit_oneself;"
        "limit_oneself(10**9, 7);"
        "print(*(resource.getrlimit(limit)[0] for limit in (resource.RLIMIT_AS, resource.RLIMIT_CPU)))"
    )
    told = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    assert told.split() == ["1000000000", "7"]


def test_a_child_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(parent, "CHILD_SECONDS", 1)
    monkeypatch.setattr(parent, "CHILD_SECONDS_PER_MEBIBYTE", 0)
    monkeypatch.setattr(parent, "CHILD", "tests.flow.intake.endless_child")
    assert refusal_of(files.csv_bytes()).code == "too_slow"


def test_an_installation_without_its_reader_is_no_fault_of_the_file(monkeypatch):
    monkeypatch.setattr(parent, "CHILD", "tracker.flow.intake.readers.nowhere")
    with pytest.raises(parent.ReaderDidNotStart, match="nowhere"):
        read_sheets(files.csv_bytes(), filename="list.csv")


def test_bytes_that_are_no_text_in_the_chosen_encoding_are_refused_with_their_row():
    refusal = refusal_of("الاسم\nعلي\nÿ".encode("windows-1256", "replace") + b"\xff", encoding="utf-8")
    assert (refusal.code, refusal.details) == ("undecodable", {"encoding": "utf-8", "row": 1})


def test_one_broken_byte_in_a_utf8_list_does_not_turn_it_into_another_encoding():
    lines = ["الاسم", *["سليم التجريبي"] * 20]
    refusal = refusal_of("\n".join(lines).encode() + b"\n\xd8\n")
    assert (refusal.code, refusal.details["row"]) == ("undecodable", 22)


def test_an_unknown_encoding_is_refused():
    assert refusal_of(b"name", encoding="rot13").code == "unknown_encoding"


@pytest.mark.parametrize("content", [b'name,born\n"A,1984\nB,1985\n', b'name\nA\n"B" C\n'])
def test_a_quotation_mark_that_would_swallow_rows_is_refused(content: bytes):
    assert refusal_of(content).code == "broken_quotes"


def test_a_nul_character_in_a_cell_is_refused():
    assert refusal_of("name\nA\0B\n".encode("utf-16")).code == "nul_character"


def test_every_code_that_the_readers_use_has_its_sentence():
    folder = Path(parent.__file__).parent
    source = "\n".join(path.read_text() for path in folder.glob("*.py") if path.name != "sentences.py")
    used = set(re.findall(r'(?:NotAList|UnreadableFile)\(\s*"(\w+)"', source))
    used |= set(re.findall(r'"(wrong_type_\w+|too_slow|too_demanding|damaged)"', source))
    assert used == set(SENTENCES)
