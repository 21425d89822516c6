"""The database, or the worker, is killed at any moment: the queue goes on by itself, and all is stored once."""

from __future__ import annotations

import os
import random
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.attacks.attendant import Attendant
from tests.attacks.workers import address, address_of
from tests.flow.intake.files import csv_bytes
from tracker.embedded.cluster import DATABASE, Cluster
from tracker.embedded.postmaster import postmaster_of

WORKER_KILLS = int(os.environ.get("ATHAR_WORKER_KILLS", "10"))
SERVER_KILLS = int(os.environ.get("ATHAR_SERVER_KILLS", "3"))
"""At how many random moments: fifty and ten for a closer look. test_killed_imports.py kills workers as well."""

GIVEN = ["سامر", "نادر", "رامي", "فؤاد", "خليل", "زياد", "هاني", "بسام", "وائل", "ماهر"]
FATHERS = ["خالد", "محسن", "عدنان", "رشاد", "فايز", "صبحي"]
FAMILIES = ["الحلو", "الزعبي", "القاسم", "الدرويش", "المختلق"]
PEOPLE = list(product(GIVEN, FATHERS, FAMILIES))
ROWS = [
    (*person, f"{1 + place % 28}/3/{1950 + place % 40}", "2019" if place % 9 else "3/5/1650")
    for place, person in enumerate(PEOPLE)
]
LIST = csv_bytes([("الاسم", "اسم الأب", "الكنية", "تاريخ الولادة", "تاريخ الوفاة"), *ROWS, *ROWS[:20]])
REFUSED, REPEATED = len(ROWS[::9]), 20 - len(ROWS[:20:9])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    random.seed(20190209)
    (tmp_path / "list.csv").write_bytes(LIST)
    return tmp_path / "list.csv"


@pytest.fixture
def office(transactional_db: None, originals_folder: Path) -> Iterator[Attendant]:
    # The queue's tables are not Django's: the end of a test does not empty them.
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
    attendant = Attendant(address())
    yield attendant
    attendant.close()


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    """A server of this test alone, which keeps its promises when it is killed."""
    ground = Path(tempfile.mkdtemp(prefix="athar-test-"))
    ground.chmod(0o755)
    made = Cluster(ground / "postgres", durable=True, elsewhere=ground / "elsewhere")
    yield made
    made.leave()
    shutil.rmtree(ground)


def uninterrupted(office: Attendant, path: Path) -> tuple[dict[str, Any], float]:
    """Return what becomes of the list when nobody disturbs it, and the seconds of a worker; then take it back."""
    number = office.do("bring_in", str(path))
    began = time.perf_counter()
    assert office.do("work") == "done"
    assert office.do("later", number) == "checked"
    assert office.do("work") == "done"
    seconds = (time.perf_counter() - began) / 2
    whole: dict[str, Any] = office.do("outcome", number)
    assert (whole["status"], whole["rows"]) == ("stored", len(ROWS) + 20)
    assert whole["counts"] == [len(ROWS) - REFUSED, REFUSED + 20 - REPEATED, REPEATED]
    office.do("take_back", number)
    return whole, seconds


def test_the_queue_goes_on_by_itself_however_often_its_worker_is_killed(office: Attendant, path: Path):
    whole, seconds = uninterrupted(office, path)
    kills = 0
    while kills < WORKER_KILLS:
        number = office.do("bring_in", str(path))
        while office.do("later", number) != "stored":
            worker = office.begin("work")
            time.sleep(random.uniform(0, seconds))
            kills += worker.kill()
        assert office.do("outcome", number) == whole
        office.do("take_back", number)


def test_a_list_is_stored_whole_and_once_however_often_the_database_is_killed(
    cluster: Cluster, originals_folder: Path, path: Path
):
    office = Attendant(address_of(cluster.address(), DATABASE))
    office.do("migrate")
    whole, seconds = uninterrupted(office, path)
    kills = 0
    while kills < SERVER_KILLS:
        number = office.do("bring_in", str(path))
        while office.do("later", number) != "stored":
            worker = office.begin("work")
            time.sleep(random.uniform(0, seconds))
            kill(cluster)
            cluster.address()
            kills += worker.kill()
        assert office.do("outcome", number) == whole
        office.do("take_back", number)
    office.close()


def kill(cluster: Cluster) -> None:
    """Kill the server as the machine's own emergency would."""
    postmaster = postmaster_of(cluster.home / "server" / "cluster")
    assert postmaster is not None
    os.kill(postmaster.pid, signal.SIGKILL)
    for _ in range(200):
        if postmaster_of(cluster.home / "server" / "cluster") is None:
            return
        time.sleep(0.05)
    pytest.fail("it lives")
