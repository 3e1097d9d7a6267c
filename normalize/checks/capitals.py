"""Words that are known by their capitals: German nouns, and names and acronyms against those of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalize.checks.rule import Rule
from normalize.checks.views import by_line, shape
from normalize.model import Document, Finding, Link, Span

# Endings that only nouns have; "jung" and "wirtschaften" are none.
_ENDINGS = ("ung", "heit", "keit", "schaft", "ität", "ismus", "heiten", "keiten", "schaften", "itäten", "tionen")
_NO_NOUN = ("jung", "wirtschaften")
_GERMAN = re.compile(r"(?<![\w'’-])[a-zäöüß]{5,50}+(?![\w-])")
_CAPITALS = re.compile(r"(?<![\w-])[A-Z][A-Za-z0-9]{0,14}[A-Z0-9][a-z0-9]{0,6}(?!\w)")  # WHO, TrueNat, B12
_NAME = re.compile(r"(?<![\w-])[A-Z][a-z]{3,20}(?!\w)")
_SMALL = re.compile(r"(?<![\w'’-])[a-z][a-z0-9]{1,22}(?!\w)")
_BRACKETED = re.compile(r"\(([A-Z][A-Za-z-]{0,10}[A-Z])s?\)")
_WORD = re.compile(r"[^\W_]+")
HEADING = 6  # letters from which on a word in capitals is a heading, not an acronym
BEFORE = 120  # characters before a bracket that may hold what its acronym stands for
SPARE = 4  # words more than letters among which the initials are looked for


def nouns(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find German nouns without their capital, in a text under review or one with hardly any capitals.

    The acronyms of the source that lost theirs have the same cause: both are told at once.
    """
    form = shape(document.text)
    if document.text.islower() or (document.source is None and form.count(b" A") * 5 > form.count(b" a")):
        return
    words = _GERMAN.finditer(document.text)
    found = [match for match in words if _noun(match[0]) and match[0] not in rule.options["names"]]
    spans = sorted(Span(*match.span()) for match in [*found, *_lost(document, rule)])
    yield from map(rule.finding, by_line(document, spans))


def _noun(word: str) -> bool:
    return word.endswith(_ENDINGS) and not word.endswith(_NO_NOUN)


def names(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find acronyms and known names of the source that the text has in small letters only."""
    if not document.text.islower():
        yield from map(rule.finding, by_line(document, (Span(*match.span()) for match in _lost(document, rule))))


def _lost(document: Document, rule: Rule) -> list[re.Match[str]]:
    """Return the acronyms and names that the source has in capitals and the text nowhere."""
    if document.source is None:
        return []
    there = {word.lower(): word for word in _CAPITALS.findall(document.source.document.text) if not _heading(word)}
    for link in document.source.links:
        if link.entity is not None:
            there |= {word.lower(): word for word in _NAME.findall(link.mention.surface)}
    words = frozenset(rule.options["words"].split())  # "UN" is an article of half Europe
    small = (match for match in _SMALL.finditer(document.text) if match[0] in there and match[0] not in words)
    return [match for match in small if there[match[0]] not in document.text]


def _heading(word: str) -> bool:
    return word.isupper() and word.isalpha() and len(word) >= HEADING


def kept(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find an acronym in brackets that stands for the words before it in the source, but not in the text."""
    if document.source is None or "(" not in document.text:
        return
    original = document.source.document.text
    for match in _BRACKETED.finditer(document.text):
        place = original.find(f"({match[1]}")
        there = place >= 0 and _stands_for(match[1], original[max(0, place - BEFORE) : place])
        if there and not _stands_for(match[1], document.text[max(0, match.start() - BEFORE) : match.start()]):
            yield rule.finding(Span(*match.span(1)))


def _stands_for(acronym: str, before: str) -> bool:
    """Answer whether the letters are initials of the words before, in their order."""
    letters = [letter for letter in acronym.lower() if letter.isalpha()]
    words = _WORD.findall(before)[-len(letters) - SPARE :]
    initials = iter([word[0].lower() for word in words])
    return all(letter in initials for letter in letters)
