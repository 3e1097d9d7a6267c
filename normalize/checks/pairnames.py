"""Names of the translation that its source does not have, through the gazetteer's names in the source's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from normalize.checks.rule import Rule
from normalize.model import Document, Entity, Finding, Link, Span
from normalize.names.letters import plain
from normalize.names.romanise import romanise
from normalize.text.lexicon import capitalised, words

STEM = 4  # letters of a word that case endings leave alone
ENDING = 2  # letters an ending may replace
NEAR = 70  # of 100: letters two spellings of one part of a name share at least
_POINTS = frozenset("·・•")
_NAME = re.compile(r"(?<![\w'’@#/.&-])[A-Z][a-z]{3,20}(?![\w@])")


def replaced(document: Document, links: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find the one unknown name of a text whose source names one person the text does not: Raisi rendered as Lehi."""
    source = document.source
    if source is None:
        return
    text = document.text.lower()
    people = _entities(link for link in source.links if _person(source.document, link))
    lost = [person for person in people.values() if not named(person, text)]
    strangers = _strangers(document, links) if len(lost) == 1 else []
    if len({span.of(document.text) for span in strangers}) == 1:
        canonical = lost[0].canonical(document.lang)
        for span in strangers if _unlike(strangers[0].of(document.text), canonical) else ():
            yield rule.finding(span, message=f"{rule.reason}; it names {canonical}; canonical: {canonical}")


def _unlike(name: str, canonical: str) -> bool:
    """Answer whether a name is no spelling of the canonical one, or its last part none of a part of that."""
    if not _spelt(name, plain(canonical)):
        return True
    last = plain(name.rsplit(maxsplit=1)[-1])
    return len(last) > STEM and all(fuzz.ratio(last, plain(part)) < NEAR for part in canonical.split())


def _person(source: Document, link: Link) -> bool:
    """Answer whether the link is a person's, and no part of a longer name written with points between its parts."""
    span = link.mention.span
    around = source.text[span.start - 1 : span.start] + source.text[span.end : span.end + 1]
    return link.kind == "person" and not _POINTS & set(around)


def _strangers(document: Document, links: tuple[Link, ...]) -> list[Span]:
    """Return the names of the text that no entity bears and that the source does not spell in its own letters."""
    assert document.source is not None
    original = document.source.document
    there = plain(romanise(original.text, original.lang))
    taken = [link.mention.span for link in links if link.entity is not None]
    unknown = [link.mention.span for link in links if link.entity is None and link.kind == "person"]
    covered = {place for span in (*taken, *unknown) for place in range(span.start, span.end)}
    for match in _NAME.finditer(document.text):
        span, word = Span(*match.span()), match[0].lower()
        if word not in words() and word not in capitalised() and span.start not in covered:
            unknown.append(span)
    return sorted(span for span in unknown if not _spelt(span.of(document.text), there))


def _spelt(name: str, there: str) -> bool:
    """Answer whether the romanised source has a part of the name, whatever the ending."""
    return any(plain(part)[: max(STEM, len(part) - ENDING)] in there for part in name.split() if len(part) > 2)


def exchanged(document: Document, links: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find names of entities the source does not name in any form, where the source names one the text does not.

    An entity counts only when the gazetteer knows a name of it in the language of the source.
    """
    source = document.source
    if source is None:
        return
    original, text = source.document.text.lower(), document.text.lower()
    lost = [entity for entity in _entities(source.links).values() if not named(entity, text)]
    if not lost and rule.options.get("both", True):
        return
    lang, people_only = source.document.lang, source.document.lang in rule.options.get("people", ())
    sure = [link for link in links if link.score >= rule.options["score"]]
    added = {
        id_
        for id_, entity in _entities(sure).items()  # once, however often it is mentioned
        if _has_name(entity, lang) and not (people_only and entity.kind != "person") and not named(entity, original)
    }
    missing = ", ".join(sorted({one.canonical(document.lang) for one in lost})[:3])
    message = f"{rule.reason}; it names {missing}" if missing else rule.reason
    for link in sure:
        if link.entity is not None and link.entity.id in added:
            yield rule.finding(link.mention.span, message=message)


def _entities(links: Iterable[Link]) -> dict[str, Entity]:
    return {link.entity.id: link.entity for link in links if link.entity is not None}


def named(entity: Entity, text: str) -> bool:
    """Answer whether a text (in lower case) holds a name of the entity, whatever the ending; single words suffice."""
    return any(_stem(word) in text for alias in entity.names for word in _telling(alias.form))


def _telling(form: str) -> list[str]:
    """Return the words of a name that may stand for it: the last, and the whole of a name without blanks."""
    words = form.lower().split()
    return [words[-1]] if words and len(words[-1]) > 1 else []


def _stem(word: str) -> str:
    return word[: max(STEM, len(word) - ENDING)] if word[:1] < "\u0590" else word


def _has_name(entity: Entity, lang: str) -> bool:
    return any(alias.language == lang for alias in entity.names)
