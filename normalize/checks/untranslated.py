"""Words and sentences left in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from normalize.checks.rule import Rule
from normalize.checks.views import vocabulary
from normalize.checks.views import words as words_of
from normalize.model import Document, Finding, Link, Span
from normalize.model.characters import alphabet, beyond_ascii
from normalize.text.lexicon import formed

# Letters of scripts an English, German or French text is not written in. Greek letters are symbols of science.
_OTHER = (
    "\u0400-\u052f\u0531-\u058f\u0590-\u05ff\u0620-\u064a\u0671-\u06d3\u0900-\u0dff\u0e00-\u0eff"
    "\u10a0-\u10ff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
)
_RUN = re.compile(rf"[{_OTHER}](?:[\u0300-\u036f\u064b-\u065f\s،・·{_OTHER}]{{0,400}}[{_OTHER}])?")
_SPOKEN = re.compile(r"[a-z\d)]")  # of this language; the letters of a film's or a firm's name are capitals
_PUNCTUATION = frozenset("’‘“”–—…•")
_SMALL_WORD = re.compile(r"(?<![\w'’-])[a-z]{3,20}(?![\w'’-])")
_LINE_WORD = re.compile(r"[^\W_]+")
SHORTEST = 6  # words of a line
LITTLE = 3  # words of another language that no other reading explains
# One of these stands in nearly every line of English that is this long.
_COMMON = (" the ", " of ", " to ", " in ", " and ", " a ", " is ", " for ", " on ", " was ")
LONG = 40  # characters
UNKNOWN = 6  # words with small letters, of which not a quarter are English
MARKED = 2  # of them, with letters that English words do not have


def script(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find letters of another script; those a bracket holds beside a name are a gloss (`gloss`)."""
    if not any(character >= "\u0400" for character in alphabet(document.text) - _PUNCTUATION):
        return
    for match in _RUN.finditer(document.text):
        before = document.text[max(0, match.start() - 2) : match.start()].strip()
        gloss = before.endswith(("(", "[", "/")) and document.text[match.end() : match.end() + 1] in (*")],;/",)
        gloss = gloss or _in_brackets(document, match.start())
        single = len(match[0]) == 1 and not "\u0900" <= match[0] <= "\ud7ff"
        if gloss == bool(rule.options.get("gloss")) and not single and match[0] not in "・ノツシ":
            yield rule.finding(Span(*match.span()))


def _in_brackets(document: Document, place: int) -> bool:
    """Answer whether brackets of the line hold nothing but a name as it is written elsewhere: "(少年PI的奇幻漂流)"."""
    line = document.lines[document.line_at(place)]
    start, end = document.text.rfind("(", line.start, place), document.text.find(")", place, line.end)
    return 0 <= start < end and not _SPOKEN.search(document.text, start + 1, end)


def foreign_line(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a line whose little words are those of another language and not of this one."""
    shared = rule.options["shared"].get(document.lang, "")
    little = _little(document.lang, shared, *rule.options["words"].items())
    telling = bool(little.own) and _foreign(document, little)
    strange = document.lang == "en" and bool(alphabet(document.text) - _PUNCTUATION)
    for line in document.lines if telling or strange else ():
        if (telling and _theirs(document, line, little)) or (strange and _strange(document, line)):
            yield rule.finding(line)


def _theirs(document: Document, line: Span, little: _Little) -> bool:
    """Answer whether a line has the little words of another language, and hardly any of its own."""
    words = _LINE_WORD.findall(document.folded, line.start, line.end)
    if len(words) < SHORTEST:
        return False
    theirs = max(sum(map(table.__contains__, words)) for table in little.others)
    own = sum(map(little.own.__contains__, words))
    return theirs >= LITTLE and theirs > 4 * own and theirs * SHORTEST >= len(words)


def _strange(document: Document, line: Span) -> bool:
    """Answer whether hardly a word of a line is English, and some have letters that English words do not have."""
    if len(line) < LONG or any(common in document.folded[line.start : line.end] for common in _COMMON):
        return False
    if not beyond_ascii(line.of(document.text)) or any(zone.overlaps(line) for zone in document.protected):
        return False
    words = [word for word in _LINE_WORD.findall(document.text, line.start, line.end) if word.islower()]
    marked = sum(not word.isascii() and max(word) < "\u0370" for word in words)
    return marked >= MARKED and len(words) >= UNKNOWN and sum(map(formed, words)) * 4 < len(words)


@dataclass(frozen=True, slots=True)
class _Little:
    """The little words of one language, those of others that it has not, and of every word whose it is: 2 or 1."""

    own: frozenset[str]
    others: tuple[frozenset[str], ...]
    whose: Mapping[str, int]


@lru_cache(maxsize=16)
def _little(own_lang: str, shared: str, *listed: tuple[str, str]) -> _Little:
    tables = {lang: frozenset(words.split()) for lang, words in listed}
    own = tables.get(own_lang, frozenset()) | frozenset(shared.split())
    others = tuple(table - own for table in tables.values())
    return _Little(own, others, dict.fromkeys(chain(*others), 1) | dict.fromkeys(own, 2))


def _foreign(document: Document, little: _Little) -> bool:
    """Answer whether the text says three little words of other languages with none of its own between; False is certain.

    A line in another language has three of its little words, and more than four times as many as of its own: so
    somewhere in it three of them follow each other.
    """
    return b"\1\1\1" in bytes(filter(None, map(little.whose.get, words_of(document.folded))))


def acronyms(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find acronyms that were carried over from the source language by letter, where nothing explains them."""
    if _lower(*rule.options["acronyms"]).isdisjoint(vocabulary(document.folded)):
        return
    for match in re.finditer(r"\b[A-Z]{2,6}\b", document.text):
        meaning = rule.options["acronyms"].get(match[0])
        where = rule.options["where"].get(match[0], "")
        if meaning and meaning.lower() not in document.folded and where in document.folded:
            yield rule.finding(Span(*match.span()), message=f"{rule.reason}: {meaning}")


def carried_over(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find common words of other languages that were written in Latin letters instead of being translated."""
    words = _single(*rule.options["words"])
    if words.isdisjoint(vocabulary(document.folded)):
        return
    for match in _SMALL_WORD.finditer(document.text):
        if match[0] in words:
            meaning = rule.options["words"].get(match[0]) or rule.options["words"][match[0].removesuffix("s")]
            yield rule.finding(Span(*match.span()), message=f"{rule.reason}: {meaning}")


@lru_cache(maxsize=16)
def _single(*words: str) -> frozenset[str]:
    """Return the words, and as English would make plurals of them."""
    return frozenset((*words, *(f"{word}s" for word in words)))


@lru_cache(maxsize=16)
def _lower(*acronyms: str) -> frozenset[str]:
    return frozenset(map(str.lower, acronyms))
