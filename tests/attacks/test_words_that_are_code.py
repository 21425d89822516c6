"""Names, notes and cells that are code to a browser or to a spreadsheet, on every page of the site."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests import make
from tests.admin.pages import signed_in
from tests.attacks.world import addresses, office
from tracker.flow.intake.check import begin_check, check_rows
from tracker.flow.intake.store import begin_storing, store_rows
from tracker.flow.listing.publish import publish
from tracker.models import ImportFile, Role

pytestmark = pytest.mark.django_db

CODE = [
    "<athar-x onload=alert(1)>&lt;athar-x&gt;",
    "\" onmouseover=\"alert(1)\" x='' autofocus onfocus='alert(1)' athar-x='",
    "</title></textarea></select></script><athar-x></athar-x>",
    "javascript:alert('athar-x')",
    "{{ 7|add:'7' }}{% debug %}${7*7}<!--athar-x",
]


class Elements(HTMLParser):
    """Everything of a page that a browser would act on."""

    def __init__(self) -> None:
        super().__init__()
        self.hostile: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            acts = name.startswith("on") or name == "athar-x" or "athar-x" in name
            leads = name in ("href", "src", "action", "formaction") and (
                value or ""
            ).strip().lower().startswith(("javascript:", "data:", "vbscript:"))
            if acts or leads:
                self.hostile.append(f"<{tag} {name}={value}>")
        if tag == "athar-x":
            self.hostile.append(f"<{tag}>")

    def handle_comment(self, data: str) -> None:
        if "athar-x" in data:
            self.hostile.append("comment")


def as_csv(rows: tuple[tuple[str, ...], ...]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def hostile_in(page: str) -> list[str]:
    elements = Elements()
    elements.feed(page)
    return elements.hostile


@pytest.mark.parametrize("code", CODE)
def test_what_people_wrote_is_never_code_on_any_page(code: str):
    world = office(code)
    for role in Role.values:
        client = signed_in(role)
        for url in addresses(world):
            answer = client.get(url, {"q": code, "name": code, "text": code, "person_name": code})
            if not answer.streaming and answer["Content-Type"].startswith("text/html"):
                assert hostile_in(answer.content.decode()) == [], f"{role} {url}"


@pytest.mark.parametrize("code", CODE)
def test_what_strangers_write_comes_back_as_words(code: str):
    person = make.public_person(code, birth="1984")
    publish(person)
    client = Client()
    for path in ("/", "/inquiry/", "/inquiry/begin/", "/language/", f"/{code}"):
        said = {"name": code, "birth_year": "1984", "case_code": code, "missing_name": code, "next": code}
        for answer in (client.get(path, said), client.post(path, said)):
            assert hostile_in(answer.content.decode()) == []
            assert "javascript" not in answer.get("Location", "")


@pytest.mark.parametrize("code", CODE)
def test_a_form_sent_back_with_its_mistakes_holds_no_code(code: str):
    world = office(code)
    client = signed_in(Role.CASEWORKER)
    for name in ("person", "relative", "claim", "source", "place", "family"):
        url = reverse(f"admin:tracker_{name}_change", args=[world.things[name].pk])
        page = client.post(url, dict.fromkeys(("birth", "slug", "label", "name_ar", "kind", "date"), code))
        assert hostile_in(page.content.decode()) == []
    for url in (reverse("admin:staff_lead_new"), reverse("admin:staff_notice", args=[world.notice.pk])):
        page = client.post(
            url, dict.fromkeys(("summary", "kind", "account", "way", "person_name", "find"), code)
        )
        assert hostile_in(page.content.decode()) == []


@pytest.mark.parametrize("code", [*CODE, '=HYPERLINK("http://x")', "+cmd|' /C calc'!A0", "@SUM(1)", "-2+3"])
def test_a_list_made_of_code_is_stored_word_for_word_and_shown_as_words(code: str):
    volunteer = make.volunteer()
    client = signed_in(volunteer)
    rows = (("الاسم", "سبب الوفاة", code), (f"سامر {code[:60]}", code, code), ("", code, code))
    file = SimpleUploadedFile(f"{code[:40]}.csv", as_csv(rows), content_type=code[:80])
    sent = {"file": file, "source": str(make.source().pk), "encoding": ""}
    answer = client.post(reverse("admin:staff_import_new"), sent, follow=True)
    assert hostile_in(answer.content.decode()) == []
    imported = walked_through(client, ImportFile.objects.get())
    assert imported.rows.first().cells[1] == code  # type: ignore[union-attr]
    page = client.get(reverse("admin:staff_import", args=[imported.pk])).content.decode()
    assert hostile_in(page) == []


def walked_through(client: Client, imported: ImportFile) -> ImportFile:
    """Look at every step of an import on the way to its stored rows."""
    for step in ("reading", "columns"):
        page = client.get(reverse(f"admin:staff_import_{step}", args=[imported.pk]))
        assert hostile_in(page.content.decode()) == []
    begin_check(imported.pk, by=imported.received_by)
    check_rows(imported.pk)
    page = client.get(reverse("admin:staff_import_check", args=[imported.pk]))
    assert hostile_in(page.content.decode()) == []
    begin_storing(imported.pk, by=imported.received_by)
    return store_rows(imported.pk)


def test_every_page_forbids_code_that_is_not_ours():
    world = office("plain")
    client = signed_in(Role.CASEWORKER)
    for url in [*addresses(world), "/nowhere/"]:
        answer = client.get(url)
        if answer.status_code < 400 and not answer.streaming:
            policy = answer.get("Content-Security-Policy", "")
            assert "default-src 'self'" in policy, url
            assert "unsafe" not in policy
            assert answer["X-Frame-Options"] == "DENY"
    assert settings.SECURE_CONTENT_TYPE_NOSNIFF
