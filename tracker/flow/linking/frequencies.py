"""How common each name is in this house's own lists."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import lru_cache

from tracker.flow.linking.profiles import name_of
from tracker.matching import Frequencies
from tracker.models import ImportFile, NameKind, PersonName, PrisonRecord
from tracker.names import Name

PARTS = ("script", "given", "father", "grandfather", "family", "nickname")


def house_frequencies() -> Frequencies:
    """Return name frequencies learned from all people and standing records held here.

    Learned anew when a list was stored or undone, or when people were added; kept for the process between.
    """
    newest = ImportFile.objects.order_by("-id").values_list("id", "version").first()
    return _learned((newest, PersonName.objects.standing().count() // 100))


@lru_cache(maxsize=1)
def _learned(_what_was_learned_from: Hashable) -> Frequencies:
    return Frequencies.learn(_all_names())


def _all_names() -> Iterator[Name]:
    for name in (
        PersonName.objects.standing().exclude(kind=NameKind.MOTHER).only(*PARTS, "written").iterator()
    ):
        yield name_of(name, name.written)
    for record in PrisonRecord.objects.standing().only(*PARTS, "name_written").iterator():
        yield name_of(record, record.name_written)
