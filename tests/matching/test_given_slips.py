"""A given name that nobody bears, one slip away from one that many bear, is no brother's."""

import pytest

from tests.matching.make import date, person
from tracker.matching import Frequencies, Match, Profile, compare
from tracker.names import read_name

MANY = [read_name(f"{given} {father} الصفدي") for given in (
    "زياد", "مصطفى", "عمر", "سعيد", "سعد", "محمود", "محمد", "حسن", "حسين",
) for father in ("كرم", "نبيل", "أحمد", "سامر", "وسيم")] * 60  # fmt: skip
HOUSE = Frequencies.learn(MANY)
FACTS = {"mothers": (read_name("سعاد مراد"),), "birth": date("1981"), "registry_number": "77"}


def match(listed: str, filed: str, house: Frequencies = HOUSE) -> Match:
    record: Profile = person(f"{listed} كرم البريدي", **FACTS)
    return compare(record, person(f"{filed} كرم البريدي", **FACTS), house)


@pytest.mark.parametrize(("listed", "filed"), [
    ("زيام", "زياد"), ("عرم", "عمر"), ("حهن", "حسن"), ("محدود", "محمود"), ("مصطلفى", "مصطفى"),
])  # fmt: skip
def test_who_has_all_else_in_common_is_the_man_himself(listed: str, filed: str):
    found = match(listed, filed)
    assert not found.kin
    assert found.probability > 0.5
    assert match(filed, listed).bits == pytest.approx(found.bits)
    (given,) = [told for told in found.findings if told.en.startswith("The given names are one slip")]
    assert given.weight < 0
    assert "زلة قلم" in given.ar


def test_whose_birth_says_otherwise_is_a_brother_all_the_same():
    record = person("زيام كرم البريدي", **FACTS | {"birth": date("1981")})
    filed = person("زياد كرم البريدي", **FACTS | {"birth": date("1995")})
    assert compare(record, filed, HOUSE).kin == "brother"


@pytest.mark.parametrize(("listed", "filed"), [("سعيد", "سعد"), ("محمد", "محمود"), ("حسن", "حسين")])
def test_of_two_names_that_many_bear_none_is_a_slip(listed: str, filed: str):
    assert not any("one slip" in told.en for told in match(listed, filed).findings)


@pytest.mark.parametrize(("listed", "filed"), [("زياد", "سعد"), ("زيام", "سعد")])
def test_whose_given_name_is_more_than_a_slip_away_is_a_brother(listed: str, filed: str):
    assert match(listed, filed).kin == "brother"


def test_of_two_names_that_hardly_anybody_bears_none_is_a_slip():
    assert match("زيام", "زيان").bits < match("زيام", "زياد").bits
    assert not any("one slip" in told.en for told in match("زيام", "زيان").findings)


def test_a_father_is_still_told_from_his_son_by_the_name_that_is_written_wrongly():
    record = person("زيام زياد البريدي", birth=date("1990"))
    assert compare(record, person("زياد كرم البريدي", birth=date("1960")), HOUSE).kin == "father"


def test_a_slip_weighs_less_than_the_name_itself():
    assert match("زيام", "زياد").bits < match("زياد", "زياد").bits


def test_a_house_that_knows_few_names_takes_none_for_a_slip():
    assert match("زيام", "زياد", Frequencies()).kin == "brother"
