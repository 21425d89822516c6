"""Make fixtures/*.json and the demonstration lists; run after any change in tools/demo/.

    python -m tools.make_demo_fixtures           write them
    python -m tools.make_demo_fixtures --check   only say whether they are what would be written

What is drawn by chance is drawn from fixed seeds: the same files every time. The lists of tools/demo/lists are
about nobody. That of the dead of Sednaya does not say which of its rows is about whom; this table does
(tests/fixtures/test_list.py holds it against the files):

    row says                    is about           what makes it hard
    سامر نبيل الحلاق            samer-hallaq       nothing: everything agrees; his brother Rami is missing too
    عبدالرحمن خالد المصرى       abdulrahman-masri  written in one word, ى, ه; the day of arrest
    نورالدين مصطفى حموي         nureddin-hamwi     one word, no article; birth "about 1978"
    ياسر محمد عبد الرزاق الزعبي  yasser-zoubi       a fourth name; his brother Ammar is missing too
    خالد محمود شاهين            khaled-shahin      the family gave only a Latin spelling, no mother
    جورج الياس خوري             georges-khoury     only a Latin spelling; the year of birth alone
    طارق صالح قصاب              tarek-qassab       year of birth off by one, no article
    أيمن ابرهيم درويش           ayman-darwish      father misspelled
    حمزه سليمان الرفاعى         hamza-rifai        a mark that cannot be seen (U+200F), ه, ى
    شيار حسن عثمان              siyar-osman        a Kurdish name; mother with ك for گ; no prisoner number
    السعدي، رانيا عدنان         rania-saadi        family name first
    بلال النجار                 bilal-najjar       no father's name
    علي محسن البريدي            ali-al-baridi      what the report says, and nothing more

    مهند محمد الزعبي            nobody             brother of yasser-zoubi and ammar-zoubi by both parents
    محمد يوسف العلي             nobody             namesake of three, each of another father
    فادي جميل حداد              nobody             died three years before fadi-haddad disappeared
    فايز وسيم دياب              nobody             wasim-diab's names turned round: a father, or a son
    خليل يوسف المصري            nobody             khalil-masri's three names, born 46 years before him
    حسام عبد اللطيف الخطيب      nobody             husam-khatib's cousin: same town, year and month

    حازم لطفي القباني           refused            died on the 32nd of the 13th month
    مروان صبري الجندي           refused            day of arrest: a note that the ink is gone
    رضوان هشام التركماني        refused            died in 1614
    (no name)                   refused            neither a name nor a number

The other 177 rows are about nobody: no one missing here shares their given and father's name, or their given
and family name.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from tools.demo.gazetteer import gazetteer
from tools.demo.invented import invented_rows
from tools.demo.lists import LISTS
from tools.demo.office import accounts, leads
from tools.demo.prison_list import workbook_bytes
from tools.demo.report import report_rows
from tools.demo.rows import Row
from tools.demo.sources import sources

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
LIST = FIXTURES / "imports" / "sednaya_dead_demo.xlsx"


def as_text(rows: list[Row]) -> str:
    """Return rows as JSON, one row a line, so that a change shows as the lines that changed."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n"


# In the order of loading.
FILES: dict[str, Callable[[], list[Row]]] = {
    "places.json": lambda: [*sources("project"), *gazetteer()],
    "report.json": lambda: [*sources("news", "list", "state", "organisation"), *report_rows()],
    "demo_people.json": invented_rows,
    "demo_accounts.json": accounts,
    "demo_leads.json": leads,
}


def fixture_texts() -> dict[str, str]:
    """Return every JSON fixture by its file name."""
    return {name: as_text(rows()) for name, rows in FILES.items()}


def main(arguments: list[str]) -> int:
    made = {FIXTURES / name: text.encode() for name, text in fixture_texts().items()}
    made[LIST] = workbook_bytes()
    made |= {LIST.with_name(name): content() for name, content in LISTS.items()}
    differing = [path for path, content in made.items() if not path.exists() or path.read_bytes() != content]
    if "--check" not in arguments:
        for path in differing:
            path.write_bytes(made[path])
    for path in differing:
        print(f"{'differs' if '--check' in arguments else 'written'}: {path.name}")
    return 1 if differing and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
