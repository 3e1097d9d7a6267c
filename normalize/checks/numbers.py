"""Numbers, dates and units: as they are written, and against the source."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from normalize.checks.rule import Rule
from normalize.model import Document, Finding, Link, Span

_NUMBER = re.compile(r"\d+(?:[.,٫٬'\u00a0\u202f ]\d{3})*(?:[.,٫]\d+)?")
_MIXED = re.compile(r"(?=\d{2,30})(?=[0-9]{0,30}[^\D0-9])(?=[^\D0-9]{0,30}[0-9])\d{2,30}")
_HAN_DIGITS = {c: str(n % 10) for n, c in enumerate("〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖")} | {"两": "2", "〇": "0", "零": "0"}
_HAN = re.compile("[〇零一二三四五六七八九两十百千万亿]{1,12}")


def mixed_digits(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find one number in the digits of two scripts."""
    if not document.text.isascii():
        for match in _MIXED.finditer(document.text):
            if len({ord(c) - unicodedata.digit(c) for c in match[0]}) > 1:
                yield rule.finding(Span(*match.span()))


def against_source(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find numbers the source has not, where the source has one the text has not."""
    if document.source is None:
        return
    ours = [(match, core(match[0])) for match in _NUMBER.finditer(document.text)]
    original = document.source.document.text
    theirs = Counter(core(match[0]) for match in _NUMBER.finditer(original))
    readings = set(theirs) | {piece for match in re.findall(r"\d+", original) for piece in (core(match),)} | han(original)
    words = spelt(document, rule)
    ours_cores = {value for _, value in ours} | {core(p) for p in re.findall(r"\d+", document.text)} | words
    missing = [value for value in theirs if value not in ours_cores and not _elsewhere(value, ours_cores)]
    if rule.options.get("both", True) and not missing:
        return
    for match, value in ours:
        if value not in readings and not _elsewhere(value, readings) and _counts(match[0], rule):
            yield rule.finding(Span(*match.span()))


def _counts(number: str, rule: Rule) -> bool:
    return len(number) >= rule.options.get("digits", 1)


def _elsewhere(value: str, others: set[str] | Counter[str]) -> bool:
    """Answer whether the other side has this as an hour of the other clock, or as part of a longer figure."""
    if value.isdigit() and int(value) <= 24:
        hour = int(value)
        if any(core(str(other)) in others for other in (hour + 12, hour - 12) if other > 0):
            return True
    return any(len(value) > 1 and (value.startswith(other) or other.startswith(value)) for other in others if len(other) > 1)


def core(number: str) -> str:
    """Return the figures that tell a number apart: no separators, no noughts at its ends.

    >>> core("1,500"), core("1.5"), core("٢٠١٤")
    ('15', '15', '2014')
    """
    figures = "".join(str(unicodedata.digit(c)) for c in number if c.isdigit() and unicodedata.digit(c, None) is not None)
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


def spelt(document: Document, rule: Rule) -> set[str]:
    """Return the cores of the numbers and months the text names in words (the rule's `words`)."""
    table = rule.options.get("words", {})
    words = set(re.findall(r"[a-z]+", document.folded))
    found = {core(str(value)) for word, value in table.items() if word in words}
    tens = {core(str(t)) for t in found if t}
    return found | tens


def ungrouped(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find quantities of five or six figures without a mark between the thousands."""
    for match in re.finditer(r"(?<![\w.,:/#№-])[1-9]\d{4,5}(?= [a-z]{3})", document.text):
        before = document.folded[max(0, match.start() - 12) : match.start()].split()
        if not before or before[-1].strip(".:") not in rule.options["after"]:
            yield rule.finding(Span(*match.span()))
