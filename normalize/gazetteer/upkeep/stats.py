"""How much of what a gazetteer holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.model import Entity


@dataclass(frozen=True, slots=True)
class Stats:
    """Numbers of entities and names, by what they are. Counters are by entity kind, name kind, tag and source."""

    entities: Counter[str]
    names: Counter[str]
    tags: Counter[str]
    sources: Counter[str]
    forms: int
    shared: int
    bare: int

    def sections(self) -> Iterable[tuple[str, Counter[str]]]:
        """Yield each counter with its title."""
        yield "entities", self.entities
        yield "names by kind", self.names
        yield "names by language and script", self.tags
        yield "names by source", self.sources

    def to_dict(self) -> dict[str, object]:
        """Return the numbers as JSON takes them."""
        counts = {title.replace(" ", "_"): dict(counter.most_common()) for title, counter in self.sections()}
        return {
            **counts,
            "distinct_forms": self.forms,
            "shared_forms": self.shared,
            "entities_with_one_name": self.bare,
        }


def stats(entities: Iterable[Entity]) -> Stats:
    """Count entities and names.

    >>> from normalize.model import Alias
    >>> names = Alias("Kyiv", "en-Latn", "main", "curated"), Alias("Kiev", "en-Latn", "former", "curated")
    >>> stats([Entity("kyiv", "place", names)]).names
    Counter({'main': 1, 'former': 1})
    """
    kinds: Counter[str] = Counter()
    names: Counter[str] = Counter()
    tags: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    owners: dict[str, str] = {}
    shared: set[str] = set()
    bare = 0
    for entity in entities:
        kinds[entity.kind] += 1
        bare += len(entity.names) == 1
        for alias in entity.names:
            names[alias.kind] += 1
            tags[alias.lang] += 1
            sources[alias.source] += 1
            if owners.setdefault(alias.form, entity.id) != entity.id:
                shared.add(alias.form)
    return Stats(kinds, names, tags, sources, forms=len(owners), shared=len(shared), bare=bare)
