"""The detainee report's people, families, relatives, sources and places: what it says, and nothing else.

The report is "A Year After Assad's Fall, Families of Missing Detainees Languish without Answers". That Ali al-Baridi is
on a list of the dead is no fact of his case here: in the demonstration it arrives as such things arrive, in a list.
"""

from tools.demo.rows import Row, claim, family, kinship, name, person, place, relative, uid, when

REPORT, PROJECT, GRAVE = "detainee-report", "athar-project", "reuters-mass-grave-investigation"
ADDED = "The report is in English: this Arabic spelling was added by the project."


def report_rows() -> list[Row]:
    """Return everything of the report but its sources (report_sources.py)."""
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


def beqai() -> list[Row]:
    """Amina Beqai looks for her husband and her brother: one family that misses two."""
    return [
        family("beqai", "Amina Beqai", by=REPORT),
        relative(
            "amina-beqai", family="beqai", by=REPORT, name_latin="Amina Beqai",
            notes="The report does not say which language she wants to be told in; Arabic is only the form's default.",
        ),
        *mahmoud(),
        *ahmed(),
    ]  # fmt: skip


def mahmoud() -> list[Row]:
    near = uid("place", "near-damascus")
    return [
        person(
            "mahmoud", "6TKX-Q2M9", family="beqai", by=REPORT, sex="male", disappearance=when("April 17, 2012"),
            disappearance_place=near,
        ),
        name(
            "mahmoud", "Mahmoud", by=REPORT, given="Mahmoud",
            remark="The report gives no family name. Beqai is his wife's: Syrian wives keep their own.",
        ),
        name("mahmoud", "محمود", by=PROJECT, given="محمود", standing="added", remark=ADDED),
        kinship("amina-beqai", "mahmoud", "wife"),
        claim(
            "mahmoud", "arrested", "April 17, 2012", by=REPORT, place="near-damascus",
            **SAID["KEY"],
        ),
    ]  # fmt: skip


def ahmed() -> list[Row]:
    return [
        person("ahmed", "C4RZ-8WNP", family="beqai", by=REPORT, sex="male", disappearance=when("August 2012")),
        name("ahmed", "Ahmed", by=REPORT, given="Ahmed"),
        name(
            "ahmed", "Ahmed Beqai", by=PROJECT, kind="alias", given="Ahmed", family="Beqai", standing="inferred",
            remark="The report calls him the brother of Amina Beqai; that he bears the same family name is our inference.",
        ),
        name("ahmed", "أحمد", by=PROJECT, given="أحمد", standing="added", remark=ADDED),
        kinship("amina-beqai", "ahmed", "sister"),
        claim(
            "ahmed", "detained", "August 2012", by=REPORT,
            **SAID["KEY"],
        ),
    ]  # fmt: skip


def khattab() -> list[Row]:
    inferred = (
        "That Mohsen (محسن) is his father's name is usual in a name of three parts, but it is our inference."
    )
    return [
        family("khattab", "Sarah al-Khattab", by=REPORT),
        relative(
            "sarah-al-khattab", family="khattab", by=REPORT, name_latin="Sarah al-Khattab",
            notes="The report does not say which language she wants to be told in; Arabic is only the form's default.",
        ),
        person(
            "ali-al-baridi", "J9VE-3HSK", family="khattab", by=REPORT, sex="male",
            disappearance=when("February 9, 2019"), disappearance_place=uid("place", "southern-syria"),
        ),
        name(
            "ali-al-baridi", "Ali Mohsen al-Baridi", by=REPORT, given="Ali", family="al-Baridi",
            remark="The report gives the whole name and does not say what its parts are.",
        ),
        name(
            "ali-al-baridi", "Ali Mohsen al-Baridi", by=PROJECT, kind="alias", given="Ali", father="Mohsen",
            family="al-Baridi", standing="inferred", remark=inferred,
        ),
        name(
            "ali-al-baridi", "علي محسن البريدي", by=PROJECT, given="علي", father="محسن", family="البريدي",
            standing="added", remark=f"{ADDED} {inferred}",
        ),
        kinship("sarah-al-khattab", "ali-al-baridi", "wife"),
        claim(
            "ali-al-baridi", "last_seen", "February 9, 2019", by=REPORT, place="southern-syria",
            **SAID["KEY"],
        ),
    ]  # fmt: skip


def darraji() -> list[Row]:
    return [
        family("darraji", "Alia Darraji", by=REPORT),
        relative(
            "alia-darraji", family="darraji", by=REPORT, name_latin="Alia Darraji",
            notes="The report does not say which language she wants to be told in; Arabic is only the form's default.",
        ),
        person(
            "yazan", "X2GB-7DRT", family="darraji", by=REPORT, sex="male", disappearance=when("November 1, 2014"),
            disappearance_place=uid("place", "near-damascus"),
        ),
        name(
            "yazan", "Yazan", by=REPORT, given="Yazan",
            remark="The report gives no family name. Darraji is his mother's: Syrian wives keep their own.",
        ),
        name("yazan", "يزن", by=PROJECT, given="يزن", standing="added", remark=ADDED),
        kinship("alia-darraji", "yazan", "mother"),
        claim(
            "yazan", "last_seen", "November 1, 2014", by=REPORT, place="near-damascus",
            **SAID["KEY"],
        ),
    ]  # fmt: skip
