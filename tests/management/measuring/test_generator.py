"""The invented people: who they are, who their kin are, and that a seed gives them again."""

from collections import Counter
from functools import cache
from itertools import islice

import pytest

from tracker.management.measuring.people import Batch, Described, Listed, Population, the_country
from tracker.management.measuring.people.given_names import GIVEN_NAMES
from tracker.management.measuring.people.households import Member, household, kin_between
from tracker.management.measuring.people.individuals import YEAR
from tracker.management.measuring.people.luck import Dice

HOUSEHOLDS = 4_000


@cache
def batches(people: int = 1_500, records: int = 3_000, seed: int = 5) -> list[Batch]:
    return list(Population(people, records, seed).batches())


def people() -> list[Described]:
    return [person for batch in batches() for person in batch.people]


def records() -> list[Listed]:
    return [record for batch in batches() for record in batch.records]


@cache
def households() -> list[list[Member]]:
    dice = Dice(11)
    return [household(the_country(), dice) for _ in range(HOUSEHOLDS)]


def share(of: list[bool]) -> float:
    return sum(of) / len(of)


def test_a_seed_gives_the_same_people():
    again = list(Population(1_500, 3_000, 5).batches())
    assert again == batches()
    assert list(Population(50, 50, 6).batches()) != list(Population(50, 50, 5).batches())


def test_the_people_are_the_same_however_many_records_there_are():
    without = [person for batch in Population(1_500, 1, 5).batches() for person in batch.people]
    assert without == people()


def test_a_larger_population_begins_with_the_same_people():
    larger = islice((p for batch in Population(3_000, 1, 5).batches() for p in batch.people), 1_400)
    assert list(larger) == people()[:1_400]


@pytest.mark.parametrize(("wanted", "lines"), [(1, 1), (7, 500), (500, 7), (300, 300)])
def test_there_are_exactly_as_many_as_were_asked_for(wanted: int, lines: int):
    made = list(Population(wanted, lines, 3).batches())
    assert [p.number for batch in made for p in batch.people] == list(range(wanted))
    assert [line.record.number for batch in made for line in batch.records] == list(range(lines))


def test_brothers_share_father_family_mother_and_registry():
    pairs = [(one.who, other.who) for members in households() for one in members for other in members
             if kin_between(one, other) == "brother" and one is not other]  # fmt: skip
    assert pairs
    for one, other in pairs:
        for fact in ("father", "grandfather", "family", "mother_given", "mother_family"):
            assert getattr(one, fact) is getattr(other, fact)
        assert (one.registry_place, one.registry_number) == (other.registry_place, other.registry_number)
        assert one.given is not other.given
        assert abs(one.born - other.born) < 16 * YEAR


def test_a_father_is_named_in_his_sons_name_and_old_enough():
    pairs = [(one.who, other.who) for members in households() for one in members for other in members
             if one is not other and kin_between(one, other) == "father"]  # fmt: skip
    assert pairs
    for son, father in pairs:
        assert (son.father, son.grandfather, son.family) == (father.given, father.father, father.family)
        assert son.born - father.born > 10 * YEAR


def test_kinship_is_told_from_both_sides():
    other_side = {"brother": "brother", "father": "son", "son": "father", "namesake": "namesake", "": ""}
    for members in households():
        for one in members:
            for other in members:
                if one is not other:
                    assert kin_between(other, one) == other_side[kin_between(one, other)]


def test_namesakes_share_four_names_and_not_the_mother():
    pairs = [(one.who, other.who) for members in households() for one in members for other in members
             if one is not other and kin_between(one, other) == "namesake"]  # fmt: skip
    assert pairs
    assert all(one.given is other.given and one.father is other.father for one, other in pairs)
    mothers = [(one.mother_given, one.mother_family) != (other.mother_given, other.mother_family)
               for one, other in pairs]  # fmt: skip
    assert share(mothers) > 0.95


def test_a_third_of_the_missing_belong_to_a_group_of_brothers():
    in_groups = [
        sum(member.role == "brother" for member in members) > 1 and member.role == "brother"
        for members in households() for member in members if member.missing
    ]  # fmt: skip
    assert 0.30 < share(in_groups) < 0.40


def test_names_are_as_common_as_they_are_in_the_levant():
    given = Counter(members[0].who.given.arabic for members in households())
    families = Counter(members[0].who.family.arabic for members in households())
    assert 0.08 < given["محمد"] / HOUSEHOLDS < 0.13
    assert 0.045 < given["أحمد"] / HOUSEHOLDS < 0.085
    assert families.most_common(1)[0][1] / HOUSEHOLDS < 0.02
    assert len(families) > HOUSEHOLDS / 4, "many family names are rare"


def test_there_are_enough_names_to_draw_from():
    men, women = GIVEN_NAMES[""]
    assert len(men) > 300
    assert len(women) >= 150


def test_few_of_the_missing_are_women_and_nobody_is_born_after_their_arrest():
    everyone = [member.who for members in households() for member in members]
    assert 0.01 < share([who.female for who in everyone]) < 0.05
    assert all(who.taken - who.born > 9 * YEAR for who in everyone)
    assert all(who.died > who.taken for who in everyone)


def test_most_of_the_missing_are_in_no_record():
    found = {record.person for record in records() if record.person is not None}
    assert 0.3 < len(found) / len(people()) < 0.5


def test_a_record_names_who_among_the_missing_is_like_its_subject():
    numbers = {person.number for person in people()}
    kinds = Counter(kin for record in records() for _, kin in record.kin)
    assert set(kinds) == {"brother", "father", "son", "namesake"}
    for record in records():
        like = {number for number, _ in record.kin}
        assert like <= numbers
        assert record.person not in like


def test_some_are_filed_in_arabic_some_in_latin_letters_and_some_in_both():
    scripts = Counter(tuple(name.script for name in person.names) for person in people())
    assert set(scripts) == {("arabic",), ("latin",), ("arabic", "latin")}
    assert min(scripts.values()) / len(people()) > 0.1


def test_places_lie_in_the_country():
    for place in the_country().places:
        assert place.path()[-1] == "syria"
    slugs = {place.slug for place in the_country().places}
    assert len(slugs) == len(the_country().places)
    assert {person.birth_place_slug for person in people()} <= slugs | {""}
