"""Production refuses to start unsafe, in a sentence that names the variable."""

import os
import runpy
import subprocess
import sys
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from tests.rules.sources import ROOT

SAFE = {
    "SECRET_KEY": "a-key-of-this-test-0123456789-abcdefghijklmnopqrstuvwxyz",
    "ALLOWED_HOSTS": "athar.example.org, www.athar.example.org",
    "DATABASE_URL": "postgresql://athar:s%40fe@db:5432/athar",
    "DEBUG": "off",
}
UNSAFE = [
    ("SECRET_KEY", None),
    ("SECRET_KEY", "short"),
    ("SECRET_KEY", "a" * 60),
    ("SECRET_KEY", "django-insecure-" + SAFE["SECRET_KEY"]),
    ("SECRET_KEY", "development-only-" + SAFE["SECRET_KEY"]),
    ("SECRET_KEY", "change-me"),
    ("DEBUG", "on"),
    ("DEBUG", "true"),
    ("ALLOWED_HOSTS", None),
    ("ALLOWED_HOSTS", " , "),
    ("ALLOWED_HOSTS", "*"),
    ("ALLOWED_HOSTS", "athar.example.org,*"),
    ("DATABASE_URL", None),
    ("DATABASE_URL", "sqlite:///cases.db"),
    ("DATABASE_URL", "mysql://athar@db/athar"),
]


@pytest.fixture
def settings_with(monkeypatch):
    def read(**changes: str | None) -> dict[str, Any]:
        for name, value in {**SAFE, "SECURE_PROXY": None, **changes}.items():
            if value is None:
                monkeypatch.delenv(name, raising=False)
            else:
                monkeypatch.setenv(name, value)
        return runpy.run_module("tracker.settings.production")

    return read


@pytest.mark.parametrize(("variable", "value"), UNSAFE)
def test_an_unsafe_variable_is_refused_by_its_name(settings_with, variable, value):
    with pytest.raises(ImproperlyConfigured, match=f"^{variable} must "):
        settings_with(**{variable: value})


def test_safe_variables_are_taken_as_they_are(settings_with):
    settings = settings_with()
    assert settings["ALLOWED_HOSTS"] == ["athar.example.org", "www.athar.example.org"]
    assert settings["DATABASES"]["default"]["ENGINE"] == "django.db.backends.postgresql"
    assert settings["DATABASES"]["default"]["PASSWORD"] == "s@fe"
    assert settings["DEBUG"] is False


def test_the_development_key_is_one_that_production_refuses(settings_with):
    key = runpy.run_path(str(ROOT / "tracker/settings/development.py"))["SECRET_KEY"]
    with pytest.raises(ImproperlyConfigured, match="^SECRET_KEY must "):
        settings_with(SECRET_KEY=key)


def test_cookies_travel_over_tls_only_and_strangers_scripts_do_not_read_them(settings_with):
    settings = settings_with()
    for cookie in ("SESSION", "CSRF", "LANGUAGE"):
        assert settings[f"{cookie}_COOKIE_SECURE"] is True
        assert settings[f"{cookie}_COOKIE_HTTPONLY"] is True
        assert settings[f"{cookie}_COOKIE_SAMESITE"] == "Lax"
    assert settings["SECURE_SSL_REDIRECT"] is True
    assert settings["SECURE_HSTS_SECONDS"] >= 31_536_000


def test_a_header_of_a_proxy_is_trusted_only_where_the_office_says_so(settings_with):
    assert "SECURE_PROXY_SSL_HEADER" not in settings_with()
    assert settings_with(SECURE_PROXY="on")["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")


def test_a_command_ends_in_the_sentence_alone():
    environment = {"PATH": os.defpath, "DJANGO_SETTINGS_MODULE": "tracker.settings.production"}
    done = subprocess.run(
        [sys.executable, "manage.py", "migrate"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("SECRET_KEY must hold")
    assert done.stderr.count("\n") == 1
