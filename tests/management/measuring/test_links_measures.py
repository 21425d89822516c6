"""Precision, recall, false alerts and calibration, counted by hand on a handful of pairs."""

import pytest

from tracker.management.measuring.people import Batch, Described, Listed, Spelled
from tracker.management.measuring.people.measures import Measures, Pair, calibration_error, measure
from tracker.management.measuring.people.truth import Truth


def record(
    number: int,
    person: int | None = None,
    kin: tuple[tuple[int, str], ...] = (),
    damage: tuple[str, ...] = (),
) -> Listed:
    return Listed(described(number), person, kin, damage)


def described(number: int) -> Described:
    return Described(number, False, (Spelled("arabic", "علي"),), (), "", "", "", "", "", "", "", "", "", "")


def truth(people: int, *records: Listed) -> Truth:
    known = Truth()
    list(known.learn([Batch([described(n) for n in range(people)], list(records))]))
    return known


FIVE = truth(
    5,
    record(0, person=0, kin=((1, "brother"),)),
    record(1, person=1, kin=((0, "brother"),), damage=("one slip",)),
    record(2, damage=("mother missing",)),
    record(3, person=2, damage=("one slip", "mother missing")),
)
"""Five missing people, of whom 3 and 4 are in no record; 0 and 1 are brothers."""


def measured(*pairs: Pair, threshold: float | None = 0.5, of: Truth = FIVE) -> Measures:
    return measure(pairs, of, threshold=threshold)


def test_precision_and_recall_are_counted_at_the_given_threshold():
    own = measured((0, 0, 0.9), (1, 0, 0.6), (1, 1, 0.5), (2, 3, 0.4)).own
    assert (own.precision, own.recall) == (2 / 3, 2 / 3)
    assert own.f1 == pytest.approx(2 / 3)


def test_the_best_threshold_is_the_one_with_the_highest_f1():
    best = measured((0, 0, 0.9), (1, 0, 0.6), (1, 1, 0.5), (2, 3, 0.4), (4, 2, 0.3)).best
    assert best.threshold == 0.4
    assert (best.precision, best.recall) == (3 / 4, 1.0)


def test_pairs_of_one_score_are_offered_together():
    best = measured((0, 0, 0.5), (1, 0, 0.5), (4, 2, 0.5)).best
    assert best.precision == 1 / 3


def test_a_false_alert_is_a_record_offered_for_someone_who_is_in_none():
    alerts = measured((0, 0, 0.9), (1, 1, 0.8), (2, 3, 0.3), (3, 2, 0.4), (4, 2, 0.2)).false_alerts
    assert (alerts.threshold, alerts.recall) == (0.3, 1.0)
    assert (alerts.absent, alerts.alerted, alerts.share) == (2, 1, 0.5)


def test_only_full_records_count_where_only_they_are_asked_for():
    alerts = measured(
        (0, 0, 0.9), (1, 1, 0.8), (2, 3, 0.3), (3, 2, 0.95), (4, 1, 0.85)
    ).false_alerts_of_full_records
    assert (alerts.threshold, alerts.recall) == (0.8, 1.0)
    assert alerts.alerted == 1, "the record without a mother alerts nobody"


def test_where_too_few_are_found_the_recall_says_so():
    alerts = measured((0, 0, 0.9), (4, 2, 0.95)).false_alerts
    assert alerts.threshold == 0.9
    assert alerts.recall == pytest.approx(1 / 3)
    assert alerts.alerted == 1


def test_brothers_are_told_apart_where_no_link_is_offered_to_them():
    apart = measured((0, 0, 0.9), (1, 0, 0.7), (0, 1, 0.3)).apart
    assert apart["brother"].pairs == 2
    assert apart["brother"].share == 0.5


def test_recall_is_told_for_each_kind_of_damage():
    by_damage = measured((0, 0, 0.9), (1, 1, 0.8)).by_damage
    assert (by_damage["one slip"].records, by_damage["one slip"].recall) == (2, 0.5)
    assert by_damage["mother missing"].recall == 0.0
    assert by_damage["none"].recall == 1.0


def test_nothing_offered_is_no_error():
    nothing = measured()
    assert (nothing.own.precision, nothing.own.recall, nothing.best.f1) == (0.0, 0.0, 0.0)
    assert (nothing.false_alerts.recall, nothing.calibration_error) == (0.0, 0.0)


def test_who_promises_too_much_is_off_by_as_much():
    assert calibration_error([0.9] * 100, [True, False] * 50) == pytest.approx(0.4)
    halves = [0.25] * 200 + [0.75] * 200
    came_true = ([True] + [False] * 3) * 50 + ([True] * 3 + [False]) * 50
    assert calibration_error(halves, came_true) == pytest.approx(0.0, abs=0.02)


def test_without_a_threshold_all_pairs_count_as_offered():
    own = measured((0, 0, 0.9), (1, 0, 0.6), (1, 1, 0.05), threshold=None).own
    assert (own.threshold, own.precision, own.recall) == (0.05, 2 / 3, 2 / 3)
    assert measured(threshold=None).own.recall == 0.0
