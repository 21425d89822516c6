import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.names import Script, clean_text, fold, has_hidden_marks, script_of
from tracker.names.normalise import mended, turned_back

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


def test_hidden_marks_are_taken_out() -> None:
    assert clean_text(f"علي{BIDI}\u200b\u200d\ufeff\x00\x9f محسن") == "علي محسن"


def test_blanks_become_one() -> None:
    assert clean_text("  Ali\t\n Mohsen\u00a0\u2003al-Baridi ") == "Ali Mohsen al-Baridi"


def test_presentation_forms_become_letters() -> None:
    assert clean_text("ﺃﺣﻤﺪ") == "أحمد"


def test_compatibility_signs_that_are_not_arabic_stay_as_written() -> None:
    assert clean_text("№ ² ｱ") == "№ ² ｱ"


@pytest.mark.parametrize("mark", BIDI)
def test_every_bidi_mark_is_an_alarm(mark: str) -> None:
    assert has_hidden_marks(f"Ali{mark} Mohsen")


@pytest.mark.parametrize("text", ["Ali\u200bMohsen", "Ali\x00", "\ufeffAli", "\u200cAli", "Ali\u200c 2"])
def test_zero_width_and_control_marks_are_alarms(text: str) -> None:
    assert has_hidden_marks(text)


@pytest.mark.parametrize("text", ["علی\u200cرضا", "Ali\tMohsen\r\n", "علي محسن", "Jean-Paul é"])
def test_ordinary_writing_is_no_alarm(text: str) -> None:
    assert not has_hidden_marks(text)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("أحمد", "احمد"),
        ("البقاعي", "البقاعى"),
        ("علی کریم", "علي كريم"),
        ("فاطمة", "فاطمه"),
        ("مُحَمَّـد", "محمد"),
        ("الخانة ٢٥", "الخانه ۲۵"),
        ("عبد هللا", "عبد الله"),
        ("Al-Biqāʿī", "al biqai"),
        ("Şêrwan", "serwan"),
    ],
)
def test_spellings_of_one_word_fold_alike(left: str, right: str) -> None:
    assert fold(left) == fold(right)


def test_folding_keeps_the_script() -> None:
    assert fold("محسن Mohsen") == "محسن mohsen"


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert not has_hidden_marks(clean_text(text))


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="ابتةىئؤأإآءهكگیيلال 'ʿʾāéŞıİß\u0651\u0640\u200c٣۳"))
def test_folding_letters_of_these_writings_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("علي محسن", Script.ARABIC),
        ("Ali Mohsen", Script.LATIN),
        ("al-Biqāʿī", Script.LATIN),
        ("Али", Script.OTHER),
        ("123 !", Script.OTHER),
        ("", Script.OTHER),
        ("علي (Ali M)", Script.LATIN),
    ],
)
def test_the_script_is_that_of_most_letters(text: str, script: Script) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("محمو د الحلبي", "محمود الحلبي"),
        ("مصطف ى الحلب ي", "مصطفى الحلبي"),
        ("ا حمد الحلبي", "احمد الحلبي"),
        ("أ. أحمد الحلبي", "أحمد الحلبي"),
        ("د . أحمد الحلبي", "أحمد الحلبي"),
        ("علي و محمد", "علي و محمد"),
        ("علي ع. الحلبي", "علي ع. الحلبي"),
        ("Ali b. Mohsen", "Ali b. Mohsen"),
    ],
)
def test_letters_that_a_text_layer_split_off_are_put_back(text: str, whole: str) -> None:
    assert mended(text) == whole


@pytest.mark.parametrize(
    ("turned", "meant"),
    [
        ("األحمد", "الأحمد"),
        ("االحمد", "الاحمد"),
        ("هللا", "الله"),
        ("عالء", "علاء"),
        ("بالل", "بلال"),
        ("سالم", "سالم"),
        ("الل", "الل"),
    ],
)
def test_lam_and_alef_are_turned_back_where_no_name_is_written_so(turned: str, meant: str) -> None:
    assert turned_back(turned) == meant


@given(st.text(alphabet=[chr(code) for code in range(128)]))
def test_plain_letters_fold_as_all_others_do(text: str) -> None:
    assert fold(text) == fold(text + "\u200c")


@given(st.text(alphabet="ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي "))
def test_bare_arabic_letters_fold_as_all_others_do(text: str) -> None:
    assert fold(text) == fold(text + "\u200c")
