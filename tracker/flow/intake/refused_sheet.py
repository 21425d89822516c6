"""Refused rows as a spreadsheet to be mended: the list's own columns, and why each row was refused."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from django.utils import translation
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from tracker.flow.intake.doubts import Sentence
from tracker.models import ImportFile, RowStatus, SheetLayout

LONGEST_TITLE = 31
NOT_IN_A_TITLE = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
MOST_CHARACTERS = 32_767
"""What one cell of a workbook can hold."""

Refused = tuple[str, int, Sequence[str], Sequence[Sentence]]


def refused_workbook(imported: ImportFile, *, language: str) -> bytes:
    """Return a workbook with a sheet for each sheet of the list that has refused rows.

    Cells are text, never formulas; in Arabic the sheets run from right to left.
    """
    book = Workbook(write_only=True)
    with translation.override(language):
        rows = list(_refused(imported))
        for layout in imported.sheets:
            own = [row for row in rows if row[0] == layout.sheet]
            if own:
                _write_sheet(book, layout, own, language)
        if not rows:
            book.create_sheet(_("Refused rows"))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _refused(imported: ImportFile) -> Iterator[Refused]:
    """Yield refused rows as they were stored, or as the check found them."""
    checked = imported.checked.filter(kinds__contains=["refused"]).order_by("pk")
    yield from checked.values_list("sheet", "number", "cells", "sentences").iterator()
    if not checked.exists():
        stored = imported.rows.filter(status=RowStatus.REFUSED).order_by("pk")
        yield from stored.values_list("sheet", "number", "cells", "refusals").iterator()


def _write_sheet(book: Workbook, layout: SheetLayout, rows: Sequence[Refused], language: str) -> None:
    sheet = book.create_sheet((layout.sheet.translate(NOT_IN_A_TITLE)[:LONGEST_TITLE]).strip() or None)
    sheet.sheet_view.rightToLeft = language == "ar"
    width = max(len(layout.header), *(len(cells) for _, _, cells, _ in rows))
    header = layout.header + [""] * (width - len(layout.header))

    def written(texts: Sequence[str]) -> list[Cell]:
        return [_text_cell(sheet, text) for text in texts]

    sheet.append(written([*header, _("Why the row was refused"), _("Row in the list")]))
    for _sheet, number, cells, sentences in rows:
        why = " ".join(sentence.get(language) or sentence["en"] for sentence in sentences)
        sheet.append(written([*cells, *[""] * (width - len(cells)), why, str(number)]))


def _text_cell(sheet: WriteOnlyWorksheet, text: str) -> Cell:
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text)[:MOST_CHARACTERS])
    cell.data_type = "s"
    return cell
