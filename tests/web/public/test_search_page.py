"""The search as a family meets it."""

import re

import pytest
from django.test import Client
from django.utils import translation

from tests import make
from tracker.flow.listing.publish import publish
from tracker.models import Person

pytestmark = pytest.mark.django_db
NAME = "سامر خالد الحلو"


@pytest.fixture(autouse=True)
def in_english(client: Client) -> None:
    client.cookies["django_language"] = "en"


@pytest.fixture
def listed() -> Person:
    homs = make.place("حمص", "Homs")
    person = make.public_person(
        NAME, "Samer Khaled al-Helou", birth="1984", disappearance="2013", disappearance_place=homs
    )
    publish(person)
    return person


def text(content: bytes) -> str:
    return re.sub(r"\s+", " ", content.decode())


def test_the_first_page_asks_and_answers_nothing(client: Client, listed: Person):
    page = client.get("/")
    assert page.status_code == 200
    assert listed.case_code not in page.content.decode()
    assert "noindex" not in page.content.decode()
    assert "X-Robots-Tag" not in page.headers


def test_a_name_and_a_year_find_a_person_in_both_scripts(client: Client, listed: Person):
    page = client.get("/", {"name": "Samir Khalid Helo", "birth_year": "١٩٨٤"})
    shown = text(page.content)
    assert listed.case_code in shown
    assert '<bdi lang="en">Samer Khaled al-Helou</bdi>' in shown
    assert "سامر خالد الحلو" in shown
    assert "1984" in shown
    assert "Homs" in shown


def test_an_answer_is_kept_in_no_cache_and_by_no_search_engine(client: Client, listed: Person):
    for query in ({"name": NAME, "birth_year": "1984"}, {"name": NAME}, {"name": ""}):
        page = client.get("/", query)
        assert page.headers["Cache-Control"] == "no-store"
        assert page.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
        assert b'<meta name="robots" content="noindex' in page.content


def test_too_little_is_answered_with_what_to_add_and_another_way(client: Client, listed: Person):
    for query in ({"name": NAME}, {"name": "سامر الحلو", "birth_year": "1984"}):
        page = client.get("/", query)
        assert b"Please" in page.content
        assert b'action="/inquiry/begin/"' in page.content
        assert listed.case_code not in page.content.decode()


def test_nobody_found_leads_to_the_private_form_without_a_name_in_an_address(client: Client):
    page = client.get("/", {"name": NAME, "birth_year": "1984"})
    assert b"We found nobody by this name here" in page.content
    assert b'method="post" action="/inquiry/begin/"' in page.content
    form = client.post("/inquiry/begin/", {"name": NAME})
    assert f'value="{NAME}"' in form.content.decode()
    assert form.headers["Cache-Control"] == "no-store"


def test_an_answer_leads_to_the_private_form_with_its_code(client: Client, listed: Person):
    form = client.post("/inquiry/begin/", {"name": NAME, "case_code": listed.case_code})
    assert f"I am writing about case {listed.case_code}." in form.content.decode()
    forged = client.post("/inquiry/begin/", {"name": NAME, "case_code": "<b>call 0900</b>"})
    assert b"0900" not in forged.content


def test_what_was_typed_stays_in_the_form(client: Client):
    page = client.get("/", {"name": NAME, "birth_year": "1984", "governorate": "SY-HI"})
    shown = text(page.content)
    assert f'value="{NAME}"' in shown
    assert 'value="1984"' in shown
    assert '<option value="SY-HI" selected>Homs</option>' in shown


STRANGE = [
    "x" * 3000,
    "\u202e\u200f\ufeff",
    "\x01\x02\x03",
    "' OR 1=1 --",
    "<script>alert(1)</script> a b",
    "ن" * 199,
    " ".join("ابت" for _ in range(50)),
    "😀 😀 😀",
    "\u0300" * 150,
    "{{ 7*7 }} %(x)s %s",
    "عبد عبد عبد عبد",
    "ال ال ال",
]


@pytest.mark.parametrize("name", STRANGE)
@pytest.mark.parametrize("year", ["1984", "-1", "99999999999999999999", "١٩٨٤", "nineteen", "1e3"])
def test_strange_input_is_answered_with_a_sentence(client: Client, name: str, year: str):
    page = client.get("/", {"name": name, "birth_year": year, "governorate": "SY-HI"})
    assert page.status_code == 200
    assert b"<script>alert" not in page.content


def test_a_year_out_of_range_is_answered_with_the_range(client: Client):
    page = client.get("/", {"name": NAME, "birth_year": "1699"})
    assert "between 1900 and" in text(page.content)
    assert 'href="#id_birth_year"' in text(page.content)
    assert 'aria-describedby="id_birth_year_error"' in text(page.content)


def test_a_governorate_that_does_not_exist_is_refused_kindly(client: Client):
    page = client.get("/", {"name": NAME, "governorate": "SY-XX"})
    assert b"Please choose a governorate from the list." in page.content


def test_a_stray_parameter_is_no_search(client: Client):
    assert b"Something is still missing" not in client.get("/", {"utm_source": "x"}).content


def test_a_name_with_markup_is_shown_as_text(client: Client):
    person = make.public_person(birth="1984")
    name = person.names.get()
    name.written = name.given = "<i>سامر</i>"
    name.father, name.family = "خالد", "الحلو"
    name.save()
    publish(person)
    page = client.get("/", {"name": NAME, "birth_year": "1984"})
    assert b"<i>" not in page.content


def test_governorates_stand_in_the_readers_language(client: Client):
    assert b">Homs</option>" in client.get("/").content
    client.cookies["django_language"] = "ar"
    assert ">حمص</option>" in client.get("/").content.decode()


def test_the_sentences_of_a_form_are_read_in_the_language_of_the_request(client: Client):
    with translation.override("ar"):
        assert b"Year of birth" in client.get("/").content
