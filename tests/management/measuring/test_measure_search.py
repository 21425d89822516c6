"""measure_search from the command line."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests import make
from tracker.management.measuring import search_lists
from tracker.management.measuring.scratch import scratch_tables
from tracker.management.measuring.search import measure_search
from tracker.management.measuring.search_figures import Answer, figures_of
from tracker.management.measuring.search_gallery import person_key
from tracker.management.measuring.search_lists import BadLine, Entry, Query
from tracker.models import Person

GALLERY = """id\tname
p1\tنبيل كرم الصفدي
p1\tNabil Karam Safadi
p2\tNabil Jamal al-Masri
p3\tSalma Adnan al-Khatib
"""
QUERIES = """track\tid\tquery
latin\tp1\tNabeel Karam el Safady
latin\tp2\tnabil al masri
arabic\tp3\tسلمى عدنان الخطيب
arabic\tp2\tغسان الأتاسي
"""


@pytest.fixture
def lists(tmp_path: Path) -> tuple[Path, Path]:
    gallery, queries = tmp_path / "gallery.tsv", tmp_path / "queries.tsv"
    gallery.write_text(GALLERY, encoding="utf-8")
    queries.write_text(QUERIES, encoding="utf-8")
    return gallery, queries


def run(*arguments: object) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("measure_search", *map(str, arguments), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


@pytest.mark.django_db
def test_the_figures_are_one_json_object_and_the_office_is_not_asked(lists, tmp_path):
    make.person("Nabeel Karam el Safady")
    out, err = run(*lists, "--json", "--misses", tmp_path / "misses.tsv")
    said = json.loads(out)
    assert err == ""
    assert set(said) == {"tracks", "ms_p50", "ms_p95", "candidates_mean", "names"}
    assert said["names"] == 4
    assert said["tracks"] == [
        {"track": "latin", "n": 2, "recall_at_1": 1.0, "recall_at_10": 1.0, "mrr": 1.0},
        {"track": "arabic", "n": 2, "recall_at_1": 0.5, "recall_at_10": 0.5, "mrr": 0.5},
    ]
    assert 0 < said["ms_p50"] <= said["ms_p95"]
    assert (tmp_path / "misses.tsv").read_text(encoding="utf-8").splitlines() == [
        "track\tquery\tright\trank\tfirst",
        "arabic\tغسان الأتاسي\tNabil Jamal al-Masri\tnot found\t",
    ]
    assert Person.objects.count() == 1


@pytest.mark.django_db
def test_people_read_a_table_and_how_far_it_has_come(lists):
    lists[1].write_text("latin\tp1\tNabil Safadi\nlatin\tgone\tSalma Khatib\n", encoding="utf-8")
    out, err = run(*lists)
    assert out.splitlines()[0] == "4 names"
    assert out.splitlines()[1].split() == [
        "track",
        "n",
        "R@1",
        "R@10",
        "MRR",
        "candidates",
        "ms",
        "p50",
        "ms",
        "p95",
    ]
    assert out.splitlines()[2].split()[:5] == ["latin", "2", "0.500", "0.500", "0.500"]
    assert "nobody in the gallery has the id, “gone”" in err
    assert "names loaded: 4" in err
    assert "searches: 2" in err


@pytest.mark.parametrize(
    ("name", "line", "sentence"),
    [
        ("gallery.tsv", b"p4 Nabil\n", "Line 6 of gallery.tsv has 1 column; 2 are needed, separated by tabs"),
        ("gallery.tsv", b"p4\t \n", "Line 6 of gallery.tsv has an empty name"),
        ("gallery.tsv", b"p4\t\xe4\n", "Line 6 of gallery.tsv is not UTF-8"),
        ("queries.tsv", b"a\tb\tc\td\n", "Line 6 of queries.tsv has 4 columns"),
        ("queries.tsv", b"latin\t\tNabil\n", "Line 6 of queries.tsv has an empty id"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_in_a_sentence(lists, name, line, sentence):
    for path in lists:
        if path.name == name:
            path.write_bytes(path.read_bytes() + line)
    with pytest.raises(CommandError, match=sentence):
        run(*lists)


def test_lists_may_have_headings_a_byte_order_mark_windows_line_ends_and_blank_lines(tmp_path):
    path = tmp_path / "gallery.tsv"
    path.write_bytes("\ufeffID\tName\r\n\r\np1\tNabil\r\n".encode())
    assert [(entry.person, entry.name) for entry in search_lists.read_gallery(path)] == [("p1", "Nabil")]


def test_an_empty_list_a_missing_file_and_no_answer_at_all_are_refused(lists, tmp_path):
    (tmp_path / "empty.tsv").write_text("id\tname\n", encoding="utf-8")
    with pytest.raises(CommandError, match="empty.tsv has no line"):
        run(tmp_path / "empty.tsv", lists[1])
    with pytest.raises(CommandError, match="gone.tsv cannot be opened"):
        run(lists[0], tmp_path / "gone.tsv")
    with pytest.raises(CommandError, match="--limit 1"):
        run(*lists, "--limit", "0")


def test_figures_are_of_ranks_as_the_search_orders_them():
    ranks = [1, 1, 2, 11, None]
    answers = [Answer("t", "p", "q", rank, "", 10 * place, place) for place, rank in enumerate(ranks, 1)]
    figures = figures_of(answers)
    assert (figures.n, figures.recall_at_1, figures.recall_at_10) == (5, 0.4, 0.6)
    assert figures.mrr == pytest.approx((1 + 1 + 1 / 2 + 1 / 11) / 5)
    assert (figures.candidates, figures.ms_p50, figures.ms_p95) == (30, 3, 5)


def test_one_id_is_always_the_same_person():
    assert person_key("p1") == person_key("p1") != person_key("p2")


@pytest.mark.django_db
def test_a_year_and_a_governorate_tell_namesakes_apart():
    gallery = [
        Entry("line 1", "p1", "نبيل الصفدي", born="1960", taken_in="homs"),
        Entry("line 2", "p2", "نبيل الصفدي", born="1980", taken_in="aleppo"),
    ]
    queries = [
        Query("year", "p1", "Nabil Safadi", born="1960"),
        Query("year", "p2", "Nabil Safadi", born="1981"),
        Query("place", "p1", "Nabil Safadi", taken_in="homs"),
        Query("place", "p2", "Nabil Safadi", taken_in="aleppo"),
    ]
    with scratch_tables():
        found = measure_search(gallery, queries, limit=5, report=lambda doing, done: None)
    assert [answer.rank for answer in found.answers] == [1, 1, 1, 1]


@pytest.mark.django_db
def test_a_governorate_that_is_none_is_named():
    entry = Entry("line 7", "p1", "نبيل الصفدي", taken_in="atlantis")
    with scratch_tables(), pytest.raises(BadLine, match="line 7"):
        measure_search([entry], [], limit=5, report=lambda doing, done: None)
