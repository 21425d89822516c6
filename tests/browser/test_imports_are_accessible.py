"""Every step of bringing in a list, in both languages: nobody is shut out, and nothing sticks out."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.urls import reverse

from tests import make
from tests.browser.reader import LANGUAGES, SitDown, faults_on
from tests.web.staff.lists import address, brought_in, checked, stored
from tracker.flow.intake import whole
from tracker.flow.intake.check import begin_check
from tracker.flow.intake.control import pause_import
from tracker.flow.intake.store import begin_storing
from tracker.models import ImportFile, LinkStatus, PrisonRecord

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]

LONG_NAME = "عبد الرحمن محمد نور الدين عبد القادر الصفدي الحسيني"
LONG_FILE = "list_of_the_dead_of_the_third_branch_2012_2015_last_version_corrected_copy.csv"
HEADER = "م,الاسم الثلاثي,اسم الأم,محل وتاريخ الولادة,تاريخ الوفاة,الشيفرة"


@pytest.fixture(autouse=True)
def originals_of_this_test(settings: LazySettings, tmp_path: Path) -> None:
    settings.DOCUMENT_ROOT = tmp_path


def a_list(title: str, *more: str) -> str:
    """A list with a title, a long name, a doubled row, a refused row and a line of totals."""
    rows = [
        f"1,{LONG_NAME},هدى,دوما 1984,22/10/2019,أ",
        f"2,{LONG_NAME},هدى,دوما 1984,22/10/2019,أ",
        "3,وسيم نادر الغريب,رنا,حمص 1970,12/3/1650,ب",
        "4,قيس فؤاد النحاس,سلوى,درعا 1990,2014,ج",
        *more,
    ]
    return "\n".join([f"{title},,,,,", HEADER, *rows, "المجموع,4,,,,", ""])


@pytest.fixture
def lists() -> dict[str, ImportFile]:
    """One list at each step, and a stored one with a newer version on which a decision rests."""
    older = stored(a_list("قديمة"), name=LONG_FILE)
    make.link(LinkStatus.CONFIRMED, record=PrisonRecord.objects.filter(import_file=older).earliest("pk"))
    newer = stored(a_list("أحدث").replace("هدى", "ليلى"), source=older.source, revises=older)
    waiting, checking = brought_in(a_list("تنتظر"), name=LONG_FILE), brought_in(a_list("تُفحص"))
    begin_check(checking.pk, by=checking.received_by)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whole, "ROWS_AT_ONCE", 2)
        being_read = brought_in(a_list("تُقرأ"), name=LONG_FILE)
    read, storing, paused = (checked(a_list(title)) for title in ("فُحصت", "تُحفظ", "متوقفة"))
    for brought in (storing, paused):
        begin_storing(brought.pk, by=brought.received_by)
    pause_import(paused.pk, by=paused.received_by)
    return {
        "older": older, "newer": newer, "waiting": waiting, "checking": checking, "checked": read,
        "storing": storing, "paused": paused, "being read": being_read,
    }  # fmt: skip


def pages(lists: dict[str, ImportFile]) -> dict[str, str]:
    record = PrisonRecord.objects.filter(import_file=lists["newer"]).earliest("pk")
    return {
        "list": reverse("admin:staff_imports"),
        "upload": reverse("admin:staff_import_new"),
        "upload of mended rows": f"{reverse('admin:staff_import_new')}?adds_to={lists['older'].pk}",
        "being read": address("reading", lists["being read"]),
        "reading": address("reading", lists["waiting"]),
        "columns": address("columns", lists["waiting"]),
        "checking": address("check", lists["checking"]),
        "checked": address("check", lists["checked"]),
        "one finding": f"{address('check', lists['checked'])}?kind=refused",
        "beside ours": f"{address('check', lists['checked'])}?kind=held_elsewhere",
        "storing": address("storing", lists["storing"]),
        "paused": address("storing", lists["paused"]),
        "giving up": address("cancel", lists["waiting"]),
        "newer version": address("", lists["newer"]),
        "older version": address("", lists["older"]),
        "taking back": address("undo", lists["older"]),
        "record": reverse("admin:tracker_prisonrecord_change", args=[record.pk]),
        "row": reverse("admin:tracker_importrow_change", args=[record.row_id]),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_step_of_bringing_in_a_list_shuts_anyone_out(
    language: str, lists: dict[str, ImportFile], sit_down: SitDown
) -> None:
    reader = sit_down(language, make.caseworker(language=language))
    assert faults_on(reader, pages(lists)) == {}
