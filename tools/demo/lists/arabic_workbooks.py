"""Registers of prisons as workbooks: one with a column and rows hidden, one as Excel kept it until 2003."""

from datetime import date

from openpyxl import Workbook

from tools.demo.lists.files import Cell, fill, first_sheet, xls_bytes, xlsx_bytes
from tools.demo.lists.people import INVENTED, TITLE, day_first, people

REGISTER = ("م", "رقم السجين", "الاسم", "اسم الأب", "الكنية", "اسم الأم", "محل وتاريخ الولادة", "محل ورقم القيد",
            "تاريخ الدخول", "الجهة", "تاريخ الوفاة", "سبب الوفاة", "رقم المهجع", "ملاحظات")  # fmt: skip
PLACE_OF_CAUSE = "L"


def prison_register() -> bytes:
    """A prison's register with رقم السجين: the causes of death are hidden, and so are two of the prisoners."""
    rows: list[tuple[Cell, ...]] = [
        (1, 10417, "قصي", "نزيه", "البزرة", "وردة الشربجي", "دوما 12/3/1986", "دوما 77", date(2013, 4, 3),
         "سجن عدرا", "22/10/2015", "توقف القلب والتنفس", 4, INVENTED),
        (2, 10418, "مالك", "عبد الله", "خولاني", "صباح", "النبك 1990", "", "03/04/2013", "سجن عدرا", "", "", 4,
         INVENTED),
        (3, 10419, "سعد", "هيثم", "كيوان", "بشرى زكور", "١٩٧٥", "نوى / 12", "تشرين الثاني 2012", "فرع غير مسجل",
         "صيف 2014", "ذات رئة", 7, INVENTED),
    ]  # fmt: skip
    for number, one in enumerate(people("prison register", 57), start=4):
        died = day_first(one.died) if number % 3 else None
        birth, registry = f"{one.born_in} {day_first(one.born)}", f"{one.born_in} {one.number % 500 + 1}"
        rows.append((number, 10416 + number, one.given, one.father, one.family, one.mother, birth, registry,
                     day_first(one.arrested), one.held_by, died, one.cause if died else None, number % 9 + 1,
                     INVENTED))  # fmt: skip

    def build(book: Workbook) -> None:
        sheet = first_sheet(book, "السجل")
        fill(sheet, [("الجمهورية … سجن …",), (TITLE,), (), REGISTER, *rows])
        sheet.column_dimensions[PLACE_OF_CAUSE].hidden = True
        for row in (10, 11):
            sheet.row_dimensions[row].hidden = True

    return xlsx_bytes(build)


def old_register() -> bytes:
    """A register of an old XLS: headings in two languages, days as days, a title over all columns."""
    rows: list[tuple[Cell, ...]] = [
        (TITLE,),
        ("الرقم No.", "الاسم الرباعي\nFull name", "اسم الأم / Mother", "تاريخ الولادة / Date of birth",
         "تاريخ التوقيف / Arrested", "السجن / Prison", "تاريخ الوفاة / Died", "ملاحظات"),
        (1, "ربيع شادي عمران كيوان", "ليلى عليان", date(1982, 2, 14), date(2012, 8, 9), "سجن عدرا",
         date(2014, 1, 30), INVENTED),
        (2, "مهدي وائل أدهم طليمات", "سميرة", 1969, "أيلول 2012", "فرع فلسطين", "2013?", INVENTED),
        (3, "أدهم عيسى؟", "", "", "", "", "", INVENTED),
    ]  # fmt: skip
    for number, one in enumerate(people("old register", 37), start=4):
        name = f"{one.given} {one.father} {one.grandfather} {one.family}"
        rows.append((number, name, one.mother, one.born, one.arrested, one.held_by, one.died, INVENTED))
    return xls_bytes("سجل قديم", rows, merged_title=8)
