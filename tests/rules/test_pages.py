"""Pages read from either side, ask nobody else for anything, and hold no code that the policy would stop."""

import re
from pathlib import Path

import pytest

from tests.rules.sources import at, files, page_files, text

# A reset (`left: auto`) undoes a physical rule of the stock admin and sets none.
PHYSICAL = re.compile(
    r"""(?<![\w-])(?:
        (?:margin|padding|scroll-margin|scroll-padding|border)-(?:left|right)(?:-\w+)?\s*:
      | border-(?:top|bottom)-(?:left|right)-radius\s*:
      | (?:left|right)\s*:
      | (?:text-align|float|clear)\s*:\s*(?:left|right)\b
    )(?!\s*(?:auto|unset|initial|revert|inherit)\s*[;}!])""",
    re.VERBOSE,
)
ELSEWHERE = re.compile(
    r"""(?:src|action|poster|srcset|data)\s*=\s*["']?\s*(?:https?:)?//
      | <link[^>]*href\s*=\s*["']?\s*(?:https?:)?//
      | url\(\s*["']?(?:https?:)?//
      | @import\s+["']?(?:https?:)?//""",
    re.IGNORECASE | re.VERBOSE,
)
NAMESPACE = re.compile(r"""xmlns(:\w+)?=["']http://www\.w3\.org/[^"']*["']""")
INLINE = re.compile(
    r"""<script(?![^>]*\bsrc=)[^>]*> | <style\b | \sstyle\s*=\s*["'] | \son[a-z]+\s*=\s*["'] | javascript:""",
    re.IGNORECASE | re.VERBOSE,
)
NOTHING = re.compile(r"(?!)")
JSON_BLOCK = re.compile(r"""<script[^>]*type=["']application/json["'][^>]*>""", re.IGNORECASE)


def lines_with(pattern: re.Pattern[str], paths: list[Path], ignore: re.Pattern[str] = NOTHING) -> list[str]:
    return [
        f"{at(path, number)} {line.strip()}"
        for path in paths
        for number, line in enumerate(text(path).splitlines(), start=1)
        if pattern.search(ignore.sub("", line))
    ]


def test_styles_name_start_and_end_since_arabic_begins_on_the_other_side():
    assert lines_with(PHYSICAL, files("tracker/static", "*.css")) == []


def test_no_page_asks_a_third_party_for_anything():
    assert lines_with(ELSEWHERE, page_files(), ignore=NAMESPACE) == []


def test_no_template_holds_code_or_style_that_the_content_policy_would_stop():
    assert lines_with(INLINE, files("templates", "*.html"), ignore=JSON_BLOCK) == []


PHYSICAL_RULES = [
    "margin-left: 1rem",
    "{right:0}",
    "text-align: right;",
    "float:left",
    "border-left-color: red",
    "border-top-left-radius: 2px",
]
LOGICAL_RULES = [
    "margin-inline-start: 1rem",
    "text-align: start",
    "inset-inline-end: 0",
    "left: auto;",
    ".to-left > a {}",
]
THIRD_PARTIES = [
    '<link rel="stylesheet" href="https://x.org/a.css">',
    "@import 'https://x.org/a.css'",
    "src='//x.org/a.js'",
    "background: url(//x.org/a.png)",
]
INLINE_CODE = ["<script>", '<p style="color: red">', "<a onclick='x'>", "<style>"]


@pytest.mark.parametrize("rule", PHYSICAL_RULES)
def test_the_pattern_sees_a_physical_rule(rule):
    assert PHYSICAL.search(rule)


@pytest.mark.parametrize("rule", LOGICAL_RULES)
def test_the_pattern_lets_a_logical_rule_pass(rule):
    assert not PHYSICAL.search(rule)


@pytest.mark.parametrize("line", THIRD_PARTIES)
def test_the_pattern_sees_a_third_party(line):
    assert ELSEWHERE.search(line)


@pytest.mark.parametrize("line", INLINE_CODE)
def test_the_pattern_sees_inline_code(line):
    assert INLINE.search(line)
