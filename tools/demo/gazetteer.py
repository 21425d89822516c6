"""Syria as lists write it: governorates, towns, and the prisons, branches and hospitals known by name."""

from tools.demo.rows import Row, place, place_alias
from tools.demo.tables import cells_of, lines_of

SOURCE = "athar-gazetteer"


def gazetteer() -> list[Row]:
    """Return every place of general knowledge, each followed by its other spellings."""
    rows: list[Row] = []
    for line in lines_of("places"):
        slug, kind, arabic, english, parent, others = cells_of(line)
        rows.append(place(slug, kind, arabic, english, parent=parent, by=SOURCE))
        rows += [place_alias(slug, other.strip()) for other in others.split(",") if other.strip()]
    return rows
