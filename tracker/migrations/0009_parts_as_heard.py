from django.db import migrations, models

# How a part of a name is heard is kept: the worker keys everybody anew, and keeps it for all of them.
EVERYBODY_WAITS = """
    INSERT INTO tracker_unkeyedperson (person_id) SELECT person_id FROM tracker_personkeys
    ON CONFLICT (person_id) DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0008_parts_as_written"),
    ]

    operations = [
        migrations.CreateModel(
            name="HeardPart",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("text", models.TextField()),
                ("keys", models.TextField()),
                ("all_keys", models.TextField()),
                ("heard", models.BinaryField()),
                ("rules", models.PositiveSmallIntegerField()),
            ],
        ),
        migrations.RunSQL(EVERYBODY_WAITS, migrations.RunSQL.noop),
    ]
