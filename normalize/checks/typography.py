"""Punctuation of another script or out of place. Numbers, code and abbreviations are left as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalize.checks.rule import Rule
from normalize.checks.views import WORD, beside, shape, split_source
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
NEAR = 40  # characters before a mark: with a letter of its script among them, it ends a sentence of that script
_NATIVE = re.compile(r"[\u0531-\u058f\u0620-\u064a\u066e-\u06d3\u3040-\u30ff\u3400-\u9fff]")
# Each expression begins with the rarest character it needs, and looks behind it from there: a search for one character
# costs a twentieth of one that asks at every character what stands before it.
_AFTER_LATIN = re.compile(rf"[{''.join(_FOREIGN)}](?<=[A-Za-z0-9À-ɏ’”\")].)(?=\s*(?:[A-Za-zÀ-ɏ“\"(]|$))", re.MULTILINE)
# One blank before a comma or full stop that ends a word of letters; French keeps its blank before ; : ! ?
_SPACE_BEFORE = re.compile(r" (?=,(?:\s|$)|\.(?:\s(?![.-])|$))(?<=[^\W\d_]{2} )| (?=\.$)(?<=\d\d )", re.MULTILINE)
SET_IN = ("    ", "\t", "  $")  # what begins a line of code, where "." is a folder
_REPEATED = re.compile(r"[,;](?<=[^\W\d_].)(?:(?<=,)(?: ?,){1,5}|(?<=;);{1,5})(?= [^\W\d_])")


def foreign_punctuation(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a comma, stop or question mark of Arabic or Chinese type after a Latin word."""
    if _MARKS.isdisjoint(alphabet(document.text)):
        return
    for match in _AFTER_LATIN.finditer(document.text):
        if _NATIVE.search(document.text[max(0, match.start() - NEAR) : match.start()].rpartition("\n")[2]):
            continue
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
        if document.text.startswith(SET_IN, document.lines[document.line_at(span.start)].start):
            continue
        yield rule.finding(span, (rule.edit(span, document.text, ""),))


def repeated_punctuation(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a comma or semicolon written twice between two words."""
    for match in _REPEATED.finditer(document.text):
        span = Span(*match.span())
        yield rule.finding(span, (rule.edit(span, document.text, match[0][0]),))


_GLUED_COMMA = re.compile(r",(?<=[a-z]{2},)(?=[A-Za-z][a-z])")
_PLAIN = re.compile(r"[A-Za-z'’-]{2,30}")
_AROUND = "\"'“‘’”.!?"  # a semicolon may end an entity: ,rdquo;
FEW = 3  # blanks in a line that is a sentence
_GLUED_LABEL = re.compile(
    r"(?:(?<=[.?!]\s)|(?<=[.?!]\s\s)|(?<=[.?!]\s\s\s)|(?<=[.?!]\s\s\s\s)|^)(?:Q|A|Question|Answer):(?=[A-Z][a-z])",
    re.MULTILINE,
)
_LABEL_END = re.compile(r":(?<=[QAnr]:)(?=[A-Z][a-z])")
_GLUED_STOP = re.compile(r"\.(?<=[a-z]{3}\.)(?=[A-Z][a-z]{2})")
_GLUED_BRACKET = re.compile(r"\((?<=[a-z]{3}\()(?=[A-Z][A-Za-z])")
_TWO_STOPS = re.compile(r"\.(?<=[^\W\d_]{3}\.) ?\.(?=\s|$)")
_TWO_BLANKS = re.compile(r"  (?<=[\w,;]  ) {0,6}(?=[a-z])")
_STOPS_OUTSIDE = re.compile(r"[\"”](?<=[^\W_].)[.,](?=\s|$)")
_BULLET = re.compile(r"(?<!\S)\S{1,30} •$", re.MULTILINE)


def glued(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a comma or a speaker's colon without the blank behind it."""
    for pattern in (_GLUED_COMMA, _GLUED_LABEL) if _LABEL_END.search(document.text) else (_GLUED_COMMA,):
        for match in pattern.finditer(document.text):
            if pattern is _GLUED_COMMA and not _prose(document, match.start()):
                continue
            place = Span(match.end(), match.end())
            yield rule.finding(beside(document.text, place), (rule.edit(place, document.text, " "),))


def _prose(document: Document, comma: int) -> bool:
    """Answer whether a comma parts two words of a sentence: not the entries of a list that has no blanks on purpose."""
    line = document.lines[document.line_at(comma)]
    start = document.text.rfind(" ", line.start, comma) + 1 or line.start
    token = document.text[start : line.end].split(maxsplit=1)[0]
    words = token.strip(_AROUND).split(",")
    return (
        len(words) == 2 and all(map(_PLAIN.fullmatch, words)) and document.text.count(" ", line.start, line.end) >= FEW
    )


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


_ACRONYM = re.compile(r"[A-Z](?<=[a-z] .)[A-Z]{2,5}(?![\w’'-])")
_SMALL = frozenset(["of", "for", "the", "and", "on", "in", "against", "to"])


def bare_acronym(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find an acronym right behind the words whose initials it is, without brackets."""
    for match in _ACRONYM.finditer(document.text) if b"a AAA" in shape(document.text) else ():
        start = match.start()
        for letter in reversed(match[0]):
            end, start = start, _word_before(document.text, start)
            if start == end or document.text[start] != letter:
                break
        else:
            yield rule.finding(Span(start, match.end()))


def _word_before(text: str, end: int) -> int:
    """Return where the last word before `end` begins that is none of the small ones inside names."""
    while end > 0:
        start = text.rfind(" ", max(0, end - 1 - WORD), end - 1) + 1
        if text[start : end - 1] not in _SMALL:
            return start
        end = start
    return 0


def unpaired(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find the bracket of a line that has no partner, or the last quotation mark of an odd number.

    A quotation of several paragraphs may have its two marks in different ones.
    """
    waiting: int | None = None  # where a quotation opens that its paragraph does not close
    for line in document.lines:
        text = line.of(document.text)
        if (place := _lone(text, "(", ")")) is not None:
            yield rule.finding(Span(line.start + place, line.start + place + 1))
        elif (place := _lone(text, "“", "”")) is not None and text[place] == "”" and waiting is not None:
            waiting = None
        elif place is not None and not (text[place] == "“" and _quotation_goes_on(document, line)):
            if waiting is not None:
                yield rule.finding(Span(waiting, waiting + 1))
            waiting = line.start + place if text[place] == "“" else None
            if waiting is None:
                yield rule.finding(Span(line.start + place, line.start + place + 1))
    if waiting is not None:
        yield rule.finding(Span(waiting, waiting + 1))


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
