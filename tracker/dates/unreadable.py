"""The refusal of a date, with its sentence in both languages."""

# code → (English, Arabic); each says what is wrong and what to do.
SENTENCES: dict[str, tuple[str, str]] = {
    "empty": (
        "No date is written. Leave it out, or write one.",
        "لم يُكتب أي تاريخ. اتركوه أو اكتبوا تاريخًا.",
    ),
    "unknown": (
        "“{written}” says that the date is not known. Leave it empty.",
        "تعني العبارة «{written}» أن التاريخ غير معروف. اتركوا الخانة فارغة.",
    ),
    "too_early": (
        "The date {written} lies before 1900. Correct it in the list and bring the row in again.",
        "يقع التاريخ {written} قبل عام 1900. صحّحوه في القائمة ثم استوردوا السطر من جديد.",
    ),
    "perhaps_hijri": (
        "The date {written} lies before 1900. If it is Hijri, write هـ after it; otherwise correct it.",
        "يقع التاريخ {written} قبل عام 1900. إن كان هجريًا فاكتبوا بعده «هـ»، وإلا فصحّحوه.",
    ),
    "too_late": (
        "The date {written} lies after next year. Correct it in the list and bring the row in again.",
        "يقع التاريخ {written} بعد العام القادم. صحّحوه في القائمة ثم استوردوا السطر من جديد.",
    ),
    "short_year": (
        "The year in {written} has only two digits. Write all four digits and bring the row in again.",
        "كُتبت السنة في {written} برقمين فقط. اكتبوها بأربعة أرقام ثم استوردوا السطر من جديد.",
    ),
    "no_such_day": (
        "There is no such day as {written}. Correct it in the list and bring the row in again.",
        "لا وجود ليوم مثل {written}. صحّحوه في القائمة ثم استوردوا السطر من جديد.",
    ),
    "backwards": (
        "The period {written} ends before it begins. Correct it in the list and bring the row in again.",
        "تنتهي المدة {written} قبل أن تبدأ. صحّحوها في القائمة ثم استوردوا السطر من جديد.",
    ),
    "hijri_range": (
        "Only Hijri years from 1343 to 1500 can be converted, not {written}. Write the Gregorian date.",
        "لا تُحوَّل إلا السنوات الهجرية من 1343 إلى 1500، وليس {written}. اكتبوا التاريخ الميلادي.",
    ),
    "unreadable": (
        "“{written}” cannot be read as a date. Write it as day, month and year, for example 22/10/2019.",
        "لا يُفهم «{written}» تاريخًا. اكتبوا اليوم ثم الشهر ثم السنة، مثل 22/10/2019.",
    ),
}
LONGEST_QUOTED = 60


class UnreadableDate(ValueError):
    """A text is not a date that may be kept; `en` and `ar` are sentences that say what to do.

    The code "empty" or "unknown" means that nothing is wrong: whoever wrote the list did not know the date.
    """

    def __init__(self, code: str, written: str) -> None:
        shown = written if len(written) <= LONGEST_QUOTED else written[:LONGEST_QUOTED] + "…"
        shown = "".join(letter for letter in shown if letter.isprintable()).strip()
        self.code = code
        self.written = written
        self.en, self.ar = (sentence.format(written=shown) for sentence in SENTENCES[code])
        super().__init__(self.en)
