"""Keys by which a name with a slip of the pen meets the right one: one letter more, less, other or changed round.

A name is stored under each pair of its parts once more with one letter taken out of one of the two; who asks
takes letters out as well, and both meet where the same is left (Garbe's symmetric deletion, for pairs). Of a name
of two parts both may have a slip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations, product

from .keys import SHORT, keyed_parts, pair_key
from .neighbours import left_by_a_slip
from .reading import Name

MOST = 5
"""Parts of a name that are looked at: its first, and its last."""

Asked = tuple[str, tuple[str, ...], tuple[str, ...]]
"""A key to look up, and what tells how many bear it: the rests that are in it, and its whole parts."""


def slip_keys(name: Name) -> set[str]:
    """Return what a name is stored under for those who ask with a slip.

    >>> from .reading import read_name
    >>> sorted(slip_keys(read_name("نبيل بقاعي")))
    ['~bl|bk', '~nb|bk', '~nl|bk']
    """
    parts = [keys[0] for keys in keyed_parts(name)]
    if len(parts) > MOST:
        parts = [*parts[: MOST - 1], parts[-1]]
    keys = {_one(rest, whole) for part, whole in permutations(parts, 2) for rest in left_by_a_slip(part)}
    if len(parts) == SHORT:
        keys |= {_two(*rests) for rests in product(*map(left_by_a_slip, parts))}
    return keys


def asked_with_slips(parts: Sequence[tuple[str, ...]]) -> Iterator[Asked]:
    """Yield what to look up for a name one of whose parts has a slip, or two where it has no more."""
    for slipped, whole in permutations(parts, 2):
        part = slipped[0]
        for key in whole:
            for left in (part, *left_by_a_slip(part)):
                yield _one(left, key), (left,), (key,)
            for left in left_by_a_slip(part):  # a letter too many
                yield pair_key((left, key)), (), (left, key)
    if len(parts) == SHORT:
        yield from _both(parts[0][0], parts[1][0])


def _both(one: str, other: str) -> Iterator[Asked]:
    ways = [(part, *left_by_a_slip(part)) for part in (one, other)]
    for left, right in product(*ways):
        yield _two(left, right), (left, right), ()
    for slipped, longer in (ways, ways[::-1]):
        for left, whole in product(slipped, longer[1:]):
            yield _one(left, whole), (left,), (whole,)
    for left, right in product(ways[0][1:], ways[1][1:]):
        yield pair_key((left, right)), (), (left, right)


def _one(rest: str, whole: str) -> str:
    return f"~{rest}|{whole}"


def _two(rest: str, other: str) -> str:
    return "~" + "~".join(sorted((rest, other)))
