"""Spellings the gazetteer does not have: a capitalised run compared with its names, a single word with who is named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from normalize.gazetteer import Gazetteer
from normalize.model import Candidate, Entity
from normalize.names import align, compare, keys, tokens
from normalize.text.scripts import main_script

# Least probability for a link on sight of the name alone, and the lead it must have over the next entity. Unknown
# people are many more than those a gazetteer holds: the threshold is set for them, not for the best F1.
FULL_NAME = 0.90
LEAD = 0.08
# Least probability that a single word is the surname of somebody the document names in full.
SURNAME = 0.80
Surnames = Mapping[str, Sequence[tuple[str, Entity]]]  # key of a surname to the surnames and people that have it
REMEMBERED = 1 << 15  # runs whose answer is kept


class Variants:
    """Finds whom an unknown spelling names. Thread-safe; remembers a bounded number of answers."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.full = lru_cache(maxsize=REMEMBERED)(self._full)
        self._alike = lru_cache(maxsize=REMEMBERED)(_surname_likelihood)

    def _full(self, surface: str) -> tuple[Candidate, ...]:
        """Return the candidate for a name of two words or more, () when none is sure."""
        found = [
            candidate
            for candidate in self._gazetteer.sounding(surface)
            if main_script(candidate.alias.form) == main_script(surface)
        ]
        if not found or found[0].score < FULL_NAME:
            return ()
        if len(found) > 1 and found[0].score - found[1].score < LEAD:
            return ()
        return tuple(found) if _whole(surface, found[0]) else ()

    def surnames(self, people: Iterable[Entity], lang: str) -> Surnames:
        """Return the people named in a text by the keys of their surnames in `lang`."""
        found: dict[str, list[tuple[str, Entity]]] = {}
        for person in people:
            if last := _surname(person.canonical(lang)):
                for key in keys(last):
                    found.setdefault(key, []).append((last, person))
        return found

    def surname(self, word: str, surnames: Surnames) -> tuple[Entity, float] | None:
        """Return which of the people named in a text a single unknown word is the surname of."""
        sharing = {person.id: (last, person) for key in keys(word) for last, person in surnames.get(key, ())}
        likely = [(self._alike(word, last), id_, person) for id_, (last, person) in sharing.items()]
        likely = sorted((item for item in likely if item[0] >= SURNAME), key=lambda item: item[:2], reverse=True)
        if not likely or (len(likely) > 1 and likely[1][0] > likely[0][0] - LEAD):
            return None
        return likely[0][2], likely[0][0]


def _whole(surface: str, candidate: Candidate) -> bool:
    """Answer whether every part of either name has its partner: a part left over is evidence against."""
    kind = candidate.entity.kind if candidate.entity.kind in ("person", "place") else "organisation"
    mine, theirs = tokens(surface), tokens(candidate.alias.form)
    for i, j, _ in align(surface, candidate.alias.form, kind):
        if (i is None or j is None) and len((mine[i] if i is not None else theirs[j or 0]).text) > 2:
            return False
    return True


def _surname(name: str) -> str:
    """Return the last part of a name: Western and Arabic names end in it, Chinese and Korean ones are left out."""
    parts = name.split(" ")
    return parts[-1] if len(parts) > 1 and len(parts[-1]) > 3 else ""


def _surname_likelihood(word: str, surname: str) -> float:
    return compare(word, surname).score
