"""Words and sentences left in another language."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from normalize.checks.rule import Rule
from normalize.checks.views import alphabet
from normalize.checks.views import words as words_of
from normalize.model import Document, Finding, Link, Span

# Letters of scripts an English, German or French text is not written in. Greek letters are symbols of science.
_OTHER = (
    "\u0400-\u052f\u0531-\u058f\u0590-\u05ff\u0620-\u064a\u0671-\u06d3\u0900-\u0dff\u0e00-\u0eff"
    "\u10a0-\u10ff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
)
_RUN = re.compile(rf"[{_OTHER}](?:[\u0300-\u036f\u064b-\u065f\s،・·{_OTHER}]{{0,400}}[{_OTHER}])?")
_PUNCTUATION = frozenset("’‘“”–—…•")
_WORD = re.compile(r"(?<![\w'’.-])[^\W\d_]{2,30}(?![\w'’-])")
_LINE_WORD = re.compile(r"[^\W_]+")
LITTLE = 3  # words of another language that no other reading explains


def script(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find letters of another script; those a bracket holds beside a name are a gloss (`gloss`)."""
    if not any(character >= "\u0400" for character in alphabet(document.text) - _PUNCTUATION):
        return
    for match in _RUN.finditer(document.text):
        before = document.text[max(0, match.start() - 2) : match.start()].strip()
        gloss = before.endswith(("(", "[", "/")) and document.text[match.end() : match.end() + 1] in (
            ")",
            "]",
            ",",
            ";",
            "/",
        )
        single = len(match[0]) == 1 and not "\u0900" <= match[0] <= "\ud7ff"
        if gloss == bool(rule.options.get("gloss")) and not single and match[0] not in "・ノツシ":
            yield rule.finding(Span(*match.span()))


def copied_words(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find small-letter words that stand in the source letter by letter and look like its language, not this one."""
    source = document.source
    if source is None or source.document.lang not in rule.options["margin"] or document.source_lang == document.lang:
        return
    there = {word for word in _WORD.findall(source.document.text) if word[0].islower()}
    little = frozenset(rule.options["little"].get(source.document.lang, "").split())
    words = [*_WORD.finditer(document.text)]
    for number, match in enumerate(words):
        if match[0] not in there or _quoted(document, words, number, source.document.text):
            continue
        lang = source.document.lang
        if match[0] in little or _looks_foreign(match[0], lang, document.lang, rule.options["margin"][lang]):
            yield rule.finding(Span(*match.span()))


def _looks_foreign(word: str, lang: str, other: str, margin: float) -> bool:
    """Answer whether English has no such letters, or the runs of letters are far likelier in `lang`."""
    return (other == "en" and not word.isascii()) or (len(word) > 3 and leaning(word, lang, other) > margin)


def _quoted(document: Document, words: list[re.Match[str]], number: int, source: str) -> bool:
    """Answer whether a neighbour was copied with the word: a title, a name or a quotation, left on purpose."""
    text = document.text
    before = text[words[number - 1].start() : words[number].end()] if number else ""
    behind = text[words[number].start() : words[number + 1].end()] if number + 1 < len(words) else ""
    return bool(before and before in source) or bool(behind and behind in source)


def foreign_line(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a line whose little words are those of another language and not of this one."""
    shared = rule.options["shared"].get(document.lang, "")
    little = _little(document.lang, shared, *rule.options["words"].items())
    for line in document.lines if little.own and _foreign(document, little) else ():
        words = _LINE_WORD.findall(document.folded, line.start, line.end)
        if len(words) < 6:
            continue
        theirs = max(sum(map(table.__contains__, words)) for table in little.others)
        if theirs >= LITTLE and theirs > 4 * sum(map(little.own.__contains__, words)) and theirs * 6 >= len(words):
            yield rule.finding(line)


@dataclass(frozen=True, slots=True)
class _Little:
    """The little words of one language, those of others that it has not, and of every word whose it is: 2 or 1."""

    own: frozenset[str]
    foreign: frozenset[str]
    others: tuple[frozenset[str], ...]
    whose: Mapping[str, int]


@lru_cache(maxsize=16)
def _little(own_lang: str, shared: str, *listed: tuple[str, str]) -> _Little:
    tables = {lang: frozenset(words.split()) for lang, words in listed}
    own = tables.get(own_lang, frozenset()) | frozenset(shared.split())
    others = tuple(table - own for table in tables.values())
    foreign = frozenset().union(*others)
    return _Little(own, foreign, others, dict.fromkeys(foreign, 1) | dict.fromkeys(own, 2))


def _foreign(document: Document, little: _Little) -> bool:
    """Answer whether the text says three little words of other languages with none of its own between; False is certain.

    A line in another language has three of its little words, and more than four times as many as of its own: so
    somewhere in it three of them follow each other.
    """
    said = words_of(document.folded)
    foreign = [*filter(little.foreign.__contains__, said)]
    if all(sum(map(table.__contains__, foreign)) < LITTLE for table in little.others):
        return False
    return b"\1\1\1" in bytes(filter(None, map(little.whose.get, said)))


def acronyms(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find acronyms that were carried over from the source language by letter, where nothing explains them."""
    if {acronym.lower() for acronym in rule.options["acronyms"]}.isdisjoint(words_of(document.folded)):
        return
    for match in re.finditer(r"\b[A-Z]{2,6}\b", document.text):
        meaning = rule.options["acronyms"].get(match[0])
        if meaning and meaning.lower() not in document.folded:
            yield rule.finding(Span(*match.span()), message=f"{rule.reason}: {meaning}")


def leaning(word: str, lang: str, other: str) -> float:
    """Return how much likelier `word` is in `lang` than in `other`: the mean log ratio of its three-letter runs.

    The counts are langdetect's profiles; 0 where it has none.
    """
    first, second = _profile(lang), _profile(other)
    if not first or not second:
        return 0.0
    runs = [f" {word} "[n : n + 3] for n in range(len(word))]
    return sum(math.log((first.get(r, 0) + 1e-6) / (second.get(r, 0) + 1e-6)) for r in runs) / len(runs)


@lru_cache(maxsize=64)
def _profile(lang: str) -> dict[str, float]:
    file = resources.files("langdetect") / "profiles" / lang
    if not lang.isalpha() or not file.is_file():
        return {}
    data = json.loads(file.read_text(encoding="utf-8"))
    total = data["n_words"][2] or 1
    return {run.lower(): count / total for run, count in data["freq"].items() if len(run) == 3}
