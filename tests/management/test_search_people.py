"""search_people from the command line."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests import make

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("search_people", *arguments, stdout=out)
    return out.getvalue()


def test_the_answer_is_a_json_list_best_first():
    other = make.person("Nabil Jamal al-Safadi")
    person = make.person("نبيل كرم الصفدي", "Nabil Karam al-Safadi", mother="سعاد مراد", birth="1981")
    found = json.loads(run("Nabil Karam al-Safadi", "--mother", "Souad Mourad", "--born", "1981", "--json"))
    assert [one["id"] for one in found] == [str(person.pk), str(other.pk)]
    first = found[0]
    assert set(first) == {"id", "case_code", "names", "score", "reasons"}
    assert first["case_code"] == person.case_code
    assert sorted(first["names"]) == ["Nabil Karam al-Safadi", "نبيل كرم الصفدي"]
    assert [one["score"] for one in found] == sorted((one["score"] for one in found), reverse=True)
    assert all(0 <= one["score"] <= 1 for one in found)
    assert {"en", "ar", "weight"} == set(first["reasons"][0])
    assert any("mother" in reason["en"] for reason in first["reasons"])


def test_letters_stay_letters_in_json():
    make.person("نبيل كرم الصفدي")
    assert "نبيل كرم الصفدي" in run("نبيل الصفدي", "--json")


def test_nobody_found_is_an_empty_list():
    assert json.loads(run("Nabil al-Safadi", "--json")) == []


def test_people_read_names_and_reasons():
    make.person("Nabil Karam al-Safadi")
    said = run("نبيل كرم الصفدي")
    assert "Nabil Karam al-Safadi" in said
    assert "The family name agrees" in said
    assert "Nobody" in run("Ghassan al-Masri")


def test_father_and_limit_are_passed_on():
    make.person("Nabil Karam al-Safadi")
    make.person("Nabil Jamal al-Safadi")
    found = json.loads(run("نبيل الصفدي", "--father", "جمال", "--limit", "1", "--json"))
    assert [one["names"] for one in found] == [["Nabil Jamal al-Safadi"]]


def test_a_birth_that_is_no_date_is_refused_with_a_sentence():
    with pytest.raises(CommandError, match="long ago"):
        run("Nabil", "--born", "long ago")
