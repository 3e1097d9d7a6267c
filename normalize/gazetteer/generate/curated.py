"""What people have written already: generated rows add to it, and never say it twice or against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from normalize.gazetteer import store
from normalize.model import Alias, Entity
from normalize.text import fold


class Curated:
    """The entities of the hand-written files, found by their folded names."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.owners: defaultdict[str, set[str]] = defaultdict(set)
        self.entities: dict[str, Entity] = {}
        for entity in entities:
            self.entities[entity.id] = entity
            for alias in entity.names:
                self.owners[fold(alias.form)].add(entity.id)

    @classmethod
    def load(cls, folder: Path) -> Curated:
        """Read the source files at the top of `folder`; those in its sub-folders are generated."""
        return cls(store.load(folder, deep=False).entities)

    def find(self, names: Iterable[str], kind: str, country: str, types: frozenset[str]) -> Entity | None:
        """Return the one entity of that kind, country and type that has one of the names; None if none or several."""
        found = {id_ for name in names for id_ in self.owners.get(fold(name), ())}
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
