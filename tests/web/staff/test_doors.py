"""Who may open a page of the workplace."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tests.admin.pages import signed_in
from tracker.models import Role

pytestmark = pytest.mark.django_db


def test_a_stranger_signs_in_first_and_then_comes_back():
    url = reverse("admin:staff_search") + "?name=x"
    assert Client().get(url)["Location"] == "/admin/login/?next=/admin/search/%3Fname%3Dx"


def test_a_colleague_without_the_right_reads_whom_to_ask():
    page = signed_in(Role.VOLUNTEER).get(reverse("admin:staff_search"))
    assert page.status_code == 403
    assert "Ask a colleague whose role includes it" in page.content.decode()


def test_a_page_of_the_workplace_is_never_kept_by_a_browser():
    assert "no-store" in signed_in(Role.CASEWORKER).get(reverse("admin:staff_search"))["Cache-Control"]


def test_an_account_that_may_no_longer_sign_in_is_outside_at_once():
    user = make.caseworker()
    client = signed_in(user)
    user.is_active = False
    user.save()
    assert client.get(reverse("admin:staff_search")).status_code == 302
