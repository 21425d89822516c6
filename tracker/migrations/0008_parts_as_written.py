from django.db import migrations, models

from tracker.migrations._keyed_anew import everybody_keyed_anew

# Names are found by short forms and by letters too: the worker keys everybody anew, and learns all parts of names.


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0007_known_keys"),
    ]

    operations = [
        migrations.DeleteModel(name="KnownKey"),
        migrations.CreateModel(
            name="KnownPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("of_people", models.BooleanField()),
                ("written", models.CharField(max_length=24)),
                ("key", models.CharField(max_length=24)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("of_people", "written", "key"), name="part_is_known_once")
                ],
            },
        ),
        everybody_keyed_anew(),
    ]
