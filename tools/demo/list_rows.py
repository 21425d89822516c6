"""The rows of the demonstration list that were written by hand (tables/list.txt), each with its remark.

The table in tools/make_demo_fixtures.py says which row is about whom; the list itself does not. The row "as
reported" is what the report says of Ali Mohsen al-Baridi's entry, in Arabic: no number and nothing else.
"""

from tools.demo.tables import cells_of, lines_of

INVENTED = "بيانات مخترعة للعرض"
REPORTED = (
    "ليس مخترعًا: يعيد ما ذكرته رويترز عن جدول بوفيات سجناء صيدنايا اطّلعت عليه، والصياغة العربية لمشروع أثر"
)


def rows_by_hand() -> dict[str, list[tuple[str, ...]]]:
    """Return the rows under each heading: matches, near misses, refused, as reported."""
    found: dict[str, list[tuple[str, ...]]] = {}
    heading = ""
    for line in lines_of("list"):
        if line.startswith("["):
            heading = line.strip("[]")
            found[heading] = []
        else:
            remark = REPORTED if heading == "as reported" else INVENTED
            found[heading].append((*cells_of(line), remark))
    return found
