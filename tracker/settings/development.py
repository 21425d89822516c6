"""A developer's or a newcomer's own machine: the demo, and every command run by hand."""

from pathlib import Path

import environ

from tracker.settings.base import *  # noqa: F403
from tracker.settings.base import VAR_DIR
from tracker.settings.databases import chosen_database

env = environ.Env()

DEBUG = env.bool("DEBUG", default=True)
# Known to everyone, so production refuses it: it protects nothing but a demo.
SECRET_KEY = "development-only-" + "0" * 40
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]

DATABASES = {"default": chosen_database(env.str("DATABASE_URL", default=""), VAR_DIR / "postgres")}
DOCUMENT_ROOT = Path(env.str("DOCUMENT_ROOT", default=str(VAR_DIR / "files")))
# Static files straight from the source folders: no collectstatic on a developer's machine.
WHITENOISE_USE_FINDERS = True
