"""What searching and linking call, compiled at once where an image or a demonstration is made."""

from __future__ import annotations

from tracker.names import KnownParts, likeness_table, read_name

from .frequencies import Frequencies
from .gallery import gallery_of
from .profile import Profile
from .score import engine_for, score_many
from .side import side_of


def compile_everything() -> None:
    """Compare two names in every way there is; each function is compiled by its first call, and kept."""
    two = [Profile(names=(read_name(name),)) for name in ("سامر خالد الحلو", "Samer Khaled al-Hilou")]
    frequencies = Frequencies()
    engine = engine_for(frequencies)
    for match in score_many(two[0], two, frequencies):
        _ = match.findings
    block = engine.score(two[0], two, 0.0)
    block.beside_itself()
    block.family_bits(1)
    gallery_of(two, engine).likely(side_of(two, engine.vocabulary), 0.0)
    KnownParts([("smr", "samer")]).may_be(["smr"], "samer")
    likeness_table(["سامر"], ["Samer"])
