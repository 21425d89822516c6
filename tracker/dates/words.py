"""The words of dates in Arabic, English and French, in the form that `simplify` gives them."""

import re
import unicodedata

# Month number → its names: Levantine first, then of Egypt, the Maghreb, English and French.
MONTHS: dict[int, str] = {
    1: "كانون الثاني, كانون ثاني, كانون 2, ك2, ك 2, يناير, جانفي, january, janvier, jan, janv",
    2: "شباط, فبراير, فيفري, february, fevrier, feb, fev, fevr",
    3: "اذار, مارس, مارت, march, mars, mar",
    4: "نيسان, ابريل, افريل, april, avril, apr, avr",
    5: "ايار, مايو, مايس, ماي, may, mai",
    6: "حزيران, يونيو, يونيه, جوان, june, juin, jun",
    7: "تموز, يوليو, يوليه, جويليه, july, juillet, jul, juil",
    8: "اب, اغسطس, اوت, august, aout, aug",
    9: "ايلول, سبتمبر, september, septembre, sept, sep",
    10: "تشرين الاول, تشرين اول, تشرين 1, ت1, ت 1, اكتوبر, october, octobre, oct",
    11: "تشرين الثاني, تشرين ثاني, تشرين 2, ت2, ت 2, نوفمبر, november, novembre, nov",
    12: "كانون الاول, كانون اول, كانون 1, ك1, ك 1, ديسمبر, december, decembre, dec",
}
HIJRI_MONTHS: dict[int, str] = {
    1: "محرم, المحرم, محرم الحرام, muharram, moharram",
    2: "صفر, safar",
    3: "ربيع الاول, ربيع اول, rabi al awwal, rabi al awal, rabi i, rabi 1",
    4: "ربيع الثاني, ربيع ثاني, ربيع الاخر, rabi al thani, rabi ath thani, rabi al akhir, rabi ii, rabi 2",
    5: "جمادي الاولي, جمادي الاول, جمادي اول, jumada al ula, jumada al awwal, jumada i, jumada 1",
    6: "جمادي الاخره, جمادي الثانيه, جمادي الثاني, جمادي الاخر, jumada al thani, jumada ii, jumada 2",
    7: "رجب, rajab",
    8: "شعبان, shaban, chaabane",
    9: "رمضان, ramadan, ramadhan",
    10: "شوال, shawwal, chawwal",
    11: "ذو القعده, ذي القعده, ذوالقعده, dhu al qadah, dhu al qidah",
    12: "ذو الحجه, ذي الحجه, ذوالحجه, dhu al hijjah, dhul hijjah",
}
# Seasons by their numbers in EDTF; parts of a year by their first and last month.
SEASONS: dict[int, str] = {
    21: "ربيع, الربيع, spring, printemps",
    22: "صيف, الصيف, summer, ete",
    23: "خريف, الخريف, autumn, fall, automne",
    24: "شتاء, الشتاء, winter, hiver",
}
YEAR_PARTS: dict[tuple[int, int], str] = {
    (1, 4): "اوايل, بدايه, مطلع, early, beginning of, start of, debut",
    (5, 8): "منتصف, اواسط, وسط, mid, middle of",
    (9, 12): "اواخر, نهايه, late, end of, fin",
}
ABOUT = (
    "حوالي, نحو, قرابه, تقريبا, تقريبي, بحدود, في حدود, "
    "about, around, approximately, approx, circa, ca, vers, environ"
)
UNCERTAIN = "ربما, يعتقد, غير موكد, perhaps, maybe, possibly, probably, uncertain, peut etre"
HIJRI = "هجري, هجريه, للهجره, ه, hijri, a h, ah"
GREGORIAN = "ميلادي, ميلاديه, للميلاد, م, a d, ad, ce, gregorian"
NOT_KNOWN = (
    "غير معروف, غير معلوم, غير محدد, غير مذكور, غير متوفر, مجهول, لا يوجد, لايوجد, لا يعرف, بدون, "
    "unknown, not known, none, null, nil, nan, n a, na, inconnu, inconnue"
)
# Words that stand beside a date and say nothing of when.
FILLERS = (
    "مواليد, تولد, ولد, ولدت, ولاده, بتاريخ, تاريخ, في, من, عام, العام, سنه, السنه, شهر, يوم, بعام, لعام, "
    "الموافق, السبت, الاحد, الاثنين, الثلاثاء, الاربعاء, الخميس, الجمعه, "
    "born, in, on, the, of, date, year, month, day, dated, ne, nee, en, le, du, de, annee, "
    "monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, wed, thu, fri, sat, sun, "
    "lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche"
)
BETWEEN = "بين, ما بين, من, between, entre, from"
AND = "و, الي, حتي, لغايه, and, to, until, et, a, au"

# Letters and signs that mean the same in a date. Left: as found, after NFKD; right: as read.
SAME_SIGNS: tuple[tuple[str, str], ...] = (
    ("ىیې", "ي"),
    ("ک", "ك"),
    ("ةہھە", "ه"),
    ("ٱ", "ا"),
    ("،؛", ","),
    ("؟", "?"),
    ("٪", "%"),
    ("٫", "."),
    ("–—‐‑−", "-"),
    ("⁄∕\\", "/"),
    ("ـ’'ʿ", ""),
)
SIGNS = {ord(found): read for group, read in SAME_SIGNS for found in group}
DROPPED = frozenset({"Mn", "Cf", "Cs", "Co"})
BLANKS = frozenset({"Cc", "Zs", "Zl", "Zp"})


def simplify(text: str) -> str:
    """Return a text without marks, hamza and accents, its digits ASCII and its blanks single.

    >>> simplify("٢٢ أيلول  ٢٠١٩"), simplify("12 août 2013")
    ('22 ايلول 2019', '12 aout 2013')
    """
    kept = []
    for letter in unicodedata.normalize("NFKD", text).casefold():
        category = unicodedata.category(letter)
        if category == "Nd":
            kept.append(str(unicodedata.decimal(letter)))
        elif category in BLANKS:
            kept.append(" ")
        elif category not in DROPPED:
            kept.append(letter)
    return " ".join("".join(kept).translate(SIGNS).split())


def any_of(phrases: str) -> str:
    """Return the pattern of one of these phrases as whole words, the longest first."""
    known = sorted((phrase.strip() for phrase in phrases.split(",")), key=len, reverse=True)
    ends = (re.escape(phrase) + (r"(?!\d)" if phrase[-1].isdigit() else "") for phrase in known)
    return r"(?<![^\W\d_])(?:" + "|".join(ends) + r")(?![^\W\d_])"
