"""Whose a form of the gazetteer is, and what that says by itself, whatever stands around it."""

from __future__ import annotations

from functools import cached_property, lru_cache

from normalize.model import Alias, Entity

# Names that are enough on their own to say who is meant.
FULL = frozenset(
    [
        "main",
        "orthographic",
        "transliteration",
        "spelling",
        "alternative",
        "former",
        "acronym",
        "nickname",
        "exonym",
        "code",
    ]
)
APART = frozenset(["demonym", "mistranslation"])  # names that are recognised in order not to be taken for others
_SOLID = FULL | APART

# Scripts without capitals: a word in them is the name of a small place, or any other word.
PLAIN = frozenset(["Arab", "Hebr", "Deva"])
LANGUAGES = 8  # in which a place is named that is well known
UNSURE = {"Hani": 2, "Jpan": 2, "Kore": 2}  # characters of a word that may be anything, if it is of no known language


def says_who(entity: Entity, alias: Alias) -> bool:
    """Answer whether a name is enough to say who is meant."""
    return alias.kind in FULL and a_name(entity, alias)


def a_name(entity: Entity, alias: Alias) -> bool:
    """Answer whether a form is a name wherever it stands.

    Dura is a town in Palestine and, in Arabic, a role; whoever writes about the town says in which country it lies.
    """
    script = alias.lang[-4:]
    if script in PLAIN and entity.kind == "place" and " " not in alias.form:
        return len({name.language for name in entity.names}) >= LANGUAGES
    return alias.language != "und" or len(alias.form) > UNSURE.get(script, 0)


@lru_cache(maxsize=1 << 12)
def _one(words: frozenset[str]) -> frozenset[str]:
    """Return the first set that was equal: thousands of forms have a few different ones."""
    return words


class Owners(tuple[tuple[Entity, Alias], ...]):
    """Each entity a form may name, with the name of its that it is.

    What follows from this alone is worked out when it is first asked for, and remembered with the form.
    """

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of entities."""
        return _one(frozenset(entity.kind for entity, _ in self))

    @cached_property
    def readings(self) -> frozenset[str]:
        """Their kinds, with "outlet" for those of the press."""
        return _one(frozenset(reading(entity) for entity, _ in self))

    @cached_property
    def full(self) -> tuple[Entity, ...]:
        """The entities whose full name it is."""
        return tuple({entity.id: entity for entity, alias in self if says_who(entity, alias)}.values())

    @cached_property
    def certain(self) -> tuple[Entity, Alias] | None:
        """The one entity and its full name, where the form can be nothing else."""
        others = [pair for pair in self if pair[1].kind not in APART]
        alone = len({entity.id for entity, _ in others}) == 1
        return others[0] if alone and says_who(*others[0]) else None

    @cached_property
    def places(self) -> frozenset[str]:
        """The ids of the places whose full name it is."""
        return _one(frozenset(entity.id for entity in self.full if entity.kind == "place"))

    @cached_property
    def peoples(self) -> tuple[str, ...]:
        """The countries whose people it names."""
        return tuple({code for entity, alias in self if alias.kind == "demonym" for code in entity.countries})

    @cached_property
    def solid(self) -> bool:
        """Whether it is more than a weak form, which may be the half of another name."""
        return any(alias.kind in _SOLID for _, alias in self)

    @cached_property
    def apart(self) -> bool:
        """Whether it names nobody: a demonym, a mistranslation."""
        return all(alias.kind in APART for _, alias in self)

    @cached_property
    def listed(self) -> bool:
        """Whether it is known only from a list of towns everywhere, which people bear the names of."""
        return all(alias.source == "geonames" for _, alias in self)

    @cached_property
    def usual(self) -> bool:
        """Whether it is somebody's main name."""
        return any(alias.kind == "main" for _, alias in self)

    @cached_property
    def one(self) -> bool:
        """Whether all names are of one entity."""
        return len({entity.id for entity, _ in self}) == 1

    def of(self, which: str) -> Owners:
        """Return those that are read so."""
        return Owners(pair for pair in self if reading(pair[0]) == which)


def reading(entity: Entity) -> str:
    """Return what words beside a name tell of: an outlet, or an entity of its kind."""
    return "outlet" if entity.type in ("agency", "outlet") else entity.kind
