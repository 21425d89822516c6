"""Syria as lists write it: slug | kind | Arabic | English | lies in | other spellings.

General knowledge: governorates, towns, and the prisons, branches and military hospitals that are widely known by name.
A spelling belongs to one place only, or a list that uses it would mean neither (a test holds that).
"""

from tools.demo.detention_places import DETENTION_PLACES
from tools.demo.rows import Row, place, place_alias

SOURCE = "athar-gazetteer"

SYRIA = """
syria | country | سوريا | Syria | | سورية, الجمهورية العربية السورية, Syrie, Suriya
damascus | governorate | دمشق | Damascus | syria | مدينة دمشق, الشام, Damas, Dimashq, Dimashk
rif-dimashq | governorate | ريف دمشق | Rif Dimashq | syria | ريف الشام, Rural Damascus, Damascus countryside, Rif Damas, Reef Dimashq
aleppo | governorate | حلب | Aleppo | syria | محافظة حلب, Alep, Halab
homs | governorate | حمص | Homs | syria | محافظة حمص, Hims, Homos
hama | governorate | حماة | Hama | syria | محافظة حماة, حماه, Hamah
latakia | governorate | اللاذقية | Latakia | syria | محافظة اللاذقية, Lattakia, Lattaquie, Lattaquié, Ladhiqiyah
tartus | governorate | طرطوس | Tartus | syria | محافظة طرطوس, Tartous, Tartous governorate
idlib | governorate | إدلب | Idlib | syria | محافظة إدلب, Idleb, Edlib
raqqa | governorate | الرقة | Raqqa | syria | محافظة الرقة, Ar-Raqqah, Rakka, Raqa
deir-ez-zor | governorate | دير الزور | Deir ez-Zor | syria | ديرالزور, Deir Ezzor, Deir al-Zor, Dayr az-Zawr, Deir Azzour
hasakah | governorate | الحسكة | Hasakah | syria | محافظة الحسكة, Al-Hasakah, Hassaké, Hassakeh, Hasaka
daraa | governorate | درعا | Daraa | syria | محافظة درعا, Dar'a, Deraa, Dara
suwayda | governorate | السويداء | Suwayda | syria | السويدا, As-Suwayda, Sweida, Soueida, Souweida
quneitra | governorate | القنيطرة | Quneitra | syria | محافظة القنيطرة, Qunaytirah, Kuneitra, Kouneitra
"""

TOWNS = """
douma | town | دوما | Douma | rif-dimashq | Duma
harasta | town | حرستا | Harasta | rif-dimashq | Harsta
darayya | town | داريا | Darayya | rif-dimashq | داريّا, Daraya, Dareya
moadamiya | town | معضمية الشام | Moadamiyat al-Sham | rif-dimashq | المعضمية, Muadamiya, Mouadamiya, Moadamiyeh
zabadani | town | الزبداني | Zabadani | rif-dimashq | Az-Zabadani, Zebdani
madaya | town | مضايا | Madaya | rif-dimashq | Madaya Rif Dimashq
qudsaya | town | قدسيا | Qudsaya | rif-dimashq | Kudsaya, Qoudsaya
al-tall | town | التل | Al-Tall | rif-dimashq | Tall, At-Tall, Al-Tal
saqba | town | سقبا | Saqba | rif-dimashq | Sakba
arbin | town | عربين | Arbin | rif-dimashq | Irbin, Erbin, Arbeen
zamalka | town | زملكا | Zamalka | rif-dimashq | Zamelka
jaramana | town | جرمانا | Jaramana | rif-dimashq | Jeramana
qatana | town | قطنا | Qatana | rif-dimashq | Katana
nabk | town | النبك | Al-Nabk | rif-dimashq | Nabek, Nebek
yabroud | town | يبرود | Yabroud | rif-dimashq | Yabrud
sednaya-town | town | بلدة صيدنايا | Sednaya (town) | rif-dimashq |
dhumair | town | الضمير | Dhumair | rif-dimashq | ضمير, Dumayr, Dumair, Al-Dumayr
dhumair-desert | area | بادية الضمير | Dhumair desert | rif-dimashq | صحراء الضمير, Dumayr desert
midan | area | الميدان | Midan | damascus | حي الميدان, Al-Midan, Meedan
barzeh | area | برزة | Barzeh | damascus | Barza, Berzeh
qaboun | area | القابون | Qaboun | damascus | Qabun, Kaboun
jobar | area | جوبر | Jobar | damascus | Jawbar, Jobar Damascus
kafr-sousa | area | كفرسوسة | Kafr Sousa | damascus | كفر سوسة, Kafar Souseh, Kafr Susa
mezzeh | area | المزة | Mezzeh | damascus | Mazzeh, Mezze
yarmouk | area | مخيم اليرموك | Yarmouk camp | damascus | اليرموك, Yarmuk
homs-city | town | مدينة حمص | Homs (city) | homs |
palmyra | town | تدمر | Palmyra | homs | Tadmur, Palmyre
rastan | town | الرستن | Al-Rastan | homs | Rastan, Ar-Rastan
talbiseh | town | تلبيسة | Talbiseh | homs | Talbisa
qusayr | town | القصير | Al-Qusayr | homs | Qusair, Qousseir
hama-city | town | مدينة حماة | Hama (city) | hama |
salamiyah | town | سلمية | Salamiyah | hama | السلمية, Salamieh, Salamiya
aleppo-city | town | مدينة حلب | Aleppo (city) | aleppo |
al-bab | town | الباب | Al-Bab | aleppo | El Bab
manbij | town | منبج | Manbij | aleppo | Menbij, Mumbij
afrin | town | عفرين | Afrin | aleppo | Efrin, Efrîn
ayn-al-arab | town | عين العرب | Ayn al-Arab | aleppo | كوباني, Kobani, Kobanê, Kobane
idlib-city | town | مدينة إدلب | Idlib (city) | idlib |
maarat-al-numan | town | معرة النعمان | Maarat al-Numan | idlib | المعرة, Maarrat al-Nu'man, Maaret el-Noman
jisr-al-shughur | town | جسر الشغور | Jisr al-Shughur | idlib | Jisr ash-Shugur, Jisr el-Choughour
saraqib | town | سراقب | Saraqib | idlib | Saraqeb
jableh | town | جبلة | Jableh | latakia | Jabala, Jablé
baniyas | town | بانياس | Baniyas | tartus | Banias
daraa-city | town | درعا البلد | Daraa al-Balad | daraa | مدينة درعا, Daraa (city)
nawa | town | نوى | Nawa | daraa | Naoua
inkhil | town | إنخل | Inkhil | daraa | Enkhel, Inkhel
jasim | town | جاسم | Jasim | daraa | Jasem
busra | town | بصرى الشام | Busra al-Sham | daraa | Bosra, Bosra al-Cham
qamishli | town | القامشلي | Qamishli | hasakah | قامشلو, Kamishli, Qamishlo, Kamechliyé
amuda | town | عامودا | Amuda | hasakah | Amude, Amouda
mayadin | town | الميادين | Al-Mayadin | deir-ez-zor | Mayadeen
abu-kamal | town | البوكمال | Abu Kamal | deir-ez-zor | أبو كمال, Albu Kamal, Al-Bukamal
tabqa | town | الطبقة | Tabqa | raqqa | مدينة الثورة, Al-Thawrah, Tabka
shahba | town | شهبا | Shahba | suwayda | Chahba
"""


def places_in(table: str) -> list[Row]:
    """Return the places of a table, each followed by its other spellings."""
    rows: list[Row] = []
    for line in table.strip().splitlines():
        slug, kind, arabic, english, parent, others = (cell.strip() for cell in line.split("|"))
        rows.append(place(slug, kind, arabic, english, parent=parent, by=SOURCE))
        rows += [place_alias(slug, other.strip()) for other in others.split(",") if other.strip()]
    return rows


def gazetteer() -> list[Row]:
    """Return every place of general knowledge, what contains before what is contained."""
    return [*places_in(SYRIA), *places_in(TOWNS), *places_in(DETENTION_PLACES)]
