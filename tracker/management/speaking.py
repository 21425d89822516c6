"""What commands share: whom they act for, and where it is looked up."""

from __future__ import annotations

from django.core.management.base import CommandError

from tracker.models import Source, User


def source_or_refuse(slug: str) -> Source:
    """Return the source of this short name; raise CommandError that lists those there are."""
    source = Source.objects.filter(slug=slug).first()
    if source is None:
        known = ", ".join(Source.objects.values_list("slug", flat=True)) or "none yet: add one in the admin"
        raise CommandError(f"There is no source “{slug}”. Sources: {known}.")
    return source


def account_or_refuse(username: str | None, deed: str) -> User:
    """Return the account a command acts for: the named one, or the first whose role includes the deed."""
    accounts = User.objects.filter(is_active=True).order_by("pk")
    if username is not None:
        account = accounts.filter(username=username).first()
        if account is None:
            raise CommandError(f"There is no active account “{username}”.")
        return account
    for account in accounts:
        if account.has_perm(f"tracker.{deed}"):
            return account
    raise CommandError(f"No active account may do this ({deed}). Make one with: manage.py createsuperuser")
