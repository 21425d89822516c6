"""What the worker takes up first."""

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.flow.intake.lists import checked
from tracker.flow.intake.store import begin_storing
from tracker.flow.linking.tasks import propose_what_is_new

pytestmark = pytest.mark.django_db


def test_lists_that_somebody_waits_for_come_before_comparing():
    propose_what_is_new.defer()
    waiting = checked()
    begin_storing(waiting.pk, by=waiting.received_by)
    priorities = dict(ProcrastinateJob.objects.values_list("task_name", "priority"))
    assert set(priorities) >= {"propose_links", "check_import", "store_import"}
    assert min(priorities["check_import"], priorities["store_import"]) > priorities["propose_links"]
