"""Nothing is deleted, evidence is never altered, no edit is lost."""

import pytest
from django.db import DatabaseError, connection, models, transaction

from tests import make
from tests.models.guards import cause_of, changed, nouns, run, triggers_of, without
from tests.models.nouns import NOUNS
from tracker.models import EditConflict, Lead, Person
from tracker.models.base import Unaltered, Versioned

pytestmark = pytest.mark.django_db

UNALTERED = [model for model in NOUNS if issubclass(model, Unaltered)]
VERSIONED = [model for model in NOUNS if issubclass(model, Versioned)]


def test_every_noun_is_listed():
    assert set(NOUNS) == set(nouns())


def test_evidence_and_logs_are_unaltered():
    assert {model.__name__ for model in UNALTERED} == {
        "AdoptedWeights", "ContactReveal", "CustodyEvent", "ImportRow", "Inquiry", "LeadStep", "LinkDecision",
        "PrisonRecord", "SavedMapping", "SetAside",
    }  # fmt: skip
    assert set(UNALTERED) | set(VERSIONED) == set(NOUNS)


@pytest.mark.parametrize("model", NOUNS, ids=lambda model: model.__name__)
def test_nothing_is_deleted(model: type[models.Model]):
    row = NOUNS[model]()
    table, key = model._meta.db_table, model._meta.pk.column
    sql = f'DELETE FROM "{table}" WHERE "{key}" = %s'
    with pytest.raises(DatabaseError, match="Cannot delete"), transaction.atomic():
        run(sql, row.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        row.delete()
    with without(model, triggers_of(model)["is_never_deleted"]):
        assert run(sql, row.pk) == 1


@pytest.mark.parametrize("model", UNALTERED, ids=lambda model: model.__name__)
def test_evidence_is_never_altered(model: type[models.Model]):
    row = NOUNS[model]()
    texts = [
        str(f.column)
        for f in model._meta.fields
        if isinstance(f, models.CharField | models.TextField) and not f.choices
    ]
    sql = f'UPDATE "{model._meta.db_table}" SET "{texts[-1]}" = %s WHERE id = %s'
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        run(sql, "another word", row.pk)
    with without(model, triggers_of(model)["is_never_altered"]):
        assert run(sql, "another word", row.pk) == 1
    assert run(sql, getattr(row, texts[-1]), row.pk) == 1, "what already stands may be loaded again"


@pytest.mark.parametrize("model", VERSIONED, ids=lambda model: model.__name__)
def test_a_stale_save_is_a_conflict(model: type[Versioned]):
    first = NOUNS[model]()
    stale = model._base_manager.get(pk=first.pk)
    first.save()
    first.save()  # a second time, so that the rows differ: two equal edits are no conflict
    with pytest.raises(EditConflict):
        stale.save()
    assert stale.version == 1, "a refused save must not look like a newer version"
    assert model._base_manager.get(pk=first.pk).version == 3
    with without(model, triggers_of(model)["each_edit_names_the_version_it_read"]):
        stale.save()


@pytest.mark.parametrize("model", VERSIONED, ids=lambda model: model.__name__)
def test_sql_that_names_no_version_is_refused(model: type[Versioned]):
    row = NOUNS[model]()
    table, key = model._meta.db_table, model._meta.pk.column
    sql = f'UPDATE "{table}" SET version = version + %s WHERE "{key}" = %s'
    for step in (-1, 2):
        with pytest.raises(DatabaseError) as refusal, transaction.atomic():
            run(sql, step, row.pk)
        assert cause_of(refusal).sqlstate == "AT001"
    assert run(sql, 0, row.pk) == 1, "an update that changes nothing needs no version"
    assert run(sql, 1, row.pk) == 1


def test_a_bulk_update_without_a_version_is_refused():
    lead = make.lead()
    with pytest.raises(DatabaseError), transaction.atomic():
        Lead.objects.filter(pk=lead.pk).update(summary="another")
    changed(lead, summary="another")()
    assert Lead.objects.get(pk=lead.pk).summary == "another"


def test_two_people_who_write_the_same_are_no_conflict():
    lead = make.lead()
    other = Lead.objects.get(pk=lead.pk)
    for edit in (lead, other):
        edit.summary = "the same words"
        edit.save()
    assert Lead.objects.get(pk=lead.pk).version == 2


def test_a_save_of_some_fields_carries_the_version():
    person = make.person()
    stale = Person.objects.get(pk=person.pk)
    person.circumstances = "seen at the bus station"
    person.save(update_fields=["circumstances"])
    assert Person.objects.get(pk=person.pk).version == 2
    stale.circumstances = "never seen"
    with pytest.raises(EditConflict):
        stale.save(update_fields=["circumstances"])
    assert Person.objects.get(pk=person.pk).circumstances == "seen at the bus station"


def test_another_fault_of_the_database_is_not_called_a_conflict():
    person = make.person()
    person.sex = "other"
    with pytest.raises(DatabaseError):
        person.save()
    assert person.version == 1


def test_guards_are_put_back_after_a_test_took_them_away():
    make.source()
    with without(Person, triggers_of(Person)["is_never_deleted"]):
        pass
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'pgtrigger_%%' AND tgenabled = 'D'")
        assert cursor.fetchone() == (0,)
