"""What every page carries, wherever the tracker runs."""

import pytest
from django.conf import settings
from django.urls import reverse

from tracker.settings.databases import chosen_database


@pytest.fixture
def answer(client, db):
    return client.get(reverse("admin:login"))


def test_the_content_policy_lets_only_our_own_files_in(answer):
    policy = dict(
        directive.strip().partition(" ")[::2] for directive in answer["Content-Security-Policy"].split(";")
    )
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["object-src"] == "'none'"
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_an_address_of_ours_is_not_told_to_the_sites_we_link_to(answer):
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"


def test_the_account_is_known_before_its_language_is_chosen():
    order = [path.rpartition(".")[2] for path in settings.MIDDLEWARE]
    assert order.index("AuthenticationMiddleware") < order.index("LanguageMiddleware")
    assert order.index("SecurityMiddleware") == 0


def test_tests_never_touch_the_demonstrations_database(settings):
    assert settings.DATABASES["default"]["NAME"].startswith("test_athar_")


def test_no_address_means_an_embedded_server_and_an_address_means_that_server(tmp_path):
    assert chosen_database("", tmp_path)["EMBEDDED_FOLDER"] == tmp_path
    assert chosen_database("postgres://a@b:1/c", tmp_path)["HOST"] == "b"
