"""Arabic lists kept as text: bodies known by numbers alone, a ledger of the military police, transfers."""

from random import Random

from tools.demo.lists.files import Cell, text_bytes
from tools.demo.lists.people import INVENTED, TITLE, Invented, day_first, indic, people


def hospital_bodies() -> bytes:
    """A military hospital's list of bodies: numbers, no names; semicolons, and a total below."""
    header = ("رقم الجثة", "رقم الفرع", "تاريخ الورود", "سبب الوفاة", "الإجراء", "ملاحظات")
    rows: list[tuple[Cell, ...]] = [
        (TITLE,),
        header,
        ("9077/227", "فرع 227", "03/04/2013", "توقف القلب والتنفس", "تدفن أصولاً", INVENTED),
        ("9078/215", "الفرع 215", "22/04/2013", "", "", INVENTED),
        ("9079/؟", "", "غير معروف", "قصور كلوي حاد", "", INVENTED),
    ]
    for place, one in enumerate(people("bodies", 42)):
        number = f"{9080 + place}/{one.held_by.split()[-1]}"
        rows.append((number, one.held_by, f"{one.died:%d/%m/%Y}", one.cause, "تدفن أصولاً", INVENTED))
    rows += [("",), ("المجموع", "45")]
    return text_bytes(rows, encoding="utf-8-sig", delimiter=";")


def military_police() -> bytes:
    """A ledger of the military police as an old program saved it: Windows-1256, one name in one line."""
    header = ("الرقم المتسلسل", "الاسم الثلاثي", "اسم الأم", "المواليد", "القيد", "الجهة الموقوف لديها",
              "تاريخ الإيداع", "تاريخ الوفاة", "البيان")  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        header,
        (1, "عبدالرحمن سعد الدين القطان", "هدى البش", "1979", "دوما خانة 112", "فرع 227", "5/6/2012",
         "18/7/2013", INVENTED),
        (2, "صقر، ماجد نوري", "نادرة", "4/5/1988", "حرستا / 48", "الفرع 215", "14-11-2012", "2014", INVENTED),
        (3, "رامز محي الدين عليان", "", "مواليد 1990", "", "الشرطة العسكرية القابون", "6/7/2012", "32/1/2014",
         INVENTED),
    ]  # fmt: skip
    for number, one in enumerate(people("military police", 57), start=4):
        name = f"{one.given} {one.father} {one.family}"
        registry = f"{one.born_in} / {one.number % 300 + 1}"
        rows.append((number, name, one.mother, one.born.year, registry, one.held_by, day_first(one.arrested),
                     day_first(one.died), INVENTED))  # fmt: skip
    return text_bytes(rows, encoding="windows-1256", delimiter=",")


def branch_transfers() -> bytes:
    """Transfers between branches, headed by words of the clerk's own, in UTF-16; nothing decides its dates."""
    chance = Random("transfers")  # noqa: S311 - the same every time is what is wanted
    rows: list[tuple[Cell, ...]] = [
        ("ت.", "صاحب العلاقة", "سنة", "النفوس والخانة", "يوم الخطف", "من الجهة", "شرح"),
        (indic(1), "ثائر منذر شيخو", indic(1984), "الباب/73", "03/04/2013", "فرع المنطقة", INVENTED),
        (indic(2), "عدي رياض الدندل", indic(1991), "الميادين/210", "07/07/2013", "فرع فلسطين", INVENTED),
        (indic(3), "أيهم جلال مارديني", indic(1977), "النبك/5", "11/2012", "سجن عدرا", INVENTED),
    ]
    for number, one in enumerate(people("transfers", 27), start=4):
        rows.append((indic(number), *_transfer(one, chance), INVENTED))
    return text_bytes(rows, encoding="utf-16", delimiter="\t")


def _transfer(one: Invented, chance: Random) -> tuple[Cell, ...]:
    name = f"{one.given} {one.father} {one.family}"
    day = f"{chance.randrange(1, 13):02}/{chance.randrange(1, 13):02}/{one.arrested.year}"
    branch = one.held_by if one.held_by.split()[0] in {"فرع", "الفرع", "سجن"} else "فرع المنطقة"
    return name, indic(one.born.year), f"{one.born_in}/{one.number % 400 + 1}", day, branch
