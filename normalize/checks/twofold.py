"""What one text writes in two ways: the order of day and month, the marks inside numbers, quotation marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from normalize.checks.rule import Rule
from normalize.model import Document, Finding, Link, Span

MONTHS = 12
_DATE = re.compile(r"(?<![\w./-])([0-3]?\d)([/.-])([0-3]?\d)\2(?:\d{4}|\d{2})(?![\w/-])")
# Only what cannot be read the other way: 1,234 is two numbers, 1,234.5 and 1,234,567 are one each.
_NUMBER = re.compile(
    r"(?<![\w.,])[1-9]\d{0,2}(?:(?:,\d{3}){1,5}\.\d{1,6}|(?:\.\d{3}){1,5},\d{1,6}|(?:,\d{3}){2,5}|(?:\.\d{3}){2,5})(?![.,]?\d)"
)
_QUOTED = re.compile(r'"[^"\n]{1,300}"|“[^“”\n]{1,300}”|«[^«»\n]{1,300}»|„[^„“”\n]{1,300}[“”]')


def dates(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find dates in figures with the month first among such with the day first, or the other way round."""
    return _rarer(document, rule, _DATE.finditer(document.text), _order)


def numbers(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find numbers grouped by points among such that are grouped by commas, or the other way round."""
    return _rarer(document, rule, _NUMBER.finditer(document.text), _grouping)


def quotation_marks(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find quotations set in other marks than most of the text's; one inside another has others by right."""
    return _rarer(document, rule, _QUOTED.finditer(document.text), _opening)


def _rarer(
    document: Document, rule: Rule, matches: Iterable[re.Match[str]], way: Callable[[re.Match[str]], str]
) -> Iterator[Finding]:
    """Yield what is not written in the most frequent way, of equally frequent ones the first; "" tells no way."""
    found = [(way(match), match) for match in matches]
    ways = [told for told, _ in found if told]
    usual = max(dict.fromkeys(ways), key=ways.count, default="")
    for told, match in found:
        if told not in ("", usual):
            yield rule.finding(Span(*match.span()))


def _order(match: re.Match[str]) -> str:
    first, second = int(match[1]), int(match[3])
    if min(first, second) > MONTHS or max(first, second) <= MONTHS:
        return ""
    return "day first" if first > MONTHS else "month first"


def _grouping(match: re.Match[str]) -> str:
    return re.sub(r"\d", "", match[0])[0]


def _opening(match: re.Match[str]) -> str:
    return match[0][0]
