"""The Arabic catalogue, kept complete without gettext's programs.

``python tools/messages.py`` reads every translatable sentence out of code and templates and brings the catalogue
up to date: translations are kept, sentences that no longer exist leave. It compiles the catalogue and prints what
still lacks Arabic; ``tests/rules/test_translations.py`` holds that nothing does.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, cast

import polib
from babel.messages.extract import extract_python

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "tracker" / "locale" / "ar" / "LC_MESSAGES" / "django.po"
KEYWORDS: dict[str, None] = dict.fromkeys(
    ("_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy")
)
PLURALS = (
    "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
    "n%100>=11 && n%100<=99 ? 4 : 5;"
)
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd]|\{\w*\}")


class Sentence(NamedTuple):
    """One translatable sentence: its context, its singular, and its plural where it counts."""

    context: str | None
    text: str
    plural: str | None = None


def sentences() -> dict[Sentence, set[str]]:
    """Return every translatable sentence of the project with the files it stands in."""
    found: dict[Sentence, set[str]] = {}
    for path in sorted([*ROOT.glob("tracker/**/*.py"), *ROOT.glob("templates/**/*.*")]):
        if "migrations" not in path.parts and path.suffix in {".py", ".html", ".txt"}:
            for sentence in _sentences_in(path):
                found.setdefault(sentence, set()).add(str(path.relative_to(ROOT)))
    return found


def _sentences_in(path: Path) -> Iterator[Sentence]:
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        from django.utils.translation.template import templatize

        source = "\n".join(line.lstrip() for line in templatize(source, origin=str(path)).splitlines())
    calls = extract_python(io.BytesIO(source.encode()), KEYWORDS, [], {"encoding": "utf-8"})
    for _line, function, found, _comments in calls:
        # Babel says list, and gives a text where a call holds one.
        words = cast("str | tuple[str, ...]", found)
        yield _sentence(
            str(function), [words] if isinstance(words, str) else [word for word in words if word]
        )


def _sentence(function: str, words: list[str]) -> Sentence:
    if function.startswith("pgettext"):
        return Sentence(words[0], words[1])
    return Sentence(None, words[0], words[1] if function.startswith("ngettext") else None)


def catalogue() -> polib.POFile:
    """Return the catalogue as it stands, or an empty one."""
    if CATALOGUE.exists():
        return polib.pofile(str(CATALOGUE), wrapwidth=110)
    return polib.POFile(wrapwidth=110)


def renewed(old: polib.POFile, wanted: dict[Sentence, set[str]]) -> polib.POFile:
    """Return the catalogue with exactly the wanted sentences, keeping what is translated."""
    known = {(entry.msgctxt, entry.msgid): entry for entry in old}
    new = polib.POFile(wrapwidth=110)
    new.metadata = {
        "Project-Id-Version": "Athar",
        "Language": "ar",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS,
    }
    for sentence, files in sorted(
        wanted.items(), key=lambda item: (min(item[1]), item[0].text, item[0].context or "")
    ):
        new.append(_entry(sentence, files, known.get((sentence.context, sentence.text))))
    return new


def _entry(sentence: Sentence, files: set[str], kept: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(
        msgctxt=sentence.context, msgid=sentence.text, occurrences=[(f, "") for f in sorted(files)]
    )
    if PLACEHOLDER.search(sentence.text):
        entry.flags = ["python-format"]
    if sentence.plural is None:
        entry.msgstr = kept.msgstr if kept else ""
    else:
        entry.msgid_plural = sentence.plural
        entry.msgstr_plural = (
            dict(kept.msgstr_plural) if kept and kept.msgstr_plural else dict.fromkeys(range(6), "")
        )
    return entry


def untranslated(po: polib.POFile) -> list[str]:
    """Return the sentences without Arabic, or without one of its six plurals."""
    lacking = [
        entry
        for entry in po
        if not (all(entry.msgstr_plural.values()) if entry.msgid_plural else entry.msgstr)
    ]
    return [entry.msgid for entry in lacking]


def main() -> int:
    """Renew and compile the catalogue; exit with 1 while a sentence lacks Arabic."""
    po = renewed(catalogue(), sentences())
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    po.save(str(CATALOGUE))
    po.save_as_mofile(str(CATALOGUE.with_suffix(".mo")))
    lacking = untranslated(po)
    for text in lacking:
        sys.stdout.write(f"no Arabic yet: {text}\n")
    sys.stdout.write(f"{len(po) - len(lacking)} of {len(po)} sentences have their Arabic.\n")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
