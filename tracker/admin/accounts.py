"""The register of colleagues: administrators make accounts and give roles, never to themselves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, BaseUserCreationForm
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tracker.admin.base import badge, named
from tracker.admin.versioned import VersionedAdmin, VersionedForm
from tracker.models import Role, User

HANDS_OFF = ("role", "is_active")
"""What administrators may not change on their own account: nobody promotes or locks out themselves."""


class ColleagueForm(VersionedForm):
    """An account without its password, which has a page of its own."""

    class Meta:
        model = User
        fields = ("username", "full_name", "role", "language", "is_active")


class NewColleagueForm(BaseUserCreationForm):  # type: ignore[type-arg]
    """A new account with its first password, which the colleague changes later."""

    class Meta:
        model = User
        fields = ("username", "full_name", "role", "language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"] = forms.ChoiceField(
            label=self.fields["role"].label, choices=[("", _("Choose a role")), *Role.choices]
        )


@admin.register(User)
class ColleagueAdmin(VersionedAdmin, UserAdmin):  # type: ignore[type-arg]
    """Accounts, one role each."""

    form = ColleagueForm
    add_form = NewColleagueForm
    add_form_template = None
    change_password_form = AdminPasswordChangeForm
    list_display = ("name_in_list", "username", "role_in_list", "may_sign_in")
    list_filter = ("role", "is_active")
    search_fields = ("username", "full_name")
    ordering = ("username",)
    filter_horizontal = ()
    readonly_fields = ()
    fieldsets = (
        (None, {"fields": ("username", "full_name", "language")}),
        (_("Rights"), {"fields": ("role", "is_active")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "full_name", "role", "language", "password1", "password2")}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Keep administrators' hands off their own role."""
        return HANDS_OFF if obj is not None and obj == request.user else ()

    @admin.display(description=_("colleague"), ordering="full_name")
    def name_in_list(self, user: User) -> SafeString:
        return named(user)

    @admin.display(description=_("role"), ordering="role")
    def role_in_list(self, user: User) -> str:
        return user.get_role_display()

    @admin.display(description=_("may sign in"), ordering="is_active")
    def may_sign_in(self, user: User) -> SafeString:
        return badge("good", _("yes")) if user.is_active else badge("plain", _("no"))
