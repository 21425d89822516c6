"""Forms of the registers as a browser would send them back."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from django.test import Client

from tests import make
from tracker.models import User


def signed_in(user: User | str) -> Client:
    """A browser in which this account, or a new one of this role, is signed in."""
    client = Client()
    client.force_login(make.user(user, language="en") if isinstance(user, str) else user)
    return client


class _Form(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.answers: dict[str, Any] = {}
        self._select = ""
        self._area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        name = told.get("name") or ""
        if tag == "select":
            self._select = name
            self.answers.setdefault(name, "")
        elif tag == "option" and self._select and "selected" in told:
            self.answers[self._select] = told.get("value") or ""
        elif tag == "textarea":
            self._area = name
            self.answers[name] = ""
        elif tag == "input" and name and told.get("type") not in ("submit", "file", "search"):
            if told.get("type") in ("checkbox", "radio") and "checked" not in told:
                return
            self.answers[name] = told.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        if tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.answers[self._area] += data.removeprefix("\n")


def filled_in(client: Client, url: str) -> dict[str, Any]:
    """Return everything that the forms of a page would send if nobody touched them."""
    form = _Form()
    form.feed(client.get(url).content.decode())
    return {name: value for name, value in form.answers.items() if "__prefix__" not in name}
