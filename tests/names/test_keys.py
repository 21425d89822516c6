import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import calls_of, processor_seconds
from tests.names.strange import STRANGE, read_in_every_way
from tracker.names import (
    index_keys,
    likeness_table,
    name_keys,
    part_keys,
    read_name,
    similarity,
)


def test_both_writings_of_the_name_in_the_list_share_every_pair() -> None:
    latin = name_keys(read_name("Ali Mohsen al-Baridi"))
    arabic = name_keys(read_name("علي محسن البريدي"))
    assert latin == arabic
    assert {"al.mhsn", "brd.mhsn", "al.brd"} <= latin


def test_keys_do_not_know_the_order_of_parts() -> None:
    swapped = name_keys(read_name("البريدي محسن علي"))
    assert {"al.mhsn", "brd.mhsn", "al.brd"} <= swapped


def test_a_common_part_is_no_key_by_itself() -> None:
    assert "mhmd" not in name_keys(read_name("محمد البريدي"))
    assert "brd" in name_keys(read_name("محمد البريدي"))


def test_a_common_name_alone_still_has_its_key() -> None:
    assert name_keys(read_name("Mahmoud")) == {"mhmd"}


def test_the_index_holds_common_parts_so_that_one_alone_finds_them() -> None:
    stored = index_keys(read_name("محمود أحمد البريدي"))
    assert name_keys(read_name("Mahmoud")) <= stored
    assert name_keys(read_name("محمود أحمد البريدي")) < stored


def test_a_separately_given_father_makes_pairs_too() -> None:
    keys = name_keys(read_name("علي", father="محسن"))
    assert "al.mhsn" in keys


def test_two_parts_written_as_one_are_found() -> None:
    assert name_keys(read_name("حسن ظاهرعويس")) & name_keys(read_name("Hassan Dahir Aweys"))


@pytest.mark.parametrize(("whole", "short"), [
    ("عبد القادر الصفدي", "Kader al-Safadi"), ("Nasruddin Haqqani", "نصر حقاني"),
    ("قادر الصفدي", "Abdulkader Safadi"),
])  # fmt: skip
def test_the_bearer_of_a_compound_is_found_by_its_short_form(whole: str, short: str) -> None:
    def pairs(name: str) -> set[str]:
        return {key for key in name_keys(read_name(name)) if "." in key}

    assert pairs(whole) & pairs(short)


def test_two_parts_written_as_one_are_found_however_either_is_heard() -> None:
    assert name_keys(read_name("رضاقلی اسماعیلی")) & name_keys(read_name("Reza Gholi Esmaeli"))


@pytest.mark.parametrize(
    ("arabic", "german"), [("الزعبي", "Alsoubi"), ("زهرة", "Sahra"), ("زينب", "Seinab"), ("سامي", "Sami")]
)
def test_a_german_s_at_the_opening_is_either_sound(arabic: str, german: str) -> None:
    assert set(part_keys(arabic)) & set(part_keys(german))


def test_within_a_name_an_s_is_no_z() -> None:
    assert not set(part_keys("حسن")) & set(part_keys("حزن")) | set(part_keys("Hasan")) & set(part_keys("حزن"))


@pytest.mark.parametrize("text", STRANGE)
def test_keys_are_short_ascii(text: str) -> None:
    keys = index_keys(read_name(text))
    assert all(key.isascii() and 0 < len(key) <= 80 for key in keys)
    assert len(keys) <= 500


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    name = read_name(text)
    index_keys(name)
    part_keys(text)
    assert 0.0 <= similarity(text, "محسن") <= 1.0


@pytest.mark.parametrize("text", STRANGE)
def test_no_text_is_much_more_work_than_a_name(text: str) -> None:
    # What was read before is remembered, so each text is read for the first time.
    # An ordinary name takes 3,000 to 4,000 calls; how long that is, `tests/bench/strange_names.py` tells.
    assert calls_of(lambda: read_in_every_way(f"{secrets.token_hex(3)}{text}")) < 40_000
    assert processor_seconds(lambda: read_in_every_way(f"{secrets.token_hex(3)}{text}")) < 1


def test_a_table_of_likenesses_holds_what_each_pair_alone_would() -> None:
    parts = [
        "علي",
        "Ali",
        "عبد القادر",
        "Kader",
        "Abdelkader",
        "البريدي",
        "Albaridi",
        "Али",
        "",
        "😀",
        "Mohsen",
    ]
    table = likeness_table(parts, parts)
    assert table.tolist() == [[similarity(left, right) for right in parts] for left in parts]


NAMES = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأ abcdefghijklmnopqrstuvwxyz'-", max_size=24)


@given(NAMES, NAMES)
def test_likeness_has_no_direction(left: str, right: str) -> None:
    assert similarity(left, right) == similarity(right, left)


@given(NAMES)
def test_nothing_is_liker_than_itself(text: str) -> None:
    assert similarity(text, text) in {0.0, 1.0}
