"""Which queries no search by name can answer first, and why: what is asked for does not tell who is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from tests.bench.matchers import Asked, Group, asked_in
from tests.bench.results import note_table
from tracker.management.measuring.search_figures import Answer
from tracker.matching.engine.weighing import SAME
from tracker.names import keyed_units, read_name, similarity

RESEMBLES = 0.67
"""Likeness from which a part is taken for another one: one consonant of four may differ."""
FEWEST_SHARED = 2
OTHER_NAME = "fewer than two parts are alike: it is another name of the same person"
NAMESAKE = "somebody else bears all that is asked for, and as alike"

alike = lru_cache(maxsize=500_000)(similarity)


def unreachable(answers: Sequence[Answer], names: Mapping[str, str]) -> dict[Asked, str]:
    """Return the queries that cannot be answered, each with the reason.

    Parts are compared by the tracker's own likeness, and namesakes are seen only where one came before the right
    person in its own answers: that favours us somewhat beside the peers, who are given the same list.
    """
    found = {}
    for answer in answers:
        reason = _reason(answer, names[answer.person])
        if reason:
            found[asked_in(answer)] = reason
    return found


def _reason(answer: Answer, right: str) -> str:
    shared, most = _shared(answer.text, right, RESEMBLES)
    if shared < min(FEWEST_SHARED, most):
        return OTHER_NAME
    if answer.rank != 1 and answer.first:
        parts = len(_parts(answer.text))
        theirs, ours = _shared(answer.text, answer.first, SAME)[0], _shared(answer.text, right, SAME)[0]
        if theirs == parts and theirs >= ours:
            return NAMESAKE
    return ""


def _shared(asked: str, name: str, least: float) -> tuple[int, int]:
    """Return how many parts of a text a name has, each once, and how many the longer of the two has."""
    wanted, left = _parts(asked), list(_parts(name))
    most, shared = max(len(wanted), len(left)), 0
    for part in wanted:
        best = max(left, key=lambda other, part=part: alike(part, other), default=None)  # type: ignore[misc]
        if best is not None and alike(part, best) >= least:
            left.remove(best)
            shared += 1
    return shared, most


@lru_cache(maxsize=100_000)
def _parts(text: str) -> tuple[str, ...]:
    return tuple(keyed_units(read_name(text)))


def reachable(groups: Mapping[str, Group], lost: Collection[Asked]) -> dict[str, Group]:
    """Return groups of queries again, each without those that are lost."""

    def within(belongs: Group) -> Group:
        return lambda answer: belongs(answer) and asked_in(answer) not in lost

    return {f"{name}, reachable": within(belongs) for name, belongs in groups.items()}


def note_unreachable(bench: str, reasons: Mapping[Asked, str], names: Mapping[str, str]) -> None:
    """Leave them beside the results, each with its reason."""
    lines = [(track, text, names[person], why) for (track, person, text), why in reasons.items()]
    note_table(f"{bench}-unreachable", ("track", "query", "right", "why not"), lines)


def counted(reasons: Mapping[Asked, str]) -> dict[str, int]:
    """Return how many queries each reason explains."""
    return dict(Counter(reasons.values()).most_common())
