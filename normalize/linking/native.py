"""People whose own language has Latin letters: they have one spelling, and what came back through another script is a slip.

An Arabic "شولتس" comes back as Schulz as easily as Scholz, a Persian "گروسی" as Grosi; gazetteers know such forms, and
none of them is a transliteration somebody chose.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from normalize.model import Alias, Entity, Link
from normalize.names.letters import plain
from normalize.names.words import word_of
from normalize.text import fold

# Countries whose people write themselves in Latin letters, by ISO 3166; those that changed from or share another
# script (Turkey, Azerbaijan, Bosnia) are left out.
LATIN = frozenset(
    "AR AT AU BE BO BR CA CH CL CO CR CU CZ DE DK EC EE ES FI FR GB GT HN HR HU IE IS IT LT LU LV MT MX NI NL NO NZ PA PE PL PT"
    " PY RO SE SI SK SV US UY VE".split()
)
SPELT = frozenset(["transliteration", "spelling", "short"])
SHORTEST = 4  # letters of a word that may be misspelt; two of them may be others in a word of
LONGER = 6
_JOINTS = re.compile(r"[\s‐‑-]+")
_UMLAUT = re.compile(r"([aou])e")


def misspelt(link: Link) -> bool:
    """Answer whether a mention spells somebody of Latin letters in a way that is nobody's own.

    Other given names, pet names, and names without their marks are other forms: Mike and Michael, Schroeder, Schröder.
    """
    if link.kind != "person" or link.respelling is None or not _latin(link.candidates[0].entity):
        return False
    if link.candidates[0].alias.kind not in SPELT:
        return False
    return _slips(link.mention.surface, link.respelling, link.candidates[0].entity.names)


def _latin(person: Entity) -> bool:
    return bool(person.countries) and LATIN.issuperset(person.countries)


@lru_cache(maxsize=1 << 12)
def _slips(written: str, wanted: str, names: tuple[Alias, ...]) -> bool:
    mine, theirs = _JOINTS.split(written), _JOINTS.split(wanted)
    own = {_letters(word) for name in names if name.kind == "main" for word in _JOINTS.split(name.form)}
    pairs = [(one, other) for one, other in zip(mine, theirs, strict=False) if _letters(one) not in own]
    return len(mine) == len(theirs) and bool(pairs) and all(_slip(*pair) for pair in pairs)


def _letters(word: str) -> str:
    """Return the letters of a word without its marks, however an umlaut is written."""
    return _UMLAUT.sub(r"\1", plain(word))


def _slip(written: str, wanted: str) -> bool:
    letters = DamerauLevenshtein.distance(_letters(written), _letters(wanted))
    if len(written) < SHORTEST or letters not in (1, 2) or (letters == 2 and len(wanted) < LONGER):
        return False
    mine, theirs = word_of(fold(written)), word_of(fold(wanted))
    return not (mine.names & theirs.names or mine.pet_of or theirs.pet_of)
