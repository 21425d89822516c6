"""What the invented families tell of how someone disappeared, from tables/stories.toml."""

from random import Random

from tools.demo.tables import prose

STORIES = prose("stories")


def story_of(key: str, sex: str, chance: Random) -> dict[str, str]:
    """Return what is told of this person: their own story, or one that is told of many."""
    own: dict[str, str] | None = STORIES["own"].get(key)
    return own or chance.choice(STORIES["of_women" if sex == "f" else "of_men"])
