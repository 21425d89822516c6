"""Every change of every noun is noted by the database itself, and what it noted stays."""

from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from pgtrigger import registry

from tests import make
from tests.models.guards import changed, nouns, run, triggers_of, without
from tests.models.nouns import NOUNS
from tracker.models import HistoryEntry, ImportFile, ImportRow, Lead, User
from tracker.models.base import Unaltered

pytestmark = pytest.mark.django_db

NEVER_NOTED: dict[type[models.Model], set[str]] = {User: {"password"}}
"""What the history must not hold: a hash that could be tried, and who works when."""


def history_of(model: type[models.Model]) -> type[Any]:
    tables = [m for m in apps.get_models() if getattr(m, "pgh_tracked_model", None) is model]
    assert len(tables) == 1, f"{model.__name__} is not tracked"
    return tables[0]


@pytest.mark.parametrize("model", nouns(), ids=lambda model: model.__name__)
def test_every_field_of_every_noun_is_tracked(model: type[models.Model]):
    noted = {field.name for field in history_of(model)._meta.fields if not field.name.startswith("pgh_")}
    assert noted == {field.name for field in model._meta.fields} - NEVER_NOTED.get(model, set())


@pytest.mark.parametrize("model", NOUNS, ids=lambda model: model.__name__)
def test_each_insert_and_each_change_is_noted(model: type[models.Model]):
    row, history = NOUNS[model](), history_of(model)
    noted = history.objects.filter(pgh_obj_id=row.pk)
    assert [entry.pgh_label for entry in noted] == ["insert"]
    if issubclass(model, Unaltered):
        return
    changed(row)()
    run(f'UPDATE "{model._meta.db_table}" SET version = version + 1 WHERE id = %s', row.pk)
    assert list(noted.order_by("pgh_id").values_list("pgh_label", "version")) == [
        ("insert", 1), ("update", 2), ("update", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("label", ["insert_insert", "update_update"])
@pytest.mark.parametrize("model", [Lead, ImportFile], ids=lambda model: model.__name__)
def test_only_the_triggers_write_history(model: type[models.Model], label: str):
    row, history = NOUNS[model](), history_of(model)
    before = history.objects.count()
    with without(model, triggers_of(model)[label]):
        NOUNS[model]() if label == "insert_insert" else changed(row)()
        assert history.objects.count() == before


def test_rows_written_in_bulk_are_noted_one_by_one():
    of = make.import_file()
    ImportRow.objects.bulk_create(
        ImportRow(import_file=of, number=n, cells=[str(n)], status="stored") for n in range(20)
    )
    noted = history_of(ImportRow).objects.filter(import_file=of)
    assert noted.filter(pgh_label="insert", status="stored").count() == 20
    leads = [make.lead() for _ in range(20)]
    for lead in leads:
        lead.summary, lead.version = "in bulk", lead.version + 1
    Lead.objects.bulk_update(leads, ["summary", "version"])
    assert history_of(Lead).objects.filter(pgh_label="update", summary="in bulk").count() == 20


def test_a_change_that_was_taken_back_leaves_no_note():
    lead = make.lead()
    with transaction.atomic():
        changed(lead, summary="half done")()
        assert history_of(Lead).objects.filter(summary="half done").exists()
        transaction.set_rollback(True)
    assert not history_of(Lead).objects.filter(summary="half done").exists()


def test_an_auditor_reads_all_of_it_in_one_place():
    lead = make.lead()
    changed(lead, summary="another")()
    found = HistoryEntry.objects.tracks(lead).order_by("pgh_created_at")
    assert {entry.pgh_label for entry in found} == {"insert", "update"}


@pytest.mark.parametrize("model", NOUNS, ids=lambda model: model.__name__)
@pytest.mark.parametrize("statement", ["UPDATE {} SET pgh_label = 'x'", "DELETE FROM {}"])
def test_history_is_neither_altered_nor_deleted(model: type[models.Model], statement: str):
    NOUNS[model]()
    history = history_of(model)
    with pytest.raises(DatabaseError, match="Cannot (update|delete)"), transaction.atomic():
        run(statement.format(f'"{history._meta.db_table}"'))


def test_every_trigger_of_the_code_stands_in_the_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgenabled = 'O' AND tgname LIKE 'pgtrigger_%%'")
        standing = {name for (name,) in cursor.fetchall()}
    assert {trigger.get_pgid(model) for model, trigger in registry.registered()} <= standing
