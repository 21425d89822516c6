"""The detainee report's four men against a list of dead prisoners, all invented but for one line."""

import random

import pytest

from tests.matching.make import FREQUENCIES, date, person
from tracker.matching import PRIOR_BITS, PROPOSE_FROM, SHOW_FROM, Match, Profile, score_many
from tracker.names.wordlists import word_list

GIVEN = word_list(
    """
    محمد أحمد محمود علي حسن حسين خالد عمر يوسف إبراهيم مصطفى يزن ماهر سامر باسل محسن فراس
    وليد حسام رامي أنس غسان نضال مازن عدنان
    """
)
FAMILIES = word_list(
    """
    الخطيب الحلبي الشامي الحمصي الأحمد النجار الحداد خوري الشعار المصري الرفاعي الزعبي
    الحريري البقاعي البارودي البردان الزيدي درويش قباني الصباغ
    """
)
WRITTEN = "علي محسن البريدي"


def the_list() -> list[Profile]:
    chance = random.Random(20251123)
    lines: list[Profile] = []
    while len(lines) < 199:
        name = " ".join((chance.choice(GIVEN), chance.choice(GIVEN), chance.choice(FAMILIES)))
        lines.append(person(name, sex="male", died=date(str(chance.randint(2012, 2020)))))
    lines.insert(77, person(WRITTEN, sex="male", died=date("2019-10-22")))
    return lines


def ranked(missing: Profile) -> list[tuple[Match, Profile]]:
    records = the_list()
    scored = zip(score_many(missing, records, FREQUENCIES), records, strict=True)
    return sorted(scored, key=lambda one: -one[0].bits)


MISSING = [
    person("Ali Mohsen al-Baridi", sex="male", disappeared=date("2019-02-09")),
    person("Ali Mohsen al-Baridi", "علي محسن البريدي", sex="male", disappeared=date("2019-02-09")),
    person("El Baridy, Aly Mouhsen", disappeared=date("2019")),
]


@pytest.mark.parametrize("missing", MISSING, ids=["latin alone", "both writings", "as a French clerk has it"])
def test_ali_mohsen_is_found_first_and_far_ahead(missing: Profile) -> None:
    best, second = ranked(missing)[:2]
    assert best[1].names[0].written == WRITTEN
    assert best[0].probability > 0.9 > 3 * PROPOSE_FROM
    assert second[0].probability < PROPOSE_FROM / 10


@pytest.mark.parametrize(
    "missing",
    [
        person("Mahmoud", sex="male", disappeared=date("2012-04-17")),
        person("Ahmed", sex="male", disappeared=date("2012-08")),
        person("Ahmed", "Ahmed Beqai", sex="male", disappeared=date("2012-08")),
        person("Yazan", "يزن", sex="male", disappeared=date("2014-11-01")),
    ],
    ids=["Mahmoud", "Ahmed", "Ahmed perhaps Beqai", "Yazan"],
)
def test_a_lone_given_name_is_never_proposed(missing: Profile) -> None:
    best = ranked(missing)[0][0]
    assert best.probability < PROPOSE_FROM


@pytest.mark.parametrize("name", ["محمد", "Mahmoud", "Yazan", "غضنفر", "Thallaj"])
def test_a_given_name_alone_is_listed_but_not_proposed_however_rare(name: str) -> None:
    match = score_many(person(name), [person(f"{name} خالد الحلبي")], FREQUENCIES)[0]
    assert match.bits - PRIOR_BITS > SHOW_FROM
    assert match.probability < PROPOSE_FROM


def test_a_given_name_and_a_surname_are_listed_but_not_proposed_when_common() -> None:
    match = score_many(person("Ahmad Khatib"), [person("أحمد خالد الخطيب")], FREQUENCIES)[0]
    assert match.bits - PRIOR_BITS > SHOW_FROM
    assert match.probability < PROPOSE_FROM
