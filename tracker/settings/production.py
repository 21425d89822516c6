"""A real office. Everything that differs between offices comes from the environment (docs/operating.md)."""

from pathlib import Path

import environ

from tracker.settings.base import *  # noqa: F403
from tracker.settings.base import VAR_DIR
from tracker.settings.databases import named_database
from tracker.settings.safety import safe_allowed_hosts, safe_database_url, safe_debug, safe_secret_key

env = environ.Env()

SECRET_KEY = safe_secret_key(env)
DEBUG = safe_debug(env)
ALLOWED_HOSTS = safe_allowed_hosts(env)
DATABASES = {
    "default": {
        **named_database(safe_database_url(env)),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
}
DOCUMENT_ROOT = Path(env.str("DOCUMENT_ROOT", default=str(VAR_DIR / "files")))

# Only a proxy that sets this header itself, and drops a visitor's own, may be trusted with it.
if env.bool("SECURE_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
# Asked from inside the container, where there is no TLS.
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=60 * 60 * 24 * 365)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    # Without this Django would also mail each error, and the records in it, to ADMINS.
    "loggers": {"django": {"handlers": ["console"], "level": "INFO", "propagate": False}},
}
