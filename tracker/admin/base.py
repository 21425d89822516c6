"""What all registers share: nothing is deleted, and history is the database's, not the page's."""
# ruff: noqa: ARG002  Django calls these with more than a register needs to know.

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget, RelatedFieldWidgetWrapper
from django.db.models import DateField, Field, Model, QuerySet, TextField
from django.forms import DateInput
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi, gettext

from tracker.dates import FuzzyDate
from tracker.web.staff.showing import day, told
from tracker.web.staff.withdrawal import NOUNS as NOUNS_THAT_ARE_WITHDRAWN

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
    StackedInline = admin.StackedInline[Any, Any]
else:
    ModelAdmin = admin.ModelAdmin
    StackedInline = admin.StackedInline

LONGEST_SEARCH = 200
"""Letters: longer than the longest name in a list."""

EXACTLY = ("", "exact", "isnull")
"""How the filters beside a list ask of their column."""


def named(text: object) -> SafeString:
    """Return a name set apart, so that its direction does not turn what stands around it."""
    return format_html("<bdi>{}</bdi>", text)


def direction() -> str:
    """Return which way lines of the page's language run: a line that begins with a name would be turned by it."""
    return "rtl" if get_language_bidi() else "ltr"


def badge(kind: str, label: object) -> SafeString:
    """Return a status in a word; kinds are those of templates/staff/README.md."""
    return format_html('<span class="badge is-{}">{}</span>', kind, label)


def yes_or_no(is_so: bool) -> str:
    """Return a yes or a no in words: Django's red cross would judge."""
    return gettext("yes") if is_so else gettext("no")


def sentences(kept: Iterable[Mapping[str, str]]) -> SafeString | str:
    """Return sentences that are kept in both languages, each on a line of its own."""
    lines = ((direction(), told(sentence)) for sentence in kept)
    return format_html_join(mark_safe("<br>"), '<span dir="{}">{}</span>', lines) or "—"


def dated(when: FuzzyDate | None) -> str:
    """Return a date for a column."""
    return day(when) or "—"


def can_be_withdrawn(noun: type[Model]) -> bool:
    """Say whether there is a page to withdraw one of these."""
    return (noun._meta.model_name or "") in NOUNS_THAT_ARE_WITHDRAWN


class OnlyAdds:
    """Beside a choice from another register stands one way to add to it; changing has a page of its own."""

    def formfield_for_dbfield(self, db_field: Field[Any, Any], request: HttpRequest, **kwargs: Any) -> Any:
        """Leave out the two small pictures that change or show the chosen one in a window."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_change_related = field.widget.can_view_related = False
        return field


class Register(OnlyAdds, ModelAdmin):
    """A register of one noun."""

    actions = None
    list_per_page = 50
    list_max_show_all = 200
    show_full_result_count = False
    save_on_top = False
    formfield_overrides = {
        TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3, "dir": "auto"})},
        DateField: {"widget": DateInput(attrs={"type": "date"}, format="%Y-%m-%d")},
    }

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nothing is deleted: the database would refuse as well."""
        return False

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Let an address narrow the list by the filters beside it, and by nothing else.

        Django lets any column be asked about, also one that is kept from this reader: a hit or a miss at a
        time, ``pgh_data__value__startswith=+9639`` spells out a number that no page shows.
        """
        column, _, how = lookup.partition("__")
        beside = self.get_list_filter(request)  # type: ignore[arg-type]
        names = {one if isinstance(one, str) else getattr(one, "parameter_name", "") for one in beside}
        return column in names and how in EXACTLY

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Look for the first words only: each further one is another condition for the database to weigh."""
        return super().get_search_results(request, queryset, search_term[:LONGEST_SEARCH])

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Say whether the page may offer to withdraw what it shows."""
        context["can_be_withdrawn"] = can_be_withdrawn(self.model) and self.has_change_permission(request)
        return super().render_change_form(request, context, *args, **kwargs)

    def log_addition(self, request: HttpRequest, obj: Model, message: Any) -> None:  # type: ignore[override]
        """Write nothing: triggers note every change, from wherever it came."""

    def log_change(self, request: HttpRequest, obj: Model, message: Any) -> None:  # type: ignore[override]
        """Write nothing: triggers note every change, from wherever it came."""

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show what the database noted about this one thing."""
        from tracker.admin.history import history_page

        return history_page(self, request, object_id)


class ReadOnly(Register):
    """A register that is only read: its deeds are pages of their own."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nothing is added here."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nothing is changed here."""
        return False


class Several(OnlyAdds, StackedInline):
    """Several of one noun below another; withdrawn ones are left out and shown apart."""

    extra = 0
    formfield_overrides = Register.formfield_overrides
    can_delete = False
    template = "admin/edit_inline/several.html"

    @property
    def can_be_withdrawn(self) -> bool:
        """Whether the page may offer to withdraw one of these."""
        return can_be_withdrawn(self.model)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nothing is deleted: it is withdrawn, for a reason."""
        return False
