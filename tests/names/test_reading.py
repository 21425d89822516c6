import pytest

from tracker.names import Name, Script, read_name, units_of


def roles(name: Name) -> dict[str, str]:
    return dict(name.parts())


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Mahmoud", {"given": "Mahmoud"}),
        ("Ahmed Beqai", {"given": "Ahmed", "family": "Beqai"}),
        ("Ali Mohsen al-Baridi", {"given": "Ali", "father": "Mohsen", "family": "al-Baridi"}),
        ("علي محسن البريدي", {"given": "علي", "father": "محسن", "family": "البريدي"}),
        (
            "عمر خالد يوسف الحلبي",
            {"given": "عمر", "father": "خالد", "grandfather": "يوسف", "family": "الحلبي"},
        ),
        (
            "عمر خالد يوسف علي الحلبي",
            {"given": "عمر", "father": "خالد", "grandfather": "يوسف علي", "family": "الحلبي"},
        ),
        ("al-Baridi, Ali Mohsen", {"given": "Ali", "father": "Mohsen", "family": "al-Baridi"}),
        ("البريدي، علي محسن", {"given": "علي", "father": "محسن", "family": "البريدي"}),
        ("علي بن محسن البريدي", {"given": "علي", "father": "محسن", "family": "البريدي"}),
        ("Ali ibn Mohsen el Baridi", {"given": "Ali", "father": "Mohsen", "family": "el Baridi"}),
        ("عبد الرحمن نور الدين الخطيب", {"given": "عبد الرحمن", "father": "نور الدين", "family": "الخطيب"}),
        ("Abdul Rahman Khatib", {"given": "Abdul Rahman", "family": "Khatib"}),
        ("Abd-al-Rahman al-Khatib", {"given": "Abd-al-Rahman", "family": "al-Khatib"}),
        ("عطا الله حسن", {"given": "عطا الله", "family": "حسن"}),
        ("Zein al-Abidin Haddad", {"given": "Zein al-Abidin", "family": "Haddad"}),
        ("Ahmad ash-Shaar", {"given": "Ahmad", "family": "ash-Shaar"}),
        ("Ahmad ash Shaar", {"given": "Ahmad", "family": "ash Shaar"}),
        ("Es Sayed, Kader", {"given": "Kader", "family": "Es Sayed"}),
        ("Ez Ali Sayed", {"given": "Ez", "father": "Ali", "family": "Sayed"}),
        ("Abed Mahmoud Hammoud", {"given": "Abed", "father": "Mahmoud", "family": "Hammoud"}),
        ("Abed el Rahman Hammoud", {"given": "Abed el Rahman", "family": "Hammoud"}),
        ("Abed ar-Rahman Hammoud", {"given": "Abed ar-Rahman", "family": "Hammoud"}),
        ("Abdel Mahmoud Hammoud", {"given": "Abdel Mahmoud", "family": "Hammoud"}),
        ("الشهيد علي البريدي", {"given": "علي", "family": "البريدي"}),
        ("Dr. Ali Baridi", {"given": "Ali", "family": "Baridi"}),
        ("المجند علي البريدي", {"given": "علي", "family": "البريدي"}),
        ("Mufti Ali Baridi", {"given": "Ali", "family": "Baridi"}),
        ("سيد علي", {"given": "سيد", "family": "علي"}),
        ("السيد علي البريدي", {"given": "علي", "family": "البريدي"}),
        ("Syed Ali Baridi", {"given": "Ali", "family": "Baridi"}),
        ("Seyit Ali Baridi", {"given": "Ali", "family": "Baridi"}),
        ("Said Ali Baridi", {"given": "Said", "father": "Ali", "family": "Baridi"}),
        ("Sharif Ali Baridi", {"given": "Sharif", "father": "Ali", "family": "Baridi"}),
        ("El-Hadj Ali Baridi", {"given": "Ali", "family": "Baridi"}),
        ("Hacı Ali Baridi", {"given": "Ali", "family": "Baridi"}),
        ("Şeyh Ali Baridi", {"given": "Ali", "family": "Baridi"}),
        ("Scheich Ali Baridi", {"given": "Ali", "family": "Baridi"}),
        ("Molvi Ali Baridi", {"given": "Ali", "family": "Baridi"}),
        ("Maj. Gen. Dr. Ali Baridi", {"given": "Ali", "family": "Baridi"}),
        ("العميد الركن علي البريدي", {"given": "علي", "family": "البريدي"}),
        ("الملازم أول علي البريدي", {"given": "علي", "family": "البريدي"}),
        ("أول علي البريدي", {"given": "أول", "father": "علي", "family": "البريدي"}),
        ("د. علي البريدي", {"given": "علي", "family": "البريدي"}),
        ("م. علي البريدي", {"given": "علي", "family": "البريدي"}),
        ("الشيخ", {"given": "الشيخ"}),
        ("Dr.", {"given": "Dr"}),
        ("الدكتور الشيخ", {"given": "الشيخ"}),
        ("أحمد محمد الشيخ علي", {"given": "أحمد", "father": "محمد", "grandfather": "الشيخ", "family": "علي"}),
        ("Ali S. Baridi", {"given": "Ali", "family": "Baridi"}),
        ("علي س. البريدي", {"given": "علي", "family": "البريدي"}),
        ("M. Ali", {"given": "M", "family": "Ali"}),
        ("Baridi, Dr. Ali", {"given": "Ali", "family": "Baridi"}),
        ("ذو الفقار علي", {"given": "ذو الفقار", "family": "علي"}),
        ("Dhul Fiqar Ali", {"given": "Dhul Fiqar", "family": "Ali"}),
        ("محمو د البريد ي", {"given": "محمود", "family": "البريدي"}),
        ("ا حمد مصطف ى", {"given": "احمد", "family": "مصطفى"}),
        ("al-Baridi", {"family": "al-Baridi"}),
        ("", {}),
        ("--- !", {}),
    ],
)
def test_a_line_falls_into_the_parts_of_syrian_papers(written: str, expected: dict[str, str]) -> None:
    assert roles(read_name(written)) == expected


def test_abu_before_a_name_is_a_nickname() -> None:
    name = read_name("أبو عمر علي محسن البريدي")
    assert (name.nickname, name.given, name.family) == ("أبو عمر", "علي", "البريدي")


@pytest.mark.parametrize("written", ["أبوعمر علي البريدي", "Abouomar Ali Baridi", "Abu-Omar Ali Baridi"])
def test_abu_is_a_nickname_before_two_names_even_if_glued(written: str) -> None:
    name = read_name(written)
    assert (name.nickname, len(name.parts())) == (written.split()[0], 2)


@pytest.mark.parametrize("written", ["أبوبكر علي البريدي", "Abubakar Ali Baridi", "Aboubacar Ali Baridi"])
def test_abu_bakr_is_a_given_name_even_if_glued(written: str) -> None:
    assert read_name(written).given == written.split()[0]


def test_abu_behind_a_given_name_is_the_surname() -> None:
    name = read_name("Ali Mohsen Abu Zeid")
    assert (name.nickname, name.father, name.family) == ("", "Mohsen", "Abu Zeid")


def test_abu_alone_is_a_nickname_and_no_given_name() -> None:
    name = read_name("أبو محمد")
    assert (name.nickname, name.given, name.family) == ("أبو محمد", "", "")


def test_abu_bakr_is_a_given_name() -> None:
    assert read_name("أبو بكر الخطيب").given == "أبو بكر"


@pytest.mark.parametrize("called", ["الملقب", "المدعو", "المشهور", "الشهير"])
def test_what_someone_was_called_is_a_nickname(called: str) -> None:
    name = read_name(f"علي البريدي {called} أبو حسن")
    assert (name.given, name.family, name.nickname) == ("علي", "البريدي", "أبو حسن")


@pytest.mark.parametrize("called", ["alias", "aka", "dit", "genannt"])
def test_what_someone_was_called_is_a_nickname_in_latin_letters_too(called: str) -> None:
    name = read_name(f"Ali Baridi {called} Abu Hasan")
    assert (name.given, name.family, name.nickname) == ("Ali", "Baridi", "Abu Hasan")


def test_titles_are_left_out_of_given_names_and_stay_in_surnames() -> None:
    name = read_name("", given="الدكتور علي", father="الحاج محسن خالد", family="الشيخ علي")
    assert roles(name) == {"given": "علي", "father": "محسن خالد", "family": "الشيخ علي"}


def test_parts_that_the_source_names_are_trusted() -> None:
    name = read_name("", given="محمد علي", father="نور الدين", grandfather="عمر", family="أبو زيد")
    assert roles(name) == {
        "given": "محمد علي",
        "father": "نور الدين",
        "grandfather": "عمر",
        "family": "أبو زيد",
    }
    assert name.written == "محمد علي نور الدين عمر أبو زيد"


def test_the_line_fills_in_what_the_source_does_not_name() -> None:
    name = read_name("علي البريدي", father="محسن")
    assert roles(name) == {"given": "علي", "father": "محسن", "family": "البريدي"}


def test_a_named_part_that_also_stands_in_the_line_is_not_read_twice() -> None:
    name = read_name("علي محسن البريدي", father="محسن", family="البريدي")
    assert roles(name) == {"given": "علي", "father": "محسن", "family": "البريدي"}


def test_a_father_of_the_same_name_is_kept() -> None:
    assert roles(read_name("محمد محمد الخطيب")) == {"given": "محمد", "father": "محمد", "family": "الخطيب"}


def test_parts_are_kept_as_written_but_clean() -> None:
    name = read_name("\u202bAli  Mohsen\u200f EL-Bekaï")
    assert (name.written, name.family, name.script) == ("Ali Mohsen EL-Bekaï", "EL-Bekaï", Script.LATIN)


def test_units_keep_their_joints() -> None:
    assert units_of("Abd-al-Rahman Nour  Eddine el Bekaai") == ["Abd-al-Rahman", "Nour Eddine", "el Bekaai"]


def test_only_the_beginning_of_an_endless_line_is_read() -> None:
    name = read_name("علي البريدي" + " \u200b" * 5_000 + "خالد")
    assert roles(name) == {"given": "علي", "family": "البريدي"}
    assert len(read_name("ا" * 10_000).written) == 200


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("KhaledAbdullah Emori", ["Khaled", "Abdullah", "Emori"]),
        ("Mikhail IlyichPAVLYUK", ["Mikhail", "Ilyich", "PAVLYUK"]),
        ("Mohammad حسامTaguieff", ["Mohammad", "حسام", "Taguieff"]),
        ("Ronald MacArthur", ["Ronald", "MacArthur"]),
        ("Ali ElSayed", ["Ali", "ElSayed"]),
        ("HasanM0RTEZAVI", ["Hasan", "M0RTEZAVI"]),
        ("Malik15HAQ", ["Malik", "15HAQ"]),
        ("2elimirPETROVIC", ["2elimir", "PETROVIC"]),
        ("A7mad Mo7ammadi", ["A7mad", "Mo7ammadi"]),
        ("KHoMIS Farhan", ["KHoMIS", "Farhan"]),
    ],
)
def test_a_blank_that_was_lost_is_seen_in_the_writing(written: str, parts: list[str]) -> None:
    assert [part for _, part in read_name(written).parts()] == parts
