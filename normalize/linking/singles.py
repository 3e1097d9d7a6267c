"""Single words no gazetteer knows: the surname of somebody named in full, a place said to be one, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from normalize.linking.context import names_person, names_place
from normalize.linking.cues import Cues
from normalize.linking.decide import CONTEXT, INTRODUCED, REWRITE
from normalize.linking.declined import nominatives
from normalize.linking.variants import Named, Variants
from normalize.linking.written import Shorter
from normalize.model import Alias, Candidate, Decision, Document, Entity, Link, Mention, Span
from normalize.names.attested import UNSEEN

_LISTED = re.compile(r"(?:,|,? and|,? or) $")
_GOES_ON = re.compile(r"(?:,|,? and|,? or) [A-Z]|[.;:)\n]")
SHORTEST = 4  # letters of a word that may be another spelling; of a place one more
LONGEST = 24
# Different words sought among all places, in milliseconds each: a text that says of more that they are places lists
# them, and those the gazetteer lacks are villages rather than misspelt.
MANY = 64
NOUNS = frozenset(["de", "lb"])  # languages whose nouns have a capital: Miete is no spelling of Mitte


@dataclass(frozen=True, slots=True)
class Singles:
    """What single words may be in one document, by whom it names elsewhere."""

    document: Document
    cues: Cues
    variants: Variants
    short: Shorter
    surnames: Named
    places: Named
    countries: frozenset[str]
    ends: set[int]  # of the towns and regions named, and of the single words that were found to be one
    sought: set[str] = field(default_factory=set)  # among the places of the gazetteer

    @classmethod
    def of(cls, document: Document, cues: Cues, variants: Variants, links: list[Link], short: Shorter) -> Singles:
        """Gather what the links of a document say about its single words."""
        people = _named(link for link in links if link.kind == "person" and link.score >= CONTEXT)
        places = _named(link for link in links if link.kind == "place")
        return cls(
            document,
            cues,
            variants,
            short,
            variants.surnames(people, document.lang),
            variants.places(places, document.lang),
            frozenset(code for place in places for code in place.countries),
            {link.mention.span.end for link in links if link.kind == "place" and not _country(link)},
        )

    def links(self, runs: Iterable[Span]) -> Iterator[Link]:
        """Yield the links of those runs that are somebody or some place; what is one once is one everywhere."""
        left: list[Span] = []
        told: dict[str, Link] = {}
        for run in runs:
            surface = run.of(self.document.text)
            alone = SHORTEST <= len(surface) <= LONGEST and " " not in surface and "\n" not in surface
            if (link := self._person(run, surface, alone) or (self._place(run, surface) if alone else None)) is None:
                left.append(run)
                continue
            if link.kind == "place":
                told[link.mention.surface] = link
                self.ends.add(run.end)
            yield link
        for run in left if told else ():
            if link := told.get(surface := run.of(self.document.text)):
                yield replace(link, mention=Mention(run, surface))

    def _person(self, run: Span, surface: str, alone: bool) -> Link | None:
        if self.short and (owners := self._owners(self.variants.bare(surface))):
            return shortened(Mention(run, surface), next(iter(owners))) if len(owners) == 1 else None
        if not alone or not self.surnames:
            return None
        if (found := self.variants.surname(surface, self.surnames)) is None or self._plain(surface):
            return None
        said = f"{surface!r} is likely a spelling of the surname of {found[0].canonical()}"
        return _linked(run, surface, found[0], max(found[1], REWRITE), (said, "who is named in this text"))

    def _owners(self, word: str) -> frozenset[Entity | None] | None:
        """Return whose shorter form a folded word is, in whatever case."""
        forms = nominatives(word, self.cues.endings) if self.cues.endings else (word,)
        return next((owners for form in forms if (owners := self.short.get(form))), None)

    def _place(self, run: Span, surface: str) -> Link | None:
        if len(surface) == SHORTEST:
            return None
        told = names_place(self.document, run, self.cues) or self._listed(run)
        if not told and self.document.lang in NOUNS:
            return None
        link = self._spelt_place(run, surface, told)
        # What speaks against it is asked last: of most words there is nothing to ask.
        return None if not link or self._plain(surface) or names_person(self.document, run, self.cues) else link

    def _spelt_place(self, run: Span, surface: str, told: str) -> Link | None:
        if found := self.variants.place(surface, self.places, bool(told)):
            said = f"{surface!r} is likely a spelling of {found[0].canonical()}"
            return _linked(run, surface, found[0], max(found[1], REWRITE), (said, "which is named in this text", told))
        for one in self._nearby(surface) if told and self.countries else ():
            if self.countries.intersection(one.entity.countries):
                said = f"{surface!r} is likely a spelling of {one.alias.form!r}"
                country = "the text speaks of its country"
                return _linked(run, surface, one.entity, min(one.score, CONTEXT), (said, told, country))
        return None

    def _nearby(self, surface: str) -> tuple[Candidate, ...]:
        if surface not in self.sought and len(self.sought) == MANY:
            return ()
        self.sought.add(surface)
        return self.variants.nearby(surface)

    def _listed(self, run: Span) -> str:
        """Return why a word is a place: it stands behind one in a list that goes on, or ends here; "" when not."""
        before = _LISTED.search(self.document.text, max(0, run.start - 6), run.start)
        if not before or before.start() not in self.ends or not _GOES_ON.match(self.document.text, run.end):
            return ""
        return "it stands in a list of places"

    def _plain(self, surface: str) -> bool:
        """Answer whether the word stands between two blanks in small letters: then it is no name."""
        return f" {surface.lower()} " in self.document.text


def _country(link: Link) -> bool:
    return bool(link.candidates) and link.candidates[0].entity.type == "country"


def _named(links: Iterable[Link]) -> tuple[Entity, ...]:
    found = {link.entity.id: link.entity for link in links if link.entity is not None}
    return tuple(found[id_] for id_ in sorted(found))


def _linked(run: Span, surface: str, entity: Entity, likely: float, reasons: tuple[str, ...]) -> Link:
    reasons = tuple(reason for reason in reasons if reason)
    candidate = Candidate(entity, Alias(surface, "und-Latn", "short", UNSEEN), likely, reasons)
    return Link(Mention(run, surface), Decision.LINKED, (candidate,), kind=entity.kind, reasons=reasons)


def shortened(mention: Mention, owner: Entity | None, alias: Alias | None = None) -> Link:
    """Return the link of a shorter form to whoever is named in full by a name that ends in it; None: nobody known."""
    surface = mention.surface
    if owner is None:
        reason = f"{surface!r} ends the full name of somebody in this text who is not in the gazetteer"
        return Link(mention, Decision.NIL, kind="person", reasons=(reason,))
    reasons = (f"{surface!r} ends the full name of {owner.canonical()} in this text",)
    candidate = Candidate(owner, alias or Alias(surface, "und-Latn", "short", UNSEEN), INTRODUCED, reasons)
    return Link(mention, Decision.LINKED, (candidate,), kind=owner.kind, reasons=reasons)
