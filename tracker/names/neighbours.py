"""Keys that are one letter off from another: a slip of the pen, a lost dot, two letters changed round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

LONGEST = 12
"""Letters of a key that are looked at; longer ones are no single names."""

SHORTEST_DAMAGED = 3
"""Consonants of a key from which on one letter off is still the same name more often than not."""


class Neighbours:
    """All keys by what is left when one letter is taken out (Garbe's symmetric deletion)."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._by_rest: defaultdict[str, list[str]] = defaultdict(list)
        for key in sorted(keys):
            for rest in _rests(key):
                self._by_rest[rest].append(key)

    def of(self, key: str) -> set[str]:
        """Return the keys that have one letter more, one less, another in its place, or two changed round.

        >>> sorted(Neighbours(["bkr", "bk", "bkrt", "krb", "skr", "nsr"]).of("bkr"))
        ['bk', 'bkrt', 'skr']
        """
        found = {near for rest in _rests(key) for near in self._by_rest.get(rest, ()) if _is_near(key, near)}
        return found - {key}


def one_less(key: str) -> list[str]:
    """Return what is left of a key without each of its letters.

    >>> one_less("bkr"), one_less("bbk")
    (['kr', 'br', 'bk'], ['bk', 'bb'])
    """
    key = key[:LONGEST]
    return list(dict.fromkeys(key[:place] + key[place + 1 :] for place in range(len(key))))


def _rests(key: str) -> list[str]:
    return [key[:LONGEST], *one_less(key)]


def _is_near(key: str, other: str) -> bool:
    if abs(len(key) - len(other)) == 1:
        return True
    if len(key) != len(other):
        return False
    differing = [place for place, (a, b) in enumerate(zip(key, other, strict=True)) if a != b]
    if len(differing) <= 1:
        return True
    if len(differing) != 2 or differing[1] != differing[0] + 1:
        return False
    first, second = differing
    return (key[first], key[second]) == (other[second], other[first])
