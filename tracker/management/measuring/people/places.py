"""Where invented people are born, registered and taken: real governorates and towns, and invented villages."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from .luck import Dice, Lot
from .sounds import words_from

FIXTURE = Path(__file__).resolve().parents[4] / "fixtures" / "places.json"
VILLAGE_SEED = 1963
VILLAGES_IN_A_GOVERNORATE = 30
VILLAGE_HEADS = words_from("kafr tall der 'umm 3en xirb@ naba3 Hawwas beth=بيت marj jisr qal3@ wAdI ras=رأس")
VILLAGE_TAILS = words_from(
    """
    zayta lAhA naHl $ams jawz tIn 3asal Hajar faras nasr qamar ward $umar rayHAn zebda@ SaxrA HawrA danUn
    samkA batIxA najjAr 3adas qamH $u3er tUt rummAn zaytUn 3inab lawzA fawqA taHtA $arqI garbI bIDA sawdA
    HamrA xaDrA jadId 3atIq zAwiya@ maSyaf madIna@ karma@ nahr birka@ sAqiya@ jisrIn mIsa@ tarnaba@ salUqA
    barmAnA 3arnA majdal
    """
)
# How many people are born in each governorate, in a thousand: rounded from what is generally known of their size.
GOVERNORATES: tuple[tuple[str, float], ...] = (
    ("damascus", 110), ("rif-dimashq", 190), ("aleppo", 170), ("homs", 120), ("hama", 90), ("latakia", 40),
    ("tartus", 30), ("idlib", 90), ("raqqa", 30), ("deir-ez-zor", 60), ("hasakah", 50), ("daraa", 85),
    ("suwayda", 20), ("quneitra", 15),
)  # fmt: skip
LIVED_IN = frozenset({"town", "area"})


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A governorate, a town or a village: its path of short names up to the country, and its spellings."""

    slug: str
    kind: str
    arabic: str
    latin: str
    parent: Place | None
    arabic_spellings: tuple[str, ...]
    latin_spellings: tuple[str, ...]

    def path(self) -> tuple[str, ...]:
        """Return the short names of this place and of all it lies in, the nearest first."""
        return (self.slug, *(self.parent.path() if self.parent else ()))

    @property
    def governorate(self) -> Place:
        """The governorate it lies in; itself when it is one."""
        return self if self.kind == "governorate" or self.parent is None else self.parent.governorate


class Country:
    """All places, and from which of them people come, towns before villages."""

    def __init__(self) -> None:
        known = _places_of_the_fixture()
        governorates = [known[slug] for slug, _ in GOVERNORATES]
        villages = list(_villages(governorates))
        self.places: tuple[Place, ...] = (*known.values(), *villages)
        self.by_slug = {place.slug: place for place in self.places}
        self.homes = {g.slug: Lot(_homes(g, self.places)) for g in governorates}
        self.governorates: Lot[str] = Lot(GOVERNORATES)
        self._seats: dict[str, Place] = {}

    def a_home(self, dice: Dice) -> Place:
        """Return a place where someone may have been born."""
        return self.homes[self.governorates.draw(dice)].draw(dice)

    def seat_of(self, family: str) -> Place:
        """Return the town that a family name comes from: many of those who bear it still live there."""
        seat = self._seats.get(family)
        if seat is None:
            dice = Dice(crc32(family.encode()))
            seat = self._seats[family] = self.a_home(dice)
        return seat

    def a_neighbour(self, of: Place, dice: Dice) -> Place:
        """Return a place of the same governorate."""
        return self.homes[of.governorate.slug].draw(dice)


def _homes(governorate: Place, places: Iterable[Place]) -> Iterable[tuple[Place, float]]:
    yield governorate, 12.0
    rank = 0
    for place in places:
        if place.kind in LIVED_IN and place.governorate is governorate:
            rank += 1
            yield place, 20.0 / (rank + 2)


def _places_of_the_fixture() -> dict[str, Place]:
    entries = json.loads(FIXTURE.read_text(encoding="utf-8"))
    rows = {entry["pk"]: entry["fields"] for entry in entries if entry["model"] == "tracker.place"}
    spellings: dict[str, list[str]] = {key: [] for key in rows}
    for entry in entries:
        if entry["model"] == "tracker.placealias":
            spellings[entry["fields"]["place"]].append(entry["fields"]["name"])
    found: dict[str, Place] = {}
    for key, row in rows.items():
        parent = rows[row["parent"]]["slug"] if row["parent"] else ""
        # The fixture names a place after what it lies in, as it is loaded.
        found[row["slug"]] = _place(row, found.get(parent), spellings[key])
    return found


def _place(row: dict[str, Any], parent: Place | None, spellings: list[str]) -> Place:
    latin = [text for text in spellings if text[0].lower() in "abcdefghijklmnopqrstuvwxyz"]
    arabic = [text for text in spellings if text not in latin]
    return Place(
        slug=row["slug"],
        kind=row["kind"],
        arabic=row["name_ar"],
        latin=row["name_en"],
        parent=parent,
        arabic_spellings=(row["name_ar"], *arabic),
        latin_spellings=(row["name_en"], *latin),
    )


def _villages(governorates: Iterable[Place]) -> Iterable[Place]:
    dice = Dice(VILLAGE_SEED)
    pairs = [(head, tail) for head in VILLAGE_HEADS for tail in VILLAGE_TAILS]
    dice.shuffle(pairs)
    chosen = iter(pairs)
    for governorate in governorates:
        for number, (head, tail) in zip(range(VILLAGES_IN_A_GOVERNORATE), chosen, strict=False):
            arabic = f"{head.arabic} {tail.arabic}"
            latin = f"{head.sound} {tail.sound}".translate(PLAIN_LATIN).title()
            yield Place(
                slug=f"{governorate.slug}-village-{number + 1}",
                kind="town",
                arabic=arabic,
                latin=latin,
                parent=governorate,
                arabic_spellings=(arabic, arabic.replace("ة", "ه")),
                latin_spellings=(latin,),
            )


PLAIN_LATIN = str.maketrans(
    {
        "@": "a",
        "$": "sh",
        "3": "",
        "'": "",
        "H": "h",
        "x": "kh",
        "S": "s",
        "D": "d",
        "e": "ei",
        "I": "i",
        "U": "u",
    }
)
