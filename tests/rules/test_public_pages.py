"""The families' pages can know nothing but the public listing."""

from tests.rules.sources import files, imports

ALLOWED = {("tracker.models.listing", "PublicListing")}
# Doors through which any table could be reached without importing its model.
BACK_DOORS = (
    "django.apps",
    "django.db",
    "django.contrib.admin",
    "django.contrib.contenttypes",
    "pghistory",
    "psycopg",
)


def test_public_pages_import_no_model_but_the_public_listing():
    models = {
        (module, name)
        for path in files("tracker/web/public", "*.py")
        for module, name in imports(path)
        if module.startswith("tracker.models") or (module == "tracker" and name == "models")
    }
    assert models <= ALLOWED


def test_public_pages_reach_no_table_by_another_way():
    reached = [
        (str(path), module)
        for path in files("tracker/web/public", "*.py")
        for module, _ in imports(path)
        if module.startswith(BACK_DOORS)
    ]
    assert reached == []


def test_the_rule_finds_pages_to_judge():
    assert files("tracker/web/public", "views*.py")
