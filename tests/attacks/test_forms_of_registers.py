"""Forms of the registers, sent with more than they ask for, and with what cannot be stored."""

from __future__ import annotations

from typing import Any

import pytest
from django.forms.models import model_to_dict
from django.test import Client
from django.urls import reverse

from tests import make
from tests.admin.pages import filled_in, signed_in
from tests.attacks.world import World, office
from tracker.flow.permissions import EDITS
from tracker.models import Identifier, Person, PersonName, PlaceAlias, Role

pytestmark = pytest.mark.django_db

WRITABLE = {
    "person": Role.CASEWORKER, "family": Role.CASEWORKER, "relative": Role.CASEWORKER,
    "claim": Role.CASEWORKER, "source": Role.CASEWORKER, "place": Role.CASEWORKER,
    "document": Role.CASEWORKER, "user": Role.ADMINISTRATOR,
}  # fmt: skip
NAME = "سامر خالد الحلو"


@pytest.fixture
def world() -> World:
    return office()


def sent(client: Client, url: str, more: dict[str, Any]) -> Any:
    client.raise_request_exception = False
    return client.post(url, filled_in(client, url) | more)


def own_columns(row: Any, shown: set[str]) -> dict[str, Any]:
    """What no form of this noun offers: version, withdrawal, consent, who confirmed …"""
    row.refresh_from_db()
    kept = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return {name: value for name, value in kept.items() if name.removesuffix("_id") not in shown}


def every_column(noun: str, world: World) -> dict[str, Any]:
    """Another value for every column of a noun, under the names that a form would give them."""
    row = world.things[noun]
    answers: dict[str, Any] = {}
    for field in row._meta.concrete_fields:
        other = {"UUIDField": world.person.pk, "BooleanField": "on", "DateField": "2020-01-01",
                 "DateTimeField": "2020-01-01 00:00", "ForeignKey": world.things["user"].pk,
                 "OneToOneField": world.person.pk}  # fmt: skip
        value = str(other.get(type(field).__name__, "7"))
        answers |= {
            field.name: value,
            field.attname: value,
            f"{field.name}_0": value,
            f"{field.name}_1": "00:00",
        }
    return answers


def test_every_register_that_is_written_is_attacked_here():
    inlines = {"personname", "identifier", "kinship", "contact", "placealias"}
    assert WRITABLE.keys() == EDITS.keys() - inlines


@pytest.mark.parametrize("noun", sorted(WRITABLE))
def test_a_form_sent_with_every_column_changes_what_it_shows_and_nothing_else(world: World, noun: str):
    client, row = signed_in(WRITABLE[noun]), world.things[noun]
    url = reverse(f"admin:tracker_{noun}_change", args=[row.pk])
    shown = set(client.get(url).context["adminform"].form.fields) | {"version"}
    kept = own_columns(row, shown)
    assert kept
    typed = filled_in(client, url)
    answer = sent(client, url, every_column(noun, world) | typed)
    assert answer.status_code == 302, answer.context and answer.context["errors"]
    assert own_columns(row, shown) == kept


INLINES = [
    ("person", "names", "personname"),
    ("person", "identifiers", "identifier"),
    ("person", "kinships", "kinship"),
    ("person", "claims", "claim"),
    ("relative", "contacts", "contact"),
    ("relative", "kinships", "kinship"),
]


@pytest.mark.parametrize(("noun", "prefix", "below"), INLINES)
def test_a_row_below_sent_with_every_column_changes_nothing_unasked(
    world: World, noun: str, prefix: str, below: str
):
    client, row = signed_in(Role.CASEWORKER), world.things[noun]
    url = reverse(f"admin:tracker_{noun}_change", args=[row.pk])
    typed = filled_in(client, url)
    shown = {name.removeprefix(f"{prefix}-0-") for name in typed if name.startswith(f"{prefix}-0-")} | {
        "version"
    }
    mine = type(world.things[below])._default_manager.get(pk=typed[f"{prefix}-0-id"])
    kept = own_columns(mine, shown)
    more = {f"{prefix}-0-{name}": value for name, value in every_column(below, world).items()}
    answer = sent(client, url, more | typed)
    assert answer.status_code == 302
    assert own_columns(mine, shown) == kept


@pytest.mark.parametrize(("noun", "prefix", "below"), INLINES)
def test_a_row_of_somebody_else_cannot_be_taken_over_through_a_form(
    world: World, noun: str, prefix: str, below: str
):
    other = office("Another invented text")
    client = signed_in(Role.CASEWORKER)
    foreign = other.things[below]
    before = model_to_dict(foreign)
    url = reverse(f"admin:tracker_{noun}_change", args=[world.things[noun].pk])
    answer = sent(client, url, {f"{prefix}-0-id": str(foreign.pk), f"{prefix}-0-version": "1"})
    assert answer.status_code < 500
    assert model_to_dict(type(foreign)._default_manager.get(pk=foreign.pk)) == before


@pytest.mark.parametrize("total", ["", "abc", "-1", "999999", "9" * 30])
def test_a_count_of_rows_that_cannot_be_is_no_error_of_ours(world: World, total: str):
    client = signed_in(Role.CASEWORKER)
    url = reverse("admin:tracker_person_change", args=[world.person.pk])
    assert sent(client, url, {"names-TOTAL_FORMS": total, "names-INITIAL_FORMS": total}).status_code < 500


def new_rows(prefix: str, first: int, *rows: dict[str, str]) -> dict[str, str]:
    answers = {f"{prefix}-TOTAL_FORMS": str(first + len(rows))}
    for place, row in enumerate(rows, start=first):
        answers |= {f"{prefix}-{place}-{name}": value for name, value in row.items()}
    return answers


@pytest.mark.parametrize("how_many", [1, 2])
@pytest.mark.parametrize("written", [NAME, "  سامر \u202eخالد  الحلو "])
def test_a_name_that_already_stands_is_refused_in_words(how_many: int, written: str):
    person = make.person(NAME if how_many == 1 else "نادر فؤاد الزعبي")
    client = signed_in(Role.CASEWORKER)
    row = {"written": written, "kind": "papers", "standing": "stated", "source": str(person.source_id)}
    url = reverse("admin:tracker_person_change", args=[person.pk])
    answer = sent(client, url, new_rows("names", 1, *[row] * how_many))
    assert answer.status_code == 200
    assert "already" in answer.content.decode()
    assert PersonName.objects.filter(person=person).count() == 1


@pytest.mark.parametrize("how_many", [1, 2])
def test_a_number_that_already_stands_is_refused_in_words(how_many: int):
    person = make.person()
    if how_many == 1:
        make.identifier(person, "204", issuer="A prison", kind="prisoner")
    client = signed_in(Role.CASEWORKER)
    row = {"kind": "prisoner", "value": "204", "issuer": "A prison", "source": str(person.source_id)}
    url = reverse("admin:tracker_person_change", args=[person.pk])
    answer = sent(client, url, new_rows("identifiers", 2 - how_many, *[row] * how_many))
    assert answer.status_code == 200
    assert "already" in answer.content.decode()
    assert Identifier.objects.filter(person=person).count() == 2 - how_many


def test_a_number_that_was_withdrawn_may_be_written_again():
    person, by = make.person(), make.caseworker()
    gone = make.identifier(person, "204", issuer="A prison", kind="prisoner")
    from tracker.flow.withdraw import withdraw

    withdraw(gone, by=by, reason="of another man")
    row = {"kind": "prisoner", "value": "204", "issuer": "A prison", "source": str(person.source_id)}
    url = reverse("admin:tracker_person_change", args=[person.pk])
    assert sent(signed_in(by), url, new_rows("identifiers", 0, row)).status_code == 302
    assert Identifier.objects.standing().filter(person=person).count() == 1


def test_two_claims_of_one_kind_may_stand_side_by_side():
    person = make.person()
    url = reverse("admin:tracker_person_change", args=[person.pk])
    row = {"kind": "last_seen", "source": str(person.source_id), "credibility": "6"}
    rows = [row | {"text_en": said} for said in ("at a mill", "at a bridge")]
    assert sent(signed_in(Role.CASEWORKER), url, new_rows("claims", 0, *rows)).status_code == 302
    assert person.claims.count() == 2


def test_a_spelling_that_already_stands_is_refused_in_words():
    place = make.place()
    client = signed_in(Role.CASEWORKER)
    url = reverse("admin:tracker_place_change", args=[place.pk])
    answer = sent(client, url, new_rows("aliases", 0, {"name": "Hims"}, {"name": " Hims\u200f"}))
    assert answer.status_code == 200
    assert not PlaceAlias.objects.exists()


def test_a_place_that_would_lie_in_itself_is_refused_in_words():
    homs = make.place()
    town = make.place("الرستن", "Rastan", parent=homs, kind="town")
    client = signed_in(Role.CASEWORKER)
    url = reverse("admin:tracker_place_change", args=[homs.pk])
    for parent in (town, homs):
        answer = sent(client, url, {"parent": str(parent.pk)})
        assert answer.status_code == 200
        assert "lie" in answer.content.decode()
    homs.refresh_from_db()
    assert homs.parent is None


def test_hidden_marks_typed_into_a_register_do_not_enter_it(world: World):
    client = signed_in(Role.CASEWORKER)
    url = reverse("admin:tracker_person_change", args=[world.person.pk])
    answer = sent(
        client, url, {"circumstances": "seen\u202e at a mill\u200f", "registry_number": "\u206612\u2069"}
    )
    assert answer.status_code == 302
    person = Person.objects.get(pk=world.person.pk)
    assert (person.circumstances, person.registry_number) == ("seen at a mill", "12")
