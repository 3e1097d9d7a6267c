"""Names in the cases of a language that has them: the nominatives a form may be of, for gazetteers list only these."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from normalize.gazetteer import Gazetteer
from normalize.linking.entries import INSIDE, UPPER

Endings = Mapping[str, tuple[str, ...]]  # what a word in some case ends in, and what its nominative has there
STEM = 3  # letters that no case changes
WORDS = 4  # of the longest name that is looked for
_RUN = re.compile(rf"[{UPPER}][{INSIDE}]*+(?:[ -][{UPPER}][{INSIDE}]*+){{0,{WORDS - 1}}}+")
_WORD = re.compile(r"[^ -]+")


def nominatives(word: str, endings: Endings) -> Iterator[str]:
    """Yield a folded word and every nominative it may be a case of.

    >>> [*nominatives("лаврова", {"а": ("", "о")})]
    ['лаврова', 'лавров', 'лаврово']
    """
    yield word
    for size in range(1, min(4, len(word) - STEM + 2)):
        stem = word[:-size]
        # of a word in -їв (Києва, Київ) two letters stay
        least = 0 if len(stem) >= STEM else 2
        yield from (stem + ending for ending in endings.get(word[-size:], ()) if len(ending) >= least)


def declined(text: str, folded: str, start: int, end: int, gazetteer: Gazetteer, endings: Endings) -> tuple[int, str]:
    """Return where the longest name ends whose words stand at `start` in any case, and its form; (start, "") if none."""
    run = _RUN.match(text, start, end)
    words = [*_WORD.finditer(folded, start, run.end())] if run else []
    best = start, ""
    begun = [""]
    for place, word in enumerate(words):
        joint = folded[words[place - 1].end()] if place else ""
        longer = [before + joint + form for before in begun for form in nominatives(word[0], endings)]
        begun = [form for form in longer if any(gazetteer.beginning(form, 1))]
        if found := next((form for form in begun if gazetteer.named(form)), ""):
            best = word.end(), found
        if not begun:
            break
    return best
