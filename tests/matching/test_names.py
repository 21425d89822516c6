import pytest

from tests.matching.make import match, person, weight
from tracker.matching import PROPOSE_FROM, Profile
from tracker.names import read_name

ALI = person("Ali Mohsen al-Baridi")


@pytest.mark.parametrize(
    ("other", "kin"),
    [
        ("أحمد محسن البريدي", "brother"),
        ("محسن حسن البريدي", "father"),
        ("Mohsen al-Baridi", "father"),
        ("خالد علي البريدي", "son"),
        ("Khaled Ali Mohsen al-Baridi", "son"),
        ("علي محسن البريدي", ""),
        ("علي محسن الخطيب", ""),
        ("محسن أحمد الخطيب", ""),
    ],
)
def test_a_relative_is_named_as_such_and_not_offered(other: str, kin: str) -> None:
    found = match(ALI, person(other))
    assert found.kin == kin
    assert not kin or found.probability < PROPOSE_FROM / 100


def test_kin_is_said_from_the_first_to_the_second() -> None:
    father = person("محسن حسن البريدي")
    assert (match(ALI, father).kin, match(father, ALI).kin) == ("father", "son")


def test_father_and_son_with_exchanged_names_answer_to_each_other() -> None:
    turned = person("محسن علي البريدي")
    assert {match(ALI, turned).kin, match(turned, ALI).kin} == {"father", "son"}
    assert any("exchanged" in one.en for one in match(ALI, turned).findings)


def test_a_brother_is_said_to_be_one_in_both_languages() -> None:
    found = match(ALI, person("أحمد محسن البريدي"))
    said = [one for one in found.findings if "brother" in one.en]
    assert weight(found, "given") < -10
    assert "ربما كان أخًا" in said[0].ar


@pytest.mark.parametrize(
    ("first", "second", "english", "arabic"),
    [
        ("male", "female", "perhaps a sister.", "ربما كانت أختًا."),
        ("female", "male", "perhaps a brother.", "ربما كان أخًا."),
        ("female", "", "perhaps a brother.", "ربما كان أخًا."),
    ],
)
def test_a_sister_is_not_called_a_brother(first: str, second: str, english: str, arabic: str) -> None:
    found = match(person("نور محسن البريدي", sex=first), person("رنا محسن البريدي", sex=second))
    assert any(one.en.endswith(english) and one.ar.endswith(arabic) for one in found.findings)


def test_the_father_of_a_woman_is_hers_and_she_is_his_daughter() -> None:
    daughter, father = person("رنا محسن البريدي", sex="female"), person("محسن حسن البريدي", sex="male")
    assert any(
        "perhaps her father" in one.en and "أباها" in one.ar for one in match(daughter, father).findings
    )
    assert any(
        "perhaps his daughter" in one.en and "ابنته" in one.ar for one in match(father, daughter).findings
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Masur Osman Najjar", "منصور عثمان النجار"),
        ("Mohamrnad Agha Ahmadi", "Mohammad Agha Ahmadi"),
        ("Ali Reza Derakhshan", "Alireza Derakhshan"),
    ],
    ids=["a typing error", "a scan's error", "one name in two words"],
)
def test_a_given_name_written_badly_is_no_brother(written: str, meant: str) -> None:
    found = match(person(written), person(meant))
    stranger = match(person(written), person("Khaled Osman Agha"))
    assert found.kin == ""
    assert found.bits > stranger.bits


def test_one_of_two_given_names_is_the_man_himself() -> None:
    double = Profile((read_name("", given="محمد علي", father="محسن", family="البريدي"),))
    assert match(double, ALI).kin == ""
    assert match(double, ALI).probability > PROPOSE_FROM


def test_a_fore_name_may_be_left_out() -> None:
    found = match(person("Mohammad Ali Mohsen al-Baridi"), ALI)
    assert found.kin == ""
    assert found.probability > PROPOSE_FROM


def test_a_wrong_father_speaks_against() -> None:
    right = match(ALI, person("علي محسن البريدي"))
    unknown = match(ALI, person("علي البريدي"))
    wrong = match(ALI, person("علي خالد البريدي"))
    assert right.bits > unknown.bits > wrong.bits
    assert weight(wrong, "father") < -5


def test_a_father_named_apart_counts_as_the_father() -> None:
    apart = person("Ali al-Baridi", fathers=person("محسن").names)
    assert weight(match(apart, person("علي محسن البريدي")), "father") > 5
    assert weight(match(apart, person("علي خالد البريدي")), "father") < -5


def test_a_rare_name_tells_more_than_a_common_one() -> None:
    common = match(person("Mohammad Ahmad Khatib"), person("محمد أحمد الخطيب"))
    rare = match(person("Ghadanfar Shaddad Khatib"), person("غضنفر شداد الخطيب"))
    assert rare.bits > common.bits + 5


def test_family_first_is_understood() -> None:
    found = match(person("البريدي علي محسن"), ALI)
    assert found.probability > PROPOSE_FROM


def test_all_that_is_said_in_another_order_outweighs_a_half_that_contradicts() -> None:
    asked = person("Gerhard بلال")
    whole, half = match(asked, person("Saeed بلال Gerhard")), match(asked, person("Gerhard Wissam"))
    assert whole.bits > half.bits
    assert any("Saeed" in told.en for told in whole.findings)


def test_all_that_is_said_without_the_given_name_is_not_proposed() -> None:
    assert match(person("غضنفر شداد"), person("علي شداد غضنفر")).probability < PROPOSE_FROM / 100


def test_one_word_answers_to_two() -> None:
    assert match(person("حسن ظاهرعويس"), person("Hassan Dahir Aweys")).bits > -10


def test_one_word_answers_to_two_with_the_article_between_them() -> None:
    apart = person("خليل حنا القسطندي")
    assert match(person("خليل حناالقسطندي"), apart).bits > match(person("خليل القسطندي"), apart).bits - 10
    assert match(person("خليل حناالقسطندي"), apart).bits > match(person("خليل حناالغزاوي"), apart).bits + 10


def test_the_best_of_several_names_counts() -> None:
    several = person("Abu Ali", "Nobody Else", "علي محسن البريدي")
    assert match(ALI, several).bits == pytest.approx(match(ALI, person("علي محسن البريدي")).bits)


def test_the_mother_tells_namesakes_apart() -> None:
    one = person("محمد أحمد الخطيب", mothers=person("فاطمة النجار").names)
    same = person("Mohammad Ahmad Khatib", mothers=person("Fatima al-Najjar").names)
    other = person("Mohammad Ahmad Khatib", mothers=person("Zeinab Haddad").names)
    assert weight(match(one, same), "mother") > 8
    assert weight(match(one, other), "mother") < -5


def test_a_mother_under_her_husbands_name_still_agrees() -> None:
    one = person("محمد أحمد الخطيب", mothers=person("رجاء النجار").names)
    other = person("محمد أحمد الخطيب", mothers=person("رجاء الخطيب").names)
    assert weight(match(one, other), "mother") > 3


def test_profiles_without_a_readable_name_do_not_match() -> None:
    assert match(person(""), person("!!")).probability < PROPOSE_FROM


def test_the_sentences_name_both_spellings_in_both_languages() -> None:
    findings = {one.aspect: one for one in match(ALI, person("علي محسن البريدي")).findings}
    father = findings["father"]
    assert father.en == "The father's name agrees: Mohsen and \u2068محسن\u2069."
    assert father.ar == "اسم الأب متطابق: \u2068Mohsen\u2069 ومحسن."


@pytest.mark.parametrize(("asked", "all_of_it", "more"), [
    ("Ahmad Douri", "Ahmet Duri", "احمد زكي الدوري"),
    ("IMED BEN MEKKI ZARKAOUI", "عماد بن مكي زرقاوي", "Imed Ben Mekki Ben Al-Akhdar ZARKAOUI"),
])  # fmt: skip
def test_who_has_all_that_is_told_comes_before_who_has_more(asked: str, all_of_it: str, more: str) -> None:
    assert match(person(asked), person(all_of_it)).bits > match(person(asked), person(more)).bits


def test_a_lone_name_says_nothing_of_the_parts_it_lacks() -> None:
    alone, whole = (
        match(person("محمد"), person("محمد")),
        match(person("محمد"), person("محمد خالد حسن الحلبي")),
    )
    assert 0 < alone.bits - whole.bits < 1


def test_where_nothing_agrees_nobody_is_told_that_brothers_share_it() -> None:
    told = match(person("PETcR GADEf"), person("Peter Gadet")).findings
    assert not any("brothers" in one.en for one in told)
    whole = person("علي محسن البريدي", mothers=(read_name("سعاد مراد"),))
    assert any("brothers" in one.en for one in match(whole, whole).findings)


def test_a_given_name_that_is_another_s_family_name_is_said_to_stand_in_another_place() -> None:
    found = match(person("FEIZ Karim Ali"), person("Ali Karim Feiz"))
    said = [one.en for one in found.findings if one.weight > 0]
    assert [one for one in said if "stands in another place: FEIZ and Feiz" in one]
    assert not [one for one in said if "family name" in one or "given name" in one]
    assert [one for one in found.findings if "موضع آخر" in one.ar]
