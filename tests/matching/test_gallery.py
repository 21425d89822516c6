"""Records against everybody: who may be meant is found; names are laid side by side where that can matter."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from tests.matching.make import person
from tracker.flow.linking.offers import least_bits
from tracker.management.measuring.people import Population
from tracker.management.measuring.people.readings import profile_of
from tracker.matching import Engine, Frequencies, Profile, Weights
from tracker.matching.engine.pairs import score_pairs
from tracker.matching.gallery import Gallery
from tracker.matching.score import PRIOR_BITS
from tracker.matching.side import Side, side_of

LEAST = least_bits()


@cache
def profiles() -> tuple[list[Profile], list[Profile]]:
    """Return missing people and records."""
    batches = list(Population(people=400, records=1_600, seed=8).batches())
    return (
        [profile_of(one) for batch in batches for one in batch.people],
        [profile_of(one.record) for batch in batches for one in batch.records],
    )


@cache
def office(*, turned_round: bool = False) -> tuple[Gallery, Side]:
    engine = Engine(Frequencies(), Weights())
    people, records = profiles()
    held = side_of(people[::-1] if turned_round else people, engine.vocabulary)
    return Gallery(held, engine, engine.vocabulary), side_of(records, engine.vocabulary)


@cache
def every_likely_pair() -> dict[tuple[int, int], float]:
    """Compare each with each."""
    gallery, records = office()
    held, listed = gallery.people.people.size, records.people.size
    bits, kin = score_pairs(
        records, np.repeat(np.arange(listed), held), gallery.people, np.tile(np.arange(held), listed),
        gallery.vocabulary.lexicon(), gallery.engine.scale, gallery.engine.room(gallery.vocabulary), PRIOR_BITS,
    )  # fmt: skip
    likely = np.flatnonzero((bits >= LEAST) & (kin == 0))
    return {(place // held, place % held): bits[place] for place in likely.tolist()}


def test_hardly_anyone_is_lost_by_not_comparing_each_with_each():
    gallery, records = office()
    likely, *_ = gallery.likely(records, LEAST)
    found = {(record, person): bits for record, person, bits, kin in likely.tolist() if not kin}
    expected = every_likely_pair()
    assert found.keys() <= expected.keys()
    assert all(found[pair] == expected[pair] for pair in found)
    assert len(expected) > 150
    assert len(found) >= 0.99 * len(expected)


@pytest.mark.parametrize(
    ("listed", "filed"),
    [
        ("Khalil Husayn Al-Feshaqnah", "خليل حسين الفشاقنة"),  # the surname is heard as another
        ("غضنفر ظاهرعويس", "غضنفر ظاهر عويس"),  # two parts are written as one
        ("ربيع غضنفر حمزهالخلف", "ربيع غضنفر حمزة الخلف"),  # with the article between them
    ],
)
def test_a_part_that_is_heard_as_another_keeps_nobody_from_being_found(listed: str, filed: str):
    engine = Engine(Frequencies(), Weights())
    people, records = (side_of([person(name)], engine.vocabulary) for name in (filed, listed))
    likely, *_ = Gallery(people, engine, engine.vocabulary).likely(records, LEAST)
    assert [(record, who) for record, who, _, _ in likely.tolist()] == [(0, 0)]


def test_who_is_compared_does_not_depend_on_the_order_in_which_people_were_read():
    (first, records), (again, same_records) = office(), office(turned_round=True)
    found, compared, laid = first.likely(records, -1e9)
    found_again, *counts = again.likely(same_records, -1e9)
    last = first.people.people.size - 1
    pairs = {(record, person) for record, person, *_ in found.tolist()}
    assert pairs == {(record, last - person) for record, person, *_ in found_again.tolist()}
    assert counts == [compared, laid]


def test_parts_are_told_by_the_same_numbers_in_whatever_order_people_were_read():
    # Of a name with more readings than are looked up, the same are left out then.
    first, again = (
        {
            text: number
            for text, number in zip(gallery.vocabulary.texts, gallery.classes.tolist(), strict=False)
            if number >= 0
        }
        for gallery, _ in (office(), office(turned_round=True))
    )
    assert first == again


@pytest.mark.parametrize("turned_round", [False, True])
def test_what_a_part_means_before_all_else_is_itself(turned_round: bool):
    gallery, _ = office(turned_round=turned_round)
    used = np.flatnonzero(gallery.classes >= 0)
    assert np.array_equal(gallery.meanings().own[used], gallery.classes[used])


def test_names_are_laid_side_by_side_only_where_the_pair_can_become_likely():
    gallery, records = office()
    _, compared, laid = gallery.likely(records, LEAST)
    assert 0 < laid < 0.1 * compared
    everything, compared_again, laid_then = gallery.likely(records, -1e9)
    assert compared_again == compared == laid_then >= len(everything)
