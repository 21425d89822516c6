"""Given names of the Levant and how often each is borne; the people who bear them here are invented.

The shares of the commonest are rounded estimates, in a thousand men, from the order in which lists of Syrian
names run; those of the rest fall off as ranks do (Zipf).
"""

from __future__ import annotations

from .luck import Lot
from .sounds import Word, words_from

COMMON_MEN = """
    muHammad:110 'aHmad:65 3alI:42 maHmUd:34 Hasan:32 Husen:30 xAlid:28 muSTafY:22 3umar:22
    'ibrAhIm=إبراهيم:22 yUsuf:18 3abd_allAh:18 3abd_al-raHmAn=عبد_الرحمن:14 xalIl:10 'ismA3Il=إسماعيل:10
    sulemAn=سليمان:7 yAsir:7 HusAm:7 3ammAr:7 walId:7 fAdI:5 mAhir:6 bassAm:6 sAmir:6 ziyAd:5 rAmI:5 bAsil:5
    yaHyY=يحيى:5 mUsY:5 3IsY:5 jamAl:6 kamAl:4 nabIl:4 gassAn:5 firAs:5 mAzin:4 niDAl:4 hevam:4 'ayman:6
    'anas:6 mu3Ac:3 3adnAn:5 Hamza@:5 bilAl:5 TAriq:5 sa3Id:6 SAliH:5 qAsim:4 3abd_al-karIm:5
    3abd_al-qAdir:5 3abd_al-3azIz:4 3abd_al-HamId:3 muHyI_al-dIn=محي_الدين:3 nUr_al-dIn:3 jAsim:3 3abdU:3
    3uvmAn:3 HammUd:3 3Amir:4 nASir:4 hi$Am:4 samIr:5 munIr:3 feSal:3 fu'Ad:3 'usAma@:4 muHsin:2 zakariyyA:3
    3imAd:4 riyAD:4 jihAd:3 'akram:3 HAzim:2.5 SalAH:4 3abd_al-majId:2 3abd_al-salAm:2.5
    3abd_al-laTIf=عبد_اللطيف:2 3abd_al-HakIm:1.5 3abd_al-razzAq:2.5 muHammad_3alI:3 muHammad_xer:3
    muHammad_nUr:2 muHammad_'amIn:2 muHammad_Hasan:1.5 muHammad_sa3Id:1.5 muHammad_xAlid:1 muHammad_zuher:1
    muHammad_'adIb:0.7 'aHmad_3alI:0.7 muHammad_yAsir:0.7 3alI_Husen:0.5
"""
OTHER_MEN = """
    $Adi=شادي tAmir wAlI raDwAn zuher marwAn 'amjad 'a$raf luqmAn hAnI wA'il nAdir sulTAn jalAl HAmid HAtim
    nizAr quSay mu'ayyad muhannad mu3taz muntaSir nAjI najIb nAyif nawwAf nazIh na3Im nofal muncir muxliS
    murAd mar3I maHfUZ majd majdI lu'ay=لؤي kan3An karam kAmil kAZim jum3a@ jAbir 'iyAd 'iHsAn hAdI hilAl
    humAm wisAm waDDAH warid yazan yazId ya3qUb yAsIn yasAr SabrI SAbir SafwAn SAdiq $ukrI $Akir $abIb $Ahir
    $afIq $arIf $awqI $awkat $A'iq sAlim salmAn salIm samHAn sAmI sAmiH sayyAf sinAn suhel su3Ud sufyAn
    sirAj sarHAn sa3d sa3dUn saTTAm zed zAhir zAhI zAkI zuhdI zen_al-3AbidIn=زين_العابدين rA'id rAmiz rA3id
    rabI3 rajab ra$Ad ra$Id raDI rafIq ramaDAn ra'fat rizq riDA ru$dI DirAr TalAl Tal3at TaHA=طه TAhir ZAfir
    3abbAs 3Abid 3Adil 3ASim 3Arif 3awwAd 3aTA 3aTiyya@ 3aqIl 3azzAm 3iSAm 3irfAn 3ubeda@ 3udayy 3urwa@
    3ukkA$a@ 3allAm 3alwAn 3amr=عمرو 3imrAn 3ayyA$ gAlib gAzI gayyAv gAnim fA'iz fA'iq fAris fArUq fatHI
    faxrI faraj farHAn fahd fahmI fawwAz fawzI qes qutayba@ qAdrI qa3qA3 HabIb Hedar HamdI HamdAn HAriv
    hArUn HassAn HasIb HikmAt=حكمت HilmI Hucefa@ HumUd xaTTAb xaDir xalaf xalfAn xamIs xerI dAwUd=داود
    da33As diyAb dIb darwI$ ciyAb jawAd jabr jadU3 ja3far jamIl ba$$Ar ba$Ir bAhir bAqir badr badI3 barA'
    burhAn barakAt bakrI bakr 'abU_bakr 'Adam=آدم 'ASif 'adham 'adIb 'arsalAn 'azhar 'as3ad 'asad 'aslam
    'amIn 'amIr 'anwar 'aws 'ayyUb 'ayham 'IhAb 'idrIs 'isHAq=إسحاق 'iskandar 'ilyAs tAj_al-dIn taysIr
    tawfIq tammAm turkI taHsIn vA'ir vAmir vAbit $ams_al-dIn $ihAb_al-dIn $araf_al-dIn sef_al-dIn
    SalAH_al-dIn 3izz_al-dIn 3alA'_al-dIn faxr_al-dIn jamAl_al-dIn HusAm_al-dIn bahA'_al-dIn naSr_al-dIn
    xer_al-dIn zen_al-dIn badr_al-dIn DiyA'_al-dIn sa3d_allAh naSr_allAh fatH_allAh 3aTA_allAh xer_allAh
    nUr_allAh hibat_allAh=هبة_الله 3abd_al-ganI 3abd_al-hAdI 3abd_al-wahhAb 3abd_al-wAHid 3abd_al-nASir
    3abd_al-mun3im 3abd_al-muHsin 3abd_al-fattAH 3abd_al-gafUr 3abd_al-jabbAr 3abd_al-jalIl 3abd_al-HalIm
    3abd_al-xAliq 3abd_al-raHIm 3abd_al-ra'Uf=عبد_الرؤوف 3abd_al-raqIb 3abd_al-samI3 3abd_al-Samad
    3abd_al-3AlI 3abd_al-3aZIm 3abd_al-qayyUm 3abd_al-mawlY 3abd_al-nAfi3 3abd_al-bAqI 3abd_al-bAsiT
    3abd_al-tawwAb 3abd_rabbih 'aSlAn maHrUs mAjid mAlik ma'mUn mahdI mihyAr mi$3al muS3ab mu3Awiya@
    mu3ammar muTlaq muTI3 muwaffaq muvannY manAf manhal manSUr mas3Ud ma$hUr mulhim mufliH mufId mumtAz
    nAZim nabhAn nadIm nihAd niZAm nimr nUrI nUH nu3mAn hAyil hazzA3 hawwA$ walI wasIm wadI3 wAjid muDar
    'ubayy sawwAr rAkAn DAHI $lA$=شلاش mahyUb Saqr $Ahin=شاهين rayyAn jarrAH 3uqba@ Tulayb labIb bakkUr
    HammAdI 3allAwI jum3An 3arab rAziq rabAH kurdI $AmI HarbI HijAzI
"""
WOMEN = """
    fATima@:70 maryam:35 3A'i$a@:28 xadIja@:28 zenab:30 'Amina@:26 HalIma@:14 su3Ad:12 hudY:14 munY:10
    najwY:8 nadY:5 hanA':9 HanAn:10 hAla@:7 hiyAm:6 hind:6 wafA':9 warda@:4 widAd:6 wi'Am:3 yusrY:5 yAsmIn:4
    SabAH:7 SafA':6 Safiyya@:5 $ahIra@:3 $ahd:2 $Adiya@:4 $afIqa@:3 $ukriyya@:3 $aymA':3 $IrIn:2 samIra@:9
    samAH:4 samar:6 sAmiya@:5 salmY:6 salwY:6 sanA':6 sawsan:5 sihAm:6 suhAd:4 suzAn=سوزان:3 sukena@:3
    sumayya@:4 sAra@:4 zahra@:4 zahrA':4 zakiyya@:5 zubeda@:2 rA'ida@:2 rAniya@:3 rAbi3a@:2 rajA':6 raHma@:3
    ra$A:3 raDiyya@:2 rafIqa@:2 ramziyya@:2 randa@:3 ranA:3 rIm:5 rIma@:5 ruqayya@:4 rawDa@:3 riHAb:3
    rawAn:2 DuHY:2 ZarIfa@:1 3abIr:6 3abla@:2 3afAf:5 3aliyya@:3 3alyA':3 3Atika@:2 3afrA':2 3A'ida@:3
    3azIza@:4 3iSmat:1 gAda@:4 gAliya@:3 gAziya@:2 gufrAn:3 gazAla@:2 fA'iza@:3 fAdiya@:4 farIda@:3 faTTUm:2
    fAtin:3 fahIma@:2 fawziyya@:5 fahda@:2 firyAl:3 feruz=فيروز:2 qamar:2 HasnA':3 HamIda@:3 HayAt=حياة:5
    HasIba@:2 HikmAt=حكمت:1 HUriyya@:3 xAlidiyya@:1 xazna@:2 xeriyya@:3 xitAm:2 xulUd:4 dalAl:5 da3d:1
    dIma@:2 cahabiyya@:1 jamIla@:6 jawAhir:2 juhena@:2 jumAna@:3 bAsima@:2 badI3a@:3 badriyya@:3 bahIja@:2
    bahiyya@:2 basma@:3 bu$rY:5 balqIs=بلقيس:1 buvena@:3 'asmA':7 'asmahAn:2 'aHlAm:4 i3tidAl:1 'iqbAl:2
    'ilhAm:5 'ImAn:8 'amal:6 'amAnI:3 'amIra@:4 'umema@:2 'umm_kulvUm:1 'anIsa@:2 'in3Am:4 intiSAr:3
    taHiyya@:1 tagrId:3 turkiyya@:2 tamAm:1 vanA':3 vurayyA:3 mAjida@:3 madIHa@:3 mirVat=ميرفت:3 mas3Uda@:1
    malak:3 manAl:6 manAr:2 mayyAda@:2 mesUn:2 mesA':3 mu'mina@:2 nAdiya@:4 nAhid:2 nAzik:2 nabIha@:2
    nabIla@:3 najAH:5 najlA':3 nasIma@:2 na3Ima@:4 nafIsa@:2 nUr:5 nUra@:4 nawAl:6 ni3ma@:2 nisrIn:3 hAjar:3
    hayfA':3 hayla@:1 riDwAna@:1 $ams:1 wazIra@:1 Tarfa@:1 Hamda@:2 $amsa@:2 3abda@:1 rahaf:2 lInA:2
    luTfiyya@:2 lamyA':2 laylY:6 lubnY:3 mayy:2 mahA:4 marAm:2 ruwayda@:2
"""
CHRISTIAN_MEN = """
    jOrj=جورج 'ilyAs HannA mIxA'Il=ميخائيل jiryis=جريس tOnI butrus=بطرس bUlus=بولس yUHannA=يوحنا jubrAn
    naqUlA=نقولا 'antUn=أنطون $arbil mArUn 3abd_al-masIH sam3An=سمعان 'ibrAhIm=إبراهيم yUsuf rImUn=ريمون
    'iskandar 'adIb fu'Ad najIb nabIl samIr fArIs salIm xalIl ya3qUb mUrIs EmIl=إميل 'albEr=ألبير
    rUjEh=روجيه jAn=جان fAdI rAmI bassAm gassAn 'elI=إيلي sarkIs=سركيس dAnyAl=دانيال $afIq kamIl HabIb
    tawfIq munIr nAdir jamIl
"""
CHRISTIAN_WOMEN = """
    maryam mAryA=ماريا mArI=ماري tErEz=تيريز 'ilIn=إلين jOrjEt=جورجيت hilAna@ salmY rOz=روز warda@ najIba@
    nuhY jamIla@ 3afIfa@ lOrIs=لوريس kAtya=كاتيا rItA=ريتا mArlIn=مارلين 'antUnEt=أنطوانيت 'amal samIra@
    lUsI=لوسي jUlyA=جوليا VEra=فيرا sa3Ad wadI3a@ farIda@
"""
KURDISH_MEN = """
    'AzAd=آزاد $iyAr=شيار rOjhAt=روجهات jwAn=جوان dilIr=دلير bEkas=بيكس sIpAn=سيبان diyAr=ديار xabat=خبات
    hOzAn=هوزان rEzAn=ريزان kAwA=كاوا $ErkO=شيركو nECIrVAn=نيجيرفان bAzAd=بازاد hEmIn=هيمن noroz=نوروز
    zinAr=زنار rOnI=روني zOrAb=زوراب hAjAr=هجار jAnO=جانو masTO=مستو HasO=حسو HamO=حمو rustam=رستم
    $ExmUs=شيخموس bOzAn=بوزان barzAn=برزان sarwAr=سروار 'aHmad muHammad 3alI maHmUd Hasan Husen xalIl
    ramaDAn sulemAn=سليمان
"""
KURDISH_WOMEN = """
    $IrIn=شيرين rOjIn=روجين bErIVAn=بيريفان zOzAn=زوزان gulIstAn=كولستان nasrIn=نسرين rOnAhI=روناهي
    hEVIn=هيفين xazAl=خزال zEnAb=زيناب fATE=فاتي 'AmInE=آمينة gulE=كولي parwIn=بروين $InO=شينو dilbar=دلبر
    fATima@ maryam zenab
"""
ARMENIAN_MEN = """
    hAkOb=هاكوب krIkOr=كريكور sArkIs=سركيس bEdrOs=بيدروس hArUt=هاروت garAbEt=كرابيت VAhE=فاهي nErsEs=نرسيس
    'ArAm=آرام hrAC=هراتش lEVOn=ليفون mAnUk=مانوك OhAnnEs=أوهانيس 'AVO=آفو mIhrAn=مهران VArtAn=فارتان
    tIgrAn=تيكران bOgOs=بوغوس zAVEn=زافين kEVOrk=كيفورك stEpAn=ستيبان 'ArtIn=آرتين
"""
ARMENIAN_WOMEN = """
    'AnI=آني sOnA=صونا zabEl=زابيل hrIpsImE=هريبسيمه mArAl=مارال sIrAn=سيران tAlIn=تالين SOVIk=شوفيك
    'ArAksI=آراكسي nArE=ناري lUsIn=لوسين VartuhI=فارتوهي sEtA=سيتا 'ArpI=آربي
"""
A_THOUSAND_MEN = 1000.0


def _weighed(table: str) -> list[tuple[Word, float]]:
    entries = [entry.rpartition(":") for entry in table.split()]
    words = words_from(" ".join(entry for entry, _, _ in entries))
    return list(zip(words, (float(weight) for _, _, weight in entries), strict=True))


def _ranked(table: str, share: float = 1.0) -> list[tuple[Word, float]]:
    words = words_from(table)
    weights = [1.0 / (rank + 6) for rank in range(len(words))]
    return [(word, share * weight / sum(weights)) for word, weight in zip(words, weights, strict=True)]


def _men() -> Lot[Word]:
    common = _weighed(COMMON_MEN)
    borne = sum(weight for _, weight in common)
    return Lot([*common, *_ranked(OTHER_MEN, A_THOUSAND_MEN - borne)])


# A community → its men's and its women's names.
GIVEN_NAMES: dict[str, tuple[Lot[Word], Lot[Word]]] = {
    "": (_men(), Lot(_weighed(WOMEN))),
    "christian": (Lot(_ranked(CHRISTIAN_MEN)), Lot(_ranked(CHRISTIAN_WOMEN))),
    "kurdish": (Lot(_ranked(KURDISH_MEN)), Lot(_ranked(KURDISH_WOMEN))),
    "armenian": (Lot(_ranked(ARMENIAN_MEN)), Lot(_ranked(ARMENIAN_WOMEN))),
}
