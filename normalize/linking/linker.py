"""Document and gazetteer to links."""

from __future__ import annotations

from dataclasses import replace

from normalize.gazetteer import Gazetteer
from normalize.linking.cohere import FULL, Introduced, introduced
from normalize.linking.context import (
    about_spelling,
    names_person,
    part_of_longer_name,
    starts_sentence,
    word_before,
)
from normalize.linking.cues import Cues, cues
from normalize.linking.decide import REWRITE, decide
from normalize.linking.recognise import Known, Unknown, recognise
from normalize.linking.respell import respell
from normalize.model import Decision, Document, Link, Mention, Span


class Linker:
    """Answers who is named in a document. Holds no state of its own between documents."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def link(self, document: Document) -> tuple[Link, ...]:
        """Return a link for each mention, in the order of the text."""
        known, unknown = recognise(document, self.gazetteer)
        words = cues(document.lang)
        there = introduced(known)
        links = [link for found in known if (link := self._known(document, found, there, words))]
        links += [link for found in unknown if (link := _unknown(document, found, words))]
        links.sort(key=lambda link: link.mention.span)
        return tuple(_spelt(document, links, number, words) for number in range(len(links)))

    def _known(self, document: Document, found: Known, there: Introduced, words: Cues) -> Link | None:
        mention = Mention(found.span, found.span.of(document.text))
        bare = not any(alias.kind in FULL for _, alias in found.owners)
        person = all(entity.kind == "person" for entity, _ in found.owners)
        if bare and person and part_of_longer_name(document, found.span, words):
            reason = "part of a longer name that the gazetteer does not have"
            return Link(mention, Decision.NIL, kind="person", reasons=(reason,))
        link = decide(found, mention, there)
        if link is None or link.decision is not Decision.LINKED or link.entity is None:
            return link
        return replace(link, canonical=link.entity.canonical(document.lang))


def _unknown(document: Document, found: Unknown, words: Cues) -> Link | None:
    """Return a NIL link for capitalised words that the text shows to be a person; None without that evidence."""
    span = _trimmed(document, found.span, words)
    if span is None:
        return None
    surface = span.of(document.text)
    if " " not in surface.replace("\n", " "):
        return None
    reason = names_person(document, span, words)
    if not reason:
        return None
    return Link(Mention(span, surface), Decision.NIL, kind="person", reasons=(reason, "not in the gazetteer"))


def _trimmed(document: Document, span: Span, words: Cues) -> Span | None:
    """Return the run without the titles and common words at its ends; None when a common word is inside."""
    pieces = [(i, w) for i, w in _words(span.of(document.folded))]
    outside = words.common | words.titles | words.roles
    while pieces and pieces[0][1] in outside:
        pieces.pop(0)
    if not pieces or any(word in words.common for _, word in pieces):
        return None
    last = pieces[-1]
    return Span(span.start + pieces[0][0], span.start + last[0] + len(last[1]))


def _words(text: str) -> list[tuple[int, str]]:
    found, position = [], 0
    for word in text.split(" "):
        if word:
            found.append((position, word))
        position += len(word) + 1
    return found


def _spelt(document: Document, links: list[Link], number: int, words: Cues) -> Link:
    """Add what the mention reads in the canonical spelling, unless its spelling has to stay."""
    link = links[number]
    entity = link.entity
    if entity is None or link.score < REWRITE or _stays(document, links, number, words):
        return link
    span = link.mention.span
    start = starts_sentence(document, span) and not word_before(document, span)
    return replace(
        link, respelling=respell(link.mention.surface, entity, link.candidates[0].alias, document.lang, start)
    )


def _stays(document: Document, links: list[Link], number: int, words: Cues) -> bool:
    """Answer whether the spelling is protected, a gloss, or itself the subject."""
    link, span = links[number], links[number].mention.span
    if document.protects(span) or about_spelling(document, span, words):
        return True
    return any(
        0 <= other < len(links)
        and links[other].entity == link.entity
        and _glosses(document, *sorted((links[other].mention.span, span)))
        for other in (number - 1, number + 1)
    )


def _glosses(document: Document, first: Span, second: Span) -> bool:
    """Answer whether the second of two names stands in brackets right behind the first."""
    return document.text[first.end : second.start].strip() in ("(", "[", "/", "(or", "or")
