"""Weights are learned from the house's own pairs, and in force only when a reviewer adopts them."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests import make
from tracker.flow.linking import calibrating
from tracker.flow.linking.adopted import weights_in_force
from tracker.flow.linking.keys import key_people, key_records
from tracker.management.measuring.people import Population
from tracker.management.measuring.people.loading import load
from tracker.matching import Weights
from tracker.models import AdoptedWeights

pytestmark = pytest.mark.django_db


def run(*arguments: str, **options: Any) -> str:
    out = StringIO()
    call_command("calibrate_matching", *arguments, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


@pytest.fixture
def a_house(monkeypatch: pytest.MonkeyPatch) -> None:
    load(Population(300, 1500, seed=4).batches())
    key_people()
    key_records()
    monkeypatch.setattr("tracker.matching.estimate.FEWEST_PAIRS", 50)


def test_too_few_pairs_are_refused_in_a_sentence():
    with pytest.raises(CommandError, match=r"too few to learn from: \d+ are needed\."):
        run()


@pytest.mark.usefixtures("a_house")
def test_a_new_table_is_shown_and_nothing_changes():
    out = run()
    assert "would appear" in out
    assert "Too few decisions" in out
    assert weights_in_force() == Weights()


@pytest.mark.usefixtures("a_house")
def test_a_reviewer_adopts_it_for_a_reason():
    reviewer = make.reviewer()
    told = json.loads(run("--json", "--adopt", "--by", reviewer.username, "--reason", "spring lists"))
    adopted = AdoptedWeights.objects.get()
    assert adopted.by == reviewer
    assert json.loads(adopted.weights) == told["weights"]
    assert adopted.figures["pairs"] == told["figures"]["pairs"] > 50
    assert weights_in_force().version == adopted.version


@pytest.mark.usefixtures("a_house")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--by", "nobody", "--reason", "x"), "There is no account nobody"),
        (("--by", "nobody"), "say who you are and why"),
    ],
)
def test_nobody_adopts_without_a_name_and_a_reason(arguments: tuple[str, ...], said: str):
    with pytest.raises(CommandError, match=said):
        run("--adopt", *arguments)
    assert not AdoptedWeights.objects.exists()


@pytest.mark.usefixtures("a_house")
def test_a_volunteer_adopts_nothing():
    with pytest.raises(CommandError, match="role"):
        run("--adopt", "--by", make.volunteer().username, "--reason", "x")
    assert not AdoptedWeights.objects.exists()


@pytest.mark.usefixtures("a_house")
def test_what_people_decided_is_learned_from():
    link = make.link("rejected", closed_by=make.reviewer())
    key_people()
    key_records()
    assert calibrating.decisions() == {(link.record_id, link.person_id): 0.0}
