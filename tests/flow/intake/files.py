"""Makes lists in memory, sound and ugly ones, in every format that may arrive."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

Cell = str | int | float | bool | date | None
HEADER: tuple[str, ...] = ("م", "الاسم", "اسم الأب", "الكنية", "تاريخ الوفاة")
PEOPLE: tuple[tuple[Cell, ...], ...] = (
    (1, "سليم", "رامي", "التجريبي", "22/10/2019"),
    (2, "نادر", "فؤاد", "المختلق", "٢٠١٨/٣/٥"),
)
TABLE: tuple[tuple[Cell, ...], ...] = (HEADER, *PEOPLE)


def csv_bytes(
    table: Iterable[Sequence[Cell]] = TABLE, encoding: str = "utf-8", delimiter: str = ","
) -> bytes:
    """Return a table as text, nothing quoted."""
    return "".join(delimiter.join(map(str, row)) + "\r\n" for row in table).encode(encoding)


def xlsx_bytes(
    table: Iterable[Sequence[Cell]] = TABLE, *, more: Mapping[str, Iterable[Sequence[Cell]]] | None = None
) -> bytes:
    """Return a workbook whose first sheet holds the table, and `more` the others."""
    workbook = openpyxl.Workbook()
    first = workbook.worksheets[0]
    first.title = "القائمة"
    for row in table:
        first.append(list(row))
    for name, rows in (more or {}).items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def xls_bytes(table: Iterable[Sequence[Cell]] = TABLE) -> bytes:
    """Return a workbook as Excel kept it until 2003."""
    workbook = xlwt.Workbook(encoding="utf-8")
    sheet = workbook.add_sheet("القائمة")
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    for number, row in enumerate(table):
        for place, cell in enumerate(row):
            sheet.write(number, place, cell, day) if isinstance(cell, date) else sheet.write(
                number, place, cell
            )
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def ods_bytes(table: Iterable[Sequence[Cell]] = TABLE) -> bytes:
    """Return a workbook as LibreOffice keeps it."""
    document = OpenDocumentSpreadsheet()
    sheet = Table(name="القائمة")
    for row in table:
        line = TableRow()
        for cell in row:
            line.addElement(_ods_cell(cell))
        sheet.addElement(line)
    document.spreadsheet.addElement(sheet)
    content = io.BytesIO()
    document.write(content)
    return content.getvalue()


def _ods_cell(cell: Cell) -> TableCell:
    if isinstance(cell, date):
        made = TableCell(valuetype="date", datevalue=cell.isoformat())
    elif isinstance(cell, int | float):
        made = TableCell(valuetype="float", value=cell)
    else:
        made = TableCell(valuetype="string")
    made.addElement(P(text="" if cell is None else str(cell)))
    return made


def with_parts(package: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a zip package in which these parts are replaced or added."""
    content = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in [*old.namelist(), *(name for name in parts if name not in old.namelist())]:
            new.writestr(name, parts[name] if name in parts else old.read(name))
    return content.getvalue()


def part_of(package: bytes, name: str) -> bytes:
    """Return one part of a zip package."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return opened.read(name)


def bomb_bytes(mebibytes: int) -> bytes:
    """Return a workbook with a sheet of spaces that inflates to so much."""
    sound = xlsx_bytes()
    sheet = part_of(sound, "xl/worksheets/sheet1.xml")
    return with_parts(sound, {"xl/worksheets/sheet1.xml": sheet + b" " * (mebibytes * 1024 * 1024)})


def lying_bomb_bytes(mebibytes: int) -> bytes:
    """Return a bomb whose directory promises a small sheet with the right checksum of its beginning."""
    name = "xl/worksheets/sheet1.xml"
    honest = bomb_bytes(mebibytes)
    with zipfile.ZipFile(io.BytesIO(honest)) as package:
        promised, real = 4096, package.getinfo(name)
        checksum = zlib.crc32(package.read(name)[:promised])
    told = struct.pack("<III", real.CRC, real.compress_size, real.file_size)
    lie = struct.pack("<III", checksum, real.compress_size, promised)
    assert honest.count(told) == 2
    return honest.replace(told, lie)


def container_bytes(*streams: str) -> bytes:
    """Return an OLE container with a directory of these streams: what a locked XLSX is kept in."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    entries = b""
    for stream in ("Root Entry", *streams):
        name = (stream + "\0").encode("utf-16-le")
        entries += name.ljust(64, b"\0") + struct.pack("<HBB", len(name), 2, 1) + bytes(60)
    return header.ljust(512, b"\0") + entries.ljust(1024, b"\0") + bytes(8192)


def locked_xls_bytes() -> bytes:
    """Return an XLS whose second record says FILEPASS, as Excel writes under a password."""
    sound = xls_bytes()
    beginning = sound.index(b"\x09\x08")
    length = 4 + struct.unpack_from("<H", sound, beginning + 2)[0]
    after = beginning + length
    filepass = struct.pack("<HHHHH", 0x2F, 54, 1, 1, 1) + bytes(48)
    return sound[:after] + filepass + sound[after + len(filepass) :]


def locked_ods_bytes() -> bytes:
    """Return an ODS whose manifest says that its content is encrypted."""
    sound = ods_bytes()
    manifest = part_of(sound, "META-INF/manifest.xml").replace(
        b'manifest:full-path="content.xml"', b'manifest:full-path="content.xml" manifest:size="9"'
    )
    closing = b"</manifest:manifest>"
    locked = b'<manifest:file-entry manifest:full-path="x"><manifest:encryption-data/></manifest:file-entry>'
    return with_parts(sound, {"META-INF/manifest.xml": manifest.replace(closing, locked + closing)})
