"""Accounts of colleagues."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests import make
from tests.admin.pages import filled_in, signed_in
from tracker.models import Role, User

pytestmark = pytest.mark.django_db


def page_of(user: User) -> str:
    return reverse("admin:tracker_user_change", args=[user.pk])


def test_an_administrator_makes_an_account_that_can_sign_in():
    client = signed_in(Role.ADMINISTRATOR)
    answers = {
        "username": "layan", "full_name": "Layan", "role": Role.VOLUNTEER, "language": "ar",
        "password1": make.PASSWORD, "password2": make.PASSWORD,
    }  # fmt: skip
    assert client.post(reverse("admin:tracker_user_add"), answers).status_code == 302
    assert User.objects.get(username="layan", role=Role.VOLUNTEER).check_password(make.PASSWORD)


def test_a_weak_first_password_is_refused():
    answers = {
        "username": "layan",
        "role": Role.VOLUNTEER,
        "language": "ar",
        "password1": "1",
        "password2": "1",
    }
    signed_in(Role.ADMINISTRATOR).post(reverse("admin:tracker_user_add"), answers)
    assert not User.objects.filter(username="layan").exists()


def test_an_administrator_gives_a_colleague_another_role():
    volunteer, client = make.volunteer(), signed_in(Role.ADMINISTRATOR)
    answers = filled_in(client, page_of(volunteer)) | {"role": Role.CASEWORKER}
    assert client.post(page_of(volunteer), answers).status_code == 302
    assert User.objects.get(pk=volunteer.pk).role == Role.CASEWORKER


def test_administrators_change_neither_their_own_role_nor_their_own_right_to_sign_in():
    me = make.administrator(language="en")
    client = signed_in(me)
    answers = filled_in(client, page_of(me)) | {
        "full_name": "New name",
        "role": Role.CASEWORKER,
        "is_active": "",
    }
    assert client.post(page_of(me), answers).status_code == 302
    stored = User.objects.get(pk=me.pk)
    assert (stored.full_name, stored.role, stored.is_active) == ("New name", Role.ADMINISTRATOR, True)


def test_an_administrator_sets_a_new_password_for_a_colleague():
    volunteer = make.volunteer()
    url = reverse("admin:auth_user_password_change", args=[volunteer.pk])
    answers = {"password1": "quite another one", "password2": "quite another one", "usable_password": "true"}
    assert signed_in(Role.ADMINISTRATOR).post(url, answers).status_code == 302
    assert User.objects.get(pk=volunteer.pk).check_password("quite another one")


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.CASEWORKER, Role.REVIEWER, Role.AUDITOR])
def test_nobody_else_touches_accounts(role: str):
    colleague, client = make.volunteer(), signed_in(role)
    assert client.post(page_of(colleague), {"role": Role.ADMINISTRATOR}).status_code == 403
    assert client.post(reverse("admin:auth_user_password_change", args=[colleague.pk]), {}).status_code == 403
    assert client.post(reverse("admin:tracker_user_add"), {}).status_code == 403


def test_colleagues_change_their_own_password():
    me = make.volunteer()
    answers = {
        "old_password": make.PASSWORD,
        "new_password1": "quite another one",
        "new_password2": "quite another one",
    }
    assert signed_in(me).post(reverse("admin:password_change"), answers).status_code == 302
    assert User.objects.get(pk=me.pk).check_password("quite another one")
