"""Document and gazetteer to links."""

from __future__ import annotations

import re
from dataclasses import replace

from normalize.gazetteer import Gazetteer
from normalize.linking.cohere import FULL, Introduced, introduced
from normalize.linking.context import (
    about_spelling,
    longer_name,
    names_person,
    starts_sentence,
    word_before,
)
from normalize.linking.cues import Cues, cues
from normalize.linking.decide import REWRITE, decide
from normalize.linking.recognise import Known, Unknown, recognise
from normalize.linking.respell import respell
from normalize.model import Decision, Document, Link, Mention, Span

_WORDS = re.compile(r"[^ \n]*[^ \n'’‘`´-]")


class Linker:
    """Answers who is named in a document. Holds no state of its own between documents."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def link(self, document: Document) -> tuple[Link, ...]:
        """Return a link for each mention, in the order of the text."""
        known, unknown = recognise(document, self.gazetteer)
        words = cues(document.lang)
        there = introduced(known)
        links: list[Link] = []
        for found in known:
            longer = _longer(document, found, words)
            if longer != found.span:
                unknown.append(Unknown(longer))
            elif link := self._known(document, found, there):
                links.append(link)
        for span in sorted({run for found in unknown if (run := _trimmed(document, found.span, words))}):
            if link := _unknown(document, span, words):
                links.append(link)
        links = _disjoint(links)
        return tuple(_spelt(document, links, number, words) for number in range(len(links)))

    def _known(self, document: Document, found: Known, there: Introduced) -> Link | None:
        link = decide(found, Mention(found.span, found.span.of(document.text)), there)
        if link is None or link.entity is None:
            return link
        return replace(link, canonical=link.entity.canonical(document.lang))


def _longer(document: Document, found: Known, words: Cues) -> Span:
    """Return the longer name a bare short form of a person is part of, or its own span."""
    if any(alias.kind in FULL or entity.kind != "person" for entity, alias in found.owners):
        return found.span
    return longer_name(document, found.span, words)


def _unknown(document: Document, span: Span, words: Cues) -> Link | None:
    """Return a NIL link for a capitalised run that the text shows to be a person; None without that evidence."""
    surface = span.of(document.text)
    reason = names_person(document, span, words)
    if not reason:
        return None
    return Link(Mention(span, surface), Decision.NIL, kind="person", reasons=(reason, "not in the gazetteer"))


def _disjoint(links: list[Link]) -> list[Link]:
    """Return the links in the order of the text; where two overlap, the longer."""
    kept: list[Link] = []
    for link in sorted(links, key=lambda link: (link.mention.span.start, -link.mention.span.end)):
        if not kept or link.mention.span.start >= kept[-1].mention.span.end:
            kept.append(link)
    return kept


def _trimmed(document: Document, span: Span, words: Cues) -> Span | None:
    """Return the run without the titles and common words at its ends; None when less than two words stay."""
    pieces = [*_WORDS.finditer(document.folded, span.start, span.end)]
    outside = words.common | words.titles | words.roles
    while pieces and pieces[0][0] in outside:
        pieces.pop(0)
    if len(pieces) < 2 or any(piece[0] in words.common for piece in pieces):
        return None
    return Span(pieces[0].start(), pieces[-1].end())


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
