"""How common each name is in this house's own lists: counted now and then, and kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from django.db import connection
from django.db.models import Max

from tracker.flow.linking.heard import RULES, heard_of
from tracker.matching import Frequencies
from tracker.matching.frequencies import FAMILY, GIVEN, MOTHER
from tracker.matching.side import stable_number
from tracker.models import LearnedNames, NameKind, PersonName, PrisonRecord
from tracker.names import all_keys, read_name

GROWN_BY = 1.05
"""Names are counted anew when there are this many times more, or fewer, than were counted last."""

PEOPLE = "tracker_personname WHERE withdrawn_at IS NULL AND kind {of} 'mother'"
STORED = """tracker_prisonrecord record
    JOIN tracker_importfile list ON list.id = record.import_file_id AND list.status = 'stored'"""
RECORDS = f"{STORED} WHERE {{part}} <> ''"
COUNTED = """
    SELECT part, bearers, heard.all_keys
      FROM (SELECT {part} AS part, count(*) AS bearers FROM {source} GROUP BY {part}) AS counted
      LEFT JOIN tracker_heardpart heard ON heard.text = part AND heard.rules = %s
"""
"""Whoever keyed the bearers of a part has kept its keys."""
MOTHERS = f"""
    SELECT substring(keys.laid_mothers FOR 8), min(mother_written), count(*)
      FROM {STORED}
      LEFT JOIN tracker_recordkeys keys ON keys.record_id = record.id
     WHERE mother_written <> ''
     GROUP BY 1, CASE WHEN keys.record_id IS NULL THEN mother_written END
"""  # noqa: S608  Ours, never someone's input.
"""The number of her given name is what begins a mother's row (`tracker.matching.laid.LAID_MOTHER`)."""
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
    learned = Frequencies.of_keys(_all_parts())
    kept = LearnedNames.objects.create(names=names, counts=learned.to_json())
    # Whoever asked a moment ago which count is the newest is about to read the one before this.
    before = LearnedNames.objects.filter(pk__lt=kept.pk).aggregate(last=Max("pk"))["last"]
    LearnedNames.objects.filter(pk__lt=before or 0).delete()
    return True


def _count_of_names() -> int:
    records = PrisonRecord.objects.standing().exclude(name_written="")
    return PersonName.objects.standing().exclude(kind=NameKind.MOTHER).count() + records.count()


def _all_parts() -> Iterator[tuple[int, Sequence[str], int]]:
    """Yield each text that is a part of names: its use, the keys of its bearers, and how many these are."""
    for part, use in PARTS:
        for source in (f"{PEOPLE.format(of='<>')} AND {part} <> ''", RECORDS.format(part=part)):
            yield from ((use, keys, count) for keys, count in _counted(part, source))
    for keys, count in _counted("given", f"{PEOPLE.format(of='=')} AND given <> ''"):
        yield MOTHER, keys, count
    yield from ((MOTHER, keys, count) for keys, count in _mothers_of_records())


def _counted(part: str, source: str) -> Iterator[tuple[Sequence[str], int]]:
    """Yield the keys of each text that stands in a column, and how often it stands there."""
    with connection.cursor() as cursor:
        # Columns and tables are ours, never someone's input.
        cursor.execute(COUNTED.format(part=part, source=source), [RULES])
        for text, count, keys in cursor.fetchall():
            yield (all_keys(text) if keys is None else keys.split()), count


def _mothers_of_records() -> Iterator[tuple[Sequence[str], int]]:
    """Yield the same of the mothers that records name: each was read when her record was laid for comparison."""
    with connection.cursor() as cursor:
        cursor.execute(MOTHERS)
        rows = cursor.fetchall()
    given = [int.from_bytes(laid or b"", "little") for laid, *_ in rows]
    told = heard_of(sorted(set(given) - {0}))
    known = dict(zip(map(stable_number, told.texts), told.all_keys, strict=True))
    for number, (laid, text, count) in zip(given, rows, strict=True):
        if laid is None or (number and number not in known):
            yield all_keys(read_name(text).given), count
        elif number:
            yield known[number].split(), count
