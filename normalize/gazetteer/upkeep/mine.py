"""Spellings in a corpus that are near to known names and not known: what to look at next.

Who is named in a text is not this room's business: the caller says which runs of words are no known name, and who
else is named in the same text. A run that is near to somebody named there is likelier to be one more spelling.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from normalize.gazetteer.upkeep.queue import Find
from normalize.model import Candidate, Entity, Span
from normalize.names import score
from normalize.names.prepare import prepare
from normalize.text import fold

# Placed by hand on news of 2010 to 2024: below them more than half of what is proposed is somebody else.
LIKELY = 0.75  # a run that is near to a name of the gazetteer
LIKELY_HERE = 0.5  # the same, of an entity that is named in the same text
LIKELY_WORD = 0.8  # one word that is near to a word of a name of an entity named in the same text
ALIKE = 85  # per cent of the letters of a place or an organisation (rapidfuzz ratio)
CONTEXT = 50  # characters shown on either side
CONTEXTS = 3  # places shown of one find
SHORTEST = 4  # letters of a single word: shorter ones are near to everything
_WORDS = re.compile(r"[^\W\d_][\w'’‘ʿʾ`-]*")

Search = Callable[[str], Sequence[Candidate]]


@dataclass(frozen=True, slots=True)
class Seen:
    """One text with its unknown runs (spans in code points) and the entities named in it."""

    text: str
    runs: tuple[Span, ...]
    named: tuple[Entity, ...] = ()


class Miner:
    """Collects what it is shown, text by text. Keeps one entry a distinct spelling, whatever the size of the corpus."""

    def __init__(self, search: Search, lang: str = "en-Latn") -> None:
        self.search, self.lang = search, lang
        self._proposed: dict[str, Candidate | None] = {}
        self._score: dict[tuple[str, str], tuple[str, float]] = {}
        self._count: defaultdict[tuple[str, str], int] = defaultdict(int)
        self._contexts: defaultdict[tuple[str, str], list[str]] = defaultdict(list)

    def show(self, seen: Seen) -> None:
        """Take in one text."""
        named = {entity.id: entity for entity in seen.named}
        for span in seen.runs:
            form = " ".join(span.of(seen.text).split())
            near = self._whole(form, named) if " " in form else _word(form, named.values())
            if near is not None:
                id_, name, likely = near
                self._score[form, id_] = max(
                    (name, likely), self._score.get((form, id_), (name, 0.0)), key=lambda pair: pair[1]
                )
                self._count[form, id_] += 1
                contexts = self._contexts[form, id_]
                if len(contexts) < CONTEXTS:
                    contexts.append(_context(seen.text, span))

    def finds(self, least: int = 1) -> list[Find]:
        """Return what was found at least `least` times, the most frequent first."""
        found = [
            Find(form, self.lang, id_, *self._score[form, id_], count, tuple(self._contexts[form, id_]))
            for (form, id_), count in self._count.items()
            if count >= least
        ]
        return sorted(found, key=lambda find: (-find.count, -find.score, find.form))

    def _whole(self, form: str, named: dict[str, Entity]) -> tuple[str, str, float] | None:
        if form not in self._proposed:
            candidates = self.search(form)
            self._proposed[form] = candidates[0] if candidates else None
        best = self._proposed[form]
        if best is None or best.score < (LIKELY_HERE if best.entity.id in named else LIKELY):
            return None
        return (best.entity.id, best.alias.form, best.score) if _a_spelling(form, best) else None


def _a_spelling(form: str, near: Candidate) -> bool:
    """Answer whether a run says the same words otherwise: no word more, none less, and more than a bare surname.

    Of other names than people's most words are words of the language, alike by chance: their letters must be, too.
    """
    ours, theirs = prepare(form, near.entity.kind).words, prepare(near.alias.form, near.entity.kind).words
    if len(ours) != len(theirs) or len(ours) < 2:
        return False
    return near.entity.kind == "person" or fuzz.ratio(fold(form), fold(near.alias.form)) >= ALIKE


def _word(form: str, named: Iterable[Entity]) -> tuple[str, str, float] | None:
    """Return the entity named in the same text that has a short form near to one word, when it is the only one."""
    if len(form) < SHORTEST:
        return None
    near: list[tuple[float, str, str]] = []
    query = prepare(form, "person")
    for entity in named:
        if entity.kind == "person":
            scored = [(score(query, prepare(word, "person")), word) for word in _last_words(entity)]
            if scored and (best := max(scored))[0] >= LIKELY_WORD:
                near.append((best[0], entity.id, best[1]))
    if len(near) != 1:
        return None
    likely, id_, word = near[0]
    same = fold(form) in (fold(word), f"{fold(word)}s")  # the plural or a lost apostrophe
    return None if same else (id_, word, likely)


def _last_words(entity: Entity) -> set[str]:
    return {
        words[-1]
        for alias in entity.names
        if alias.lang == "en-Latn" and alias.kind != "mistranslation" and (words := _WORDS.findall(alias.form))
    }


def _context(text: str, span: Span) -> str:
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return " ".join(f"{before}[{span.of(text)}]{after}".split())
