from django.db import migrations, models

from tracker.migrations._keyed_anew import everybody_keyed_anew

# "Albert", "Jacques" and "Nicolas" are found as ألبير, جاك and نقولا, and تش is heard as "ch": the worker keys
# everybody anew, and from now on writes anew what strangers find by names as well.


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0014_other_hands"),
    ]

    operations = [
        everybody_keyed_anew(),
        migrations.AddField(
            model_name="publiclisting",
            name="rules",
            field=models.PositiveSmallIntegerField(default=0),
        ),
    ]
