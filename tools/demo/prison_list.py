"""The demonstration list as a workbook: an Arabic sheet, right to left, as ugly as such lists are."""

import io
import re
import zipfile
from datetime import datetime
from random import Random

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tools.demo.filler_rows import Cell, filler_rows
from tools.demo.list_rows import INVENTED, rows_by_hand

ROWS = 200
TITLE = (
    "قائمة صُنعت للعرض: كل من فيها أشخاص مخترعون، إلا سطرًا واحدًا يعيد ما ذكرته رويترز ويقول ذلك في الملاحظات"
)
HEADER = (
    "م", "رقم السجين", "الاسم الثلاثي", "اسم الأم", "محل وتاريخ الولادة", "تاريخ التوقيف",
    "مكان التوقيف/الجهة", "تاريخ الوفاة", "سبب الوفاة", "تعليمات بشأن الجثة", "ملاحظات",
)  # fmt: skip
WIDTHS = (5, 11, 30, 20, 22, 16, 24, 16, 22, 22, 60)
MADE_ON = datetime(2025, 12, 8, 12, 0)  # noqa: DTZ001 - a workbook knows no time zone
ZIP_TIME = (2025, 12, 8, 12, 0, 0)
LAST_SAVED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def list_rows() -> list[tuple[Cell, ...]]:
    """Return the two hundred rows in their order, with their running number and remark."""
    by_hand = [row for table in rows_by_hand().values() for row in table]
    nobody = [(*row, INVENTED) for row in filler_rows(ROWS - len(by_hand))]
    rows: list[tuple[Cell, ...]] = [*by_hand, *nobody]
    chance = Random("order of the list")  # noqa: S311 - the same every time is what is wanted
    for last in range(len(rows) - 1, 0, -1):
        other = chance.randrange(last + 1)
        rows[last], rows[other] = rows[other], rows[last]
    return [(number, *row) for number, row in enumerate(rows, start=1)]


def workbook() -> Workbook:
    """Return the list as a workbook."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("A new workbook begins with a sheet.")
    sheet.title = "الوفيات"
    sheet.sheet_view.rightToLeft = True
    sheet["A1"] = TITLE
    for place, width in enumerate(WIDTHS):
        sheet.column_dimensions[chr(ord("A") + place)].width = width
    for row_number, cells in enumerate((HEADER, *list_rows()), start=2):
        for column, value in enumerate(cells, start=1):
            write_cell(sheet, row_number, column, value)
    for cell in (sheet["A1"], *sheet[2]):
        cell.font = Font(bold=True)
    book.properties.creator = "Athar"
    book.properties.created = MADE_ON
    return book


def write_cell(sheet: Worksheet, row: int, column: int, value: Cell) -> None:
    if value == "":
        return
    cell = sheet.cell(row, column, value)
    if isinstance(value, str):
        cell.data_type = "s"  # or a text that begins with "=" would become a formula
    elif isinstance(value, datetime):
        cell.number_format = "dd/mm/yyyy"


def workbook_bytes() -> bytes:
    """Return the file, the same to the byte each time: times of saving are set to one day."""
    saved, same = io.BytesIO(), io.BytesIO()
    workbook().save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(same, "w", zipfile.ZIP_DEFLATED) as out:
        for part in sorted(parts.namelist()):
            content = parts.read(part)
            if part == "docProps/core.xml":
                content = LAST_SAVED.sub(rb"\g<1>" + MADE_ON.isoformat().encode() + b"Z", content)
            out.writestr(zipfile.ZipInfo(part, ZIP_TIME), content, zipfile.ZIP_DEFLATED)
    return same.getvalue()
