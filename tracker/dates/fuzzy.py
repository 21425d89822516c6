"""A date as far as it is known."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, Self

from tracker.dates.display import Language, in_words
from tracker.dates.edtf import parts_of, span_of

Calendar = Literal["gregorian", "hijri"]


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """When something happened: the text as it stood, and every day it may mean.

    `edtf` says the same in ISO 8601-2 (2012-08, 2013~, 2012-04/2012-08); a Hijri date is there as the
    interval of Gregorian days that it may mean.
    """

    written: str
    calendar: str
    edtf: str
    earliest: date
    latest: date

    @classmethod
    def from_edtf(cls, edtf: str, *, written: str | None = None, calendar: Calendar = "gregorian") -> Self:
        """Return the date of an EDTF text; ValueError where it is none."""
        earliest, latest = span_of(edtf)
        return cls(edtf if written is None else written, calendar, edtf, earliest, latest)

    def to_json(self) -> dict[str, str]:
        """Return the date as the database keeps it; `from_json` gives it back."""
        return {
            "written": self.written,
            "calendar": self.calendar,
            "edtf": self.edtf,
            "earliest": self.earliest.isoformat(),
            "latest": self.latest.isoformat(),
        }

    @classmethod
    def from_json(cls, kept: dict[str, str]) -> Self:
        """Return the date that `to_json` wrote."""
        return cls(
            written=kept["written"],
            calendar=kept["calendar"],
            edtf=kept["edtf"],
            earliest=date.fromisoformat(kept["earliest"]),
            latest=date.fromisoformat(kept["latest"]),
        )

    @property
    def year(self) -> int | None:
        """The year, where every day that the date may mean lies in one."""
        return self.earliest.year if self.earliest.year == self.latest.year else None

    @property
    def precision(self) -> str:
        """How much is known: "day", "month", "season", "year", "decade" or "interval"."""
        parts = parts_of(self.edtf)
        return parts[0].precision if len(parts) == 1 else "interval"

    @property
    def is_approximate(self) -> bool:
        """Whether whoever wrote it said "about" or doubted it."""
        return any(part.mark for part in parts_of(self.edtf))

    @property
    def perhaps_year_only(self) -> bool:
        """Whether it is 1 January, which Syrian registries write where only the year of birth is known."""
        return (
            self.calendar == "gregorian"
            and self.edtf.rstrip("?~%").endswith("-01-01")
            and self.precision == "day"
        )

    def overlaps(self, other: "FuzzyDate") -> bool:
        """Whether one day could be both."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def days_apart(self, other: "FuzzyDate") -> int:
        """Return the days between the nearest ends, 0 where the two overlap."""
        if self.overlaps(other):
            return 0
        if self.latest < other.earliest:
            return (other.earliest - self.latest).days
        return (self.earliest - other.latest).days

    def display(self, language: Language) -> str:
        """Return the date in words: "17 April 2012", "about 2013"; in Arabic with Syrian month names."""
        return in_words(self.edtf, language, hijri_text=self.written if self.calendar == "hijri" else "")
