"""Day or month first: told by the other dates of the column, or left open and said so."""

import pytest

from tracker.dates import UnreadableDate
from tracker.flow.intake.date_order import DateOrders, read_cell_date


def orders_of(*texts: str) -> DateOrders:
    orders = DateOrders()
    for text in texts:
        orders.note("died", text)
    return orders


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (("03/04/2013", "22/10/2019"), "day_first"),
        (("03/04/2013", "10/22/2019"), "month_first"),
        (("٣/٤/٢٠١٣", "٢٢-١٠-٢٠١٩"), "day_first"),
        (("03.04.2013", "31.1.2014"), "day_first"),
        (("دوما 3/4/1980", "حمص 25/4/1980"), "day_first"),
        (("03/04/2013", "05/06/2013"), None),
        (("03/04/2013", "22/10/2019", "10/22/2019"), None),
        (("2013", "غير معروف", "", "2013-10-22", "22/10"), None),
        (("03/04/2013", "45/99/2013"), None),
    ],
)
def test_the_other_dates_of_a_column_tell_the_order(texts: tuple[str, ...], order: str | None):
    assert orders_of(*texts).order_of("died") == order


def test_each_field_is_judged_by_itself():
    orders = orders_of("22/10/2019")
    orders.note("arrested", "03/04/2013")
    assert (orders.order_of("died"), orders.order_of("arrested")) == ("day_first", None)


def test_a_layout_keeps_an_order_only_where_it_decides_something():
    assert orders_of("22/10/2019").decided() == {}
    assert orders_of("22/10/2019", "03/04/2013").decided() == {"died": "day_first"}
    assert orders_of("03/04/2013").decided() == {}


@pytest.mark.parametrize(
    ("text", "order", "edtf", "ambiguous"),
    [
        ("03/04/2013", "day_first", "2013-04-03", False),
        ("03/04/2013", "month_first", "2013-03-04", False),
        ("03/04/2013", None, "2013-04-03", True),
        ("٠٣/٠٤/٢٠١٣", None, "2013-04-03", True),
        ("04/04/2013", None, "2013-04-04", False),
        ("22/10/2019", "month_first", "2019-10-22", False),
        ("10/22/2019", "day_first", "2019-10-22", False),
        ("2013-04-03", None, "2013-04-03", False),
        ("4/2013", None, "2013-04", False),
    ],
)
def test_a_date_is_read_by_the_order_of_its_column(text: str, order: str | None, edtf: str, ambiguous: bool):
    date, open_order = read_cell_date(text, order)
    assert (date.edtf, open_order) == (edtf, ambiguous)


def test_what_is_no_date_is_refused_as_everywhere():
    with pytest.raises(UnreadableDate):
        read_cell_date("32/13/2014", "day_first")
