"""Arabic first; another language only for whoever chose it."""

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from tests import make
from tracker.models import User

pytestmark = pytest.mark.django_db
COOKIE = settings.LANGUAGE_COOKIE_NAME


def test_a_page_is_arabic_from_right_to_left_whatever_the_browser_prefers(client: Client):
    page = client.get("/", headers={"accept-language": "en-US,en;q=0.9"})
    assert b'lang="ar"' in page.content
    assert b'dir="rtl"' in page.content
    assert page.headers["Content-Language"] == "ar"
    assert "Cookie" in page.headers["Vary"]
    assert "Accept-Language" not in page.headers["Vary"]


def test_a_chosen_language_is_kept_in_a_cookie_and_the_page_turns_round(client: Client):
    answer = client.post("/language/", {"language": "en", "next": "/about/?a=1"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/about/?a=1")
    cookie = client.cookies[COOKIE]
    assert (cookie.value, cookie["samesite"], cookie["httponly"]) == ("en", "Lax", True)
    page = client.get("/")
    assert page.headers["Content-Language"] == "en"
    assert b'dir="ltr"' in page.content


def test_the_language_of_an_account_comes_before_the_cookie(client: Client):
    client.force_login(make.caseworker(language="en"))
    client.cookies[COOKIE] = "ar"
    assert client.get("/").headers["Content-Language"] == "en"


def test_a_signed_in_choice_is_kept_in_the_account(client: Client):
    user = make.caseworker()
    client.force_login(user)
    client.post("/language/", {"language": "en"})
    assert User.objects.get(pk=user.pk).language == "en"
    assert client.get("/").headers["Content-Language"] == "en"


@pytest.mark.parametrize("language", ["", "fr", "../../etc", "ar\r\nX: y", "e" * 5000])
def test_a_language_that_is_not_spoken_here_changes_nothing(client: Client, language: str):
    user = make.caseworker()
    client.force_login(user)
    assert client.post("/language/", {"language": language}).status_code == 302
    assert COOKIE not in client.cookies
    assert User.objects.get(pk=user.pk).language == "ar"
    client.logout()
    client.cookies[COOKIE] = "fr"
    assert client.get("/").headers["Content-Language"] == "ar"


@pytest.mark.parametrize(
    "wanted",
    [
        "https://example.org/",
        "//example.org",
        "\\\\example.org",
        "javascript:alert(1)",
        "",
        "/\r\n/example.org",
    ],
)
def test_the_button_leads_to_no_other_site(client: Client, wanted: str):
    answer = client.post("/language/", {"language": "en", "next": wanted})
    assert answer.headers["Location"] == "/"


def test_the_button_needs_no_cookie_and_is_pressed_not_followed(client: Client):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/language/", {"language": "en"}).status_code == 302
    assert client.get("/language/").status_code == 405


def test_a_language_lasts_no_longer_than_its_request(client: Client):
    client.cookies[COOKIE] = "en"
    with translation.override("ar"):
        client.get("/")
        assert translation.get_language() == "ar"
