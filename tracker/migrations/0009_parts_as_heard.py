from django.db import migrations, models

from tracker.migrations._keyed_anew import everybody_keyed_anew

# How a part of a name is heard is kept: the worker keys everybody anew, and keeps it for all of them.


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
        everybody_keyed_anew(),
    ]
