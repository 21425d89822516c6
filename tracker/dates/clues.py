"""What stands in a written date: its numbers, months and seasons, and how sure whoever wrote it was."""

import re
from dataclasses import dataclass

from tracker.dates import words

# Months, Hijri months, seasons and parts of a year become single private letters, which `simplify` drops from
# any text.
MONTH, HIJRI_MONTH, SEASON, YEAR_PART = 0xE000, 0xE020, 0xE040, 0xE060
YEAR_PARTS = dict(enumerate(words.YEAR_PARTS))


def _named(base: int, names: dict[int, str]) -> list[tuple[str, str]]:
    return [
        (chr(base + number), phrase.strip())
        for number, listed in names.items()
        for phrase in listed.split(",")
    ]


NAMED = {
    phrase: letter
    for letter, phrase in (
        *_named(MONTH, words.MONTHS),
        *_named(HIJRI_MONTH, words.HIJRI_MONTHS),
        *_named(SEASON, words.SEASONS),
        *_named(YEAR_PART, dict(enumerate(words.YEAR_PARTS.values()))),
    )
}
NAME = re.compile(words.any_of(",".join(NAMED)))
ABOUT = re.compile(words.any_of(words.ABOUT) + r"\.?|[~%]|(?<![^\W_])c\.(?=\s*\d)")
UNCERTAIN = re.compile(words.any_of(words.UNCERTAIN) + r"|[?%]")
HIJRI = re.compile(words.any_of(words.HIJRI))
GREGORIAN = re.compile(words.any_of(words.GREGORIAN))
FILLER = re.compile(words.any_of(words.FILLERS))
NOT_KNOWN = re.compile(words.any_of(words.NOT_KNOWN))
BETWEEN = re.compile(r"\s*" + words.any_of(words.BETWEEN))
AND = re.compile(r"\s-\s|" + words.any_of(words.AND))
CLOCK = re.compile(
    r"[t ,]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*([ap]\.?m\.?|[صم])?\s*(z|utc|[+-]\d{2}:?\d{2})?$"
)
ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th|er|eme)\b")
SEPARATORS = re.compile(r"[\s./,:;()\[\]\"«»“”_-]+")


@dataclass(frozen=True, slots=True)
class Clues:
    """A date reduced to numbers and private letters, and what was said about it."""

    shape: str
    hijri: bool
    about: bool
    uncertain: bool

    @property
    def mark(self) -> str:
        """The EDTF qualifier of the whole."""
        return "%" if self.about and self.uncertain else "~" if self.about else "?" if self.uncertain else ""


def find_clues(simple: str) -> Clues:
    """Return the clues in a text that `simplify` gave."""
    rest = CLOCK.sub("", simple)
    about, uncertain = bool(ABOUT.search(rest)), bool(UNCERTAIN.search(rest))
    rest = UNCERTAIN.sub(" ", ABOUT.sub(" ", rest))
    rest = NAME.sub(lambda found: f" {NAMED[found.group()]} ", ORDINAL.sub("", rest))
    hijri = bool(HIJRI.search(rest)) or any(HIJRI_MONTH < ord(letter) < SEASON for letter in rest)
    rest = FILLER.sub(" ", GREGORIAN.sub(" ", HIJRI.sub(" ", rest)))
    shape = " ".join(SEPARATORS.split(rest)).strip()
    # "تشرين الثاني / نوفمبر 2014": one month under both of its names.
    return Clues(re.sub(r"([\ue000-\uf8ff])( \1)+", r"\1", shape), hijri, about, uncertain)


def halves(simple: str) -> tuple[str, str] | None:
    """Return the two ends of a period: "between April and August 2012", "2012 - 2013"."""
    rest = BETWEEN.sub("", simple, count=1) if BETWEEN.match(simple) else simple
    ends = AND.split(rest)
    if len(ends) != 2 or not all(any(letter.isdigit() for letter in end) for end in ends):
        return None
    return ends[0], ends[1]
