"""What speaks against each of several people because a record is about one of them at most."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.matching import probability_of
from tracker.matching.rivals import bits_against, rivals_told
from tracker.matching.telling import LEAST_TOLD

OWN = st.lists(st.floats(-30, 60), min_size=1, max_size=12)


@given(OWN)
def test_all_whom_a_record_may_be_about_have_one_certainty_together(own: list[float]):
    shared = [bits + against for bits, against in zip(own, bits_against(own), strict=True)]
    assert sum(map(probability_of, shared)) <= 1 + LEAST_TOLD * len(own)


@given(st.lists(st.floats(-3, 12), min_size=2, max_size=8))
def test_what_each_has_left_is_his_part_of_all_odds(own: list[float]):
    every = sum(2.0**bits for bits in own)
    for bits, against in zip(own, bits_against(own), strict=True):
        assert probability_of(bits + against) == pytest.approx(2.0**bits / (1 + every), abs=0.02)


@given(OWN)
def test_others_never_speak_for_anyone(own: list[float]):
    assert all(against <= 0 for against in bits_against(own))


@given(OWN, st.floats(-30, 60))
def test_one_more_whom_it_may_be_about_leaves_nobody_more(own: list[float], more: float):
    # To the third place, to which bits are told.
    for before, after in zip(bits_against(own), bits_against([*own, more]), strict=False):
        assert after <= before + 0.001


@given(OWN)
def test_who_has_more_of_his_own_has_more_in_the_end(own: list[float]):
    own.sort()
    shared = [bits + against for bits, against in zip(own, bits_against(own), strict=True)]
    assert all(less <= more + LEAST_TOLD for less, more in pairwise(shared))


def test_whom_nobody_else_resembles_loses_nothing():
    assert bits_against([]) == []
    assert bits_against([7.0]) == [0.0]
    assert bits_against([7.0, -6.0])[0] == 0.0  # 0.02 bits: nobody reads that


def test_odds_beyond_all_numbers_are_shared_too():
    assert bits_against([5000.0, 5000.0]) == [-900.0, -900.0]


def test_one_other_and_several_are_spoken_of_differently():
    assert "one of the two" in rivals_told(-1.0, 1).en
    assert "one of them" in rivals_told(-1.0, 2).en
    assert "منهما" in rivals_told(-1.0, 1).ar
    assert "منهم." in rivals_told(-1.0, 2).ar
