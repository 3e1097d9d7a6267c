"""Quotations that begin and never end, or end and never began, told by what stands on either side of each mark.

A straight mark with a blank before it and none behind opens, the other way round it closes. Quotations may run over
paragraphs, each of which opens anew. A text with a mark that can be either (5" pipes) is not judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from normalize.checks.rule import Rule
from normalize.checks.views import beside
from normalize.model import Document, Finding, Link, Span

LONG = 400  # characters; a shorter text may be a piece of a longer one, and of its quotations
FAR = 80  # characters between two closing marks of which the first should have been an opening one
FEW = 2  # more quotations without an end are a text's own way of setting them
_MARK = re.compile(r'["“”]')
_OPENS_AFTER = frozenset("([{—–-/:")
_CLOSES_BEFORE = frozenset(".,;:!?)]}—–-/…'’")
_FILLED = re.compile(r"\S")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n|$")


@dataclass(frozen=True, slots=True)
class _Mark:
    place: int
    opens: bool
    first: bool  # of its paragraph, before any word


def unclosed(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find quotations without their end, up to the next quotation or the end of the sentence, or without a beginning."""
    found = [*_alone(document, _marks(document) or [])] if len(document.text) >= LONG else []
    for span in found if len(found) <= FEW else ():
        yield rule.finding(span)


def _marks(document: Document) -> list[_Mark] | None:
    """Return the marks of a text in turn, None where one of them may be either."""
    text, marks = document.text, []
    head = -1, 0  # the line of the last mark, and where its first word begins
    for match in _MARK.finditer(text):
        place = match.start()
        before, behind = text[place - 1 : place], text[place + 1 : place + 2]
        opens = not before or before.isspace() or before in _OPENS_AFTER
        closes = not behind or behind.isspace() or behind in _CLOSES_BEFORE
        if before.isdigit() and match[0] == '"':  # inches
            return None
        if opens is closes:
            if match[0] == '"' or before.isspace():
                return None
            opens = match[0] == "“"
        if (number := document.line_at(place)) != head[0]:
            head = number, next(_FILLED.finditer(text, document.lines[number].start)).start()
        marks.append(_Mark(place, opens, place == head[1]))
    return marks


def _alone(document: Document, marks: list[_Mark]) -> Iterator[Span]:
    open_: list[int] = []  # their numbers
    last: _Mark | None = None
    for number, mark in enumerate(marks):
        if mark.opens:
            if open_ and mark.first:
                open_.pop()  # the same quotation, in its next paragraph
            open_.append(number)
        elif open_:
            open_.pop()
        elif last is not None and _misplaced(document.text, last, mark):
            yield Span(beside(document.text, Span(last.place, last.place)).start, mark.place + 1)
        last = mark
    several = sum(line.of(document.text).strip() != "" for line in document.lines) > 1
    for number in open_:
        following = marks[number + 1] if number + 1 < len(marks) else None
        again = following is not None and following.opens and not following.first
        if again or several:  # one paragraph may stand in the midst of a speech
            stop = following.place if again and following else len(document.text)
            yield _begun(document.text, marks[number].place, stop)


def _misplaced(text: str, first: _Mark, second: _Mark) -> bool:
    """Answer whether the first of two closing marks should have been an opening one: say" the new road" is open."""
    between = text[first.place + 1 : second.place]
    return not first.opens and len(between) <= FAR and text[first.place - 1].isalnum() and "\n" not in between


def _begun(text: str, start: int, stop: int) -> Span:
    """Return the quotation from its mark to `stop` or to the end of its sentence, without blanks at the end."""
    end = _SENTENCE_END.search(text, start + 1, stop)
    assert end is not None
    quoted = text[start : end.end()]
    return Span(start, start + len(quoted.rstrip()))
