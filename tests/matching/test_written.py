"""How many people's names are written is gathered in one go, and nobody's parts fall to somebody else."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.matching.make import FREQUENCIES, person
from tracker.matching.side import side_of
from tracker.matching.vocabulary import Vocabulary
from tracker.matching.written import Written

NAMES = st.lists(
    st.lists(st.lists(st.sampled_from(("Sami", "سامي", "Haddad", "")), max_size=3), max_size=3), max_size=5
)
WORTHS = {"Sami": 3.0, "سامي": 2.0, "Haddad": 1.0, "": 0.5}


@given(NAMES)
def test_the_best_part_and_the_best_name_are_those_of_each_alone(names: list[list[list[str]]]):
    written = Written.of(names)
    worth = np.array([[WORTHS[part] for part in written.parts]]).reshape(1, len(written.parts))
    best = [[max((WORTHS[part] for part in name), default=0.0) for name in told] for told in names]
    of_names = written.best(worth)[0]
    assert of_names.tolist() == [one for told in best for one in told]
    assert written.of_each(of_names).tolist() == [max(told, default=0.0) for told in best]
    assert written.together() == [name for told in names for name in told]


@settings(deadline=None)
@given(st.lists(st.integers(0, 3), max_size=6))
def test_a_side_tells_the_names_of_the_places_asked_for_in_their_order(places: list[int]):
    names = [("سامر الحلو", "Samer al-Hilou"), ("نبيل كرم الصفدي",), (), ("Rami Haddad",)]
    vocabulary = Vocabulary(FREQUENCIES)
    side = side_of([person(*told) for told in names], vocabulary)
    told = [[name.split() for name in names[place]] for place in places]
    written = Written.of_side(side, np.array(places, dtype=np.int64), vocabulary.texts)
    assert written.together() == Written.of(told).together()
    assert written.of_person.tolist() == Written.of(told).of_person.tolist()


def test_the_first_name_is_that_of_the_first_person():
    assert Written.of([[["Sami", "Haddad"], ["Samy"]], [["Rami"]]]).first().parts == ["Sami", "Haddad"]
    assert Written.of([[["Sami"]]]).first().parts == ["Sami"]
    assert Written.of([]).first().parts == []
