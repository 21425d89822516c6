"""What a file is, judged by its bytes: the ending of its name is only ever a claim."""

import re

from tracker.flow.intake.readers.not_a_list import NotAList

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The first record of a workbook in Excel 5 to 2003 (MS-XLS 2.4.21), then WRITEPROTECT or not, then FILEPASS.
LOCKED_BEGINNING = re.compile(
    rb"\x09\x08(?:\x08\0\0\x05\x05\0.{4}|\x10\0\0\x06\x05\0.{12})(?:\x86\0\0\0)?\x2f\0", re.DOTALL
)
STREAM_ALIGNMENT = 64
ZIP_MAGICS = (b"PK\x03\x04", b"PK\x05\x06")

SIGNATURES: tuple[tuple[str, re.Pattern[bytes]], ...] = (
    ("wrong_type_pdf", re.compile(rb"%PDF-")),
    (
        "wrong_type_image",
        re.compile(rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|II\*\0|MM\0\*|BM....\0\0\0\0"),
    ),
    ("wrong_type_image", re.compile(rb"....ftyp(heic|heix|mif1|avif)", re.DOTALL)),
    ("wrong_type_program", re.compile(rb"\x7fELF|MZ[^\r\n]{0,60}\0|#!|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe")),
    (
        "wrong_type_archive",
        re.compile(rb"\x1f\x8b|Rar!\x1a|7z\xbc\xaf\x27\x1c|BZh[1-9]|\xfd7zXZ\0|\x28\xb5\x2f\xfd"),
    ),
    ("wrong_type_database", re.compile(rb"SQLite format 3\0|\0\x01\0\0Standard (Jet|ACE) DB")),
    ("wrong_type_document", re.compile(rb"\{\\rtf")),
    ("wrong_type_old_excel", re.compile(rb"\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\0")),
    ("wrong_type_web_page", re.compile(rb"\s*<(!doctype html|html|head|table|body)\b", re.IGNORECASE)),
    ("wrong_type_xml", re.compile(rb"\s*<\?xml\b|\s*<!DOCTYPE\b", re.IGNORECASE)),
    ("wrong_type_json", re.compile(rb"\s*(\{\s*[\"}]|\[\s*[\[{\"\]])")),
)


def refuse_other_types(content: bytes) -> None:
    """Refuse by name what is clearly neither a workbook nor a text."""
    head = content[:4096].removeprefix(b"\xef\xbb\xbf")
    for code, signature in SIGNATURES:
        if signature.match(head):
            raise NotAList(code)


def kind_of_ole(content: bytes) -> str:
    """Return "xls" for an old Excel workbook in its container; refuse every other thing kept in one."""
    if _holds_stream(content, "EncryptedPackage") or _has_a_password(content):
        raise NotAList("password")
    if _holds_stream(content, "WordDocument") or _holds_stream(content, "PowerPoint Document"):
        raise NotAList("wrong_type_document")
    if _holds_stream(content, "Workbook") or _holds_stream(content, "Book"):
        return "xls"
    raise NotAList("damaged")


def _has_a_password(content: bytes) -> bool:
    """A locked XLS says FILEPASS at once after its beginning, perhaps after WRITEPROTECT."""
    return any(found.start() % STREAM_ALIGNMENT == 0 for found in LOCKED_BEGINNING.finditer(content))


def _holds_stream(content: bytes, name: str) -> bool:
    """Directory entries lie at multiples of 128 bytes; the same word inside a cell does not count."""
    wanted = (name + "\0").encode("utf-16-le")
    place = content.find(wanted)
    while place > 0 and place % 128:
        place = content.find(wanted, place + 1)
    return place > 0
