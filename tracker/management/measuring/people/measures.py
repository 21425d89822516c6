"""How good a set of scored pairs is, whoever scored them: pure arithmetic over pairs and truth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray

from .truth import Truth

FOUND = 0.95
"""False alerts are counted where this share of those in the records is found."""
BINS = 10

Numbers = NDArray[np.int64]
Chances = NDArray[np.float64]
Truths = NDArray[np.bool_]
Pair = tuple[int, int, float]
"""A missing person, a record, and how likely the record is about the person."""


@dataclass(frozen=True, slots=True)
class Quality:
    """What is offered from a threshold on: which share of it is true, and which share of what is true."""

    threshold: float
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class FalseAlerts:
    """Families who would be told of a record although theirs is in none, where most others are found.

    `threshold` is the highest that finds 95 %; where even the least likely pair scored does not, it is that
    pair's, and `recall` says how far it comes.
    """

    threshold: float
    recall: float
    absent: int
    alerted: int
    share: float


@dataclass(frozen=True, slots=True)
class Apart:
    """Relatives or namesakes of a record's subject, and how many of them the record was not offered for."""

    pairs: int
    share: float


@dataclass(frozen=True, slots=True)
class Found:
    """Records about missing people that are damaged in one way, and which share of them was offered rightly."""

    records: int
    recall: float


@dataclass(frozen=True, slots=True)
class Measures:
    """All that is measured of a set of scored pairs."""

    scored: int
    true_pairs: int
    own: Quality
    best: Quality
    false_alerts: FalseAlerts
    false_alerts_of_full_records: FalseAlerts
    apart: dict[str, Apart]
    calibration_error: float
    by_damage: dict[str, Found]


@dataclass(frozen=True, slots=True)
class _Scores:
    """The pairs as columns, the likeliest first."""

    person: Numbers
    record: Numbers
    chance: Chances
    true: Truths


def measure(pairs: Iterable[Pair], truth: Truth, *, threshold: float | None = None) -> Measures:
    """Measure scored pairs; a pair that is not among them counts as not offered at any threshold.

    Without a threshold all of them count as offered.
    """
    scores = _scores(pairs, truth)
    if threshold is None:
        threshold = float(scores.chance.min(initial=1.0))
    offered = {(int(p), int(r)) for p, r in _pairs_from(scores, threshold)}
    return Measures(
        scored=len(scores.chance),
        true_pairs=len(truth.about),
        own=_quality(scores, threshold, len(truth.about)),
        best=_best(scores, len(truth.about)),
        false_alerts=_false_alerts(scores, truth, only_full=False),
        false_alerts_of_full_records=_false_alerts(scores, truth, only_full=True),
        apart=_apart(offered, truth),
        calibration_error=calibration_error(scores.chance, scores.true),
        by_damage=_by_damage(offered, truth),
    )


def _scores(pairs: Iterable[Pair], truth: Truth) -> _Scores:
    table = np.array(list(pairs), dtype=np.float64).reshape(-1, 3)
    table = table[np.argsort(-table[:, 2], kind="stable")]
    person, record = table[:, 0].astype(np.int64), table[:, 1].astype(np.int64)
    about = np.full(truth.records, -1, dtype=np.int64)
    about[list(truth.about)] = list(truth.about.values())
    return _Scores(person, record, table[:, 2], about[record] == person)


def _pairs_from(scores: _Scores, threshold: float) -> Iterable[tuple[int, int]]:
    offered = scores.chance >= threshold
    return zip(scores.person[offered].tolist(), scores.record[offered].tolist(), strict=True)


def _quality(scores: _Scores, threshold: float, true_pairs: int) -> Quality:
    offered = scores.chance >= threshold
    return _from_counts(threshold, int(offered.sum()), int((offered & scores.true).sum()), true_pairs)


def _from_counts(threshold: float, offered: int, right: int, true_pairs: int) -> Quality:
    precision = right / offered if offered else 0.0
    recall = right / true_pairs if true_pairs else 0.0
    both = precision + recall
    return Quality(threshold, precision, recall, 2 * precision * recall / both if both else 0.0)


def _best(scores: _Scores, true_pairs: int) -> Quality:
    """The threshold with the highest F1; pairs of one score are offered together."""
    ends = np.flatnonzero(np.append(np.diff(scores.chance) != 0, True)[: len(scores.chance)])
    if not ends.size or not true_pairs:
        return _from_counts(1.0, 0, 0, true_pairs)
    right, offered = np.cumsum(scores.true)[ends], ends + 1
    place = int(np.argmax(2 * right / (offered + true_pairs)))
    return _from_counts(float(scores.chance[ends[place]]), int(offered[place]), int(right[place]), true_pairs)


def _false_alerts(scores: _Scores, truth: Truth, *, only_full: bool) -> FalseAlerts:
    full = np.frombuffer(bytes(truth.full), dtype=np.bool_)
    counted = full[scores.record] if only_full else np.ones(len(scores.record), dtype=bool)
    wanted = sum(1 for record in truth.about if truth.is_full(record) or not only_full)
    chances = scores.chance[counted & scores.true]
    place = min(ceil(FOUND * wanted), len(chances)) - 1
    threshold = float(chances[place]) if place >= 0 else 1.0
    absent = truth.absent()
    alerted = absent.intersection(scores.person[counted & (scores.chance >= threshold)].tolist())
    return FalseAlerts(
        threshold=threshold,
        recall=float((chances >= threshold).sum()) / wanted if wanted else 0.0,
        absent=len(absent),
        alerted=len(alerted),
        share=len(alerted) / len(absent) if absent else 0.0,
    )


def _apart(offered: set[tuple[int, int]], truth: Truth) -> dict[str, Apart]:
    pairs, told_apart = Counter[str](), Counter[str]()
    for record, others in truth.kin.items():
        for person, kin in others:
            pairs[kin] += 1
            told_apart[kin] += (person, record) not in offered
    return {kin: Apart(count, told_apart[kin] / count) for kin, count in sorted(pairs.items())}


def _by_damage(offered: set[tuple[int, int]], truth: Truth) -> dict[str, Found]:
    records, right = Counter[str](), Counter[str]()
    for record, damage in truth.damage.items():
        found = (truth.about[record], record) in offered
        for kind in damage or ("none",):
            records[kind] += 1
            right[kind] += found
    return {kind: Found(count, right[kind] / count) for kind, count in sorted(records.items())}


def calibration_error(chances: Sequence[float] | Chances, true: Sequence[bool] | Truths) -> float:
    """Return how far stated chances are from what came true, on average over ten bins of equal size.

    >>> calibration_error([0.5] * 20, [True, False] * 10), calibration_error([0.75] * 10, [True] * 10)
    (0.0, 0.25)
    """
    order = np.argsort(np.asarray(chances), kind="stable")
    said, came = np.asarray(chances, dtype=np.float64)[order], np.asarray(true, dtype=np.float64)[order]
    bins = zip(np.array_split(said, BINS), np.array_split(came, BINS), strict=True)
    return float(sum(abs(s.sum() - c.sum()) for s, c in bins) / max(len(said), 1))
