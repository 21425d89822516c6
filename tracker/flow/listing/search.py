"""A stranger who knows enough of a missing person finds the few facts their family agreed to show."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from tracker.flow.listing.governorates import ONE_AROUND_THE_OTHER, governorate_code
from tracker.flow.refusals import Refused
from tracker.matching import Frequencies, Match, Profile, score_many
from tracker.models.listing import PublicListing
from tracker.names import Name, Script, clean_text, index_keys, read_name

MOST_ANSWERS = 5
AGREEMENTS_NEEDED = 3
"""Names and facts together: where a name is not listed, a fact must stand in for it."""

YEARS_ASTRAY = 1
"""A year from memory is often one beside the year on papers."""

AGREES, DIFFERS = 1.0, -2.5
"""Bits from which a name agrees, or speaks against. One mistyped consonant does neither."""

ROLES = frozenset({"given", "father", "grandfather", "family"})

FREQUENCIES = Frequencies()
"""The tables' own: what the house has learned of its names stays inside."""


class TooLittle(Refused):
    """Too little was asked for: whoever asks for one name only would read the whole list in a day."""


class TooFewNames(TooLittle):
    """Fewer than three names."""

    sentence = _(
        "Please write three names: their own name, their father's name and the family name. If you do not "
        "know all three, write to us privately: a person will read it and look further than this page can."
    )


class NoFact(TooLittle):
    """Three names and nothing else: thousands may share them."""

    sentence = _(
        "Please add one thing more: the year of birth, the governorate, or the year they disappeared. "
        "An estimate is enough. If you know none of these, write to us privately: a person will read it."
    )


@dataclass(frozen=True, slots=True)
class Facts:
    """What the one who asks knows beside the name."""

    birth_year: int | None
    governorate: str
    disappearance_year: int | None

    def __bool__(self) -> bool:
        return bool(self.birth_year or self.governorate or self.disappearance_year)


def search_listings(
    name: str, *, birth_year: int | None = None, governorate: str = "", disappearance_year: int | None = None
) -> list[PublicListing]:
    """Return at most five listings that this name and these facts mean, best first; raise TooLittle."""
    wanted = read_name(clean_text(name))
    if not (wanted.given and wanted.father and wanted.family):
        raise TooFewNames
    facts = Facts(birth_year, governorate_code(governorate), disappearance_year)
    if not facts:
        raise NoFact
    named = [(profile_of_listing(listing), listing) for listing in listings_near(wanted, facts)]
    # Namesakes are compared once: thousands are called Muhammad, son of Ahmad.
    profiles = list({profile for profile, _ in named})
    matches = dict(zip(profiles, score_many(Profile(names=(wanted,)), profiles, FREQUENCIES), strict=True))
    meant = [
        (matches[profile], listing) for profile, listing in named if means(matches[profile], facts, listing)
    ]
    meant.sort(key=lambda pair: (-pair[0].bits, pair[1].case_code))
    return [listing for _, listing in meant[:MOST_ANSWERS]]


def listings_near(wanted: Name, facts: Facts) -> QuerySet[PublicListing]:
    """Return listings that share a key with the name and whose years do not contradict."""
    # index_keys, so that a listing of which only "Mahmoud" is known is found by Mahmoud's full name too.
    near = PublicListing.objects.filter(keys__overlap=sorted(index_keys(wanted))).defer("keys")
    for field, year in (("birth_year", facts.birth_year), ("disappearance_year", facts.disappearance_year)):
        if year:
            span = (year - YEARS_ASTRAY, year + YEARS_ASTRAY)
            near = near.filter(Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__range": span}))
    return near


def profile_of_listing(listing: PublicListing) -> Profile:
    """Return the names of a listing as matching reads them."""
    arabic = Name("", Script.ARABIC, listing.given_ar, listing.father_ar, family=listing.family_ar)
    latin = Name("", Script.LATIN, listing.given_latin, listing.father_latin, family=listing.family_latin)
    return Profile(names=tuple(name for name in (arabic, latin) if name.given))


def means(match: Match, facts: Facts, listing: PublicListing) -> bool:
    """Say whether enough agrees and nothing contradicts."""
    weights = [finding.weight for finding in match.findings if finding.aspect in ROLES]
    if match.kin or min(weights, default=DIFFERS) <= DIFFERS:
        return False
    agreeing = agreeing_facts(facts, listing)
    return (
        agreeing is not None and sum(weight >= AGREES for weight in weights) + agreeing >= AGREEMENTS_NEEDED
    )


def agreeing_facts(facts: Facts, listing: PublicListing) -> int | None:
    """Return how many facts agree; None where one contradicts. What is not listed does neither."""
    # Years that contradict were left out by listings_near.
    years = (facts.birth_year, listing.birth_year), (facts.disappearance_year, listing.disappearance_year)
    agreeing = sum(bool(asked and known) for asked, known in years)
    listed = {governorate_code(name) for name in (listing.governorate_ar, listing.governorate_en) if name}
    if not facts.governorate or not listed:
        return agreeing
    if facts.governorate in listed:
        return agreeing + 1
    return agreeing if {facts.governorate, *listed} <= ONE_AROUND_THE_OTHER else None
