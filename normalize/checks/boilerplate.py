"""What a page puts around an article: comment forms, share bars, cookie lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from normalize.checks.rule import Rule
from normalize.model import Document, Edit, Finding, Link, Span

PARAGRAPHS = 4  # that tell how a text ends them
TITLE = range(5, 30)  # words
MARK = 30  # characters
INITIALS = range(2, 7)  # with their stops
REPORT = 2  # paragraphs between the headline and a mark at the foot
ENDED = 0.75  # of the paragraphs end with a stop; others may be headings
# Where rights are the subject, a line about them is no furniture.
_LICENCE = re.compile(
    r"\blicen[cs]ed under the terms\b|\bredistribut(?:e|ion)\b|\bsublicen[cs]e\b|\bwarrant(?:y|ies) of\b"
)
PARAGRAPH = 400  # characters: a line of whole sentences
END = 60  # characters of a long line
LOOSE = 60  # characters behind the last of them
LEFT_OVER = 6  # words
FEW = 5  # lines; more are a list or the captions of photographs
BRIEF = 70  # characters: what is longer is a paragraph
_LOOSE = re.compile(r"(?<=[a-z0-9\"”’)][.!?\"”] )[A-Z](?:[^.!?\n]|(?<=\b[A-Z])\.)*(?<=\w)\Z")  # no stop but of initials
_COUNT = re.compile(r"(?<=[a-z0-9\"”’)][.!?\"”] )\d{1,5}\Z")  # of comments or readers
_SAID_BY = re.compile(r"[a-z] [-–—] (?:the )?[A-Z]\w{2,20}(?: [A-Z]\w{2,20})?\Z")
_ENDED = re.compile(r"[.!?:…]['\"”’)\]]{0,3}\s{0,20}$", re.MULTILINE)
_INNER = re.compile(r"[a-z][.!?] ")  # the end of a sentence
_NOISE = str.maketrans(dict.fromkeys("*:.!|·•»«>-", " ") | {"’": "'"})


def edges(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find known lines of page furniture; whole blocks of them at the end or the start can be cut.

    The rule's options: `lines`, forms known exactly (case and punctuation apart), `pattern`, an expression for such
    forms with a variable part, and `weak` and `weak-pattern`, forms that count only next to one of those ("Reply").
    """
    known = _known(tuple(rule.options["lines"]), tuple(rule.options.get("weak", ())))
    exact, weak = (re.compile(rule.options.get(key, "(?!)")) for key in ("pattern", "weak-pattern"))
    marked: dict[int, bool] = {}
    for number, bare in _candidates(document):
        if bare in known or exact.fullmatch(bare) or weak.fullmatch(bare):
            marked[number] = bool(exact.fullmatch(bare)) or known.get(bare, False)
    if not any(marked.values()) or _LICENCE.search(document.folded):
        return
    tail = _block(document, marked, range(len(document.lines) - 1, -1, -1))
    head = _block(document, marked, range(len(document.lines))) - tail
    for block, at_end in ((tail, True), (head, False)):
        edits = _cut(document, rule, _extent(document, block, at_end)) if block else ()
        for number in sorted(block):
            yield rule.finding(_trimmed(document, document.lines[number]), edits)
            edits = ()
    for number in sorted(set(marked) - tail - head):
        if marked[number]:
            yield rule.finding(document.lines[number])


@lru_cache(maxsize=16)
def _known(lines: tuple[str, ...], weak: tuple[str, ...]) -> Mapping[str, bool]:
    """Return the forms as compared, True where one is enough by itself."""
    return dict.fromkeys(map(_bare, lines), True) | dict.fromkeys(map(_bare, weak), False)


def residue(document: Document, rule: Rule, places: Iterable[tuple[int, int]]) -> Iterator[Finding]:
    """Find what a page puts between the lines of an article: pointers to others, labels, counters.

    The rule's options: `patterns`, and `short`, how many characters a line may have of which all is read; of a longer
    one, the end. In a segment beside its source such a thing is the source's: it is translated as it should be.
    """
    if document.source is not None and "\n" not in document.text:
        return
    pattern, short = _pointers(*rule.options["patterns"]), rule.options.get("short", len(document.text))
    for number in sorted({document.line_at(start) for start, _ in places}):
        line = _trimmed(document, document.lines[number])
        text = line.of(document.text)
        for match in pattern.finditer(text, 0 if len(text) <= short else len(text) - END):
            yield rule.finding(Span(line.start + match.start(), line.start + match.end()))


def next_title(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a last line without a stop, in a text whose other paragraphs all have one: the title of another page.

    Further up such a line may be the heading of a section, if it does not end with who said it.
    """
    if (last := _behind(document, PARAGRAPHS)) is None:
        return
    for line in document.lines[1:]:
        text = line.of(document.text).strip()
        if text and (line.end >= last.end or _SAID_BY.search(text)) and _entitles(text):
            yield rule.finding(_trimmed(document, line))


def sign_off(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a last line that is one mark, behind paragraphs that end with a stop: initials, the number of a report."""
    last = _behind(document, REPORT)
    if last is not None and _signs(last.of(document.text)):
        yield rule.finding(last)


def _behind(document: Document, least: int) -> Span | None:
    """Return the last line, without its blanks, where `least` paragraphs or more stand before it that all have a stop."""
    filled = _filled(document)
    body = filled[1:-1]
    if len(body) < least:
        return None
    ended = sum(bool(_ENDED.search(document.text, line.start, line.end)) for line in body)
    return filled[-1] if ended >= ENDED * len(body) else None


def _filled(document: Document) -> list[Span]:
    """Return the lines that are not blank, without the blanks at their ends."""
    return [_trimmed(document, line) for line in document.lines if line.of(document.text).strip()]


def tail(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find the short lines without a stop that end a text whose paragraphs all have one: bylines, buttons, other titles."""
    filled = _filled(document)
    count = next((n for n, line in enumerate(reversed(filled)) if len(line) > BRIEF or _stopped(document, line)), 0)
    body = filled[1 : len(filled) - count]
    few = 0 < count <= FEW and len(body) >= max(REPORT, count) and sum(map(len, body)) >= BRIEF * len(body)
    if few and sum(_stopped(document, line) for line in body) >= ENDED * len(body):
        yield from map(rule.finding, filled[-count:])


def _stopped(document: Document, line: Span) -> bool:
    """Answer whether a line ends as a sentence does, or is a remark in brackets, as records of speeches have: (Applause)."""
    text = line.of(document.text).strip()
    return (text[:1] == "(" and text[-1:] == ")") or _ENDED.search(document.text, line.start, line.end) is not None


def loose_end(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a few words without a stop behind the last sentence of a long paragraph that ends a text."""
    end = len(document.text.rstrip())
    start = document.text.rfind("\n", 0, end) + 1
    whole = end - start >= PARAGRAPH and document.text[:start].strip()  # a text with its headline, not a piece of one
    near = max(start, end - LOOSE)
    match = (_COUNT.search(document.text, near, end) or _LOOSE.search(document.text, near, end)) if whole else None
    if match and len(match[0].split()) <= LEFT_OVER:
        yield rule.finding(Span(*match.span()))


def _entitles(line: str) -> bool:
    """Answer whether a line may be a title: some words without a stop, the first and another with a capital."""
    if _INNER.search(line):
        return False
    first, *words = line.split(maxsplit=TITLE.stop)
    capital = any(word[0].isupper() for word in words)
    return len(words) + 1 in TITLE and capital and not first[0].islower() and line[-1].isalnum() and first[0].isalnum()


def _signs(line: str) -> bool:
    """Answer whether a line is a mark: initials, or one word with a slash or a number behind it (RM/ABC14010808, /129)."""
    one = len(line) <= MARK and line.split() == [line] and "//" not in line
    return one and (line[-1].isdigit() or "/" in line or (line.isupper() and len(line) in INITIALS))


@lru_cache(maxsize=16)
def _pointers(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE | re.MULTILINE)


def _bare(line: str) -> str:
    return " ".join(line.lower().translate(_NOISE).split())


def _candidates(document: Document) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(document.lines):
        if 0 < len(line) <= 200:
            yield number, _bare(line.of(document.text))


def _block(document: Document, marked: Mapping[int, bool], order: range) -> set[int]:
    """Return the unbroken run of marked lines from one end, if an exactly known one is among them."""
    block: set[int] = set()
    for number in order:
        if number in marked:
            block.add(number)
        elif document.lines[number].of(document.text).strip():
            break
    if not any(marked[number] for number in block):
        return set()
    return block if len(block) < sum(bool(line.of(document.text).strip()) for line in document.lines) else set()


def _trimmed(document: Document, line: Span) -> Span:
    """Return the line without the blanks at its ends."""
    text = line.of(document.text)
    return Span(line.end - len(text.lstrip()), line.start + len(text.rstrip()))


def _extent(document: Document, block: set[int], at_end: bool) -> Span:
    """Return the block with the blank lines between it and the article; a last newline stays."""
    text = document.text
    if at_end:
        start, end = len(text[: document.lines[min(block)].start].rstrip()), len(text.rstrip())
        return Span(start, end)
    start = document.lines[max(block)].end
    return Span(0, start + len(text[start:]) - len(text[start:].lstrip()))


def _cut(document: Document, rule: Rule, span: Span) -> tuple[Edit, ...]:
    if any(zone.overlaps(span) for zone in document.protected):
        return ()
    return (rule.edit(span, document.text, ""),)
