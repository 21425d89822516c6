"""A missing person and a list in which they stand."""

from typing import Any

from tests import make
from tests.flow.intake.files import Cell, csv_bytes
from tests.flow.intake.lists import stored
from tracker.models import ImportFile, Link, Person

HEADER = ("الاسم", "اسم الأم", "تولد", "تاريخ الاعتقال", "تاريخ الوفاة")
HIS_ROW: tuple[Cell, ...] = ("نبيل كرم الصفدي", "سعاد مراد", "1981", "2/2019", "22/10/2019")
OTHERS: tuple[tuple[Cell, ...], ...] = (
    ("وسيم جمال الحموي", "رجاء العلي", "1990", "2013", "2014"),
    ("طارق أنور الإدلبي", "سميرة حسن", "1975", "2012", "2015"),
    ("فادي منير الشامي", "هالة يوسف", "1988", "2014", "2016"),
)


def missing(*names: str, **facts: Any) -> Person:
    facts = {"mother": "Souad Mourad", "birth": "1981", "disappearance": "9/2/2019"} | facts
    return make.person(*(names or ("Nabil Karam al-Safadi",)), **facts)


def a_list(*rows: tuple[Cell, ...]) -> ImportFile:
    return stored(csv_bytes((HEADER, *(rows or (HIS_ROW, *OTHERS)))))


def pairs() -> set[tuple[str, str]]:
    return {
        (str(link.person), link.record.name_written)
        for link in Link.objects.select_related("record", "person")
    }
