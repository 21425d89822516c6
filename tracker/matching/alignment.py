"""Which part of one name answers to which of another, when parts may be missing, shifted or turned round.

Parts keep their order: the given name first, then the father, his father, and the surname. Some are left
out; two that stand in one place and differ speak against. Leaving out the given name is hardly ever done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tracker.names import Name, fold, part_keys, units_of
from tracker.names.compounds import FORE_NAMES

from .frequencies import Aligned, Frequencies, Part
from .weighing import SAME, likeness, weigh

LEFT_OUT = 0.3
GIVEN_LEFT_OUT = 5.0
FORE_NAME_LEFT_OUT = 1.5
TURNED_ROUND = 3.0
FEWEST = -1e9


Parts = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two whole names laid side by side."""

    left: Name
    right: Name
    score: float
    aligned: tuple[Aligned, ...]
    lacking: str = ""
    loose: float = 0.0


@lru_cache(maxsize=65536)
def parts_of(name: Name) -> Parts:
    """Return the single names of a name with their roles; a double given name is two."""
    parts = tuple((role, unit) for role, part in name.parts() for unit in units_of(part))
    return parts[:7]


def align(left: Name, right: Name, frequencies: Frequencies, *, kin: str = "") -> Alignment:
    """Lay two names side by side as speaks most for them; relatives' names are not turned round."""
    ours, theirs = _joined(parts_of(left), parts_of(right))
    theirs, ours = _joined(theirs, ours)
    best = _lay(left, right, ours, theirs, frequencies, 0.0)
    if not kin and len(ours) > 1 and len(theirs) > 1 and not _given_agrees(best):
        turns = []
        if likeness(ours[1][1], theirs[0][1]) >= SAME:
            turns.append((_turned(ours), theirs))
        if likeness(ours[0][1], theirs[1][1]) >= SAME:
            turns.append((ours, _turned(theirs)))
        others = [_lay(left, right, a, b, frequencies, TURNED_ROUND) for a, b in turns]
        best = max([best, *filter(_given_agrees, others)], key=lambda alignment: alignment.score)
    return best


def _joined(ours: Parts, theirs: Parts) -> tuple[Parts, Parts]:
    """Write two neighbours as one where the other name has them as one: ظاهر عويس, ظاهرعويس."""
    if len(ours) < 2:
        return ours, theirs
    one_word = {key for _, part in theirs for key in part_keys(part)}
    for place, ((role, first), (_, second)) in enumerate(pairwise(ours)):
        both = f"{first} {second}"
        if one_word.isdisjoint(part_keys(both)):
            continue
        if any(
            likeness(both, part) >= SAME > max(likeness(first, part), likeness(second, part))
            for _, part in theirs
        ):
            return (*ours[:place], (role, both), *ours[place + 2 :]), theirs
    return ours, theirs


def _given_agrees(alignment: Alignment) -> bool:
    return any(pair.role == "given" and pair.likeness >= SAME for pair in alignment.aligned)


def _turned(parts: Parts) -> Parts:
    """Read a name as "Family Given Father"."""
    texts = [text for _, text in parts]
    roles = [role for role, _ in parts]
    return tuple(zip(roles, [*texts[1:], texts[0]], strict=True))


def _left_out(part: Part) -> float:
    if part[0] != "given":
        return LEFT_OUT
    return FORE_NAME_LEFT_OUT if fold(part[1]) in FORE_NAMES else GIVEN_LEFT_OUT


def _lay(
    left: Name,
    right: Name,
    ours: Sequence[Part],
    theirs: Sequence[Part],
    frequencies: Frequencies,
    toll: float,
) -> Alignment:
    pairs = [[weigh(a, b, frequencies) for b in theirs] for a in ours]
    score, steps = _best_path(pairs, [_left_out(p) for p in ours], [_left_out(p) for p in theirs])
    aligned = tuple(pairs[i][j] for kind, i, j in steps if kind == 0)
    spare = [ours[i] for kind, i, _ in steps if kind == 1] + [theirs[j] for kind, _, j in steps if kind == 2]
    lacking = next((text for role, text in spare if role == "given"), "")
    loose = score - sum(pair.weight for pair in aligned)
    return Alignment(left, right, score - toll, aligned, lacking, loose - toll)


Step = tuple[int, int, int]


def _best_path(
    pairs: list[list[Aligned]], ours: Sequence[float], theirs: Sequence[float]
) -> tuple[float, list[Step]]:
    """Find the best way through: kind 0 pairs two parts, 1 leaves out one of ours, 2 one of theirs.

    A part of ours left out beside a part of theirs left out would hide a contradiction: they are paired.
    """
    rows, columns = len(ours), len(theirs)
    scores = [[[FEWEST] * 3 for _ in range(columns + 1)] for _ in range(rows + 1)]
    came = [[[0] * 3 for _ in range(columns + 1)] for _ in range(rows + 1)]
    scores[0][0][0] = 0.0
    for i in range(rows + 1):
        for j in range(columns + 1):
            here = scores[i][j]
            if i and j:
                before = scores[i - 1][j - 1]
                kind = before.index(max(before))
                here[0], came[i][j][0] = before[kind] + pairs[i - 1][j - 1].weight, kind
            if i:
                before = scores[i - 1][j]
                kind = 0 if before[0] >= before[1] else 1
                here[1], came[i][j][1] = before[kind] - ours[i - 1], kind
            if j:
                before = scores[i][j - 1]
                kind = 0 if before[0] >= before[2] else 2
                here[2], came[i][j][2] = before[kind] - theirs[j - 1], kind
    return max(scores[rows][columns]), _way_back(scores[rows][columns], came)


def _way_back(last: list[float], came: list[list[list[int]]]) -> list[Step]:
    i, j, kind = len(came) - 1, len(came[0]) - 1, last.index(max(last))
    steps: list[Step] = []
    while i or j:
        earlier = came[i][j][kind]
        i, j = i - (kind != 2), j - (kind != 1)
        steps.append((kind, i, j))
        kind = earlier
    return steps[::-1]
