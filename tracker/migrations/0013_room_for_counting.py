from django.db import migrations

# How far a list is counts up in its row, hundreds of times. A row of 1.7 kB finds no room beside itself in a page
# filled to 90 of 100 before PostgreSQL clears that page: each count went to a page of its own, and each of a
# million rows of the list, which names it, was looked up through all of them. Half a page is cleared in time.


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0012_fewer_indexes"),
    ]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE tracker_importfile SET (fillfactor = 50)",
            "ALTER TABLE tracker_importfile RESET (fillfactor)",
        ),
    ]
