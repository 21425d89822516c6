"""The encoding of a list is told by the words that its letters make."""

import random

import pytest

from tracker.flow.intake.readers import ENCODINGS, choose_encoding

ARABIC = (
    "محمد علي حسن حسين أحمد محمود خالد عمر يوسف إبراهيم ضياء ذكرى ثائر فؤاد رؤى سناء هالة ليلى منى ظاهر "
    "غزال دمشق حلب حمص درعا إدلب صيدنايا الاسم الكنية تاريخ الوفاة"
)
FRENCH = "Mohamed Élie François Béchara Hélène Zoé Gaëtan Thérèse André décédé arrêté Père prénom"
TURKISH = "İbrahim Ayşe Çağlar Gökhan Öztürk Işık Yıldız Doğan Güneş doğum ölüm"
SPANISH = "Muñoz José Peña López Jesús María"
HEADER = "الاسم,الأب"
BYTE_ORDER_MARK = "\ufeff"


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        (ARABIC, "windows-1256"),
        (ARABIC, "iso-8859-6"),
        (ARABIC, "utf-8"),
        (ARABIC, "utf-16-le"),
        (ARABIC, "utf-16-be"),
        (FRENCH, "windows-1252"),
        (FRENCH, "utf-8"),
        (TURKISH, "windows-1254"),
        (SPANISH, "windows-1252"),
    ],
)
def test_a_short_list_is_read_in_its_own_encoding(words: str, encoding: str):
    chance = random.Random(1256)
    for _ in range(100):
        text = "\n".join(",".join(chance.choices(words.split(), k=4)) for _ in range(4))
        content = text.encode(encoding)
        assert content.decode(choose_encoding(content)) == text


@pytest.mark.parametrize(
    ("encoding", "mark", "chosen"),
    [
        ("utf-8", BYTE_ORDER_MARK, "utf-8-sig"),
        ("utf-16-le", BYTE_ORDER_MARK, "utf-16"),
        ("utf-16-be", BYTE_ORDER_MARK, "utf-16"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_first_cell(encoding: str, mark: str, chosen: str):
    content = (mark + HEADER).encode(encoding)
    assert choose_encoding(content) == chosen
    assert content.decode(chosen) == HEADER


def test_a_list_in_arabic_and_french_is_read_in_the_encoding_that_has_both():
    content = "الاسم,Nom\nعلي,François Béchara\nمحمد,André\n".encode("windows-1256")
    assert choose_encoding(content) == "windows-1256"


def test_plain_ascii_is_utf8():
    assert choose_encoding(b"name,born\nA,1984\n") == "utf-8"


def test_a_sample_that_ends_inside_a_letter_is_still_utf8():
    assert choose_encoding(ARABIC.encode()[:-1]) == "utf-8"


def test_a_utf8_list_whose_first_arabic_letter_comes_late_is_still_utf8():
    assert choose_encoding(b"name,born\n" * 20_000 + "علي".encode()) == "utf-8"


def test_every_choice_is_one_that_can_be_asked_for():
    chance = random.Random(6)
    for length in range(1, 300):
        assert choose_encoding(chance.randbytes(length)) in ENCODINGS
