"""Keys one letter off are found, and only they."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.names.neighbours import Neighbours

keys = st.text(alphabet="bkrsh", min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("near", "how"),
    [("bkrs", "one more"), ("bk", "one less"), ("bkn", "another"), ("brk", "two changed round")],
)
def test_one_slip_is_near(near: str, how: str):
    assert Neighbours([near]).of("bkr") == {near}, how


@pytest.mark.parametrize("far", ["bkr", "nsr", "b", "bkrsn", "rkb"])
def test_two_slips_or_none_are_not(far: str):
    assert Neighbours([far]).of("bkr") == set()


@given(keys, keys)
def test_near_is_near_from_both_sides(one: str, other: str):
    assert (other in Neighbours([other]).of(one)) == (one in Neighbours([one]).of(other))
