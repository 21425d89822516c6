"""Weights learned from pairs: what is often met in one person rises, what is not falls, little moves little."""

import numpy as np
import pytest

from tracker.matching import Weights
from tracker.matching.estimate import (
    FARTHEST,
    FEWEST_PAIRS,
    Observed,
    TooLittle,
    calibrate,
    chances,
    estimate,
    level_bits,
    reliability,
)
from tracker.matching.levels import BIRTH_FAR_APART, BIRTH_SAME_YEAR, LEVELS, SLOT_BIRTH, SLOTS

WEIGHTS = Weights()
NAMES = {level.code: level.name for level in LEVELS}


def pairs(count: int, *, same_year_in_one: float, same_year_in_two: float, decided: bool = False) -> Observed:
    """Invented pairs, one in five of one person, that differ in the year of birth alone."""
    chance = np.random.default_rng(3)
    one = chance.random(count) < 0.2
    same = chance.random(count) < np.where(one, same_year_in_one, same_year_in_two)
    levels = np.zeros((count, SLOTS), dtype=np.int16)
    levels[:, SLOT_BIRTH] = np.where(same, BIRTH_SAME_YEAR, BIRTH_FAR_APART)
    others = np.where(one, 6.0, -6.0) + chance.normal(0, 1.5, count)
    return Observed(levels, others, np.where(one, 1.0, 0.0) if decided else np.full(count, np.nan))


@pytest.mark.parametrize("decided", [False, True])
def test_a_level_weighs_what_it_is_worth(decided: bool):
    observed = pairs(20_000, same_year_in_one=0.8, same_year_in_two=0.1, decided=decided)
    learned, _ = estimate(observed, WEIGHTS)
    assert learned.levels[NAMES[BIRTH_SAME_YEAR]] == pytest.approx(np.log2(0.8 / 0.1), abs=0.6)
    assert learned.levels[NAMES[BIRTH_FAR_APART]] <= WEIGHTS.levels[NAMES[BIRTH_FAR_APART]] + FARTHEST


def test_what_was_hardly_seen_hardly_moves():
    observed = pairs(FEWEST_PAIRS, same_year_in_one=0.99, same_year_in_two=0.01)
    learned, _ = estimate(observed, WEIGHTS)
    untouched = {
        code for code in WEIGHTS.levels if code not in {NAMES[BIRTH_SAME_YEAR], NAMES[BIRTH_FAR_APART]}
    }
    assert all(learned.levels[code] == WEIGHTS.levels[code] for code in untouched)


def test_no_level_runs_away():
    observed = pairs(20_000, same_year_in_one=1.0, same_year_in_two=0.0, decided=True)
    learned, _ = estimate(observed, WEIGHTS)
    moves = level_bits(learned) - level_bits(WEIGHTS)
    assert np.abs(moves).max() <= FARTHEST + 0.01


def test_from_a_handful_nothing_is_learned():
    with pytest.raises(TooLittle, match="500 are needed"):
        estimate(pairs(FEWEST_PAIRS - 1, same_year_in_one=0.5, same_year_in_two=0.5), WEIGHTS)


def test_a_calibration_is_judged_on_what_it_did_not_learn_from():
    observed = pairs(20_000, same_year_in_one=0.8, same_year_in_two=0.1, decided=True)
    held_back = np.arange(len(observed)) % 3 == 0
    told = calibrate(observed, WEIGHTS, propose_from=0.25, held_back=held_back)
    assert told.error_before is not None
    assert told.error_after is not None
    assert told.error_after <= 0.03
    assert sum(one.pairs for one in told.after) == held_back.sum()
    assert told.figures()["calibration_error_after"] == told.error_after
    assert {level for level, _, _ in told.moved} >= {"birth same year"}


def test_where_nobody_decided_nothing_is_said_of_reliability():
    observed = pairs(2_000, same_year_in_one=0.8, same_year_in_two=0.1)
    told = calibrate(observed, WEIGHTS, propose_from=0.25, held_back=np.arange(2_000) % 3 == 0)
    assert told.error_after is None
    assert told.after == ()


def test_probabilities_that_are_right_have_no_error():
    chance = np.random.default_rng(5)
    said = chance.random(50_000)
    assert reliability(said, (chance.random(50_000) < said).astype(float))[1] < 0.02
    assert reliability(said, (chance.random(50_000) < said / 2).astype(float))[1] > 0.1


def test_chances_are_the_bits():
    observed = pairs(10, same_year_in_one=1.0, same_year_in_two=1.0)
    bits = level_bits(WEIGHTS)
    total = observed.others + bits[BIRTH_SAME_YEAR]
    assert chances(observed, bits) == pytest.approx(1 / (1 + 2.0**-total))
