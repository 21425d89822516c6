"""A list that counts in Hijri years and writes Arabic-Indic digits."""

from openpyxl import Workbook

from tools.demo.lists.files import Cell, fill, first_sheet, xlsx_bytes
from tools.demo.lists.people import INVENTED, TITLE, indic, people

MONTHS = ("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان",
          "شوال", "ذو القعدة", "ذو الحجة")  # fmt: skip
HEADER = ("الرقم", "الاسم الكامل", "اسم الوالدة", "سنة الولادة", "رقم النزيل", "تاريخ الدخول", "تاريخ الوفاة",
          "السجن", "ملاحظات")  # fmt: skip


def hijri_dates() -> bytes:
    """Days of entry and death as ١٥ رمضان ١٤٣٤ هـ and ٣/٤/١٤٣٤هـ, births in years of either count."""
    rows: list[tuple[Cell, ...]] = [
        (indic(1), "هيثم عز الدين الأسود", "أمينة الحافظ", "١٤٠٥ هـ", indic(2211), "١٥ رمضان ١٤٣٤ هـ",
         "٣/٤/١٤٣٥هـ", "سجن عدرا", INVENTED),
        (indic(2), "سليمان حسان الهلال", "فريدة", "١٩٨٠", indic(2212), "٢٢/١٠/١٤٣٣ هـ", "١٤٣٥ هـ", "سجن عدرا",
         INVENTED),
        (indic(3), "رياض مصطفى عيروط", "", "١٣٩٧", indic(2213), "شوال ١٤٣٣هـ", "", "سجن عدرا", INVENTED),
    ]  # fmt: skip
    for number, one in enumerate(people("hijri", 27), start=4):
        name = f"{one.given} {one.father} {one.family}"
        entered = f"{number % 28 + 1} {MONTHS[number % 12]} 1434 هـ"
        died = f"{number % 29 + 1}/{number % 12 + 1}/1436هـ" if number % 2 else ""
        rows.append((indic(number), name, one.mother, indic(one.born.year), indic(2210 + number), indic(entered),
                     indic(died), one.held_by, INVENTED))  # fmt: skip

    def build(book: Workbook) -> None:
        sheet = first_sheet(book, "١٤٣٤")
        fill(sheet, [(TITLE,), HEADER, tuple(f"({place})" for place in range(1, 10)), *rows])

    return xlsx_bytes(build)
