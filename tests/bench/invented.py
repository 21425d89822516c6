"""Names of nobody, in any number: what a gallery is filled with around those that are looked for.

The commonest given names are real and common; the rest are roots of three consonants in the shapes that Arabic
names have, each with its Arabic and its Latin letters. Nothing here is read by the tracker, or taken from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, permutations
from random import Random

COMMON = """
محمد Mohammad, أحمد Ahmad, علي Ali, محمود Mahmoud, حسن Hassan, حسين Hussein, خالد Khaled, مصطفى Mustafa, عمر Omar,
إبراهيم Ibrahim, يوسف Youssef, عبد_الله Abdullah, خليل Khalil, إسماعيل Ismail, سليمان Suleiman, ياسر Yasser,
عبد_الرحمن Abdulrahman, حسام Hussam, عمار Ammar, وليد Walid, فادي Fadi, ماهر Maher, بسام Bassam, سامر Samer,
زياد Ziad, رامي Rami, باسل Bassel, يحيى Yahya, موسى Musa, عيسى Issa, جمال Jamal, كمال Kamal, نبيل Nabil,
غسان Ghassan, فراس Firas, مازن Mazen, نضال Nidal, هيثم Haitham, أيمن Ayman, أنس Anas, معاذ Muath, عدنان Adnan,
حمزة Hamza, بلال Bilal, طارق Tareq, سعيد Said, صالح Saleh, قاسم Qassem, عبد_الكريم Abdulkarim, عامر Amer,
ناصر Nasser, هشام Hisham, سمير Samir, منير Munir, فيصل Faisal, فؤاد Fouad, أسامة Osama, رياض Riyad, جهاد Jihad,
أكرم Akram, حازم Hazem, صلاح Salah, عماد Imad, فاطمة Fatima, مريم Mariam, عائشة Aisha, خديجة Khadija, زينب Zainab,
آمنة Amina, حليمة Halima, سعاد Suad, هدى Huda, منى Mona, سلمى Salma, رنا Rana, ليلى Laila, سمر Samar, هند Hind
"""
CONSONANTS = dict(
    zip(
        "بتجحخدرزسشصضطعغفقكلمنهو",
        (
            "b",
            "t",
            "j",
            "h",
            "kh",
            "d",
            "r",
            "z",
            "s",
            "sh",
            "s",
            "d",
            "t",
            "'",
            "gh",
            "f",
            "q",
            "k",
            "l",
            "m",
            "n",
            "h",
            "w",
        ),
        strict=True,
    )
)
LONG = {"A": ("ا", "a"), "I": ("ي", "i"), "U": ("و", "ou"), "Y": ("ي", "i")}
SHAPE_LETTERS = {"m": "م", "w": "و", "y": "ي", "n": "ن"}
GIVEN_SHAPES = ("1A2i3", "1a2I3", "mu1A2i3", "1a22A3", "1u2ay3", "ma12U3")
FAMILY_SHAPES = ("1a2A3Y", "1a2a3Y", "1a22A3", "ma12U3", "1u2ay3Y", "1a23An", "1i23AwY", "1A2U3", "1a2I3")
RARE_GIVEN, FAMILIES = 3_000, 60_000
COMMON_SHARE = 0.85
"""So many bear a common given name; the commonest alone about one man in ten."""
ARABIC_SHARE = 0.45
"""Names of a gallery that are in Arabic letters, as in the lists that real spellings come from."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a name in both writings."""

    arabic: str
    latin: str


@dataclass(frozen=True, slots=True)
class Invented:
    """A name of nobody: the same parts in both writings, given name first and family last."""

    parts: tuple[Part, ...]
    born: int

    def arabic(self) -> str:
        return " ".join(part.arabic for part in self.parts)

    def latin(self) -> str:
        return " ".join(part.latin for part in self.parts)

    def written(self, luck: Random) -> str:
        """Return it as a list would have it: in one of the two writings."""
        return self.arabic() if luck.random() < ARABIC_SHARE else self.latin()


def invented_names(seed: int) -> Iterator[Invented]:
    """Yield names without end, the same for the same seed."""
    luck = Random(seed)
    given, families = given_names(), family_names()
    given_shares, family_shares = shares_of_given(), falling(len(families), 0.7)
    while True:
        size = 10_000
        first = luck.choices(given, cum_weights=given_shares, k=3 * size)
        last = luck.choices(families, cum_weights=family_shares, k=size)
        for place, family in enumerate(last):
            three = first[3 * place : 3 * place + (3 if luck.random() < 0.4 else 2)]
            yield Invented((*three, family), luck.randint(1940, 2008))


@cache
def given_names() -> Sequence[Part]:
    common = [entry.split() for entry in COMMON.replace("\n", " ").split(",")]
    rare = _from_roots(GIVEN_SHAPES, RARE_GIVEN, seed=11)
    return [*(Part(arabic.replace("_", " "), latin) for arabic, latin in common), *rare]


@cache
def family_names() -> Sequence[Part]:
    parts = _from_roots(FAMILY_SHAPES, FAMILIES, seed=12)
    return [Part(f"ال{part.arabic}", f"al-{part.latin}") for part in parts]


def shares_of_given() -> list[float]:
    common = len(given_names()) - RARE_GIVEN
    head, tail = falling(common, 1.0), falling(RARE_GIVEN, 1.0)
    return [COMMON_SHARE * share / head[-1] for share in head] + [
        COMMON_SHARE + (1 - COMMON_SHARE) * share / tail[-1] for share in tail
    ]


def falling(count: int, power: float) -> list[float]:
    """Return running sums of shares that fall with the rank, as the frequencies of names do (Zipf)."""
    return list(accumulate(1 / rank**power for rank in range(1, count + 1)))


def _from_roots(shapes: Sequence[str], count: int, *, seed: int) -> list[Part]:
    luck = Random(seed)
    roots = [root for root in permutations(CONSONANTS, 3) if "و" not in root[2]]
    luck.shuffle(roots)
    made = dict.fromkeys(_shaped(shape, root) for root in roots for shape in shapes)
    parts = list(made)
    luck.shuffle(parts)
    return parts[:count]


def _shaped(shape: str, root: Sequence[str]) -> Part:
    arabic, latin, before = "", "", ""
    for sign in shape:
        if sign.isdigit():
            letter = root[int(sign) - 1]
            # A doubled consonant is written once in Arabic.
            arabic += "" if sign == before else letter
            latin += CONSONANTS[letter]
        elif sign in LONG:
            arabic += LONG[sign][0]
            latin += LONG[sign][1]
        else:
            arabic += SHAPE_LETTERS.get(sign, "")
            latin += sign
        before = sign
    return Part(arabic, latin.strip("'").capitalize())
