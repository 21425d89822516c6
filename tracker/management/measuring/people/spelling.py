"""A sound becomes Latin letters, in one of the spellings that a hand of that country might choose."""

from __future__ import annotations

from functools import lru_cache
from zlib import crc32

from .habits import Habit
from .luck import Dice
from .sounds import SUN_LETTERS, VOWELS

SPELLINGS = 12
"""Spellings made of one name in one hand; more would hardly differ, and a million rows share them."""


def latin(sound: str, habit: Habit, dice: Dice) -> str:
    """Return one spelling of a sound by chance."""
    return dice.of(_spellings(sound, habit))


@lru_cache(maxsize=131072)
def _spellings(sound: str, habit: Habit) -> tuple[str, ...]:
    # Dice of its own: which spellings a name has must not depend on which name was met first.
    dice = Dice(crc32(f"{habit.language}:{sound}".encode()))
    return tuple(_spelled(sound, habit, dice) for _ in range(SPELLINGS))


def _spelled(sound: str, habit: Habit, dice: Dice) -> str:
    """Spell one word after the other; an article and God's name join in ways of their own.

    >>> from .habits import HABITS
    >>> {"Ali", "Aly", "Alee"} <= {_spelled("3alI", HABITS[0], Dice(seed)) for seed in range(40)}
    True
    """
    written = ""
    for word in sound.split(" "):
        if word == "allAh":
            written += dice.of(habit.god)
        elif word.startswith("al-"):
            written += _with_article(word[3:], habit, dice, within=bool(written))
        else:
            written += (" " if written else "") + _capital(_letters(word, habit, dice))
    return written[:1].upper() + written[1:]


def _with_article(noun: str, habit: Habit, dice: Dice, *, within: bool) -> str:
    joint = dice.of(habit.joints if within else habit.articles)
    letters = _letters(noun, habit, dice)
    if "+" in joint:
        joint = joint.replace("+", letters[:1] if noun[0] in SUN_LETTERS else "l")
    glued = within and joint[-1:].isalpha()
    return joint + (letters if glued else _capital(letters))


def _letters(word: str, habit: Habit, dice: Dice) -> str:
    written: list[str] = []
    last = len(word) - 1
    chosen = ""
    for place, sound in enumerate(word):
        if place and sound == word[place - 1] and sound not in VOWELS:
            # A doubled sound is often written once, and a spelling of two letters hardly ever twice.
            written.append(chosen if len(chosen) == 1 and dice.random() < 0.7 else "")
            continue
        opens, closes = not any(written), place == last
        chosen = dice.of(_choices(sound, habit.spellings, opens=opens, closes=closes))
        written.append(chosen)
    return "".join(written) or word


def _choices(
    sound: str, spellings: dict[str, tuple[str, ...]], *, opens: bool, closes: bool
) -> tuple[str, ...]:
    if opens and (opening := spellings.get("<" + sound)):
        return opening
    if closes and (closing := spellings.get(sound + ">")):
        return closing
    return spellings[sound]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
