"""Words with two letters that changed places: what a person types and no dictionary has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from normalize.checks.rule import Rule
from normalize.checks.views import vocabulary
from normalize.model import Document, Finding, Link, Span
from normalize.text.lexicon import words as english

SIZES = range(7, 31)  # letters; of shorter words many are names or of other languages
_WORD = re.compile(r"(?<![\w'’.@/#-])[a-z]{7,30}(?![\w'’@/-])")


def transposed(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find small-letter words that are English with two neighbouring letters exchanged, and propose that."""
    unknown = [word for word in vocabulary(document.folded) - english() if len(word) in SIZES and word.isascii()]
    meant = {word: right for word in unknown if (right := _meant(word))}
    for match in _WORD.finditer(document.text) if meant else ():
        if match[0] in meant:
            span, right = Span(*match.span()), meant[match[0]]
            yield rule.finding(span, (rule.edit(span, document.text, right),), f"{rule.reason}: {right}")


@lru_cache(maxsize=1 << 14)
def _meant(word: str) -> str:
    """Return the one English word that differs by an exchange of neighbours, "" when there is none or several.

    >>> _meant("confilct"), _meant("conflict")
    ('conflict', '')
    """
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)} - {word}
    found = swapped & english()
    return found.pop() if len(found) == 1 else ""
