"""Shorter forms by the text itself: who is written "Rami Abdel Rahman" once may be "Abdel Rahman" from then on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from normalize.model import Entity, Link
from normalize.text import fold

# Words that begin the second part of a name: what follows them is no surname by itself.
_BINDING = frozenset(
    "abd abdal abdel abdol abdul abdur abu abou bin ben bint ibn umm al el ul de del della der den di da dos du la le van von ter".split()
)
_ARTICLES = ("al-", "el-", "al ", "el ")
SHORTEST = 3  # letters
Tails = Callable[[str], Iterable[str]]
Shorter = Mapping[str, frozenset[Entity | None]]  # None: somebody the gazetteer does not have


def shorter(people: Iterable[Link], tails: Tails, *, declined: bool = False) -> Shorter:
    """Return who has which shorter form, by the full names of people as the text writes them.

    In a language with cases (`declined`), also by the name that the text's form is a case of.

    >>> from normalize.model import Decision, Mention, Span
    >>> aref = Link(Mention(Span(0, 17), "Abdel Rahman Aref"), Decision.NIL, kind="person")
    >>> sorted(shorter([aref], tails))
    ['aref']
    """
    found: dict[str, set[Entity | None]] = {}
    for link in people:
        names = {link.mention.surface, *(one.alias.form for one in link.candidates[:1] if declined)}
        for tail in (tail for name in names for tail in tails(name)):
            found.setdefault(tail, set()).add(link.entity)
    return {tail: frozenset(owners) for tail, owners in found.items()}


def bare(surface: str) -> str:
    """Return a short form as `shorter` lists it: folded, on one line, without its article."""
    folded = " ".join(fold(surface).split())
    return next((folded[len(article) :] for article in _ARTICLES if folded.startswith(article)), folded)


def tails(surface: str) -> tuple[str, ...]:
    """Return what may stand for a full name: its last word, its last two words and so on.

    >>> tails("Rami Abdel Rahman"), tails("Mohammed bin Salman")
    (('abdel rahman',), ('bin salman',))
    """
    words = fold(surface).split()
    free = [place for place in range(1, len(words)) if words[place - 1] not in _BINDING]
    found = [bare(" ".join(words[place:])) for place in free]
    return tuple(tail for tail in found if len(tail) >= SHORTEST and not tail.endswith("."))
