"""What befalls a record on its way into a list, and what matching reads of it."""

from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from tracker.management.measuring.people import Listed, Population, Spelled, the_country
from tracker.management.measuring.people.changes_of_facts import CHANGES_OF_FACTS
from tracker.management.measuring.people.changes_of_letters import (
    CHANGES_OF_LETTERS,
    DOTS,
    confuse_dots,
    drop_article,
    glue_compound,
    mistype_once,
    move_article,
    write_lazily,
)
from tracker.management.measuring.people.changes_of_words import (
    CHANGES_OF_WORDS,
    exchange_given_and_father,
    shorten_double_name,
)
from tracker.management.measuring.people.dates import muslim_date, written
from tracker.management.measuring.people.draft import FAMILY, FATHER, GIVEN, Change, Draft, draft_of
from tracker.management.measuring.people.habits import HABITS
from tracker.management.measuring.people.individuals import individual
from tracker.management.measuring.people.luck import Dice
from tracker.management.measuring.people.readings import day_read, flat, place_read, profile_of
from tracker.management.measuring.people.sounds import words_from
from tracker.management.measuring.people.spelling import latin

CHANGES: tuple[Change, ...] = (*CHANGES_OF_WORDS, *CHANGES_OF_FACTS, *CHANGES_OF_LETTERS)
IN_ARABIC_AND_LATIN = ("محمد علي", "عبد الرحمن", "محسن", "البريدي", "سعاد", "مراد")


@cache
def records() -> list[Listed]:
    return [record for batch in Population(1_000, 4_000, 2).batches() for record in batch.records]


def draft(*names: str, script: str = "arabic") -> Draft:
    made = draft_of(individual(the_country(), Dice(1)), script, None, of_a_list=True)
    made.texts = list(names or IN_ARABIC_AND_LATIN)
    return made


def test_every_kind_of_damage_happens_about_as_often_as_its_table_says():
    counts = Counter(kind for record in records() for kind in record.damage)
    for change in CHANGES:
        assert 0 < counts[change.name] / len(records()) <= change.in_records * 1.3 + 0.01, change.name


def test_no_two_changes_have_one_name():
    assert len({change.name for change in CHANGES}) == len(CHANGES)


def test_a_lazy_hand_leaves_hamza_and_the_dots_of_the_ta_marbuta_out():
    seen = set()
    for seed in range(40):
        line = draft("أسامة", "إبراهيم", "", "", "", "")
        write_lazily(line, Dice(seed))
        seen.add(line.texts[0])
    assert {"أسامة", "اسامه", "اسامة", "أسامه"} >= seen >= {"اسامه", "اسامة"}


def test_an_article_is_dropped_glued_or_parted():
    arabic, latin_line = draft(), draft("", "", "", "al-Baridi", "", "", script="latin")
    assert drop_article(arabic, Dice(1))
    assert arabic.texts[FAMILY] == "بريدي"
    assert move_article(latin_line, Dice(1))
    assert latin_line.texts[FAMILY] == "albaridi"
    parted = draft()
    assert move_article(parted, Dice(1))
    assert parted.texts[FAMILY] == "ال بريدي"
    assert not drop_article(draft("", "", "", "بريدي", "", ""), Dice(1))


def test_a_compound_is_glued():
    line = draft("عبد الرحمن", "", "", "", "", "")
    assert glue_compound(line, Dice(1))
    assert line.texts[GIVEN] == "عبدالرحمن"


def test_dots_are_confused_within_one_shape():
    line = draft()
    assert confuse_dots(line, Dice(3))
    changed = [(a, b) for old, new in zip(IN_ARABIC_AND_LATIN, line.texts, strict=True)
               for a, b in zip(old, new, strict=True) if a != b]  # fmt: skip
    assert len(changed) == 1
    assert changed[0][1] in DOTS[changed[0][0]]


def test_one_slip_changes_one_name():
    for seed in range(30):
        line = draft()
        if mistype_once(line, Dice(seed)):
            assert sum(a != b for a, b in zip(line.texts, IN_ARABIC_AND_LATIN, strict=True)) == 1


def test_a_double_name_is_shortened_and_given_and_father_exchanged():
    line = draft()
    line.words[GIVEN], line.words[FATHER] = words_from("muHammad_3alI muHsin")
    assert shorten_double_name(line, Dice(1))
    assert [word.arabic for word in line.words[:2] if word] == ["علي", "محسن"]
    line.who.female = False
    assert exchange_given_and_father(line, Dice(1))
    assert [word.arabic for word in line.words[:2] if word] == ["محسن", "علي"]


@pytest.mark.parametrize(
    ("language", "spelled"),
    [("English", "Khalid"), ("French", "Khalid"), ("German", "Chalid"), ("Turkish", "Halit")],
)
def test_four_countries_spell_in_their_own_way(language: str, spelled: str):
    [name] = words_from("xAlid")
    habit = next(habit for habit in HABITS if habit.language == language)
    spellings = {latin(name.sound, habit, Dice(seed)) for seed in range(60)}
    assert spelled in spellings
    assert len(spellings) > 1


def test_every_sound_has_a_spelling_in_every_hand():
    lots = [word for pair in the_names() for word in pair]
    for habit in HABITS:
        for word in lots:
            assert latin(word, habit, Dice(1)).strip()


def the_names() -> list[tuple[str, str]]:
    dice = Dice(4)
    people = [individual(the_country(), dice) for _ in range(300)]
    return [(who.given.sound, who.family.sound) for who in people]


def test_the_muslim_calendar_is_within_a_day_of_known_days():
    assert muslim_date(date(1979, 11, 20).toordinal()) == (1399, 12, 29)
    assert muslim_date(date(2024, 7, 7).toordinal()) == (1445, 12, 30)


@pytest.mark.parametrize("form", ["day", "month", "year", "1 January", "Hijri"])
@pytest.mark.parametrize("script", ["arabic", "latin"])
def test_every_written_date_can_be_read_and_means_its_day(form: str, script: str):
    when = date(1984, 5, 12)
    for seed in range(30):
        read = day_read(written(when.toordinal(), form, script, Dice(seed)))  # type: ignore[arg-type]
        assert read
        if form == "1 January":
            assert read.earliest == read.latest == date(1984, 1, 1)
        else:
            assert (read.earliest - when).days <= 3
            assert (when - read.latest).days <= 3


def test_a_line_without_columns_is_read_into_its_parts():
    record = replace(records()[0].record, names=(Spelled("arabic", "علي محسن البريدي"),))
    assert [(part, text) for part, text in profile_of(record).names[0].parts()] == [
        ("given", "علي"), ("father", "محسن"), ("family", "البريدي"),
    ]  # fmt: skip


def test_peers_read_the_same_text_as_our_own_matching():
    for listed in records()[:300]:
        row, profile = flat(listed.record), profile_of(listed.record)
        name = profile.names[0]
        assert [row[part] or "" for part in ("given", "father", "grandfather", "family")] == [
            name.given, name.father, name.grandfather, name.family,
        ]  # fmt: skip
        assert row["birth_year"] == (profile.birth.earliest.year if profile.birth else None)
        assert row["taken_year"] == (profile.in_prison.earliest.year if profile.in_prison else None)
        assert (row["mother_given"] is None) == (not profile.mothers or not profile.mothers[0].given)


def test_a_place_of_one_name_is_known_by_every_spelling():
    assert place_read("Duma") == place_read("دوما") == ("douma", "rif-dimashq", "syria")
    assert len(place_read("قرية لا يعرفها أحد")) == 1
