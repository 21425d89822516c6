"""What a file says of one invented person: as text, the way families and prison lists give it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spelled:
    """A name in one script, as one hand wrote it.

    A list either has a column for each part (`in_columns`), or one line whose parts a reader must find; `given`,
    `father`, `grandfather` and `family` are empty in the second case.
    """

    script: str
    written: str
    in_columns: bool = False
    given: str = ""
    father: str = ""
    grandfather: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class Described:
    """A missing person as the family filed them, or one line of a prison's list; "" is what was not said.

    `taken` is the disappearance of a person, the arrest of a record. The file of a person points to places of the
    gazetteer by their short names; a list only writes them.
    """

    number: int
    missing: bool
    names: tuple[Spelled, ...]
    mothers: tuple[str, ...]
    sex: str
    birth: str
    birth_place: str
    birth_place_slug: str
    taken: str
    taken_place_slug: str
    died: str
    registry_place: str
    registry_number: str
    national_number: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of a list together with what is true of it.

    `person` is the missing person whom it is about, None for a stranger. `kin` are missing people who are the
    subject's brother, father or son, or bear the same four names ("namesake"). `damage` names how the line
    departs from the truth, or from the script of the family's file.
    """

    record: Described
    person: int | None
    kin: tuple[tuple[int, str], ...]
    damage: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """A few families: their missing people, and the lines about them and about strangers."""

    people: list[Described]
    records: list[Listed]
