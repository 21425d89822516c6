"""Every line of fixtures/names/pairs.csv is a truth about two spellings."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from tracker.matching import Frequencies, Profile, compare
from tracker.matching.engine.weighing import SAME
from tracker.names import name_keys, part_keys, read_name, similarity, units_of

PAIRS = Path(__file__).parents[2] / "fixtures" / "names" / "pairs.csv"
FREQUENCIES = Frequencies()
NAMES_FOR = -5.0
"""Bits above which two whole names alone speak for one person (before, it is -17)."""
Line = dict[str, str]


def lines() -> list[Line]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def said(line: Line) -> str:
    return f"{line['left']}~{line['right']}"


def are_parts(line: Line) -> bool:
    return len(units_of(line["left"])) == len(units_of(line["right"])) == 1


@pytest.mark.parametrize("line", lines(), ids=said)
def test_two_spellings_are_judged_as_the_table_says(line: Line) -> None:
    left, right = line["left"], line["right"]
    if are_parts(line):
        same = similarity(left, right) >= SAME
        shared = set(part_keys(left)) & set(part_keys(right))
    else:
        profiles = (Profile((read_name(left),)), Profile((read_name(right),)))
        match = compare(*profiles, FREQUENCIES)
        same = match.bits > NAMES_FOR and not match.kin
        shared = set(name_keys(read_name(left)) & name_keys(read_name(right)))
    assert same == (line["verdict"] == "same"), line["reason"]
    assert shared or not same, "spellings of one name share a key"


def test_the_table_says_nothing_twice_and_gives_its_reasons() -> None:
    table = lines()
    said_once = {frozenset((line["left"], line["right"])) for line in table if line["left"] != line["right"]}
    assert len({(line["left"], line["right"]) for line in table}) == len(table)
    assert len(table) - len(said_once) < 40, "few lines are others turned round"
    assert all(line["reason"] for line in table)


def test_the_table_also_says_what_is_different() -> None:
    verdicts = Counter(line["verdict"] for line in lines())
    assert verdicts.keys() == {"same", "different"}
    assert verdicts.total() >= 2_000
    assert verdicts["different"] >= verdicts.total() / 4
