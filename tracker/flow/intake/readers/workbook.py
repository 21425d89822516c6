"""Workbooks of spreadsheet programs: XLSX (and XLSM, whose macros are never run), XLS and ODS."""

import io
from collections.abc import Iterator

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from tracker.flow.intake.readers.cells import RowKeeper
from tracker.flow.intake.readers.list_file import Row
from tracker.flow.intake.readers.not_a_list import NotAList

SheetRows = tuple[str, bool, Iterator[Row]]


def workbook_sheets(content: bytes) -> Iterator[SheetRows]:
    """Yield (name, hidden, rows) of each sheet that holds cells; charts and macro sheets are passed over."""
    try:
        keeper = RowKeeper()
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            for place, about in enumerate(workbook.sheets_metadata):
                if about.typ == SheetTypeEnum.WorkSheet:
                    hidden = about.visible != SheetVisibleEnum.Visible
                    yield about.name, hidden, _sheet_rows(workbook, place, keeper)
    except PasswordError:
        raise NotAList("password") from None
    except (CalamineError, OSError):
        raise NotAList("damaged") from None


def _sheet_rows(workbook: CalamineWorkbook, place: int, keeper: RowKeeper) -> Iterator[Row]:
    sheet = workbook.get_sheet_by_index(place)
    # Rows are given from the first one on, but cells only from the first filled column.
    indent = [""] * (sheet.start[1] if sheet.start else 0)
    for number, values in enumerate(sheet.iter_rows(), start=1):
        if row := keeper.keep(number, [*indent, *values]):
            yield row
