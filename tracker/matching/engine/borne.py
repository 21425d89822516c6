"""What each person bears, in a line of memory: whoever is met is read at once."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracker.names.compiled import compiled, inlined

from .prefetching import LINE

ROW = LINE // np.dtype(np.int32).itemsize
"""Atoms of a person that stand in the line; hardly anybody under a single name bears more."""
LAST, GOES_ON = -1, -2


class Borne(NamedTuple):
    """The places of everybody's atoms among those that people bear, and behind the last `LAST`.

    Where a line does not hold all, its last place tells how far below `GOES_ON` the rest begins in `more`.
    """

    rows: NDArray[np.int32]  # people × ROW
    more: NDArray[np.int32]


def borne_by(first: NDArray[np.int64], places: NDArray[np.int32]) -> Borne:
    """Lay the places of everybody's atoms in lines: they stand end to end, each one's from where `first` says."""
    beyond = np.maximum(np.diff(first) - ROW, 0)
    borne = Borne(_lines(first.size - 1), np.empty(int((beyond + 2)[beyond > 0].sum()), dtype=np.int32))
    fill(first, places, borne)
    return borne


def _lines(people: int) -> NDArray[np.int32]:
    """Return a row for each of some people, none of which lies across two lines of memory."""
    room = np.empty((people + 1) * ROW, dtype=np.int32)
    start = -room.ctypes.data % LINE // room.itemsize
    return room[start : start + people * ROW].reshape(people, ROW)


@compiled
def fill(first: NDArray[np.int64], places: NDArray[np.int32], borne: Borne) -> None:
    """Write everybody's places."""
    written = 0
    for person in range(len(borne.rows)):
        count = first[person + 1] - first[person]
        kept = count if count <= ROW else ROW - 1
        borne.rows[person] = LAST
        borne.rows[person, :kept] = places[first[person] : first[person] + kept]
        if kept < count:
            borne.rows[person, kept] = GOES_ON - written
            rest = count - kept
            borne.more[written : written + rest] = places[first[person] + kept : first[person + 1]]
            borne.more[written + rest] = LAST
            written += rest + 1


@inlined
def rest_at(place: int) -> int:
    """Return where in `more` the rest begins that a row's last place tells of, -1 where there is none."""
    return GOES_ON - place if place <= GOES_ON else -1
