"""Two hundred damaged lists: each is read or refused by name, none takes longer than it may."""

import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from tests.flow.intake import files
from tracker.flow.intake.columns import NoHeader, find_header
from tracker.flow.intake.readers import UnreadableFile, read_sheets

SEED = 2012
FILES_OF_EACH_KIND = 50
SECONDS_FOR_ONE = 10


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Return the bytes with some of them changed, left out, doubled or cut off."""
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 1, 3, 20))):
        place = chance.randrange(len(damaged))
        how = chance.randrange(5)
        if how == 0:
            damaged[place] = chance.randrange(256)
        elif how == 1:
            damaged[place] ^= 1 << chance.randrange(8)
        elif how == 2:
            del damaged[place : place + chance.randrange(1, 64)]
        elif how == 3:
            damaged[place:place] = damaged[place : place + chance.randrange(1, 64)]
        elif len(damaged) > 200:
            del damaged[max(100, place) :]
        if not damaged:
            break
    return bytes(damaged)


def test_a_damaged_list_is_read_or_refused_by_name_and_in_time():
    chance = random.Random(SEED)
    sound = (
        files.csv_bytes([row[:4] for row in files.TABLE], "windows-1256"),
        files.xlsx_bytes(more={"ملحق": files.TABLE}),
        files.xls_bytes(),
        files.ods_bytes(),
    )
    lists = [mutated(content, chance) for content in sound * FILES_OF_EACH_KIND]
    # Two at once, as a server's threads would.
    with ThreadPoolExecutor(2) as threads:
        answers = Counter(threads.map(answer_to, lists))
    assert answers.total() == len(lists)
    assert "silent" not in answers
    # Both ends are met: mutation that damages everything, or nothing, would prove little.
    assert answers["read"] > 20
    assert answers["damaged"] > 20


def answer_to(content: bytes) -> str:
    """Return how a list was answered; any other exception than a refusal ends the test."""
    started = time.perf_counter()
    try:
        for sheet in read_sheets(content, filename="damaged").sheets:
            find_header(sheet)
        answer = "read"
    except UnreadableFile as refusal:
        answer = refusal.code if str(refusal) else "silent"
    except NoHeader as refusal:
        answer = "no header" if str(refusal) else "silent"
    assert time.perf_counter() - started < SECONDS_FOR_ONE
    return answer
