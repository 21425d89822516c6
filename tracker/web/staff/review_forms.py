"""A decision about a link, with its reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracker.flow.review.decide import confirm_link, reject_link, withdraw_link
from tracker.models import Link, LinkStatus, User
from tracker.web.staff.fields import Reason, VersionRead, attempt

DEEDS: Mapping[str, Callable[..., Link]] = {
    "confirm": confirm_link,
    "reject": reject_link,
    "withdraw": withdraw_link,
}

DONE: Mapping[str, Promise] = {
    LinkStatus.AWAITING_SECOND: _(
        "You confirmed the link of %(name)s as the first person. It counts once a second, different person "
        "confirms it."
    ),
    LinkStatus.CONFIRMED: _(
        "The link of %(name)s is confirmed. Their family is now owed the news, told by a person."
    ),
    LinkStatus.REJECTED: _("The link of %(name)s is rejected. This pair will not be proposed again."),
    LinkStatus.WITHDRAWN: _(
        "The link of %(name)s is withdrawn. If the family was told of it, they are now owed a correction."
    ),
}
"""What a reviewer is told, by where the decision brought the link."""


class DecisionForm(forms.Form):
    """What a reviewer decides, and why; the version says which state of the link they had before them."""

    reason = Reason(
        label=_("Why?"),
        help_text=_("What in the record and in the case made you decide? The next colleague relies on it."),
    )
    version = VersionRead()
    deed = forms.ChoiceField(choices=[(deed, deed) for deed in DEEDS], widget=forms.HiddenInput)

    def decide(self, link_id: int, by: User) -> Link | None:
        """Do what was chosen; None when it was refused, with the sentence on the form."""
        decided: dict[str, Any] = self.cleaned_data
        deed = DEEDS[decided["deed"]]
        return attempt(self, deed, link_id, by=by, reason=decided["reason"], version=decided["version"])
