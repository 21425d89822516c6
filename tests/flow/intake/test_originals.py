"""Originals stay as they came."""

import hashlib
from pathlib import Path

import pytest

from tests import make
from tests.flow.intake.lists import CONTENT, receive
from tests.racing import race
from tracker.flow.intake import receive as receiving
from tracker.flow.intake.originals import keep_original
from tracker.flow.intake.receive import AlreadyReceived
from tracker.models import Document, ImportFile

SHA256 = hashlib.sha256(CONTENT).hexdigest()


def keep(content: bytes = CONTENT, *, filename: str = "list.csv") -> Document:
    by = make.volunteer()
    return keep_original(content, filename=filename, media_type="text/csv", source=make.source(), by=by)


@pytest.mark.django_db
def test_an_original_is_readable_by_its_owner_alone(originals_folder: Path):
    keep()
    (file,) = originals_folder.rglob(SHA256)
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.django_db
def test_bytes_that_are_held_already_are_the_same_document(originals_folder: Path):
    first, second = keep(), keep(filename="another.csv")
    assert first == second
    assert [event.note for event in first.custody.order_by("id")] == ["list.csv", "another.csv"]
    assert len(list(originals_folder.rglob("*/*"))) == 1


@pytest.mark.django_db
def test_a_file_half_written_by_a_crash_is_written_anew(originals_folder: Path):
    (originals_folder / SHA256[:2]).mkdir(parents=True)
    (originals_folder / SHA256[:2] / SHA256).write_bytes(CONTENT[:20])
    document = keep()
    assert document.file.name == f"{SHA256[:2]}/{SHA256}"
    assert (originals_folder / document.file.name).read_bytes() == CONTENT
    assert len(list(originals_folder.rglob("*/*"))) == 1


@pytest.mark.django_db
def test_a_file_left_by_a_crash_is_taken_up(originals_folder: Path):
    (originals_folder / SHA256[:2]).mkdir(parents=True)
    left = originals_folder / SHA256[:2] / SHA256
    left.write_bytes(CONTENT)
    written = left.stat().st_mtime_ns
    keep()
    assert left.stat().st_mtime_ns == written


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("held", [False, True], ids=["new bytes", "bytes of an undone import"])
def test_of_two_volunteers_with_one_file_one_brings_it_in(
    held: bool, originals_folder: Path, monkeypatch: pytest.MonkeyPatch
):
    source = make.source()
    if held:
        keep()
    people = [make.volunteer(), make.volunteer()]
    # Both have looked, and neither found the other's.
    looks = receiving.refuse_what_stands
    seen: list[bytes] = []

    def look(content: bytes) -> None:
        seen.append(content)
        if len(seen) > len(people):
            looks(content)

    monkeypatch.setattr(receiving, "refuse_what_stands", look)
    ends = race(*(lambda by=by: receive(by=by, source=source) for by in people))
    assert sorted(type(end).__name__ for end in ends) == ["AlreadyReceived", "ImportFile"], ends
    won = next(end for end in ends if isinstance(end, ImportFile))
    lost = next(end for end in ends if isinstance(end, AlreadyReceived))
    assert lost.earlier == won
    assert ImportFile.objects.get().rows_total == 2
    assert [path.name for path in originals_folder.rglob("*/*")] == [SHA256]
