from django.db import migrations

from tracker.migrations._keyed_anew import everybody_keyed_anew

# "Fayçal", "Muhiddin", "Suphi" and "Najat" are found as who they are: the worker keys everybody anew.


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0013_room_for_counting"),
    ]

    operations = [
        everybody_keyed_anew(),
    ]
