"""Names whose blanks a list lost: their bearers are found all the same."""

from typing import Any

import pytest

from tests.flow.linking.lists import HIS_ROW, OTHERS, a_list, missing, pairs
from tracker.flow.linking.blanks import read_apart
from tracker.flow.linking.house import House
from tracker.flow.linking.keys import key_people, key_records
from tracker.flow.linking.propose import propose_links
from tracker.flow.linking.search import answers
from tracker.matching import Profile
from tracker.models import KnownPart, Link, RecordKeys
from tracker.names import read_name, undotted

pytestmark = pytest.mark.django_db

GLUED = "نبيلكرمالصفدي"
HIS_ROW_GLUED = (GLUED, *HIS_ROW[1:])


def readings(*lines: str) -> dict[str, list[str]]:
    apart = read_apart(map(read_name, lines))
    return {name.written: [reading.written for reading in some] for name, some in apart.items()}


def test_a_record_without_its_blanks_is_offered_to_the_man_it_is_about():
    person = missing("نبيل كرم الصفدي")
    a_list(HIS_ROW_GLUED, *OTHERS)
    propose_links()
    assert pairs() == {(str(person), GLUED)}
    aspects = {finding["aspect"] for finding in Link.objects.get().findings}
    assert {"given", "father", "family"} <= aspects


def test_so_is_one_whose_family_comes_later_and_bears_what_nobody_bore():
    missing("نبيل سامر قباني")
    missing("كرم سامر قباني")
    a_list(HIS_ROW_GLUED, *OTHERS)
    propose_links()
    assert not Link.objects.exists()
    person = missing("نبيل كرم الصفدي")
    propose_links()
    assert pairs() == {(str(person), GLUED)}


def test_a_person_who_was_entered_without_blanks_is_offered_the_record():
    missing("كرم نبيل الصفدي", birth="1950", mother="")
    key_people()
    person = missing(GLUED)
    a_list()
    propose_links()
    assert (str(person), HIS_ROW[0]) in pairs()
    assert answers("نبيل كرم الصفدي").found[0].person == person


def test_a_list_tells_by_itself_what_its_parts_are_in_a_house_that_knows_nobody():
    rows = [(f"{given} {father} {family}", "", "1990", "", "") for given, father, family in (
        ("نبيل", "كرم", "الصفدي"), ("كرم", "نبيل", "الصفدي"), ("سامر", "كرم", "القباني"),
        ("كرم", "سامر", "الصفدي"), ("نبيل", "سامر", "القباني"), ("سامر", "نبيل", "القباني"),
    )]  # fmt: skip
    a_list(*rows, (GLUED, "", "1991", "", ""))
    key_records()
    kept = RecordKeys.objects.get(record__name_written=GLUED).profile
    assert "نبيل كرم الصفدي" in kept


def test_the_name_as_it_is_written_stays_the_first():
    missing("نبيل كرم الصفدي")
    a_list(HIS_ROW_GLUED)
    propose_links()
    kept = RecordKeys.objects.get().profile
    assert kept.index(GLUED) < kept.index("نبيل كرم الصفدي")


def test_what_was_read_apart_is_not_remembered_as_a_part():
    missing("نبيل كرم الصفدي")
    key_people()
    a_list(HIS_ROW_GLUED)
    key_records()
    written = KnownPart.objects.filter(of_people=False).values_list("written", flat=True)
    assert set(written) == set(map(undotted, ("نبيل", "كرم", "الصفدي")))


def test_two_parts_run_together_are_read_apart_where_they_leave_too_few():
    missing("نبيل كرم الصفدي")
    key_people()
    assert readings("نبيلكرم الصفدي", "نبيل كرمالصفدي") == {
        "نبيلكرم الصفدي": ["نبيل كرم الصفدي"],
        "نبيل كرمالصفدي": ["نبيل كرم الصفدي"],
    }


@pytest.mark.parametrize("line", [
    "نبيل كرم الصفدي",
    "نبيل سمير كرمالصفدي",  # three parts are enough
    "نبيل الغضنفراوي",  # nothing in it is known
    "",
])  # fmt: skip
def test_other_names_are_left_as_they_are(line: str):
    missing("نبيل كرم الصفدي")
    key_people()
    assert readings(line) == {}


def test_parts_are_asked_for_only_where_one_is_strange(django_assert_num_queries: Any):
    missing("نبيل كرم الصفدي")
    key_people()
    names = [read_name("نبيل كرم الصفدي"), read_name("كرم الصفدي")]
    with django_assert_num_queries(1):
        assert read_apart(names) == {}


def test_what_two_names_of_a_list_bear_may_be_run_together_and_what_more_bear_is_a_part():
    missing("نبيل كرم الصفدي")
    key_people()
    names = [read_name(f"{before} {GLUED}") for before in ("سامر", "وسيم", "فادي")]
    assert len(read_apart([*names[:2], read_name("كرم الصفدي")])) == 2
    assert read_apart([*names, read_name("كرم الصفدي")]) == {}


def test_what_other_columns_say_of_a_name_is_not_lost():
    missing("نبيل كرم الصفدي")
    key_people()
    assert len(read_apart([read_name("نبيلكرم")])) == 1
    assert read_apart([read_name("نبيلكرم", father="سامر")]) == {}


def test_what_came_in_before_anything_was_known_is_read_when_it_comes_again():
    a_list(HIS_ROW_GLUED)
    key_records()
    assert readings(GLUED) == {}
    missing("نبيل كرم الصفدي")
    key_people()
    assert readings(GLUED) == {GLUED: ["نبيل كرم الصفدي"]}


def test_a_compound_that_is_only_written_apart_is_no_other_name():
    missing("عبد")
    missing("لطيف كرم")
    key_people()
    assert readings("عبداللطيف الصفدي") == {}


def test_a_brother_is_told_of_by_the_name_that_was_compared():
    house = House.now()
    glued, read = read_name(GLUED), read_name("نبيل كرم الصفدي")
    record = Profile(names=(glued, read), mothers=(read_name("سعاد مراد"),))
    person = Profile(names=(read_name("سامر كرم الصفدي"),), mothers=(read_name("سعاد مراد"),))
    (match,) = house.engine.score(record, [person], house.prior).matches()
    assert match.kin == "brother"
    told = " ".join(finding.en for finding in match.findings)
    assert "نبيل" in told
    assert GLUED not in told
