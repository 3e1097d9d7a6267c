"""Punctuation of another script or out of place. Numbers, code and abbreviations are left as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalize.checks.rule import Rule
from normalize.checks.views import beside, split_source, words
from normalize.model import Document, Finding, Link, Span
from normalize.model.characters import alphabet

# Arabic and full-width marks and what stands for them in Latin text.
_FOREIGN = {
    "،": ",",
    "؛": ";",
    "؟": "?",
    "۔": ".",
    "，": ",",
    "；": ";",
    "：": ":",
    "？": "?",
    "！": "!",
    "。": ".",
    "։": ":",
}
_MARKS = frozenset(_FOREIGN)
# Each expression begins with the rarest character it needs, and looks behind it from there: a search for one character
# costs a twentieth of one that asks at every character what stands before it.
_AFTER_LATIN = re.compile(rf"[{''.join(_FOREIGN)}](?<=[A-Za-z0-9À-ɏ’”\")].)(?=\s*(?:[A-Za-zÀ-ɏ“\"(]|$))", re.MULTILINE)
# One blank before a comma or full stop that ends a word of letters; French keeps its blank before ; : ! ?
_SPACE_BEFORE = re.compile(r" (?=[,.](?:\s(?!\.)|$))(?<=[^\W\d_]{2} )| (?=\.$)(?<=\d\d )", re.MULTILINE)
_REPEATED = re.compile(r"[,;](?<=[^\W\d_].)(?:(?<=,)(?: ?,){1,5}|(?<=;);{1,5})(?= [^\W\d_])")


def foreign_punctuation(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a comma, stop or question mark of Arabic or Chinese type after a Latin word."""
    if _MARKS.isdisjoint(alphabet(document.text)):
        return
    for match in _AFTER_LATIN.finditer(document.text):
        span = Span(*match.span())
        after = _FOREIGN[match[0]]
        if match.end() < len(document.text) and not document.text[match.end()].isspace():
            after += " "
        yield rule.finding(span, (rule.edit(span, document.text, after),))


def space_before_punctuation(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a blank between a word and the comma or stop that belongs to it."""
    if split_source(document):
        return
    for match in _SPACE_BEFORE.finditer(document.text):
        span = Span(*match.span())
        yield rule.finding(span, (rule.edit(span, document.text, ""),))


def repeated_punctuation(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a comma or semicolon written twice between two words."""
    for match in _REPEATED.finditer(document.text):
        span = Span(*match.span())
        yield rule.finding(span, (rule.edit(span, document.text, match[0][0]),))


_GLUED_COMMA = re.compile(r",(?<=[a-z]{2},)(?=[A-Za-z][a-z])")
_GLUED_LABEL = re.compile(
    r"(?:(?<=[.?!]\s)|(?<=[.?!]\s\s)|(?<=[.?!]\s\s\s)|^)(?:Q|A|Question|Answer):(?=[A-Z][a-z])", re.MULTILINE
)
_LABEL_END = re.compile(r":(?<=[QAnr]:)(?=[A-Z][a-z])")
_GLUED_STOP = re.compile(r"\.(?<=[a-z]{3}\.)(?=[A-Z][a-z]{2})")
_GLUED_BRACKET = re.compile(r"\((?<=[a-z]{3}\()(?=[A-Z][A-Za-z])")
_TWO_STOPS = re.compile(r"\.(?<=[^\W\d_]{3}\.) ?\.(?=\s|$)")
_TWO_BLANKS = re.compile(r"  (?<=[\w,;]  ) {0,6}(?=[a-z])")
_STOPS_OUTSIDE = re.compile(r"[\"”](?<=[^\W_].)[.,](?=\s|$)")
_BULLET = re.compile(r"(?<!\S)\S{1,30} •$", re.MULTILINE)
_CONTRACTED = re.compile(
    r"\b(?:[Dd]o|[Dd]oes|[Dd]id|[Ww]as|[Ii]s|[Aa]re|[Ww]ere|[Cc]ould|[Ww]ould|[Ss]hould|[Hh]as|[Hh]ave|[Hh]ad)nt\b"
)


def glued(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a comma or a speaker's colon without the blank behind it."""
    for pattern in (_GLUED_COMMA, _GLUED_LABEL) if _LABEL_END.search(document.text) else (_GLUED_COMMA,):
        for match in pattern.finditer(document.text):
            place = Span(match.end(), match.end())
            yield rule.finding(beside(document.text, place), (rule.edit(place, document.text, " "),))


def glued_unsure(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a stop or bracket without its blank: names of programs are written so too."""
    for match in _GLUED_STOP.finditer(document.text):
        place = Span(match.end(), match.end())
        yield rule.finding(Span(*match.span()), (rule.edit(place, document.text, " "),))
    for match in _GLUED_BRACKET.finditer(document.text):
        place = Span(match.start(), match.start())
        yield rule.finding(Span(*match.span()), (rule.edit(place, document.text, " "),))


def two_stops(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a full stop written twice; with `source` only where the source does not."""
    if rule.options.get("source") and (document.source is None or ".." in document.source.document.text):
        return
    for match in _TWO_STOPS.finditer(document.text):
        span = Span(*match.span())
        yield rule.finding(span, (rule.edit(span, document.text, "."),))


def two_blanks(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find several blanks between two words of one line."""
    if "  " in document.text:
        for match in _TWO_BLANKS.finditer(document.text):
            span = Span(*match.span())
            yield rule.finding(span, (rule.edit(span, document.text, " "),))


def bullet(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a bullet at the end of a line: it belongs to what the page has next."""
    for match in _BULLET.finditer(document.text):
        yield rule.finding(Span(*match.span()))


def outside_quotes(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a comma or full stop behind a closing quotation mark, as most languages but American English set it."""
    for match in _STOPS_OUTSIDE.finditer(document.text):
        yield rule.finding(Span(*match.span()))


def stripped(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a short form without its apostrophe: "didnt"."""
    if frozenset(rule.anchors).isdisjoint(words(document.folded)):  # "apparently" has "arent"
        return
    for match in _CONTRACTED.finditer(document.text):
        span = Span(match.end() - 1, match.end() - 1)
        yield rule.finding(Span(*match.span()), (rule.edit(span, document.text, "'"),))


def stripped_possessive(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a genitive without its apostrophe: one of the rule's `anchors`, before a noun."""
    plural, nouns = frozenset(rule.options["plural"]), frozenset(rule.options["nouns"])
    for match in _GENITIVE.finditer(document.text):
        word, before = match[1], document.folded[max(0, match.start() - 10) : match.start()].split()
        if word.endswith("days") and match[2] not in nouns:
            continue
        if word in rule.anchors and not (word[0].isupper() and before and before[-1] in plural):
            place = Span(match.end(1) - 1, match.end(1) - 1)
            yield rule.finding(Span(*match.span()), (rule.edit(place, document.text, "'"),))


_GENITIVE = re.compile(
    r"(?<![\w'’-])([A-Z][a-z]{2,14}s|[a-z]{2,10}ys|[A-Z][a-z]+days) ([A-Za-z][a-z]*[a-z](?:-[A-Za-z]{2,20})?)"
)


def unpaired(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find the bracket of a line that has no partner, or the last quotation mark of an odd number."""
    for line in document.lines:
        text = line.of(document.text)
        place = _lone(text, "(", ")")
        if place is None:
            place = _lone(text, "“", "”")
            if place is not None and text[place] == "“" and _quotation_goes_on(document, line):
                place = None
        if place is not None:
            yield rule.finding(Span(line.start + place, line.start + place + 1))


def _quotation_goes_on(document: Document, line: Span) -> bool:
    return document.text[line.end : line.end + 40].lstrip().startswith("“")


def _lone(text: str, opening: str, closing: str) -> int | None:
    """Return where the first mark without a partner stands; enumerations "a)" and smileys are none."""
    if text.count(opening) == text.count(closing):
        return None
    open_at: list[int] = []
    for match in re.finditer(f"[{re.escape(opening + closing)}]", text):
        if match[0] == opening:
            open_at.append(match.start())
        elif open_at:
            open_at.pop()
        elif not re.search(r"(?:^|[\s(])\w{1,3}$|[:;]-?$|\d$", text[max(0, match.start() - 6) : match.start()]):
            return match.start()
    return open_at[0] if open_at else None
