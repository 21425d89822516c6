"""Names are counted as they are read, whether or not somebody has worked out before how."""

import pytest

from tests.flow.linking.lists import a_list, missing
from tracker.flow.linking.frequencies import house_frequencies, learn_names
from tracker.flow.linking.keys import key_people, key_records
from tracker.matching.frequencies import FAMILY, GIVEN, MOTHER, Frequencies
from tracker.models import HeardPart, LearnedNames, RecordKeys
from tracker.names import part_keys

pytestmark = pytest.mark.django_db
ROW = ("عبد القادر نصر السكري", "سعاد الحلبي", "1981", "2/2019", "22/10/2019")


def counted() -> Frequencies:
    LearnedNames.objects.all().delete()
    assert learn_names()
    return house_frequencies()


def key(part: str) -> str:
    return part_keys(part)[0]


def test_the_mothers_of_records_are_counted_by_their_given_names():
    a_list(ROW, ("وسيم جمال الحموي", "سعاد مراد", "", "", ""), ("طارق الإدلبي", "Souad", "", "", ""))
    key_records()
    mothers = counted().counts[MOTHER]
    assert mothers == {key("سعاد"): 3}


@pytest.mark.parametrize("forgotten", [HeardPart, RecordKeys])
def test_the_same_is_counted_where_nobody_has_kept_how_names_are_read(
    forgotten: type[HeardPart] | type[RecordKeys],
):
    missing("نبيل كرم الصفدي")
    a_list(ROW)
    key_people()
    key_records()
    before = counted()
    assert before.counts[GIVEN][key("عبد القادر")] == before.counts[FAMILY][key("السكري")] == 1
    assert before.also["kdr"] == 1
    forgotten.objects.all().delete()
    after = counted()
    assert (after.counts, after.also) == (before.counts, before.also)
