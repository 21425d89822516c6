"""Damaged lists, each read by a process of its own: answered by name, in time, in little memory of ours."""

import os
import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, islice

from tests.attacks.hostile_lists import hostile_lists
from tests.attacks.mutants import byte_mutants, old_mutants, part_mutants
from tests.memory import IS_TOLD, MEBIBYTE, forget_highest, highest, resident
from tracker.flow.intake.layouts import propose_layout, rows_to_take
from tracker.flow.intake.readers import UnreadableFile, read_sheets

SEED = 2012
FILES = int(os.environ.get("ATHAR_FUZZED_CHILDREN", "200"))
"""Each starts a process; thousands more are read by forked ones in tests/attacks/test_files_of_every_kind.py."""

SECONDS_FOR_ONE = 10
MEBIBYTES_FOR_ALL = 64


def test_a_damaged_list_is_read_or_refused_by_name_in_time_and_in_little_memory():
    chance = random.Random(SEED)
    kinds = (byte_mutants(chance), part_mutants(chance), old_mutants(chance), hostile_lists(chance))
    lists = list(islice(chain.from_iterable(zip(*kinds, strict=True)), FILES))
    before = resident() if IS_TOLD else 0
    if IS_TOLD:
        forget_highest()
    # Two at once, as a server's threads would.
    with ThreadPoolExecutor(2) as threads:
        answers = Counter(threads.map(answer_to, lists))
    assert answers.total() == len(lists)
    assert "silent" not in answers
    # Both ends are met: mutation that damages everything, or nothing, would prove little.
    assert answers["read"] > FILES / 10
    assert answers["damaged"] > FILES / 10
    if IS_TOLD:
        assert highest() - before <= MEBIBYTES_FOR_ALL * MEBIBYTE


def answer_to(content: bytes) -> str:
    """Return how a list was answered; any other exception than a refusal ends the test."""
    started = time.perf_counter()
    try:
        read = read_sheets(content, filename="damaged")
        for _ in rows_to_take(read, propose_layout(read)):
            pass
        answer = "read"
    except UnreadableFile as refusal:
        answer = refusal.code if str(refusal) else "silent"
    assert time.perf_counter() - started < SECONDS_FOR_ONE
    return answer
