"""Punctuation of another script or out of place. Numbers, code and abbreviations are left as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalize.checks.rule import Rule
from normalize.model import Document, Finding, Link, Span

# Arabic and full-width marks and what stands for them in Latin text.
_FOREIGN = {"،": ",", "؛": ";", "؟": "?", "۔": ".", "，": ",", "；": ";", "：": ":", "？": "?", "！": "!", "。": "."}
_AFTER_LATIN = re.compile(rf"(?<=[A-Za-z0-9À-ɏ’”\")])[{''.join(_FOREIGN)}](?=\s*(?:[A-Za-zÀ-ɏ“\"(]|$))", re.MULTILINE)
# One blank before a comma or full stop that ends a word of letters; French keeps its blank before ; : ! ?
_SPACE_BEFORE = re.compile(r"(?<=[^\W\d_]{2}) (?=[,.](?:\s|$))", re.MULTILINE)
_REPEATED = re.compile(r"(?<=[^\W\d_])(?:,(?: ?,){1,5}|;;{1,5})(?= [^\W\d_])")


def foreign_punctuation(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a comma, stop or question mark of Arabic or Chinese type after a Latin word."""
    if document.text.isascii() or not any(mark in document.text for mark in _FOREIGN):
        return
    for match in _AFTER_LATIN.finditer(document.text):
        span = Span(*match.span())
        after = _FOREIGN[match[0]]
        if match.end() < len(document.text) and not document.text[match.end()].isspace():
            after += " "
        yield rule.finding(span, (rule.edit(span, document.text, after),))


def space_before_punctuation(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a blank between a word and the comma or stop that belongs to it."""
    if " ," not in document.text and " ." not in document.text:
        return
    for match in _SPACE_BEFORE.finditer(document.text):
        span = Span(*match.span())
        yield rule.finding(span, (rule.edit(span, document.text, ""),))


def repeated_punctuation(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a comma or semicolon written twice between two words."""
    if ",," not in document.text and ", ," not in document.text and ";;" not in document.text:
        return
    for match in _REPEATED.finditer(document.text):
        span = Span(*match.span())
        yield rule.finding(span, (rule.edit(span, document.text, match[0][0]),))
