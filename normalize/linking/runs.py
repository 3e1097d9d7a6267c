"""Where the runs of a text lie: capitalised words that joints hold together, or words of a script without capitals."""

from __future__ import annotations

import re
from typing import NamedTuple

from normalize.linking.entries import CASELESS, INSIDE, JOINTS, UNSPACED, UPPER


class Cut(NamedTuple):
    """Where the runs of a text lie, and what belongs to one that goes on."""

    run: re.Pattern[str]
    rest: re.Pattern[str]


def _made(start: str, inside: str) -> Cut:
    # The character behind the run (and a full stop before it) tells whether a form may end there.
    behind = rf"(?:\.[^{inside}]|[\s\S])?"
    run = rf"({start}[{inside}]*+(?:(?:{JOINTS}|\.)[{UPPER}][{inside}]*+)*+{behind})"
    return Cut(re.compile(run), re.compile(f"[{inside}]*+{behind}"))


_CAPITAL = rf"[{UPPER}](?<![\w'’].)"
_CASED = _made(_CAPITAL, INSIDE)
_JOINER = "\u200c"  # by which Persian joins words
_MIXED = _made(f"(?:{_CAPITAL}|{_JOINER}?[{CASELESS}])", INSIDE + CASELESS + _JOINER)
_ASCII = bytes(range(128))
_HAS_CASELESS = re.compile(f"[{CASELESS}]")
_HAS_UNSPACED = re.compile(f"[{UNSPACED}]")


def cut_of(text: str) -> Cut | None:
    """Return how a text is cut; None for one in a script without blanks between words."""
    if text.isascii():
        return _CASED
    beyond = text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
    if _HAS_UNSPACED.search(beyond):
        return None
    return _MIXED if _HAS_CASELESS.search(beyond) else _CASED
