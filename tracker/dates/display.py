"""A date in words, as a person writes it."""

from typing import Literal

from tracker.dates.edtf import Part, parts_of

Language = Literal["ar", "en"]

MONTH_NAMES: dict[str, tuple[str, ...]] = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
    "ar": ("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
           "تشرين الثاني", "كانون الأول"),
}  # fmt: skip
SEASON_NAMES: dict[str, tuple[str, ...]] = {
    "en": ("spring", "summer", "autumn", "winter"),
    "ar": ("ربيع", "صيف", "خريف", "شتاء"),
}
PHRASES: dict[str, dict[str, str]] = {
    "en": {
        "": "{date}",
        "~": "about {date}",
        "?": "{date} (uncertain)",
        "%": "about {date} (uncertain)",
        "decade": "the {year}s",
        "between": "between {first} and {last}",
        "hijri": "{written} (Hijri: between {first} and {last})",
    },
    "ar": {
        "": "{date}",
        "~": "حوالي {date}",
        "?": "{date} (غير مؤكد)",
        "%": "حوالي {date} (غير مؤكد)",
        "decade": "عقد {year}",
        "between": "بين {first} و{last}",
        "hijri": "{written} (هجري: بين {first} و{last})",
    },
}
# First strong isolate and its end: an Arabic text inside an English line keeps its own direction.
ISOLATE, END_OF_ISOLATE = "\u2068", "\u2069"


def in_words(edtf: str, language: Language, *, hijri_text: str = "") -> str:
    """Return an EDTF date as a person writes it; a Hijri one beside the text that it was read from."""
    parts = parts_of(edtf)
    phrases = PHRASES[language]
    if len(parts) == 1:
        return _part(parts[0], language)
    first, last = (_part(part, language) for part in parts)
    if hijri_text:
        readable = "".join(letter for letter in hijri_text if letter.isprintable()).strip()
        return phrases["hijri"].format(written=f"{ISOLATE}{readable}{END_OF_ISOLATE}", first=first, last=last)
    return phrases["between"].format(first=first, last=last)


def _part(part: Part, language: Language) -> str:
    return PHRASES[language][part.mark].format(date=_bare(part, language))


def _bare(part: Part, language: Language) -> str:
    if part.precision == "decade":
        return PHRASES[language]["decade"].format(year=part.year)
    if part.precision == "year":
        return str(part.year)
    if part.precision == "season":
        return f"{SEASON_NAMES[language][part.value - 21]} {part.year}"
    month = f"{MONTH_NAMES[language][part.value - 1]} {part.year}"
    return f"{part.day} {month}" if part.precision == "day" else month
