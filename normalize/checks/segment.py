"""A segment that stops too early, lost its capitals, or brings along what a language model said about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalize.checks.rule import Rule
from normalize.checks.views import split_source
from normalize.model import Document, Edit, Finding, Link, Span

_LAST = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,60})\s{0,20}$")
_LETTER = re.compile(r"[^\W\d_]")
_FIGURES = re.compile(r"[\"“'‘]?[\d@#$€£]")
ENOUGH = 5  # words; shorter lines are labels and verses


def truncated(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a text whose last word cannot end a sentence (the rule's `words`), though its source ends with a stop."""
    if document.source is None or document.source.document.text.rstrip('"”»」』)\n ')[-1:] not in tuple(".。।۔?？!！؟"):
        return
    tail = document.folded[-60:]
    match = _LAST.search(tail)
    if match and match[1] in rule.options["words"] and len(document.text.split(maxsplit=ENOUGH)) > ENOUGH:
        start = len(document.text) - len(tail) + match.start(1)
        begun = document.text[:start].rstrip()[-1:] in tuple(".!?")  # of a sentence more, the first word alone
        if document.text[start].islower() or (begun and not document.text[start + 1 : start + 2].isupper()):
            yield rule.finding(Span(start, start + len(match[1])))


def lower_case(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a text of several words and closed sentences without one capital letter, unless its source begins so too.

    A text that begins with a figure or a handle has no place for a capital, if it is one sentence without a name. In a
    corpus that programs split, verses and lists begin small.
    """
    if document.source is None or _begins_small(document.source.document.text) or split_source(document):
        return
    text = document.text.strip()
    if len(text.split()) > ENOUGH and text[-1] in ".!?\"”'" and text.islower() and not _FIGURES.match(text):
        start = document.text.find(text)
        yield rule.finding(Span(start, start + len(text)))


def lower_start(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a translation that begins with a small letter, where its source does not."""
    first, source = _LETTER.search(document.text), document.source
    if first is None or source is None or document.text.islower() or not first[0].islower() or split_source(document):
        return
    before = document.text[: first.start()].strip()
    words, original = document.text.split(), source.document.text
    whole = (
        len(words) > ENOUGH and not before.strip("\"“'‘«(") and _LETTER.search(original) and not _begins_small(original)
    )
    if whole and (words[0][1:].islower() or len(words[0]) < 3):  # iPhone begins with a small letter
        yield rule.finding(Span(first.start(), first.start() + 1))


def _begins_small(text: str) -> bool:
    first = _LETTER.search(text)
    return first is not None and first[0].islower()


def chatter(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find what a model says about its answer, in the first and last lines; whole lines of it can go."""
    first, last = (re.compile(rule.options[key], re.IGNORECASE) for key in ("first", "last"))
    filled = [line for line in document.lines if line.of(document.text).strip()]
    for line, pattern in ((filled[0], first), (filled[-1], last)) if filled else ():
        match = pattern.match(line.of(document.text).replace("’", "'"))
        if not match or (len(filled) < 2 and match.end() == len(line)):
            continue
        whole = match.end() == len(line) and len(filled) > 1
        span = Span(line.start, line.start + match.end())
        edits: tuple[Edit, ...] = ()
        if whole:
            head = line is filled[0]
            cut = Span(line.start, filled[1].start) if head else Span(filled[-2].end, line.end)
            edits = (rule.edit(cut, document.text, ""),)
        yield rule.finding(span, edits)


def fences(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a text wrapped as a whole in a code fence."""
    text = document.text.strip()
    if len(text) > 8 and text.startswith("```") and text.endswith("```") and text.count("```") == 2:
        start = document.text.find("```")
        yield rule.finding(Span(start, start + 3))
