"""A name whose blanks were lost is read as the parts that are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.names.strange import STRANGE
from tracker.names import undotted
from tracker.names.run_together import HELD, READINGS, lines_apart, taken_apart

BITS = {"محمد": 3.0, "أحمد": 4.0, "علي": 4.0, "البريدي": 12.0, "دغداغ": 17.0, "عبد الكريم": 9.0, "Mahmoud": 5.0,
        "Kony": 17.0, "Ali": 4.0, "Khaled": 7.0, "Muhammad": 3.0, "Mu": 13.0, "Hammad": 10.0}  # fmt: skip
KNOWN = {undotted(part): bits for part, bits in BITS.items()}
letters = st.text(alphabet="abalihmdمحدعليا -'", max_size=40)


@pytest.mark.parametrize(("line", "apart"), [
    ("محمدعليالبريدي", "محمد علي البريدي"),
    ("أحمددغداغ", "احمد دغداغ"),
    ("محمد عبدالكريمالبريدي", "محمد عبدالكريم البريدي"),
    ("MAHMOUDKONY", "mahmoud kony"),
    ("ALIKONY", "ali kony"),
    ("Mahmoud ALIKONY", "Mahmoud ali kony"),
    ("مخمدعليالبريدي", "مخمد علي البريدي"),
])  # fmt: skip
def test_the_parts_are_seen_in_what_was_run_together_dots_or_no_dots(line: str, apart: str):
    assert lines_apart(line, KNOWN.get)[0] == apart


def test_little_words_between_the_parts_are_known_to_everybody():
    assert lines_apart("KHALEDBINMAHMOUD", KNOWN.get)[0] == "khaled bin mahmoud"
    assert lines_apart("ابوعليالبريدي", KNOWN.get)[0] == "ابو علي البريدي"


@pytest.mark.parametrize("line", ["محمد البريدي", "Ali", "Muhammad", "الياس البقاعي", "Mahmoud KONYAL-I", ""])
def test_a_name_of_known_parts_or_of_others_is_left_as_it_is(line: str):
    assert lines_apart(line, KNOWN.get) == []


def test_a_word_that_is_a_part_itself_is_taken_apart_only_where_that_tells_less():
    assert taken_apart("Muhammad", KNOWN.get) == []
    rare = KNOWN | {"muhammad": 25.0}
    assert taken_apart("Muhammad", rare.get) == ["mu hammad"]


def test_rare_parts_that_leave_hardly_a_letter_each_are_chance():
    assert taken_apart("Tahli", {"tah": 11.0, "li": 10.0}.get) == []
    assert taken_apart("Tahli", {"tah": 9.0, "li": 8.0}.get) == ["tah li"]


def test_a_name_that_is_kept_may_hold_one_part_that_nobody_bears_yet_beside_two_that_are_known():
    assert lines_apart("أحمدعليالقسطنطي", KNOWN.get) == []
    assert lines_apart("أحمدعليالقسطنطي", KNOWN.get, HELD)[0] == "احمد علي ال قسطنطي"
    assert lines_apart("ALIKHALEDQOSAR", KNOWN.get, HELD)[0] == "ali khaled qosar"
    assert lines_apart("القسطنطيأحمد", KNOWN.get, HELD) == []
    assert lines_apart("أحمدقسطنطي عليخالدسمعول", KNOWN.get, HELD) == []


@pytest.mark.parametrize("line", ["Al-Mahmoud", "MuAli", "Muhammadi", "الدغداغ", "Hammadmu"])
def test_what_is_kept_is_left_as_it_is_where_only_an_article_or_two_letters_would_be_taken_off(line: str):
    assert lines_apart(line, KNOWN.get, HELD) == []


@given(letters)
def test_whatever_is_taken_apart_keeps_its_letters(line: str):
    for apart in (*lines_apart(line, KNOWN.get), *lines_apart(line, KNOWN.get, HELD)):
        assert undotted(apart.replace(" ", "")[:20]) == undotted(line.replace(" ", "").replace("-", ""))[:20]


@pytest.mark.parametrize("strange", STRANGE)
def test_the_strangest_text_is_read_a_few_ways_at_most(strange: str):
    assert len(lines_apart(strange, KNOWN.get)) <= READINGS
    assert len(lines_apart(strange, KNOWN.get, HELD)) <= READINGS
