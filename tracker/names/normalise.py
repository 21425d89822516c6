"""What a text is once its hidden marks are gone, and once spellings that mean the same are one."""

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
    seen = (
        " " if c in BLANK_CONTROLS else unicodedata.normalize("NFKC", c) if _is_presentation_form(c) else c
        for c in text
        if not is_hidden(c)
    )
    return " ".join(unicodedata.normalize("NFC", "".join(seen)).split())


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


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the form in which texts are compared; its script stays as it was.

    >>> fold("مُحَمَّـد") == fold("محمد"), fold("Al-Biqāʿī"), fold("الخانة ٢٥")
    (True, 'al biqai', 'الخانه 25')
    """
    for _ in range(4):
        folded = _fold_once(text)
        if folded == text:
            break
        text = folded
    return text


def _fold_once(text: str) -> str:
    bare = unicodedata.normalize("NFKD", clean_text(text).translate(LETTER_TABLE)).casefold()
    letters: list[str] = []
    for character in unicodedata.normalize("NFKD", bare).translate(LETTER_TABLE):
        if character in APOSTROPHES or character == TATWEEL or unicodedata.combining(character):
            continue
        category = unicodedata.category(character)
        if category == "Nd":
            letters.append(str(unicodedata.digit(character)))
        elif category[0] in "LN":
            letters.append(character)
        elif category[0] in "PSZ":
            letters.append(" ")
    folded = "".join(letters)
    for wrong, right in TURNED:
        folded = folded.replace(wrong, right)
    return " ".join(folded.split())
