"""Someone at a browser who hears what it complains of, and finds what shuts people out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, ViewportSize

from tracker.models import User

AXE = Axe()
OPTIONS = {
    "preload": False,  # or axe fetches the style sheets again, and the policy complains of axe
    "resultTypes": ["violations"],
}
GRAVE = {"serious", "critical"}
LANGUAGES = {"ar": "rtl", "en": "ltr"}
DESK = ViewportSize(width=1280, height=900)
TELEPHONE = ViewportSize(width=390, height=844)


class Reader:
    """Someone at a browser that speaks a language; what the browser complains of is heard."""

    def __init__(self, context: BrowserContext, language: str) -> None:
        self.page: Page = context.new_page()
        self.language = language
        self.heard: list[str] = []
        self.page.on("console", lambda said: self.heard.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.heard.append(str(error)))

    def faults_of(self, address: str) -> list[str]:
        """Return what is wrong with a page, in words that name the spot."""
        self.heard.clear()
        self.page.set_viewport_size(TELEPHONE)
        answer = self.page.goto(address, wait_until="load")
        faults = [] if answer and answer.status == 200 else [f"answered {answer and answer.status}"]
        if self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append("has to be scrolled sideways on a telephone")
        root = self.page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
        if root != [self.language, LANGUAGES[self.language]]:
            faults.append(f"calls itself {root}")
        self.page.set_viewport_size(DESK)
        found = AXE.run(self.page, options=OPTIONS).response["violations"]
        return faults + self.heard + [spot for one in found if one["impact"] in GRAVE for spot in spots(one)]


def spots(violation: dict[str, Any]) -> list[str]:
    return [f"{violation['id']} at {node['target']}" for node in violation["nodes"]]


def faults_on(reader: Reader, pages: dict[str, str]) -> dict[str, list[str]]:
    found = {name: reader.faults_of(address) for name, address in pages.items()}
    return {name: faults for name, faults in found.items() if faults}


SitDown = Callable[[str, User | None], Reader]
