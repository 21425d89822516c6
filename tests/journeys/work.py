"""The real background worker, run until it has nothing left to do."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from tests.admin.pages import filled_in
from tracker.models import ImportFile, Source


def bring_in_by_pages(client: Client, file: SimpleUploadedFile, source: Source) -> ImportFile:
    """Walk through the pages of an import as it is proposed, up to the press of the button that stores it."""
    answer = client.post(reverse("admin:staff_import_new"), {"file": file, "source": str(source.pk)})
    assert answer.status_code == 302
    brought = ImportFile.objects.latest("pk")
    columns = reverse("admin:staff_import_columns", args=[brought.pk])
    assert client.post(columns, filled_in(client, columns) | {"deed": "check"}).status_code == 302
    let_the_worker_work()
    storing = reverse("admin:staff_import_storing", args=[brought.pk])
    assert client.post(storing, {"deed": "store"}).status_code == 302
    return brought


def let_the_worker_work() -> None:
    """Run every waiting job in a real worker, on its own connection and in a thread of its own."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(_work).result()


def _work() -> None:
    assert isinstance(app.connector, DjangoConnector)
    try:
        with app.replace_connector(app.connector.get_worker_connector()) as worker_app:
            worker_app.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)
    finally:
        connections.close_all()
