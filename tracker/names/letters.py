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

# Letters that stand together in certain names and are meant otherwise than they are read; ^ is where a word
# begins, $ where it ends.
STEMS: tuple[tuple[str, str], ...] = (
    # Two letters of two syllables, not one sound.
    ("azhar", "az·har"),  # أزهر
    ("mazhar", "maz·har"),  # مظهر
    ("mezher", "mez·her"),
    ("mezhir", "mez·hir"),
    ("azher", "az·her"),
    ("adham", "ad·ham"),  # أدهم
    ("adhem", "ad·hem"),
    ("edhem", "ed·hem"),
    ("^edham", "ed·ham"),
    ("^ethem", "ed·hem"),
    ("^ishaq", "is·haq"),  # إسحاق, and not شيشكلي
    ("^ishak", "is·hak"),
    ("eshaq", "es·haq"),
    ("eshagh", "es·hagh"),
    ("ishagh", "is·hagh"),
    ("fathi", "fat·hi"),  # فتحي
    ("fathy", "fat·hy"),
    ("fethi", "fet·hi"),
    ("fethy", "fet·hy"),
    ("fathall", "fat·hall"),  # فتح الله
    ("fathull", "fat·hull"),
    ("midhat", "mid·hat"),  # مدحت
    ("medhat", "med·hat"),
    ("^mithat", "mid·hat"),
    ("subhi", "sub·hi"),
    ("sobhi", "sob·hi"),
    ("^suphi", "sub·hi"),
    ("mashadi", "mash·hadi"),
    ("ashab", "as·hab"),  # أصحاب
    # Russian has one letter for ه and ح and خ, German "ch" for ح and خ.
    ("ukhamm", "uhamm"),  # محمد
    ("ukhame", "uhame"),
    ("khamid", "hamid"),  # حميد
    ("khasan", "hasan"),
    ("khassan", "hassan"),
    ("khuse", "huse"),
    ("khusse", "husse"),
    ("khusa", "husa"),
    ("akhmad", "ahmad"),
    ("akhmed", "ahmed"),
    ("akhmet", "ahmet"),
    ("makhmu", "mahmu"),
    ("makhmo", "mahmo"),
    ("machm", "mahm"),
    ("rakhm", "rahm"),  # رحمن
    ("rakhim", "rahim"),
    ("khrab", "hrab"),  # مهراب
    ("khrob", "hrob"),
    ("que$", "q"),  # French: Toufique
    # Indonesian "sy" and "sj" are sh, "tj" is ch, "dz" is ذ.
    ("^sja", "sha"),
    ("^tj", "ch"),
    ("^dzul", "dhul"),
    ("^dzak", "dhak"),
    ("adz$", "adh"),
    ("syarif", "sharif"),
    ("syafi", "shafi"),
    ("syi", "shi"),  # رشيد
    ("syah", "shah"),
    # Turkish h is خ too.
    ("^fahr", "fakhr"),
    ("^muhtar", "mukhtar"),
    ("^sheyh", "sheykh"),
    ("^hatip", "khatip"),
    ("^hatib", "khatib"),
    ("^halil", "khalil"),
    ("^halid", "khalid"),
    ("^halit", "khalit"),
    ("^hayr", "khayr"),
    # At its end ü is i, and b and d are p and t inside a word too.
    ("husnu$", "husni"),
    ("lutfu$", "lutfi"),
    ("sukru$", "shukri"),
    ("shukru$", "shukri"),
    ("rustu$", "rushdi"),
    ("rushtu$", "rushdi"),
    ("^cevat$", "jawad"),
    # French ç, and what is left of it without its mark, is s: فيصل.
    ("faychal", "faysal"),
    ("faychel", "faysal"),
    ("faycal", "faysal"),
    # A German s is ز between vowels and behind a consonant that is heard.
    ("^asis$", "aziz"),
    ("^fausi", "fauzi"),
    ("^ramsi", "ramzi"),
    ("^hamsa$", "hamza"),
    ("^hamse$", "hamza"),
    ("^ghasi$", "ghazi"),
    # The article within زين العابدين written as one word.
    ("elabid", "abid"),
    ("alabid", "abid"),
    ("ulabid", "abid"),
    ("mahmud", "mahmood"),  # محمود, and not محمد
    ("mahmoud", "mahmood"),
    ("mehmud", "mahmood"),
    ("mehmood", "mahmood"),
)
# Whole names whose Latin vowels alone would leave them between two Arabic ones.
WHOLE_NAMES: tuple[tuple[str, str], ...] = (
    ("mahmut", "mahmood"),
    ("mehmet", "muhammed"),  # the Turkish محمد
    ("mehmed", "muhammed"),
    ("magomed", "muhammed"),  # the Caucasian one
    ("mohd", "mohamed"),
    ("muhd", "mohamed"),
    ("mhd", "mohamed"),
    ("muh", "mohamed"),
    ("moh", "mohamed"),
    ("dawood", "daood"),  # داود: one waw for two sounds
    ("dawud", "daood"),
    ("dawoud", "daood"),
    ("davood", "daood"),
    ("davoud", "daood"),
    ("davud", "daood"),
    ("davut", "daood"),
    ("fath", "fat·h"),  # فتح الله
    ("george", "jorj"),
    ("georges", "jorj"),
    ("georgette", "jorjette"),
    ("guirguis", "jirjis"),
    ("girgis", "jirjis"),
    ("gerges", "jirjis"),
    ("elie", "eeliye"),  # إيلي, and not علي
    ("hatice", "khadija"),
    ("benjamin", "benyamin"),
    ("jussuf", "yussuf"),  # German j is y
    ("jusuf", "yusuf"),
    ("josef", "yosef"),
    ("jasin", "yasin"),
    ("jassin", "yassin"),
    ("jasser", "yasser"),
    ("jahja", "yahya"),
    ("jahia", "yahia"),
    ("junis", "yunis"),
    ("jakub", "yakub"),
    ("jakob", "yakub"),
    ("ajub", "ayub"),
    ("ajjub", "ayyub"),
    ("joseph", "jozef"),  # جوزيف
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
    ("عمرو", "عمرئ"),  # its waw is mute
    ("موسي", "موسى"),  # a closing ya for a closing alef
    ("عيسي", "عيسى"),
    ("مصطفي", "مصطفى"),
    ("مرتضي", "مرتضى"),
    ("يحيي", "يحيى"),
    ("سلوي", "سلوى"),
    ("نجوي", "نجوى"),
    ("ليلي", "ليلى"),
)
WHOLE_NAME_TABLE = dict((*WHOLE_NAMES, *WHOLE_ARABIC_NAMES))
CLOSING = {"t": "B", "a": "O"}
# A closing h is hardly more than the vowel before it (Fatmeh, Abdoh), but behind i it is a letter (Samih).
CLOSING_H = {**dict.fromkeys("aeAouVM", "#"), **dict.fromkeys("iI", "H")}
# Latin vowels that close a name → the long one that Arabic writes for them.
CLOSING_VOWELS = {"i": "I", "o": "M", "u": "M", "V": "M"}
OPENING_VOWELS = frozenset("aeiouAIMV")
# A second way of reading Latin letters that several peoples use: Turkish and Kurdish c is ج, x is خ, v is و.
ANOTHER_HABIT: tuple[tuple[str, str], ...] = (
    (r"^l(?=(akhdar|azh[ae]r|arbi|amine)$)", ""),  # a Maghrebi l before a vowel is the article: الأخضر
    (r"^la?h[cs]ene?$", "hasan"),
    (r"^la?hou[cs]+ine$", "husayn"),
    (r"c(?![hkq])(?<!sc)", "j"),
    (r"x", "kh"),
    (r"^v(?=[aeiou])", "w"),
    (r"^ia", "ya"),
    (r"^josef$", "jozef"),  # جوزيف, or a German يوسف
    (r"(?<=[aeiou])mb", "nb"),  # n is heard as m before b: جنبلاط
)
# What a scan takes for each other.
FIGURES_SEEN = str.maketrans({"0": "o", "1": "l", "2": "z", "5": "s", "8": "b"})
TAKEN_BY_A_SCAN: tuple[tuple[str, str], ...] = ((r"rn", "m"), (r"cl", "d"))
LATIN_TABLE = dict(LATIN_GROUPS)
LONGEST_GROUP = max(map(len, LATIN_TABLE))
