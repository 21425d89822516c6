"""A row becomes a prison record, or is kept with the reasons why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracker.dates import FuzzyDate, UnreadableDate, read_date
from tracker.flow.linking.places import Gazetteer
from tracker.models import ImportRow, PrisonRecord, Sex
from tracker.names import Name, clean_text, fold, has_hidden_marks, read_name

Sentence = dict[str, str]
"""One sentence in each language: ``{"en": …, "ar": …}``."""

DATES = {"birth": _("birth"), "arrested": _("arrest"), "entered": _("entry"), "died": _("death")}

NOT_KNOWN = {"empty", "unknown"}
"""What a list says where its writer knew no date: a dash, "غير معروف". Nothing is wrong with such a row."""

TEXTS = {
    "mother": "mother_written",
    "birth_place": "birth_place_written",
    "registry_place": "registry_place_written",
    "registry_number": "registry_number",
    "national_number": "national_number",
    "prisoner_number": "prisoner_number",
    "body_number": "body_number",
    "facility": "facility_written",
    "death_cause": "death_cause_written",
    "body_order": "body_order_written",
    "notes": "notes_written",
}
"""Field of a column → text of the record, kept as written but for marks that cannot be seen."""

LONGEST_PLACE, LONGEST_NUMBER = 300, 100

SEXES = {fold(word): sex for sex, words in {
    Sex.MALE: ("ذكر", "رجل", "male", "m", "homme", "masculin"),
    Sex.FEMALE: ("أنثى", "انثى", "امرأة", "female", "f", "femme", "féminin"),
}.items() for word in words}  # fmt: skip


class RowRefused(Exception):
    """A row that cannot become a record yet; it is kept, and ``sentences`` say what to mend."""

    def __init__(self, sentences: list[Sentence]) -> None:
        super().__init__(sentences)
        self.sentences = sentences


def in_both_languages(text: str | Promise, **details: Any) -> Sentence:
    """Return one sentence in English and Arabic, to be kept with the row."""
    sentence: Sentence = {}
    for language in ("en", "ar"):
        with translation.override(language):
            sentence[language] = str(text) % details if details else str(text)
    return sentence


def record_from_row(row: ImportRow, places: Gazetteer) -> PrisonRecord:
    """Return the unsaved record that a row makes; raise RowRefused with every reason at once."""
    cells = cells_by_field(row)
    clean = {field: clean_text(text) for field, text in cells.items()}
    record = PrisonRecord(row=row, import_file=row.import_file, says_death=False, script="other")
    refusals = [*_read_dates(record, clean), *_take_texts(record, clean), *_take_name(record, clean)]
    if refusals:
        raise RowRefused(refusals)
    record.facility = places.find(record.facility_written)
    record.doubts = list(_doubts(record, cells, clean))
    record.says_death = bool(
        record.died or record.death_cause_written or record.body_order_written or record.body_number
    )
    return record


def cells_by_field(row: ImportRow) -> dict[str, str]:
    """Return the cells of a row under the fields that their columns were read as."""
    fields = row.import_file.columns_of(row.sheet).fields
    return {field: cell for field, cell in zip(fields, row.cells, strict=False) if field and cell.strip()}


def _read_dates(record: PrisonRecord, clean: Mapping[str, str]) -> Iterator[Sentence]:
    for field in DATES:
        try:
            setattr(record, field, read_date(clean[field]) if clean.get(field) else None)
        except UnreadableDate as error:
            if error.code not in NOT_KNOWN:
                yield {"en": error.en, "ar": error.ar}
    together = clean.get("birth_place_and_date", "")
    if len(together) > LONGEST_PLACE:
        yield _too_long("birth_place_written", together)
    elif together:
        record.birth_place_written, date = _place_and_date(together)
        record.birth = record.birth or date


def _place_and_date(text: str) -> tuple[str, FuzzyDate | None]:
    """Split "دوما 1984" at the first place from which the rest reads as a date; without one all is place."""
    words = text.split()
    for start in range(len(words)):
        try:
            return " ".join(words[:start]).strip(" ،,-/:"), read_date(" ".join(words[start:]))
        except UnreadableDate:
            continue
    return text, None


def _take_texts(record: PrisonRecord, clean: Mapping[str, str]) -> Iterator[Sentence]:
    for field, attribute in TEXTS.items():
        text = clean.get(field, "")
        if not text:
            continue
        longest = getattr(PrisonRecord._meta.get_field(attribute), "max_length", None)
        if longest and len(text) > longest:
            yield _too_long(attribute, text)
        else:
            setattr(record, attribute, text)
    if clean.get("registry") and not record.registry_number:
        place, number = _place_and_number(clean["registry"])
        if len(place) > LONGEST_PLACE or len(number) > LONGEST_NUMBER:
            yield _too_long("registry_place_written", clean["registry"])
        else:
            record.registry_place_written, record.registry_number = place, number
    record.sex = SEXES.get(fold(clean.get("sex", "")), "")


def _too_long(attribute: str, text: str) -> Sentence:
    field = PrisonRecord._meta.get_field(attribute)
    longest, what = field.max_length, field.verbose_name  # type: ignore[union-attr]
    return in_both_languages(TOO_LONG, what=what, longest=longest, start=text[:40])


def _place_and_number(text: str) -> tuple[str, str]:
    words = text.replace("/", " ").split()
    numbers = [word for word in words if word.isdecimal()]
    return " ".join(word for word in words if not word.isdecimal()), " ".join(numbers)


def _take_name(record: PrisonRecord, clean: Mapping[str, str]) -> Iterator[Sentence]:
    parts = {part: clean.get(part, "") for part in ("given", "father", "grandfather", "family")}
    written = clean.get("name") or " ".join(part for part in parts.values() if part)
    if len(written) > 300 or any(len(part) > 100 for part in parts.values()):
        yield in_both_languages(NAME_TOO_LONG, start=written[:40])
        return
    if not written and not (record.prisoner_number or record.body_number or record.national_number):
        yield in_both_languages(NOBODY)
    _fill_name(record, read_name(written, **parts), written)


def _fill_name(record: PrisonRecord, name: Name, written: str) -> None:
    record.name_written = written
    record.script = name.script.value
    for part in ("given", "father", "grandfather", "family", "nickname"):
        setattr(record, part, getattr(name, part)[:100])


def _doubts(record: PrisonRecord, cells: Mapping[str, str], clean: Mapping[str, str]) -> Iterator[Sentence]:
    if any(has_hidden_marks(cell) for cell in cells.values()):
        yield in_both_languages(HIDDEN_MARKS)
    if clean.get("sex") and not record.sex:
        yield in_both_languages(UNKNOWN_SEX, written=clean["sex"][:40])
    if record.facility_written and record.facility is None:
        yield in_both_languages(UNKNOWN_PLACE, written=record.facility_written[:80])
    if not record.birth and (unread := _date_within(clean.get("birth_place_and_date", ""))):
        yield unread
    inside = record.arrested or record.entered
    if record.died and inside and record.died.latest < inside.earliest:
        yield in_both_languages(DIED_BEFORE_ARREST)


def _date_within(text: str) -> Sentence | None:
    """Say why what follows a place could not be read as a date, when a number stands there."""
    words = text.split()
    start = next((place for place, word in enumerate(words) if any(map(str.isdigit, word))), None)
    if start is None:
        return None
    try:
        read_date(" ".join(words[start:]))
    except UnreadableDate as error:
        return {"en": error.en, "ar": error.ar}
    return None


TOO_LONG = _(
    "The cell for “%(what)s” that begins with “%(start)s” is longer than %(longest)s letters. Shorten it "
    "in the list and bring the row in again."
)
NAME_TOO_LONG = _(
    "The name that begins with “%(start)s” is too long for a name. Check that the right column holds the name, "
    "and bring the row in again."
)
NOBODY = _(
    "The row has neither a name nor a number that tells whom it is about. Add one and bring the row in again."
)
HIDDEN_MARKS = _(
    "Marks that cannot be seen, which change the direction of text, were left out when this row was read."
)
UNKNOWN_SEX = _("“%(written)s” was not understood as a sex; it was left open.")
UNKNOWN_PLACE = _(
    "“%(written)s” is not in our list of places. Add it, or add this spelling to the place that is meant."
)
DIED_BEFORE_ARREST = _("The row gives a death before the arrest; one of the two dates must be wrong.")
