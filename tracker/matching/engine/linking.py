"""Records against all people: whom each is likely to be about, and how many pairs were compared."""

from __future__ import annotations

from typing import Any

import numpy as np

from tracker.names.compiled import compiled

from ..side import Side
from ..vocabulary import Lexicon
from .facts import facts
from .finding import find
from .index import Indexes
from .pairs import score_names
from .sought import Meanings, Search

MOST_KEPT = 64
"""Likely people kept for one record; a reviewer is shown far fewer."""

UNHEARD = 8.0
"""Bits that two names may weigh beyond the parts heard the same or one letter off: in other spellings, in two
parts written as one, in the mother's surname. Measured on invented populations of 5,000 people (two, each with
learned names and without) and of 250,000: of 9,485 likely pairs one needed more, a stranger; three need more
than 4. At 250,000 people half the pairs, at 5,000 two in three need no look at their names."""


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
        for place in range(count):
            j = search.found[place]
            one, other = records.people[i], people.people[j]
            told = prior + facts(one, other, records, people, scale[0], room[0])
            if place >= by_numbers and told + search.told[place] + UNHEARD < least:
                continue
            laid += 1
            bits, kin = score_names(told, one, other, records, people, lexicon, scale[0], room[0])
            if bits >= least and written < out.size and written - kept < MOST_KEPT:
                out[written].record, out[written].person = i, j
                out[written].bits, out[written].kin = bits, kin
                written += 1
    return written, compared, laid


LIKELY = np.dtype([("record", np.int32), ("person", np.int32), ("bits", np.float64), ("kin", np.int8)])
"""A likely pair, and what the second may be to the first."""
