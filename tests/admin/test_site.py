"""The frame of the workplace: signing in, navigation, colours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests import make
from tests.admin.pages import signed_in
from tracker.models import Role

STYLES = Path(settings.BASE_DIR, "tracker/static/athar")
EVENT_HANDLER = re.compile(r"<[^>]+\son[a-z]+=", re.IGNORECASE)


@pytest.mark.django_db
def test_a_colleague_signs_in_and_lands_on_what_waits():
    make.caseworker(username="samar")
    url = reverse("admin:login")
    answer = Client().post(
        url, {"username": "samar", "password": make.PASSWORD, "next": "/admin/"}, follow=True
    )
    assert answer.redirect_chain == [("/admin/", 302)]
    assert answer.status_code == 200


@pytest.mark.django_db
def test_the_door_offers_no_way_round_the_password_and_says_whom_to_ask():
    page = Client(headers={"cookie": "django_language=en"}).get(reverse("admin:login")).content.decode()
    assert "An administrator of your office can help" in page
    assert "password_reset" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("role", Role.values)
def test_navigation_offers_what_opens_and_nothing_else(role: str):
    client = signed_in(role)
    groups = client.get(reverse("admin:index")).context["navigation"]
    offered = {entry.url for group in groups for entry in group.entries}
    assert offered
    assert {client.get(url).status_code for url in offered} == {200}
    assert (reverse("admin:tracker_person_changelist") in offered) == (role != Role.VOLUNTEER)
    assert (reverse("admin:tracker_historyentry_changelist") in offered) == (role == Role.AUDITOR)


@pytest.mark.django_db
def test_a_refusal_is_a_page_of_ours_in_the_readers_language():
    page = signed_in(Role.VOLUNTEER).get(reverse("admin:tracker_person_changelist"))
    assert page.status_code == 403
    assert "This is not part of your role" in page.content.decode()


@pytest.mark.django_db
def test_pages_hold_no_style_and_no_script_of_their_own():
    link = make.link()
    client = signed_in(Role.CASEWORKER)
    for url in [
        reverse("admin:index"),
        reverse("admin:tracker_person_changelist"),
        reverse("admin:tracker_person_change", args=[link.person.pk]),
        reverse("admin:staff_search"),
        reverse("admin:tracker_source_changelist"),
        reverse("admin:password_change"),
    ]:
        page = client.get(url).content.decode()
        assert "<style" not in page, url
        assert " style=" not in page, url
        assert not re.search(r"<script(?![^>]*\bsrc=)", page), url
        assert not EVENT_HANDLER.search(page), url


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"(--athar-[\w-]+):\s*([^;]+);", block))


def between(text: str, start: str) -> str:
    return text.split(start, 1)[1].split("}", 1)[0]


def test_a_chosen_theme_has_the_colours_of_the_device_theme():
    tokens, themes = (STYLES / "tokens.css").read_text(), (STYLES / "staff/themes.css").read_text()
    light = colours(between(tokens, ":root {"))
    dark = colours(between(tokens.split("prefers-color-scheme: dark", 1)[1], ":root {"))
    assert colours(between(themes, 'html[data-theme="dark"] {')) == dark
    assert colours(between(themes, 'html[data-theme="light"] {')) == {name: light[name] for name in dark}
