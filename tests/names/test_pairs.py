"""Every line of fixtures/names/pairs.csv is a truth about two spellings."""

import csv
from pathlib import Path

import pytest

from tracker.matching import Frequencies, Profile, compare
from tracker.matching.weighing import SAME
from tracker.names import name_keys, part_keys, read_name, similarity, units_of

PAIRS = Path(__file__).parents[2] / "fixtures" / "names" / "pairs.csv"
FREQUENCIES = Frequencies()
NAMES_FOR = -5.0
"""Bits above which two whole names alone speak for one person (before, it is -17)."""


def lines() -> list[dict[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def said(line: dict[str, str]) -> str:
    return f"{line['left']}~{line['right']}"


def are_parts(line: dict[str, str]) -> bool:
    return len(units_of(line["left"])) == len(units_of(line["right"])) == 1


@pytest.mark.parametrize("line", lines(), ids=said)
def test_two_spellings_are_judged_as_the_table_says(line: dict[str, str]) -> None:
    left, right = line["left"], line["right"]
    if are_parts(line):
        same = similarity(left, right) >= SAME
    else:
        profiles = (Profile((read_name(left),)), Profile((read_name(right),)))
        match = compare(*profiles, FREQUENCIES)
        same = match.bits > NAMES_FOR and not match.kin
    assert same == (line["verdict"] == "same"), line["reason"]


@pytest.mark.parametrize("line", [one for one in lines() if one["verdict"] == "same"], ids=said)
def test_spellings_of_one_name_share_a_key(line: dict[str, str]) -> None:
    if are_parts(line):
        assert set(part_keys(line["left"])) & set(part_keys(line["right"]))
    else:
        assert name_keys(read_name(line["left"])) & name_keys(read_name(line["right"]))


def test_the_table_says_nothing_twice_and_gives_its_reasons() -> None:
    table = lines()
    assert len({(line["left"], line["right"]) for line in table}) == len(table) >= 600
    assert all(line["reason"] for line in table)
    assert {line["verdict"] for line in table} == {"same", "different"}
