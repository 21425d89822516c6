"""The one alphabet of sounds, and how Arabic and Latin letters become it.

A sound is one ASCII letter. Where a sound has a letter of its own in both writings, both give the same
sound: خ and "kh" are `x`. Where Latin is poorer, it gives the plain sound (`t` for ت and ط alike) and `costs`
says that they correspond. Vowels: Arabic writes only the long ones (`A I U`); Latin writes all and means a
long one by "aa", "ee", "oo" (`A I M`); French "ou" (`V`) may be either.

`^` is an alef that opens a name, `@` a closing ة or ه, `%` a closing ى, `#` a closing Latin h, `'` a hamza or
an apostrophe, `Q` a hamza on ya, `C` a Latin "ch", which is sh in French, kh in German,
ch in English, `B` a closing Latin t (Turkish Ahmet), `O` a closing Latin a, which Arabic always writes.
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
    ("حځ", "H"),
    ("خ", "x"),
    ("دډڈ", "d"),
    ("ذ", "D"),
    ("رړڕڑ", "r"),
    ("ز", "z"),
    ("ژ", "J"),
    ("س", "s"),
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
    ("هہھەۀۂ", "h"),
    ("ةۃ", "@"),
    ("وۆۇۋۏ", "U"),
    ("يیېێےۍۓؠ", "I"),
    ("ى", "%"),
    ("ءؤ", "'"),
    ("ئ", "Q"),
)
ARABIC_SOUNDS = {letter: sound for letters, sound in ARABIC_LETTERS for letter in letters}

# Latin letters whose mark is more than an ornament: scholars' transcription, Turkish, German, Slavic.
MARKED_LATIN: tuple[tuple[str, str], ...] = (
    ("ḥ", "h"), ("ħ", "h"), ("ḫ", "kh"), ("ẖ", "kh"), ("ḵ", "kh"), ("ġ", "gh"), ("ḡ", "gh"), ("ğ", "gh"),
    ("š", "sh"), ("ş", "sh"), ("ș", "sh"), ("ṯ", "th"), ("ḏ", "dh"), ("ž", "zh"), ("č", "ch"), ("ç", "ch"),
    ("ǧ", "j"), ("ǰ", "j"), ("ā", "aa"), ("ī", "ee"), ("ū", "oo"), ("ı", "i"), ("ß", "ss"), ("æ", "ae"),
    ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ə", "a"),
)  # fmt: skip

# Latin letters together → sounds; the longest that fits is taken. "w" and "y" stay, vowels or not.
LATIN_GROUPS: tuple[tuple[str, str], ...] = (
    ("tsch", "c"), ("tch", "c"), ("sch", "S"), ("sh", "S"), ("kh", "x"), ("gh", "G"), ("th", "T"),
    ("dh", "D"),
    ("zh", "J"), ("ph", "f"), ("ch", "C"), ("dj", "j"), ("dsch", "j"), ("ck", "k"), ("cq", "q"),
    ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("x", "ks"), ("c", "k"),
    ("aa", "A"), ("ee", "I"), ("ii", "I"), ("ie", "I"), ("oo", "M"), ("uu", "M"), ("ou", "V"),
    ("aou", "aw"),
    ("ai", "ay"), ("ei", "ey"), ("au", "aw"), ("ao", "aw"), ("aw", "aw"), ("ow", "ow"),
    ("eau", "o"), ("iya", "ya"), ("iye", "ye"), ("iyy", "y"), ("ia", "ya"), ("io", "yo"),
)  # fmt: skip

# Groups that in these names are two letters of two syllables, not one sound.
TWO_SYLLABLES: tuple[tuple[str, str], ...] = (
    ("azhar", "az·har"),  # أزهر
    ("mazhar", "maz·har"),  # مظهر
    ("mezher", "mez·her"),
    ("mezhir", "mez·hir"),
    ("adham", "ad·ham"),  # أدهم
    ("adhem", "ad·hem"),
    ("edhem", "ed·hem"),
    ("ishaq", "is·haq"),  # إسحاق
    ("ishak", "is·hak"),
    ("eshaq", "es·haq"),
    ("eshagh", "es·hagh"),
    ("ishagh", "is·hagh"),
    ("fathi", "fat·hi"),  # فتحي
    ("fathy", "fat·hy"),
    ("fethi", "fet·hi"),
    ("fathall", "fat·hall"),  # فتح الله
    ("fathull", "fat·hull"),
    ("midhat", "mid·hat"),  # مدحت
    ("medhat", "med·hat"),
    ("subhi", "sub·hi"),
    ("sobhi", "sob·hi"),
    ("mashadi", "mash·hadi"),
    ("ashab", "as·hab"),  # أصحاب
)
# Whole names whose Latin vowels alone would leave them between two Arabic ones.
WHOLE_NAMES: tuple[tuple[str, str], ...] = (
    ("mahmud", "mahmood"),  # محمود, and not محمد
    ("mahmoud", "mahmood"),
    ("mehmud", "mahmood"),
    ("mehmood", "mahmood"),
    ("mahmut", "mahmood"),
    ("makhmud", "mahmood"),
    ("mehmet", "muhammed"),  # the Turkish محمد
    ("mehmed", "muhammed"),
    ("mohd", "mohamed"),
    ("muhd", "mohamed"),
    ("mhd", "mohamed"),
    ("muh", "mohamed"),
    ("dawood", "daood"),  # داود: one waw for two sounds
    ("dawud", "daood"),
    ("dawoud", "daood"),
    ("davud", "daood"),
    ("davut", "daood"),
    ("fath", "fat·h"),  # فتح الله
    ("george", "jorj"),
    ("georges", "jorj"),
    ("elie", "eeliye"),  # إيلي, and not علي
    ("cemal", "jemal"),  # Turkish spellings
    ("celal", "jelal"),
    ("halil", "khalil"),
    ("halid", "khalid"),
    ("halit", "khalid"),
    ("hatice", "khadija"),
)
# Arabic names whose usual spelling leaves out a long vowel that is heard.
WHOLE_ARABIC_NAMES: tuple[tuple[str, str], ...] = (
    ("طه", "طاها"),
    ("يس", "ياسين"),
    ("اسحق", "اسحاق"),
    ("إسحق", "إسحاق"),
    ("هرون", "هارون"),
    ("ابرهيم", "ابراهيم"),
    ("إبرهيم", "إبراهيم"),
    ("اسمعيل", "اسماعيل"),
    ("إسمعيل", "إسماعيل"),
    ("الحرث", "حارث"),
)
WHOLE_NAME_TABLE = dict((*WHOLE_NAMES, *WHOLE_ARABIC_NAMES))
CLOSING = {"t": "B", "a": "O"}
LATIN_TABLE = dict(LATIN_GROUPS)
LONGEST_GROUP = max(map(len, LATIN_TABLE))
