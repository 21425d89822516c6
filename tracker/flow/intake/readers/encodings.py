"""How the bytes of a text became letters, chosen by the words that the letters would make."""

import codecs
import re

# Python's name of each encoding a list may be in, in the order in which equals are preferred.
ENCODINGS = ("utf-8-sig", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "windows-1256", "iso-8859-6",
             "windows-1252", "windows-1254")  # fmt: skip
ONE_BYTE_ENCODINGS = ("windows-1256", "iso-8859-6", "windows-1252", "windows-1254")

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# Arabic letters by how often they stand in Syrian names and place names, most frequent first.
COMMON_ARABIC = "املينودرحعبسةتهفكخشجقصىطزأغضئذثظإآؤءگپچ"
ARABIC_WEIGHT = {letter: 8.0 - 0.2 * rank for rank, letter in enumerate(COMMON_ARABIC)}
FRENCH = "éèêàâçîïôûùëüœÉÈÊÀÂÇÎÏÔÛÙËÜŒ"
OTHER_LATIN = "äöñáíóúãõåøßÄÖÑÁÍÓÚÃÕÅØ"
TURKISH = "ğışöçüİĞŞÖÇÜ"
PUNCTUATION = "،؛؟ـ–—‘’“”«»°\u00a0\u200c\u200d\u200e\u200f"
SAMPLE_BYTES = 65_536


def choose_encoding(sample: bytes) -> str:
    """Return the encoding in which these bytes read as words.

    >>> choose_encoding("محسن البريدي".encode("windows-1256"))
    'windows-1256'
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if sample.startswith(mark):
            return encoding
    if wide := _wide_encoding(sample):
        return wide
    if _is_mostly_utf8(sample):
        return "utf-8"
    words = _words_beyond_ascii(sample)
    return max(ONE_BYTE_ENCODINGS, key=lambda encoding: _letters_score(words, encoding))


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 without its mark: the zero half of ASCII letters and digits falls on one side only."""
    head = sample[: min(len(sample), SAMPLE_BYTES) & ~1]
    low, high = head[0::2].count(0), head[1::2].count(0)
    if low + high < len(head) / 20:
        return None
    wide = "utf-16-le" if high > low else "utf-16-be"
    text = head.decode(wide, errors="replace")
    familiar = sum(
        (letter < "\u0250" and letter != "\0") or "\u0600" <= letter <= "\u06ff" for letter in text
    )
    return wide if familiar > 0.9 * len(text) else None


def _is_mostly_utf8(sample: bytes) -> bool:
    """A UTF-8 text with a few broken bytes is still UTF-8: it is refused later, with the row."""
    decode = codecs.getincrementaldecoder("utf-8")("replace").decode
    broken = sound = 0
    for begin in range(0, len(sample), SAMPLE_BYTES):
        text = decode(sample[begin : begin + SAMPLE_BYTES], begin + SAMPLE_BYTES >= len(sample))
        if not text.isascii():
            broken += text.count("\ufffd")
            sound += len(text) - len(text.encode("ascii", "ignore"))
    return sound - broken > 10 * broken if broken else True


def _words_beyond_ascii(sample: bytes) -> bytes:
    """The parts of the text that tell encodings apart, each with the letters beside it."""
    kept, length = [], 0
    for word in re.finditer(rb"[^\s,;]*[\x80-\xff][^\s,;]*", sample):
        kept.append(word.group()[:200])
        length += len(kept[-1])
        if length > SAMPLE_BYTES:
            break
    return b" ".join(kept)


def _letters_score(words: bytes, encoding: str) -> float:
    """Average plausibility of the letters: Arabic and Latin do not mix inside a word."""
    text = words.decode(encoding, errors="replace")
    padded = f" {text} "
    scores = [
        _letter_score(padded[place], padded[place - 1], padded[place + 1])
        for place in range(1, len(padded) - 1)
        if padded[place] > "\x7f"
    ]
    return sum(scores) / len(scores) if scores else 0.0


def _letter_score(letter: str, before: str, after: str) -> float:
    beside_latin = (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())
    if letter in ARABIC_WEIGHT:
        return -6.0 if beside_latin else ARABIC_WEIGHT[letter]
    if letter in FRENCH or letter in TURKISH or letter in OTHER_LATIN:
        if not beside_latin:
            return -3.0
        return 4.5 if letter in OTHER_LATIN else 5.0
    return 0.0 if letter in PUNCTUATION else -6.0
