"""A family was told: by whom, whom, when, how."""

from __future__ import annotations

from datetime import date

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.flow.permissions import require
from tracker.flow.refusals import Refused
from tracker.models import EditConflict, Notice, NoticeStatus, Relative, User, Way


class AlreadyTold(Refused):
    """The telling is on record."""

    sentence = _("This family has been told already. Open the notice to read by whom, when and how.")


class NotOwed(Refused):
    """The link behind the notice was withdrawn before anyone was told."""

    sentence = _("Do not tell the family: the link behind this notice was withdrawn.")


class ToldOutOfTime(Refused):
    """A date that cannot be when the family was told."""

    sentence = _("The day of telling must be today or earlier, and not before the link was confirmed.")


class NotThisFamily(Refused):
    """News must not reach another family."""

    sentence = _(
        "Choose a relative of this person's own family. If they are missing there, add them to the family "
        "first."
    )


class NoAccount(Refused):
    """Nothing was written on how it went."""

    sentence = _("Please write in a few words how the family was told, and what they need now.")


@transaction.atomic
def tell_family(
    notice_id: int,
    *,
    by: User,
    told_to: Relative,
    told_on: date,
    way: Way,
    account: str,
    version: int | None = None,
) -> Notice:
    """Record that this colleague told this relative; it cannot be untold.

    Raises NotAllowed, AlreadyTold, NotOwed, ToldOutOfTime, NotThisFamily, NoAccount, EditConflict.
    """
    require(by, "tell_family")
    notice = Notice.objects.select_for_update(of=("self",)).select_related("person").get(pk=notice_id)
    _refuse_what_cannot_be(notice, told_to, told_on, account)
    if version not in (None, notice.version):
        raise EditConflict
    notice.status = NoticeStatus.TOLD
    notice.told_by, notice.told_to, notice.told_on = by, told_to, told_on
    notice.way, notice.account = way, account.strip()
    with pghistory.context(user=by.pk, deed="notice:tell"):
        notice.save()
    return notice


def _refuse_what_cannot_be(notice: Notice, told_to: Relative, told_on: date, account: str) -> None:
    if notice.status == NoticeStatus.TOLD:
        raise AlreadyTold
    if notice.status == NoticeStatus.NOT_OWED:
        raise NotOwed
    if not timezone.localdate(notice.owed_since) <= told_on <= timezone.localdate():
        raise ToldOutOfTime
    if told_to.family_id != notice.person.family_id or not told_to.stands:
        raise NotThisFamily
    if not account.strip():
        raise NoAccount
