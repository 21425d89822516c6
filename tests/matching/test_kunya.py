"""Some are known by a kunya alone: it answers to a kunya, and says nothing beside a name."""

import pytest

from tests.matching.make import match, person, weight


@pytest.mark.parametrize("same", ["Abu Salman", "Abou Salmane", "ابو سلمان"])
def test_a_kunya_answers_to_the_same_kunya(same: str):
    found = match(person("أبو سلمان"), person(same))
    assert weight(found, "given") > 5
    assert "agree" in found.findings[0].en
    assert "متطابقتان" in found.findings[0].ar


def test_another_kunya_speaks_against():
    found = match(person("أبو سلمان"), person("أبو حمزة"))
    assert weight(found, "given") < -5
    assert "differ" in found.findings[0].en


@pytest.mark.parametrize("name", ["علي محسن البريدي", "سلمان", "Ali"])
def test_beside_a_name_a_kunya_says_nothing(name: str):
    for pair in ((person("أبو سلمان"), person(name)), (person(name), person("أبو سلمان"))):
        found = match(*pair)
        assert (weight(found, "given"), found.kin, found.findings) == (0.0, "", ())


def test_of_two_names_the_one_that_is_told_in_full_counts():
    found = match(person("أبو سلمان", "علي محسن البريدي"), person("Ali Mohsen al-Baridi"))
    assert weight(found, "family") > 5
