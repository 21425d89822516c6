"""Which rows say the same, and which are about the same person or body."""

import pytest

from tracker.flow.intake.same_rows import says_key, whom_key

SAMER = {"given": "سامر", "father": "خالد", "family": "الحلو"}
SAYS_SAMER, WHOM_SAMER = -1957579544229958109, 4886825096212060782
PRISONER = {"prisoner_number": "204/ب", "facility": "سجن مخترع"}


@pytest.mark.parametrize(("one", "other"), [
    ({"name": "سامر", "row_number": "1"}, {"name": "سامر", "row_number": "2"}),
    ({"name": "Samer"}, {"name": "SAMER"}),
    ({"died": "٢٢/١٠/٢٠١٩"}, {"died": "22/10/2019"}),
    ({"name": "سامر", "mother": "هدى"}, {"mother": "هدى", "name": "سامر"}),
])  # fmt: skip
def test_rows_that_say_the_same(one: dict[str, str], other: dict[str, str]):
    assert says_key(one) == says_key(other)


@pytest.mark.parametrize(("one", "other"), [
    ({"name": "سامر"}, {"name": "سامر", "died": "2019"}),
    ({"name": "سامر"}, {"mother": "سامر"}),
    ({"given": "سامر", "father": "خالد"}, {"given": "سامر خالد", "father": ""}),
    ({"notes": "نُقل"}, {"notes": "لم يُنقل"}),
])  # fmt: skip
def test_rows_that_do_not_say_the_same(one: dict[str, str], other: dict[str, str]):
    assert says_key(one) != says_key(other)


@pytest.mark.parametrize(("one", "other"), [
    ({"national_number": "0102-0304"}, {"national_number": "٠١٠٢٠٣٠٤", "given": "another"}),
    (PRISONER, PRISONER | {"prisoner_number": "٢٠٤ ب", "facility": "السجن المخترع"} | {"facility": "سجن  مخترع"}),
    ({"body_number": "17", "source": "1"}, {"body_number": "17", "source": "1", **SAMER}),
    (SAMER | {"mother": "هدى"}, SAMER | {"mother": "هُدى", "source": "2"}),
    (SAMER | {"mother": "هدى", "birth": "1984"}, SAMER | {"mother": "هدى", "birth": "1985"}),
    (SAMER | {"birth": "1984"}, {"given": "سامر", "father": "خالد", "family": "الحلو", "birth": "1984"}),
])  # fmt: skip
def test_rows_about_one_person_or_body(one: dict[str, str], other: dict[str, str]):
    assert whom_key(one) == whom_key(other) is not None


@pytest.mark.parametrize(("one", "other"), [
    (PRISONER, PRISONER | {"facility": "سجن آخر"}),
    ({"body_number": "17", "source": "1"}, {"body_number": "17", "source": "2"}),
    ({"body_number": "17", "source": "1"}, {"prisoner_number": "17", "source": "1"}),
    (SAMER | {"mother": "هدى"}, SAMER | {"mother": "سلمى"}),
    (SAMER | {"birth": "1984"}, SAMER | {"birth": "1985"}),
])  # fmt: skip
def test_rows_about_two(one: dict[str, str], other: dict[str, str]):
    assert whom_key(one) != whom_key(other)


@pytest.mark.parametrize("fields", [
    {}, SAMER, {"given": "سامر", "mother": "هدى"}, {"mother": "هدى", "birth": "1984"}, {"body_number": "17"},
    {"prisoner_number": "—", "source": "1"},
])  # fmt: skip
def test_where_nothing_tells_whom_a_row_is_about_it_is_like_no_other(fields: dict[str, str]):
    assert whom_key(fields) is None


def test_keys_fit_the_column_that_keeps_them():
    for number in range(500):
        for key in (says_key({"name": str(number)}), whom_key({"national_number": str(number)})):
            assert key is not None
            assert -(2**63) <= key < 2**63


def test_what_a_row_says_keeps_its_number_from_version_to_version():
    # Rows of lists stored long ago are told apart by these very numbers.
    assert says_key(SAMER | {"row_number": "7", "died": "٢٠١٩"}) == says_key({"died": "2019"} | SAMER)
    assert says_key(SAMER) == SAYS_SAMER
    assert whom_key(SAMER | {"mother": "هدى"}) == WHOM_SAMER
