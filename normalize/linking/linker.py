"""Document and gazetteer to links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from normalize.gazetteer import Gazetteer
from normalize.linking.cohere import Introduced, introduced
from normalize.linking.context import names_person
from normalize.linking.cues import Cues, cues
from normalize.linking.decide import INTRODUCED, ONLY_OWNER, decide
from normalize.linking.doubled import doubled, unified
from normalize.linking.extent import apart, trimmed
from normalize.linking.heads import heads
from normalize.linking.memory import Recogniser
from normalize.linking.policy import DEFAULT, settle
from normalize.linking.profile import BASE, Profile
from normalize.linking.quoted import quoted
from normalize.linking.recognise import APART, Known
from normalize.linking.singles import Singles, shortened
from normalize.linking.spelt import spelt
from normalize.linking.told import told
from normalize.linking.variants import Variants
from normalize.linking.written import Shorter, bare, shorter
from normalize.model import Decision, Document, Link, Mention, Span
from normalize.text import fold
from normalize.text.language import UNKNOWN

LONGEST_RUN = 120  # characters of capitalised words that may still be one name; longer ones are a headline
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

    def __reduce__(self) -> tuple[Callable[..., Linker], tuple[Gazetteer, str, Profile]]:
        return partial(Linker, unify_unknown=self.unify_unknown), (self.gazetteer, self.names, self.profile)

    def link(self, document: Document) -> tuple[Link, ...]:
        """Return a link for each mention, in the order of the text."""
        words = cues(document.lang if document.lang != UNKNOWN else ASSUMED)
        forms, unknown = self._recogniser.recognise(document, words)
        known, longer = apart(document, forms, words)
        spans = [*(found.span for found in unknown), *longer]
        found_runs = {run for span in spans if (run := trimmed(document, span, words))}
        runs = sorted(found_runs, key=lambda run: (run.start, run.end))
        known, pointed = told(document, known, words)
        alone = introduced(known)
        full = [link for run in runs if (link := self._run(document, run, words)) and alone.allows(link)]
        there = introduced(known, full, pointed)
        links = [*full, *(link for found in known if (link := self._known(document, found, there)))]
        short = shorter(link for link in links if link.kind == "person" and " " in link.mention.surface)
        links = [_as_written(link, short) for link in links]
        decided = {link.mention.span for link in links}
        singles = Singles.of(document, words, self._variants, links, short)
        links += singles.links(run for run in runs if run not in decided)
        links = [self._named(link, document.lang) for link in links]
        links = _disjoint([*links, *heads(document, spans, links, words)])
        ruled = self.profile.by_entity if self.profile.holds(document.lang) else ()
        settled = settle(spelt(document, links, words, self.profile), self.names, ruled, quoted(document, links))
        aside = (found.span for found in forms if all(alias.kind in APART for _, alias in found.owners))
        links = doubled(document, settled, runs, aside, words)
        return tuple(unified(document, links, words) if self.unify_unknown and self.names != "keep" else links)

    def _named(self, link: Link, lang: str) -> Link:
        return replace(link, canonical=self.profile.canonical(link.entity, lang)) if link.entity else link

    def _known(self, document: Document, found: Known, there: Introduced) -> Link | None:
        link = decide(found, Mention(found.span, found.span.of(document.text)), there)
        if link is None or link.entity is None:
            return link
        if link.kind == "person" and link.score <= ONLY_OWNER and self.gazetteer.borne(found.span.of(document.folded)):
            reason = f"{link.entity.canonical()} or somebody else of this surname: nothing else speaks for either"
            return replace(link, decision=Decision.AMBIGUOUS, reasons=(reason,))
        return link

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
            return Link(mention, Decision.LINKED, candidates, kind=best.entity.kind, reasons=reasons)
        if " " in surface and (reason := names_person(document, span, words)):
            return Link(mention, Decision.NIL, kind="person", reasons=(reason, "not in the gazetteer"))
        return None


def _as_written(link: Link, short: Shorter) -> Link:
    """Return the link of a short form to the one person whom the text names in full by a name that ends in it."""
    if link.kind != "person" or link.score >= INTRODUCED:
        return link
    owners = short.get(bare(link.mention.surface), frozenset())
    if len(owners) != 1:
        return link
    (owner,) = owners
    alias = next((one.alias for one in link.candidates if one.entity == owner), None)
    return shortened(link.mention, owner, alias)


def _disjoint(links: list[Link]) -> list[Link]:
    """Return the links in the order of the text; where two overlap, the longer."""
    kept: list[Link] = []
    for link in sorted(links, key=lambda link: (link.mention.span.start, -link.mention.span.end)):
        if not kept or link.mention.span.start >= kept[-1].mention.span.end:
            kept.append(link)
    return kept
