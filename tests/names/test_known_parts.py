"""A damaged part is told by its consonants and by its letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.names import KnownParts, part_keys, undotted
from tracker.names.closest import LONGEST
from tracker.names.known_parts import (
    BITS_OF_A_LETTER,
    BITS_OF_A_SLIP,
    BITS_OF_AN_END,
    BITS_OF_AN_END_HEARD,
    BITS_OF_LETTERS,
)

parts = st.text(alphabet="بتثحخدرزسشaeiktr", min_size=1, max_size=6)


def met(*parts: str) -> list[tuple[str, str]]:
    return [(key, undotted(part)) for part in parts for key in part_keys(part)]


def doubts(known: KnownParts, part: str) -> dict[str, float]:
    """The bits against each key that a part may have had."""
    told = zip(*known.may_be(part_keys(part), undotted(part)), strict=True)
    least: dict[str, float] = {}
    for place, doubt in told:
        key = known.keys[place]
        least[key] = min(least.get(key, doubt), float(doubt))
    return least


def test_a_part_that_is_known_is_beyond_doubt():
    assert doubts(KnownParts(met("بشير")), "بشير") == {"bcr": 0.0}


@pytest.mark.parametrize(
    ("damaged", "meant"), [("نسيز", "بشير"), ("ىشىر", "بشير"), ("خمال", "جمال"), ("غمار", "عمار")]
)
def test_letters_without_their_dots_are_seen_in_one_step(damaged: str, meant: str):
    (key,) = part_keys(meant)
    assert doubts(KnownParts(met(meant)), damaged)[key] <= BITS_OF_LETTERS


@pytest.mark.parametrize(("damaged", "meant"), [("PETcR", "PETER"), ("vulla", "YULIA"), ("GADEf", "GADET")])
def test_letters_tell_what_consonants_do_not(damaged: str, meant: str):
    least = doubts(KnownParts(met(meant)), damaged)
    assert min(least[key] for key in part_keys(meant)) <= BITS_OF_LETTERS + 2 * BITS_OF_A_LETTER


def test_a_slip_in_the_consonants_is_one_whatever_the_letters_say():
    assert doubts(KnownParts(met("الصفدي")), "Saqadi")["sfd"] == BITS_OF_A_SLIP


def test_another_name_is_not_thought_of():
    assert doubts(KnownParts(met("غسان", "محمود")), "بشير") == {}


@given(st.lists(parts, max_size=8), st.lists(parts, max_size=8), parts)
def test_parts_may_be_met_at_any_time(first: list[str], then: list[str], asked: str):
    known = KnownParts(met(*first))
    known.add(met(*then))
    together = KnownParts(met(*first, *then))
    assert doubts(known, asked) == doubts(together, asked)
    assert len(known) == len(together) == len({key for key, _ in met(*first, *then)})


def test_keys_too_long_for_a_name_are_left_alone():
    assert len(KnownParts([("b" * LONGEST, "B"), ("b" * (LONGEST + 1), "B"), ("", "B")])) == 1


@given(st.text(max_size=40))
def test_any_text_has_letters_that_can_be_compared(text: str):
    written = undotted(text)
    assert written.isascii()
    assert len(written) <= LONGEST
    assert " " not in written


@pytest.mark.parametrize(
    ("cut", "meant"), [("DEH", "Dehghan"), ("البقا", "البقاعي"), ("AL-NA", "al-Nakhalah")]
)
def test_a_part_whose_end_is_cut_off_may_be_what_begins_so(cut: str, meant: str):
    known = KnownParts(met(meant, "غسان"))
    places, doubts = known.may_begin(part_keys(cut), undotted(cut))
    assert part_keys(meant)[0] in {known.keys[place] for place in places}
    assert doubts.min() == BITS_OF_AN_END


def test_in_the_other_writing_its_consonants_begin_so():
    known = KnownParts(met("دهقان"))
    ((place,), (doubt,)) = known.may_begin(part_keys("DEH"), undotted("DEH"))
    assert (known.keys[place], doubt) == (part_keys("دهقان")[0], BITS_OF_AN_END_HEARD)


def test_nobody_is_meant_by_one_letter():
    assert not KnownParts(met("Dehghan")).may_begin(part_keys("D"), undotted("D")).keys.size


@given(st.lists(parts, max_size=8), parts)
def test_a_part_is_known_as_it_is_written(first: list[str], asked: str):
    known = KnownParts(met(*first))
    keys = {known.keys[place] for place in known.written_so(undotted(asked))}
    assert keys == {key for key, written in met(*first) if written == undotted(asked)}
