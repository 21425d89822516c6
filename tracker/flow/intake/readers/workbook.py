"""Workbooks of spreadsheet programs: XLSX (and XLSM, whose macros are never run), XLS and ODS."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from itertools import count

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from tracker.flow.intake.readers.cells import RowKeeper
from tracker.flow.intake.readers.facts import SheetFacts
from tracker.flow.intake.readers.limits import MEBIBYTE, SHEETS
from tracker.flow.intake.readers.list_file import Row
from tracker.flow.intake.readers.not_a_list import NotAList
from tracker.flow.intake.readers.ods_facts import LONGEST_CONTENT, ods_facts
from tracker.flow.intake.readers.package import DAMAGE, kind_of_package
from tracker.flow.intake.readers.xlsx_facts import SheetWatch, parts_of_sheets

SheetRows = tuple[str, bool, SheetFacts, Iterator[Row]]


def package_sheets(content: bytes) -> tuple[str, Iterator[SheetRows]]:
    """Return "xlsx" or "ods", and the sheets of a package that was looked through first."""
    watches: dict[str, SheetWatch] = {}
    kind = kind_of_package(content, watches)
    facts = _xlsx_facts(content, watches) if kind == "xlsx" else _ods_facts(content)
    return kind, workbook_sheets(content, facts)


def workbook_sheets(
    content: bytes, facts: Mapping[str | int, SheetFacts] | None = None
) -> Iterator[SheetRows]:
    """Yield (name, hidden, facts, rows) of each sheet that holds cells; charts and macro sheets are passed over.

    ``facts`` are found by a sheet's name, or by its place among all.
    """
    try:
        keeper = RowKeeper()
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            if len(workbook.sheets_metadata) > SHEETS:
                raise NotAList("too_many_sheets", limit=SHEETS)
            for place, about in zip(count(), workbook.sheets_metadata, strict=False):
                if about.typ == SheetTypeEnum.WorkSheet:
                    hidden = about.visible != SheetVisibleEnum.Visible
                    sheet = workbook.get_sheet_by_index(place)
                    told = (facts or {}).get(about.name) or (facts or {}).get(place) or SheetFacts(sure=False)
                    if not told.merged:
                        _take_merges(sheet, told)
                    yield about.name, hidden, told, _sheet_rows(sheet, keeper)
    except PasswordError:
        raise NotAList("password") from None
    except (CalamineError, OSError):
        raise NotAList("damaged") from None


def _sheet_rows(sheet: CalamineSheet, keeper: RowKeeper) -> Iterator[Row]:
    # Rows are given from the first one on, but cells only from the first filled column.
    indent = [""] * (sheet.start[1] if sheet.start else 0)
    for number, values in enumerate(sheet.iter_rows(), start=1):
        if row := keeper.keep(number, [*indent, *values]):
            yield row


def _take_merges(sheet: CalamineSheet, facts: SheetFacts) -> None:
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        facts.merge((top + 1, left, bottom + 1, right))


def _xlsx_facts(content: bytes, watches: Mapping[str, SheetWatch]) -> dict[str | int, SheetFacts]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = parts_of_sheets(package)
    return {name: watches[part].facts for name, part in parts.items() if part in watches}


def _ods_facts(content: bytes) -> dict[str | int, SheetFacts]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package, package.open("content.xml") as part:
            sheets = ods_facts(part.read(LONGEST_CONTENT + MEBIBYTE))
    except DAMAGE:
        raise NotAList("damaged") from None
    return dict(enumerate(sheets or ()))
