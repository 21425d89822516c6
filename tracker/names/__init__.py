"""How a name is read, heard and compared, in Arabic and in Latin letters. Knows nothing of Django."""

from .keys import (
    KEY_RULES,
    all_keys,
    glued,
    index_keys,
    keyed_parts,
    keyed_units,
    name_keys,
    pair_key,
    part_keys,
    whole_key,
)
from .known_parts import KnownParts
from .meant import also_meant
from .normalise import clean_text, fold, has_hidden_marks
from .plain import are_plain
from .reading import Name, read_name, units_of
from .run_together import lines_apart
from .script import Script, script_of
from .similarity import likeness_of_heard, likeness_table, similarity
from .undotted import undotted

__all__ = [
    "KEY_RULES",
    "KnownParts",
    "Name",
    "Script",
    "all_keys",
    "also_meant",
    "are_plain",
    "clean_text",
    "fold",
    "glued",
    "has_hidden_marks",
    "index_keys",
    "keyed_parts",
    "keyed_units",
    "likeness_of_heard",
    "likeness_table",
    "lines_apart",
    "name_keys",
    "pair_key",
    "part_keys",
    "read_name",
    "script_of",
    "similarity",
    "undotted",
    "units_of",
    "whole_key",
]
