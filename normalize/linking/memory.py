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
from typing import NamedTuple

from normalize.gazetteer import Gazetteer
from normalize.linking.cues import Cues
from normalize.linking.entries import ARTICLE_BEFORE, CASELESS, INSIDE
from normalize.linking.extent import trimmed
from normalize.linking.fitting import Forms, Manner, manner_of
from normalize.linking.owners import Owners
from normalize.linking.recognise import (
    LONGEST,
    Known,
    Stretch,
    joined,
    places_without_s,
    read_stretch,
    views,
)
from normalize.linking.runs import Cut, cut_of
from normalize.model import Document, Span
from normalize.text import fold

REMEMBERED = 1 << 16  # runs whose reading is kept, some 300 bytes each; then all are forgotten
ENTITY = 8  # runs that take as much memory as one entity with its names
MANY = 300  # forms that go on behind a run: of so many, what they go on with is not noted
AHEAD = 4  # characters of them that are
_AHEAD = [slice(size) for size in range(1, AHEAD + 1)]
MANNERS = 128  # ways of writing whose readings are kept
_AT_END = re.compile(rf"[{INSIDE}{CASELESS}]\Z")
_WORDS = re.compile(f"[{INSIDE}]+")


@dataclass(frozen=True, slots=True)
class Hanging:
    """What there is about a run that its surroundings can change."""

    open: tuple[int, ...]  # where forms begin that go on behind the run
    next: frozenset[str] | None  # the characters with which they do; None: too many
    guards: tuple[str, ...]  # refused names that hold one of its forms
    dash: bool  # a hyphen stands behind one of its forms
    owning: bool  # a word may own what is behind it, its apostrophe lost


# What a run says, in offsets from its start: known forms; words left over, without titles and common words; those that
# may be one noun of a name ("Observatory"); and what its surroundings can change. Tens of thousands are remembered, and
# plain tuples of numbers are what the garbage collector, which looks at all that lives, does not look at.
Reading = tuple[
    tuple[tuple[int, int, Owners], ...], tuple[tuple[int, int], ...], tuple[tuple[int, int], ...], Hanging | None
]
_NOTHING: Reading = ((), (), (), None)  # of a word that names nothing wherever it stands: most are such


class _Articles(dict[str, int]):
    """How many of the last characters before a run are an article ("al-") with its joint."""

    def __missing__(self, before: str) -> int:
        found = ARTICLE_BEFORE.search(fold(before))
        if len(self) >= REMEMBERED:
            self.clear()
        self[before] = length = len(before) - found.start() if found else 0
        return length


class Recognised(NamedTuple):
    """What a text holds, in its order: known forms, other names, and words that may be one noun of a name."""

    known: list[Known]
    names: list[Span]
    heads: list[Span]


class Recogniser:
    """Finds names in texts by one gazetteer. Thread-safe; remembers a bounded number of runs, and no text."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer, self.forms = gazetteer, Forms(gazetteer)
        self.articles = _Articles()
        self._memories: dict[tuple[Manner, bool], dict[str, Reading]] = {}
        self._kept = 0

    def recognise(self, document: Document, words: Cues) -> Recognised:
        """Return what the function of this name does, its runs trimmed."""
        if (cut := cut_of(document.text)) is None:
            found = read_stretch(document, self.forms, words, manner_of(document), Span(0, len(document.text)))
            over, single = _left(document.text, document.folded, found, words)
            return Recognised(found.known, [Span(*name) for name in over], [Span(*head) for head in single])
        known: list[Known] = []
        names: list[Span] = []
        nouns: list[Span] = []
        for start, (forms, left, heads, _) in _Pass(self, document, words, cut).readings():
            for first, last, owners in forms:
                known.append(Known(Span(start + first, start + last), owners))
            for first, last in left:
                names.append(Span(start + first, start + last))
            for first, last in heads:
                nouns.append(Span(start + first, start + last))
        return Recognised(known, names, nouns)

    def memory(self, manner: Manner, led: bool) -> dict[str, Reading]:
        """Return what is remembered of texts written so: of runs, or of runs `led` by an article."""
        if (kept := self._memories.get((manner, led))) is None:
            if len(self._memories) >= MANNERS:
                self._memories.clear()
            kept = self._memories.setdefault((manner, led), {})
        return kept

    def remember(self, memory: dict[str, Reading], run: str, reading: Reading) -> None:
        """Keep a reading in one of the memories; when all together are full, forget everything first."""
        if self._kept >= REMEMBERED:
            self._kept = 0
            for one in [*self._memories.values()]:
                one.clear()
        self._kept += 1 + ENTITY * sum(len(owners) for _, _, owners in reading[0])
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
            if first < done or (known is _NOTHING and not article):
                continue
            lead = article if first - article >= floor else 0
            start, done = first - lead, stop
            reading = (None if lead else known) or self._reading(start, stop, lead)
            if hanging := reading[3]:
                done, reading = self._in_place(start, stop, lead, reading, hanging)
            if forms := reading[0]:
                floor = start + forms[-1][1]
            yield start, reading

    def _reading(self, start: int, stop: int, lead: int) -> Reading:
        """Return what is remembered of a run, or read it for itself and remember that."""
        memory, key = self._led if lead else self._whole, self._document.text[start:stop]
        if reading := memory.get(key):
            return reading
        folded = self._document.folded[start:stop]
        alone = Document(key, folded, self._document.lang)
        found = self._read(alone, Span(0, len(key)), lead)
        reading = self._relative(found, 0, alone, self._hanging(found, key, folded))
        self._recogniser.remember(memory, key, reading)
        return reading

    def _read(self, document: Document, span: Span, lead: int) -> Stretch:
        return read_stretch(document, self._recogniser.forms, self._words, self._manner, span, lead)

    def _hanging(self, found: Stretch, key: str, folded: str) -> Hanging | None:
        gazetteer = self._recogniser.gazetteer
        behind: list[tuple[int, set[str]]] = []
        if not _AT_END.search(key):  # of the text, where nothing goes on
            pairs = ((place, self._behind(folded[place : place + LONGEST])) for place in found.asked)
            behind = [(place, some) for place, some in pairs if some]
        going_on = tuple([place for place, _ in behind])
        following = frozenset().union(*(some for _, some in behind))
        guards = tuple([name for one in found.known for name in gazetteer.refused_around(one.span.of(folded))])
        dash = folded[-1] == "-" and any(one.span.end == len(key) - 1 for one in found.known)
        owning = self._manner.lost and (
            any(places_without_s(word, gazetteer) for word in _WORDS.findall(folded))
            or any(one.span.end == len(key) - 2 for one in found.known)  # with an s between
        )
        if not (going_on or guards or dash or owning):
            return None
        return Hanging(going_on, None if "" in following else following, guards, dash, owning)

    def _behind(self, folded: str) -> set[str]:
        """Return the next characters of the forms that begin with `folded`; "" stands for any.

        An article at the end of `folded` may be written apart.
        """
        size = len(folded)
        ways = views(folded if folded[-1] != " " else f"{folded}xxx")
        gazetteer = self._recogniser.gazetteer
        found = [form[size : size + AHEAD] for way in ways for form in gazetteer.beginning(way[:size], MANY)]
        return {*found} if len(found) < MANY else {""}

    def _in_place(
        self, start: int, stop: int, lead: int, reading: Reading, hanging: Hanging | None
    ) -> tuple[int, Reading]:
        """Return how far a run goes where it stands, and what it says there."""
        text, folded = self._document.text, self._document.folded
        while hanging and hanging.open and stop < len(text):
            if hanging.next is not None and hanging.next.isdisjoint(
                map(folded[stop : stop + AHEAD].__getitem__, _AHEAD)
            ):
                break
            reach = max(self._reach(start + place) for place in hanging.open)
            if reach < stop:
                break
            stop = self._run_end(reach)
            reading = self._reading(start, stop, lead)
            hanging = reading[3]
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
        return stop, self._relative(found, start, self._document, None)

    def _relative(self, found: Stretch, start: int, document: Document, hanging: Hanging | None) -> Reading:
        known = tuple([(one.span.start - start, one.span.end - start, one.owners) for one in found.known])
        left = _left(document.text, document.folded, found, self._words)
        names, heads = (tuple([(first - start, last - start) for first, last in some]) for some in left)
        return (known, names, heads, hanging) if known or names or heads or hanging else _NOTHING


def _left(text: str, folded: str, found: Stretch, words: Cues) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the runs left over: trimmed, and those that may be one noun of a name."""
    names, heads = [], []
    for start, end in joined(text, found):
        if name := trimmed(folded[start:end], words):
            names.append((start + name[0], start + name[1]))
        if (word := text[start:end].lower()) in words.heads or word[:-1] in words.heads:
            heads.append((start, end))
    return names, heads
