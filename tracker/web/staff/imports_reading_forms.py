"""What a volunteer says of how a list is read: sheet by sheet, and in which letters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.flow.intake.layouts import read_sheet_otherwise
from tracker.flow.intake.originals import read_original
from tracker.flow.intake.receive import read_otherwise
from tracker.models import ImportFile, SheetLayout, User
from tracker.web.staff.fields import VersionRead, attempt
from tracker.web.staff.imports_upload_forms import ENCODINGS_OFFERED

MOST_HEADER_ROWS = 5
"""More rows of words above a list than any that was seen."""

ROWS_BELOW_HEADER = 250
"""Rows by whose values columns are proposed anew."""

MOST_SHEETS = 150
"""Sheets that are asked about: four answers each, and Django takes a thousand in one form."""

LAST_ROW_OF_ALL = 1_048_576


class Figure(forms.IntegerField):
    """The number of a row, in a box as wide as it needs."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.NumberInput(attrs={"inputmode": "numeric"}))
        super().__init__(**kwargs)


def encodings_offered_beside(now: str) -> forms.ChoiceField:
    """Return the question in which letters a text is read, the one in use among the answers."""
    offered = [(code, words) for code, words in ENCODINGS_OFFERED if code]
    return forms.ChoiceField(
        label=_("Text encoding"),
        required=False,
        choices=offered if now in dict(offered) else [(now, now.upper()), *offered],
        help_text=_("Choose another one if the letters below look wrong."),
    )


class SheetForm(forms.Form):
    """How one sheet is read."""

    taken = forms.BooleanField(label=_("Bring in this sheet"), required=False)
    header_row = Figure(
        label=_("Header row"),
        min_value=0,
        max_value=LAST_ROW_OF_ALL,
        help_text=_(
            "The row with the words over the columns; the last of them where they take several; 0: none."
        ),
    )
    header_rows = Figure(label=_("Rows of the header"), min_value=1, max_value=MOST_HEADER_ROWS)
    last_row = Figure(
        label=_("Last row of the list"),
        min_value=0,
        max_value=LAST_ROW_OF_ALL,
        help_text=_("What stands below it, totals and remarks, is left out. 0: to the end."),
    )

    def __init__(self, sent: Mapping[str, Any] | None, *, layout: SheetLayout, prefix: str) -> None:
        names = ("taken", "header_row", "header_rows", "last_row")
        super().__init__(sent, prefix=prefix, initial={name: getattr(layout, name) for name in names})
        self.sheet = layout.sheet


class ReadingForm(forms.Form):
    """How all sheets of a list are read."""

    version = VersionRead()

    def __init__(self, sent: Mapping[str, Any] | None, *, brought: ImportFile) -> None:
        super().__init__(sent, initial={"version": brought.version, "encoding": brought.encoding})
        self.brought = brought
        self.sheets = [
            SheetForm(sent, layout=layout, prefix=f"sheet{number}")
            for number, layout in enumerate(brought.sheets[:MOST_SHEETS])
        ]
        if brought.encoding:
            self.fields["encoding"] = encodings_offered_beside(brought.encoding)

    def is_valid(self) -> bool:
        """Say whether all that was told, of every sheet, can be understood."""
        return all([super().is_valid(), *(sheet.is_valid() for sheet in self.sheets)])

    def read(self, by: User) -> ImportFile | None:
        """Read the list as told; None when that was refused, with the sentence on the form."""
        return attempt(self, self._read, by)

    def _read(self, by: User) -> ImportFile:
        version = self.cleaned_data["version"]
        if "encoding" in self.changed_data:
            # Other letters make other words over the columns: all is proposed anew.
            encoding = self.cleaned_data["encoding"]
            return read_otherwise(self.brought.pk, by=by, version=version, encoding=encoding)
        if not any(sheet.has_changed() for sheet in self.sheets):
            return self.brought
        return read_otherwise(self.brought.pk, by=by, version=version, layout=self._layout())

    def _layout(self) -> list[SheetLayout]:
        layout = self.brought.sheets
        deepest = max(sheet.cleaned_data["header_row"] for sheet in self.sheets)
        read = read_original(
            self.brought, encoding=self.brought.encoding, first_rows=deepest + ROWS_BELOW_HEADER
        )
        for sheet in self.sheets:
            if sheet.has_changed():
                layout = read_sheet_otherwise(read, layout, sheet.sheet, **sheet.cleaned_data)
        return layout
