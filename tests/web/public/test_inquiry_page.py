"""The private form as a family meets it."""

import re
import uuid

import pytest
from django.test import Client

from tests import make
from tracker.flow.listing.publish import publish
from tracker.models import Channel, Inquiry, Lead
from tracker.web.public.forms import WAYS, InquiryForm

pytestmark = pytest.mark.django_db
FILLED = {
    "missing_name": "سامر خالد الحلو",
    "mother_name": "سعاد",
    "asker_name": "هدى",
    "channel": "phone",
    "contact": "+963 900 000 000",
    "safe_way": "calls only",
    "message": "first\r\n\r\nsecond",
}


@pytest.fixture(autouse=True)
def in_english(client: Client) -> None:
    client.cookies["django_language"] = "en"


def token_of(content: bytes) -> str:
    found = re.search(r'name="token" value="([^"]+)"', content.decode())
    assert found
    return found[1]


def test_what_a_family_writes_becomes_a_lead_and_the_answer_is_one_page(client: Client):
    token = token_of(client.get("/inquiry/").content)
    answer = client.post("/inquiry/", FILLED | {"token": token})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/inquiry/received/")
    inquiry = Inquiry.objects.get()
    assert (inquiry.missing_name, inquiry.mother_name, inquiry.message) == (
        "سامر خالد الحلو",
        "سعاد",
        "first\n\nsecond",
    )
    assert inquiry.language == "en"
    assert Lead.objects.get().inquiry == inquiry


def test_the_answer_is_the_same_whether_the_person_is_known_or_not(client: Client):
    def bytes_for(name: str) -> tuple[int, list[tuple[str, str]], bytes, bytes]:
        sent = client.post("/inquiry/", FILLED | {"missing_name": name, "token": str(uuid.uuid4())})
        told = client.get(sent.headers["Location"])
        return sent.status_code, sorted(sent.headers.items()), sent.content, told.content

    unknown = bytes_for("ماهر فاروق البيطار")
    person = make.public_person(FILLED["missing_name"], birth="1984")
    publish(person)
    make.link("confirmed", person=person)
    assert bytes_for(FILLED["missing_name"]) == unknown


def test_pressing_send_twice_makes_one_lead_and_the_same_page(client: Client):
    token = token_of(client.get("/inquiry/").content)
    answers = [client.post("/inquiry/", FILLED | {"token": token}) for _ in range(2)]
    assert [answer.headers["Location"] for answer in answers] == ["/inquiry/received/"] * 2
    assert Lead.objects.count() == 1


def test_every_form_has_a_token_of_its_own(client: Client):
    assert token_of(client.get("/inquiry/").content) != token_of(client.get("/inquiry/").content)


@pytest.mark.parametrize("token", ["", "not-a-uuid", "0" * 5000, "\x00"])
def test_a_lost_token_loses_no_message(client: Client, token: str):
    assert client.post("/inquiry/", FILLED | {"token": token}).status_code == 302
    assert Inquiry.objects.count() == 1


@pytest.mark.parametrize("field", ["missing_name", "asker_name", "contact"])
@pytest.mark.parametrize("nothing", ["", "   ", "\u202e\u200f", "\x00"])
def test_what_must_be_filled_in_is_asked_for_and_the_rest_stays(client: Client, field: str, nothing: str):
    page = client.post("/inquiry/", FILLED | {field: nothing})
    shown = page.content.decode()
    assert page.status_code == 200
    assert f'href="#id_{field}"' in shown
    assert "calls only" in shown
    assert not Inquiry.objects.exists()


LONGEST = {
    "missing_name": 300,
    "mother_name": 200,
    "birth_written": 100,
    "disappearance_written": 500,
    "asker_name": 200,
    "relation": 100,
    "contact": 300,
    "safe_way": 500,
    "message": 5000,
}


@pytest.mark.parametrize(("field", "longest"), LONGEST.items())
def test_the_longest_answer_fits_and_a_longer_one_is_answered_with_a_sentence(
    client: Client, field: str, longest: int
):
    assert client.post("/inquiry/", FILLED | {field: "ن" * (longest + 1)}).status_code == 200
    assert not Inquiry.objects.exists()
    assert client.post("/inquiry/", FILLED | {field: "ن" * longest}).status_code == 302


@pytest.mark.parametrize("strange", ["\x00", "\u202eabc", "<script>alert(1)</script>", "😀" * 20, "a\u0000b"])
def test_strange_answers_are_kept_clean_or_asked_for_again(client: Client, strange: str):
    everything = dict.fromkeys(LONGEST, strange)
    page = client.post("/inquiry/", everything | {"channel": "phone"})
    assert page.status_code in {200, 302}
    assert b"<script>alert" not in page.content


def test_a_way_that_does_not_exist_is_refused(client: Client):
    page = client.post("/inquiry/", FILLED | {"channel": "carrier pigeon"})
    assert page.status_code == 200
    assert not Inquiry.objects.exists()


def test_the_ways_of_the_form_are_the_ways_of_the_office():
    assert {value for value, _ in WAYS} == set(Channel.values)


def test_every_answer_of_the_form_is_kept():
    kept = {field.name for field in Inquiry._meta.concrete_fields} - {"id", "received_at", "language"}
    assert set(InquiryForm().fields) - {"website"} == kept


def test_a_machine_that_fills_every_box_is_told_and_a_person_loses_nothing(client: Client):
    page = client.post("/inquiry/", FILLED | {"website": "https://example.org"})
    assert b"Please empty the last box" in page.content
    assert b"calls only" in page.content
    assert not Inquiry.objects.exists()


def test_the_form_cannot_be_sent_from_another_site(client: Client):
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/inquiry/", FILLED)
    assert answer.status_code == 403
    assert b'href="/inquiry/"' in answer.content
    assert not Inquiry.objects.exists()


def test_the_form_and_its_answer_are_kept_nowhere(client: Client):
    for page in (
        client.get("/inquiry/"),
        client.get("/inquiry/received/"),
        client.post("/inquiry/begin/", {}),
        client.post("/inquiry/", {}),
        client.post("/inquiry/", FILLED),
    ):
        assert page.headers["Cache-Control"] == "no-store"
        assert "noindex" in page.headers["X-Robots-Tag"]


def test_beginning_keeps_nothing(client: Client):
    client.post("/inquiry/begin/", FILLED)
    assert not Inquiry.objects.exists()
    assert client.get("/inquiry/begin/").status_code == 405
