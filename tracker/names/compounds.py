"""Names made of two words that are one: عبد الرحمن, نور الدين, نصر الله, أبو بكر.

Written together or apart, with or without the article, they are compared as one name.
"""

from .wordlists import word_list, word_set

# First words that need a second: the servant of …, and gifts of God.
SERVANT_OF = word_set(
    """
    abd abdad abdal abdan abdar abdas abdash abdech abded abdel abden abder abdes abdesh abdez abdil
    abdol abdoul abdu abdud abdul abdun abdur abdus abdush abduz abdyl abed abid عبد
    """
)
# Of these, what is a name of its own unless the article follows: "Abed Mahmoud" is عابد محمود.
NAMES_WITHOUT_ARTICLE = word_set("abed abid")
# The owner of …: ذو الفقار, the sword; the l of the article is always heard.
OWNER_OF = word_set("dhou dhoul dhu dhul dzul thul zol zoul zu zul ذو")

# Second words that need a first, with the article already taken off.
SECOND_WORDS = word_set(
    """
    addeen addin addine aldeen aldin aldine alla allah deen deene din dine eddin eddine edin
    edine eldeen eldin eldine ellah iddin illah lillah oddin ollah oullah uddin uddine udin
    uldeen uldin ulla ullah الدين اللـه الله لله
    """
)
# Second words only behind certain first ones: زين العابدين, سيف الإسلام, حبيب الرحمن.
ABIDIN = frozenset({"العابدين", "abidin", "abideen", "abidine", "abedin", "abedine", "abdin", "abdeen"})
SECOND_AFTER: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset({"زين", "zain", "zein", "zayn", "zine", "zeyn"}), ABIDIN),
    (frozenset({"سيف", "saif", "seif", "sayf"}), frozenset({"الاسلام", "islam", "الحق"})),
    (frozenset({"ضياء", "ضيا", "dia", "diaa", "zia"}), frozenset({"الحق", "haq", "haqq", "hak"})),
)

# The end of a glued name → how it is heard. The longest that fits, and only behind at least two letters.
DIN_ENDINGS = word_list(
    """
    addeen addine aldeen eddine eldeen eldine iddine oddine uddeen uddine uldeen addin aldin
    attin eddin edine eldin ettin iddin ittin oddin uddin udeen udine uldin uttin edin udin
    """
)
ALLAH_ENDINGS = word_list("oullah allah ullah ollah illah ellah oulla alla ulla olla")
# A stem that the ending has taken a vowel of: "Muhiddin" is محيي الدين, and "Muh" alone Muhammad.
STEMS_OF_DIN = {"muh": "muhyi", "moh": "mohyi", "mouh": "mouhyi"}
HEARD_DIN, HEARD_ALLAH = "dyn", "la#"

# Given names that may be an "Abu" compound and not a nickname.
GIVEN_KUNYAS = word_set(
    """
    bacar bakar baker bakir bakr bekir bekr fazl khair kheir lfadl lfazl lkhair lkheir
    البركات الخير الفتوح الفضل القاسم بكر
    """
)
