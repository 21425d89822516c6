"""What a text is once its hidden marks are gone, and once spellings that mean the same are one."""

import re
import unicodedata
from functools import lru_cache

BLANK_CONTROLS = frozenset("\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029")
ZWNJ = "\u200c"
LONGEST_NAME = 200
"""Characters of a line that are read as a name; the longest on public lists has 120. The rest is not heard."""

# Arabic letters that are one letter to a reader. Left: as found; right: as compared.
SAME_LETTERS: tuple[tuple[str, str], ...] = (
    ("أإآٱٲٳٵ", "ا"),  # the seats of hamza: أحمد, احمد
    ("ىیېۍێےۓؠ", "ي"),  # Persian, Kurdish, Urdu ya and the dotless final one: علی, البقاعى
    ("ئ", "ي"),  # فائز, فايز
    ("ؤۆۇۋۏ", "و"),  # مؤمن, مومن; Kurdish and Uighur waw
    ("کڪګ", "ك"),  # کریم, كريم
    ("ةۃۀہھەۂۿ", "ه"),  # فاطمة, فاطمه; Urdu and Kurdish he
    ("گڭڰ", "ك"),  # گيلاني, كيلاني
    ("چ", "ج"),  # چلبي, جلبي
    ("پ", "ب"),  # پاشا, باشا
    ("ڤ", "ف"),  # ڤاهان, فاهان
    ("ژڕ", "ز"),  # ژيان, زيان
    ("ڵ", "ل"),
)
LETTER_TABLE = {ord(found): kept for group, kept in SAME_LETTERS for found in group}
# Marks that stand for ayn and hamza, or merely for a quotation: "Biqa'i", "Biqaʿi".
APOSTROPHES = frozenset("'`´’‘ʼʽʾʿˈ′ʻˀˁʹ")
TATWEEL = "ـ"
# The word Allah and the article as text layers of PDF files turn them round.
TURNED: tuple[tuple[str, str], ...] = (
    ("هللا", "الله"),
    ("اال", "الا"),
    ("األ", "الأ"),
    ("اإل", "الإ"),
    ("اآل", "الآ"),
)
# Lam and alef turned round where no name is written so: عالء for علاء, بالل for بلال.
TURNED_INSIDE = re.compile(r"ال(?=ء$)|(?<=.)ال(?=ل$)")
# A single letter behind one that does not join, or a closing ya, was split off by a text layer: "محمو د".
SPLIT_OFF = re.compile(
    r"(?<=[ادذرزوأإآ]) (?=[بتثجحخدذرزسشصضطظعغفقكلمنهةيى](?:\s|$))|(?<=\w) (?=[يى](?:\s|$))"
)
SPLIT_ALEF = re.compile(r"(?:^|(?<=\s))([اأإآ]) (?=\w\w)")
# A blank that was lost shows in the capital inside a word ("KhaledAbdullah"), or where another writing begins;
# an I among small letters is an l ("KhaIed"), and a scan takes letters for figures ("Malik15HAQ", "Bashir5ALEH").
LOST_BLANK = re.compile(
    r"(?<!\w)(?!(?:[Mm]ac|[Ff]itz|[Vv][ao]n|[Dd]e[ls]|[Dd]os)[A-Z])([A-Za-z0-9][a-z01]{2,}?)"
    r"(?=(?!I[a-z])[A-Z][A-Za-z0-9]{2}|[015]+[A-Z]{2})",
    re.ASCII,
)
WRITING_CHANGES = re.compile(r"(?<=[ء-ي]{3})(?=[A-Za-z]{3})|(?<=[A-Za-z]{3})(?=[ء-ي]{3})")
# Letters with a full stop before a name are titles: "د. علي", "م. علي".
TITLE_LETTERS = re.compile(r"^\s*[دمأا]\s?\.\s*(?=\w)")


def is_hidden(character: str) -> bool:
    """Say whether a character is not meant to be seen: bidi, zero-width, control, lone surrogate."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cs"} and character not in BLANK_CONTROLS


def _is_presentation_form(character: str) -> bool:
    return "\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufefc"


def clean_text(text: str) -> str:
    """Return what may be stored of a text: composed, with no hidden marks, blanks single.

    >>> clean_text("\\u202eﺃﺣﻤﺪ  \\u200fعلي ")
    'أحمد علي'
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFC", "".join(map(_as_stored, text))).split())


@lru_cache(maxsize=8192)
def _as_stored(character: str) -> str:
    """Return what may be stored of a character: ﷺ is four words, and a hidden mark nothing."""
    if is_hidden(character):
        return ""
    if character in BLANK_CONTROLS:
        return " "
    return unicodedata.normalize("NFKC", character) if _is_presentation_form(character) else character


def has_hidden_marks(text: str) -> bool:
    """Say whether bidi, zero-width or control marks stood in a text; they can disguise what is read.

    A zero-width non-joiner between two letters is ordinary Persian spelling, and no alarm.
    """
    if text.isascii() and text.isprintable():
        return False
    for place, character in enumerate(text):
        if not is_hidden(character):
            continue
        around = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
        if character == ZWNJ and len(around) == 2 and around.isalpha():
            continue
        return True
    return False


# ASCII as `fold` leaves it: signs are blanks, marks of ayn and hamza are nothing.
PLAIN_ASCII = {
    code: None if chr(code) in APOSTROPHES else chr(code).lower() if chr(code).isalnum() else " "
    for code in range(128)
}
BARE_ARABIC = re.compile(r"[ء-غف-ي ]+")
"""Letters and blanks alone: nothing to be composed, taken apart or left out."""

FOLDED = re.compile(r"[a-z0-9 ء-غف-ي]*")
"""Letters that another folding would leave as they are; and see `TURNED`."""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the form in which texts are compared; its script stays as it was.

    >>> fold("مُحَمَّـد") == fold("محمد"), fold("Al-Biqāʿī"), fold("الخانة ٢٥")
    (True, 'al biqai', 'الخانه 25')
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.translate(PLAIN_ASCII).split())
    if BARE_ARABIC.fullmatch(text):
        folded = text.translate(LETTER_TABLE)
        if not any(wrong in folded for wrong, _ in TURNED):
            return " ".join(folded.split())
    return _fold_whatever(text)


def _fold_whatever(text: str) -> str:
    for _ in range(4):
        folded = _fold_once(text)
        if folded == text or (FOLDED.fullmatch(folded) and not any(wrong in folded for wrong, _ in TURNED)):
            return folded
        text = folded
    return text


def _fold_once(text: str) -> str:
    bare = unicodedata.normalize("NFKD", clean_text(text).translate(LETTER_TABLE)).casefold()
    letters = unicodedata.normalize("NFKD", bare).translate(LETTER_TABLE)
    folded = "".join(map(_as_compared, letters))
    for wrong, right in TURNED:
        folded = folded.replace(wrong, right)
    return " ".join(folded.split())


@lru_cache(maxsize=8192)
def _as_compared(character: str) -> str:
    """Return what is compared of a character: a letter or a figure, a blank for a sign, nothing of a mark."""
    if character in APOSTROPHES or character == TATWEEL or unicodedata.combining(character):
        return ""
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category[0] in "LN":
        return character
    return " " if category[0] in "PSZ" else ""


def mended(text: str) -> str:
    """Put back letters that a text layer split off and blanks that it lost; leave out titles of one letter.

    >>> mended("د. محمو د مصطف ى ا حمد"), mended("KhaledAbdullah MacArthur"), mended("Malik15HAQ")
    ('محمود مصطفى احمد', 'Khaled Abdullah MacArthur', 'Malik 15HAQ')
    """
    text = LOST_BLANK.sub(r"\1 ", text)
    if text.isascii():
        return text
    text = TITLE_LETTERS.sub("", WRITING_CHANGES.sub(" ", text))
    return SPLIT_ALEF.sub(r"\1", SPLIT_OFF.sub("", text))


def turned_back(word: str) -> str:
    """Return a word with lam and alef in their order, where a text layer turned them round.

    >>> turned_back("األحمد"), turned_back("عالء")
    ('الأحمد', 'علاء')
    """
    for wrong, right in TURNED:
        word = word.replace(wrong, right)
    return TURNED_INSIDE.sub("لا", word)
