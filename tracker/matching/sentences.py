"""Every sentence a finding may say, in both languages; {a} and {b} are the two spellings or figures."""

from functools import lru_cache

from tracker.names import Script, script_of

from .profile import Finding, Profile

WOMAN = "female"
ISOLATE, END_ISOLATE = "\u2068", "\u2069"

SENTENCES: dict[str, tuple[str, str]] = {
    "given agrees": ("The given name agrees: {a} and {b}.", "الاسم الأول متطابق: {a} و{b}."),
    "given resembles": (
        "The given names resemble each other: {a} and {b}.",
        "الاسمان الأولان متشابهان: {a} و{b}.",
    ),
    "given slip": (
        "The given names are one slip of the pen apart, and one of them is rare: {a} and {b}.",
        "لا يفصل بين الاسمين الأولين {a} و{b} إلا زلة قلم واحدة، وأحدهما نادر.",
    ),
    "given differs": ("The given names differ: {a} and {b}.", "الاسمان الأولان مختلفان: {a} و{b}."),
    "kunya agrees": (
        "Both are known by a kunya alone, and these agree: {a} and {b}.",
        "كلاهما معروف بكنيته وحدها، والكنيتان متطابقتان: {a} و{b}.",
    ),
    "kunya resembles": (
        "Both are known by a kunya alone, and these resemble each other: {a} and {b}.",
        "كلاهما معروف بكنيته وحدها، والكنيتان متشابهتان: {a} و{b}.",
    ),
    "kunya differs": (
        "Both are known by a kunya alone, and these differ: {a} and {b}.",
        "كلاهما معروف بكنيته وحدها، والكنيتان مختلفتان: {a} و{b}.",
    ),
    "given lacking": (
        "One of the two lacks the given name {a}.",
        "الاسم الأول {a} غير مذكور في أحدهما.",
    ),
    "parts lacking": (
        "Parts of the name are missing in one of them, or stand in another order.",
        "أجزاء من الاسم ناقصة في أحدهما أو مرتبة ترتيبًا آخر.",
    ),
    "father agrees": ("The father's name agrees: {a} and {b}.", "اسم الأب متطابق: {a} و{b}."),
    "father resembles": (
        "The fathers' names resemble each other: {a} and {b}.",
        "اسم الأب متشابه: {a} و{b}.",
    ),
    "father differs": ("The fathers' names differ: {a} and {b}.", "اسم الأب مختلف: {a} و{b}."),
    "grandfather agrees": ("The grandfather's name agrees: {a} and {b}.", "اسم الجد متطابق: {a} و{b}."),
    "grandfather resembles": (
        "The grandfathers' names resemble each other: {a} and {b}.",
        "اسم الجد متشابه: {a} و{b}.",
    ),
    "grandfather differs": ("The grandfathers' names differ: {a} and {b}.", "اسم الجد مختلف: {a} و{b}."),
    "family agrees": ("The family name agrees: {a} and {b}.", "الكنية متطابقة: {a} و{b}."),
    "family resembles": (
        "The family names resemble each other: {a} and {b}.",
        "الكنيتان متشابهتان: {a} و{b}.",
    ),
    "family differs": ("The family names differ: {a} and {b}.", "الكنيتان مختلفتان: {a} و{b}."),
    "part elsewhere agrees": (
        "A part of the name agrees but stands in another place: {a} and {b}.",
        "جزء من الاسم متطابق لكنه في موضع آخر: {a} و{b}.",
    ),
    "part elsewhere resembles": (
        "Two parts of the names resemble each other but stand in different places: {a} and {b}.",
        "جزآن من الاسمين متشابهان لكنهما في موضعين مختلفين: {a} و{b}.",
    ),
    "part elsewhere differs": (
        "Two parts that stand in different places of the names differ: {a} and {b}.",
        "جزآن في موضعين مختلفين من الاسمين مختلفان: {a} و{b}.",
    ),
    "mother agrees": ("The mother's name agrees: {a} and {b}.", "اسم الأم متطابق: {a} و{b}."),
    "mother resembles": (
        "The mothers' names resemble each other: {a} and {b}.",
        "اسم الأم متشابه: {a} و{b}.",
    ),
    "mother differs": ("The mothers' names differ: {a} and {b}.", "اسم الأم مختلف: {a} و{b}."),
    "kin brother": (
        "Father and family are shared but the given names differ ({a} and {b}): perhaps a brother.",
        "الأب والكنية مشتركان والاسمان الأولان مختلفان ({a} و{b}): ربما كان أخًا.",
    ),
    "kin brother by the rest": (
        "What a family shares agrees but the given names differ ({a} and {b}): perhaps a brother.",
        "ما تشترك فيه العائلة متطابق والاسمان الأولان مختلفان ({a} و{b}): ربما كان أخًا.",
    ),
    "kin sister": (
        "Father and family are shared but the given names differ ({a} and {b}): perhaps a sister.",
        "الأب والكنية مشتركان والاسمان الأولان مختلفان ({a} و{b}): ربما كانت أختًا.",
    ),
    "kin sister by the rest": (
        "What a family shares agrees but the given names differ ({a} and {b}): perhaps a sister.",
        "ما تشترك فيه العائلة متطابق والاسمان الأولان مختلفان ({a} و{b}): ربما كانت أختًا.",
    ),
    "given exchanged": (
        "The given name and the father's name are exchanged: {a} and {b}.",
        "الاسم الأول واسم الأب متبادلان: {a} و{b}.",
    ),
    "kin not excluded": (
        "Much of what agrees is shared by brothers too.",
        "كثير ممّا يتطابق يشترك فيه الإخوة أيضًا.",
    ),
    "kin father": (
        "{b} bears the name of the father of {a} and the same family name: perhaps his father.",
        "يحمل {b} اسم والد {a} والكنية نفسها: ربما كان أباه.",
    ),
    "kin son": (
        "{a} bears the name of the father of {b} and the same family name: perhaps his son.",
        "يحمل {a} اسم والد {b} والكنية نفسها: ربما كان ابنه.",
    ),
    "kin father of a daughter": (
        "{b} bears the name of the father of {a} and the same family name: perhaps her father.",
        "يحمل {b} اسم والد {a} والكنية نفسها: ربما كان أباها.",
    ),
    "kin daughter": (
        "{a} bears the name of the father of {b} and the same family name: perhaps his daughter.",
        "يحمل {a} اسم والد {b} والكنية نفسها: ربما كانت ابنته.",
    ),
    "kin exchanged": (
        "The given name and the father's name are exchanged ({a} and {b}): perhaps father and son.",
        "الاسم الأول واسم الأب متبادلان ({a} و{b}): ربما كانا أبًا وابنه.",
    ),
    "sex differs": ("One is recorded as male and the other as female.", "أحدهما مسجَّل ذكرًا والآخر أنثى."),
    "birth same day": ("The dates of birth agree: {a}.", "تاريخ الولادة متطابق: {a}."),
    "birth swapped": (
        "The dates of birth agree if day and month are exchanged: {a} and {b}.",
        "تاريخا الولادة متطابقان إذا تبادل اليوم والشهر مكانيهما: {a} و{b}.",
    ),
    "birth overlaps": (
        "The dates of birth are compatible: {a} and {b}.",
        "تاريخا الولادة متوافقان: {a} و{b}.",
    ),
    "birth same year": ("The birth years agree: {a}.", "سنة الولادة متطابقة: {a}."),
    "birth same year, other day": (
        "The birth years agree but the days differ: {a} and {b}.",
        "سنة الولادة متطابقة لكن اليوم مختلف: {a} و{b}.",
    ),
    "birth other year": (
        "Day and month of birth agree but the years are {n} apart: {a} and {b}.",
        "يوم الولادة وشهرها متطابقان والفرق بين السنتين {n}: {a} و{b}.",
    ),
    "birth years apart": (
        "The birth years are {n} apart: {a} and {b}.",
        "الفرق بين سنتي الولادة {n}: {a} و{b}.",
    ),
    "birth place same": ("The place of birth is the same.", "مكان الولادة واحد."),
    "birth place within": (
        "One place of birth lies within the other.",
        "أحد مكاني الولادة يقع ضمن الآخر.",
    ),
    "birth place near": ("The places of birth lie in the same region.", "مكانا الولادة في المنطقة نفسها."),
    "birth place differs": ("The places of birth differ.", "مكانا الولادة مختلفان."),
    "place same": ("The place of disappearance is the same.", "مكان الاختفاء واحد."),
    "place within": (
        "One place of disappearance lies within the other.",
        "أحد مكاني الاختفاء يقع ضمن الآخر.",
    ),
    "place near": ("The places of disappearance lie in the same region.", "مكانا الاختفاء في المنطقة نفسها."),
    "place differs": ("The places of disappearance differ.", "مكانا الاختفاء مختلفان."),
    "prison before": (
        "The record places them in custody by {b}, before the disappearance on {a}.",
        "يذكر السجلّ احتجازًا بتاريخ {b}، أي قبل الاختفاء بتاريخ {a}.",
    ),
    "prison after": (
        "The record places them in custody from {b}, after the disappearance on {a}.",
        "يذكر السجلّ احتجازًا بتاريخ {b}، أي بعد الاختفاء بتاريخ {a}.",
    ),
    "death before": (
        "The record gives a death on {b}, before the disappearance on {a}.",
        "يذكر السجلّ وفاة بتاريخ {b}، أي قبل الاختفاء بتاريخ {a}.",
    ),
    "death after": (
        "The death given for {b} comes after the disappearance on {a}.",
        "الوفاة المذكورة بتاريخ {b} تأتي بعد الاختفاء بتاريخ {a}.",
    ),
    "custody after death": (
        "One was in custody on {b}, after the death given for the other on {a}.",
        "كان أحدهما محتجزًا بتاريخ {b}، أي بعد الوفاة المذكورة للآخر بتاريخ {a}.",
    ),
    "disappearance agrees": (
        "The dates of disappearance agree: {a} and {b}.",
        "تاريخا الاختفاء متوافقان: {a} و{b}.",
    ),
    "disappearance differs": (
        "The dates of disappearance are far apart: {a} and {b}.",
        "تاريخا الاختفاء متباعدان: {a} و{b}.",
    ),
    "death agrees": ("The dates of death agree: {a} and {b}.", "تاريخا الوفاة متوافقان: {a} و{b}."),
    "death differs": ("The dates of death differ: {a} and {b}.", "تاريخا الوفاة مختلفان: {a} و{b}."),
    "registry number agrees": (
        "The registry number agrees: {a}.",
        "رقم القيد متطابق: {a}.",
    ),
    "registry number differs": (
        "The registry numbers differ: {a} and {b}.",
        "رقما القيد مختلفان: {a} و{b}.",
    ),
    "registry place same": ("The registry place is the same.", "محل القيد واحد."),
    "registry place within": ("One registry place lies within the other.", "أحد محلي القيد يقع ضمن الآخر."),
    "registry place near": ("The registry places lie in the same region.", "محلا القيد في المنطقة نفسها."),
    "registry place differs": ("The registry places differ.", "محلا القيد مختلفان."),
    "number agrees": ("A number given by the same body agrees: {a}.", "رقم صادر عن الجهة نفسها متطابق: {a}."),
    "number differs": (
        "Numbers of one kind from the same body differ: {a} and {b}.",
        "رقمان من نوع واحد صادران عن الجهة نفسها مختلفان: {a} و{b}.",
    ),
    "one rival": (
        "The record may be about another missing person here too, and is about one of the two at most.",
        "قد يخصّ السجلّ شخصًا مفقودًا آخر هنا أيضًا، ولا يخصّ إلا واحدًا منهما.",
    ),
    "rivals": (
        "The record may be about other missing people here too, and is about one of them at most.",
        "قد يخصّ السجلّ أشخاصًا مفقودين آخرين هنا أيضًا، ولا يخصّ إلا واحدًا منهم.",
    ),
}


SECOND_IS_A_WOMAN = {
    "kin brother": "kin sister",
    "kin brother by the rest": "kin sister by the rest",
    "kin son": "kin daughter",
}
FIRST_IS_A_WOMAN = {"kin father": "kin father of a daughter"}


def of_kin(sentence: str, first: Profile, second: Profile) -> str:
    """Return the sentence about kin that speaks of women as women."""
    if second.sex == WOMAN:
        sentence = SECOND_IS_A_WOMAN.get(sentence, sentence)
    return FIRST_IS_A_WOMAN.get(sentence, sentence) if first.sex == WOMAN else sentence


def finding(aspect: str, weight: float, sentence: str, *, a: str = "", b: str = "", n: int = 0) -> Finding:
    """Return a finding with its sentence in both languages."""
    english, arabic = SENTENCES[sentence]
    if a or b:
        english = english.format(a=_inside(a, Script.LATIN), b=_inside(b, Script.LATIN), n=n)
        arabic = arabic.format(a=_inside(a, Script.ARABIC), b=_inside(b, Script.ARABIC), n=n)
    return Finding(aspect, weight, english, arabic)


@lru_cache(maxsize=65536)
def _inside(name: str, around: Script) -> str:
    """Keep a name of the other direction from pulling the sentence's punctuation round."""
    if not name or script_of(name) == around:
        return name
    if around == Script.LATIN and script_of(name) == Script.OTHER and name.isascii():
        return name
    return f"{ISOLATE}{name}{END_ISOLATE}"


def names_kin(told: Finding) -> bool:
    """Say whether a finding says what relative someone may be."""
    return any(told.en.endswith(english.rpartition(":")[2]) for english in KIN_SAID)


KIN_SAID = tuple(
    english for key, (english, _) in SENTENCES.items() if key.startswith("kin ") and ": perhaps" in english
)
