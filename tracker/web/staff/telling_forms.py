"""How a family was told, and why a number was looked at."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.flow.telling.contacts import reveal_contact
from tracker.flow.telling.tell import tell_family
from tracker.models import Contact, Notice, Relative, User, Way
from tracker.web.staff.fields import Day, Line, Prose, VersionRead, attempt


class TellForm(forms.Form):
    """Whom a caseworker told, on which day, in which way, and how it went."""

    told_to = forms.ModelChoiceField(
        label=_("Who was told"),
        queryset=Relative.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Choose the relative who was told.")},
    )
    told_on = Day(
        label=_("On"), error_messages={"required": _("Write the day on which the family was told.")}
    )
    way = forms.ChoiceField(
        label=_("How"),
        choices=Way.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the family was told.")},
    )
    account = Prose(
        label=_("How it went"),
        help_text=_("Who was with them, what they asked, what they need now, and who calls them next."),
        error_messages={"required": _("Write in a few words how it went, and what the family needs now.")},
    )
    version = VersionRead()

    def __init__(self, *args: Any, notice: Notice, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"version": notice.version, "told_on": timezone.localdate()})
        super().__init__(*args, **kwargs)
        told_to: Any = self.fields["told_to"]
        told_to.queryset = Relative.objects.standing().filter(family=notice.person.family_id)

    def tell(self, notice_id: int, by: User) -> None:
        """Write down that the family was told."""
        told = self.cleaned_data
        attempt(
            self,
            tell_family,
            notice_id,
            by=by,
            told_to=told["told_to"],
            told_on=told["told_on"],
            way=Way(told["way"]),
            account=told["account"],
            version=told["version"],
        )


class RevealForm(forms.Form):
    """Why a number or address is needed now."""

    why = Line(
        label=_("Why do you need it now?"),
        max_length=500,
        error_messages={"required": _("Write why you need this number now. The reason is kept.")},
    )

    def reveal(self, contact: Contact, by: User) -> str:
        """Return the number, and keep who looked and why; empty when it was refused."""
        looked_at = attempt(self, reveal_contact, contact.pk, by=by, reason=self.cleaned_data["why"])
        return looked_at.value if looked_at else ""
