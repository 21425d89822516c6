"""The invented relatives: who asks, and by which invented number or address."""

from random import Random

from tools.demo.rows import Row, contact, relative

DEMONSTRATION = "demonstration"
WOMEN = [
    "أمل",
    "هناء",
    "سوسن",
    "ريم",
    "لمى",
    "نورة",
    "سحر",
    "عبير",
    "رغد",
    "ميس",
    "جميلة",
    "صفاء",
    "لينا",
    "وعد",
]
MEN = ["نزار", "معتز", "رائد", "جلال", "توفيق", "عبد_الهادي", "إياد", "مأمون", "كرم", "سليم", "نادر", "أمين"]
WIVES_FAMILIES = [
    "الصفدي",
    "العطار",
    "قطان",
    "الشريف",
    "البكري",
    "عواد",
    "الجابر",
    "شعبان",
    "الخوالدة",
    "مخول",
]
LANGUAGES = {"14": "ku", "09": "fr", "08": "de", "40": "tr", "25": "en"}
SAFE_WAYS = (
    "اتصال فقط، دون رسائل: الهاتف مشترك.", "رسالة قصيرة أولًا بلا أسماء.",
    "لا تُذكر المنظمة قبل التأكد ممن يجيب.", "عن طريق الابنة الكبرى.", "",
)  # fmt: skip
SAFE_TIMES = ("بعد السادسة مساءً", "قبل الظهر", "أيام الجمعة", "بين العاشرة والثانية عشرة", "")


def name_of_relative(kin: str, parts: dict[str, str], mother: str, chance: Random) -> str:
    """Return the name that such a relative would bear, beside the missing person's own name."""
    woman, man, own = (chance.choice(pool).replace("_", " ") for pool in (WOMEN, MEN, WIVES_FAMILIES))
    given, father, last = parts["given"], parts["father"], parts["family"]
    names = {
        "mother": mother,
        "father": f"{father} {last}",
        "wife": f"{woman} {own}",
        "husband": f"{man} {own}",
        "sister": f"{woman} {father} {last}",
        "brother": f"{man} {father} {last}",
        "daughter": f"{woman} {given} {last}",
        "son": f"{man} {given} {last}",
    }
    return names[kin]


def relative_rows(file: str, name: str, *, told_first: bool) -> list[Row]:
    """Return one relative and the ways to reach them: numbers of no country's plan, addresses of no one."""
    chance = Random(f"contacts of {file} {name}")  # noqa: S311 - the same every time is what is wanted
    key = f"{file}:{name}"
    digits = f"{chance.randrange(1000):03d} {chance.randrange(1000):03d}"
    rows = [
        relative(
            key, family=file, by=DEMONSTRATION, name_ar=name, language=LANGUAGES.get(file, "ar"),
            is_told_first=told_first,
        ),
        contact(
            key, chance.choice(("phone", "phone", "messages")), f"+963 000 {digits}",
            safe_way=chance.choice(SAFE_WAYS), safe_time=chance.choice(SAFE_TIMES),
        ),
    ]  # fmt: skip
    if chance.randrange(3) == 0:
        rows.append(contact(key, "email", f"family{file}@example.org"))
    return rows
