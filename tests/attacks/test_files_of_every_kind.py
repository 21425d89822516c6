"""Ten thousand damaged, lying and hostile files: each is read or refused by name, in time and little memory."""

from __future__ import annotations

import csv
import io
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import make
from tests.attacks.forked_reader import children_are_forked
from tests.attacks.hostile_lists import hostile_lists
from tests.attacks.hostile_sheets import package_with
from tests.attacks.mutants import byte_mutants, old_mutants, part_mutants, sound_lists
from tests.flow.intake import files
from tests.flow.intake.lists import all_that_is_kept
from tests.memory import IS_TOLD, MEBIBYTE, forget_highest, highest, resident
from tracker.flow.intake.layouts import propose_layout, rows_to_take
from tracker.flow.intake.originals import read_original
from tracker.flow.intake.readers import UnreadableFile, read_sheets, reading
from tracker.flow.intake.receive import AlreadyReceived, bring_in
from tracker.flow.intake.whole import NoRows, read_to_the_end, what_stops

FILES = int(os.environ.get("ATHAR_FUZZED_FILES", "10000"))
"""In all; ten thousand take about two minutes of one processor, a hundred times as many an evening."""

SEED = 20121
PREVIEWED = 4
"""One in so many of those that can be read is also read by its beginning, as previews are."""

WRITTEN = 120
"""So many are brought in as a volunteer does, into the database."""

SECONDS_FOR_ONE = 10
MEBIBYTES_FOR_ALL = 64
SECONDS_OF_A_CHILD = 0.5
"""Less than production allows: of ten thousand files some hundred would use up whatever they are given."""

KINDS: dict[str, tuple[Callable[[Random], Iterator[bytes]], float]] = {
    "damaged anywhere": (byte_mutants, 0.45),
    "damaged inside the package": (part_mutants, 0.20),
    "damaged lengths and places": (old_mutants, 0.05),
    "made to hurt": (hostile_lists, 0.05),
}
"""What yields the files of a kind, and its share of all; the rest are tables that hypothesis makes up."""

MADE_UP = 1 - sum(share for _, share in KINDS.values())


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_is_read_or_refused_by_name_in_time_and_in_little_memory(kind: str):
    made, share = KINDS[kind]
    lists = made(Random(SEED))
    for content in sound_lists():  # what every later file is answered with is loaded by now
        answer_to(content)
    with many_at_once() as answered, grows_little():
        for content in islice(lists, max(10, round(FILES * share))):
            answered(content)


def test_the_dice_reach_both_ends():
    """Damage that spoils everything, or nothing, would prove little."""
    for made, _ in KINDS.values():
        with many_at_once() as answered:
            answers = Counter(answered(content) for content in islice(made(Random(SEED)), 60))
        assert answers["read"] >= 5
        assert answers.total() - answers["read"] >= 5


def test_a_workbook_of_many_wide_sheets_is_looked_at_no_longer_than_a_person_waits():
    table = [[f"{row} {column}" for column in range(300)] for row in range(20)]
    content = files.xlsx_bytes([("الاسم", "الأب")], more={f"sheet {number}": table for number in range(12)})
    assert answer_to(content) == "read"
    layout = propose_layout(read_sheets(content, filename="list"))
    assert [part.sheet for part in layout if part.taken] == ["القائمة"]


@pytest.mark.django_db
def test_no_file_leaves_a_part_of_itself(originals_folder: Path):
    by, source, kinds = (
        make.volunteer(),
        make.source(),
        [made(Random(SEED + 1)) for made, _ in KINDS.values()],
    )
    brought = Counter[bool]()
    with many_at_once():
        for lists in islice(cycle(kinds), WRITTEN):
            before = all_that_is_kept(originals_folder)
            try:
                imported = bring_in(next(lists), filename="list", source=source, by=by)
            except (UnreadableFile, AlreadyReceived, NoRows):
                assert all_that_is_kept(originals_folder) == before
                brought[False] += 1
            else:
                imported = read_to_the_end(imported.pk)
                if not isinstance(what_stops(imported), UnreadableFile):
                    taken = rows_to_take(read_original(imported), imported.sheets)
                    assert imported.rows_total == sum(1 for _ in taken)
                brought[True] += 1
    assert min(brought[True], brought[False]) > WRITTEN / 10


TABLES = st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=6), min_size=1, max_size=6)
ENCODINGS = st.sampled_from(
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1256", "iso-8859-6", "utf-7"]
)
BEGINNINGS = st.sampled_from(
    [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)


def as_text(table: list[list[str]], delimiter: str, encoding: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(table)
    return text.getvalue().encode(encoding, "replace")


def as_workbook(table: list[list[str]]) -> bytes:
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    rows = ("".join(cell.format(escape(text)) for text in row) for row in table)
    return package_with("".join(f"<row>{row}</row>" for row in rows))


def as_old_workbook(table: list[list[str]]) -> bytes:
    return files.xls_bytes(
        [[text.encode("utf-16", "replace").decode("utf-16") for text in row] for row in table]
    )


LISTS = st.one_of(
    st.builds(as_text, TABLES, st.sampled_from(",;\t"), ENCODINGS),
    st.builds(as_workbook, TABLES),
    st.builds(as_old_workbook, TABLES),
    st.builds(bytes.__add__, BEGINNINGS, st.binary(max_size=200)),
)


def test_every_table_that_can_be_made_up_is_read_or_refused_by_name():
    with many_at_once() as answered, grows_little():
        examples = settings(
            max_examples=max(10, round(FILES * MADE_UP)), deadline=None, database=None, derandomize=True,
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip

        @examples
        @given(LISTS)
        def every_one_is_answered(content: bytes) -> None:
            answered(content)

        every_one_is_answered()


@contextmanager
def many_at_once() -> Iterator[Callable[[bytes], str]]:
    """Answer with forked children; at the end, none of them may have met an exception that we did not foresee."""
    with children_are_forked() as nursery, pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "CHILD_SECONDS", SECONDS_OF_A_CHILD)
        yield answer_to
    assert nursery.unforeseen == []


@contextmanager
def grows_little() -> Iterator[None]:
    """At the end, the process that asks holds hardly more than at the beginning; nor did any answer need more."""
    before = resident() if IS_TOLD else 0
    grown.clear()
    yield
    if IS_TOLD:
        grown.append(resident() - before)
        assert max(grown) <= MEBIBYTES_FOR_ALL * MEBIBYTE


grown: list[int] = []


def answer_to(content: bytes) -> str:
    """Return how a list was answered; any other exception than a refusal ends the test."""
    if IS_TOLD:
        forget_highest()
    before, started = highest() if IS_TOLD else 0, time.perf_counter()
    try:
        read = read_sheets(content, filename="list")
        for _ in rows_to_take(read, propose_layout(read)):
            pass
        if len(content) % PREVIEWED == 0:
            read_sheets(content, filename="list", first_rows=20)
        answer = sentence = "read"
    except UnreadableFile as refusal:
        answer, sentence = refusal.code, str(refusal)
    assert sentence
    assert time.perf_counter() - started < SECONDS_FOR_ONE
    if IS_TOLD:
        grown.append(highest() - before)
    return answer
