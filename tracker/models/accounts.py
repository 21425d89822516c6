"""Colleagues' accounts: one role each, deny by default."""

from __future__ import annotations

from typing import Any, ClassVar

import pghistory
import rules
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.models.base import Versioned, known_values, without_hidden_marks


class Role(models.TextChoices):
    """What a colleague does here. Rights follow from the role alone (flow/permissions.py)."""

    VOLUNTEER = "volunteer", _("volunteer")
    CASEWORKER = "caseworker", _("caseworker")
    REVIEWER = "reviewer", _("reviewer")
    AUDITOR = "auditor", _("auditor")
    ADMINISTRATOR = "administrator", _("administrator")


class Language(models.TextChoices):
    """A language of this site."""

    ARABIC = "ar", _("Arabic")
    ENGLISH = "en", _("English")


class UserManager(BaseUserManager["User"]):
    """Makes accounts."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> User:
        """Make an account with a hashed password, or with none that works."""
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, username: str, password: str | None = None, **fields: Any) -> User:
        """Make an administrator: nobody here is above the two-person rule."""
        return self.create_user(username, password, **{**fields, "role": Role.ADMINISTRATOR})


@pghistory.track(exclude=["password"])
class User(AbstractBaseUser, Versioned):
    """A colleague who signs in."""

    # When someone signed in is the sessions' business: a version of the account each time would drown the rest.
    last_login = None
    username = models.CharField(_("user name"), max_length=150, unique=True)
    full_name = models.CharField(_("full name"), max_length=200, blank=True)
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    language = models.CharField(
        _("language"), max_length=2, choices=Language.choices, default=Language.ARABIC
    )
    is_active = models.BooleanField(_("may sign in"), default=True)
    joined_at = models.DateTimeField(_("joined at"), default=timezone.now, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta(Versioned.Meta):
        verbose_name = _("colleague")
        verbose_name_plural = _("colleagues")
        ordering = ["username"]
        constraints = [
            known_values("user_has_a_known_role", "role", Role),
            known_values("user_reads_a_known_language", "language", Language),
            without_hidden_marks("username", "full_name"),
        ]

    def __str__(self) -> str:
        return self.full_name or self.username

    @property
    def is_staff(self) -> bool:
        """Whether the staff's workplace opens for this account."""
        return self.is_active

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Ask the role's rights (flow/permissions.py)."""
        return self.is_active and rules.has_perm(perm, self, obj)

    def has_perms(self, perms: list[str], obj: object = None) -> bool:
        """Whether the role holds every one of these rights."""
        return all(self.has_perm(perm, obj) for perm in perms)

    def has_module_perms(self, app_label: str) -> bool:
        """Whether the role has any right in this app."""
        return self.is_active and rules.has_perm(app_label, self)
