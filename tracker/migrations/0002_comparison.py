import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("tracker", "0001_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="AdoptedWeights",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.CharField(max_length=40, verbose_name="version")),
                ("weights", models.TextField(verbose_name="weights")),
                ("figures", models.JSONField(default=dict, verbose_name="figures")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="adopted at")),
                ("reason", models.TextField(verbose_name="reason")),
            ],
            options={
                "verbose_name": "adopted weights",
                "verbose_name_plural": "adopted weights",
                "ordering": ["-id"],
                "get_latest_by": "id",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AdoptedWeightsEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.CharField(max_length=40, verbose_name="version")),
                ("weights", models.TextField(verbose_name="weights")),
                ("figures", models.JSONField(default=dict, verbose_name="figures")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="adopted at")),
                ("reason", models.TextField(verbose_name="reason")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LearnedNames",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("learned_at", models.DateTimeField(auto_now_add=True)),
                ("names", models.PositiveIntegerField()),
                ("counts", models.TextField()),
            ],
            options={
                "get_latest_by": "id",
            },
        ),
        migrations.CreateModel(
            name="UncomparedPerson",
            fields=[
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="uncompared",
                        serialize=False,
                        to="tracker.person",
                    ),
                ),
                ("since", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="UncomparedRecord",
            fields=[
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="uncompared",
                        serialize=False,
                        to="tracker.prisonrecord",
                    ),
                ),
                ("since", models.DateTimeField()),
            ],
        ),
        # Keys are derived: they are dropped here, and made anew by the new rules when something is compared.
        migrations.RunSQL("TRUNCATE tracker_personkeys, tracker_recordkeys", migrations.RunSQL.noop),
        migrations.RemoveIndex(
            model_name="personkeys",
            name="person_not_compared",
        ),
        migrations.RemoveIndex(
            model_name="recordkeys",
            name="record_not_compared",
        ),
        migrations.RemoveField(
            model_name="personkeys",
            name="compared",
        ),
        migrations.RemoveField(
            model_name="recordkeys",
            name="compared",
        ),
        migrations.AddField(
            model_name="personkeys",
            name="profile",
            field=models.TextField(default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="personkeys",
            name="rules",
            field=models.SmallIntegerField(default=0),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="recordkeys",
            name="profile",
            field=models.TextField(default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="recordkeys",
            name="rules",
            field=models.SmallIntegerField(default=0),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="personkeys",
            name="keys",
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None),
        ),
        migrations.AlterField(
            model_name="recordkeys",
            name="keys",
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="personkeys",
            trigger=pgtrigger.compiler.Trigger(
                name="what_is_keyed_is_compared",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            INSERT INTO tracker_uncomparedperson (person_id, since) SELECT person_id, clock_timestamp() FROM keyed\n                ON CONFLICT (person_id) DO UPDATE SET since = clock_timestamp();\n            RETURN NULL;\n        ",
                    hash="6b89524d153181030cd8a404389cedd8fb4e144b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_what_is_keyed_is_compared_f90d3",
                    referencing="REFERENCING NEW TABLE AS keyed ",
                    table="tracker_personkeys",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordkeys",
            trigger=pgtrigger.compiler.Trigger(
                name="what_is_keyed_is_compared",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            INSERT INTO tracker_uncomparedrecord (record_id, since) SELECT record_id, clock_timestamp() FROM keyed\n                ON CONFLICT (record_id) DO UPDATE SET since = clock_timestamp();\n            RETURN NULL;\n        ",
                    hash="cf15e24ed2a402895731e864e90034b2e1e16bbc",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_what_is_keyed_is_compared_7f69e",
                    referencing="REFERENCING NEW TABLE AS keyed ",
                    table="tracker_recordkeys",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="adoptedweights",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="adopted by",
            ),
        ),
        migrations.AddField(
            model_name="adoptedweightsevent",
            name="by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="adopted by",
            ),
        ),
        migrations.AddField(
            model_name="adoptedweightsevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="adoptedweightsevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="tracker.adoptedweights",
            ),
        ),
        migrations.AddConstraint(
            model_name="adoptedweights",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "version__regex",
                            "[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]",
                        ),
                        _negated=True,
                    ),
                    models.Q(
                        (
                            "weights__regex",
                            "[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]",
                        ),
                        _negated=True,
                    ),
                    models.Q(
                        ("reason__regex", "[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]"),
                        _negated=True,
                    ),
                ),
                name="adoptedweights_holds_no_hidden_marks",
            ),
        ),
        migrations.AddConstraint(
            model_name="adoptedweights",
            constraint=models.CheckConstraint(
                condition=models.Q(("version", ""), _negated=True), name="weights_have_a_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="adoptedweights",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason__regex", "^\\s*$"), _negated=True), name="adoption_has_a_reason"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="adoptedweights",
            trigger=pgtrigger.compiler.Trigger(
                name="is_never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="2cd62bea94b06f8349af15b87931ccfd32765549",
                    operation="DELETE",
                    pgid="pgtrigger_is_never_deleted_0816a",
                    table="tracker_adoptedweights",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="adoptedweights",
            trigger=pgtrigger.compiler.Trigger(
                name="is_never_altered",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="52acc6414669d9498f0d9a3f5a802e0a51f0f9e4",
                    operation="UPDATE",
                    pgid="pgtrigger_is_never_altered_164c3",
                    table="tracker_adoptedweights",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="adoptedweights",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "tracker_adoptedweightsevent" ("at", "by_id", "figures", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "version", "weights") VALUES (NEW."at", NEW."by_id", NEW."figures", NEW."id", _pgh_attach_context(), clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."version", NEW."weights"); RETURN NULL;',
                    hash="2a6adba6ade873599c5172d581a673bdb86290f1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fc940",
                    table="tracker_adoptedweights",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="adoptedweightsevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b31c0ffca6096e971460f64895c43fd78d5cf546",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_035fa",
                    table="tracker_adoptedweightsevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.CreateModel(
            name="UnkeyedPerson",
            fields=[
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="unkeyed",
                        serialize=False,
                        to="tracker.person",
                    ),
                ),
            ],
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="identifier",
            name="person_is_keyed_anew",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="person",
            name="person_is_keyed_anew",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="personname",
            name="person_is_keyed_anew",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="identifier",
            trigger=pgtrigger.compiler.Trigger(
                name="person_is_keyed_anew",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'INSERT' OR OLD IS DISTINCT FROM NEW THEN\n                -- Whoever keys this person at this moment has read what stood before: drop their keys as well.\n                PERFORM 1 FROM tracker_person WHERE id IN (NEW.person_id, OLD.person_id)\n                    ORDER BY id FOR NO KEY UPDATE;\n                DELETE FROM tracker_personkeys WHERE person_id IN (NEW.person_id, OLD.person_id);\n                INSERT INTO tracker_unkeyedperson (person_id)\n                    SELECT id FROM tracker_person WHERE id IN (NEW.person_id, OLD.person_id)\n                    ON CONFLICT (person_id) DO NOTHING;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="f6e3f9d214e1f3692d34192bb516e108c4d46a86",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_person_is_keyed_anew_85613",
                    table="tracker_identifier",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="person_is_keyed_anew",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'INSERT' OR OLD IS DISTINCT FROM NEW THEN\n                -- Whoever keys this person at this moment has read what stood before: drop their keys as well.\n                PERFORM 1 FROM tracker_person WHERE id IN (NEW.id, OLD.id)\n                    ORDER BY id FOR NO KEY UPDATE;\n                DELETE FROM tracker_personkeys WHERE person_id IN (NEW.id, OLD.id);\n                INSERT INTO tracker_unkeyedperson (person_id)\n                    SELECT id FROM tracker_person WHERE id IN (NEW.id, OLD.id)\n                    ON CONFLICT (person_id) DO NOTHING;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="4c03234b8d42a3cecba827be40de315d9fabf9bf",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_person_is_keyed_anew_4a947",
                    table="tracker_person",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="personname",
            trigger=pgtrigger.compiler.Trigger(
                name="person_is_keyed_anew",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'INSERT' OR OLD IS DISTINCT FROM NEW THEN\n                -- Whoever keys this person at this moment has read what stood before: drop their keys as well.\n                PERFORM 1 FROM tracker_person WHERE id IN (NEW.person_id, OLD.person_id)\n                    ORDER BY id FOR NO KEY UPDATE;\n                DELETE FROM tracker_personkeys WHERE person_id IN (NEW.person_id, OLD.person_id);\n                INSERT INTO tracker_unkeyedperson (person_id)\n                    SELECT id FROM tracker_person WHERE id IN (NEW.person_id, OLD.person_id)\n                    ON CONFLICT (person_id) DO NOTHING;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="de37db651967ee2f2f6c2a15e346710e0128c1fc",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_person_is_keyed_anew_7e6b5",
                    table="tracker_personname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="personkeys",
            trigger=pgtrigger.compiler.Trigger(
                name="withdrawn_case_is_not_found",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF EXISTS (\n                        SELECT 1 FROM tracker_person WHERE id = NEW.person_id AND withdrawn_at IS NOT NULL\n                    ) THEN\n                        RETURN NULL;\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="84db6f31b592293cefe345651e2b16ea295b8a47",
                    operation="INSERT",
                    pgid="pgtrigger_withdrawn_case_is_not_found_f0973",
                    table="tracker_personkeys",
                    when="BEFORE",
                ),
            ),
        ),
    ]
