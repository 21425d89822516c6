"""A row is read: it becomes what a prison record holds, or is refused with the reasons why not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from tracker.dates import FuzzyDate, UnreadableDate, plain_date, read_date
from tracker.flow.intake.date_order import MONTH_FIRST, ORDERS, read_cell_date
from tracker.flow.intake.doubts import Doubt, Sentence, doubt, in_both_languages
from tracker.flow.intake.same_rows import says_key, whom_key
from tracker.flow.intake.splits import family_first, place_and_date, place_and_number
from tracker.flow.linking.places import Gazetteer
from tracker.models import ImportFile, PrisonRecord, Sex, SheetLayout
from tracker.names import Script, are_plain, clean_text, fold, has_hidden_marks, read_name

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

LONGEST = {name: getattr(PrisonRecord._meta.get_field(name), "max_length", None) for name in TEXTS.values()}
LONGEST_PLACE, LONGEST_NUMBER, LONGEST_NAME, LONGEST_PART = 300, 100, 300, 100
MONTHS = 12
DAYS_OF_A_CENTURY = 36_525
BESIDE = "beside "
"""Opens what is said in a column that no field was given; no field begins so."""
PARTS = ("given", "father", "grandfather", "family")
OF_WHOM = ("given", "father", "family", "national_number", "prisoner_number", "body_number")
OF_DEATH = ("died", "death_cause_written", "body_order_written", "body_number")
ALREADY_CLEAN = re.compile(r"[ -~ء-غف-ي٠-٩،\x1f]*")
"""Characters that cleaning leaves as they are, wherever they stand; \\x1f parts the cells of a row here."""

SEXES = {fold(word): sex for sex, words in {
    Sex.MALE: ("ذكر", "رجل", "male", "m", "homme", "masculin"),
    Sex.FEMALE: ("أنثى", "انثى", "امرأة", "female", "f", "femme", "féminin"),
}.items() for word in words}  # fmt: skip


@dataclass(slots=True)
class RowRead:
    """What a row says: the facts of a record (what is empty is left out), the doubts, or why it is refused."""

    facts: dict[str, Any] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    refusals: list[Sentence] = field(default_factory=list)
    says_key: int = 0
    whom_key: int | None = None


class RowReader:
    """Reads the rows of one list."""

    def __init__(self, sheets: Iterable[SheetLayout], places: Gazetteer, *, source: str = "") -> None:
        self._sheets = {sheet.sheet: _laid_ready(sheet) for sheet in sheets}
        self._places = places
        self._source = source

    @classmethod
    def of(cls, imported: ImportFile) -> RowReader:
        """Return the reader of a list, with all places as they are known now."""
        return cls(imported.sheets, Gazetteer.load(), source=str(imported.source_id))

    def read(self, sheet: str, cells: Sequence[str]) -> RowRead:
        """Return what a row says."""
        laid = self._sheets[sheet]
        written = {
            name: cell
            for name, cell in zip(laid.fields, cells, strict=False)
            if name and cell and not cell.isspace()
        }
        clean = _cleaned(written)
        row = RowRead(says_key=says_key(clean | beside if (beside := _beside(laid, cells)) else clean))
        facts = row.facts
        _take_dates(row, clean, laid)
        row.refusals += _take_texts(facts, clean, laid)
        if not _take_plain_name(facts, clean):
            row.refusals += _take_name(facts, clean)
        row.whom_key = whom_key(self._whom(facts))
        if not row.refusals:
            facts["facility"] = self._places.find(facts.get("facility_written", ""))
            row.doubts += _doubts(facts, written, clean)
            facts["says_death"] = any(map(facts.get, OF_DEATH))
        return row

    def _whom(self, facts: Mapping[str, Any]) -> dict[str, str]:
        birth: FuzzyDate | None = facts.get("birth")
        told = {name: facts[name] for name in OF_WHOM if name in facts}
        told["mother"] = facts.get("mother_written", "")
        told["birth"] = birth.edtf if birth else ""
        told["facility"], told["source"] = facts.get("facility_written", ""), self._source
        return told


class _LaidReady(NamedTuple):
    """What is the same for every row of a sheet, looked up once."""

    fields: Sequence[str]
    unmapped: Sequence[tuple[int, str]]
    dates: Sequence[tuple[str, str | None]]
    order_of_birth: str | None
    texts: Sequence[tuple[str, str, int | None]]


def _laid_ready(sheet: SheetLayout) -> _LaidReady:
    orders, columns = sheet.date_orders, enumerate(sheet.columns)
    return _LaidReady(
        fields=sheet.fields,
        unmapped=[(place, f"{BESIDE}{words or place}") for place, (words, name) in columns if not name],
        dates=[(name, orders.get(name)) for name in DATES if name in sheet.fields],
        order_of_birth=orders.get("birth_place_and_date"),
        texts=[(name, of, LONGEST[of]) for name, of in TEXTS.items() if name in sheet.fields],
    )


def _beside(laid: _LaidReady, cells: Sequence[str]) -> dict[str, str]:
    """Return what stands in columns that no field was given: two people may differ in nothing else."""
    width = len(laid.fields)
    beside = {words: cells[place] for place, words in laid.unmapped if place < len(cells) and cells[place]}
    if len(cells) > width:
        beside[BESIDE] = "\x1f".join(cells[width:])
    return beside


def _cleaned(written: dict[str, str]) -> dict[str, str]:
    """Clean all cells of a row; most rows of most lists are clean, which one look tells."""
    whole = "\x1f".join(["", *written.values(), ""])
    if ALREADY_CLEAN.fullmatch(whole) and not ("  " in whole or " \x1f" in whole or "\x1f " in whole):
        return written
    cleaned = {name: clean_text(text) for name, text in written.items()}
    return {name: text for name, text in cleaned.items() if text}


@lru_cache(maxsize=DAYS_OF_A_CENTURY)
def _date(text: str, order: str | None) -> tuple[FuzzyDate | Sentence | None, bool]:
    """Return the date in a cell, None where it says that none is known, or what is wrong with it.

    And whether day and month could each be the other.
    """
    shown = order.split() if order else []
    if plain := plain_date(text, month_first=MONTH_FIRST in shown):
        day = plain.earliest
        either_way = day == plain.latest and day.day <= MONTHS and day.day != day.month
        return plain, either_way and not any(one in ORDERS for one in shown)
    try:
        return read_cell_date(text, order)
    except UnreadableDate as error:
        return (None if error.code in NOT_KNOWN else {"en": error.en, "ar": error.ar}), False


def _take_dates(row: RowRead, clean: Mapping[str, str], laid: _LaidReady) -> None:
    for name, order in laid.dates:
        if name in clean:
            read, ambiguous = _date(clean[name], order)
            if isinstance(read, dict):
                row.refusals.append(read)
            elif read:
                row.facts[name] = read
                if ambiguous:
                    row.doubts.append(doubt("order_of_date", clean[name][:40]))
    together = clean.get("birth_place_and_date", "")
    if len(together) > LONGEST_PLACE:
        row.refusals.append(_too_long("birth_place_written", together))
    elif together:
        _take_birth(row, together, laid.order_of_birth)


def _take_birth(row: RowRead, together: str, order: str | None) -> None:
    place, date, ambiguous = _place_and_date(together, order)
    if place:
        row.facts["birth_place_written"] = place
    if date and "birth" not in row.facts:
        row.facts["birth"] = date
        if ambiguous:
            row.doubts.append(doubt("order_of_date", together[:40]))


_place_and_date = lru_cache(maxsize=16384)(place_and_date)
_place_and_number = lru_cache(maxsize=16384)(place_and_number)


def _take_texts(facts: dict[str, Any], clean: Mapping[str, str], laid: _LaidReady) -> Iterator[Sentence]:
    for name, attribute, longest in laid.texts:
        if text := clean.get(name):
            if longest and len(text) > longest:
                yield _too_long(attribute, text)
            else:
                facts[attribute] = text
    if (registry := clean.get("registry")) and not facts.get("registry_number"):
        place, number = _place_and_number(registry)
        if len(place) > LONGEST_PLACE or len(number) > LONGEST_NUMBER:
            yield _too_long("registry_place_written", registry)
        else:
            facts["registry_place_written"], facts["registry_number"] = place, number
    if "sex" in clean and (sex := SEXES.get(fold(clean["sex"]))):
        facts["sex"] = sex


def _too_long(attribute: str, text: str) -> Sentence:
    what = PrisonRecord._meta.get_field(attribute)
    return in_both_languages(
        TOO_LONG,
        what=what.verbose_name,  # type: ignore[union-attr]
        longest=what.max_length,  # type: ignore[union-attr]
        start=text[:40],
    )


def _take_plain_name(facts: dict[str, Any], clean: Mapping[str, str]) -> bool:
    """Take a name whose parts have columns of their own and are plain: `_take_name` gives the same."""
    parts = {part: clean[part] for part in PARTS if part in clean}
    if not parts or "name" in clean or "name_family_first" in clean or not are_plain(parts.values()):
        return False
    if max(map(len, parts.values())) > LONGEST_PART:
        return False
    facts["name_written"], facts["script"] = " ".join(parts.values()), Script.ARABIC.value
    facts.update(parts)
    return True


def _take_name(facts: dict[str, Any], clean: Mapping[str, str]) -> Iterator[Sentence]:
    parts = {part: clean[part] for part in PARTS if part in clean}
    turned = "" if "name" in clean else clean.get("name_family_first", "")
    written = clean.get("name") or turned or " ".join(parts.values())
    if len(written) > LONGEST_NAME or any(len(part) > LONGEST_PART for part in parts.values()):
        yield in_both_languages(NAME_TOO_LONG, start=written[:40])
        return
    if not written and not any(map(facts.get, ("prisoner_number", "body_number", "national_number"))):
        yield in_both_languages(NOBODY)
    name = read_name(family_first(turned) if turned else written, **parts)
    facts["name_written"], facts["script"] = written, name.script.value
    for part in (*PARTS, "nickname"):
        if text := getattr(name, part):
            facts[part] = text[:LONGEST_PART]


def _doubts(
    facts: Mapping[str, Any], written: Mapping[str, str], clean: Mapping[str, str]
) -> Iterator[Doubt]:
    if clean is not written and clean != written and any(map(has_hidden_marks, written.values())):
        yield doubt("hidden_marks")
    if "sex" in clean and "sex" not in facts:
        yield doubt("sex_not_understood", clean["sex"][:40])
    if facts.get("facility_written") and facts["facility"] is None:
        yield doubt("place_not_known", facts["facility_written"][:80])
    if "birth_place_and_date" in clean and "birth" not in facts:
        yield from _date_within(clean["birth_place_and_date"])
    inside = facts.get("arrested") or facts.get("entered")
    if inside and "died" in facts and facts["died"].latest < inside.earliest:
        yield doubt("died_before_arrest")


def _date_within(text: str) -> Iterator[Doubt]:
    """Say why what follows a place could not be read as a date, when a number stands there."""
    words = text.split()
    start = next((place for place, word in enumerate(words) if any(map(str.isdigit, word))), None)
    if start is None:
        return
    try:
        read_date(" ".join(words[start:]))
    except UnreadableDate as error:
        yield "birth_not_read", {"en": error.en, "ar": error.ar}


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
