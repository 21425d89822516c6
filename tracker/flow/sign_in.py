"""How colleagues sign in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from tracker.models import User


class AccountBackend(BaseBackend):
    """Signs colleagues in by user name and password."""

    def authenticate(
        self,
        request: HttpRequest | None,  # noqa: ARG002  Django's own signature.
        username: str | None = None,
        password: str | None = None,
        **_: Any,
    ) -> User | None:
        """Return the active account that this name and password open, if any."""
        if username is None or password is None:
            return None
        user = User.objects.filter(username=username).first()
        if user is None:
            User().set_password(password)  # takes as long as a wrong password, so names cannot be probed
            return None
        return user if user.check_password(password) and user.is_active else None

    def get_user(self, user_id: int) -> User | None:
        """Return the account of a session while it may still sign in."""
        return User.objects.filter(pk=user_id, is_active=True).first()
