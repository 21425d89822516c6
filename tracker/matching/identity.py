"""Sex, registry numbers and numbers given by prisons, hospitals and ministries."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.names import fold

from .pair import Pair
from .profile import Finding
from .sentences import finding

SEX_DIFFERS = -9.0
"""Clerks do mark the wrong sex, but about once in five hundred lines."""
SAME_REGISTRY_NUMBER = 8.0
"""A family shares its registry number: brothers too, so it is less than proof."""
OTHER_REGISTRY_NUMBER = -3.0
SAME_NUMBER = 20.0
OTHER_NUMBER = -4.0
OTHER_NATIONAL_NUMBER = -9.0
"""A person has one national number, but several numbers of prisoners and of files."""


def compare_sexes(pair: Pair) -> Iterable[Finding]:
    """Compare the recorded sexes; agreeing tells next to nothing, as nearly all records are of men."""
    if pair.a.sex and pair.b.sex and pair.a.sex != pair.b.sex:
        yield finding("sex", SEX_DIFFERS, "sex differs")


def compare_registry_numbers(pair: Pair) -> Iterable[Finding]:
    """Compare the numbers of the family's page in the civil registry."""
    ours, theirs = _digits(pair.a.registry_number), _digits(pair.b.registry_number)
    if not ours or not theirs:
        return
    if ours == theirs:
        yield finding("registry", SAME_REGISTRY_NUMBER, "registry number agrees", a=ours)
    else:
        yield finding("registry", OTHER_REGISTRY_NUMBER, "registry number differs", a=ours, b=theirs)


def compare_identifiers(pair: Pair) -> Iterable[Finding]:
    """Compare numbers of one kind from one issuer."""
    ours, theirs = _by_body(pair.a.identifiers), _by_body(pair.b.identifiers)
    for body in sorted(ours.keys() & theirs.keys()):
        if shared := ours[body] & theirs[body]:
            yield finding("number", SAME_NUMBER, "number agrees", a=min(shared))
            continue
        weight = OTHER_NATIONAL_NUMBER if body[0].startswith("national") else OTHER_NUMBER
        yield finding("number", weight, "number differs", a=min(ours[body]), b=min(theirs[body]))


def _by_body(identifiers: frozenset[tuple[str, str, str]]) -> dict[tuple[str, str], set[str]]:
    numbers: dict[tuple[str, str], set[str]] = {}
    for kind, issuer, value in identifiers:
        if plain := _digits(value):
            numbers.setdefault((kind, issuer), set()).add(plain)
    return numbers


def _digits(number: str) -> str:
    """Numbers are compared in one kind of digits, without blanks and strokes: ١٢/٣٤ is 12/34."""
    return fold(number).replace(" ", "/")
