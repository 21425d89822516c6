"""The house's own pairs, from which weights are learned: a sample of those compared, and what people decided."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from uuid import UUID

import numpy as np

from tracker.flow.linking.house import House
from tracker.flow.linking.reading import people_side, records_side
from tracker.matching import PROPOSE_FROM, Weights
from tracker.matching.engine.observing import observe
from tracker.matching.estimate import Calibration, Observed, calibrate
from tracker.matching.gallery import Gallery
from tracker.matching.levels import SLOTS
from tracker.matching.side import Side
from tracker.matching.vocabulary import Vocabulary
from tracker.models import Link, LinkStatus, RecordKeys

RECORDS_SAMPLED = 20_000
"""Standing records that are held against everyone for one calibration."""
LEAST_BITS = -25.0
"""Pairs less likely than this say nothing about weights that is not known."""
HELD_BACK = 0.3
"""Share of the pairs on which the new table is judged and from which it does not learn."""
SEED = 7

CONFIRMED = (LinkStatus.CONFIRMED,)
REFUSED = (LinkStatus.REJECTED, LinkStatus.WITHDRAWN)
Pair = tuple[int, UUID]


def calibrate_house(*, records: int = RECORDS_SAMPLED, seed: int = SEED) -> Calibration:
    """Return weights learned from this house's pairs beside those in force; raise TooLittle.

    Nothing is changed: a person reads what would change, and adopts it or not.
    """
    house, chance = House.now(), Random(seed)  # noqa: S311  a sample, no secret
    observed = observed_pairs(house, records, chance)
    held_back = np.array([chance.random() < HELD_BACK for _ in range(len(observed))], dtype=np.bool_)
    return calibrate(observed, house.engine.weights, propose_from=PROPOSE_FROM, held_back=held_back)


def observed_pairs(house: House, records: int, chance: Random) -> Observed:
    """Return pairs of a sample of records with everyone they are comparable to, and every decided pair."""
    decided = decisions()
    wanted = sorted({*_sample(records, chance), *(record for record, _ in decided)})
    vocabulary = house.engine.vocabulary
    people, side = people_side(vocabulary, house.places)
    ids, papers = records_side(wanted, vocabulary, house.places)
    likely, *_ = Gallery(side, house.engine, vocabulary).likely(papers, LEAST_BITS, house.prior)
    pairs = {(int(record), int(person)) for record, person in likely[["record", "person"]].tolist()}
    at_record = {record: place for place, record in enumerate(ids)}
    at_person = {person: place for place, person in enumerate(people)}
    known = {
        (at_record[record], at_person[person]): verdict
        for (record, person), verdict in decided.items()
        if record in at_record and person in at_person
    }
    return _observed(sorted(pairs | known.keys()), known, papers, side, house, vocabulary)


def decisions() -> dict[Pair, float]:
    """Return what people decided: 1 for one person, 0 for two."""
    rows = Link.objects.filter(status__in=[*CONFIRMED, *REFUSED])
    return {
        (record, person): 1.0 if status in CONFIRMED else 0.0
        for record, person, status in rows.values_list("record_id", "person_id", "status")
    }


def _sample(records: int, chance: Random) -> list[int]:
    every = list(
        RecordKeys.objects.filter(record__import_file__status="stored")
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    return every if len(every) <= records else chance.sample(every, records)


def _observed(
    pairs: Sequence[tuple[int, int]],
    known: dict[tuple[int, int], float],
    papers: Side,
    side: Side,
    house: House,
    vocabulary: Vocabulary,
) -> Observed:
    ours, theirs = (
        (np.array(column, dtype=np.int64) for column in zip(*pairs, strict=True))
        if pairs
        else (
            np.zeros(0, dtype=np.int64),
            np.zeros(0, dtype=np.int64),
        )
    )
    levels, others = np.zeros((len(pairs), SLOTS), dtype=np.int16), np.zeros(len(pairs))
    engine = house.engine
    observe(
        papers, ours, side, theirs, vocabulary.lexicon(), engine.scale, engine.room(vocabulary), house.prior,
        levels, others,
    )  # fmt: skip
    return Observed(levels, others, np.array([known.get(pair, np.nan) for pair in pairs], dtype=np.float64))


def told(calibration: Calibration, now: Weights) -> list[str]:
    """Return what a person reads before adopting: what moves, how reliable it is, what would change."""
    lines = [
        f"{calibration.pairs} pairs, about {calibration.expected_matches:.0f} of them one person.",
        f"Weights in force: {now.version}; learned: {calibration.weights.version}.",
        "",
        "Level                                            before   after",
        *(f"{level:<46}{before:>9.2f}{after:>8.2f}" for level, before, after in calibration.moved),
        "",
        f"{calibration.appear} links would appear, {calibration.disappear} would disappear.",
    ]
    if calibration.error_after is None or calibration.error_before is None:
        return [*lines, "Too few decisions were held back to say how reliable the probabilities are."]
    return [
        *lines,
        "",
        "Reliability on decided pairs that were held back (# said, * true):",
        *(_bar(one.said, one.true, one.pairs) for one in calibration.after),
        f"Calibration error: {calibration.error_before:.3f} before, {calibration.error_after:.3f} after.",
    ]


def _bar(said: float, true: float, pairs: int) -> str:
    line = [" "] * 41
    line[round(said * 40)] = "#"
    line[round(true * 40)] = "*"
    return f"  said {said:5.2f}  true {true:5.2f}  of {pairs:>6}  |{''.join(line)}|"
