"""Parts of names keep their numbers, whatever they weigh and whoever else is at work."""

from tests.matching import make
from tracker.matching import Engine, Frequencies, Weights
from tracker.matching.frequencies import FAMILY, GIVEN
from tracker.matching.side import Side, side_of
from tracker.matching.vocabulary import Vocabulary
from tracker.names import read_name

PARTS = ("نبيل", "كرم", "الصفدي", "Safadi", "عبد الرحمن")
COUNTED = Frequencies.learn(map(read_name, ["نبيل كرم الصفدي"] * 40 + ["سامر وليد الحموي"]))


def test_parts_weighed_anew_keep_their_numbers_and_weigh_what_others_say():
    before = Vocabulary(Frequencies())
    numbers = before.numbers(PARTS)
    after = before.weighed_by(COUNTED)
    assert after.numbers(PARTS) == numbers
    assert (after.lexicon()["codes"] == before.lexicon()["codes"]).all()
    for part, number in zip(PARTS, numbers, strict=True):
        for use in (GIVEN, FAMILY):
            assert after.lexicon()[number]["bits"][use] == COUNTED.bits(part, use)
            assert before.lexicon()[number]["bits"][use] == Frequencies().bits(part, use)


def test_what_is_entered_after_that_is_entered_there_alone():
    before = Vocabulary(Frequencies())
    before.numbers(PARTS)
    after = before.weighed_by(COUNTED)
    (number,) = after.numbers(["ماهر"])
    assert before.texts == after.texts[:number]
    assert before.numbers(["ياسر"]) == [number]
    assert after.lexicon()[number]["bits"][GIVEN] == COUNTED.bits("ماهر", GIVEN)


def test_by_the_same_frequencies_nothing_is_weighed_again():
    vocabulary = Vocabulary(COUNTED)
    assert vocabulary.weighed_by(COUNTED) is vocabulary


def test_a_vocabulary_that_another_thread_begins_meanwhile_does_not_mix_up_the_names():
    engine = Engine(Frequencies(), Weights())
    engine.vocabulary.numbers(["أدهم", "بشير", "تامر"])  # so that numbers differ from those of a new one
    asked, same, other = (
        make.person(name) for name in ("نبيل كرم الصفدي", "Nabil Karam Safadi", "وليد الحموي")
    )

    def read(vocabulary: Vocabulary) -> Side:
        engine.number_anew()
        engine.vocabulary.numbers(["وليد", "الحموي"])
        return side_of((same, other), vocabulary)

    meanwhile = engine.score_side(asked, read, (same, other).__getitem__, -17.0)
    alone = Engine(Frequencies(), Weights()).score(asked, (same, other), -17.0)
    assert meanwhile.bits.tolist() == alone.bits.tolist()
    assert meanwhile.findings(0) == alone.findings(0)
