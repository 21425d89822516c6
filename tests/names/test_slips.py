"""What one slip of the hand or the eye makes of a name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.names.strange import STRANGE
from tracker.names.heard import heard
from tracker.names.measure import costs
from tracker.names.slips import one_slip_apart

words = st.text(alphabet="ابتجحسصعلمنيabdhkmnrsuy", max_size=30)


def apart(one: str, other: str) -> bool:
    a, b = heard([one, other])
    return bool(one_slip_apart(a, b, costs()[0]))


@pytest.mark.parametrize(("written", "meant"), [
    ("زيام", "زياد"),  # another letter
    ("حهن", "حسن"),
    ("عرم", "عمر"),  # two the other way round
    ("صمطفى", "مصطفى"),
    ("سحن", "Hasan"),
    ("مصطلفى", "مصطفى"),  # one more
    ("مصفى", "مصطفى"),  # one less
    ("Mustaa", "مصطفى"),
    ("Muhaad", "Mouhammad"),
])  # fmt: skip
def test_one_letter_or_two_turned_round_are_one_slip(written: str, meant: str):
    assert apart(written, meant)
    assert apart(meant, written)


@pytest.mark.parametrize(("one", "other"), [
    ("علي", "عمر"), ("سمير", "ماهر"), ("Khalil", "Samir"), ("حسن", "نسيم"), ("زياد", "زكريا"), ("", ""),
    ("حسن", ""),
])  # fmt: skip
def test_more_than_one_is_none_and_too_little_is_left_of_the_shortest(one: str, other: str):
    assert not apart(one, other)


@settings(deadline=None)
@given(words, words)
def test_it_does_not_matter_which_of_two_is_the_slip(one: str, other: str):
    assert apart(one, other) == apart(other, one)


@pytest.mark.parametrize("strange", STRANGE)
def test_the_strangest_text_is_compared(strange: str):
    assert apart(strange, "مصطفى") in {True, False}
