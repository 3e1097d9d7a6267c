"""What people have written already: generated rows add to it, and never say it twice or against it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from normalize.gazetteer import store
from normalize.model import Alias, Entity
from normalize.text import fold

# The Arabic article as maps write it before a consonant it is spoken into: "Ar Raqqah", "Ash Shatrah".
_ARTICLE = re.compile(r"^(?:a(?:[lrstdnz]|sh|dh|th)|e[lrsdtnz])[ -]")


def place_key(name: str) -> str:
    """Return what two ways to write one place have in common: no article, apostrophe, space or silent last h.

    >>> {place_key(name) for name in ("Ar Raqqah", "al-Raqqa", "Raqqa")}, place_key("Ryazan’")
    ({'raqqa'}, 'ryazan')
    """
    letters = "".join(filter(str.isalpha, _ARTICLE.sub("", fold(name))))
    return letters[:-1] if letters.endswith(("ah", "eh")) else letters


class Curated:
    """The entities of the hand-written files, found by their folded names."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.owners: defaultdict[str, set[str]] = defaultdict(set)
        self.places: defaultdict[str, set[str]] = defaultdict(set)
        self.entities: dict[str, Entity] = {}
        self.bearers: set[str] = set()  # the words of people's names
        for entity in entities:
            self.entities[entity.id] = entity
            for alias in entity.names:
                self.owners[fold(alias.form)].add(entity.id)
                if entity.kind == "person":
                    self.bearers.update(fold(alias.form).split())
                if entity.kind == "place":
                    self.places[place_key(alias.form)].add(entity.id)

    @classmethod
    def load(cls, folder: Path) -> Curated:
        """Read the source files at the top of `folder`; those in its sub-folders are generated."""
        return cls(store.load(folder, deep=False).entities)

    def find(self, names: Iterable[str], kind: str, country: str, types: frozenset[str]) -> Entity | None:
        """Return the one entity of that kind, country and type that has one of the names; None if none or several."""
        found = {id_ for name in names for id_ in self.owners.get(fold(name), ())}
        return self._only(found, kind, country, types)

    def find_city(self, names: Iterable[str], country: str) -> Entity | None:
        """Return the one city or town of the country that is written like one of the names; the first name decides."""
        for name in names:
            found = self.places.get(place_key(name), set())
            if city := self._only(found, "place", country, frozenset({"city", "town"})):
                return city
        return None

    def _only(self, found: Iterable[str], kind: str, country: str, types: frozenset[str]) -> Entity | None:
        matching = [
            entity
            for entity in (self.entities[id_] for id_ in found)
            if entity.kind == kind and entity.type in types and (not country or country in entity.countries)
        ]
        return matching[0] if len(matching) == 1 else None

    def taken(self, form: str, by: str = "") -> bool:
        """Answer whether the form is a name of somebody or something else than the entity `by`."""
        return bool(self.owners.get(fold(form), set()) - {by})

    def fresh(self, entity: Entity, names: Iterable[Alias]) -> list[Alias]:
        """Return the names that `entity` does not have yet in any language; its main forms stay the only ones."""
        known = {fold(alias.form) for alias in entity.names}
        mains = {alias.language for alias in entity.names if alias.kind == "main"}
        new = []
        for alias in names:
            folded = fold(alias.form)
            if folded in known or self.taken(alias.form, entity.id):
                continue
            known.add(folded)
            kind = "alternative" if alias.kind == "main" and alias.language in mains | {"und"} else alias.kind
            new.append(Alias(alias.form, alias.lang, kind, alias.source))
        return new
