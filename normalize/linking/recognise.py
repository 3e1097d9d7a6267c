"""Where names stand: known forms by the gazetteer, unknown ones by their capitals.

Scripts with capitals are entered only at capitalised words (one word in seven of English news); the others at
every word, Arabic ones also behind the letters that are written onto a noun (and, in, to, by).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from normalize.gazetteer import Gazetteer
from normalize.gazetteer.record import ANY
from normalize.linking.cues import Cues
from normalize.model import Alias, Document, Entity, Span

Owners = tuple[tuple[Entity, Alias], ...]

_UPPER = "".join(character for code in range(0x590) if (character := chr(code)).isupper())
_CAPITALISED = re.compile(rf"(?<![\w'’])[{_UPPER}][\w'’ʿʾ‘`´]*")
_CASELESS = re.compile(
    r"[\u0590-\u06ff\u0750-\u077f\u08a0-\u08ff\u0900-\u097f\u10d0-\u10ff]+|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_ARTICLE_BEFORE = re.compile(
    r"(?<![\w'’-])(?:al|el|as|ash|ar|ad|an|at|az|ez|es|ed|et|er|ul|bin|ben|ibn|abu|abo|umm)[- ]$"
)
_PREFIXED = re.compile(r"[وفبلك]{1,2}(?=\w\w\w)")  # Arabic: wa-, fa-, bi-, li-, ka- written onto the word
# What holds the words of one name together in Latin script.
_JOINTS = re.compile(
    r"(?: |[-‐‑]| (?:al|el|as|ash|ar|ad|an|az|ez|bin|ben|bint|ibn|abu|umm|de|del|della|der|den|di|da|do|dos|du|la|le|van|von|ter|ten|zu|y|e|ul|ud|uddin)[- ])"
)
LONG_ENOUGH = 5  # letters of a name behind which a possessive s without its apostrophe is believed
APART = frozenset(["demonym", "mistranslation"])  # names that are recognised in order not to be taken for others


@dataclass(frozen=True, slots=True)
class Known:
    """A stretch that reads like one or several names of the gazetteer."""

    span: Span
    owners: Owners


@dataclass(frozen=True, slots=True)
class Unknown:
    """Capitalised words that no form of the gazetteer covers."""

    span: Span


def recognise(document: Document, gazetteer: Gazetteer, words: Cues) -> tuple[list[Known], list[Unknown]]:
    """Return the known forms (longest wins, none overlap) and the runs of capitalised words left over."""
    known: list[Known] = []
    loose: list[Span] = []
    position = 0
    lost = _lost_apostrophes(document.text)
    for start, end in _entries(document.text):
        if start < position:
            continue
        owned = _owned(document, gazetteer, start, end, words) if lost else None
        found = owned or _known(document, gazetteer, start, position, lost)
        if found:
            known.append(found)
            position = found.span.end
        elif document.text[start] in _UPPER_SET:
            loose.append(Span(start, _without_possessive(document.text, start, end)))
    return known, [Unknown(span) for span in _runs(document.text, loose, known)]


_UPPER_SET = frozenset(_UPPER)


def _entries(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every word a name may begin with."""
    if text.isascii() or not _CASELESS.search(text):
        for match in _CAPITALISED.finditer(text):
            yield match.span()
        return
    both = [match.span() for match in _CAPITALISED.finditer(text)]
    for match in _CASELESS.finditer(text):
        both.append(match.span())
        if prefix := _PREFIXED.match(match[0]):
            both += [(match.start() + length, match.end()) for length in range(1, prefix.end() + 1)]
    yield from sorted(both)


_NEXT_WORDS = re.compile(r"(?: [a-z]+){1,2}")


def _owned(document: Document, gazetteer: Gazetteer, start: int, end: int, words: Cues) -> Known | None:
    """Return the place a word without its apostrophe belongs to: "Hamas countryside" speaks of Hama."""
    if document.text[end - 1] != "s" or end - start < LONG_ENOUGH:
        return None
    behind = _NEXT_WORDS.match(document.text, end, min(len(document.text), end + 40))
    if not behind or not words.geography & set(behind[0].split()):
        return None
    span = Span(start, end - 1)
    owners = gazetteer.named(span.of(document.folded))
    places = tuple((entity, alias) for entity, alias in owners if entity.kind == "place")
    return Known(span, places) if places else None


def _known(document: Document, gazetteer: Gazetteer, start: int, floor: int, lost: bool) -> Known | None:
    """Return the longest form of the gazetteer at `start`, or at an article right before it."""
    before = _ARTICLE_BEFORE.search(document.folded, max(floor, start - 5), start)
    for place in ([before.start()] if before else []) + [start]:
        for length, owners in gazetteer.starting(document.folded[place : place + 120]):
            span = Span(place, place + length)
            if not _bounded(document, span, lost):
                continue
            fitting = _fitting(span.of(document.text), owners, document.lang)
            if refused := gazetteer.refusing(document.folded, span.start, span.end):
                fitting = tuple((e, alias) for e, alias in fitting if e.id not in refused and ANY not in refused)
            if _before_hyphenated(document.text, span):  # "Hassan-Zadeh" is no Hassan; "Tehran-Doha" is Tehran
                fitting = tuple((e, alias) for e, alias in fitting if e.kind != "person" or " " in alias.form)
            if fitting:
                return Known(span, fitting)
    return None


def _bounded(document: Document, span: Span, lost: bool) -> bool:
    """Answer whether the stretch ends where a word does.

    Chinese, Japanese and Thai have no blanks between words. In a text that `lost` its apostrophes, a name may be
    followed by the s of its possessive ("Assads regime").
    """
    rest = document.text[span.end : span.end + 2]
    if not rest[:1].isalnum() and rest[:1] != "_":
        return True
    if document.text[span.end - 1] > "\u2e7f" and rest[0] > "\u2e7f":
        return True
    return rest[0] == "s" and not rest[1:].isalnum() and _tells(span.of(document.text)) and lost


def _tells(form: str) -> bool:
    return len(form) >= LONG_ENOUGH or (len(form) > 2 and form.isupper())


def _lost_apostrophes(text: str) -> bool:
    return len(text) >= 200 and "'" not in text and "’" not in text


def _before_hyphenated(text: str, span: Span) -> bool:
    rest = text[span.end : span.end + 2]
    return rest[:1] in ("-", "‐", "‑") and rest[1:].isupper()


def _fitting(surface: str, owners: Owners, lang: str) -> Owners:
    return tuple(
        (entity, alias) for entity, alias in owners if _of_language(alias, lang) and _cased_alike(surface, alias)
    )


def _of_language(alias: Alias, lang: str) -> bool:
    """Answer whether a text in `lang` would write this name.

    English forms stand in texts of every language, forms of other languages only where they are two words or more:
    "Eden" is Kurdish for Aden, and a given name in English.
    """
    if not alias.lang.endswith("Latn") or alias.language in (lang, "en", "und"):
        return True
    return " " in alias.form


def _cased_alike(surface: str, alias: Alias) -> bool:
    """Answer whether the capitals are those of the name: "US" is not "us", "May" is not "may".

    A word that has a capital in the name has one in the text; headlines may add more.
    """
    form = alias.form
    if alias.kind in ("acronym", "code") or (form.isupper() and len(form) <= 6):
        return surface.replace(".", "") == form.replace(".", "") or (surface == form)
    if surface.isupper():
        return len(surface) > 2
    words, own = surface.replace("-", " ").split(), form.replace("-", " ").split()
    return all(
        word[0].isupper() or not letter[0].isupper() or not letter[0].isascii()
        for word, letter in zip(words, own, strict=False)
    )


def _without_possessive(text: str, start: int, end: int) -> int:
    word = text[start:end].rstrip("'’‘`´-")
    for ending in ("'s", "’s"):
        word = word.removesuffix(ending)
    return start + len(word)


def _runs(text: str, loose: list[Span], known: list[Known]) -> Iterator[Span]:
    """Join capitalised words that only blanks, hyphens and particles part."""
    taken = [found.span.start for found in known]  # in the order of the text
    run: Span | None = None
    for span in loose:
        if (
            run
            and _JOINTS.fullmatch(text, run.end, span.start)
            and bisect_left(taken, run.end) == bisect_right(taken, span.start)
        ):
            run = Span(run.start, span.end)
            continue
        if run:
            yield run
        run = span
    if run:
        yield run
