"""Every address the site answers, read from its URL configuration."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


def all_routes() -> list[str]:
    """Return every route as the configuration writes it: ``admin/review/<int:pk>/``."""
    return sorted(set(_routes(get_resolver().url_patterns, "")))


def _routes(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[str]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, route)
        else:
            yield route


def parameters_of(route: str) -> list[str]:
    """Return the names of a route's parameters, in order."""
    return PARAMETER.findall(route)
