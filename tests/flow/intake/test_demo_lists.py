"""Each demonstration list from its bytes to its records, read as it would be proposed."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests import make
from tracker.dates import FuzzyDate
from tracker.flow.intake.check import begin_check, check_rows
from tracker.flow.intake.layouts import propose_layout, rows_to_take
from tracker.flow.intake.readers import ListFile, read_sheets
from tracker.flow.intake.receive import bring_in
from tracker.flow.intake.records import RowRead, RowReader
from tracker.flow.intake.store import begin_storing, store_rows
from tracker.flow.linking.places import Gazetteer
from tracker.models import PrisonRecord, SheetLayout

LISTS = Path(__file__).resolve().parents[3] / "fixtures" / "imports"
ALIKE = {"script", "facility", "notes_written"}
INVENTED = (
    "بيانات مخترعة للعرض",
    "Invented for the demonstration",
    "Données inventées pour la démonstration",
)


@dataclass(frozen=True)
class Came:
    """A list as it was read: its file, its layout, and what each of its rows says."""

    read: ListFile
    layout: list[SheetLayout]
    rows: dict[tuple[str, int], RowRead]

    def sheet(self, place: int = 0) -> SheetLayout:
        return self.layout[place]

    def said(self, number: int, place: int = 0) -> dict[str, Any]:
        """The facts of one row, dates as EDTF, without what every list says alike."""
        facts = self.rows[self.layout[place].sheet, number].facts
        told = {name: fact.edtf if isinstance(fact, FuzzyDate) else fact for name, fact in facts.items()}
        return {
            name: fact
            for name, fact in told.items()
            if name not in {"script", "facility", "notes_written"} and fact
        }

    def counted(self) -> tuple[int, int]:
        refused = sum(1 for row in self.rows.values() if row.refusals)
        return len(self.rows) - refused, refused

    def doubts(self, kind: str) -> list[int]:
        return [
            number for (_sheet, number), row in self.rows.items() if kind in [one[0] for one in row.doubts]
        ]


@cache
def came(name: str) -> Came:
    read = read_sheets((LISTS / name).read_bytes(), filename=name)
    layout = propose_layout(read)
    reader = RowReader(layout, Gazetteer())
    rows = {(sheet, row.number): reader.read(sheet, row.cells) for sheet, row in rows_to_take(read, layout)}
    return Came(read, layout, rows)


# File, format, encoding, records, rows refused, rows that repeat another.
READ = [
    ("prison_register_demo.xlsx", "xlsx", "", 60, 0, 0),
    ("hospital_bodies_demo.csv", "csv", "utf-8-sig", 45, 0, 0),
    ("military_police_demo.csv", "csv", "windows-1256", 59, 1, 0),
    ("branch_transfers_demo.tsv", "csv", "utf-16", 30, 0, 0),
    ("two_sheets_demo.xlsx", "xlsx", "", 44, 0, 1),
    ("old_register_demo.xls", "xls", "", 40, 0, 0),
    ("rights_group_demo.ods", "ods", "", 18, 0, 0),
    ("disparus_demo.csv", "csv", "windows-1252", 12, 0, 0),
    ("hijri_dates_demo.xlsx", "xlsx", "", 29, 1, 0),
    ("sednaya_dead_demo.xlsx", "xlsx", "", 196, 4, 0),
]


@pytest.mark.parametrize(("name", "kind", "encoding", "records", "refused", "repeated"), READ)
def test_every_list_is_read_to_its_last_row(
    name: str, kind: str, encoding: str, records: int, refused: int, repeated: int
):
    of = came(name)
    assert (of.read.kind, of.read.encoding) == (kind, encoding)
    assert of.counted() == (records + repeated, refused)


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "kind", "encoding", "records", "refused", "repeated"), READ)
def test_every_list_is_checked_and_stored_as_it_is_proposed(
    name: str, kind: str, encoding: str, records: int, refused: int, repeated: int
):
    by = make.volunteer()
    imported = bring_in((LISTS / name).read_bytes(), filename=name, source=make.source(), by=by)
    begin_check(imported.pk, by=by)
    check_rows(imported.pk)
    begin_storing(imported.pk, by=by)
    stored = store_rows(imported.pk)
    assert (stored.status, stored.rows_done) == ("stored", records + refused + repeated)
    assert (stored.records_count, stored.refused_count, stored.repeated_count) == (records, refused, repeated)
    assert PrisonRecord.objects.filter(import_file=stored).count() == records


def test_no_list_is_without_its_test():
    assert sorted(path.name for path in LISTS.iterdir()) == sorted(case[0] for case in READ)


@pytest.mark.parametrize("path", sorted(LISTS.iterdir()), ids=lambda path: path.stem)
def test_every_row_says_that_it_is_invented(path: Path):
    of = came(path.name)
    taken = [row.cells for _sheet, row in rows_to_take(of.read, of.layout)]
    reported = [cells for cells in taken if not any(mark in cells for mark in INVENTED)]
    # The one row that is not: what the report says of Ali al-Baridi, which names Reuters.
    assert [cells[2] for cells in reported] == (
        ["علي محسن البريدي"] if path.stem == "sednaya_dead_demo" else []
    )


def test_a_prison_register():
    of = came("prison_register_demo.xlsx")
    assert (of.sheet().header_row, of.sheet().last_row) == (4, 0)
    [sheet] = of.read.sheets
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.right_to_left) == (
        frozenset({10, 11}),
        frozenset({11}),
        True,
    )
    assert of.sheet().fields == [
        "row_number", "prisoner_number", "given", "father", "family", "mother", "birth_place_and_date",
        "registry", "entered", "facility", "died", "death_cause", "", "notes",
    ]  # fmt: skip
    assert of.said(5) == {
        "name_written": "قصي نزيه البزرة", "given": "قصي", "father": "نزيه", "family": "البزرة",
        "mother_written": "وردة الشربجي", "birth": "1986-03-12", "birth_place_written": "دوما",
        "registry_place_written": "دوما", "registry_number": "77", "prisoner_number": "10417",
        "entered": "2013-04-03", "facility_written": "سجن عدرا", "died": "2015-10-22",
        "death_cause_written": "توقف القلب والتنفس", "says_death": True,
    }  # fmt: skip
    assert (of.said(6)["entered"], of.said(6)["birth"], "died" in of.said(6)) == ("2013-04-03", "1990", False)
    assert (of.said(7)["entered"], of.said(7)["died"], of.said(7)["birth"]) == ("2012-11", "2014-22", "1975")
    assert of.doubts("order_of_date") == []


def test_a_hospitals_list_of_bodies_with_numbers_only():
    of = came("hospital_bodies_demo.csv")
    assert (of.sheet().header_row, of.sheet().last_row, of.sheet().foot[-1]) == (
        2,
        47,
        (49, ["المجموع", "45"]),
    )
    assert of.sheet().fields == ["body_number", "facility", "entered", "death_cause", "body_order", "notes"]
    assert of.said(3) == {
        "body_number": "9077/227", "facility_written": "فرع 227", "entered": "2013-04-03",
        "death_cause_written": "توقف القلب والتنفس", "body_order_written": "تدفن أصولاً", "says_death": True,
    }  # fmt: skip
    assert of.said(5) == {
        "body_number": "9079/؟", "death_cause_written": "قصور كلوي حاد", "says_death": True,
    }  # fmt: skip


def test_a_ledger_of_the_military_police_in_an_old_encoding():
    of = came("military_police_demo.csv")
    assert of.sheet().fields == [
        "row_number", "name", "mother", "birth", "registry", "facility", "entered", "died", "notes",
    ]  # fmt: skip
    assert of.sheet().date_orders == {"entered": "day_first", "died": "day_first"}
    assert of.said(2) == {
        "name_written": "عبدالرحمن سعد الدين القطان", "given": "عبدالرحمن", "father": "سعد الدين",
        "family": "القطان", "mother_written": "هدى البش", "birth": "1979", "registry_place_written": "دوما",
        "registry_number": "112", "facility_written": "فرع 227", "entered": "2012-06-05", "died": "2013-07-18",
        "says_death": True,
    }  # fmt: skip
    assert (of.said(3)["family"], of.said(3)["given"], of.said(3)["died"]) == ("صقر", "ماجد", "2014")
    assert "32/1/2014" in of.rows[of.sheet().sheet, 4].refusals[0]["en"]
    # The one column in which nothing decides: a single day of birth among years.
    assert of.doubts("order_of_date") == [3]


def test_a_list_of_transfers_under_words_of_the_clerks_own():
    of = came("branch_transfers_demo.tsv")
    assert of.sheet().fields == ["row_number", "name", "birth", "registry", "arrested", "facility", ""]
    assert of.sheet().date_orders == {}
    assert of.said(2) == {
        "name_written": "ثائر منذر شيخو", "given": "ثائر", "father": "منذر", "family": "شيخو", "birth": "1984",
        "registry_place_written": "الباب", "registry_number": "73", "arrested": "2013-04-03",
        "facility_written": "فرع المنطقة",
    }  # fmt: skip
    # 03/04/2013 may be either, 07/07/2013 and 11/2012 may not; nothing decides, so each is marked.
    doubted = of.doubts("order_of_date")
    assert 2 in doubted
    assert not {3, 4} & set(doubted)
    assert len(doubted) == 27


def test_two_sheets_with_titles_merged_cells_and_totals():
    of = came("two_sheets_demo.xlsx")
    assert [(part.sheet, part.header_row, part.header_rows, part.last_row, part.taken) for part in of.layout] == [
        ("الوفيات", 4, 2, 29, True), ("الموقوفون", 2, 1, 23, True), ("إحصاء", 0, 1, 0, False),
    ]  # fmt: skip
    assert of.sheet().header[3:7] == ["الولادة المحل", "الولادة التاريخ", "الوفاة التاريخ", "الوفاة السبب"]
    assert of.sheet().fields == [
        "row_number", "name", "mother", "birth_place", "birth", "died", "death_cause", "facility", "notes",
    ]  # fmt: skip
    assert of.sheet(1).fields == [
        "row_number",
        "name",
        "birth_place_and_date",
        "arrested",
        "facility",
        "notes",
    ]
    assert of.said(5) == {
        "name_written": "درغام صبحي عبارة", "given": "درغام", "father": "صبحي", "family": "عبارة",
        "mother_written": "رسمية قنديل", "birth_place_written": "تلبيسة", "birth": "1980-09-04",
        "died": "2014-04-03", "death_cause_written": "احتشاء عضلة قلبية", "facility_written": "سجن عدرا",
        "says_death": True,
    }  # fmt: skip
    # The prison's cell is merged over three rows: its text stands once.
    assert ("facility_written" in of.said(6), "facility_written" in of.said(7)) == (False, False)
    assert (of.said(3, 1)["birth"], of.said(3, 1)["birth_place_written"]) == ("1988", "درعا")
    keys = [of.rows["الموقوفون", number].says_key for number in (3, 4, 5)]
    assert keys[0] == keys[1] != keys[2]


def test_an_old_workbook_with_headings_in_two_languages():
    of = came("old_register_demo.xls")
    assert (of.read.sheets[0].tells_all, of.read.sheets[0].merged) == (True, ((1, 0, 1, 7),))
    assert of.sheet().fields == [
        "row_number", "name", "mother", "birth", "arrested", "facility", "died", "notes",
    ]  # fmt: skip
    assert of.said(3) == {
        "name_written": "ربيع شادي عمران كيوان", "given": "ربيع", "father": "شادي", "grandfather": "عمران",
        "family": "كيوان", "mother_written": "ليلى عليان", "birth": "1982-02-14", "arrested": "2012-08-09",
        "facility_written": "سجن عدرا", "died": "2014-01-30", "says_death": True,
    }  # fmt: skip
    assert (of.said(4)["birth"], of.said(4)["arrested"], of.said(4)["died"]) == ("1969", "2012-09", "2013?")


def test_a_rights_groups_list_whose_dates_have_the_month_first():
    of = came("rights_group_demo.ods")
    assert (of.read.sheets[0].hidden_columns, of.sheet().header_row) == (frozenset({7}), 2)
    assert of.sheet().date_orders == {"arrested": "month_first"}
    assert of.said(3) == {
        "name_written": "Firas Munther al-Ghazzawi", "given": "Firas", "father": "Munther",
        "family": "al-Ghazzawi", "mother_written": "Hasna Qandil", "birth_place_written": "Daraya",
        "birth": "1983", "arrested": "2013-04-03", "facility_written": "Adra Prison", "died": "2014-10-22",
        "says_death": True,
    }  # fmt: skip
    assert (of.said(4)["died"], of.said(5)["birth"], of.said(5)["arrested"]) == (
        "2014~",
        "1990-05-17",
        "2013-01-05",
    )
    assert of.said(5)["birth_place_written"] == "Homs"


def test_a_list_in_latin_letters_with_french_spellings():
    of = came("disparus_demo.csv")
    assert of.sheet().fields == [
        "row_number", "family", "given", "father", "birth", "arrested", "facility", "died", "death_cause",
        "notes",
    ]  # fmt: skip
    assert of.said(2) == {
        "name_written": "Mouhammad Ayman Abdel Kader Chaar", "given": "Mouhammad Ayman", "father": "Abdel Kader",
        "family": "Chaar", "birth": "1981", "arrested": "2012-08-22", "facility_written": "Prison d'Adra",
        "died": "2014-02-03", "death_cause_written": "arrêt cardiaque", "says_death": True,
    }  # fmt: skip
    assert (of.said(3)["birth"], of.said(3)["arrested"]) == ("1975~", "2013-04-03")
    assert (of.said(4)["given"], of.said(4)["died"]) == ("Élias", "2014-22")


def test_a_list_with_hijri_dates_in_arabic_indic_digits():
    of = came("hijri_dates_demo.xlsx")
    assert (of.sheet().header_row, of.sheet().header_rows, of.sheet().header[0]) == (3, 2, "الرقم")
    assert of.sheet().fields == [
        "row_number", "name", "mother", "birth", "prisoner_number", "entered", "died", "facility", "notes",
    ]  # fmt: skip
    assert of.said(4) == {
        "name_written": "هيثم عز الدين الأسود", "given": "هيثم", "father": "عز الدين", "family": "الأسود",
        "mother_written": "أمينة الحافظ", "birth": "1984-09-24/1985-09-16", "prisoner_number": "٢٢١١",
        "entered": "2013-07-21/2013-07-25", "died": "2014-02-01/2014-02-05", "facility_written": "سجن عدرا",
        "says_death": True,
    }  # fmt: skip
    # A year without its mark is not guessed to be Hijri.
    assert "١٣٩٧" in of.rows[of.sheet().sheet, 6].refusals[0]["en"]
    assert of.doubts("order_of_date") == []


def test_the_list_of_the_dead_of_sednaya():
    of = came("sednaya_dead_demo.xlsx")
    [reported] = [row for row in of.rows.values() if row.facts.get("name_written") == "علي محسن البريدي"]
    assert reported.facts["died"].edtf == "2019-10-22"
    assert of.doubts("order_of_date") == []
