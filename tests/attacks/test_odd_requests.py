"""Addresses that no page of ours links to: odd signs, columns nobody offered, keys of the wrong shape."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse

from tests.admin.pages import signed_in
from tests.attacks.world import World, addresses, changelist, office
from tracker.admin.registers import __all__ as registers
from tracker.flow.permissions import LOOKS
from tracker.models import HistoryEntry, Inquiry, Lead, Person, Role

pytestmark = pytest.mark.django_db

NOUNS = [
    "person", "family", "relative", "claim", "source", "place", "document", "importfile", "importrow",
    "prisonrecord", "link", "notice", "lead", "inquiry", "contactreveal", "user", "historyentry",
]  # fmt: skip
ODD = [
    "name=%ED%A0%80&year=" + "9" * 400 + "&birth_year=" + "9" * 5000,
    "page=1e9&p=x&o=999.-1.x&all=1&e=1&_popup=1&_to_field=id",
    "q=" + "a+" * 400 + "&term=%F0%9F%98%80&app_label=tracker&model_name=claim&field_name=person",
    "name=x&born=" + "9" * 45 + "&name=y&father=%E2%80%AE&year=NaN&status=%FF&import_file=" + "9" * 30,
    "birth_year=%D9%A1%D9%A9%D9%A8%D9%A4&name=%D8%B3&governorate[]=x&likeness=inf&noun=nothing",
    "_changelist_filters=%25ff&due=past&whose=me&kind=inquiry&text=%27%28%5C",
]


def viewer_of(noun: str) -> Role:
    return next(role for role in (Role.CASEWORKER, Role.AUDITOR) if role in LOOKS[noun])


@pytest.fixture
def world() -> World:
    return office()


def asked(client: Client, url: str, **headers: str) -> Any:
    client.raise_request_exception = False
    return client.get(url, headers=headers)


@pytest.mark.parametrize("role", [None, Role.CASEWORKER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_no_odd_question_breaks_a_page(world: World, role: Role | None):
    client = signed_in(role) if role else Client()
    broken = []
    for url in addresses(world):
        if "logout" not in url:
            broken += [f"{url}?{odd[:60]}" for odd in ODD if asked(client, f"{url}?{odd}").status_code >= 500]
    assert broken == []


@pytest.mark.parametrize("role", [None, Role.CASEWORKER, Role.AUDITOR])
def test_a_nul_in_an_address_is_refused_before_it_meets_the_database(world: World, role: Role | None):
    client = signed_in(role) if role else Client()
    for url in addresses(world):
        for with_nul in (f"{url}?q=%00&name=%00", f"{url}?%00=1", f"{url.rstrip('/')}%00/"):
            assert asked(client, with_nul).status_code == 400, with_nul


@pytest.mark.parametrize("cookie", ["sessionid", "django_language", "messages", "csrftoken"])
def test_a_nul_in_a_cookie_is_refused_before_it_meets_the_database(cookie: str):
    # Quoted octal is how the standard library reads a sign that a header cannot carry.
    assert asked(Client(), "/", cookie=f'{cookie}="abcdefgh\\000"').status_code == 400


@pytest.mark.parametrize("key", ["abc", "9" * 40, "%20", "00000000-0000-0000-0000-000000000000"])
@pytest.mark.parametrize("model", [Person, Lead, Inquiry])
def test_the_short_way_to_any_row_is_closed(world: World, model: type[Person], key: str):
    kind = ContentType.objects.get_for_model(model).pk
    for role in Role.values:
        assert asked(signed_in(role), f"/admin/r/{kind}/{key}/").status_code == 404


def test_every_register_is_looked_at_here():
    assert len(NOUNS) >= len(registers)


@pytest.mark.parametrize("noun", NOUNS)
def test_a_list_is_narrowed_by_its_own_filters_and_by_no_other_column(world: World, noun: str):
    client = signed_in(viewer_of(noun))
    context = client.get(changelist(noun)).context
    register = context["cl"].model_admin
    beside = {one if isinstance(one, str) else one.parameter_name for one in register.list_filter}
    for field in register.model._meta.get_fields():
        if field.name in beside or (noun == "person" and field.name in ("sex", "links")):
            continue
        for how in ("", "__startswith", "__gt", "__regex", "__isnull", "__a__startswith"):
            answer = asked(client, f"{changelist(noun)}?{field.name}{how}=1")
            assert answer.status_code == 400, f"{field.name}{how}"


def test_an_auditor_cannot_spell_out_a_hidden_number_by_hits_and_misses(world: World):
    contact = world.things["contact"]
    assert contact.value
    client = signed_in(Role.AUDITOR)
    register = f"{changelist('historyentry')}?noun=contact"
    answers = {
        asked(client, f"{register}&pgh_data__value__startswith={guess}").status_code
        for guess in (contact.value[:4], "nothing like it")
    }
    assert answers == {400}


def test_a_key_of_the_wrong_shape_is_not_found(world: World):
    client = signed_in(Role.AUDITOR)
    slug = "not-a-slug"
    assert asked(client, reverse("admin:tracker_historyentry_change", args=[slug])).status_code == 404
    assert HistoryEntry.objects.count() > 0
    assert asked(client, f"/admin/review/{'9' * 30}/").status_code == 404


FIELDS = (
    "name", "missing_name", "asker_name", "contact", "message", "safe_way", "token", "case_code", "next",
    "language", "username", "password", "birth_written", "governorate", "relation", "mother_name",
)  # fmt: skip


@pytest.mark.parametrize("path", ["/", "/inquiry/", "/inquiry/begin/", "/language/", "/admin/login/"])
def test_a_form_that_strangers_may_send_survives_whatever_they_write(path: str):
    client = Client()
    client.raise_request_exception = False
    for sign in ("\0", "\ud800", "\u202e", "9" * 5000, "ﷺ" * 300, "\r\nSet-Cookie: a=b", "س" * 20_000):
        said = quote(sign.encode("utf-8", "surrogatepass"))
        for fields in (FIELDS, (*FIELDS, "website", "channel")):
            sent = "&".join(f"{field}={said}&{field}={said}" for field in fields) + "&channel=phone"
            answer = client.post(path, sent, content_type="application/x-www-form-urlencoded")
            assert answer.status_code < 500, sign[:10]
            assert "a=b" not in str(answer.cookies)
    rubbish = client.post(path, b"\xff" * 3_000_000, content_type="multipart/form-data; boundary=x")
    assert rubbish.status_code < 500
