"""A part of a name as its letters stand: what a tired eye or a scanner still sees of it."""

from __future__ import annotations

from functools import lru_cache

from .closest import LONGEST
from .normalise import fold

# Arabic letters that have one shape and are told apart by their dots, or hardly so → one sign each. Final ن and ي
# do not look alike, but a clerk who leaves dots out leaves them out everywhere.
SHAPES: tuple[tuple[str, str], ...] = (
    ("ا", "A"), ("بتثني", "B"), ("جحخ", "C"), ("دذ", "D"), ("رز", "R"), ("سش", "S"), ("صض", "X"), ("طظ", "T"),
    ("عغ", "E"), ("فق", "F"), ("ك", "K"), ("ل", "L"), ("م", "M"), ("ه", "H"), ("و", "W"), ("ء", "O"),
)  # fmt: skip
SHAPE_OF = {ord(letter): shape for letters, shape in SHAPES for letter in letters}
UNKNOWN = "?"


@lru_cache(maxsize=262144)
def undotted(part: str) -> str:
    """Return the letters of a part in either writing, the Arabic ones without their dots; ASCII, without blanks.

    >>> undotted("بشير") == undotted("نسيز"), undotted("Yulia"), undotted("") == ""
    (True, 'yulia', True)
    """
    return in_shapes(fold(part[:LONGEST]).replace(" ", ""))[:LONGEST]


def in_shapes(letters: str) -> str:
    """Return folded letters as signs, one for each."""
    signs = letters.translate(SHAPE_OF)
    return "".join(sign if sign.isascii() else UNKNOWN for sign in signs)
