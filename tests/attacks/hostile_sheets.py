"""Sheets that lie about their size, their cells or their shape, inside packages that are otherwise sound."""

from __future__ import annotations

from random import Random

from tests.flow.intake import files

XLSX, ODS = files.xlsx_bytes(), files.ods_bytes()
SHEET = "xl/worksheets/sheet1.xml"
PLACES = ("A1", "B9", "A0", "XFD1048576", "XFE2", "AAAA1", "ZZZZZZ99999999999", "", "7", "a1", "A1A1")
TYPES = ("s", "str", "b", "e", "n", "d", "inlineStr", "unknown", "")
VALUES = (
    "0",
    "1",
    "-1",
    "999999999",
    "1e309",
    "NaN",
    "",
    "x",
    "2958466",
    "-693594",
    "1.5e-320",
    "#REF!",
    "2019-13-4",
)
RANGES = ("A1:B2", "A1:XFD1048576", "B2:A1", "A1", "A1:", ":", "A0:A0", "A1:A1048576", "A1:ZZZ99999999", "")
COUNTS = ("0", "-1", "2", "70000", "1048577", "2147483648", "18446744073709551616", "x")


def package_with(rows: str, *, before: str = "", after: str = "") -> bytes:
    """Return a workbook whose sheet holds these rows and nothing else."""
    name = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    sheet = f'<?xml version="1.0"?><worksheet {name}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    return files.with_parts(XLSX, {SHEET: sheet.encode(errors="surrogatepass")})


def lying_cells(chance: Random) -> bytes:
    """Cells in places that do not exist, of types that do not fit, in no order."""
    rows = []
    for _ in range(chance.randrange(1, 6)):
        cells = "".join(
            f'<c r="{chance.choice(PLACES)}" t="{chance.choice(TYPES)}" s="{chance.choice(COUNTS)}">'
            f"<v>{chance.choice(VALUES)}</v></c>"
            for _ in range(chance.randrange(1, 6))
        )
        rows.append(f'<row r="{chance.choice(("1", "3", *COUNTS[:4]))}">{cells}</row>')
    return package_with("".join(rows))


def lying_dimension(chance: Random) -> bytes:
    """A size that the sheet has not."""
    row = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2" t="str"><v>x</v></c></row>'
    return package_with(row, before=f'<dimension ref="{chance.choice(RANGES)}"/>')


def far_cell(chance: Random) -> bytes:
    """A stray cell beside or far below the list."""
    row = chance.choice((100, 5_000, 60_000))
    column = chance.choice(("B", "CV", "XFD")) if row < 1_000 else "B"
    return package_with(
        f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{row}"><c r="{column}{row}"><v>2</v></c></row>'
    )


def merged(chance: Random) -> bytes:
    """Ranges of merged cells as no program writes them."""
    ranges = "".join(
        f'<mergeCell ref="{chance.choice(RANGES)}"/>' for _ in range(chance.choice((1, 3, 2_000)))
    )
    row = '<row r="1"><c r="A1" t="str"><v>x</v></c></row>'
    return package_with(row, after=f'<mergeCells count="{chance.choice(COUNTS)}">{ranges}</mergeCells>')


def hidden(chance: Random) -> bytes:
    """Hidden rows and columns in impossible numbers."""
    first, last = chance.choice(COUNTS), chance.choice((*COUNTS, "16384"))
    columns = f'<cols><col min="{first}" max="{last}" hidden="{chance.choice(("1", "true", "x"))}"/></cols>'
    row = f'<row r="{chance.choice(COUNTS)}" hidden="1"><c t="str"><v>x</v></c></row>'
    return package_with(
        row * chance.choice((1, 40)), before=f"<sheetViews><sheetView/></sheetViews>{columns}"
    )


def hidden_without_end(chance: Random) -> bytes:
    """An ODS, or an XLSX, with a million hidden rows below the list."""
    rows = chance.choice((9, 11, 200))
    if chance.random() < 0.5:
        one = '<table:table-row table:visibility="collapse" table:number-rows-repeated="99999"/>'
        part = files.part_of(ODS, "content.xml").replace(
            b"</table:table>", one.encode() * rows + b"</table:table>"
        )
        return files.with_parts(ODS, {"content.xml": part})
    every = "".join(f'<row r="{row}" hidden="1"/>' for row in range(2, rows * 100))
    return package_with('<row r="1"><c r="A1" t="str"><v>x</v></c></row>' + every)


def deep(chance: Random) -> bytes:
    """Elements inside elements inside elements."""
    depth = chance.choice((50, 5_000, 200_000))
    inside = chance.choice(("row", "c", "is", "x"))
    return package_with(f"<{inside}>" * depth + f"</{inside}>" * chance.choice((0, depth)))


def many_cells(chance: Random) -> bytes:
    """Very many attributes, or very many empty rows."""
    if chance.random() < 0.5:
        return package_with("<row " + " ".join(f'a{place}="1"' for place in range(5_000)) + "/>")
    return package_with('<row r="1"/>' * 100_000)


def shared_strings(chance: Random) -> bytes:
    """A table of texts that is missing, lies about its length, or holds what no text may."""
    text = chance.choice(
        ("", "&#0;", "&#xD800;", "_x0000__x000D_", "&unknown;", "<r/>", "<rPh><t>x</t></rPh>")
    )
    texts = f"<si><t>{text}</t></si>" * chance.choice((0, 1, 3))
    part = f'<sst count="{chance.choice(COUNTS)}" uniqueCount="{chance.choice(COUNTS)}">{texts}</sst>'
    return files.with_parts(XLSX, {"xl/sharedStrings.xml": part.encode()})


def many_sheets(chance: Random) -> bytes:
    """A workbook that names one sheet hundreds of times, or by names that are none."""
    name = chance.choice(("", "x", "x" * 40_000, "\u202e", "&#0;", "../x", "=1+1"))
    state = chance.choice(("visible", "hidden", "veryHidden", "x"))
    one = f'<sheet name="{name}" sheetId="1" state="{state}" r:id="rId1"/>'
    part = files.part_of(XLSX, "xl/workbook.xml")
    begin, end = part.index(b"<sheets>") + 8, part.index(b"</sheets>")
    sheets = one.encode() * chance.choice((1, 2, 300))
    for_r = b' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    part = part[:begin] + sheets + part[end:]
    return files.with_parts(XLSX, {"xl/workbook.xml": part.replace(b"<workbook", b"<workbook" + for_r, 1)})


def styles(chance: Random) -> bytes:
    """Formats of numbers that turn every cell into a date, or recurse."""
    code = chance.choice(("yyyy" * 5_000, "[h]:mm", '"', "\\", "[$-FFFFFFFF]d", "[" * 5_000, "", "General"))
    part = (
        f'<styleSheet><numFmts><numFmt numFmtId="164" formatCode="{code.replace(chr(34), "&quot;")}"/></numFmts>'
        '<cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>'
    )
    made = files.with_parts(XLSX, {"xl/styles.xml": part.encode()})
    row = f'<row r="1"><c r="A1" s="0"><v>{chance.choice(VALUES)}</v></c></row>'
    return files.with_parts(made, {SHEET: files.part_of(package_with(row), SHEET)})


def repeated(chance: Random) -> bytes:
    """An ODS that says of one cell, or one row, that it comes a billion times."""
    part = files.part_of(ODS, "content.xml")
    what = chance.choice(
        (
            (b"<table:table-cell", b"columns"),
            (b"<table:table-row", b"rows"),
            (b"<table:table-row", b"columns"),
        )
    )
    count = chance.choice(COUNTS).encode()
    told = what[0] + b" table:number-" + what[1] + b'-repeated="' + count + b'" '
    return files.with_parts(ODS, {"content.xml": part.replace(what[0], told, chance.choice((1, 2, 50)))})


def odd_values(chance: Random) -> bytes:
    """An ODS with values that are not of the type they claim."""
    part = files.part_of(ODS, "content.xml")
    claimed = chance.choice(("date", "time", "boolean", "percentage", "currency", "float", "x", ""))
    part = part.replace(b'office:value-type="string"', f'office:value-type="{claimed}"'.encode())
    cell = f'<table:table-cell office:date-value="{chance.choice(VALUES)}" office:value="{chance.choice(VALUES)}"'
    return files.with_parts(ODS, {"content.xml": part.replace(b"<table:table-cell", cell.encode())})


SHEETS = (
    lying_cells, lying_cells, lying_dimension, far_cell, merged, hidden, hidden_without_end, deep, many_cells,
    shared_strings, many_sheets, styles, repeated, odd_values,
)  # fmt: skip
