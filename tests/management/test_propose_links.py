"""propose_links from the command line."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from tests.flow.linking.lists import a_list, missing
from tracker.models import Link

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> tuple[str, str]:
    out, progress = StringIO(), StringIO()
    call_command("propose_links", *arguments, stdout=out, stderr=progress)
    return out.getvalue(), progress.getvalue()


def test_the_report_is_one_json_object_and_nothing_else():
    missing()
    a_list()
    out, progress = run("--json")
    told = json.loads(out)
    # How many share enough to be compared goes by how many are held, which is an estimate.
    assert 1 <= told.pop("pairs") <= 4
    assert told == {"records": 4, "people": 1, "links": 1}
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
