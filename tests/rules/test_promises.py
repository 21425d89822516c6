"""Promises on the shape of the nouns themselves."""

from typing import Any

import pytest
from django.apps import apps
from django.db import models

from tests.models.guards import DERIVED, nouns
from tracker.models import Person, PublicListing
from tracker.models.base import Kept

SHOWN_TO_PUBLIC = {
    "case_code": {"case_code"},
    "names": {
        "given_ar", "father_ar", "family_ar", "given_latin", "father_latin", "family_latin", "keys", "rules",
    },
    "birth": {"birth_year"},
    "disappearance": {"disappearance_year"},
    "disappearance_place": {"governorate_ar", "governorate_en"},
}  # fmt: skip
"""Fact of a person → what a stranger may read of it, once the family agreed."""

NEVER_PUBLIC = {
    "id", "version", "withdrawn_at", "withdrawn_by", "withdrawn_reason", "family", "source", "sex",
    "birth_place",
    "registry_place", "registry_number", "circumstances", "consent_scope", "consent_given_on",
    "consent_given_by",
    "consent_withdrawn_on", "kinships", "identifiers", "leads", "links", "claims", "notices", "search_keys",
    "uncompared", "unkeyed",
}  # fmt: skip

FATEFUL_WORDS = (
    "fate",
    "status",
    "died",
    "death",
    "alive",
    "prison",
    "facility",
    "mother",
    "contact",
    "updated",
    "link",
)


def facts_of_a_person() -> set[str]:
    every = {field.name for field in Person._meta.get_fields()}
    return {name for name in every if not name.startswith("pgh_") and name not in ("events", "event")}


def test_every_field_of_a_person_was_judged_public_or_not():
    assert not SHOWN_TO_PUBLIC.keys() & NEVER_PUBLIC
    assert facts_of_a_person() == SHOWN_TO_PUBLIC.keys() | NEVER_PUBLIC


def test_the_public_listing_holds_what_was_judged_public_and_nothing_else():
    columns = {field.name for field in PublicListing._meta.get_fields()}
    assert columns == set().union(*SHOWN_TO_PUBLIC.values())


def test_the_public_listing_has_no_way_to_the_case():
    assert not [field.name for field in PublicListing._meta.get_fields() if field.is_relation]
    for field in PublicListing._meta.fields:
        assert not any(word in field.name for word in FATEFUL_WORDS), field.name


def test_the_years_of_a_listing_have_no_room_for_a_day():
    for name in ("birth_year", "disappearance_year"):
        assert isinstance(PublicListing._meta.get_field(name), models.PositiveSmallIntegerField)


def own_fields() -> "list[models.Field[Any, Any]]":
    return [field for model in [*nouns(), *DERIVED] for field in model._meta.fields]


def test_no_status_is_a_bare_number():
    chosen = [field for field in own_fields() if field.choices]
    assert chosen, "there are choices to look at"
    for field in chosen:
        assert isinstance(field, models.CharField), f"{field} is chosen from a list and is not a text"
        if field.name != "credibility":  # the Admiralty code's own grades, 1 to 6
            assert not [value for value, _ in field.flatchoices if str(value).isdecimal()], field


def test_whoever_refers_to_a_noun_keeps_it():
    for field in own_fields():
        if isinstance(field, models.ForeignKey) and field.model not in DERIVED:
            assert field.remote_field.on_delete is models.PROTECT, field


@pytest.mark.parametrize("model", nouns(), ids=lambda model: model.__name__)
def test_every_noun_is_kept_and_says_what_it_is(model: type[models.Model]):
    assert issubclass(model, Kept)
    assert model.__doc__
    assert not model.__doc__.startswith(f"{model.__name__}("), "Django wrote this docstring"
    assert str(model._meta.verbose_name) != model._meta.object_name


def test_nobody_stands_above_the_roles():
    fields = {field.name for field in apps.get_model("tracker.User")._meta.get_fields()}
    assert not fields & {"is_superuser", "groups", "user_permissions"}
