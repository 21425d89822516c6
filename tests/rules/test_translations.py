"""Every sentence that a person may read has its Arabic, without gettext's programs on the machine."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import polib
import pytest

ROOT = Path(__file__).resolve().parents[2]


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("athar_messages", ROOT / "tools" / "messages.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


messages = _tool()


@pytest.fixture(scope="module")
def arabic() -> polib.POFile:
    return messages.catalogue()


def test_the_catalogue_holds_exactly_the_sentences_of_the_project(arabic: polib.POFile) -> None:
    written = {(s.context, s.text, s.plural or "") for s in messages.sentences()}
    assert {(e.msgctxt, e.msgid, e.msgid_plural) for e in arabic} == written


def test_every_sentence_has_its_arabic(arabic: polib.POFile) -> None:
    assert messages.untranslated(arabic) == []
    assert [entry.msgid for entry in arabic if entry.fuzzy or entry.obsolete] == []


def test_the_arabic_fills_in_the_same_particulars(arabic: polib.POFile) -> None:
    for entry in arabic:
        wanted = sorted(set(messages.PLACEHOLDER.findall(entry.msgid_plural or entry.msgid)))
        if entry.msgid_plural:
            # "one" and "two" may be words in Arabic; many names its number.
            assert set(messages.PLACEHOLDER.findall(entry.msgstr_plural[5])) == set(wanted), entry.msgid
        else:
            assert sorted(set(messages.PLACEHOLDER.findall(entry.msgstr))) == wanted, entry.msgid


def test_the_compiled_catalogue_is_the_written_one(arabic: polib.POFile) -> None:
    compiled = polib.mofile(str(messages.CATALOGUE.with_suffix(".mo")))
    assert {(e.msgctxt, e.msgid): (e.msgstr, e.msgstr_plural) for e in compiled} == {
        (e.msgctxt, e.msgid): (e.msgstr, e.msgstr_plural) for e in arabic
    }
