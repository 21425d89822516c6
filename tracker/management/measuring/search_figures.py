"""What a run of searches comes to: how often the right person was first, or among ten, and how long it took."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import fmean


@dataclass(frozen=True, slots=True)
class Answer:
    """How one search went. No rank: the right person was not among the answers.

    `first` names who came first where that was not the right one.
    """

    track: str
    person: str
    text: str
    rank: int | None
    first: str
    candidates: int
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Figures:
    """A track in figures; shares lie between 0 and 1."""

    n: int
    recall_at_1: float
    recall_at_10: float
    mrr: float
    candidates: float
    ms_p50: float
    ms_p95: float


def figures_of(answers: Sequence[Answer]) -> Figures:
    """Return the figures of at least one search.

    The mean reciprocal rank counts 1 for a first place, 1/2 for a second, and 0 for a person not found.
    """
    times = [answer.milliseconds for answer in answers]
    return Figures(
        n=len(answers),
        recall_at_1=recall_at(1, answers),
        recall_at_10=recall_at(10, answers),
        mrr=fmean(1 / answer.rank if answer.rank else 0.0 for answer in answers),
        candidates=fmean(answer.candidates for answer in answers),
        ms_p50=percentile(times, 50),
        ms_p95=percentile(times, 95),
    )


def by_track(answers: Iterable[Answer]) -> dict[str, list[Answer]]:
    """Return the answers of each track, tracks in the order in which they came."""
    tracks: dict[str, list[Answer]] = {}
    for answer in answers:
        tracks.setdefault(answer.track, []).append(answer)
    return tracks


def recall_at(place: int, answers: Sequence[Answer]) -> float:
    """Return the share of searches whose right person was among so many first answers."""
    return fmean(answer.rank is not None and answer.rank <= place for answer in answers)


def percentile(values: Iterable[float], percent: int) -> float:
    """Return the smallest value that so many percent of all do not exceed.

    >>> percentile([1, 2, 3, 4], 50), percentile([1, 2, 3, 4], 95)
    (2, 4)
    """
    ordered = sorted(values)
    return ordered[max(ceil(percent * len(ordered) / 100), 1) - 1]
