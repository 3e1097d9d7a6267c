"""Where names stand: known forms by the gazetteer, unknown ones by their capitals."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from normalize.gazetteer import Gazetteer
from normalize.linking.cues import Cues
from normalize.linking.declined import declined
from normalize.linking.entries import ARTICLE_BEFORE, BETWEEN, UNSPACED, UPPER, entries, without_possessive
from normalize.linking.fitting import LONG_ENOUGH, Forms, Manner, allowed, bounded, fitting, manner_of
from normalize.linking.owners import Owners
from normalize.model import Document, Span

_CAPITALS = frozenset(UPPER)
LONGEST = 120  # characters of the longest form looked for
SHORTEST_INSIDE = (("\u0590", "\u05ff", 5), ("\u0600", "\u08ff", 3))  # of a script: letters behind what is written on
JOINED = 12  # letters of a name of several words, behind the joiner of Persian
SERVANT = ("Abdel-", "Abdul-", "Abdol-", "Abdal-")
SURE_STEM = 6  # letters of a name of no language in particular, all of which a case leaves as they are


@dataclass(frozen=True, slots=True)
class Known:
    """A stretch that reads like one or several names of the gazetteer."""

    span: Span
    owners: Owners


@dataclass(frozen=True, slots=True)
class Unknown:
    """Capitalised words that no form of the gazetteer covers."""

    span: Span


@dataclass(slots=True)
class Stretch:
    """What stands between two places of a text: known forms, words left over, and where the gazetteer was asked."""

    known: list[Known]
    loose: list[tuple[int, int]]
    asked: list[int]


def recognise(document: Document, gazetteer: Gazetteer, words: Cues) -> tuple[list[Known], list[Unknown]]:
    """Return the known forms (longest wins, none overlap) and the runs of capitalised words left over."""
    found = read_stretch(document, Forms(gazetteer), words, manner_of(document), Span(0, len(document.text)))
    return found.known, [Unknown(Span(start, end)) for start, end in joined(document.text, found)]


def read_stretch(document: Document, forms: Forms, words: Cues, manner: Manner, span: Span, lead: int = 0) -> Stretch:
    """Look at every word under `span` that a name may begin with; its first `lead` characters are an article before."""
    found, gazetteer = Stretch([], [], []), forms.gazetteer
    position = span.start
    for first, last in entries(document, gazetteer, span.start + lead, span.end):
        if first < position:
            continue
        owned = _owned(document, gazetteer, first, last, words) if manner.lost else None
        known = owned or _known(document, forms, first, position, manner, found.asked)
        if words.endings and not (known and known.span.end >= span.end):
            known = _declined(document, gazetteer, Span(first, span.end), known, words)
        if known and (_inside(document.text, known.span) or _overtaken(document, forms, known, manner, found.asked)):
            continue
        if known:
            found.known.append(known)
            position = known.span.end
        elif document.text[first] in _CAPITALS:
            found.loose.append((first, without_possessive(document.text, first, last)))
    return found


def _declined(document: Document, gazetteer: Gazetteer, span: Span, exact: Known | None, words: Cues) -> Known | None:
    """Return what stands where `span` starts in some case of the language, if that is longer than the `exact` form."""
    end, form = declined(document.text, document.folded, span.start, span.end, gazetteer, words.endings)
    if end <= (exact.span.end if exact else span.start):
        return exact
    named = gazetteer.named(form)
    if " " not in form and (len(form) < SURE_STEM or not document.folded.startswith(form, span.start)):
        named = tuple((entity, alias) for entity, alias in named if alias.language == document.lang)
    span = Span(span.start, end)
    owners = allowed(document, gazetteer, span, fitting(span.of(document.text), named, document.lang))
    return Known(span, owners) if owners else exact


def _inside(text: str, span: Span) -> bool:
    """Answer whether a form is rather the end of another word: Arabic b-, Hebrew m- are written onto a name, too.

    Of short words so many begin with such a letter that the rest says nothing: bi-mqom, "instead", is no Qom. In Latin
    letters the end of a name of God's servant is none by itself: Abdel-Fatah is not of Fatah.
    """
    before = text[span.start - 1 : span.start]
    if before == "\u200c":
        return len(span) < JOINED and "\u0600" <= text[span.start] <= "\u08ff"
    if before == "-" and text[max(0, span.start - 6) : span.start].endswith(SERVANT):
        return True
    return any(first <= before <= last and len(span) < least for first, last, least in SHORTEST_INSIDE)


def _overtaken(document: Document, forms: Forms, known: Known, manner: Manner, asked: list[int]) -> bool:
    """Answer whether in text without blanks a longer form begins inside a form and ends behind it."""
    span = known.span
    if document.text[span.start] < UNSPACED[0]:
        return False
    others = (_known(document, forms, place, place, manner, asked) for place in range(span.start + 1, span.end))
    return any(other and other.span.end > span.end and len(other.span) > len(span) for other in others)


_NEXT_WORDS = re.compile(r"(?: [a-z]+){1,2}")


def _owned(document: Document, gazetteer: Gazetteer, start: int, end: int, words: Cues) -> Known | None:
    """Return the place a word without its apostrophe belongs to: "Hamas countryside" speaks of Hama."""
    if document.text[end - 1] != "s" or end - start < LONG_ENOUGH:
        return None
    behind = _NEXT_WORDS.match(document.text, end, min(len(document.text), end + 40))
    if not behind or not words.geography & set(behind[0].split()):
        return None
    places = places_without_s(document.folded[start:end], gazetteer)
    return Known(Span(start, end - 1), places) if places else None


def places_without_s(word: str, gazetteer: Gazetteer) -> Owners:
    """Return the places that a folded word may belong to, if its last letter is the s of a possessive."""
    if word[-1] != "s" or len(word) < LONG_ENOUGH:
        return Owners()
    return Owners((entity, alias) for entity, alias in gazetteer.named(word[:-1]) if entity.kind == "place")


_APART = re.compile(r"(?<![\w'-])(al|el|as|ash|ar|ad|an|at|az|ez|es|ed) (?=\w\w\w)")


def views(folded: str) -> tuple[str, ...]:
    """Return a folded text; where it has articles apart or worn ("bashar al assad"), also as gazetteers write them."""
    if folded.startswith("لل"):  # "to the", in which the alif of the article is not written
        return (folded, "ا" + folded[1:])
    if "al " not in folded and "el " not in folded:
        return (folded,)
    hyphened = _APART.sub(r"\1-", folded)
    return (folded,) if hyphened == folded else (folded, hyphened)


def _known(document: Document, forms: Forms, start: int, floor: int, manner: Manner, asked: list[int]) -> Known | None:
    """Return the longest form of the gazetteer at `start`, or at an article right before it."""
    before = ARTICLE_BEFORE.search(document.folded, max(floor, start - 5), start) if start > floor else None
    for place in ([before.start()] if before else []) + [start]:
        asked.append(place)
        read = views(document.folded[place : place + LONGEST])
        found = [known for view in read if (known := _first(document, forms, view, place, manner))]
        if found:
            return max(found, key=lambda known: len(known.span))
    return None


def _first(document: Document, forms: Forms, view: str, place: int, manner: Manner) -> Known | None:
    """Return the longest form that `view`, the folded text from `place` on, begins with and that fits there."""
    for length in forms.gazetteer.lengths(view):
        span = Span(place, place + length)
        if not bounded(document, span, manner):
            continue
        if owners := forms.allowed(document, span, view[:length]):
            return Known(span, owners)
    return None


def joined(text: str, found: Stretch) -> list[tuple[int, int]]:
    """Return start and end of the capitalised words left over, joined where only blanks, hyphens and particles part them."""
    taken = [known.span.start for known in found.known]  # in the order of the text
    runs: list[tuple[int, int]] = []
    for start, end in found.loose:
        if (
            runs
            and text[runs[-1][1] : start] in BETWEEN
            and bisect_left(taken, runs[-1][1]) == bisect_right(taken, start)
        ):
            runs[-1] = runs[-1][0], end
        else:
            runs.append((start, end))
    return runs
