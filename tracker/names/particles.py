"""Little words in names: articles, "son of", "father of", titles. All are compared after `fold`.

An article is part of a spelling and not of a name: البريدي, بريدي, "al-Baridi", "El Baridi" are one.
"Son of" only says that the father follows. "Father of" (Abu) makes one name with the word behind it.
"""

import re

from .wordlists import word_set

ARTICLES = word_set("al el il ol ul ال")
"""Articles that may stand apart: "al Baridi", "El Bekaai"."""

SUN_ARTICLES = word_set(
    """
    ach ad adh an ar as ash at ath az d ech ed edh en er es esh et eth ez l n r s sh t ud un ur
    us ush z
    """
)
"""Articles as spoken before a "sun letter", joined by a hyphen: "ash-Shaar", "ar-Rifai"."""


def is_spoken_before(article: str, word: str, joint: str) -> bool:
    """Say whether such an article belongs to the word behind it: by a hyphen, or by the letter both share.

    >>> [is_spoken_before(*three) for three in (("ar", "rifai", "-"), ("es", "sayed", " "), ("es", "ali", " "))]
    [True, True, False]
    """
    if article not in SUN_ARTICLES:
        return False
    shared = article.lstrip("aeiou")
    return joint == "-" or (shared != article and word.startswith(shared))


SON_OF = word_set("b ben bin bint binti bn ibn ibni ould wuld ابن ابنه بن بنت ولد")
# Whole names that begin like a glued "son of".
NOT_A_SON = word_set(
    """
    benazir bengali benjamin bennani bennett benyamin binyamin
    بناني بندقجي بندقي بنفسج بنيامين بنيان
    """
)
FATHER_OF = word_set("aba abi abil abo abol aboo abou aboul abu abul ebou ebu ebul ابا ابو ابي")
MOTHER_OF = word_set("om oumm oum um umm ام")

# Dropped where they stand before a name.
TITLES = word_set(
    """
    abouna adv advocate avocat ayatollah ayatullah bishop brig brigadier capitaine capt captain cdr cmdr
    col colonel commandant commander corporal cpl cpt docteur doctor dr eng engineer engr father first fr
    frau gen general herr hojatoleslam hojjatoleslam ing judge lawyer lieut lieutenant lt maitre maj major
    martyr mgr mlle mme madame monsieur mr mrs ms mufti pere prof professeur professor second sergeant
    sgt sir staff
    الاب الاستاذ الاستاذه الانسه البطل الجندي الحاجه الدكتور الدكتوره الرائد الرقيب الركن السيده السجين
    السجينه الشهيد الشهيده الشيخ الضابط الطالب الطالبه الطبيب الطفل الطفله العامل العريف العقيد العماد
    العميد العنصر الفريق الفقيد القاريء القس اللواء المتهم المتوفي المجند المحامي المحاميه المحكوم
    المدعو المدعوه المرحوم المرحومه المساعد المطران المعتقل المعتقله المغيب المفتي المفقود المفقوده
    المقدم الملا الملازم المهندس المهندسه المواطن الموقوف الموقوفه النزيل النقيب د دكتور دكتوره رقيب
    شهيد عقيد عريف لواء مجند محامي مرحوم ملا ملازم مهندس مولانا مولوي نقيب
    """
)
# Behind a rank: ملازم أول, العميد الركن.
RANKS_OF_RANKS = word_set("اول ثاني ثان الاول الثاني ركن الركن")
# Titles that are given names too: dropped where two more names follow.
TITLES_OR_NAMES = word_set("الحاج السيد حاج حجي سيد شيخ قاري")
# The same for titles that are spelled in every way, as they are heard in Latin letters.
TITLES_HEARD = re.compile(
    r"[SC](?:ay|ey|i|I|e)[xkCh#]"  # Shaykh, Cheikh, Scheich, Şeyh
    r"|m[uoVe]l(?:a#|O)|mulM"  # Mullah, Molla, Mela, Mullo
    r"|m(?:aw|ow|av|ev|o|u|V)l[ae]n[aO]"  # Maulana, Mevlana
    r"|m(?:aw|ow|av|ev|o|u|V)l[ae]?[vw]I"  # Maulavi, Molvi, Mawlawi
    r"|\^[uo]st[aA][dzD]"  # Ustaz
)
TITLES_OR_NAMES_HEARD = re.compile(
    r"s[ae]?y[ie][dB]"  # Sayyid, Syed, Seyit; and not Said
    r"|[hx][ae]j[Ie]?|hagI?"  # Haji, Hajj, Hadj, Hag
    r"|[qkG][aA]rI"  # Qari
)
# Names so often put before another that they may be left out: محمد علي is often called علي.
FORE_NAMES = word_set("احمد الحاج السيد الشيخ حاج حافظ حجي سيد شيخ قاري مالك محمد مير ميرزا")
FORE_NAMES_HEARD = re.compile(
    r"m[uoVaei]?[hC][ae]m[aeiu]?[dB]"  # Muhammad, and not Mahmoud
    r"|\^[ae][hC]m[aeiu]?[dB]"  # Ahmad
    r"|h[aA]f[ie][zDTs]"  # Hafiz
    r"|mal[ie]k"
    r"|m[iI]r(?:z[aO])?"  # Mir, Mirza
    rf"|{TITLES_HEARD.pattern}|{TITLES_OR_NAMES_HEARD.pattern}"
)

# What follows is a name the person went by: "Ali Baridi alias Abu Hasan".
KNOWN_AS = word_set(
    """
    aka alias called dit dite genannt nicknamed
    الشهير المدعو المدعوه المشهور المعروف المكني الملقب شهرته كنيته لقبه ملقب
    """
)

# Glued words that begin like the article and are whole names: إلياس, إلهام, ألماس, "Alaa", "Elias"; or two,
# of which Ali is the first: "Alireza".
NOT_AN_ARTICLE = word_set(
    """
    alireza alirida aliridha aliriza
    addoum annab assaad assaf assali attallah attia attieh attiya attiyah azzam azzawi azzouz
    alaa alam alameddine alamuddin alan alawi alber albert aleem alex alexander alexandre alfred
    alhan ali alia aliakbar alian aliasghar alim alina aline alissar aliya aliyan allah allo allou allouch alloush
    alma almas almaz alo alou alouch alousi altaf alush alwan alya alyan elena elfat elham elhan
    elhem eli elian elias elie elif elisa elissar elizabeth ella ellen ellie elyan elyas ilham
    ilhan ilhem ilias ilo ilyas ilyes ola olfat ulfat ulla الاء الان البا البرت البير الطاف الفت
    الفرد الفريد الكسندر الكسي الله الما الماس الهام الوان الياس اليان اليزابيت اليسار الين
    """
)
