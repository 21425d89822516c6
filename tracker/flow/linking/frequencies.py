"""How common each name is in this house's own lists: counted now and then, and kept."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from django.db import connection
from django.db.models import Max

from tracker.matching import Frequencies
from tracker.matching.frequencies import FAMILY, GIVEN, MOTHER
from tracker.models import LearnedNames, NameKind, PersonName, PrisonRecord
from tracker.names import read_name

GROWN_BY = 1.05
"""Names are counted anew when there are this many times more, or fewer, than were counted last."""

PEOPLE = "tracker_personname WHERE withdrawn_at IS NULL AND kind {of} 'mother'"
RECORDS = """tracker_prisonrecord record
    JOIN tracker_importfile list ON list.id = record.import_file_id AND list.status = 'stored'
    WHERE {part} <> ''"""
PARTS = (("given", GIVEN), ("father", GIVEN), ("grandfather", GIVEN), ("family", FAMILY))


def house_frequencies() -> Frequencies:
    """Return name frequencies as they were last counted; those of the tables alone where they never were."""
    return names_learned(LearnedNames.objects.order_by("-id").values_list("id", flat=True).first())


def names_learned(number: int | None) -> Frequencies:
    """Return what was counted once."""
    return _learned(number) if number else NEVER_COUNTED


NEVER_COUNTED = Frequencies()


@lru_cache(maxsize=2)
def _learned(number: int) -> Frequencies:
    return Frequencies.from_json(LearnedNames.objects.get(pk=number).counts)


def learn_names() -> bool:
    """Count the names of all people and standing records, if they have become many more or fewer."""
    names = _count_of_names()
    last = LearnedNames.objects.order_by("-id").values_list("names", flat=True).first()
    if names == 0 or (last is not None and last / GROWN_BY <= names <= last * GROWN_BY):
        return False
    learned = Frequencies.of_parts(_all_parts())
    kept = LearnedNames.objects.create(names=names, counts=learned.to_json())
    # Whoever asked a moment ago which count is the newest is about to read the one before this.
    before = LearnedNames.objects.filter(pk__lt=kept.pk).aggregate(last=Max("pk"))["last"]
    LearnedNames.objects.filter(pk__lt=before or 0).delete()
    return True


def _count_of_names() -> int:
    records = PrisonRecord.objects.standing().exclude(name_written="")
    return PersonName.objects.standing().exclude(kind=NameKind.MOTHER).count() + records.count()


def _all_parts() -> Iterator[tuple[int, str, int]]:
    for part, use in PARTS:
        for source in (f"{PEOPLE.format(of='<>')} AND {part} <> ''", RECORDS.format(part=part)):
            yield from ((use, text, count) for text, count in _counted(part, source))
    for text, count in _counted("given", f"{PEOPLE.format(of='=')} AND given <> ''"):
        yield MOTHER, text, count
    for text, count in _counted("mother_written", RECORDS.format(part="mother_written")):
        if mother := read_name(text).given:
            yield MOTHER, mother, count


def _counted(part: str, source: str) -> Iterator[tuple[str, int]]:
    """Yield each text that stands in a column, and how often."""
    with connection.cursor() as cursor:
        # Columns and tables are ours, never someone's input.
        cursor.execute(f"SELECT {part}, count(*) FROM {source} GROUP BY {part}")  # noqa: S608
        yield from cursor.fetchall()
