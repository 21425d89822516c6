"""What family names are built from: forefathers, trades, towns, three-letter roots. No list of real families."""

from __future__ import annotations

# The likeliest first: forefathers with the article, trades, towns.
FREQUENT = """
    al-'aHmad al-muHammad al-3alI al-Hasan al-Husen al-xalIl al-'ibrAhIm=الإبراهيم al-yUsuf al-maHmUd
    al-xalaf al-muSTafY al-3umar al-3abd_allAh=العبد_الله al-jAsim al-SAliH al-sa3Id al-mUsY al-xaTIb
    al-HaddAd al-najjAr al-$ex al-HAjj al-sayyid al-Hamad al-3IsY al-HamawI al-HalabI al-HumSI=الحمصي
    al-$AmI al-dimi$qI al-maSrI=المصري al-turkmAnI al-kurdI al-HorAnI al-derAnI=الديراني al-biqA3I al-qudsI
    al-rifA3I al-masAlima@ al-zu3bI al-HarIrI al-na3ImI al-jubUrI al-3ugedI=العكيدي al-baggArI=البقاري
    $aHAda@ $a3bAn ramaDAn darwI$ xalIl 'ismA3Il=إسماعيل HammUd HamdAn qAsim sulemAn=سليمان 'abU_zed
    'abU_Hamda@ al-3abdU al-dIb al-nimr al-'asad al-Saqr
"""
TRADES = """
    HaddAd najjAr xayyAT HallAq xabbAz laHHAm qaSSAb dahhAn dabbAg sarrAj SabbAg SAyig SarrAf 3aTTAr xuDarI
    sammAn HajjAr naHHAs qazzAz fawwAl Ha$$A$ HaTTAb saqqA raTTAb farrAn TaHHAn kayyAl wazzAn HammAl jammAl
    baggAl 3akkAm HakIm TabIb SedalI kAtib mu3allim mudarris muHAmI qADI muftI xaTIb mu'accin HAfiZ qabbAnI
    SabbUnI gassAl labbAn jabbAn zayyAt qaTTAn nassAj HallAj xarrAT naqqA$ rassAm warrAq $a33Ar $arbAtI
    tannUrjI xaymI sakkAkInI sA3AtI kundarjI qundaqjI qahwajI HalawAnI bustAnI jannAn fallAH rA3I SayyAd
    baHHAr mallAH qubTAn turjumAn jazzAr $ammA3 qawwAs sayyAf rammAH bawwAb HArisI xaznadAr dawAlIbI
    qabAqibI najjAd HammAmjI sukkarI=سكري TarabI$I=طرابيشي
"""
# Towns and lands as their nisbas begin: HamawI, HalabI, derAnI.
NISBA_STEMS = """
    Halab HumS Hamaw dimi$q biqA3 dUmAn nabk yabrUd zabadAn qalamUn gUTAn jolAn nawaw buSraw tadmur raqqAw
    der furAt mayAdIn 3An mu3arr sarAqib 'idlib=إدلب bAnyAs TarTUs lAciqAn jablAw qunaytr swed $ahb qAmi$l
    3afrIn manbij 'a3zAz sufer xAbUr 3entAb mardIn mUSil bagdAd baSr najaf nAblus yAfAw HefAw=حيفاو gazzAw
    3akkAw Tabar SafadAw ramlAw SedAw berUt TarAbulus ba3lbak jizzIn zaHlAw magrib jazA'ir tUnis HijAz yaman
    najd turkmAn $arkas dAgistAn 'arna'UT gor sAHil jabal barr sUq HUrAn qal3Aw tall karak 3ajlUn salT=سلط
    balqAw nASir xAlid $amar 3anaz na3em maHAmId miqdAd faD3Un ruwel Hasan fA3Ur sardI 3umUr mawlAw Hadid
    Tayy xaraS ba$Ar faDl ganAm jum3Ay sul3 waHsh=وحش sIrAn kafrAn
"""
ROOTS = """
    Hmd slm krm jml kml nSr xld 3mr s3d flH sbH rjH mdH frH jrH nj3 rb3 3bd zhr bdr qmr hll sHb mTr r3d brq
    3Sf TrS gbr $rf qrf 3qf zlf xlf slf 3lf klf dlf jrf Srf brd wrd srd frd jrd hdd mjd sjd njd xmd jmd rmd
    3md gmd bkr $kr skr fkr nkr mkr 3kr dkr xDr nDr HDr qSr 3Sr nSf mHr nHr sHr bHr fxr jbr Sbr xbr kbr nbr
    zbr dbr qbr $hb dhb nhb rhb shb lhb ghb 3jb njb rjb Hjb xTb HTb qTb rTb nqb 3qb sqb $qb lqb rqb xlb Hlb
    jlb slb qlb glb Tlb 3lb $lb klb Hrb Drb srb qrb grb 3rb $rb jrb trb drs frs Hrs grs jrs qrs mrs 3rs $ms
    lms xms Hms qms nms $bl qbl jbl Hbl sbl nbl Tbl zbl 3bl 3jl rjl njl Hjl fDl 3Dl nDl fSl nSl wSl bSl Sql
    3ql nql bql Hql $gl bgl rHm $Hm lHm fHm zHm wHm qdm xdm ndm 3dm hdm rdm Hzm 3zm jzm hzm lzm rzm xTm HTm
    3Zm nZm kZm Zlm 3lm slx $mx
"""
# A pattern with the root's letters as 1, 2, 3 makes names of trades, qualities, diminutives and their nisbas.
PATTERNS = (
    "1a22A3", "1A2i3", "1a2I3", "1a23An", "ma12U3", "1u2e3", "1a23Un", "1a22U3", "1a2A3I", "1a23AwI", "1a23AnI",
    "1u2e3I", "1a22A3I", "mu1a22i3", "1A2U3", "1a2U3I", "1a23@", "'a12a3", "1a2A3n@", "mi12A3", "1u2A3",
)  # fmt: skip
CHRISTIAN = """
    xUrI qissIs $ammAs jubrAn naSr_allAh mIxA'Il=ميخائيل sAbA $AhIn=شاهين 3abbUd sarkIs=سركيس buTrus xazzUm
    farHA Tannus HabIb naqqAr 'asbar nu3ma@ $alHUb qusTandI mitrI zaytUn jurjI 'andrAwus $adId mu'cin laHHAm
    dAwUd 3Azar gurayyib HannAwI lUqA sImOn=سيمون rizq tUmA mansY kassAb barSUm sawmI gabrO=كبرو 'afrAm
    'isHaq=إسحق
"""
KURDISH_STEMS = """
    $Ex bakr bOz=بوز Had mist 3uvm 'Os=أوس ra$ kul zIr dArb gul=كل kOr mIr bIr hEs pIr zAz kIk xOj HAj mAl
    sIn barAz mill kIt $Ik 'umar=عمر xal Hasn mUs 'Ib qAr jamI dIb mam kOb derb qAd rasUl 3af mIn $Am zUr
    bAj kEl tOb
"""
KURDISH_ENDS = ("O", "kO", "I", "lI", "An", "zAd@", "Ik", "Os")
ARMENIAN_STEMS = """
    hAkOb krIkOr sArkIs=سركيس bEdrOs mAnUk 'ArAm=آرام pOgOs kEVOrk mArdIrOs garAbEt=كرابيت OhAnnEs=أوهانيس
    stEpAn tErz kAzAnj dEmIrj 'EkmEkj=أكمكج sImOn AVEdIs=أفيديس mIhrAn=مهران zAkAr nAzAr tOrOs=طوروس pAlAb
    kEsAb AtAm=آدام hAlAb=حلب $AhbAz kUyUmj bOyAj nAlbAnd tOpAl dErdEr bAgdAsAr jIzmEj
"""
KUNYA_NOUNS = """
    Hasan 3alI Husen xalIl $AhIn rA$id sa3d 3ASI gazAla@ Harb naSr 3asal zIna@ HamdAn $anab dAn TarbU$ rAs
    lebda@ 3ammAr jamra@ HalAwa@ $oka@ xAtim Tabl qamar nabbUt xamIs bakr fAris SAliH najm hadba@ Hijla@
    SAfI 3Abid jabal maHmUd qAsim samra@ rUmiyya@ jeb $Ala@ Tawila@ jadda@ leT nuqTa@ Salib=صليب lawz 3arraj
    dabbUs surra@ fa$xa@ tIna@ barAd
"""
SERVANT_NOUNS = """
    ganI nabI raHIm laTIf jawAd rabb Haqq salAm 3Al Samad razzAq qAdir karIm HamId 3azIz majId wAHid nUr
    3ATI jalIl HAfiZ mawlY sattAr hAdI 'ilAh=إله fattAH
"""
