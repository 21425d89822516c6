"""What production refuses to start with. Each refusal names the variable and says what to write in it."""

from django.core.exceptions import ImproperlyConfigured
from environ import Env

SHORTEST_SECRET = 50
FEWEST_SIGNS = 10
# How keys begin that are printed somewhere for everyone to read.
KNOWN_SECRETS = ("django-insecure-", "development-only-", "tests-only-", "change-me", "example")


def safe_secret_key(env: Env) -> str:
    """Return a key that is long, varied and nobody's example."""
    key: str = env.str("SECRET_KEY", default="")
    if len(key) < SHORTEST_SECRET or len(set(key)) < FEWEST_SIGNS or key.lower().startswith(KNOWN_SECRETS):
        raise ImproperlyConfigured(
            f"SECRET_KEY must hold at least {SHORTEST_SECRET} random characters of your own: make one with "
            "`python -c 'import secrets; print(secrets.token_urlsafe(64))'`."
        )
    return key


def safe_debug(env: Env) -> bool:
    """Return False: an error page of development shows people's records to strangers."""
    if env.bool("DEBUG", default=False):
        raise ImproperlyConfigured("DEBUG must be off in production: remove the variable or set DEBUG=off.")
    return False


def safe_allowed_hosts(env: Env) -> list[str]:
    """Return the names this site answers to, none of them a wildcard for the whole world."""
    hosts: list[str] = [host.strip() for host in env.list("ALLOWED_HOSTS", default=[]) if host.strip()]
    if not hosts or any("*" in host or host == "." for host in hosts):
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS must list the site's own host names, separated by commas and without *, "
            "as in ALLOWED_HOSTS=athar.example.org."
        )
    return hosts


def safe_database_url(env: Env) -> str:
    """Return the server's address; production never falls back to an embedded server."""
    url: str = env.str("DATABASE_URL", default="")
    if not url:
        raise ImproperlyConfigured(
            "DATABASE_URL must name the PostgreSQL server, as in postgresql://user:password@host:5432/athar."
        )
    return url
