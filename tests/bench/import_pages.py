"""How long pages take, asked twenty times a second as colleagues would: `import_pages ORIGINALS REQUESTS`."""

from __future__ import annotations

import json
import sys
from itertools import cycle
from time import perf_counter, sleep

import django

EVERY = 0.05
WARM_UP = 20


def main() -> None:
    """Ask for the workplace's first page, the list of imports and a search; tell all times in milliseconds."""
    django.setup()
    from django.conf import settings
    from django.test import Client
    from django.urls import reverse

    from tracker.models import User

    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    client.force_login(User.objects.get())
    pages = cycle([
        reverse("admin:index"), reverse("admin:tracker_importfile_changelist"),
        reverse("admin:staff_search") + "?q=Khaled+Hussein",
    ])  # fmt: skip
    times, due = [], perf_counter()
    for number in range(WARM_UP + int(sys.argv[2])):
        sleep(max(0.0, due - perf_counter()))
        due = max(due + EVERY, perf_counter())
        start = perf_counter()
        answer = client.get(next(pages))
        assert answer.status_code == 200
        if number >= WARM_UP:
            times.append((perf_counter() - start) * 1000)
    print(json.dumps({"times": times}))  # noqa: T201


if __name__ == "__main__":
    main()
