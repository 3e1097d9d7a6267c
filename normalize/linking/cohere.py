"""One document, one person: full names introduce, short forms and variants resolve to what was introduced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.linking.owners import APART, FULL, LANGUAGES, Owners, a_name, says_who
from normalize.linking.recognise import Known
from normalize.model import Alias, Entity, Link


@dataclass(frozen=True, slots=True)
class Introduced:
    """Who a document names in full, how often, and the countries these come from."""

    entities: Counter[str]
    countries: Counter[str]
    told: frozenset[str] = frozenset()  # whom the words beside a form point at

    def fits(self, entity: Entity) -> bool:
        """Answer whether the document speaks of the entity's country or of the entity itself."""
        return entity.id in self.entities or not self.countries.keys().isdisjoint(entity.countries)

    def allows(self, link: Link) -> bool:
        """Answer whether a link by spelling alone may stand: towns everywhere are spelt like people."""
        return link.entity is None or link.entity.kind != "place" or self.fits(link.entity)

    def foreign(self, body: Entity, acronyms: int) -> bool:
        """Answer whether a text names a body by its acronym only, and nothing else of its country: SRF, of Sudan or not.

        Who is named in many languages is known everywhere.
        """
        mentions = self.entities[body.id]
        if not body.countries or mentions > acronyms or len({name.language for name in body.names}) >= LANGUAGES:
            return False
        return all(self.countries[code] <= mentions for code in body.countries)

    def mainly(self, entity: Entity) -> bool:
        """Answer whether most of what the document names is of the entity's country; an outlet writes about others."""
        most = max((self.countries[code] for code in entity.countries), default=0)
        return entity.type != "outlet" and most * 2 > self.countries.total()


def introduced(known: Iterable[Known], spelt: Iterable[Link] = (), told: frozenset[str] = frozenset()) -> Introduced:
    """Collect who is named in full: by a form that is nobody else's, or (`spelt`) by a spelling no gazetteer has."""
    entities = Counter(link.entity.id for link in spelt if link.entity is not None)
    countries: Counter[str] = Counter()
    for found in known:
        full = found.owners.full
        if len(full) == 1:
            entities[full[0].id] += 1
        # "Iraqi" says which country a text is about
        for code in full[0].countries if len(full) == 1 else () if full else found.owners.peoples:
            countries[code] += 1
    return Introduced(entities, countries, told)


def ranked(owners: Owners, there: Introduced) -> list[tuple[Entity, Alias, int]]:
    """Return the owners of a form, the likeliest in this document first, with how likely.

    3: named in full here, or the form is the entity's full name and nobody else's; 2: the form is a full name, and the document
    fits; 1: the form is a full name of several, or a short form and the document fits; 0: nothing speaks for it.
    """
    if owners.certain:
        return [(*owners.certain, 3)]
    best: dict[str, tuple[Entity, Alias, int]] = {}
    full = {entity.id for entity in owners.full}
    for entity, alias in owners:
        if alias.kind in APART or not (there.fits(entity) or a_name(entity, alias)):
            continue
        rank = _rank(entity, alias, full, there)
        if entity.id not in best or rank > best[entity.id][2]:
            best[entity.id] = (entity, alias, rank)
    return sorted(best.values(), key=lambda item: (-item[2], item[0].id))


def _rank(entity: Entity, alias: Alias, full: set[str], there: Introduced) -> int:
    if entity.id in there.entities or full == {entity.id}:
        return 3
    if says_who(entity, alias):
        return 2 if there.fits(entity) else 1
    if alias.kind == "short" or alias.kind in FULL or entity.id in there.told:
        return 1 if there.fits(entity) else 0
    # "Supreme Court" in a text about one country
    telling = (entity.kind == "organisation" and " " in alias.form) or (
        entity.kind == "place" and entity.type != "country"
    )
    return 1 if telling and there.mainly(entity) else 0
