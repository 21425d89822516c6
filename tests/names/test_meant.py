"""What was typed as it stood on a form is also read as it was meant."""

import pytest

from tests.names.strange import STRANGE
from tracker.names import also_meant, read_name


def also(text: str) -> list[list[str]]:
    return [[part for _, part in other.parts()] for other in also_meant(read_name(text))]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Aziz Abdul", ["Abdul Aziz"]),
        ("AZIZ, Abdul", ["Abdul AZIZ"]),
        ("Rahman Mohammad Haddad ABDEL", ["ABDEL Rahman", "Mohammad", "Haddad"]),
        ("al-Rahman Abdul", ["Abdul al-Rahman"]),
    ],
)
def test_what_no_name_ends_with_stands_first(typed: str, meant: list[str]):
    assert also(typed) == [meant]


@pytest.mark.parametrize("typed", ["Abdul Aziz", "Hussein Abd", "حسين عبد", "Abdul", "Samer Abdulaziz", ""])
def test_a_name_that_may_end_so_is_left_as_it_is(typed: str):
    assert also(typed) == []


def test_of_two_words_the_first_may_be_a_title():
    assert also("Sayyed Haddad") == [["Haddad"]]
    assert also("Sayyed Samer Haddad") == []


@pytest.mark.parametrize("text", [*STRANGE, *(f"{text} Abdul" for text in STRANGE)])
def test_no_text_is_too_strange(text: str):
    assert len(also_meant(read_name(text))) <= 2
