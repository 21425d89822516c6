"""Garbage is looked for between chunks, and again after them, whatever happened within."""

import gc
from collections.abc import Iterable, Sequence

import pytest
from django.db.models import Model

from tests.flow.linking.lists import a_list, missing
from tracker.flow.collecting import collecting_put_off
from tracker.flow.intake import store
from tracker.flow.intake.copying import copy_in
from tracker.flow.linking import propose
from tracker.flow.linking.offers import store_offers
from tracker.models import Link, PrisonRecord


def test_nothing_is_collected_within_and_everything_after():
    with collecting_put_off():
        assert not gc.isenabled()
        with collecting_put_off():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_chunk_that_fails_leaves_collecting_as_it_was():
    with pytest.raises(ZeroDivisionError), collecting_put_off():
        raise ZeroDivisionError
    assert gc.isenabled()


@pytest.mark.django_db
def test_a_chunk_of_comparison_is_not_interrupted(monkeypatch: pytest.MonkeyPatch):
    collecting: list[bool] = []

    def stored(offers: Sequence[Link]) -> int:
        collecting.append(gc.isenabled())
        return store_offers(offers)

    monkeypatch.setattr(propose, "store_offers", stored)
    missing()
    a_list()
    assert propose.propose_links().links == 1
    assert collecting
    assert not any(collecting)
    assert gc.isenabled()


@pytest.mark.django_db
def test_a_chunk_of_a_list_is_not_interrupted(monkeypatch: pytest.MonkeyPatch):
    collecting: list[bool] = []

    def copied(model: type[Model], lines: Iterable[str]) -> None:
        collecting.append(gc.isenabled())
        copy_in(model, lines)

    monkeypatch.setattr(store, "copy_in", copied)
    a_list()
    assert PrisonRecord.objects.exists()
    assert collecting
    assert not any(collecting)
    assert gc.isenabled()
