"""What many checks ask of one text, worked out once: its words, its characters, its shape.

A check that reads a whole text costs as much as a search for all words; most texts have nothing for it. It asks here
first whether there can be anything. The last few texts are remembered.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from normalize.model import Document, Span

_TEXTS = 4  # one a thread that cleans, and its source
_WORD = re.compile(r"[^\W_]+")
PERIODS = 12  # words after which a phrase may come again
_SHAPE = bytes(
    ord("a") if chr(n).islower() and n < 128
    else ord("A") if chr(n).isupper() and n < 128
    else ord("0") if chr(n).isdigit() and n < 128
    else n if n < 128
    else ord("?")
    for n in range(256)
)  # fmt: skip


@lru_cache(maxsize=_TEXTS)
def words(text: str) -> tuple[str, ...]:
    """Return the runs of letters and digits."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=_TEXTS)
def vocabulary(text: str) -> frozenset[str]:
    """Return the different words."""
    return frozenset(words(text))


@lru_cache(maxsize=_TEXTS)
def alphabet(text: str) -> frozenset[str]:
    """Return the different characters that are not ASCII."""
    return frozenset() if text.isascii() else frozenset(character for character in set(text) if character > "\x7f")


def holds(text: str, *parts: str) -> bool:
    """Answer whether one of the parts occurs in the text.

    >>> holds("( see", "( ", " )")
    True
    """
    return any(part in text for part in parts)


@lru_cache(maxsize=_TEXTS)
def shape(text: str) -> bytes:
    r"""Return one byte a character: "a" for a small letter of ASCII, "A" for a capital, "0" for a digit, "?" not ASCII.

    >>> shape("In 2023,Qaani’s")
    b'Aa 0000,Aaaaa?a'
    """
    return text.encode("latin-1", "replace").translate(_SHAPE)


@lru_cache(maxsize=_TEXTS)
def _hashes(text: str) -> int:
    """Return the words as one number of 64 bits a word: shifted against itself it compares all of them at once."""
    return int.from_bytes(array("q", map(hash, words(text))).tobytes(), "little")


@lru_cache(maxsize=_TEXTS)
def periods(text: str, copies: int = 2) -> tuple[int, ...]:
    """Return the periods, up to twelve words, with which a phrase as long as the period comes `copies` times in a row.

    >>> periods("he said he said that that was all"), periods("one two three"), periods("no no no", 3)
    ((1, 2), (), (1,))
    """
    number, count, found = _hashes(text), len(words(text)), []
    for period in range(1, min(PERIODS, count // copies) + 1):
        size = 8 * (count - period)
        differences = (number ^ (number >> (64 * period))) & ((1 << (8 * size)) - 1)
        if bytes(8 * period * (copies - 1)) in differences.to_bytes(size, "little"):
            found.append(period)
    return tuple(found)


@lru_cache(maxsize=_TEXTS)
def repeats(text: str, size: int, copies: int = 2) -> bool:
    """Answer whether some `size` words in a row may stand there `copies` times; False is certain.

    >>> repeats("he said that he said", 2), repeats("he said that he said", 3)
    (True, False)
    """
    count = len(words(text)) - size + 1
    if count < copies:
        return False
    number, mixed = _hashes(text), 0
    for place in range(size):
        mixed ^= number >> (63 * place)  # each word moved by its place in the run, so that order counts
    runs = array("Q", (mixed & ((1 << (64 * count)) - 1)).to_bytes(8 * count, "little"))
    return len(set(runs)) <= count - copies + 1 and (copies == 2 or max(Counter(runs).values()) >= copies)


def by_line(document: Document, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield one stretch a line, from its first span to its last: what has one cause is said once."""
    for _, group in groupby(spans, key=lambda span: document.line_at(span.start)):
        first, *others = group
        yield Span(first.start, others[-1].end if others else first.end)


def shaped(text: str, *shapes: bytes) -> bool:
    """Answer whether one of the shapes occurs; looking costs a hundredth of the search it may spare.

    >>> shaped("the end.Then", b"aaa.Aaa")
    True
    """
    return any(each in shape(text) for each in shapes)
