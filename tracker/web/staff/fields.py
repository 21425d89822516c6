"""What colleagues type: one line or several, without marks that nobody sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from tracker.flow.leads.wording import clean_lines
from tracker.flow.permissions import NotAllowed
from tracker.flow.refusals import Refused
from tracker.models import EditConflict
from tracker.names import clean_text

Asked = ParamSpec("Asked")
Done = TypeVar("Done")

PROSE_LENGTH = 5000
"""Longer than any reason or account that a colleague reads again; our own limit."""


class Line(forms.CharField):
    """One line of text, as it may be stored."""

    def to_python(self, value: Any) -> str:
        return clean_text(super().to_python(value) or "")


class Prose(forms.CharField):
    """Several lines of text; their breaks stay."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", PROSE_LENGTH)
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 4, "dir": "auto"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        return clean_lines(super().to_python(value) or "")


class Reason(Prose):
    """Why something was done: nobody may leave it out."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Reason"))
        kwargs.setdefault(
            "error_messages",
            {"required": _("Write the reason: the next colleague must be able to follow it.")},
        )
        super().__init__(**kwargs)


class Day(forms.DateField):
    """A day, chosen from the browser's own calendar."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        super().__init__(**kwargs)


class VersionRead(forms.IntegerField):
    """Which version of the thing the colleague was looking at."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.HiddenInput)
        super().__init__(min_value=1, **kwargs)


@contextmanager
def refusals_on(form: forms.BaseForm) -> Iterator[None]:
    """Put the sentence of a refused deed on the form, so that what was typed stays.

    A right that is missing is no matter of the form: it is answered with 403.
    """
    try:
        yield
    except NotAllowed as refusal:
        raise PermissionDenied(str(refusal)) from refusal
    except (Refused, EditConflict) as refusal:
        form.add_error(None, str(refusal))


def attempt(
    form: forms.BaseForm, deed: Callable[Asked, Done], *args: Asked.args, **kwargs: Asked.kwargs
) -> Done | None:
    """Do a deed and return what it returns; None when it was refused, with its sentence on the form."""
    done = None
    with refusals_on(form):
        done = deed(*args, **kwargs)
    return done  # noqa: RET504 - a refusal leaves it None
