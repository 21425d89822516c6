"""Little words in names: articles, "son of", "father of", titles. All compared after `fold`.

An article is part of a spelling and not of a name: البريدي, بريدي, "al-Baridi", "El Baridi" are one. "Son of" only
says that the father follows. "Father of" (Abu) makes one name together with the word behind it.
"""

ARTICLES = frozenset({"al", "el", "ul", "il", "ol", "ال"})
"""Articles that may stand apart: "al Baridi", "El Bekaai"."""

SUN_ARTICLES = frozenset(
    {"ash", "ech", "esh", "as", "es", "ar", "er", "ur", "an", "en", "at", "et", "ad", "ed", "ud", "az", "ez", "ath"}
    | {"eth", "adh", "edh", "ach", "us", "un", "ush"}
)
"""Articles as spoken before a "sun letter", joined by a hyphen: "ash-Shaar", "ar-Rifai"."""

SON_OF = frozenset(
    {"bin", "ben", "ibn", "bint", "binti", "ibni", "bn", "b", "بن", "ابن", "بنت", "ابنه", "ould", "wuld", "ولد"}
)
FATHER_OF = frozenset({"abu", "abo", "abou", "abi", "aboo", "aba", "ابو", "ابي", "ابا"})
MOTHER_OF = frozenset({"umm", "um", "oum", "om", "oumm", "ام"})

# Dropped where another name follows.
TITLES = frozenset(
    {"mr", "dr", "doctor", "sheikh", "shaikh", "sheik", "shaykh", "cheikh", "martyr", "mullah", "mulla", "mawlawi"}
    | {"الشهيد", "شهيد", "الدكتور", "دكتور", "د", "الشيخ", "المعتقل", "المغيب", "المفقود", "المرحوم", "الاستاذ"}
    | {"المهندس", "المحامي", "الطالب", "المدعو"}
)
# Titles that are also given names: dropped where two more names follow.
TITLES_OR_NAMES = frozenset(
    {"hajj", "haj", "haji", "hajji", "sayyid", "sayed", "sayyed", "seyyed", "seyed", "سيد", "السيد", "حاج", "الحاج"}
    | {"حجي", "شيخ"}
)

# What follows is a name the person went by: "Ali Baridi alias Abu Hasan".
KNOWN_AS = frozenset({"alias", "aka", "dit", "الملقب", "المعروف", "ملقب", "المكنى", "الشهير", "شهرته", "لقبه", "كنيته"})

# Glued words that begin like the article and are whole names: إلياس, إلهام, ألماس, "Alaa", "Elias", "Albert".
NOT_AN_ARTICLE = frozenset(
    {"الياس", "الهام", "الماس", "الفت", "البير", "البرت", "الكسندر", "اليان", "اليسار", "الين", "الان", "الله"}
    | {"الاء", "الما", "الفرد", "الفريد", "اليزابيت", "البا", "الكسي", "الوان", "الطاف"}
    | {"alaa", "ali", "alia", "alian", "elias", "elie", "elham", "ilham", "ilyas", "elyas", "albert", "alber", "allah"}
    | {"elizabeth", "alexander", "alexandre", "alex", "alma", "almas", "almaz", "elissar", "alissar", "alan", "alwan"}
    | {"elian", "elyan", "ella", "ellen", "elena", "alina", "aline", "elif", "elfat", "ulfat", "ilyes", "ilias", "ola"}
    | {"alya", "aliya", "alawi", "alloush", "alloush", "allouch", "alush", "alfred", "altaf", "ilhan", "elhan", "elisa"}
    | {"alim", "aleem", "alameddine", "alamuddin", "alousi", "olfat", "ilhem", "elhem", "alyan", "aliyan", "alam"}
    | {"alou", "alo", "allou", "allo", "alouch", "ilo", "ulla", "alhan", "ellie", "eli"}
)
