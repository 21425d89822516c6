"""Two people save the same thing at once: one wins, the other is told, nothing is lost."""

import pytest

from tests import make
from tests.racing import race
from tracker.models import EditConflict, Lead, Person

pytestmark = pytest.mark.django_db(transaction=True)

PAIRS = 20


def test_of_two_saves_at_once_one_wins_and_the_other_is_told():
    lead = make.lead()
    for turn in range(PAIRS):
        edits = [Lead.objects.get(pk=lead.pk) for _ in range(2)]
        for number, edit in enumerate(edits):
            edit.summary = f"turn {turn}, colleague {number}"
        ends = race(*(edit.save for edit in edits))
        lost = [end for end in ends if end is not None]
        assert [type(end) for end in lost] == [EditConflict], ends
        winner = edits[ends.index(None)]
        stands = Lead.objects.get(pk=lead.pk)
        assert (stands.summary, stands.version) == (winner.summary, turn + 2)


def test_two_saves_of_different_fields_are_a_conflict_as_well():
    person = make.person()
    one, other = Person.objects.get(pk=person.pk), Person.objects.get(pk=person.pk)
    one.circumstances, other.registry_number = "seen at the bus station", "41"
    ends = race(one.save, lambda: other.save(update_fields=["registry_number"]))
    assert sorted(type(end).__name__ for end in ends) == ["EditConflict", "NoneType"]
    stands = Person.objects.get(pk=person.pk)
    assert bool(stands.circumstances) is not bool(stands.registry_number)


def test_whoever_was_told_may_compare_and_save_once_more():
    lead = make.lead()
    edits = [Lead.objects.get(pk=lead.pk) for _ in range(2)]
    for number, edit in enumerate(edits):
        edit.summary = f"colleague {number}"
    ends = race(*(edit.save for edit in edits))
    assert sum(end is None for end in ends) == 1
    again = Lead.objects.get(pk=lead.pk)
    again.details = "what the other one wanted to add"
    again.save()
    assert Lead.objects.get(pk=lead.pk).version == 3
