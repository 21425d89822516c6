"""The register of adopted weights can be read by a person."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tests.admin.pages import signed_in
from tracker.flow.linking.adopted import adopt
from tracker.matching import Weights
from tracker.matching.levels import BIRTH_SAME_DAY, LEVELS
from tracker.models import AdoptedWeights, Role

pytestmark = pytest.mark.django_db

FIGURES = {
    "decided_links": 312,
    "reliability": [{"offered": 0.5, "was_true": 0.487654}],
    "bounds": [0.1, 0.9],
}


@pytest.fixture
def adopted() -> AdoptedWeights:
    came_with = Weights()
    levels = came_with.levels | {LEVELS[BIRTH_SAME_DAY - 1].name: 9.25}
    weights = replace(came_with, levels=levels, left_out=0.45)
    return adopt(weights, by=make.reviewer(), reason="Read and compared.", figures=FIGURES)


def shown(adopted: AdoptedWeights, client: Client) -> str:
    page = client.get(reverse("admin:tracker_adoptedweights_change", args=[adopted.pk]))
    assert page.status_code == 200
    return page.content.decode()


def test_figures_stand_each_on_a_line_of_its_own(adopted: AdoptedWeights):
    page = shown(adopted, signed_in(Role.AUDITOR))
    assert "<dt>decided links</dt>" in page
    assert "reliability · 1 · was true" in page
    assert "0.4877" in page
    assert "0.1, 0.9" in page


def test_what_weighs_otherwise_is_told_in_a_sentence_and_the_rest_is_left_out(adopted: AdoptedWeights):
    page = shown(adopted, signed_in(Role.REVIEWER))
    assert "The dates of birth agree: …" in page
    assert "12.5 → 9.25" in page
    assert "0.9 → 0.45" in page
    assert page.count("→") == 2


def test_a_reader_of_arabic_reads_the_sentence_in_arabic(adopted: AdoptedWeights):
    assert "تاريخ الولادة متطابق: …" in shown(adopted, signed_in(make.auditor(language="ar")))


def test_a_table_of_other_rules_can_still_be_read():
    adopted = AdoptedWeights.objects.create(
        version="2020.1", weights='{"levels": {"999": 1.5}}', by=make.reviewer(), reason="long ago"
    )
    page = shown(adopted, signed_in(Role.AUDITOR))
    assert "2020.1" in page
    assert "→" not in page


def test_caseworkers_and_strangers_do_not_read_it(adopted: AdoptedWeights):
    url = reverse("admin:tracker_adoptedweights_change", args=[adopted.pk])
    assert signed_in(Role.CASEWORKER).get(url).status_code == 403
    assert Client().get(url).status_code == 302
