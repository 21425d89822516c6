"""A real Chromium: the machine's own, never one that a test tool fetches."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext
from pytest_django.live_server_helper import LiveServer

from tests.browser.reader import Reader, SitDown
from tracker.models import User

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# Playwright runs an event loop in this thread; Django would take every query for one made inside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
REQUIRED = os.environ.get("ATHAR_REQUIRE_BROWSER") == "1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip with a sentence where there is no Chromium, unless the run insists on one."""
    if CHROMIUM or REQUIRED:
        return
    absent = pytest.mark.skip(
        reason="no Chromium on this machine: install it (Debian, Ubuntu: apt install chromium)"
    )
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(absent)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    assert CHROMIUM, "ATHAR_REQUIRE_BROWSER=1, but there is no Chromium on this machine"
    return {"executable_path": CHROMIUM, "args": ["--no-sandbox", "--disable-background-networking"]}


@pytest.fixture
def sit_down(browser: Browser, live_server: LiveServer) -> Iterator[SitDown]:
    """Open a browser for a colleague, or for a stranger."""
    opened: list[BrowserContext] = []

    def at_a_browser(language: str, user: User | None) -> Reader:
        cookies = {settings.LANGUAGE_COOKIE_NAME: language}
        if user is not None:
            client = Client()
            client.force_login(user)
            cookies[settings.SESSION_COOKIE_NAME] = client.cookies[settings.SESSION_COOKIE_NAME].value
        context = browser.new_context(base_url=live_server.url, reduced_motion="reduce")
        context.add_cookies([{"name": n, "value": v, "url": live_server.url} for n, v in cookies.items()])
        opened.append(context)
        return Reader(context, language)

    yield at_a_browser
    for context in opened:
        context.close()
