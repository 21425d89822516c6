"""What all registers share."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from tests import make
from tests.admin.pages import filled_in, signed_in
from tracker.admin.base import Register
from tracker.models import Role, Source

pytestmark = pytest.mark.django_db

DONE_BY_DEEDS_ALONE = {
    "link", "notice", "lead", "importfile", "importrow", "prisonrecord", "historyentry", "inquiry",
    "contactreveal",
}  # fmt: skip


def registers() -> dict[str, Register]:
    opened = {str(noun._meta.model_name): register for noun, register in admin.site._registry.items()}
    return {name: register for name, register in opened.items() if isinstance(register, Register)}


def test_every_register_is_one_of_ours():
    assert len(registers()) == len(admin.site._registry)


def test_only_our_own_nouns_have_a_register():
    assert {noun._meta.app_label for noun in admin.site._registry} == {"tracker"}


@pytest.mark.parametrize("role", Role.values)
def test_no_role_deletes_anything_anywhere(role: str, rf):
    request = rf.get("/admin/")
    request.user = make.user(role)
    for name, register in registers().items():
        assert not register.has_delete_permission(request), name
        assert "delete_selected" not in register.get_actions(request), name
        assert not any(
            inline.has_delete_permission(request) for inline in register.get_inline_instances(request)
        )


@pytest.mark.parametrize("role", Role.values)
def test_what_is_done_by_deeds_is_only_read_in_its_register(role: str, rf):
    request = rf.get("/admin/")
    request.user = make.user(role)
    for name in DONE_BY_DEEDS_ALONE:
        assert not registers()[name].has_add_permission(request), name
        assert not registers()[name].has_change_permission(request), name


def test_a_save_is_noted_by_the_database_and_not_by_the_page_as_well():
    source = make.source(name_en="Before")
    client = signed_in(Role.CASEWORKER)
    url = reverse("admin:tracker_source_change", args=[source.pk])
    assert client.post(url, filled_in(client, url) | {"name_en": "After"}).status_code == 302
    assert Source.objects.get(pk=source.pk).name_en == "After"
    assert not LogEntry.objects.exists()


def test_a_box_for_several_has_no_unlabelled_control():
    page = signed_in(Role.CASEWORKER).get(reverse("admin:tracker_person_change", args=[make.person().pk]))
    assert "-DELETE" not in page.content.decode()


@pytest.mark.parametrize(("language", "way"), [("en", "ltr"), ("ar", "rtl")])
def test_a_sentence_that_begins_with_a_name_runs_the_way_of_its_page(language: str, way: str):
    sentence = {"en": "“سجن مخترع” is not known.", "ar": "«Saidnaya» ليس معروفًا."}
    record = make.record(doubts=[sentence])
    page = signed_in(make.user(Role.VOLUNTEER, language=language)).get(
        reverse("admin:tracker_prisonrecord_change", args=[record.pk])
    )
    assert f'<span dir="{way}">{sentence[language]}</span>' in page.content.decode()
