"""What is made of a description: a profile for our own matching, a flat row for another matcher."""

from __future__ import annotations

from functools import cache, lru_cache

from tracker.dates import FuzzyDate, read_date
from tracker.matching import Profile
from tracker.names import Name, fold, read_name

from .described import Described, Spelled
from .population import the_country

NATIONAL_ISSUER = "syria"

Path = tuple[str, ...]
Flat = dict[str, str | int | None]
"""One line of a table, as tools that link tables want it; None is what was not said."""


def profile_of(described: Described) -> Profile:
    """Return a description as matching sees it once it was stored: parts of names, dates and places read."""
    taken = day_read(described.taken)
    country = the_country().by_slug
    birth_place, taken_place = (
        country.get(described.birth_place_slug),
        country.get(described.taken_place_slug),
    )
    number = described.national_number
    return Profile(
        names=tuple(map(name_read, described.names)),
        mothers=tuple(map(read_name, described.mothers)),
        sex=described.sex,
        birth=day_read(described.birth),
        birth_place=birth_place.path() if birth_place else place_read(described.birth_place),
        disappeared=taken if described.missing else None,
        disappeared_place=taken_place.path() if taken_place else (),
        in_prison=None if described.missing else taken,
        died=day_read(described.died),
        registry_place=place_read(described.registry_place),
        registry_number=described.registry_number,
        identifiers=frozenset({("national", NATIONAL_ISSUER, number)} if number else ()),
    )


def flat(described: Described, spelling: int = 0) -> Flat:
    """Return a description as one row of a table; a person filed in two scripts has a second spelling, 1.

    >>> from .described import Spelled
    >>> him = Described(7, True, (Spelled("arabic", "علي محسن البريدي"),), ("سعاد مراد",), "male", "٢٢/١٠/١٩٨١",
    ...     "دوما", "douma", "2012", "douma", "", "", "", "")
    >>> row = flat(him)
    >>> row["given"], row["father"], row["family"], row["mother_family"], row["birth_date"], row["taken_year"]
    ('علي', 'محسن', 'البريدي', 'مراد', '1981-10-22', 2012)
    """
    name = name_read(described.names[spelling])
    mothers = described.mothers
    mother = read_name(mothers[min(spelling, len(mothers) - 1)]) if mothers else None
    birth, taken = day_read(described.birth), day_read(described.taken)
    return {
        "number": described.number,
        "given": name.given or None,
        "father": name.father or None,
        "grandfather": name.grandfather or None,
        "family": name.family or None,
        "mother_given": mother.given or None if mother else None,
        "mother_family": mother.family or None if mother else None,
        "birth_year": birth.earliest.year if birth else None,
        "birth_date": birth.earliest.isoformat() if birth and birth.earliest == birth.latest else None,
        "birth_place": described.birth_place or None,
        "taken_year": taken.earliest.year if taken else None,
        "registry_number": described.registry_number or None,
        "sex": described.sex or None,
    }


def name_read(spelled: Spelled) -> Name:
    """Return the parts of a name, found in its line where no columns name them."""
    if not spelled.in_columns:
        return read_name(spelled.written)
    return read_name(
        spelled.written,
        given=spelled.given,
        father=spelled.father,
        grandfather=spelled.grandfather,
        family=spelled.family,
    )


@lru_cache(maxsize=262144)
def day_read(text: str) -> FuzzyDate | None:
    """Return the date that a text gives, if it gives one."""
    return read_date(text) if text else None


@lru_cache(maxsize=16384)
def place_read(text: str) -> Path:
    """Return the path of a named place; the folded text alone where no place, or more than one, is called so."""
    return _paths_by_spelling().get(fold(text), (fold(text),)) if text else ()


@cache
def _paths_by_spelling() -> dict[str, Path]:
    found: dict[str, Path] = {}
    shared: set[str] = set()
    for place in the_country().places:
        for spelling in (*place.arabic_spellings, *place.latin_spellings):
            key = fold(spelling)
            if found.setdefault(key, place.path()) != place.path():
                shared.add(key)
    return {key: path for key, path in found.items() if key not in shared}
