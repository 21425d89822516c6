"""The lines of tables/people.txt."""

from tools.demo.tables import cells_of, lines_of

COLUMNS = (
    "key", "name", "mother", "sex", "birth", "born_in", "disappeared", "where", "family", "kin", "extras",
)  # fmt: skip


def people() -> list[dict[str, str]]:
    """Return everyone who is invented, as a list of what the table says of them."""
    return [dict(zip(COLUMNS, cells_of(line), strict=True)) for line in lines_of("people")]
