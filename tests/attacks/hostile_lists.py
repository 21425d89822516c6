"""Files made to hurt whoever opens them: each kind once with its dice, to be made again and again."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable, Iterator
from itertools import cycle
from random import Random
from xml.sax.saxutils import escape

from tests.attacks.hostile_sheets import SHEETS, package_with
from tests.flow.intake import files

Made = Callable[[Random], bytes]

XLSX, ODS, XLS = files.xlsx_bytes(), files.ods_bytes(), files.xls_bytes()
SHEET = "xl/worksheets/sheet1.xml"
DECLARATIONS = (
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
    '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>',
    "<!ENTITY % p SYSTEM 'file:///etc/passwd'>",
)
BEGINNINGS = (
    b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"MZ\x90\0", b"\x7fELF", b"#!/bin/sh\n",
    b"\x1f\x8b\x08", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"SQLite format 3\0", b"{\\rtf1", b"<html><table>",
    b"<?xml version='1.0'?>", b'{"a":', b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"PK\x05\x06",
    b"\x09\x08\x10\0\0\x06\x05\0", b"\x09\x04\x06\0",
)  # fmt: skip
FORMULAS = (
    "=1+1", '=HYPERLINK("http://127.0.0.1/","x")', "=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)", "\t=1", "=A1",
)  # fmt: skip
ODD_NAMES = (
    "../../etc/x", "/etc/x", "C:\\x", "xl/worksheets/sheet1.xml", "xl\\worksheets\\sheet1.xml", "\u202ex.xml",
    "x" * 60_000,
)  # fmt: skip
TARGETS = (
    "file:///etc/passwd",
    "http://127.0.0.1:9/",
    "../../../etc/passwd",
    "\\\\127.0.0.1\\x",
    "sheet1.xml",
)
STREAMS = (("Workbook",), ("Book",), ("WordDocument",), ("EncryptedPackage",), (), ("VBA", "Workbook"))
LINES = ('"a', 'a"b', "a;b,c\td", "a\0b", "\ud800", "\ufeff", "\u2028", "\x0b", "\r", ",,,,", "''", '""""')


def bomb(chance: Random) -> bytes:
    return chance.choice((files.bomb_bytes, files.lying_bomb_bytes))(chance.choice((1, 4, 17, 24)))


def many_parts(chance: Random) -> bytes:
    made = io.BytesIO(XLSX)
    with zipfile.ZipFile(made, "a") as package:
        for number in range(chance.choice((500, 5_100))):
            package.writestr(f"xl/media/{number}", b"")
    return made.getvalue()


def declaration(chance: Random) -> bytes:
    package = chance.choice((XLSX, ODS))
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        name = chance.choice([name for name in opened.namelist() if name.endswith(".xml")])
    told = chance.choice(DECLARATIONS).encode(chance.choice(("ascii", "utf-16", "utf-16-be", "utf-32")))
    part = files.part_of(package, name)
    place = chance.choice((0, part.find(b">") + 1, len(part) // 2))
    return files.with_parts(package, {name: part[:place] + told + part[place:]})


def broken_zip(chance: Random) -> bytes:
    package = bytearray(chance.choice((XLSX, ODS)))
    mark = chance.choice((b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"))
    place = package.find(mark) + 4 + chance.randrange(0, 18)
    package[place : place + 2] = chance.choice((b"\xff\xff", b"\0\0", chance.randbytes(2)))
    if chance.random() < 0.3:
        package[:0] = chance.randbytes(chance.randrange(1, 40))
    if chance.random() < 0.3:
        package += chance.randbytes(chance.randrange(1, 40))
    return bytes(package)


def odd_names(chance: Random) -> bytes:
    made = io.BytesIO(XLSX)
    with zipfile.ZipFile(made, "a") as package:
        for name in chance.sample(ODD_NAMES, 3):
            if name not in package.namelist():
                package.writestr(name, b"<x/>")
    return made.getvalue()


def nested(chance: Random) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for number in range(chance.randrange(1, 4)):
            package.writestr(f"{number}.xlsx", XLSX)
    return made.getvalue()


def wrong_ending(chance: Random) -> bytes:
    return chance.choice(BEGINNINGS) + chance.choice(
        (chance.randbytes(300), XLSX, ODS, files.csv_bytes(), b"")
    )


def foreign_package(chance: Random) -> bytes:
    parts = chance.choice((
        {"word/document.xml": b"<w/>"}, {"ppt/presentation.xml": b"<p/>"}, {"xl/workbook.bin": b"\0"},
        {"mimetype": b"application/epub+zip"}, {"content.xml": b"<x/>"}, {"classes.dex": b"dex"},
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"},
    ))  # fmt: skip
    return files.with_parts(b"PK\x05\x06" + bytes(18), parts)


def formulas(chance: Random) -> bytes:
    table = [("الاسم", "x"), *[(chance.choice(FORMULAS), chance.choice(FORMULAS)) for _ in range(4)]]
    return chance.choice((files.csv_bytes, files.xlsx_bytes, files.ods_bytes, files.xls_bytes))(table)


def macros(chance: Random) -> bytes:
    if chance.random() < 0.5:
        types = files.part_of(XLSX, "[Content_Types].xml").replace(
            b"spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main"
        )
        program = {"xl/vbaProject.bin": XLS[: chance.randrange(1, len(XLS))], "[Content_Types].xml": types}
        return files.with_parts(XLSX, program)
    return files.with_parts(ODS, {"Basic/Standard/Module1.xml": b"<module>Shell(chr(47))</module>"})


def links_elsewhere(chance: Random) -> bytes:
    target = chance.choice(TARGETS)
    name = chance.choice(("xl/_rels/workbook.xml.rels", "_rels/.rels"))
    part = files.part_of(XLSX, name)
    if chance.random() < 0.5:
        part = re.sub(rb"/?xl/(worksheets/sheet1|workbook)\.xml", re.escape(target.encode()), part)
    more = f'<Relationship Id="r99" Type="http://x/externalLink" Target="{target}" TargetMode="External"/>'
    part = part.replace(b"</Relationships>", more.encode() + b"</Relationships>")
    return files.with_parts(XLSX, {name: part, "xl/externalLinks/externalLink1.xml": b"<externalLink/>"})


def giant_cell(chance: Random) -> bytes:
    text = chance.choice("ع=\n<\u202e") * chance.choice((32_768, 200_000, 1_000_000))
    if chance.random() < 0.5:
        return files.csv_bytes([("الاسم",), (f'"{text}"',)], chance.choice(("utf-8", "utf-16")))
    cell = f'<c r="A2" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
    return package_with(f'<row r="2">{cell}</row>')


def wide(chance: Random) -> bytes:
    columns = chance.choice((999, 1_001, 10_000, 16_384))
    table = [[f"c{place}" for place in range(columns)]] * 2
    return files.csv_bytes(table) if chance.random() < 0.6 else _wide_workbook(columns)


def _wide_workbook(columns: int) -> bytes:
    cells = "".join(f"<c><v>{place}</v></c>" for place in range(columns))
    return package_with(f'<row r="1">{cells}</row>')


def old_container(chance: Random) -> bytes:
    streams = chance.choice(STREAMS)
    made = bytearray(files.container_bytes(*streams))
    struct.pack_into("<I", made, 0x4C, chance.choice((0, 1, 2, 0xFFFFFFFE, 0xFFFFFFFF)))
    return bytes(made)


def texts(chance: Random) -> bytes:
    line = chance.choice(LINES)
    text = ("name,born\n" + line + chance.choice(("\n", "\r", "\r\n", ""))) * chance.choice((1, 50, 3_000))
    encoding = chance.choice(("utf-8", "utf-16-le", "utf-16-be", "utf-7", "utf-32", "cp500"))
    return text.encode(encoding, "surrogatepass")


def noise(chance: Random) -> bytes:
    letters = chance.choice((range(256), range(128, 256), range(32), b'",;\n', b"\0\n", b"\xd8\xd9\xa7\n,"))
    return bytes(chance.choice(letters) for _ in range(chance.choice((1, 5, 400))))


KINDS: tuple[Made, ...] = (
    bomb, many_parts, declaration, declaration, broken_zip, broken_zip, odd_names, nested, wrong_ending,
    wrong_ending, foreign_package, formulas, macros, links_elsewhere, giant_cell, wide, old_container, texts,
    texts, noise, noise, *SHEETS, *SHEETS,
)  # fmt: skip


def hostile_lists(chance: Random) -> Iterator[bytes]:
    """Yield files of every kind in turn, without end."""
    for made in cycle(KINDS):
        yield made(chance)
