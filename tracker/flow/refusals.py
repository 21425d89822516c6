"""Refusals that people meet: each has a name and a sentence that says what to do."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.functional import Promise


class Refused(Exception):
    """A deed was refused; nothing was changed. ``str()`` is the sentence in the reader's language."""

    sentence: ClassVar[str | Promise]

    def __init__(self, **details: Any) -> None:
        super().__init__(details)
        self.details = details

    def __str__(self) -> str:
        return str(self.sentence) % self.details if self.details else str(self.sentence)
