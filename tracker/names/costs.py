"""What it costs to take one sound for another: the table behind every comparison of two spellings.

0 is "the same, written otherwise"; 1 is "another consonant". A correspondence that is regular between the
two writings costs nothing, else a stranger in the query's own writing would outrank the right man in the
other one. Weighed against 1,758 names spelled in both writings and 1,896 in Latin letters twice: what is left
out once in six (ayn) is nearly free, what once in a hundred (a long vowel) costs half a consonant.
Each line: the sounds on the left, each against each on the right, the cost. Tables are symmetric.
"""

import numpy as np
from numpy.typing import NDArray

Rule = tuple[str, str, float]

CONSONANTS = "BbptTjcCHxdDrzJsSXYWZGfvqkglmnwyh"
VOWELS = "aeiouVMO"

# Arabic sound (left) against Latin sound (right).
ACROSS: tuple[Rule, ...] = (
    ("t", "B", 0.0), ("W", "B", 0.0), ("d", "B", 0.12), ("T", "B", 0.1), ("@", "B", 0.12), ("Y", "B", 0.2),
    ("@A%", "O", 0.0), ("E", "O", 0.1), ("'", "O", 0.1), ("I", "O", 0.45),
    ("U", "O", 0.5),
    ("D", "T", 0.1), ("Z", "B", 0.4),
    ("H", "hH#", 0.0), ("h", "hH#", 0.0), ("E", "H", 0.1), ("X", "s", 0.0), ("W", "t", 0.0), ("Y", "d", 0.0),
    ("Z", "z", 0.02), ("Z", "dD", 0.05), ("Z", "T", 0.15), ("Y", "D", 0.02), ("Y", "z", 0.15),
    ("D", "z", 0.05), ("D", "d", 0.05), ("d", "D", 0.1), ("z", "D", 0.3),
    ("T", "t", 0.05), ("T", "s", 0.1), ("t", "T", 0.15), ("W", "T", 0.3), ("X", "T", 0.4),
    ("s", "z", 0.3), ("X", "z", 0.4), ("z", "s", 0.4), ("t", "d", 0.4), ("d", "t", 0.4), ("W", "d", 0.4),
    ("j", "gJ", 0.15), ("j", "c", 0.25), ("j", "yCG", 0.35), ("J", "zj", 0.1), ("J", "g", 0.3),
    ("G", "g", 0.05), ("G", "qk", 0.3), ("G", "r", 0.4), ("x", "C", 0.1), ("x", "hk", 0.25),
    ("H", "x", 0.4), ("H", "C", 0.1),
    ("q", "k", 0.04), ("q", "g", 0.1), ("q", "G", 0.15), ("k", "q", 0.1), ("k", "g", 0.2), ("k", "c", 0.3),
    ("g", "kq", 0.1), ("g", "jG", 0.3), ("k", "C", 0.4), ("q", "C", 0.5),
    ("S", "C", 0.03), ("S", "c", 0.3), ("S", "s", 0.3), ("s", "S", 0.5), ("X", "S", 0.6), ("c", "C", 0.0),
    ("c", "jS", 0.3), ("b", "p", 0.08), ("p", "b", 0.05), ("f", "v", 0.1), ("v", "fbw", 0.1),
    ("b", "v", 0.3),
    ("U", "wuoVM", 0.0), ("U", "v", 0.1), ("U", "a", 0.5), ("U", "ei", 0.55), ("U", "yI", 0.8),
    ("I", "yiI", 0.0), ("I", "e", 0.08), ("I", "a", 0.5), ("I", "j", 0.3), ("I", "ou", 0.6),
    ("I", "wVM", 0.8),
    ("A", "aA", 0.0), ("A", "e", 0.06), ("A", "i", 0.4), ("A", "ou", 0.3), ("A", "yIVM", 0.6),
    ("^", "^", 0.0), ("^", "aeiouAIVM", 0.05), ("^", "y", 0.3), ("^", "'", 0.1),
    ("E", "^'", 0.0), ("E", "aeiouA", 0.03), ("E", "VM", 0.15), ("E", "y", 0.28), ("E", "I", 0.3),
    ("E", "h", 0.5), ("E", "g", 0.6),
    ("'", "^", 0.0), ("'", "aeiouyIwVM", 0.05), ("Q", "iyIe'", 0.03), ("Q", "aouMV", 0.15),
    ("@", "ae", 0.0), ("@", "#hH", 0.0), ("@", "Aiot", 0.12), ("@", "M", 0.15), ("@", "Iy", 0.35),
    ("%", "aAiIy", 0.0), ("%", "eo", 0.08), ("%", "#", 0.05),
    ("n", "m", 0.5), ("m", "n", 0.5),
    # The vowels of names whose vowels are known.
    ("a", "aAO", 0.0), ("a", "e", 0.03), ("a", "iyI", 0.3), ("a", "ouVM", 0.35),
    ("i", "ieyI", 0.0), ("i", "aAouVM", 0.38),
    ("u", "uoVMw", 0.0), ("u", "ei", 0.22), ("u", "aA", 0.35),
)  # fmt: skip

# Arabic against Arabic: letters that sound alike, letters that differ by dots alone, letters a hand confuses.
WITHIN_ARABIC: tuple[Rule, ...] = (
    ("Y", "Z", 0.15), ("s", "X", 0.3), ("t", "W", 0.35), ("H", "h", 0.35), ("q", "k", 0.4),
    ("D", "zd", 0.22),
    ("T", "ts", 0.25), ("z", "Z", 0.3), ("d", "Y", 0.3), ("D", "YZ", 0.3), ("G", "q", 0.4),
    ("j", "gc", 0.1),
    ("k", "g", 0.05), ("c", "kS", 0.4), ("b", "p", 0.05), ("f", "v", 0.05), ("z", "J", 0.1),
    ("j", "J", 0.3),
    ("b", "tTn", 0.35), ("t", "n", 0.35), ("T", "n", 0.35), ("I", "btTn", 0.4), ("j", "Hx", 0.35),
    ("H", "x", 0.35), ("d", "r", 0.6), ("D", "r", 0.6), ("r", "z", 0.35), ("s", "S", 0.35),
    ("X", "Y", 0.35),
    ("W", "Z", 0.35), ("E", "G", 0.35), ("f", "q", 0.35), ("E", "^'", 0.4), ("E", "AQ", 0.5),
    ("E", "H", 0.5),
    ("U", "r", 0.6), ("k", "l", 0.6), ("A", "l", 0.6), ("h", "m", 0.7), ("f", "E", 0.7),
    ("A", "%", 0.05), ("A", "@", 0.12), ("%", "@", 0.15), ("I", "%", 0.02), ("I", "@", 0.4),
    ("t", "@", 0.2),
    ("h", "@", 0.1), ("H", "@", 0.45), ("I", "Q", 0.03), ("U", "'", 0.05), ("A", "'^", 0.05),
    ("Q", "'", 0.05),
    ("I", "A", 0.55), ("U", "A", 0.55), ("U", "I", 0.6), ("U", "^", 0.5), ("I", "^", 0.5), ("^", "'", 0.05),
)  # fmt: skip

# Latin against Latin: English, French, German and Turkish habits beside each other.
WITHIN_LATIN: tuple[Rule, ...] = (
    ("h", "#H", 0.02), ("H", "#", 0.02), ("T", "t", 0.08), ("T", "s", 0.12), ("T", "D", 0.08), ("T", "dz", 0.2),
    ("B", "t", 0.0),
    ("B", "d", 0.12), ("B", "T", 0.1), ("O", "aA", 0.0), ("O", "e", 0.08), ("O", "iou", 0.3), ("O", "IMV", 0.4),
    ("O", "#", 0.1), ("D", "d", 0.05), ("D", "z", 0.08),
    ("d", "z", 0.3), ("s", "z", 0.3), ("t", "d", 0.4), ("j", "gJ", 0.12), ("j", "c", 0.3), ("j", "yG", 0.3),
    ("J", "zg", 0.2), ("G", "g", 0.06), ("G", "qk", 0.25), ("G", "r", 0.4), ("x", "h#", 0.15),
    ("x", "kC", 0.15),
    ("q", "k", 0.03), ("q", "g", 0.15), ("k", "g", 0.3), ("C", "S", 0.05), ("C", "ck", 0.1),
    ("C", "h", 0.25),
    ("S", "s", 0.3), ("S", "cjJ", 0.25), ("C", "sj", 0.4), ("b", "p", 0.12), ("f", "v", 0.12),
    ("v", "w", 0.08),
    ("b", "v", 0.3), ("n", "m", 0.5), ("k", "c", 0.2), ("k", "s", 0.6),
    ("a", "e", 0.08), ("a", "iou", 0.33), ("e", "i", 0.06), ("e", "ou", 0.2), ("i", "ou", 0.22),
    ("o", "u", 0.04),
    ("A", "a", 0.0), ("A", "e", 0.1), ("A", "iou", 0.25), ("I", "iy", 0.0), ("I", "e", 0.25),
    ("I", "a", 0.35),
    ("V", "uowM", 0.0), ("V", "aei", 0.35), ("M", "uow", 0.0), ("M", "aei", 0.45), ("w", "uo", 0.05),
    ("w", "aei", 0.5), ("y", "i", 0.02), ("y", "e", 0.12), ("y", "aou", 0.5), ("I", "ou", 0.4),
    ("IyA", "VMw", 0.6),
    ("A", "Iy", 0.45), ("'", "^", 0.0), ("'", "aeiouA", 0.1), ("'", "hqk", 0.5), ("#", "aei", 0.15),
    # What a scan takes for each other: l and i, n and u, h and b.
    ("l", "iI", 0.55), ("n", "u", 0.6), ("h", "b", 0.6),
)  # fmt: skip

# What a sound costs that the other spelling leaves out: (its sounds, cost).
LEFT_OUT_IN_LATIN: tuple[tuple[str, float], ...] = (  # an Arabic sound the Latin spelling lacks
    ("E", 0.04), ("'", 0.02), ("Q", 0.06), ("@", 0.38), ("%", 0.35), ("^", 0.36), ("A", 0.45), ("U", 0.6),
    ("I", 0.55), ("h", 0.4), ("H", 0.55), ("aiu", 0.35),
)  # fmt: skip
LEFT_OUT_IN_ARABIC: tuple[tuple[str, float], ...] = (  # a Latin sound the Arabic spelling lacks
    ("'", 0.0), ("ae", 0.02), ("iou", 0.03), ("V", 0.06), ("A", 0.18), ("O", 0.42), ("M", 0.5), ("I", 0.5),
    ("^", 0.45), ("w", 0.5), ("y", 0.4), ("#", 0.03), ("hH", 0.45),
)  # fmt: skip
LEFT_OUT_ARABIC: tuple[tuple[str, float], ...] = (  # between two Arabic spellings
    ("aiu", 0.0),
    ("A", 0.5), ("UI", 0.62), ("%", 0.35), ("@", 0.42), ("'", 0.08), ("Q", 0.28), ("^", 0.42), ("h", 0.7),
    ("E", 0.7),
)  # fmt: skip
LEFT_OUT_LATIN: tuple[tuple[str, float], ...] = (  # between two Latin spellings
    ("'", 0.0), ("ae", 0.18), ("O", 0.36), ("iou", 0.2), ("^", 0.2), ("A", 0.3), ("V", 0.35), ("MI", 0.5),
    ("y", 0.3), ("w", 0.45), ("#", 0.02), ("hH", 0.38),
)  # fmt: skip

# How much a sound weighs in the length of a name, against which a cost is measured.
WEIGHTS: tuple[tuple[str, float], ...] = (
    ("aeiouO", 0.1), ("VM", 0.2), ("A", 0.3), ("UIyw", 0.5), ("@%#'", 0.1), ("Q^", 0.3), ("E", 0.5),
)  # fmt: skip

ALPHABET = "^@%#'ABEGHIMQSTUVWXYZJDCOabcdefghijklmnopqrstuvwxyz"
SIZE = len(ALPHABET)
CODES = {sound: code for code, sound in enumerate(ALPHABET)}


def _sound_codes() -> NDArray[np.intp]:
    codes = np.zeros(128, dtype=np.intp)
    for sound, code in CODES.items():
        codes[ord(sound)] = code
    return codes


SOUND_CODES = _sound_codes()
"""Byte of a sound's letter → its code."""


def _block(rules: tuple[Rule, ...], *, symmetric: bool) -> NDArray[np.float32]:
    block = np.ones((SIZE, SIZE), dtype=np.float32)
    for left in VOWELS + "AIUyw@%^'#E":
        for right in CONSONANTS:
            block[CODES[left], CODES[right]] = block[CODES[right], CODES[left]] = 1.1
    for lefts, rights, cost in rules:
        for left in lefts:
            for right in rights:
                block[CODES[left], CODES[right]] = cost
                if symmetric:
                    block[CODES[right], CODES[left]] = cost
    same = [code for sound, code in CODES.items() if symmetric or sound not in "UIyw^@%E'"]
    block[same, same] = 0.0
    return block


def _line(rules: tuple[tuple[str, float], ...], ordinary: float) -> NDArray[np.float32]:
    line = np.full(SIZE, ordinary, dtype=np.float32)
    for sounds, cost in rules:
        line[[CODES[sound] for sound in sounds]] = cost
    return line


def _hundredths(costs: NDArray[np.float32]) -> NDArray[np.int16]:
    return np.rint(costs * 100).astype(np.int16)


def substitution_costs() -> NDArray[np.int16]:
    """Return the table in hundredths: codes below `SIZE` are Latin sounds, above it Arabic ones."""
    across = _block(ACROSS, symmetric=False)
    across[CODES["I"], CODES["I"]] = 0.0
    latin, arabic = _block(WITHIN_LATIN, symmetric=True), _block(WITHIN_ARABIC, symmetric=True)
    return _hundredths(np.block([[latin, across.T], [across, arabic]]))


def omission_costs() -> NDArray[np.int16]:
    """Return what leaving out costs in hundredths: row 0 against a Latin spelling, row 1 an Arabic one."""
    against_latin = np.concatenate([_line(LEFT_OUT_LATIN, 0.9), _line(LEFT_OUT_IN_LATIN, 0.95)])
    against_arabic = np.concatenate([_line(LEFT_OUT_IN_ARABIC, 0.95), _line(LEFT_OUT_ARABIC, 0.85)])
    return _hundredths(np.stack([against_latin, against_arabic]))


def sound_weights() -> NDArray[np.int64]:
    """Return in tenths how much each sound adds to the length of a name."""
    return np.rint(np.tile(_line(WEIGHTS, 1.0), 2) * 10).astype(np.int64)
