"""What encoding and page design leave in a text."""

from __future__ import annotations

import html
import re
from collections.abc import Container, Iterator

from normalize.checks.rule import Rule
from normalize.model import Document, Finding, Link, Span
from normalize.model.characters import alphabet

# Characters that show nothing. ZWNJ and ZWJ (200C, 200D) shape Arabic and Indic letters and emoji, and the marks of
# direction order mixed lines: those are taken out only between two letters of Latin, Greek or Cyrillic.
_ALWAYS = "\u00ad\u200b\u2060\ufeff"
_BETWEEN = "\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SOFT = "\u00ad"  # where a word may be parted at the end of a line: writers and pages set it on purpose
_LETTER = r"[A-Za-z\u00c0-\u024f\u0370-\u052f]"


def _inside(marks: str) -> re.Pattern[str]:
    """Return what finds all such marks of one word: each fault is said once, and mended by one edit."""
    run = rf"{marks}(?={_LETTER})"
    return re.compile(rf"(?<={_LETTER}){run}(?:{_LETTER}{{1,20}}{run}){{0,20}}")


_OF_SOFT = _inside(rf"{_SOFT}{{1,20}}")
_INVISIBLE = _inside(rf"{_SOFT}{{0,19}}[{_ALWAYS[1:]}{_BETWEEN}][{_ALWAYS}{_BETWEEN}]{{0,19}}")
NEAR = 100  # characters beside an entity in which what quotes it stands
_CODES = {mark: f"U+{ord(mark):04X}" for mark in _ALWAYS + _BETWEEN}
_SHOWN = str.maketrans("", "", _ALWAYS + _BETWEEN)


def invisible(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find invisible characters inside words of scripts that need none; with `soft` those that only part a word."""
    if alphabet(document.text).isdisjoint(_CODES):
        return
    pattern = _OF_SOFT if rule.options.get("soft") else _INVISIBLE
    for match in pattern.finditer(document.text):
        span, shown = Span(*match.span()), match[0].translate(_SHOWN)
        codes = " ".join([_CODES[mark] for mark in dict.fromkeys(match[0]) if mark in _CODES])
        yield rule.finding(span, (rule.edit(span, document.text, shown),), f"{rule.reason} ({codes})")


_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_MARKS = frozenset(".,;:!?")
MANY = 2  # entities without their ampersand; one may be spoken of
_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|li|ul|td|tr|table|h[1-6]|body|html)\b[^<>]{0,300}>|</[a-z][\w:.-]{2,40}>|<\?xml ",
    re.IGNORECASE,
)
_OPENING, _CLOSING = frozenset("«“„‘\"'»”"), frozenset("»”“’\"'«")
_BARE = re.compile(r"&(?!#?\w{1,31};)")  # "&" where markup has an entity: who writes it speaks of entities


def entities(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find HTML entities in a text that is not HTML; those of brackets are only flagged.

    So are those that are spoken of: a blank's that touches neither a word nor the stop behind one ("write &nbsp;
    here"), and any in a line that has a bare ampersand, or at its end ("write & as &amp;").
    """
    if _TAG.search(document.text):
        return
    matches = [*_ENTITY.finditer(document.text)]
    telling = {document.line_at(bare.start()) for bare in _BARE.finditer(document.text)} if matches else set()
    for match in matches:
        after = html.unescape(match[0])
        if after == match[0]:
            continue
        after = " " if after == "\u00a0" else after
        span = Span(*match.span())
        plain = after.isprintable() and after not in "<>&�" and (after != " " or _touches(document.text, span))
        joined = after == "&" and not re.match(r"#?\w{1,31};", document.text[match.end() : match.end() + 33])
        mended = (plain or joined) and not _spoken_of(document, span, telling)
        yield rule.finding(span, (rule.edit(span, document.text, after),) if mended else ())


def _spoken_of(document: Document, span: Span, telling: Container[int]) -> bool:
    """Answer whether the line of an entity tells of entities: it has a bare "&", ends in the entity, or quotes it."""
    line = document.lines[number := document.line_at(span.start)]
    before = document.text[max(line.start, span.start - NEAR) : span.start]
    behind = document.text[span.end : min(line.end, span.end + NEAR)]
    ends = before.endswith(" ") and not behind.strip(" .;,") and html.unescape(span.of(document.text)) == "&"
    quoted = before.rstrip()[-1:] in _OPENING and behind.lstrip()[:1] in _CLOSING
    return ends or bool(quoted and before and behind) or number in telling


def _touches(text: str, span: Span) -> bool:
    """Answer whether a word, or the mark that ends one, stands directly beside the span."""
    before, behind = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return before.isalnum() or before in _MARKS or behind.isalnum()


_NAMED = re.compile(r"(?<![&/.])(?:[lr][sd]quo|[lr]aquo|nbsp|[mn]dash|hellip);")


def headless(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find HTML entities that lost their ampersand, where a text has two or more: won rsquo;t, each without its blank."""
    found = [*_NAMED.finditer(document.text)]
    if len(found) < MANY or _TAG.search(document.text):
        return
    for match in found:
        span, after = Span(*match.span()), html.unescape("&" + match[0]).replace("\u00a0", " ")
        yield rule.finding(span, (rule.edit(span, document.text, after),))


def replaced(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find replacement characters: what stood there is lost."""
    for match in re.finditer("\ufffd+", document.text):
        yield rule.finding(Span(*match.span()))


def tatweel(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find the stroke that stretches an Arabic word; at the end of a word it is an abbreviation (hijri years)."""
    for match in _TATWEEL.finditer(document.text):
        span = Span(*match.span())
        yield rule.finding(span, (rule.edit(span, document.text, ""),))


_TATWEEL = re.compile(
    r"(?<=[\u0620-\u063f\u0641-\u064a\u066e-\u06d3])ـ{1,40}(?=[\u0620-\u063f\u0641-\u064a\u066e-\u06d3])"
)
