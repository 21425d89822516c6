import pytest

from tracker.names import part_keys, similarity, units_of
from tracker.names.common_names import VOCALISED
from tracker.names.hearing import hear, hear_shortened, is_fore_name
from tracker.names.wordlists import word_list


def ways(part: str) -> list[str]:
    return [way.phonemes for way in hear(part)]


@pytest.mark.parametrize(
    "part",
    word_list(
        """
        محمد Mohammad Muhammed Mehmet Mhd Mohd Mouhamad Mukhammad Muchammad Mihemed أحمد احمد Ahmad Ehmed
        Akhmet Sayyid Syed Seyed السيد سيد Haji El-Hadj Hacı الحاج Sheikh Cheikh Şeyh شيخ Hafiz Hafez حافظ
        Qari Mullah Malik مالك Mirza
        """
    ),
)
def test_names_that_are_often_left_out_before_another(part: str) -> None:
    assert is_fore_name(part)


@pytest.mark.parametrize(
    "part",
    word_list(
        """
        محمود Mahmoud Mehmud حمد Hamad حامد Hamid محمدي Mohammadi أحمدي Said سعيد Saeed Saad حفيظ Hafeez
        ملك Malak Shahid Hajar Hajjar Sharif علي Ali Abdullah Mohannad
        """
    ),
)
def test_names_that_are_not_left_out(part: str) -> None:
    assert not is_fore_name(part)


@pytest.mark.parametrize(
    ("part", "also"),
    [
        ("Necmi", "nejmI"),  # Turkish
        ("Xelil", "xelil"),  # Kurdish
        ("Vahid", "wahid"),
        ("Moharned", "mohamed"),  # a scan
        ("Hammoucl", "hamVd"),
        ("Albaridi", "baridI"),
        ("Benhammedi", "hamedI"),
        ("بنحسين", "HusIn"),
        ("Abulfadl", "^abufadl"),
        ("Lakhdar", "^axdar"),  # Maghrebi
    ],
)
def test_what_may_be_meant_otherwise_is_heard_so_too(part: str, also: str) -> None:
    assert also in ways(part)


@pytest.mark.parametrize("part", ["Benjamin", "بندقجي", "Alaa", "الياس", "Mohsen", "Chadi", "Schadi", "محسن"])
def test_what_is_one_word_is_heard_in_one_way(part: str) -> None:
    assert len(ways(part)) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Abu Khalil", "Abi Khalil"),
        ("Abou l-Fadl", "Abul Fadl"),
        ("Dhu al-Fiqar", "Dhulfiqar"),
        ("عبد الحي", "Abdulhay"),
        ("Herzal Allah", "Hirzallah"),
        ("A7mad", "Ahmad"),
        ("3abd al-Ra7man", "Abdulrahman"),
        ("KhaIed", "Khaled"),
        ("0mar", "Omar"),
    ],
)
def test_habits_of_writing_are_heard_alike(left: str, right: str) -> None:
    assert set(part_keys(left)) & set(part_keys(right))
    assert similarity(left, right) >= 0.9


def test_behind_the_article_nobody_is_a_son() -> None:
    assert ways("al-Binali") == ["binalI"]


@pytest.mark.parametrize(
    ("part", "short"),
    [
        ("عبد القادر", ["qAdr"]),
        ("Abdelkader", ["kader"]),
        ("سراج الدين", ["srAj"]),
        ("Siraj al-Din", ["siraj"]),
        ("Abd", []),
        ("قادر", []),
    ],
)
def test_a_compound_has_a_short_form(part: str, short: list[str]) -> None:
    assert [way.phonemes for way in hear_shortened(part)] == short


def test_names_with_their_vowels_are_single_words_and_none_is_there_twice() -> None:
    assert all(len(units_of(name)) == 1 for name in VOCALISED)
    assert len({ways(name)[0] for name in VOCALISED}) == len(VOCALISED)


def test_vowels_that_are_known_are_heard() -> None:
    assert ways("عمر") == ["Eumar"]
    assert ways("عامر") == ["EAmir"]
    assert ways("احمد") == ways("أحمد") == ["^aHmad"]
    assert ways("كريم") == ways("کریم") == ["karIm"]
