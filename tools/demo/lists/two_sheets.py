"""A workbook of two lists and a count: titles, headings in two lines under merged cells, totals below."""

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tools.demo.lists.files import Cell, fill, first_sheet, xlsx_bytes
from tools.demo.lists.people import INVENTED, TITLE, day_first, people

UPPER = ("الرقم", "الاسم الثلاثي", "اسم الأم", "الولادة", None, "الوفاة", None, "السجن", "ملاحظات")
LOWER = (None, None, None, "المحل", "التاريخ", "التاريخ", "السبب", None, None)
SECOND = ("ت", "اسم المعتقل", "تولد", "تاريخ الاعتقال", "مكان الاحتجاز", "ملاحظة")


def two_sheets() -> bytes:
    """The dead on one sheet, those still held on the other, a hidden sheet that only counts them."""

    def build(book: Workbook) -> None:
        _the_dead(first_sheet(book, "الوفيات"))
        _those_held(book.create_sheet("الموقوفون"))
        count = book.create_sheet("إحصاء")
        fill(count, [("الجهة", "العدد"), ("سجن عدرا", 12), ("فرع فلسطين", 9), ("المجموع", 21)])
        count.sheet_state = "hidden"

    return xlsx_bytes(build)


def _the_dead(sheet: Worksheet) -> None:
    rows: list[tuple[Cell, ...]] = [
        (1, "درغام صبحي عبارة", "رسمية قنديل", "تلبيسة", "4/9/1980", "03/04/2014", "احتشاء عضلة قلبية",
         "سجن عدرا", INVENTED),
        (2, "مضر رياض ديوب", "نجاح", "", "1985", "15/04/2014", "", None, INVENTED),
        (3, "برهان منذر العبيد", "", "سراقب", "", "2014", "ذات رئة", None, INVENTED),
    ]  # fmt: skip
    for number, one in enumerate(people("two sheets: dead", 22), start=4):
        name = f"{one.given} {one.father} {one.family}"
        rows.append((number, name, one.mother, one.born_in, day_first(one.born), day_first(one.died), one.cause,
                     one.held_by, INVENTED))  # fmt: skip
    foot: list[tuple[Cell, ...]] = [(), (None, "المجموع", 25), (None, "التوقيع والختم")]
    fill(sheet, [(TITLE,), ("عن عامي 2013 و2014",), UPPER, LOWER, *rows, *foot])
    for merged in ("A1:I1", "A2:I2", "A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:G3", "H3:H4", "I3:I4", "H5:H7"):
        sheet.merge_cells(merged)


def _those_held(sheet: Worksheet) -> None:
    rows: list[tuple[Cell, ...]] = [
        (1, "نضال برهان المقداد", "درعا 1988", "25-12-2012", "الفرع 248", INVENTED),
        (2, "نضال برهان المقداد", "درعا 1988", "25-12-2012", "الفرع 248", INVENTED),
    ]
    for number, one in enumerate(people("two sheets: held", 18), start=3):
        name = f"{one.given} {one.father} {one.family}"
        rows.append((number, name, one.born.year, f"{one.arrested:%d-%m-%Y}", one.held_by, INVENTED))
    again = len(rows) // 2
    # Printed on two pages, each under its own header.
    fill(sheet, [(TITLE,), SECOND, *rows[:again], SECOND, *rows[again:], ("الإجمالي", 20)])
    sheet.merge_cells("A1:F1")
