"""propose_links from the command line."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from tests.flow.linking.lists import a_list, missing
from tracker.flow.linking import known
from tracker.models import Link

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> tuple[str, str]:
    out, progress = StringIO(), StringIO()
    call_command("propose_links", *arguments, stdout=out, stderr=progress)
    return out.getvalue(), progress.getvalue()


def test_the_report_is_one_json_object_and_nothing_else(monkeypatch: pytest.MonkeyPatch):
    # What a slip may have meant goes by the names that are known: this process still knows those of other tests.
    monkeypatch.setattr(known, "_read", {})
    missing()
    a_list()
    out, progress = run("--json")
    assert json.loads(out) == {"records": 4, "people": 1, "links": 1, "pairs": 1}
    assert progress == ""
    assert Link.objects.count() == 1


def test_only_what_is_new_is_compared_unless_all_is_asked_for():
    missing()
    a_list()
    run()
    assert json.loads(run("--json")[0]) == {"records": 0, "people": 0, "links": 0, "pairs": 0}
    assert json.loads(run("--all", "--json")[0])["records"] == 4


def test_people_read_what_was_done_and_how_far_it_is():
    missing()
    a_list()
    out, progress = run()
    assert "4 records and 1 people compared: 1 new links to review." in out
    assert "5 of 5 compared" in progress
