"""Prisons, security branches and military hospitals widely known by name, in the form of gazetteer.py."""

DETENTION_PLACES = """
sednaya | prison | سجن صيدنايا العسكري | Sednaya prison | rif-dimashq | صيدنايا, سجن صيدنايا, سجن صيدنايا العسكري الأول, صيدنايا العسكري, سيدنايا, Sednaya, Sednaya Military Prison, Saydnaya, Saidnaya, Sidnaya, Seidnaya, Saydnaya prison, Saidnaya prison
adra-prison | prison | سجن دمشق المركزي (عدرا) | Adra central prison | rif-dimashq | سجن عدرا, سجن عدرا المركزي, عدرا, سجن دمشق المركزي, Adra, Adra prison, Damascus central prison
tadmor-prison | prison | سجن تدمر العسكري | Tadmor military prison | palmyra | سجن تدمر, Tadmor prison, Palmyra prison
mezzeh-prison | prison | سجن المزة العسكري | Mezzeh military prison | mezzeh | سجن المزة, Mezzeh prison
balona-prison | prison | سجن البالونة | Balona prison | homs-city | البالونة, Al-Balona, Balouna
homs-central-prison | prison | سجن حمص المركزي | Homs central prison | homs-city | Homs prison
hama-central-prison | prison | سجن حماة المركزي | Hama central prison | hama-city | Hama prison
aleppo-central-prison | prison | سجن حلب المركزي | Aleppo central prison | aleppo | Aleppo prison
suwayda-central-prison | prison | سجن السويداء المركزي | Suwayda central prison | suwayda | Sweida prison
branch-215 | branch | الفرع 215 | Branch 215 | kafr-sousa | فرع 215, سرية المداهمة, سرية المداهمة 215, Raids Brigade 215, Branche 215
branch-227 | branch | الفرع 227 | Branch 227 | kafr-sousa | فرع 227, فرع المنطقة, Area Branch 227, Branche 227
branch-235 | branch | الفرع 235 | Branch 235 | damascus | فرع 235, فرع فلسطين, Palestine Branch, Branche Palestine
branch-248 | branch | الفرع 248 | Branch 248 | kafr-sousa | فرع 248, فرع التحقيق العسكري, Military Investigation Branch 248
branch-291 | branch | الفرع 291 | Branch 291 | kafr-sousa | فرع 291, Administrative Branch 291
branch-251 | branch | الفرع 251 | Branch 251 | damascus | فرع 251, فرع الخطيب, Al-Khatib Branch, Khatib Branch
branch-285 | branch | الفرع 285 | Branch 285 | kafr-sousa | فرع 285, فرع التحقيق في أمن الدولة, Branche 285
air-force-intelligence-mezzeh | branch | المخابرات الجوية - المزة | Air Force Intelligence, Mezzeh | mezzeh | المخابرات الجوية المزة, الجوية المزة, مطار المزة, تحقيق مطار المزة, AFI Mezzeh, Mezzeh airport
air-force-intelligence-harasta | branch | المخابرات الجوية - حرستا | Air Force Intelligence, Harasta | harasta | المخابرات الجوية حرستا, الجوية حرستا, AFI Harasta
political-security-faihaa | branch | الأمن السياسي - الفيحاء | Political Security, Faihaa | damascus | فرع الفيحاء, Al-Fayhaa Branch
criminal-security-bab-musalla | branch | الأمن الجنائي - باب مصلى | Criminal Security, Bab Musalla | damascus | باب مصلى, Bab Musalla
military-security-daraa | branch | الأمن العسكري - درعا | Military Security, Daraa | daraa | الأمن العسكري درعا, Military Security Daraa
military-security-homs | branch | الأمن العسكري - حمص | Military Security, Homs | homs-city | الأمن العسكري حمص, الفرع 261, فرع 261, Branch 261
military-security-hama | branch | الأمن العسكري - حماة | Military Security, Hama | hama-city | الأمن العسكري حماة, الفرع 219, فرع 219, Branch 219
military-security-aleppo | branch | الأمن العسكري - حلب | Military Security, Aleppo | aleppo-city | الأمن العسكري حلب, الفرع 290, فرع 290, Branch 290
military-police-qaboun | branch | الشرطة العسكرية - القابون | Military Police, Qaboun | qaboun | الشرطة العسكرية القابون, Military Police Qaboun
hospital-601 | hospital | مشفى المزة العسكري (601) | Military hospital 601, Mezzeh | mezzeh | مشفى 601, المشفى 601, مشفى المزة العسكري, مستشفى 601, Hospital 601, Mezzeh military hospital, Hôpital 601
tishreen-hospital | hospital | مشفى تشرين العسكري | Tishreen military hospital | barzeh | مشفى تشرين, مستشفى تشرين العسكري, تشرين العسكري, Tishrin military hospital, Tichrine
hospital-600 | hospital | مشفى حرستا العسكري (600) | Military hospital 600, Harasta | harasta | مشفى حرستا العسكري, مشفى 600, مشفى حرستا, Harasta military hospital, Hospital 600
homs-military-hospital | hospital | مشفى حمص العسكري | Homs military hospital | homs-city | Military hospital of Homs
"""
