"""Where a name may be damaged, whoever has most of what was typed, run by run of letters, comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.matching.make import FREQUENCIES, person
from tracker.matching.runs import share_of_runs
from tracker.matching.score import PRIOR_BITS, engine_for
from tracker.matching.written import Written


def share(typed: str, *names: str) -> float:
    return float(share_of_runs(typed.split(), Written.of([[name.split() for name in names]]))[0])


def nearest(typed: str, *names: str) -> str:
    block = engine_for(FREQUENCIES).score(person(typed), [person(name) for name in names], PRIOR_BITS)
    return names[block.nearest(1)[0][0]]


@pytest.mark.parametrize(
    ("typed", "meant", "sounds_like_it"),
    [
        ("Mahmoud SABATl", "Mahmoud SABATI", "Mahmoud Mohammad al-Sabtal"),
        ("هوايت البكري", "هدايت البكري", "هوية بكري"),
    ],
)
def test_whoever_is_written_nearly_so_comes_before_whoever_sounds_like_it(
    typed: str, meant: str, sounds_like_it: str
):
    assert nearest(typed, sounds_like_it, meant) == meant


def test_what_stood_beside_the_parts_that_are_compared_is_seen_too():
    names = ("Shaykh Salim Haddadi", "Salim Haddadi")
    assert share("Shaykh Salim Hadadi", names[0]) > share("Shaykh Salim Hadadi", names[1])


def test_the_order_of_parts_and_large_letters_do_not_matter():
    assert share("Barazi Muhammad", "MUHAMMAD BARAZI") == 1.0


def test_of_several_names_of_one_person_the_one_that_has_most_counts():
    assert share("Sami Haddad", "Samir", "Sami Haddad") == 1.0


@given(*[st.text("abلم ", min_size=1, max_size=12)] * 2)
def test_the_share_is_the_same_either_way_round_and_no_more_than_all(one: str, other: str):
    assert 0.0 <= share(one, other) == share(other, one) <= 1.0


def test_who_bears_no_name_has_no_share():
    assert share_of_runs(["Sami"], Written.of([[]])).tolist() == [0.0]
