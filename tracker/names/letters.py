"""The one alphabet of sounds, and how Arabic and Latin letters become it.

A sound is one ASCII letter. Where a sound has a letter of its own in both writings, both give the same
sound: خ and "kh" are `x`. Where Latin is poorer, it gives the plain sound (`t` for ت and ط alike) and `costs`
says that they correspond. Vowels: Arabic writes only the long ones (`A I U`); Latin writes all and means a
long one by "aa", "ee", "oo" (`A I M`); French "ou" (`V`) may be either.

`^` is an alef that opens a name, `@` a closing ة or ه, `%` a closing ى, `#` a closing Latin h (`H` behind an i),
`'` a hamza or an apostrophe, `Q` a hamza on ya, `C` a Latin "ch", which is sh in French, kh in German,
ch in English, `B` a closing Latin t (Turkish Ahmet), `O` a closing Latin a, which Arabic always writes.

Of a Latin vowel that opens a name Arabic writes at least the breath before it (`^`), and one that closes it
is long: Ahmad is أحمد and not حمد, Hosseini حسيني and not حسين. Arabic short vowels that are known are `a i u`.
"""

# Arabic letter → sound. Persian, Kurdish and Urdu letters stand beside the Arabic letter they are read as.
ARABIC_LETTERS: tuple[tuple[str, str], ...] = (
    ("اآأإٱٲٳٵ", "A"),
    ("بٻ", "b"),
    ("پ", "p"),
    ("تټٹٿ", "t"),
    ("ث", "T"),
    ("ج", "j"),
    ("چ", "c"),
    ("ح", "H"),
    ("خ", "x"),
    ("دډڈ", "d"),
    ("ذ", "D"),
    ("رړڕڑ", "r"),
    ("ز", "z"),
    ("ژځ", "J"),
    ("سڅ", "s"),
    ("شښ", "S"),
    ("ص", "X"),
    ("ض", "Y"),
    ("ط", "W"),
    ("ظ", "Z"),
    ("ع", "E"),
    ("غ", "G"),
    ("ف", "f"),
    ("ڤ", "v"),
    ("ق", "q"),
    ("كکڪ", "k"),
    ("گګڭ", "g"),
    ("لڵ", "l"),
    ("م", "m"),
    ("نںڼ", "n"),
    ("هہھۀۂ", "h"),
    ("ةۃە", "@"),  # in Kurdish the last one is a short vowel
    ("وۆۇۋۏ", "U"),
    ("يیېێےۍۓؠ", "I"),
    ("ى", "%"),
    ("ءؤ", "'"),
    ("ئ", "Q"),
    ("\u064e", "a"),  # the short vowels, where a table knows them
    ("\u0650", "i"),
    ("\u064f", "u"),
)
ARABIC_SOUNDS = {letter: sound for letters, sound in ARABIC_LETTERS for letter in letters}

# Latin letters whose mark is more than an ornament: scholars' transcription, Turkish, German, Slavic.
MARKED_LATIN: tuple[tuple[str, str], ...] = (
    ("ḥ", "h"), ("ħ", "h"), ("ḫ", "kh"), ("ẖ", "kh"), ("ḵ", "kh"), ("ġ", "gh"), ("ḡ", "gh"), ("ğ", "gh"),
    ("š", "sh"), ("ş", "sh"), ("ș", "sh"), ("ṯ", "th"), ("ḏ", "dh"), ("ž", "zh"), ("č", "ch"), ("ç", "ch"),
    ("ć", "ch"),
    ("ǧ", "j"), ("ǰ", "j"), ("ı", "i"), ("ß", "ss"), ("æ", "ae"), ("ø", "o"), ("ł", "l"), ("đ", "d"),
    ("ə", "a"),
)  # fmt: skip
# Marks that make a vowel long, and the French closing "ée", which is one vowel.
MARKED_VOWELS: tuple[tuple[str, str], ...] = (
    ("ā", "aa"), ("ī", "ee"), ("ū", "oo"), ("â", "aa"), ("î", "ee"), ("û", "oo"), ("ée", "e·"),
)  # fmt: skip
# Figures inside a word: written for Arabic letters in chat, or taken by a scan for the Latin one they resemble.
FIGURES: tuple[tuple[str, str], ...] = (
    ("3'", "gh"), ("7'", "kh"), ("6'", "z"), ("9'", "d"),
    ("2", "'"), ("3", "'"), ("5", "kh"), ("6", "t"), ("7", "h"), ("8", "q"), ("9", "s"), ("0", "o"), ("1", "l"),
)  # fmt: skip

# Latin letters together → sounds; the longest that fits is taken. "w" and "y" stay, vowels or not.
LATIN_GROUPS: tuple[tuple[str, str], ...] = (
    ("tsch", "c"), ("tch", "c"), ("sch", "S"), ("sh", "S"), ("kh", "x"), ("gh", "G"), ("th", "T"),
    ("dh", "D"),
    ("zh", "J"), ("ph", "f"), ("ch", "C"), ("dj", "j"), ("dsch", "j"), ("dzh", "j"), ("ck", "k"),
    ("cq", "q"), ("qh", "q"), ("vv", "w"),
    ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("x", "ks"), ("c", "k"),
    ("aa", "A"), ("ee", "I"), ("ii", "I"), ("ie", "I"), ("oo", "M"), ("uu", "M"), ("ou", "V"),
    ("aou", "aw"),
    ("ai", "ay"), ("ei", "ey"), ("au", "aw"), ("ao", "aw"), ("aw", "aw"), ("ow", "ow"),
    ("eau", "o"), ("iya", "ya"), ("iye", "ye"), ("iyy", "y"), ("ia", "ya"), ("io", "yo"),
)  # fmt: skip

CLOSING = {"t": "B", "a": "O"}
# A closing h is hardly more than the vowel before it (Fatmeh, Abdoh), but behind i it is a letter (Samih).
CLOSING_H = {**dict.fromkeys("aeAouVM", "#"), **dict.fromkeys("iI", "H")}
# Latin vowels that close a name → the long one that Arabic writes for them.
CLOSING_VOWELS = {"i": "I", "o": "M", "u": "M", "V": "M"}
OPENING_VOWELS = frozenset("aeiouAIMV")
LATIN_TABLE = dict(LATIN_GROUPS)
LONGEST_GROUP = max(map(len, LATIN_TABLE))
