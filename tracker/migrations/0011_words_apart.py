from django.db import migrations

from tracker.migrations._keyed_anew import everybody_keyed_anew

# "Abed Mahmoud" is two names, "es Sayed" one, and a German s may be a ز: the worker keys everybody anew.


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0010_keys_of_one_hand"),
    ]

    operations = [
        everybody_keyed_anew(),
    ]
