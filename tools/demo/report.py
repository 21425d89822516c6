"""The detainee report's people, families, relatives and places: what it says, and nothing else.

The report is "A Year After Assad's Fall, Families of Missing Detainees Languish without Answers". That Ali
al-Baridi is on a list of the dead is no fact of his case here: in the demonstration it comes in a list.
"""

from typing import Any

from tools.demo.rows import Row, claim, family, kinship, name, person, place, relative, uid, when
from tools.demo.tables import prose

REPORT, PROJECT, GRAVE = "detainee-report", "athar-project", "reuters-mass-grave-investigation"
ADDED = "The report is in English: this Arabic spelling was added by the project."
WIVES = "The report gives no family name. {name} is his {kin}'s: Syrian wives keep their own."
BROTHER = "The report calls him the brother of Amina Beqai; that he bears her family name is our inference."
WHOLE = "The report gives the whole name; which part of it is the father's it does not say."
MOHSEN = "That Mohsen (محسن) is his father's name is usual in a name of three parts, but it is our inference."
LANGUAGE = "The report does not say in which language she wants to be told; Arabic is the form's default."


def report_rows() -> list[Row]:
    """Return everything of the report but its sources (sources.py)."""
    return [*places(), *beqai(), *khattab(), *darraji()]


def places() -> list[Row]:
    return [
        place("near-damascus", "area", "قرب دمشق", "Near Damascus", parent="syria", by=REPORT),
        place("southern-syria", "area", "جنوب سوريا", "Southern Syria", parent="syria", by=REPORT),
        place(
            "dhumair-desert-mass-grave", "grave_site", "المقبرة الجماعية في بادية الضمير",
            "Mass grave in the Dhumair desert", parent="dhumair-desert", by=GRAVE,
        ),
    ]  # fmt: skip


def who_asks(key: str, file: str, full_name: str) -> list[Row]:
    """Return the file of a family and the one who speaks for it; the report tells no way to reach her."""
    asks = relative(key, family=file, by=REPORT, name_latin=full_name, notes=LANGUAGE)
    return [family(file, full_name, by=REPORT), asks]


def missing(key: str, code: str, *, file: str, kind: str, on: str, where: str = "") -> list[Row]:
    """Return a missing man and the one thing that the report says of him."""
    facts: dict[str, Any] = {"disappearance_place": uid("place", where)} if where else {}
    return [
        person(key, code, family=file, by=REPORT, sex="male", disappearance=when(on), **facts),
        claim(key, kind, on, by=REPORT, place=where, **prose("report")[key]),
    ]


def added(key: str, written: str, remark: str = ADDED, **parts: str) -> Row:
    """Return the Arabic spelling, which is the project's."""
    return name(key, written, by=PROJECT, standing="added", remark=remark, **parts)


def beqai() -> list[Row]:
    """Amina Beqai looks for her husband and her brother: one family that misses two."""
    no_family_name = WIVES.format(name="Beqai", kin="wife")
    return [
        *who_asks("amina-beqai", "beqai", "Amina Beqai"),
        *missing(
            "mahmoud", "6TKX-Q2M9", file="beqai", kind="arrested", on="April 17, 2012", where="near-damascus"
        ),
        name("mahmoud", "Mahmoud", by=REPORT, given="Mahmoud", remark=no_family_name),
        added("mahmoud", "محمود", given="محمود"),
        kinship("amina-beqai", "mahmoud", "wife"),
        *missing("ahmed", "C4RZ-8WNP", file="beqai", kind="detained", on="August 2012"),
        name("ahmed", "Ahmed", by=REPORT, given="Ahmed"),
        name(
            "ahmed", "Ahmed Beqai", by=PROJECT, kind="alias", given="Ahmed", family="Beqai",
            standing="inferred", remark=BROTHER,
        ),
        added("ahmed", "أحمد", given="أحمد"),
        kinship("amina-beqai", "ahmed", "sister"),
    ]  # fmt: skip


def khattab() -> list[Row]:
    """Sarah al-Khattab was told of her husband because a journalist happened to see his name."""
    key, written = "ali-al-baridi", "Ali Mohsen al-Baridi"
    return [
        *who_asks("sarah-al-khattab", "khattab", "Sarah al-Khattab"),
        *missing(
            key, "J9VE-3HSK", file="khattab", kind="last_seen", on="February 9, 2019", where="southern-syria"
        ),
        name(key, written, by=REPORT, given="Ali", family="al-Baridi", remark=WHOLE),
        name(
            key, written, by=PROJECT, kind="alias", given="Ali", father="Mohsen", family="al-Baridi",
            standing="inferred", remark=MOHSEN,
        ),
        added(
            key, "علي محسن البريدي", f"{ADDED} {MOHSEN}", given="علي", father="محسن", family="البريدي"
        ),
        kinship("sarah-al-khattab", key, "wife"),
    ]  # fmt: skip


def darraji() -> list[Row]:
    """Alia Darraji looks for her son."""
    no_family_name = WIVES.format(name="Darraji", kin="mother")
    return [
        *who_asks("alia-darraji", "darraji", "Alia Darraji"),
        *missing(
            "yazan", "X2GB-7DRT", file="darraji", kind="last_seen", on="November 1, 2014",
            where="near-damascus",
        ),
        name("yazan", "Yazan", by=REPORT, given="Yazan", remark=no_family_name),
        added("yazan", "يزن", given="يزن"),
        kinship("alia-darraji", "yazan", "mother"),
    ]  # fmt: skip
