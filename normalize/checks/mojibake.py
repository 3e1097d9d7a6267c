"""Text that was decoded in the wrong encoding.

What is suspicious, and what it was, are decided by ftfy's heuristic and tables; its whole-text pipeline is never
run. A line is mended word by word, so that each edit is small and the rest of the line is never rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from normalize.checks.rule import Rule
from normalize.model import Document, Finding, Link, Span
from normalize.model.characters import alphabet

# Wrong only beside other characters outside ASCII: marks, and what may end a line (U+0085 is an ellipsis in cp1252).
_ALONE = frozenset("’‘“”–—…•\x85\u2028\u2029")
# What ftfy suspects has two characters outside ASCII side by side or one of a few alone, and one that is neither a
# quotation mark nor a letter of a script of its own; or it is a mark between two of these capitals.
_TRACE = re.compile(r"[^\x00-\x7f](?:[^\x00-\x7f]|(?<=[\x80-\x9fÃÂŒœ]))")  # what is rare first
_PLAIN = re.compile(
    r"[\u0386-\u0401\u0403-\u045d\u045f-\u048f\u0492-\u1fff\u3000-\ud7ff\uf900-\ufb00\ufb03-\uffef«»„‹›’‘“”–—…•]+"
)
_CAPITALS = "ВГРСΒΓΞΟ"
_FRAMED = re.compile(rf"[{_CAPITALS}][^\w\s\x00-\x7f][{_CAPITALS}]")
_ASCII = re.compile(r"([\x00-\x7f]+)")
MANY = 2000  # words in a line; the comparison is quadratic in them, at a tenth of a nanosecond


def mojibake(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find words whose characters are the bytes of others, and what they were."""
    letters = alphabet(document.text)
    odd = _PLAIN.sub("", "".join(letters - _ALONE))
    if (not odd and letters.isdisjoint(_CAPITALS)) or not _suspected(document.text, odd):
        return
    from ftfy import fix_encoding  # 40 ms: only for text that may need it
    from ftfy.badness import is_bad

    for line in document.lines:
        text = line.of(document.text)
        if not _suspected(text, odd) or not is_bad(text) or alphabet(text) <= _ALONE:
            continue
        for start, end, after in _changes(text, fix_encoding(text)):
            if text[start:end] == "Ã" and "ã" in document.text:  # a letter of the language: Hausa, Portuguese
                continue
            span = Span(line.start + start, line.start + end)
            whole = [(0, end - start, after)]
            pieces = _pieces(span.of(document.text), after) if document.protects(span) else whole
            edits = [rule.edit(Span(low, high).moved(span.start), document.text, part) for low, high, part in pieces]
            yield rule.finding(span, tuple(edits))


def _suspected(text: str, odd: str) -> bool:
    """Answer whether ftfy may suspect a text or a line of it; False is certain. `odd` are the characters not plain."""
    if any(map(text.__contains__, odd)) and _TRACE.search(text):
        return True
    return any(map(text.__contains__, _CAPITALS)) and _FRAMED.search(text) is not None


def _changes(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Yield what differs, in whole words and then without what the two have in common at their ends."""
    olds, news = before.split(" "), after.split(" ")
    if len(olds) == len(news):
        pairs = [(n, n + 1, new) for n, new in enumerate(news)]
    elif len(olds) < MANY:
        pairs = [(low, high, " ".join(news[start:end])) for low, high, start, end in _unlike(olds, news)]
    else:
        pairs = [(0, len(olds), after)]
    starts = [0, *accumulate(len(old) + 1 for old in olds)]
    for low, high, new in pairs:
        start, end = starts[low], max(starts[low], starts[high] - 1)
        if before[start:end] != new:
            left, right = _common(before[start:end], new)
            yield start + left, end - right, new[left : len(new) - right]


def _unlike(olds: list[str], news: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the stretches of words between two that are the same: from and to in the old ones and in the new ones."""
    from rapidfuzz.distance.Levenshtein import opcodes  # difflib takes a second for two thousand equal words

    low = start = 0
    for code in [*opcodes(olds, news), None]:
        if code is None or code.tag == "equal":
            high, end = (code.src_start, code.dest_start) if code else (len(olds), len(news))
            if (low, start) != (high, end):
                yield low, high, start, end
            low, start = (code.src_end, code.dest_end) if code else (high, end)


def _pieces(old: str, new: str) -> list[tuple[int, int, str]]:
    """Return what changes between the characters of ASCII, which stay: the price in a word of marks is a number."""
    olds, news = _ASCII.split(old), _ASCII.split(new)
    if olds[1::2] != news[1::2]:
        return [(0, len(old), new)]
    ends = [*accumulate(map(len, olds))]
    pieces = zip(ends, olds, news, strict=True)
    return [(end - len(before), end, after) for end, before, after in pieces if before != after]


def _common(old: str, new: str) -> tuple[int, int]:
    """Return the lengths of the common start and of the common end behind it."""
    most = min(len(old), len(new))
    left = next((n for n in range(most) if old[n] != new[n]), most)
    right = next((n for n in range(most - left) if old[-1 - n] != new[-1 - n]), most - left)
    return left, right
