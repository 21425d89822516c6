"""Keys a slip or two away are found among all that are known, and only they."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.names import KnownKeys
from tracker.names.closest import LONGEST

keys = st.text(alphabet="bkrsh", min_size=1, max_size=7)


def near(known: KnownKeys, key: str) -> dict[str, int]:
    found = known.near(key)
    return {known.keys[place]: count for place, count in zip(*map(list, found), strict=True)}


def slips(one: str, other: str) -> int:
    """Optimal string alignment, as the textbook has it."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, start=1):
        row = [i]
        for j, b in enumerate(other, start=1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and (a, b) == (other[j - 2], one[i - 2]):
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


@pytest.mark.parametrize(
    ("other", "how"),
    [("bkrs", "one more"), ("bk", "one less"), ("bkn", "another"), ("brk", "two changed round")],
)
def test_one_slip_is_near(other: str, how: str):
    assert near(KnownKeys([other]), "bkr") == {other: 1}, how


@pytest.mark.parametrize("other", ["bkrsmn", "bk", "bnms", "kbsr", "brkn"])
def test_in_a_longer_key_there_may_be_two(other: str):
    assert near(KnownKeys([other]), "bkrs") == {other: 2}


@pytest.mark.parametrize("far", ["nsr", "b", "bkrsn", "rkb"])
def test_a_short_key_with_two_slips_is_another_name(far: str):
    assert near(KnownKeys([far]), "bkr") == {}


@given(st.lists(keys, max_size=12), keys)
def test_the_slips_are_counted_as_the_textbook_counts_them(known: list[str], asked: str):
    most = 1 if len(asked) <= 3 else 2
    counted = {key: slips(asked, key) for key in known}
    wanted = {
        key: n for key, n in counted.items() if n <= most and (not n or max(len(key), len(asked)) >= n + 2)
    }
    assert near(KnownKeys(known), asked) == wanted


@given(st.lists(keys, max_size=12), st.lists(keys, max_size=12), keys)
def test_keys_may_be_met_at_any_time(first: list[str], then: list[str], asked: str):
    known = KnownKeys(first)
    known.add(then)
    assert near(known, asked) == near(KnownKeys(first + then), asked)
    assert len(known) == len({*first, *then})


def test_keys_too_long_for_a_name_are_left_alone():
    known = KnownKeys(["b" * LONGEST, "b" * (LONGEST + 1), ""])
    assert len(known) == 1
    assert near(known, "b" * (LONGEST - 1)) == {"b" * LONGEST: 1}
    assert near(known, "b" * (LONGEST + 1)) == {}
    assert near(known, "") == {}
