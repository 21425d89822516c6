"""Little words in names: articles, "son of", "father of", titles. All are compared after `fold`.

An article is part of a spelling and not of a name: البريدي, بريدي, "al-Baridi", "El Baridi" are one.
"Son of" only says that the father follows. "Father of" (Abu) makes one name with the word behind it.
"""

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

SON_OF = word_set("b ben bin bint binti bn ibn ibni ould wuld ابن ابنه بن بنت ولد")
FATHER_OF = word_set("aba abi abo aboo abou abu ابا ابو ابي")
MOTHER_OF = word_set("om oum oumm um umm ام")

# Dropped where another name follows.
TITLES = word_set(
    """
    capitaine captain cheikh colonel commandant docteur doctor dr eng engineer general lieutenant
    maulana maulavi maulvi mawlana mawlawi major martyr molla mr mufti mulla mullah qari sergeant
    shaikh shaykh sheik sheikh الاستاذ الدكتور الدكتوره الرائد الرقيب الشهيد الشيخ الطالب العريف
    العقيد العميد القاريء المجند المحامي المحاميه المدعو المرحوم المساعد المعتقل المغيب المفتي
    المفقود المقدم الملازم المهندس المهندسه النقيب د دكتور شهيد
    """
)
# Titles that are also given names: dropped where two more names follow.
TITLES_OR_NAMES = word_set("haj haji hajj hajji sayed sayyed sayyid seyed seyyed الحاج السيد حاج حجي سيد شيخ")

# What follows is a name the person went by: "Ali Baridi alias Abu Hasan".
KNOWN_AS = word_set("aka alias dit الشهير المعروف المكنى الملقب شهرته كنيته لقبه ملقب")

# Glued words that begin like the article and are whole names: إلياس, إلهام, ألماس, "Alaa", "Elias"; or two,
# of which Ali is the first: "Alireza".
NOT_AN_ARTICLE = word_set(
    """
    alireza alirida aliridha aliriza
    alaa alam alameddine alamuddin alan alawi alber albert aleem alex alexander alexandre alfred
    alhan ali alia aliakbar alian aliasghar alim alina aline alissar aliya aliyan allah allo allou allouch alloush
    alma almas almaz alo alou alouch alousi altaf alush alwan alya alyan elena elfat elham elhan
    elhem eli elian elias elie elif elisa elissar elizabeth ella ellen ellie elyan elyas ilham
    ilhan ilhem ilias ilo ilyas ilyes ola olfat ulfat ulla الاء الان البا البرت البير الطاف الفت
    الفرد الفريد الكسندر الكسي الله الما الماس الهام الوان الياس اليان اليزابيت اليسار الين
    """
)
