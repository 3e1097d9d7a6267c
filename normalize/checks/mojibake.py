"""Text that was decoded in the wrong encoding.

What is suspicious, and what it was, are decided by ftfy's heuristic and tables; its whole-text pipeline is never
run. A line is mended word by word, so that each edit is small and the rest of the line is never rewritten.
"""

from __future__ import annotations

from collections.abc import Iterator

from normalize.checks.rule import Rule
from normalize.model import Document, Finding, Link, Span


def mojibake(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find words whose characters are the bytes of others, and what they were."""
    if document.text.isascii():
        return
    from ftfy import fix_encoding  # 40 ms: only for text that may need it
    from ftfy.badness import is_bad

    for line in document.lines:
        text = line.of(document.text)
        if text.isascii() or not is_bad(text):
            continue
        for start, end, after in _changes(text, fix_encoding(text)):
            span = Span(line.start + start, line.start + end)
            yield rule.finding(span, (rule.edit(span, document.text, after),))


def _changes(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Yield what differs: word by word where both have as many words, else as one stretch."""
    olds, news = before.split(" "), after.split(" ")
    if len(olds) != len(news):
        olds, news = [before], [after]
    position = 0
    for old, new in zip(olds, news, strict=True):
        if old != new:
            left, right = _common(old, new)
            yield position + left, position + len(old) - right, new[left : len(new) - right]
        position += len(old) + 1


def _common(old: str, new: str) -> tuple[int, int]:
    """Return the lengths of the common start and of the common end behind it."""
    most = min(len(old), len(new))
    left = next((n for n in range(most) if old[n] != new[n]), most)
    right = next((n for n in range(most - left) if old[-1 - n] != new[-1 - n]), most - left)
    return left, right
