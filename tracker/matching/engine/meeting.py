"""Two names are put side by side, and all their parts are measured against each other."""

from __future__ import annotations

import numpy as np

from tracker.names.compiled import compiled
from tracker.names.costs import SIZE, SOUND_CODES
from tracker.names.heard import ARABIC, Record
from tracker.names.measure import DOUBLED, SHORTEST, STEEPNESS, cost_of

from ..frequencies import FAMILY as AS_FAMILY
from ..frequencies import GIVEN as AS_GIVEN
from ..vocabulary import Lexicon
from ..weights import FAMILY, GIVEN
from .room import alike
from .weighing import SAME

WEIGHTS_APART = 15
"""Tenths of a consonant by which two parts together may outweigh or fall short of the third."""
LIKE_ENOUGH = 40
"""Hundredths within which the first and the last sound must answer before two parts are tried as one."""
CONSONANT = 10
"""What a consonant weighs, in tenths of one."""
ARTICLE = int(SOUND_CODES[ord("l")]) + SIZE
"""The sound of an article between two parts that are written as one in Arabic."""
OURS, THEIRS = 0, 1


@compiled
def set_out_both(ours: Record, theirs: Record, lexicon: Lexicon, scale: Record, room: Record) -> None:
    """Put two names side by side. Whoever tells one part and no more says nothing of the others."""
    set_out(OURS, ours, lexicon, scale, room)
    set_out(THEIRS, theirs, lexicon, scale, room)
    if min(ours.count, theirs.count) == 1:
        for side in range(2):
            for place in range(room.counts[side]):
                if room.roles[side, place] != GIVEN:
                    room.left_out[side, place] = scale.left_out_beside_one


@compiled
def set_out(side: int, name: Record, lexicon: Lexicon, scale: Record, room: Record) -> None:
    """Put the parts of a name on one side, each with its rarity in its role and what leaving it out costs."""
    room.counts[side] = name.count
    for place in range(name.count):
        put(side, place, name.units[place], name.roles[place], lexicon, scale, room)


@compiled
def put(side: int, place: int, part: int, role: int, lexicon: Lexicon, scale: Record, room: Record) -> None:
    """Put one part in a place."""
    room.parts[side, place], room.roles[side, place] = part, role
    room.bits[side, place] = lexicon[part].bits[AS_FAMILY if role == FAMILY else AS_GIVEN]
    toll = scale.family_left_out if role == FAMILY else scale.left_out
    if role == GIVEN:
        toll = scale.fore_name_left_out if lexicon[part].fore else scale.given_left_out
        if place > 0 and room.roles[side, place - 1] == GIVEN:
            toll = room.left_out[side, place - 1] = scale.one_of_two_left_out
    room.left_out[side, place] = toll


@compiled
def measure(lexicon: Lexicon, room: Record) -> None:
    """Measure every part of ours against every part of theirs, and neighbours as one where they may be."""
    ours, theirs = room.counts[OURS], room.counts[THEIRS]
    for i in range(ours):
        for j in range(theirs):
            room.alike[i, j] = alike(lexicon, room.parts[OURS, i], room.parts[THEIRS, j], room)
    room.may_join = False
    for i in range(ours):
        for j in range(theirs):
            if i + 1 < ours and max(room.alike[i, j], room.alike[i + 1, j]) < SAME:
                measure_joined(OURS, i, THEIRS, j, lexicon, room)
            if j + 1 < theirs and max(room.alike[i, j], room.alike[i, j + 1]) < SAME:
                measure_joined(THEIRS, j, OURS, i, lexicon, room)


@compiled
def measure_joined(side: int, place: int, other: int, whole: int, lexicon: Lexicon, room: Record) -> None:
    """Measure two neighbours of one name as one part of the other: ظاهر عويس, ظاهرعويس."""
    first, second = lexicon[room.parts[side, place]], lexicon[room.parts[side, place + 1]]
    likeness = likeness_joined(first, second, lexicon[room.parts[other, whole]], room.costs)
    room.joined[side, place, whole] = likeness
    room.may_join |= likeness >= SAME


@compiled
def likeness_joined(first: Record, second: Record, whole: Record, costs: Record) -> float:
    """Return how alike two parts written as one are to a third, that may have kept the article between them:
    حمزهالخلف. 0 where it can be seen at once that they are not.
    """
    likeness = likeness_at_seam(first, second, whole, costs, 0)
    if likeness < SAME and whole.plane == ARABIC:
        likeness = max(likeness, likeness_at_seam(first, second, whole, costs, ARTICLE))
    return likeness


@compiled
def likeness_at_seam(first: Record, second: Record, whole: Record, costs: Record, seam: int) -> float:
    """Return the same with one sound, or none, between the two."""
    left, right, length = np.int64(first.lengths[0]), np.int64(second.lengths[0]), np.int64(whole.lengths[0])
    together = first.weights[0] + second.weights[0] + (CONSONANT if seam else 0)
    if left == 0 or right == 0 or abs(together - whole.weights[0]) > WEIGHTS_APART:
        return 0.0
    if costs.substitution[first.codes[0, 0], whole.codes[0, 0]] > LIKE_ENOUGH:
        return 0.0
    if costs.substitution[second.codes[0, right - 1], whole.codes[0, length - 1]] > LIKE_ENOUGH:
        return 0.0
    both = np.empty(DOUBLED, dtype=np.uint8)
    for place in range(left):
        both[place] = first.codes[0, place]
    if seam:
        both[left] = seam
        left += 1
    for place in range(right):
        both[left + place] = second.codes[0, place]
    weight = max(together, whole.weights[0], SHORTEST) * 10.0
    limit = int((1.0 - SAME) * weight / STEEPNESS)
    cost = cost_of(both, left + right, first.plane, whole.codes[0], length, whole.plane, costs, limit)  # type: ignore[arg-type]
    return 0.0 if cost > limit else 1.0 - STEEPNESS * cost / weight
