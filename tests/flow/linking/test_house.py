"""What a comparison goes by is asked for anew each time, and read anew only where it changed."""

from dataclasses import replace

import pytest
from django.db import connection

from tests import make
from tests.flow.linking.lists import a_list, missing
from tracker.flow.linking import house
from tracker.flow.linking.adopted import adopt, weights_in_force
from tracker.flow.linking.frequencies import learn_names
from tracker.flow.linking.house import House
from tracker.flow.linking.keys import key_people
from tracker.flow.linking.propose import propose_links
from tracker.matching import Weights
from tracker.matching.frequencies import FAMILY
from tracker.models import LearnedNames, Link
from tracker.models.places import PlaceAlias

pytestmark = pytest.mark.django_db


def test_the_weights_that_somebody_adopted_last_are_in_force_and_named_by_links():
    heavier = Weights(left_out=0.4)
    adopt(heavier, by=make.reviewer(), reason="calibrated on our decisions", figures={})
    assert weights_in_force() == House.now().engine.weights == heavier
    missing()
    a_list()
    propose_links()
    assert Link.objects.get().rules_version == heavier.version != Weights().version


def test_names_are_counted_when_there_are_many_more():
    missing("نبيل كرم الصفدي")
    assert learn_names()
    assert not learn_names()
    for _ in range(3):
        missing("سامر كرم الصفدي")
    assert learn_names()
    assert House.now().engine.frequencies.counts[FAMILY]["sfd"] == 4


def test_a_count_that_another_run_has_just_asked_for_stays_until_the_next():
    missing("نبيل كرم الصفدي")
    learn_names()
    asked = LearnedNames.objects.latest("pk").pk
    for round_of in range(3):
        for _ in range(2 + round_of * 4):
            missing("سامر كرم الصفدي")
        assert learn_names()
        assert LearnedNames.objects.filter(pk=asked).exists()
        assert LearnedNames.objects.count() == 2
        asked = LearnedNames.objects.latest("pk").pk


def test_an_alias_that_was_added_is_known_at_once():
    place = make.place()
    assert House.now().places.find("Hims the invented") is None
    PlaceAlias.objects.create(place=place, name="Hims the invented")
    assert House.now().places.find("Hims the invented") == place


def test_what_did_not_change_is_not_read_again():
    first, second = House.now(), House.now()
    assert first.places is second.places
    assert first.engine is second.engine


def test_whoever_was_keyed_since_the_last_count_is_reckoned_with(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(house, "COUNTED_UNDER", 1)
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE tracker_personkeys")  # the pages that other tests filled and left empty
    for _ in range(10):
        missing("نبيل كرم الصفدي")
    key_people()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE tracker_personkeys")
    for _ in range(50):
        missing("سامر كرم الصفدي")
    key_people()
    assert 30 <= House.now().held <= 120


def test_a_record_is_less_likely_about_a_certain_person_where_more_are_held():
    now = House.now()
    assert [replace(now, held=held).prior for held in (5, 250_000)] == [-17.0, -21.0]
