"""Letters that come again and again with no blank between: loops in writing without blanks, and inside a word.

A text is one number, of a byte a character, and one number is compared at once with itself shifted, as for words.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache

from normalize.checks.loops import COPIES
from normalize.checks.rule import Rule
from normalize.checks.views import words
from normalize.model import Document, Finding, Link, Span
from normalize.model.characters import alphabet, beyond_ascii
from normalize.text.scripts import script_of

_UNSPACED = frozenset(("Hani", "Hira", "Kana", "Thai"))
_SHARE = 4  # of which one part at least is not ASCII in such a text
_INSIDE = 6  # characters of a unit inside a word, or of marks
_SHORTEST = 10  # characters of a stretch
_FAR = 100  # characters two sentences have that come again at once, or what comes again nearly
_TEXTS = 8


def letters(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find stretches that repeat a unit as often as the rule asks of units so long, unlike the source.

    `runs` are triples: units up to so many characters, the least copies, the least characters altogether. What stands
    in words with blanks between them is told by the rules for words.
    """
    unspaced = _unspaced(document.text)
    alone = document.source is None
    longest = _FAR if unspaced else _INSIDE
    if not unspaced and alone and max(map(len, words(document.folded)), default=0) < rule.options["alone"]:
        return
    if _in_source(document):
        return
    end = 0
    for start, stop, period in _cycles(document.folded, longest):
        unit = document.folded[start : start + period]
        if start < end or not _whole(unit, unspaced, alone) or stop - start < _least(period, unspaced, alone, rule):
            continue
        span = Span(start, stop)
        if not any(zone.overlaps(span) for zone in document.protected):
            end = stop
            mark = (stop - start) % period == period - 1 and not unit[-1].isalnum()
            yield rule.finding(span, (rule.edit(Span(start + period - mark, stop), document.text, ""),))


def twice(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find what a text without blanks between words says twice at once, of `least` characters or more."""
    if not _unspaced(document.text):
        return
    if _in_source(document):
        return
    end = 0
    for start, stop, period in _cycles(document.folded, _FAR):
        unit = document.folded[start : start + period]
        once = period >= rule.options["least"] and stop - start < COPIES * period and not _cycles(unit, _INSIDE)
        if start >= end and once and _whole(unit, unspaced=True, alone=True):
            end = stop
            cut = Span(start + period, start + 2 * period)
            yield rule.finding(Span(start, cut.end), (rule.edit(cut, document.text, ""),))


def _in_source(document: Document) -> bool:
    """Answer whether the source, too, says something short again at once."""
    return document.source is not None and bool(_cycles(document.source.document.folded, _INSIDE))


def nearly(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find lines without blanks between words most of whose characters come again after as many others."""
    if not _unspaced(document.text):
        return
    for line in document.lines:
        text = line.of(document.folded)
        if not rule.options["least"] <= len(text) <= rule.options["most"]:
            continue
        # Each kind of character is once the last of its kind, and the same as none that follows.
        if 1 - len(set(_codes(text))) / len(text) < rule.options["share"] or not _shrinks(text):
            continue
        if _same(text) < rule.options["share"]:
            continue
        if document.source is None or _same(document.source.document.folded) < rule.options["share"] / 2:
            yield rule.finding(line)


def _shrinks(text: str) -> bool:
    """Answer whether a text may say the same often: Chinese news shrinks to two thirds, never to half."""
    data = text.encode("utf-8", "replace")
    return 2 * len(zlib.compress(data, 1)) < len(data) + _HEAD


_HEAD = 40  # bytes zlib adds, or needs before it finds anything again


@lru_cache(maxsize=_TEXTS)
def _same(text: str) -> float:
    """Return the greatest share of characters that are the same as one some places on, the same distance for all."""
    size = len(text)
    return max(
        (echo.count(0) / size for _, echo in _echoes(text, range(1, min(_FAR, size // COPIES) + 1))), default=0.0
    )


def _unspaced(text: str) -> bool:
    """Answer whether much of the text is in a script that sets no blanks between words."""
    if _SHARE * len(beyond_ascii(text)) < len(text):
        return False
    return any(script_of(character) in _UNSPACED for character in alphabet(text))


def _whole(unit: str, unspaced: bool, alone: bool) -> bool:
    """Answer whether a unit is told here: of letters and figures, or, beside a source, of marks alone."""
    if unit.isalnum():
        return True
    if not any(map(str.isalnum, unit)):
        return not alone
    return unspaced and any(script_of(character) in _UNSPACED for character in unit)


def _least(period: int, unspaced: bool, alone: bool, rule: Rule) -> int:
    """Return how many characters a stretch with that period must have."""
    for most, copies, characters in rule.options["runs"]:
        if period <= most:
            least: int = max(period * copies - 1, characters)  # the last unit has no mark behind it
            return max(least, int(rule.options["alone"])) if alone and not unspaced else least
    return 1 << 30


@lru_cache(maxsize=_TEXTS)
def _cycles(text: str, longest: int) -> tuple[tuple[int, int, int], ...]:
    """Return (start, end, period) of stretches of two copies or more, for each period the longest, in order."""
    found = []
    longest = min(longest, len(text) // 2)
    for period, echo in _echoes(text, (*range(1, min(longest, _NEAR) + 1), *_far(text, longest))):
        least, place = bytes(max(period, _SHORTEST - period)), -1
        while (place := echo.find(least, place + 1)) >= 0:
            stop = _end(text, place, period)
            if stop - place >= max(2 * period, _SHORTEST):
                found.append((place, stop, period))
            place = max(place, stop - period)
    return tuple(sorted(found, key=lambda cycle: (cycle[0], cycle[2])))


_NEAR = 11  # characters of a unit; a longer one that comes again at once is as many and one in a row


def _far(text: str, longest: int) -> list[int]:
    """Return the periods from _NEAR to `longest` with which a unit may come again at once; no other does.

    Of as many characters in a row some seven begin at every sixth place, and stand again a period later.
    """
    step, size = _NEAR // 2 + 1, _NEAR // 2 + 2
    found: set[int] = set()
    for start in range(0, len(text) - size + 1, step) if longest > _NEAR else ():
        part, place = text[start : start + size], start
        while (place := text.find(part, place + 1, start + longest + size)) >= 0:
            found.add(place - start)
    return sorted(period for period in found if period > _NEAR)


def _codes(text: str) -> bytes:
    """Return a byte a character: those of different bytes are different."""
    return text.encode("utf-32-le", "surrogatepass")[::4]


def _echoes(text: str, periods: Iterable[int]) -> Iterator[tuple[int, bytes]]:
    """Yield each of the periods and a byte a character: 0 where the character so far on may be the same."""
    codes = _codes(text)
    number, size = int.from_bytes(codes, "little"), len(codes)
    for period in periods:
        yield period, (number ^ (number >> (8 * period))).to_bytes(size, "little")[: size - period]


_STRIDE = 1 << 12  # characters compared at once, then half as many, down to one


def _end(text: str, start: int, period: int) -> int:
    """Return where the stretch that repeats itself with the period from `start` on ends."""
    stop, step = start, _STRIDE
    while step:
        end = stop + period + step
        if end <= len(text) and text[stop : stop + step] == text[stop + period : end]:
            stop += step
        else:
            step //= 2
    return stop + period
