"""Letters and digits of one script among those of another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from normalize.checks.rule import Rule
from normalize.model import Document, Finding, Link, Span
from normalize.model.characters import alphabet

# Cyrillic and Greek letters that look like a Latin one in any common typeface.
_LOOKS = dict(
    zip("АВЕЅІЈКМНОРСТУХаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTYXaeopcyxijshdqwABEZHIKMNOPTYXo", strict=True)
)
_BACK = {latin: other for other, latin in _LOOKS.items() if "\u0400" <= other <= "\u04ff"}
# Letters that stand in for one of a few alphabets only: the I of Chechen is none of Ukrainian.
_OWN = {**dict.fromkeys("Ii", ("uk", "be", "kk", "und")), **dict.fromkeys("JjSs", ("sr", "mk"))}
_WORD = re.compile(r"(?<![%@\\&$A-Za-zÀ-ɏͰ-ϿЀ-ӿԀ-ԯ-])[A-Za-zÀ-ɏͰ-ϿЀ-ӿԀ-ԯ]{3,40}")  # %s and -c are letters of a program
_OTHER = re.compile(r"[Ͱ-ϿЀ-ӿԀ-ԯ]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_MET = re.compile(rf"{_LATIN.pattern}(?:(?={_OTHER.pattern})|(?<={_OTHER.pattern}.))")  # of two scripts, side by side
_OTHERS = frozenset(map(chr, (*range(0x370, 0x400), *range(0x400, 0x530))))
_DIGITS = re.compile(r"[٠-٩۰-۹０-９]{1,40}(?:[٫٬.,:/][٠-٩۰-۹０-９]{1,40}){0,8}")
_WIDE = re.compile(r"[\uff21-\uff3a\uff41-\uff5a]{1,60}")
_NATIVE = re.compile(r"[\u0600-\u065f\u066e-\u06ef\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_DIGIT = frozenset("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９")
_WIDES = frozenset(map(chr, (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))))
_PLAIN = {"٫": ".", "٬": ","}


def lookalikes(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find words of two scripts whose odd letters all look like one of the script most letters are in."""
    if _OTHERS.isdisjoint(alphabet(document.text)):
        return
    for match in _WORD.finditer(document.text) if _MET.search(document.text) else ():
        word = match[0]
        others = len(_OTHER.findall(word))
        if 0 < others < len(word) and word[1:].islower():  # in capitals it may be a logotype
            table = _LOOKS if others * 2 < len(word) else _back(document.lang) if others * 2 > len(word) else {}
            after = "".join(table.get(letter, letter) for letter in word)
            left = len((_OTHER if table is _LOOKS else _LATIN).findall(after))
            if after != word and not left:
                span = Span(*match.span())
                yield rule.finding(span, (rule.edit(span, document.text, after),))


@lru_cache(maxsize=64)
def _back(lang: str) -> Mapping[str, str]:
    """Return what Latin letters stand in for in words of a language with Cyrillic ones."""
    return {latin: other for latin, other in _BACK.items() if lang in _OWN.get(latin, (lang,))}


def digits(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find numbers in the digits of another script beside Latin words."""
    if _DIGIT.isdisjoint(alphabet(document.text)):
        return
    for match in _DIGITS.finditer(document.text):
        if _among_latin(document.text, *match.span()):
            span = Span(*match.span())
            after = "".join(_PLAIN.get(c) or str(unicodedata.digit(c, c)) for c in match[0])
            yield rule.finding(span, (rule.edit(span, document.text, after),))


def wide(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find Latin letters of full width outside Chinese, Japanese or Korean text."""
    if _WIDES.isdisjoint(alphabet(document.text)):
        return
    for match in _WIDE.finditer(document.text):
        if _among_latin(document.text, *match.span()):
            span = Span(*match.span())
            yield rule.finding(span, (rule.edit(span, document.text, "".join(chr(ord(c) - 0xFEE0) for c in match[0])),))


def _among_latin(text: str, start: int, end: int) -> bool:
    """Answer whether Latin letters, and none of a script with such digits, stand within 24 characters."""
    around = text[max(0, start - 24) : start] + text[end : end + 24]
    return bool(_LATIN.search(around)) and not _NATIVE.search(around)
