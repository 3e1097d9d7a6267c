"""Names of a text, or of its source, that have no counterpart on the other side.

A counterpart is what sounds like the name in the letters of the other side, what the gazetteer says it is called there,
or another form of it that is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from normalize.checks.likeness import Said, Word, contracted, parts, said, sounding
from normalize.checks.pairnames import named
from normalize.checks.rule import Rule
from normalize.model import Decision, Document, Entity, Link, Span
from normalize.names.exonyms import other_names, region_names
from normalize.names.letters import plain, sounds
from normalize.names.romanise import romanise
from normalize.names.tables import rarity
from normalize.text.lexicon import capitalised, formed
from normalize.text.scripts import main_script

CASED = frozenset(("Latn", "Cyrl", "Grek", "Armn"))
HEARD = frozenset(("Deva",))  # without capitals, but foreign names are written as they sound
UNSPELT = frozenset(("Hani", "Hira", "Kana"))  # names people by what their names may mean, and places by one character
_COUNTRIES = frozenset(("country", "region", "province"))
_LEAST = 4  # letters of a word that may be a name nobody knows
_ROOT = 3  # sounds a country and its adjective share: Финляндия, финский
_HAN = 3  # characters of a name that is not also a usual word
_SURE = 0.8  # score of a link
_BORNE = 4  # how often a word must be part of people's names (power of two) to be one
NEAR = 20  # characters before a noun, with the end of its adjective
_BEFORE_NOUN = re.compile(r"(?:\b(?:das|die|[aiz]m|zu[mr]|ins|vom|beim)|[a-zäöüß](?:e[rsmn]|(?<!t)e)|\d)\s$")
_ENDINGS = 3  # letters of case endings tried

# How much a name says: one nobody knows, one the gazetteer knows; a country it does not know in the language of the
# source; part of people's names; any word with a capital inside a sentence; an acronym.
UNKNOWN, KNOWN, FOREIGN, BORNE, CAPITAL, ACRONYM = "unknown", "known", "foreign", "borne", "capital", "acronym"


@dataclass(frozen=True, slots=True)
class Name:
    """A name without a counterpart: where, which, and how much that says."""

    span: Span
    text: str
    says: str
    person: bool | None = None  # or something else; None where nobody knows


def _entities(link: Link) -> tuple[Entity, ...]:
    """Return whom a link may name; nobody for an unlikely one, an adjective or a term."""
    if link.decision is Decision.NIL:
        return ()
    entities = [candidate.entity for candidate in link.candidates]
    return tuple(entities if link.entity is None else entities[:1])


def _covering(links: tuple[Link, ...]) -> dict[int, Link]:
    """Return the link at each place that names somebody, if perhaps one of several."""
    return {
        place: link
        for link in links
        if _entities(link)
        for place in range(link.mention.span.start, link.mention.span.end)
    }


def strangers(document: Document, links: tuple[Link, ...], rule: Rule) -> list[Name]:
    """Return the names of the text that have no counterpart in the source, in order."""
    assert document.source is not None
    original = document.source.document
    there, low, covering = said(original.text, original.lang), original.text.lower(), _covering(links)
    script, found = main_script(original.text), list[Name]()
    for link in dict.fromkeys(covering.values()):
        surface = link.mention.surface
        says = _says_known(link, original.lang, low, there)
        if says and not _sounds_there(surface, there, script, rule) and not _shortened(link, low, script, rule):
            found.append(Name(link.mention.span, surface, says, link.kind == "person"))
    for word in said(document.text, document.lang).words:
        if word.capital and word.start not in covering and word.text.lower() not in low:
            says = _says(word, script, rule)
            if says and not _sounds_there(word.text, there, script, rule):
                found.append(Name(Span(word.start, word.end), word.text, says))
    return sorted(found, key=lambda name: name.span)


def _says_known(link: Link, lang: str, low: str, there: Said) -> str:
    """Return how much it says that a known name is not in the source, "" if it may be.

    What the source calls a country or a body the gazetteer has to know; other names are much the same everywhere.
    """
    entities = _entities(link)
    if link.score < _SURE and link.entity is not None:
        return ""
    if any(entity.kind == "term" or named(entity, low) or _adjective(entity, lang, there) for entity in entities):
        return ""
    own = any(alias.language == lang for entity in entities for alias in entity.names)
    if not own and any(entity.kind == "organisation" for entity in entities):
        return ""
    return KNOWN if own or not any(entity.type in _COUNTRIES for entity in entities) else FOREIGN


def _shortened(link: Link, low: str, script: str, rule: Rule) -> bool:
    """Answer whether a text in characters has one of those that stand for a place: 中美, Sino-US."""
    short = rule.options["characters"] if script in UNSPELT else {}
    return any(short[name] in low for name in {entity.canonical("en") for entity in _entities(link)} & short.keys())


def _adjective(entity: Entity, lang: str, there: Said) -> bool:
    """Answer whether a word begins as the name of the country in that language, as its adjective may."""
    roots = [sounding(alias.form, lang)[:_ROOT] for alias in entity.names if alias.language == lang]
    if entity.type not in _COUNTRIES or not roots:
        return False
    return any(word.sound.startswith(root) for word in there.words for root in roots if len(root) == _ROOT)


def _says(word: Word, script: str, rule: Rule) -> str:
    """Return how much a word says that the gazetteer does not know, "" if it is no name."""
    low = word.text.lower()
    if script not in CASED | HEARD or not word.text[1:].islower() or len(low) < _LEAST or contracted(low):
        return ""
    if low in rule.options["never"] or low.endswith(tuple(rule.options["peoples"])):
        return ""
    english = low in capitalised() or formed(low) or any(formed(part.lower()) for part in parts(word.text)[1:])
    return "" if english else UNKNOWN


def _sounds_there(word: str, there: Said, script: str, rule: Rule) -> bool:
    """Answer whether the source has a word that sounds like the name, like a part or another form of it."""
    less = rule.options["small"] if script in CASED else 0
    least = rule.options["alike" if script in CASED else "heard"]
    forms = (
        word,
        *(part for part in parts(word) if part[0].isupper()),
        *other_names(word, "place"),
        *region_names(word),
    )
    return any(there.likest(form, less=less) >= least for form in forms)


def lost(document: Document, rule: Rule) -> Iterator[Name]:
    """Yield the names of the source that have no counterpart in the text."""
    assert document.source is not None
    original, low = document.source.document, document.text.lower()
    here, covering = said(document.text, document.lang), _covering(document.source.links)
    for link in document.source.links:
        known = any(entity.kind == "term" or named(entity, low) for entity in _entities(link))
        if _tells(link) and not known and here.likest(link.mention.surface, original.lang) < rule.options["alike"]:
            yield Name(link.mention.span, link.mention.surface, KNOWN, link.kind == "person")
    if main_script(original.text) in CASED and not _headline(original):
        for word in said(original.text, original.lang).words:
            if word.capital and not word.opens and word.start not in covering and not _noun(original, word):
                says = _says_lost(word, original.lang, low) if _unlike(word, here, original.lang, rule) else ""
                if says:
                    yield Name(Span(word.start, word.end), word.text, says)


def _noun(document: Document, word: Word) -> bool:
    """Answer whether a German word stands behind an article, a number or an adjective: the capital is a noun's."""
    return document.lang == "de" and bool(_BEFORE_NOUN.search(document.text[max(0, word.start - NEAR) : word.start]))


def _unlike(word: Word, here: Said, lang: str, rule: Rule) -> bool:
    """Answer whether no word of the text sounds like the word or a part of it."""
    forms = (word.text, *parts(word.text))
    return all(here.likest(form, lang, rule.options["small"]) < rule.options["alike"] for form in forms)


def _says_lost(word: Word, lang: str, low: str) -> str:
    """Return how much a word of the source says that is not in the text, "" if that is too short.

    An acronym may be written backwards in another language: OTAN, NATO.
    """
    if word.text.isupper():
        told = len(word.text) > 1 and word.text.lower() not in low and word.text[::-1].lower() not in low
        return ACRONYM if told else ""
    if len(word.sound) < _ROOT:
        return ""
    return BORNE if _borne(word.text, lang) else CAPITAL


def _headline(document: Document) -> bool:
    """Answer whether most words begin with a capital, as in headlines of some languages."""
    words = [word for word in said(document.text, document.lang).words if not word.opens]
    return document.lang != "de" and 2 * sum(word.capital for word in words) > len(words)


def _tells(link: Link) -> bool:
    """Answer whether a name is not also a usual word, as Chinese names of two characters may be."""
    entity, surface = link.entity, link.mention.surface
    if entity is None or link.score < _SURE:
        return False
    return entity.type in _COUNTRIES or main_script(surface) != "Hani" or len(surface) >= _HAN


@lru_cache(maxsize=1 << 12)
def _borne(word: str, lang: str) -> bool:
    """Answer whether people bear the name, whatever its case ending."""
    code = sounds(plain(romanise(word, lang)))
    return any(rarity().get(code[: len(code) - cut], 0) - cut >= _BORNE for cut in range(_ENDINGS))
