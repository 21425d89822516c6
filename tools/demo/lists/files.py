"""Lists in the formats that arrive, each the same to the byte every time it is made."""

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

import xlwt
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tools.demo.prison_list import LAST_SAVED, MADE_ON, ZIP_TIME

Cell = str | int | date | None
Rows = Iterable[Sequence[Cell]]

OPEN_DOCUMENT = "application/vnd.oasis.opendocument.spreadsheet"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMES = " ".join(f'xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "table", "text"))
MANIFEST = (
    f'{XML}<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0" manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{OPEN_DOCUMENT}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def text_bytes(rows: Rows, *, encoding: str, delimiter: str) -> bytes:
    """Return a table as text; a cell that holds the delimiter is quoted."""

    def quoted(cell: Cell) -> str:
        text = "" if cell is None else str(cell)
        return f'"{text}"' if delimiter in text else text

    return "".join(delimiter.join(map(quoted, row)) + "\r\n" for row in rows).encode(encoding)


def fill(sheet: Worksheet, rows: Rows, *, first_row: int = 1) -> None:
    """Write a table into a sheet of an XLSX, no cell as a formula."""
    for number, row in enumerate(rows, start=first_row):
        for place, value in enumerate(row, start=1):
            if value is None or value == "":
                continue
            cell = sheet.cell(number, place, value)
            if isinstance(value, str):
                cell.data_type = "s"
            elif isinstance(value, date):
                cell.number_format = "dd/mm/yyyy"


def xlsx_bytes(build: Callable[[Workbook], None]) -> bytes:
    """Return a workbook that ``build`` has filled, times of saving set to one day."""
    book = Workbook()
    build(book)
    book.properties.creator = "Athar"
    book.properties.created = MADE_ON
    saved = io.BytesIO()
    book.save(saved)
    stamp = MADE_ON.isoformat().encode() + b"Z"
    return repacked(saved.getvalue(), lambda content: LAST_SAVED.sub(rb"\g<1>" + stamp, content))


def first_sheet(book: Workbook, title: str) -> Worksheet:
    """Return the sheet that a new workbook begins with, named and right to left."""
    sheet = book.worksheets[0]
    sheet.title = title
    sheet.sheet_view.rightToLeft = True
    return sheet


def xls_bytes(title: str, rows: Rows, *, merged_title: int) -> bytes:
    """Return a workbook as Excel kept it until 2003, its first cell merged over so many columns."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet(title)
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            if number == place == 0:
                sheet.write_merge(0, 0, 0, merged_title - 1, cell)
            elif isinstance(cell, date):
                sheet.write(number, place, cell, day)
            elif cell is not None and cell != "":
                sheet.write(number, place, cell)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def ods_bytes(title: str, rows: Rows, *, hidden_columns: Sequence[int] = ()) -> bytes:
    """Return a workbook as LibreOffice keeps it, put together by hand: its libraries order names by chance."""
    table = [tuple(row) for row in rows]
    columns = "".join(
        f'<table:table-column table:visibility="{"collapse" if place in hidden_columns else "visible"}"/>'
        for place in range(max(map(len, table)))
    )
    lines = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in table)
    content = (
        f'{XML}<office:document-content {NAMES} office:version="1.2"><office:body><office:spreadsheet>'
        f"<table:table table:name={quoteattr(title)}>{columns}{lines}</table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    parts = {"mimetype": OPEN_DOCUMENT, "META-INF/manifest.xml": MANIFEST, "content.xml": content}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, text in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            package.writestr(zipfile.ZipInfo(name, ZIP_TIME), text, how)
    return made.getvalue()


def _ods_cell(cell: Cell) -> str:
    text = "" if cell is None else str(cell)
    kind = 'office:value-type="string"'
    if isinstance(cell, date):
        kind = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
    elif isinstance(cell, int):
        kind = f'office:value-type="float" office:value="{cell}"'
    return f"<table:table-cell {kind}><text:p>{escape(text)}</text:p></table:table-cell>"


def repacked(package: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Return a zip package with its parts in one order, of one time, each changed."""
    same = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as parts,
        zipfile.ZipFile(same, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for part in sorted(parts.namelist()):
            out.writestr(zipfile.ZipInfo(part, ZIP_TIME), change(parts.read(part)), zipfile.ZIP_DEFLATED)
    return same.getvalue()
