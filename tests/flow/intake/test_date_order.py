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


TURNED = ("2013-04-03", "2013-01-12", "2014-11-02")
LEFT = ("22/10/2013", "13/1/2014", "31/12/2012")


@pytest.mark.parametrize(
    ("texts", "open_"),
    [
        # A program of another country made days of what it could, and left the rest as text.
        ((*TURNED, *LEFT), True),
        ((*TURNED, "2013-04-22", *LEFT), False),
        ((*TURNED, *LEFT, "03/04/2013"), False),
        ((*TURNED, *LEFT[:2]), False),
        ((*TURNED[:2], *LEFT), False),
        (TURNED, False),
        # Typed from right to left.
        (("2013/22/10", "2013/04/03"), True),
        (("2013/22/10", "2013/13/3"), False),
        (("2013/10/22", "2013/04/03"), False),
    ],
)
def test_days_that_a_program_may_have_exchanged_are_known_by_the_others(texts: tuple[str, ...], open_: bool):
    told = orders_of(*texts).decided().get("died", "")
    assert ("year_first_open" in told) == open_
    assert read_cell_date("2013-04-03", told)[1] == open_
    assert not read_cell_date("2013-04-22", told)[1]
    assert not read_cell_date("2013-04-04", told)[1]


def test_both_doubts_of_a_column_are_kept_together():
    told = orders_of("2013/22/10", "2013/04/03", "22/10/2013", "03/04/2013").decided()["died"]
    assert told == "day_first year_first_open"
    assert read_cell_date("03/04/2013", told)[1] is False
    assert read_cell_date("2013/04/03", told)[1] is True


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
