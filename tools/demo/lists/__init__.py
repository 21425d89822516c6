"""Lists of every kind that arrives, all invented; tests/flow/intake/test_demo_lists.py reads them to records."""

from collections.abc import Callable

from tools.demo.lists import arabic_texts, arabic_workbooks, hijri_workbook, latin_lists, two_sheets

LISTS: dict[str, Callable[[], bytes]] = {
    "prison_register_demo.xlsx": arabic_workbooks.prison_register,
    "hospital_bodies_demo.csv": arabic_texts.hospital_bodies,
    "military_police_demo.csv": arabic_texts.military_police,
    "branch_transfers_demo.tsv": arabic_texts.branch_transfers,
    "two_sheets_demo.xlsx": two_sheets.two_sheets,
    "old_register_demo.xls": arabic_workbooks.old_register,
    "rights_group_demo.ods": latin_lists.rights_group,
    "disparus_demo.csv": latin_lists.french_list,
    "hijri_dates_demo.xlsx": hijri_workbook.hijri_dates,
}
"""File name → what makes its bytes."""
