"""Which keys a name is looked up by, and what thousands of namesakes change."""

from itertools import chain
from typing import Any

import pghistory
import pytest
from django.db import connection, transaction

from tests.flow.linking.lists import missing
from tracker.flow.linking.keys import key_people
from tracker.flow.linking.known import met_in
from tracker.flow.linking.lookup import Lookup, found_by_keys, lookup
from tracker.flow.linking.search import FOUND, answers
from tracker.flow.linking.slips import HARD, USUAL, Effort, Slips
from tracker.matching import Frequencies
from tracker.names import KnownParts, Name, keyed_parts, pair_key, part_keys, read_name, whole_key

COMMON = "محمد أحمد علي"
LEARNED = Frequencies.learn(
    [read_name(COMMON)] * 50
    + [read_name(f"محمد أحمد {family}") for family in ("البريدي", "البقاعي", "الصفدي")] * 5
)


def asked(name: str, held: int, *met: str) -> Lookup:
    """What is looked up for a name, where names are known that were met."""
    parts = (part for one in met for part in met_in(read_name(one)))
    return lookup([read_name(name)], (), LEARNED, held, Slips(KnownParts(parts)) if met else None)


def test_two_parts_that_agree_are_enough_in_a_small_house():
    keys = asked("محمد البقاعي", held=100).any_of
    assert "bk.mhmd" in keys
    assert not asked("محمد البقاعي", held=100).left_out


def test_common_parts_alone_find_nobody_in_a_large_house():
    few, many = asked("محمد أحمد البقاعي", held=50), asked("محمد أحمد البقاعي", held=1_000_000)
    assert "hmd.mhmd" in few.any_of
    assert "hmd.mhmd" not in many.any_of
    assert many.left_out


def test_three_common_parts_are_asked_for_together():
    assert ("al.hmd", "al.mhmd") in asked(COMMON, held=1_000_000).all_of


def test_of_their_pairs_the_two_are_asked_for_that_fewest_bear():
    assert "hmd.mhmd" not in chain(*asked(COMMON, held=1_000_000).all_of)
    assert asked("محمد أحمد محمود", held=1_000_000).all_of == [("hmd.mhmd", "mhmd.mhmd")]


def test_parts_that_share_a_key_are_asked_for_once():
    three, *more = asked("محمد أحمد محمود البقاعي", held=1_000_000).all_of
    assert more
    assert three not in more
    assert len(more) == len(set(more))


def test_three_that_thousands_share_are_not_asked_for_where_there_is_a_fourth():
    common = ("al.hmd", "al.mhmd")
    assert common not in asked(f"{COMMON} البقاعي", held=1_000_000).all_of
    assert common in asked(f"{COMMON} البقاعي", held=10_000).all_of


def test_names_that_have_no_other_part_are_found_whatever_their_number():
    assert "=hmd.mhmd" in asked("محمد أحمد البقاعي", held=1_000_000).any_of


def test_a_name_of_one_part_is_looked_up_unless_thousands_bear_it():
    assert "mhmd" in asked("محمد", held=1_000).any_of
    everyone = asked("محمد", held=1_000_000)
    assert everyone.any_of == {"=mhmd"}
    assert everyone.left_out


HELD = "نبيل الصفدي"


def key(name: str) -> str:
    return pair_key([keys[0] for keys in keyed_parts(read_name(name))])


@pytest.mark.parametrize("written", [
    "نبيل الصفد", "نبيل الصفدري", "نبيل الصقدي", "نبيل الفصدي", "نبل الصفدي", "نببل الصفدي",
])  # fmt: skip
def test_a_part_with_a_slip_is_tried_as_those_that_it_may_have_been(written: str):
    assert key(HELD) in asked(written, 100, HELD).any_of


@pytest.mark.parametrize("written", ["نيبيل الصقدي", "نتيل الصفدري", "نبيل الصقدقي", "نبكل الصفر"])
def test_both_parts_may_have_a_slip_and_a_longer_one_two(written: str):
    assert key(HELD) in asked(written, 100, HELD).any_of


@pytest.mark.parametrize("written", ["غسان المصري", "كرم البقاعي"])
def test_another_name_is_not_tried(written: str):
    assert key(HELD) not in asked(written, 100, HELD).any_of


@pytest.mark.parametrize(
    ("written", "held"), [("محمذ احمذ الرنتعي", "محمد احمد الربيعي"), ("PETcR GADEf", "Peter Gadet")]
)
def test_what_a_scan_makes_of_a_name_is_tried_as_what_its_letters_look_like(written: str, held: str):
    last = pair_key([keys[0] for keys in keyed_parts(read_name(held))[-2:]])
    assert last in asked(written, 1_000, held, "محمد أحمد").any_of


def test_a_pair_that_thousands_bear_leaves_room_for_the_others():
    found = asked("محمد احمض الشفير", 65_000, "محمد أحمد", "محمد الشفيق").any_of
    assert key("محمد أحمد") not in found
    assert key("محمد الشفيق") in found


def test_who_bears_a_compound_is_looked_up_by_its_short_form_too():
    assert "kdr.sfd" in asked("عبد القادر الصفدي", 100).any_of


def test_whoever_bears_a_compound_counts_among_those_of_its_short_form():
    learned = Frequencies.learn([read_name("عبد القادر محمد")] * 500 + [read_name("نبيل الصفدي")] * 500)
    found = lookup([read_name("قادر محمد البقاعي")], (), learned, 100_000)
    assert pair_key(["kdr", "mhmd"]) not in found.any_of
    assert pair_key(["kdr", "bk"]) in found.any_of


def test_slips_are_tried_only_where_they_are_thought_of():
    assert key(HELD) not in asked("نبيل الصقدي", 100).any_of


def test_what_thousands_would_share_is_tried_last_and_left_out():
    assert key("محمد أحمد") in asked("محمد أحمض", 10, "محمد أحمد").any_of
    assert key("محمد أحمد") not in asked("محمد أحمض", 1_000_000, "محمد أحمد").any_of


def test_who_tries_harder_asks_for_what_more_people_share():
    def asked_with(effort: Effort) -> set[str]:
        slips = Slips(KnownParts(met_in(read_name("محمد أحمد"))), effort)
        return lookup([read_name("محمد أحكد")], (), LEARNED, 5_000, slips).any_of

    assert key("محمد أحمد") not in asked_with(USUAL)
    assert key("محمد أحمد") in asked_with(HARD)


def test_of_a_pair_that_thousands_bear_only_those_who_would_be_seen_count():
    slips = Slips(KnownParts(set().union(*map(met_in, map(read_name, ("محمد أحمد", "محمد البقاعي"))))), HARD)
    found = lookup([read_name("محمد أحكد البقاحي")], (), LEARNED, 28_000, slips).any_of
    assert key("محمد البقاعي") in found
    assert key("محمد أحمد") not in found


@pytest.mark.parametrize("effort", [USUAL, HARD])
def test_however_many_names_are_known_only_so_much_is_looked_at(effort: Effort):
    letters = "bdrsmnkl"
    many = [a + b + c + d for a in letters for b in letters for c in letters for d in letters]
    known = KnownParts((key, "") for key in many)
    found = lookup([read_name("برسم كلند مردس")], (), LEARNED, 1_000_000, Slips(known, effort)).any_of
    assert effort.all_in_all / 4 < len(found) < effort.all_in_all * 1.1


def test_a_name_of_one_part_is_thought_of_with_slips_too():
    found = asked("سمش الدین", 100, "شمس الدين").any_of
    (key, *_) = part_keys("شمس الدين")
    assert {key, whole_key([key])} <= found
    crowded = asked("احمذ", 1_000_000, "احمد").any_of
    assert whole_key(["hmd"]) in crowded
    assert "hmd" not in crowded
    assert part_keys("الطرابلسي")[0] in asked("الطر", 100, "نبيل الطرابلسي").any_of


@pytest.mark.parametrize("written", ["نبيلالصفدي", "نبيلالصقدي"])
def test_two_parts_run_together_are_tried_apart(written: str):
    assert key(HELD) in asked(written, 100, HELD).any_of


@pytest.mark.parametrize("written", ["نبيل الطر", "Nabil Tar"])
def test_the_end_of_a_name_may_be_cut_off(written: str):
    held = "نبيل الطرابلسي"
    assert key(held) in asked(written, 100, held).any_of
    assert key(held) not in asked(" ".join(reversed(written.split())), 100, held).any_of


def test_one_part_written_as_two_is_tried_as_one():
    assert key("Nabil Mamdouh") in asked("Nabil Mam douh", 100, "Nabil Mamdouh").any_of


def test_numbers_are_looked_up_with_names_and_without():
    assert lookup([], [("national", "syria", "123")], LEARNED, 10).any_of == {"#national:123"}


def test_a_name_that_says_nothing_asks_for_nothing():
    assert lookup([Name("", read_name("x").script)], (), LEARNED, 10).any_of == set()


@pytest.mark.django_db
def test_sets_of_keys_must_all_be_there():
    person = missing("محمد أحمد علي")
    missing("محمد أحمد الصفدي")
    missing("أحمد علي الصفدي")
    key_people()
    threes = Lookup(all_of=[("al.hmd", "al.mhmd")])
    assert [row[0] for row in found_by_keys(f"SELECT keys.person_id {FOUND}", threes)] == [person.pk]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "written", ["نبيل كرم الصقدي", "نبيل كرمالصفدي", "نببل كزم الصفدي", "نببل كرم الصقدقي"]
)
def test_a_damaged_name_finds_its_person(written: str):
    person = missing("نبيل كرم الصفدي")
    missing("غسان توفيق المصري")
    found = answers(written)
    assert [one.person for one in found.found][:1] == [person]
    assert found.compared >= 1


@pytest.mark.django_db
def test_a_search_within_a_deed_that_is_noted_finds_the_same():
    person = missing("نبيل كرم الصفدي")
    with pghistory.context(deed="lead:log"):
        assert [one.person for one in answers("نبيل الصفدي").found] == [person]


@pytest.mark.django_db(transaction=True)
def test_the_planner_is_left_as_it_was():
    missing("نبيل كرم الصفدي")

    def settings() -> Any:
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, setting FROM pg_settings WHERE category LIKE %s", ["Query Tuning%"])
            told = dict(cursor.fetchall())
            cursor.execute("SHOW max_parallel_workers_per_gather")
            return told, cursor.fetchone()

    before = settings()
    assert answers("نبيل الصفدي").found
    assert settings() == before
    with transaction.atomic():
        assert answers("نبيل الصفدي").found
        assert settings() == before


def test_a_pair_that_many_bear_is_not_asked_for_as_one_word_either():
    crowded = asked("Mohammed Hassan al-Safadi", 1_000_000).any_of
    assert "mhmdhsn" not in crowded
    assert "mhmdhsn" in asked("Mohammed Hassan al-Safadi", 20).any_of


def test_a_part_heard_in_several_ways_counts_under_each_of_them():
    text = "Shevchuk"
    first, *more = part_keys(text)
    assert more
    frequencies = Frequencies.learn([read_name(f"Ali {text}")] * 500)
    for key in more:
        assert frequencies.share_of_names(key) == pytest.approx(frequencies.share_of_names(first), rel=0.3)


@pytest.mark.django_db
def test_slips_are_thought_of_only_where_nobody_answers_well(monkeypatch: pytest.MonkeyPatch):
    for name in ("سامر خالد الحلو", "بشير نصر قباني"):
        missing(name)
    key_people()
    thought_of = []

    def watched(*told: Any) -> Lookup:
        *_, slips, _ = told
        thought_of.append(slips and slips.effort)
        return lookup(*told)

    monkeypatch.setattr("tracker.flow.linking.search.lookup", watched)
    assert answers("Samer Khaled al-Hilou").found
    assert thought_of == [None]
    found = answers("بشي نصز قباني").found
    assert thought_of == [None, None, USUAL]
    assert found[0].names == ["بشير نصر قباني"]
    thought_of.clear()
    assert not answers("غسان توفيق المصري").found
    assert thought_of == [None, USUAL, HARD]
