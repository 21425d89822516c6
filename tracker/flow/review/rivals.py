"""The people whom one record may be about share its odds, and get them back when one of them is ruled out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from tracker.matching import probability_of
from tracker.matching.rivals import ASPECT, bits_against, rivals_told
from tracker.models import LINKS_THAT_HOLD, Link, LinkStatus


def share_odds(links: Iterable[Link]) -> None:
    """Weigh the proposed among all links of some records by the others; nothing is stored.

    What people decided keeps the weight that they decided by; who was ruled out takes no odds from the others.
    """
    of_record: defaultdict[int, list[Link]] = defaultdict(list)
    for link in links:
        if link.status in LINKS_THAT_HOLD:
            of_record[link.record_id].append(link)
    for rivals in of_record.values():
        _share(rivals)


def _share(rivals: Sequence[Link]) -> None:
    own = list(map(_own_bits, rivals))
    for link, bits, against in zip(rivals, own, bits_against(own), strict=True):
        if link.status != LinkStatus.PROPOSED:
            continue
        link.bits = bits + against
        link.probability = probability_of(link.bits)
        link.findings = [told for told in link.findings if told["aspect"] != ASPECT]
        if against:
            link.findings.append(rivals_told(against, len(rivals) - 1).to_json())


def _own_bits(link: Link) -> float:
    """Return the weight of a link as if the record could be about nobody else."""
    return link.bits - sum(float(told["weight"]) for told in link.findings if told["aspect"] == ASPECT)


def share_again(record_id: int) -> None:
    """Let the others have the odds of one who was ruled out; the links of the record are locked already."""
    links = list(Link.objects.filter(record=record_id).order_by("pk"))
    with written_where_changed(links):
        share_odds(links)


@contextmanager
def written_where_changed(links: Sequence[Link]) -> Iterator[None]:
    """Store those of some links whose likeness is another in the end: no others get a new version."""
    before = list(map(weighed, links))
    yield
    for link, was in zip(links, before, strict=True):
        if weighed(link) != was:
            link.save()


def weighed(link: Link) -> tuple[float, str, Any]:
    """Return what a link says of its likeness.

    Bits that were taken off and added again are not the same to the last digit.
    """
    return round(link.bits, 6), link.rules_version, link.findings
