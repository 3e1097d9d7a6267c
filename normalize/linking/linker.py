"""Document and gazetteer to links."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
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
from normalize.linking.decide import ONLY_OWNER, REWRITE, decide
from normalize.linking.memory import Recogniser
from normalize.linking.policy import DEFAULT, UNSEEN, settle
from normalize.linking.profile import BASE, Profile
from normalize.linking.recognise import APART, Known, Unknown
from normalize.linking.respell import Place, respell
from normalize.linking.variants import Surnames, Variants
from normalize.model import Alias, Candidate, Decision, Document, Entity, Link, Mention, Span
from normalize.text import fold
from normalize.text.language import UNKNOWN

LONGEST_RUN = 120  # characters of capitalised words that may still be one name; longer ones are a headline
HEAD = 0.7  # how sure "the Observatory" is the one named in full: linked, below what is respelt
ASSUMED = "en"  # whose cues are read in a text too short to tell its language
_WORDS = re.compile(r"[^ \n]*[^ \n'’‘`´-]")
_CAPITALISED = re.compile(r"(?<!\w)[A-Z]\w{1,30} $")  # the word right before


class Linker:
    """Answers who is named in a document. Holds no state of its own between documents."""

    def __init__(self, gazetteer: Gazetteer, names: str = DEFAULT, profile: Profile = BASE) -> None:
        self.gazetteer = gazetteer
        self.names = names
        self.profile = profile
        self._recogniser = Recogniser(gazetteer)
        self._variants = Variants(gazetteer)

    def __reduce__(self) -> tuple[type[Linker], tuple[Gazetteer, str, Profile]]:
        return Linker, (self.gazetteer, self.names, self.profile)

    def link(self, document: Document) -> tuple[Link, ...]:
        """Return a link for each mention, in the order of the text."""
        words = cues(document.lang if document.lang != UNKNOWN else ASSUMED)
        known, unknown = self._recogniser.recognise(document, words)
        there = introduced(known)
        links: list[Link] = []
        # A weak form next to a word may be the other half of one name ("Soran Nouri"); a name in full is not.
        solid = [found for found in known if any(alias.kind in FULL | APART for _, alias in found.owners)]
        edges = frozenset(edge for found in solid for edge in (found.span.start, found.span.end))
        for found in known:
            longer = _longer(document, found, words, edges)
            if longer != found.span:
                unknown.append(Unknown(longer))
            elif link := self._known(document, found, there):
                links.append(link)
        found_runs = {run for found in unknown if (run := _trimmed(document, found.span, words))}
        runs = sorted(found_runs, key=lambda run: (run.start, run.end))
        links += [link for run in runs if (link := self._run(document, run, words))]
        if surnames := self._variants.surnames(_people(links), document.lang):
            plain = frozenset(document.text.split(" ")[1:-1])
            links += [link for run in runs if (link := self._single(document, run, surnames, plain))]
        links = _disjoint([*links, *_heads(document, unknown, links, words)])
        apostrophe = "’" if document.text.count("’") > document.text.count("'") else "'"
        spelt = [self._spelt(document, links, number, words, apostrophe) for number in range(len(links))]
        return settle(spelt, self.names, self.profile.by_entity if self.profile.holds(document.lang) else ())

    def _known(self, document: Document, found: Known, there: Introduced) -> Link | None:
        link = decide(found, Mention(found.span, found.span.of(document.text)), there)
        if link is None or link.entity is None:
            return link
        if link.kind == "person" and link.score <= ONLY_OWNER and self.gazetteer.borne(found.span.of(document.folded)):
            reason = f"{link.entity.canonical()} or somebody else of this surname: nothing else speaks for either"
            return replace(link, decision=Decision.AMBIGUOUS, reasons=(reason,))
        return replace(link, canonical=self.profile.canonical(link.entity, document.lang))

    def _run(self, document: Document, span: Span, words: Cues) -> Link | None:
        """Decide on a capitalised run of two words or more: somebody's other spelling, an unknown person, or nothing."""
        if len(span) > LONGEST_RUN:
            return None
        surface = " ".join(span.of(document.text).split())
        if " " not in surface and "-" not in surface:
            return None
        mention = Mention(span, span.of(document.text))
        if " " in surface and self.gazetteer.borne(fold(surface)):
            return Link(
                mention, Decision.NIL, kind="person", reasons=("people bear this name who are not in the gazetteer",)
            )
        if candidates := self._variants.full(surface):
            best = candidates[0]
            reasons = (f"{surface!r} is likely a spelling of {best.alias.form!r}", *best.reasons)
            canonical = self.profile.canonical(best.entity, document.lang)
            return Link(mention, Decision.LINKED, candidates, canonical, best.entity.kind, reasons)
        if " " in surface and (reason := names_person(document, span, words)):
            return Link(mention, Decision.NIL, kind="person", reasons=(reason, "not in the gazetteer"))
        return None

    def _single(self, document: Document, span: Span, surnames: Surnames, plain: frozenset[str]) -> Link | None:
        """Decide on a single unknown word: another spelling of the surname of somebody named in full, or nothing.

        `plain` are the words of the text between two blanks: what stands there in small letters is no name.
        """
        surface = span.of(document.text)
        if not 4 <= len(surface) <= LONGEST_RUN or " " in surface or "\n" in surface or surface.lower() in plain:
            return None
        found = self._variants.surname(surface, surnames)
        if found is None:
            return None
        person, likely = found
        reasons = (
            f"{surface!r} is likely a spelling of the surname of {person.canonical()}",
            "who is named in full in this text",
        )
        candidate = Candidate(person, Alias(surface, "und-Latn", "short", UNSEEN), likely, reasons)
        canonical = self.profile.canonical(person, document.lang)
        return Link(Mention(span, surface), Decision.LINKED, (candidate,), canonical, "person", reasons)

    def _spelt(self, document: Document, links: list[Link], number: int, words: Cues, apostrophe: str) -> Link:
        """Add what the mention reads in the canonical spelling, unless its spelling has to stay."""
        link = links[number]
        entity, span = link.entity, link.mention.span
        if entity is None or link.canonical is None or link.score < REWRITE:
            return link
        if _stays(document, links, number, words) or self.profile.excepts(document, span, entity):
            return link
        place = Place(document.lang, apostrophe, starts_sentence(document, span))
        alias = link.candidates[0].alias
        return replace(link, respelling=respell(link.mention.surface, link.canonical, entity.kind, alias, place))


def _heads(document: Document, unknown: list[Unknown], links: list[Link], words: Cues) -> Iterator[Link]:
    """Yield links for "the Observatory" and its like, where one organisation named in full ends or begins so."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    bodies: dict[str, Link] = {}
    for link in links:
        if link.entity is not None and link.entity.kind == "organisation" and " " in link.mention.surface:
            bodies[link.entity.id] = link
            for word in link.entity.canonical(document.lang).lower().split():
                owners[word].add(link.entity.id)
    for found in unknown if bodies else ():
        surface = found.span.of(document.text)
        named = owners.get(surface.lower(), set())
        if surface.lower() in words.heads and len(named) == 1 and _behind_the(document, found.span):
            link = bodies[next(iter(named))]
            reasons = (f"the {surface} of {link.canonical}, which is named in full in this text",)
            candidate = replace(link.candidates[0], score=HEAD, reasons=reasons)
            yield Link(Mention(found.span, surface), Decision.LINKED, (candidate,), link.canonical, link.kind, reasons)


def _behind_the(document: Document, span: Span) -> bool:
    return document.folded.endswith("the ", 0, span.start)


def _people(links: list[Link]) -> tuple[Entity, ...]:
    """Return the people the document names by more than a surname."""
    found = {
        link.entity.id: link.entity
        for link in links
        if link.entity is not None and link.entity.kind == "person" and " " in link.mention.surface
    }
    return tuple(found[id_] for id_ in sorted(found))


def _longer(document: Document, found: Known, words: Cues, edges: frozenset[int]) -> Span:
    """Return the longer name that a form is part of ("Ahmed Sudani", "West Azerbaijan"), or its own span."""
    kinds = {entity.kind for entity, _ in found.owners}
    if kinds == {"place"}:
        return _longer_place(document, found, words, edges)
    if kinds != {"person"} or any(alias.kind in FULL for _, alias in found.owners):
        return found.span
    return longer_name(document, found.span, words, edges - {found.span.start, found.span.end})


def _longer_place(document: Document, found: Known, words: Cues, edges: frozenset[int]) -> Span:
    """Return the other place of which a place's name is a part, or the person who bears it ("Jordan Henderson said")."""
    span, before = found.span, word_before(document, found.span)
    if before[:1].isupper() and before.lower() in words.divides:
        return Span(span.start - len(before) - 1, span.end)
    if " " in span.of(document.text):
        return span
    behind = words.geography | words.common
    longer = longer_name(document, span, words, edges - {span.start, span.end}, behind)
    if longer == span:
        return span
    usual = any(alias.kind == "main" for _, alias in found.owners)
    return longer if not usual or names_person(document, longer, words) else span


def _disjoint(links: list[Link]) -> list[Link]:
    """Return the links in the order of the text; where two overlap, the longer."""
    kept: list[Link] = []
    for link in sorted(links, key=lambda link: (link.mention.span.start, -link.mention.span.end)):
        if not kept or link.mention.span.start >= kept[-1].mention.span.end:
            kept.append(link)
    return kept


def _trimmed(document: Document, span: Span, words: Cues) -> Span | None:
    """Return the run without the titles and common words at its ends; None when nothing is left of it."""
    pieces = [*_WORDS.finditer(document.folded, span.start, span.end)]
    first = next((number for number, piece in enumerate(pieces) if not _outside(piece[0], words)), len(pieces))
    if first == len(pieces) or any(piece[0] in words.common for piece in pieces[first:]):
        return None
    return Span(pieces[first].start(), pieces[-1].end())


def _outside(word: str, words: Cues) -> bool:
    return word in words.common or word in words.titles or word in words.roles


def _stays(document: Document, links: list[Link], number: int, words: Cues) -> bool:
    """Answer whether the spelling is protected, a gloss, or itself the subject."""
    link, span = links[number], links[number].mention.span
    if document.protects(span) or about_spelling(document, span, words) or _title(document, link):
        return True
    return any(
        0 <= other < len(links)
        and links[other].entity == link.entity
        and _glosses(document, *sorted((links[other].mention.span, span)))
        for other in (number - 1, number + 1)
    )


def _title(document: Document, link: Link) -> bool:
    """Answer whether an English form goes on a name in another language: Air Navigation Indonesia, in French."""
    foreign = link.candidates[0].alias.lang.startswith("en") and document.lang != "en"
    before = document.text[max(0, link.mention.span.start - 40) : link.mention.span.start]
    return foreign and bool(_CAPITALISED.search(before))


def _glosses(document: Document, first: Span, second: Span) -> bool:
    """Answer whether the second of two names stands in brackets right behind the first."""
    return document.text[first.end : second.start].strip() in ("(", "[", "/", "(or", "or")
