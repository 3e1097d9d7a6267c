"""A mention in the canonical spelling, part by part: a short form stays short, a title stays, case and quotes survive.

Only parts that are spellings of one another are exchanged. What the canonical name has and the mention has not is
never put in; what the mention has and the canonical name has not stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

from normalize.model import Alias, Entity
from normalize.text import fold

# Names of these kinds are other words for the entity, not other spellings of it.
OTHER_WORDS = frozenset("alternative former acronym nickname code demonym mistranslation".split())
# Below this similarity two parts of a name the gazetteer already knows are taken for different words.
ALIKE = 0.62

_ATOM = re.compile(r"[^\W_]+(?:['’‘ʼʻʾʿ`´][^\W_]*)*")
_ARTICLES = frozenset("al el as ash ar ad an at az ez es ed ul".split())
_APOSTROPHES = "'’‘ʼʻʾʿ`´"


@dataclass(frozen=True, slots=True)
class _Atom:
    start: int
    end: int
    text: str
    folded: str


def respell(surface: str, entity: Entity, alias: Alias, lang: str, sentence_start: bool) -> str | None:
    """Return `surface` in the canonical spelling of `entity`, None where the mention has to stay.

    >>> names = (Alias("Esmail Qaani", "en-Latn", "main", "curated"),)
    >>> qaani = Entity("esmail-qaani", "person", names)
    >>> respell("Ismail Qani", qaani, Alias("Ismail Qani", "en-Latn", "transliteration", ""), "en", False)
    'Esmail Qaani'
    >>> respell("Qani", qaani, Alias("Qani", "en-Latn", "short", ""), "en", False)
    'Qaani'
    """
    if alias.kind in OTHER_WORDS or (alias.kind in ("short", "weak") and entity.kind in ("organisation", "term")):
        return None
    canonical = entity.canonical(lang)
    mine, theirs = _atoms(surface), _atoms(canonical)
    pairs = _align(mine, theirs)
    if pairs is None:
        return None
    new = _compose(surface, canonical, mine, theirs, pairs)
    return _styled(new, surface, sentence_start)


def _atoms(name: str) -> list[_Atom]:
    return [_Atom(*m.span(), m[0], _bare(m[0])) for m in _ATOM.finditer(name)]


def _bare(word: str) -> str:
    return "".join(character for character in fold(word) if character != "'")


def _align(mine: list[_Atom], theirs: list[_Atom]) -> list[tuple[int, int]] | None:
    """Pair each word of the mention with one of the canonical name, in order; None when one has no partner."""
    pairs: list[tuple[int, int]] = []
    place = 0
    for number, atom in enumerate(mine):
        partner = next((i for i in range(place, len(theirs)) if _alike(atom, theirs[i])), None)
        if partner is None:
            if atom.folded in _ARTICLES:
                continue
            return None
        pairs.append((number, partner))
        place = partner + 1
    return pairs or None


def _alike(a: _Atom, b: _Atom) -> bool:
    if (a.folded in _ARTICLES) or (b.folded in _ARTICLES):
        return a.folded in _ARTICLES and b.folded in _ARTICLES
    return bool(JaroWinkler.similarity(a.folded, b.folded) >= ALIKE)


def _compose(
    surface: str, canonical: str, mine: list[_Atom], theirs: list[_Atom], pairs: list[tuple[int, int]]
) -> str:
    """Put the canonical words in; where both have two words side by side, the canonical joint comes along."""
    partner = dict(pairs)
    out, position = [], 0
    previous: tuple[int, int] | None = None
    for number, atom in enumerate(mine):
        if number not in partner:
            continue
        other = theirs[partner[number]]
        if previous and number == previous[0] + 1 and partner[number] == previous[1] + 1:
            out.append(canonical[theirs[previous[1]].end : other.start])
        else:
            out.append(surface[position : atom.start])
        out.append(other.text)
        position, previous = atom.end, (number, partner[number])
    out.append(surface[position:])
    return "".join(out)


def _styled(new: str, surface: str, sentence_start: bool) -> str:
    """Give `new` the case and the apostrophe of the place it goes to."""
    mark = next((character for character in surface if character in _APOSTROPHES), "")
    if mark and mark != "'":
        new = new.replace("'", mark if mark in "’'" else "’")
    if len(surface) > 3 and surface.isupper():
        return new.upper()
    if sentence_start and surface[0].isupper():
        return new[0].upper() + new[1:]
    return new
