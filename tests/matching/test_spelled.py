"""Of those who are about as likely, whoever is spelled as it is asked for comes first."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.matching.make import FREQUENCIES, person
from tracker.matching.damaged import AMONG
from tracker.matching.score import PRIOR_BITS, Block, engine_for
from tracker.matching.spelled import as_spelled
from tracker.matching.written import Written


def compared(asked: str, *names: str) -> Block:
    return engine_for(FREQUENCIES).score(person(asked), [person(name) for name in names], PRIOR_BITS)


def ranked(asked: str, *names: str) -> list[str]:
    return [names[place] for place in compared(asked, *names).best(20)]


def test_of_two_who_sound_alike_the_one_spelled_so_comes_first():
    assert ranked("Mohammad Barazi", "Mohamad Barazi", "MOHAMMAD BARAZI")[0] == "MOHAMMAD BARAZI"
    assert ranked("احمد الحلبي", "أحمد حلبي", "احمد الحلبي")[0] == "احمد الحلبي"


def test_whoever_is_written_in_the_other_writing_keeps_the_place():
    told = [[["Mohamad"]], [["محمد"]], [["Mohamed"]], [["MOHAMMAD"]]]

    def ordered(*bits: float) -> list[int]:
        return list(as_spelled(np.array([5, 6, 7, 8]), np.array(bits), ["Mohammad"], Written.of(told)))

    assert ordered(3.0, 2.9, 2.8, 2.7) == ordered(3.0, 2.0, 1.0, 0.0) == [8, 6, 5, 7]
    assert ordered(9.0, 8.0, 7.0, 3.0) == [5, 6, 8, 7]


def test_a_spelling_outweighs_no_part_of_a_name():
    assert ranked("Mohsen al-Baridi", "Mohsen Haddad", "Muhsin al-Baredi")[0] == "Muhsin al-Baredi"


def test_where_a_name_may_be_damaged_the_spelling_counts_too():
    names = ("Mohamad BaraLi", "Mohammad BaraLi")
    assert names[compared("Mohammad Bara7i", *names).nearest(2)[0][0]] == "Mohammad BaraLi"


def test_it_is_told_whether_somebody_is_written_just_so():
    block = compared(
        "Sami Al-Haddad", "SAMI AL HADDAD", "Samy al-Haddad", "Sami al-Haddad Badi", "سامي الحداد"
    )
    assert [block.is_written_so(place) for place in range(4)] == [True, False, True, False]


def test_nobody_is_lost_behind_those_who_are_ordered_so():
    names = [f"Peter Gadet {place}" for place in range(2 * AMONG)]
    assert sorted(compared("Peter Gadet", *names).best(2 * AMONG)) == list(range(2 * AMONG))


@given(st.lists(st.lists(st.sampled_from(("Sami", "سامي", "Samy", "", "7")), max_size=3), max_size=6))
def test_all_places_remain_each_once(names: list[list[str]]):
    places = np.random.default_rng(1).permutation(len(names))
    ordered = as_spelled(places, np.zeros(len(places)), ["Sami"], Written.of([[name] for name in names]))
    assert sorted(ordered.tolist()) == sorted(places.tolist())
