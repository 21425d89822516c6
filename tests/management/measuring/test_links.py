"""An invented population goes through the product's own tables and comparison, and comes out measured."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import OutputWrapper

from tracker.flow.linking.places import Gazetteer
from tracker.flow.linking.profiles import profile_of_person, profile_of_record
from tracker.management.commands.measure_links import told
from tracker.management.measuring import scratch
from tracker.management.measuring.links import Stopwatch, measure_in_empty_tables
from tracker.management.measuring.people import Population
from tracker.management.measuring.people.loading import load
from tracker.management.measuring.people.numbering import case_code, id_of_person, number_of_person
from tracker.management.measuring.people.readings import profile_of
from tracker.models import Person, PrisonRecord, RecordKeys

pytestmark = pytest.mark.django_db

FEW = Population(people=40, records=120, seed=4)


def test_what_is_stored_is_read_as_the_generator_reads_it():
    with scratch.triggers_off():
        load(FEW.batches())
    places = Gazetteer.load()
    people = {person.pk: person for person in Person.objects.prefetch_related("names", "identifiers")}
    records = PrisonRecord.objects.in_bulk()
    for batch in FEW.batches():
        for described in batch.people:
            stored = profile_of_person(people[id_of_person(described.number)], places)
            expected = profile_of(described)
            assert set(stored.names) == set(expected.names)
            assert set(stored.mothers) == set(expected.mothers)
            assert stored.birth == expected.birth
            assert (stored.birth_place, stored.disappeared) == (expected.birth_place, expected.disappeared)
            assert (stored.registry_place, stored.identifiers) == (
                expected.registry_place,
                expected.identifiers,
            )
        for listed in batch.records:
            assert profile_of_record(records[listed.record.number + 1], places) == profile_of(listed.record)


def test_ids_lead_back_to_the_number_of_a_person():
    assert [number_of_person(id_of_person(number)) for number in (0, 1, 249_999)] == [0, 1, 249_999]
    assert len({case_code(number) for number in range(2_000)}) == 2_000


def test_most_records_are_linked_with_whom_they_are_about():
    measured = measure_in_empty_tables(FEW)
    assert (measured.people, measured.records) == (40, 120)
    assert RecordKeys.objects.count() == 120
    assert measured.measures.own.recall > 0.7
    assert measured.measures.own.precision > 0.5
    assert {"invent", "load", "key records", "key people", "propose"} <= measured.seconds.keys()
    assert measured.peak_memory_mb > 10


def test_less_likely_pairs_are_offered_when_asked_for():
    measured = measure_in_empty_tables(FEW, offer_from=0.0001)
    assert measured.offered_from == 0.0001
    assert measured.measures.scored >= measured.measures.own.recall * measured.measures.true_pairs


def test_a_stage_counts_only_what_happens_inside():
    watch = Stopwatch()
    assert list(watch.over("invent", [1, 2])) == [1, 2]
    with watch.stage("load"):
        pass
    assert set(watch.seconds) == {"invent", "load"}


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("measure_links", *arguments, stdout=out, stderr=OutputWrapper(StringIO()))
    return out.getvalue()


def test_the_report_is_one_json_object_and_the_office_is_untouched():
    report = json.loads(run("--people", "30", "--records", "60", "--seed", "9", "--json"))
    assert (report["people"], report["records"], report["seed"]) == (30, 60, 9)
    assert 0 <= report["measures"]["own"]["recall"] <= 1
    assert not Person.objects.exists()


def test_people_read_a_table():
    table = "\n".join(told(measure_in_empty_tables(FEW)))
    assert "as the product offers" in table
    assert "get a false alert" in table
    assert "records a second" in table


def test_nobody_to_compare_is_refused_in_a_sentence():
    with pytest.raises(CommandError, match="At least one person and one record"):
        run("--people", "0")
