"""The office that an invented population is filed in: one source, one account, the places, the lists."""

from __future__ import annotations

from hashlib import sha256
from uuid import UUID, uuid5

from tracker.models import (
    Document,
    ImportFile,
    ImportStatus,
    Place,
    PlaceAlias,
    Role,
    Source,
    SourceKind,
    User,
)

from .places import Place as InventedPlace
from .population import the_country

RECORDS_OF_A_LIST = 50_000
HEADER = (
    "name", "given", "father", "grandfather", "family", "mother", "sex", "birth", "birth_place", "arrested",
    "died", "registry_place", "registry_number", "national_number",
)  # fmt: skip
PLACES = UUID("5c1e0d5e-9e0f-5b7a-8f3a-0d6b1f7c2a11")
"""The namespace of the places' ids, which follow from their short names."""


class Office:
    """What every stored row refers to."""

    def __init__(self) -> None:
        self.source = Source.objects.create(
            slug="invented", name_ar="مخترع", name_en="Invented", kind=SourceKind.DEMONSTRATION
        )
        self.account = User.objects.create_user("measuring", role=Role.VOLUNTEER)
        self.places = _store_places(self.source)
        self._list = 0

    def list_of(self, record: int) -> int:
        """Return the list that a record stands in; records come in the order of their numbers."""
        if record % RECORDS_OF_A_LIST == 0:
            self._list = _begin_list(record, self.source, self.account)
        return self._list


def _store_places(source: Source) -> dict[str, UUID]:
    country = the_country()
    ids = {place.slug: uuid5(PLACES, place.slug) for place in country.places}
    Place.objects.bulk_create(_place(place, ids, source) for place in country.places)
    PlaceAlias.objects.bulk_create(
        PlaceAlias(place_id=ids[place.slug], name=spelling)
        for place in country.places
        for spelling in dict.fromkeys((*place.arabic_spellings[1:], *place.latin_spellings[1:]))
    )
    return ids


def _place(place: InventedPlace, ids: dict[str, UUID], source: Source) -> Place:
    return Place(
        id=ids[place.slug],
        slug=place.slug,
        kind=place.kind,
        name_ar=place.arabic,
        name_en=place.latin,
        parent_id=ids[place.parent.slug] if place.parent else None,
        source=source,
    )


def _begin_list(first: int, source: Source, account: User) -> int:
    digest = sha256(f"invented list from {first}".encode()).hexdigest()
    document = Document.objects.create(
        title=f"Invented list from record {first + 1}",
        file=f"{digest[:2]}/{digest}",
        sha256=digest,
        media_type="text/csv",
        size=0,
        source=source,
        received_by=account,
    )
    layout = [{"sheet": "", "header_row": 1, "header": list(HEADER), "fields": list(HEADER)}]
    return ImportFile.objects.create(
        document=document, source=source, status=ImportStatus.STORED, layout=layout, received_by=account
    ).pk
