"""How a part of a name is heard: worked out by who keys its bearers, and by nobody else."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from django.db import OperationalError, transaction

from tests.flow.linking.lists import a_list, missing
from tests.racing import elsewhere
from tracker.flow.linking import heard
from tracker.flow.linking.keys import key_people, key_records
from tracker.flow.linking.laid import Kept
from tracker.flow.linking.places import Gazetteer
from tracker.flow.linking.reading import people_side, records_side
from tracker.flow.linking.search import answers
from tracker.matching import Engine, Frequencies, Weights
from tracker.matching.side import Side
from tracker.matching.vocabulary import Vocabulary
from tracker.models import HeardPart, PersonKeys, PrisonRecord
from tracker.names.heard import Heard

pytestmark = pytest.mark.django_db


def people() -> tuple[Side, Vocabulary]:
    engine = Engine(Frequencies(), Weights())
    return people_side(engine.vocabulary, Gazetteer.load())[1], engine.vocabulary


def sounds() -> list[bytes]:
    side, vocabulary = people()
    return [bytes(vocabulary.lexicon()[unit]) for unit in side.names["units"].ravel().tolist()]


@pytest.fixture
def no_profile_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> Any:
        raise AssertionError("a profile was read to learn how a name is heard")

    monkeypatch.setattr(Kept, "profiles", refuse)


@pytest.mark.usefixtures("no_profile_is_read")
def test_whoever_is_keyed_is_compared_without_a_name_being_read_again():
    missing("عبد الرحمن محمد علي الصفدي", "Abdul Rahman M. Ali", mother="Maryam al-Masri")
    key_people()
    side, vocabulary = people()
    assert {"عبد الرحمن", "Abdul Rahman", "الصفدي", "Maryam"} <= set(vocabulary.texts)
    assert side.names["units"].astype(bool).sum() == side.names["count"].sum()


@pytest.mark.usefixtures("no_profile_is_read")
def test_so_is_a_record():
    a_list()
    key_records()
    engine = Engine(Frequencies(), Weights())
    records = list(PrisonRecord.objects.values_list("pk", flat=True))
    _, side = records_side(records, engine.vocabulary, Gazetteer.load())
    assert side.names["units"].astype(bool).sum() == side.names["count"].sum() > 0


def test_a_part_is_the_same_whether_heard_now_or_kept():
    missing("عبد الرحمن محمد علي الصفدي", "Abdul Rahman M. Ali")
    missing("山田 Yamada")
    key_people()
    _, kept = people()
    now = Vocabulary(Frequencies())
    now.numbers(kept.texts)
    assert now.texts == kept.texts
    assert np.array_equal(now.lexicon(), kept.lexicon())
    assert now.all_keys == kept.all_keys
    assert "bdrhmn rhmn" in now.all_keys


def test_what_other_rules_heard_is_passed_over_and_then_kept_anew():
    missing("نبيل كرم الصفدي")
    key_people()
    before = sounds()
    HeardPart.objects.update(rules=heard.RULES + 1, heard=b"", keys="zz", all_keys="zz")
    assert sounds() == before
    PersonKeys.objects.all().delete()
    key_people()
    assert set(HeardPart.objects.values_list("rules", flat=True)) == {heard.RULES}
    assert not HeardPart.objects.filter(keys="zz").exists()


def test_a_part_that_nobody_kept_is_heard_from_the_profile():
    person = missing("نبيل كرم الصفدي")
    key_people()
    HeardPart.objects.all().delete()
    assert [one.person for one in answers("Nabil al-Safadi").found] == [person]


def test_what_is_kept_already_is_not_heard_again(monkeypatch: pytest.MonkeyPatch):
    asked: list[int] = []
    of = Heard.of

    def counted(texts: Sequence[str]) -> Heard:
        asked.append(len(texts))
        return of(texts)

    monkeypatch.setattr(Heard, "of", counted)
    heard.keep_heard(["نبيل", "كرم", ""])
    heard.keep_heard(["كرم", "نبيل", "الصفدي"])
    assert asked == [2, 1]


@pytest.mark.django_db(transaction=True)
def test_two_who_keep_one_part_at_once_keep_it_once():
    def both() -> None:
        heard.keep_heard(["نبيل", "كرم"])

    with transaction.atomic():
        heard.keep_heard(["نبيل"])
        with pytest.raises(OperationalError, match="lock timeout"):
            elsewhere(both)
    elsewhere(both)
    assert sorted(HeardPart.objects.values_list("text", flat=True)) == ["كرم", "نبيل"]
