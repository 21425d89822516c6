"""The sets of atoms that find people: two, and one more wherever too many share these."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracker.names.compiled import compiled

from .atoms import MOST_ATOMS, key_with


class Crowds(NamedTuple):
    """Which sets of one profile's atoms too many bear, a bit for each atom that completes one."""

    twos: NDArray[np.int64]
    threes: NDArray[np.int64]  # for two atoms in their order, those behind them


@compiled
def no_crowds() -> Crowds:
    """Return room for one profile."""
    return Crowds(np.zeros(MOST_ATOMS, dtype=np.int64), np.zeros((MOST_ATOMS, MOST_ATOMS), dtype=np.int64))


@compiled
def write_sets(size: int, atoms: Any, parts: int, count: int, crowds: Crowds, keys: Any, written: int) -> int:
    """Append the keys of all sets of so many atoms of which one is a part; return how many there are.

    The parts of the name stand first among the atoms. A set of three or four is written only where each set
    within it is crowded: else it is found by that already.
    """
    if size == 1:
        for i in range(count):
            written = write(key_with(0, atoms[i]), keys, written)
        return written
    for i in range(parts):
        one = key_with(0, atoms[i])
        for j in range(i + 1, count):
            if size == 2:
                written = write(key_with(one, atoms[j]), keys, written)
            elif crowds.twos[i] >> j & 1:
                written = write_larger(
                    size, i, j, key_with(one, atoms[j]), atoms, parts, count, crowds, keys, written
                )
    return written


@compiled
def write_larger(size: int, i: int, j: int, two: int, atoms: Any, parts: int, count: int, crowds: Crowds,
                 keys: Any, written: int) -> int:  # fmt: skip
    """Append the sets of three or four that begin with a crowded set of two."""
    for k in range(j + 1, count):
        if size == 3 and crowds.twos[i] & crowds.twos[j] & 1 << k:
            written = write(key_with(two, atoms[k]), keys, written)
        if size == 4 and crowds.threes[i, j] >> k & 1:
            three = key_with(two, atoms[k])
            crowded = crowds.threes[i, j] & crowds.threes[i, k]
            if j < parts:
                crowded &= crowds.threes[j, k]
            for m in range(k + 1, count):
                if crowded >> m & 1:
                    written = write(key_with(three, atoms[m]), keys, written)
    return written


@compiled
def write(key: int, keys: Any, count: int) -> int:
    """Append a key where there is room; return how many there are or would be."""
    if count < keys.size:
        keys[count] = key
    return count + 1
