"""Lists on their way through the pages: brought in, checked, stored."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests import make
from tracker.flow.intake.check import begin_check, check_rows
from tracker.flow.intake.receive import bring_in
from tracker.flow.intake.store import begin_storing, store_rows
from tracker.models import ImportFile, Source, User

LIST = (
    "الاسم,اسم الأم,تاريخ الوفاة\n"
    "سامر خالد الحلو,هدى,22/10/2019\n"
    "وسيم نادر الغريب,رنا,12/3/1650\n"
    "قيس فؤاد النحاس,سلوى,2014\n"
)
"""An invented list of which the second person's row is refused."""


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def uploaded(user: User, content: bytes = LIST.encode(), name: str = "list.csv", **answers: Any) -> Any:
    """Send a file as the page of uploading does."""
    sent: dict[str, Any] = {"source": make.source().pk, "file": SimpleUploadedFile(name, content)}
    return signed_in(user).post(reverse("admin:staff_import_new"), sent | answers)


def brought_in(
    content: str | bytes = LIST, *, name: str = "list.csv", source: Source | None = None, **told: Any
) -> ImportFile:
    """A list that waits for its columns."""
    content = content.encode() if isinstance(content, str) else content
    by = told.pop("by", None) or make.volunteer()
    return bring_in(content, filename=name, source=source or make.source(), by=by, **told)


def checked(content: str | bytes = LIST, **told: Any) -> ImportFile:
    """A list of which all rows were checked."""
    brought = brought_in(content, **told)
    begin_check(brought.pk, by=brought.received_by)
    check_rows(brought.pk)
    brought.refresh_from_db()
    return brought


def stored(content: str | bytes = LIST, **told: Any) -> ImportFile:
    """A list that is wholly stored."""
    brought = checked(content, **told)
    begin_storing(brought.pk, by=brought.received_by)
    store_rows(brought.pk)
    brought.refresh_from_db()
    return brought


def opened(user: User, step: str, brought: ImportFile, **asked: str) -> str:
    """Return the page of a step (``""``: the list's own page) as this person reads it."""
    name = f"admin:staff_import_{step}" if step else "admin:staff_import"
    return signed_in(user).get(reverse(name, args=[brought.pk]), asked).content.decode()


def led_to(user: User, step: str, brought: ImportFile) -> str:
    """Return where this person is led on to from a step."""
    return str(signed_in(user).get(address(step, brought))["Location"])


def sent(user: User, step: str, brought: ImportFile, **answers: Any) -> Any:
    """Send a form to a step."""
    return signed_in(user).post(reverse(f"admin:staff_import_{step}", args=[brought.pk]), answers)


def address(step: str, brought: ImportFile) -> str:
    return reverse(f"admin:staff_import_{step}" if step else "admin:staff_import", args=[brought.pk])
