"""The parts of the first page: each the first few of a queue, and the way to all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.db.models import Case, When
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from tracker.flow.leads.follow import waiting_leads
from tracker.flow.review.queue import waiting_links
from tracker.models import HistoryEntry, ImportFile, ImportStatus, Link, LinkStatus, Notice, NoticeKind, User
from tracker.web.staff.imports_steps import TONES, address_of
from tracker.web.staff.noted import Names, done_in_words, entries_of, noun_of
from tracker.web.staff.review_reasons import hundredths
from tracker.web.staff.showing import figure
from tracker.web.staff.waiting import lists_waiting

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits."""

    name: str
    url: str
    note: str = ""
    badge: str = ""
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Section:
    """A queue, as the first page shows it."""

    key: str
    title: str
    url: str
    all_of_it: str
    empty_title: str
    empty_text: str = ""
    entries: Sequence[Waiting] = field(default_factory=list)
    total: int = 0


def second_links(user: User) -> Section:
    """Links that a colleague confirmed and that need this second person."""
    links = waiting_links(user).filter(status=LinkStatus.AWAITING_SECOND)
    return Section(
        "second", _("Waiting for a second person"), reverse("admin:staff_review"), _("All links to review"),
        _("No colleague waits for you"), _("A link that a colleague confirms comes here for a second look."),
        [_link(link, _("second look"), "warn") for link in links[:SHOWN]], links.count(),
    )  # fmt: skip


def first_links(user: User) -> Section:
    """Links that nobody has looked at, the likeliest first."""
    links = waiting_links(user).filter(status=LinkStatus.PROPOSED)
    return Section(
        "first", _("Links to review"), reverse("admin:staff_review"), _("All links to review"),
        _("Nothing waits to be reviewed"), _("When a list brings in a likely record, it appears here."),
        [_link(link, f"{hundredths(link.probability)}%", "info") for link in links[:SHOWN]], links.count(),
    )  # fmt: skip


def _link(link: Link, badge: str, tone: str) -> Waiting:
    return Waiting(
        str(link.person), reverse("admin:staff_link", args=[link.pk]), str(link.record), badge, tone
    )


def notices(_user: User) -> Section:
    """What families are owed, the longest owed first."""
    owed = Notice.objects.owed().select_related("person").prefetch_related("person__names")
    return Section(
        "notices", _("Families to be told"), reverse("admin:staff_telling"), _("All notices"),
        _("No family is owed news"),
        _("When two people confirm a record, its family is owed a conversation."),
        [_notice(notice) for notice in owed[:SHOWN]], owed.count(),
    )  # fmt: skip


def _notice(notice: Notice) -> Waiting:
    since = _("since %(day)s") % {"day": date_format(localtime(notice.owed_since), "DATE_FORMAT")}
    tone = "bad" if notice.kind == NoticeKind.CORRECTION else "warn"
    url = reverse("admin:staff_notice", args=[notice.pk])
    return Waiting(str(notice.person), url, since, notice.get_kind_display(), tone)


def leads(user: User) -> Section:
    """Leads whose day has come, and those that nobody has taken."""
    due = waiting_leads(user)
    return Section(
        "leads", _("Leads due"), reverse("admin:staff_leads"), _("All leads"),
        _("No lead is due today"), _("Inquiries of families and leads whose day has come appear here."),
        [
            Waiting(
                lead.summary,
                reverse("admin:staff_lead", args=[lead.pk]),
                date_format(lead.due_on, "DATE_FORMAT") if lead.due_on else "",
                _("nobody has taken it") if lead.assigned_to is None else lead.get_kind_display(),
                "warn" if lead.assigned_to is None else "info",
            )
            for lead in due[:SHOWN]
        ],
        due.count(),
    )  # fmt: skip


def imports(_user: User) -> Section:
    """Lists that wait for someone or are under way, then the latest that are done."""
    done = Case(When(status__in=[ImportStatus.STORED, ImportStatus.UNDONE], then=1), default=0)
    latest = ImportFile.objects.select_related("document").order_by(done, "-received_at")[:SHOWN]
    return Section(
        "imports", _("Imports"), reverse("admin:staff_imports"), _("All imports"),
        _("No list has been imported yet"), _("Lists of names come in as CSV, XLSX, XLS or ODS files."),
        [_import(brought) for brought in latest], lists_waiting().count(),
    )  # fmt: skip


def _import(brought: ImportFile) -> Waiting:
    done, rows = figure(brought.rows_done), figure(brought.rows_total)
    note = _("%(done)s of %(rows)s rows") % {"done": done, "rows": rows}
    tone = TONES.get(brought.status, "plain")
    return Waiting(str(brought), address_of(brought), note, brought.get_status_display(), tone)


def history(_user: User) -> Section:
    """What colleagues did last, for auditors."""
    entries = list(entries_of().order_by("-pgh_created_at")[:SHOWN])
    names = Names(entries)
    return Section(
        "history", _("What was done last"),
        reverse("admin:tracker_historyentry_changelist"), _("The whole history"),
        _("Nothing has been done yet"), "", [_done(entry, names) for entry in entries],
    )  # fmt: skip


def _done(entry: HistoryEntry, names: Names) -> Waiting:
    when = date_format(localtime(entry.pgh_created_at), "DATETIME_FORMAT")
    url = reverse("admin:tracker_historyentry_change", args=[entry.pgh_slug])
    return Waiting(noun_of(entry), url, f"{names.of(entry)} · {when}", done_in_words(entry))


SECTIONS: tuple[tuple[str, Callable[[User], Section]], ...] = (
    ("tell_family", notices),
    ("decide_link", second_links),
    ("decide_link", first_links),
    ("follow_lead", leads),
    ("view_historyentry", history),
    ("receive_file", imports),
)
"""The right a part takes, and how it is made; the most pressing first."""
