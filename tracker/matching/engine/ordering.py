"""Two names side by side, turned round or shuffled where that explains them better."""

from __future__ import annotations

from tracker.names.compiled import compiled
from tracker.names.heard import Record

from ..vocabulary import Lexicon
from ..weights import FAMILY, FATHER, GIVEN
from .kin import ITS_FATHER, NOBODY, kin_of, may_be_slip
from .laying import FEWEST, lay, way_back
from .meeting import OURS, THEIRS, measure, put, set_out_both
from .weighing import SAME, part_weight

(
    AS_WRITTEN, OURS_TURNED, THEIRS_TURNED, OURS_EXCHANGED, THEIRS_EXCHANGED, OURS_SHORTENED, THEIRS_SHORTENED,
    ANY_ORDER,
) = range(8)  # fmt: skip
"""The ways in which two names may lie: turned is "Family Given Father", exchanged is "Father Given Family"."""
FEWEST_SHARED = 2
"""Parts that names in any order must share."""


@compiled
def best_order(ours: Record, theirs: Record, one_age: bool, lexicon: Lexicon, scale: Record, room: Record):
    """Return the bits for two names, the way in which they lie, what relative the second may be, and the bits
    by which their given names tell the man from his brother.

    Father and son are not of `one_age`: then a clerk took one's name for the other's.
    """
    set_out_both(ours, theirs, lexicon, scale, room)
    measure(lexicon, room)
    score, way = lay(scale, room), AS_WRITTEN
    way_back(room)
    agrees, apart = given_agrees(room), given_apart(lexicon, scale, room)
    kin = NOBODY if agrees else kin_of(ours.wholes, theirs.wholes, lexicon, room)
    if kin >= ITS_FATHER and one_age:
        kin = NOBODY
    if kin != NOBODY or min(ours.count, theirs.count) < FEWEST_SHARED:
        return score, way, kin, apart
    for turn in range(OURS_TURNED, THEIRS_SHORTENED + 1):
        if not agrees and may_turn(turn, ours, theirs, one_age, lexicon, room):
            turned = turned_round(turn, ours, theirs, lexicon, scale, room)
            if turned > score:
                score, way, apart = turned, turn, scale.no_sibling
    shuffled, said = in_any_order(scale, room)
    if shuffled > score:
        apart = scale.no_sibling if said else max(apart, -scale.given_left_out)
        score, way = shuffled, ANY_ORDER
    return score, way, kin, apart


@compiled
def given_apart(lexicon: Lexicon, scale: Record, room: Record) -> float:
    """Return the bits by which the given names, as they were laid, tell the man himself from his brother."""
    likest, fore, shifted, ours_laid, theirs_laid = -1.0, False, False, False, False
    at, answers = 0, 0
    for pair in range(room.laid_count):
        i, j = room.laid[pair, 0], room.laid[pair, 2]
        joined = room.laid[pair, 1] + room.laid[pair, 3] > 2
        likeness = 1.0 if joined else room.alike[i, j]
        givens = (room.roles[OURS, i] == GIVEN) + (room.roles[THEIRS, j] == GIVEN)
        ours_laid, theirs_laid = ours_laid or i == 0, theirs_laid or j == 0
        shifted |= givens == 1 and likeness >= SAME
        if givens == 2 and likeness > likest:
            likest, at, answers = likeness, i, j
            fore = lexicon[room.parts[OURS, i]].fore
    if likest < 0:
        ours_fore, theirs_fore = lexicon[room.parts[OURS, 0]].fore, lexicon[room.parts[THEIRS, 0]].fore
        if shifted and ((ours_fore and not ours_laid) or (theirs_fore and not theirs_laid)):
            return float(scale.no_sibling_by_fore_name - scale.fore_name_left_out)
        return float(-scale.given_left_out)
    if likest < SAME:
        weight = part_weight(likest, 0.0, GIVEN, scale)
        slip = may_be_slip(room.parts[OURS, at], room.parts[THEIRS, answers], lexicon, room)
        return float(max(weight, scale.slip)) if slip else weight
    return float(scale.no_sibling_by_fore_name if fore else scale.no_sibling)


@compiled
def may_turn(turn: int, ours: Record, theirs: Record, one_age: bool, lexicon: Lexicon, room: Record) -> bool:
    """Say whether the part that would come first is the first of the other name."""
    if OURS_EXCHANGED <= turn <= THEIRS_EXCHANGED and not one_age:
        return False
    if turn >= OURS_SHORTENED and not may_be_shortened(ours if is_ours(turn) else theirs, lexicon):
        return False
    if is_ours(turn):
        return bool(room.alike[source_of(turn, ours, 0), 0] >= SAME)
    return bool(room.alike[0, source_of(turn, theirs, 0)] >= SAME)


@compiled
def is_ours(turn: int) -> bool:
    """Say whose parts change places."""
    return turn % 2 == OURS_TURNED % 2


@compiled
def may_be_shortened(name: Record, lexicon: Lexicon) -> bool:
    """Say whether a name may be called without its first part: محمد علي محسن البريدي, علي محسن البريدي."""
    if name.count <= FEWEST_SHARED or name.roles[0] != GIVEN or name.roles[1] == GIVEN:
        return False
    return bool(lexicon[name.units[0]].fore)


@compiled
def turned_round(
    turn: int, ours: Record, theirs: Record, lexicon: Lexicon, scale: Record, room: Record
) -> float:
    """Return the bits with one name turned or exchanged; the bench is left as it was found."""
    turn_on_the_bench(turn, ours, theirs, lexicon, scale, room)
    score = lay(scale, room) - toll_of(turn, scale)
    way_back(room)
    agrees = given_agrees(room)
    set_out_both(ours, theirs, lexicon, scale, room)
    measure(lexicon, room)
    return score if agrees else FEWEST


@compiled
def toll_of(turn: int, scale: Record) -> float:
    """Return what it costs to read a name in this way."""
    if turn >= OURS_SHORTENED:
        return float(scale.fore_name_left_out)
    return float(scale.turned_round if turn <= THEIRS_TURNED else scale.exchanged)


@compiled
def turn_on_the_bench(
    turn: int, ours: Record, theirs: Record, lexicon: Lexicon, scale: Record, room: Record
) -> None:
    """Let the parts of one name change places: they move, and the roles stay as many as they were."""
    side, name = (OURS, ours) if is_ours(turn) else (THEIRS, theirs)
    room.counts[side] = name.count - 1 if turn >= OURS_SHORTENED else name.count
    for place in range(room.counts[side]):
        part, role = name.units[source_of(turn, name, place)], role_at(turn, name, place)
        put(side, place, part, role, lexicon, scale, room)
    measure(lexicon, room)


@compiled
def source_of(turn: int, name: Record, place: int) -> int:
    """Return which part of a name stands in a place of it once it is turned, exchanged or shortened."""
    if turn <= THEIRS_TURNED or turn >= OURS_SHORTENED:
        return (place + 1) % name.count
    given, father = parts_in(GIVEN, name), parts_in(FATHER, name)
    if place < father:
        return given + place
    return place - father if place < given + father else place


@compiled
def role_at(turn: int, name: Record, place: int) -> int:
    """Return the role of what stands in a place of a name once it is turned, exchanged or shortened."""
    if turn >= OURS_SHORTENED:
        return int(name.roles[place if place + 2 < name.count else name.count - 1])
    if turn <= THEIRS_TURNED or place >= parts_in(GIVEN, name) + parts_in(FATHER, name):
        return int(name.roles[place])
    return GIVEN if place < parts_in(FATHER, name) else FATHER


@compiled
def parts_in(role: int, name: Record) -> int:
    """Return how many parts of a name stand in a role."""
    count = 0
    for place in range(name.count):
        count += name.roles[place] == role
    return count


@compiled
def given_agrees(room: Record) -> bool:
    """Say whether in the way just taken a given name of ours was paired with the same one of theirs."""
    for place in range(room.laid_count):
        i, j = room.laid[place, 0], room.laid[place, 2]
        if room.roles[OURS, i] == GIVEN and room.roles[THEIRS, j] == GIVEN:
            joined = room.laid[place, 1] + room.laid[place, 3] > 2
            if joined or room.alike[i, j] >= SAME:
                return True
    return False


@compiled
def in_any_order(scale: Record, room: Record):
    """Pair what agrees most, wherever it stands, and say whether both given names are among it.

    The pairs are written into `room.laid`. Where a given name finds none that agrees, the other name must agree
    in all its parts, else brothers, fathers and sons would be one man.
    """
    ours, theirs = room.counts[OURS], room.counts[THEIRS]
    taken, answered, count, score, given = 0, 0, 0, 0.0, 0
    while True:
        best, i, j = best_left(taken, answered, scale, room)
        if best <= 0.0:
            break
        room.laid[count, 0], room.laid[count, 1], room.laid[count, 2], room.laid[count, 3] = i, 1, j, 1
        taken, answered, count, score = taken | 1 << i, answered | 1 << j, count + 1, score + best
        given |= (1 if room.roles[OURS, i] == GIVEN else 0) | (2 if room.roles[THEIRS, j] == GIVEN else 0)
    room.laid_count = count
    fewer, more, said = min(ours, theirs) - count, max(ours, theirs) - count, given == 3
    if count < FEWEST_SHARED or (fewer and not said):
        return FEWEST, said
    against = part_weight(0.0, 0.0, FAMILY, scale) * fewer - scale.left_out * (more - fewer)
    return float(score + against - (scale.shuffled if said else scale.given_unsaid)), said


@compiled
def best_left(taken: int, answered: int, scale: Record, room: Record):
    """Return the bits and the places of the two parts that agree most among those not yet paired."""
    best, at_i, at_j = 0.0, 0, 0
    for i in range(room.counts[OURS]):
        for j in range(room.counts[THEIRS]):
            if taken >> i & 1 or answered >> j & 1 or room.alike[i, j] < SAME:
                continue
            weight = weight_anywhere(i, j, scale, room)
            if weight > best:
                best, at_i, at_j = weight, i, j
    return best, at_i, at_j


@compiled
def weight_anywhere(i: int, j: int, scale: Record, room: Record) -> float:
    """Return the bits for two parts that agree, whatever their roles."""
    return part_weight(room.alike[i, j], min(room.bits[OURS, i], room.bits[THEIRS, j]), FAMILY, scale)
