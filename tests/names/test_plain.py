"""Lines of plain names are read at once, and exactly as all others are."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.names import reading
from tracker.names.plain import are_plain, is_plain, plain_units
from tracker.names.reading import ROLES, units_of
from tracker.names.script import Script
from tracker.names.wordlists import word_list

WORDS_THAT_TRY_IT = """
سامر خالد الحلو محمد أحمد عبد الله الرحمن الدين نور زين العابدين سيف الإسلام أبو ابو أبوعمر بن ابن بنت آل ال
الشيخ السيد الحاج حاج ملا د ي م محمو مصطف ى الملقب القاسم بكر أبوبكر ذو الفقار هللا األحمد عالء اول ركن شيخ عقيد
Ali al ٢ (ج) مُحَمَّد ـعلي علی گيلاني
"""
WORDS = st.sampled_from(word_list(WORDS_THAT_TRY_IT))
LINES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
PARTS = st.dictionaries(st.sampled_from(ROLES), st.lists(WORDS, min_size=1, max_size=2).map(" ".join))


@given(LINES)
def test_plain_units_are_the_units_of_the_line(line: str):
    assert plain_units(line) in (units_of(line), None)


@given(LINES, PARTS, st.booleans())
def test_a_plain_line_is_read_as_every_line_is(line: str, parts: dict[str, str], said_in_line: bool):
    told = {role: parts[role] for role in ROLES if role in parts}
    if said_in_line:
        line = " ".join([*told.values()]) or line
    plain = reading._read_plain(line, told)
    if plain is not None:
        assert plain == reading._read(line, *(told.get(role, "") for role in ROLES))


def test_most_names_are_plain():
    assert all(map(is_plain, ["سامر", "خالد", "الحلو", "محمد", "أحمد", "الخطيب", "القاسم"]))
    assert not any(map(is_plain, ["عبد", "أبو", "بن", "الشيخ", "د", "الله", "Ali", "مُحَمَّد"]))
    assert plain_units("عبد الرحمن خالد الحلو") == ["عبد الرحمن", "خالد", "الحلو"]


@given(PARTS)
def test_plain_parts_are_left_as_they_are(told: dict[str, str]):
    if told and are_plain(told.values()):
        written = " ".join(told[role] for role in ROLES if role in told)
        read = reading._read(written, *(told.get(role, "") for role in ROLES))
        assert (read.written, read.script, read.nickname) == (written, Script.ARABIC, "")
        assert dict(read.parts()) == told


def test_parts_of_very_many_words_or_letters_are_not_plain():
    assert are_plain([" ".join(["سامر"] * 12), " ".join(["خالد"] * 12)])
    assert not are_plain([" ".join(["سامر"] * 12), " ".join(["خالد"] * 13)])
    assert not are_plain(["سامر" * 25, "خالد" * 25])
