"""What no public page may ever do."""

import re
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone

from tests import make
from tracker.flow.listing.publish import publish
from tracker.models import ClaimKind, LinkStatus, NoticeStatus, Person, Way

pytestmark = pytest.mark.django_db
NAME = "سامر خالد الحلو"
PAGES = ["/", "/inquiry/", "/inquiry/received/", "/about/"]
LANGUAGES = ["ar", "en"]


@pytest.fixture
def listed() -> Person:
    person = make.public_person(NAME, mother="فريهان الزنبقي", birth="1984", circumstances="seen near a mill")
    contact = make.contact(person.consent_given_by, value="+963 955 123 123")
    assert contact.relative.family == person.family
    publish(person)
    return person


def answer(language: str = "en", **query: str) -> tuple[bytes, dict[str, str]]:
    client = Client()
    client.cookies["django_language"] = language
    page = client.get("/", {"name": NAME, "birth_year": "1984", **query})
    return page.content, dict(page.headers)


def test_a_fate_confirmed_and_told_changes_no_byte_of_an_answer(listed: Person):
    before = {language: answer(language) for language in LANGUAGES}
    link = make.link(LinkStatus.CONFIRMED, person=listed)
    by = {"confirmed_by": link.confirmed_by, "seconded_by": link.seconded_by}
    make.claim(listed, ClaimKind.DIED, link=link, **by)
    notice = make.notice(link)
    assert {language: answer(language) for language in LANGUAGES} == before
    notice.status, notice.told_on, notice.told_by = NoticeStatus.TOLD, timezone.localdate(), make.caseworker()
    notice.told_to, notice.way, notice.account = listed.consent_given_by, Way.IN_PERSON, "At her home."
    notice.save()
    assert {language: answer(language) for language in LANGUAGES} == before


def test_an_answer_holds_no_contact_relative_mother_or_number_of_ours(listed: Person):
    content = answer()[0].decode()
    assert listed.case_code in content
    for secret in ("955", "فريهان", "هدى", "mill", str(listed.pk), listed.source.name_en):
        assert secret not in content


def test_taking_consent_back_leaves_nothing_to_find(listed: Person):
    listed.consent_withdrawn_on = timezone.localdate()
    listed.save()
    assert listed.case_code not in answer()[0].decode()


@pytest.mark.parametrize("path", [*PAGES, "/?name=%D8%B3&birth_year=1984", "/nowhere/"])
def test_no_page_sets_a_cookie_but_the_form_that_needs_one(path: str):
    client = Client()
    client.get(path)
    assert set(client.cookies) == ({"csrftoken"} if path == "/inquiry/" else set())


class Tags(HTMLParser):
    """Collects what a reader without eyes, mouse or patience depends on."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, *names: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag in names]


def tags(content: bytes) -> Tags:
    parser = Tags()
    parser.feed(content.decode())
    return parser


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [*PAGES, f"/?name={NAME}&birth_year=1984", "/?name=", "/nowhere/"])
def test_every_page_is_light_whole_and_says_its_language(listed: Person, language: str, path: str):
    client = Client()
    client.cookies["django_language"] = language
    page = client.get(path)
    assert len(page.content) < 14_000
    found = tags(page.content)
    (html,) = found.all("html")
    assert (html["lang"], html["dir"]) == (language, {"ar": "rtl", "en": "ltr"}[language])
    assert len(found.all("h1")) == len(found.all("main")) == len(found.all("title")) == 1
    assert not found.all("script", "img", "iframe", "style")
    identities = [attributes["id"] for _, attributes in found.tags if "id" in attributes]
    assert len(identities) == len(set(identities))


@pytest.mark.parametrize("path", ["/", "/inquiry/", "/?name=&birth_year=1", f"/?name={NAME}"])
def test_every_box_has_a_label_and_every_pointer_a_target(path: str):
    found = tags(Client().get(path).content)
    identities = {attributes.get("id") for _, attributes in found.tags}
    labelled = {label["for"] for label in found.all("label")}
    boxes = [box for box in found.all("input", "select", "textarea") if box.get("type") != "hidden"]
    assert boxes
    assert {box["id"] for box in boxes} <= labelled
    pointers = " ".join(attributes.get("aria-describedby") or "" for _, attributes in found.tags).split()
    assert set(pointers) <= identities
    anchors = {(a["href"] or "").removeprefix("#") for a in found.all("a") if "#" in (a["href"] or "")}
    assert anchors <= identities


def test_the_pages_and_their_styles_stay_below_thirty_kilobytes(listed: Person):
    folder = settings.BASE_DIR / "tracker/static/athar"
    styles = sum((folder / f"{name}.css").stat().st_size for name in ("tokens", "public"))
    heaviest = max(len(Client().get(path).content) for path in PAGES)
    assert styles + heaviest < 30_000


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "500"])
def test_a_page_for_an_error_is_drawn_even_without_a_request(name: str):
    page = render_to_string(f"{name}.html")
    assert re.search(r"<h1>\s*\S", page)
    assert 'action="/language/"' in page


def test_a_missing_page_says_so_in_our_own_words():
    page = Client().get("/nowhere/")
    assert page.status_code == 404
    assert b'class="wordmark"' in page.content


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_read_and_not_written(path: str):
    if path != "/inquiry/":
        assert Client().post(path, {}).status_code == 405
    assert Client().put(path).status_code == 405
    assert Client().head(path).status_code == 200


def test_the_container_is_told_that_all_is_well():
    answer = Client().get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
