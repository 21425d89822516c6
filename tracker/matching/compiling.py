"""What searching and linking call, compiled at once where an image or a demonstration is made."""

from __future__ import annotations

from tracker.names import KnownParts, read_name

from .frequencies import Frequencies
from .gallery import gallery_of
from .profile import Profile
from .score import engine_for
from .side import side_of


def compile_everything() -> None:
    """Compare two names in every way there is; each function is compiled by its first call, and kept."""
    two = [Profile(names=(read_name(name),)) for name in ("سامر خالد الحلو", "Samer Khaled al-Hilou")]
    engine = engine_for(Frequencies())
    block = engine.score(two[0], two, 0.0)
    for place, _ in block.nearest(len(two)):
        block.findings(place)
        block.family_bits(place)
    block.beside_itself()
    gallery_of(two, engine).likely(side_of(two, engine.vocabulary), 0.0)
    KnownParts([("smr", "samer")]).may_be(["smr"], "samer")
