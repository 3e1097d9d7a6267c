"""Document and gazetteer to links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial

from normalize.gazetteer import Gazetteer
from normalize.linking.again import named_again
from normalize.linking.cohere import Introduced, introduced
from normalize.linking.context import LONGEST_RUN, entitles, names_person, son_of, title_before
from normalize.linking.cues import Cues, cues
from normalize.linking.decide import CONTEXT, INTRODUCED, ONLY_OWNER, decide, held, in_office
from normalize.linking.declined import nominatives
from normalize.linking.doubled import doubled
from normalize.linking.established import established
from normalize.linking.extent import apart, trimmed
from normalize.linking.handles import handles
from normalize.linking.heads import heads
from normalize.linking.memory import Recogniser
from normalize.linking.ordinary import only_word
from normalize.linking.owners import reading
from normalize.linking.policy import DEFAULT, policy_for, settle
from normalize.linking.profile import BASE, Profile
from normalize.linking.quoted import quoted
from normalize.linking.recognise import Known
from normalize.linking.respell import respell
from normalize.linking.sections import by_section
from normalize.linking.singles import Singles, shortened
from normalize.linking.spelt import spelt
from normalize.linking.surest import surest
from normalize.linking.told import told, towns
from normalize.linking.unknown import Glance
from normalize.linking.unlisted import unlisted
from normalize.linking.variants import FULL_NAME, REMEMBERED, Variants
from normalize.linking.written import Shorter, shorter
from normalize.model import Candidate, Decision, Document, Entity, Link, Mention, Span
from normalize.text import fold
from normalize.text.language import UNKNOWN

ASSUMED = "en"  # whose cues are read in a text too short to tell its language


class Linker:
    """Answers who is named in a document. Holds no state of its own between documents."""

    def __init__(
        self, gazetteer: Gazetteer, names: str = DEFAULT, profile: Profile = BASE, *, unify_unknown: bool = False
    ) -> None:
        self.gazetteer = gazetteer
        self.names = names
        self.profile = profile
        self.unify_unknown = unify_unknown
        self._recogniser = Recogniser(gazetteer)
        self._variants = Variants(gazetteer)
        self._glance = Glance(self._variants.keys, REMEMBERED)
        self._respell = lru_cache(maxsize=REMEMBERED)(respell)
        self._canonical = lru_cache(maxsize=REMEMBERED)(self._written)
        self._given = lru_cache(maxsize=REMEMBERED)(self._begins)
        self._borne = lru_cache(maxsize=REMEMBERED)(lambda name: gazetteer.borne(fold(name)))
        self._established = lru_cache(maxsize=REMEMBERED)(partial(established, gazetteer=gazetteer))

    def __reduce__(self) -> tuple[Callable[..., Linker], tuple[Gazetteer, str, Profile]]:
        return partial(Linker, unify_unknown=self.unify_unknown), (self.gazetteer, self.names, self.profile)

    def link(self, document: Document) -> tuple[Link, ...]:
        """Return a link for each mention, in the order of the text."""
        words = cues(document.lang if document.lang != UNKNOWN else ASSUMED)
        recognised = self._recogniser.recognise(document, words)
        known, longer = apart(document, recognised.known, words, partial(self._given, lang=document.lang))
        runs = _with(recognised.names, document, longer, words)
        peoples = {form.span.end: form.owners.peoples for form in recognised.known if form.owners.peoples}
        known, pointed = told(document, known, words, peoples)
        alone = introduced(known)
        full = [link for run in runs if (link := self._run(document, run, words, alone)) and alone.allows(link)]
        there = introduced(known, full, pointed)
        links = [*full, *(link for found in known if (link := self._known(document, found, there, words)))]
        links = towns(document, links, words)
        people = (link for link in links if link.kind == "person" and " " in link.mention.surface)
        short = shorter(people, self._variants.tails, declined=bool(words.endings))
        links = [self._as_written(link, short) for link in links] if short else links
        links = [*by_section(document, links)]
        decided = {(link.mention.span.start, link.mention.span.end) for link in full}
        singles = Singles.of(document, words, self._variants, links, short)
        links += singles.links(run for run in runs if (run.start, run.end) not in decided)
        links += named_again(document, links, short)
        links = [self._named(link, document.lang) for link in links]
        links += heads(document, [*recognised.heads, *longer], links, words)
        links = _disjoint([*links, *(self._named(link, document.lang) for link in handles(document, self.gazetteer))])
        ruled = self.profile.by_entity if self.profile.holds(document.lang) else ()
        written = spelt(document, links, words, self.profile, self._respell)
        policy, seen = policy_for(document.lang, len(document.text), self.names)
        settled = settle(written, policy, ruled, partial(quoted, document, links), all_seen=seen)
        aside = [found.span for found in recognised.known if found.owners.apart]
        told_twice = doubled(document, settled, runs, aside, words, self._glance)
        # in other languages a letter more or less is an ending
        if told_twice is not settled and policy != "keep" and (seen or self.unify_unknown):
            told_twice = surest(document, told_twice, words, self._established, asked=self.unify_unknown)
        return tuple(unlisted(told_twice, self._variants.tails, self._variants.bare))

    def _begins(self, word: str, lang: str) -> bool:
        """Answer whether a name of the gazetteer begins with a folded word, in whatever case it stands."""
        return any(any(self.gazetteer.beginning(f"{form} ", 1)) for form in nominatives(word, cues(lang).endings))

    def _named(self, link: Link, lang: str) -> Link:
        return link.named(self._canonical(link.entity.id, lang)) if link.entity else link

    def _written(self, id_: str, lang: str) -> str:
        """Return how an entity of the gazetteer is written in texts in `lang`."""
        entity = self.gazetteer.entity(id_)
        return self.profile.canonical(entity, lang) if entity else id_

    def _known(self, document: Document, found: Known, there: Introduced, words: Cues) -> Link | None:
        link = decide(found, Mention(found.span, found.span.of(document.text)), there)
        if link is not None and link.entity is None and link.kind == "person":
            link = in_office(link, title_before(document, found.span, words), there)
        if link is None or link.entity is None:
            return None if link and only_word(document, link, words) else link
        if not self._doubted(document, link, there, words):
            return link
        reason = f"{link.entity.canonical()} or another of this name: nothing else speaks for either"
        return replace(link, decision=Decision.AMBIGUOUS, reasons=(reason,))

    def _doubted(self, document: Document, link: Link, there: Introduced, words: Cues) -> bool:
        """Answer whether a surname, an acronym or the short name of a town may be somebody else's."""
        span, (best, *_) = link.mention.span, link.candidates
        if link.kind == "person":
            return link.score <= ONLY_OWNER and self.gazetteer.borne(span.of(document.folded))
        if best.alias.kind == "acronym" and reading(best.entity) != "outlet":
            return there.foreign(best.entity, document.text.count(link.mention.surface))
        if link.kind != "place" or best.alias.kind != "weak" or link.score > CONTEXT or best.entity.id in there.told:
            return False
        if self.gazetteer.borne(span.of(document.folded)) or names_person(document, span, words):
            return True
        return not self._near(best.entity, there)

    def _near(self, place: Entity, there: Introduced) -> bool:
        """Answer whether a text names the region that tells a place from its namesakes: Sofiivka (Donetsk), where there is one."""
        region = fold(place.canonical().partition(" (")[2].rstrip(")"))
        if not region or any(owner.type == "country" for owner, _ in self.gazetteer.named(region)):
            return True
        named = filter(None, map(self.gazetteer.entity, there.entities))
        return any(fold(entity.canonical()).startswith(region) for entity in named)

    def _as_written(self, link: Link, short: Shorter) -> Link:
        """Return the link of a short form to the one person whom the text names in full by a name that ends in it."""
        if link.kind != "person" or link.score >= INTRODUCED:
            return link
        owners = short.get(self._variants.bare(link.mention.surface), frozenset())
        if len(owners) != 1:
            return link
        (owner,) = owners
        alias = next((one.alias for one in link.candidates if one.entity == owner), None)
        return shortened(link.mention, owner, alias)

    def _run(self, document: Document, span: Span, words: Cues, there: Introduced) -> Link | None:
        """Decide on a capitalised run of two words or more: somebody's other spelling, an unknown person, or nothing."""
        written = span.of(document.text)
        if written.isalnum() or len(written) > LONGEST_RUN or document.text[span.start - 1 : span.start] == "&":
            return None
        surface = " ".join(written.split())
        if " " not in surface and "-" not in surface:
            return None
        if entitles(document, span, words) or son_of(document.text, span.start) < span.start:
            return None
        mention = Mention(span, written)
        if " " in surface and self._borne(surface):
            return Link(
                mention, Decision.NIL, kind="person", reasons=("people bear this name who are not in the gazetteer",)
            )
        candidates = self._variants.full(surface)
        if candidates and _sure(candidates[0], document, span, words, there):
            best = candidates[0]
            reasons = (f"{surface!r} is likely a spelling of {best.alias.form!r}", *best.reasons)
            return Link(mention, Decision.LINKED, candidates, kind=best.entity.kind, reasons=reasons)
        if " " in surface and (reason := names_person(document, span, words)):
            return Link(mention, Decision.NIL, kind="person", reasons=(reason, "not in the gazetteer"))
        return None


def _sure(best: Candidate, document: Document, span: Span, words: Cues, there: Introduced) -> bool:
    """Answer whether a likely name is meant: by itself, or because the text speaks of its country or its office."""
    if best.score >= FULL_NAME or not there.fits(best.entity):
        return best.score >= FULL_NAME
    return best.entity.kind != "person" or held(best.entity, title_before(document, span, words))


def _with(names: list[Span], document: Document, longer: list[Span], words: Cues) -> list[Span]:
    """Return the names of a text with the longer ones that known forms are part of, and without what is part of those."""
    if not longer:
        return names
    inside = {place for span in longer for place in range(span.start, span.end)}
    more = [(span.start, part) for span in longer if (part := trimmed(span.of(document.folded), words))]
    found = {name for name in names if name.start not in inside}
    found.update(Span(start + first, start + last) for start, (first, last) in more)
    return sorted(found, key=lambda span: (span.start, span.end))


def _disjoint(links: list[Link]) -> list[Link]:
    """Return the links in the order of the text; where two overlap, the longer."""
    kept: list[Link] = []
    for link in sorted(links, key=lambda link: (link.mention.span.start, -link.mention.span.end)):
        if not kept or link.mention.span.start >= kept[-1].mention.span.end:
            kept.append(link)
    return kept
