"""Every job in the background is somebody's work: in the image's office, in the demo, and in the handbook."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings
from procrastinate.contrib.django import procrastinate_app

from tracker.management.demo.serving import QUEUES

ROOT = Path(__file__).parents[2]

for jobs in settings.PROCRASTINATE_IMPORT_PATHS:
    import_module(jobs)
OURS = {
    task.queue
    for task in procrastinate_app.current_app.tasks.values()
    if task.func.__module__.startswith("tracker.")
}


def test_there_are_jobs():
    assert OURS


def test_the_demo_serves_every_queue():
    assert set(QUEUES) == OURS


@pytest.mark.parametrize(
    ("file", "asked"),
    [("docker-compose.yml", r'"--queues", "(\w+)"'), ("docs/operating.md", r"--queues (\w+)")],
)
def test_an_office_serves_every_queue(file: str, asked: str):
    assert set(re.findall(asked, (ROOT / file).read_text(encoding="utf-8"))) == OURS


def test_every_module_of_jobs_is_known_to_the_workers():
    modules = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts) for path in ROOT.glob("tracker/**/tasks.py")
    }
    assert set(settings.PROCRASTINATE_IMPORT_PATHS) == modules
