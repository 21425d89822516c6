"""Births, places, dates in prison, sex, registry and numbers, each for or against."""

from datetime import date as day

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.matching.make import date, match, person, weight
from tracker.matching.engine import dates
from tracker.matching.levels import BIRTH_10_APART, BIRTH_FAR_APART, BIRTH_OTHER_YEAR


def births(left: str, right: str) -> float:
    return weight(match(person("Ali", birth=date(left)), person("علي", birth=date(right))), "birth")


def test_births_weigh_less_the_farther_they_are_apart() -> None:
    weights = [births("1984", year) for year in ("1984", "1985", "1986", "1987", "1989", "1994", "2010")]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > 4
    assert weights[-1] < -5


def test_the_same_day_of_birth_tells_most() -> None:
    assert births("1984-03-05", "1984-03-05") > births("1984-03-05", "1984-05-03") > births("1984", "1984")


def test_another_day_of_the_same_year_tells_little() -> None:
    assert 0 < births("1984-03-05", "1984-07-21") < births("1984-03-05", "1984")


def test_the_first_of_january_stands_for_a_year() -> None:
    assert births("1984-01-01", "1984-01-01") == births("1984", "1984")
    assert births("1984-01-01", "1984-07-21") == births("1984", "1984-07-21")


def test_a_birth_known_roughly_tells_less() -> None:
    assert 0 < births("1980/1989", "1984") < births("1984", "1984")


def test_births_are_said_in_years() -> None:
    found = match(person("Ali", birth=date("1984")), person("علي", birth=date("1986-05-01")))
    said = next(one for one in found.findings if one.aspect == "birth")
    assert said.en == "The birth years are 2 apart: 1984 and 1986."
    assert "1984" in said.ar
    assert "1986" in said.ar


DOUMA = ("douma", "rif-dimashq", "syria")
HARASTA = ("harasta", "rif-dimashq", "syria")
RIF = ("rif-dimashq", "syria")
ALEPPO = ("aleppo", "syria")


def places(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    return weight(match(person("Ali", birth_place=left), person("علي", birth_place=right)), "place")


def test_places_weigh_by_how_near_they_are() -> None:
    assert places(DOUMA, DOUMA) > places(DOUMA, RIF) > places(DOUMA, HARASTA) > 0 > places(DOUMA, ALEPPO)


def test_the_country_alone_tells_nothing() -> None:
    assert places(("syria",), ("syria",)) == places(DOUMA, ("syria",)) == 0


def test_a_place_without_a_country_above_it_is_still_a_place() -> None:
    assert places(("douma",), ("douma",)) == 0
    assert places(("douma",), ("aleppo",)) < 0


@pytest.mark.parametrize("known", ["in_prison", "died"])
def test_a_record_before_the_disappearance_speaks_strongly_against(known: str) -> None:
    missing = person("Ali", disappeared=date("2019-02-09"))
    assert weight(match(missing, person("علي", **{known: date("2015")})), "dates") < -8
    assert weight(match(missing, person("علي", **{known: date("2019-10-22")})), "dates") > 0


def test_a_record_weeks_too_early_speaks_softly_against() -> None:
    missing = person("Ali", disappeared=date("2019-02-09"))
    assert -6 < weight(match(missing, person("علي", died=date("2019-01-30"))), "dates") < 0


def test_a_year_that_holds_the_day_is_not_before_it() -> None:
    missing = person("Ali", disappeared=date("2019-02-09"))
    assert weight(match(missing, person("علي", in_prison=date("2019"))), "dates") > 0


def test_nobody_is_held_after_dying() -> None:
    assert (
        weight(match(person("Ali", died=date("2013")), person("علي", in_prison=date("2015"))), "dates") < -5
    )


def test_two_disappearances_are_compared() -> None:
    one = person("Ali", disappeared=date("2012-08"))
    assert weight(match(one, person("علي", disappeared=date("2012-08-17"))), "dates") > 0
    assert weight(match(one, person("علي", disappeared=date("2016"))), "dates") < 0


def test_two_deaths_are_compared() -> None:
    one = person("Ali", died=date("2019-10-22"))
    assert weight(match(one, person("علي", died=date("2019-10-22"))), "dates") > 3
    assert weight(match(one, person("علي", died=date("2016"))), "dates") < 0


def test_another_sex_speaks_against_and_the_same_tells_nothing() -> None:
    assert weight(match(person("Nour", sex="male"), person("نور", sex="female")), "sex") < -5
    assert weight(match(person("Nour", sex="male"), person("نور", sex="male")), "sex") == 0


def test_registry_numbers_are_compared_in_any_digits() -> None:
    one = person("Ali", registry_number="١٢ / ٣٤")
    assert weight(match(one, person("علي", registry_number="12/34")), "registry") > 5
    assert weight(match(one, person("علي", registry_number="12/35")), "registry") < 0


def test_registry_places_are_compared() -> None:
    one = person("Ali", registry_place=DOUMA)
    assert weight(match(one, person("علي", registry_place=DOUMA)), "registry") > 2
    assert weight(match(one, person("علي", registry_place=ALEPPO)), "registry") < 0


def number(kind: str, value: str) -> frozenset[tuple[str, str, str]]:
    return frozenset({(kind, "sy", value)})


def test_one_number_from_one_body_nearly_decides() -> None:
    one = person("Ali", identifiers=number("national_number", "٠١٠٢"))
    assert weight(match(one, person("علي", identifiers=number("national_number", "0102"))), "number") > 15
    assert weight(match(one, person("علي", identifiers=number("national_number", "0103"))), "number") < -5
    assert weight(match(one, person("علي", identifiers=number("corpse", "0102"))), "number") == 0


def test_another_prisoners_number_speaks_less_against_than_another_national_number() -> None:
    def against(kind: str) -> float:
        left, right = (person("Ali", identifiers=number(kind, value)) for value in ("1", "2"))
        return weight(match(left, right), "number")

    assert against("national_number") < against("prisoner_number") < 0


DAYS = st.integers(day.min.toordinal() + 366, day.max.toordinal() - 9_000)
SPANS = st.sampled_from([0, 2, 4, 30, 364, 365, 1_500])
ABOUT_ELEVEN_YEARS = st.integers(3_600, 4_400)


@settings(deadline=None)  # compiled when first called
@given(DAYS, SPANS, SPANS, ABOUT_ELEVEN_YEARS, st.booleans())
def test_births_are_far_apart_where_the_calendar_says_so(
    first: int, length: int, other_length: int, gap: int, turned: bool
) -> None:
    other = first + length + gap
    spans = [(first, first + length), (other, other + other_length)]
    (a, b), (c, d) = reversed(spans) if turned else spans
    years = day.fromordinal(spans[1][0]).year - day.fromordinal(spans[0][1]).year
    level = dates.births(a, b, c, d)
    if level != BIRTH_OTHER_YEAR:
        assert level == (BIRTH_FAR_APART if years > 10 else BIRTH_10_APART)
    else:
        assert years <= 10
