"""Texts that are no names, as people and programs put them into the fields of names."""

from __future__ import annotations

from tracker.names import index_keys, read_name, similarity
from tracker.names.hearing import is_fore_name

STRANGE = [
    "",
    "😀😀 👨‍👩‍👧",
    "ا" * 10_000,
    "a" * 10_000,
    "abd " * 5_000,
    "محمد " * 5_000,
    "bin ben ibn al el abd abu",
    "بن ابن ال عبد أبو",
    "Aliعليمحسن Mohسن",
    "Али Мохсен",
    "Բարեւ 한국 ไทย",
    "\ud800\udfff\x00",
    "'''---،،,,",
    "ﷺ ﷲ ﷽",
    "ﷺ" * 10_000,
    "ﷲ " * 5_000,
    "\u064e" * 10_000,
    "İ" * 10_000,
    "الشيخ",
    "Dr. Sheikh",
    "السيد الحاج الشيخ الدكتور",
    "د. م. أ.",
    "M. A. B. C.",
    "12 / 345",
    "7 7 7",
    "7" * 10_000,
    "3ab" * 3_000,
    "c" * 10_000,
    "rncl" * 3_000,
    "benben" * 2_000,
    "ا د " * 3_000,
    "ذو ال",
    "عبدال",
]


def read_in_every_way(text: str) -> None:
    """Do with a text all that is done with a name before it is compared, and compare it once."""
    index_keys(read_name(text))
    is_fore_name(text)
    similarity(text, "محسن")
