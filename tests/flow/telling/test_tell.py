"""A family is told once, by a person, and it is written down how."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from django.utils import timezone

from tests import make
from tests.models.guards import changed, run
from tests.racing import race
from tracker.flow.refusals import Refused
from tracker.flow.review.decide import withdraw_link
from tracker.flow.telling.prepare import owe_correction, owe_news
from tracker.flow.telling.tell import (
    AlreadyTold,
    NoAccount,
    NotOwed,
    NotThisFamily,
    ToldOutOfTime,
    tell_family,
)
from tracker.models import EditConflict, Link, Notice, Way

pytestmark = pytest.mark.django_db


def tell(notice: Notice, **fields: Any) -> Notice:
    told = {
        "by": fields.get("by") or make.caseworker(),
        "told_to": fields.get("told_to") or make.relative(notice.person.family),
        "told_on": timezone.localdate(),
        "way": Way.IN_PERSON,
        "account": "She asked for time, and for the page of the list.",
    }
    return tell_family(notice.pk, **{**told, **fields})


def withdrawn_relative(notice: Notice) -> Any:
    relative = make.relative(notice.person.family)
    changed(
        relative, withdrawn_at=timezone.now(), withdrawn_by=make.user(), withdrawn_reason="written twice"
    )()
    relative.refresh_from_db()
    return relative


def tomorrow() -> date:
    return timezone.localdate() + timedelta(days=1)


def test_it_is_written_down_who_told_whom_when_and_how():
    notice = make.notice()
    caseworker, sister = make.caseworker(), make.relative(notice.person.family)
    tell(notice, by=caseworker, told_to=sister, way=Way.PARTNER, account=" She asked for time. ")
    told = Notice.objects.get()
    assert (told.status, told.told_by, told.told_to, told.told_on) == (
        "told", caseworker, sister, timezone.localdate(),
    )  # fmt: skip
    assert (told.way, told.account) == ("partner", "She asked for time.")
    sql = """
        SELECT 1 FROM tracker_noticeevent e JOIN pghistory_context c ON c.id = e.pgh_context_id
         WHERE e.pgh_obj_id = %s AND c.metadata->>'deed' = 'notice:tell' AND (c.metadata->>'user')::int = %s
    """
    assert run(sql, notice.pk, caseworker.pk) == 1


def told_already(notice: Notice) -> dict[str, Any]:
    tell(notice)
    return {}


def no_longer_owed(notice: Notice) -> dict[str, Any]:
    changed(notice, status="not_owed")()
    return {}


REFUSED: dict[str, tuple[Callable[[Notice], dict[str, Any]], type[Refused]]] = {
    "a family that was told": (told_already, AlreadyTold),
    "news whose link was withdrawn": (no_longer_owed, NotOwed),
    "a day to come": (lambda notice: {"told_on": tomorrow()}, ToldOutOfTime),
    "a day before the link was confirmed": (
        lambda notice: {"told_on": timezone.localdate() - timedelta(days=1)}, ToldOutOfTime,
    ),
    "a relative of another family": (lambda notice: {"told_to": make.relative()}, NotThisFamily),
    "a relative who was withdrawn": (lambda notice: {"told_to": withdrawn_relative(notice)}, NotThisFamily),
    "no account": (lambda notice: {"account": " \n"}, NoAccount),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_telling_is_refused_for(what: str):
    arrange, refusal = REFUSED[what]
    notice = make.notice()
    fields = arrange(notice)
    before = Notice.objects.values().get()
    with pytest.raises(refusal) as refused:
        tell(notice, **fields)
    assert str(refused.value).endswith(".")
    assert Notice.objects.values().get() == before


def test_someone_without_a_family_file_has_nobody_to_be_told():
    notice = make.notice(make.link("confirmed", person=make.person(family=None)))
    with pytest.raises(NotThisFamily):
        tell(notice, told_to=make.relative())


def test_the_day_of_the_confirmation_is_early_enough():
    assert tell(make.notice(), told_on=timezone.localdate()).status == "told"


def test_whoever_read_an_older_version_is_told_of_the_conflict():
    notice = make.notice()
    with pytest.raises(EditConflict):
        tell(notice, version=notice.version + 1)
    assert tell(notice, version=notice.version).status == "told"


def told_link() -> Link:
    link = make.link("confirmed")
    tell(owe_news(link))
    return link


def test_a_withdrawal_after_the_telling_owes_a_correction_that_is_told_as_well():
    link = told_link()
    withdraw_link(link.pk, by=make.reviewer(), reason="another man was found")
    correction = Notice.objects.owed().get()
    news = Notice.objects.get(kind="news")
    assert (correction.kind, correction.corrects) == ("correction", news)
    assert news.status == "told", "what was told stays told"
    assert tell(correction).status == "told"
    assert not Notice.objects.owed().exists()


def test_a_withdrawal_before_the_telling_owes_nothing():
    link = make.link("confirmed")
    notice = owe_news(link)
    withdraw_link(link.pk, by=make.reviewer(), reason="another man was found")
    assert Notice.objects.get().status == "not_owed"
    with pytest.raises(NotOwed):
        tell(notice)


def test_a_link_without_news_owes_no_correction():
    assert owe_correction(make.link("withdrawn")) is None
    assert not Notice.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_caseworkers_who_told_one_family_one_is_refused():
    notice = make.notice()
    people, relative = [make.caseworker(), make.caseworker()], make.relative(notice.person.family)
    ends = race(*(lambda by=by: tell(notice, by=by, told_to=relative) for by in people))
    assert sorted(type(end).__name__ for end in ends) == ["AlreadyTold", "Notice"], ends


@pytest.mark.django_db(transaction=True)
def test_of_a_telling_and_a_withdrawal_at_once_the_family_is_never_left_with_the_error():
    caseworker, reviewer = make.caseworker(), make.reviewer()
    for _ in range(10):
        notice = make.notice()
        relative = make.relative(notice.person.family)
        told, withdrawn = race(
            partial(tell, notice, by=caseworker, told_to=relative),
            partial(withdraw_link, notice.link_id, by=reviewer, reason="another man was found"),
        )
        assert isinstance(withdrawn, Link), withdrawn
        stands = Notice.objects.get(pk=notice.pk)
        if isinstance(told, Notice):
            assert stands.status == "told"
            assert Notice.objects.owed().filter(kind="correction", corrects=notice).exists()
        else:
            assert isinstance(told, NotOwed), told
            assert stands.status == "not_owed"
