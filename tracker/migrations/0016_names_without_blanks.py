from django.db import migrations

from tracker.migrations._keyed_anew import everybody_keyed_anew

# Names whose blanks were lost are read as the parts they are made of when they are keyed: the worker keys everybody
# anew. Till now they were remembered as one long part each; whatever may be one is forgotten, and remembered
# again where it is a part indeed.
LONG_PARTS_ARE_FORGOTTEN = """
    DELETE FROM tracker_knownpart WHERE length(written) >= 10 OR (NOT of_people AND length(written) >= 6)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0015_names_in_french_hands"),
    ]

    operations = [
        migrations.RunSQL(LONG_PARTS_ARE_FORGOTTEN, migrations.RunSQL.noop),
        everybody_keyed_anew(),
    ]
