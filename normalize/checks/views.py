"""What many checks ask of one text, worked out once: its words, its characters, where it repeats itself.

A check that reads a whole text costs as much as a search for all words; most texts have nothing for it. It asks here
first whether there can be anything. The last few texts are remembered.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, groupby

from normalize.model import Document, Span
from normalize.model.characters import beyond_ascii

TEXTS = 4  # one a thread that cleans, and its source
_WORD = re.compile(r"[^\W_]+")
WORD = 30  # characters shown of a word beside a slip
_MARK = re.compile(r"\W")
PERIODS = 24  # words after which a phrase may come again
NEAR = 16  # words on which it is looked whether a run of them comes again; no more than the periods
MANY = 30  # different marks outside ASCII, from which on one search is faster than as many replacements
_BLANKED = bytes(code if code > 127 or chr(code).isalnum() else 32 for code in range(256))

_SHAPE = bytes(
    ord("a") if chr(n).islower() and n < 128
    else ord("A") if chr(n).isupper() and n < 128
    else ord("0") if chr(n).isdigit() and n < 128
    else n if n < 128
    else ord("?")
    for n in range(256)
)  # fmt: skip


_SPLIT = re.compile(r"\w [,.?](?:\s|$)|[“‘\"] \w[^“”‘\"\n]{0,400} [”’\"](?:\s|$)")
_SPLIT_TOO = re.compile(r"\w [;:!](?:\s|$)")  # French writes so


def split_source(document: Document) -> bool:
    """Answer whether the source sets blanks as a tokeniser does: then its translation does so on purpose."""
    if document.source is None:
        return False
    text = document.source.document.text
    return bool(_SPLIT.search(text)) or (document.source.document.lang != "fr" and bool(_SPLIT_TOO.search(text)))


def beside(text: str, place: Span) -> Span:
    """Return the place with the words or marks it stands between, up to a blank on either side.

    >>> beside('he left , " she said', Span(7, 8)).of('he left , " she said')
    'left ,'
    """
    start, end = place.start, place.end
    while start and not text[start - 1].isspace() and place.start - start < WORD:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - place.end < WORD:
        end += 1
    return Span(start, end)


@lru_cache(maxsize=TEXTS)
def marks(text: str) -> tuple[str, ...]:
    """Return the different characters that are not ASCII and no letters or digits."""
    return tuple(set(_MARK.findall(beyond_ascii(text))))


@lru_cache(maxsize=TEXTS)
def words(text: str) -> tuple[str, ...]:
    """Return the runs of letters and digits.

    >>> words("Qaani’s 2nd visit")
    ('Qaani', 's', '2nd', 'visit')
    """
    if len(marks(text)) > MANY:
        return tuple(_WORD.findall(text))
    for mark in marks(text):
        text = text.replace(mark, " ")
    # Through bytes: a table of 256 takes a tenth of the time of a search, or of a table for each character.
    return tuple(text.encode("utf-8").translate(_BLANKED).decode("utf-8").split())


@lru_cache(maxsize=TEXTS)
def bounds(text: str) -> tuple[Sequence[int], Sequence[int]]:
    """Return where its words begin, and where they end: numbers alone, for objects are what the collector walks over.

    >>> [list(places) for places in bounds("Qaani’s visit")]
    [[0, 6, 8], [5, 7, 13]]
    """
    flat = array("L", chain.from_iterable(match.span() for match in _WORD.finditer(text)))
    return flat[::2], flat[1::2]


@lru_cache(maxsize=TEXTS)
def vocabulary(text: str) -> frozenset[str]:
    """Return the different ones of its words: what a text has not is found out at once.

    >>> sorted(vocabulary("He said that that was all"))
    ['He', 'all', 'said', 'that', 'was']
    """
    return frozenset(words(text))


@lru_cache(maxsize=TEXTS)
def _echoes(text: str) -> Mapping[int, bytes]:
    """Return, by the distance in words up to PERIODS, a byte a word: 0 where the word so far on may be the same.

    Left out are distances at which no two words in a row come again: most of them. The bytes of all words are one
    number, and one number is compared at once with itself shifted.
    """
    codes = _codes(words(text))
    number, size = int.from_bytes(codes, "little"), len(codes)
    echoes = (
        (far, (number ^ (number >> (8 * far))).to_bytes(size, "little")[: size - far])
        for far in range(1, min(PERIODS, size) + 1)
    )
    return {far: echo for far, echo in echoes if bytes(min(far, 2)) in echo}


def _codes(said: tuple[str, ...]) -> bytes:
    """Return a byte a word, of its hash: two words in a row are taken for two others once in 65,000 times."""
    return array("q", map(hash, said)).tobytes()[::8]


@lru_cache(maxsize=TEXTS)
def doubled(text: str) -> frozenset[str]:
    """Return the words that are said twice in a row.

    >>> doubled("no, no, he said that that was all") == {"no", "that"}
    True
    """
    return frozenset(map(words(text).__getitem__, recurring(text, 1)))


@lru_cache(maxsize=2 * TEXTS)
def periods(text: str, copies: int = 2) -> tuple[int, ...]:
    """Return the periods, up to two dozen words, with which a phrase as long as the period comes `copies` times in a row.

    >>> periods("he said he said that that was all"), periods("one two three"), periods("no no no", 3)
    ((1, 2), (), (1,))
    """
    may_be = [far for far, echo in _echoes(text).items() if bytes(far * (copies - 1)) in echo]
    return tuple(far for far in may_be if next(recurring(text, far, far * (copies - 1)), -1) >= 0)


def crowds(text: str, size: int, within: int) -> bool:
    """Answer whether some `size` words in a row, two or more, stand three times, the last no more than `within` behind the first.

    >>> crowds("a b, a b and a b", 2, 5), crowds("a b, a b and then a b", 2, 5)
    (True, False)
    """
    said = words(text)
    # Of two distances that make no more than `within` together, the less is no more than half.
    may_be = [far for far, echo in _echoes(text).items() if far <= within // 2 and bytes(size) in echo]
    for far in may_be:
        for place in recurring(text, far, size):
            run = said[place : place + size]
            starts = range(max(0, place + far - within), min(place + within, len(said) - size) + 1)
            if sum(said[start : start + size] == run for start in starts) > 2:
                return True
    return False


def recurring(text: str, far: int, size: int = 0) -> Iterator[int]:
    """Yield which words begin a row of `size`, two or more, or of `far`, that stands again `far` words later.

    >>> list(recurring("in al-Hol al-Hol", 2))
    [1]
    """
    size = size or far
    echo, said, place = _echoes(text).get(far, b""), words(text), -1
    while (place := echo.find(bytes(size), place + 1)) >= 0:
        if said[place : place + size] == said[place + far : place + far + size]:
            yield place


@lru_cache(maxsize=TEXTS)
def shape(text: str) -> bytes:
    r"""Return one byte a character: "a" for a small letter of ASCII, "A" for a capital, "0" for a digit, "?" not ASCII.

    >>> shape("In 2023,Qaani’s")
    b'Aa 0000,Aaaaa?a'
    """
    return text.encode("latin-1", "replace").translate(_SHAPE)


def by_line(document: Document, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield one stretch a line, from its first span to its last: what has one cause is said once."""
    for _, group in groupby(spans, key=lambda span: document.line_at(span.start)):
        first, *others = group
        yield Span(first.start, others[-1].end if others else first.end)
