"""Texts a slip or two away are found among all that are known, and only they."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.names.closest import LONGEST, Texts

keys = st.text(alphabet="bkrsh", min_size=1, max_size=7)


def near(known: list[str], key: str) -> dict[str, int]:
    places, counts = Texts.of(known).near(key)
    return {known[place]: count for place, count in zip(places.tolist(), counts.tolist(), strict=True)}


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
    assert near([other], "bkr") == {other: 1}, how


@pytest.mark.parametrize("other", ["bkrsmn", "bk", "bnms", "kbsr", "brkn"])
def test_in_a_longer_key_there_may_be_two(other: str):
    assert near([other], "bkrs") == {other: 2}


@pytest.mark.parametrize("far", ["nsr", "b", "bkrsn", "rkb"])
def test_a_short_key_with_two_slips_is_another_name(far: str):
    assert near([far], "bkr") == {}


@given(st.lists(keys, max_size=12), keys)
def test_the_slips_are_counted_as_the_textbook_counts_them(known: list[str], asked: str):
    most = 1 if len(asked) <= 3 else 2
    counted = {key: slips(asked, key) for key in known}
    wanted = {
        key: n for key, n in counted.items() if n <= most and (not n or max(len(key), len(asked)) >= n + 2)
    }
    assert near(known, asked) == wanted


@given(st.lists(keys, max_size=12), st.lists(keys, max_size=12), keys)
def test_texts_may_be_added_at_any_time(first: list[str], then: list[str], asked: str):
    together, added = Texts.of(first + then), Texts.of(first).and_of(then)
    assert [column.tolist() for column in added.near(asked)] == [
        column.tolist() for column in together.near(asked)
    ]


def test_texts_too_long_for_a_name_are_not_asked_for():
    known = ["b" * LONGEST]
    assert near(known, "b" * (LONGEST - 1)) == {known[0]: 1}
    assert near(known, "b" * (LONGEST + 1)) == {}
    assert near(known, "") == {}


@given(st.lists(keys, max_size=12), keys)
def test_those_that_go_on_behind_a_text_are_found_by_it(known: list[str], asked: str):
    places = Texts.of(known).beginning(asked).tolist()
    assert places == [
        place for place, key in enumerate(known) if key.startswith(asked) and len(key) > len(asked)
    ]


def test_nothing_goes_on_behind_a_text_that_is_longer_than_all():
    assert Texts.of(["b" * (LONGEST + 3)]).beginning("b" * (LONGEST + 9)).size == 0
    assert Texts.of(["b" * (LONGEST + 3)]).beginning("b" * (LONGEST - 1)).tolist() == [0]
