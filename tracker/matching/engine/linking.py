"""Records against all people: whom each is likely to be about, and how many pairs were compared."""

from __future__ import annotations

from typing import Any

import numpy as np

from tracker.names.compiled import compiled
from tracker.names.heard import Record

from ..side import Side
from ..vocabulary import Lexicon
from .ceiling import may_weigh
from .facts import facts, mothers
from .finding import find
from .index import Indexes
from .pairs import score_pair
from .prefetching import prefetch
from .sought import Meanings, Search

MOST_KEPT = 64
"""Likely people kept for one record; a reviewer is shown far fewer."""

UNHEARD, MOTHER_UNHEARD = 4.0, 4.0
"""Bits that two names may weigh beyond their parts heard the same or one letter off, in other spellings or in two
parts written as one; and the mothers' beyond the given name heard the same. Measured on 80,000 invented records
against 250,000 people: of 9,307 likely pairs none needed more than 3 beside the mothers, and 5 more than 2; with
what the mothers weigh unknown, one needed more than 5.
"""
BEYOND_ALL = 1e9
"""Bits that nothing outweighs."""
AHEAD = 4
"""People who are read after one, asked for while he is compared."""


@compiled
def link(records: Side, first: int, last: int, people: Side, meanings: Meanings, to: Indexes, lexicon: Lexicon,
         scale: Any, room: Any, search: Search, prior: float, least: float, out: Any):  # fmt: skip
    """Compare records with everyone they share enough with; write the likely pairs into `out`.

    Most pairs cannot become likely whatever their names weigh: these are not laid side by side. Returns how many
    are likely, how many were compared, and of how many the names were laid.
    """
    written, compared, laid = 0, 0, 0
    for i in range(first, last):
        count, by_numbers = find(i, records, meanings, to, lexicon, search)
        compared, kept = compared + count, written
        left = keep_by_facts(i, count, by_numbers, records, people, scale[0], room[0], search, prior, least)
        left = keep_by_names(i, left, records, people, lexicon, scale[0], room[0], search, least)
        laid += left
        for place in range(left):
            j = search.found[place]
            bits, kin = score_pair(
                records.people[i], people.people[j], records, people, lexicon, scale[0], room[0], prior
            )
            if bits >= least and written < out.size and written - kept < MOST_KEPT:
                out[written].record, out[written].person = i, j
                out[written].bits, out[written].kin = bits, kin
                written += 1
    return written, compared, laid


@compiled
def keep_by_facts(i: int, count: int, by_numbers: int, records: Side, people: Side, scale: Record,
                  room: Record, search: Search, prior: float, least: float) -> int:  # fmt: skip
    """Keep those found who can become likely by what their names weigh at most; return how many they are.

    Whoever shares a number is kept as if his name were the record's.
    """
    for place in range(min(AHEAD, count)):
        prefetch(people.people, search.found[place])
    left = 0
    for place in range(count):
        if place + AHEAD < count:
            prefetch(people.people, search.found[place + AHEAD])
        j = search.found[place]
        other = people.people[j]
        told = prior + facts(records.people[i], other, records, people, scale, room)
        weigh = BEYOND_ALL if place < by_numbers else search.weigh[place] + UNHEARD
        if told + weigh + MOTHER_UNHEARD >= least:
            search.found[left], search.told[left], search.weigh[left] = j, told, weigh
            prefetch(people.names, other.names[0])
            prefetch(people.mothers, other.mothers[0])
            left += 1
    return left


@compiled
def keep_by_names(i: int, count: int, records: Side, people: Side, lexicon: Lexicon, scale: Record,
                  room: Record, search: Search, least: float) -> int:  # fmt: skip
    """Keep those who can become likely although their mothers differ, and whose names can still weigh enough once
    they are measured; return how many they are.
    """
    one, maybe, left = records.people[i], 0, 0
    for place in range(count):
        j = search.found[place]
        bits, mine, _ = mothers(one, people.people[j], records, people, lexicon, scale, room)
        told = search.told[place] + (bits if mine >= 0 else 0.0)
        if told + search.weigh[place] >= least:
            search.found[maybe], search.told[maybe] = j, told
            prefetch_names(people.people[j], people, lexicon)
            maybe += 1
    for place in range(maybe):
        j = search.found[place]
        if may_weigh(
            least - search.told[place], one, people.people[j], records, people, lexicon, scale, room
        ):
            search.found[left] = j
            left += 1
    return left


@compiled
def prefetch_names(person: Record, people: Side, lexicon: Lexicon) -> None:
    """Ask for how the parts of a person's names are heard."""
    for n in range(person.names[0], person.names[1]):
        for i in range(people.names[n].count):
            prefetch(lexicon, people.names[n].units[i])


LIKELY = np.dtype([("record", np.int32), ("person", np.int32), ("bits", np.float64), ("kin", np.int8)])
"""A likely pair, and what the second may be to the first."""
