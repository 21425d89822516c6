"""What names weigh at most is known before they are laid: who stays below needs no laying, and nobody is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from tests.matching.make import person
from tracker.management.measuring.people import Population
from tracker.management.measuring.people.readings import profile_of
from tracker.matching import Engine, Frequencies, Profile, Weights
from tracker.matching.engine.ceiling import may_weigh
from tracker.matching.engine.pairs import best_names
from tracker.matching.side import side_of
from tracker.matching.weights import KINDS

PAIRS = 4_000
HIGHEST, ENOUGH = 1_000.0, 20.0
Bits = Callable[[float], bool]
RARE_NAMES_TELL_MORE = replace(
    Weights(), shares={kind: [share * 1.5 for share in told] for kind, told in Weights().shares.items()}
)


def on_the_bench(
    records: list[Profile], people: list[Profile], weights: Weights
) -> Iterator[tuple[Bits, float]]:
    """Yield of each pair whether its names may weigh so many bits, and what they weigh."""
    engine = Engine(Frequencies(), weights)
    left, right = (side_of(some, engine.vocabulary) for some in (records, people))
    lexicon, scale, room = (
        engine.vocabulary.lexicon(), engine.scale[0], engine.room(engine.vocabulary)[0]
    )  # fmt: skip
    for ours, theirs in zip(left.people, right.people, strict=True):
        pair = ours, theirs, left, right, lexicon, scale, room
        best = max(best_names(*pair[:4], one_age, lexicon, scale, room)[0] for one_age in (False, True))
        yield partial(lambda pair, need: bool(may_weigh(need, *pair)), pair), float(best)


def ceiling_and_best(listed: str, filed: str) -> tuple[float, float]:
    """Return the bits up to which two names may weigh something, and what they weigh."""
    ((may, best),) = on_the_bench([person(listed)], [person(filed)], Weights())
    low, high = 0.0, HIGHEST
    while high - low > 1e-6:
        middle = (low + high) / 2
        low, high = (middle, high) if may(middle) else (low, middle)
    return low, best


@pytest.mark.parametrize("weights", [Weights(), RARE_NAMES_TELL_MORE])
def test_names_never_weigh_more_than_they_may(weights: Weights):
    batches = list(Population(people=300, records=1_200, seed=3).batches())
    people = [profile_of(one) for batch in batches for one in batch.people]
    records = [profile_of(one.record) for batch in batches for one in batch.records]
    luck = np.random.default_rng(3)
    picked = [records[n] for n in luck.integers(len(records), size=PAIRS)]
    told = [
        (may(best - 1e-9), best)
        for some, others in (
            (picked, [people[n] for n in luck.integers(len(people), size=PAIRS)]),
            (records, [records[n - 1] for n in range(len(records))]),
            (records, records),
        )
        for may, best in on_the_bench(some, others, weights)
    ]
    assert all(may for may, _ in told)
    assert sum(best > 0 for _, best in told) > 1_000


def test_most_names_that_share_little_are_seen_to_weigh_too_little():
    batches = list(Population(people=300, records=300, seed=3).batches())
    people = [profile_of(one) for batch in batches for one in batch.people]
    others = people[1:] + people[:1]
    told = [may(ENOUGH) for may, best in on_the_bench(people, others, Weights()) if best < ENOUGH / 2]
    assert sum(told) < len(told) / 20


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
    most, best = ceiling_and_best(listed, filed)
    assert 0 < best <= most + 1e-5
    assert most < HIGHEST / 2


def test_a_part_that_only_its_surname_makes_rare_counts_as_rare():
    most, _ = ceiling_and_best("خليل", "خليل")
    frequencies = Frequencies()
    (rarest,) = {max(frequencies.bits("خليل", use) for use in (0, 1))}
    assert most == pytest.approx(rarest, abs=1e-4)


def test_names_that_may_be_written_as_one_have_no_ceiling():
    for one, other in (
        ("غضنفر ظاهرعويس", "غضنفر ظاهر عويس"),
        ("غضنفر ظاهر عويس", "غضنفر ظاهرعويس"),
        ("غضنفر حمزهالخلف", "غضنفر حمزة الخلف"),
    ):
        most, _ = ceiling_and_best(one, other)
        assert most == pytest.approx(HIGHEST)


def test_in_any_role_a_part_weighs_what_its_heaviest_role_does():
    scale = Weights().scale()[0]
    for knot in range(scale["knots"].size):
        of_ones_own = [scale["shares"][kind][knot] for kind in range(4)]
        assert scale["shares"][len(KINDS)][knot] == max(of_ones_own)
        assert scale["parts"][len(KINDS)][knot] == max(scale["parts"][kind][knot] for kind in range(4))
