"""Make the pictures of docs/for-volunteers.md: the real pages of a running site, with an invented list.

    make demo                        in one window, into an empty office
    python -m tools.make_pictures    in another; --site names another address

The list is made here and walked through every step in Arabic, then in English. It is brought in for good, so the
office should be one that can be thrown away. Needs Chromium on this machine.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

from openpyxl import Workbook
from playwright.sync_api import Browser, Locator, Page, ViewportSize, sync_playwright

from tools.pictures_small import made_small

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
SITE = "http://127.0.0.1:8000"
VOLUNTEER, PASSWORD = "volunteer", "athar-demo"
LANGUAGES = ("ar", "en")
WIDE, TALL, TALLEST = 1060, 760, 1120
ROWS = 20_000
LONGEST_WAIT = 600_000
"""Milliseconds: the worker first compares the list before with everyone who is missed."""

GIVEN, FATHERS, FAMILIES, MOTHERS, TOWNS = map(
    str.split,
    (
        "سامر وسيم قيس باسل نزار غسان مروان هيثم رامز أنس لؤي عمار صفوان حيان منذر",
        "خالد نادر فؤاد كرم جميل سليم عادل رشيد منير بديع توفيق شفيق",
        "الحلو الغريب النحاس الصفدي القباني البارودي السباعي الكيلاني الدروبي الأيوبي",
        "هدى رنا سلوى سعاد ليلى فاطمة أمينة نجاح وداد هناء",
        "حمص دوما درعا إدلب السويداء اللاذقية تدمر القامشلي",
    ),
)
HEADER = [
    "م",
    "رقم السجين",
    "الاسم الثلاثي",
    "اسم الأم",
    "محل وتاريخ الولادة",
    "تاريخ الدخول",
    "تاريخ الوفاة",
    "الشيفرة",
]


def list_rows(seed: str) -> Iterator[list[str]]:
    """Yield the rows of an invented register, as untidy as such registers are."""
    chance = Random(seed)  # noqa: S311 - invented people, no secret
    before: list[str] = []
    for number in range(1, ROWS + 1):
        name = f"{chance.choice(GIVEN)} {chance.choice(FATHERS)} {chance.choice(FAMILIES)}"
        born, entered = chance.randrange(1940, 1998), chance.randrange(2011, 2015)
        row = [
            str(number),
            f"{chance.randrange(1, 900)}/{chance.randrange(1000, 99999)}",
            name,
            chance.choice(MOTHERS),
            f"{chance.choice(TOWNS)} {born}",
            f"{chance.randrange(1, 28)}/{chance.randrange(1, 13)}/{entered}",
            f"{chance.randrange(1, 28)}/{chance.randrange(1, 13)}/{entered + 1}",
            chance.choice("أبجد"),
        ]
        slip = chance.random()
        if slip < 0.004:
            row[6] = f"32/13/{entered}"
        elif slip < 0.006:
            row[1] = row[2] = ""
        elif slip < 0.012 and before:
            row[1:] = before[1:]
        elif slip < 0.02:
            row[6] = f"{chance.randrange(1, 28)}/3/{entered - 2}"
        before = row
        yield row


def invented_list(seed: str) -> bytes:
    """Return an invented register as a workbook: a title, a header, rows, a line of totals."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("السجلّ")
    sheet.sheet_view.rightToLeft = True
    sheet.append([f"سجلّ مخترع للعرض: لا أحد من هؤلاء حقيقي ({seed})"])
    sheet.append([])
    sheet.append(HEADER)
    for row in list_rows(seed):
        sheet.append(row)
    sheet.append(["", "", f"المجموع: {ROWS}"])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


class Walk:
    """One walk of a volunteer through all steps in one language, with a picture of each."""

    def __init__(self, browser: Browser, site: str, language: str) -> None:
        self.language = language
        size = ViewportSize(width=WIDE, height=TALL)
        self.page: Page = browser.new_page(base_url=site, viewport=size, reduced_motion="reduce")
        self.page.set_default_timeout(60_000)

    def sign_in(self) -> None:
        """Sign in as the volunteer, and choose the language."""
        self.page.goto("/admin/login/")
        self.page.fill("input[name=username]", VOLUNTEER)
        self.page.fill("input[name=password]", PASSWORD)
        self.page.click("#login-form button[type=submit]")
        if self.page.locator("html").get_attribute("lang") != self.language:
            self.page.click(".masthead form.language button")

    def picture(self, name: str, upto: Locator | None = None) -> None:
        """Keep what the page shows, down to some part of it."""
        self.page.evaluate("document.fonts.ready")
        self.page.evaluate("scrollTo(0, 0)")
        height = TALL
        if upto is not None:
            box = upto.bounding_box() or {"y": TALL, "height": 0}
            height = min(int(box["y"] + box["height"]) + 16, TALLEST)
        self.page.set_viewport_size({"width": WIDE, "height": height})
        self.page.evaluate("scrollTo(0, 0)")
        path = PICTURES / f"{name}-{self.language}.png"
        path.write_bytes(made_small(self.page, self.page.screenshot()))
        self.page.set_viewport_size({"width": WIDE, "height": TALL})
        sys.stdout.write(f"{path.name}: {path.stat().st_size // 1000} kB\n")

    def upload(self) -> None:
        """Bring the list in."""
        page = self.page
        page.goto("/admin/import/new/")
        told = {
            "ar": ("سجلّ مخترع.xlsx", "مكتب مخترع للعرض", "على ذاكرة محمولة، من مكتب مخترع"),
            "en": (
                "invented register.xlsx",
                "An invented office",
                "On a memory stick, from an invented office",
            ),
        }
        name, source, came_from = told[self.language]
        page.set_input_files(
            "input[name=file]", {"name": name, "mimeType": "", "buffer": invented_list(name)}
        )
        page.click("main details summary >> nth=0")
        page.fill(f"input[name=source_name_{self.language}]", source)
        page.select_option("select[name=source_kind]", "demonstration")
        page.fill("textarea[name=came_from]", came_from)
        page.evaluate("document.activeElement.blur()")
        self.picture("1-upload", page.locator("form .buttons").last)
        page.click("main form.stack button[type=submit]")
        page.wait_for_url("**/reading/")

    def read_and_map(self) -> None:
        """See how it is read, and what its columns hold."""
        page = self.page
        self.picture("2-reading")
        page.click("button[name=deed][value=on]")
        page.wait_for_url("**/columns/")
        self.picture("3-columns")
        page.click("button[name=deed][value=check]")
        page.wait_for_url("**/check/")

    def check_and_store(self) -> None:
        """Read what the check found, store, and look at the whole list; then at the page of taking back."""
        page = self.page
        page.locator("#store").wait_for(timeout=LONGEST_WAIT)
        self.picture("4-check", page.locator("#store"))
        page.goto(page.url.partition("?")[0] + "?kind=refused")
        page.locator("#rows").scroll_into_view_if_needed()
        page.click("button[name=deed][value=store]")
        page.wait_for_url("**/storing/")
        # The pace is told once some rows are stored; the page looks again by itself.
        page.locator("main .facts > div").nth(2).wait_for()
        self.picture("5-storing", page.locator("main .card").first)
        page.wait_for_url("**/import/*/", wait_until="load", timeout=LONGEST_WAIT)
        self.picture("6-stored")
        page.goto(f"{page.url}undo/")
        self.picture("7-taking-back", page.locator("form .buttons").last)


def main() -> None:
    """Walk once in each language."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--site", default=SITE)
    site = asked.parse_args().site
    PICTURES.mkdir(parents=True, exist_ok=True)
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        for language in LANGUAGES:
            arguments = ["--no-sandbox", "--disable-background-networking", f"--lang={language}"]
            spoken: dict[str, str | float | bool] = {**os.environ, "LANGUAGE": language}
            browser = playwright.chromium.launch(executable_path=chromium, args=arguments, env=spoken)
            walk = Walk(browser, site, language)
            walk.sign_in()
            walk.upload()
            walk.read_and_map()
            walk.check_and_store()
            browser.close()


if __name__ == "__main__":
    main()
