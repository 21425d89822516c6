"""Why two profiles were scored as they were: every weight that was added up, with its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.names import Name
from tracker.names.heard import Record

from .engine.kin import (
    BROTHER,
    BROTHER_BY_THE_REST,
    EXCHANGED_FATHER,
    EXCHANGED_SON,
    ITS_FATHER,
    KIN,
    PERHAPS_FATHER,
    may_be_slip,
)
from .engine.laying import joined_weight
from .engine.meeting import OURS, THEIRS
from .engine.ordering import (
    ANY_ORDER,
    OURS_EXCHANGED,
    OURS_SHORTENED,
    OURS_TURNED,
    THEIRS_EXCHANGED,
    THEIRS_SHORTENED,
    THEIRS_TURNED,
    source_of,
    weight_anywhere,
)
from .engine.seeing import Seen, see_again
from .engine.weighing import DIFFERENT, SAME
from .levels import NOTHING, SLOTS
from .profile import Finding, Profile
from .sentences import finding, of_kin
from .side import ROLES, Side, parts_of, row_of
from .telling_facts import fact_told
from .vocabulary import Vocabulary

SPECIFIC = ("father", "grandfather", "family", "given")
"""Where two roles meet, the sentence speaks of the first of these."""
MOTHER_AGREES = 3.0
"""Bits from which the mothers' names, given and family together, are said to agree."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two parts of names that answer to each other, and what that weighs."""

    role: str
    left: str
    right: str
    likeness: float
    weight: float
    places: tuple[set[int], set[int]]
    elsewhere: bool
    """Whether one of them is a given name and the other is not."""
    slip: bool
    """Whether they are given names and one may be a slip for the other."""


LEAST_TOLD = 0.05
"""Bits under which nobody reads that brothers share much, or that there are others: a reader would look for what
it is that they share."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One pair on the bench again, this time to be told."""

    left: Side
    i: int
    right: Side
    j: int
    ours: Profile
    theirs: Profile
    vocabulary: Vocabulary
    scale: Record
    room: Record
    prior: float

    def findings(self) -> tuple[Finding, ...]:
        """Return every finding: names part by part, mothers, then the facts."""
        seen = Seen(
            *see_again(
                self.left.people[self.i], self.right.people[self.j], self.left, self.right,
                self.vocabulary.lexicon(), self.scale, self.room, self.prior,
            )
        )  # fmt: skip
        told = (*self._names(seen), *self._mothers(seen), *self._facts())
        return (*told, *self._brother(seen, sum(one.weight for one in told)))

    def _brother(self, seen: Seen, others: float) -> Iterator[Finding]:
        """Tell what remains: that who shares all this may be the brother."""
        weight, kin = seen.bits - self.prior - others, seen.kin
        if kin in {BROTHER, BROTHER_BY_THE_REST}:
            ours, theirs = self._laid(seen)
            words = "kin brother" if kin == BROTHER else "kin brother by the rest"
            words = of_kin(words, self.ours, self.theirs)
            yield finding("given", weight, words, a=ours.given, b=theirs.given)
        elif abs(weight) >= LEAST_TOLD:
            yield finding("given", weight, "kin not excluded")

    def _names(self, seen: Seen) -> Iterator[Finding]:
        a, b, way, kin = seen.at_ours, seen.at_theirs, seen.way, seen.kin_by_name
        if a < 0:
            return
        ours, theirs = self._laid(seen)
        aligned = sorted(self._aligned(a, b, way), key=lambda pair: ROLES.index(pair.role))
        by_kunya = not ours.parts()
        yield from (_told(pair, by_kunya=by_kunya) for pair in aligned if pair.role == "given")
        yield from _loose(seen.names - sum(pair.weight for pair in aligned), way, aligned, ours, theirs)
        if kin >= ITS_FATHER:
            yield self._kin(kin, ours, theirs)
        yield from (_told(pair) for pair in aligned if pair.role != "given")

    def _laid(self, seen: Seen) -> tuple[Name, Name]:
        """Return the two names that agree best."""
        first, other_first = self.left.people[self.i]["names"][0], self.right.people[self.j]["names"][0]
        return (
            _named(self.ours)[seen.at_ours - first],
            _named(self.theirs)[seen.at_theirs - other_first],
        )

    def _kin(self, kin: int, ours: Name, theirs: Name) -> Finding:
        words = "exchanged" if kin in {EXCHANGED_FATHER, EXCHANGED_SON} else KIN[kin]
        toll = self.scale["kin_perhaps" if kin >= PERHAPS_FATHER else "kin"]
        words = of_kin(f"kin {words}", self.ours, self.theirs)
        return finding("given", -float(toll), words, a=ours.given, b=theirs.given)

    def _aligned(self, a: int, b: int, way: int) -> list[Aligned]:
        """Read the pairs of the two names that agree best off the bench."""
        room, names = self.room, (self.left.names[a], self.right.names[b])
        sources = _sources(way, *names)
        pairs = room["laid"][: room["laid_count"]][::-1].tolist()
        return [self._pair(*pair, anywhere=way == ANY_ORDER, sources=sources) for pair in pairs]

    def _pair(
        self, i: int, ours: int, j: int, theirs: int, *, anywhere: bool, sources: Sequence[Sequence[int]]
    ) -> Aligned:
        room, texts = self.room, self.vocabulary.texts
        parts, named = room["parts"], {ROLES[room["roles"][OURS, i]], ROLES[room["roles"][THEIRS, j]]}
        role = min(named, key=SPECIFIC.index)
        likeness, weight = float(room["alike"][i, j]), room["weights"][i, j]
        if ours + theirs > 2:
            side = OURS if ours == 2 else THEIRS
            likeness = float(room["joined"][side][(i, j) if side == OURS else (j, i)])
            weight = joined_weight(side, i, j, self.scale, room)
        elif anywhere:
            weight = weight_anywhere(i, j, self.scale, room)
        left, right = (
            " ".join(texts[part] for part in parts[side, first : first + count].tolist())
            for side, first, count in ((OURS, i, ours), (THEIRS, j, theirs))
        )
        places = (
            {sources[side][place] for place in range(first, first + count)}
            for side, first, count in ((OURS, i, ours), (THEIRS, j, theirs))
        )
        elsewhere = role != "given" and "given" in named
        slip = role == "given" and likeness < SAME and self._may_be_slip(i, j)
        return Aligned(
            role, left, right, likeness, float(weight), (next(places), next(places)), elsewhere, slip
        )

    def _may_be_slip(self, i: int, j: int) -> bool:
        parts = self.room["parts"]
        return bool(may_be_slip(parts[OURS, i], parts[THEIRS, j], self.vocabulary.lexicon(), self.room))

    def _mothers(self, seen: Seen) -> Iterator[Finding]:
        bits, mine, other = seen.mothers, seen.at_our_mother, seen.at_their_mother
        if mine < 0:
            return
        verdict = "agrees" if bits > MOTHER_AGREES else "resembles" if bits > 0 else "differs"
        ours = [one for one in self.ours.mothers if one.given][mine - self.left.people[self.i]["mothers"][0]]
        theirs = [one for one in self.theirs.mothers if one.given][
            other - self.right.people[self.j]["mothers"][0]
        ]
        yield finding("mother", bits, f"mother {verdict}", a=ours.written, b=theirs.written)

    def _facts(self) -> Iterator[Finding]:
        for slot in range(SLOTS):
            code, bits = int(self.room["codes"][slot]), float(self.room["slot_bits"][slot])
            if code != NOTHING:
                yield fact_told(slot, code, bits, self.ours, self.theirs)


OURS_MOVED = {OURS_TURNED, OURS_EXCHANGED, OURS_SHORTENED}
THEIRS_MOVED = {THEIRS_TURNED, THEIRS_EXCHANGED, THEIRS_SHORTENED}


def _sources(way: int, ours: Record, theirs: Record) -> Sequence[Sequence[int]]:
    """Return for both names which part stands in each place of the bench."""
    moved = {OURS: way in OURS_MOVED, THEIRS: way in THEIRS_MOVED}
    return [
        [source_of(way, name, place) if moved[side] else place for place in range(name["count"])]
        for side, name in ((OURS, ours), (THEIRS, theirs))
    ]


def _loose(bits: float, way: int, aligned: Sequence[Aligned], ours: Name, theirs: Name) -> Iterator[Finding]:
    """Tell what the names weigh beside their pairs: parts left out, and another order."""
    if lacking := _lacking(ours, [pair.places[0] for pair in aligned]) or _lacking(
        theirs, [pair.places[1] for pair in aligned]
    ):
        yield finding("given", bits, "given lacking", a=lacking)
    elif way in {OURS_EXCHANGED, THEIRS_EXCHANGED}:
        yield finding("given", bits, "given exchanged", a=ours.given, b=theirs.given)
    elif abs(bits) > 1e-9:
        yield finding("given", bits, "parts lacking")


def _named(profile: Profile) -> list[Name]:
    return [name for name in profile.full_names() if row_of(parts_of(name)).units]


def _told(pair: Aligned, *, by_kunya: bool = False) -> Finding:
    verdict = "agrees" if pair.likeness >= SAME else "resembles" if pair.likeness >= DIFFERENT else "differs"
    if pair.slip and not by_kunya:
        verdict = "slip"
    subject = "part elsewhere" if pair.elsewhere else "kunya" if by_kunya else pair.role
    return finding(pair.role, pair.weight, f"{subject} {verdict}", a=pair.left, b=pair.right)


def _lacking(name: Name, taken: Sequence[set[int]]) -> str:
    """Return the given name that the other name lacks."""
    row = row_of(parts_of(name))
    paired = {place for places in taken for place in places}
    spare = (unit for n, unit in enumerate(row.units) if n not in paired and ROLES[row.roles[n]] == "given")
    return next(spare, "")
