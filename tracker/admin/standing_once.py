"""What stands once below its owner: a second of the same is refused in words, before the database refuses it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.db.models import Model, UniqueConstraint
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from tracker.names import clean_text

if TYPE_CHECKING:
    FormSet = BaseInlineFormSet[Any, Any, Any]
else:
    FormSet = BaseInlineFormSet

WRITTEN_TWICE = _("This stands here already. Change that one, or leave this one out.")

Key = tuple[object, ...]


class OnceEach(FormSet):
    """Rows below one owner, none of them written twice.

    Django leaves a promise out that speaks of a column which the form does not hold, as ``withdrawn_at``; and
    it compares what was typed, where spaces and unseen marks still part two spellings of one name.
    """

    def clean(self) -> None:
        super().clean()
        noun: Any = self.model
        for columns in columns_that_stand_once(noun):
            taken = {key_of(row, columns) for row in self._standing_elsewhere()}
            for form in self.forms:
                if form.instance._state.adding and not form.has_changed():
                    continue
                key = key_of(form.instance, columns)
                if key in taken and None not in key:  # to the database one nothing is not like another
                    form.add_error(None, WRITTEN_TWICE)
                taken.add(key)

    def _standing_elsewhere(self) -> Iterator[Model]:
        # Asked anew: the owner is locked by now, and a colleague may have added one since the page was drawn.
        noun: Any = self.model
        rows = noun._base_manager.filter(**{self.fk.name: self.instance.pk})
        if hasattr(self.model, "withdrawn_at"):
            rows = rows.filter(withdrawn_at__isnull=True)
        yield from rows.exclude(pk__in=[form.instance.pk for form in self.forms])


def columns_that_stand_once(noun: type[Model]) -> Iterator[tuple[str, ...]]:
    """Yield the columns of which the database holds no two alike."""
    for promise in noun._meta.constraints:
        if isinstance(promise, UniqueConstraint) and promise.fields:
            yield tuple(promise.fields)


def key_of(row: Model, columns: tuple[str, ...]) -> Key:
    """Return what may stand once, as it will be stored."""
    values = (getattr(row, row._meta.get_field(column).attname) for column in columns)  # type: ignore[union-attr]
    return tuple(clean_text(value) if isinstance(value, str) else value for value in values)
