"""What holds for any two profiles, whatever is in them."""

import dataclasses
import pickle
import random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.effort import calls_of
from tests.matching.make import FREQUENCIES, date, match, person
from tracker.matching import Frequencies, Profile, compare, score_many
from tracker.matching import frequencies as use
from tracker.matching.telling import LEAST_TOLD
from tracker.names import read_name

GIVEN = ["علي", "Ali", "محمد", "Mohammad", "محمود", "Mahmoud", "يزن", "عبد الرحمن", "Abdul Rahman", "Hussein"]
FAMILY = ["البريدي", "al-Baridi", "البقاعي", "Beqai", "الخطيب", "Chaar", "Abu Zeid", "أبو زيد"]
PLACES = [(), ("douma", "rif", "syria"), ("rif", "syria"), ("aleppo", "syria"), ("syria",)]
DATES = st.none() | st.sampled_from(["1984", "1984-03-05", "1984-05-03", "1986", "2012-08", "2019"]).map(date)

names = st.builds(
    lambda parts, family: read_name(" ".join([*parts, family])),
    st.lists(st.sampled_from(GIVEN), min_size=1, max_size=3),
    st.sampled_from([*FAMILY, ""]),
)
profiles = st.builds(
    Profile,
    names=st.lists(names, min_size=1, max_size=2).map(tuple),
    mothers=st.lists(names, max_size=1).map(tuple),
    fathers=st.lists(names, max_size=1).map(tuple),
    sex=st.sampled_from(["", "male", "female"]),
    birth=DATES,
    birth_place=st.sampled_from(PLACES),
    disappeared=DATES,
    disappeared_place=st.sampled_from(PLACES),
    in_prison=DATES,
    died=DATES,
    registry_place=st.sampled_from(PLACES),
    registry_number=st.sampled_from(["", "1", "12"]),
    identifiers=st.frozensets(
        st.tuples(st.just("national"), st.just("sy"), st.sampled_from("123")), max_size=2
    ),
)
MIRRORED = {"": "", "brother": "brother", "father": "son", "son": "father"}


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(profiles, profiles)
def test_comparing_has_no_direction(left: Profile, right: Profile) -> None:
    there, back = match(left, right), match(right, left)
    assert there.bits == pytest.approx(back.bits)
    assert there.probability == pytest.approx(back.probability)
    assert there.kin == MIRRORED[back.kin]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(profiles, profiles)
def test_every_bit_has_its_sentence(left: Profile, right: Profile) -> None:
    found = match(left, right)
    assert found.bits == pytest.approx(-17 + sum(one.weight for one in found.findings), abs=LEAST_TOLD)
    assert all(one.en.endswith(".") and one.ar.endswith(".") for one in found.findings)
    assert not any("{" in one.en + one.ar for one in found.findings)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(profiles, st.lists(profiles, min_size=1, max_size=5))
def test_many_are_scored_like_each_alone(query: Profile, candidates: list[Profile]) -> None:
    together = score_many(query, candidates, FREQUENCIES)
    assert together == [compare(query, candidate, FREQUENCIES) for candidate in candidates]


def test_a_crowd_is_scored_to_the_last_digit_like_each_alone() -> None:
    chance = random.Random(11)
    crowd = [
        person(" ".join(chance.choices(GIVEN, k=chance.randint(1, 4))) + " " + chance.choice(FAMILY))
        for _ in range(400)
    ]
    for query in (person("Ali Mohsen al-Baridi"), person("البريدي علي محسن", "Abu Zeid"), person("محمد")):
        alone = [compare(query, one, FREQUENCIES) for one in crowd]
        together = score_many(query, crowd, FREQUENCIES)
        assert [(one.bits, one.kin, one.probability) for one in together] == [
            (one.bits, one.kin, one.probability) for one in alone
        ]
        assert [one.findings for one in together[:40]] == [one.findings for one in alone[:40]]


def test_a_match_travels_with_its_reasons() -> None:
    found = match(person("Ali Mohsen al-Baridi"), person("علي محسن البريدي"))
    copy = pickle.loads(pickle.dumps(found))
    assert copy == found
    assert copy.findings == found.findings != ()


def knowing(profile: Profile, field: str, fact: object) -> Profile:
    known = {one.name: getattr(profile, one.name) for one in dataclasses.fields(profile)}
    return Profile(**{**known, field: fact})


CONTRADICTIONS: list[tuple[str, object, object]] = [
    ("sex", "male", "female"),
    ("birth", date("1960"), date("1990")),
    ("birth_place", ("douma", "rif", "syria"), ("aleppo", "syria")),
    ("disappeared_place", ("douma", "rif", "syria"), ("aleppo", "syria")),
    ("registry_place", ("douma", "rif", "syria"), ("aleppo", "syria")),
    ("registry_number", "12", "77"),
    ("mothers", (read_name("رجاء النجار"),), (read_name("Zeinab Haddad"),)),
    ("fathers", (read_name("غضنفر"),), (read_name("Shaddad"),)),
    ("identifiers", frozenset({("national", "sy", "1")}), frozenset({("national", "sy", "2")})),
    ("died", date("2013-05-05"), date("2016-07-07")),
]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(profiles, profiles, st.sampled_from(CONTRADICTIONS))
def test_a_contradicting_fact_never_raises_the_score(
    left: Profile, right: Profile, contradiction: tuple[str, object, object]
) -> None:
    field, ours, theirs = contradiction
    if field == "fathers":
        assume(not any(name.father for name in (*left.names, *right.names)))
    if field == "died":
        left, right = (dataclasses.replace(one, in_prison=None, disappeared=None) for one in (left, right))
    unknown = Profile.__dataclass_fields__[field].default
    told = knowing(left, field, ours)
    silent, against = match(told, knowing(right, field, unknown)), match(told, knowing(right, field, theirs))
    assert against.bits <= silent.bits + 1e-9


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_no_name_is_too_strange(left: str, right: str) -> None:
    found = match(person(left), person(right, "علي محسن البريدي"))
    assert 0.0 <= found.probability <= 1.0


def test_two_hundred_candidates_are_scored_at_once() -> None:
    chance = random.Random(7)
    candidates = [
        person(" ".join((chance.choice(GIVEN), chance.choice(GIVEN), chance.choice(FAMILY))))
        for _ in range(200)
    ]
    query = person("Ali Mohsen al-Baridi")
    score_many(query, candidates, FREQUENCIES)
    # Laying a candidate out takes some thirty calls; comparing it, in compiled code, none that Python sees.
    assert calls_of(lambda: score_many(query, candidates, FREQUENCIES)) < 200 * 60


def test_the_writing_of_the_query_hardly_changes_the_score() -> None:
    record = person("علي محسن البريدي")
    assert match(person("Ali Mohsen al-Baridi"), record).bits == pytest.approx(
        match(person("علي محسن البريدي"), record).bits, abs=0.5
    )


def test_the_prior_is_the_callers() -> None:
    pair = person("Ahmad Khatib"), person("أحمد الخطيب")
    low, high = (compare(*pair, FREQUENCIES, prior=prior).bits for prior in (-27.0, -17.0))
    assert high - low == pytest.approx(10, abs=0.1)


def test_what_is_learned_makes_a_local_name_common() -> None:
    learned = Frequencies.learn(read_name(f"{given} البريدي") for given in GIVEN * 50)
    assert learned.bits("al-Baridi", use.FAMILY) < FREQUENCIES.bits("البريدي", use.FAMILY) - 3


def test_frequencies_travel_as_text_and_as_pickle() -> None:
    learned = Frequencies.learn(read_name(f"{given} البريدي") for given in GIVEN * 50)
    for copy in (Frequencies.from_json(learned.to_json()), pickle.loads(pickle.dumps(learned))):
        assert copy.bits("البريدي", use.FAMILY) == learned.bits("البريدي", use.FAMILY)
        assert copy.bits("علي", use.GIVEN) == learned.bits("علي", use.GIVEN)
