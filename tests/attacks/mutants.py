"""Sound lists, damaged: byte by byte as by a bad disk, and part by part as by somebody who knows the format."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from tests.flow.intake import files

LISTS = Path(__file__).resolve().parents[2] / "fixtures" / "imports"
LARGEST_SEED = 9 * 1024
LONGEST_SLICE = 64
NUMBERS = (b"0", b"-1", b"65536", b"1048576", b"1048577", b"2147483648", b"4294967295", b"4294967296",
           b"18446744073709551616", b"1e308", b"NaN", b"", b"A", b"999999999999999999999999")  # fmt: skip
DIGITS = re.compile(rb"\d+")
TAG = re.compile(rb"<[^<>]+>")
REFERENCE = re.compile(rb'(?<=")[A-Z]+\d+(?=")')
REFERENCES = (b"A0", b"XFD1048576", b"XFE1", b"ZZZZZZZ99999999999", b"1A", b"A1:XFD1048576", b"A-1", b"\xff1")
"""Cells that no sheet has, or that none should need."""


@cache
def sound_lists() -> tuple[bytes, ...]:
    """Return small sound lists of every kind: made here, and the demonstration's own."""
    wide = [[f"{row}/{column}" for column in range(9)] for row in range(7)]
    made = (
        files.csv_bytes([row[:4] for row in files.TABLE], "windows-1256"),
        files.csv_bytes(wide, "utf-16", "\t"),
        files.csv_bytes(encoding="utf-8-sig", delimiter=";"),
        files.xlsx_bytes(more={"ملحق": files.TABLE, "wide": wide}),
        files.xls_bytes(),
        files.xls_bytes(wide),
        files.ods_bytes(),
        files.ods_bytes(wide),
    )
    kept = [path.read_bytes() for path in sorted(LISTS.iterdir()) if path.is_file()]
    return (*made, *(content for content in kept if len(content) <= LARGEST_SEED))


def mutated(content: bytes, chance: Random) -> bytes:
    """Return the bytes with some of them changed, left out, doubled or cut off."""
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 1, 3, 20))):
        place = chance.randrange(len(damaged))
        how = chance.randrange(5)
        if how == 0:
            damaged[place] = chance.randrange(256)
        elif how == 1:
            damaged[place] ^= 1 << chance.randrange(8)
        elif how == 2:
            del damaged[place : place + chance.randrange(1, LONGEST_SLICE)]
        elif how == 3:
            damaged[place:place] = damaged[place : place + chance.randrange(1, LONGEST_SLICE)]
        elif len(damaged) > 200:
            del damaged[max(100, place) :]
        if not damaged:
            break
    return bytes(damaged)


def byte_mutants(chance: Random) -> Iterator[bytes]:
    """Yield sound lists damaged anywhere, without end."""
    while True:
        yield mutated(chance.choice(sound_lists()), chance)


def part_mutants(chance: Random) -> Iterator[bytes]:
    """Yield workbooks whose package is whole and whose parts are not: no checksum stops these."""
    packages = [content for content in sound_lists() if content.startswith(b"PK")]
    while True:
        package = chance.choice(packages)
        with zipfile.ZipFile(io.BytesIO(package)) as opened:
            names = [name for name in opened.namelist() if name.endswith((".xml", ".rels"))]
        name = chance.choice(names)
        part = files.part_of(package, name)
        for _ in range(chance.choice((1, 1, 2, 5))):
            part = chance.choice(DAMAGES)(part, chance)
        yield files.with_parts(package, {name: part})


def old_mutants(chance: Random) -> Iterator[bytes]:
    """Yield old workbooks damaged where their container and their records tell lengths and places."""
    old = [content for content in sound_lists() if content.startswith(b"\xd0\xcf\x11\xe0")]
    while True:
        damaged = bytearray(chance.choice(old))
        for _ in range(chance.choice((1, 2, 4))):
            # The header, any sector of the allocation table or the directory, any length of a record.
            place = chance.choice((chance.randrange(8, 512), chance.randrange(512, len(damaged) - 4))) & ~1
            size = chance.choice((2, 4))
            damaged[place : place + size] = chance.choice(
                (bytes(size), b"\xff" * size, b"\xfe" + b"\xff" * (size - 1), chance.randbytes(size))
            )
        yield bytes(damaged)


def _number_changed(part: bytes, chance: Random) -> bytes:
    return _replaced(part, DIGITS, chance.choice(NUMBERS), chance)


def _reference_changed(part: bytes, chance: Random) -> bytes:
    return _replaced(part, REFERENCE, chance.choice(REFERENCES), chance)


def _tag_lost(part: bytes, chance: Random) -> bytes:
    return _replaced(part, TAG, b"", chance)


def _tag_repeated(part: bytes, chance: Random) -> bytes:
    tags = list(TAG.finditer(part))
    if not tags:
        return part
    tag = chance.choice(tags)
    return part[: tag.end()] + tag.group() * chance.choice((1, 2, 500)) + part[tag.end() :]


def _stretch_repeated(part: bytes, chance: Random) -> bytes:
    tags = list(TAG.finditer(part))
    if len(tags) < 2:
        return part
    first, last = sorted(chance.sample(range(len(tags)), 2))
    stretch = part[tags[first].start() : tags[last].end()]
    return part[: tags[last].end()] + stretch * chance.choice((1, 3)) + part[tags[last].end() :]


def _replaced(part: bytes, what: re.Pattern[bytes], by: bytes, chance: Random) -> bytes:
    found = list(what.finditer(part))
    if not found:
        return part
    one = chance.choice(found)
    return part[: one.start()] + by + part[one.end() :]


DAMAGES = (
    mutated,
    _number_changed,
    _number_changed,
    _reference_changed,
    _tag_lost,
    _tag_repeated,
    _stretch_repeated,
)
