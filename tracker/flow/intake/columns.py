"""Which column of a list holds what."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from django.utils.translation import gettext_lazy as _

from tracker.flow.intake.header_words import FIELDS, HEADER_WORDS
from tracker.flow.intake.readers.list_file import Row, Sheet
from tracker.flow.refusals import Refused
from tracker.names import fold

ROWS_TO_LOOK_AT = 20
LONGEST_WORDS = 300
"""Characters that the name of a column may have: a longer cell is a paragraph, or meant to hold us up."""

IGNORE = "ignore"
IN_BRACKETS = re.compile(r"[(\[{（].*?[)\]}）]")
ELISION = re.compile(r"\b([dl])['’]", re.IGNORECASE)
ARTICLE = re.compile(r"\bال(?=\w\w)")
COLUMN_LETTERS = re.compile(r"[A-Za-z]{1,3}")
# A row is a header if a person or a body can be told apart by what its columns hold.
SOMEONE: tuple[frozenset[str], ...] = (
    frozenset({"name"}),
    frozenset({"name_family_first"}),
    frozenset({"given", "family"}),
    frozenset({"given", "father"}),
    frozenset({"body_number"}),
    frozenset({"prisoner_number"}),
)


class MappingRefused(Refused):
    """It cannot be told, or was told wrongly, which column of a list holds what."""


class NoHeader(MappingRefused):
    """None of the first rows names a column that holds someone."""

    sentence = _(
        "No row of the sheet “%(sheet)s” names its columns. Write a row above the list with words such as "
        "الاسم, اسم الأب, الكنية, تاريخ الوفاة (or Name, Father, Family name, Date of death), or say in a "
        "mapping which column holds what."
    )


class NobodyMapped(NoHeader):
    """A mapping leaves no column by which a person or a body can be told apart."""

    sentence = _(
        "With this mapping no column holds a name or the number of a prisoner or body. Map at least one "
        "column to “name”, to “given” and “family”, to “prisoner_number” or to “body_number”."
    )


class UnknownColumn(MappingRefused):
    """A mapping speaks of a column that the list does not have."""

    sentence = _("The list has no column “%(column)s”. It has these: %(columns)s.")


class UnknownField(MappingRefused):
    """A mapping names a field that there is not."""

    sentence = _("“%(field)s” is not a field. Use “ignore” or one of these: %(fields)s.")


class FieldTwice(MappingRefused):
    """Two columns cannot both hold one thing about somebody."""

    sentence = _(
        "Two columns are set to “%(field)s”. Choose one of them; the other is kept with each row as it stands."
    )


class NoSheetTaken(MappingRefused):
    """All sheets of a list are left out."""

    sentence = _("No sheet is taken, so there is nothing to bring in. Take at least one sheet.")


class NobodyInSheet(NobodyMapped):
    """A sheet that is taken has no column by which a person or a body can be told apart."""

    sentence = _(
        "In the sheet “%(sheet)s” no column holds a name or the number of a prisoner or body. Say which column "
        "holds a name (or given and family name), a prisoner number or a body number, or leave the sheet out."
    )


@dataclass(frozen=True, slots=True)
class Header:
    """The row that names the columns: `fields` says what the column at each place (from 0) holds.

    `row_number` 0 means that the list has no header and every row is a record.
    """

    row_number: int
    fields: Mapping[int, str]
    words: tuple[str, ...] = ()

    def place_of(self, field: str) -> int | None:
        """Return the place of the column that holds a field, or None."""
        return next((place for place, held in self.fields.items() if held == field), None)


def header_key(text: str) -> str:
    """Return what two spellings of a column's name share.

    >>> header_key("إسم الأمّ:") == header_key("اسم الام"), header_key("Cause de décès")
    (True, 'cause de deces')
    """
    return ARTICLE.sub("", fold(ELISION.sub(r"\1 ", text.replace("_", " ")))) or text.strip()


KNOWN_WORDS: Mapping[str, str] = {
    header_key(word): field for field, words in HEADER_WORDS.items() for word in words.split(",")
}


def field_of(text: str) -> str | None:
    """Return the field that a column's name stands for, or None.

    >>> field_of("تاريخ الوفاة (يوم/شهر/سنة)"), field_of("Father's name")
    ('died', 'father')
    """
    if len(text) > LONGEST_WORDS:
        return None
    for wording in dict.fromkeys((text, IN_BRACKETS.sub(" ", text), *re.split(r"[/\n|]", text)[:2])):
        if field := KNOWN_WORDS.get(header_key(wording)):
            return field
    return None


def find_header(sheet: Sheet, *, mapping: Mapping[str, str] | None = None) -> Header:
    """Return the row among the first twenty that names the most columns; title rows above it are passed over.

    Raises NoHeader where no row names a column that holds someone. With `mapping` its columns count as named
    too, and a list without any header is read by the letters of its columns.
    """
    first_rows = list(islice(sheet.rows, ROWS_TO_LOOK_AT))
    width = max((len(row.cells) for row in first_rows), default=0)
    own_words = {header_key(column): field for column, field in (mapping or {}).items()}
    candidates = [_header(row, width, own_words) for row in first_rows]
    named = [header for header in candidates if holds_someone(header.fields.values())]
    if named:
        best = max(named, key=lambda header: len(header.fields))
    elif mapping and all(COLUMN_LETTERS.fullmatch(column) for column in mapping):
        best = Header(0, {}, ("",) * width)
    else:
        raise NoHeader(sheet=sheet.name)
    return apply_mapping(best, mapping) if mapping else best


def _header(row: Row, width: int, own_words: Mapping[str, str]) -> Header:
    fields: dict[int, str] = {}
    for place, text in enumerate(row.cells):
        if not text.strip():
            continue
        field = own_words.get(header_key(text)) or field_of(text)
        # A second column of one name is not merged into the first: its cells stay with the row as they are.
        if field and field != IGNORE and field not in fields.values():
            fields[place] = field
    return Header(row.number, told_apart(fields), row.cells + ("",) * (width - len(row.cells)))


def told_apart(fields: dict[int, str]) -> dict[int, str]:
    """Return the fields with الاسم beside الكنية as the given name; alone it is the whole name."""
    held = set(fields.values())
    if "family" not in held or "given" in held:
        return fields
    return {place: "given" if field == "name" else field for place, field in fields.items()}


def holds_someone(fields: Iterable[str]) -> bool:
    """Say whether a person or a body can be told apart by columns of these fields."""
    held = set(fields)
    return any(enough <= held for enough in SOMEONE)


def apply_mapping(header: Header, mapping: Mapping[str, str]) -> Header:
    """Return the header as a person corrected it: column's name or letter → field, or "ignore"."""
    fields = dict(header.fields)
    for column, field in mapping.items():
        place = _place(column, header.words)
        if field != IGNORE and field not in FIELDS:
            raise UnknownField(field=field, fields=", ".join(sorted(FIELDS)))
        fields = {other: held for other, held in fields.items() if held != field and other != place}
        if field != IGNORE:
            fields[place] = field
    if not holds_someone(fields.values()):
        raise NobodyMapped
    return Header(header.row_number, dict(sorted(fields.items())), header.words)


def _place(column: str, words: Sequence[str]) -> int:
    wanted = header_key(column)
    for place, text in enumerate(words):
        if text.strip() and header_key(text) == wanted:
            return place
    if COLUMN_LETTERS.fullmatch(column.strip()):
        place = column_place(column.strip())
        if place < len(words):
            return place
    shown = ", ".join(word for word in words if word.strip()) or "—"
    raise UnknownColumn(column=column, columns=shown)


def column_place(letters: str) -> int:
    """Return the place of a column, from 0, by the letters that spreadsheet programs show over it.

    >>> column_place("A"), column_place("Z"), column_place("AA")
    (0, 25, 26)
    """
    place = 0
    for letter in letters.upper():
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
