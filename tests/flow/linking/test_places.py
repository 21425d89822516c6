"""Which place a list means."""

import pytest

from tests import make
from tracker.flow.linking.places import Gazetteer
from tracker.names import fold

pytestmark = pytest.mark.django_db


def test_a_place_is_found_by_every_name_and_alias():
    place = make.place("سجن مخترع", "Invented prison")
    place.aliases.create(name="السجن الأحمر")
    places = Gazetteer.load()
    for written in ("سجن مخترع", "INVENTED  prison", "السجن الاحمر", "\u200fسجن مخترع"):
        assert places.find(written) == place


@pytest.mark.parametrize("by_alias", [False, True], ids=["two names", "a name and an alias"])
def test_a_spelling_that_two_places_share_means_neither(by_alias: bool):
    one, other = make.place("الرقة", "One"), make.place("أخرى", "Other")
    third = make.place("ثالثة", "Third")
    if by_alias:
        other.aliases.create(name="الرقه")
        third.aliases.create(name="الرقّة")
    else:
        other = make.place("الرقه", "Another")
    places = Gazetteer.load()
    assert places.find("الرقة") is None
    assert places.find("One") == one
    assert places.find(other.name_en) == other


def test_one_place_that_is_written_alike_twice_is_no_doubt():
    place = make.place("حمص", "Homs")
    place.aliases.create(name="حمصَ")
    assert Gazetteer.load().find("حمص") == place


def test_an_unknown_place_is_nowhere():
    assert Gazetteer.load().find("لا مكان") is None
    assert Gazetteer.load().find("") is None


def test_the_path_of_a_place_leads_up_to_its_country():
    country = make.place("بلد", "Country", slug="country", kind="country")
    town = make.place("بلدة", "Town", slug="town", kind="town", parent=country)
    places = Gazetteer.load()
    assert places.path(town.pk) == ("town", "country")
    assert places.path(None) == ()
    assert places.path_of_text("Town") == ("town", "country")
    assert places.path_of_text("عين الفيجة") == (fold("عين الفيجة"),)
    assert places.path_of_text("") == ()
