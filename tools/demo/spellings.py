"""How the invented families write their names in Latin letters: the English habit, then the French or German one."""

SPELLINGS = """
أحمد Ahmad Ahmed; محمد Mohammad Mohamed; محمود Mahmoud Mahmoud; علي Ali Aly; حسن Hassan Hasan; حسين Hussein Hossein
خالد Khaled Khalid; مصطفى Mustafa Moustapha; عمر Omar Omar; إبراهيم Ibrahim Brahim; يوسف Youssef Yousef
عبد_الله Abdullah Abdallah; عبد_الرحمن Abdulrahman Abd-al-Rahman; خليل Khalil Khaleel; إسماعيل Ismail Ismael
سليمان Suleiman Souleiman; ياسر Yasser Yaser; حسام Husam Houssam; عمار Ammar Amar; فادي Fadi Fady; ماهر Maher Mahir
بسام Bassam Bassam; وليد Walid Waleed; سامر Samer Samir; زياد Ziad Ziyad; رامي Rami Ramy; باسل Basel Bassel
عيسى Issa Eissa; نبيل Nabil Nabeel; غسان Ghassan Rassan; فراس Firas Feras; مازن Mazen Mazin; أيمن Ayman Aymen
أنس Anas Anass; عدنان Adnan Adnane; حمزة Hamza Hamzeh; بلال Bilal Bilel; طارق Tarek Tariq; سعيد Said Saeed
صالح Saleh Salih; قاسم Qasem Kassem; عبد_الكريم Abdulkarim Abdelkarim; عبد_القادر Abdulqader Abdelkader
نور_الدين Noureddin Nour-Eddine; عثمان Othman Osman; ناصر Nasser Nacer; سمير Samir Sameer; فيصل Faisal Fayçal
أسامة Osama Oussama; زكريا Zakaria Zakariya; عماد Imad Emad; أكرم Akram Akrem; جورج Georges George; إلياس Elias Élias
شيار Şiyar Shiyar; حنا Hanna Hanna; فايز Fayez Faiez; وسيم Wassim Waseem; رشيد Rashid Rachid; جميل Jamil Djamil
عبد_العزيز Abdulaziz Abdelaziz; صلاح_الدين Salah-al-Din Salaheddine; لؤي Louay Luay; معن Maan Maen; هادي Hadi Hady
رانيا Rania Raniya; هبة Hiba Heba; سلمى Salma Selma; نسرين Nisreen Nesrine; ديمة Dima Deema; كنان Kinan Kenan
يحيى Yahya Yehia; موسى Musa Moussa; منير Munir Mounir; عامر Amer Amir; ناديا Nadia Nadya; شاكر Shaker Chaker
الحلاق al-Hallaq El-Hallak; المصري al-Masri El-Masri; الحموي al-Hamwi Hamoui; الزعبي al-Zoubi Zohbi; العلي al-Ali El-Ali
شاهين Shahin Chahine; خوري Khouri Khoury; دياب Diab Dyab; الخطيب al-Khatib El-Khatib; حداد Haddad Hadad
القصاب al-Qassab Kassab; السيد al-Sayed El-Sayed; درويش Darwish Darwich; الأحمد al-Ahmad El-Ahmad; عثمان Othman Osman
النجار al-Najjar El-Nadjar; الشامي al-Shami Chami; قدور Qaddour Kaddour; الحسن al-Hassan El-Hassan; زيدان Zidan Zidane
الجاسم al-Jasem Jassim; العبد_الله al-Abdullah Al-Abdallah; سلوم Salloum Saloum; حيدر Haidar Hayder; مراد Murad Mourad
الصالح al-Saleh El-Saleh; كنعان Kanaan Kenaan; الرفاعي al-Rifai Rifaï; نصار Nassar Nassar; الطويل al-Tawil Tawil
عرفة Arafeh Arafa; السعدي al-Saadi Saadi; بركات Barakat Barakate; الحاج_علي al-Haj-Ali Hadj-Ali; منصور Mansour Mansur
إسبر Esber Isper; الدالاتي al-Dalati Dalati; غزال Ghazal Razal; العمر al-Omar El-Omar; سكر Sukkar Soukkar
"""


def spellings() -> dict[str, tuple[str, str]]:
    """Return each Arabic name (words of a compound joined by a blank) with its two Latin spellings."""
    found: dict[str, tuple[str, str]] = {}
    for entry in SPELLINGS.replace("\n", ";").split(";"):
        if entry.strip():
            arabic, english, french = entry.split()
            found[arabic.replace("_", " ")] = (english.replace("-al-", " al-"), french)
    return found


KNOWN = spellings()


def latin(arabic: str, habit: int) -> str:
    """Return a name as a family writes it: habit 0 is the English one, 1 the French.

    >>> latin("نور الدين", 1), latin("شاهين", 0)
    ('Nour-Eddine', 'Shahin')
    """
    return KNOWN[arabic][habit]
