"""A real Chromium: the machine's own, never one that a test tool fetches."""

from __future__ import annotations

import os
import shutil
from typing import Any

import pytest

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
