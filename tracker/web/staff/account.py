"""My account: the language in which the site speaks to me, and what my role includes."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tracker.models import User
from tracker.web.staff.doors import page, reader_of


class LanguageForm(forms.ModelForm):  # type: ignore[type-arg]
    """The one thing of an account that its owner may change here."""

    class Meta:
        model = User
        fields = ("language",)
        labels = {"language": gettext_lazy("Language of the site")}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@never_cache
def account(request: HttpRequest) -> HttpResponse:
    """Show my account; keep the language I choose."""
    user = reader_of(request)
    form = LanguageForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        form.save()
        with translation.override(user.language):
            messages.success(request, _("From now on the site speaks this language to you."))
        return redirect("admin:staff_account")
    context = {
        "title": _("My account"),
        "form": form,
        "page_actions": [(_("Change my password"), "../password_change/")],
    }
    return page(request, "staff/account.html", context)
