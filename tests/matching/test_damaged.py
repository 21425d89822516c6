"""Where a name may be damaged, its letters say who comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.matching.make import FREQUENCIES, person
from tracker.matching.damaged import AMONG, AS_BEGUN, FIRST, share_of_letters
from tracker.matching.score import PRIOR_BITS, engine_for
from tracker.matching.written import Written
from tracker.names import likeness_table

ASKED = ["Diana", "cSPINOZA"]


def shares(asked: list[str], *names: list[str]) -> list[float]:
    """Which share of what is asked for people have who bear one name each."""
    written = Written.of([[name] for name in names])
    return list(share_of_letters(asked, written, likeness_table(asked, written.parts)))


def nearest(asked: str, *names: str, most: int = 20) -> list[str]:
    block = engine_for(FREQUENCIES).score(person(asked), [person(name) for name in names], PRIOR_BITS)
    return [names[place] for place, _ in block.nearest(most)]


def test_a_name_has_all_of_its_own_letters_in_either_writing():
    assert shares(["محسن", "البريدي"], ["Mohsen", "al-Baridi"])[0] > 0.95


def test_the_letters_of_a_damaged_part_are_seen():
    hers, anothers = shares(ASKED, ["Diana", "ESPINOZA"], ["Diana", "Spencer"])
    assert hers > 0.9 > anothers


def test_whoever_has_all_letters_but_two_comes_before_whoever_lacks_a_part():
    assert nearest("Muhammad AL-HsNDIt", "Abu Musab MOHAMMED", "Muhammad AL-HINDI")[0] == "Muhammad AL-HINDI"


def test_dots_do_not_matter_where_letters_are_seen():
    assert shares(["الربيعي"], ["الرنتعي"])[0] == 1.0


def test_a_name_whose_blanks_are_lost_is_seen_as_one_word():
    his, anothers = shares(["TonMARKv"], ["Ton", "MARKU"], ["Tony", "Marcus"])
    assert his > 0.85 > anothers
    assert (
        nearest("Benjamiu TORRESSOSo", "Benjamin TORRES", "Benjamin TORRES SOSA")[0] == "Benjamin TORRES SOSA"
    )


def test_a_last_part_whose_end_is_cut_off_has_nearly_all_of_its_letters():
    his, anothers, first = shares(
        ["Majid", "DEH"], ["Majid", "Dehghan"], ["Majid", "Diego"], ["Majidov", "Deh"]
    )
    assert his > AS_BEGUN > max(anothers, first)
    assert shares(["Maj", "Dehghan"], ["Majid", "Dehghan"])[0] < AS_BEGUN
    assert shares(["Majid", "D"], ["Majid", "Dehghan"])[0] < AS_BEGUN


def test_how_alike_the_letters_are_is_told_of_each():
    block = engine_for(FREQUENCIES).score(person("PETcR GADEf"), [person("Peter Gadet")], PRIOR_BITS)
    ((place, letters),) = block.nearest(1)
    assert place == 0
    assert letters == pytest.approx(0.8, abs=0.05)


def test_of_several_names_of_one_person_the_nearest_counts():
    block = engine_for(FREQUENCIES).score(
        person("PETcR GADEf"), [person("Petra Gardner"), person("Abu Musa", "Peter Gadet")], PRIOR_BITS
    )
    assert block.nearest(2)[0][0] == 1


def test_whoever_is_likeliest_by_two_parts_of_a_long_name_stays_among_the_first(
    monkeypatch: pytest.MonkeyPatch,
):
    names = ["Imad Naji", *(f"Imad Badi Muhammad Ali Hasan{letter}" for letter in "abdfghklmnrst")]
    asked, held = person("Imad Naji Muhammad Ali Hasan"), [person(name) for name in names]
    block = engine_for(FREQUENCIES).score(asked, held, PRIOR_BITS)
    assert block.bits.argmax() == 0
    order = [place for place, _ in block.nearest(20)]
    assert order.index(0) == FIRST - 1
    monkeypatch.setattr("tracker.matching.score.LIKELIEST", 0)
    assert [place for place, _ in block.nearest(20)].index(0) >= FIRST


def test_no_more_are_listed_than_asked_for_and_nobody_twice():
    names = [f"Peter Gadet {place}" for place in range(2 * AMONG)]
    told = nearest("PETcR GADEf", *names, most=AMONG + 10)
    assert len(told) == len(set(told)) == AMONG + 10
    assert len(nearest("PETcR GADEf", *names, most=3)) == 3
    assert nearest("PETcR GADEf") == []


@given(
    st.lists(st.text(max_size=12), max_size=4),
    st.lists(st.lists(st.text(max_size=12), max_size=4), max_size=4),
)
def test_a_share_is_a_share_whatever_the_texts(asked: list[str], names: list[list[str]]):
    told = shares(asked, *names)
    assert len(told) == len(names)
    assert all(0.0 <= share <= 1.0 + 1e-9 for share in told)
