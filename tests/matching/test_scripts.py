"""A name leads to the same person whether it is typed in Arabic or in Latin letters."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.matching.make import FREQUENCIES, person
from tracker.matching import Profile, score_many

GIVEN = """
محمد Mohammad, أحمد Ahmad, علي Ali, محمود Mahmoud, حسن Hassan, حسين Hussein, خالد Khaled, مصطفى Mustafa, عمر Omar,
إبراهيم Ibrahim, يوسف Youssef, عبد_الله Abdullah, خليل Khalil, إسماعيل Ismail, سليمان Suleiman, ياسر Yasser,
عبد_الرحمن Abdulrahman, حسام Hussam, عمار Ammar, وليد Walid, فادي Fadi, ماهر Maher, بسام Bassam, سامر Samer,
زياد Ziad, رامي Rami, باسل Bassel, يحيى Yahya, موسى Musa, عيسى Issa, جمال Jamal, كمال Kamal, نبيل Nabil,
محسن Mohsen, غسان Ghassan, فراس Firas, مازن Mazen, نضال Nidal, هيثم Haitham, أيمن Ayman, أنس Anas, عدنان Adnan,
حمزة Hamza, بلال Bilal, طارق Tareq, سعيد Said, صالح Saleh, قاسم Qassem, عبد_الكريم Abdulkarim, عامر Amer
"""
FAMILIES = """
البريدي al-Baridi, البقاعي al-Beqai, الخطيب al-Khatib, الحلو al-Hilou, الصفدي al-Safadi, العطار al-Attar,
النجار al-Najjar, الحداد al-Haddad, شعار Shaar, قباني Qabbani, المصري al-Masri, الحموي al-Hamwi, درويش Darwish,
الزعبي al-Zoubi, الشامي al-Shami, حمدان Hamdan, الدباغ al-Dabbagh, القاسم al-Qasem, بركات Barakat, الأحمد al-Ahmad
"""
ARABIC, LATIN = 0, 1
Spellings = tuple[str, str]


def parts(text: str) -> list[Spellings]:
    pairs = (entry.split() for entry in text.replace("\n", " ").split(","))
    return [(arabic.replace("_", " "), latin) for arabic, latin in pairs]


def name(three: Sequence[Spellings], script: int) -> str:
    return " ".join(part[script] for part in three)


names = st.tuples(
    st.sampled_from(parts(GIVEN)), st.sampled_from(parts(GIVEN)), st.sampled_from(parts(FAMILIES))
)


def others(wanted: Sequence[Spellings]) -> list[Profile]:
    """Six hundred others in either script, among them those who share two parts with the one who is wanted."""
    luck, given_names, families = Random(7), parts(GIVEN), parts(FAMILIES)
    strangers = {
        (luck.choice(given_names), luck.choice(given_names), luck.choice(families)) for _ in range(500)
    }
    likest = {(given_name, *wanted[1:]) for given_name in given_names}
    likest |= {(*wanted[:2], family) for family in families}
    return [
        person(name(three, luck.randrange(2))) for three in sorted((strangers | likest) - {tuple(wanted)})
    ]


@settings(max_examples=60, deadline=None)
@given(names, st.sampled_from((ARABIC, LATIN)))
def test_the_script_of_what_is_typed_changes_the_rank_by_no_more_than_one(
    wanted: tuple[Spellings, Spellings, Spellings], kept_in: int
):
    gallery = [person(name(wanted, kept_in)), *others(wanted)]
    ranks = []
    for script in (ARABIC, LATIN):
        bits = [match.bits for match in score_many(person(name(wanted, script)), gallery, FREQUENCIES)]
        ranks.append(sum(other > bits[0] for other in bits))
    assert abs(ranks[ARABIC] - ranks[LATIN]) <= 1
    assert ranks[kept_in] == 0
