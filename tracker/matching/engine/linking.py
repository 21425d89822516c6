"""Records against all people: whom each is likely to be about, and how many pairs were compared."""

from __future__ import annotations

from typing import Any

import numpy as np

from tracker.names.compiled import compiled

from ..side import Side
from ..vocabulary import Lexicon
from .facts import facts
from .finding import Meanings, Search, find
from .index import Indexes
from .pairs import score_names

MOST_KEPT = 64
"""Likely people kept for one record; a reviewer is shown far fewer."""

UNHEARD = 8.0
"""Bits that two people's and their mothers' names may tell beyond the parts heard the same or one letter off, as
other spellings do. Measured on 250,000 invented people: of 917 likely pairs none needed more than 2.8, while
three in four of all pairs are seen to be unlikely without their names being laid side by side."""
MANY = 200_000
"""People from whom on that is done: what a shared name tells is counted among them, and few tell too little."""


@compiled
def link(records: Side, first: int, last: int, people: Side, meanings: Meanings, to: Indexes, lexicon: Lexicon,
         scale: Any, room: Any, search: Search, prior: float, least: float, out: Any):  # fmt: skip
    """Compare records with everyone they share enough with; write the likely pairs into `out`.

    Returns how many are likely, and how many were compared.
    """
    written, compared, many = 0, 0, people.people.size >= MANY
    for i in range(first, last):
        count, by_numbers = find(i, records, meanings, to, search)
        compared += count
        kept = written
        for place in range(count):
            j = search.found[place]
            one, other = records.people[i], people.people[j]
            told = prior + facts(one, other, records, people, scale[0], room[0])
            if many and place >= by_numbers and told + search.told[place] + UNHEARD < least:
                continue
            bits, kin = score_names(told, one, other, records, people, lexicon, scale[0], room[0])
            if bits >= least and written < out.size and written - kept < MOST_KEPT:
                out[written].record, out[written].person = i, j
                out[written].bits, out[written].kin = bits, kin
                written += 1
    return written, compared


LIKELY = np.dtype([("record", np.int32), ("person", np.int32), ("bits", np.float64), ("kin", np.int8)])
"""A likely pair, and what the second may be to the first."""
