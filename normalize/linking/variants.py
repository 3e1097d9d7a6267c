"""Spellings the gazetteer does not have: a capitalised run compared with its names, a single word with who is named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from normalize.gazetteer import Gazetteer
from normalize.linking.exchange import ARTICLES
from normalize.linking.written import bare, tails
from normalize.model import Candidate, Entity
from normalize.names import align, compare, keys, spelling, tokens
from normalize.names.syllables import has_characters
from normalize.names.words import Word, word_of
from normalize.text import fold
from normalize.text.scripts import main_script

# Least probability for a link on sight of the name alone, and the lead it must have over the next entity. Unknown
# people are many more than those a gazetteer holds: the threshold is set for them, not for the best F1.
FULL_NAME = 0.90
LEAD = 0.08
WRITTEN = 65  # of a hundred: letters in common with a body's name, below which it is another name
NEARER = 20  # of a hundred: letters in common with which one of two equally likely names leads
# The same for a name that the text speaks for: a body or a place of a country it names, a person by the office.
HERE = 0.70
# Least probability that a single word is the surname of somebody the document names in full.
SURNAME = 0.77
# The same for a word and a place the document names, and where the document says that the word is one. Read off all
# unknown words of 680 news texts: above, two in seventy were no place or another one.
PLACE = 0.65
TOLD = 0.5
SAME_BONES = 0.8  # the same, where all consonants agree and only the vowels are others
ENOUGH = 3  # of them, counting a vowel at the beginning
VOWELS = 0.8  # least probability for that, by a comparison that does not know places
LISTS = frozenset(["geonames", "cldr"])  # of places everywhere: nearly like one of them is mostly another place
NEARLY = 0.2  # the same, by the comparison of places, for one that the text does not name
_BRIGHT, _DARK = frozenset("eiyE"), frozenset("ouO")
_CONSONANTS = re.compile("[^aeiouyEO]+")
LINEAGE = frozenset(["bin", "ibn", "ben", "bint"])
ADJECTIVES = frozenset(
    "n ns an ans ian ians ean eans i is ese ish ite ites er ers s".split()
)  # endings behind a place's name
SPELLINGS = frozenset(["main", "orthographic", "transliteration", "spelling", "exonym"])
REMEMBERED = 1 << 15  # runs whose answer is kept
NAMED = 1 << 12  # places whose spellings are kept


Rows = tuple[tuple[str, str], ...]  # the keys of names, each with its name


class Named:
    """What a document names, by the keys of its names. Most words share none: only then the names are listed."""

    def __init__(self, found: Iterable[tuple[Entity, frozenset[str], Rows]]) -> None:
        self._found = [*found]
        self._keys: frozenset[str] = frozenset().union(*(keys for _, keys, _ in self._found))

    def __bool__(self) -> bool:
        return bool(self._keys)

    def sharing(self, keys: frozenset[str]) -> dict[tuple[str, str], Entity]:
        """Return the (name, id) that share one of the keys, with their entities."""
        if self._keys.isdisjoint(keys):
            return {}
        return {(form, entity.id): entity for entity, _, rows in self._found for key, form in rows if key in keys}


class Variants:
    """Finds whom an unknown spelling names. Thread-safe; remembers a bounded number of answers."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.full = lru_cache(maxsize=REMEMBERED)(self._full)
        self.nearby = lru_cache(maxsize=REMEMBERED)(self._nearby)
        self.bare = lru_cache(maxsize=REMEMBERED)(bare)
        self.tails = lru_cache(maxsize=REMEMBERED)(tails)
        self._likelihood = lru_cache(maxsize=REMEMBERED)(_likelihood)
        self.keys = lru_cache(maxsize=REMEMBERED >> 1)(keys)  # sets are what the garbage collector looks at
        self._spelt = lru_cache(maxsize=NAMED)(self._spellings)

    def _full(self, surface: str) -> tuple[Candidate, ...]:
        """Return the candidates for a name of two words or more, () when none leads or is likely enough anywhere."""
        found = [
            candidate
            for candidate in self._gazetteer.sounding(surface, least=HERE)
            if main_script(candidate.alias.form) == main_script(surface)
        ]
        if not found or found[0].score < HERE or not (led := _led(surface, found)):
            return ()
        return tuple(led) if _whole(surface, led[0]) else ()

    def surnames(self, people: Iterable[Entity], lang: str) -> Named:
        """Return the people named in a text by the keys of their surnames in `lang`."""
        named = ((person, _surname(person.canonical(lang))) for person in people)
        return Named(
            (person, keys := self.keys(last), tuple((key, last) for key in keys)) for person, last in named if last
        )

    def surname(self, word: str, surnames: Named) -> tuple[Entity, float] | None:
        """Return which of the people named in a text a single unknown word is the surname of.

        With an s more it is their family ("the Obamas"), or has lost its apostrophe: another matter than spelling.
        """
        found = self._alike(word, surnames, "person", SURNAME)
        return None if found is None or fold(word) == fold(_surname(found[0].canonical())) + "s" else found

    def places(self, places: Iterable[Entity], lang: str) -> Named:
        """Return the towns and regions named in a text by the keys of their names; of countries, people are spelt alike."""
        return Named((place, *self._spelt(place.id, lang)) for place in places if place.type != "country")

    def _spellings(self, id_: str, lang: str) -> tuple[frozenset[str], Rows]:
        """Return the keys of the spellings of a place of the gazetteer, and each spelling with each of its keys."""
        place = self._gazetteer.entity(id_)
        rows = tuple(
            (key, alias.form)
            for alias in (place.names if place else ())
            if alias.lang in (f"{lang}-Latn", "en-Latn", "und-Latn")
            and alias.kind in SPELLINGS
            and " " not in alias.form
            for key in keys(alias.form)
        )
        return frozenset(key for key, _ in rows), rows

    def place(self, word: str, places: Named, told: bool) -> tuple[Entity, float] | None:
        """Return which of the places named in a text an unknown word is; `told`: it is said to be a place."""
        found = self._alike(word, places, "place", TOLD if told else PLACE)
        return None if found is None or _adjective(word, found[0]) or _chinese(word, found[0]) else found

    def _nearby(self, word: str) -> tuple[Candidate, ...]:
        """Return the places that an unknown word may spell, wherever they are."""
        found = self._gazetteer.search(word, 4, "place")
        return tuple(
            one
            for one in found
            if " " not in one.alias.form
            and not _adjective(word, one.entity)
            and not _chinese(word, one.entity)
            and (
                (one.score >= PLACE and spelling(word, one.alias.form, "place") >= PLACE)  # Bombay spells no Mumbai
                or (one.score >= NEARLY and one.alias.source not in LISTS and _same_bones(word, one.alias.form))
            )
        )

    def _alike(self, word: str, named: Named, kind: str, least: float) -> tuple[Entity, float] | None:
        if not (sharing := named.sharing(self.keys(word))):
            return None
        likely: dict[str, tuple[float, Entity]] = {}
        for (form, _), entity in sharing.items():
            score = self._likelihood(word, form, kind)
            if score >= max(least, likely.get(entity.id, (0.0, entity))[0]):
                likely[entity.id] = score, entity
        best = sorted(likely.values(), key=lambda pair: (-pair[0], pair[1].id))
        if not best or (len(best) > 1 and best[1][0] > best[0][0] - LEAD):
            return None
        return best[0][1], best[0][0]


def _led(surface: str, found: list[Candidate]) -> list[Candidate]:
    """Return the candidates, whoever is meant first; [] when two are equally likely, and written as much alike."""
    rivals = [one for one in found if one.score > found[0].score - LEAD]
    if len(rivals) > 1:
        rivals = [one for one in rivals if _whole(surface, one)] or rivals
    if len(rivals) == 1:
        return [rivals[0], *(one for one in found if one is not rivals[0])]
    written = fold(surface)
    nearness = sorted(((ratio(written, fold(one.alias.form)), place) for place, one in enumerate(rivals)), reverse=True)
    if nearness[0][0] - nearness[1][0] < NEARER:
        return []
    first = rivals[nearness[0][1]]
    return [first, *(one for one in found if one is not first)]


def _whole(surface: str, candidate: Candidate) -> bool:
    """Answer whether every part of either name has its partner: a part left over is evidence against."""
    kind = candidate.entity.kind if candidate.entity.kind in ("person", "place") else "organisation"
    if kind == "organisation" and ratio(fold(surface), fold(candidate.alias.form)) < WRITTEN:
        return False  # a translation is no spelling: Banque Nationale, Bank Melli
    mine, theirs = tokens(surface), tokens(candidate.alias.form)
    for i, j, _ in align(surface, candidate.alias.form, kind):
        part = mine[i] if i is not None else theirs[j or 0]
        if (i is None or j is None) and len(part.text) > 2 and part.text not in ARTICLES:
            return False
    return True


def _surname(name: str) -> str:
    """Return the last part of a name: Western and Arabic names end in it, Chinese and Korean ones are left out.

    Behind "bin" stands the father: Salman is not Mohammed bin Salman.
    """
    parts = name.split(" ")
    if len(parts) < 2 or parts[-2].lower() in LINEAGE:
        return ""
    return parts[-1] if len(parts[-1]) > 3 else ""


def _adjective(word: str, place: Entity) -> bool:
    """Answer whether a word is a place's name with the ending of an adjective, whatever the spelling of a final a."""
    if word.endswith(("an", "ans")) and place.canonical().endswith("a"):
        return True
    return any(word.startswith(alias.form) and word[len(alias.form) :] in ADJECTIVES for alias in place.names)


def _chinese(word: str, place: Entity) -> bool:
    """Answer whether a word has other syllables than a place in China: Beijiang is no misspelling of Beijing."""
    return "CN" in place.countries and has_characters(fold(word)) and has_characters(fold(place.canonical()))


def _likelihood(word: str, name: str, kind: str) -> float:
    """Return how likely a word is another spelling of a name; the same letters are none."""
    if kind != "place":
        return spelling(word, name, kind)
    if fold(word) == fold(name):
        return 0.0
    return max(spelling(word, name, kind), SAME_BONES if _same_bones(word, name) else 0.0)


def _same_bones(word: str, name: str) -> bool:
    """Answer whether two words have the same consonants, enough of them, and vowels that may be one another's.

    Of two places anywhere that says little (Mersin, Marsan); of two in one text it does. Mysore is no misspelling
    of Mysuru: no romanisation has both e and u for one vowel.
    """
    mine, theirs = word_of(fold(word), "place"), word_of(fold(name), "place")
    same = mine.bones == theirs.bones or _without_g(mine) == _without_g(theirs)
    if not same or len(mine.bones) < ENOUGH or compare(word, name).score < VOWELS:
        return False
    slots = zip(_CONSONANTS.split(mine.code), _CONSONANTS.split(theirs.code), strict=False)
    return not any(_opposed(one, other) for one, other in slots)


def _without_g(word: Word) -> str:
    """Return the consonants of a word without g, which Ukrainian has for the Russian as an h: Lugansk, Luhansk."""
    return word_of(word.text.replace("g", "h"), "place").bones


def _opposed(one: str, other: str) -> bool:
    """Answer whether one of two vowels is bright and the other dark."""
    return bool((_BRIGHT & {*one} and _DARK & {*other}) or (_DARK & {*one} and _BRIGHT & {*other}))
