"""Which part of one name answers to which of another, when parts may be missing, shifted or joined.

Parts keep their order: the given name first, then the father, his father, and the surname. Some are left out;
two that stand in one place and differ speak against: a part of ours left out beside one of theirs left out
would hide a contradiction, so they are paired. Leaving out the given name is hardly ever done.
"""

from __future__ import annotations

from tracker.names.compiled import compiled
from tracker.names.heard import Record

from .meeting import OURS, THEIRS
from .weighing import SAME, weight_in_place

FEWEST = -1e9
PAIRED, OURS_LEFT_OUT, THEIRS_LEFT_OUT = range(3)


@compiled
def lay(scale: Record, room: Record) -> float:
    """Lay the two names that were measured as speaks most for them; return the bits."""
    ours, theirs = room.counts[OURS], room.counts[THEIRS]
    for i in range(ours):
        for j in range(theirs):
            rarity = min(room.bits[OURS, i], room.bits[THEIRS, j])
            room.weights[i, j] = weight_in_place(
                room.alike[i, j], rarity, room.roles[OURS, i], room.roles[THEIRS, j], scale
            )
    for i in range(ours + 1):
        for j in range(theirs + 1):
            for kind in range(3):
                room.scores[i, j, kind] = FEWEST
            if i == 0 and j == 0:
                room.scores[0, 0, PAIRED] = 0.0
            step_to(i, j, scale, room)
    return float(room.scores[ours, theirs, best_of(ours, theirs, room)])


@compiled
def step_to(i: int, j: int, scale: Record, room: Record) -> None:
    """Find the best way to one place, for each kind of last step, and the kind of step before it."""
    scores, came = room.scores, room.came
    if i and j:
        before = best_of(i - 1, j - 1, room)
        scores[i, j, PAIRED] = scores[i - 1, j - 1, before] + room.weights[i - 1, j - 1]
        came[i, j, PAIRED] = before
        room.steps[i, j, OURS] = room.steps[i, j, THEIRS] = 1
        if room.may_join:
            step_joined(i, j, scale, room)
    if i:
        before = PAIRED if scores[i - 1, j, PAIRED] >= scores[i - 1, j, OURS_LEFT_OUT] else OURS_LEFT_OUT
        scores[i, j, OURS_LEFT_OUT] = scores[i - 1, j, before] - room.left_out[OURS, i - 1]
        came[i, j, OURS_LEFT_OUT] = before
    if j:
        before = PAIRED if scores[i, j - 1, PAIRED] >= scores[i, j - 1, THEIRS_LEFT_OUT] else THEIRS_LEFT_OUT
        scores[i, j, THEIRS_LEFT_OUT] = scores[i, j - 1, before] - room.left_out[THEIRS, j - 1]
        came[i, j, THEIRS_LEFT_OUT] = before


@compiled
def best_of(i: int, j: int, room: Record) -> int:
    """Return the kind of last step by which a place is reached best."""
    best = PAIRED
    for kind in range(OURS_LEFT_OUT, THEIRS_LEFT_OUT + 1):
        if room.scores[i, j, kind] > room.scores[i, j, best]:
            best = kind
    return best


@compiled
def step_joined(i: int, j: int, scale: Record, room: Record) -> None:
    """Take two neighbours of one name as one, where the other has them so."""
    for side in range(2):
        ours, theirs = (2, 1) if side == OURS else (1, 2)
        if i < ours or j < theirs:
            continue
        weight = joined_weight(side, i - ours, j - theirs, scale, room)
        before = best_of(i - ours, j - theirs, room)
        score = room.scores[i - ours, j - theirs, before] + weight
        if score > room.scores[i, j, PAIRED]:
            room.scores[i, j, PAIRED], room.came[i, j, PAIRED] = score, before
            room.steps[i, j, OURS], room.steps[i, j, THEIRS] = ours, theirs


@compiled
def joined_weight(side: int, i: int, j: int, scale: Record, room: Record) -> float:
    """Return the bits for two neighbours of one side as one part of the other."""
    mine, other = (i, j) if side == OURS else (j, i)
    if max(room.alike[i, j], room.alike[i + 1, j] if side == OURS else room.alike[i, j + 1]) >= SAME:
        return FEWEST
    likeness = room.joined[side, mine, other]
    if likeness < SAME:
        return FEWEST
    rarity = room.bits[1 - side, other]
    return weight_in_place(likeness, rarity, room.roles[OURS, i], room.roles[THEIRS, j], scale)


@compiled
def way_back(room: Record) -> None:
    """Write the pairings of the best way, from the last to the first, into `room.laid`."""
    i, j, count = room.counts[OURS], room.counts[THEIRS], 0
    kind = best_of(i, j, room)
    while i > 0 or j > 0:
        before = room.came[i, j, kind]
        if kind == PAIRED:
            ours, theirs = room.steps[i, j, OURS], room.steps[i, j, THEIRS]
            i, j = i - ours, j - theirs
            room.laid[count, 0], room.laid[count, 1] = i, ours
            room.laid[count, 2], room.laid[count, 3] = j, theirs
            count += 1
        elif kind == OURS_LEFT_OUT:
            i -= 1
        else:
            j -= 1
        kind = before
    room.laid_count = count
