"""The fourteen governorates of Syria, as people and lists spell them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tracker.names import fold


@dataclass(frozen=True, slots=True)
class Governorate:
    """A governorate: its code in ISO 3166-2, its names, and other spellings of them."""

    code: str
    ar: str
    en: str
    also: tuple[str, ...] = ()


GOVERNORATES: tuple[Governorate, ...] = (
    Governorate("SY-HL", "حلب", "Aleppo", ("Halab",)),
    Governorate("SY-DI", "دمشق", "Damascus", ("Dimashq", "مدينة دمشق", "Damascus City")),
    Governorate("SY-DR", "درعا", "Daraa", ("Dar'a", "Deraa", "Dara")),
    Governorate("SY-DY", "دير الزور", "Deir ez-Zor", ("Deir al-Zor", "Dayr az Zawr", "Deir Ezzor")),
    Governorate("SY-HM", "حماة", "Hama", ("Hamah", "حماه")),
    Governorate("SY-HA", "الحسكة", "Hasakah", ("al-Hasakah", "Hasaka", "Al-Hasaka", "Hassakeh")),
    Governorate("SY-HI", "حمص", "Homs", ("Hims",)),
    Governorate("SY-ID", "إدلب", "Idlib", ("Idleb",)),
    Governorate("SY-LA", "اللاذقية", "Latakia", ("Lattakia", "al-Ladhiqiyah")),
    Governorate("SY-QU", "القنيطرة", "Quneitra", ("al-Qunaytirah", "Qunaitra")),
    Governorate("SY-RA", "الرقة", "Raqqa", ("ar-Raqqah", "Raqqah", "al-Raqqa")),
    Governorate("SY-RD", "ريف دمشق", "Rif Dimashq", ("Rural Damascus", "Damascus Countryside")),
    Governorate("SY-SU", "السويداء", "Suwayda", ("as-Suwayda", "Sweida", "al-Suwayda", "Suweida")),
    Governorate("SY-TA", "طرطوس", "Tartus", ("Tartous",)),
)

ONE_AROUND_THE_OTHER = frozenset({"SY-DI", "SY-RD"})
"""Families say "Damascus" of both: a listing in one does not contradict a search in the other."""


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    return {
        _bare(spelling): one.code
        for one in GOVERNORATES
        for spelling in (one.code, one.ar, one.en, *one.also)
    }


def _bare(text: str) -> str:
    bare = fold(text)
    for before in ("محافظه ", "governorate of "):
        bare = bare.removeprefix(before)
    return bare.removesuffix(" governorate").strip()


def governorate_code(text: str) -> str:
    """Return which governorate a text names; another text stays itself, folded.

    >>> governorate_code("محافظة حماه"), governorate_code("Rural Damascus"), governorate_code("Atlantis")
    ('SY-HM', 'SY-RD', 'atlantis')
    """
    bare = _bare(text)
    return _codes().get(bare, bare)
