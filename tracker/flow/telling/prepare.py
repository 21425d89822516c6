"""What a family is owed when a link is confirmed or taken back."""

from __future__ import annotations

from tracker.models import Link, Notice, NoticeKind, NoticeStatus


def owe_news(link: Link) -> Notice:
    """Owe the family the news of a confirmed link."""
    return Notice.objects.create(link=link, person=link.person, kind=NoticeKind.NEWS)


def owe_correction(link: Link) -> Notice | None:
    """Drop news of a withdrawn link that nobody told yet; owe a correction of what was told."""
    # Locked: a caseworker may be writing down at this moment that the family was told.
    news = link.notices.select_for_update().filter(kind=NoticeKind.NEWS).first()
    if news is None:
        return None
    if news.status == NoticeStatus.TOLD:
        return Notice.objects.create(link=link, person=link.person, kind=NoticeKind.CORRECTION, corrects=news)
    news.status = NoticeStatus.NOT_OWED
    news.save()
    return None
