"""Numbers, dates and units: as they are written, and against the source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby, pairwise

from normalize.checks.readings import NUMBER, core, readings, romans
from normalize.checks.rule import Rule
from normalize.checks.views import shape, split_source
from normalize.model import Document, Finding, Link, Span
from normalize.model.characters import alphabet

_MIXED = re.compile(r"(?<!\d)(?:[0-9]{1,30}[^\D0-9]|[^\D0-9]{1,30}[0-9])\d{0,30}")
_UNGROUPED = re.compile(r"[1-9](?<![\w.,:/#№-].)\d{4,5}(?= [a-z]{3})")
_LETTERS = re.compile(r"[^\W\d_]+")
_JOINED = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,30}'[^\W\d_]{1,30}")  # п'ять
# What makes 30 of 3: words and signs for thousands and shares, in the scripts a source may have.
_SCALED = re.compile(
    r"[ \u00a0]?(?:[%％万萬亿億兆千百成割]|per ?cent|thousand|m(?:il|rd|io|ln)|b(?:illion|n)\b|trillion|т[иы]с|мл|lakh|crore|tausend|tsd|tys|tis|cent)"
)
_JOINT = re.compile(r"-| (?:decades?|dozens?|scores?)\b")  # Seven-Eleven, two decades
_CLOCK = re.compile(r"(?:[:.]\d\d)?[ \u00a0]?(?:[ap]\.?m|o'clock|h\b|uhr|時|点|點|时|час|годин|:)", re.IGNORECASE)
# Numbers of other sorts: the disease, the attacks, the day in hours; measures that a translator converts.
_APART = re.compile(r"covid-19|9/11|(?<!\d)24[ -]hours?|(?<=[^\W\d_])\d+")
_CONVERTED = re.compile(r"\d{1,9} ?(?:ft|feet|foot|miles?|inch(?:es)?|pounds?|lbs?|acres?|°f)\b")
_IMPERIAL = re.compile(
    r"fu(?:ss|ß)|f[eo]et|pied|pie|piedi|stop|фут|мил|mil|mi\b|meil|英|フィート|マイル|ポンド|फुट|मील|pf[uo]|liv|libr|funt|фунт"
)


def mixed_digits(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find one number in the digits of two scripts."""
    if any(map(str.isdigit, alphabet(document.text))):
        for match in _MIXED.finditer(document.text):
            if len({ord(c) - unicodedata.digit(c) for c in match[0]}) > 1:
                yield rule.finding(Span(*match.span()))


_COUNT = re.compile(r"\d{1,6}(?:[^\w\n]{1,3}\d{1,6}){5,400}")


def counting(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find numbers that go on at one distance, of which the source does not have half."""
    if document.source is None:
        return
    there = frozenset(re.findall(r"\d+", document.source.document.text))
    for match in _COUNT.finditer(document.text):
        numbers = re.findall(r"\d+", match[0])
        steps = [int(second) - int(first) for first, second in pairwise(numbers)]
        longest = max(len([*run]) + 1 if step else 0 for step, run in groupby(steps))
        if longest >= rule.options["least"] and 2 * len(there.intersection(numbers)) < longest:
            yield rule.finding(Span(*match.span()))


def against_source(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find numbers the source has not, where the source has one the text has not (`both = false`: wherever).

    A source that programs split and aligned may be that of another segment.
    """
    if document.source is None or split_source(document):
        return
    original, lang = document.source.document, document.source.document.lang
    there = readings(original.text) | _spelt(original.folded, rule, lang)
    here = readings(document.text) | _spelt(document.folded, rule, document.lang)
    if rule.options.get("both", True) and not _missing(original, here, rule):
        return
    apart = [Span(*match.span()) for match in _APART.finditer(document.folded)]
    if not _IMPERIAL.search(original.folded):
        apart += [Span(*match.span()) for match in _CONVERTED.finditer(document.folded)]
    for match in NUMBER.finditer(document.text):
        span = Span(*match.span())
        if len(span) < rule.options.get("digits", 1) or any(other.overlaps(span) for other in apart):
            continue
        if not _known(document.text, match, there):
            yield rule.finding(span)
    if rule.options.get("both", True) and document.lang == "en":
        yield from _words_against(document, rule, there)


def _missing(original: Document, here: frozenset[str], rule: Rule) -> bool:
    """Answer whether the source has a number, in figures or in words, that the text has not."""
    if any(not _known(original.text, match, here) for match in NUMBER.finditer(original.text)):
        return True
    if any(len(numeral) > 1 and str(value) not in here for numeral, value in romans(original.text)):
        return True
    words = {word for word in _spelt(original.folded, rule, original.lang) if word.isdecimal()}
    return original.lang != "en" and not words <= here


def _words_against(document: Document, rule: Rule, there: frozenset[str]) -> Iterator[Finding]:
    """Find numbers in words, from two to twelve, that the source has neither in figures nor in words."""
    counted = rule.options["counted"]
    for match in re.finditer(r"[a-z]{3,6}", document.folded) if document.source else ():
        value = counted.get(match[0])
        if value is None or not _bounded(document.folded, *match.span()):
            continue
        if there.isdisjoint((str(value), f"={value}", str(value + 12))):
            yield rule.finding(Span(*match.span()))


def _bounded(text: str, start: int, end: int) -> bool:
    return not text[start - 1 : start].isalpha() and not (text[end : end + 1].isalpha() or text[end : end + 1] == "-")


def _spelt(folded: str, rule: Rule, lang: str) -> frozenset[str]:
    """Return the small numbers and months named in words, as figures (the rule's `words`, a table a language)."""
    table = rule.options.get("words", {}).get(lang, {})
    words = {*_LETTERS.findall(folded), *_JOINED.findall(folded)} & table.keys()
    return frozenset(reading for word in words for reading in (str(table[word]), f"={core(str(table[word]))}"))


def _known(text: str, match: re.Match[str], others: frozenset[str]) -> bool:
    """Answer whether a number is among the readings of the other side, or is an hour of the other clock.

    A small whole number is another when a nought is added, unless a word for thousands or a share stands behind it.
    """
    number = match[0]
    small = number.isdecimal() and len(number) < 4
    if small and str(int(number)) in others:
        return True
    if not (small and not _SCALED.match(text, match.end())) and f"={core(number)}" in others:
        return True
    hour = int(number) if small and _CLOCK.match(text, match.end()) else 99
    return hour <= 24 and not others.isdisjoint((str(hour + 12), str(hour - 12)))


def ungrouped(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find quantities of five or six figures without a mark between the thousands."""
    if b"00000 " not in shape(document.text).replace(b"?", b"0"):  # digits of any script
        return
    for match in _UNGROUPED.finditer(document.text):
        before = document.folded[max(0, match.start() - 12) : match.start()].split()
        if not before or before[-1].strip(".:") not in rule.options["after"]:
            yield rule.finding(Span(*match.span()))
