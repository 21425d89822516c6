from django.db import migrations

from tracker.migrations._keyed_anew import everybody_keyed_anew

# "Albert", "Jacques" and "Nicolas" are found as ألبير, جاك and نقولا, and تش is heard as "ch": the worker keys
# everybody anew.


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0014_other_hands"),
    ]

    operations = [
        everybody_keyed_anew(),
    ]
