"""What the tests run with: a PostgreSQL of their own that may forget everything on a power cut."""

import os

import environ

from tracker.settings.base import *  # noqa: F403
from tracker.settings.base import VAR_DIR
from tracker.settings.databases import chosen_database

env = environ.Env()

DEBUG = False
SECRET_KEY = "tests-only-" + "0" * 40
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]

# ATHAR_TEST_DATABASE_URL and not DATABASE_URL: a test run must never meet real records.
DATABASES = {
    "default": {
        **chosen_database(
            env.str("ATHAR_TEST_DATABASE_URL", default=""), VAR_DIR / "test-postgres", durable=False
        ),
        # One name for each process: two runs at once, side by side, do not meet.
        "TEST": {"NAME": f"test_athar_{os.getpid()}"},
    }
}

# The slow hash protects people; here it would only slow the tests.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DOCUMENT_ROOT = VAR_DIR / "test-files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
