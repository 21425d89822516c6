"""Lists in Latin letters: a rights group's in English, with American dates; a committee's in French."""

from datetime import date

from tools.demo.lists.files import Cell, ods_bytes, text_bytes

INVENTED = "Invented for the demonstration"
INVENTE = "Données inventées pour la démonstration"

ENGLISH = (
    "Waseem Nader al-Hindi", "Qusai Malek Kiwan", "Adham Rabee Tlemat", "Jihad Fuad al-Attar",
    "Muhannad Wael Khorfan", "Thaer Riyad al-Dandal", "Moayad Saad Zakkour", "Ayham Subhi Dayoub",
    "Hasan Nouri Shaikho", "Burhan Mundher Qasmo", "Rabie Nidal al-Bosh", "Ramez Jalal Omran",
    "Nazih Kamal Saqr", "Uday Majed Nasif", "Yousef Wael Alian",
)  # fmt: skip
FRENCH = (
    ("Khoulani", "Chadi", "Nouri"), ("Chaykho", "Mouhannad", "Riad"), ("El Bouchi", "Oudai", "Jamal"),
    ("Mardini", "Kousaï", "Wael"), ("Abazid", "Ghiath", "Soubhi"), ("El Joundouli", "Haïtham", "Fouad"),
    ("Tleimat", "Nidal", "Moundher"), ("Kiwane", "Ramez", "Majed"), ("Dayoub", "Joumaa", "Nazih"),
)  # fmt: skip


def rights_group() -> bytes:
    """A rights group's list as ODS: one column hides who told of each case, dates have the month first."""
    header = ("No.", "Full name", "Mother's name", "Place and date of birth", "Date of arrest",
              "Place of detention", "Date of death", "Informant", "Remarks")  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        ("Rights group (invented): people said to have died in detention",),
        header,
        (1, "Firas Munther al-Ghazzawi", "Hasna Qandil", "Daraya 1983", "04/03/2013", "Adra Prison",
         "10/22/2014", "A-01", INVENTED),
        (2, "Loay Sobhi Kiwan", "", "1979", "11/19/2012", "Branch 215", "circa 2014", "A-02", INVENTED),
        (3, "Badr Khaled Halabiyeh", "", "Homs, 5/17/1990", date(2013, 1, 5), "", "2013-08", "A-03", INVENTED),
    ]  # fmt: skip
    for number, name in enumerate(ENGLISH, start=4):
        arrested = f"{number % 12 + 1:02}/{number + 9:02}/2013"
        rows.append(
            (number, name, "", str(1960 + number), arrested, "Branch 227", "", f"A-{number:02}", INVENTED)
        )
    return ods_bytes("Cases", rows, hidden_columns=(7,))


def french_list() -> bytes:
    """A committee's list in French spellings, as Western programs save it: Windows-1252, semicolons."""
    rows: list[tuple[Cell, ...]] = [
        ("N°", "Nom de famille", "Prénom", "Nom du père", "Né en", "Date d'arrestation", "Lieu de détention",
         "Décédé le", "Cause du décès", "Remarques"),
        (1, "Chaar", "Mouhammad Ayman", "Abdel Kader", 1981, "22 août 2012", "Prison d'Adra", "3 février 2014",
         "arrêt cardiaque", INVENTE),
        (2, "El Khatib", "Ghassan", "Nabil; dit Abou Omar", "vers 1975", "03/04/2013", "Branche 215", "", "",
         INVENTE),
        (3, "Haddad-Khoury", "Élias", "Georges", 1990, "19/11/2012", "", "été 2014", "inconnue", INVENTE),
    ]  # fmt: skip
    for number, (family, given, father) in enumerate(FRENCH, start=4):
        rows.append((number, family, given, father, 1965 + number, f"{number + 10}/{number % 12 + 1}/2013",
                     "Branche 227", "", "", INVENTE))  # fmt: skip
    return text_bytes(rows, encoding="windows-1252", delimiter=";")
