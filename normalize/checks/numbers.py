"""Numbers, dates and units: as they are written, and against the source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from normalize.checks.rule import Rule
from normalize.checks.views import alphabet
from normalize.model import Document, Finding, Link, Span

_NUMBER = re.compile(r"\d+(?:[.,٫٬'\u00a0\u202f ]\d{3})*(?:[.,٫·]\d+)?")
_MIXED = re.compile(r"(?<!\d)(?:[0-9]{1,30}[^\D0-9]|[^\D0-9]{1,30}[0-9])\d{0,30}")
_HAN_DIGITS = {c: str(n % 10) for n, c in enumerate("〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖")} | {
    "两": "2",
    "〇": "0",
    "零": "0",
}
_MYRIADS = re.compile(r"(\d{1,4})[万萬亿億兆](\d{1,4})(?!\d)")  # 4億5000万
_UNGROUPED = re.compile(r"[1-9](?<![\w.,:/#№-].)\d{4,5}(?= [a-z]{3})")
_HAN = re.compile("[〇零一二三四五六七八九两十百千万亿]{1,12}")


def mixed_digits(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find one number in the digits of two scripts."""
    if any(character.isdigit() for character in alphabet(document.text)):
        for match in _MIXED.finditer(document.text):
            if len({ord(c) - unicodedata.digit(c) for c in match[0]}) > 1:
                yield rule.finding(Span(*match.span()))


def against_source(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find numbers the source has not, where the source has one the text has not (`both = false`: wherever)."""
    if document.source is None:
        return
    original, lang = document.source.document, document.source.document.lang
    ours = [*_NUMBER.finditer(document.text)]
    theirs = {match[0] for match in _NUMBER.finditer(original.text)}
    spelt_here = _spelt(document.folded, rule, document.lang)
    there = _readings(theirs, original.text) | _spelt(original.folded, rule, lang)
    here = _readings({match[0] for match in ours}, document.text) | spelt_here
    missing = [number for number in theirs if not _known(number, here)]
    missing += [n for n in _spelt(original.folded, rule, lang) if not _known(n, here)] if lang != "en" else []
    if rule.options.get("both", True) and not missing:
        return
    for match in ours:
        if len(match[0]) >= rule.options.get("digits", 1) and not _known(match[0], there):
            yield rule.finding(Span(*match.span()))
    if rule.options.get("both", True) and document.lang == "en":
        yield from _words_against(document, rule, there)


def _words_against(document: Document, rule: Rule, there: set[str]) -> Iterator[Finding]:
    """Find numbers in words, from two to twelve, that the source has neither in figures nor in words."""
    counted = rule.options["counted"]
    for match in re.finditer(r"[a-z]{3,6}", document.folded) if document.source else ():
        value = counted.get(match[0])
        if value is not None and _bounded(document.folded, *match.span()) and not _known(str(value), there):
            yield rule.finding(Span(*match.span()))


def _bounded(text: str, start: int, end: int) -> bool:
    return not text[start - 1 : start].isalpha() and not text[end : end + 1].isalpha()


def _readings(numbers: set[str], text: str) -> set[str]:
    """Return every way the numbers of a text may be read: cores, single figures, decades, Han numerals."""
    pieces = {piece for number in numbers for piece in re.findall(r"\d+", number)}
    cores = {core(number) for number in numbers} | {core(piece) for piece in pieces}
    decades = {core(f"{century}{piece}") for piece in pieces if len(piece) == 2 for century in (18, 19, 20)}
    joined = {core(match[1] + match[2].zfill(4)) for match in _MYRIADS.finditer(text)}
    raw = {str(int(piece)) for piece in pieces if len(piece) < 20}
    return {f"={core_}" for core_ in cores | decades | joined | han(text)} | raw


def _spelt(folded: str, rule: Rule, lang: str) -> set[str]:
    """Return the small numbers and months named in words, as figures (the rule's `words`, a table a language)."""
    table = rule.options.get("words", {}).get(lang, {})
    return {str(table[word]) for word in set(re.findall(r"[^\W\d_]+", folded)) if word in table}


def _known(number: str, others: set[str]) -> bool:
    """Answer whether a number is among the readings of the other side, or is an hour of the other clock."""
    if number in others or f"={core(number)}" in others:
        return True
    hour = int(number) if number.isdecimal() and len(number) < 3 else 99
    return hour <= 24 and any(f"={core(str(other))}" in others for other in (hour + 12, hour - 12) if other > 0)


def core(number: str) -> str:
    """Return the figures that tell a number apart: no separators, no noughts at its ends.

    >>> core("1,500"), core("1.5"), core("٢٠١٤")
    ('15', '15', '2014')
    """
    figures = "".join(
        str(unicodedata.digit(c)) for c in number if c.isdigit() and unicodedata.digit(c, None) is not None
    )
    return figures.strip("0") or "0"


def han(text: str) -> set[str]:
    """Return the cores of the numbers a Chinese or Japanese text spells with Han numerals."""
    found = set()
    for match in _HAN.findall(text):
        found.add(core("".join(_HAN_DIGITS.get(c, "0" if c != "十" else "1") for c in match)))
        figures = "".join(_HAN_DIGITS.get(c, "") for c in match)
        found.add(core(figures or "1"))
        if match.startswith("十"):
            found.add(core("1" + figures.rjust(1, "0")))
    return found


def ungrouped(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find quantities of five or six figures without a mark between the thousands."""
    for match in _UNGROUPED.finditer(document.text):
        before = document.folded[max(0, match.start() - 12) : match.start()].split()
        if not before or before[-1].strip(".:") not in rule.options["after"]:
            yield rule.finding(Span(*match.span()))
