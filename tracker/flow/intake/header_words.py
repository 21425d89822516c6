"""The words over the columns of lists, in Arabic, English and French: to teach a word, add it here.

Spelling does not matter: hamza, ة or ه, the article ال, capitals, accents and punctuation are folded away,
and what stands in brackets is passed over.
"""

from typing import Final

# Field → what it may be called. A word may stand under one field only; a test holds that.
HEADER_WORDS: Final[dict[str, str]] = {
    "name": (
        "الاسم, الاسم الثلاثي, الاسم الرباعي, الاسم الكامل, الاسم الثلاثي أو الرباعي, الاسم والشهرة, الاسم "
        "والكنية, اسم المعتقل, اسم السجين, اسم النزيل, اسم الموقوف, اسم المتوفى, اسم المفقود, اسم الشهيد, "
        "اسم المريض, اسم الشخص, اسم صاحب الجثة, الأسماء, اسماء المعتقلين, name, full name, complete name, "
        "name of detainee, detainee, detainee name, prisoner, prisoner name, name of prisoner, missing "
        "person, name of deceased, deceased name, victim, victim name, name of victim, nom, noms, nom complet, "
        "nom du detenu, detenu, nom du prisonnier, nom de la victime, الاسم والنسبة, اسم الضحية, اسم المختفي, "
        "اسم المغيب"
    ),
    "name_family_first": (
        "الكنية والاسم, النسبة والاسم, الشهرة والاسم, الكنية والاسم واسم الأب, الكنية الاسم, family name first, "
        "surname and name, surname and given name, last name first name, family name and given name, "
        "nom et prenom, nom et prenoms, nom prenom, noms et prenoms"
    ),
    "given": (
        "الاسم الأول, الاسم الشخصي, الاسم المجرد, اسم العلم, given name, given names, first name, "
        "firstname, forename, prenom, prenoms"
    ),
    "father": (
        "اسم الأب, الأب, اسم الوالد, الوالد, father, father name, fathers name, name of father, pere, nom "
        "du pere, prenom du pere"
    ),
    "grandfather": (
        "اسم الجد, الجد, grandfather, grandfather name, grandfathers name, name of grandfather, grand pere, "
        "nom du grand pere"
    ),
    "family": (
        "الكنية, النسبة, الشهرة, العائلة, اسم العائلة, اللقب العائلي, family, family name, surname, last "
        "name, lastname, nom de famille"
    ),
    "mother": (
        "اسم الأم, الأم, اسم الوالدة, الوالدة, اسم الأم وكنيتها, اسم الأم ونسبتها, اسم وكنية الأم, mother, "
        "mother name, mothers name, name of mother, mere, nom de la mere, prenom de la mere"
    ),
    "sex": "الجنس, النوع, ذكر أنثى, sex, gender, sexe, genre",
    "birth": (
        "تاريخ الولادة, تاريخ الميلاد, الميلاد, الولادة, المواليد, تولد, التولد, سنة الولادة, سنة الميلاد, "
        "عام الولادة, تاريخ التولد, birth, born, birth date, birthdate, date of birth, dob, year of birth, "
        "birth year, date de naissance, naissance, annee de naissance, ne le, ne en"
    ),
    "birth_place": (
        "محل الولادة, مكان الولادة, مكان الميلاد, محل الميلاد, مسقط الرأس, birthplace, birth place, place "
        "of birth, lieu de naissance"
    ),
    "birth_place_and_date": (
        "محل وتاريخ الولادة, مكان وتاريخ الولادة, مكان وتاريخ الميلاد, محل وتاريخ الميلاد, محل الولادة "
        "وتاريخها, مكان الولادة وتاريخها, تاريخ ومحل الولادة, تاريخ ومكان الولادة, محل وتاريخ التولد, place "
        "and date of birth, date and place of birth, lieu et date de naissance, date et lieu de naissance"
    ),
    "registry_place": (
        "محل القيد, مكان القيد, أمانة السجل, الأمانة, محل النفوس, مكان النفوس, قيد النفوس, السجل المدني, "
        "registry place, place of registry, place of registration, civil registry, lieu d enregistrement, "
        "lieu d etat civil"
    ),
    "registry_number": (
        "الخانة, رقم الخانة, رقم القيد, رقم النفوس, registry number, registration number, civil registry "
        "number, khana, numero d etat civil, numero de registre"
    ),
    "registry": (
        "محل ورقم القيد, القيد, مكان ورقم القيد, الأمانة والخانة, محل القيد ورقمه, القيد والخانة, محل القيد "
        "والخانة, registry, registry place and number, etat civil, lieu et numero d enregistrement"
    ),
    "national_number": (
        "الرقم الوطني, رقم الهوية, رقم البطاقة الشخصية, رقم الهوية الشخصية, national number, national id, "
        "national id number, id number, identity number, numero national, numero d identite"
    ),
    "prisoner_number": (
        "رقم السجين, رقم المعتقل, رقم النزيل, رقم الموقوف, رقم السجن, رقم الأمانات, prisoner number, "
        "detainee number, inmate number, prisoner no, detainee no, numero de detenu, numero du detenu, "
        "numero de prisonnier, matricule"
    ),
    "body_number": (
        "رقم الجثة, رقم الجثمان, الجثة, رقم المتوفى, رقم الجثه في المشفى, body number, body no, corpse "
        "number, body, numero du corps, numero de corps"
    ),
    "facility": (
        "السجن, اسم السجن, الفرع, الجهة, مكان الاحتجاز, مكان الاعتقال, مكان التوقيف, مكان السجن, جهة "
        "الاحتجاز, الجهة الموقوف لديها, المشفى, المستشفى, الفرع الأمني, رقم الفرع, facility, prison, "
        "branch, hospital, place of detention, detention place, detention facility, lieu de detention, "
        "branche, hopital, etablissement"
    ),
    "arrested": (
        "تاريخ الاعتقال, تاريخ التوقيف, تاريخ القبض, تاريخ الاختفاء, تاريخ الفقدان, تاريخ الاحتجاز, "
        "الاعتقال, arrested, arrest date, date of arrest, arrested on, detained, detained on, date of "
        "detention, date of disappearance, date d arrestation, arrete le, date de disparition"
    ),
    "entered": (
        "تاريخ الدخول, تاريخ الإيداع, تاريخ دخول السجن, تاريخ الاستلام, تاريخ الورود, تاريخ الوصول, الدخول, "
        "entered, entry date, date of entry, date of admission, admission date, admitted, date d entree, "
        "entree, date d admission"
    ),
    "died": (
        "تاريخ الوفاة, الوفاة, تاريخ الموت, تاريخ الاستشهاد, سنة الوفاة, تاريخ الإعدام, died, death, death "
        "date, date of death, died on, deceased on, date de deces, date du deces, deces, mort le, decede le"
    ),
    "death_cause": (
        "سبب الوفاة, سبب الموت, أسباب الوفاة, cause of death, death cause, cause, cause de deces, cause du "
        "deces"
    ),
    "body_order": (
        "تعليمات الجثة, تعليمات الجثمان, تسليم الجثة, تسليم الجثمان, مصير الجثة, مصير الجثمان, التعليمات, "
        "تعليمات بشأن الجثة, الإجراء, تعليمات, التسليم, body order, instructions, order, body instructions, "
        "instructions about the body, handover, handover of body, instructions concernant le corps, remise "
        "du corps, consigne, consignes"
    ),
    "notes": (
        "ملاحظات, الملاحظات, ملاحظة, بيان, البيان, notes, note, remarks, remark, comments, "
        "remarques, observations"
    ),
    "row_number": (
        "م, ت, ر, #, الرقم, رقم, الرقم المتسلسل, رقم متسلسل, متسلسل, مسلسل, التسلسل, تسلسل, "
        "الرقم التسلسلي, رقم التسلسل, العدد, row, row number, no, nr, number, serial, serial number, "
        "s n, sn, n, numero, no d ordre, numero d ordre, ordre"
    ),
}

FIELDS: Final = frozenset(HEADER_WORDS)

# With these a row below a list begins that is none of its own.
TOTAL_WORDS: Final = (
    "المجموع, مجموع, المجموع الكلي, المجموع العام, الإجمالي, إجمالي, العدد الكلي, العدد الإجمالي, عدد الأسماء, "
    "total, grand total, totals, sum, count, totaux, total general, somme, nombre total"
)
REMARK_WORDS: Final = (
    "ملاحظة, ملاحظات, تنويه, المصدر, التوقيع, توقيع, الختم, أعدها, نظمها, انتهت القائمة, انتهى, note, notes, "
    "source, remark, signature, signed, prepared by, end of list, remarque, fin de la liste"
)

# What stands over a group of columns and says no more than that it is one: "بيانات الوفاة".
GROUP_WORDS: Final = "بيانات, معلومات, تفاصيل, data, details, information, informations, donnees"

# Roots that tell what a column of dates is about, inside words that are not in the table above.
HINTS: Final[dict[str, str]] = {
    "birth": "ولاد, مولد, ميلاد, birth, born, naissance",
    "arrested": "اعتقال, توقيف, اختفاء, فقدان, خطف, arrest, detention, disappear, abduct, disparition",
    "entered": "دخول, إيداع, ورود, استلام, admission, entry, arrival, entree",
    "died": "وفاة, وفيات, موت, استشهاد, إعدام, death, died, deces, mort",
}
# Roots that tell what a column of numbers counts.
NUMBER_HINTS: Final[dict[str, str]] = {
    "body_number": "جث, متوف, body, corpse, corps",
    "prisoner_number": "سجين, نزيل, معتقل, موقوف, prisoner, detainee, inmate, detenu, prisonnier",
    "national_number": "وطني, هويه, national, identit",
    "registry_number": "قيد, خانه, نفوس, regist",
}
# With these words the names of places of detention begin.
FACILITY_WORDS: Final = (
    "سجن, فرع, الفرع, مشفى, مستشفى, معتقل, سرية, مفرزة, المخابرات, الأمن, الشرطة, prison, branch, hospital, "
    "section, hopital, branche, division"
)
SEX_WORDS: Final = "ذكر, أنثى, انثى, رجل, امرأة, male, female, m, f, homme, femme, masculin, féminin"
