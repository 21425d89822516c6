"""What else a name may mean that was typed as it stood on a form."""

from __future__ import annotations

from dataclasses import replace

from .hearing import words_of
from .normalise import fold
from .reading import Name, is_title, read_name
from .wordlists import word_set

# Forms that ask for first and last name cut عبد العزيز in two, and lists that turn them round put the end first.
NEVER_LAST = word_set("abdal abdel abdil abdol abdoul abdul abdur abou aboul abu abul")


def also_meant(name: Name) -> list[Name]:
    """Return the other ways to read a name, from none to two.

    >>> [(other.given, other.family) for other in also_meant(read_name("Sayyed Haqqani"))]
    [('', 'Haqqani')]
    >>> [(other.given, other.father) for other in also_meant(read_name("Aziz Mohammad Abdul"))]
    [('Abdul Aziz', '')]
    >>> also_meant(read_name("Ahmad Haqqani"))
    []
    """
    return [other for other in (_with_a_title_alone(name), _turned_back(name)) if other]


def _with_a_title_alone(name: Name) -> Name | None:
    """Return a name of two parts as a title and a surname, where the first may be one."""
    known = [role for role, _ in name.parts()]
    if known == ["given", "family"] and is_title(name.given, 2, behind_rank=False):
        return replace(name, given="")
    return None


def _turned_back(name: Name) -> Name | None:
    """Return a name with its last word first, where no name ends with this one: "Aziz Abdul"."""
    *before, (_, last) = words_of(name.written) or [("", "")]
    if not before or fold(last) not in NEVER_LAST:
        return None
    return read_name(f"{last} {''.join(joint + word for joint, word in before)}")
