"""Words a translation took over from its source, letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from normalize.checks.leaning import leaning
from normalize.checks.rule import Rule
from normalize.model import Document, Finding, Link, Span
from normalize.text.lexicon import words as english

_WORD = re.compile(r"(?<![\w.@/#-])(?:[^\W\d_]{1,5}['’])?[^\W\d_]{2,30}(?![\w'’-]|\.\w)")
_ENCLOSED = re.compile(
    r"\"[^\"\n]{1,80}\"|“[^“”\n]{1,80}”|‘[^‘’\n]{1,60}’|„[^„“”\n]{1,80}[“”]|«[^«»\n]{1,80}»|\([^()\n]{1,60}\)"
)
_ABBREVIATED = re.compile(r"\b[A-Z]\. $")
_OPENING = " \"'“‘„»«([-–—"
_Three = tuple[re.Match[str] | None, re.Match[str], re.Match[str] | None]  # a word and its neighbours
LONG = 7  # letters
FEW = 4  # words in quotation marks or brackets that are a title or an expression, left on purpose
# How much likelier in English the letters of a word may be that English has not ("nitroimidazoles"): the mean log ratio.
ENGLISH_ENOUGH = -0.5


@dataclass(frozen=True, slots=True)
class _Source:
    """What the source says, and what the rule knows of its language."""

    text: str
    lang: str
    small: frozenset[str]  # its words in small letters
    first: frozenset[str]  # those that begin a sentence, in small letters
    capital: frozenset[str]
    little: frozenset[str]
    rule: Rule


def copied_words(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find words that stand in the source as well and are of its language, not of this one.

    Left alone are names (words copied together with a capitalised one before them), what stands in quotation marks or
    brackets, units, and what the language of the text has itself.
    """
    source = _source(document, rule)
    if source is None:
        return
    enclosed = [Span(*match.span()) for match in _ENCLOSED.finditer(document.text) if len(match[0].split()) <= FEW]
    found = [*_WORD.finditer(document.text)]
    name: re.Match[str] | None = None  # the last word that is part of a name
    for before, match, behind in zip([None, *found], found, [*found[1:], None], strict=False):
        span = Span(*match.span())
        if not _copied(document, source, span):
            continue
        if _part_of_name(document.text, source, (before, match, behind), name):
            name = match
        elif not any(part.covers(span) for part in enclosed):
            yield rule.finding(span)


def _source(document: Document, rule: Rule) -> _Source | None:
    """Return what is asked of the source; None where there is none in a language the rule knows."""
    if document.source is None or document.source.document.lang == document.lang:
        return None
    text, lang = document.source.document.text, document.source.document.lang
    if lang not in rule.options["margin"]:
        return None
    words = [*_WORD.finditer(text)]
    small = frozenset(match[0] for match in words if match[0].islower())
    first = frozenset(match[0].lower() for match in words if _opens(text, match.start()))
    capital = frozenset(match[0] for match in words if match[0].istitle())
    return _Source(text, lang, small, first, capital, frozenset(rule.options["little"].get(lang, "").split()), rule)


def _copied(document: Document, source: _Source, span: Span) -> bool:
    """Answer whether the word at `span` is one of the source's language, taken over from there."""
    word = span.of(document.text)
    low = word.lower()
    if "'" in word or "’" in word:
        elided = _expression(source.rule.options["elided"]).match(word)
        return bool(elided) and word in source.text and word[-3:].islower()
    opens = word[0].isupper() and word[1:].islower() and _opens(document.text, span.start)
    if low in source.little and (word in source.small or (opens and low in source.small | source.first)):
        return True
    if word in source.small:
        return _foreign(low, document.lang, source, ENGLISH_ENOUGH)
    if opens and low in source.small:  # more doubtful: a name may open the sentence
        return _foreign(low, document.lang, source, 0)
    nouns = source.rule.options["nouns"].get(source.lang)
    return bool(nouns) and word in source.capital and bool(_expression(nouns).search(word)) and low not in english()


def _foreign(word: str, lang: str, source: _Source, least: float) -> bool:
    """Answer whether the language of the text has no such word, as far as can be told."""
    if len(word) < 3 or word in source.rule.options["shared"]:
        return False
    if lang != "en":
        return len(word) > 3 and leaning(word, source.lang, lang) > source.rule.options["margin"][source.lang]
    if word.isascii() and (_known(word) or _expression(source.rule.options["learned"]).search(word)):
        return False
    return not word.isascii() or leaning(word, source.lang, "en") > least


def _known(word: str) -> bool:
    """Answer whether the word is English, or ends in a long one as compounds of science do (nephrotransplant)."""
    return word in english() or any(word[at:] in english() for at in range(2, len(word) - LONG + 1))


def _part_of_name(text: str, source: _Source, words: _Three, name: re.Match[str] | None) -> bool:
    """Answer whether a capitalised neighbour, or part of a name, was copied along: "Komerční banka", "van der Bellen"."""
    before, word, behind = words
    if _ABBREVIATED.search(text, max(0, word.start() - 4), word.start()):  # L. casei
        return True
    if before and (before[0][0].isupper() or before is name) and text[before.start() : word.end()] in source.text:
        return True
    joint = word[0].lower() in source.rule.options["particles"]
    return bool(joint and behind and behind[0][0].isupper() and text[word.start() : behind.end()] in source.text)


def _opens(text: str, start: int) -> bool:
    """Answer whether a sentence begins at `start`."""
    return text[max(0, start - 8) : start].rstrip(_OPENING)[-1:] in ("", ".", "!", "?", ":", "\n")


@lru_cache(maxsize=16)
def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
