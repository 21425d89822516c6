"""Names made of two words that are one: عبد الرحمن, نور الدين, نصر الله, أبو بكر.

Written together or apart, with or without the article, they are compared as one name.
"""

# First words that need a second: the servant of …, and gifts of God.
SERVANT_OF = frozenset(
    {"abd", "abdul", "abdel", "abdal", "abdol", "abdoul", "abdu", "abdur", "abder", "abdar", "abdus", "abdes", "abdas"}
    | {"abdun", "abden", "abdan", "abdush", "abdesh", "abdech", "abdash", "abdud", "abded", "abdad", "abduz", "abdez"}
    | {"abed", "abid", "عبد"}
)

# Second words that need a first, with the article already taken off.
SECOND_WORDS = frozenset(
    {"din", "deen", "dine", "eddin", "eddine", "uddin", "uddine", "addin", "addine", "iddin", "aldin", "aldeen"}
    | {"eldin", "eldine", "eldeen", "uldin", "oddin", "udin", "edin", "edine", "deene", "aldine", "uldeen", "addeen"}
    | {"allah", "ullah", "ollah", "oullah", "ellah", "illah", "alla", "ulla", "lillah"}
    | {"الدين", "الله", "لله", "اللـه"}
)
# Second words only behind certain first ones: زين العابدين, سيف الإسلام, حبيب الرحمن.
SECOND_AFTER: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset({"زين", "zain", "zein", "zayn", "zine", "zeyn"}), frozenset({"العابدين", "abidin", "abideen", "abedin"})),
    (frozenset({"سيف", "saif", "seif", "sayf"}), frozenset({"الاسلام", "islam", "الحق"})),
    (frozenset({"ضياء", "ضيا", "dia", "diaa", "zia"}), frozenset({"الحق", "haq", "haqq", "hak"})),
)

# The end of a glued name → how it is heard. The longest that fits, and only behind at least two letters.
DIN_ENDINGS = (
    *("eddine", "uddine", "addine", "iddine", "oddine", "aldeen", "eldine", "eldeen", "uldeen", "uddeen", "addeen"),
    *("eddin", "uddin", "addin", "iddin", "oddin", "aldin", "eldin", "uldin", "edine", "udine", "udeen", "edin", "udin"),
)
ALLAH_ENDINGS = ("oullah", "allah", "ullah", "ollah", "illah", "ellah", "oulla", "alla", "ulla", "olla")
HEARD_DIN, HEARD_ALLAH = "dyn", "la#"

# Given names that may be an "Abu" compound and not a nickname.
GIVEN_KUNYAS = frozenset({"بكر", "bakr", "baker", "bakir", "bekr", "bakar", "الخير", "khair", "kheir"})
# Given names so often put before another that they may be left out: محمد علي is often called علي.
FORE_NAMES = frozenset({"محمد", "mohamed", "mohammad", "muhammad", "mohammed", "mohamad", "mouhammad", "احمد", "ahmad"})
