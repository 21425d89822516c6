"""The quick ways in which most rows are read give what the slow ones give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.names.test_plain import PARTS as PARTS_OF_NAMES
from tracker.flow.intake import records
from tracker.flow.intake.records import RowReader
from tracker.flow.linking.places import Gazetteer
from tracker.models import SheetLayout

FIELDS = ["given", "father", "grandfather", "family", "birth", "notes"]
CELLS = st.sampled_from(
    ["", " ", "سامر", "3/4/1980", "١٩٨٠", "31/2/1990", "Ali", "\u200fسامر", "سامر  ", "غير معروف"]
)


@given(PARTS_OF_NAMES)
def test_a_name_in_columns_of_its_own_is_read_as_every_name_is(told: dict[str, str]):
    told = {part: told[part] for part in records.PARTS if part in told}
    quick: dict[str, object] = {}
    slow: dict[str, object] = {}
    if records._take_plain_name(quick, told):
        assert list(records._take_name(slow, told)) == []
        assert quick == slow


@pytest.mark.parametrize("part", ["سامر " * 24, f"{'سامر ' * 20}خالد"])
def test_a_part_too_long_for_a_name_is_refused_however_plain(part: str):
    reader = RowReader([SheetLayout("s", 1, ["a"], ["given"])], Gazetteer())
    assert reader.read("s", [part.strip()]).refusals


@given(st.lists(st.tuples(*[CELLS] * len(FIELDS)), max_size=8))
def test_what_was_read_before_changes_nothing_in_how_a_row_is_read(rows: list[tuple[str, ...]]):
    layout = SheetLayout("s", 1, FIELDS, FIELDS, date_orders={"birth": "day_first"})
    reader = RowReader([layout], Gazetteer())
    told = [reader.read("s", row) for row in rows]
    for row, read in reversed(list(zip(rows, told, strict=True))):
        records._date.cache_clear()
        assert RowReader([layout], Gazetteer()).read("s", row) == read


def test_caches_of_cells_are_bounded():
    cached = (records._date, records._place_and_date, records._place_and_number)
    assert all(cache.cache_info().maxsize for cache in cached)
