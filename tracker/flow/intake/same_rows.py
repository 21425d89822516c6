"""Which rows say the same, and which are about the same person or body: told by numbers that can be indexed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from hashlib import blake2b

from tracker.names import fold

NOT_SAID = frozenset({"row_number", "source"})
"""What belongs to the list and not to whom the row is about."""

DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
OTHER_DIGITS = re.compile("[٠-٩۰-۹]")
IN_A_PLACE = ("prisoner_number", "body_number")
NOT_OF_A_NUMBER = re.compile(r"[\W_]+")


def says_key(fields: Mapping[str, str]) -> int:
    """Return one number for all that a row says under its mapped fields; the number of the row is not counted.

    >>> says_key({"name": "علي", "died": "٢٠١٩", "row_number": "1"}) == says_key({"died": "2019", "name": "علي"})
    True
    """
    said = "\x1e".join([f"{field}\x1f{fields[field]}" for field in _in_order(tuple(fields))])
    return _number(_in_one_kind_of_digits(said).casefold())


@lru_cache(maxsize=1024)
def _in_order(fields: tuple[str, ...]) -> list[str]:
    """Return the fields that say something, in one order; most rows of a list fill the same few."""
    return sorted(field for field in fields if field not in NOT_SAID)


def whom_key(fields: Mapping[str, str]) -> int | None:
    """Return one number for whom a row is about, or None where nothing tells that.

    A national number tells it alone; the number of a prisoner or a body with its place, or else with the source
    (``fields["source"]``); otherwise a name of at least two parts with the mother's name or the date of birth.
    """
    if number := _bare(fields.get("national_number", "")):
        return _number(f"national\x1f{number}")
    for kind in IN_A_PLACE:
        where = fold(fields["facility"]) if fields.get("facility") else fields.get("source", "")
        if (number := _bare(fields.get(kind, ""))) and where:
            return _number(f"{kind}\x1f{where}\x1f{number}")
    parts = [fold(fields[part]) for part in ("given", "father", "family") if fields.get(part)]
    told_by = fold(fields["mother"]) if fields.get("mother") else fields.get("birth", "")
    return _number("\x1f".join(["name", *parts, told_by])) if len(parts) > 1 and told_by else None


def _bare(number: str) -> str:
    return NOT_OF_A_NUMBER.sub("", _in_one_kind_of_digits(number)).casefold() if number else ""


def _in_one_kind_of_digits(text: str) -> str:
    # Looked for first: most rows have none, and to go through a text letter by letter is slow.
    return text.translate(DIGITS) if OTHER_DIGITS.search(text) else text


def _number(text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
