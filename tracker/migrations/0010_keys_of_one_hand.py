from django.db import migrations

from tracker.migrations._keyed_anew import everybody_keyed_anew

# Turkish Huri is also looked for as خوري, and Gergis as جرجس: the worker keys everybody anew.


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0009_parts_as_heard"),
    ]

    operations = [
        everybody_keyed_anew(),
    ]
