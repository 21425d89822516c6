"""Names whose blanks were lost, as text layers and scans lose them, read as the parts that are known.

Of 200 names among 65,000 from which all blanks were taken, 91.5 of 100 came first without this, 99.5 with it; of
200 from which some were, 97.0 and 99.5.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from .closest import LONGEST
from .hearing import words_of
from .normalise import fold
from .particles import ARTICLES, FATHER_OF, MOTHER_OF, SON_OF
from .undotted import in_shapes

SHORTEST_PART, SHORTEST_RUN = 2, 5
"""Letters of a part, and of a word from which on it may be several."""
BITS_OF_A_LETTER = 4.0
"""What each letter may cost: parts that together tell more than so are not what the word is made of. A letter
drawn by chance has 4.7 bits in Latin script."""
BITS_OF_A_PARTICLE = 5.0
"""What "son of", "father of" and an article count for: one name in thirty or so has each of them."""
PARTICLES = frozenset(
    in_shapes(word) for word in ARTICLES | FATHER_OF | MOTHER_OF | SON_OF if len(word) >= SHORTEST_PART
)
READINGS = 2
"""Ways to read a word that are kept, the likeliest."""

BitsOf = Callable[[str], float | None]
"""What a part that is written so (`undotted`) tells, in bits; None where no such part is known."""


class _Way(NamedTuple):
    """The letters up to some place as parts: what they tell in bits, and where each begins."""

    bits: float
    begins: tuple[int, ...]


def lines_apart(line: str, bits_of: BitsOf) -> list[str]:
    """Return how a name may be read if blanks of it were lost; nothing where each word of it is a known part.

    >>> lines_apart("Ali HUSSEINHADDAD", {"ali": 4.0, "hussein": 6.0, "haddad": 8.0}.get)
    ['Ali hussein haddad']
    """
    words = [word for _, word in words_of(line)]
    readings = [taken_apart(word, bits_of) for word in words]
    lines = (
        " ".join(_nth(ways, rank) or word for ways, word in zip(readings, words, strict=True))
        for rank in range(max(map(len, readings), default=0))
    )
    return list(dict.fromkeys(lines))


def taken_apart(word: str, bits_of: BitsOf) -> list[str]:
    """Return how a word may be read as known parts, the likeliest first: those of which most people are called.

    >>> bits = {"hussein": 6.0, "haddad": 8.0, "had": 9.0, "dad": 9.0}
    >>> taken_apart("HUSSEINHADDAD", bits.get), taken_apart("Haddad", bits.get)
    (['hussein haddad', 'hussein had dad'], [])
    """
    letters = fold(word).replace(" ", "")
    if len(letters) < SHORTEST_RUN:
        return []
    shapes = in_shapes(letters)
    ways = [[_Way(0.0, ())]]
    for end in range(1, len(letters) + 1):
        ways.append(sorted(_ways_to(end, shapes, ways, bits_of))[:READINGS])
    likely = [way.begins for way in ways[-1] if way.bits <= BITS_OF_A_LETTER * len(letters)]
    if likely and len(likely[0]) == 1:
        return []
    parts = (zip(begins, (*begins[1:], None), strict=True) for begins in likely if len(begins) > 1)
    return [" ".join(letters[begin:end] for begin, end in spans) for spans in parts]


def _ways_to(end: int, shapes: str, ways: list[list[_Way]], bits_of: BitsOf) -> Iterator[_Way]:
    for begin in range(max(end - LONGEST, 0), end - SHORTEST_PART + 1):
        if not ways[begin]:
            continue
        part = shapes[begin:end]
        # A name ends with none of these.
        bits = BITS_OF_A_PARTICLE if part in PARTICLES and end < len(shapes) else bits_of(part)
        if bits is not None:
            yield from (_Way(way.bits + bits, (*way.begins, begin)) for way in ways[begin])


def _nth(ways: list[str], rank: int) -> str:
    return ways[min(rank, len(ways) - 1)] if ways else ""
