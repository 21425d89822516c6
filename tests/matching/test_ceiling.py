"""What names weigh at most is known before they are laid: who stays below needs no laying, and nobody is lost."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.matching.make import person
from tracker.management.measuring.people import Population
from tracker.management.measuring.people.readings import profile_of
from tracker.matching import Engine, Frequencies, Profile, Weights
from tracker.matching.engine.ceiling import NO_CEILING, most_of_names
from tracker.matching.engine.pairs import best_names
from tracker.matching.side import side_of
from tracker.matching.weights import KINDS

PAIRS = 4_000
RARE_NAMES_TELL_MORE = replace(
    Weights(), shares={kind: [share * 1.5 for share in told] for kind, told in Weights().shares.items()}
)


def most_and_best(
    records: list[Profile], people: list[Profile], weights: Weights
) -> list[tuple[float, float]]:
    """Return for each pair what its names weigh at most, and what they weigh."""
    engine = Engine(Frequencies(), weights)
    left, right = (side_of(some, engine.vocabulary) for some in (records, people))
    lexicon, scale, room = (
        engine.vocabulary.lexicon(), engine.scale[0], engine.room(engine.vocabulary)[0]
    )  # fmt: skip
    told = []
    for ours, theirs in zip(left.people, right.people, strict=True):
        pair = ours, theirs, left, right
        most = most_of_names(*pair, lexicon, scale, room)
        best = max(best_names(*pair, one_age, lexicon, scale, room)[0] for one_age in (False, True))
        told.append((float(most), float(best)))
    return told


@pytest.mark.parametrize("weights", [Weights(), RARE_NAMES_TELL_MORE])
def test_names_never_weigh_more_than_their_ceiling(weights: Weights):
    batches = list(Population(people=300, records=1_200, seed=3).batches())
    people = [profile_of(one) for batch in batches for one in batch.people]
    records = [profile_of(one.record) for batch in batches for one in batch.records]
    luck = np.random.default_rng(3)
    picked = [records[n] for n in luck.integers(len(records), size=PAIRS)]
    told = most_and_best(picked, [people[n] for n in luck.integers(len(people), size=PAIRS)], weights)
    told += most_and_best(records, [records[n - 1] for n in range(len(records))], weights)
    told += most_and_best(records, records, weights)
    assert [pair for pair in told if pair[1] > pair[0] + 1e-9] == []
    assert sum(best > 0 for _, best in told) > 1_000


@pytest.mark.parametrize(
    ("listed", "filed"),
    [
        ("محسن علي البقاعي", "علي محسن البقاعي"),  # given and father's name exchanged
        ("البقاعي علي محسن", "علي محسن البقاعي"),  # the surname first
        ("محسن البقاعي علي", "علي محسن البقاعي"),
        ("محمد علي محسن البريدي", "علي محسن البريدي"),
        ("Ahmed Beqai", "أحمد البقاعي"),
        ("علي", "علي علي"),
    ],
)
def test_the_ceiling_holds_in_whatever_order_the_parts_stand(listed: str, filed: str):
    ((most, best),) = most_and_best([person(listed)], [person(filed)], Weights())
    assert 0 < best <= most < NO_CEILING


def test_a_part_that_only_its_surname_makes_rare_counts_as_rare():
    ((most, _),) = most_and_best([person("خليل")], [person("خليل")], Weights())
    frequencies = Frequencies()
    (rarest,) = {max(frequencies.bits("خليل", use) for use in (0, 1))}
    assert most == pytest.approx(rarest)


def test_names_that_may_be_written_as_one_have_no_ceiling():
    ((most, _),) = most_and_best([person("غضنفر ظاهرعويس")], [person("غضنفر ظاهر عويس")], Weights())
    assert most == NO_CEILING


def test_in_any_role_a_part_weighs_what_its_heaviest_role_does():
    scale = Weights().scale()[0]
    for knot in range(scale["knots"].size):
        of_ones_own = [scale["shares"][kind][knot] for kind in range(4)]
        assert scale["shares"][len(KINDS)][knot] == max(of_ones_own)
        assert scale["parts"][len(KINDS)][knot] == max(scale["parts"][kind][knot] for kind in range(4))
