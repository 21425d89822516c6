"""Everything but one's own name: what both profiles tell is compared, each in a slot of its own."""

from __future__ import annotations

from typing import Any

from tracker.names.compiled import compiled, inlined
from tracker.names.heard import Record

from ..frequencies import FAMILY as AS_FAMILY
from ..frequencies import MOTHER as AS_MOTHER
from ..levels import (
    BIRTH_2_APART,
    BIRTH_SAME_DAY,
    BIRTH_WIDE,
    BORN_SAME,
    NATIONAL_NUMBER_OTHER,
    NOTHING,
    NUMBER_OF_REGISTRY_OTHER,
    NUMBER_OF_REGISTRY_SAME,
    NUMBER_OTHER,
    NUMBER_SAME,
    REGISTERED_SAME,
    SEX_DIFFERS,
    SLOT_BIRTH,
    SLOT_BORN,
    SLOT_BOTH_DIED,
    SLOT_BOTH_TAKEN,
    SLOT_DIED_AND_HELD,
    SLOT_HELD_AND_DIED,
    SLOT_HELD_AND_VANISHED,
    SLOT_NUMBER,
    SLOT_REGISTERED,
    SLOT_REGISTRY_NUMBER,
    SLOT_SEX,
    SLOT_TAKEN,
    SLOT_VANISHED_AND_HELD,
    SLOTS,
    TAKEN_SAME,
)  # fmt: skip
from ..side import BIRTH, BORN_AT, DEPTH, DIED, HELD, REGISTERED_AT, VANISHED, VANISHED_AT, Side
from ..vocabulary import Lexicon
from ..weights import FAMILY, MOTHER, MOTHERS_FAMILY
from .dates import after_dying, after_vanishing, births, both_died, both_vanished
from .room import alike
from .weighing import SAME, part_weight

SAME_PLACE, WITHIN, NEAR, APART = range(4)
"""Steps from the level of the same place to the others."""
NOT_COMPARED = -1e9
SAID_ALREADY = 1.0
"""Bits of a mother's surname that is her child's own: the child's has said it."""


@inlined
def facts(ours: Record, theirs: Record, left: Side, right: Side, scale: Record, room: Record) -> float:
    """Write the level of every slot into `room`; return the bits of all."""
    codes = room.codes
    codes[SLOT_SEX] = SEX_DIFFERS if ours.sex and theirs.sex and ours.sex != theirs.sex else NOTHING
    codes[SLOT_BORN] = places(ours.places[BORN_AT], theirs.places[BORN_AT], BORN_SAME)
    codes[SLOT_TAKEN] = places(ours.places[VANISHED_AT], theirs.places[VANISHED_AT], TAKEN_SAME)
    codes[SLOT_REGISTERED] = places(ours.places[REGISTERED_AT], theirs.places[REGISTERED_AT], REGISTERED_SAME)
    codes[SLOT_REGISTRY_NUMBER] = registry_numbers(ours.registry_number, theirs.registry_number)
    codes[SLOT_NUMBER] = numbers(ours, theirs, left, right)
    dates(ours.days, theirs.days, codes)
    total = 0.0
    for slot in range(SLOTS):
        room.slot_bits[slot] = scale.levels[codes[slot]]
        if SLOT_BORN <= slot <= SLOT_REGISTERED and codes[slot] != NOTHING:
            if is_country(ours.places[slot - SLOT_BORN], theirs.places[slot - SLOT_BORN]):
                room.slot_bits[slot] = 0.0
        total += room.slot_bits[slot]
    return total


@compiled
def own_facts(scale: Record, room: Record) -> float:
    """Return the bits by which the facts just written tell a man from his brother.

    Brothers share places and the page of the registry, and are often taken on one day; twins are born on one.
    """
    bits = room.slot_bits
    total = bits[SLOT_SEX] + bits[SLOT_NUMBER] + bits[SLOT_BOTH_DIED] + min(bits[SLOT_BIRTH], scale.twins)
    for slot in range(SLOT_VANISHED_AND_HELD, SLOT_BOTH_DIED):
        total += min(bits[slot], 0.0)
    return float(total)


@compiled
def of_one_age(room: Record) -> bool:
    """Say whether the births just compared agree, as those of a father and his son never do."""
    code = room.codes[SLOT_BIRTH]
    return bool(BIRTH_SAME_DAY <= code <= BIRTH_2_APART and code != BIRTH_WIDE)


@inlined
def dates(ours: Any, theirs: Any, codes: Any) -> None:
    """Write the levels of all dates."""
    codes[SLOT_BIRTH] = births(ours[BIRTH, 0], ours[BIRTH, 1], theirs[BIRTH, 0], theirs[BIRTH, 1])
    codes[SLOT_VANISHED_AND_HELD] = codes[SLOT_HELD_AND_VANISHED] = NOTHING
    if theirs[VANISHED, 0] == 0:
        codes[SLOT_VANISHED_AND_HELD] = after_vanishing(ours[VANISHED], theirs[HELD], theirs[DIED])
    if ours[VANISHED, 0] == 0:
        codes[SLOT_HELD_AND_VANISHED] = after_vanishing(theirs[VANISHED], ours[HELD], ours[DIED])
    codes[SLOT_DIED_AND_HELD] = after_dying(ours[DIED], theirs[HELD])
    codes[SLOT_HELD_AND_DIED] = after_dying(theirs[DIED], ours[HELD])
    codes[SLOT_BOTH_TAKEN] = both_vanished(ours[VANISHED], theirs[VANISHED])
    codes[SLOT_BOTH_DIED] = both_died(ours[DIED], theirs[DIED])


@inlined
def places(ours: Any, theirs: Any, same: int) -> int:
    """Return the level of two paths: the same, one within the other, near, or apart."""
    if ours[0] == 0 or theirs[0] == 0:
        return NOTHING
    if ours[0] == theirs[0]:
        return same + SAME_PLACE
    for up in range(1, DEPTH):
        if ours[up] == theirs[0] or theirs[up] == ours[0]:
            return same + WITHIN
    region = widest(ours)
    return same + (NEAR if region and region == widest(theirs) else APART)


@inlined
def widest(path: Any) -> int:
    """Return the widest step of a path within its country, 0 where there is none. Of two places that share any
    step both lie in one of these: a place lies in one other only.
    """
    last = 0
    while last + 1 < DEPTH and path[last + 1] != 0:
        last += 1
    return path[last - 1] if last else 0  # type: ignore[no-any-return]


@inlined
def is_country(ours: Any, theirs: Any) -> bool:
    """Say whether all that two places share is the country: either is it, and lies around the other."""
    if ours[0] == theirs[0]:
        return ours[1] == 0 and theirs[1] == 0
    for up in range(DEPTH):
        if theirs[up] == ours[0] or ours[up] == theirs[0]:
            wide = theirs[0] if ours[up] == theirs[0] else ours[0]
            return (ours[1] == 0 and wide == ours[0]) or (theirs[1] == 0 and wide == theirs[0])
    return False


@compiled
def registry_numbers(ours: int, theirs: int) -> int:
    """Return the level of two numbers of the family's page in the civil registry."""
    if ours == 0 or theirs == 0:
        return NOTHING
    return NUMBER_OF_REGISTRY_SAME if ours == theirs else NUMBER_OF_REGISTRY_OTHER


@inlined
def numbers(ours: Record, theirs: Record, left: Side, right: Side) -> int:
    """Return the level of numbers from one body: one that agrees outweighs all that differ."""
    level = NOTHING
    for i in range(ours.numbers[0], ours.numbers[1]):
        for j in range(theirs.numbers[0], theirs.numbers[1]):
            mine, other = left.numbers[i], right.numbers[j]
            if mine.body != other.body:
                continue
            if mine.value == other.value:
                return NUMBER_SAME
            if level != NATIONAL_NUMBER_OTHER:
                level = NATIONAL_NUMBER_OTHER if mine.single else NUMBER_OTHER
    return level


@compiled
def mothers(
    ours: Record, theirs: Record, left: Side, right: Side, lexicon: Lexicon, scale: Record, room: Record
):
    """Return the bits of the two mothers' names that agree most, and which two they are."""
    best, at_mine, at_other = NOT_COMPARED, -1, -1
    for i in range(ours.mothers[0], ours.mothers[1]):
        for j in range(theirs.mothers[0], theirs.mothers[1]):
            mine, other = left.mothers[i], right.mothers[j]
            bits = mothers_part(mine.given, other.given, MOTHER, AS_MOTHER, lexicon, scale, room)
            if mine.family and other.family:
                family = mothers_part(
                    mine.family, other.family, MOTHERS_FAMILY, AS_FAMILY, lexicon, scale, room
                )
                if family > SAID_ALREADY and (
                    bears(mine.family, ours, left, lexicon, room)
                    or bears(other.family, theirs, right, lexicon, room)
                ):
                    family = SAID_ALREADY
                bits += family
            if bits > best:
                best, at_mine, at_other = bits, i, j
    return best, at_mine, at_other


@compiled
def bears(family: int, person: Record, side: Side, lexicon: Lexicon, room: Record) -> bool:
    """Say whether a mother's surname is her child's own: cousins marry, or a clerk wrote it so."""
    for n in range(person.names[0], person.names[1]):
        if alike(lexicon, family, side.names[n].wholes[FAMILY], room) >= SAME:
            return True
    return False


@compiled
def mothers_part(
    ours: int, theirs: int, kind: int, use: int, lexicon: Lexicon, scale: Record, room: Record
) -> float:
    """Return the bits of the mothers' given or family names."""
    rarity = min(lexicon[ours].bits[use], lexicon[theirs].bits[use])
    return part_weight(alike(lexicon, ours, theirs, room), rarity, kind, scale)
