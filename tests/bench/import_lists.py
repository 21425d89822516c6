"""Registers of nobody, of any length, as CSV and XLSX: what storing a list is measured on."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

from tests.bench.invented import given_names, invented_names

HEADER = ("م", "الاسم", "اسم الأب", "الكنية", "اسم الأم", "تاريخ الولادة", "رقم السجين", "تاريخ الوفاة")
FIELDS = ("row_number", "given", "father", "family", "mother", "birth", "prisoner_number", "died")
REPEATED, REFUSED = 0.01, 0.005
"""Shares of rows that say what an earlier row says, and of those with a date that no calendar has."""

SHEET = """<?xml version="1.0"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"""
TEXTS = """<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"""
PARTS = {
    "[Content_Types].xml": """<?xml version="1.0"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""",
    "_rels/.rels": """<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="xl/workbook.xml"/></Relationships>""",
    "xl/_rels/workbook.xml.rels": """<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
 Target="worksheets/sheet1.xml"/><Relationship Id="r2"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
 Target="sharedStrings.xml"/></Relationships>""",
    "xl/workbook.xml": """<?xml version="1.0"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
<sheet name="invented" sheetId="1" r:id="r1"/></sheets></workbook>""",
}


def invented_rows(count: int, *, seed: int) -> Iterator[Sequence[str]]:
    """Yield so many rows, the same for a seed each time; some repeat one before, some cannot be read."""
    luck, names, earlier = Random(seed), invented_names(seed), list[Sequence[str]]()
    mothers = [part.arabic for part in given_names()[-400:]]
    for number, name in enumerate(islice(names, count), start=1):
        chance = luck.random()
        if chance < REPEATED and earlier:
            yield (str(number), *luck.choice(earlier)[1:])
            continue
        died = "31/2/2015" if chance > 1 - REFUSED else _day(luck, luck.randint(2012, 2019))
        given, father, *_, family = (part.arabic for part in name.parts)
        birth = _day(luck, name.born)
        row = (str(number), given, father, family, luck.choice(mothers), birth, str(10_000 + number), died)
        if number % 50 == 0:
            earlier.append(row)
        yield row


def _day(luck: Random, year: int) -> str:
    return f"{luck.randint(1, 28)}/{luck.randint(1, 12)}/{year}"


def write_csv(path: Path, count: int, *, seed: int) -> Path:
    """Write a register as text in UTF-8."""
    with path.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(HEADER)
        writer.writerows(invented_rows(count, seed=seed))
    return path


def write_xlsx(path: Path, count: int, *, seed: int) -> Path:
    """Write the same register as Excel keeps it: texts in a table of their own, numbers as numbers."""
    texts: dict[str, int] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as package:
        for name, part in PARTS.items():
            package.writestr(name, part)
        with (
            package.open("xl/worksheets/sheet1.xml", "w") as opened,
            io.TextIOWrapper(opened, encoding="utf-8") as sheet,
        ):
            sheet.write(SHEET)
            for number, row in enumerate(chain([HEADER], invented_rows(count, seed=seed)), start=1):
                cells = (_cell(text, texts) for text in row)
                sheet.write(f'<row r="{number}">{"".join(cells)}</row>')
            sheet.write("</sheetData></worksheet>")
        kept = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
        package.writestr("xl/sharedStrings.xml", f"{TEXTS}{kept}</sst>")
    return path


def _cell(text: str, texts: dict[str, int]) -> str:
    if text.isdecimal():
        return f"<c><v>{text}</v></c>"
    return f'<c t="s"><v>{texts.setdefault(text, len(texts))}</v></c>'
