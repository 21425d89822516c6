"""Find missing people by a name in any spelling, in either script."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from math import log2
from uuid import UUID

from tracker.dates import read_date
from tracker.flow.linking.house import NOW, House, Told
from tracker.flow.linking.kept import read_profile
from tracker.flow.linking.keys import key_who_changed
from tracker.flow.linking.laid import PEOPLE, LaidOut
from tracker.flow.linking.lookup import Lookup, found_by_keys, lookup
from tracker.flow.linking.slips import HARD, USUAL, Slips, names_apart
from tracker.matching import SHOW_FROM, Finding, Match, Profile
from tracker.models import NameKind, Person, Place
from tracker.names import also_meant, clean_text, read_name

SURE_FROM = 0.7
"""Share of the bits that a name has beside itself from which on an answer is taken for the one that was meant.

Of 540 real and damaged spellings among 65,000 names, one lost its place among the first ten, and three in four
real ones needed no second look.
"""
NEAREST, NEAR_ENOUGH = 10, -10.0
"""Where nobody answers so well, so many who come nearest are listed although a little speaks against them, down
to so many bits: people see what a damaged name was meant for.

Of 1,566 damaged names among 65,000, R@1/R@10 are 0.857/0.909 without, 0.888/0.953 down to -6 bits, and
0.891/0.960 whatever they say.
"""
AS_WRITTEN, RESEMBLING = 0.7, 0.85
"""Share of the letters asked for that lets one of the nearest be listed whatever speaks against them; and with
which the first is taken for somebody who resembles what was asked for: it need not be thought of harder.

Of 300 spellings of 65,000 names seven are thought of harder. Of 1,566 damaged names it finds as many among the
first ten as with 0.9, and three more than with 0.75.
"""
SHORT = 9
"""Letters of a name up to which slips are thought of wherever nobody is written so: with one slip it soon sounds
like somebody else's.

Of 300 names of two or three parts that are so short, among 65,000 (R@1/R@10): turned round 0.977/0.997 are found
without and 0.987/0.997 with it, with one slip 0.950/0.973 and 0.957/0.980, without blanks 0.990/0.990 and
0.997/0.997. With 12 letters no more, and a real spelling in a thousand less.
"""
FOUND = "FROM tracker_personkeys keys WHERE {condition}"
IN_THE_SAME_BREATH = "SELECT house.*, found.* FROM ({house}) AS house, ({found}) AS found"
"""A search is short, and each way to the server and back takes a part of it."""
NAMES, NAMES_AND_FACTS = (
    IN_THE_SAME_BREATH.format(house=NOW, found=PEOPLE.together(FOUND, facts=facts)) for facts in (False, True)
)


class FoundPerson:
    """A missing person whom a search may mean; who they are and why is read when it is first asked for."""

    def __init__(self, answers: Answers, person_id: UUID, match: Match, *, may_be_meant: bool) -> None:
        self._answers = answers
        self.person_id = person_id
        self._match = match
        self.score = match.probability
        self.may_be_meant = may_be_meant
        """Whether enough speaks for them, or for somebody behind them; else they only come nearest."""

    @property
    def person(self) -> Person:
        """Return the case, read together with those of the other answers."""
        return self._answers.people[self.person_id]

    @property
    def names(self) -> list[str]:
        """Return the names they are known by. Two sources may write one name alike: it is read once."""
        names = [name for name in self.person.names.all() if name.stands and name.kind != NameKind.MOTHER]
        return list(dict.fromkeys(name.written for name in names))

    @property
    def reasons(self) -> list[Finding]:
        """Return every reason for and against; none of whoever is being changed at this very moment."""
        known = self.person_id in self._answers.profiles
        return list(self._match.findings) if known else []


class Compared:
    """Those who were looked up, compared with what is searched for; it may be written with slips of the pen."""

    def __init__(self, wanted: Profile, house: House, limit: int, slips: Slips | None = None) -> None:
        self.limit = limit
        self.is_short = sum(map(str.isalpha, wanted.names[0].written)) <= SHORT
        frequencies = house.engine.frequencies
        apart = names_apart(wanted.names[0], slips.known, frequencies) if slips is not None else ()
        asked = lookup(wanted.full_names(), (), frequencies, house.held, slips, apart)
        wanted = replace(wanted, names=(*wanted.names, *apart))
        self.may_be_damaged = slips is not None
        self.left_out = asked.left_out
        self.prior = prior_of_a_search(house.held)
        self.laid, self.told = candidates(asked, wanted, house)
        self.block = house.engine.score_side(wanted, self.laid.side, self._profile, self.prior)
        self.shown: list[UUID] = []

    @cached_property
    def profiles(self) -> dict[UUID, str]:
        """Return the profiles of those who are shown: reasons are told from them."""
        return PEOPLE.profiles(self.shown)

    def _profile(self, place: int) -> Profile:
        return read_profile(self.profiles[self.laid.owners[place]], self.laid.places)

    @cached_property
    def is_sure(self) -> bool:
        """Whether somebody is found who answers so well that slips of the pen need not be thought of."""
        if not len(self.laid):
            return False
        himself = self.block.beside_itself() - self.prior
        return bool(self.block.bits.max() - self.prior >= SURE_FROM * himself)

    @cached_property
    def near(self) -> list[tuple[int, float]]:
        """The places of those who come nearest, the first first, each with the share of letters they have."""
        if self.may_be_damaged:
            return self.block.nearest(self.limit)
        return [(place, 0.0) for place in self.block.best(self.limit)]

    @property
    def is_enough(self) -> bool:
        """Whether somebody is found who may well be meant, so that it need not be thought of harder."""
        if self.may_be_damaged:
            return self.is_sure or (bool(self.near) and self.near[0][1] >= RESEMBLING)
        return self.is_sure and (not self.is_short or self.block.is_written_so(self.near[0][0]))

    def speaks_for(self, match: Match) -> bool:
        """Say whether enough speaks for somebody to be listed whoever else is."""
        return match.bits - self.prior >= SHOW_FROM

    def best(self) -> list[tuple[UUID, Match]]:
        """Return those worth showing, the likeliest first."""
        nearest = 0 if self.is_sure else NEAREST
        shown = [
            (self.laid.owners[place], match)
            for rank, (place, letters) in enumerate(self.near)
            if self.speaks_for(match := self.block.match(place))
            or (rank < nearest and (match.bits - self.prior >= NEAR_ENOUGH or letters >= AS_WRITTEN))
        ]
        self.shown = [one for one, _ in shown]
        return shown


class Answers:
    """What a search found: the best first, how many were compared, and whether thousands were left out."""

    def __init__(self, compared: Compared) -> None:
        self._all = compared
        self.compared = len(compared.laid)
        self.left_out = compared.left_out
        best = compared.best()
        meant = max(
            (place for place, (_, match) in enumerate(best) if compared.speaks_for(match)), default=-1
        )
        self.found = [
            FoundPerson(self, one, match, may_be_meant=place <= meant)
            for place, (one, match) in enumerate(best)
        ]

    @property
    def profiles(self) -> dict[UUID, str]:
        """Return the profiles of all that were found, read at once when the first reason is asked for."""
        return self._all.profiles

    @cached_property
    def people(self) -> dict[UUID, Person]:
        """Return the cases of all that were found, read at once."""
        ids = [one.person_id for one in self.found]
        cases = Person.objects.filter(pk__in=ids).prefetch_related("names", "identifiers")
        return {person.pk: person for person in cases.select_related("source", "disappearance_place")}


def search_profile(name: str, *, father: str = "", mother: str = "", born: str = "") -> Profile:
    """Return what is searched for as a profile; raise UnreadableDate for a birth that is no date."""
    read = read_name(clean_text(name))
    if father:
        read = replace(read, father=clean_text(father))
    return Profile(
        names=(read, *also_meant(read)),
        mothers=(read_name(clean_text(mother)),) if mother else (),
        birth=read_date(born) if born else None,
    )


def search_people(
    name: str, *, father: str = "", mother: str = "", born: str = "", limit: int = 20
) -> list[FoundPerson]:
    """Return the missing people whom this name may mean, best first, each with the reasons."""
    return answers(name, father=father, mother=mother, born=born, limit=limit).found


def answers(
    name: str, *, father: str = "", mother: str = "", born: str = "", governorate: Place | None = None,
    limit: int = 20,
) -> Answers:  # fmt: skip
    """Return the same with how many were compared, and whether many were left out.

    The governorate is the one in which they disappeared.
    """
    wanted = search_profile(name, father=father, mother=mother, born=born)

    def compare(house: House, slips: Slips | None = None) -> Compared:
        taken_in = house.places.path(governorate.pk) if governorate else ()
        return Compared(replace(wanted, disappeared_place=taken_in), house, limit, slips)

    house = House.last()
    compared = compare(house)
    now = house if compared.told == house.told else House.as_told(compared.told)
    if now.told.unkeyed and key_who_changed():
        now = House.now()
    if now is not house:  # it changed since this process asked last
        compared = compare(now)
    for effort in (USUAL, HARD):
        if compared.is_enough:
            break
        compared = compare(now, Slips(now.known(of_people=True), effort))
    return Answers(compared)


def knows_facts(wanted: Profile) -> bool:
    """Say whether more than names is asked for."""
    return bool(wanted.mothers or wanted.birth or wanted.disappeared_place)


def candidates(asked: Lookup, wanted: Profile, house: House) -> tuple[LaidOut[UUID], Told]:
    """Return the standing people who share what is looked up, always in one order, and what the house is now.

    Who asks for a name and nothing else compares nothing else.
    """
    question = NAMES_AND_FACTS if knows_facts(wanted) else NAMES
    (row,) = found_by_keys(question, asked)
    told = Told(*row[: len(house.told)])
    return LaidOut(PEOPLE, row[len(told) :], house.places), told


def prior_of_a_search(held: int) -> float:
    """Return the log2 odds, before any evidence, that one missing person is the one searched for.

    As likely as not they are among the missing people here, and then they are any one of them.
    """
    return -log2(2 * max(held, 1))
