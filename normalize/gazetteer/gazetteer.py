"""The gazetteer a user holds: one or more compiled layers, the user's before the shipped one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain, islice
from pathlib import Path

from normalize.gazetteer import keyed
from normalize.gazetteer.cache import Say, opened, shipped_folder, temporary
from normalize.gazetteer.candidates import Candidates, weighed
from normalize.gazetteer.compiled import Compiled
from normalize.gazetteer.record import ANY, Source
from normalize.gazetteer.unspaced import RANGES, Beginnings
from normalize.model import Alias, Candidate, Entity
from normalize.names import reasons
from normalize.text import fold
from normalize.text.scripts import main_script

EXACT = 0.999  # for a name the gazetteer has letter by letter: it may still be somebody else's
# Kinds of names that are a whole name, as opposed to a part of one or a word shared with others.
FULL = keyed.SEARCHED | {"orthographic", "acronym", "code"}


class Gazetteer:
    """Entities and all their names, open for look-up. Build once, share between threads and processes.

    >>> gazetteer = Gazetteer.from_names([("qaani", "Esmail Qaani"), ("qaani", "Ismail Ghaani")])
    >>> [(entity.id, alias.form) for entity, alias in gazetteer.named("ismail ghaani")]
    [('qaani', 'Ismail Ghaani')]
    """

    def __init__(self, layers: Iterable[Compiled]) -> None:
        self.layers = tuple(layers)
        self._alone = len(self.layers) == 1
        self._refused = {(fold(refusal.name), refusal.id) for layer in self.layers for refusal in layer.refusals}
        self._refused_by_word: dict[str, list[tuple[str, str]]] = {}
        for name, id_ in sorted(self._refused):
            for piece in _pieces(name):
                self._refused_by_word.setdefault(piece, []).append((name, id_))
        self._whole = lru_cache(maxsize=4096)(self._merge)

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[tuple[Compiled, ...]]]:
        return Gazetteer, (self.layers,)

    @classmethod
    def load(cls, *folders: str | Path, shipped: bool = True, say: Say | None = None) -> Gazetteer:
        """Open the gazetteers in `folders` (first wins), then the shipped one; compile what is not compiled yet.

        `say` is told before a compilation, which takes seconds. Raises GazetteerError for a faulty source.
        """
        paths = [Path(folder) for folder in folders]
        if shipped:
            paths.append(shipped_folder())
        return cls(opened(path, say) for path in paths)

    @classmethod
    def from_names(cls, names: Iterable[tuple[str, str]], kind: str = "person") -> Gazetteer:
        """Build a gazetteer from (id, name) pairs; the first name of an id is its canonical one.

        It is compiled into a temporary folder, which lasts as long as this object; once it was pickled, as long as
        this process. Put it `before` the shipped gazetteer to use both.
        """
        forms: dict[str, list[str]] = {}
        for id_, name in names:
            forms.setdefault(id_, []).append(name)
        entities = tuple(Entity(id_, kind, _aliases(dict.fromkeys(written))) for id_, written in forms.items())
        return cls([temporary(Source(entities))])

    def before(self, other: Gazetteer) -> Gazetteer:
        """Return one gazetteer of both: what this one says of an entity comes first.

        >>> mine = Gazetteer.from_names([("kyiv", "Kyiw")], kind="place")
        >>> both = mine.before(Gazetteer.from_names([("kyiv", "Kyiv"), ("kyiv", "Kiev")], kind="place"))
        >>> both.entity("kyiv").canonical(), [alias.form for alias in both.entity("kyiv").names]
        ('Kyiw', ['Kyiw', 'Kyiv', 'Kiev'])
        """
        return Gazetteer([*self.layers, *other.layers])

    def __len__(self) -> int:
        return sum(layer.size for layer in self.layers)

    def entity(self, id_: str) -> Entity | None:
        """Return the entity with this id, its names of all layers together; None when there is none."""
        return self._whole(id_)

    def named(self, folded: str) -> tuple[tuple[Entity, Alias], ...]:
        """Return every (entity, name) whose folded form is exactly `folded`, refusals left out."""
        return tuple(
            pair
            for layer in self.layers
            if (number := layer.form(folded)) is not None
            for pair in self._owners(layer, number, folded)
        )

    def starting(self, folded: str) -> Iterator[tuple[int, tuple[tuple[Entity, Alias], ...]]]:
        """Yield (length, owners) for each form that `folded` begins with, longest first."""
        for length in self.lengths(folded):
            if owners := self.named(folded[:length]):
                yield length, owners

    def lengths(self, folded: str) -> list[int]:
        """Return the lengths of the forms that `folded` begins with, longest first; whose they are takes longer."""
        if self._alone:
            return self.layers[0].lengths(folded)[::-1]
        return sorted({length for layer in self.layers for length in layer.lengths(folded)}, reverse=True)

    @cached_property
    def unspaced(self) -> Beginnings:
        """Where forms begin in text without blanks between words; made when such a text is met, in 50 ms."""
        return Beginnings(self.layers)

    def beginning(self, folded: str, most: int) -> Iterator[str]:
        """Yield forms that begin with `folded`, at most so many of each layer."""
        for layer in self.layers:
            yield from islice(layer.forms(folded), most)

    def search(self, name: str, k: int = 5, kind: str | None = None) -> Candidates:
        """Return the `k` entities whose names are most like `name`, best first; `kind` limits them to one kind.

        >>> gazetteer = Gazetteer.from_names([("qaani", "Esmail Qaani"), ("ghani", "Ashraf Ghani")])
        >>> found = gazetteer.search("Ismail Ghaani")
        >>> found[0].entity.id, found.decision
        ('qaani', <Decision.LINKED: 'linked'>)
        """
        exact = (
            (EXACT, entity, alias)
            for entity, alias in self.named(fold(name))
            if alias.kind in FULL and kind in (None, entity.kind)
        )
        alike = (
            hit
            for layer in self.layers
            for one in ((kind,) if kind else keyed.MODELS)
            for hit in layer.search(name, one)
        )
        return self._candidates(name, chain(exact, alike), k)

    def sounding(self, name: str, k: int = 3, least: float = 0.0) -> Candidates:
        """Return the entities that have a name whose first and last words sound like those of `name`, best first.

        Microseconds where `search` takes milliseconds; a name of one word finds nothing, nor does one whose best
        is less likely than `least`.

        >>> gazetteer = Gazetteer.from_names([("qaani", "Esmail Qaani")])
        >>> [len(gazetteer.sounding("Ismail Ghani", least=least)) for least in (0.0, 0.99)]
        [1, 0]
        """
        found = [hit for layer in self.layers for kind in keyed.MODELS for hit in layer.sounding(name, kind)]
        if not any(likely >= least for likely, _, _ in found):
            return Candidates()
        return self._candidates(name, found, k)

    def _candidates(self, name: str, found: Iterable[tuple[float, Entity, Alias]], k: int) -> Candidates:
        """Keep the best name of each entity, and the best `k` entities that nobody refuses."""
        best: dict[str, tuple[float, Alias, str]] = {}
        script = main_script(name)
        for likely, entity, alias in found:
            if entity.id in best and likely <= best[entity.id][0]:
                continue
            # Between scripts much is alike by chance: an entity written in this one is compared in it.
            if main_script(alias.form) == script or not _written_in(entity, script):
                best[entity.id] = likely, alias, entity.kind
        folded = fold(name)
        chosen: list[Candidate] = []
        for id_, likely in sorted(weighed(name, best).items(), key=lambda item: (-item[1], item[0])):
            whole, alias = self.entity(id_), best[id_][1]
            if whole and not self._refused & {(folded, ANY), (folded, id_)}:
                why = reasons(name, alias.form, keyed.MODELS[whole.kind])
                chosen.append(Candidate(whole, alias, likely, why))
                if len(chosen) == k:
                    break
        return Candidates(chosen)

    def refusing(self, folded: str, start: int, end: int) -> set[str]:
        """Return the ids (or ANY) that may not be linked at `start`..`end`, inside a refused name ("chicken Kiev")."""
        if not self._refused_by_word:
            return set()
        form = folded[start:end]
        ids = set()
        for name, id_ in self._refused_by_word.get(form.partition(" ")[0], ()):
            place = name.find(form)
            while place >= 0:
                if folded.startswith(name, start - place) and start >= place:
                    ids.add(id_)
                place = name.find(form, place + 1)
        return ids

    def refused_around(self, form: str) -> tuple[str, ...]:
        """Return the refused names that hold a folded form and more: next to them it names something else."""
        rows = self._refused_by_word.get(form.partition(" ")[0], ())
        return tuple(name for name, _ in rows if form in name and form != name)

    def borne(self, folded: str) -> bool:
        """Answer whether people that no entity here is bear this name: a bare surname of theirs, or a full name.

        The background only ever takes certainty away: nothing is linked to it, and nothing rewritten by it.
        """
        return any(layer.borne(folded) for layer in self.layers)

    def _owners(self, layer: Compiled, number: int, folded: str) -> Iterator[tuple[Entity, Alias]]:
        if (folded, ANY) in self._refused:
            return
        for entity, alias in layer.owners(number):
            if (folded, entity.id) not in self._refused:
                yield (entity if self._alone else self._whole(entity.id) or entity), alias

    def _merge(self, id_: str) -> Entity | None:
        """Join what the layers say of one entity: the first layer's main form and facts come first."""
        found = [entity for layer in self.layers if (entity := layer.by_id(id_)) is not None]
        if not found:
            return None
        if len(found) == 1:
            return found[0]
        base = next((entity for entity in found if entity.kind), found[0])
        names = {(alias.form, alias.lang): alias for entity in reversed(found) for alias in entity.names}
        ranked = [alias for entity in found for alias in entity.names if names[alias.form, alias.lang] is alias]
        return Entity(base.id, base.kind, tuple(ranked), base.ids, base.type, base.countries, base.gender, base.about)


def _pieces(name: str) -> set[str]:
    """Return the words of a refused name; of one written without blanks between words, whatever may be one in it."""
    if " " in name or not any(first <= name[:1] <= last for first, last in RANGES):
        return set(name.split())
    return {name[start:end] for start in range(len(name)) for end in range(start + 1, len(name) + 1)}


def _written_in(entity: Entity, script: str) -> bool:
    return any(main_script(entity.names[place].form) == script for place in keyed.searched(entity))


def _aliases(forms: Iterable[str]) -> tuple[Alias, ...]:
    return tuple(
        Alias(form, "und-Latn", "main" if place == 0 else "spelling", "given") for place, form in enumerate(forms)
    )
