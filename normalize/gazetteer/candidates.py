"""Who may be meant by a name: the candidates beside each other, and the decision on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from normalize.gazetteer.search import LIKELY, decide
from normalize.model import Alias, Candidate, Decision
from normalize.names.letters import plain
from normalize.text import fold

# What is left of a likeness beside the one entity that has the very name, and beside one that a thing is called after.
BESIDE_OWNER = 0.8
CALLED_AFTER = 0.5
# What things of a kind may be called after.
_ABOVE = {"organisation": frozenset(["place", "person"]), "place": frozenset(["person"])}


class Candidates(tuple[Candidate, ...]):
    """Candidates, best first, with the decision on them."""

    __slots__ = ()

    @property
    def decision(self) -> Decision:
        """Linked, NIL, or ambiguous: the best must be likely, and clearly likelier than the next."""
        return decide([(candidate.entity.id, candidate.alias.form, candidate.score) for candidate in self])


def weighed(name: str, found: Mapping[str, tuple[float, Alias, str]]) -> dict[str, float]:
    """Return how likely each candidate is beside the others.

    One that alone has the very name leads (Kherson, not Kherson Oblast), and a place or a person before what has the
    name and more (Tabriz, not the University of Tabriz; Mohamed bin Zayed, not the city called after him).
    """
    words = name.count(" ")
    owners = _owners(name, found, fold) or _owners(name, found, _letters)
    whole = {kind for likely, alias, kind in found.values() if likely >= LIKELY and alias.form.count(" ") <= words}
    return {
        id_: likely
        * (BESIDE_OWNER if len(owners) == 1 and id_ not in owners else 1.0)
        * (CALLED_AFTER if alias.form.count(" ") > words and not whole.isdisjoint(_ABOVE.get(kind, ())) else 1.0)
        for id_, (likely, alias, kind) in found.items()
    }


def _owners(name: str, found: Mapping[str, tuple[float, Alias, str]], form: Callable[[str], str]) -> frozenset[str]:
    """Return the candidates that have the very name, as `form` reads it."""
    asked = form(name)
    return frozenset(id_ for id_, (_, alias, _) in found.items() if form(alias.form) == asked)


def _letters(name: str) -> str:
    return plain(name) or fold(name)
