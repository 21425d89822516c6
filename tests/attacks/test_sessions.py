"""An account loses its right, its role or its password while its browser is still open."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tests.admin.pages import filled_in, signed_in
from tracker.models import LinkStatus, Role, User

pytestmark = pytest.mark.django_db

PAGES = ["admin:index", "admin:staff_review", "admin:tracker_person_changelist", "admin:staff_account"]


def change(user: User, **fields: Any) -> None:
    stored = User.objects.get(pk=user.pk)
    for name, value in fields.items():
        setattr(stored, name, value)
    stored.save()


@pytest.mark.parametrize("page", PAGES)
def test_an_account_that_may_no_longer_sign_in_is_outside_at_once(page: str):
    user = make.reviewer()
    client = signed_in(user)
    assert client.get(reverse(page)).status_code == 200
    change(user, is_active=False)
    answer = client.get(reverse(page))
    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/admin/login/")


def test_a_deed_begun_before_the_role_changed_is_refused():
    user = make.reviewer()
    client, link = signed_in(user), make.link()
    page = reverse("admin:staff_link", args=[link.pk])
    sent = filled_in(client, page) | {"reason": "all agrees", "deed": "confirm"}
    change(user, role=Role.CASEWORKER)
    assert client.post(reverse("admin:staff_link_decide", args=[link.pk]), sent).status_code == 403
    link.refresh_from_db()
    assert link.status == LinkStatus.PROPOSED


def test_a_changed_password_ends_every_other_session():
    user = make.caseworker()
    client = signed_in(user)
    stored = User.objects.get(pk=user.pk)
    stored.set_password("another long password")
    stored.save()
    assert client.get(reverse("admin:index")).status_code == 302


def test_an_inactive_account_does_not_sign_in_and_nothing_tells_that_it_exists():
    user = make.caseworker(is_active=False)
    answers = []
    for name in (user.username, "nobody-of-this-name"):
        client = Client()
        page = client.post(reverse("admin:login"), {"username": name, "password": make.PASSWORD})
        answers.append(
            (page.status_code, page.content.decode().replace(name, "…").count("…") > 0, len(client.cookies))
        )
    assert answers[0] == answers[1]
    assert answers[0][0] == 200


def test_an_administrator_cannot_change_their_own_role_nor_lock_themselves_out():
    user = make.administrator()
    client = signed_in(user)
    url = reverse("admin:tracker_user_change", args=[user.pk])
    client.post(url, filled_in(client, url) | {"role": "reviewer", "is_active": "", "full_name": "Someone"})
    stored = User.objects.get(pk=user.pk)
    assert (stored.role, stored.is_active, stored.full_name) == (Role.ADMINISTRATOR, True, "Someone")


@pytest.mark.parametrize("role", [role for role in Role.values if role != Role.ADMINISTRATOR])
def test_nobody_else_changes_any_account_not_even_their_own(role: str):
    user, other = make.user(role), make.reviewer()
    client = signed_in(user)
    for about in (user, other):
        for name in ("change", "delete", "history"):
            client.post(
                reverse(f"admin:tracker_user_{name}", args=[about.pk]),
                {"role": "administrator", "post": "yes"},
            )
        client.post(
            reverse("admin:auth_user_password_change", args=[about.pk]),
            {"password1": "mine now, all of it", "password2": "mine now, all of it"},
        )
    client.post(
        reverse("admin:staff_account"), {"language": "en", "role": "administrator", "is_active": "on"}
    )
    client.post(reverse("admin:tracker_user_add"), {"username": "x", "role": "administrator"})
    assert User.objects.get(pk=user.pk).role == role
    stored = User.objects.get(pk=other.pk)
    assert (stored.role, stored.check_password(make.PASSWORD)) == (Role.REVIEWER, True)
    assert User.objects.count() == 2


@pytest.mark.parametrize(
    "where", ["//evil.example/", "https://evil.example/", "\\\\evil.example", "javascript:alert(1)"]
)
def test_signing_in_and_choosing_a_language_lead_nowhere_else(where: str):
    user = make.caseworker()
    signing_in = Client().post(
        f"{reverse('admin:login')}?next={where}",
        {"username": user.username, "password": make.PASSWORD, "next": where},
    )
    assert signing_in["Location"] == reverse("admin:index")
    assert Client().post("/language/", {"language": "en", "next": where})["Location"] == "/"


def test_a_language_chosen_twice_at_once_is_no_conflict(monkeypatch: pytest.MonkeyPatch):
    user = make.caseworker(language="ar")
    client = signed_in(user)
    change(user, full_name="Renamed meanwhile")
    assert client.post(reverse("admin:staff_account"), {"language": "en"}).status_code == 302
    stored = User.objects.get(pk=user.pk)
    assert (stored.language, stored.full_name) == ("en", "Renamed meanwhile")
