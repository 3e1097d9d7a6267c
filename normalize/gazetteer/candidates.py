"""Who may be meant by a name: the candidates beside each other, and the decision on them."""

from __future__ import annotations

from collections.abc import Mapping

from normalize.gazetteer.search import LIKELY, decide
from normalize.model import Alias, Candidate, Decision
from normalize.names.letters import plain
from normalize.text import fold

# What is left of a likeness beside the one entity that has the very name, and of a longer name of a body beside a place.
BESIDE_OWNER = 0.8
BESIDE_PLACE = 0.5


class Candidates(tuple[Candidate, ...]):
    """Candidates, best first, with the decision on them."""

    __slots__ = ()

    @property
    def decision(self) -> Decision:
        """Linked, NIL, or ambiguous: the best must be likely, and clearly likelier than the next."""
        return decide([(candidate.entity.id, candidate.alias.form, candidate.score) for candidate in self])


def weighed(name: str, found: Mapping[str, tuple[float, Alias, str]]) -> dict[str, float]:
    """Return how likely each candidate is beside the others.

    One that alone has the very name leads (Kherson, not Kherson Oblast), and a place before a body that has its name
    and more (Tabriz, not the University of Tabriz).
    """
    letters, words = _letters(name), name.count(" ")
    owners = {id_ for id_, (_, alias, _) in found.items() if _letters(alias.form) == letters}
    placed = any(kind == "place" and likely >= LIKELY for likely, _, kind in found.values())
    return {
        id_: likely
        * (BESIDE_OWNER if len(owners) == 1 and id_ not in owners else 1.0)
        * (BESIDE_PLACE if placed and kind == "organisation" and alias.form.count(" ") > words else 1.0)
        for id_, (likely, alias, kind) in found.items()
    }


def _letters(name: str) -> str:
    return plain(name) or fold(name)
