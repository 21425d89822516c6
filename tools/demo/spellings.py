"""How the invented families write their names in Latin letters: in the English habit or the French."""

from tools.demo.tables import lines_of


def spellings() -> dict[str, tuple[str, str]]:
    """Return each Arabic name (words of a compound joined by a blank) with its two Latin spellings."""
    found: dict[str, tuple[str, str]] = {}
    for line in lines_of("spellings"):
        arabic, english, french = line.split()
        found[arabic.replace("_", " ")] = (english.replace("-al-", " al-"), french)
    return found


KNOWN = spellings()


def latin(arabic: str, habit: int) -> str:
    """Return a name as a family writes it: habit 0 is the English one, 1 the French.

    >>> latin("نور الدين", 1), latin("شاهين", 0)
    ('Nour-Eddine', 'Shahin')
    """
    return KNOWN[arabic][habit]
