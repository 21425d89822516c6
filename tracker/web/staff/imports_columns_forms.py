"""What a volunteer says of the columns of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracker.flow.intake.check import begin_check
from tracker.flow.intake.layouts import refuse_unusable, with_fields
from tracker.flow.intake.mappings import read_mapping_file, save_mapping
from tracker.flow.intake.receive import read_otherwise
from tracker.flow.refusals import Refused
from tracker.models import ImportFile, ImportStatus, SheetLayout, User
from tracker.web.staff.fields import VersionRead, attempt
from tracker.web.staff.imports_facts import FIELD_NAMES

MOST_COLUMNS = 120
"""Columns of one sheet with a choice of their own; the widest register that was seen has forty."""

MOST_CHOICES = 900
"""Django takes a thousand answers in one form."""

NAMES = ("name", "name_family_first", "given", "father", "grandfather", "family", "mother", "sex")
GROUPS: tuple[tuple[Promise, tuple[str, ...]], ...] = (
    (_("Name"), NAMES),
    (
        _("Birth and registry"),
        ("birth", "birth_place", "birth_place_and_date", "registry_place", "registry_number", "registry"),
    ),
    (_("Numbers"), ("national_number", "prisoner_number", "body_number", "row_number")),
    (_("Detention"), ("facility", "arrested", "entered")),
    (_("Death"), ("died", "death_cause", "body_order")),
    (_("Other"), ("notes",)),
)
"""The fields of a record as a volunteer looks for them."""

HELD_TWICE = _("The column “%(other)s” is read as this already. Choose one of the two.")

Choices = list[tuple[str | Promise, Any]]


def column_letters(place: int) -> str:
    """Return the letters that spreadsheet programs show over a column.

    >>> column_letters(0), column_letters(25), column_letters(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def field_choices() -> Choices:
    """Return what a column may be read as, in groups."""
    groups: Choices = [(words, [(field, FIELD_NAMES[field]) for field in fields]) for words, fields in GROUPS]
    return [("", _("not read: kept as it stands")), *groups]


def choice_name(sheet: int, column: int) -> str:
    """Return the name of a column's answer."""
    return f"sheet{sheet}-column{column}"


class ColumnsForm(forms.Form):
    """One choice for each column that holds anything."""

    version = VersionRead()

    def __init__(self, sent: Mapping[str, Any] | None, *, brought: ImportFile) -> None:
        super().__init__(sent, initial={"version": brought.version})
        self.brought = brought
        for sheet, column, layout in self._asked():
            self.fields[choice_name(sheet, column)] = forms.ChoiceField(
                label=layout.header[column] or column_letters(column),
                choices=field_choices(),
                required=False,
                initial=layout.fields[column],
            )

    def _asked(self) -> Iterator[tuple[int, int, SheetLayout]]:
        left = MOST_CHOICES
        for number, layout in enumerate(self.brought.sheets):
            asked = min(len(layout.header), MOST_COLUMNS, left) if layout.taken else 0
            left -= asked
            yield from ((number, column, layout) for column in range(asked))

    def clean(self) -> dict[str, Any]:
        """Nothing is held by two columns of one sheet: the second one is asked again."""
        told: dict[str, Any] = super().clean() or {}
        held: dict[tuple[int, str], str] = {}
        for sheet, column, layout in self._asked():
            name = choice_name(sheet, column)
            if field := told.get(name):
                if other := held.get((sheet, field)):
                    self.add_error(name, str(HELD_TWICE) % {"other": other})
                held.setdefault((sheet, field), layout.header[column] or column_letters(column))
        return told

    def read(self, deed: str, by: User) -> ImportFile | None:
        """Read the columns as told, then save or check; None when refused, with the sentence on the form."""
        return attempt(self, self._read_and_go_on, deed, by)

    @transaction.atomic
    def _read_and_go_on(self, deed: str, by: User) -> ImportFile:
        read = self._read(by)
        if deed == "keep":
            save_mapping(read, by=by)
        elif deed == "check":
            refuse_unusable(read.sheets)
            # What is being checked as it stands, or was, needs no second look.
            if read.status in (ImportStatus.READING, ImportStatus.RECEIVED):
                begin_check(read.pk, by=by)
        return read

    def _read(self, by: User) -> ImportFile:
        if not any(name != "version" for name in self.changed_data):
            return self.brought
        layout = self.brought.sheets
        for number, sheet in enumerate(self.brought.sheets):
            if sheet.taken:
                layout = with_fields(layout, sheet.sheet, self._fields_of(number, sheet))
        return read_otherwise(self.brought.pk, by=by, version=self.cleaned_data["version"], layout=layout)

    def _fields_of(self, number: int, sheet: SheetLayout) -> Sequence[str]:
        told = self.cleaned_data
        return [
            told.get(choice_name(number, column), held) if choice_name(number, column) in told else held
            for column, held in enumerate(sheet.fields)
        ]


class MappingFileForm(forms.Form):
    """A file that says which column holds what."""

    mapping = forms.FileField(
        label=_("Columns from a file"),
        widget=forms.FileInput(attrs={"accept": ".json"}),
        error_messages={"required": _("Choose the file that names the columns.")},
    )

    def read(self, brought: ImportFile, by: User) -> ImportFile | None:
        """Read the columns as the file says; None when it was refused, with the sentence on the form."""
        return attempt(self, self._read, brought, by)

    def _read(self, brought: ImportFile, by: User) -> ImportFile:
        file: UploadedFile[bytes] = self.cleaned_data["mapping"]
        layout = mapped_by_file(brought.sheets, file.read(FILE_BYTES))
        return read_otherwise(brought.pk, by=by, version=brought.version, layout=layout)


FILE_BYTES = 1_000_000
"""A file of columns is a few lines; what is longer is not read to its end, and refused for that."""


def mapped_by_file(layout: Iterable[SheetLayout], content: bytes) -> list[SheetLayout]:
    """Return the sheets with their columns read as a file says; refused where it speaks of none of them."""
    mapped: list[SheetLayout] = []
    fitted, refusal = False, None
    for sheet in layout:
        try:
            fields = read_mapping_file(content, sheet.header) if sheet.taken else None
        except Refused as error:
            fields, refusal = None, refusal or error
        fitted = fitted or fields is not None
        mapped.append(sheet if fields is None else replace(sheet, fields=list(fields)))
    if refusal and not fitted:
        raise refusal
    return mapped
