"""Every source of the fixtures, from tables/sources.toml."""

from tools.demo.rows import Row, source
from tools.demo.tables import prose


def sources(*kinds: str) -> list[Row]:
    """Return the sources of these kinds, in the order of the table."""
    return [source(slug, **told) for slug, told in prose("sources").items() if told["kind"] in kinds]
