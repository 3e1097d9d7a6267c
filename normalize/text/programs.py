"""Lines of programs, commands and page sources inside a text: what stands there is spelt as a machine wants it.

A README has them between its paragraphs, a manual page is written in them. A line is one when a sign of it comes
first (a prompt, a macro of troff, a keyword of a message catalogue), or when signs that prose hardly has stand in
it, one for so many characters. What goes on in the next line, set in further or in quotation marks, belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

SHARE = 60  # characters of a line for which one sign is enough
LONGEST = 4000  # characters looked at of a line
# A text without any of these has no such line; few news texts have one.
_HINTS = (
    "$", ">>> ", "\n.", "\n'\\", "msgid ", "msgstr", "=", '("', "('", "([", "({", "()", "))", "->", "::", "&&", "||", "{", "}", "\\",
    '" +', " . ", '":', '"""', ";;", "\n        ", "\n\t", "echo ", "printf ",
)  # fmt: skip
_UNMARKED = bytes(code for code in range(256) if code > 127 or chr(code).isalnum() or chr(code) in " ,?")
# The same by their marks alone: to look for these among the marks of a text takes a tenth of the time.
_BARE = tuple((hint, hint.encode("ascii").translate(None, _UNMARKED)) for hint in _HINTS)
_FIRST = re.compile(r"\$ [a-z./A-Z]|>>> |msgid |msgstr[ \[]|msgctxt |(?:echo|printf|case|export) (?:-\w )?[\"$>]")
_MACRO = re.compile(
    r"['.]\\\"|\.(?:[BI]|[A-Z]{2}|[A-Z][a-z]|if|ie|el|ds|de|nr|nf|fi|sp|br|ti|in|ll|ne|tr|so|ad|na|hy|nh|ft|ps|rr|rm|am)\s"
)
_SIGNS = re.compile(
    r"\w\((?:[\"'\[{)]|\((?!\())| [-+*/%|&^]?={1,3} (?!\d)|[=!<>+*/&|-]=[\w\"'(]|\w=[\"'(\[{]|[a-z_]\([A-Za-z_]{1,40}[=,]\w"
    r"|(?<!-)->|=>|::\w|&&|\|\||[\"')\]]\);|(?<!\))\)\)[:;,]?\s{0,9}$|[{}]\s{0,9}$|[{}] |\\[\"'\\(*f-]|\s\\$"
    r"|[a-z]\.[a-z]\w{0,30}\(|[\"'] [+%] |\w \. \w{1,30} \(|\w\":\s?[\"{\[]|\"\"\"|[\w\"]\$[A-Z{(]|;;\s{0,9}$"
)
# What a sign has that has none of the hints, and what that is told by in a line.
_ELSE = re.compile(r"[()\"'](?:(?<=\w\()|(?<=\));|(?<=[\"']) [+%] )")
_ELSES = ("(", ");", '" ', "' ")
SET_IN = 4  # blanks before what goes on from the line above
ALONE = 8  # blanks before a string that is a line by itself
_QUOTES = "\"'"


def programs(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield where lines of programs begin and end.

    >>> text = "Install it:\n\n    $ pip install .\n\nThen call it (twice):\n\n    print(\"one \", two)\n"
    >>> [text[start:end].strip() for start, end in programs(text)]
    ['$ pip install .', 'print("one ", two)']
    """
    if not (hints := _hints(text)) and not text.startswith((".", "'\\", " ", "\t")):
        return
    there = hints + _ELSES if _ELSE.search(text) else hints
    start, before = 0, False
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        before = not line.isspace() and _program(line[:LONGEST], before, there)
        if before:
            yield start, end
        start = end


def _program(line: str, before: bool, signs: tuple[str, ...]) -> bool:
    """Answer whether a line is of a program; `before`: the line above is; `signs`: a line with a sign has one of them."""
    inner = line.strip()
    blanks = len(line) - len(line.lstrip(" \t"))
    if _FIRST.match(inner) or _MACRO.match(line) or (blanks >= ALONE and _string(inner)):
        return True
    if any(map(line.__contains__, signs)) and (found := len(_SIGNS.findall(line.rstrip("\r\n")))):
        return found * SHARE >= len(inner)
    return before and (line[0] == '"' or (blanks >= SET_IN and inner[0] in f"{_QUOTES}()[]{{}}"))


def _hints(text: str) -> tuple[str, ...]:
    marks = text.encode("latin-1", "replace").translate(None, _UNMARKED)
    return tuple([hint for hint, bare in _BARE if bare in marks and hint in text])


def _string(inner: str) -> bool:
    """Answer whether a line without its blanks is a string by itself, with what closes around it."""
    bare = inner.rstrip(",)]};").lstrip("fbru")
    return len(bare) > 2 and bare[0] in _QUOTES and bare[-1] in _QUOTES
