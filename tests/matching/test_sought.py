"""A part one letter off finds who bears it where that tells something, and nobody where it does not."""

from __future__ import annotations

from functools import cache

import pytest

from tests.matching.make import date, name, person
from tracker.matching import Engine, Frequencies, Weights
from tracker.matching.gallery import Gallery
from tracker.matching.side import joined, side_of

TIMES = 400
YEARS = [str(year) for year in range(1950, 1990)]
TWO = ("محموس", "غضنفل")


@cache
def house() -> tuple[Gallery, Engine]:
    """Hold 16,000 people of common names, and two born in a year of few whose given names hardly anyone bears."""
    engine = Engine(Frequencies(), Weights())
    many = side_of([person("محمد علي الخطيب", birth=date(year)) for year in YEARS], engine.vocabulary)
    old = side_of([person("محمد علي الخطيب", birth=date("1940"))], engine.vocabulary)
    two = side_of([person(f"{given} حمدان البقاعي", birth=date("1940")) for given in TWO], engine.vocabulary)
    return Gallery(joined([*[many] * TIMES, *[old] * 50, two]), engine, engine.vocabulary), engine


def found_by(given: str) -> list[str]:
    """Return which of the two given names a record finds that shares the year of birth and no other name."""
    gallery, engine = house()
    records = side_of([person(f"{given} سمير الحلبي", birth=date("1940"))], engine.vocabulary)
    found, *_ = gallery.likely(records, -1e9)
    two = gallery.people.people.size - len(TWO)
    return [TWO[one - two] for one in found["person"].tolist() if one >= two]


@pytest.mark.parametrize("given", TWO)
def test_the_name_itself_finds_who_bears_it(given: str):
    assert found_by(given) == [given]


def test_one_letter_off_from_a_rare_name_finds_who_bears_it():
    assert found_by("غضنفر") == ["غضنفل"]


def test_one_letter_off_from_a_common_name_finds_nobody():
    assert found_by("محمود") == []


def test_one_letter_off_finds_who_shares_two_facts_beside_it_that_find_nobody_by_themselves():
    engine = Engine(Frequencies(), Weights())
    names = "سعاد رجاء هالة سميرة فاطمة خديجة عائشة زينب ليلى نجاح مريم هدى نوال أمينة سلمى رقية جميلة وداد"
    mothers = [*names.split(), "فريال", "بثينة"]
    told = [(year, mother) for year in YEARS for mother in mothers]
    many = side_of(
        [person("محمد علي الخطيب", birth=date(year), mothers=(name(mother),)) for year, mother in told],
        engine.vocabulary,
    )
    some = side_of(
        [
            person("غضنفل حمدان البقاعي", birth=date(year), mothers=(name(mother),))
            for year, mother in zip(YEARS[::2], mothers, strict=True)
        ],
        engine.vocabulary,
    )
    gallery = Gallery(joined([*[many] * 20, some]), engine, engine.vocabulary)
    record = person("غضنفر سمير الحلبي", birth=date(YEARS[6]), mothers=(name(mothers[3]),))
    found, *_ = gallery.likely(side_of([record], engine.vocabulary), -1e9)
    assert found["person"].tolist() == [20 * len(told) + 3]
