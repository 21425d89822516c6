"""Under which ids and codes the people and records of a population are stored."""

from __future__ import annotations

from uuid import UUID

SPREAD, AROUND = 0x9E3779B97F4A7C15F39CC0605CEDC835, 2**128
"""Ids lie as far apart as random ones do (the golden ratio's multiples), and lead back to the number."""
CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def id_of_person(number: int) -> UUID:
    """Return the id under which a missing person is stored; `number_of_person` leads back.

    >>> number_of_person(id_of_person(41))
    41
    """
    return UUID(int=(number + 1) * SPREAD % AROUND)


def number_of_person(person: UUID) -> int:
    """Return the number of a stored person."""
    return person.int * pow(SPREAD, -1, AROUND) % AROUND - 1


def number_of_record(record: int) -> int:
    """Return the number of a stored record."""
    return record - 1


def case_code(number: int) -> str:
    """Return a case code of the usual form; the product's own are drawn by chance."""
    letters = ""
    for _ in range(8):
        number, place = divmod(number, len(CODE_LETTERS))
        letters += CODE_LETTERS[place]
    return f"{letters[:4]}-{letters[4:]}"
