"""The invented missing people, one line each: nobody here exists.

key | given / father / grandfather / family | mother | sex | birth | born in | disappeared | where | family file | kin | extras

An empty cell is something nobody told us. Kin is the relative who asks. Lines with one family file are one family.
Extras: `latin` (only a Latin spelling is known), `khana N` (registry number, in the town of birth), `number` (a national
number), `case` (a number in another organisation's files), `nickname X`, `first` (one who asks is told first).
"""

PEOPLE = """
samer | سامر / نبيل / / الحلاق | هيام الصباغ | m | 1986 | midan | 12/5/2013 | midan | 01 | wife | khana 214 number first
abdulrahman | عبد الرحمن / خالد / / المصري | فاطمة حمدان | m | 14/3/1990 | douma | آذار 2013 | harasta | 02 | mother | khana 77
nureddin | نور الدين / مصطفى / / الحموي | زينب عبد الحق | m | حوالي 1978 | hama | 9/2012 | hama | 03 | brother | first
yasser | ياسر / محمد / / الزعبي | خديجة الزعبي | m | 1984 | daraa | 18/4/2011 | daraa | 04 | mother | khana 31 first
ammar | عمار / محمد / / الزعبي | خديجة الزعبي | m | 2/7/1988 | daraa | 5/11/2012 | inkhil | 04 | mother | khana 31
m-ahmad-ali | محمد / أحمد / / العلي | عائشة جمعة | m | 1985 | talbiseh | 6/2012 | homs | 05 | wife |
m-hussein-ali | محمد / حسين / / العلي | نجاح السلوم | m | 11/9/1991 | raqqa | 3/2/2014 | raqqa | 06 | father | number
m-ibrahim-ali | محمد / إبراهيم / / العلي | هدى الكردي | m | حوالي 1970 | aleppo | شتاء 2013 | aleppo | 07 | daughter |
khaled-chahine | خالد / محمود / / شاهين | | m | 1979 | homs | 22/8/2012 | homs | 08 | sister | latin
georges-khoury | جورج / إلياس / / خوري | ماري حداد | m | 23/4/1983 | qusayr | 7/2013 | damascus | 09 | mother | latin first
tarek-qassab | طارق / صالح / / القصاب | أميرة النحاس | m | 1987 | darayya | 8/2012 | darayya | 10 | wife | khana 402
fayez-diab | وسيم / فايز / / دياب | سعاد عيسى | m | 19/1/1992 | salamiyah | 27/10/2014 | hama | 11 | father | first
ibrahim-darwish | أيمن / إبراهيم / عبد القادر / درويش | رقية النعسان | m | 6/6/1981 | maarat-al-numan | 4/2013 | idlib | 12 | wife | khana 118 number
hamza-rifai | حمزة / سليمان / / الرفاعي | منى الحريري | m | 1994 | nawa | 30/3/2014 | daraa | 13 | mother |
siyar-osman | شيار / حسن / / عثمان | گلستان محمد | m | 1989 | qamishli | 15/1/2015 | damascus | 14 | sister | first
rania-qassab | رانيا / عدنان / / السعدي | وفاء قباني | f | 8/8/1988 | kafr-sousa | 21/12/2013 | mezzeh | 15 | sister | khana 56
bilal-najjar | بلال / سعيد / / النجار | فوزية الشيخ | m | 1982 | zabadani | 10/2012 | madaya | 16 | wife | khana 9
fadi-haddad | فادي / جميل / / حداد | جانيت سلوم | m | 17/5/1990 | yabroud | 9/9/2015 | damascus | 17 | brother |
husam-khatib | حسام / عبد الكريم / / الخطيب | ابتسام الحمصي | m | 1986 | qudsaya | 2/2014 | qudsaya | 18 | wife |
khalil-masri | خليل / يوسف / / المصري | رجاء البيطار | m | 3/12/1995 | homs | 11/6/2013 | homs | 19 | mother | khana 260 number
anas-shami | أنس / ماهر / / الشامي | سهام الأيوبي | m | 12/1/1993 | barzeh | 1/2013 | barzeh | 20 | mother | case
omar-shami | عمر / ماهر / / الشامي | سهام الأيوبي | m | 1996 | barzeh | 1/2013 | barzeh | 20 | mother |
walid-saleh | وليد / صالح / / الصالح | حمدة العلاوي | m | 1975 | mayadin | 2014؟ | deir-ez-zor | 21 | son | nickname أبو+رشيد
ismail-jasem | إسماعيل / خليل / عبد الله / الجاسم | فضة الحمود | m | 1/1/1968 | abu-kamal | صيف 2013 | deir-ez-zor | 22 | wife |
salim-elder | عبد الله / قاسم / / الطويل | نظيرة القاضي | m | حوالي 1941 | rastan | 2/5/2012 | rastan | 23 | daughter | first
minor-kinan | كنان / رامي / / سكر | لينا الدروبي | m | 4/2/1999 | homs | 28/3/2014 | homs | 24 | mother | number
hiba-barakat | هبة / نبيل / / بركات | نوال فارس | f | 1990 | jaramana | 14/7/2014 | damascus | 25 | mother | case first
salma-kanaan | سلمى / منير / / كنعان | إقبال زهرة | f | 26/10/1978 | latakia | 6/2013 | jableh | 26 | husband |
nisreen-arafeh | نسرين / بسام / / عرفة | ميساء الطباع | f | 1985 | saqba | 19/9/2012 | arbin | 27 | brother |
dima-mansour | ديمة / شاكر / / منصور | رابعة عنتر | f | 3/3/1992 | suwayda | 2015 | jaramana | 28 | sister |
yahya-sayed | يحيى / زكريا / / السيد | نعيمة عقيل | m | 1983 | saraqib | 25/11/2012 | idlib | 29 | wife | khana 65
musa-sayed | موسى / زكريا / / السيد | نعيمة عقيل | m | 1980 | saraqib | 25/11/2012 | idlib | 29 | sister | khana 65
rami-nassar | رامي / إسماعيل / / نصار | ناهدة عبود | m | 21/2/1989 | nabk | 12/2013 | nabk | 30 | father |
basel-esber | باسل / حنا / / إسبر | أوديت نعمة | m | 9/4/1986 | homs | 5/2012 | homs | 31 | sister | first
adnan-kaddour | عدنان / قدور / / قدور | صبحية العمر | m | 1974 | manbij | 2014 | al-bab | 32 | wife |
faisal-omar | فيصل / ناصر / / العمر | شمسة الدخيل | m | 1987 | tabqa | 7/7/2013 | raqqa | 33 | brother |
nasser-omar | عامر / ناصر / / العمر | شمسة الدخيل | m | 1991 | tabqa | 7/7/2013 | raqqa | 33 | brother |
zakaria-haj-ali | زكريا / عمر / / الحاج علي | بديعة شعبان | m | 30/9/1984 | harasta | 2/2013 | harasta | 34 | wife | khana 311 number
akram-dalati | أكرم / رشيد / / الدالاتي | وصال الجندي | m | 1972 | midan | 16/8/2011 | midan | 35 | son | nickname أبو+لؤي
louay-dalati | لؤي / أكرم / / الدالاتي | سمر حلاوة | m | 11/11/1997 | midan | 4/2016 | midan | 35 | brother |
maan-haidar | معن / علي / / حيدر | زهرة الوسوف | m | 1988 | salamiyah | 13/6/2012 | salamiyah | 36 | mother |
said-ghazal | سعيد / عبد العزيز / / غزال | رئيفة بدران | m | حوالي 1965 | daraa-city | نيسان 2011 | daraa | 37 | wife | first
hadi-zidan | هادي / فراس / / زيدان | أسماء الزين | m | 1998 | yarmouk | 18/12/2016 | yarmouk | 38 | mother | case
imad-salloum | عماد / سمير / / سلوم | إلهام منصور | m | 5/5/1985 | baniyas | 5/2013 | baniyas | 39 | sister |
salahuddin | صلاح الدين / عثمان / / مراد | زليخة خليل | m | 1981 | afrin | 29/9/2012 | aleppo | 40 | brother | khana 12
ghassan-hassan | غسان / أكرم / / الحسن | هناء الراعي | m | 1977 | jisr-al-shughur | 10/6/2011 | jisr-al-shughur | 41 | wife | khana 88 first
mazen-abdullah | مازن / علي / / العبد الله | نورة المحمد | m | 24/7/1993 | manbij | 3/2017 | aleppo | 42 | mother |
ziad-ahmad | زياد / حسن / / الأحمد | خولة الصطوف | m | 1990 | al-bab | 8/2/2018 | aleppo | 43 | father | number
firas-ahmad | فراس / حسن / / الأحمد | خولة الصطوف | m | 1993 | al-bab | 8/2/2018 | aleppo | 43 | father |
osama-najjar | أسامة / بلال / / النجار | سلوى التيناوي | m | 2000 | zabadani | 12/2018 | al-tall | 44 | mother |
qasem-zoubi | قاسم / نور الدين / / الزعبي | حليمة المقداد | m | 1985 | busra | 25/5/2019 | daraa | 45 | wife | khana 140 first
mahmoud-darwish | محمود / عبد الرحمن / / درويش | آسيا غنوم | m | 15/8/1979 | idlib | 3/2012 | idlib | 46 | son |
hussein-hamwi | حسين / عمر / / الحموي | بهية عرواني | m | 1976 | hama | 2/7/2012 | hama | 47 | daughter |
bassam-haddad | بسام / عيسى / / حداد | تيريز خوري | m | 1969 | damascus | 20/1/2014 | damascus | 48 | wife |
ahmad-hassan | أحمد / خالد / / الحسن | مريم الأسعد | m | 1992 | talbiseh | 17/3/2013 | talbiseh | 49 | mother |
ahmad-hassan-2 | أحمد / إبراهيم / / الحسن | غادة الخالد | m | 13/6/1988 | hama | 2013 | hama | 50 | sister |
ali-jasem | علي / سليمان / / الجاسم | عنود الحسين | m | 1986 | raqqa | 6/2014 | tabqa | 51 | wife |
mustafa-barakat | مصطفى / محمود / / بركات | ثناء كحالة | m | 2/2/1984 | zamalka | 30/8/2012 | zamalka | 52 | mother | khana 45 number
youssef-khoury | يوسف / جورج / / خوري | نجلاء شماس | m | حوالي 1960 | qusayr | 4/2012 | qusayr | 53 | son |
nadia-zidan | ناديا / وليد / / زيدان | هاجر موعد | f | 1994 | yarmouk | 5/2014 | yarmouk | 54 | mother | first
"""

COLUMNS = ("key", "name", "mother", "sex", "birth", "born_in", "disappeared", "where", "family", "kin", "extras")


def people() -> list[dict[str, str]]:
    """Return the lines as a list of what they say."""
    lines = (line.split("|") for line in PEOPLE.strip().splitlines())
    return [dict(zip(COLUMNS, (cell.strip() for cell in cells), strict=True)) for cells in lines]
