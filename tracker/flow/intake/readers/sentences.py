"""What a person is told when a file cannot be read, for each reason: what is wrong, and what to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise | str] = {
    "empty": _("The file is empty. Choose the file again, or ask whoever sent it to send it once more."),
    "no_rows": _("The workbook holds no filled row. Choose the file that holds the list itself."),
    "too_large": _(
        "The file is larger than %(limit)d MiB. Divide the list into several files and bring them in one "
        "after the other."
    ),
    "inflates_too_much": _(
        "The workbook unpacks to far more than a list of people needs (the limit is %(limit)d MiB). Copy "
        "the list alone into a new workbook, save it as XLSX and bring that in."
    ),
    "cell_too_long": _(
        "A cell in row %(row)d holds more than %(limit)d characters, which no list of people needs. Correct "
        "or shorten it in the list and bring the file in again."
    ),
    "nul_character": _(
        "A cell in row %(row)d holds a character that is not text (NUL). Type the cell again and bring the "
        "file in again."
    ),
    "too_many_rows": _(
        "The list has more than %(limit)d rows. Divide it into several files and bring them in one after "
        "the other."
    ),
    "too_many_columns": _(
        "Row %(row)d has more than %(limit)d columns. Keep the columns of the list, save it and bring it in "
        "again."
    ),
    "too_many_sheets": _(
        "The workbook has more than %(limit)d sheets. Copy the sheets that hold the list into a new workbook, "
        "save it as XLSX and bring that in."
    ),
    "password": _(
        "The workbook is protected by a password. Open it with the password, save it without one, and bring "
        "that in."
    ),
    "damaged": _(
        "The file is damaged or incomplete. Open it in a spreadsheet program and save it again as XLSX; if "
        "it does not open there either, ask whoever sent it to send it once more."
    ),
    "declares_entities": _(
        "The workbook holds a declaration (DOCTYPE) that can be used for an attack, and was not opened. "
        "Copy the list into a new workbook, save it as XLSX and bring that in."
    ),
    "too_slow": _(
        "Reading the file took too long and was stopped. Copy the list alone into a new workbook, save it "
        "as XLSX and bring that in."
    ),
    "too_demanding": _(
        "Reading the file took more memory than is allowed, often because of a stray cell far below or "
        "beside the list. Copy the list alone into a new workbook, save it as XLSX and bring that in."
    ),
    "undecodable": _(
        "Row %(row)d cannot be read in the encoding %(encoding)s. Choose another encoding, or save the list "
        "as XLSX and bring that in."
    ),
    "unknown_encoding": _("There is no encoding named %(encoding)s here. Choose one of these: %(known)s."),
    "broken_quotes": _(
        "A quotation mark in or before row %(row)d stands in the wrong place or is never closed. Correct "
        "it, or save the list as XLSX, and bring it in again."
    ),
    "wrong_type_pdf": _(
        "This file is a PDF document. Ask for the spreadsheet that it was made from, or type its rows into "
        "one and bring that in."
    ),
    "wrong_type_image": _(
        "This file is a picture. Type its rows into a spreadsheet and bring that in; keep the picture as a "
        "document."
    ),
    "wrong_type_document": _(
        "This file is a text document or a presentation, not a spreadsheet. Copy its table into a "
        "spreadsheet, save it as XLSX and bring that in."
    ),
    "wrong_type_program": _(
        "This file is a program, not a list. Do not open it, and tell the administrator who sent it."
    ),
    "wrong_type_archive": _(
        "This file is an archive of other files. Unpack it, and bring in the lists it holds one after the "
        "other."
    ),
    "wrong_type_database": _(
        "This file is a database. Export the table that holds the list as CSV or XLSX and bring that in."
    ),
    "wrong_type_old_excel": _(
        "This workbook was made by a version of Excel older than 1995. Open it in a spreadsheet program, "
        "save it as XLSX and bring that in."
    ),
    "wrong_type_binary_workbook": _(
        "This is a binary workbook (XLSB). Open it in a spreadsheet program, save it as XLSX and bring that "
        "in."
    ),
    "wrong_type_web_page": _(
        "This file is a web page, whatever its name says. Open it in a spreadsheet program, save it as XLSX "
        "and bring that in."
    ),
    "wrong_type_xml": _(
        "This file is XML, not a spreadsheet. Open it in a spreadsheet program, save it as XLSX and bring "
        "that in."
    ),
    "wrong_type_json": _(
        "This file is JSON, not a spreadsheet. Turn it into a table, save it as CSV or XLSX and bring that "
        "in."
    ),
    "wrong_type_binary": _(
        "This file is neither a spreadsheet nor a text. Lists can be brought in as CSV, XLSX, XLS or ODS."
    ),
}
