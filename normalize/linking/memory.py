"""Recognition with a memory: the same answer as `recognise`, for names seen before at the price of a look-up.

A text is cut at its runs of capitalised words (in scripts without capitals at its words). What such a run names hangs
on nothing but the run and the character behind it, unless a longer form of the gazetteer goes on there, or a refused
name stands around it. So each distinct run is read once, and its reading is remembered.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from normalize.gazetteer import Gazetteer
from normalize.linking.cues import Cues
from normalize.linking.entries import ARTICLE_BEFORE, CASELESS, INSIDE
from normalize.linking.recognise import (
    LONGEST,
    Known,
    Manner,
    Owners,
    Stretch,
    Unknown,
    joined,
    manner_of,
    places_without_s,
    read_stretch,
    recognise,
    views,
)
from normalize.linking.runs import Cut, cut_of
from normalize.model import Document, Span
from normalize.text import fold

REMEMBERED = 1 << 16  # runs whose reading is kept, some 300 bytes each; then all are forgotten
ENTITY = 8  # runs that take as much memory as one entity with its names
MANNERS = 32  # ways of writing whose readings are kept
_AT_END = re.compile(rf"[{INSIDE}{CASELESS}]\Z")
_WORDS = re.compile(f"[{INSIDE}]+")


@dataclass(frozen=True, slots=True)
class Hanging:
    """What there is about a run that its surroundings can change."""

    open: tuple[int, ...]  # where forms begin that go on behind the run
    guards: tuple[str, ...]  # refused names that hold one of its forms
    dash: bool  # a hyphen stands behind one of its forms
    owning: bool  # a word may own what is behind it, its apostrophe lost


@dataclass(frozen=True, slots=True)
class Reading:
    """What a run says; offsets from its start."""

    known: tuple[tuple[int, int, Owners], ...]
    loose: tuple[tuple[int, int], ...]
    hanging: Hanging | None


class _Articles(dict[str, int]):
    """How many of the last characters before a run are an article ("al-") with its joint."""

    def __missing__(self, before: str) -> int:
        found = ARTICLE_BEFORE.search(fold(before))
        if len(self) >= REMEMBERED:
            self.clear()
        self[before] = length = len(before) - found.start() if found else 0
        return length


class Recogniser:
    """Finds names in texts by one gazetteer. Thread-safe; remembers a bounded number of runs, and no text."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.articles = _Articles()
        self._memories: dict[tuple[Manner, bool], dict[str, Reading]] = {}
        self._kept = 0

    def recognise(self, document: Document, words: Cues) -> tuple[list[Known], list[Unknown]]:
        """Return what the function of this name does."""
        if (cut := cut_of(document.text)) is None:
            return recognise(document, self.gazetteer, words)
        known: list[Known] = []
        unknown: list[Unknown] = []
        for start, reading in _Pass(self, document, words, cut).readings():
            for first, last, owners in reading.known:
                known.append(Known(Span(start + first, start + last), owners))
            for first, last in reading.loose:
                unknown.append(Unknown(Span(start + first, start + last)))
        return known, unknown

    def memory(self, manner: Manner, led: bool) -> dict[str, Reading]:
        """Return what is remembered of texts written so: of runs, or of runs `led` by an article."""
        if len(self._memories) >= MANNERS:
            self._memories.clear()
        return self._memories.setdefault((manner, led), {})

    def remember(self, memory: dict[str, Reading], run: str, reading: Reading) -> None:
        """Keep a reading in one of the memories; when all together are full, forget everything first."""
        if self._kept >= REMEMBERED:
            self._kept = 0
            for one in [*self._memories.values()]:
                one.clear()
        self._kept += 1 + ENTITY * sum(len(owners) for _, _, owners in reading.known)
        memory[run] = reading


class _Pass:
    """One text, looked at from its start to its end."""

    def __init__(self, recogniser: Recogniser, document: Document, words: Cues, cut: Cut) -> None:
        self._recogniser, self._document, self._words, self._cut = recogniser, document, words, cut
        self._manner = manner_of(document)
        self._pieces = cut.run.split(document.text)  # the runs, at the odd places, and what stands between them
        ends = [*accumulate(map(len, self._pieces))]
        self._starts, self._stops = ends[::2], ends[1::2]
        self._whole, self._led = recogniser.memory(self._manner, False), recogniser.memory(self._manner, True)

    def readings(self) -> Iterator[tuple[int, Reading]]:
        """Yield where each run starts, with its article if it has one, and what it says there."""
        text, articles = self._document.text, self._recogniser.articles
        # Four characters rule an article out; it takes five to be sure of one.
        leads = [
            articles[text[max(0, start - 5) : start]] if articles[text[start - 4 if start > 4 else 0 : start]] else 0
            for start in self._starts
        ]
        runs = zip(self._starts, self._stops, map(self._whole.get, self._pieces[1::2]), leads, strict=False)
        floor = done = 0  # how far the last known form reaches, and how far what has been read
        for first, stop, known, article in runs:
            if first < done:
                continue
            lead = article if first - article >= floor else 0
            start, done = first - lead, stop
            reading = (None if lead else known) or self._reading(start, stop, lead)
            if reading.hanging:
                done, reading = self._in_place(start, stop, lead, reading)
            if reading.known:
                floor = start + reading.known[-1][1]
            yield start, reading

    def _reading(self, start: int, stop: int, lead: int) -> Reading:
        """Return what is remembered of a run, or read it for itself and remember that."""
        memory, key = self._led if lead else self._whole, self._document.text[start:stop]
        if reading := memory.get(key):
            return reading
        folded = self._document.folded[start:stop]
        alone = Document(key, folded, self._document.lang, ())
        found = self._read(alone, Span(0, len(key)), lead)
        reading = _relative(found, 0, key, self._hanging(found, key, folded))
        self._recogniser.remember(memory, key, reading)
        return reading

    def _read(self, document: Document, span: Span, lead: int) -> Stretch:
        return read_stretch(document, self._recogniser.gazetteer, self._words, self._manner, span, lead)

    def _hanging(self, found: Stretch, key: str, folded: str) -> Hanging | None:
        gazetteer = self._recogniser.gazetteer
        going_on: tuple[int, ...] = ()
        if not _AT_END.search(key):  # of the text, where nothing goes on
            going_on = tuple([place for place in found.asked if self._goes_on(folded[place : place + LONGEST])])
        guards = tuple([name for one in found.known for name in gazetteer.refused_around(one.span.of(folded))])
        dash = folded[-1] == "-" and any(one.span.end == len(key) - 1 for one in found.known)
        owning = self._manner.lost and (
            any(places_without_s(word, gazetteer) for word in _WORDS.findall(folded))
            or any(one.span.end == len(key) - 2 for one in found.known)  # with an s between
        )
        return Hanging(going_on, guards, dash, owning) if going_on or guards or dash or owning else None

    def _goes_on(self, folded: str) -> bool:
        """Answer whether a form goes on behind `folded`, also if an article at its end is written apart."""
        ways = views(folded if folded[-1] != " " else f"{folded}xxx")
        return any(self._recogniser.gazetteer.goes_on(way[: len(folded)]) for way in ways)

    def _in_place(self, start: int, stop: int, lead: int, reading: Reading) -> tuple[int, Reading]:
        """Return how far a run goes where it stands, and what it says there."""
        text, folded = self._document.text, self._document.folded
        while (hanging := reading.hanging) and hanging.open and stop < len(text):
            reach = max(self._reach(start + place) for place in hanging.open)
            if reach < stop:
                break
            stop = self._run_end(reach)
            reading = self._reading(start, stop, lead)
        if hanging is None:
            return stop, reading
        refused = any(folded.find(name, max(0, start - len(name)), stop + len(name)) >= 0 for name in hanging.guards)
        if refused or hanging.owning or (hanging.dash and text[stop : stop + 1].isupper()):
            return self._read_here(start, stop, lead)
        return stop, reading

    def _reach(self, place: int) -> int:
        """Return the end of the longest form at `place`."""
        read = views(self._document.folded[place : place + LONGEST])
        found = [lengths[0] for view in read if (lengths := self._recogniser.gazetteer.lengths(view))]
        return place + max(found, default=0)

    def _run_end(self, place: int) -> int:
        """Return the end of the run or word in which `place` lies, with the character behind it."""
        found = self._cut.rest.match(self._document.text, place)
        stop = found.end() if found else place
        number = bisect_right(self._starts, stop - 1) - 1
        return max(stop, self._stops[number]) if 0 <= number < len(self._stops) else stop

    def _read_here(self, start: int, stop: int, lead: int) -> tuple[int, Reading]:
        """Read a run with all that stands around it; nothing of this is remembered."""
        found = self._read(self._document, Span(start, stop), lead)
        while found.known and found.known[-1].span.end > stop:
            stop = self._run_end(found.known[-1].span.end)
            found = self._read(self._document, Span(start, stop), lead)
        return stop, _relative(found, start, self._document.text, None)


def _relative(found: Stretch, start: int, text: str, hanging: Hanging | None) -> Reading:
    known = tuple([(one.span.start - start, one.span.end - start, one.owners) for one in found.known])
    loose = tuple([(first - start, last - start) for first, last in joined(text, found)])
    return Reading(known, loose, hanging)
