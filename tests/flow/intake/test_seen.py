"""What the rows of a list said before, in however many runs it is kept."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.flow.intake import seen
from tracker.flow.intake.seen import Seen

ROWS = st.lists(st.none() | st.integers(-4, 4) | st.sampled_from([-(2**63), 2**63 - 1]), max_size=40)


@given(ROWS, st.integers(1, 7), st.integers(1, 5))
def test_each_row_is_told_which_row_said_it_first(said: list[int | None], chunk: int, run: int):
    kept, first, found, expected = Seen(), dict[int, int](), list[int | None](), list[int | None]()
    for number, what in enumerate(said, start=1):
        expected.append(None if what is None else first.get(what))
        if what is not None:
            first.setdefault(what, number)
    longest, seen.LONGEST_RUN = seen.LONGEST_RUN, run
    try:
        for start in range(0, len(said), chunk):
            part = enumerate(said[start : start + chunk], start=start + 1)
            found += kept.look_up([None if what is None else (what, number) for number, what in part])
    finally:
        seen.LONGEST_RUN = longest
    assert found == expected
